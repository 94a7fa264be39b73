//! The portal: every record, linked and checked, never changed again.

use super::award::Award;
use super::contribution::Contribution;
use super::direction::Direction;
use super::figure::Figure;
use super::kind::{RecordKind, RecordRef};
use super::lang::{Lang, Localised, TextIn};
use super::object_kind::ObjectKind;
use super::outline::Outlines;
use super::patron::Patron;
use super::place::Origin;
use super::prose::{Portrait, Prose};
use super::region::Region;
use super::row::{Row, RowText};
use super::site::Site;
use super::table::{
    AnyTable, AwardId, ContributionId, DirectionId, FigureId, NewsId, ObjectKindId, PageId,
    PatronId, ProjectId, RegionId, Table,
};
use super::write_up::{News, Page, Project, WriteUp};
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
}

impl Portal {
    /// A text of a record in the reader's language, or in the one that stands in for it.
    pub(crate) fn text<'a>(&self, text: &'a Localised, lang: Lang) -> TextIn<'a> {
        text.best(lang, &self.site.fallback)
    }

    /// The table of a kind.
    pub(crate) fn table(&self, kind: RecordKind) -> &dyn AnyTable {
        match kind {
            RecordKind::Region => &self.regions,
            RecordKind::Direction => &self.directions,
            RecordKind::Object => &self.objects,
            RecordKind::Patron => &self.patrons,
            RecordKind::Award => &self.awards,
            RecordKind::Project => &self.projects,
            RecordKind::News => &self.news,
            RecordKind::Page => &self.pages,
            RecordKind::Figure => &self.figures,
        }
    }

    /// The record of a kind with this id; nothing if no link leads to the kind.
    pub(crate) fn find(&self, kind: RecordKind, id: &str) -> Option<RecordRef> {
        RecordRef::new(kind, self.table(kind).place(id)?)
    }

    /// The prose of a record, in the languages that there are.
    pub(crate) fn prose_of(&self, of: RecordRef) -> Vec<&Prose> {
        let row = self.table(of.kind()).any_row(of.index());
        match row.map_or(RowText::Nothing, Row::text) {
            RowText::Nothing => Vec::new(),
            RowText::Portrait(portrait) => {
                let texts = portrait.iter().filter_map(|(_, text)| text.as_deref());
                texts.map(|text| &text.prose).collect()
            }
            RowText::WriteUp(text) => {
                let versions = text.versions.iter();
                let versions = versions.filter_map(|(_, version)| version.as_deref());
                versions.map(|version| &version.prose).collect()
            }
        }
    }

    /// Every record that links lead to, with its prose.
    fn row_texts(&self) -> impl Iterator<Item = (RecordRef, RowText<'_>)> {
        RecordKind::linked().flat_map(|kind| {
            let rows = self.table(kind).any_rows().enumerate();
            rows.filter_map(move |(place, row)| Some((RecordRef::new(kind, place)?, row.text())))
        })
    }

    /// All write-ups.
    pub(crate) fn write_ups(&self) -> impl Iterator<Item = (RecordRef, &Arc<WriteUp>)> {
        self.row_texts().filter_map(|(of, text)| match text {
            RowText::WriteUp(text) => Some((of, text)),
            RowText::Portrait(_) | RowText::Nothing => None,
        })
    }

    /// The portraits of patrons, and the regions' own texts.
    pub(crate) fn portraits(&self) -> impl Iterator<Item = (RecordRef, &Portrait)> {
        self.row_texts().filter_map(|(of, text)| match text {
            RowText::Portrait(text) => Some((of, text)),
            RowText::WriteUp(_) | RowText::Nothing => None,
        })
    }

    /// All prose, write-ups first, with the language that it is in and the file that it stands in.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (Lang, Origin, &Prose)> {
        let write_ups = self.write_ups().flat_map(|(_, text)| text.versions.iter());
        let write_ups =
            write_ups.filter_map(|(lang, of)| of.as_ref().map(|of| (lang, of.origin, &of.prose)));
        let portraits = self.portraits().flat_map(|(_, text)| text.iter());
        let portraits =
            portraits.filter_map(|(lang, of)| of.as_ref().map(|of| (lang, of.origin, &of.prose)));
        write_ups.chain(portraits)
    }

    /// A kind of object, then the wider kinds that it belongs to, the nearest first. They are in no circle: that was seen
    /// to when they were linked.
    pub(crate) fn object_family(&self, object: ObjectKindId) -> impl Iterator<Item = ObjectKindId> {
        std::iter::successors(Some(object), |&object| self.objects[object].parent)
    }
}
