//! The recipe for rsync in `docs/publishing.md`, as it stands there, but for the build and the address: a folder stands for the host.

use std::fs;
use std::process::Command;

use super::Ground;
use crate::support::skipped::skipped;
use crate::support::{between, repository, run, tree};

#[test]
fn the_recipe_for_rsync_removes_what_it_sent_and_nothing_else() {
    if Command::new("rsync").arg("--version").output().is_err() {
        return skipped("deploy, rsync", "there is no rsync");
    }
    let document = fs::read_to_string(repository("docs/publishing.md")).unwrap();
    let section = between(&document, "## Any host, by rsync", "\n## ");
    let recipe = between(section, "```sh\n", "```");
    let recipe = recipe.lines().filter(|line| !line.starts_with("cargo "));
    let recipe: Vec<&str> = recipe.collect();
    let recipe = recipe
        .join("\n")
        .replace("user@host:/var/www/portal/", "served/");
    assert!(recipe.contains(" served/"), "{recipe}");

    let ground = Ground::new();
    let sent = |state: &str| {
        let dist = ground.path("dist");
        let _ = fs::remove_dir_all(&dist);
        for (path, bytes) in tree(&ground.path(state)) {
            let path = dist.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        // What others put beside ours.
        fs::create_dir(dist.join(".git")).unwrap();
        fs::write(dist.join(".git/HEAD"), "ref").unwrap();
        fs::create_dir(dist.join(".tagzym-work")).unwrap();
        fs::write(dist.join(".tagzym-work/lock"), "1").unwrap();
        let mut shell = Command::new("sh");
        let done = run(shell.args(["-c", &recipe]).current_dir(ground.path("")));
        assert_eq!((done.code, &*done.err), (0, ""), "{}", done.out);
    };
    // What the host has of its own, also in a folder that goes.
    let theirs = [".well-known/token", "kk/early/theirs.html", "theirs.html"];
    for path in theirs {
        let path = ground.path("served").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "theirs").unwrap();
    }
    for state in ["first", "second", "second"] {
        sent(state);
        let mut served = tree(&ground.path("served"));
        for path in theirs {
            let kept = served.remove(path);
            assert_eq!(kept.as_deref(), Some(&b"theirs"[..]), "{state}: {path}");
        }
        assert!(served == ground.output(state), "{state}");
    }
}
