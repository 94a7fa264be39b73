//! Lint of mixed scripts (homoglyphs, confusables): words of Cyrillic and Latin letters.
//!
//! They look right, and no search finds them. Takes one text, gives a warning for each such word that readers see.
//! Code, addresses and ids are left alone.

use std::ops::Range;

use super::running_words::{RunningWords, is_read};
use crate::diagnostic::{At, Code, Diagnostic, MOST};
use crate::source::text::confusables::{is_cyrillic, is_latin};
use crate::source::{Source, SourceId, boundary};

/// What makes a word a part of something stands no further from it, in bytes.
const NEAR: usize = 300;

/// How much of a text is looked at together, in bytes.
const CHUNK: usize = 512;

/// The mixed words of a text of the content, or of the settings.
pub(super) fn mixed_scripts(id: SourceId, source: &Source) -> Vec<Diagnostic> {
    let text = &*source.text;
    if !is_read(source) {
        return Vec::new();
    }
    let words = mixed_words(text);
    let mut lines = Lines::new(text);
    if words.is_empty() {
        return Vec::new();
    }
    let running = RunningWords::new(source);
    let mut is_for_readers = |word: &Range<usize>| {
        running.holds(word) || running.is_fact(word) && lines.are_for_readers(word)
    };
    words
        .into_iter()
        .filter_map(|word| without_escape(text, word))
        // What stands behind `&` was to be a character of HTML, and is told as that.
        .filter(|word| !text[..word.start].ends_with('&'))
        .filter(|word| is_for_readers(word) && !is_name_of_machines(text, word))
        // One more than is kept, so that the capped list reports that there are more.
        .take(MOST + 1)
        .map(|range| diagnostic(id, text, range))
        .collect()
}

fn diagnostic(id: SourceId, text: &str, range: Range<usize>) -> Diagnostic {
    let word = &text[range.clone()];
    let latin: String = word.chars().filter(|&letter| is_latin(letter)).collect();
    let cyrillic: String = word.chars().filter(|&letter| is_cyrillic(letter)).collect();
    let (letters, script) = match latin.chars().count() <= cyrillic.chars().count() {
        true => (latin, "latin"),
        false => (cyrillic, "cyrillic"),
    };
    Diagnostic::new(Code::MixedScripts, At::span(id, range.clone()))
        .with("word", word)
        .with("letters", letters)
        .with("script", script)
}

/// The words of a text in which a Latin letter stands beside a Cyrillic one.
fn mixed_words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // Where the word ends that was looked at last.
    let mut done = 0;
    for at in meetings(text.as_bytes()) {
        if at < done {
            continue;
        }
        let range = word_around(text, at);
        done = range.end;
        let word = &text[range.clone()];
        if word.contains(is_cyrillic) && word.contains(is_latin) {
            found.push(range);
        }
    }
    found
}

/// The bytes at which a Latin letter stands beside what may be a Cyrillic one, or a Latin Ə or ə stands, which few texts have.
fn meetings(bytes: &[u8]) -> impl Iterator<Item = usize> {
    // Cyrillic letters begin with the bytes D0 to D4, and end with one from 80 to BF.
    let meets = |before: u8, here: u8| {
        before.is_ascii_alphabetic() & (0xd0..=0xd4).contains(&here)
            | here.is_ascii_alphabetic() & (0x80..=0xbf).contains(&before)
            | (here == 0xc6)
            | (here == 0xc9)
    };
    // Few texts have any. Most of a text is passed over piece by piece, without a branch for each byte.
    let starts = (1..bytes.len()).step_by(CHUNK);
    starts.flat_map(move |start| {
        let end = bytes.len().min(start + CHUNK);
        let pairs = bytes[start - 1..end - 1].iter().zip(&bytes[start..end]);
        let any = pairs.fold(false, |any, (&before, &here)| any | meets(before, here));
        let places = if any { start..end } else { 0..0 };
        places.filter(move |&at| meets(bytes[at - 1], bytes[at]))
    })
}

/// A word of a value without the letters of an escape that it begins with, `n` in `"Мектеп\nбақша"`; none if it is mixed
/// no more.
fn without_escape(text: &str, word: Range<usize>) -> Option<Range<usize>> {
    /// `\U0001F600`
    const LONGEST: usize = 10;
    let from = boundary(text, word.start.saturating_sub(LONGEST));
    let Some(sign) = text[from..word.start].rfind('\\').map(|at| from + at) else {
        return Some(word);
    };
    let before = text[..sign].bytes().rev().take_while(|byte| *byte == b'\\');
    let length = match text.as_bytes().get(sign + 1) {
        _ if before.count() % 2 == 1 => 0,
        Some(b'x') => 4,
        Some(b'u') => 6,
        Some(b'U') => LONGEST,
        Some(byte) if byte.is_ascii_alphabetic() => 2,
        _ => 0,
    };
    let start = word.start.max(sign + length);
    if start == word.start {
        return Some(word);
    }
    let rest = text.get(start..word.end)?;
    let is_mixed = rest.contains(is_cyrillic) && rest.contains(is_latin);
    is_mixed.then_some(start..word.end)
}

fn word_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at]
        .char_indices()
        .rev()
        .take_while(|(_, letter)| letter.is_alphabetic())
        .last()
        .map_or(at, |(start, _)| start);
    let end = text[at..]
        .find(|letter: char| !letter.is_alphabetic())
        .map_or(text.len(), |end| at + end);
    start..end
}

/// Whether the word is a part of an address, a file's name or the like.
fn is_name_of_machines(text: &str, word: &Range<usize>) -> bool {
    let ends = |letter: char| letter.is_whitespace() || "\"'()<>[]{}«»“”,;".contains(letter);
    let from = boundary(text, word.start.saturating_sub(NEAR));
    let to = boundary(text, word.end + NEAR);
    let start = text[from..word.start].rfind(ends).map_or(from, |at| {
        let at = from + at;
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[word.end..to]
        .find(ends)
        .map_or(to, |end| word.end + end);
    let token = &text[start..end];
    let has_ending = token
        .trim_end_matches('.')
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ending.starts_with(|c: char| c.is_ascii_alphanumeric()));
    token.contains("://") || token.contains(['@', '_']) || has_ending
}

/// The fields that hold ids.
const IDS: [&str; 14] = [
    "id",
    "region",
    "district",
    "direction",
    "object",
    "patron",
    "patrons",
    "parent",
    "part_of",
    "event",
    "category",
    "slug",
    "successors",
    "records",
];

/// The lines of a YAML or TOML text, asked about from its beginning to its end.
struct Lines<'a> {
    text: &'a str,
    /// The line that was asked about last.
    line: Range<usize>,
    /// Where its comment begins, or its end.
    comment: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Lines<'a> {
        Lines {
            text,
            line: 0..0,
            comment: 0,
        }
    }

    /// Whether the letters of a word are read by readers: not in a comment, the name of a field, or an id.
    fn are_for_readers(&mut self, word: &Range<usize>) -> bool {
        let text = self.text;
        if word.start >= self.line.end {
            let start = text[self.line.end..word.start].rfind('\n');
            let start = start.map_or(self.line.end, |newline| self.line.end + newline + 1);
            let end = text[word.end..].find('\n');
            self.line = start..end.map_or(text.len(), |newline| word.end + newline + 1);
            let line = &text[self.line.clone()];
            let mark = match line.trim_start().starts_with('#') {
                true => Some(0),
                false => line.find(" # "),
            };
            self.comment = mark.map_or(self.line.end, |at| start + at);
        }
        let from = boundary(text, word.start.saturating_sub(NEAR)).max(self.line.start);
        let key = text[from..word.start]
            .rsplit_once(':')
            .map_or("", |(before, _)| before)
            .rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .next()
            .unwrap_or("");
        word.start < self.comment && !text[word.end..].starts_with(':') && !IDS.contains(&key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mixed(path: &str, text: &str) -> Vec<String> {
        let source = Source {
            path: path.into(),
            text: text.into(),
        };
        let found = mixed_scripts(SourceId(0), &source);
        found.iter().map(|wrong| wrong.args[0].1.clone()).collect()
    }

    #[test]
    fn mixed_words_are_named_and_others_are_not() {
        for (text, words) in [
            // The first letter is Latin.
            ("Aлматы қаласы, Алматы", vec!["Aлматы"]),
            ("a школa.", vec!["школa"]),
            ("IT-компания, 3D-модель, №5a үй, USB", vec![]),
            ("`aб` https://example.kz/aб info@aб.kz фотоx.jpg", vec![]),
            ("[школа](https://example.kz/школаx \"т\")", vec![]),
            ("    aб\n", vec![]),
            ("Wоrd", vec!["Wоrd"]),
            // A Latin schwa.
            (
                "мен М\u{259}ди, \u{18f}сем",
                vec!["М\u{259}ди", "\u{18f}сем"],
            ),
            ("\u{18f}liyev M\u{259}mm\u{259}d, café", vec![]),
        ] {
            assert_eq!(mixed("content/pages/p.kk.md", text), words, "{text}");
        }
        assert_eq!(
            mixed(
                "content/a/a.yaml",
                "# aб\nid: a\nname: {kk: Aб, ru: Б} # aб\n"
            ),
            ["Aб"]
        );
        let escaped = r#"a: "Мектеп\nбақша \u04AFй \tаб \nwоrd \\nб""#;
        assert_eq!(mixed("content/a/a.yaml", escaped), ["wоrd", "nб"]);
        assert_eq!(mixed("content/locales/kk/a.ftl", "a = aб"), [""; 0]);
    }
}
