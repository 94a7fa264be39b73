//! Names of records without the link around them: `@patron/steppe болды` shows readers the id.
//!
//! Takes a text, gives the name that stands at an `@`. Whether there is such a record is not known here.

use std::ops::Range;

use crate::model::kind::RecordKind;
use crate::model::prose::DrawingKind;

/// The name that begins at `at`, and what it should have been.
pub(super) fn at(text: &str, at: usize) -> Option<(&'static str, Range<usize>)> {
    let lead = &text[..at];
    // A link that lacks something else is told by that.
    if lead.ends_with("](") || lead.ends_with("] (") {
        return None;
    }
    let before = lead.chars().next_back();
    if before.is_some_and(|before| before.is_alphanumeric() || "/.-_@".contains(before)) {
        return None;
    }
    let name = &text[at + 1..];
    let is_letter = |of: &u8| of.is_ascii_lowercase();
    let word = &name[..name.bytes().take_while(is_letter).count()];
    let rest = &name[word.len()..];
    let sign = rest.chars().next()?;
    let (what, ends): (_, &dyn Fn(char) -> bool) = match sign {
        '/' if RecordKind::linked().any(|kind| kind.word() == word) => {
            ("name", &|of| !of.is_alphanumeric() && !"-_#".contains(of))
        }
        '?' if word == "total" => ("name", &ends_query),
        '?' if DrawingKind::ALL.iter().any(|kind| kind.word() == word) => ("drawing", &ends_query),
        _ => return None,
    };
    let length = rest[1..].find(ends).unwrap_or(rest.len() - 1);
    let whole = at..at + 1 + word.len() + 1 + length;
    let end = whole.start + text[whole.clone()].trim_end_matches(['-', '_', '#']).len();
    // In brackets that were exchanged with those of its words: `(@project/gym)[]`.
    let is_exchanged = before == Some('(') && text[end..].starts_with(")[");
    (length > 0 && !is_exchanged).then_some((what, whole.start..end))
}

fn ends_query(letter: char) -> bool {
    !letter.is_alphanumeric() && !"-_=&".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_other_words_with_the_sign_are_not() {
        let found = |text: &str| {
            let (what, range) = at(text, text.find('@')?)?;
            Some((what, text[range].to_owned()))
        };
        for (text, what, name) in [
            ("@patron/steppe болды", "name", "@patron/steppe"),
            ("[@project/gym]", "name", "@project/gym"),
            ("(@page/about#how).", "name", "@page/about#how"),
            ("«@total?region=north»", "name", "@total?region=north"),
            ("@chart?by=year.", "drawing", "@chart?by=year"),
        ] {
            assert_eq!(found(text), Some((what, name.to_owned())), "{text}");
        }
        for text in [
            "@gov_kz",
            "@patron",
            "@project/",
            "a@project/b",
            "[](@patron/x",
            "[а] (@patron/x",
            "(@project/gym)[]",
            "@total",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
