//! One term for one concept: no text of the program, of the theme or of the portal's frozen copy has a word that
//! `docs/terms.csv` gives up for another. And what reads badly wherever it stands: a page's name without quotation marks
//! inside a sentence, a day alone behind a state, the same words twice in a row.

use crate::readers::text;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::support::Site;
use tagzym::Lang;
use text::pieces;

static PORTAL: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| Site::portal().build().pages());

/// A row of `docs/terms.csv`: the words in three languages, and those given up for them.
struct Term {
    concept: String,
    words: Vec<String>,
    given_up: Vec<Vec<String>>,
}

fn terms() -> Vec<Term> {
    let text = fs::read_to_string("docs/terms.csv").unwrap();
    let rows = text.lines().skip(1).map(cells);
    rows.map(|row| {
        assert_eq!(row.len(), 8, "{row:?}");
        let list = |cell: &String| {
            let words = cell.split('|').filter(|word| !word.is_empty());
            words.map(str::to_lowercase).collect()
        };
        Term {
            concept: row[0].clone(),
            words: row[1..4].to_vec(),
            given_up: row[4..7].iter().map(list).collect(),
        }
    })
    .collect()
}

/// The cells of a line of CSV.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

/// The files that hold texts in a language.
fn texts_in(lang: Lang) -> Vec<PathBuf> {
    let code = lang.code();
    let mut files = vec![
        format!("src/report/messages/{code}.ftl").into(),
        format!("src/report/explain/{code}.ftl").into(),
        format!("src/data/words/{code}.ftl").into(),
    ];
    // In English, that is what the readers of records say themselves.
    if lang != Lang::En {
        files.push(format!("src/report/fields/{code}.ftl").into());
    }
    below(
        Path::new(&format!("themes/tagzym/locales/{code}")),
        &mut files,
    );
    let mut content = Vec::new();
    below(Path::new("tests/portal/content"), &mut content);
    let ending = format!(".{code}.md");
    let of_lang = |path: &PathBuf| path.to_string_lossy().ends_with(&ending);
    files.extend(content.into_iter().filter(of_lang));
    assert!(files.len() > 20, "{}", files.len());
    files
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => below(&path, files),
            false => files.push(path),
        }
    }
}

#[test]
fn one_concept_has_one_term() {
    let terms = terms();
    assert!(terms.len() > 50, "{}", terms.len());
    let mut found = String::new();
    for (nth, lang) in Lang::ALL.into_iter().enumerate() {
        for path in texts_in(lang) {
            let text = fs::read_to_string(&path).unwrap().to_lowercase();
            for term in &terms {
                for word in &term.given_up[nth] {
                    if let Some(at) = text.find(word) {
                        let line = text[..at].matches('\n').count() + 1;
                        let (path, concept) = (path.display(), &term.concept);
                        let right = &term.words[nth];
                        writeln!(found, "{path}:{line}: {word}; {concept} is {right}").unwrap();
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

#[test]
fn a_concept_stands_once_and_has_a_word_in_each_language() {
    let mut seen = BTreeSet::new();
    for term in terms() {
        assert!(seen.insert(term.concept.clone()), "{}", term.concept);
        assert!(!term.words.contains(&String::new()), "{}", term.concept);
        for (word, given_up) in term.words.iter().zip(&term.given_up) {
            let word = word.to_lowercase();
            let own = given_up.iter().find(|other| word.contains(*other));
            assert_eq!(own, None, "{}", term.concept);
        }
    }
}

/// A link without words of its own shows the name of its page; inside a sentence a name stands in quotation marks.
#[test]
fn names_of_pages_stand_in_quotation_marks() {
    let mut found = String::new();
    for lang in Lang::ALL {
        let texts = texts_in(lang).into_iter();
        for path in texts.filter(|path| path.extension().is_some_and(|end| end == "md")) {
            let text = fs::read_to_string(&path).unwrap();
            for (nth, line) in text.lines().enumerate() {
                for kind in ["page", "project", "news", "award"] {
                    let link = format!("[](@{kind}/");
                    for (at, _) in line.match_indices(&link) {
                        let before = line[..at].trim_start_matches(['-', '*', '|', ' ']);
                        let alone = before.is_empty() || line.starts_with("- **");
                        let in_code = before.matches('`').count() % 2 == 1;
                        if !alone && !in_code && !before.ends_with(['«', '“', '„']) {
                            writeln!(found, "{}:{}: {line}", path.display(), nth + 1).unwrap();
                        }
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

/// «Выполняется, март 2025 г.» reads as news of March; a state that goes on says since when.
#[test]
fn no_day_stands_alone_behind_a_state_that_goes_on() {
    let states = ["Іске асырылып жатыр, ", "Выполняется, ", "Under way, "];
    let mut since = 0;
    for (path, page) in PORTAL.iter() {
        for state in states {
            for (at, _) in page.match_indices(state) {
                let next = &page[at + state.len()..];
                // The filter's row of a project, which the reader's browser fills, says that it is a beginning.
                assert!(!next.starts_with("<time"), "{path}: {state}");
            }
        }
        let said = ["Выполняется с ", "іске асырылып жатыр", "Under way since "];
        since += usize::from(said.iter().any(|words| page.contains(words)));
    }
    assert!(since > 3, "{since}");
}

/// «Как принять участие: Как принять участие.»
#[test]
fn no_words_are_said_twice_in_a_row() {
    let mut found = String::new();
    for (path, page) in PORTAL.iter() {
        for piece in pieces(page) {
            let text = piece.text.trim();
            for mark in [": ", ". ", " — ", ", "] {
                let parts: Vec<&str> = text.split(mark).collect();
                for pair in parts.windows(2) {
                    let [a, b] = [pair[0], pair[1]]
                        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()));
                    if a == b && a.contains(' ') && a.chars().all(|c| !c.is_ascii_digit()) {
                        writeln!(found, "{path}: {text}").unwrap();
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "\n{found}");
}
