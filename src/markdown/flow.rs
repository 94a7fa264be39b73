//! A flow of pieces: the body of a text, or a footnote, which can be put elsewhere as a whole.

use std::ops::Range;

use super::piece::Pieces;

/// A text of its own, which can be put elsewhere as a whole: the body, or a footnote.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) pieces: Pieces,
    /// The ids of its headings.
    pub(super) ids: Vec<String>,
    /// The indices in `pieces` of the lists that are open, the innermost last.
    pub(super) lists: Vec<usize>,
    /// Where the mark of a footnote stands.
    pub(super) range: Range<usize>,
}
