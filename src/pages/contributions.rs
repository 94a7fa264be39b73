//! The pages of a list of contributions: the rows of exactly one figure, a part on each, with what they add up to.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::contributions_list::{ListPiece, ListSums};
use super::kind::{Frame, Kind, Reach};
use super::pager::Pager;
use super::titles::title_of;
use super::view::{Link, View};
use crate::model::axis::Axis;
use crate::plan::{Listed, Page, Summed};

pub(super) struct ContributionsKind(pub Listed);

impl Kind for ContributionsKind {
    type Values<'a> = Contributions<'a>;

    fn frame(&self) -> Frame {
        let section = match self.0 {
            Listed::Of(summed) | Listed::Both(summed, _) => match summed {
                Summed::Campaign => "totals",
                Summed::Region(_) | Summed::District(..) => "regions",
                Summed::Direction(_) | Summed::Object(_) => "projects",
                Summed::Year(_) => "years",
                Summed::Patron(_) => "patrons",
            },
            Listed::From(_) => "regions",
            Listed::Project(_) => "projects",
            Listed::Joint(_) | Listed::AllJoint | Listed::Anonymous => "patrons",
        };
        let parent = Some(self.0.beside());
        Frame::new("contributions", section, parent, Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> Contributions<'a> {
        let sums = ListSums::new(view, self.0);
        let (places, pager) = view.pager(Page::Contributions(self.0), sums.whole.count(), n);
        let beside = self.0.beside();
        Contributions {
            of: view.link(beside, title_of(view, beside)),
            other: match self.0 {
                Listed::Both(_, other) => Other::new(view, other),
                Listed::Of(_)
                | Listed::From(_)
                | Listed::Joint(_)
                | Listed::AllJoint
                | Listed::Anonymous
                | Listed::Project(_) => None,
            },
            rule: match self.0 {
                Listed::Of(Summed::Patron(_)) | Listed::Joint(_) | Listed::AllJoint => "patron",
                Listed::From(_) => "from",
                Listed::Of(_) | Listed::Both(..) | Listed::Anonymous | Listed::Project(_) => {
                    "delivered"
                }
            },
            sums: sums_piece(&sums.whole),
            list: sums.part(&sums.at(places)),
            pager,
        }
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Contributions<'a> {
    /// The page that has the figure.
    of: Link<'a>,
    /// The other page with which that one has the list in common: the year, in a list of a region and a year.
    other: Option<Other<'a>>,
    /// Which rule tells how the sum comes about.
    rule: &'static str,
    /// What the whole list adds up to: the figure.
    sums: SumsPiece,
    list: ListPiece<'a>,
    pager: Pager,
}

/// What a list has in common with the page that it stands beside.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Other<'a> {
    /// `year` or `direction`.
    axis: &'static str,
    link: Link<'a>,
}

impl<'a> Other<'a> {
    fn new(view: &View<'a>, other: Summed) -> Option<Other<'a>> {
        let (axis, link) = match other {
            Summed::Year(year) => (Axis::Year, view.year(year)),
            Summed::Direction(direction) => (Axis::Direction, view.direction(direction)),
            Summed::Campaign
            | Summed::Region(_)
            | Summed::District(..)
            | Summed::Object(_)
            | Summed::Patron(_) => return None,
        };
        Some(Other {
            axis: axis.word(),
            link,
        })
    }
}
