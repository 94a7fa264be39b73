//! CSV data tables: which page has which tables of sums, of which contributions, and where their rows stand as a file.
//!
//! A table with a single row has no file: its figures are read at once. The whole campaign's tables are shown on
//! several pages and have one file, beside `totals/`.

use super::inverted_indexes::InvertedIndexes;
use super::linked::Linked;
use super::listed::Listed;
use super::page::Page;
use super::summed::Summed;
use super::texts::prose_of;
use crate::model::axis::Axis;
use crate::model::index::ContributionId;
use crate::model::kind::ProjectId;
use crate::model::lang::Lang;
use crate::model::links::{Drawn, LinkedProse, Resolved};
use crate::model::portal::Portal;
use crate::totals::key_of;
use crate::totals::{Totals, select};

/// A table on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Table {
    By(Axis),
    /// What was delivered in each year, along another axis.
    YearBy(Axis),
    /// The contributions behind a figure, one by one.
    Contributions(Listed),
    /// The projects that the page lists.
    Projects,
    /// The patrons that the page lists.
    Patrons,
    /// What the n-th drawing of the page's text shows, counted from 1.
    Drawing(u32),
}

impl Table {
    /// The address of the file with the rows of a page's table, of which it has so many; none if it has no file.
    pub(crate) fn file(
        self,
        portal: &Portal,
        page: Page,
        lang: Lang,
        rows: usize,
    ) -> Option<String> {
        let may_have_file = match self {
            Table::By(axis) => page
                .summed()
                .is_some_and(|summed| summed.axes().contains(&axis)),
            Table::YearBy(axis) => {
                matches!(page.summed(), Some(Summed::Campaign)) && Summed::CROSSED.contains(&axis)
            }
            Table::Projects | Table::Patrons => Table::of_list(page) == Some(self),
            Table::Contributions(_) | Table::Drawing(_) => true,
        };
        (may_have_file && rows > 1).then(|| self.address(portal, page, lang))
    }

    /// The table that is the list of a page's entries, over all its parts.
    pub(crate) fn of_list(page: Page) -> Option<Table> {
        match page {
            Page::Patrons => Some(Table::Patrons),
            Page::Projects
            | Page::Region(_)
            | Page::District(..)
            | Page::Direction(_)
            | Page::Object(_)
            | Page::Patron(_)
            | Page::Year(_) => Some(Table::Projects),
            _ => None,
        }
    }
}

impl Listed {
    /// The file with the rows of a list of so many contributions, and the page beside which it stands: of each that has pages
    /// of its own, and of each that stands on the page of a sum and has several rows. The few rows of a project stand on its
    /// page, whole.
    pub(crate) fn file(self, contributions: usize) -> Option<(Page, Table)> {
        let table = Table::Contributions(self);
        let is_short = || contributions > 1 && !matches!(self, Listed::Project(_));
        match self.has_page(contributions) {
            true => Some((Page::Contributions(self), table)),
            false => is_short().then(|| (self.beside(), table)),
        }
    }
}

/// The page beside which the files of a page's tables stand.
pub(super) fn folder(page: Page) -> Page {
    page.summed().map_or(page, Summed::page)
}

/// The tables that have a file beside a page, in every language the same.
pub(super) fn files(linked: Linked<'_>, page: Page) -> Vec<Table> {
    let Linked {
        portal,
        totals,
        indexes,
    } = linked;
    let own = page.summed().filter(|_| folder(page) == page);
    let filed = own.into_iter().flat_map(|summed| {
        let contributions = summed.sums(totals).contributions();
        let is_filed = move |&&axis: &&Axis| has_several_rows(portal, contributions.clone(), axis);
        summed.axes().iter().filter(is_filed)
    });
    let mut files: Vec<Table> = filed.map(|&axis| Table::By(axis)).collect();
    files.extend(lists(portal, totals, page));
    files.extend(Table::of_list(page).filter(|_| entries(portal, indexes, page) > 1));
    if page == Summed::Campaign.page() {
        let is_filed = |&&axis: &&Axis| totals.by(axis).rows.len() > 1;
        let crossed = Summed::CROSSED.iter().filter(is_filed);
        files.extend(crossed.map(|&axis| Table::YearBy(axis)));
    }
    files
}

/// The lists of contributions that have a file beside a page.
fn lists(portal: &Portal, totals: &Totals, page: Page) -> Vec<Table> {
    let own = page.summed().filter(|_| folder(page) == page);
    let own = own.map(Listed::Of);
    let listed = match page {
        Page::Contributions(listed) => vec![listed],
        // Who has one contribution has no list of joint ones.
        Page::Patron(patron) if portal.patrons[patron].contributions.len() > 1 => {
            own.into_iter().chain([Listed::Joint(patron)]).collect()
        }
        _ => own.into_iter().collect(),
    };
    let lists = listed.into_iter().filter_map(|listed| {
        let count = listed.sums(portal, totals).count();
        let (beside, table) = listed.file(count)?;
        (beside == page).then_some(table)
    });
    lists.collect()
}

/// How many projects or patrons a page lists, over all its parts.
fn entries(portal: &Portal, indexes: &InvertedIndexes, page: Page) -> usize {
    match page {
        Page::Projects => portal.projects.len(),
        Page::Patrons => {
            let patrons = portal.patrons.iter();
            patrons.filter(|(_, of)| !of.is_anonymous()).count()
        }
        _ => indexes.projects_on(page).len(),
    }
}

/// The drawings in a page's text that have a file with their rows.
pub(crate) fn drawn(portal: &Portal, totals: &Totals, page: Page, lang: Lang) -> Vec<Table> {
    let drawings = (1..).zip(drawings(portal, page, lang));
    let with_file = drawings.filter_map(|(number, drawn)| {
        let Drawn { filter, axis, .. } = drawn?;
        let contributions = select(portal, totals, filter);
        has_several_rows(portal, contributions, axis).then_some(Table::Drawing(number))
    });
    with_file.collect()
}

/// Whether contributions are of more than one row. Most are, and the first few show it: the rest is then not read.
fn has_several_rows(
    portal: &Portal,
    contributions: impl Iterator<Item = ContributionId>,
    axis: Axis,
) -> bool {
    let mut keys =
        contributions.map(|contribution| key_of(portal, &portal.contributions[contribution], axis));
    let first = keys.next();
    keys.any(|key| Some(key) != first)
}

/// What the drawings of the text that a page shows in a language show; none for one that dangles.
pub(crate) fn drawings(
    portal: &Portal,
    page: Page,
    lang: Lang,
) -> impl Iterator<Item = Option<Drawn>> {
    let prose = prose_of(portal, page, lang);
    let drawings = prose.into_iter().flat_map(LinkedProse::drawings);
    drawings.map(|resolved| match resolved {
        Resolved::Drawing(drawn) => Some(drawn),
        Resolved::Record(_) | Resolved::Total(_) | Resolved::Itself | Resolved::Dangling => None,
    })
}

impl InvertedIndexes {
    /// The projects that the page of a record, a district or a year lists, over all its parts.
    pub(crate) fn projects_on(&self, page: Page) -> &[ProjectId] {
        match page {
            Page::Region(region) => self.region(region),
            Page::District(region, district) => self.district(region, district).unwrap_or_default(),
            Page::Direction(direction) => self.direction(direction),
            Page::Object(object) => self.object(object),
            Page::Patron(patron) => self.patron(patron),
            Page::Year(year) => self.year(year),
            _ => &[],
        }
    }
}
