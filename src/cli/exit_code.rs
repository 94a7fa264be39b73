//! Exit codes, but for 0: done.

/// There are errors in the content, or it could not be written out.
pub(super) const CONTENT_ERRORS: u8 = 1;

/// Wrong use, or a folder that cannot be used.
pub(super) const WRONG_USE: u8 = 2;

/// Figures changed, where that was asked for.
pub(super) const CHANGED: u8 = 3;
