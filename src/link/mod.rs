//! Linking: foreign key resolution of ids, merge of translations, resolution of links and queries in prose.
//!
//! The means alone: in which order the records of all kinds are linked is for `records` to say. Knows nothing of
//! languages' grammar or templates.

mod ids;
mod merge;
mod merged_write_up;
mod prose;
mod query;

pub(crate) use ids::{IdTables, Miss, folder_of};
pub(crate) use merge::{Memoised, merge};
pub(crate) use merged_write_up::{Facts, LanguageFiles, MergedWriteUp, StatedFact};
pub(crate) use prose::resolve_links;
