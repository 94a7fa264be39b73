//! A text that was cut: what cut it, where, and how it should be written.

use std::ops::Range;

/// What happened to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// A `#` behind a space: the rest is a note.
    Hash,
    /// The same where nothing is left of the value.
    OnlyNote,
    /// Nothing but `#`, which spreadsheets show for a number that is too wide for its column.
    Narrow,
    /// A comma inside brackets.
    Comma,
    /// No space behind a colon inside brackets.
    ColonSpace,
    /// No colon between a field and its value, inside brackets.
    NoColon,
    /// Items of a list without the brackets around them, inside others.
    BareList,
    /// The value stands in quotation marks of a word processor: these, as a pair.
    WordQuotes(&'static str),
    /// The first word begins with `&`: a name by which nobody asks for the value.
    Anchor,
    /// The value ends in a quotation mark that nothing opens.
    StrayQuote,
}

/// A text that was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CutText {
    pub why: Cut,
    /// The byte at which it was cut.
    pub at: usize,
    /// The line, or the value in brackets, as it should be written; empty where nobody can know.
    pub line: String,
}

/// The plain scalar that ends at this byte; `plain` are those of the text, in their order.
pub(super) fn plain_until(plain: &[Range<usize>], end: usize) -> Option<&Range<usize>> {
    let nth = plain.partition_point(|range| range.end < end);
    plain.get(nth).filter(|range| range.end == end)
}
