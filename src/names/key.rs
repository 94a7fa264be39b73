//! What is compared of a name: how its telling words sound, in any order; of a place, also what place it says that it is, and of a
//! patron the legal form.

use super::mended::{mended, with_whole_abbreviations};
use super::places::{country_in_full, is_around_place, place_word, without_adjective_ending};
use crate::locale::legal_forms::{legal_class, without_forms};
use crate::locale::skeleton::skeleton;

/// Whose names they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    Place,
    Patron,
    Other,
}

/// What is compared of a name: its telling words, sorted, and what place it is, or which legal form it has.
pub(super) fn key(of: NameKind, name: &str) -> (String, Option<usize>) {
    let name = with_whole_abbreviations(name);
    let typed = name.split(|letter: char| !letter.is_alphanumeric());
    let typed: Vec<String> = typed.filter(|word| !word.is_empty()).map(mended).collect();
    let place = match of {
        NameKind::Place => typed.iter().find_map(|word| place_word(word)),
        NameKind::Patron => typed.iter().find_map(|word| legal_class(word)),
        NameKind::Other => None,
    };
    let telling: Vec<&String> = match of {
        NameKind::Patron => without_forms(&typed).collect(),
        NameKind::Place | NameKind::Other => {
            let is_kind = |word: &String| of == NameKind::Place && place_word(word).is_some();
            let is_telling = |word: &&String| !is_kind(word) && !is_around_place(word);
            typed.iter().filter(is_telling).collect()
        }
    };
    let sounds = |word: &String| match of {
        NameKind::Place => sounds(without_adjective_ending(word)),
        NameKind::Patron | NameKind::Other => sounds(word),
    };
    let mut words: Vec<String> = telling.into_iter().map(sounds).collect();
    words.retain(|word| !word.is_empty());
    if words.is_empty() {
        words = typed.iter().map(sounds).collect();
    }
    words.retain(|word| !word.is_empty());
    words.sort();
    (words.join(" "), place)
}

/// How the first word of a name sounds; of a patron, the first after the legal form, if there is one.
pub(super) fn first_word(of: NameKind, name: &str) -> String {
    let name = with_whole_abbreviations(name);
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(mended).collect();
    let telling = match of {
        NameKind::Patron => without_forms(&words).next(),
        NameKind::Place | NameKind::Other => None,
    };
    let first = telling.or(words.first());
    first.map(|word| sounds(word)).unwrap_or_default()
}

/// How the words of a place sound that may be cut short, and whether so much is left of each that it tells which it is.
pub(super) fn shortened(name: &str) -> (Vec<String>, bool) {
    const TELLING: usize = 3;
    let typed = name.split(|letter: char| !letter.is_alphanumeric());
    let typed = typed.filter(|word| !word.is_empty()).map(mended);
    let telling = typed.filter(|word| place_word(word).is_none() && !is_around_place(word));
    let words: Vec<String> = telling
        .map(|word| sounds(without_adjective_ending(country_in_full(&word))))
        .filter(|word| !word.is_empty())
        .collect();
    let is_telling = words.iter().all(|word| word.len() >= TELLING);
    (words, is_telling)
}

/// The letters of a name, without its legal form and in any order of its words: two that sound alike may differ in them.
pub(super) fn letters(name: &str) -> String {
    let name = with_whole_abbreviations(name);
    let typed = name.split(|letter: char| !letter.is_alphanumeric());
    let typed: Vec<String> = typed.filter(|word| !word.is_empty()).map(mended).collect();
    let mut words: Vec<String> = without_forms(&typed)
        .map(|word| word.to_lowercase().replace('ё', "е"))
        .collect();
    words.sort();
    words.join(" ")
}

/// The skeleton of a word; of a number, its digits.
fn sounds(word: &str) -> String {
    match word.bytes().all(|byte| byte.is_ascii_digit()) {
        true => word.to_owned(),
        false => skeleton(word),
    }
}
