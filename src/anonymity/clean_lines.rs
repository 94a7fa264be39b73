//! Clean lines: a memo of the lines of texts that name nobody, by their hashes.
//!
//! All pages share their head, menu and foot, and most share cards and rows. What a thread learned of a line all threads know until
//! another takes its place: a word of memory for each, without locks. Only what was read closely is remembered for good.

use std::hash::{BuildHasher, Hasher};
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ahash::{HashMap, RandomState};

use super::hit::Hit;

/// Places of what is remembered of the lines that were seen last: two megabytes.
const PLACES: usize = 1 << 18;

/// What is remembered of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It names nobody.
    Clean = 1,
    /// A name may begin or end here that goes on in the next line, or came from the one before.
    Edge = 2,
    /// It names somebody.
    Named = 3,
    /// It has no part of any name, so that none goes on from the lines beside it.
    Bare = 4,
    /// It names nobody but namesakes, and no name goes on from it or to it.
    Namesake = 5,
}

/// Of what a text is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Line,
    /// A line with those around it.
    Around,
    /// A line in which numbers are no matter.
    Shape,
}

/// The hash of a text, in which the lowest bits are free for what is remembered of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key(u64);

/// The bits of what is remembered.
const VERDICT: u64 = 7;

/// Facts about lines.
pub(super) struct CleanLines {
    /// Tells memos apart in what a thread remembers of words.
    serial: u64,
    /// The lines that were seen last.
    recent: Box<[AtomicU64]>,
    /// What the few lines say that were read closely.
    verdicts: Mutex<HashMap<u64, Verdict>>,
    /// What stands in those that name somebody, by the first byte of those around them.
    hits: Mutex<HashMap<u64, Arc<[Hit]>>>,
}

static SERIAL: AtomicU64 = AtomicU64::new(1);

impl Default for CleanLines {
    fn default() -> CleanLines {
        CleanLines {
            serial: SERIAL.fetch_add(1, Ordering::Relaxed),
            recent: std::iter::repeat_with(AtomicU64::default)
                .take(PLACES)
                .collect(),
            verdicts: Mutex::default(),
            hits: Mutex::default(),
        }
    }
}

impl CleanLines {
    /// What was learned of a text of late.
    pub(super) fn get(&self, key: Key) -> Option<Verdict> {
        let known = self.recent[place(key)].load(Ordering::Relaxed);
        if (known ^ key.0) & !VERDICT != 0 {
            return None;
        }
        match known & VERDICT {
            1 => Some(Verdict::Clean),
            2 => Some(Verdict::Edge),
            3 => Some(Verdict::Named),
            4 => Some(Verdict::Bare),
            5 => Some(Verdict::Namesake),
            _ => None,
        }
    }

    /// The same of several texts. What is remembered lies far apart in memory: to ask for one after the other takes longer.
    pub(super) fn get_each(&self, keys: &[Key], known_of: &mut Vec<Option<Verdict>>) {
        known_of.clear();
        known_of.extend(keys.iter().map(|key| self.get(*key)));
    }

    /// Remembers what a text says.
    pub(super) fn learn(&self, key: Key, verdict: Verdict) {
        self.recent[place(key)].store(key.0 | verdict as u64, Ordering::Relaxed);
    }

    /// What a line says that any thread read closely; `read` does so if none did.
    pub(super) fn verdict(&self, key: Key, read: impl FnOnce() -> Verdict) -> Verdict {
        let known = held(&self.verdicts).get(&key.0).copied();
        let verdict = known.unwrap_or_else(|| {
            let verdict = read();
            held(&self.verdicts).insert(key.0, verdict);
            verdict
        });
        self.learn(key, verdict);
        verdict
    }

    /// What any thread found in a line and those around it; `find` does so if none did.
    pub(super) fn hits(&self, key: Key, find: impl FnOnce() -> Vec<Hit>) -> Arc<[Hit]> {
        if self.get(key) == Some(Verdict::Clean) {
            return Arc::default();
        }
        let known = held(&self.hits).get(&key.0).cloned();
        let hits = known.unwrap_or_else(|| {
            let hits: Arc<[Hit]> = find().into();
            held(&self.hits).insert(key.0, hits.clone());
            hits
        });
        if hits.is_empty() {
            self.learn(key, Verdict::Clean);
        }
        hits
    }

    /// What tells this memo apart from every other of the program.
    pub(super) fn serial(&self) -> u64 {
        self.serial
    }
}

fn held<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn place(key: Key) -> usize {
    (key.0 >> 20) as usize % PLACES
}

/// The key of a text, the same in every run.
pub(super) fn key(text: &[u8], markup: bool, extent: Extent) -> Key {
    const STATE: RandomState = RandomState::with_seeds(
        0x243f_6a88_85a3_08d3,
        0x1319_8a2e_0370_7344,
        0xa409_3822_299f_31d0,
        0x082e_fa98_ec4e_6c89,
    );
    let mut hasher = STATE.build_hasher();
    hasher.write(text);
    hasher.write_u8(u8::from(markup) << 2 | extent as u8);
    Key(hasher.finish() & !VERDICT)
}

/// The lines of a text, each with those that it cannot be read without: a tag that ends in another, a word that is parted.
pub(super) fn lines(text: &str, markup: bool) -> Vec<Range<usize>> {
    let mut lines = Vec::with_capacity(text.len() / USUAL + 1);
    let bytes = text.as_bytes();
    let (mut start, mut line, mut is_open) = (0, 0, false);
    let ends = memchr::memchr_iter(b'\n', bytes).map(|at| at + 1);
    for end in ends.chain([bytes.len()]) {
        // Most lines of a page end in a tag.
        let is_whole = markup && bytes[line..end].ends_with(b">\n");
        is_open = markup && !is_whole && is_open_after(&bytes[line..end], is_open);
        let is_parted = || {
            let line = text[line..end].trim_end();
            line.ends_with(['-', '\u{ad}', '\u{2010}'])
        };
        if start < end && !is_open && (is_whole || !is_parted()) {
            lines.push(start..end);
            start = end;
        }
        line = end;
    }
    if start < bytes.len() {
        lines.push(start..bytes.len());
    }
    lines
}

/// A line with the same sign for each digit of its plain numbers, where they stand by themselves: a list has many lines that
/// differ in nothing else. None if it has no such numbers. `is_plain` says whether a number is no part of any name.
pub(super) fn shape(line: &str, is_plain: impl Fn(&str) -> bool) -> Option<Vec<u8>> {
    /// No text has it.
    const DIGIT: u8 = 1;
    /// What a number is beside in a sum, a year, a value: none that it may be a part of a word or an escape with.
    const BESIDE: &[u8] = b" \"'<>()/=-.,:;\n";
    const SIGNS: [&str; 5] = ["\u{a0}", "\u{202f}", "₸", "–", "—"];
    let mut bytes = Vec::new();
    let mut at = 0;
    let length_of = |from: usize| {
        let digits = line.as_bytes()[from..].iter();
        digits.take_while(|byte| byte.is_ascii_digit()).count()
    };
    while let Some(start) = next_digit(line.as_bytes(), at) {
        at = start + length_of(start);
        let (before, after) = (&line[..start], &line[at..]);
        let stands_behind = before
            .bytes()
            .next_back()
            .is_none_or(|byte| BESIDE.contains(&byte))
            || SIGNS.iter().any(|sign| before.ends_with(sign));
        let stands_before = after
            .bytes()
            .next()
            .is_none_or(|byte| BESIDE.contains(&byte))
            || SIGNS.iter().any(|sign| after.starts_with(sign));
        if stands_behind && stands_before && is_plain(&line[start..at]) {
            if bytes.is_empty() {
                bytes.extend_from_slice(line.as_bytes());
            }
            bytes[start..at].fill(DIGIT);
        }
    }
    Some(bytes).filter(|shape| !shape.is_empty())
}

/// The first digit at or after a place. Most lines have few: many bytes are asked at once.
fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    const CHUNK: usize = 32;
    let mut at = from;
    while let Some(chunk) = bytes.get(at..at + CHUNK)
        && !chunk
            .iter()
            .fold(false, |any, byte| any | byte.is_ascii_digit())
    {
        at += CHUNK;
    }
    let digit = bytes[at..].iter().position(u8::is_ascii_digit);
    digit.map(|digit| at + digit)
}

/// The bytes of a line as most are.
const USUAL: usize = 48;

/// Whether a tag is open at the end of a line, at whose beginning one was or was not.
pub(super) fn is_open_after(line: &[u8], was_open: bool) -> bool {
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
            let lines = lines(text, markup).into_iter();
            lines.map(|line| &text[line]).collect::<Vec<_>>()
        };
        assert_eq!(parts("a\nb-\nc\n", false), ["a\n", "b-\nc\n"]);
        assert_eq!(parts("Ай<b\nx=y>гүл\nd", true), ["Ай<b\nx=y>гүл\n", "d"]);
        assert_eq!(parts("a < b\nc", false), ["a < b\n", "c"]);
        assert_eq!(parts("", true), [""; 0]);
        assert_eq!(parts("a\n<i\nx\ny>\nb", true), ["a\n", "<i\nx\ny>\n", "b"]);
        assert_eq!(parts("-\n-", false), ["-\n-"]);
        assert_eq!(parts("-\nb>\nc", true), ["-\nb>\n", "c"]);
        assert_eq!(parts("<i -\nx>\nc\n", true), ["<i -\nx>\n", "c\n"]);
    }

    #[test]
    fn a_shape_is_without_the_numbers_that_stand_by_themselves() {
        let shape = |line: &str| {
            let shape = shape(line, |number| number != "41");
            let shape = shape.map(|shape| String::from_utf8(shape).unwrap());
            shape.map(|shape| shape.replace('\u{1}', "_"))
        };
        for (line, expected) in [
            (
                "<a b=\"16\">1\u{a0}620 ₸, ₸44</a>",
                "<a b=\"__\">_\u{a0}___ ₸, ₸__</a>",
            ),
            ("7 мың, p0087-12, 41", "_ мың, p0087-__, 41"),
        ] {
            assert_eq!(shape(line).as_deref(), Some(expected));
        }
        for line in [
            "&#1040;", "%20", "\\0410", "x1", "1x", "Ж5", "5Ж", "5&#1040;", "41", "жоқ", "",
        ] {
            assert_eq!(shape(line), None, "{line}");
        }
    }

    #[test]
    fn what_one_memo_learned_another_does_not_know() {
        let (one, other) = (CleanLines::default(), CleanLines::default());
        let key = |text: &str| key(text.as_bytes(), false, Extent::Line);
        one.learn(key("a"), Verdict::Edge);
        let known = |memo: &CleanLines, text| memo.get(key(text));
        assert_eq!(known(&one, "a"), Some(Verdict::Edge));
        assert_eq!([known(&other, "a"), known(&one, "b")], [None, None]);
        assert_eq!(one.get(super::key(b"a", false, Extent::Around)), None);
    }
}
