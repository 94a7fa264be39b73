//! Lines of the index: its words in the order of their folds, each with its pages, and the words that another may be meant by.

use ahash::HashMap;

use super::document::Field;
use super::fold::{fold, is_idle, stems};
use super::piece::Line;
use super::postings::Postings;

/// The lines of the index: its words in the order of their folds, and those that another may be meant by.
pub(super) fn lines(words: HashMap<Box<str>, Postings>) -> (Vec<Line>, Vec<Line>) {
    let named = Field::Title.bit() | Field::Name.bit() | Field::Place.bit();
    let mut lines = Vec::with_capacity(words.len());
    let mut guesses: Vec<Line> = Vec::new();
    for (word, postings) in words {
        let key = fold(&word);
        if key.is_empty() || is_idle(&word) {
            continue;
        }
        let meant = shortest_stem(&word).into_iter();
        let meant = meant.chain(postings.has_any(named).then(|| key.clone()));
        let meant = meant.filter(|word| word.len() >= SHORTEST_GUESS);
        guesses.extend(
            meant
                .filter(|word| !word.bytes().any(|sound| sound.is_ascii_digit()))
                .map(guess),
        );
        let mut rest = String::from("\t");
        postings.write(&mut rest);
        lines.push(Line {
            key,
            word: word.into(),
            rest,
        });
    }
    lines.sort_by(|a, b| (&a.key, &a.word).cmp(&(&b.key, &b.word)));
    guesses.sort_by(|a, b| (&a.key, &a.word).cmp(&(&b.key, &b.word)));
    guesses.dedup_by(|a, b| a.word == b.word);
    (lines, guesses)
}

/// The fewest letters of a word that another may be meant by.
const SHORTEST_GUESS: usize = 3;

/// The shortest of a word's stems.
fn shortest_stem(word: &str) -> Option<String> {
    let stems = stems(word).into_iter();
    let stems = stems.map(|stem| {
        stem.split_once(':')
            .map_or(String::new(), |(_, stem)| stem.to_owned())
    });
    stems.min_by_key(String::len)
}

/// The line of a word that another may be meant by. They are sorted by their first letter and their length, since a word
/// that is typed with a mistake has about the same.
fn guess(word: String) -> Line {
    let first = word.chars().next().unwrap_or_default();
    Line {
        key: format!("{first}{:02}", word.len()),
        word,
        rest: String::new(),
    }
}
