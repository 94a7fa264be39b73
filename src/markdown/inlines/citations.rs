//! Marks by which chat programs name their sources, and which mean nothing elsewhere: `【4†source】`,
//! `:contentReference[oaicite:0]{index=0}`, `citeturn0search3`.
//!
//! Takes a text, gives the first such mark of each form in it.

use super::line_starts::Left;
use crate::source::boundary;

/// What stands behind `turn` and its number: where the program looked.
const SOURCES: [&str; 10] = [
    "search", "view", "news", "image", "file", "fetch", "finance", "forecast", "sports", "product",
];

/// The longest mark, in bytes.
const LONGEST: usize = 120;

/// The first mark of each form in a text.
pub(super) fn marks(text: &str) -> impl Iterator<Item = Left> {
    let found = [content_reference(text), in_brackets(text), turn(text)];
    let found = found.into_iter().flatten();
    found.map(|(at, length)| Left::new("citation", &text[at..at + length], at..at + length))
}

/// `:contentReference[oaicite:0]{index=0}`, and `oai_citation:0‡` before the name of a source.
fn content_reference(text: &str) -> Option<(usize, usize)> {
    let begin = ":contentReference[oaicite:";
    if let Some(at) = text.find(begin) {
        let rest = &text[at..];
        let end = rest
            .find('}')
            .or(rest.find(']'))
            .filter(|end| *end < LONGEST);
        return Some((at, end.map_or(begin.len(), |end| end + 1)));
    }
    let at = text.find("oai_citation:")?;
    let rest = &text[at..];
    let end = rest.find('‡').filter(|end| *end < LONGEST);
    let length = end.map_or("oai_citation:".len(), |end| end + '‡'.len_utf8());
    Some((at, length))
}

/// `【4†source】`, `【12:3†L1-L5】`.
fn in_brackets(text: &str) -> Option<(usize, usize)> {
    let open = text.match_indices('【');
    let mut marks = open.filter_map(|(at, sign)| {
        let inner = &text[at + sign.len()..];
        let end = inner[..boundary(inner, LONGEST)].find('】')?;
        let (number, _) = inner[..end].split_once('†')?;
        let is_number =
            !number.is_empty() && number.bytes().all(|of| of.is_ascii_digit() || of == b':');
        is_number.then(|| (at, sign.len() + end + '】'.len_utf8()))
    });
    marks.next()
}

/// `citeturn0search3`, with or without the signs around its parts that nobody sees.
fn turn(text: &str) -> Option<(usize, usize)> {
    let is_hidden = |letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter);
    let turns = text.match_indices("turn");
    let mut marks = turns.filter_map(|(at, word)| {
        let behind = text[at + word.len()..].trim_start_matches(|of: char| of.is_ascii_digit());
        let is_numbered = behind.len() < text.len() - at - word.len();
        let source = SOURCES.iter().find_map(|of| behind.strip_prefix(of))?;
        let rest = source.trim_start_matches(|of: char| of.is_ascii_digit());
        let is_mark = is_numbered && rest.len() < source.len();
        let before = text[..at].trim_end_matches(is_hidden);
        let before = before.strip_suffix("cite").unwrap_or(before);
        let begin = before.trim_end_matches(is_hidden).len();
        is_mark.then(|| (begin, text.len() - rest.len() - begin))
    });
    marks.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_sources_are_told_from_words() {
        for (text, told) in [
            (
                "салынды :contentReference[oaicite:0]{index=0}.",
                ":contentReference[oaicite:0]{index=0}",
            ),
            ("ашылды【4†source】.", "【4†source】"),
            ("ашылды【12:3†L1-L5】", "【12:3†L1-L5】"),
            ("(10) citeturn0search3", "citeturn0search3"),
            (
                "a \u{e200}cite\u{e202}turn12view0\u{e201}",
                "\u{e200}cite\u{e202}turn12view0",
            ),
            ("oai_citation:1‡gov.kz", "oai_citation:1‡"),
        ] {
            let found: Vec<String> = marks(text).map(|of| of.mark).collect();
            assert_eq!(found, [told], "{text}");
        }
        for text in [
            "in turn 5 searches",
            "return2search",
            "【Ескерту】",
            "【5】 және †",
            "turnover",
            "contentReference",
        ] {
            assert_eq!(marks(text).count(), 0, "{text}");
        }
    }
}
