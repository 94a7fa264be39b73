//! The rules of the house that a compiler does not hold: which module may import which, who may touch files, and that
//! every file says what it is for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

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
        "read_dir(",
    ];
    assert_eq!(offenders(&["src/disk"], &words), Vec::<String>::new());
}

#[test]
fn only_serve_touches_the_network() {
    let words = ["std::net", "TcpListener", "TcpStream", "tokio::", "hyper::"];
    assert_eq!(offenders(&["src/serve"], &words), Vec::<String>::new());
}

#[test]
fn only_the_command_line_prints() {
    let words = [
        "println!",
        "eprintln!",
        "print!(",
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

/// The imports between the top-level modules of `src`, from the lowest up: a module may name those of its row, which all
/// stand above it in the table. So there is no cycle.
const IMPORTS: &str = "\
source:
model: source
locale: model
diagnostic: source model
markdown: source model locale diagnostic
drawing: source model locale
load: source model locale diagnostic markdown drawing
link: source model diagnostic load
records: source model diagnostic load link
totals: model diagnostic
plan: source model diagnostic totals
pages: source model locale drawing totals plan
formats: source model plan pages
theme: source model locale diagnostic load
report: source model locale diagnostic load
translations: source model load records
anonymity: source model locale diagnostic load
lint: source model locale diagnostic markdown load
disk: source diagnostic
pipeline: source model locale diagnostic load records totals plan pages formats theme anonymity lint disk
serve: source model locale diagnostic load plan report disk pipeline
cli: source model locale diagnostic load records report translations disk pipeline serve
";

/// What each top-level module imports, with one place of each import.
fn imports() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut all: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (path, text) in sources() {
        let inner = path.strip_prefix("src").unwrap();
        let top = inner.components().next().unwrap().as_os_str();
        let module = top.to_str().unwrap().trim_end_matches(".rs").to_owned();
        let of_module = all.entry(module.clone()).or_default();
        for (number, line) in code_of(&text) {
            for import in line.split("crate::").skip(1) {
                let end = import.find(|c: char| !c.is_alphanumeric() && c != '_');
                let import = &import[..end.unwrap_or(import.len())];
                assert!(!import.is_empty(), "{}:{number}: {line}", path.display());
                let place = format!("{}:{number}: {}", path.display(), line.trim());
                if import != module {
                    of_module.entry(import.to_owned()).or_insert(place);
                }
            }
        }
    }
    all
}

/// The lines of a file with their numbers, without comments and without its unit tests.
fn code_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let tests = text.find("#[cfg(test)]\nmod tests {");
    let lines = text[..tests.unwrap_or(text.len())].lines();
    (1..).zip(lines.map(|line| line.split("//").next().unwrap_or("")))
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

/// The module of a file: `src/plan/mod.rs` and `src/plan.rs` are `plan`.
fn module(path: &Path) -> Vec<String> {
    let inside = path.strip_prefix("src").unwrap().with_extension("");
    let parts = inside.iter().map(|part| part.to_str().unwrap().to_owned());
    parts
        .filter(|part| part != "mod" && part != "lib")
        .collect()
}

/// The paths that a tree of `use` names: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn leaves(prefix: &str, tree: &str, found: &mut Vec<String>) {
    let Some((head, inside)) = tree.split_once('{') else {
        found.push(format!("{prefix}{}", tree.trim()));
        return;
    };
    let inside = inside.rsplit_once('}').unwrap().0;
    let (mut depth, mut start) = (0, 0);
    let prefix = format!("{prefix}{}", head.trim());
    for (at, sign) in inside.char_indices().chain([(inside.len(), ',')]) {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                leaves(&prefix, &inside[start..at], found);
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// The modules that a file names in its `use`, tests left out.
fn used(
    me: &[String],
    text: &str,
    modules: &BTreeMap<Vec<String>, PathBuf>,
) -> BTreeSet<Vec<String>> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let code: Vec<&str> = code_of(code).map(|(_, line)| line).collect();
    let mut found = Vec::new();
    for statement in code.join("\n").split(';') {
        let last = statement.lines().skip_while(|line| !line.contains("use "));
        let tree = last.collect::<Vec<&str>>().join(" ");
        if let Some((_, tree)) = tree.split_once("use ") {
            leaves("", tree, &mut found);
        }
    }
    let resolve = |path: &String| {
        let mut full = me.to_vec();
        for part in path.split("::") {
            match part {
                "crate" => full.clear(),
                "self" => {}
                "super" => drop(full.pop()),
                name => full.push(name.to_owned()),
            }
        }
        while !full.is_empty() && !modules.contains_key(&full) {
            full.pop();
        }
        full
    };
    let used = found.iter().map(resolve);
    used.filter(|module| module != me).collect()
}

#[test]
fn no_files_import_in_a_circle() {
    let texts = sources();
    // `lib.rs` and `main.rs` name everything.
    let files = texts.iter().map(|(path, text)| (module(path), path, text));
    let files: Vec<_> = files.filter(|(module, ..)| !module.is_empty()).collect();
    let modules = files.iter();
    let modules = modules.map(|(module, path, _)| (module.clone(), path.to_path_buf()));
    let modules = modules.collect();
    let edges = files.iter();
    let edges = edges.map(|(module, _, text)| (module.clone(), used(module, text, &modules)));
    let mut edges: BTreeMap<Vec<String>, BTreeSet<Vec<String>>> = edges.collect();
    let count: usize = edges.values().map(BTreeSet::len).sum();
    assert!(count > 400, "only {count} imports were understood");
    // Whoever imports nothing of what is left is in no circle, nor is whom nothing of it imports.
    loop {
        let left: BTreeSet<Vec<String>> = edges.keys().cloned().collect();
        let wanted: BTreeSet<Vec<String>> = edges.values().flatten().cloned().collect();
        edges
            .values_mut()
            .for_each(|of| of.retain(|module| left.contains(module)));
        edges.retain(|module, of| !of.is_empty() && wanted.contains(module));
        if edges.len() == left.len() {
            break;
        }
    }
    let circles = edges.iter();
    let circles = circles.map(|(module, of)| {
        let of: Vec<String> = of.iter().map(|module| module.join("::")).collect();
        format!("{}: {}", module.join("::"), of.join(" "))
    });
    assert_eq!(circles.collect::<Vec<String>>(), Vec::<String>::new());
}
