//! The placeholder image of a record without a photo: drawn from its direction, its kind and its region.
//!
//! Takes records, gives words and cells that a theme draws from. What a direction or a kind looks like is the theme's.

use serde::Serialize;

use super::view::View;
use crate::model::kind::{DirectionId, PatronId, ProjectId, RegionId};

/// What a placeholder image is drawn from.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Placeholder<'a> {
    /// The id of the direction.
    direction: Option<&'a str>,
    /// What it is, the most particular first: a kind of object, the kinds above it, the direction; or a kind of patron.
    marks: Vec<&'a str>,
    /// The region's cells on the tile map, column and row.
    cells: &'a [(u8, u8)],
}

/// The placeholder of a project.
pub(super) fn project<'a>(view: &View<'a>, project: ProjectId) -> Placeholder<'a> {
    let of = &view.portal.projects[project];
    let direction = direction_id(view, of.direction);
    let mut marks: Vec<&str> = view.kinds_of(of.object).collect();
    marks.push(direction);
    Placeholder {
        direction: Some(direction),
        marks,
        cells: cells(view, Some(of.region)),
    }
}

/// The placeholder of a patron who may be named.
pub(super) fn patron<'a>(view: &View<'a>, patron: PatronId) -> Placeholder<'a> {
    let of = &view.portal.patrons[patron];
    Placeholder {
        direction: None,
        marks: vec![of.record.kind.word()],
        cells: cells(view, Some(of.region)),
    }
}

/// The placeholder of anything else that may belong to a region, such as news: `mark` says what it is.
pub(super) fn plain<'a>(
    view: &View<'a>,
    mark: &'a str,
    region: Option<RegionId>,
) -> Placeholder<'a> {
    Placeholder {
        direction: None,
        marks: vec![mark],
        cells: cells(view, region),
    }
}

/// The placeholder of a direction itself: it lies in no region.
pub(super) fn direction<'a>(view: &View<'a>, direction: DirectionId) -> Placeholder<'a> {
    let id = direction_id(view, direction);
    Placeholder {
        direction: Some(id),
        marks: vec![id],
        cells: &[],
    }
}

fn direction_id<'a>(view: &View<'a>, direction: DirectionId) -> &'a str {
    view.portal.directions[direction].id.as_str()
}

fn cells<'a>(view: &View<'a>, region: Option<RegionId>) -> &'a [(u8, u8)] {
    region.map_or(&[], |region| &view.portal.regions[region].record.tile)
}
