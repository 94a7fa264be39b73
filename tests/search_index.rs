//! The index of the search: what stands in it, that it is always the same, and what is said of a bad file of synonyms.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Built, Site};
use tagzym::search::fold::{fold, words};

/// A gift of somebody who must not be named, and of a company that may be.
fn site() -> Site {
    let patrons = "- id: p-1\n  kind: person\n  consent: anonymous\n  region: north\n  \
                   name: {kk: Оспанов Серік, ru: Оспанов Серик, en: Serik Ospanov}\n\
                   - id: dala\n  kind: company\n  region: north\n  \
                   name: {kk: «Кең Дала» ЖШС, ru: ТОО «Кең Дала», en: Keng Dala LLP}\n";
    let project = "---\ntitle: Жаңа спортзал\nsummary: Балалар жаттығады.\nregion: north\ndirection: charity\n\
                   status: under-way\ncontributions:\n  - {patron: p-1, amount: 3, date: 2020-01}\n  \
                   - {patron: dala, amount: 4, date: 2018}\n---\n\nТөбесі **биік**, еденінің өзі жылы.\n";
    Site::base()
        .with("content/patrons/givers.yaml", patrons)
        .with("content/projects/hall.kk.md", project)
}

/// The files of the search.
fn search(built: &Built) -> BTreeMap<String, String> {
    let files = built.files().into_iter();
    let files = files.filter(|(path, _)| path.starts_with("search/"));
    files
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// The words of all pieces, which share their beginnings with those before them.
fn indexed(built: &Built) -> BTreeSet<String> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut all = BTreeSet::new();
    for (_, piece) in search(built)
        .iter()
        .filter(|(path, _)| path.contains("/words/"))
    {
        let mut last = String::new();
        for line in piece.lines().skip(1) {
            let (word, postings) = line.split_once('\t').unwrap();
            assert!(!postings.is_empty());
            let mut letters = word.chars();
            let shared = LETTERS.find(letters.next().unwrap()).unwrap();
            last = last.chars().take(shared).chain(letters).collect();
            all.insert(last.clone());
        }
    }
    all
}

#[test]
fn a_record_is_found_by_its_words_in_every_language() {
    let all = indexed(&site().build());
    for word in [
        "спортзал",
        "жаңа",
        "балалар",
        "биік",
        "еденінің",
        "hall",
        "дала",
        "dala",
        "кең",
    ] {
        assert!(all.contains(word), "{word}: {all:?}");
    }
    // Legal forms and words that say nothing are none.
    for word in ["тоо", "жшс", "llp"] {
        assert!(!all.contains(word), "{word}");
    }
}

#[test]
fn who_must_not_be_named_is_in_no_piece() {
    let built = site().build();
    let folded: BTreeSet<String> = indexed(&built).iter().map(|word| fold(word)).collect();
    for name in words("Оспанов Серік Серик Serik Ospanov") {
        assert!(!folded.contains(&fold(&name)), "{name}");
        for (path, text) in search(&built) {
            let found = words(&text).iter().any(|word| fold(word) == fold(&name));
            assert!(!found, "{name}: {path}");
        }
    }
}

#[test]
fn the_same_records_give_the_same_bytes() {
    let first = search(&site().build());
    assert_eq!(first, search(&site().build()));
}

/// The digest that a file of the index begins with.
fn digest(text: &str) -> &str {
    let begin = text.strip_prefix("{\"digest\":\"").unwrap_or(text);
    &begin[..5]
}

#[test]
fn a_file_changes_with_its_digest_and_the_manifest_tells_it() {
    let first = search(&site().build());
    let other = site();
    other.edit("content/projects/hall.kk.md", "**биік**", "**аласа**");
    let other = search(&other.build());
    let manifest = &other["search/manifest.json"];
    let pieces = |files: &BTreeMap<String, String>| -> Vec<(String, String)> {
        let pieces = files
            .iter()
            .filter(|(path, _)| path.starts_with("search/pieces/"));
        let filled = pieces.filter(|(_, text)| !text.is_empty());
        filled
            .map(|(path, text)| (path.clone(), text.clone()))
            .collect()
    };
    let (mut changed, mut same) = (0, 0);
    // All files but the manifest are kept for ever.
    for (path, text) in pieces(&other) {
        assert!(manifest.contains(digest(&text)), "{path}");
        let before = first.get(&path).map(String::as_str).unwrap_or_default();
        let is_new = before != text;
        assert!(
            !is_new || before.is_empty() || digest(before) != digest(&text),
            "{path}"
        );
        changed += usize::from(is_new);
        same += usize::from(!is_new);
    }
    assert!(
        changed > 0 && same > changed,
        "{changed} changed, {same} are the same"
    );
}

#[test]
fn synonyms_stand_in_the_manifest() {
    let text = "synonyms = [[\"спортзал\", \"gym\"]]\n";
    let built = site().with("content/search.toml", text).build();
    let manifest = built.read("search/manifest.json");
    assert!(manifest.contains("[[\"спортзал\",\"gym\"]]"), "{manifest}");
    assert!(
        site()
            .build()
            .read("search/manifest.json")
            .contains("\"synonyms\":[]")
    );
}

#[test]
fn a_bad_file_of_synonyms_is_told_at_its_place() {
    let check = |text: &str| site().with("content/search.toml", text).check();
    assert_eq!(check("synonyms = [[\"а\", \"б\"]]\n"), Vec::<String>::new());
    for (text, code, line) in [
        ("synonyms = [\"а\"]\n", "T0", ":1:"),
        ("\nsynonims = [[\"а\", \"б\"]]\n", "T0", ":2:"),
        ("synonyms = [[\"а\", 5]]\n", "T0", ":1:"),
        ("synonyms = [[\n", "T0", ":"),
    ] {
        let found = check(text);
        assert!(!found.is_empty(), "{text}");
        assert!(
            found.iter().all(|told| told.contains("content/search.toml")
                && told.contains(line)
                && told.contains(code)),
            "{found:?}"
        );
    }
}

#[test]
fn a_name_among_the_synonyms_is_told() {
    let text = "synonyms = [[\"Оспанов Серік\", \"gym\"]]\n";
    let done = site()
        .with("content/search.toml", text)
        .run(&["check", "--ui-lang", "en"]);
    assert_eq!(done.code, 1, "{}", done.err);
    let told = format!("{}{}", done.out, done.err);
    assert!(told.contains("search/manifest.json"), "{told}");
}
