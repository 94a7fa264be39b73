//! Amounts in cells: whole tenge, or why somebody has to be asked.
//!
//! Takes a value as it stands in a sheet. Tiyn, words for thousands and columns in thousands are never rounded or multiplied
//! here: what they may mean is told, and an editor says so.

use super::reason::{Reading, Reason, Remark};
use super::table::CellValue;
use super::unit::Unit;
use crate::load::fix_it;
use crate::model::money::{MAX_AMOUNT, Tenge, parse_amount};

/// Less than this is no gift that anyone lists: it may be in thousands or millions.
const LEAST: u128 = 1000;

/// What stands for “nothing is known”.
const NOTHING: [&str; 16] = [
    "-",
    "–",
    "—",
    "--",
    "---",
    "х",
    "x",
    "нет",
    "жоқ",
    "no",
    "n/a",
    "н/д",
    "нет данных",
    "белгісіз",
    "не указано",
    "неизвестно",
];

/// Other money than tenge.
const OTHER_CURRENCIES: [&str; 13] = [
    "$",
    "€",
    "£",
    "usd",
    "eur",
    "rub",
    "руб",
    "₽",
    "долл",
    "евро",
    "доллар",
    "еуро",
    "cny",
];

/// Whether a text says that nothing is known.
pub(super) fn is_nothing(text: &str) -> bool {
    NOTHING.contains(&text.to_lowercase().as_str())
}

/// Whether a text names other money than tenge.
pub(super) fn is_other_currency(text: &str) -> bool {
    let lower = text.to_lowercase();
    OTHER_CURRENCIES.iter().any(|name| lower.contains(name))
}

/// Reads an amount. `unit`: what one of a column's numbers stands for, and whether an editor said so.
pub(super) fn amount(value: &CellValue, unit: Unit) -> Reading<Tenge> {
    let reading = match value {
        CellValue::Empty => Reading::Nothing,
        CellValue::Failed(error) => Reading::Refused(Remark::of(Reason::Formula, error)),
        CellValue::Day(day) => Reading::Refused(Remark::of(Reason::BadAmount, day.to_string())),
        CellValue::Number(number) => of_number(*number, unit),
        CellValue::Text(text) => of_text(text, unit),
    };
    match reading {
        Reading::Understood(tenge) if tenge.0 < LEAST => {
            let remark = Remark::of(Reason::Small, value.shown());
            Reading::Doubtful(remark.meaning([tenge.0.to_string()]))
        }
        reading => reading,
    }
}

fn of_number(number: f64, unit: Unit) -> Reading<Tenge> {
    let shown = number.to_string();
    if number <= 0.0 {
        return Reading::Refused(Remark::of(Reason::ZeroAmount, shown));
    }
    // What a spreadsheet counted may be off by the last bit.
    let (times, reason) = match unit {
        Unit::Tenge => (1, None),
        Unit::Said(times) => (times, None),
        Unit::Seems(times) => (times, Some(Reason::Thousands)),
    };
    let tenge = number * f64::from(times);
    if tenge > MAX_AMOUNT as f64 || !tenge.is_finite() {
        return Reading::Refused(Remark::of(Reason::BadAmount, shown));
    }
    let whole = tenge.round();
    let is_whole = match unit {
        Unit::Tenge => tenge.fract() == 0.0,
        Unit::Said(_) | Unit::Seems(_) => (tenge - whole).abs() < 1e-6 * tenge.clamp(1.0, 1e3),
    };
    let meant = [format!("{whole}")];
    match reason {
        Some(reason) => Reading::Doubtful(Remark::of(reason, shown).meaning(meant)),
        None if is_whole && whole >= 1.0 => Reading::Understood(Tenge(whole as u128)),
        None => {
            let either = [tenge.floor(), tenge.ceil()];
            let either = either.into_iter().filter(|number| *number >= 1.0);
            let meant = either.map(|number| number.to_string());
            Reading::Doubtful(Remark::of(Reason::Tiyn, shown).meaning(meant))
        }
    }
}

fn of_text(text: &str, unit: Unit) -> Reading<Tenge> {
    if is_nothing(text) {
        return Reading::Nothing;
    }
    if is_other_currency(text) {
        return Reading::Refused(Remark::of(Reason::OtherCurrency, text));
    }
    let (plain, says_tenge) = without_unit(text);
    // What a cell says of itself goes before what was said of all sheets.
    let unit = match unit {
        Unit::Said(_) if says_tenge => Unit::Tenge,
        unit => unit,
    };
    let certain = parse_amount(&plain)
        .ok()
        .or_else(|| parse_amount(&fix_it::amount(&plain)?).ok());
    let times = match (certain, unit) {
        (Some(tenge), Unit::Tenge) => return Reading::Understood(tenge),
        (Some(tenge), Unit::Seems(times)) if says_tenge => {
            let either = [tenge.0, tenge.0.saturating_mul(times.into())];
            let meant = either.map(|number| number.to_string());
            return Reading::Doubtful(Remark::of(Reason::Thousands, text).meaning(meant));
        }
        (Some(tenge), Unit::Said(_) | Unit::Seems(_)) => return of_number(tenge.0 as f64, unit),
        (None, Unit::Tenge) => None,
        (None, Unit::Said(times) | Unit::Seems(times)) => Some(times),
    };
    if let Some(times) = times {
        let number = plain.replace(' ', "").replace(',', ".");
        // Half as much again, or a thousand times that?
        if is_either(&plain)
            && let Ok(whole) = number.replace('.', "").parse::<u128>()
        {
            let times = u128::from(times);
            let either = [whole * times / 1000, whole * times];
            let meant = either.map(|number| number.to_string());
            return Reading::Doubtful(Remark::of(Reason::UnclearMark, text).meaning(meant));
        }
        if let Ok(number) = number.parse() {
            return of_number(number, unit);
        }
    }
    let zero = plain
        .bytes()
        .all(|byte| matches!(byte, b'0' | b'.' | b',' | b' '));
    if zero || plain.starts_with(['-', '−']) {
        return Reading::Refused(Remark::of(Reason::ZeroAmount, text));
    }
    let Some(meant) = possible(&plain) else {
        return Reading::Refused(Remark::of(Reason::BadAmount, text));
    };
    let remark = match plain.chars().any(char::is_alphabetic) {
        true => Remark::of(Reason::Rounded, text).meaning([meant.to_string()]),
        // Rounded down, or up.
        false => {
            let either = [meant, meant + 1].map(|tenge| tenge.to_string());
            Remark::of(Reason::Tiyn, text).meaning(either)
        }
    };
    Reading::Doubtful(remark)
}

/// What an amount may mean that is not certain; of one in several parts, each smaller than the one before, their sum: «1 млн 500 мың».
fn possible(plain: &str) -> Option<u128> {
    let one = |text: &str| {
        let meant = fix_it::possible_amount(text)?.replace(' ', "");
        meant.parse::<u128>().ok()
    };
    if let Some(meant) = one(plain) {
        return Some(meant);
    }
    let mut parts = vec![String::new()];
    let mut letters = plain.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_end = letter.is_alphabetic() || letter == '.';
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
        let next = letters.clone().find(|next| *next != ' ');
        if is_end && next.is_some_and(|next| next.is_ascii_digit()) {
            parts.push(String::new());
        }
    }
    let read = |part: &String| one(part).or_else(|| parse_amount(part.trim()).ok().map(|of| of.0));
    let parts: Option<Vec<u128>> = parts.iter().map(read).collect();
    let parts = parts.filter(|parts| parts.len() > 1)?;
    let are_falling = parts.windows(2).all(|pair| pair[1] < pair[0]);
    are_falling.then(|| parts.iter().sum())
}

/// Whether a mark before three digits may part thousands as well as a fraction: `1,500`.
fn is_either(plain: &str) -> bool {
    let Some((whole, rest)) = plain.split_once([',', '.']) else {
        return false;
    };
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&whole.len())
        && !whole.starts_with('0')
        && rest.len() == 3
        && are_digits(whole)
        && are_digits(rest)
}

/// The text without the words for tenge around it, in one form; and whether there were any.
fn without_unit(text: &str) -> (String, bool) {
    const WORDS: [&str; 9] = [
        "тенге",
        "теңге",
        "тг.",
        "тг",
        "kzt",
        "tenge",
        "tg.",
        "tg",
        "₸",
    ];
    let lower = text.to_lowercase().replace(['\u{2019}', '\''], " ");
    let mut plain = lower.trim();
    let mut says_tenge = false;
    loop {
        let end = WORDS.iter().find_map(|word| plain.strip_suffix(word));
        let start = WORDS.iter().find_map(|word| plain.strip_prefix(word));
        match end.or(start) {
            Some(rest) if !rest.trim().is_empty() => {
                plain = rest.trim();
                says_tenge = true;
            }
            Some(_) | None => break,
        }
    }
    // 1 250 000,- is how a cheque has it.
    let plain = plain
        .strip_suffix(",-")
        .or(plain.strip_suffix(".-"))
        .unwrap_or(plain);
    let plain = plain.strip_suffix(",0").unwrap_or(plain);
    (plain.trim().to_owned(), says_tenge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, unit: Unit) -> String {
        told(amount(&CellValue::text(text), unit))
    }

    fn told(reading: Reading<Tenge>) -> String {
        let of = |word: &str, remark: Remark| {
            let reason: &str = remark.reason.into();
            format!("{word} {reason} {}", remark.meant.join("|"))
        };
        let text = match reading {
            Reading::Nothing => "nothing".to_owned(),
            Reading::Understood(tenge) => tenge.0.to_string(),
            Reading::Doubtful(remark) => of("?", remark),
            Reading::Refused(remark) => of("!", remark),
        };
        text.trim().to_owned()
    }

    #[test]
    fn amounts_as_people_write_them() {
        for (text, expected) in [
            ("1250000", "1250000"),
            ("1 250 000", "1250000"),
            ("1\u{a0}250\u{a0}000", "1250000"),
            ("1\u{202f}250\u{202f}000 ₸", "1250000"),
            ("1 250 000 тг", "1250000"),
            ("1 250 000 тг.", "1250000"),
            ("1 250 000 теңге", "1250000"),
            ("KZT 1 250 000", "1250000"),
            ("₸1,250,000", "1250000"),
            ("1.250.000", "1250000"),
            ("1 250 000,00", "1250000"),
            ("1 250 000,00 тг.", "1250000"),
            ("1250000.00", "1250000"),
            ("1'250'000", "1250000"),
            ("1 250 000,-", "1250000"),
            ("1 250 000,50 тг", "? tiyn 1250000|1250001"),
            ("1 999 999,75", "? tiyn 1999999|2000000"),
            ("85 000,50", "? tiyn 85000|85001"),
            ("1250000,5", "? tiyn 1250000|1250001"),
            ("1,2 млн", "? rounded 1200000"),
            ("1,2 млн. тенге", "? rounded 1200000"),
            ("5 млн", "? rounded 5000000"),
            ("500 тыс. тг", "? rounded 500000"),
            ("3 млрд теңге", "? rounded 3000000000"),
            ("250 мың", "? rounded 250000"),
            ("1 млн 500 мың", "? rounded 1500000"),
            ("1 млн. 250 тыс. тг", "? rounded 1250000"),
            ("2 млн 300 000 тенге", "? rounded 2300000"),
            ("1 million 500 thousand", "? rounded 1500000"),
            ("500 мың 1 млн", "! bad-amount"),
            ("1,500", "! bad-amount"),
            ("12 50 000", "! bad-amount"),
            ("миллион", "! bad-amount"),
            ("около 5 000 000", "! bad-amount"),
            ("5 000 000 + 300 000", "! bad-amount"),
            ("5000 $", "! other-currency"),
            ("100 000 руб.", "! other-currency"),
            ("0", "! zero-amount"),
            ("-5 000", "! zero-amount"),
            ("—", "nothing"),
            ("нет данных", "nothing"),
            ("", "nothing"),
        ] {
            assert_eq!(read(text, Unit::Tenge), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_a_spreadsheet() {
        for (number, expected) in [
            (1_250_000.0, "1250000"),
            (1.0, "? small 1"),
            (1000.0, "1000"),
            (1_250_000.5, "? tiyn 1250000|1250001"),
            (0.4, "? tiyn 1"),
            (0.0, "! zero-amount"),
            (-3.0, "! zero-amount"),
            (1e16, "! bad-amount"),
            (f64::NAN, "! bad-amount"),
        ] {
            let value = CellValue::Number(number);
            assert_eq!(told(amount(&value, Unit::Tenge)), expected, "{number}");
        }
    }

    #[test]
    fn columns_in_thousands_are_multiplied_only_where_somebody_said_so() {
        assert_eq!(read("1 250", Unit::Seems(1000)), "? thousands 1250000");
        assert_eq!(read("1,5", Unit::Seems(1_000_000)), "? thousands 1500000");
        assert_eq!(read("1 250", Unit::Said(1000)), "1250000");
        assert_eq!(read("1,1", Unit::Said(1_000_000)), "1100000");
        for (text, unit, expected) in [
            ("1 250 000 тг", Unit::Said(1000), "1250000"),
            ("₸ 1 250 000", Unit::Said(1000), "1250000"),
            ("1 250 тг", Unit::Seems(1000), "? thousands 1250|1250000"),
            ("1,500", Unit::Said(1000), "? unclear-mark 1500|1500000"),
            ("1.500", Unit::Seems(1000), "? unclear-mark 1500|1500000"),
            (
                "12,345",
                Unit::Said(1_000_000),
                "? unclear-mark 12345000|12345000000",
            ),
            ("0,500", Unit::Said(1_000_000), "500000"),
            ("1 250,500", Unit::Said(1000), "1250500"),
        ] {
            assert_eq!(read(text, unit), expected, "{text} {unit:?}");
        }
        let number = CellValue::Number(1.1);
        assert_eq!(told(amount(&number, Unit::Said(1_000_000))), "1100000");
    }
}
