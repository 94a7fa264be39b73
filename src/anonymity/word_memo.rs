//! Word memo: what the words that a thread saw of late may be, by their hashes.
//!
//! A build has a hundred words for each one that it did not see before. The hash is made while the end of the word is looked
//! for, so that a word that is remembered costs little more than its letters.

use std::cell::RefCell;
use std::ops::Range;

/// Places of what a thread remembers.
const PLACES: usize = 1 << 16;

/// What a word may be by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordKind {
    /// It is no part of any name.
    Other = 1,
    /// A part of a name by which none is looked for: a given name.
    Weak = 2,
    /// One of several words of what a company, a fund or a group is called.
    Core = 3,
    /// Anything by which a name is looked for.
    Anchor = 4,
}

/// What is remembered of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WordLook {
    pub kind: WordKind,
    /// What a company is called as one word may begin with it.
    pub begins: bool,
}

/// The bits of a place that say the kind, and the one that says whether something begins with the word; the others are those
/// of the hash.
const KIND: u64 = 7;
const BEGINS: u64 = 8;
const LOOK: u64 = KIND | BEGINS;

/// The words that a thread saw of late, and what they may be for one guard.
pub(super) struct WordMemo {
    /// Of which guard.
    serial: u64,
    places: Box<[u64]>,
}

thread_local! {
    static MEMO: RefCell<WordMemo> = RefCell::new(WordMemo { serial: 0, places: vec![0; PLACES].into() });
}

/// Gives the memo of this thread, which knows nothing yet if it was another guard's.
pub(super) fn with_memo<T>(serial: u64, run: impl FnOnce(&mut WordMemo) -> T) -> T {
    MEMO.with_borrow_mut(|memo| {
        if memo.serial != serial {
            memo.places.fill(0);
            memo.serial = serial;
        }
        run(memo)
    })
}

impl WordMemo {
    /// What is known of the word with this hash; `look` says it of one that is not remembered.
    pub(super) fn get(&mut self, hash: WordHash, look: impl FnOnce() -> WordLook) -> WordLook {
        let WordHash(hash) = hash;
        let place = &mut self.places[(hash >> 48) as usize % PLACES];
        let kind = match *place & KIND {
            1 => Some(WordKind::Other),
            2 => Some(WordKind::Weak),
            3 => Some(WordKind::Core),
            4 => Some(WordKind::Anchor),
            _ => None,
        };
        match kind {
            Some(kind) if (*place ^ hash) & !LOOK == 0 => WordLook {
                kind,
                begins: *place & BEGINS != 0,
            },
            _ => {
                let look = look();
                *place = hash & !LOOK | look.kind as u64 | u64::from(look.begins) << 3;
                look
            }
        }
    }
}

/// The hash of a word, the same in every run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct WordHash(u64);

impl WordHash {
    /// The hash of a word that is not found by [`HashedWords`]: one with a sign in it.
    pub(super) fn of(word: &str) -> WordHash {
        let with = |hash: WordHash, byte: u8| hash.with(u32::from(byte));
        word.bytes().fold(WordHash(1), with)
    }

    /// The hash of this word and others, as they stand side by side.
    pub(super) fn beside(self, others: [WordHash; 2]) -> WordHash {
        let mixed = |hash: WordHash, WordHash(other): WordHash| {
            hash.with(other as u32).with((other >> 32) as u32)
        };
        others.into_iter().fold(self.with(u32::MAX), mixed)
    }

    fn with(self, letter: u32) -> WordHash {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        WordHash((self.0.rotate_left(5) ^ u64::from(letter)).wrapping_mul(FACTOR))
    }
}

/// What a byte is for the scan of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Sign,
    /// A letter or a digit of one byte.
    Letter,
    /// The first of the two bytes of a Cyrillic or a marked Latin letter.
    Pair,
    /// It has to be asked what the character is.
    Asked,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Asked; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            byte if byte.is_ascii_alphanumeric() => Class::Letter,
            byte if byte.is_ascii() => Class::Sign,
            0xc4..=0xc9 | 0xd0..=0xd4 => Class::Pair,
            _ => Class::Asked,
        };
        byte += 1;
    }
    classes
};

/// The runs of letters and digits of a text, each with its hash.
pub(super) struct HashedWords<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> HashedWords<'a> {
    pub(super) fn new(text: &'a str) -> HashedWords<'a> {
        HashedWords { text, at: 0 }
    }

    /// The letter or digit here, and its length in bytes; otherwise the length of what is none.
    #[inline]
    fn letter(&self, byte: u8) -> Result<(u32, usize), usize> {
        match CLASSES[usize::from(byte)] {
            Class::Letter => Ok((u32::from(byte), 1)),
            Class::Sign => Err(1),
            Class::Pair => {
                let second = self.text.as_bytes().get(self.at + 1);
                let second = second.copied().unwrap_or_default();
                Ok((u32::from(byte) << 8 | u32::from(second), 2))
            }
            Class::Asked => match self.text[self.at..].chars().next() {
                Some(letter) if letter.is_alphanumeric() => {
                    Ok((u32::from(letter) << 16, letter.len_utf8()))
                }
                letter => Err(letter.map_or(1, char::len_utf8)),
            },
        }
    }
}

impl Iterator for HashedWords<'_> {
    type Item = (Range<usize>, WordHash);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        while let Err(length) = self.letter(*bytes.get(self.at)?) {
            self.at += length;
        }
        let start = self.at;
        let mut hash = WordHash(0);
        while let Some(&byte) = bytes.get(self.at)
            && let Ok((letter, length)) = self.letter(byte)
        {
            hash = hash.with(letter);
            self.at += length;
        }
        Some((start..self.at, hash))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let text = "<b>Әлия-Ós1 №7</b> 𝐀ß, „ь“";
        let words: Vec<&str> = HashedWords::new(text)
            .map(|(word, _)| &text[word])
            .collect();
        assert_eq!(words, ["b", "Әлия", "Ós1", "7", "b", "𝐀ß", "ь"]);
    }

    #[test]
    fn a_word_is_asked_for_once_and_by_each_guard_anew() {
        let text = "ab ba ab";
        let hashes: Vec<WordHash> = HashedWords::new(text).map(|(_, hash)| hash).collect();
        assert!(hashes[0] == hashes[2] && hashes[0] != hashes[1]);
        let asked = |serial| {
            let mut asked = 0;
            with_memo(serial, |memo| {
                for &hash in &hashes {
                    let look = WordLook {
                        kind: WordKind::Core,
                        begins: true,
                    };
                    let known = memo.get(hash, || {
                        asked += 1;
                        look
                    });
                    assert_eq!(known, look);
                }
            });
            asked
        };
        assert_eq!([asked(1 << 40), asked(1 << 40), asked(1 << 41)], [2, 0, 2]);
    }
}
