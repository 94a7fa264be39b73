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

/// What is remembered of a text: each in a memo of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fact {
    /// A line names nobody.
    Clean,
    /// A line names nobody by itself, but may with the one before or behind it.
    Edge,
    /// A line has no part of a name at all.
    NoPart,
    /// A line and those around it name nobody.
    CleanAround,
    /// A word is no part of a name.
    Other,
    /// A word is one of those that a company is called by.
    Core,
}

/// The hash of a text, in which the lowest bits are free for what is remembered of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key(u64);

impl Key {
    fn of(self, fact: Fact) -> u64 {
        self.0 | fact as u64
    }
}

/// Facts about lines and words.
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
    pub(super) fn has(&self, key: Key, fact: Fact) -> bool {
        let key = key.of(fact);
        if LINES.with(|recent| self.is_recent(recent, key)) {
            return true;
        }
        let known = self.shard(key).contains(&key);
        if known {
            LINES.with(|recent| self.remember(recent, key));
        }
        known
    }

    pub(super) fn learn(&self, key: Key, fact: Fact) {
        let key = key.of(fact);
        LINES.with(|recent| self.remember(recent, key));
        self.shard(key).insert(key);
    }

    /// Whether this thread learned a word of late.
    pub(super) fn has_word(&self, key: Key, fact: Fact) -> bool {
        WORDS.with(|recent| self.is_recent(recent, key.of(fact)))
    }

    pub(super) fn learn_word(&self, key: Key, fact: Fact) {
        WORDS.with(|recent| self.remember(recent, key.of(fact)));
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

/// The key of a text, the same in every run.
pub(super) fn key(text: &str, markup: bool) -> Key {
    const STATE: RandomState = RandomState::with_seeds(
        0x243f_6a88_85a3_08d3,
        0x1319_8a2e_0370_7344,
        0xa409_3822_299f_31d0,
        0x082e_fa98_ec4e_6c89,
    );
    let mut hasher = STATE.build_hasher();
    hasher.write(text.as_bytes());
    hasher.write_u8(u8::from(markup));
    // The fourth bit keeps it from being the 0 of an empty place.
    Key(hasher.finish() & !7 | 8)
}

/// The lines of a text, each with those that it cannot be read without: a tag that ends in another, a word that is parted.
pub(super) fn lines(text: &str, markup: bool) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let mut is_open = false;
        while at < bytes.len() {
            let line = at;
            at = memchr::memchr(b'\n', &bytes[line..]).map_or(bytes.len(), |end| line + end + 1);
            if markup {
                is_open = is_open_after(&bytes[line..at], is_open);
            }
            let is_parted = text[line..at]
                .trim_end()
                .ends_with(['-', '\u{ad}', '\u{2010}']);
            if !is_open && !is_parted {
                break;
            }
        }
        (start < at).then_some(start..at)
    })
}

/// Whether a tag is open at the end of a line, at whose beginning one was or was not.
fn is_open_after(line: &[u8], was_open: bool) -> bool {
    let begins_tag = |at: &usize| {
        let next = line.get(at + 1);
        next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'))
    };
    let last = memchr::memrchr(b'<', line).filter(begins_tag);
    match (last, memchr::memrchr(b'>', line)) {
        (Some(begin), end) => end.is_none_or(|end| end < begin),
        (None, Some(_)) => false,
        (None, None) => was_open,
    }
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
        assert_eq!(parts("a\n<i\nx\ny>\nb", true), ["a\n", "<i\nx\ny>\n", "b"]);
        assert_eq!(parts("-\n-", false), ["-\n-"]);
    }

    #[test]
    fn what_one_memo_learned_another_does_not_know() {
        let (one, other) = (CleanLines::default(), CleanLines::default());
        let key = key("a", false);
        one.learn(key, Fact::Edge);
        assert!(one.has(key, Fact::Edge) && !other.has(key, Fact::Edge));
        assert!(!one.has(key, Fact::Clean) && one.has(key, Fact::Edge));
    }
}
