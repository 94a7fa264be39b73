//! What a column holds by what stands in most of its cells, where no heading tells.

use super::amount::{amount, is_other_currency};
use super::date::date;
use super::field::Field;
use super::known::Known;
use super::reason::{Reading, Reason};
use super::table::{CellValue, Row};
use super::unit::Unit;
use crate::locale::legal_forms::is_legal_form;
use crate::names::Found;

/// Whether most cells of a column fit, and these are not few.
pub(super) fn holds(rows: &[&Row], column: usize, fits: impl Fn(&CellValue) -> bool) -> bool {
    let fitting = rows.iter().filter(|row| fits(row.cell(column))).count();
    fitting * 3 >= rows.len() && is_mostly(rows, column, fits)
}

/// Whether most cells of a column in which something stands fit.
pub(super) fn is_mostly(rows: &[&Row], column: usize, fits: impl Fn(&CellValue) -> bool) -> bool {
    let values = rows.iter().map(|row| row.cell(column));
    let values: Vec<&CellValue> = values.filter(|value| !value.is_empty()).collect();
    let fitting = values.iter().filter(|value| fits(value)).count();
    fitting > 0 && fitting * 10 >= values.len() * 6
}

/// Whether a value is what a field holds.
pub(super) fn looks_like(field: Field, value: &CellValue, known: &Known<'_>) -> bool {
    let text = value.shown();
    match field {
        Field::Amount => {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            let is_amount = match amount(value, Unit::Tenge) {
                Reading::Understood(_) => true,
                Reading::Doubtful(remark) => remark.reason != Reason::Thousands,
                Reading::Refused(_) => is_other_currency(&text),
                Reading::Nothing => false,
            };
            // More digits are those of a telephone, or of a taxpayer.
            is_amount && (4..=10).contains(&digits) && !is_year(&text)
        }
        Field::Date => match date(value) {
            Reading::Understood(_) => {
                !text.bytes().all(|byte| byte.is_ascii_digit()) || is_year(&text)
            }
            Reading::Doubtful(_) => text.contains(['.', '/']),
            Reading::Nothing | Reading::Refused(_) => false,
        },
        Field::Region => matches!(known.regions.find(&text), Found::One(_)),
        Field::Direction => matches!(known.directions.find(&text), Found::One(_)),
        Field::Patron => {
            let mut words = text.split(|letter: char| !letter.is_alphanumeric());
            matches!(known.patrons.find(&text), Found::One(_))
                || words.any(|word| word.chars().nth(1).is_some() && is_legal_form(word))
        }
        Field::Kind
        | Field::Consent
        | Field::Home
        | Field::Status
        | Field::District
        | Field::Object
        | Field::Purpose
        | Field::InKind
        | Field::Project
        | Field::Source
        | Field::Link
        | Field::Note
        | Field::GiftId
        | Field::Number => false,
    }
}

fn is_year(text: &str) -> bool {
    text.parse::<u16>()
        .is_ok_and(|year| (1991..2100).contains(&year))
}
