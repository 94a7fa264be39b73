//! Rows that are passed over: heads and what stands above them, sums, sections, signatures. Each is told, and none holds a gift.
//!
//! Takes a row with its sheet and columns, gives why it holds nothing.

use super::amount::{amount, is_nothing};
use super::columns::{Columns, Holds, is_repeated_head};
use super::field::Field;
use super::kind_of_name::kind_of_name;
use super::known::Known;
use super::reason::{Reading, Reason, Remark};
use super::table::{CellValue, Row, Sheet};
use super::unit::Unit;
use super::words_of_rows::{is_period, is_signature, is_total};
use crate::names::Found;

/// A sheet with what its columns hold.
#[derive(Clone, Copy)]
pub(super) struct Headed<'a> {
    pub sheet: &'a Sheet,
    pub columns: &'a Columns,
    pub known: &'a Known<'a>,
}

impl Headed<'_> {
    /// Whether a row is the head, or stands above it, or repeats it.
    pub(super) fn is_head(&self, at: usize, row: &Row) -> bool {
        self.of_head(at, row).is_some()
    }

    fn of_head(&self, at: usize, row: &Row) -> Option<Reason> {
        let head = self.columns.head?;
        if at < head {
            return Some(Reason::BeforeHead);
        }
        if at < head + self.columns.head_rows {
            return Some(Reason::Head);
        }
        is_repeated_head(row, self.sheet, self.columns).then_some(Reason::RepeatedHead)
    }

    /// Why a row holds no gift, if it does not.
    pub(super) fn passed_over(&self, at: usize, row: &Row) -> Option<Remark> {
        if row.is_blank() {
            return Some(Remark::new(Reason::Blank));
        }
        if let Some(reason) = self.of_head(at, row) {
            return Some(Remark::new(reason));
        }
        let cells = row.cells.iter().map(|cell| &cell.value);
        let filled: Vec<&CellValue> = cells.filter(|value| !value.is_empty()).collect();
        if is_numbering(&filled) {
            return Some(Remark::new(Reason::Numbering));
        }
        // One text alone across the sheet.
        let first = filled.first()?.shown();
        let is_alone = filled.iter().all(|value| value.shown() == first);
        // «I тоқсан» is what the rows below it are of; beside an amount it is their sum.
        if is_alone && is_period(&first) && self.columns.holds == Holds::Gifts {
            return Some(Remark::of(Reason::Caption, first));
        }
        if self.is_sum(row) {
            return Some(Remark::new(Reason::TotalRow));
        }
        if is_alone && matches!(self.known.regions.find(&first), Found::One(_)) {
            return Some(Remark::new(Reason::Section));
        }
        let is_caption = is_alone && self.is_caption(row, &first) || self.is_signed(row);
        is_caption.then(|| Remark::of(Reason::Caption, first))
    }

    /// Whether a text that stands alone in its row is a caption, and not the name of a giver of whom the rest was forgotten.
    fn is_caption(&self, row: &Row, text: &str) -> bool {
        let is_merged = row
            .cells
            .iter()
            .any(|cell| cell.is_merged && !cell.value.is_empty());
        let is_name = self.columns.of(Field::Patron).any(|column| {
            row.cell(column.index).shown() == text
                && (kind_of_name(text).is_some() || self.known.patrons.has(text))
        });
        let has_letters = text.contains(char::is_alphabetic);
        self.columns.holds == Holds::Gifts
            && has_letters
            && (is_merged || !is_name || is_signature(text))
    }

    /// Whether it is what whoever made the sheet writes below it, and no amount stands beside it.
    fn is_signed(&self, row: &Row) -> bool {
        let mut texts = row.cells.iter().map(|cell| cell.value.shown());
        let first = texts.find(|text| text.contains(char::is_alphabetic));
        let mut amounts = self.columns.of(Field::Amount);
        first.is_some_and(|text| is_signature(&text))
            && amounts.all(|column| {
                let read = amount(row.cell(column.index), Unit::Tenge);
                matches!(read, Reading::Nothing | Reading::Refused(_))
            })
            && self.tells_nothing(row, &[Field::Date, Field::Project], "")
    }

    /// Whether a row sums others up: it says so, and tells of no giver, no project and no date; or it names nothing but a part of a
    /// year.
    fn is_sum(&self, row: &Row) -> bool {
        let texts = row.cells.iter().filter_map(|cell| match &cell.value {
            CellValue::Text(text) => Some(text),
            CellValue::Empty | CellValue::Number(_) | CellValue::Day(_) | CellValue::Failed(_) => {
                None
            }
        });
        let mut telling = texts.filter(|text| text.contains(char::is_alphabetic));
        let Some(first) = telling.next() else {
            return false;
        };
        let is_sum = is_total(first) || is_period(first) && telling.all(|text| text == first);
        let telling = [
            Field::Patron,
            Field::Kind,
            Field::Consent,
            Field::Home,
            Field::Project,
            Field::Date,
        ];
        is_sum && self.tells_nothing(row, &telling, first)
    }

    /// Whether nothing stands in the columns of some fields but one text.
    fn tells_nothing(&self, row: &Row, fields: &[Field], but: &str) -> bool {
        let mut columns = fields.iter().flat_map(|of| self.columns.of(*of));
        columns.all(|column| match row.cell(column.index) {
            CellValue::Text(text) => text == but || is_nothing(text),
            CellValue::Empty | CellValue::Failed(_) => true,
            CellValue::Number(_) | CellValue::Day(_) => column.field != Some(Field::Date),
        })
    }
}

/// Whether a row numbers the columns: 1, 2, 3, …
fn is_numbering(filled: &[&CellValue]) -> bool {
    let number = |value: &CellValue| match value {
        CellValue::Number(number) => Some(*number),
        CellValue::Text(text) => text.parse::<u8>().ok().map(f64::from),
        CellValue::Empty | CellValue::Day(_) | CellValue::Failed(_) => None,
    };
    let follow = filled
        .iter()
        .enumerate()
        .all(|(at, value)| number(value) == Some(at as f64 + 1.0));
    filled.len() >= 3 && follow
}
