//! Tokenizer: a text to its words, whatever their case, spacing, tags or escapes.
//!
//! Takes a text, gives its words in lower case with the bytes that each stands in. Knows nothing of names.

use std::ops::Range;
use std::rc::Rc;

use super::unescape::{Gap, Unit, kind, unit};

/// A word, or a place over which no name reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case, without marks; empty where the words before and after have nothing to do with each other.
    pub text: Rc<str>,
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
    let mut words = Vec::with_capacity(text.len() / USUAL + 2);
    let nothing: Rc<str> = "".into();
    let cut = |at: usize| Word {
        text: nothing.clone(),
        raw: at..at,
        gap: Gap::Stop,
    };
    let mut letters = String::with_capacity(LONG);
    let mut at = 0;
    while let Some(word) = next_word(&mut letters, text, at, tags) {
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
                while let Some(word) = next_word(&mut letters, value, inner, Tags::None) {
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

/// The bytes of a text for each of its words, as most are, and those of a long word.
const USUAL: usize = 8;
const LONG: usize = 64;

/// The first word at or after a place that readers see.
///
/// Its letters are put together in `word`.
fn next_word(word: &mut String, text: &str, from: usize, tags: Tags) -> Option<Word> {
    word.clear();
    let bytes = text.as_bytes();
    let mut raw: Option<Range<usize>> = None;
    let mut gap = Gap::Space;
    let mut at = from;
    while at < text.len() {
        // Nearly all that words are of.
        let plain = match bytes[at..] {
            [byte, ..] if byte.is_ascii_alphanumeric() => {
                word.push(char::from(byte.to_ascii_lowercase()));
                1
            }
            // а to п, р to я.
            [0xd0, second @ 0xb0..0xc0, ..] | [0xd1, second @ 0x80..0x90, ..] => {
                let place = u32::from(second.wrapping_sub(0xb0) & 0x3f);
                word.push(char::from_u32(u32::from('а') + place).unwrap_or_default());
                2
            }
            _ => 0,
        };
        if plain > 0 {
            raw.get_or_insert(at..at).end = at + plain;
            at += plain;
            continue;
        }
        let (found, length) = unit_at(text, at, tags);
        match (found, &mut raw) {
            (Unit::Letter(letter), raw) => {
                fold(letter, word);
                raw.get_or_insert(at..at).end = at + length;
            }
            (Unit::Breve, Some(_)) if word.ends_with('и') => {
                word.pop();
                word.push('й');
            }
            (Unit::Nothing | Unit::Breve, _) => {}
            (Unit::Gap(_), Some(_)) => break,
            // The lines of markup are broken anywhere.
            (Unit::Gap(Gap::Line), None) if tags != Tags::None && length == 1 => {}
            (Unit::Gap(wider), None) => gap = gap.max(wider),
        }
        at += length;
    }
    raw.map(|raw| Word {
        text: word.as_str().into(),
        raw,
        gap,
    })
}

/// What stands at a place of a text with or without tags, and how many bytes it is long.
#[inline]
fn unit_at(text: &str, at: usize, tags: Tags) -> (Unit, usize) {
    match text.as_bytes()[at] {
        b'<' if tags != Tags::None => match tag_end(text, at) {
            Some(end) => (tag_unit(&text[at..end], tags), end - at),
            None => unit(text, at),
        },
        b'&' | b'%' | b'\\' => unit(text, at),
        // Nearly all that there is.
        byte @ 0..0x80 => (kind(char::from(byte)), 1),
        _ => unit(text, at),
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
        .map(|word| (word.text.to_string(), word.gap))
        .collect()
}

/// Whether a tag begins here, if it ends anywhere.
pub(super) fn begins_tag(text: &[u8], at: usize) -> bool {
    let is_first = |next: &u8| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?');
    text[at] == b'<' && text.get(at + 1).is_some_and(is_first)
}

/// Where the tag that begins here ends, if one does.
pub(super) fn tag_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if !begins_tag(bytes, at) {
        return None;
    }
    memchr::memchr(b'>', &bytes[at..]).map(|end| at + end + 1)
}

/// Whether a part of a line has no words but those in tags.
pub(super) fn is_without_words(part: &str) -> bool {
    runs_outside_tags(part, char::is_alphanumeric, 1) == 0
}

/// How many runs of such characters a part of a line has outside of its tags, as far as so many.
pub(super) fn runs_outside_tags(part: &str, is: impl Fn(char) -> bool, most: usize) -> usize {
    let (mut at, mut runs, mut is_in_run) = (0, 0, false);
    while runs < most
        && let Some(character) = part[at..].chars().next()
    {
        match tag_end(part, at) {
            Some(end) => (at, is_in_run) = (end, false),
            None => {
                let is = is(character);
                runs += usize::from(is && !is_in_run);
                (at, is_in_run) = (at + character.len_utf8(), is);
            }
        }
    }
    runs
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
                    word.text.to_string()
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
