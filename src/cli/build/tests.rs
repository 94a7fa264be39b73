//! Tests of `build` and anonymity: files that change between reading and publishing, where somebody must not be named.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;
use crate::diagnostic::Code;

/// A site with one file that is copied, and its output beside it.
fn ground() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let files = [
        (
            "site.toml",
            "base_url = \"https://tagzym.example\"\ntheme = \"tagzym\"\nlanguages = [\"kk\"]\ndefault_language = \"kk\"\n\n[title]\nkk = \"Сайт\"\n",
        ),
        (
            "content/regions/r.yaml",
            "- {id: north, name: {kk: Солтүстік}}\n",
        ),
        (
            "content/patrons/p.yaml",
            "- {id: p-0001, kind: person, consent: anonymous, name: {kk: Құпия Жан}, region: north}\n",
        ),
        ("content/static/a.txt", "жай сөз\n"),
    ];
    for (path, text) in files {
        let path = site.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    (folder, site)
}

/// What is found while a site is written, after something happened to its file since it was read.
fn written(site: &Path, out: &Path, meddle: impl FnOnce(&Path)) -> Vec<Code> {
    let read = prepare(site, &Default::default());
    assert_eq!(read.diagnostics, []);
    meddle(&site.join("content/static/a.txt"));
    let publication = Publication::begin(out, site).unwrap();
    let made = render_all(&read.prepared.unwrap(), &read.sources, |path, rendered| {
        write(&publication, path, rendered)
    });
    let found = made.unwrap().diagnostics;
    if is_sound(&found, false) {
        publication.commit().unwrap();
    }
    found.iter().map(|wrong| wrong.code).collect()
}

#[test]
fn what_was_looked_through_is_published() {
    let (folder, site) = ground();
    let out = folder.path().join("out");
    assert_eq!(written(&site, &out, |_| {}), []);
    assert_eq!(fs::read_to_string(out.join("a.txt")).unwrap(), "жай сөз\n");
    let other = |file: &Path| fs::write(file, "басқа сөз\n").unwrap();
    assert_eq!(written(&site, &out, other), []);
    assert_eq!(
        fs::read_to_string(out.join("a.txt")).unwrap(),
        "басқа сөз\n"
    );
}

#[test]
fn a_name_that_comes_late_is_not_published() {
    let (folder, site) = ground();
    let out = folder.path().join("out");
    let name = |file: &Path| fs::write(file, "Құпия Жан\n").unwrap();
    assert_eq!(written(&site, &out, name), [Code::NameLeaks]);
    assert!(!out.exists());
}

#[test]
fn without_a_look_nothing_is_published() {
    let (folder, site) = ground();
    let out = folder.path().join("out");
    let gone = |file: &Path| fs::remove_file(file).unwrap();
    assert_eq!(written(&site, &out, gone), [Code::Unreadable]);
    assert!(!out.exists());
}
