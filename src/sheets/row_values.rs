//! The values of a row: its amount, its date and its source, as its cells or an editor's answers have them.

use super::amount::{amount, is_other_currency};
use super::columns::Column;
use super::date::date;
use super::field::Field;
use super::reason::{Reading, Reason, Remark};
use super::row::{RowReader, Sorted};
use super::table::CellValue;
use super::words_of_rows::is_ditto;
use crate::model::date::Date;
use crate::model::money::{Tenge, parse_amount};

impl RowReader<'_> {
    /// The amount, as its column counts.
    pub(super) fn amount(&self) -> Reading<Tenge> {
        let Some(Column {
            index,
            unit,
            heading,
            ..
        }) = self.columns.first(Field::Amount)
        else {
            return Reading::Nothing;
        };
        let value = self.row.cell(*index);
        let put = |remark: Remark| remark.in_cell(Field::Amount, Some(*index));
        if let Some(answer) = self.answer(Field::Amount, &value.shown()) {
            return match parse_amount(&answer) {
                Ok(tenge) => Reading::Understood(tenge),
                Err(_) => Reading::Doubtful(put(Remark::of(Reason::BadAmount, answer))),
            };
        }
        if !value.is_empty() && is_other_currency(heading) {
            return Reading::Refused(put(Remark::of(Reason::OtherCurrency, heading)));
        }
        if is_ditto(&value.shown()) {
            return Reading::Doubtful(put(Remark::of(Reason::Ditto, value.shown())));
        }
        answerable(amount(value, *unit), put)
    }

    pub(super) fn date(&self) -> Reading<Date> {
        let column = self.columns.first(Field::Date);
        let index = column.map(|column| column.index);
        let put = |remark: Remark| remark.in_cell(Field::Date, index);
        let value = column.map_or(&CellValue::Empty, |column| self.row.cell(column.index));
        let said = match value.is_empty() {
            true => self.mapping.for_empty(Field::Date),
            false => self.answer(Field::Date, &value.shown()),
        };
        if let Some(answer) = said {
            return match Date::parse(&answer) {
                Ok(date) => Reading::Understood(date),
                Err(_) => Reading::Doubtful(put(Remark::of(Reason::BadDate, answer))),
            };
        }
        if is_ditto(&value.shown()) {
            return Reading::Doubtful(put(Remark::of(Reason::Ditto, value.shown())));
        }
        answerable(date(value), put)
    }

    /// Where the gift can be looked up: a title and an address.
    pub(super) fn source(&self, told: &mut Sorted) -> Option<(String, String)> {
        let title = self.value(Field::Source).map(|(text, _)| text);
        let title = title.filter(|title| !self.asks_to_stay_unnamed(title));
        let Some((link, column)) = self.value(Field::Link) else {
            // An act on paper stays with whoever keeps the sheet, and that is said.
            let note = title.map(|_| self.missing(Reason::PaperSource, Field::Source));
            told.notes.extend(note);
            return None;
        };
        let is_address = ["https://", "http://"]
            .iter()
            .any(|scheme| link.starts_with(scheme))
            && !link.contains(' ');
        match is_address {
            true => Some((title.unwrap_or_else(|| link.clone()), link)),
            false => {
                let remark = Remark::of(Reason::BadSource, link);
                told.refusals.push(remark.in_cell(Field::Link, column));
                None
            }
        }
    }
}

/// What became of the value of a cell: what an editor can answer in `import.toml` is asked, and not refused.
fn answerable<T>(reading: Reading<T>, put: impl Fn(Remark) -> Remark) -> Reading<T> {
    let is_asked = |reason| {
        matches!(
            reason,
            Reason::BadAmount | Reason::OtherCurrency | Reason::BadDate
        )
    };
    match reading {
        Reading::Refused(remark) if is_asked(remark.reason) => Reading::Doubtful(put(remark)),
        Reading::Refused(remark) => Reading::Refused(put(remark)),
        Reading::Doubtful(remark) => Reading::Doubtful(put(remark)),
        reading => reading,
    }
}
