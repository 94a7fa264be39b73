//! The index of the search: what stands in it, that it is always the same, and what is said of a bad file of synonyms.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use support::{Built, Site};
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
    let digest = |files: &BTreeMap<String, String>| {
        let piece = &files["search/pieces/words/0.txt"];
        piece.lines().next().unwrap().to_owned()
    };
    // All files but the manifest are kept for ever: who asks for them names the digest, which goes with every word.
    let changed = site();
    changed.edit("content/projects/hall.kk.md", "**биік**", "**аласа**");
    let changed = search(&changed.build());
    assert_ne!(digest(&first), digest(&changed));
    for (path, text) in &changed {
        let is_piece = path.starts_with("search/pieces/");
        assert_eq!(
            text.contains(&digest(&changed)),
            is_piece || path.ends_with("manifest.json"),
            "{path}"
        );
    }
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
