//! Remarks that ask that nobody be named, in whatever words: by a phrase that says so, or by a name, a publication or a consent, and
//! a denial near it.
//!
//! The table is `asking.toml`. Takes a text, gives whether somebody has to be asked what it means; in doubt it has to.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words::{best, forms, is_beginning, split};

#[derive(Debug, Deserialize)]
struct Table {
    harmless: Vec<String>,
    alone: Vec<String>,
    near: Vec<Near>,
}

#[derive(Debug, Deserialize)]
struct Near {
    /// So many words may stand between the two.
    within: usize,
    of: Vec<String>,
    denied: Vec<String>,
}

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Harmless,
    Alone,
    /// By the number of its pair.
    Of(usize),
    Denied(usize),
}

/// A word of a phrase.
#[derive(Debug)]
struct Word {
    text: String,
    is_whole: bool,
}

/// The phrases, by the first letter of their first word.
struct Phrases {
    all: HashMap<char, Vec<(Vec<Word>, Says)>>,
    within: Vec<usize>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let table: Table =
        toml::from_str(include_str!("asking.toml")).expect("the table is the program's own");
    let mut all: HashMap<char, Vec<(Vec<Word>, Says)>> = HashMap::new();
    let mut add = |phrases: &[String], says: Says| {
        for phrase in phrases {
            let words = phrase.split_whitespace().map(|word| Word {
                text: word.trim_end_matches('.').to_owned(),
                is_whole: word.ends_with('.'),
            });
            let words: Vec<Word> = words.collect();
            if let Some(first) = phrase.chars().next() {
                all.entry(first).or_default().push((words, says));
            }
        }
    };
    add(&table.harmless, Says::Harmless);
    add(&table.alone, Says::Alone);
    for (pair, near) in table.near.iter().enumerate() {
        add(&near.of, Says::Of(pair));
        add(&near.denied, Says::Denied(pair));
    }
    Phrases {
        all,
        within: table.near.iter().map(|near| near.within).collect(),
    }
});

/// Whether a remark asks that nobody be named.
pub(super) fn asks_not_to_be_named(text: &str) -> bool {
    let text = text.to_lowercase().replace('’', "'").replace("n't", " not");
    let mut typed = split(&text);
    // What is said not to be so is not there, and parts what stands around it.
    for (at, says) in found(&typed) {
        if says == Says::Harmless {
            typed[at].fill(String::new());
        }
    }
    let found = found(&typed);
    found.iter().any(|(at, says)| match says {
        Says::Alone => true,
        Says::Of(pair) => found.iter().any(|(denied, says)| {
            *says == Says::Denied(*pair) && is_near(at, denied, PHRASES.within[*pair])
        }),
        Says::Harmless | Says::Denied(_) => false,
    })
}

/// Whether a text stands for somebody who is not named, or says nothing but that somebody does not want to be.
pub(super) fn is_unnamed(name: &str) -> bool {
    let mut others = name.split_whitespace().skip(1);
    let names_nobody = !name.contains(['«', '"', '“', '„'])
        && !others.any(|word| word.contains(char::is_uppercase));
    best(forms("unnamed"), name).is_some() || names_nobody && asks_not_to_be_named(name)
}

/// Whether two phrases stand side by side, with some words between them at most.
fn is_near(one: &Range<usize>, other: &Range<usize>, within: usize) -> bool {
    let (first, second) = match one.start < other.start {
        true => (one, other),
        false => (other, one),
    };
    second
        .start
        .checked_sub(first.end)
        .is_some_and(|between| between <= within)
}

/// The phrases of a text, with their words' places.
fn found(typed: &[String]) -> Vec<(Range<usize>, Says)> {
    let mut found = Vec::new();
    for (at, word) in typed.iter().enumerate() {
        let first = word.chars().next();
        let phrases = first.and_then(|first| PHRASES.all.get(&first));
        for (words, says) in phrases.into_iter().flatten() {
            let end = at + words.len();
            let is_said = typed.get(at..end).is_some_and(|typed| {
                let mut pairs = typed.iter().zip(words);
                pairs.all(|(typed, word)| match word.is_whole {
                    true => *typed == word.text,
                    false => is_beginning(typed, &word.text),
                })
            });
            if is_said {
                found.push((at..end, *says));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_not_to_be_named_is_seen_in_whatever_words() {
        let table = include_str!("../../tests/sheets/remarks.tsv");
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        let mut wrong = Vec::new();
        let mut counts = [0, 0];
        for row in rows {
            let (expected, text) = row.split_once('\t').unwrap();
            let asks = asks_not_to_be_named(text);
            counts[usize::from(expected == "asks")] += 1;
            if asks != (expected == "asks") {
                wrong.push(row);
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(counts[0] >= 40 && counts[1] >= 120, "{counts:?}");
    }

    #[test]
    fn those_without_names_are_known() {
        for text in [
            "Аноним",
            "Аты-жөнін айтқысы келмеді",
            "Не пожелал называться",
            "Белгісіз",
            "аты-жөні көрсетілмеген",
            "Неизвестный",
            "не хочет, чтобы называли",
            "Не хочет, чтобы его называли",
            "Просил не называть",
            "Не хочет называться",
            "Атын атағысы келмейді",
            "Атын жарияламауды сұрады",
            "Does not want to be named",
            "asked not to be named",
        ] {
            assert!(is_unnamed(text), "{text}");
        }
        for text in [
            "Дала",
            "Ахметов Асан (просил не называть)",
            "ТОО «Тайна имени»",
        ] {
            assert!(!is_unnamed(text), "{text}");
        }
    }
}
