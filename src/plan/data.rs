//! Files of open data: which tables there are, in which formats each is published, and where their files stand.
//!
//! They stand at the root, `data/contributions.csv`: one file is for readers of every language. Every table has its files,
//! also one without any row: whoever fetches it learns that there is nothing.

use strum::VariantArray;

use crate::model::contribution::{Contribution, ContributionStatus};
use crate::model::date::Date;
use crate::model::portal::Portal;

/// A table of open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray)]
pub(crate) enum DataTable {
    Contributions,
    Projects,
    /// Those that may be named.
    Patrons,
    Awards,
    AwardRecipients,
    Regions,
    Districts,
    Directions,
    ObjectKinds,
    ReportedFigures,
    ReportedBreakdowns,
    Corrections,
    TotalsByRegion,
    /// By the home region of the givers.
    TotalsByHomeRegion,
    TotalsByYear,
    TotalsByDirection,
    TotalsByObjectKind,
    TotalsByPatron,
    TotalsByYearRegion,
    TotalsByYearDirection,
}

impl DataTable {
    /// No fewer rows than it has, told without making them: where a portal grows they do, of the others there are few.
    pub(super) fn most_rows(self, portal: &Portal) -> usize {
        match self {
            DataTable::Contributions => portal.contributions.len(),
            DataTable::Projects => portal.projects.len(),
            // With a row for all who are not named, and one for gifts of several together.
            DataTable::Patrons | DataTable::TotalsByPatron => portal.patrons.len() + 2,
            DataTable::AwardRecipients => {
                let awards = portal.awards.iter();
                awards.map(|(_, award)| award.recipients.len()).sum()
            }
            DataTable::Districts => {
                let regions = portal.regions.iter();
                regions
                    .map(|(_, region)| region.record.districts.len())
                    .sum()
            }
            DataTable::Awards => portal.awards.len(),
            DataTable::ReportedBreakdowns | DataTable::ReportedFigures => {
                let figures = portal.figures.iter();
                figures
                    .map(|(_, figure)| 1 + figure.record.breakdown.len())
                    .sum()
            }
            DataTable::Corrections => portal.corrections.len(),
            DataTable::Regions
            | DataTable::Directions
            | DataTable::ObjectKinds
            | DataTable::TotalsByRegion
            | DataTable::TotalsByHomeRegion
            | DataTable::TotalsByYear
            | DataTable::TotalsByDirection
            | DataTable::TotalsByObjectKind
            | DataTable::TotalsByYearRegion
            | DataTable::TotalsByYearDirection => EGOV_ROWS,
        }
    }

    /// What it is called, in files and by other tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            DataTable::Contributions => "contributions",
            DataTable::Projects => "projects",
            DataTable::Patrons => "patrons",
            DataTable::Awards => "awards",
            DataTable::AwardRecipients => "award_recipients",
            DataTable::Regions => "regions",
            DataTable::Districts => "districts",
            DataTable::Directions => "directions",
            DataTable::ObjectKinds => "object_kinds",
            DataTable::ReportedFigures => "reported_figures",
            DataTable::ReportedBreakdowns => "reported_breakdowns",
            DataTable::Corrections => "corrections",
            DataTable::TotalsByRegion => "totals_by_region",
            DataTable::TotalsByHomeRegion => "totals_by_home_region",
            DataTable::TotalsByYear => "totals_by_year",
            DataTable::TotalsByDirection => "totals_by_direction",
            DataTable::TotalsByObjectKind => "totals_by_object_kind",
            DataTable::TotalsByPatron => "totals_by_patron",
            DataTable::TotalsByYearRegion => "totals_by_year_region",
            DataTable::TotalsByYearDirection => "totals_by_year_direction",
        }
    }
}

/// The tables whose rows are records, each with a file of whole records for machines: what belongs to a record, such as the
/// districts of a region, stands in it.
///
/// One file a kind is lighter than one a record: a portal of 10,000 projects would have a third more files for that, which
/// a preview would plan anew at each edit, and whoever takes the data home would ask for each of them.
pub(crate) const RECORDS: [DataTable; 9] = [
    DataTable::Contributions,
    DataTable::Projects,
    DataTable::Patrons,
    DataTable::Awards,
    DataTable::Regions,
    DataTable::Directions,
    DataTable::ObjectKinds,
    DataTable::ReportedFigures,
    DataTable::Corrections,
];

/// A file of open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum DataFile {
    Csv(DataTable),
    Json(DataTable),
    /// Whole records for machines, at an address that stays: one of [`RECORDS`].
    Records(DataTable),
    /// What the columns of a CSV are, beside it.
    Csvw(DataTable),
    /// For data.egov.kz: a part of a table, counted from 1.
    Egov(DataTable, usize),
    /// All tables in one XLSX.
    Workbook,
    /// In the shape of 360Giving.
    Grants,
    /// What all files are: the one that is made last, since it tells the digests of others.
    Package,
}

/// The rows of a part for data.egov.kz, which takes files of at most 10 MB: a row has room for 20 kB, so that long notes in three
/// languages fit.
pub(crate) const EGOV_ROWS: usize = 500;

impl DataFile {
    /// The parts of a table for data.egov.kz.
    pub(crate) fn egov(table: DataTable, portal: &Portal) -> impl Iterator<Item = DataFile> {
        let parts = table.most_rows(portal).div_ceil(EGOV_ROWS).max(1);
        (1..=parts).map(move |part| DataFile::Egov(table, part))
    }

    /// The file of grants, if any contribution is one: its standard knows none without.
    pub(crate) fn grants(portal: &Portal) -> Option<DataFile> {
        let is_grant = |of: &Contribution| {
            of.status == ContributionStatus::Delivered
                && of.amount.is_some()
                && matches!(of.date, Date::Day(..))
        };
        let has_one = portal.contributions.rows().iter().any(is_grant);
        has_one.then_some(DataFile::Grants)
    }

    /// All of them.
    pub(super) fn all(portal: &Portal) -> Vec<DataFile> {
        let mut all = vec![DataFile::Workbook, DataFile::Package];
        all.extend(DataFile::grants(portal));
        for &table in DataTable::VARIANTS {
            all.extend([
                DataFile::Csv(table),
                DataFile::Json(table),
                DataFile::Csvw(table),
            ]);
            all.extend(DataFile::egov(table, portal));
        }
        all.extend(RECORDS.map(DataFile::Records));
        all
    }
}
