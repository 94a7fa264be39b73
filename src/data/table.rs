//! The one match on tables of open data: the columns, the rows and the number of rows of each.

use super::cell::Cell;
use super::column::Column;
use super::published::Data;
use super::relation::AnyRelation;
use super::tables::{
    awards, contributions, corrections, figures, kinds, patrons, projects, regions, totals,
};
use crate::model::axis::Axis;
use crate::model::index::ContributionId;
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
        DataTable::TotalsByYearRegion => Box::new(totals::by_year_and(Axis::Region)),
        DataTable::TotalsByYearDirection => Box::new(totals::by_year_and(Axis::Direction)),
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

/// Gives the cells of each of some contributions, in the order given.
pub(crate) fn each_contribution<'a>(
    data: &Data<'a>,
    of: impl IntoIterator<Item = ContributionId>,
    mut put: impl FnMut(&[Cell<'a>]),
) {
    contributions::contributions().each_of(data, of, &mut put);
}

/// Gives the cells of each row of a table, in the order of its columns. They are gone when the next row comes.
pub(crate) fn each_row<'a>(data: &Data<'a>, of: DataTable, mut put: impl FnMut(&[Cell<'a>])) {
    relation(of).each_row(data, &mut put);
}
