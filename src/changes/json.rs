//! Changes as JSON, for machines: whole tenge as numbers, `null` where no amount is known, names in all languages.

use serde::Serialize;

use super::change::{Change, Pair};
use super::compare::Changes;
use super::files::{FileChanges, FileCounts};
use super::moves::{GiftMove, ProjectMove};
use crate::manifest::SumRow;
use crate::model::axis::Axis;

/// The changes as they are written.
#[derive(Serialize)]
struct Written<'a> {
    changed: bool,
    edition: &'a Pair<String>,
    delivered: &'a Pair<SumRow>,
    pledged: &'a Pair<SumRow>,
    projects_count: &'a Pair<usize>,
    named_patrons: &'a Pair<usize>,
    named_patrons_less: usize,
    unnamed_patrons: usize,
    unnamed_rows: usize,
    regions: &'a [Change],
    years: &'a [Change],
    directions: &'a [Change],
    object_kinds: &'a [Change],
    districts: &'a [Change],
    home_regions: &'a [Change],
    patrons: &'a [Change],
    projects: &'a [Change],
    unnamed_projects: usize,
    moved_to_region: &'a [ProjectMove],
    moved_to_direction: &'a [ProjectMove],
    moved_to_patron: &'a [GiftMove],
    /// Of two published states.
    pages: Option<FileCounts>,
    other_files: Option<FileCounts>,
}

/// The changes as one object.
///
/// # Errors
/// None that can come about: every key is a text.
pub(crate) fn json(changes: &Changes, files: Option<&FileChanges>) -> serde_json::Result<String> {
    let along = |axis: Axis| -> &[Change] {
        let found = changes.axes.iter().find(|(other, _)| *other == axis);
        found.map_or(&[], |(_, rows)| rows)
    };
    let written = Written {
        changed: !changes.is_empty(),
        edition: &changes.edition,
        delivered: &changes.delivered,
        pledged: &changes.pledged,
        projects_count: &changes.projects_count,
        named_patrons: &changes.patrons_count,
        named_patrons_less: changes.patrons_less,
        unnamed_patrons: changes.unnamed_patrons,
        unnamed_rows: changes.unnamed_rows,
        regions: along(Axis::Region),
        years: along(Axis::Year),
        directions: along(Axis::Direction),
        object_kinds: along(Axis::Object),
        districts: along(Axis::District),
        home_regions: along(Axis::From),
        patrons: &changes.patrons,
        projects: &changes.projects,
        unnamed_projects: changes.unnamed_projects,
        moved_to_region: &changes.moves.regions,
        moved_to_direction: &changes.moves.directions,
        moved_to_patron: &changes.moves.gifts,
        pages: files.map(|of| of.pages),
        other_files: files.map(|of| of.others),
    };
    serde_json::to_string_pretty(&written).map(|text| text + "\n")
}
