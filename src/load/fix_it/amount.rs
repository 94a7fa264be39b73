//! Fix-its of amounts: whole tenge in digits, for an amount with its unit, its fraction or other signs between thousands.

use super::id::without_quotes;
use super::longest::LONGEST;
use crate::model::money::parse_amount;
use crate::source::text::confusables::is_odd_space;

/// Units that may follow an amount.
const UNITS: [&str; 8] = ["₸", "тенге", "теңге", "тг.", "тг", "kzt", "tenge", "т"];

/// The same amount in digits alone: without its unit, without `.00`, and without points or commas between groups of
/// three where there are two such groups at least. `1,500` could be one and a half.
pub(crate) fn amount(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let lower = without_quotes(text).unwrap_or(text).trim().to_lowercase();
    let plain = UNITS
        .iter()
        .find_map(|unit| lower.strip_suffix(unit))
        .unwrap_or(&lower)
        .trim();
    // A letter that looks like a nought stands among digits, and a space of any kind between them.
    let plain = plain.replace(['o', 'о'], "0").replace(is_odd_space, " ");
    let plain = plain.as_str();
    let plain = [".0", ".00", ",00"]
        .iter()
        .find_map(|end| plain.strip_suffix(end))
        .unwrap_or(plain);
    let spaces = [' ', '_', '\'', '’'];
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
pub(crate) fn possible_amount(text: &str) -> Option<String> {
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
pub(crate) fn in_threes(digits: &str) -> String {
    let first = digits.len() % 3;
    let (head, rest) = digits.split_at(first);
    let mut groups: Vec<&str> = vec![head];
    groups.extend((0..rest.len()).step_by(3).map(|at| &rest[at..at + 3]));
    groups.retain(|group| !group.is_empty());
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("185\u{2009}000 000", "185000000"),
            ("185 000 00О", "185000000"),
            ("«185 000 000»", "185000000"),
        ] {
            assert_eq!(amount(text).as_deref(), Some(meant), "{text}");
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
    }
}
