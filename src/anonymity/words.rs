//! A text as its words, however it is written: any case, spacing, tags or escapes.
//!
//! Takes a text, gives its words in lower case with the bytes that each stands in. Knows nothing of names.

use std::ops::Range;

use super::escape::{Unit, unit};

/// A word, or a place over which no name reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// In lower case, without marks; empty where the words before and after have nothing to do with each other.
    pub text: String,
    pub raw: Range<usize>,
}

/// How the tags of a text part its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tags {
    /// There are none: `<` is a character like any other.
    None,
    /// Two words are parted by a tag, as by a space.
    Part,
    /// A tag inside a line is not there: `Ай<b>гүл</b>`.
    Join,
}

/// The words of a text: those that readers see, one after the other, then those inside each tag.
pub fn words(text: &str, tags: Tags) -> Vec<Word> {
    let mut shown = Writer::default();
    let mut hidden = Writer::default();
    let mut at = 0;
    while at < text.len() {
        if tags != Tags::None
            && let Some(end) = tag_end(text, at)
        {
            if tags == Tags::Part || !is_inline(&text[at..end]) {
                shown.end_word();
            }
            attributes(text, at..end, &mut hidden);
            at = end;
            continue;
        }
        at += shown.take(text, at);
    }
    shown.end_word();
    shown.cut(text.len());
    shown.words.append(&mut hidden.words);
    shown.words
}

/// The words of a text that is no markup, such as a name.
pub fn plain(text: &str) -> Vec<String> {
    words(text, Tags::None)
        .into_iter()
        .map(|word| word.text)
        .filter(|word| !word.is_empty())
        .collect()
}

/// Where the tag that begins here ends, if one does.
pub(super) fn tag_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let begins = bytes[at] == b'<'
        && bytes
            .get(at + 1)
            .is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'));
    if !begins {
        return None;
    }
    memchr::memchr(b'>', &bytes[at..]).map(|end| at + end + 1)
}

/// Whether a tag stands inside a line, so that the letters before and after it make one word.
pub(super) fn is_inline(tag: &str) -> bool {
    const INLINE: [&str; 20] = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "mark", "s",
        "small", "span", "strong", "sub", "sup", "u", "wbr",
    ];
    let name = tag.trim_start_matches(['<', '/']);
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    INLINE
        .iter()
        .any(|known| known.eq_ignore_ascii_case(&name[..end]))
}

/// Adds the words inside a tag: each quoted value is a text of its own.
fn attributes(text: &str, tag: Range<usize>, into: &mut Writer) {
    let mut at = tag.start;
    while at < tag.end {
        if text.as_bytes()[at] == b'"' {
            into.end_word();
            into.cut(at);
            at += 1;
        } else {
            at += into.take(text, at);
        }
    }
    into.end_word();
    into.cut(tag.end);
}

#[derive(Default)]
struct Writer {
    words: Vec<Word>,
    open: Option<Word>,
}

impl Writer {
    /// Reads what stands at a place, gives its length in bytes.
    fn take(&mut self, text: &str, at: usize) -> usize {
        let (unit, length) = unit(text, at);
        match unit {
            Unit::Letter(letter) => {
                let word = self.open.get_or_insert_with(|| Word {
                    text: String::new(),
                    raw: at..at,
                });
                fold(letter, &mut word.text);
                word.raw.end = at + length;
            }
            Unit::Nothing => {}
            Unit::Breve => {
                if let Some(word) = &mut self.open
                    && word.text.ends_with('и')
                {
                    word.text.pop();
                    word.text.push('й');
                }
            }
            Unit::Gap => self.end_word(),
        }
        length
    }

    fn end_word(&mut self) {
        self.words
            .extend(self.open.take().filter(|word| !word.text.is_empty()));
    }

    fn cut(&mut self, at: usize) {
        self.words.push(Word {
            text: String::new(),
            raw: at..at,
        });
    }
}

/// Adds a letter as it is compared: in lower case, ё as е.
pub(super) fn fold(letter: char, into: &mut String) {
    for lower in letter.to_lowercase() {
        match lower {
            'ё' => into.push('е'),
            // What is left of a capital letter with a dot.
            '\u{307}' => {}
            lower => into.push(lower),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str, tags: Tags) -> String {
        let texts: Vec<String> = words(text, tags)
            .into_iter()
            .map(|word| {
                if word.text.is_empty() {
                    "|".to_owned()
                } else {
                    word.text
                }
            })
            .collect();
        texts.join(" ")
    }

    #[test]
    fn words_are_the_same_however_they_are_written() {
        for (text, tags, expected) in [
            ("Айгүл  ЁЛКИНА", Tags::None, "айгүл елкина |"),
            (
                "Ай\u{ad}гүл\u{200b}-\n\u{a0}Елкина",
                Tags::None,
                "айгүл елкина |",
            ),
            ("&#1040;й&#x493;&shy;а&nbsp;&acy;", Tags::None, "айға а |"),
            ("%D0%90%D0%B9%20b", Tags::None, "ай b |"),
            (r"\u0410\u0439\nb\u{411}", Tags::None, "ай bб |"),
            ("Иии\u{306}", Tags::None, "иий |"),
            ("a <b>c</b>d", Tags::Part, "a c d | b | b |"),
            ("a <b>c</b>d", Tags::Join, "a cd | b | b |"),
            ("a < b", Tags::Part, "a b |"),
            (
                "<i title=\"x y\" id=z>q",
                Tags::Part,
                "q | i title | x y | id z |",
            ),
        ] {
            assert_eq!(joined(text, tags), expected, "{text}");
        }
    }
}
