//! Fix-its of bad ids, amounts and dates: what was certainly meant, or nothing where it could be two things.
//!
//! Takes the text as it was typed, gives a text that the readers of such values accept.

use crate::locale::transliterate;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::money::parse_amount;
use crate::source::text::confusables::{is_unseen, latin_of};

/// Units that may follow an amount.
const UNITS: [&str; 8] = ["₸", "тенге", "теңге", "тг.", "тг", "kzt", "tenge", "т"];

/// Longer texts are no slips.
const LONGEST: usize = 100;

/// The same id in small letters, with hyphens for spaces and lines, Latin letters for those that look like them, and
/// without what is not seen.
pub(super) fn id(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let mended: String = without_quotes(text)
        .unwrap_or(text)
        .trim()
        .chars()
        .filter(|&letter| !is_unseen(letter))
        .map(|letter| match letter {
            ' ' | '_' | '\u{a0}' | '‐' | '‑' | '–' => '-',
            _ => latin_of(letter).unwrap_or(letter),
        })
        .flat_map(char::to_lowercase)
        .collect();
    Id::parse(&mended).map(|id| id.to_string())
}

/// An id for a text in the letters of the country: its transliteration, if that drops none of them.
pub(crate) fn slug(text: &str) -> Option<String> {
    let is_written = |letter: char| {
        let silent = matches!(letter, 'ъ' | 'ь' | 'Ъ' | 'Ь');
        let mut bytes = [0; 4];
        silent
            || !letter.is_alphanumeric()
            || !transliterate(letter.encode_utf8(&mut bytes)).is_empty()
    };
    let all = text.len() <= LONGEST && text.chars().all(is_written);
    let id = Id::parse(&transliterate(text)).filter(|_| all)?;
    Some(id.to_string()).filter(|id| id != text)
}

/// A word without the quotation marks of a word processor around it.
pub(super) fn without_quotes(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix(['“', '„', '‘', '«', '"', '\''])?;
    let inner = inner.strip_suffix(['”', '“', '’', '‘', '»', '"', '\''])?;
    Some(inner.trim())
}

/// The same amount in digits alone: without its unit, without `.00`, and without points or commas between groups of
/// three where there are two such groups at least. `1,500` could be one and a half.
pub(super) fn amount(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.trim().to_lowercase();
    let plain = UNITS
        .iter()
        .find_map(|unit| lower.strip_suffix(unit))
        .unwrap_or(&lower)
        .trim();
    let plain = [".0", ".00", ",00"]
        .iter()
        .find_map(|end| plain.strip_suffix(end))
        .unwrap_or(plain);
    let spaces = [' ', '\u{a0}', '\u{202f}', '_', '\'', '’'];
    let groups: Vec<&str> = plain
        .split(|letter| spaces.contains(&letter) || matches!(letter, '.' | ','))
        .collect();
    let marks: Vec<char> = plain
        .chars()
        .filter(|letter| !letter.is_ascii_digit())
        .collect();
    let same = marks.windows(2).all(|pair| pair[0] == pair[1]);
    let only_spaces = marks.iter().all(|mark| spaces.contains(mark));
    let in_threes = groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let is_certain = groups.len() == 1 || in_threes && (only_spaces || same && groups.len() >= 3);
    let digits = groups.concat();
    let fits = is_certain && parse_amount(&digits).is_ok();
    fits.then_some(digits)
}

/// What an amount may mean that is not certain: whole tenge of one with tiyn, and what a word for thousands stands for.
pub(super) fn possible_amount(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.trim().to_lowercase();
    let plain = UNITS.iter().find_map(|unit| lower.strip_suffix(unit));
    let plain = plain.unwrap_or(&lower).trim().trim_end_matches('.');
    let digits = match scaled(plain) {
        Some(digits) => digits,
        None => {
            let (whole, rest) = plain.rsplit_once([',', '.'])?;
            let is_tiyn = rest.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_digit());
            is_tiyn.then(|| {
                amount(whole).or_else(|| parse_amount(whole).ok().map(|_| whole.to_owned()))
            })??
        }
    };
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    parse_amount(&digits).is_ok().then(|| in_threes(&digits))
}

/// `1,2 млн` as digits.
fn scaled(text: &str) -> Option<String> {
    const WORDS: [(&str, usize); 16] = [
        ("трлн", 12),
        ("триллион", 12),
        ("trillion", 12),
        ("млрд", 9),
        ("миллиард", 9),
        ("billion", 9),
        ("bn", 9),
        ("млн", 6),
        ("миллион", 6),
        ("million", 6),
        ("mln", 6),
        ("тыс", 3),
        ("мың", 3),
        ("тысяч", 3),
        ("thousand", 3),
        ("k", 3),
    ];
    let at = text.find(|letter: char| letter.is_alphabetic())?;
    let (number, word) = (text[..at].trim(), text[at..].trim().trim_end_matches('.'));
    let (_, zeros) = WORDS.iter().find(|(name, _)| {
        let endings = ["", "а", "ов", "и", "s"];
        endings
            .iter()
            .any(|end| word.strip_suffix(end) == Some(name))
    })?;
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, ""));
    let whole: String = whole
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(&whole) || !is_number(part) || part.len() > *zeros {
        return None;
    }
    let digits = format!("{whole}{part}{}", "0".repeat(zeros - part.len()));
    Some(digits.trim_start_matches('0').to_owned())
}

/// Digits in groups of three.
fn in_threes(digits: &str) -> String {
    let first = digits.len() % 3;
    let (head, rest) = digits.split_at(first);
    let mut groups: Vec<&str> = vec![head];
    groups.extend((0..rest.len()).step_by(3).map(|at| &rest[at..at + 3]));
    groups.retain(|group| !group.is_empty());
    groups.join(" ")
}

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
    let (year, month) = (year?, month?);
    let date = match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    };
    Date::parse(&date).is_ok().then_some(date)
}

/// What a date with a year of two digits may mean: `28.11.24`; or a day that a table counted: `43952`. Of `20-05-01` either
/// end may be the year.
pub(super) fn possible_date(text: &str) -> Option<String> {
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
pub(super) fn date(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_in_other_letters_is_transliterated() {
        for (text, id) in [
            ("мектеп-үйі", Some("mektep-uii")),
            ("Жомарт жүрек", Some("zhomart-zhurek")),
            ("объект", Some("obekt")),
            ("École", Some("ecole")),
            ("学校", None),
            ("мектеп学", None),
            ("school", None),
            ("", None),
        ] {
            assert_eq!(slug(text).as_deref(), id, "{text}");
        }
    }

    #[test]
    fn what_can_be_meant_in_one_way_only_is_mended() {
        for (text, meant) in [
            ("1,500,000", "1500000"),
            ("1.500.000", "1500000"),
            ("5 000 000 тенге", "5000000"),
            ("5000000 ₸", "5000000"),
            ("1 500_000", "1500000"),
            ("5000000.0", "5000000"),
            (" 5", "5"),
        ] {
            assert_eq!(amount(text).as_deref(), Some(meant), "{text}");
        }
        for (text, meant) in [
            ("01.03.2018", "2018-03-01"),
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
        for (text, meant) in [
            ("Almaty Region", "almaty-region"),
            ("аlmaty_rеgion", "almaty-region"),
            ("al\u{200b}maty", "almaty"),
        ] {
            assert_eq!(id(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_is_asked() {
        for (text, meant) in [
            ("1 250 000,50 тг", "1 250 000"),
            ("1,2 млн", "1 200 000"),
            ("12,5 млрд", "12 500 000 000"),
            ("500 тыс. тенге", "500 000"),
            ("5 миллионов", "5 000 000"),
        ] {
            assert_eq!(possible_amount(text).as_deref(), Some(meant), "{text}");
        }
        for text in ["млн", "много", "1,2345 тыс", "5,5,5"] {
            assert_eq!(possible_amount(text), None, "{text}");
        }
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
            "1,500",
            "1.5",
            "5 000 00",
            "5 млн",
            "-5",
            "0",
            "1,500.000",
            "",
        ] {
            assert_eq!(amount(text), None, "{text}");
        }
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
        for text in ["алматы", "../etc", "a/b", "", "-"] {
            assert_eq!(id(text), None, "{text}");
        }
    }
}
