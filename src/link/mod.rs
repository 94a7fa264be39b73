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
pub(crate) use prose::{anchors, check as check_prose, find};
pub(crate) use query::{Asked, MapFigure, ask};

use crate::diagnostic::At;
use crate::model::write_up::WriteUp;

/// The place of a write-up as a whole: the beginning of its first file.
pub(crate) fn place_of(text: &WriteUp) -> At {
    let first = text
        .versions
        .iter()
        .find_map(|(_, version)| version.as_ref());
    match first {
        Some(version) => At::span(version.origin.source, 0..0),
        None => At::File(text.folder.to_string()),
    }
}
