//! The portal: the immutable data set of all records, linked and checked.

use super::award::Award;
use super::contribution::Contribution;
use super::correction::Correction;
use super::direction::Direction;
use super::figure::Figure;
use super::index::ContributionId;
use super::kept_edition::KeptEdition;
use super::kind::{
    AwardId, CorrectionId, DirectionId, EditionId, FigureId, NewsId, ObjectKindId, PageId,
    PatronId, ProjectId, RegionId,
};
use super::kind::{RecordKind, RecordRef};
use super::lang::{Lang, Localised, TextIn};
use super::links::Links;
use super::object_kind::ObjectKind;
use super::outline::Outlines;
use super::patron::Patron;
use super::place::{Origin, Place};
use super::portrait::Portrait;
use super::prose::Prose;
use super::region::Region;
use super::row::{Row, RowText};
use super::site::Site;
use super::table::{AnyTable, Table};
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
    /// In the order of their files.
    pub corrections: Table<CorrectionId, Correction>,
    /// The editions that the site keeps, in the order of their words.
    pub editions: Table<EditionId, Arc<KeptEdition>>,
    pub projects: Table<ProjectId, Project>,
    pub news: Table<NewsId, News>,
    pub pages: Table<PageId, Page>,
    pub contributions: Table<ContributionId, Contribution>,
    /// The shapes that maps draw instead of tiles.
    pub outlines: Option<Arc<Outlines>>,
    /// Groups of words that the search takes for the same.
    pub synonyms: Arc<Vec<Vec<String>>>,
    /// Some record that is shown is a sample.
    pub shows_samples: bool,
    /// Of projects, patrons and awards some are samples and some are not.
    pub mixes_samples: bool,
    /// The region that the whole portal is of; none: it is of the whole country.
    pub scope: Option<RegionId>,
    /// The page that explains by which rules figures are made, if the site has one.
    pub rules_page: Option<PageId>,
    /// The page whose text stands on the page of open data, if the site has one.
    pub data_page: Option<PageId>,
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
            RecordKind::Correction => &self.corrections,
            RecordKind::Edition => &self.editions,
        }
    }

    /// The same, to be changed while the portal is linked.
    pub(crate) fn table_mut(&mut self, kind: RecordKind) -> &mut dyn AnyTable {
        match kind {
            RecordKind::Region => &mut self.regions,
            RecordKind::Direction => &mut self.directions,
            RecordKind::Object => &mut self.objects,
            RecordKind::Patron => &mut self.patrons,
            RecordKind::Award => &mut self.awards,
            RecordKind::Project => &mut self.projects,
            RecordKind::News => &mut self.news,
            RecordKind::Page => &mut self.pages,
            RecordKind::Figure => &mut self.figures,
            RecordKind::Correction => &mut self.corrections,
            RecordKind::Edition => &mut self.editions,
        }
    }

    /// The row of a record.
    pub(crate) fn row(&self, of: RecordRef) -> &dyn Row {
        self.table(of.kind()).any_row(of.index())
    }

    /// The prose of a record, in the languages that there are.
    pub(crate) fn prose_of(&self, of: RecordRef) -> Vec<&Prose> {
        match self.row(of).text() {
            RowText::Nothing => Vec::new(),
            RowText::Portrait(text) => text.iter().map(|(_, text)| &text.prose).collect(),
            RowText::WriteUp(text, _) => text.iter().map(|(_, version)| &version.prose).collect(),
        }
    }

    /// Where a contribution is written: in the list of its project or, outside projects, of its giver.
    pub(crate) fn place_of(&self, contribution: &Contribution) -> Place {
        let list = match contribution.project {
            Some(project) => {
                let project = &self.projects[project];
                let source = project
                    .stated_in
                    .contributions
                    .unwrap_or(project.text.source());
                Place::document(source).at("contributions")
            }
            None => {
                let giver = &self.patrons[contribution.patrons[0]];
                giver.record.origin.field("contributions")
            }
        };
        list.at(contribution.item as usize)
    }

    /// Every record that links lead to.
    pub(crate) fn linked_rows(&self) -> impl Iterator<Item = (RecordRef, &dyn Row)> {
        RecordKind::linked().flat_map(|kind| {
            let rows = self.table(kind).any_rows().enumerate();
            rows.filter_map(move |(place, row)| Some((RecordRef::new(kind, place)?, row)))
        })
    }

    /// The same with its prose.
    pub(crate) fn row_texts(&self) -> impl Iterator<Item = (RecordRef, RowText<'_>)> {
        self.linked_rows().map(|(of, row)| (of, row.text()))
    }

    /// All write-ups.
    pub(crate) fn write_ups(&self) -> impl Iterator<Item = (RecordRef, &Arc<WriteUp>)> {
        self.row_texts().filter_map(|(of, text)| match text {
            RowText::WriteUp(text, _) => Some((of, text)),
            RowText::Portrait(_) | RowText::Nothing => None,
        })
    }

    /// The portraits of patrons, and the regions' own texts.
    pub(crate) fn portraits(&self) -> impl Iterator<Item = (RecordRef, &Portrait)> {
        self.row_texts().filter_map(|(of, text)| match text {
            RowText::Portrait(text) => Some((of, text)),
            RowText::WriteUp(..) | RowText::Nothing => None,
        })
    }

    /// What the texts of each record refer to.
    pub(crate) fn links(&self) -> impl Iterator<Item = &Links> {
        self.row_texts().filter_map(|(_, text)| match text {
            RowText::WriteUp(_, links) => Some(links),
            RowText::Portrait(text) => Some(&text.links),
            RowText::Nothing => None,
        })
    }

    /// All prose, write-ups first, with the language that it is in and the file that it stands in.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (Lang, Origin, &Prose)> {
        let write_ups = self.write_ups().flat_map(|(_, text)| text.iter());
        let write_ups = write_ups.map(|(lang, of)| (lang, of.origin, &of.prose));
        let portraits = self.portraits().flat_map(|(_, text)| text.iter());
        let portraits = portraits.map(|(lang, of)| (lang, of.origin, &of.prose));
        write_ups.chain(portraits)
    }

    /// A kind of object, then the wider kinds that it belongs to, the nearest first. It ends: linking has removed every
    /// cycle.
    pub(crate) fn object_family(&self, object: ObjectKindId) -> impl Iterator<Item = ObjectKindId> {
        std::iter::successors(Some(object), |&object| self.objects[object].parent)
    }
}
