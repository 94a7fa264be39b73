//! A reported figure: what officials stated, with its source.

use std::sync::Arc;

use super::date::Date;
use super::id::Id;
use super::index::DistrictId;
use super::kind::{DirectionId, FigureId, ObjectKindId, RegionId};
use super::lang::Localised;
use super::links::Links;
use super::money::Tenge;
use super::place::Origin;
use super::row::{Row, RowText, RowTitle};

/// What a reported figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Measure {
    /// Help given in all.
    Support,
    /// What was spent on objects, or how many were built.
    Objects,
    /// What was promised.
    Pledges,
}

impl Measure {
    pub(crate) const ALL: [Measure; 3] = [Measure::Support, Measure::Objects, Measure::Pledges];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Measure::Support => "support",
            Measure::Objects => "objects",
            Measure::Pledges => "pledges",
        }
    }
}

/// How exactly a figure was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Precision {
    Exact,
    Rounded,
}

impl Precision {
    pub(crate) const ALL: [Precision; 2] = [Precision::Exact, Precision::Rounded];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Precision::Exact => "exact",
            Precision::Rounded => "rounded",
        }
    }
}

/// A stretch of time, both ends in it: a date alone is its own stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Period {
    pub from: Date,
    pub to: Date,
}

impl Period {
    /// Whether every day that a date can mean is in it: a contribution of `2018` is not surely one of its first half.
    pub(crate) fn holds(self, date: Date) -> bool {
        self.from.earliest() <= date.earliest() && date.latest() <= self.to.latest()
    }
}

/// A reported figure as it is written in `content/figures/`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FigureRecord {
    pub id: Id,
    /// None: the whole country.
    pub region: Option<Id>,
    pub district: Option<Id>,
    pub period: Option<Period>,
    pub measure: Measure,
    pub amount: Option<Tenge>,
    pub precision: Precision,
    pub patrons: Option<u64>,
    pub projects: Option<u64>,
    pub objects: Option<u64>,
    /// The larger figure that this one is a part of.
    pub part_of: Option<Id>,
    pub breakdown: Vec<BreakdownRecord>,
    /// What exactly was counted.
    pub note: Option<Localised>,
    pub source: FigureSource,
    pub sample: bool,
    pub origin: Origin,
}

/// One row of a reported breakdown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BreakdownRecord {
    pub of: BreakdownOf<Id, Id>,
    pub amount: Option<Tenge>,
    pub projects: Option<u64>,
}

/// What a row of a breakdown is about.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum BreakdownOf<O, D> {
    Object(O),
    Direction(D),
    Label(Localised),
}

/// Where a figure was reported.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FigureSource {
    pub title: Localised,
    /// http or https.
    pub url: String,
    pub date: Option<Date>,
}

/// A reported figure with its links.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub record: Arc<FigureRecord>,
    pub region: Option<RegionId>,
    pub district: Option<DistrictId>,
    pub part_of: Option<FigureId>,
    pub breakdown: Vec<BreakdownOf<ObjectKindId, DirectionId>>,
    /// Where the figure contradicts itself.
    pub contradictions: Vec<Contradiction>,
}

/// What does not add up in a reported figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contradiction {
    /// The amounts of the breakdown make another sum than the amount.
    Amounts { sum: Tenge },
    /// The projects of the breakdown make another number than the projects.
    Projects { sum: u64 },
    /// It is more than the figure that it is said to be a part of.
    LargerThanWhole,
}

impl Row for Figure {
    fn id(&self) -> &Id {
        &self.record.id
    }
    fn is_sample(&self) -> bool {
        self.record.sample
    }
    fn origin(&self) -> Origin {
        self.record.origin
    }
    fn title(&self) -> RowTitle<'_> {
        RowTitle::Name(&self.record.source.title)
    }
    fn aliases(&self) -> &[String] {
        &[]
    }
    fn text(&self) -> RowText<'_> {
        RowText::Nothing
    }
    fn links_mut(&mut self) -> Option<&mut Links> {
        None
    }
}
