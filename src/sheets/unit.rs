//! The unit of a column: what one of its numbers stands for.

/// In what a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Tenge,
    /// An editor said what each number is multiplied by.
    Said(u32),
    /// Its heading says thousands or millions.
    Seems(u32),
}
