//! The values of a row: its amount, its date and its source, as its cells or an editor's answers have them.

use super::amount::{amount, is_other_currency};
use super::columns::Column;
use super::date::date;
use super::field::Field;
use super::reason::{Reading, Reason, Remark};
use super::row::RowReader;
use super::table::CellValue;
use super::words::is_ditto;
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
                Err(_) => Reading::Refused(put(Remark::of(Reason::BadAmount, answer))),
            };
        }
        if !value.is_empty() && is_other_currency(heading) {
            return Reading::Refused(put(Remark::of(Reason::OtherCurrency, heading)));
        }
        if is_ditto(&value.shown()) {
            return Reading::Doubtful(put(Remark::of(Reason::Ditto, value.shown())));
        }
        match amount(value, *unit) {
            Reading::Doubtful(remark) => Reading::Doubtful(put(remark)),
            Reading::Refused(remark) => Reading::Refused(put(remark)),
            reading => reading,
        }
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
                Err(_) => Reading::Refused(put(Remark::of(Reason::BadDate, answer))),
            };
        }
        if is_ditto(&value.shown()) {
            return Reading::Doubtful(put(Remark::of(Reason::Ditto, value.shown())));
        }
        match date(value) {
            Reading::Doubtful(remark) => Reading::Doubtful(put(remark)),
            Reading::Refused(remark) => Reading::Refused(put(remark)),
            reading => reading,
        }
    }

    /// Where the gift can be looked up: a title and an address.
    pub(super) fn source(&self) -> Reading<(String, String)> {
        let title = self.value(Field::Source).map(|(text, _)| text);
        let Some((link, column)) = self.value(Field::Link) else {
            // A title without an address stays with whoever keeps the sheet, and that is said.
            return match title {
                Some(title) => Reading::Doubtful(
                    self.in_cell(Remark::of(Reason::BadSource, title), Field::Source),
                ),
                None => Reading::Nothing,
            };
        };
        let is_address = ["https://", "http://"]
            .iter()
            .any(|scheme| link.starts_with(scheme))
            && !link.contains(' ');
        match is_address {
            true => Reading::Understood((title.unwrap_or_else(|| link.clone()), link)),
            false => {
                Reading::Refused(Remark::of(Reason::BadSource, link).in_cell(Field::Link, column))
            }
        }
    }
}
