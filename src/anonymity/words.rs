//! Tokenizer: a text to its words, whatever their case, spacing, tags or escapes.
//!
//! Takes a text, gives its words in lower case with the bytes that each stands in. Knows nothing of names.

use std::ops::Range;

use super::unescape::{Gap, Unit, unit};

/// A word, or a place over which no name reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case, without marks; empty where the words before and after have nothing to do with each other.
    pub text: String,
    pub raw: Range<usize>,
    /// What parts it from the word before it.
    pub gap: Gap,
}

/// How the tags of a text part its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tags {
    /// There are none: `<` is a character like any other.
    None,
    /// Two words are parted by a tag, as by a space.
    Part,
    /// A tag inside a line is not there: `Ай<b>гүл</b>`.
    Join,
}

/// The words of a text: those that readers see, one after the other, then those inside each tag.
pub(super) fn words(text: &str, tags: Tags) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(word) = next_word(text, at, tags) {
        at = word.raw.end;
        words.push(word);
    }
    words.push(cut(text.len()));
    if tags != Tags::None {
        let mut at = 0;
        while let Some(start) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
            let start = at + start;
            let Some(end) = tag_end(text, start) else {
                at = start + 1;
                continue;
            };
            let mut from = start;
            for value in text[start..end].split('"') {
                let mut inner = 0;
                while let Some(word) = next_word(value, inner, Tags::None) {
                    inner = word.raw.end;
                    words.push(Word {
                        raw: word.raw.start + from..word.raw.end + from,
                        ..word
                    });
                }
                from += value.len() + 1;
                words.push(cut(from - 1));
            }
            at = end;
        }
    }
    words
}

/// The first word at or after a place that readers see.
pub(super) fn next_word(text: &str, from: usize, tags: Tags) -> Option<Word> {
    let mut word: Option<Word> = None;
    let mut gap = Gap::Space;
    let mut at = from;
    while at < text.len() {
        let (found, length) = match tag_end(text, at).filter(|_| tags != Tags::None) {
            Some(end) => (tag_unit(&text[at..end], tags), end - at),
            None => unit(text, at),
        };
        match (found, &mut word) {
            (Unit::Letter(letter), word) => {
                let word = word.get_or_insert_with(|| Word {
                    text: String::new(),
                    raw: at..at,
                    gap,
                });
                fold(letter, &mut word.text);
                word.raw.end = at + length;
            }
            (Unit::Breve, Some(word)) if word.text.ends_with('и') => {
                word.text.pop();
                word.text.push('й');
            }
            (Unit::Nothing | Unit::Breve, _) => {}
            (Unit::Gap(_), Some(_)) => break,
            // The lines of markup are broken anywhere.
            (Unit::Gap(Gap::Line), None) if tags != Tags::None && length == 1 => {}
            (Unit::Gap(wider), None) => gap = gap.max(wider),
        }
        at += length;
    }
    word
}

fn cut(at: usize) -> Word {
    Word {
        text: String::new(),
        raw: at..at,
        gap: Gap::Stop,
    }
}

/// What a tag is to the words before and after it.
fn tag_unit(tag: &str, tags: Tags) -> Unit {
    match is_inline(tag) {
        true if tags == Tags::Join => Unit::Nothing,
        true => Unit::Gap(Gap::Space),
        false if tag.starts_with("<br") || tag.starts_with("<BR") => Unit::Gap(Gap::Space),
        false => Unit::Gap(Gap::Line),
    }
}

/// The words of a text that is no markup, such as a name.
pub(super) fn plain(text: &str) -> Vec<(String, Gap)> {
    words(text, Tags::None)
        .into_iter()
        .filter(|word| !word.text.is_empty())
        .map(|word| (word.text, word.gap))
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

/// Adds a letter as it is compared: in lower case, ё as е.
pub(super) fn fold(letter: char, into: &mut String) {
    // Most letters of most texts: to ask for others takes longer.
    if letter.is_ascii() || matches!(letter, 'а'..='я') {
        into.push(letter.to_ascii_lowercase());
        return;
    }
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
            ("a<b>c</b>d e", Tags::Join, "acd e | b | b |"),
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
