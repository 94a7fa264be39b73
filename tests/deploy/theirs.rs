//! What is not ours where a deployment reads and writes: it is named before it is replaced, and no folder of a site is filled.

use std::fs;

use super::Ground;
use crate::support::{Site, program, run, tree};

#[test]
fn what_a_takeover_would_replace_is_listed_first() {
    let ground = Ground::new();
    fs::create_dir(ground.path("served")).unwrap();
    for name in ["index.html", "thesis.doc"] {
        fs::write(ground.path("served").join(name), "theirs").unwrap();
    }
    let before = tree(&ground.path("served"));
    let dry = ground.deploy("first", &["--take-over", "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    let lines = dry.out.lines();
    let (theirs, new): (Vec<&str>, Vec<&str>) =
        lines.partition(|line| line.contains("somebody else"));
    assert_eq!(theirs, ["new, in place of somebody else’s: index.html"]);
    assert_eq!(new.len() + 1, ground.output("first").len());
    assert!(new.iter().all(|line| line.starts_with("new ")));
    assert!(tree(&ground.path("served")) == before);
    // What was brought is ours.
    ground.deployed("first", &["--take-over"]);
    let dry = ground.deploy("second", &["--dry-run"]);
    assert!(!dry.out.contains("somebody else"), "{}", dry.out);
}

#[test]
fn no_folder_of_a_site_is_filled() {
    let ground = Ground::new();
    let site = Site::base();
    site.write("notes/plan.txt", "theirs");
    let before = tree(site.root());
    let out = ground.path("first").display().to_string();
    let deploy = |to: &str, lang: &str| {
        let to = site.path(to).display().to_string();
        let fixed = ["deploy", "--take-over", "--ui-lang", lang, "--out", &out];
        run(program().args(fixed).args(["--to", &to]))
    };
    for to in [
        "",
        ".",
        "content",
        "content/new",
        "content/static",
        "themes",
        ".git",
        "static",
        "src",
        "notes",
    ] {
        for (lang, said) in [
            ("kk", "сайттың өзіне тиесілі"),
            ("ru", "относится к самому сайту"),
            ("en", "belongs to the site itself"),
        ] {
            let done = deploy(to, lang);
            assert_eq!(done.code, 2, "{to}: {}", done.err);
            assert!(done.err.contains(said), "{to}: {}", done.err);
        }
        assert!(tree(site.root()) == before, "{to}");
    }
    // An empty folder beside its materials is as good as any.
    assert_eq!(deploy("public", "en").code, 0);
    assert_eq!(deploy("public", "en").code, 0);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_brought_is_named() {
    let ground = Ground::new();
    let first = ground.output("first");
    let link = ground.path("first/kk/link.html");
    std::os::unix::fs::symlink("index.html", link).unwrap();
    fs::write(ground.path("first/a\nb.txt"), "theirs").unwrap();
    for (options, lang, said) in [
        (
            &["--dry-run"][..],
            "en",
            "Not deployed, since these are links",
        ),
        (&["--quiet"], "ru", "Не выложено, потому что это ссылки"),
        (&[], "kk", "аты болғандықтан жарияланбады"),
    ] {
        let mut arguments = ground.arguments("first", options);
        arguments[2] = lang.to_owned();
        let done = run(program().args(arguments));
        assert_eq!(done.code, 0, "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
        assert!(
            done.err.contains(": a\\nb.txt, kk/link.html\n"),
            "{}",
            done.err
        );
    }
    assert!(ground.served() == first);
}
