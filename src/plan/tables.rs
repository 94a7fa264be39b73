//! The tables of sums that pages show: which page has which, of which contributions, and where its rows stand as a file.
//!
//! A table with a single row has no file: its figures are read at once. The whole campaign's tables are
//! shown on several pages and have one file, beside `totals/`.

use super::page::Page;
use super::texts::prose_of;
use crate::link::{Asked, ask};
use crate::model::axis::{Axis, key_of};
use crate::model::filter::Filter;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::model::prose::{Drawing, DrawingKind, Part};
use crate::model::table::ContributionId;
use crate::totals::{Sums, Totals, select};

/// A table on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Table {
    By(Axis),
    /// What the n-th drawing of the page's text shows, counted from 1.
    Drawing(u32),
}

/// Whether a table of so many rows has a file.
pub(crate) fn has_file(rows: usize) -> bool {
    rows > 1
}

/// Which tables of sums a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageTables {
    None,
    /// Those of the whole campaign, whose files stand beside the page of all totals.
    Campaign,
    /// Its own, with files along these axes.
    Own(&'static [Axis]),
    /// The same of one patron: nobody has to be told how many patrons a row counts.
    OfPatron(&'static [Axis]),
}

impl PageTables {
    pub(crate) fn of(page: Page) -> PageTables {
        match page {
            Page::Home | Page::Regions | Page::Years | Page::Totals => PageTables::Campaign,
            Page::Region(_) => PageTables::Own(&[Axis::Year, Axis::Direction, Axis::Object]),
            Page::Direction(_) => PageTables::Own(&[Axis::Year, Axis::Region, Axis::Object]),
            Page::Object(_) => PageTables::Own(&[Axis::Year, Axis::Region]),
            Page::Year(_) => PageTables::Own(&[Axis::Region, Axis::Direction, Axis::Object]),
            Page::Patron(_) => PageTables::OfPatron(&[Axis::Year]),
            Page::Projects
            | Page::Project(_)
            | Page::Patrons
            | Page::Awards
            | Page::Award(_)
            | Page::NewsList
            | Page::News(_)
            | Page::Text(_)
            | Page::NotFound => PageTables::None,
        }
    }

    /// The axes of the tables that have a file.
    pub(crate) fn axes(self) -> &'static [Axis] {
        match self {
            PageTables::None => &[],
            PageTables::Campaign => &[
                Axis::Year,
                Axis::Region,
                Axis::From,
                Axis::Direction,
                Axis::Object,
            ],
            PageTables::Own(axes) | PageTables::OfPatron(axes) => axes,
        }
    }
}

/// The page beside which the files of a page's tables stand.
pub(super) fn folder(page: Page) -> Page {
    match PageTables::of(page) {
        PageTables::Campaign => Page::Totals,
        PageTables::None | PageTables::Own(_) | PageTables::OfPatron(_) => page,
    }
}

/// The tables of sums that have a file beside a page, in every language the same.
pub(super) fn files(portal: &Portal, totals: &Totals, page: Page) -> Vec<Table> {
    if folder(page) != page {
        return Vec::new();
    }
    let is_filed = |axis: Axis| has_rows(portal, each_contribution(portal, totals, page), axis);
    let axes = PageTables::of(page).axes().iter().copied();
    axes.filter(|&axis| is_filed(axis)).map(Table::By).collect()
}

/// The drawings in a page's text that have a file with their rows.
pub(crate) fn drawn(portal: &Portal, page: Page, lang: Lang) -> Vec<Table> {
    let drawings = (1..).zip(drawings(portal, page, lang));
    let with_file = drawings.filter_map(|(number, drawing)| {
        let asked = ask(portal, &drawing.query).ok()?;
        let axis = axis_of(drawing, &asked);
        let contributions = select(portal, &asked.filter).into_iter();
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
        Page::Region(region) => all(totals.region(region)),
        Page::Direction(direction) => all(totals.direction(direction)),
        Page::Year(year) => all(totals.year(year)),
        Page::Object(object) => {
            let filter = Filter {
                object: Some(object),
                ..Filter::default()
            };
            let contributions = portal.contributions.iter();
            let of_kind =
                contributions.filter(move |(_, contribution)| filter.matches(portal, contribution));
            Box::new(of_kind.map(|(id, _)| id))
        }
        Page::Patron(patron) => {
            let alone =
                |contribution: &ContributionId| !portal.contributions[*contribution].is_joint();
            let contributions = portal.patrons[patron].contributions.iter().copied();
            Box::new(contributions.filter(alone))
        }
        Page::Totals | Page::Home | Page::Regions | Page::Years => all(&totals.whole),
        Page::Projects
        | Page::Project(_)
        | Page::Patrons
        | Page::Awards
        | Page::Award(_)
        | Page::NewsList
        | Page::News(_)
        | Page::Text(_)
        | Page::NotFound => Box::new(std::iter::empty()),
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

/// The drawings of the text that a page shows in a language.
pub(crate) fn drawings(portal: &Portal, page: Page, lang: Lang) -> impl Iterator<Item = &Drawing> {
    let prose = prose_of(portal, page, lang);
    let parts = prose.into_iter().flat_map(|prose| prose.file_references());
    parts.filter_map(|part| match part {
        Part::Drawing(slot) => Some(&slot.of),
        _ => None,
    })
}

/// What the rows of a drawing are: a map goes by region.
pub(crate) fn axis_of(drawing: &Drawing, asked: &Asked) -> Axis {
    match drawing.kind {
        DrawingKind::Map => Axis::Region,
        _ => asked.by.unwrap_or(Axis::Year),
    }
}
