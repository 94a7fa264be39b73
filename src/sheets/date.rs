//! Dates in cells: a day, a month or a year, or why somebody has to be asked.
//!
//! Takes a value as it stands in a sheet, gives a date as exact as it is there.

use super::amount::is_nothing;
use super::reason::{Reading, Reason, Remark};
use super::table::CellValue;
use crate::load::fix_it;
use crate::model::date::Date;

/// Spreadsheets count days from 1900: from here on a number can be one of them, and no year.
const FIRST_DAY: f64 = 10_000.0;

/// Reads a date.
pub(super) fn date(value: &CellValue) -> Reading<Date> {
    match value {
        CellValue::Empty => Reading::Nothing,
        CellValue::Failed(error) => Reading::Refused(Remark::of(Reason::Formula, error)),
        CellValue::Day(day) => Reading::Understood(Date::Day(*day)),
        CellValue::Number(number) if number.fract() == 0.0 => of_text(&number.to_string()),
        // A day with its time, which no format of the cell says.
        CellValue::Number(number) if *number >= FIRST_DAY => of_text(&number.floor().to_string()),
        CellValue::Number(number) => of_fraction(&number.to_string()),
        CellValue::Text(text) => of_text(text),
    }
}

fn of_text(text: &str) -> Reading<Date> {
    if is_nothing(text) {
        return Reading::Nothing;
    }
    let plain = text.trim_end_matches(['.', ',', ' ']);
    // «Қыркүйек айы»: the word for month says nothing more.
    let words = plain
        .split(' ')
        .filter(|word| !word.to_lowercase().starts_with("айы"));
    let plain = &*words.collect::<Vec<_>>().join(" ");
    let certain = fix_it::date(text).or_else(|| fix_it::date(plain));
    let certain = certain.as_deref().unwrap_or(plain);
    if let Ok(date) = Date::parse(certain) {
        return Reading::Understood(date);
    }
    match fix_it::possible_date(text) {
        Some(meant) => Reading::Doubtful(Remark::of(Reason::UnclearDate, text).meaning([meant])),
        None => {
            let either = two_orders(plain);
            match either.is_empty() {
                true => Reading::Refused(Remark::of(Reason::BadDate, text)),
                false => Reading::Doubtful(Remark::of(Reason::UnclearDate, text).meaning(either)),
            }
        }
    }
}

/// A month that a spreadsheet took for a number: `2024.06`, `6.2024`. Of `2024.1` nobody knows whether a zero was lost at the end.
fn of_fraction(number: &str) -> Reading<Date> {
    let parts = number.split_once('.');
    let months = parts.into_iter().flat_map(|(whole, fraction)| {
        let year_first = [
            format!("{whole}-{fraction:0>2}"),
            format!("{whole}-{fraction:0<2}"),
        ];
        let year_last = [format!("{fraction:0<4}-{whole:0>2}")];
        year_first.into_iter().chain(year_last)
    });
    let is_likely =
        |month: &String| Date::parse(month).is_ok_and(|month| (1991..2100).contains(&month.year()));
    let mut meant: Vec<String> = months.filter(is_likely).collect();
    meant.dedup();
    match meant.is_empty() {
        true => Reading::Refused(Remark::of(Reason::BadDate, number)),
        false => Reading::Doubtful(Remark::of(Reason::UnclearDate, number).meaning(meant)),
    }
}

/// `03/04/2024` is a day of April to us, and of March to some.
fn two_orders(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split('/').collect();
    let [a, b, year] = parts.as_slice() else {
        return Vec::new();
    };
    let form = |month: &str, day: &str| {
        let date = format!("{year}-{month:0>2}-{day:0>2}");
        Date::parse(&date).ok().map(|_| date)
    };
    [form(b, a), form(a, b)].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(value: &CellValue) -> String {
        let text = match date(value) {
            Reading::Nothing => "nothing".to_owned(),
            Reading::Understood(date) => date.to_string(),
            Reading::Doubtful(remark) => format!("? {}", remark.meant.join("|")),
            Reading::Refused(_) => "!".to_owned(),
        };
        text.trim().to_owned()
    }

    #[test]
    fn dates_as_people_write_them() {
        for (text, expected) in [
            ("05.03.2024", "2024-03-05"),
            ("5.3.2024", "2024-03-05"),
            ("05.03.2024 г.", "2024-03-05"),
            ("05.03.2024 ж.", "2024-03-05"),
            ("2024-03-05", "2024-03-05"),
            ("2024-03-05 00:00:00", "2024-03-05"),
            ("5 марта 2024", "2024-03-05"),
            ("5 марта 2024 года", "2024-03-05"),
            ("март 2024", "2024-03"),
            ("Март 2024 г.", "2024-03"),
            ("03.2024", "2024-03"),
            ("2024", "2024"),
            ("2024 ж.", "2024"),
            ("2024 г.", "2024"),
            ("2024 жылғы 5 наурыз", "2024-03-05"),
            ("наурыз 2024", "2024-03"),
            ("2024 жылдың қыркүйек айы", "2024-09"),
            ("желтоқсан 2023 ж.", "2023-12"),
            ("March 2024", "2024-03"),
            ("28.11.24", "? 2024-11-28"),
            ("45356", "? 2024-03-05"),
            ("03/04/2024", "? 2024-04-03|2024-03-04"),
            ("31/12/2024", "2024-12-31"),
            ("31.02.2024", "!"),
            ("весна 2024", "!"),
            ("2 квартал 2024", "!"),
            ("2023-2024", "!"),
            ("—", "nothing"),
        ] {
            assert_eq!(told(&CellValue::text(text)), expected, "{text}");
        }
    }

    #[test]
    fn days_and_numbers_of_a_spreadsheet() {
        let day = CellValue::Day(jiff::civil::date(2024, 3, 5));
        assert_eq!(told(&day), "2024-03-05");
        assert_eq!(told(&CellValue::Number(2024.0)), "2024");
        assert_eq!(told(&CellValue::Number(45356.0)), "? 2024-03-05");
        assert_eq!(told(&CellValue::Number(45356.75)), "? 2024-03-05");
        assert_eq!(told(&CellValue::Number(12.0)), "!");
        for (number, expected) in [
            (2024.06, "? 2024-06"),
            (2024.1, "? 2024-01|2024-10"),
            (2024.12, "? 2024-12"),
            (6.2024, "? 2024-06"),
            (6.202, "? 2020-06"),
            (2024.5, "? 2024-05"),
            (2024.25, "!"),
            (12.5, "!"),
        ] {
            assert_eq!(told(&CellValue::Number(number)), expected, "{number}");
        }
    }
}
