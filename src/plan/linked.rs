//! Linked content with its sums: what files beside pages are planned from.

use super::inverted_indexes::InvertedIndexes;
use crate::model::portal::Portal;
use crate::totals::Totals;

/// A linked portal, its sums, and what belongs to each record.
#[derive(Clone, Copy)]
pub(super) struct Linked<'a> {
    pub portal: &'a Portal,
    pub totals: &'a Totals,
    pub indexes: &'a InvertedIndexes,
}
