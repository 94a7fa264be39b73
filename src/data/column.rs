//! A column of a table of open data: its name and type, what it refers to, and what readers are told of it.

use super::words;
use crate::model::contribution::ContributionStatus;
use crate::model::figure::{Measure, Precision};
use crate::model::lang::Lang;
use crate::model::patron::PatronKind;
use crate::model::write_up::ProjectStatus;
use crate::plan::data::DataTable;

/// What stands in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnType {
    /// The id of a record or a row, or its code in a classifier.
    Id,
    /// Several ids, with a semicolon between each two.
    Ids,
    Text,
    Integer,
    /// Degrees of a place.
    Decimal,
    /// Whole tenge.
    Amount,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as it is known.
    Date,
    Year,
    Boolean,
    /// A whole address, with the host.
    Url,
    /// One of a few words.
    Enumeration(Enumeration),
}

impl ColumnType {
    /// What its cells are, for readers of a language.
    pub(crate) fn meaning(self, lang: Lang) -> String {
        words::word(lang, self.message())
    }

    /// Its name in files for machines.
    pub(crate) fn name(self) -> &'static str {
        let message = self.message();
        message.strip_prefix("type-").unwrap_or(message)
    }

    pub(super) fn message(self) -> &'static str {
        match self {
            ColumnType::Id => "type-id",
            ColumnType::Ids => "type-ids",
            ColumnType::Text => "type-text",
            ColumnType::Integer => "type-integer",
            ColumnType::Decimal => "type-decimal",
            ColumnType::Amount => "type-amount",
            ColumnType::Date => "type-date",
            ColumnType::Year => "type-year",
            ColumnType::Boolean => "type-boolean",
            ColumnType::Url => "type-url",
            ColumnType::Enumeration(_) => "type-enumeration",
        }
    }
}

/// The words that a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Enumeration {
    ContributionStatus,
    ContributionKind,
    /// Who gave: one who is named, one who is not, several together.
    Giver,
    /// Who received an award: one who is named, or one who is not.
    Recipient,
    PatronKind,
    ProjectStatus,
    Measure,
    FigurePrecision,
    /// How exactly a date is known.
    DatePrecision,
    /// What a row of sums by home region is about.
    HomeRegionRow,
    /// What a row of sums by kind of object is about.
    ObjectKindRow,
}

impl Enumeration {
    /// Its name in message ids.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Enumeration::ContributionStatus => "contribution-status",
            Enumeration::ContributionKind => "contribution-kind",
            Enumeration::Giver => "giver",
            Enumeration::Recipient => "recipient",
            Enumeration::PatronKind => "patron-kind",
            Enumeration::ProjectStatus => "project-status",
            Enumeration::Measure => "measure",
            Enumeration::FigurePrecision => "figure-precision",
            Enumeration::DatePrecision => "date-precision",
            Enumeration::HomeRegionRow => "home-region-row",
            Enumeration::ObjectKindRow => "object-kind-row",
        }
    }

    /// Its words, as they stand in cells.
    pub(crate) fn values(self) -> Vec<&'static str> {
        match self {
            Enumeration::ContributionStatus => {
                let void = [ContributionStatus::Void];
                let all = ContributionStatus::WRITTEN.into_iter().chain(void);
                all.map(ContributionStatus::word).collect()
            }
            Enumeration::ContributionKind => vec!["money", "in-kind"],
            Enumeration::Giver => vec!["patron", "anonymous", "joint"],
            Enumeration::Recipient => vec!["patron", "anonymous"],
            Enumeration::PatronKind => PatronKind::ALL.map(PatronKind::word).to_vec(),
            Enumeration::ProjectStatus => ProjectStatus::ALL.map(ProjectStatus::word).to_vec(),
            Enumeration::Measure => Measure::ALL.map(Measure::word).to_vec(),
            Enumeration::FigurePrecision => Precision::ALL.map(Precision::word).to_vec(),
            Enumeration::DatePrecision => vec!["day", "month", "year"],
            Enumeration::HomeRegionRow => vec!["region", "joint"],
            Enumeration::ObjectKindRow => vec!["object-kind", "not-stated"],
        }
    }

    /// What one of its words means, for readers of a language.
    pub(crate) fn meaning(self, value: &str, lang: Lang) -> String {
        words::word(lang, &format!("value-{}-{value}", self.name()))
    }
}

/// Where the cells of a column lead: to the row of another table, or of the same, that has the id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reference {
    pub table: DataTable,
    /// The column with the id there.
    pub column: &'static str,
    /// Another column here that belongs to the key, and the one there that it leads to.
    pub with: Option<(&'static str, &'static str)>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// In snake case; with the language at its end, if the table has one in each: `region_name_kk`.
    pub name: String,
    /// The language of its texts, or of the pages that its addresses lead to.
    pub lang: Option<Lang>,
    pub of: ColumnType,
    /// No cell is empty.
    pub is_required: bool,
    /// It belongs to the primary key of the table.
    pub is_key: bool,
    pub reference: Option<Reference>,
    /// The message that says what it is called, with the attribute `.about`.
    pub message: String,
}

impl Column {
    /// Its name without a language: `region_name`.
    pub(crate) fn base(&self) -> &str {
        let end = self.lang.map_or("", Lang::code);
        let base = self.name.strip_suffix(end).unwrap_or(&self.name);
        match end.is_empty() {
            true => base,
            false => base.trim_end_matches('_'),
        }
    }

    /// What it is called, for readers of a language: “Name of the region (in Kazakh)”.
    pub(crate) fn title(&self, lang: Lang) -> String {
        let title = self.title_alone(lang);
        match self.lang {
            Some(of) => {
                let of = words::word(lang, &format!("in-{of}"));
                format!("{title} ({of})")
            }
            None => title,
        }
    }

    /// The same without the language of its texts.
    pub(crate) fn title_alone(&self, lang: Lang) -> String {
        words::word(lang, &self.message)
    }

    /// What stands in it, for readers of a language.
    pub(crate) fn description(&self, lang: Lang) -> String {
        words::word(lang, &format!("{}.about", self.message))
    }

    /// The words that it can hold, if those are few.
    pub(crate) fn enumeration(&self) -> Option<Enumeration> {
        match self.of {
            ColumnType::Enumeration(of) => Some(of),
            ColumnType::Id
            | ColumnType::Ids
            | ColumnType::Text
            | ColumnType::Integer
            | ColumnType::Decimal
            | ColumnType::Amount
            | ColumnType::Date
            | ColumnType::Year
            | ColumnType::Boolean
            | ColumnType::Url => None,
        }
    }
}
