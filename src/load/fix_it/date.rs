//! Fix-its of dates: the one form, for a date in words, in another order, or as a table counts days.

use super::id::without_quotes;
use super::longest::LONGEST;
use crate::model::date::Date;

/// Months in the languages of the editors, by the letters that all their cases begin with.
const MONTHS: [[&str; 3]; 12] = [
    ["қаңтар", "январ", "jan"],
    ["ақпан", "феврал", "feb"],
    ["наурыз", "март", "mar"],
    ["сәуір", "апрел", "apr"],
    ["мамыр", "ма", "may"],
    ["маусым", "июн", "jun"],
    ["шілде", "июл", "jul"],
    ["тамыз", "август", "aug"],
    ["қыркүйек", "сентябр", "sep"],
    ["қазан", "октябр", "oct"],
    ["қараша", "ноябр", "nov"],
    ["желтоқсан", "декабр", "dec"],
];

/// A date with the name of its month: `март 2024`, `2024 жылғы 5 наурыз`, `5 March 2024`.
fn date_in_words(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|letter: char| !letter.is_alphanumeric());
    let (mut year, mut month, mut day) = (None, None, None);
    for part in parts.filter(|part| !part.is_empty()) {
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            match part.len() {
                4 if year.is_none() => year = Some(part.to_owned()),
                1 | 2 if day.is_none() => day = Some(part.parse::<u8>().ok()?),
                _ => return None,
            }
            continue;
        }
        let is_year = [
            "г",
            "год",
            "года",
            "году",
            "ж",
            "жыл",
            "жылы",
            "жылғы",
            "жылдың",
        ];
        if is_year.contains(&part) {
            continue;
        }
        let named = MONTHS.iter().position(|names| {
            names.iter().any(|name| match *name {
                "ма" => matches!(part, "май" | "мая" | "мае"),
                name => part.starts_with(name),
            })
        });
        match (named, month) {
            (Some(at), None) => month = Some(at + 1),
            _ => return None,
        }
    }
    if let (Some(year), None, None) = (&year, month, day) {
        let has_words = lower.contains(char::is_alphabetic);
        return Some(year.clone()).filter(|year| has_words && Date::parse(year).is_ok());
    }
    let (year, month) = (year?, month?);
    let date = match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    };
    Date::parse(&date).is_ok().then_some(date)
}

/// What a date with a year of two digits may mean: `28.11.24`; or a day that a table counted: `43952`. Of `20-05-01` either
/// end may be the year.
pub(crate) fn possible_date(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['г', '.', ' ', 'ж']);
    if let Some(date) = counted_day(text) {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    if text.contains('-') && year.parse::<u16>().is_ok_and(|last| last <= 31) {
        return None;
    }
    let number = |part: &str| part.parse::<u16>().ok().filter(|_| part.len() <= 2);
    let (day, month, short) = (number(day)?, number(month)?, number(year)?);
    let century = if short >= 91 { 1900 } else { 2000 };
    let date = format!("{}-{month:02}-{day:02}", century + short);
    (year.len() == 2 && Date::parse(&date).is_ok()).then_some(date)
}

/// The date of a day as spreadsheets count them, from 1900: `43952` is 2020-05-01. Of the years 1991 to 2064 only.
fn counted_day(text: &str) -> Option<String> {
    let days: i32 = (text.len() == 5).then(|| text.parse().ok()).flatten()?;
    if !(33_239..60_000).contains(&days) {
        return None;
    }
    let first = jiff::civil::date(1899, 12, 30);
    let day = first.checked_add(jiff::Span::new().days(days)).ok()?;
    Some(day.to_string())
}

/// Digits for the letters that look like them: `2O20-O5-01`.
fn with_digits(text: &str) -> Option<String> {
    let digit = |letter: char| match letter {
        'O' | 'o' | 'О' | 'о' => Some('0'),
        'l' | 'I' | 'І' | '|' => Some('1'),
        'З' | 'з' => Some('3'),
        '0'..='9' | '-' => Some(letter),
        _ => None,
    };
    let mended: String = text.trim().chars().map(digit).collect::<Option<_>>()?;
    (mended != text && Date::parse(&mended).is_ok()).then_some(mended)
}

/// The same date in the one form: `01.03.2018`, `2018/3/1`, `03.2018`, or with a time after it. `01/03/2018` is January
/// to some.
pub(crate) fn date(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let inner = without_quotes(text).unwrap_or(text);
    if inner.len() < text.len() && Date::parse(inner).is_ok() {
        return Some(inner.to_owned());
    }
    let text = inner;
    if let Some(date) = date_in_words(text) {
        return Some(date);
    }
    if let Some(date) = with_digits(text) {
        return Some(date);
    }
    let text = text.trim();
    let plain = text.trim_end_matches(['г', '.', ' ', '\u{a0}', 'ж']);
    if plain.len() < text.len() && Date::parse(plain).is_ok() {
        return Some(plain.to_owned());
    }
    let text = plain;
    let day = text.split(['T', 't', ' ']).next().unwrap_or("");
    // A period has two ends, and none of them is the date.
    let mut others = text[day.len()..].split(|letter: char| !letter.is_ascii_digit());
    if others.any(|digits| digits.len() == 4) {
        return None;
    }
    let mark = day.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(mark, '.' | '/' | '-' | '–' | '‑') {
        return None;
    }
    let parts: Vec<&str> = day.split(mark).collect();
    let number = |part: &str| -> Option<u16> {
        let plain = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let numbers: Vec<u16> = parts
        .iter()
        .map(|part| number(part))
        .collect::<Option<_>>()?;
    let mended = match (parts.as_slice(), numbers.as_slice()) {
        ([year, _], &[_, month]) if year.len() == 4 => format!("{year}-{month:02}"),
        ([_, year], &[month, _]) if year.len() == 4 => format!("{year}-{month:02}"),
        ([year, ..], &[_, month, day]) if year.len() == 4 => format!("{year}-{month:02}-{day:02}"),
        ([_, _, year], &[day, month, _]) if year.len() == 4 && (mark != '/' || day > 12) => {
            format!("{year}-{month:02}-{day:02}")
        }
        _ => return None,
    };
    Date::parse(&mended).is_ok().then_some(mended)
}

/// What may stand between the two ends of a period.
const UNTIL: [&str; 8] = ["…", "...", "–", "—", "−", " до ", "/", "-"];

/// A period as people write it, with the two points between its ends: `2017–2021`, `2017-04 - 2021-04`.
pub(crate) fn period(text: &str) -> Option<String> {
    if text.len() > LONGEST || Date::parse(text).is_ok() {
        return None;
    }
    let plain = text.trim().trim_end_matches(['г', '.', ' ', 'ж', '\u{a0}']);
    let ends = UNTIL
        .iter()
        .flat_map(|sign| plain.match_indices(sign))
        .map(|(at, sign)| (plain[..at].trim(), plain[at + sign.len()..].trim()));
    let mut periods = ends.filter_map(|(from, to)| {
        let (first, last) = (Date::parse(from).ok()?, Date::parse(to).ok()?);
        (first.earliest() < last.latest()).then(|| format!("{from}..{to}"))
    });
    periods.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_a_period_are_seen_by_what_stands_between_them() {
        for (text, meant) in [
            ("2017–2021", Some("2017..2021")),
            ("2017-2021", Some("2017..2021")),
            ("2017 — 2021 г.", Some("2017..2021")),
            ("2017…2021", Some("2017..2021")),
            ("2017-04 - 2021-04", Some("2017-04..2021-04")),
            ("2017-04-2021-04", Some("2017-04..2021-04")),
            ("2017-04-01/2021-04-30", Some("2017-04-01..2021-04-30")),
            ("2017-04", None),
            ("2021–2017", None),
            ("04.2017", None),
            ("2017", None),
        ] {
            assert_eq!(period(text).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn what_can_be_meant_in_one_way_only_is_mended() {
        for (text, meant) in [
            ("01.03.2018", "2018-03-01"),
            ("«2018-03-01»", "2018-03-01"),
            ("2018 жыл", "2018"),
            ("“01.03.2018”", "2018-03-01"),
            ("1.3.2018 ж.", "2018-03-01"),
            ("2018/03/01", "2018-03-01"),
            ("2018-3-1", "2018-03-01"),
            ("2018-03-01T00:00", "2018-03-01"),
            ("31/12/2018", "2018-12-31"),
            ("03.2018", "2018-03"),
            ("2018-3", "2018-03"),
            ("март 2018", "2018-03"),
            ("5 мая 2018 года", "2018-05-05"),
            ("2018 жылғы 5 наурыз", "2018-03-05"),
            ("5 March 2018", "2018-03-05"),
            ("2020г.", "2020"),
            ("2020 ж.", "2020"),
            ("2O20-05-01", "2020-05-01"),
            ("2О2О-О5-О1", "2020-05-01"),
        ] {
            assert_eq!(date(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_is_asked() {
        assert_eq!(possible_date("28.11.24").as_deref(), Some("2024-11-28"));
        assert_eq!(possible_date("28.11.2024"), None);
        assert_eq!(possible_date("20-05-01"), None);
        assert_eq!(possible_date("01-05-98").as_deref(), Some("1998-05-01"));
        assert_eq!(possible_date("43952").as_deref(), Some("2020-05-01"));
        assert_eq!(possible_date("12345"), None);
    }

    #[test]
    fn what_could_be_two_things_is_left() {
        for text in [
            "01/03/2018",
            "01.03.18",
            "31.02.2018",
            "2018",
            "март",
            "қараша 18",
            "2018-13",
            "",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
