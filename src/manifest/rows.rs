//! The rows of a manifest: a sum of delivered or pledged gifts, and whom or what it is of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::lang::{Lang, Localised};
use crate::model::money::Tenge;
use crate::totals::{Sums, Total};

/// A name in the languages that it has, by their codes.
pub(crate) type Names = BTreeMap<String, String>;

/// The name for a reader of a language: in it, or in the first that there is.
pub(crate) fn best_name(names: &Names, lang: Lang) -> Option<&str> {
    let wanted = std::iter::once(lang).chain(Lang::ALL);
    let mut found = wanted.filter_map(|lang| names.get(lang.code()));
    found.next().map(String::as_str)
}

pub(super) fn names(of: &Localised) -> Names {
    let texts = of.iter();
    texts
        .map(|(lang, text)| (lang.code().to_owned(), text.to_owned()))
        .collect()
}

/// What some gifts add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SumRow {
    /// Whole tenge; none where there are gifts and the amount of none is known.
    pub amount: Option<u128>,
    pub contributions: usize,
    pub without_amount: usize,
    pub projects: usize,
    pub patrons: usize,
}

impl Default for SumRow {
    fn default() -> SumRow {
        SumRow::of(&Total::default())
    }
}

impl SumRow {
    pub(super) fn of(total: &Total) -> SumRow {
        SumRow {
            amount: total.shown().or_zero().map(|amount| amount.0),
            contributions: total.contributions.len(),
            without_amount: total.without_amount,
            projects: total.projects,
            patrons: total.patrons,
        }
    }

    pub(crate) fn tenge(&self) -> Option<Tenge> {
        self.amount.map(Tenge)
    }
}

/// A row along an axis. Its id is that of the record or the year; that of a district stands behind its region's:
/// `south/first`. Where nothing is stated, or several gave together, the id is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Row {
    pub id: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub name: Names,
    pub delivered: SumRow,
    pub pledged: SumRow,
}

impl Row {
    pub(super) fn new(id: impl Into<String>, name: Names, sums: &Sums) -> Row {
        Row {
            id: id.into(),
            name,
            delivered: SumRow::of(&sums.delivered),
            pledged: SumRow::of(&sums.pledged),
        }
    }
}

/// A patron who may be named, and what it gave alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PatronRow {
    pub id: String,
    pub kind: String,
    pub name: Names,
    /// The home region.
    pub region: String,
    pub delivered: SumRow,
    pub pledged: SumRow,
}

/// A project, and what was given for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ProjectRow {
    pub id: String,
    pub name: Names,
    pub region: String,
    pub direction: String,
    pub status: String,
    pub delivered: SumRow,
    pub pledged: SumRow,
    /// What each patron who may be named gave for it alone, delivered and pledged, by its id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub givers: BTreeMap<String, (u128, u128)>,
}
