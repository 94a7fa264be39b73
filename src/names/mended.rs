//! Words with letters of two scripts, as they were meant.

use crate::source::text::confusables::{is_cyrillic, latin_of};

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
