//! Tests of `build` and anonymity: files that change between reading and publishing, where somebody must not be named.

use std::fs;
use std::path::Path;

use super::*;
use crate::diagnostic::Code;
use crate::inside::support::Site;
use crate::pipeline::render_all;

/// A site with one file that is copied.
fn ground() -> Site {
    Site::empty().with_all([
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
    ])
}

/// What is found while a site is written, after something happened to its file since it was read.
fn written(site: &Site, meddle: impl FnOnce(&Path)) -> Vec<Code> {
    let read = site.prepare();
    assert_eq!(read.diagnostics, []);
    meddle(&site.path("content/static/a.txt"));
    let patience = Patience {
        at_most: Duration::ZERO,
        tell: &|_| {},
    };
    let mut publication = Publication::begin(&site.path("out"), site.root(), &patience).unwrap();
    let cache = Cache::of(site.root());
    let made = render_all(&read.prepared.unwrap(), &read.sources, |path, rendered| {
        write(&publication, path, rendered, &cache)
    });
    let found = made.unwrap().diagnostics;
    if is_sound(&found, false) {
        publication.commit().unwrap();
    }
    found.iter().map(|wrong| wrong.code).collect()
}

#[test]
fn what_was_looked_through_is_published() {
    let site = ground();
    assert_eq!(written(&site, |_| {}), []);
    assert_eq!(site.read("out/a.txt"), "жай сөз\n");
    let other = |file: &Path| fs::write(file, "басқа сөз\n").unwrap();
    assert_eq!(written(&site, other), []);
    assert_eq!(site.read("out/a.txt"), "басқа сөз\n");
}

#[test]
fn a_name_that_comes_late_is_not_published() {
    let site = ground();
    let name = |file: &Path| fs::write(file, "Құпия Жан\n").unwrap();
    assert_eq!(written(&site, name), [Code::NameLeaks]);
    assert!(!site.path("out").exists());
}

#[test]
fn without_a_look_nothing_is_published() {
    let site = ground();
    let gone = |file: &Path| fs::remove_file(file).unwrap();
    assert_eq!(written(&site, gone), [Code::Unreadable]);
    assert!(!site.path("out").exists());
}
