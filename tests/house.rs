//! The rules of the house that a compiler does not hold: which module may import which, who may touch files, and that
//! every file says what it is for.

#[path = "house/references.rs"]
mod references;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use references::{circles, module, references};

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = walkdir::WalkDir::new(root.join("src"))
        .into_iter()
        .flatten();
    // What tests do is their own business.
    let rust = files.filter(|file| {
        let path = file.path().strip_prefix(root).unwrap();
        let in_tests = path.components().any(|part| part.as_os_str() == "tests");
        let is_test = in_tests || path.ends_with("tests.rs");
        path.extension().is_some_and(|extension| extension == "rs") && !is_test
    });
    rust.map(|file| {
        let path = file.path().strip_prefix(root).unwrap().to_owned();
        (path, fs::read_to_string(file.path()).unwrap())
    })
    .collect()
}

/// Whether a line of code has a word that is not the end of a longer one.
fn names(code: &str, word: &str) -> bool {
    let before = |at: usize| code[..at].chars().next_back();
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let begins =
        |at: usize| !word.starts_with(char::is_alphabetic) || !before(at).is_some_and(inside);
    code.match_indices(word).any(|(at, _)| begins(at))
}

/// Every line of code, comments left out, in files outside `allowed` that holds one of the words.
fn offenders(allowed: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in sources() {
        if allowed.iter().any(|folder| path.starts_with(folder)) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            if words.iter().any(|word| names(code, word)) {
                found.push(format!(
                    "{}:{}: {}",
                    path.display(),
                    number + 1,
                    line.trim()
                ));
            }
        }
    }
    found
}

#[test]
fn only_disk_touches_files() {
    let words = [
        "std::fs",
        "fs::",
        "File::open",
        "OpenOptions",
        "walkdir",
        ".canonicalize()",
        ".exists()",
        "read_dir(",
    ];
    assert_eq!(offenders(&["src/disk"], &words), Vec::<String>::new());
}

#[test]
fn only_serve_and_deploy_touch_the_network() {
    let words = [
        "std::net",
        "TcpListener",
        "TcpStream",
        "tokio::",
        "hyper::",
        "object_store::",
    ];
    assert_eq!(
        offenders(&["src/serve", "src/deploy/store"], &words),
        Vec::<String>::new()
    );
}

#[test]
fn only_the_command_line_prints() {
    let words = [
        "println!",
        "eprintln!",
        "print!(",
        "eprint!(",
        "stdout()",
        "stderr()",
        "dbg!",
    ];
    assert_eq!(
        offenders(&["src/cli", "src/main.rs"], &words),
        Vec::<String>::new()
    );
}

#[test]
fn nobody_asks_the_time_but_the_command_line() {
    let words = ["SystemTime", "Instant::now", "Timestamp::now", "Zoned::now"];
    assert_eq!(
        offenders(&["src/cli", "src/serve"], &words),
        Vec::<String>::new()
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<PathBuf> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(silent, Vec::<PathBuf>::new());
}

#[test]
fn every_file_of_tests_is_run() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let program = fs::read_to_string(tests.join("integration.rs")).unwrap();
    let mut named: BTreeSet<&str> = program
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    // Those that are programs themselves.
    let package = fs::read_to_string(tests.join("../Cargo.toml")).unwrap();
    named.extend(
        package
            .lines()
            .filter_map(|line| line.strip_prefix("path = \"tests/")?.strip_suffix(".rs\"")),
    );
    let files = fs::read_dir(&tests).unwrap().flatten();
    let names = files.filter_map(|file| {
        let name = file.file_name().into_string().unwrap();
        Some(name.strip_suffix(".rs")?.to_owned())
    });
    let left_out: Vec<String> = names
        .filter(|name| !named.contains(name.as_str()))
        .collect();
    assert_eq!(left_out, Vec::<String>::new());
}

/// The imports between the top-level modules of `src`, from the lowest up: a module may name those of its row, which all
/// stand above it in the table. So there is no cycle.
const IMPORTS: &str = "\
extract:
headers:
source: extract
model: source
locale: model
names: source locale
diagnostic: source model locale
markdown: source model locale diagnostic
drawing: source model locale
load: source model locale diagnostic markdown drawing
link: source model diagnostic load
records: source model locale diagnostic load link
totals: model diagnostic
cards:
pictures:
plan: extract source model diagnostic totals pictures
manifest: model totals
data: model locale totals plan
pages: source model locale drawing totals cards plan data
formats: headers source model locale plan data pages
search: source model locale totals plan pages
theme: source model locale diagnostic load
report: source model locale diagnostic load
translations: source model load records
scaffold: source model locale diagnostic names load records report translations
anonymity: extract source model locale diagnostic load
changes: source model locale load manifest anonymity
lint: source model locale diagnostic markdown load pictures
sheets: source model locale diagnostic names load anonymity
disk: extract source diagnostic
deploy: headers manifest disk
pipeline: extract source model locale diagnostic load records totals cards pictures plan manifest data pages formats search theme anonymity lint disk
serve: headers source model locale diagnostic load plan report disk pipeline
cli: source model locale diagnostic names load records manifest report translations anonymity changes sheets scaffold disk deploy pipeline serve
";

/// What each top-level module imports, with one place of each import.
fn imports() -> BTreeMap<String, BTreeMap<String, String>> {
    let texts = sources();
    let mut all: BTreeMap<String, BTreeMap<String, String>> = texts
        .iter()
        .map(|(path, _)| (top(&module(path)), BTreeMap::new()))
        .collect();
    for reference in references(&texts) {
        let (from, to) = (top(&reference.from), top(&reference.to));
        if from != to {
            let of_module = all.get_mut(&from).unwrap();
            of_module.entry(to).or_insert(reference.place);
        }
    }
    all
}

/// The module right below the crate's root that a module is in; the root itself is `lib`.
fn top(module: &[String]) -> String {
    module.first().map_or("lib", String::as_str).to_owned()
}

/// Firefox before 119 has no properties for roles and states: a script that sets one says nothing there.
#[test]
fn scripts_name_roles_and_states_by_attributes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/tagzym/static");
    let files = fs::read_dir(folder).unwrap().flatten();
    let scripts = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|of| of == "js"));
    let is_property = |text: &str| {
        let mut aria = text.match_indices("aria");
        aria.any(|(at, _)| text[at + 4..].starts_with(|of: char| of.is_ascii_uppercase()))
            || text.contains(".role =")
    };
    let found: Vec<PathBuf> = scripts
        .filter(|path| is_property(&fs::read_to_string(path).unwrap()))
        .collect();
    assert_eq!(found, Vec::<PathBuf>::new());
}

#[test]
fn imports_go_one_way() {
    let mut table: BTreeMap<&str, Vec<&str>> =
        BTreeMap::from([("lib", Vec::new()), ("main", Vec::new())]);
    for row in IMPORTS.lines() {
        let (module, imports) = row.split_once(':').unwrap();
        let imports: Vec<&str> = imports.split_whitespace().collect();
        for import in &imports {
            assert!(
                table.contains_key(import),
                "{import} does not stand above {module} in the table"
            );
        }
        table.insert(module, imports);
    }
    let mut wrong = Vec::new();
    let all = imports();
    for (module, imports) in &all {
        let allowed = table
            .remove(module.as_str())
            .unwrap_or_else(|| panic!("{module} does not stand in the table"));
        let allowed: BTreeSet<&str> = allowed.into_iter().collect();
        let against = imports
            .iter()
            .filter(|(import, _)| !allowed.contains(import.as_str()));
        wrong.extend(
            against.map(|(import, place)| format!("{module} must not import {import}: {place}")),
        );
        // What is allowed and nobody needs is struck, so that the table says what is so.
        let idle = allowed
            .iter()
            .filter(|import| !imports.contains_key(**import));
        wrong.extend(idle.map(|import| format!("nothing in {module} imports {import} any more")));
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(
        table.is_empty(),
        "these modules are gone: {:?}",
        table.keys()
    );
}

#[test]
fn the_papers_tell_the_same_imports() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let told = fs::read_to_string(path).unwrap();
    assert!(
        told.contains(IMPORTS),
        "docs/architecture.md has another table of imports than this file"
    );
}

#[test]
fn no_files_name_each_other_in_a_circle() {
    let references = references(&sources());
    let count = references.len();
    assert!(count > 1500, "only {count} references were understood");
    assert_eq!(circles(&references), Vec::<String>::new());
}

/// What the test above looks at: `use` in all its forms, paths in code and in macros; nothing that is for tests alone.
#[test]
fn a_circle_is_found_however_a_file_is_named() {
    let of = |a: &str| {
        let files = [("src/m/mod.rs", "mod a; mod b;"), ("src/m/a.rs", a)];
        let b = ("src/m/b.rs", "pub fn b() -> super::a::A { super::a::A }");
        let files = files.into_iter().chain([b]);
        let files: Vec<_> = files
            .map(|(path, text)| (path.into(), text.to_owned()))
            .collect();
        circles(&references(&files)).len()
    };
    for circle in [
        "use super::b::b;",
        "use crate::m::{b::{self, b as c}};",
        "use super::b::*;",
        "fn a() { super::b::b() }",
        "fn a() -> crate::m::b::B { todo!() }",
        "fn a() { assert!(vec![super::b::b()].is_empty()) }",
        "mod inner { fn a() { super::super::b::b() } }",
    ] {
        assert_eq!(of(circle), 2, "{circle}");
    }
    for straight in [
        "fn a() { b::b() }",
        "pub(super) fn a() { std::mem::take(b) }",
        "#[cfg(test)] mod tests { use super::super::b::b; }",
        "// super::b::b()",
        "mod inner { use super::b; }",
    ] {
        assert_eq!(of(straight), 0, "{straight}");
    }
}
