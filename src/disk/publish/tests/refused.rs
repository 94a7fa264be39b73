//! Tests of refused outputs: folders and paths (path traversal among them) that nothing is published to.
//!
//! Takes folders that it makes itself; knows nothing of what a page is.

use super::*;
use crate::disk::own_words;

#[test]
fn a_path_never_leads_out_of_the_output() {
    let ground = Ground::new();
    let publication = ground.begin("site/dist").unwrap();
    for path in [
        "",
        "/",
        "/etc/x",
        "..",
        "../x",
        "a/../x",
        "a/..",
        "./a",
        "a/.",
        "a//b",
        "a/",
        "a\\b",
        "a\0b",
        ".tagzym",
        ".tagzym-new/x",
        ".tagzym-old",
        ".Tagzym-Next/x",
        ".git/config",
    ] {
        let error = publication.put(path, b"x").unwrap_err();
        assert!(
            matches!(error, PublishError::BadPath(_)),
            "{path:?}: {error:?}"
        );
    }
    for path in ["a..b", ".well-known/x", "a/.tagzym", "...", "Қонаев/и.html"] {
        publication.put(path, b"x").unwrap();
    }
}

#[test]
fn two_files_cannot_have_one_place() {
    let ground = Ground::new();
    let publication = ground.begin("site/dist").unwrap();
    publication.put("a", b"").unwrap();
    publication.put("b/c", b"").unwrap();
    for path in ["a", "b", "a/c"] {
        let error = publication.put(path, b"").unwrap_err();
        assert!(matches!(error, PublishError::Taken(_)), "{path}: {error:?}");
    }
}

#[test]
fn a_folder_that_is_not_ours_is_refused_and_left_alone() {
    let ground = Ground::new();
    let out = ground.path("out");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("thesis.doc"), "precious").unwrap();
    let before = files(&out);
    let refused = |name: &str| matches!(ground.begin(name), Err(PublishError::NotOurs(_)));
    assert!(refused("out"));
    assert_eq!(files(&out), before);
    // A file of the marker's name with other words is somebody else's.
    fs::write(out.join(MARKER), "mine").unwrap();
    assert!(refused("out"));
    fs::remove_file(out.join(MARKER)).unwrap();
    fs::create_dir(out.join(MARKER)).unwrap();
    assert!(refused("out"));
}

#[test]
fn the_sites_own_folders_are_refused() {
    let ground = Ground::new();
    for out in [
        "",
        "site",
        "site/",
        "site/.",
        "site/content",
        "site/themes",
        "site/none/../content",
    ] {
        let error = ground.begin(out).unwrap_err();
        assert!(
            matches!(error, PublishError::HoldsSite { .. }),
            "{out}: {error:?}"
        );
    }
    for out in [
        "site/content/dist",
        "site/content/static",
        "site/themes/x/y",
    ] {
        let error = ground.begin(out).unwrap_err();
        assert!(
            matches!(error, PublishError::InsideSite { .. }),
            "{out}: {error:?}"
        );
    }
    assert!(!ground.path("site/none").exists());
    assert!(ground.begin("site-2/none/../dist").is_ok());
}

#[test]
fn a_file_in_place_of_the_output_is_refused() {
    let ground = Ground::new();
    fs::write(ground.path("file"), "x").unwrap();
    assert!(matches!(
        ground.begin("file"),
        Err(PublishError::NotAFolder(_))
    ));
    match ground.begin("file/dist").unwrap_err() {
        PublishError::Io {
            doing: Deed::LookInto | Deed::Make,
            path,
            error,
        } => {
            assert!(path.ends_with("file/dist"), "{path:?}");
            let words = own_words(&error);
            assert!(!words.is_empty() && !words.contains("os error"), "{words}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read(ground.path("file")).unwrap(), b"x");
}

#[cfg(unix)]
#[test]
fn links_are_seen_through_and_one_that_leads_to_no_folder_is_refused() {
    use std::os::unix::fs::symlink;
    let ground = Ground::new();
    fs::create_dir(ground.path("target")).unwrap();
    symlink("target", ground.path("link")).unwrap();
    for (number, out) in ["link", "link/", "link/."].into_iter().enumerate() {
        let mut publication = ground.begin(out).unwrap();
        let text = number.to_string();
        publication.put("index.html", text.as_bytes()).unwrap();
        publication.commit().unwrap();
        drop(publication);
        assert!(ground.path("link").is_symlink(), "{out}");
        let published = fs::read_to_string(ground.path("target/index.html")).unwrap();
        assert_eq!(published, text, "{out}");
        assert!(!ground.path(".target.tagzym").exists());
    }
    fs::write(ground.path("file"), "x").unwrap();
    symlink("file", ground.path("to-file")).unwrap();
    symlink("nowhere", ground.path("dangling")).unwrap();
    symlink("circle", ground.path("circle")).unwrap();
    for out in ["to-file", "dangling", "circle"] {
        assert!(
            matches!(ground.begin(out), Err(PublishError::NotAFolder(_))),
            "{out}"
        );
    }
    symlink("site", ground.path("whole")).unwrap();
    assert!(matches!(
        ground.begin("whole"),
        Err(PublishError::HoldsSite { .. })
    ));
    symlink("site", ground.path("way")).unwrap();
    assert!(matches!(
        ground.begin("way/content"),
        Err(PublishError::HoldsSite { .. })
    ));
    assert!(matches!(
        ground.begin("way/content/x"),
        Err(PublishError::InsideSite { .. })
    ));
    assert!(ground.begin("way/dist").is_ok());
}

/// Two builds that begin at once make the folders that lead to their outputs together.
#[test]
fn folders_on_the_way_are_made_by_several_at_once() {
    let ground = Ground::new();
    for round in 0..50 {
        let folder = ground.path(&format!("new-{round}/a/b/c/d"));
        let gate = std::sync::Barrier::new(4);
        let made: Vec<Led> = std::thread::scope(|scope| {
            let make = || {
                let mut led = Led::default();
                gate.wait();
                led.make(&folder).unwrap();
                led
            };
            let threads = [(); 4].map(|()| scope.spawn(make));
            threads.map(|thread| thread.join().unwrap()).into()
        });
        assert_eq!(made.iter().map(|led| led.0.len()).sum::<usize>(), 5);
        assert!(folder.is_dir());
    }
}
