//! Tests of reading, eviction and the snapshot: sites on a disk, and what is read of them.
//!
//! Takes folders that it makes itself; knows nothing of what stands in a text.

#[cfg(unix)]
mod unix;

use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

use super::file::{MAX_MACHINERY, MAX_PROSE, MAX_TEXT, unreadable};
use super::*;
use crate::diagnostic::{At, Code};
use crate::disk::watch::Changes;
use crate::source::{Asset, AssetContent};

/// A site of these files: path → bytes.
fn site(files: &[(&str, &[u8])]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        write(root.path(), path, bytes);
    }
    root
}

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

/// The paths of the site's own texts.
fn texts(sources: &Sources) -> Vec<&str> {
    sources
        .iter()
        .map(|(_, source)| &*source.path)
        .filter(|path| !path.starts_with("themes/tagzym/"))
        .collect()
}

/// The paths of the site's own assets.
fn assets(sources: &Sources) -> Vec<&str> {
    let own = |asset: &&Asset| matches!(asset.content, AssetContent::File { .. });
    sources
        .assets
        .iter()
        .filter(own)
        .map(|asset| &*asset.path)
        .collect()
}

/// Each diagnostic in a line: its code, its file and its words.
fn lines(sources: &Sources, diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics
        .iter()
        .map(|diagnostic| {
            let place = match &diagnostic.at {
                At::File(path) => path.clone(),
                At::Span(span) => format!("{}:{:?}", sources.path(span.source), span.range),
                At::Place(place) => panic!("{place:?}"),
            };
            let words: Vec<&str> = diagnostic
                .args
                .iter()
                .map(|(_, word)| word.as_str())
                .collect();
            format!("{:?} {place} {}", diagnostic.code, words.join(" "))
                .trim_end()
                .to_owned()
        })
        .collect()
}

fn problems(root: &Path) -> Vec<String> {
    let (sources, diagnostics) = read(root);
    lines(&sources, &diagnostics)
}

#[test]
fn a_site_is_read_in_the_order_of_its_paths() {
    let root = site(&[
        ("site.toml", b"x"),
        ("content/pages/b.kk.md", b"b"),
        ("content/pages/a/index.kk.md", b"a"),
        ("content/pages/a/photo.jpg", b"12345"),
        ("content/pages/a-b.kk.md", b"a-b"),
        ("content/regions/all.yaml", b"[]"),
        ("content/static/CNAME", b"host"),
        ("content/static/notes.md", b"\xFF"),
        ("themes/other/theme.toml", b""),
        ("themes/other/site.css", b""),
        ("dist/left.md", b"out of the tree"),
    ]);
    let (sources, diagnostics) = read(root.path());
    assert_eq!(diagnostics, []);
    assert_eq!(
        texts(&sources),
        [
            "content/pages/a-b.kk.md",
            "content/pages/a/index.kk.md",
            "content/pages/b.kk.md",
            "content/regions/all.yaml",
            "site.toml",
            "themes/other/theme.toml",
        ]
    );
    assert_eq!(
        assets(&sources),
        [
            "content/pages/a/photo.jpg",
            "content/static/CNAME",
            "content/static/notes.md",
            "themes/other/site.css",
        ]
    );
    let AssetContent::File { path, length } = &sources.assets[0].content else {
        panic!("{:?}", sources.assets[0]);
    };
    assert_eq!(
        (fs::read(path).unwrap().as_slice(), *length),
        (&b"12345"[..], 5)
    );
}

#[test]
fn a_site_needs_its_settings_and_nothing_else() {
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(problems(empty.path()), ["NoSite site.toml"]);
    assert_eq!(
        problems(&empty.path().join("nowhere")),
        ["NoSite site.toml"]
    );
    assert_eq!(
        problems(site(&[("site.toml", b"")]).path()),
        Vec::<String>::new()
    );
    let odd = site(&[("site.toml/a", b""), ("content", b"")]);
    assert_eq!(
        problems(odd.path()),
        ["NotAFile content not-a-folder", "NotAFile site.toml folder"]
    );
}

#[test]
fn the_built_in_theme_gives_way_to_a_folder_of_its_name() {
    let root = site(&[("site.toml", b"")]);
    let (sources, _) = read(root.path());
    assert!(sources.find("themes/tagzym/theme.toml").is_some());
    write(root.path(), "themes/tagzym/templates/own.html", b"own");
    let (sources, _) = read(root.path());
    assert!(sources.find("themes/tagzym/theme.toml").is_none());
    assert!(sources.find("themes/tagzym/templates/own.html").is_some());
}

#[test]
fn hidden_files_and_leftovers_are_passed_over() {
    let root = site(&[
        ("site.toml", b""),
        ("content/.git/config", b""),
        ("content/.hidden.md", b""),
        ("content/.DS_Store", b""),
        ("content/Thumbs.db", b""),
        ("content/4913", b""),
        ("content/a.md~", b""),
        ("content/#a.md#", b""),
        ("content/a.md.swp", b""),
        ("content/a.md.swo", b""),
        ("content/a.md.bak", b""),
        ("content/a.md.orig", b""),
        ("content/a.md.tmp", b""),
        ("content/x.md/kept.md", b""),
        ("content/x.bak/kept.md", b""),
        ("content/static/.well-known/security.txt", b""),
        ("content/static/.nojekyll", b""),
        ("content/static/.DS_Store", b""),
        ("content/static/a.pdf~", b""),
        ("content/static/.a.pdf.swp", b""),
        ("content/static/.git/config", b""),
        ("content/static-not/.hidden", b""),
        ("themes/.cache/theme.toml", b""),
    ]);
    let (sources, diagnostics) = read(root.path());
    let told: Vec<(Code, At)> = diagnostics
        .into_iter()
        .map(|one| (one.code, one.at))
        .collect();
    let left_out = [".DS_Store", ".a.pdf.swp", ".git", "a.pdf~"]
        .map(|name| (Code::LeftOut, At::File(format!("content/static/{name}"))));
    assert_eq!(told, left_out);
    assert_eq!(
        texts(&sources),
        ["content/x.bak/kept.md", "content/x.md/kept.md", "site.toml"]
    );
    assert_eq!(
        assets(&sources),
        [
            "content/static/.nojekyll",
            "content/static/.well-known/security.txt"
        ]
    );
}

#[test]
fn a_text_that_cannot_be_kept_is_named_and_left_out() {
    let root = site(&[
        ("site.toml", b""),
        ("content/a.md", b"\xFF\xFEa\0"),
        ("content/b.md", b"\xCF\xF0\xE8"),
        (
            "content/b.yaml",
            b"PK\x03\x04\x14\0\x06\0[Content_Types].xml",
        ),
    ]);
    let large = fs::File::create(root.path().join("content/c.md")).unwrap();
    large.set_len(MAX_PROSE + 1).unwrap();
    let records = fs::File::create(root.path().join("content/c.yaml")).unwrap();
    records.set_len(MAX_TEXT + 1).unwrap();
    fs::create_dir_all(root.path().join("content/locales/kk")).unwrap();
    let messages = fs::File::create(root.path().join("content/locales/kk/d.ftl")).unwrap();
    messages.set_len(MAX_MACHINERY + 1).unwrap();
    let (sources, diagnostics) = read(root.path());
    messages.set_len(0).unwrap();
    assert_eq!(
        lines(&sources, &diagnostics),
        [
            "NotUtf8 content/a.md UTF-16 LE",
            "NotUtf8 content/b.md Windows-1251 1 1",
            "NothingInside content/b.yaml document",
            "TooLarge content/c.md 1.1 MiB 1 MiB",
            "TooLarge content/c.yaml 16.1 MiB 16 MiB",
            "TooLarge content/locales/kk/d.ftl 128.1 KiB 128 KiB",
        ]
    );
    assert_eq!(texts(&sources), ["site.toml"]);
    large.set_len(MAX_PROSE).unwrap();
    records.set_len(MAX_TEXT).unwrap();
    assert!(
        !problems(root.path())
            .iter()
            .any(|line| line.starts_with("TooLarge"))
    );
}

#[test]
fn a_control_character_is_named_at_its_place_in_a_text_that_is_kept() {
    let root = site(&[
        ("site.toml", b""),
        ("content/a.md", b""),
        ("content/b.md", "\u{FEFF}ә\r\n\u{1}б\u{0}".as_bytes()),
    ]);
    let (sources, diagnostics) = read(root.path());
    assert_eq!(
        lines(&sources, &diagnostics),
        ["ControlCharacter content/b.md:3..6 U+0001"]
    );
    let text = sources.text(sources.find("content/b.md").unwrap());
    assert_eq!(text, Some("ә\n\u{FFFD}б\u{FFFD}"));
}

#[test]
fn a_refusal_has_a_plain_reason() {
    let word = |kind: io::ErrorKind| unreadable("a", &kind.into()).args[0].1.clone();
    assert_eq!(word(io::ErrorKind::PermissionDenied), "no-permission");
    assert_eq!(word(io::ErrorKind::NotFound), "vanished");
    let disk = io::Error::from_raw_os_error(5);
    assert!(!unreadable("a", &disk).args[0].1.contains("os error"));
}

#[test]
fn evicted_prose_is_read_again_where_it_is_needed() {
    let site = site(&[
        ("site.toml", b"".as_slice()),
        ("content/pages/about.kk.md", "Туған жер\n".as_bytes()),
    ]);
    let mut snapshot = Snapshot::read(site.path());
    let (before, _) = snapshot.sources();
    snapshot.evict_bodies();
    let (sources, _) = snapshot.sources();
    let id = sources.find("content/pages/about.kk.md").unwrap();
    assert_eq!(sources.text(id), None, "it was kept");
    let revision = before.get(id).unwrap().text.revision();
    let loaded = sources.loaded([id]);
    assert_eq!(loaded.get(id).unwrap().text.revision(), revision);
    assert_eq!(loaded.text(id), Some("Туған жер\n"));

    // Reloaded with all others, it is in memory with the same revision, until the next eviction.
    assert_eq!(snapshot.reload(), [""; 0]);
    let (sources, _) = snapshot.sources();
    assert_eq!(sources.text(id), Some("Туған жер\n"));
    assert_eq!(sources.get(id).unwrap().text.revision(), revision);
    snapshot.evict_bodies();
    let (sources, _) = snapshot.sources();
    assert_eq!(sources.text(id), None);

    // Saved as it was, it is not different.
    let file = site.path().join("content/pages/about.kk.md");
    let change = || Changes::Paths([file.clone()].into());
    fs::write(&file, "\u{FEFF}Туған жер\r\n").unwrap();
    assert_eq!(snapshot.update(&change()), [""; 0]);

    // Before its change is taken in, the new text is not shown in the place of the old one.
    fs::write(&file, "Туған өлке\n").unwrap();
    assert_eq!(sources.loaded([id]).text(id), None);
    assert_eq!(snapshot.update(&change()), ["content/pages/about.kk.md"]);
    let (sources, _) = snapshot.sources();
    assert_eq!(sources.text(id), Some("Туған өлке\n"));
    assert_ne!(sources.get(id).unwrap().text.revision(), revision);
}
