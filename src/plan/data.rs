//! Files of open data: which tables there are, in which formats each is published, and where their files stand.
//!
//! They stand at the root, `data/contributions.csv`: one file is for readers of every language. Every table has its files,
//! also one without any row: whoever fetches it learns that there is nothing.

use strum::VariantArray;

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
}

impl DataFile {
    /// All of them.
    pub(super) fn all() -> Vec<DataFile> {
        let tables = DataTable::VARIANTS.iter();
        let tables = tables.flat_map(|&table| [DataFile::Csv(table), DataFile::Json(table)]);
        tables.chain(RECORDS.map(DataFile::Records)).collect()
    }
}
