//! A contribution: what one patron gave or promised, or several jointly.

use std::sync::Arc;

use smallvec::SmallVec;

use super::date::Date;
use super::id::Id;
use super::index::DistrictId;
use super::kind::{DirectionId, ObjectKindId, PatronId, ProjectId, RegionId};
use super::lang::Localised;
use super::money::Tenge;
use super::place::Place;

/// What the ids of gifts begin with that came from rows of a sheet.
pub(crate) const IMPORTED: &str = "row-";

/// Whether a contribution was given or only promised, which are never added up; or what became of a promise that is in
/// no sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum ContributionStatus {
    Delivered,
    Pledged,
    /// A pledge that will not be kept.
    Withdrawn,
    /// A pledge for a project that was cancelled.
    Void,
}

impl ContributionStatus {
    /// Those that are added up.
    pub(crate) const COUNTED: [ContributionStatus; 2] =
        [ContributionStatus::Delivered, ContributionStatus::Pledged];

    /// Those that an editor can write.
    pub(crate) const WRITTEN: [ContributionStatus; 3] = [
        ContributionStatus::Delivered,
        ContributionStatus::Pledged,
        ContributionStatus::Withdrawn,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            ContributionStatus::Delivered => "delivered",
            ContributionStatus::Pledged => "pledged",
            ContributionStatus::Withdrawn => "withdrawn",
            ContributionStatus::Void => "void",
        }
    }

    /// The status that an editor wrote.
    pub(crate) fn by_word(word: &str) -> Option<ContributionStatus> {
        let mut written = ContributionStatus::WRITTEN.into_iter();
        written.find(|status| status.word() == word)
    }

    /// Whether it is in any sum.
    pub(crate) fn is_counted(self) -> bool {
        ContributionStatus::COUNTED.contains(&self)
    }
}

/// A contribution as it is written in a project or in a patron's own record.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ContributionRecord {
    /// Who gave: in a patron's own record, nobody else is named.
    pub patrons: Vec<Id>,
    /// Left out only for a contribution in kind, which is counted, never summed.
    pub amount: Option<Tenge>,
    pub date: Date,
    pub status: Option<ContributionStatus>,
    /// What was given in kind.
    pub in_kind: Option<Arc<Localised>>,
    pub annotation: Option<Arc<Annotation>>,
    /// Where and for what, in a patron's own record; in a project, the project says it.
    pub own: Option<Box<OwnPurpose>>,
}

impl ContributionRecord {
    /// Whether it states the same: joint givers have no order of their own.
    pub(crate) fn is_same(&self, other: &ContributionRecord) -> bool {
        let in_order = |of: &ContributionRecord| {
            let mut of = of.clone();
            of.patrons.sort();
            of
        };
        self == other || self.patrons.len() > 1 && in_order(self) == in_order(other)
    }

    /// Where the n-th giver stands, in a contribution that stands at `place`.
    pub(crate) fn giver_place(&self, place: &Place, nth: usize) -> Place {
        match self.patrons.len() {
            1 => place.at("patron"),
            _ => place.at("patrons").at(nth),
        }
    }
}

/// What few contributions have: what is said of one beside who gave what.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Annotation {
    /// By which a list elsewhere knows it. It stands in open data alone, and there only where every giver may be named.
    pub id: Option<Id>,
    /// When a pledge was withdrawn.
    pub withdrawn: Option<Date>,
    pub source: Option<ContributionSource>,
    pub note: Option<Localised>,
}

/// Where a contribution can be looked up: a publication or a document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ContributionSource {
    pub title: Localised,
    pub at: SourceAddress,
    pub date: Option<Date>,
}

/// Where a source stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SourceAddress {
    /// http or https.
    Web(String),
    /// A file of `content/static/`, by its path there.
    File(String),
}

/// Where and for what a contribution outside any project was given.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OwnPurpose {
    pub region: Id,
    pub district: Option<Id>,
    pub direction: Id,
    pub object: Option<Id>,
    pub purpose: Arc<Localised>,
}

/// Who gave a contribution: one, or several for a joint contribution.
pub(crate) type Givers = SmallVec<[PatronId; 4]>;

/// A contribution with its links: it counts in this region, direction and so on.
#[derive(Debug, Clone)]
pub(crate) struct Contribution {
    pub patrons: Givers,
    pub amount: Option<Tenge>,
    pub date: Date,
    pub status: ContributionStatus,
    pub in_kind: Option<Arc<Localised>>,
    pub annotation: Option<Arc<Annotation>>,
    pub region: RegionId,
    pub district: Option<DistrictId>,
    pub direction: DirectionId,
    pub object: Option<ObjectKindId>,
    /// The project that it stands in; none for a contribution in a patron's own record.
    pub project: Option<ProjectId>,
    /// Its number in the list of that project, or of its giver.
    pub item: u32,
    /// For what it was given, where there is no project.
    pub purpose: Option<Arc<Localised>>,
}

impl Contribution {
    pub(crate) fn is_joint(&self) -> bool {
        self.patrons.len() > 1
    }

    /// Whether it is in any sum.
    pub(crate) fn is_counted(&self) -> bool {
        self.status.is_counted()
    }
}
