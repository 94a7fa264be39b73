//! What a spreadsheet shows in the place of a value: `####` in a narrow column, `#REF!` of a formula that failed.
//!
//! Takes a text, gives where such a sign stands in it as a word of its own.

use std::ops::Range;

/// What failed formulas show, in English and Russian programs.
const FAILED: [&str; 16] = [
    "#REF!",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#N/A",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#ССЫЛКА!",
    "#ЗНАЧ!",
    "#ИМЯ?",
    "#ДЕЛ/0!",
    "#Н/Д",
    "#ЧИСЛО!",
    "#ПУСТО!",
];

/// What is shown for a number that is too wide: so many signs are no mark of anything else.
const FEWEST: usize = 3;

/// The first such sign among the words of a text, and what it is (failed | narrow).
pub(crate) fn first(text: &str) -> Option<(&'static str, Range<usize>)> {
    if !text.contains('#') {
        return None;
    }
    let mut end = 0;
    text.split_inclusive(char::is_whitespace).find_map(|piece| {
        let start = end;
        end += piece.len();
        let word = piece.trim_end().trim_end_matches([',', '.', ';', ':']);
        Some((kind(word)?, start..start + word.len()))
    })
}

fn kind(word: &str) -> Option<&'static str> {
    let is_narrow = word.len() >= FEWEST && word.bytes().all(|byte| byte == b'#');
    match FAILED.contains(&word) {
        true => Some("failed"),
        false => is_narrow.then_some("narrow"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_spreadsheets_are_told_from_words_and_tags() {
        let found = |text| first(text).map(|(what, at)| (what, &text[at]));
        for (text, expected) in [
            ("####", Some(("narrow", "####"))),
            ("Сомасы: #####, күні: 2020", Some(("narrow", "#####"))),
            ("Барлығы #ЗНАЧ! теңге.", Some(("failed", "#ЗНАЧ!"))),
            ("#N/A", Some(("failed", "#N/A"))),
            ("#тағзым ##екі C# №5 #5", None),
            ("a####b", None),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
