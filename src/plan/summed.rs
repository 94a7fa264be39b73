//! What the tables of sums of a page add up: the campaign, a region, a year and the like, and by which axes.

use super::page::Page;
use crate::model::axis::Axis;
use crate::model::kind::{DirectionId, ObjectKindId, PatronId, RegionId};
use crate::totals::{Sums, Totals};

/// What the tables of sums of a page add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Summed {
    /// Everything: the files of these tables stand beside the page of all totals.
    Campaign,
    Region(RegionId),
    Direction(DirectionId),
    /// With the kinds below it.
    Object(ObjectKindId),
    Year(i16),
    /// What a patron gave alone.
    Patron(PatronId),
}

impl Summed {
    /// The axes of the tables that have a file.
    pub(crate) fn axes(self) -> &'static [Axis] {
        match self {
            Summed::Campaign => &[
                Axis::Year,
                Axis::Region,
                Axis::From,
                Axis::Direction,
                Axis::Object,
            ],
            Summed::Region(_) => &[Axis::Year, Axis::Direction, Axis::Object],
            Summed::Direction(_) => &[Axis::Year, Axis::Region, Axis::Object],
            Summed::Object(_) => &[Axis::Year, Axis::Region],
            Summed::Year(_) => &[Axis::Region, Axis::Direction, Axis::Object],
            Summed::Patron(_) => &[Axis::Year],
        }
    }

    /// The page that shows the tables and has their files beside it.
    pub(crate) fn page(self) -> Page {
        match self {
            Summed::Campaign => Page::Totals,
            Summed::Region(region) => Page::Region(region),
            Summed::Direction(direction) => Page::Direction(direction),
            Summed::Object(object) => Page::Object(object),
            Summed::Year(year) => Page::Year(year),
            Summed::Patron(patron) => Page::Patron(patron),
        }
    }

    /// What they add up to, as a whole.
    pub(crate) fn sums(self, totals: &Totals) -> &Sums {
        match self {
            Summed::Campaign => &totals.whole,
            Summed::Region(region) => totals.region(region),
            Summed::Direction(direction) => totals.direction(direction),
            Summed::Object(object) => totals.object(object),
            Summed::Year(year) => totals.year(year),
            Summed::Patron(patron) => totals.patron(Some(patron)),
        }
    }
}

impl Page {
    /// What a page adds up, if it shows tables of sums.
    pub(crate) fn summed(self) -> Option<Summed> {
        match self {
            Page::Home | Page::Regions | Page::Years | Page::Totals => Some(Summed::Campaign),
            Page::Region(region) => Some(Summed::Region(region)),
            Page::Direction(direction) => Some(Summed::Direction(direction)),
            Page::Object(object) => Some(Summed::Object(object)),
            Page::Year(year) => Some(Summed::Year(year)),
            Page::Patron(patron) => Some(Summed::Patron(patron)),
            Page::Projects
            | Page::Project(_)
            | Page::Patrons
            | Page::Awards
            | Page::Award(_)
            | Page::NewsList
            | Page::News(_)
            | Page::Text(_)
            | Page::NotFound => None,
        }
    }
}
