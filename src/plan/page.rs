//! The kinds of page, all pages of each with their number of parts (pagination), and the record that a page is about.
//!
//! To add a kind of page is to add a variant here: every match on pages names all kinds, so that the compiler lists
//! what the new one needs.

use strum::{EnumDiscriminants, VariantArray};

use super::inverted_indexes::InvertedIndexes;
use super::listed::{self, LIST_LENGTH, Listed};
use super::summed::Summed;
use super::totals_part::TotalsPart;
use crate::model::index::DistrictId;
use crate::model::kind::RecordRef;
use crate::model::kind::{
    AwardId, DirectionId, NewsId, ObjectKindId, PageId, PatronId, ProjectId, RegionId,
};
use crate::model::portal::Portal;
use crate::totals::Totals;

/// How many entries a part of a list holds.
pub(crate) const PAGE_LENGTH: usize = 50;

/// A page, whatever the language. One with a list that is long goes on over several parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumDiscriminants)]
#[strum_discriminants(name(PageKind), vis(pub(crate)), derive(VariantArray))]
pub(crate) enum Page {
    Home,
    Regions,
    Region(RegionId),
    /// A district of a region, if anything is known of it.
    District(RegionId, DistrictId),
    Projects,
    Project(ProjectId),
    Patrons,
    Patron(PatronId),
    Awards,
    Award(AwardId),
    Directions,
    Direction(DirectionId),
    /// The tree of the kinds of object.
    Objects,
    Object(ObjectKindId),
    Years,
    Year(i16),
    NewsList,
    News(NewsId),
    Totals,
    /// The whole along one axis.
    TotalsPart(TotalsPart),
    /// What officials reported.
    Reported,
    /// Two regions beside each other, as the reader chooses.
    Compare,
    /// How complete the records are.
    Completeness,
    /// The contributions behind a figure, one by one.
    Contributions(Listed),
    /// Those that have what the address asks for.
    Filtered,
    /// What has been set right.
    Corrections,
    /// The figures of a region, or of the whole country, as a small page that other sites show in a frame.
    Embed(Option<RegionId>),
    /// All tables of open data, with the text of `content/pages/` that belongs there, if there is one.
    Data(Option<PageId>),
    /// A page of `content/pages/`.
    Text(PageId),
    /// Where records are looked for by words.
    Search,
    NotFound,
}

/// A page and how many parts it has.
pub(super) type Parts = (Page, usize);

/// Every page.
pub(super) fn all(portal: &Portal, totals: &Totals, indexes: &InvertedIndexes) -> Vec<Parts> {
    let kinds = PageKind::VARIANTS.iter();
    let pages = kinds.flat_map(|kind| kind.pages(portal, totals, indexes));
    pages.collect()
}

impl PageKind {
    /// All pages of this kind.
    fn pages(self, portal: &Portal, totals: &Totals, indexes: &InvertedIndexes) -> Vec<Parts> {
        let one = |page: Page| vec![(page, 1)];
        let list = |page: Page, entries: usize| vec![(page, parts_of(entries))];
        let public = || {
            let patrons = portal.patrons.iter();
            patrons.filter(|(_, patron)| !patron.is_anonymous())
        };
        match self {
            PageKind::Home => one(Page::Home),
            PageKind::Regions => one(Page::Regions),
            PageKind::Region => {
                let of = |id| (Page::Region(id), parts_of(indexes.region(id).len()));
                portal.regions.indices().map(of).collect()
            }
            PageKind::District => {
                let of = |(region, district): (RegionId, DistrictId)| {
                    let projects = indexes.district(region, district).map_or(0, <[_]>::len);
                    (Page::District(region, district), parts_of(projects))
                };
                indexes.districts().map(of).collect()
            }
            PageKind::Projects => list(Page::Projects, portal.projects.len()),
            PageKind::Project => {
                let projects = portal.projects.indices();
                projects.map(|id| (Page::Project(id), 1)).collect()
            }
            PageKind::Patrons => list(Page::Patrons, public().count()),
            PageKind::Patron => {
                let of = |id| (Page::Patron(id), parts_of(indexes.patron(id).len()));
                public().map(|(id, _)| of(id)).collect()
            }
            PageKind::Awards => list(Page::Awards, portal.awards.len()),
            PageKind::Award => {
                let awards = portal.awards.indices();
                awards.map(|id| (Page::Award(id), 1)).collect()
            }
            PageKind::Directions => one(Page::Directions),
            PageKind::Direction => {
                let of = |id| (Page::Direction(id), parts_of(indexes.direction(id).len()));
                portal.directions.indices().map(of).collect()
            }
            PageKind::Objects => one(Page::Objects),
            PageKind::Object => {
                let of = |id| (Page::Object(id), parts_of(indexes.object(id).len()));
                portal.objects.indices().map(of).collect()
            }
            PageKind::Years => one(Page::Years),
            PageKind::Year => {
                let of = |year| (Page::Year(year), parts_of(indexes.year(year).len()));
                indexes.years().map(of).collect()
            }
            PageKind::NewsList => list(Page::NewsList, portal.news.len()),
            PageKind::News => {
                let news = portal.news.indices();
                news.map(|id| (Page::News(id), 1)).collect()
            }
            PageKind::Totals => one(Page::Totals),
            PageKind::TotalsPart => {
                let parts = TotalsPart::VARIANTS.iter();
                parts.map(|&part| (Page::TotalsPart(part), 1)).collect()
            }
            PageKind::Reported => match portal.figures.len() {
                0 => Vec::new(),
                _ => one(Page::Reported),
            },
            PageKind::Compare => Page::compare(portal).into_iter().flat_map(one).collect(),
            PageKind::Completeness => one(Page::Completeness),
            PageKind::Contributions => {
                let lists = listed::all(portal, totals, indexes).into_iter();
                let pages = lists.map(|(listed, parts)| (Page::Contributions(listed), parts));
                pages.collect()
            }
            PageKind::Filtered => one(Page::Filtered),
            PageKind::Corrections => match Page::has_corrections(portal) {
                false => Vec::new(),
                true => list(Page::Corrections, portal.corrections.len()),
            },
            PageKind::Embed => {
                let regions = portal.regions.indices().map(Some);
                let all = std::iter::once(None).chain(regions);
                all.map(|of| (Page::Embed(of), 1)).collect()
            }
            PageKind::Data => one(Page::data(portal)),
            PageKind::Text => {
                let pages = portal.pages.indices();
                let own = pages.filter(|&id| portal.data_page != Some(id));
                own.map(|id| (Page::Text(id), 1)).collect()
            }
            PageKind::Search => one(Page::Search),
            PageKind::NotFound => one(Page::NotFound),
        }
    }
}

/// What a page is about: a record, all of a kind, or something that only a page has.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject {
    Record(RecordRef),
    Campaign,
    District(RegionId, DistrictId),
    Regions,
    Projects,
    Patrons,
    Awards,
    Directions,
    Objects,
    Years,
    Year(i16),
    News,
    Totals,
    TotalsPart(TotalsPart),
    Reported,
    Compare,
    Completeness,
    Contributions(Listed),
    Filtered,
    Corrections,
    Embed(Option<RegionId>),
    Data,
    Search,
    /// There is no such page.
    Nothing,
}

/// How many parts a list of so many entries has: one even if it is empty.
fn parts_of(entries: usize) -> usize {
    entries.div_ceil(PAGE_LENGTH).max(1)
}

impl Page {
    /// Whether there is a page of corrections: something was set right, or an edition is kept.
    pub(crate) fn has_corrections(portal: &Portal) -> bool {
        portal.corrections.len() + portal.editions.len() > 0
    }

    /// The page that compares two regions: a portal of one region has none.
    pub(crate) fn compare(portal: &Portal) -> Option<Page> {
        portal.scope.is_none().then_some(Page::Compare)
    }

    /// The page of a record.
    pub(crate) fn of(portal: &Portal, record: RecordRef) -> Page {
        match record {
            RecordRef::Project(project) => Page::Project(project),
            RecordRef::Patron(patron) => Page::Patron(patron),
            RecordRef::Region(region) => Page::Region(region),
            RecordRef::Direction(direction) => Page::Direction(direction),
            RecordRef::Object(object) => Page::Object(object),
            RecordRef::Award(award) => Page::Award(award),
            RecordRef::News(news) => Page::News(news),
            RecordRef::Page(page) if portal.data_page == Some(page) => Page::data(portal),
            RecordRef::Page(page) => Page::Text(page),
        }
    }

    /// The page of open data.
    pub(crate) fn data(portal: &Portal) -> Page {
        Page::Data(portal.data_page)
    }

    /// How many entries of its list each of its parts holds.
    pub(crate) fn part_length(self) -> usize {
        match self {
            Page::Contributions(_) => LIST_LENGTH,
            _ => PAGE_LENGTH,
        }
    }

    /// What the page is about.
    pub(crate) fn subject(self) -> Subject {
        match self {
            Page::Region(region) => Subject::Record(RecordRef::Region(region)),
            Page::Project(project) => Subject::Record(RecordRef::Project(project)),
            Page::Patron(patron) => Subject::Record(RecordRef::Patron(patron)),
            Page::Award(award) => Subject::Record(RecordRef::Award(award)),
            Page::Direction(direction) => Subject::Record(RecordRef::Direction(direction)),
            Page::Object(object) => Subject::Record(RecordRef::Object(object)),
            Page::News(news) => Subject::Record(RecordRef::News(news)),
            Page::Text(page) | Page::Data(Some(page)) => Subject::Record(RecordRef::Page(page)),
            Page::Data(None) => Subject::Data,
            Page::District(region, district) => Subject::District(region, district),
            Page::Home => Subject::Campaign,
            Page::Regions => Subject::Regions,
            Page::Projects => Subject::Projects,
            Page::Patrons => Subject::Patrons,
            Page::Awards => Subject::Awards,
            Page::Directions => Subject::Directions,
            Page::Objects => Subject::Objects,
            Page::Years => Subject::Years,
            Page::Year(year) => Subject::Year(year),
            Page::NewsList => Subject::News,
            Page::Totals => Subject::Totals,
            Page::TotalsPart(part) => Subject::TotalsPart(part),
            Page::Reported => Subject::Reported,
            Page::Compare => Subject::Compare,
            Page::Completeness => Subject::Completeness,
            Page::Contributions(listed) => Subject::Contributions(listed),
            Page::Filtered => Subject::Filtered,
            Page::Corrections => Subject::Corrections,
            Page::Embed(of) => Subject::Embed(of),
            Page::Search => Subject::Search,
            Page::NotFound => Subject::Nothing,
        }
    }

    /// The record that the page is about.
    pub(crate) fn record(self) -> Option<RecordRef> {
        match self.subject() {
            Subject::Record(record) => Some(record),
            Subject::Campaign
            | Subject::District(..)
            | Subject::Regions
            | Subject::Projects
            | Subject::Patrons
            | Subject::Awards
            | Subject::Directions
            | Subject::Objects
            | Subject::Years
            | Subject::Year(_)
            | Subject::News
            | Subject::Totals
            | Subject::TotalsPart(_)
            | Subject::Reported
            | Subject::Compare
            | Subject::Completeness
            | Subject::Contributions(_)
            | Subject::Filtered
            | Subject::Corrections
            | Subject::Embed(_)
            | Subject::Data
            | Subject::Search
            | Subject::Nothing => None,
        }
    }

    /// The small page with the figures of this one, for other sites.
    pub(crate) fn embed(self) -> Option<Page> {
        match self {
            Page::Home => Some(Page::Embed(None)),
            Page::Region(region) => Some(Page::Embed(Some(region))),
            _ => None,
        }
    }

    /// What a page adds up, if it shows tables of sums.
    pub(crate) fn summed(self) -> Option<Summed> {
        match self {
            Page::Home
            | Page::Regions
            | Page::Years
            | Page::Totals
            | Page::TotalsPart(_)
            | Page::Compare
            | Page::Objects
            | Page::Embed(None) => Some(Summed::Campaign),
            Page::Region(region) | Page::Embed(Some(region)) => Some(Summed::Region(region)),
            Page::District(region, district) => Some(Summed::District(region, district)),
            Page::Direction(direction) => Some(Summed::Direction(direction)),
            Page::Object(object) => Some(Summed::Object(object)),
            Page::Year(year) => Some(Summed::Year(year)),
            Page::Patron(patron) => Some(Summed::Patron(patron)),
            Page::Projects
            | Page::Project(_)
            | Page::Patrons
            | Page::Awards
            | Page::Award(_)
            | Page::Directions
            | Page::NewsList
            | Page::News(_)
            | Page::Reported
            | Page::Completeness
            | Page::Contributions(_)
            | Page::Filtered
            | Page::Corrections
            | Page::Data(_)
            | Page::Text(_)
            | Page::Search
            | Page::NotFound => None,
        }
    }
}

impl Summed {
    /// The page that shows the tables and has their files beside it.
    pub(crate) fn page(self) -> Page {
        match self {
            Summed::Campaign => Page::Totals,
            Summed::Region(region) => Page::Region(region),
            Summed::District(region, district) => Page::District(region, district),
            Summed::Direction(direction) => Page::Direction(direction),
            Summed::Object(object) => Page::Object(object),
            Summed::Year(year) => Page::Year(year),
            Summed::Patron(patron) => Page::Patron(patron),
        }
    }
}

impl Listed {
    /// The page whose figure they make, or that has a table with it.
    pub(crate) fn beside(self) -> Page {
        match self {
            Listed::Of(summed) => summed.page(),
            Listed::RegionYear(region, _) | Listed::From(region) => Page::Region(region),
            Listed::YearDirection(year, _) => Page::Year(year),
            Listed::AllJoint | Listed::Anonymous => Page::Patrons,
            Listed::Joint(patron) => Page::Patron(patron),
            Listed::Project(project) => Page::Project(project),
        }
    }
}
