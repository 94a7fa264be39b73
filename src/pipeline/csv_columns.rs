//! Columns of lists as CSV, made once for each language: rows by the ten thousand have the same.

use std::sync::OnceLock;

use crate::data::{GivenProject, ReadersColumns};
use crate::model::index::ContributionId;

/// The columns of one language, once a row needs them.
#[derive(Default)]
pub(super) struct CsvColumns {
    pub contributions: OnceLock<ReadersColumns<ContributionId>>,
    pub projects: OnceLock<ReadersColumns<GivenProject>>,
}
