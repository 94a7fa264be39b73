//! The maker of corpora: what it writes is a site that nothing is wrong with, the same each time.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::{fs, iter};

use tagzym::{BuildOptions, Diagnostic, inspect, prepare};
use tempfile::TempDir;

#[path = "../benches/corpus/maker/mod.rs"]
mod maker;

use maker::Corpus;

const CORPORA: [Corpus; 2] = [corpus(1, false), corpus(2, true)];

const fn corpus(seed: u64, samples: bool) -> Corpus {
    Corpus {
        projects: 60,
        seed,
        samples,
    }
}

/// The files, by their paths; no path comes twice.
fn files(of: Corpus) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    of.make(&mut |path, bytes| {
        assert_eq!(
            files.insert(path.to_owned(), bytes.to_owned()),
            None,
            "{path}"
        );
    });
    files
}

fn written(files: &BTreeMap<String, Vec<u8>>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn found(root: &Path) -> Vec<Diagnostic> {
    let site = prepare(root, &BuildOptions::default());
    let odd = inspect(&site);
    site.diagnostics
        .into_iter()
        .chain(odd.diagnostics)
        .collect()
}

#[test]
fn nothing_is_wrong_nor_odd_in_a_corpus_of_any_size() {
    let small = (1..4).map(|projects| Corpus {
        projects,
        ..CORPORA[0]
    });
    for corpus in CORPORA.into_iter().chain(small) {
        let folder = written(&files(corpus));
        assert_eq!(found(folder.path()), [], "{corpus:?}");
    }
}

/// By the plain theme of `tests/sites/`: what the portal's own makes of the records is for other tests to say.
#[test]
fn a_corpus_can_be_built() {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/themes");
    for corpus in CORPORA {
        let mut files = files(corpus);
        let settings = String::from_utf8(files.remove("site.toml").unwrap()).unwrap();
        let plain = settings.replace("theme = \"tagzym\"", "theme = \"plain\"");
        files.insert("site.toml".to_owned(), plain.into_bytes());
        for entry in walkdir::WalkDir::new(&theme).into_iter().flatten() {
            if entry.file_type().is_file() {
                let inner = entry.path().strip_prefix(&theme).unwrap();
                let path = format!("themes/{}", inner.to_str().unwrap());
                files.insert(path, fs::read(entry.path()).unwrap());
            }
        }
        let folder = written(&files);
        let out = folder.path().join("out");
        let built = Command::new(env!("CARGO_BIN_EXE_tagzym"))
            .args(["build", "--quiet", "--root"])
            .arg(folder.path())
            .arg("--out")
            .arg(&out)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&built.stderr);
        assert!(built.status.success(), "{corpus:?}: {said}");
        assert!(out.join("kk/projects/index.html").is_file());
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_others() {
    let first = files(CORPORA[0]);
    assert_eq!(first, files(CORPORA[0]));
    assert_ne!(first, files(corpus(3, false)));
}

/// All features are there: each of these stands in some file.
#[test]
fn a_corpus_has_every_feature() {
    let texts: String = iter::once(files(CORPORA[1]))
        .flatten()
        .filter_map(|(_, bytes)| String::from_utf8(bytes).ok())
        .collect();
    let features = [
        "until: ",
        "since: ",
        "successors: [",
        "tile: [[",
        "parent: ",
        "plural: ",
        "consent: anonymous",
        "kind: person",
        "kind: company",
        "kind: fund",
        "kind: association",
        "kind: group",
        "members: ",
        "site: https://",
        "patrons: [",
        "in_kind: ",
        "status: pledged",
        "status: planned",
        "status: under-way",
        "status: completed",
        "categories:",
        "category: ",
        "event: ",
        "breakdown:",
        "part_of: ",
        "measure: objects",
        "measure: pledges",
        "draft: true",
        "sample: true",
        "aliases: [",
        "slug: ",
        "location: [",
        "beneficiaries: ",
        "image: {",
        "source: {lang: ",
        "[^1]: ",
        "~~",
        "- [x] ",
        "| --- |",
        "![](@map",
        "![](@chart",
        "![](@table",
        "[](@total",
        "[](@award/",
        ".png \"",
        "district: ",
        "place: {",
        "purpose: {",
        "note: {",
    ];
    let missing = features.iter().filter(|feature| !texts.contains(**feature));
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<&&str>::new());
}
