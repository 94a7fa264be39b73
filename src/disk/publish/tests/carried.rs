//! Tests of what others put into an output folder: it is carried over and named.
//!
//! Takes folders that it makes itself; knows nothing of what a page is.

use super::*;
use crate::disk::publish::exchange::clear_away;

#[test]
fn what_others_put_there_is_carried_over_and_named() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "1"), ("kk/a.html", "a"), ("ru/a.html", "a")]);
    let dist = ground.path("site/dist");
    fs::create_dir_all(dist.join(".well-known/acme")).unwrap();
    fs::create_dir_all(dist.join(".git/objects")).unwrap();
    fs::create_dir_all(dist.join("kk/empty")).unwrap();
    for (path, text) in [
        ("CNAME", "site.kz"),
        (".well-known/acme/token", "t"),
        (".git/HEAD", "ref"),
        ("kk/b.txt", "b"),
        ("ru/b.txt", "b"),
    ] {
        fs::write(dist.join(path), text).unwrap();
    }
    let stamp = |path: &str| inode(&fs::metadata(dist.join(path)).unwrap());
    let before = [stamp("CNAME"), stamp(".git/HEAD")];
    let files = [
        ("index.html", "2"),
        ("kk/a.html", "a"),
        (".well-known/b", "b"),
    ];
    let published = ground.publish(&files);
    assert_eq!(
        published.carried,
        [
            ".git/",
            ".well-known/acme/",
            "CNAME",
            "kk/b.txt",
            "kk/empty/",
            "ru/b.txt"
        ]
    );
    assert_eq!(published.gone, ["ru/a.html"]);
    assert_eq!([stamp("CNAME"), stamp(".git/HEAD")], before);
    let mut expected = ground.output(&files);
    expected.extend(texts(&[
        (".git/", ""),
        (".git/HEAD", "ref"),
        (".git/objects/", ""),
        (".well-known/", ""),
        (".well-known/acme/", ""),
        (".well-known/acme/token", "t"),
        ("CNAME", "site.kz"),
        ("kk/", ""),
        ("kk/b.txt", "b"),
        ("kk/empty/", ""),
        ("ru/", ""),
        ("ru/b.txt", "b"),
    ]));
    assert_eq!(ground.files(), expected);
    // It stays theirs; of a folder nothing is ours any more.
    let again = ground.publish(&files).carried;
    assert_eq!(again[..5], published.carried[..5]);
    assert_eq!(again[5..], ["ru/"]);
    assert_eq!(ground.files(), expected);
}

#[test]
fn a_file_of_ours_takes_the_place_of_others_and_that_is_told() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "1")]);
    let dist = ground.path("site/dist");
    fs::write(dist.join("CNAME"), "theirs").unwrap();
    fs::write(dist.join("kk"), "a file").unwrap();
    fs::create_dir_all(dist.join("x/y")).unwrap();
    let files = [("CNAME", "ours"), ("kk/a.html", "a"), ("x", "x")];
    let published = ground.publish(&files);
    assert_eq!(published.replaced, ["CNAME", "kk", "x/"]);
    assert_eq!(published.carried, [""; 0]);
    let mut expected = ground.output(&files);
    expected.extend(texts(&[("kk/", "")]));
    assert_eq!(ground.files(), expected);
}

#[test]
fn what_comes_while_a_build_ends_is_not_lost() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "1"), ("gone", "")]);
    let dist = ground.path("site/dist");
    fs::write(dist.join("note"), "old").unwrap();
    // The exchange has been made, and the old output is still there.
    let old = ground.path("site/old");
    fs::rename(&dist, &old).unwrap();
    ground.publish_anew(&[("index.html", "2"), ("late", "ours")]);
    fs::write(dist.join("note"), "old").unwrap();
    let later = std::time::SystemTime::now() + Duration::from_secs(5);
    for (path, text) in [("note", "new"), ("added/by", "them"), ("late", "theirs")] {
        let path = old.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(later).unwrap();
    }
    clear_away(&old, &dist).unwrap();
    assert!(!old.exists());
    let mut expected = ground.output(&[("index.html", "2"), ("late", "ours")]);
    expected.extend(texts(&[
        ("note", "new"),
        ("added/", ""),
        ("added/by", "them"),
    ]));
    assert_eq!(ground.files(), expected);
}

#[cfg(unix)]
#[test]
fn links_of_others_are_carried_and_not_followed() {
    use std::os::unix::fs::symlink;
    let ground = Ground::new();
    ground.publish(&[("index.html", "1"), ("kk/a.html", "a")]);
    let dist = ground.path("site/dist");
    fs::create_dir(ground.path("precious")).unwrap();
    fs::write(ground.path("precious/a.html"), "precious").unwrap();
    symlink(ground.path("precious"), dist.join("link")).unwrap();
    // Somebody moved a folder of ours elsewhere: nothing is written there.
    fs::remove_dir_all(dist.join("kk")).unwrap();
    symlink(ground.path("precious"), dist.join("kk")).unwrap();
    let published = ground.publish(&[("index.html", "2"), ("kk/a.html", "new")]);
    assert_eq!(published.carried, ["link"]);
    assert_eq!(published.replaced, ["kk"]);
    assert_eq!(
        fs::read_link(dist.join("link")).unwrap(),
        ground.path("precious")
    );
    assert!(fs::symlink_metadata(dist.join("kk")).unwrap().is_dir());
    assert_eq!(
        fs::read(ground.path("precious/a.html")).unwrap(),
        b"precious"
    );
}

#[test]
fn an_output_of_an_earlier_version_is_ours_but_for_its_repository() {
    let ground = Ground::new();
    let dist = ground.path("site/dist");
    fs::create_dir_all(dist.join(".git")).unwrap();
    for (path, text) in [
        (
            ".tagzym",
            "This folder was made by tagzym, which replaces all that is in it at every build.\n",
        ),
        (".git/HEAD", "ref"),
        ("index.html", "1"),
        ("old.html", "1"),
    ] {
        fs::write(dist.join(path), text).unwrap();
    }
    let published = ground.publish(&[("index.html", "1")]);
    assert_eq!(published.carried, [".git/"]);
    assert_eq!(published.gone, ["old.html"]);
    assert_eq!(published.files[0].change, Change::Same);
    let mut expected = ground.output(&[("index.html", "1")]);
    expected.extend(texts(&[(".git/", ""), (".git/HEAD", "ref")]));
    assert_eq!(ground.files(), expected);
}

#[cfg(unix)]
#[test]
fn the_folder_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let ground = Ground::new();
    ground.publish(&[("index.html", "1")]);
    let dist = ground.path("site/dist");
    fs::set_permissions(&dist, fs::Permissions::from_mode(0o2750)).unwrap();
    ground.publish(&[("index.html", "2")]);
    let mode = fs::metadata(&dist).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o2750);
}
