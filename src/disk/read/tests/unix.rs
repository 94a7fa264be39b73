//! Tests of reading on Unix: symbolic links, pipes, sockets, odd names.
//!
//! Takes folders that it makes itself; knows nothing of what stands in a text. What may not be read is a test of the whole
//! program's, which can lay down a superuser's powers: `tests/hostile_files.rs`.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;

use super::*;

#[test]
fn links_are_followed_inside_the_site_alone() {
    let outside = site(&[("a.md", b"secret"), ("folder/b.md", b"secret")]);
    let root = site(&[
        ("site.toml", b""),
        ("content/real/a.md", b"a"),
        ("content/real/deep/photo.jpg", b"p"),
        ("shared/b.md", b"b"),
    ]);
    let content = root.path().join("content");
    symlink("real", content.join("linked")).unwrap();
    symlink("../shared/b.md", content.join("b.md")).unwrap();
    symlink(outside.path().join("a.md"), content.join("out.md")).unwrap();
    symlink(outside.path().join("folder"), content.join("out")).unwrap();
    symlink("nowhere", content.join("dangling.md")).unwrap();
    symlink("to-itself.md", content.join("to-itself.md")).unwrap();
    symlink("..", content.join("real/up")).unwrap();
    symlink("../..", content.join("real/root")).unwrap();
    symlink("/dev/zero", content.join("zero.md")).unwrap();
    let (sources, diagnostics) = read(root.path());
    assert_eq!(
        lines(&sources, &diagnostics),
        [
            "NotAFile content/dangling.md link-nowhere",
            "NotAFile content/linked/root link-circle",
            "NotAFile content/linked/up link-circle",
            "NotAFile content/out link-outside",
            "NotAFile content/out.md link-outside",
            "NotAFile content/real/root link-circle",
            "NotAFile content/real/up link-circle",
            "NotAFile content/to-itself.md link-nowhere",
            "NotAFile content/zero.md link-outside",
        ]
    );
    assert_eq!(
        texts(&sources),
        [
            "content/b.md",
            "content/linked/a.md",
            "content/real/a.md",
            "site.toml"
        ]
    );
    assert_eq!(
        assets(&sources),
        [
            "content/linked/deep/photo.jpg",
            "content/real/deep/photo.jpg"
        ]
    );
}

#[test]
fn folders_that_link_to_each_other_are_walked_once() {
    let root = site(&[
        ("site.toml", b""),
        ("content/a/1.md", b""),
        ("content/b/2.md", b""),
    ]);
    symlink("../b", root.path().join("content/a/to-b")).unwrap();
    symlink("../a", root.path().join("content/b/to-a")).unwrap();
    let (sources, diagnostics) = read(root.path());
    assert_eq!(
        lines(&sources, &diagnostics),
        [
            "NotAFile content/a/to-b/to-a link-in-link",
            "NotAFile content/b/to-a/to-b link-in-link",
        ]
    );
    assert_eq!(texts(&sources).len(), 5);
}

#[test]
fn the_root_may_be_a_link_and_content_one_inside_it() {
    let root = site(&[("site.toml", b""), ("words/a.md", b"")]);
    symlink("words", root.path().join("content")).unwrap();
    let link = tempfile::tempdir().unwrap();
    let link = link.path().join("site");
    symlink(root.path(), &link).unwrap();
    let (sources, diagnostics) = read(&link);
    assert_eq!(diagnostics, []);
    assert_eq!(texts(&sources), ["content/a.md", "site.toml"]);
}

#[test]
fn what_is_no_file_is_named_and_never_opened() {
    let root = site(&[("content/a.md", b"")]);
    for pipe in ["site.toml", "content/pipe.md", "content/static-pipe"] {
        let made = Command::new("mkfifo").arg(root.path().join(pipe)).status();
        assert!(made.unwrap().success());
    }
    symlink("pipe.md", root.path().join("content/to-pipe.md")).unwrap();
    let _socket = UnixListener::bind(root.path().join("content/socket.md")).unwrap();
    assert_eq!(
        problems(root.path()),
        [
            "NotAFile content/pipe.md pipe",
            "NotAFile content/socket.md socket",
            "NotAFile content/static-pipe pipe",
            "NotAFile content/to-pipe.md pipe",
            "NotAFile site.toml pipe",
        ]
    );
}

#[test]
fn names_that_no_address_can_hold_are_shown_with_escapes() {
    let root = site(&[
        ("site.toml", b""),
        ("content/a\nb.md", b""),
        ("content/c\\d.md", b""),
        ("content/e\u{7}/inside.md", b""),
    ]);
    let not_unicode = OsStr::from_bytes(b"f\xFF.md");
    fs::write(root.path().join("content").join(not_unicode), "").unwrap();
    let (sources, diagnostics) = read(root.path());
    assert_eq!(
        lines(&sources, &diagnostics),
        [
            r"FileName content/a\nb.md a\nb.md",
            r"FileName content/c\\d.md c\\d.md",
            r"FileName content/e\u{7} e\u{7}",
            r"FileName content/f\xFF.md f\xFF.md",
        ]
    );
    assert_eq!(texts(&sources), ["site.toml"]);
}

#[test]
fn names_are_composed_and_two_that_become_equal_are_named() {
    let root = site(&[
        ("site.toml", b""),
        ("content/и\u{306}1.md", b""),
        ("content/и\u{306}2.md", b"decomposed"),
        ("content/й2.md", b"composed"),
        ("content/й3/a.md", b""),
        ("content/и\u{306}3/b.md", b""),
    ]);
    let (sources, diagnostics) = read(root.path());
    assert_eq!(
        lines(&sources, &diagnostics),
        [
            r"FileName content/й2.md и\u{306}2.md, й2.md",
            r"FileName content/й3 и\u{306}3, й3",
        ]
    );
    assert_eq!(
        texts(&sources),
        [
            "content/й1.md",
            "content/й2.md",
            "content/й3/a.md",
            "content/й3/b.md",
            "site.toml"
        ]
    );
}
