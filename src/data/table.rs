//! The one match on tables of open data: the columns, the rows and the number of rows of each.

use std::ops::Range;

use super::cell::Cell;
use super::column::Column;
use super::published::Data;
use super::relation::{AnyRelation, Relation};
use super::tables::projects::GivenProject;
use super::tables::{
    awards, contributions, corrections, figures, kinds, patrons, projects, regions, totals,
};
use crate::model::index::ContributionId;
use crate::model::kind::PatronId;
use crate::model::lang::Lang;
use crate::plan::data::DataTable;

fn relation(of: DataTable) -> Box<dyn AnyRelation> {
    match of {
        DataTable::Contributions => Box::new(contributions::contributions()),
        DataTable::Projects => Box::new(projects::projects()),
        DataTable::Patrons => Box::new(patrons::patrons()),
        DataTable::Awards => Box::new(awards::awards()),
        DataTable::AwardRecipients => Box::new(awards::recipients()),
        DataTable::Regions => Box::new(regions::regions()),
        DataTable::Districts => Box::new(regions::districts()),
        DataTable::Directions => Box::new(kinds::directions()),
        DataTable::ObjectKinds => Box::new(kinds::object_kinds()),
        DataTable::ReportedFigures => Box::new(figures::figures()),
        DataTable::ReportedBreakdowns => Box::new(figures::breakdowns()),
        DataTable::Corrections => Box::new(corrections::corrections()),
        DataTable::TotalsByRegion => Box::new(totals::by_region()),
        DataTable::TotalsByHomeRegion => Box::new(totals::by_home_region()),
        DataTable::TotalsByYear => Box::new(totals::by_year()),
        DataTable::TotalsByDirection => Box::new(totals::by_direction()),
        DataTable::TotalsByObjectKind => Box::new(totals::by_object_kind()),
        DataTable::TotalsByPatron => Box::new(totals::by_patron()),
        DataTable::TotalsByYearRegion => Box::new(totals::by_year_region()),
        DataTable::TotalsByYearDirection => Box::new(totals::by_year_direction()),
    }
}

/// The columns of a table on a site of these languages.
pub(crate) fn columns(of: DataTable, languages: &[Lang]) -> Vec<Column> {
    relation(of).columns(languages)
}

/// How many rows a table has.
pub(crate) fn count(data: &Data<'_>, of: DataTable) -> usize {
    relation(of).count(data)
}

/// Some columns of a table for readers of one language: no text is there more than once.
pub(crate) struct ReadersColumns<R> {
    table: Relation<R>,
    places: Vec<usize>,
    pub columns: Vec<Column>,
    /// The reader's language, then those that stand in for it.
    languages: Vec<Lang>,
}

impl ReadersColumns<ContributionId> {
    /// The columns of these names, without a language, of the table of contributions.
    pub(crate) fn of_contributions(names: &[&str], languages: Vec<Lang>) -> Self {
        ReadersColumns::new(contributions::contributions(), names, languages)
    }
}

impl ReadersColumns<GivenProject> {
    /// The same of the table of projects.
    pub(crate) fn of_projects(names: &[&str], languages: Vec<Lang>) -> Self {
        ReadersColumns::new(projects::projects(), names, languages)
    }
}

impl ReadersColumns<PatronId> {
    /// The same of the table of patrons.
    pub(crate) fn of_patrons(names: &[&str], languages: Vec<Lang>) -> Self {
        ReadersColumns::new(patrons::patrons(), names, languages)
    }
}

impl<R: 'static> ReadersColumns<R> {
    fn new(table: Relation<R>, names: &[&str], languages: Vec<Lang>) -> ReadersColumns<R> {
        let places = table.find(names);
        ReadersColumns {
            columns: table.columns_at(&places),
            table,
            places,
            languages,
        }
    }

    /// What a row says in each of them.
    pub(crate) fn row<'a>(&self, data: &Data<'a>, of: &R) -> Vec<Cell<'a>> {
        self.table.said(data, of, (&self.places, &self.languages))
    }
}

/// Gives the cells of each row of a table, in the order of its columns. They are gone when the next row comes.
pub(crate) fn each_row<'a>(data: &Data<'a>, of: DataTable, put: impl FnMut(&[Cell<'a>])) {
    each_row_of(data, of, 0..usize::MAX, put);
}

/// The cells of some rows of a table, counted from 0.
pub(crate) fn each_row_of<'a>(
    data: &Data<'a>,
    of: DataTable,
    rows: Range<usize>,
    mut put: impl FnMut(&[Cell<'a>]),
) {
    relation(of).each_row(data, rows, &mut put);
}
