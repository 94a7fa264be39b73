//! The page of all that officials reported: one table, and each figure with its breakdown and remarks.

use serde::Serialize;

use super::figures::{self, FigurePiece};
use super::kind::{Frame, Kind, Reach};
use super::view::View;
use crate::plan::Page;

pub(super) struct ReportedKind;

impl Kind for ReportedKind {
    type Values<'a> = ReportedPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("reported", "totals", Some(Page::Totals), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> ReportedPage<'a> {
        let figures = figures::in_order(view).into_iter();
        ReportedPage {
            figures: figures.map(|figure| figures::piece(view, figure)).collect(),
        }
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ReportedPage<'a> {
    /// Those of the whole country first, then by region and by their time.
    figures: Vec<FigurePiece<'a>>,
}
