//! Words with letters of two scripts, as they were meant.

use crate::source::text::confusables::{is_cyrillic, latin_of};

/// A text in which single letters that slashes part are one word: «к/х» is «кх».
pub(crate) fn with_whole_abbreviations(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_single = |at: usize, before: usize| {
        letters[at].is_alphabetic()
            && !letters
                .get(before)
                .is_some_and(|letter| letter.is_alphanumeric())
    };
    let is_joint = |at: usize| {
        letters[at] == '/'
            && at > 0
            && at + 1 < letters.len()
            && is_single(at - 1, at.wrapping_sub(2))
            && is_single(at + 1, at + 2)
    };
    let kept = (0..letters.len()).filter(|at| !is_joint(*at));
    kept.map(|at| letters[at]).collect()
}

/// A word in which letters of another script stand for those that they look like: what no Latin letter looks like is Cyrillic, and
/// so is the rest of its word.
pub(crate) fn mended(word: &str) -> String {
    let is_latin = |letter: char| letter.is_ascii_alphabetic();
    if !word.chars().any(is_cyrillic) || !word.chars().any(is_latin) {
        return word.to_owned();
    }
    let mut cyrillic = word.chars().filter(|&letter| is_cyrillic(letter));
    let is_surely_cyrillic = cyrillic.any(|letter| latin_of(letter).is_none());
    let right = |letter: char| match is_surely_cyrillic {
        true => ('\u{400}'..='\u{52f}').find(|other| latin_of(*other) == Some(letter)),
        false => latin_of(letter),
    };
    word.chars()
        .map(|letter| right(letter).unwrap_or(letter))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_only_look_right_are_put_right() {
        // The first has a Latin C, the second Latin e and p, the third a Cyrillic о.
        for (typed, meant) in [
            ("Cумма", "Сумма"),
            ("Жep", "Жер"),
            ("Amоunt", "Amount"),
            ("Дала", "Дала"),
            ("Dala", "Dala"),
        ] {
            assert_eq!(mended(typed), meant);
        }
    }
}
