//! Dispatch: the one match from a page to its kind.
//!
//! It names every kind of page; no kind names it.

use super::award::{AwardKind, AwardsKind};
use super::content_page::TextKind;
use super::direction::DirectionKind;
use super::home::HomeKind;
use super::kind::AnyKind;
use super::news::{NewsKind, NewsListKind};
use super::not_found::NotFoundKind;
use super::object::ObjectKind;
use super::patron::{PatronKind, PatronsKind};
use super::project::{ProjectKind, ProjectsKind};
use super::region::{RegionKind, RegionsKind};
use super::totals::TotalsKind;
use super::year::{YearKind, YearsKind};
use crate::plan::Page;

/// The kind of a page.
pub(super) fn of(page: Page) -> Box<dyn AnyKind> {
    match page {
        Page::Home => Box::new(HomeKind),
        Page::Regions => Box::new(RegionsKind),
        Page::Region(region) => Box::new(RegionKind(region)),
        Page::Projects => Box::new(ProjectsKind),
        Page::Project(project) => Box::new(ProjectKind(project)),
        Page::Patrons => Box::new(PatronsKind),
        Page::Patron(patron) => Box::new(PatronKind(patron)),
        Page::Awards => Box::new(AwardsKind),
        Page::Award(award) => Box::new(AwardKind(award)),
        Page::Direction(direction) => Box::new(DirectionKind(direction)),
        Page::Object(object) => Box::new(ObjectKind(object)),
        Page::Years => Box::new(YearsKind),
        Page::Year(year) => Box::new(YearKind(year)),
        Page::NewsList => Box::new(NewsListKind),
        Page::News(news) => Box::new(NewsKind(news)),
        Page::Totals => Box::new(TotalsKind),
        Page::Text(page) => Box::new(TextKind(page)),
        Page::NotFound => Box::new(NotFoundKind),
    }
}
