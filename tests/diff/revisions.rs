//! Revisions that cannot be had, and states that are the same: what is said then, and what is not.

use std::process::Command;

use super::{GYM, build, commit, diff, git, site};
use crate::support::{Site, run};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// What is said of a revision that cannot be had, in each language.
fn refused(site: &Site, revision: &str) -> [String; 3] {
    LANGUAGES.map(|lang| {
        let done = site.run(&["diff", revision, "--ui-lang", lang]);
        assert_eq!((done.code, &*done.out), (2, ""), "{}", done.err);
        assert!(done.err.contains(revision), "{}", done.err);
        assert!(!done.err.contains("fatal"), "git speaks: {}", done.err);
        done.err
    })
}

#[test]
fn without_a_repository_there_is_no_revision_and_that_is_said() {
    let said = refused(&site(), "HEAD~1");
    let expected = [
        "git репозиторийінде тұрған жоқ",
        "не лежит в репозитории git",
        "is not in a git repository",
    ];
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn a_clone_of_the_newest_commits_says_how_the_others_are_had() {
    let site = site();
    git(&site, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&site, "first");
    site.edit(GYM, "amount: 5000000", "amount: 5000007");
    commit(&site, "second");
    let clone = Site::empty();
    let from = format!("file://{}", site.root().display());
    let mut cloned = Command::new("git");
    let options = ["clone", "--quiet", "--depth", "1", &from];
    let done = run(cloned.args(options).arg(clone.path("clone")));
    assert_eq!(done.code, 0, "{}", done.err);
    let in_clone = ["--root", "clone"];
    for lang in LANGUAGES {
        let arguments = ["diff", "HEAD~1", "--ui-lang", lang, in_clone[0]];
        let root = clone.path(in_clone[1]).display().to_string();
        let done = run(crate::support::program().args(arguments).arg(root));
        assert_eq!((done.code, &*done.out), (2, ""), "{}", done.err);
        assert!(done.err.contains("git fetch --unshallow"), "{}", done.err);
        assert!(!done.err.contains("fatal"), "{}", done.err);
    }
    // In the whole repository it is known; and another is not said to be hidden.
    assert_eq!(site.run(&["diff", "HEAD~1"]).code, 0);
    assert!(!refused(&site, "HEAD~7")[2].contains("unshallow"));
}

#[test]
fn asked_to_be_quiet_it_says_nothing_where_no_figure_has_changed() {
    let site = site();
    build(&site, "old");
    build(&site, "new");
    for options in [
        &["--quiet"][..],
        &["-q", "--format", "markdown"],
        &["-q", "--correction"],
    ] {
        let done = diff(&site, "old", "new", options);
        let nothing = (0, String::new(), String::new());
        assert_eq!((done.code, done.out, done.err), nothing, "{options:?}");
    }
    let done = diff(&site, "old", "new", &["-q", "--format", "json"]);
    assert!(done.out.starts_with('{'), "{}", done.out);
    site.edit(GYM, "amount: 5000000", "amount: 5000007");
    build(&site, "new");
    let done = diff(
        &site,
        "old",
        "new",
        &["-q", "--exit-code", "--ui-lang", "en"],
    );
    assert_eq!(done.code, 3);
    assert!(done.out.contains("+₸7"), "{}", done.out);
}
