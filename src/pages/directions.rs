//! The list of directions, each with what was given for it.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::kind::{Frame, Kind, Reach};
use super::placeholder::{self, Placeholder};
use super::view::{Link, Text, View};
use crate::plan::Page;

pub(super) struct DirectionsKind;

impl Kind for DirectionsKind {
    type Values<'a> = Directions<'a>;

    fn frame(&self) -> Frame {
        Frame::new(
            "directions",
            "projects",
            Some(Page::Projects),
            Reach::Indexed,
        )
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Directions<'a> {
        Directions {
            list: directions(view),
        }
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Directions<'a> {
    list: Vec<DirectionPiece<'a>>,
}

/// A direction in a list.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct DirectionPiece<'a> {
    link: Link<'a>,
    cover: Placeholder<'a>,
    summary: Option<Text<'a>>,
    sums: SumsPiece,
    projects: usize,
}

/// All directions in their own order.
pub(super) fn directions<'a>(view: &View<'a>) -> Vec<DirectionPiece<'a>> {
    let all = view.portal.directions.iter();
    all.map(|(index, direction)| DirectionPiece {
        link: view.direction(index),
        cover: placeholder::direction(view, index),
        summary: direction.summary.as_ref().map(|text| view.text(text)),
        sums: sums_piece(view.totals.direction(index)),
        projects: view.indexes.direction(index).len(),
    })
    .collect()
}
