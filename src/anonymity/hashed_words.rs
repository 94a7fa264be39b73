//! Hashed words: the runs of letters and digits of a text, each with its hash, and whether the text hides letters besides.
//!
//! Every byte of a text that is not remembered goes through here, so that both are found in one way over it.

use std::hash::{BuildHasher, Hasher};
use std::ops::Range;

use ahash::RandomState;

use super::hidden_letters::{hides_at, parts_at};
use super::unescape::{Unit, kind};

/// The hash of a word, the same in every run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct WordHash(pub u64);

impl WordHash {
    /// The hash of a word, or of one with a sign in it.
    #[inline]
    pub(super) fn of(word: &str) -> WordHash {
        const STATE: RandomState = RandomState::with_seeds(
            0x9216_d5d9_8979_fb1b,
            0xd131_0ba6_98df_b5ac,
            0x2ffd_72db_d01a_dfb7,
            0xb8e1_afed_6a26_7e96,
        );
        let mut hasher = STATE.build_hasher();
        hasher.write(word.as_bytes());
        WordHash(hasher.finish())
    }

    /// The hash of this word and others, as they stand side by side.
    pub(super) fn beside(self, others: [WordHash; 2]) -> WordHash {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        let mixed = |hash: u64, WordHash(other): WordHash| {
            (hash.rotate_left(23) ^ other).wrapping_mul(FACTOR)
        };
        WordHash(others.into_iter().fold(self.0.wrapping_mul(FACTOR), mixed))
    }
}

/// What a byte is for the scan of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Sign,
    /// A letter or a digit of one byte, the first byte of a Cyrillic or a marked Latin letter, or one that is not the first.
    Letter,
    /// It may begin an escape.
    Escape,
    /// It may begin a tag.
    Tag,
    /// It has to be asked what the character is.
    Asked,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Asked; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            byte if byte.is_ascii_alphanumeric() => Class::Letter,
            b'&' | b'%' | b'\\' => Class::Escape,
            b'<' => Class::Tag,
            byte if byte.is_ascii() => Class::Sign,
            0x80..=0xbf | 0xc4..=0xc9 | 0xd0..=0xd4 => Class::Letter,
            _ => Class::Asked,
        };
        byte += 1;
    }
    classes
};

/// The runs of letters and digits of a text, each with its hash.
pub(super) struct HashedWords<'a> {
    text: &'a str,
    markup: bool,
    at: usize,
    hides: bool,
}

impl<'a> HashedWords<'a> {
    /// The words of a text; `markup` says whether it has tags.
    pub(super) fn new(text: &'a str, markup: bool) -> HashedWords<'a> {
        HashedWords {
            text,
            markup,
            at: 0,
            hides: false,
        }
    }

    /// Whether letters are hidden in the text as far as it was read.
    pub(super) fn hides_letters(&self) -> bool {
        self.hides
    }

    /// The length of the character here, and whether it is a letter or a digit.
    fn ask(&mut self, at: usize) -> (usize, bool) {
        let Some(character) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            return (1, false);
        };
        self.hides |= matches!(kind(character), Unit::Nothing | Unit::Breve);
        (character.len_utf8(), character.is_alphanumeric())
    }
}

impl Iterator for HashedWords<'_> {
    type Item = (Range<usize>, WordHash);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let class = |at: usize| bytes.get(at).map(|byte| CLASSES[usize::from(*byte)]);
        let mut start = self.at;
        loop {
            match class(start) {
                Some(Class::Sign) => start += 1,
                Some(Class::Letter) => break,
                Some(Class::Tag) => {
                    self.hides |= self.markup && parts_at(self.text, start);
                    start += 1;
                }
                Some(Class::Escape) => {
                    self.hides |= hides_at(self.text, start);
                    start += 1;
                }
                Some(Class::Asked) => match self.ask(start) {
                    (_, true) => break,
                    (length, false) => start += length,
                },
                None => {
                    self.at = start;
                    return None;
                }
            }
        }
        let mut end = start;
        loop {
            match class(end) {
                Some(Class::Letter) => end += 1,
                Some(Class::Asked) => match self.ask(end) {
                    (length, true) => end += length,
                    (_, false) => break,
                },
                _ => break,
            }
        }
        self.at = end;
        Some((start..end, WordHash::of(&self.text[start..end])))
    }
}

#[cfg(test)]
mod tests {
    use super::super::hidden_letters::hides_letters;
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let text = "<b>Әлия-Ós1 №7</b> 𝐀ß, „ь“";
        let words: Vec<&str> = HashedWords::new(text, true)
            .map(|(word, _)| &text[word])
            .collect();
        assert_eq!(words, ["b", "Әлия", "Ós1", "7", "b", "𝐀ß", "ь"]);
    }

    /// The scan and the look that is made before a close reading say the same of every text.
    #[test]
    fn hidden_letters_are_seen_on_the_way() {
        const PIECES: [&str; 34] = [
            "а",
            "Ж",
            "z",
            "7",
            " ",
            "\n",
            "-",
            "<",
            ">",
            "<b>",
            "</b>",
            "<p>",
            "<br",
            "&",
            "&amp;",
            "&shy;",
            "&#1040;",
            "&amp;shy;",
            "%",
            "%20",
            "%D0%90",
            "\\",
            "\\u0410",
            "\\\\",
            "\\n",
            "\u{ad}",
            "\u{306}",
            "\u{345}",
            "\u{61c}",
            "\u{3164}",
            "№",
            "«",
            "ß",
            "𝐀",
        ];
        let mut seed = 7u64;
        let mut next = || {
            seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(11);
            (seed >> 33) as usize
        };
        let mut hiding = 0;
        for round in 0..60_000 {
            let pieces = (0..next() % 7 + 1).map(|_| PIECES[next() % PIECES.len()]);
            let text: String = pieces.collect();
            let markup = round % 2 == 0;
            let mut words = HashedWords::new(&text, markup);
            words.by_ref().for_each(drop);
            let hides = hides_letters(&text, markup);
            assert_eq!(words.hides_letters(), hides, "{text:?} {markup}");
            hiding += usize::from(hides);
        }
        assert!((10_000..50_000).contains(&hiding), "{hiding}");
    }
}
