//! Marks that a program has put a `\` before, as Google Docs does: `\[портал\](https://egov.kz)`, `\*\*Қалың\*\*`.
//!
//! Takes a run, gives such marks in it. A sign alone that is escaped is meant to be shown.

use super::around::Around;
use super::brackets::begins_address;
use super::line_starts::Left;
use super::run::Run;

/// The bracket of a link whose `]` is escaped at `at`, and its address not.
pub(super) fn link(run: &Run, at: usize, around: &Around<'_, '_>) -> Option<Left> {
    let rest = run.text[at..].strip_prefix("](")?;
    let is_link = run.text[..at].contains('[') && begins_address(rest, around);
    is_link.then(|| Left::new("escaped", "](", at..at + 2))
}

/// The first pair of escaped `**` around words.
pub(super) fn marks(run: &Run) -> Option<Left> {
    let text = run.text.as_str();
    let mut marks = text
        .match_indices("**")
        .map(|(at, _)| at)
        .filter(|at| run.is_literal(*at) && run.is_literal(at + 1));
    let (first, last) = (marks.next()?, marks.next()?);
    let inner = text.get(first + 2..last)?;
    let is_word = |letter: Option<char>| letter.is_some_and(|letter| !letter.is_whitespace());
    let is_pair = is_word(inner.chars().next())
        && is_word(inner.chars().next_back())
        && inner.contains(char::is_alphanumeric);
    is_pair.then(|| Left::new("escaped", "**", first..first + 2))
}
