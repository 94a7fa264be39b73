//! Bad input: every file of `tests/hostile/` is a small site with mistakes, and the exact places that must be named,
//! each with its English sentence and what helps to mend it.
//!
//! The files of a case are put over `tests/hostile/base.site`, a site without mistakes. Set `UPDATE=1` to write down
//! what is found now; then read the difference before you keep it.

#[allow(dead_code, reason = "another test uses the rest")]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use support::{check_words, read_case, site};
use tagzym::BuildOptions;

#[test]
fn every_mistake_is_named_at_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let base = read_case(&fs::read_to_string(folder.join("base.site")).unwrap());
    assert_eq!(
        found(&base.files),
        Vec::<String>::new(),
        "the base has to be sound"
    );
    let mut cases: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    cases.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "case")
    });
    cases.sort();
    assert!(!cases.is_empty());
    let mut wrong = Vec::new();
    for path in cases {
        let text = fs::read_to_string(&path).unwrap();
        let case = read_case(&text);
        let mut files: BTreeMap<String, String> = base.files.iter().cloned().collect();
        files.extend(case.files);
        let found = found(&files.into_iter().collect::<Vec<_>>());
        if found == case.expected {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            let kept = text.split("\n== expect").next().unwrap_or("");
            fs::write(&path, format!("{kept}\n== expect\n{}\n", found.join("\n"))).unwrap();
        }
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        wrong.push(format!(
            "{name}\n  expected {:#?}\n  found {found:#?}",
            case.expected
        ));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn found(files: &[(String, String)]) -> Vec<String> {
    check_words(site(files).path(), &BuildOptions::default())
}
