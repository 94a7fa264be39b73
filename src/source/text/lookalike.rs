//! Confusable letters (homoglyphs): a Cyrillic «а» in an id, a Latin “a” in a Cyrillic word, invisible characters.
//!
//! Takes a text, gives its suspicious characters. Says nothing itself: the names are messages; the sets of characters
//! are those of `confusables`.

use super::confusables::{
    is_cyrillic, is_direction, is_invisible, is_latin, is_odd_space, latin_of, looks_cyrillic,
};

/// The words of a diagnostic in which such letters are mistakes: names of things, not text.
pub(crate) const NAMING: [&str; 9] = [
    "value", "field", "id", "key", "link", "url", "anchor", "theme", "name",
];

/// What is odd about a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Cyrillic, where Latin letters stand around it.
    Cyrillic,
    /// Latin, where Cyrillic letters stand around it.
    Latin,
    /// Of no width.
    Invisible,
    /// It turns the direction of text.
    Direction,
    /// A space that is not the usual one.
    Space,
}

impl Kind {
    /// Its key in the message.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Kind::Cyrillic => "cyrillic",
            Kind::Latin => "latin",
            Kind::Invisible => "invisible",
            Kind::Direction => "direction",
            Kind::Space => "space",
        }
    }
}

/// A character that is probably not meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Odd {
    pub letter: char,
    pub kind: Kind,
}

/// The odd characters of a text, each once, in their order.
pub(crate) fn odd_letters(text: &str) -> Vec<Odd> {
    let mut found: Vec<Odd> = Vec::new();
    let mut push = |letter, kind| {
        let odd = Odd { letter, kind };
        if !found.contains(&odd) {
            found.push(odd);
        }
    };
    for letter in text.chars() {
        match letter {
            _ if is_invisible(letter) => push(letter, Kind::Invisible),
            _ if is_direction(letter) => push(letter, Kind::Direction),
            _ if is_odd_space(letter) => push(letter, Kind::Space),
            _ => {}
        }
    }
    let is_sure = text.contains(|letter| is_cyrillic(letter) && latin_of(letter).is_none());
    for word in text.split(|letter: char| !(letter.is_alphanumeric() || is_invisible(letter))) {
        // Where other letters are Cyrillic for sure, a word of that script alone is as it was meant.
        if is_sure && !word.contains(is_latin) {
            continue;
        }
        for odd in mixed(word) {
            push(odd.letter, odd.kind);
        }
    }
    found
}

/// The letters of a word that look like those of its other script: of the script that has fewer letters in it, Cyrillic
/// if both have as many. A word of one script has none, unless all its letters are Cyrillic and look like Latin ones.
pub(crate) fn mixed(word: &str) -> Vec<Odd> {
    let latin = word.chars().filter(|&letter| is_latin(letter)).count();
    let cyrillic = word.chars().filter(|&letter| is_cyrillic(letter)).count();
    let all_look_latin = latin == 0
        && cyrillic > 1
        && word
            .chars()
            .filter(|&letter| is_cyrillic(letter))
            .all(|letter| latin_of(letter).is_some_and(|letter| letter.is_ascii()));
    let kind = match (latin, cyrillic) {
        (_, 0) => return Vec::new(),
        (0, _) if !all_look_latin => return Vec::new(),
        (latin, cyrillic) if latin < cyrillic && latin > 0 => Kind::Latin,
        _ => Kind::Cyrillic,
    };
    word.chars()
        .filter(|&letter| match kind {
            Kind::Latin => is_latin(letter) && looks_cyrillic(letter),
            _ => latin_of(letter).is_some(),
        })
        .map(|letter| Odd { letter, kind })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(char, Kind)> {
        odd_letters(text)
            .into_iter()
            .map(|odd| (odd.letter, odd.kind))
            .collect()
    }

    #[test]
    fn letters_of_the_wrong_script_are_found() {
        assert_eq!(told("аlmaty-region"), [('а', Kind::Cyrillic)]);
        assert_eq!(told("Мекtеп сaлынды"), [('a', Kind::Latin)]);
        assert_eq!(
            told("сор"),
            [
                ('с', Kind::Cyrillic),
                ('о', Kind::Cyrillic),
                ('р', Kind::Cyrillic)
            ]
        );
        assert_eq!(
            told("ru\u{200b}\u{202e}"),
            [('\u{200b}', Kind::Invisible), ('\u{202e}', Kind::Direction)]
        );
        assert_eq!(told("5\u{a0}000"), [('\u{a0}', Kind::Space)]);
    }

    #[test]
    fn words_of_one_script_are_left_alone() {
        for text in [
            "almaty",
            "Алматы",
            "мектеп",
            "№5-school",
            "Не-істелді",
            "а",
            "",
            "2018-06",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
