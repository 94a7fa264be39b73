//! Sounds of a word: its skeleton as the search compares it, whatever numbers stand around it and scripts are mixed in it.

use std::borrow::Cow;

use crate::locale::skeleton::skeleton;

/// The skeleton of a word of a text: in one script, without numbers before or behind it, as in `ospanov75`.
pub(super) fn sounds(word: &str) -> String {
    const SHORTEST: usize = 4;
    let letters = word.trim_matches(|sign: char| sign.is_numeric());
    let is_name = letters.chars().nth(SHORTEST - 1).is_some();
    skeleton(&plain_script(if is_name { letters } else { word }))
}

/// A word of several scripts in one, where its letters look the same in both.
fn plain_script(word: &str) -> Cow<'_, str> {
    let is_cyrillic = |letter: char| matches!(letter, '\u{400}'..='\u{52f}');
    let is_latin = |letter: char| letter.is_ascii_alphabetic() || letter == 'ə';
    if !(word.chars().any(is_cyrillic) && word.chars().any(is_latin)) {
        return word.into();
    }
    const ALIKE: [(char, char); 14] = [
        ('a', 'а'),
        ('b', 'в'),
        ('c', 'с'),
        ('e', 'е'),
        ('h', 'н'),
        ('i', 'і'),
        ('k', 'к'),
        ('m', 'м'),
        ('o', 'о'),
        ('p', 'р'),
        ('t', 'т'),
        ('x', 'х'),
        ('y', 'у'),
        ('ə', 'ә'),
    ];
    let word = word.to_lowercase();
    let cyrillic = |letter: char| {
        ALIKE
            .iter()
            .find(|(latin, _)| *latin == letter)
            .map_or(letter, |(_, other)| *other)
    };
    let whole: String = word.chars().map(cyrillic).collect();
    if !whole.chars().any(is_latin) {
        return whole.into();
    }
    let latin = |letter: char| {
        ALIKE
            .iter()
            .find(|(_, other)| *other == letter)
            .map_or(letter, |(latin, _)| *latin)
    };
    word.chars().map(latin).collect::<String>().into()
}
