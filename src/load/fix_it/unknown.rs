//! Words and signs in the place of a value that nobody knows: `-`, `?`, `н/д`.

use std::ops::Range;

use crate::source::text::no_value;

/// What is written for a value that is not known, in small letters.
const UNKNOWN: [&str; 5] = [
    "неизвестно",
    "неизвестен",
    "белгісіз",
    "unknown",
    "not known",
];

/// What is written for a value that is not there: readers of a text would learn nothing from it.
const NOTHING: [&str; 20] = [
    "-",
    "–",
    "—",
    "?",
    "??",
    "???",
    "…",
    "...",
    "н/д",
    "нет данных",
    "нет информации",
    "нет",
    "не указано",
    "дерек жоқ",
    "мәлімет жоқ",
    "жоқ",
    "көрсетілмеген",
    "n/a",
    "no data",
    "tbd",
];

/// Signs that stand between words; a text of nothing else says nothing.
pub(crate) const SIGNS: &str = ".…,;:?!-–—−_*/|~#";

/// Whether a text says that a value is not known.
pub(crate) fn is_unknown(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    UNKNOWN.contains(&text.as_str()) || NOTHING.contains(&text.as_str())
}

/// Whether a text says nothing: it is such a word, an empty value of a spreadsheet, or nothing but the signs that stand
/// between words.
pub(crate) fn is_no_text(text: &str) -> bool {
    let text = text.trim();
    let is_sign = |of: char| of.is_whitespace() || SIGNS.contains(of);
    let is_all = |(_, at): (_, Range<usize>)| at == (0..text.len());
    text.chars().all(is_sign)
        || NOTHING.contains(&text.to_lowercase().as_str())
        || no_value::first(text).is_some_and(is_all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_from_signs_in_their_place() {
        for text in [
            "…", "...", "?", "-", "——", "Нет", "жоқ", "N/A", " н/д ", "####", "#REF!", "_____",
        ] {
            assert!(is_no_text(text), "{text}");
        }
        for text in [
            "Жоқ деген сөз",
            "5",
            "№",
            "«?»",
            "А",
            "Белгісіз",
            "+",
            "100 %",
            "❤",
        ] {
            assert!(!is_no_text(text), "{text}");
        }
    }
}
