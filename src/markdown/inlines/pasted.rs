//! What came along when a text was copied out of a document: `_x000D_`, `\\n`, fields of a word processor, and what it says of those
//! that lead nowhere.
//!
//! Takes a text, gives where such a thing stands in it.

use std::ops::Range;

use crate::markdown::escapes;
use crate::source::boundary;

/// What word processors write in the place of a reference that leads nowhere, cut where a sign stands that is looked for.
const BROKEN: [(&str, &str); 5] = [
    ("Ошибка", "! Источник ссылки не найден"),
    ("Ошибка", "! Закладка не определена"),
    ("Error", "! Reference source not found"),
    ("Error", "! Bookmark not defined"),
    ("Error", "! No bookmark name given"),
];

/// The names of fields (ECMA-376, part 1, 17.16.5).
const FIELDS: [&str; 12] = [
    "HYPERLINK",
    "PAGEREF",
    "REF",
    "PAGE",
    "NUMPAGES",
    "TOC",
    "SEQ",
    "DATE",
    "MERGEFIELD",
    "INCLUDEPICTURE",
    "FORMTEXT",
    "EMBED",
];

/// So many bytes are looked through for the end of a field's name, so that the time stays linear: more than any has.
const LONGEST: usize = 20;

/// The mark that stands at a byte, if one does.
pub(super) fn at(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at..];
    match rest.as_bytes()[0] {
        b'!' => {
            let mut broken = BROKEN.iter().filter(|(_, of)| rest.starts_with(of));
            let (word, of) = broken.find(|(word, _)| text[..at].ends_with(word))?;
            Some(at - word.len()..at + of.len())
        }
        b'_' if let Some(length) = escapes::of_a_sheet(rest) => Some(at..at + length),
        // The bookmark of a table of contents.
        b'_' => {
            let digits = rest
                .strip_prefix("_Toc")?
                .bytes()
                .take_while(u8::is_ascii_digit)
                .count();
            let mut fields = ["PAGEREF ", "HYPERLINK \\l \"", "REF "].into_iter();
            let field = fields.find(|of| text[..at].ends_with(of))?;
            (digits >= 6).then_some(at - field.len()..at + "_Toc".len() + digits)
        }
        b'{' => {
            let inner = rest[1..].trim_start();
            let begins = &inner[..boundary(inner, LONGEST)];
            let name = begins.split([' ', '}', '"']).next()?;
            let goes_on = inner.len() > name.len();
            (goes_on && FIELDS.contains(&name)).then(|| {
                let end = text.len() - inner.len() + name.len();
                at..end
            })
        }
        b'\\' => escapes::written_out(text, at).map(|length| at..at + length),
        _ => None,
    }
}

/// Whether a text may hold something of the kind, though it has none of the signs of Markdown.
pub(super) fn may_be_in(text: &str) -> bool {
    text.contains('!') && BROKEN.iter().any(|(_, of)| text.contains(of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_out_of_a_document_is_found() {
        let found = |text: &str| {
            let mut places = text.char_indices().map(|(place, _)| place);
            places.find_map(|place| at(text, place).map(|range| text[range].to_owned()))
        };
        for (text, mark) in [
            (
                "(Ошибка! Источник ссылки не найден.)",
                "Ошибка! Источник ссылки не найден",
            ),
            (
                "See Error! Reference source not found.",
                "Error! Reference source not found",
            ),
            ("{ HYPERLINK \"https://egov.kz\" }", "{ HYPERLINK"),
            ("бет { PAGE \\* MERGEFORMAT }", "{ PAGE"),
            ("PAGEREF _Toc104201234 \\h 3", "PAGEREF _Toc104201234"),
            ("ашылды._x000D_", "_x000D_"),
        ] {
            assert_eq!(found(text).as_deref(), Some(mark), "{text}");
        }
        for text in [
            "Ошибка! Иә.",
            "{ Бет }",
            "{PAGE",
            "_Toc104201234",
            "a_b_c",
            "Error!",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn no_field_is_longer_than_what_is_looked_through() {
        assert!(FIELDS.iter().all(|name| name.len() < LONGEST));
    }
}
