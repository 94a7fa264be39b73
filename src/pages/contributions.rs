//! The pages of a list of contributions: the rows of exactly one figure, a part on each, with what they add up to.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::contributions_list::{ListPiece, ListSums};
use super::kind::{Frame, Kind, Reach};
use super::pager::Pager;
use super::titles::title_of;
use super::view::{Link, View};
use crate::plan::{Listed, Page, Summed};

pub(super) struct ContributionsKind(pub Listed);

impl Kind for ContributionsKind {
    type Values<'a> = Contributions<'a>;

    fn frame(&self) -> Frame {
        let section = match self.0 {
            Listed::Of(Summed::Campaign) => "totals",
            Listed::Of(Summed::Region(_) | Summed::District(..))
            | Listed::RegionYear(..)
            | Listed::From(_) => "regions",
            Listed::Of(Summed::Direction(_) | Summed::Object(_)) | Listed::Project(_) => "projects",
            Listed::Of(Summed::Year(_)) => "years",
            Listed::Of(Summed::Patron(_))
            | Listed::Joint(_)
            | Listed::AllJoint
            | Listed::Anonymous => "patrons",
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
            year: match self.0 {
                Listed::RegionYear(_, year) => Some(view.year(year)),
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
                Listed::Of(_) | Listed::RegionYear(..) | Listed::Anonymous | Listed::Project(_) => {
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
    /// The year, in a list of a region and a year.
    year: Option<Link<'a>>,
    /// Which rule tells how the sum comes about.
    rule: &'static str,
    /// What the whole list adds up to: the figure.
    sums: SumsPiece,
    list: ListPiece<'a>,
    pager: Pager,
}
