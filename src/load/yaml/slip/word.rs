//! Slips in a value that is one word: an id, a date, an amount, an address. Quotation marks would not mend it; the signs
//! around it have to go.
//!
//! Takes the name of the field and its value, gives what is wrong and the value without such signs.

use super::quoted::{Mended, SIGNS, behind, colon};
use crate::load::yaml::error_class::Trouble;
use crate::load::yaml::known::{CHOSEN, NUMBERS};
use crate::load::yaml::quote::closing;

/// What an editor types before or behind a value by mistake, or what a program puts there.
pub(super) fn is_stray(letter: char) -> bool {
    let is_sign = letter.is_ascii_punctuation() && letter != '_';
    is_sign || letter == ' ' || "«»“”„‘’…–—".contains(letter)
}

/// What means nothing beside a number or a date. Any other sign may say something of it: less, about, a currency, a fraction.
fn is_idle(letter: char) -> bool {
    " ,;:\"'()[]«»“”„‘’".contains(letter)
}

/// A value without the signs around it, where its field holds one word or number.
pub(super) fn of_word(key: &str, value: &str) -> Mended {
    let is_number = NUMBERS.contains(&key);
    if !is_number && !CHOSEN.contains(&key) {
        return None;
    }
    let plain = value.trim_end();
    let word = plain.trim_start_matches(is_stray);
    let lead = plain.len() - word.len();
    let word = word.trim_end_matches(is_stray);
    let end = lead + word.len();
    let is_of_word = |letter: char| match is_number {
        true => letter.is_ascii_digit() || " \u{a0}".contains(letter),
        false => letter.is_ascii_alphanumeric() || "-_.".contains(letter),
    };
    if word.is_empty() || word == plain || !word.chars().all(is_of_word) {
        return None;
    }
    let (why, at) = match lead {
        0 => (behind(&plain[end..]), end),
        _ => (Trouble::SignBefore, 0),
    };
    // Quotation marks that YAML knows are told as such.
    if let Some(mark) = plain.chars().next().filter(|mark| "\"'".contains(*mark)) {
        let is_twice = plain[1..].starts_with(mark);
        let ends_otherwise = plain.ends_with(['"', '\'', '”', '“', '»']) && !plain.ends_with(mark);
        if !is_twice && !ends_otherwise {
            return None;
        }
    }
    let is_day = word.starts_with(|first: char| first.is_ascii_digit());
    let is_clear = plain[..lead].chars().all(is_idle) && plain[end..].chars().all(is_idle);
    if is_clear || !is_number && !is_day {
        return Some((Some((why, at)), word.to_owned()));
    }
    // `>5` may say that it was more, `$5` is no tenge: it stays as it is, and its reader tells what is wrong with it.
    let begins_otherwise = plain.starts_with(SIGNS)
        || plain.starts_with(['"', '\''])
        || plain.starts_with("- ")
        || plain.starts_with("? ");
    let is_refused = begins_otherwise || colon(plain).is_some();
    Some((is_refused.then_some((why, at)), plain.to_owned()))
}

/// A text in quotation marks with signs before it.
pub(super) fn of_marks(value: &str) -> Mended {
    let plain = value.trim_end();
    let text = plain.trim_start_matches(|letter| is_stray(letter) && !"\"'".contains(letter));
    let is_text = text.len() < plain.len() && text.starts_with(['"', '\'']);
    let is_whole = is_text && closing(text) == Some(text.len());
    let is_sign = !plain.starts_with(['[', '{', '«', '(', '“', '„', '”']);
    (is_whole && is_sign).then(|| (Some((Trouble::SignBefore, 0)), text.to_owned()))
}
