//! Clean lines: a memo of the lines and words of texts that name nobody, by their hashes.
//!
//! All pages share their head, menu and foot, and most share cards and rows: a line is looked through once in a build.

use std::cell::RefCell;
use std::hash::{BuildHasher, Hasher};
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use ahash::{HashSet, RandomState};

/// Parts of the memo that threads can use side by side.
const SHARDS: usize = 64;

/// Places of what a thread remembers of the lines that it saw last, and as many of the words.
const RECENT: usize = 1 << 15;

/// Lines, or places around one, and words that name nobody.
#[derive(Debug)]
pub(super) struct CleanLines {
    /// Tells memos apart in what a thread remembers.
    serial: u64,
    shards: Vec<Mutex<HashSet<u64>>>,
}

/// What a thread remembers, and of which memo.
type Recent = RefCell<(u64, Box<[u64]>)>;

thread_local! {
    static LINES: Recent = RefCell::new((0, vec![0; RECENT].into()));
    static WORDS: Recent = RefCell::new((0, vec![0; RECENT].into()));
}

static SERIAL: AtomicU64 = AtomicU64::new(1);

impl Default for CleanLines {
    fn default() -> CleanLines {
        CleanLines {
            serial: SERIAL.fetch_add(1, Ordering::Relaxed),
            shards: (0..SHARDS).map(|_| Mutex::default()).collect(),
        }
    }
}

impl CleanLines {
    /// Whether a line was learned.
    pub(super) fn has(&self, key: u64) -> bool {
        if LINES.with(|recent| self.is_recent(recent, key)) {
            return true;
        }
        let known = self.shard(key).contains(&key);
        if known {
            LINES.with(|recent| self.remember(recent, key));
        }
        known
    }

    pub(super) fn learn(&self, key: u64) {
        LINES.with(|recent| self.remember(recent, key));
        self.shard(key).insert(key);
    }

    /// Whether this thread learned a word of late.
    pub(super) fn has_word(&self, key: u64) -> bool {
        WORDS.with(|recent| self.is_recent(recent, key))
    }

    pub(super) fn learn_word(&self, key: u64) {
        WORDS.with(|recent| self.remember(recent, key));
    }

    fn is_recent(&self, recent: &Recent, key: u64) -> bool {
        let recent = recent.borrow();
        recent.0 == self.serial && recent.1[place(key)] == key
    }

    fn remember(&self, recent: &Recent, key: u64) {
        let (serial, recent) = &mut *recent.borrow_mut();
        if *serial != self.serial {
            recent.fill(0);
            *serial = self.serial;
        }
        recent[place(key)] = key;
    }

    fn shard(&self, key: u64) -> MutexGuard<'_, HashSet<u64>> {
        let shard = &self.shards[(key >> 58) as usize % SHARDS];
        shard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn place(key: u64) -> usize {
    (key >> 20) as usize % RECENT
}

/// The hash of a text, the same in every run; never 0.
pub(super) fn hash(text: &str, markup: bool) -> u64 {
    const STATE: RandomState = RandomState::with_seeds(
        0x243f_6a88_85a3_08d3,
        0x1319_8a2e_0370_7344,
        0xa409_3822_299f_31d0,
        0x082e_fa98_ec4e_6c89,
    );
    let mut hasher = STATE.build_hasher();
    hasher.write(text.as_bytes());
    hasher.write_u8(u8::from(markup));
    hasher.finish() | 4
}

/// The lines of a text, each with those that it cannot be read without: a tag that ends in another, a word that is parted.
pub(super) fn lines(text: &str, markup: bool) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        if start >= text.len() {
            return None;
        }
        loop {
            let rest = &text.as_bytes()[at..];
            at = memchr::memchr(b'\n', rest).map_or(text.len(), |end| at + end + 1);
            let line = text[start..at].trim_end();
            let is_open = markup && {
                let bytes = line.as_bytes();
                memchr::memrchr(b'<', bytes) > memchr::memrchr(b'>', bytes)
            };
            let is_parted = line.ends_with(['-', '\u{ad}', '\u{2010}']);
            if at >= text.len() || !is_open && !is_parted {
                return Some(start..at);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_all_that_it_is_read_with() {
        let parts = |text: &'static str, markup| {
            lines(text, markup)
                .map(|line| &text[line])
                .collect::<Vec<_>>()
        };
        assert_eq!(parts("a\nb-\nc\n", false), ["a\n", "b-\nc\n"]);
        assert_eq!(parts("Ай<b\nx=y>гүл\nd", true), ["Ай<b\nx=y>гүл\n", "d"]);
        assert_eq!(parts("a < b\nc", false), ["a < b\n", "c"]);
        assert_eq!(parts("", true), [""; 0]);
    }

    #[test]
    fn what_one_memo_learned_another_does_not_know() {
        let (one, other) = (CleanLines::default(), CleanLines::default());
        let key = hash("a", false);
        one.learn(key);
        assert!(one.has(key) && !other.has(key) && one.has(key));
    }
}
