//! The tables of sums that pages show: which page has which, of which contributions, and where its rows stand as a file.
//!
//! A table with a single row has no file: its figures are read at once. The whole campaign's tables are
//! shown on several pages and have one file, beside `totals/`.

use super::address::Page;
use super::texts::prose_of;
use crate::model::axis::{Axis, key_of};
use crate::model::filter::Filter;
use crate::model::lang::Lang;
use crate::model::links::{Drawn, LinkedProse, Resolved};
use crate::model::portal::Portal;
use crate::model::table::ContributionId;
use crate::totals::{Sums, Totals, select};

/// A table on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Table {
    By(Axis),
    /// What the n-th drawing of the page's text shows, counted from 1.
    Drawing(u32),
}

impl Table {
    /// The address of its file, from the site's root.
    pub(crate) fn address(self, portal: &Portal, page: Page, lang: Lang) -> String {
        let beside = |page: Page| page.address(portal, lang);
        match self {
            Table::By(axis) => format!("{}by-{}.csv", beside(folder(page)), axis.word()),
            Table::Drawing(number) => format!("{}drawing-{number}.csv", beside(page.part(1))),
        }
    }
}

/// Whether a table of so many rows has a file.
pub(crate) fn has_file(rows: usize) -> bool {
    rows > 1
}

/// The tables of a page's own sums that have a file, in every language the same.
pub(crate) fn files(portal: &Portal, totals: &Totals, page: Page) -> Vec<Table> {
    let is_filed = |axis: Axis| match page {
        Page::Totals => has_file(totals.by(axis).rows.len()),
        _ => has_rows(portal, each_contribution(portal, totals, page), axis),
    };
    let axes = axes(page).iter().copied();
    axes.filter(|&axis| is_filed(axis)).map(Table::By).collect()
}

/// The drawings in a page's text that have a file with their rows.
pub(crate) fn drawn(portal: &Portal, page: Page, lang: Lang) -> Vec<Table> {
    let drawings = (1..).zip(drawings(portal, page, lang));
    let with_file = drawings.filter_map(|(number, drawn)| {
        let Drawn { filter, axis, .. } = drawn?;
        let contributions = select(portal, &filter).into_iter();
        has_rows(portal, contributions, axis).then_some(Table::Drawing(number))
    });
    with_file.collect()
}

/// The contributions that the tables of a record's page add up.
pub(crate) fn contributions(portal: &Portal, totals: &Totals, page: Page) -> Vec<ContributionId> {
    each_contribution(portal, totals, page).collect()
}

/// The same one after the other, found as they are asked for.
fn each_contribution<'a>(
    portal: &'a Portal,
    totals: &'a Totals,
    page: Page,
) -> Box<dyn Iterator<Item = ContributionId> + 'a> {
    let all = |sums: &'a Sums| -> Box<dyn Iterator<Item = ContributionId>> {
        let (delivered, pledged) = (&sums.delivered.contributions, &sums.pledged.contributions);
        Box::new(delivered.iter().chain(pledged).copied())
    };
    match page {
        Page::Region(region, _) => all(totals.region(region)),
        Page::Direction(direction, _) => all(totals.direction(direction)),
        Page::Year(year, _) => all(totals.year(year)),
        Page::Object(object, _) => {
            let filter = Filter {
                object: Some(object),
                ..Filter::default()
            };
            let contributions = portal.contributions.iter();
            let of_kind =
                contributions.filter(move |(_, contribution)| filter.matches(portal, contribution));
            Box::new(of_kind.map(|(id, _)| id))
        }
        Page::Patron(patron, _) => {
            let alone =
                |contribution: &ContributionId| !portal.contributions[*contribution].is_joint();
            let contributions = portal.patrons[patron].contributions.iter().copied();
            Box::new(contributions.filter(alone))
        }
        _ => Box::new(std::iter::empty()),
    }
}

/// The axes of a page's tables that have a file of their own.
pub(crate) fn axes(page: Page) -> &'static [Axis] {
    match page {
        Page::Totals => &[
            Axis::Year,
            Axis::Region,
            Axis::From,
            Axis::Direction,
            Axis::Object,
        ],
        Page::Region(_, 1) => &[Axis::Year, Axis::Direction, Axis::Object],
        Page::Direction(_, 1) => &[Axis::Year, Axis::Region, Axis::Object],
        Page::Object(_, 1) => &[Axis::Year, Axis::Region],
        Page::Year(_, 1) => &[Axis::Region, Axis::Direction, Axis::Object],
        Page::Patron(_, 1) => &[Axis::Year],
        _ => &[],
    }
}

/// The page beside which the files of a page's tables stand.
pub(crate) fn folder(page: Page) -> Page {
    match page {
        Page::Home | Page::Regions | Page::Years => Page::Totals,
        _ => page.part(1),
    }
}

/// Whether contributions are of more than one row: most are so soon, and then no other is looked at.
fn has_rows(
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
    let is_first = page == page.part(1);
    let prose = is_first.then(|| prose_of(portal, page, lang)).flatten();
    let drawings = prose.into_iter().flat_map(LinkedProse::drawings);
    drawings.map(|resolved| match resolved {
        Resolved::Drawing(drawn) => Some(drawn),
        Resolved::Record(_) | Resolved::Total(_) | Resolved::Itself | Resolved::Dangling => None,
    })
}
