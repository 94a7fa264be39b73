//! Tables of sums along an axis as templates show them: the rows with their names, in the order that readers expect.

use std::borrow::Cow;
use std::cmp::Reverse;

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::drawing_piece::DrawingPiece;
use super::message_ids::MessageId;
use super::per_resident::{ResidentsPiece, residents_piece};
use super::row_kind::RowKind;
use super::view::{Link, Text, View};
use crate::model::axis::{Axis, Giver, Key};
use crate::plan::conditions::Condition;
use crate::plan::tables::Table;
use crate::plan::{Listed, Page, Summed};
use crate::totals::{Breakdown, Sums, sum};

/// A row of a table of sums.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ViewRow"))]
pub(crate) struct RowPiece<'a> {
    #[serde(skip)]
    pub key: Key,
    /// `region`, `from`, `year`, `direction`, `object`, `district` or `patron`; `not-stated`, `joint` and `anonymous`
    /// have no name.
    pub kind: RowKind,
    /// False for the rows that have no name: their kind says all.
    pub is_named: bool,
    /// Its name; empty for the rows that have none.
    pub name: Text<'a>,
    pub url: Option<String>,
    /// Where exactly the contributions of its sums stand.
    pub rows: Option<String>,
    pub sums: SumsPiece,
    /// Of a region, in a table behind a map of the figure per resident.
    pub residents: Option<ResidentsPiece>,
}

/// A table of sums along an axis.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct BreakdownPiece<'a> {
    pub axis: Axis,
    /// On a page of several parts only on the first.
    pub rows: Vec<RowPiece<'a>>,
    /// Some row has pledged contributions.
    pub has_pledged: bool,
    /// Its rows tell of residents: it stands behind a map of the figure per resident, and some are on record.
    pub has_residents: bool,
    pub whole: SumsPiece,
    /// Where the contributions of the whole stand; none if there are none.
    pub whole_rows: Option<String>,
    /// Its chart or map, where a page shows one.
    pub drawing: Option<DrawingPiece<'a>>,
    /// The address of its rows as CSV.
    pub csv: Option<String>,
    /// Of a table by year: runs of years of which nothing is on record, each as its first and its last year: between those
    /// of its rows, and where the table stands on a page of a record, before and after them as long as the portal has
    /// years and the record is there.
    pub gaps: Vec<(i16, i16)>,
    /// Of a table that has its largest rows alone: all others.
    pub others: Option<OthersPiece>,
}

/// The rows that a table leaves out.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct OthersPiece {
    pub count: usize,
    /// How many of these are regions that are no more.
    pub former: usize,
    pub sums: SumsPiece,
    /// Where their contributions stand.
    pub rows: Option<String>,
}

impl<'a> View<'a> {
    /// The rows of a table of sums: years and directions in their own order, all others by what was delivered, the
    /// largest first; rows without a name last.
    pub(crate) fn rows(&self, breakdown: &Breakdown) -> Vec<RowPiece<'a>> {
        let rows = breakdown.rows.iter();
        let mut rows: Vec<RowPiece<'a>> = rows.map(|(key, sums)| self.row(*key, sums)).collect();
        if !matches!(breakdown.axis, Axis::Year | Axis::Direction) {
            rows.sort_by(|a, b| {
                let rank = |row: &RowPiece<'_>| {
                    let amount = row.sums.delivered.amount.or_zero();
                    (!row.is_named, Reverse(amount))
                };
                rank(a)
                    .cmp(&rank(b))
                    .then_with(|| self.language.locale.compare(&a.name.text, &b.name.text))
            });
        }
        rows
    }

    /// A table of sums, without a drawing and a file. `whole` is the sum of all its rows.
    pub(crate) fn breakdown(&self, breakdown: &Breakdown, whole: &Sums) -> BreakdownPiece<'a> {
        let rows = self.rows(breakdown);
        BreakdownPiece {
            axis: breakdown.axis,
            has_pledged: has_pledged(&rows),
            has_residents: false,
            whole: sums_piece(whole),
            whole_rows: None,
            gaps: gaps(&rows, None),
            rows,
            drawing: None,
            csv: None,
            others: None,
        }
    }

    /// The same table of a page with its first rows alone, or the newest years, and the others in one row; it holds all that are
    /// in `of`, so that its rows still make its whole. Rows without a name stay.
    pub(crate) fn shortened(
        &self,
        mut table: BreakdownPiece<'a>,
        (page, of): (Summed, &Breakdown),
        most: usize,
    ) -> BreakdownPiece<'a> {
        let named = table.rows.iter().filter(|row| row.is_named).count();
        // One row is not worth being left out for another.
        if named <= most + 1 {
            return table;
        }
        let left_out = match table.axis {
            Axis::Year => 0..named - most,
            _ => most..named,
        };
        let keys: Vec<Key> = table.rows.drain(left_out).map(|row| row.key).collect();
        let contributions = keys.iter().flat_map(|&key| of.get(key).contributions());
        let sums = sum(self.portal, contributions);
        let shown = table.rows.iter().filter(|row| row.is_named);
        let shown = shown.map(|row| row.key).collect();
        let is_former = |key: &&Key| match **key {
            Key::Region(region) | Key::From(Some(region)) => {
                self.portal.regions[region].is_former()
            }
            _ => false,
        };
        table.others = Some(OthersPiece {
            count: keys.len(),
            former: keys.iter().filter(is_former).count(),
            sums: sums_piece(&sums),
            rows: self.behind(&Condition::of_others(page, table.axis, shown), &sums),
        });
        table
    }

    /// The address for links of the file with the rows of a page's table, of which it has so many; none if it has no
    /// file.
    pub(crate) fn file_url(&self, page: Page, table: Table, rows: usize) -> Option<String> {
        let address = table.file(self.portal, page, self.lang(), rows)?;
        Some(self.url_of(&address))
    }

    /// What a row is called: its name, or the word of the interface for those that have none.
    pub(crate) fn name_of<'r>(&self, row: &'r RowPiece<'_>) -> Cow<'r, str> {
        match MessageId::of_row(row.kind) {
            Some(message) => self.word(message).into(),
            None => row.name.text.as_ref().into(),
        }
    }

    fn row(&self, key: Key, sums: &Sums) -> RowPiece<'a> {
        let linked =
            |kind, Link { url, text, lang }: Link<'a>| (kind, Text { text, lang }, Some(url));
        let nameless = |kind| {
            let name = Text {
                text: "".into(),
                lang: None,
            };
            (kind, name, None)
        };
        let (kind, name, url) = match key {
            Key::Region(region) => linked(RowKind::Region, self.region(region)),
            Key::From(Some(region)) => {
                let name = self.region(region);
                let url = self.list_url(Listed::From(region)).unwrap_or(name.url);
                linked(RowKind::From, Link { url, ..name })
            }
            Key::Year(year) => linked(RowKind::Year, self.year(year)),
            Key::Direction(direction) => linked(RowKind::Direction, self.direction(direction)),
            Key::Object(Some(object)) => linked(RowKind::Object, self.object(object)),
            Key::District(region, Some(district)) => {
                let name = &self.portal.regions[region].district(district).name;
                match self.indexes.district(region, district) {
                    Some(_) => linked(RowKind::District, self.district(region, district)),
                    None => (RowKind::District, self.text(name), None),
                }
            }
            Key::Patron(Giver::Named(patron)) => match self.patron(patron).link {
                Some(link) => linked(RowKind::Patron, link),
                None => nameless(RowKind::Anonymous),
            },
            Key::Patron(Giver::Anonymous) => nameless(RowKind::Anonymous),
            Key::From(None) | Key::Patron(Giver::Joint) => nameless(RowKind::Joint),
            Key::Object(None) | Key::District(_, None) => nameless(RowKind::NotStated),
        };
        RowPiece {
            key,
            kind,
            is_named: MessageId::of_row(kind).is_none(),
            name,
            url,
            rows: None,
            sums: sums_piece(sums),
            residents: None,
        }
    }
}

impl BreakdownPiece<'_> {
    /// The same with the residents of each region, and what was delivered for each of them.
    pub(crate) fn with_residents(mut self, view: &View<'_>) -> Self {
        for row in &mut self.rows {
            row.residents = residents_piece(view, row.key, row.sums.delivered.amount);
        }
        let mut residents = self.rows.iter().filter_map(|row| row.residents.as_ref());
        self.has_residents = residents.any(|of| of.residents.is_some());
        self
    }
}

/// The years between those of the rows that have no row; of a `span`, given as its first and its last year, also those
/// before and after them.
pub(super) fn gaps(rows: &[RowPiece<'_>], span: Option<(i16, i16)>) -> Vec<(i16, i16)> {
    let mut years: Vec<i16> = rows
        .iter()
        .filter_map(|row| match row.key {
            Key::Year(year) => Some(year),
            _ => None,
        })
        .collect();
    if let (Some((first, last)), false) = (span, years.is_empty()) {
        years.insert(0, first.saturating_sub(1));
        years.push(last.saturating_add(1));
    }
    let pairs = years.windows(2).filter_map(|pair| match *pair {
        [before, after] if before + 1 < after => Some((before + 1, after - 1)),
        _ => None,
    });
    pairs.collect()
}

/// Whether some row has pledged contributions.
pub(crate) fn has_pledged(rows: &[RowPiece<'_>]) -> bool {
    rows.iter().any(|row| row.sums.pledged.contributions > 0)
}
