//! Word memo: what the words that a thread saw of late may be, by their hashes.
//!
//! A build has a hundred words for each one that it did not see before.

use std::cell::RefCell;

use super::hashed_words::WordHash;

/// Places of what a thread remembers.
const PLACES: usize = 1 << 18;

/// Places of the classes of words: they are asked for first, and have to stay near the processor.
const CLASSES: usize = 1 << 14;

/// The most parts of names that a thread remembers, by their numbers.
const MOST_PARTS: usize = 1 << 15;

/// What a word may be by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordKind {
    /// It is no part of any name.
    Other,
    /// A part of names that names nobody without others.
    Part(PartOf),
    /// Anything by which a name is looked for.
    Anchor,
    /// Two words, which make a name with no more than so many others between them.
    Pair(u8),
    /// A surname with the name of somebody else beside it.
    Others {
        /// That is a given name.
        is_given: bool,
    },
}

/// Of which names a word is a part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct PartOf {
    /// It may be a given name, and no other part of a name.
    pub is_given_only: bool,
    /// So many words at most may stand between it and another of the name; none if it is not looked for by this word.
    pub reach: Option<u8>,
    /// It is a word of what a company, a fund or a group is called.
    pub is_core: bool,
    /// It may be a surname.
    pub is_surname: bool,
    /// It is no part of a name that is looked for word by word, as it is stated.
    pub is_unstated: bool,
    /// As nothing but a surname it may go on.
    pub goes_on_as_surname: bool,
    /// So many other words may stand between it and the beginning of a line, where the name began in the one before, and between it
    /// and the end, where the name goes on in the next.
    pub may_go_on: [Option<u8>; 2],
}

/// What is remembered of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WordLook {
    pub kind: WordKind,
    /// What a company is called as one word may begin with it.
    pub begins: bool,
}

/// What a word is to a line in which there is no part of a name but given names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordClass {
    /// It is no part of any name, begins none, and has more than one letter.
    Plain = 1,
    /// It is no part of any name.
    Other = 2,
    /// It may be a given name, and nothing else.
    Given = 3,
}

/// The bits of a class; the others are those of the hash.
const CLASS: u64 = 3;

/// The number of a look in a place; the other bits are those of the hash that do not say which place it is.
const NUMBER: u64 = 0xffff;

/// The words that a thread saw of late, and what they may be for one guard.
pub(super) struct WordMemo {
    /// Of which guard.
    serial: u64,
    /// The hashes of words that are no part of any name or only given names, each with its class.
    classes: Box<[u64]>,
    places: Box<[u64]>,
    /// None; what is no part and begins nothing, or something; then what is a part, each as often as it was looked at.
    looks: Vec<WordLook>,
}

thread_local! {
    static MEMO: RefCell<WordMemo> = RefCell::new(WordMemo::new());
}

/// Gives the memo of this thread, which knows nothing yet if it was another guard's.
pub(super) fn with_memo<T>(serial: u64, run: impl FnOnce(&mut WordMemo) -> T) -> T {
    MEMO.with_borrow_mut(|memo| {
        if memo.serial != serial {
            memo.forget();
            memo.serial = serial;
        }
        run(memo)
    })
}

impl WordMemo {
    fn new() -> WordMemo {
        let plain = |begins: bool| WordLook {
            kind: WordKind::Other,
            begins,
        };
        WordMemo {
            serial: 0,
            classes: vec![0; CLASSES].into(),
            places: vec![0; PLACES].into(),
            looks: vec![plain(false), plain(false), plain(true)],
        }
    }

    fn forget(&mut self) {
        self.classes.fill(0);
        self.places.fill(0);
        self.looks.truncate(3);
    }

    /// The class that is known of the word with this hash.
    #[inline]
    pub(super) fn class(&self, WordHash(hash): WordHash) -> Option<WordClass> {
        let known = self.classes[place_of_class(hash)];
        match known & CLASS {
            _ if (known ^ hash) & !CLASS != 0 => None,
            1 => Some(WordClass::Plain),
            2 => Some(WordClass::Other),
            3 => Some(WordClass::Given),
            _ => None,
        }
    }

    /// Whether the word with this hash is known as plain.
    #[inline]
    pub(super) fn is_plain(&self, word: WordHash) -> bool {
        self.class(word) == Some(WordClass::Plain)
    }

    /// Remembers the class of a word.
    pub(super) fn learn_class(&mut self, WordHash(hash): WordHash, class: WordClass) {
        self.classes[place_of_class(hash)] = hash & !CLASS | class as u64;
    }

    /// What is known of the word with this hash; `look` says it of one that is not remembered.
    #[inline]
    pub(super) fn get(&mut self, hash: WordHash, look: impl FnOnce() -> WordLook) -> WordLook {
        let WordHash(hash) = hash;
        let at = (hash >> 46) as usize % PLACES;
        let known = self.places[at];
        let number = known & NUMBER;
        if number != 0 && (known ^ hash << 16) & !NUMBER == 0 {
            return self.looks[number as usize];
        }
        let number = self.number(look());
        self.places[at] = hash << 16 | number as u64;
        self.looks[number]
    }

    fn number(&mut self, look: WordLook) -> usize {
        if look.kind == WordKind::Other {
            return 1 + usize::from(look.begins);
        }
        if self.looks.len() > MOST_PARTS {
            self.forget();
        }
        self.looks.push(look);
        self.looks.len() - 1
    }
}

fn place_of_class(hash: u64) -> usize {
    (hash >> 2) as usize % CLASSES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_asked_for_once_and_by_each_guard_anew() {
        let hashes = ["ab", "ba", "ab"].map(WordHash::of);
        assert!(hashes[0] == hashes[2] && hashes[0] != hashes[1]);
        let asked = |serial| {
            let mut asked = 0;
            with_memo(serial, |memo| {
                for &hash in &hashes {
                    let look = WordLook {
                        kind: WordKind::Part(PartOf::default()),
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

    /// However many parts of names a thread sees, what it says of each is its own.
    #[test]
    fn parts_are_told_apart_when_there_are_more_than_are_remembered() {
        with_memo(1 << 42, |memo| {
            for number in (0..3 * MOST_PARTS).chain(0..100) {
                let look = || WordLook {
                    kind: WordKind::Pair((number % 251) as u8),
                    begins: false,
                };
                let known = memo.get(WordHash::of(&number.to_string()), look);
                assert_eq!(known, look());
            }
        });
    }
}
