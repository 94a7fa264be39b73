//! Linking: ids to indices, the languages of a write-up merged into one, links and queries in prose checked.
//!
//! The means alone: in which order the records of all kinds are linked is told by `records`. Knows nothing of languages'
//! grammar or templates.

mod ids;
mod merge;
mod merged_write_up;
mod prose;
mod query;

pub(crate) use ids::{IdTables, Miss};
pub(crate) use merge::{Memoised, merge};
pub(crate) use merged_write_up::{Facts, LanguageFiles, MergedWriteUp, StatedFact};
pub(crate) use prose::resolve_links;
