//! What the program says: every message in three languages that need the same words, and every mistake of the hostile
//! corpus told in each of them with nothing left raw.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use rayon::prelude::*;

use super::support::{Site, golden, hostile_cases, read_case, words_of};
use tagzym::diagnostic::{Code, quotes_nothing};
use tagzym::locale::{Arg, Messages};
use tagzym::model::kind::RecordKind;
use tagzym::model::lang::Lang;
use tagzym::report::explain;
use tagzym::report::message::{language, messages, render_message};
use tagzym::report::order::count;
use tagzym::report::terminal::{Style, render};
use tagzym::source::text::lookalike::mixed;

/// Every message and attribute with the variables that it uses.
fn outline(messages: &Messages) -> BTreeMap<String, BTreeSet<String>> {
    messages
        .ids()
        .map(|id| {
            let variables = messages.variables(id).cloned();
            (id.to_owned(), variables.unwrap_or_default())
        })
        .collect()
}

/// Messages choose by a word of the kind, with a branch for all others: no compiler names the one that a new kind needs.
#[test]
fn every_kind_of_record_has_its_words() {
    for lang in Lang::ALL {
        let messages = messages(lang);
        let counted =
            |kind: &str| messages.format("translations-kind", &[("kind", Arg::Text(kind))]);
        let mut names = BTreeSet::new();
        for kind in RecordKind::ALL {
            let id = format!("word-{}", kind.word());
            assert!(messages.variables(&id).is_some(), "{lang}: {id}");
            assert!(
                names.insert(counted(kind.folder()).unwrap()),
                "{lang}: {}",
                kind.folder()
            );
        }
    }
}

#[test]
fn the_message_files_are_sound() {
    for (name, lang, text) in [
        (
            "kk",
            Lang::Kk,
            include_str!("../../src/report/messages/kk.ftl"),
        ),
        (
            "ru",
            Lang::Ru,
            include_str!("../../src/report/messages/ru.ftl"),
        ),
        (
            "en",
            Lang::En,
            include_str!("../../src/report/messages/en.ftl"),
        ),
        (
            "explain/kk",
            Lang::Kk,
            include_str!("../../src/report/explain/kk.ftl"),
        ),
        (
            "explain/ru",
            Lang::Ru,
            include_str!("../../src/report/explain/ru.ftl"),
        ),
        (
            "explain/en",
            Lang::En,
            include_str!("../../src/report/explain/en.ftl"),
        ),
    ] {
        assert_eq!(Messages::new(lang, &[(name, text)]).1, [], "{name}");
    }
}

#[test]
fn every_message_has_three_languages_with_the_same_variables() {
    let english = outline(&messages(Lang::En));
    for lang in [Lang::Kk, Lang::Ru] {
        let other = outline(&messages(lang));
        let ids = |outline: &BTreeMap<String, _>| outline.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&other), ids(&english), "{lang}");
        for (id, variables) in &other {
            assert_eq!(variables, &english[id], "{lang}: {id}");
        }
        assert_eq!(
            outline(&explain::texts(lang)),
            outline(&explain::texts(Lang::En)),
            "{lang}"
        );
    }
    for code in Code::ALL {
        assert!(english.contains_key(code.message()), "{}", code.number());
    }
}

#[test]
fn no_letter_of_a_message_only_looks_right() {
    for text in [
        include_str!("../../src/report/messages/kk.ftl"),
        include_str!("../../src/report/messages/ru.ftl"),
        include_str!("../../src/report/explain/kk.ftl"),
        include_str!("../../src/report/explain/ru.ftl"),
    ] {
        for line in text.lines() {
            for word in line.split(|letter: char| !letter.is_alphanumeric()) {
                let is_latin = |letter: char| letter.is_ascii_alphabetic();
                if word.contains(is_latin) {
                    assert_eq!(mixed(word), [], "{line}");
                }
            }
        }
    }
}

/// What a message is chosen by is never what an editor wrote: else the sentence for what must not be told would be another
/// one, for which the rest is not there.
#[test]
fn no_message_is_chosen_by_what_may_be_a_secret() {
    let text = include_str!("../../src/report/messages/en.ftl");
    let of_codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.message()).collect();
    let mut quoted = BTreeSet::new();
    let mut is_of_code = false;
    for line in text.lines() {
        if !line.starts_with(' ') {
            is_of_code = line
                .split(" =")
                .next()
                .is_some_and(|id| of_codes.contains(id));
        }
        let chosen = line
            .split("{ $")
            .skip(1)
            .filter_map(|of| of.split_once(" ->"));
        let names = chosen
            .map(|(name, _)| name)
            .filter(|name| !name.contains(' '));
        quoted.extend(names.filter(|name| is_of_code && !quotes_nothing(name)));
    }
    // Of these any value but `none`, or one, has the same sentence.
    let alike = [
        "accepted",
        "author",
        "delete",
        "host",
        "move",
        "neighbours",
        "place",
        "right",
        "rows",
        "sum",
        "times",
    ];
    quoted.retain(|name| !alike.contains(name));
    assert_eq!(quoted, BTreeSet::new());
}

/// What is expected stands in the file of a case, in English; `UPDATE=1` writes down what is found now.
#[test]
fn every_hostile_mistake_is_named_at_its_place_and_told_in_every_language() {
    let languages = Lang::ALL.map(language);
    let tried = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let found = Site::base().with_all(read_case(&text)).prepare();
        let kept = text.split("\n== expect").next().unwrap_or("");
        let lines = words_of(&found).into_iter().map(|line| line + "\n");
        let made = format!("{kept}\n== expect\n{}", lines.collect::<String>());
        let mut told_of = BTreeSet::new();
        for words in &languages {
            for diagnostic in &found.diagnostics {
                // Every mistake could stand in a line that names somebody who must not be named.
                for diagnostic in [diagnostic.clone(), diagnostic.kept_secret(|_| false)] {
                    let mut wrong = Vec::new();
                    let told = render_message(&diagnostic, words, &mut wrong);
                    assert_eq!(wrong, [], "{:?} {}", path, words.lang);
                    assert!(!told.message.is_empty() && !told.message.contains("word-"));
                    assert_ne!(told.message, diagnostic.code.message());
                }
                told_of.insert(diagnostic.code);
            }
            let style = Style {
                colour: false,
                lines: true,
                limit: 1000,
            };
            let text = render(&found.diagnostics, &found.sources, words, style);
            let odd = |letter: char| letter.is_control() && letter != '\n';
            assert!(!text.contains(odd), "{:?}: {text:?}", path);
            let counts = count(&found.diagnostics);
            assert!(text.len() < 3000 * (counts.errors + counts.warnings + 1) as usize);
        }
        (golden::difference(path, Some(made.as_bytes())), told_of)
    };
    let (differences, told_of): (Vec<_>, Vec<_>) = hostile_cases().par_iter().map(tried).unzip();
    let differences: Vec<String> = differences.into_iter().flatten().collect();
    let told_of: BTreeSet<Code> = told_of.into_iter().flatten().collect();
    assert!(told_of.len() > 40, "only {} codes are tried", told_of.len());
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}
