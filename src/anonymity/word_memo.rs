//! Word memo: what the words that a thread saw of late may be, by their hashes.
//!
//! A build has a hundred words for each one that it did not see before.

use std::cell::RefCell;

use super::hashed_words::WordHash;

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
