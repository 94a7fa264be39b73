//! The length limit of what may be a slip.

/// Longer texts are no slips.
pub(super) const LONGEST: usize = 100;
