//! Exactness of the output: the same bytes every time, and one tenge changes just the pages whose sums hold it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

/// All files of a folder with their bytes.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            (
                path.to_string_lossy().into_owned(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

fn build(root: &Path, threads: &str) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_tagzym"))
        .env("RAYON_NUM_THREADS", threads)
        .args(["build", "--quiet", "--root"])
        .arg(root)
        .arg("--out")
        .arg(out.path())
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    tree(out.path())
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        fs::create_dir_all(to.join(&path).parent().unwrap()).unwrap();
        fs::write(to.join(&path), bytes).unwrap();
    }
}

#[test]
fn the_portal_is_the_same_bytes_with_any_number_of_threads() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/portal"));
    let (one, many) = (build(root, "1"), build(root, "7"));
    assert!(one.len() > 400, "only {} files", one.len());
    let differ: Vec<&String> = one
        .keys()
        .chain(many.keys())
        .filter(|path| one.get(*path) != many.get(*path))
        .collect();
    assert_eq!(differ, Vec::<&String>::new());
}

#[test]
fn one_tenge_changes_just_the_pages_whose_sums_hold_it() {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let root = tempfile::tempdir().unwrap();
    copy(&sites.join("sums/site"), root.path());
    copy(&sites.join("themes"), &root.path().join("themes"));
    let before = build(root.path(), "2");
    let project = root.path().join("content/projects/gym.kk.md");
    let text = fs::read_to_string(&project).unwrap();
    fs::write(&project, text.replacen("5 000 000", "5 000 001", 1)).unwrap();
    let after = build(root.path(), "2");
    // The contribution of Steppe to the gym in the north, in 2019: what holds it, and nothing else. The text of the gym asks
    // for the sums of the north by year.
    let pages = [
        "",
        "directions/infrastructure/",
        "objects/education/",
        "objects/school/",
        "patrons/",
        "patrons/steppe/",
        "projects/gym/",
        "regions/",
        "regions/north/",
        "totals/",
        "years/",
        "years/2019/",
    ];
    // The rows of those pages' tables, where there is more than one.
    let tables = [
        "directions/infrastructure/by-year.csv",
        "objects/education/by-year.csv",
        "objects/school/by-year.csv",
        "regions/north/by-year.csv",
        "totals/by-direction.csv",
        "totals/by-from.csv",
        "totals/by-object.csv",
        "totals/by-region.csv",
        "totals/by-year.csv",
        "years/2019/by-direction.csv",
        "years/2019/by-object.csv",
        "years/2019/by-region.csv",
    ];
    let drawn = (1..=3).map(|number| format!("kk/projects/gym/drawing-{number}.csv"));
    let langs = ["kk", "ru", "en"];
    let expected: BTreeSet<String> = langs
        .iter()
        .flat_map(|lang| {
            let pages = pages.iter().map(|page| format!("{page}index.html"));
            let tables = tables.iter().map(|table| (*table).to_owned());
            pages
                .chain(tables)
                .map(move |file| format!("{lang}/{file}"))
        })
        .chain(drawn)
        .collect();
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    let changed: BTreeSet<String> = before
        .keys()
        .filter(|path| before.get(*path) != after.get(*path))
        .cloned()
        .collect();
    assert_eq!(changed, expected);
}
