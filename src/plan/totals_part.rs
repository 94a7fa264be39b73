//! The parts of the page of all sums: a page for each axis that it breaks the whole down by.

use strum::VariantArray;

use crate::model::axis::Axis;

/// A part of the page of all sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
pub(crate) enum TotalsPart {
    Year,
    Region,
    From,
    Direction,
    Object,
    Patron,
}

impl TotalsPart {
    /// By district nothing is broken down: those tables stand on the pages of regions.
    pub(crate) fn axis(self) -> Axis {
        match self {
            TotalsPart::Year => Axis::Year,
            TotalsPart::Region => Axis::Region,
            TotalsPart::From => Axis::From,
            TotalsPart::Direction => Axis::Direction,
            TotalsPart::Object => Axis::Object,
            TotalsPart::Patron => Axis::Patron,
        }
    }

    /// The last part of its address.
    pub(super) fn slug(self) -> &'static str {
        match self {
            TotalsPart::Year => "years",
            TotalsPart::Region => "regions",
            TotalsPart::From => "from",
            TotalsPart::Direction => "directions",
            TotalsPart::Object => "objects",
            TotalsPart::Patron => "patrons",
        }
    }
}
