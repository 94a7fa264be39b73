//! Marks that a program has put a `\` before, as Google Docs does: `\[портал\](https://egov.kz)`, `\*\*Қалың\*\*`; and formulas
//! between such brackets, as chat programs write them: `\(x^2\)`.
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

/// The first formula between escaped brackets of each kind. Words between them are words in brackets.
pub(super) fn formulas(run: &Run) -> impl Iterator<Item = Left> {
    let text = run.text.as_str();
    [('(', ')'), ('[', ']')]
        .into_iter()
        .filter_map(|(open, close)| {
            let first = text
                .match_indices(open)
                .map(|(at, _)| at)
                .find(|at| run.is_literal(*at))?;
            let inner = &text[first + 1..];
            let end = inner
                .match_indices(close)
                .map(|(at, _)| at)
                .find(|at| run.is_literal(first + 1 + at))?;
            let is_formula = inner[..end].contains(['\\', '^', '_', '{', '=']);
            let whole = first..first + 1 + end + 1;
            let is_link = inner[end + 1..].starts_with('(');
            (is_formula && !is_link).then(|| Left::new("foreign", &text[whole.clone()], whole))
        })
}
