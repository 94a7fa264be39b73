//! Joints: what stands between two words that may be one, an apostrophe or a hyphen.

use std::ops::Range;

use super::hashed_words::{HashedWords, WordHash};
use super::tokens::is_apostrophe;

/// The runs of letters and digits of a text, each with all that hyphens join before it, if any do.
pub(super) fn joined_words(
    text: &str,
) -> impl Iterator<Item = (Range<usize>, WordHash, Option<Range<usize>>)> {
    let mut last: Option<Range<usize>> = None;
    HashedWords::new(text, false).map(move |(word, hash)| {
        let before = last.take();
        let before = before.filter(|last| is_joint(&text[last.end..word.start]));
        let joined = before.map(|before| before.start..word.end);
        last = Some(joined.clone().unwrap_or(word.clone()));
        (word, hash, joined.filter(may_be_name))
    })
}

/// The most bytes of a name in hyphens: each of its 300 letters has two bytes, and a hyphen behind it.
const LONGEST: usize = 1 << 10;

/// Whether what hyphens join is no longer than a name. To look at each beginning of a line of hyphens would take hours.
pub(super) fn may_be_name(joined: &Range<usize>) -> bool {
    joined.len() <= LONGEST
}

/// Whether what stands between two words may join them: a hyphen, also at the end of a line, or the sign of a soft letter.
pub(super) fn is_joint(between: &str) -> bool {
    let first = between.as_bytes().first();
    let may_join = first.is_some_and(|first| may_be_joint(*first));
    may_join && between.len() <= LONGEST_JOINT && (is_apostrophe(between) || is_hyphen(between))
}

/// Whether what joins two words may begin with this byte. Most words are parted by a space.
pub(super) fn may_be_joint(first: u8) -> bool {
    matches!(first, b'-' | b'\'' | b'`' | b'&') || !first.is_ascii()
}

/// The most bytes of what joins two words: an apostrophe as an escape, a hyphen with the indentation of a line behind it.
const LONGEST_JOINT: usize = 32;

/// Whether what stands between two words is a hyphen, also at the end of a line.
fn is_hyphen(between: &str) -> bool {
    matches!(between.trim_end(), "-" | "\u{2010}")
}
