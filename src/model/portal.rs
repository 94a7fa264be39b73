//! The portal: every record, linked and checked, never changed again.

use super::award::Award;
use super::contribution::Contribution;
use super::direction::Direction;
use super::figure::Figure;
use super::lang::{Lang, Localised, TextIn};
use super::object_kind::ObjectKind;
use super::outline::Outlines;
use super::patron::Patron;
use super::region::Region;
use super::site::Site;
use super::table::{
    AwardId, ContributionId, DirectionId, FigureId, NewsId, ObjectKindId, PageId, PatronId,
    ProjectId, RegionId, Table,
};
use super::write_up::{News, Page, Project};
use std::sync::Arc;

/// All that pages are made from. Projects and news stand newest first, then by slug; contributions in the order of
/// projects, then of patrons; all else by id.
#[derive(Debug)]
pub(crate) struct Portal {
    pub site: Arc<Site>,
    pub regions: Table<RegionId, Region>,
    pub directions: Table<DirectionId, Arc<Direction>>,
    pub objects: Table<ObjectKindId, ObjectKind>,
    pub patrons: Table<PatronId, Patron>,
    pub awards: Table<AwardId, Award>,
    pub figures: Table<FigureId, Figure>,
    pub projects: Table<ProjectId, Project>,
    pub news: Table<NewsId, News>,
    pub pages: Table<PageId, Page>,
    pub contributions: Table<ContributionId, Contribution>,
    /// The shapes that maps draw instead of tiles.
    pub outlines: Option<Arc<Outlines>>,
    /// Some record that is shown is a sample.
    pub shows_samples: bool,
    /// The page that tells by which rules figures are made, if the site has one.
    pub rules_page: Option<PageId>,
}

impl Portal {
    /// A text of a record in the reader's language, or in the one that stands in for it.
    pub(crate) fn text<'a>(&self, text: &'a Localised, lang: Lang) -> TextIn<'a> {
        text.best(lang, &self.site.fallback)
    }
}
