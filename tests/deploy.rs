//! Deploying into a folder, end to end: what goes and what stays, in which order, and deployments that are killed.

#[path = "deploy/rsync.rs"]
mod rsync;
mod states;
#[path = "deploy/theirs.rs"]
mod theirs;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::skipped::skipped;
use crate::support::{Run, program, run, tree};
use states::{States, Tree, assert_leads_nowhere_wrong};

/// Two outputs, and a folder to deploy them to.
struct Ground(States);

impl Ground {
    fn new() -> Ground {
        Ground(States::new())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path(name)
    }

    fn output(&self, state: &str) -> Tree {
        self.0.output(state)
    }

    fn arguments(&self, state: &str, options: &[&str]) -> Vec<String> {
        let [out, to] = [state, "served"].map(|name| self.path(name).display().to_string());
        let fixed = ["deploy", "--ui-lang", "en", "--out", &out, "--to", &to];
        let all = fixed.iter().chain(options);
        all.map(|argument| (*argument).to_owned()).collect()
    }

    fn deploy(&self, state: &str, options: &[&str]) -> Run {
        run(program().args(self.arguments(state, options)))
    }

    fn deployed(&self, state: &str, options: &[&str]) -> String {
        let done = self.deploy(state, options);
        assert_eq!((done.code, &*done.out), (0, ""), "{}", done.err);
        done.err
    }

    /// What readers find.
    fn served(&self) -> Tree {
        let mut served = tree(&self.path("served"));
        served.retain(|path, _| !path.starts_with(".tagzym/"));
        served
    }

    /// What is beside that, of the program's own.
    fn own(&self) -> Vec<String> {
        tree(&self.path("served/.tagzym")).into_keys().collect()
    }
}

/// What tells one file from another that took its place.
#[cfg(unix)]
fn stamps(folder: &Path) -> BTreeMap<String, (u64, i64)> {
    use std::os::unix::fs::MetadataExt;
    let paths = tree(folder).into_keys();
    let stamp = |path: &String| {
        let of = fs::metadata(folder.join(path)).unwrap();
        (of.ino(), of.mtime_nsec())
    };
    paths.map(|path| (path.clone(), stamp(&path))).collect()
}

#[cfg(unix)]
#[test]
fn only_what_changed_is_brought_and_what_others_put_there_stays() {
    let ground = Ground::new();
    let [first, second] = ["first", "second"].map(|state| ground.output(state));
    let told = ground.deployed("first", &[]);
    let all = first.len();
    assert!(
        told.contains(&format!(
            ": {all} new, 0 changed, 0 removed; 0 were there already\n"
        )),
        "{told}"
    );
    assert!(ground.served() == first);
    assert_eq!(ground.own(), ["files.json", "lock"]);
    let record = fs::read_to_string(ground.path("served/.tagzym/files.json")).unwrap();
    let read: serde_json::Value = serde_json::from_str(&record).unwrap();
    let listed = read["files"].as_array().unwrap().iter();
    let listed: Vec<(&str, u64)> = listed
        .map(|file| {
            (
                file["path"].as_str().unwrap(),
                file["size"].as_u64().unwrap(),
            )
        })
        .collect();
    let sizes = first
        .iter()
        .map(|(path, bytes)| (&**path, bytes.len() as u64));
    assert_eq!(listed, sizes.collect::<Vec<_>>());

    fs::write(ground.path("served/theirs.txt"), "theirs").unwrap();
    let before = stamps(&ground.path("served"));
    let told = ground.deployed("first", &[]);
    assert!(told.starts_with("Nothing to do: "), "{told}");
    assert_eq!(stamps(&ground.path("served")), before);

    // What would be done is done.
    let dry = ground.deploy("second", &["--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert_eq!(stamps(&ground.path("served")), before);
    let lines: BTreeSet<String> = dry.out.lines().map(str::to_owned).collect();
    let differing = second
        .iter()
        .filter(|(path, bytes)| first.get(*path) != Some(*bytes));
    let expected = differing.map(|(path, _)| match first.contains_key(path) {
        true => format!("changed {path}"),
        false => format!("new {path}"),
    });
    assert_eq!(lines, expected.collect());
    let gone = first
        .keys()
        .filter(|path| !second.contains_key(*path))
        .count();
    assert!(
        dry.err.contains(&format!("and {gone} would be removed")),
        "{}",
        dry.err
    );
    assert!(
        !(dry.out + &dry.err).contains("early"),
        "an address can be a name"
    );
    ground.deployed("second", &["--quiet"]);
    let mut served = ground.served();
    assert_eq!(served.remove("theirs.txt").as_deref(), Some(&b"theirs"[..]));
    assert!(served == second);
    let after = stamps(&ground.path("served"));
    for (path, bytes) in &second {
        let is_same = first.get(path) == Some(bytes);
        assert_eq!(before.get(path) == after.get(path), is_same, "{path}");
    }
    assert!(!ground.path("served/kk/early").exists());
    // What somebody took away or cut off is brought again.
    fs::remove_file(ground.path("served/kk/index.html")).unwrap();
    fs::write(ground.path("served/404.html"), "").unwrap();
    let told = ground.deployed("second", &[]);
    assert!(told.contains(": 0 new, 2 changed, 0 removed; "), "{told}");
}

#[test]
fn a_folder_that_is_not_ours_to_fill_is_refused() {
    let ground = Ground::new();
    let refused = |state: &str, options: &[&str], said: &str| {
        let done = ground.deploy(state, options);
        assert_eq!((done.code, &*done.out), (2, ""));
        assert!(done.err.contains(said), "{}", done.err);
    };
    fs::create_dir(ground.path("served")).unwrap();
    fs::write(ground.path("served/index.html"), "theirs").unwrap();
    fs::write(ground.path("served/thesis.doc"), "theirs").unwrap();
    let before = tree(&ground.path("served"));
    refused(
        "first",
        &[],
        "has files that “tagzym deploy” did not put there (index.html, thesis.doc)",
    );
    assert!(
        tree(&ground.path("served")) == before,
        "nothing is left there"
    );
    ground.deployed("first", &["--take-over"]);
    assert_eq!(ground.served()["thesis.doc"], b"theirs");
    assert!(ground.served()["index.html"] == ground.output("first")["index.html"]);
    // From now on it is ours, but for what was there before.
    ground.deployed("second", &[]);
    assert_eq!(ground.served()["thesis.doc"], b"theirs");

    // Half an output is no site.
    let page = ground.path("second/kk/index.html");
    let text = fs::read(&page).unwrap();
    fs::write(&page, "half").unwrap();
    refused("second", &[], "the output is not what its manifest");
    fs::write(&page, text).unwrap();
    ground.deployed("second", &[]);

    refused("nowhere", &[], "is not a folder that “tagzym build” made");
    let [first, inside] = ["first", "first/kk"].map(|name| ground.path(name).display().to_string());
    for to in [first, inside] {
        let out = ground.path("first").display().to_string();
        let done = run(program().args(["deploy", "--ui-lang", "en", "--out", &out, "--to", &to]));
        assert_eq!(done.code, 2);
        assert!(
            done.err
                .contains("is the output itself, or in it, or around it"),
            "{}",
            done.err
        );
    }
    let record = ground.path("served/.tagzym/files.json");
    let whole = fs::read_to_string(&record).unwrap();
    fs::write(&record, &whole[..whole.len() / 2]).unwrap();
    refused("first", &[], "files.json, is broken");
    fs::write(&record, "{\"deployed\": 7}").unwrap();
    refused(
        "first",
        &[],
        "was written by another version of the program (form 7)",
    );
    // A record that was meddled with leads nowhere else.
    fs::write(ground.path("precious"), "precious").unwrap();
    let entry =
        "{\"deployed\":1,\"files\":[{\"path\":\"../precious\",\"size\":8,\"sha256\":\"\"}]}";
    fs::write(&record, entry).unwrap();
    refused("first", &[], "files.json, is broken");
    assert_eq!(fs::read(ground.path("precious")).unwrap(), b"precious");
    // Where nothing was brought nothing of that is said.
    fs::remove_file(&record).unwrap();
    fs::create_dir(&record).unwrap();
    let done = ground.deploy("first", &[]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(
        done.err.contains("files.json") && !done.err.contains("now has part of the new files"),
        "{}",
        done.err
    );
}

#[test]
fn what_others_have_in_the_place_of_a_file_or_a_folder_is_never_removed() {
    let ground = Ground::new();
    let output = ground.output("first");
    let page = "kk/projects/gym/index.html";
    assert!(output.contains_key(page));
    let standing = || {
        let mut standing = tree(&ground.path("served"));
        standing.remove(".tagzym/lock");
        standing
    };
    let refused = |options: &[&str], path: &str| {
        let before = standing();
        let done = ground.deploy("first", options);
        assert_eq!((done.code, &*done.out), (1, ""), "{}", done.err);
        let path = ground.path("served").join(path).display().to_string();
        let is_told = done.err.contains(&path) && done.err.contains("did not put it there");
        assert!(is_told, "{}", done.err);
        assert!(standing() == before, "nothing is brought or removed");
        done.err
    };
    for (theirs, told) in [
        ("robots.txt/keep", "robots.txt/keep"),
        (
            "kk/projects/gym/index.html/x/f",
            "kk/projects/gym/index.html/x/f",
        ),
        ("kk/projects", "kk/projects"),
    ] {
        let file = ground.path("served").join(theirs);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "theirs").unwrap();
        refused(&["--take-over"], told);
        refused(&["--take-over", "--dry-run"], told);
        fs::remove_dir_all(ground.path("served")).unwrap();
    }
    // A folder in which is nothing is nobody's.
    fs::create_dir_all(ground.path("served/robots.txt/empty")).unwrap();
    ground.deployed("first", &["--take-over"]);
    assert!(ground.served() == output);
    // Nor is what somebody put there since then.
    let page = ground.path("served").join(page);
    fs::remove_file(&page).unwrap();
    fs::create_dir_all(page.join("x")).unwrap();
    fs::write(page.join("x/f"), "theirs").unwrap();
    let told = refused(&[], "kk/projects/gym/index.html/x/f");
    let of_part = "now has part of the new files";
    assert!(!told.contains(of_part), "{told}");
    // What a deployment before had begun is there all the same.
    let record = ground.path("served/.tagzym/files.json");
    let text = fs::read_to_string(&record).unwrap();
    let line = text.lines().find(|line| line.contains("404.html")).unwrap();
    let digest = line.split('"').nth_back(1).unwrap();
    fs::write(&record, text.replace(line, &line.replace(digest, "?"))).unwrap();
    let told = refused(&[], "kk/projects/gym/index.html/x/f");
    assert!(told.contains(of_part), "{told}");
    fs::remove_dir_all(&page).unwrap();
    ground.deployed("first", &[]);
    assert!(ground.served() == output);
}

/// A page that becomes a folder, and a folder that becomes a page: both are ours.
#[test]
fn what_was_brought_makes_room_for_what_comes() {
    let ground = Ground::new();
    ground.deployed("first", &[]);
    let served = ground.path("served");
    let record = served.join(".tagzym/files.json");
    let text = fs::read_to_string(&record).unwrap();
    let list = text.replace(
        "\"files\":[\n",
        "\"files\":[\n{\"path\":\"kk/late\",\"size\":0,\"sha256\":\"a\"},\n{\"path\":\"robots.txt/a\",\"size\":0,\"sha256\":\"a\"},\n",
    );
    assert_ne!(list, text);
    fs::write(&record, list).unwrap();
    fs::write(served.join("kk/late"), "").unwrap();
    fs::remove_file(served.join("robots.txt")).unwrap();
    fs::create_dir(served.join("robots.txt")).unwrap();
    fs::write(served.join("robots.txt/a"), "").unwrap();
    ground.deployed("second", &[]);
    assert!(ground.served() == ground.output("second"));
}

#[test]
fn one_deployment_at_a_time_is_at_work() {
    let ground = Ground::new();
    ground.deployed("first", &[]);
    let lock = fs::File::options()
        .write(true)
        .open(ground.path("served/.tagzym/lock"))
        .unwrap();
    lock.lock().unwrap();
    let done = ground.deploy("second", &[]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("another deployment to"), "{}", done.err);
    assert!(ground.served() == ground.output("first"));
    drop(lock);
    ground.deployed("second", &[]);
}

#[test]
fn a_deployment_that_is_killed_never_leads_readers_astray_and_goes_on() {
    let tried = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "true"])
        .status();
    if !tried.is_ok_and(|status| status.success()) {
        return skipped(
            "deploy, killed",
            "strace is not installed, or may not trace",
        );
    }
    let ground = Ground::new();
    let [first, second] = ["first", "second"].map(|state| ground.output(state));
    let program = program().get_program().to_owned();
    let mut killed = 0;
    for (names, moments) in [
        ("rename", &[1, 2, 3, 9, 20, 35, 50, 1000][..]),
        ("unlink", &[1, 2, 4]),
    ] {
        for moment in moments {
            if ground.path("served").exists() {
                fs::remove_dir_all(ground.path("served")).unwrap();
            }
            ground.deployed("first", &[]);
            let status = Command::new("strace")
                .env("RAYON_NUM_THREADS", "1")
                .args([
                    "-f",
                    "-qq",
                    "-o",
                    "/dev/null",
                    "-e",
                    &format!("trace={names}"),
                ])
                .args(["-e", &format!("inject={names}:signal=KILL:when={moment}")])
                .arg(&program)
                .args(ground.arguments("second", &["--quiet"]))
                .status()
                .unwrap();
            let what = format!("killed at {names} {moment}");
            let served = ground.served();
            assert_leads_nowhere_wrong(&served, &first, &what);
            killed += usize::from(!status.success());
            let half: usize = served
                .iter()
                .filter(|(path, bytes)| second.get(*path) == Some(*bytes))
                .count();
            let told = ground.deployed("second", &[]);
            assert!(ground.served() == second, "{what}");
            assert_eq!(ground.own(), ["files.json", "lock"], "{what}");
            // What had been brought is not brought again.
            let there = format!("{half} were there already");
            let is_done = told.starts_with("Nothing to do: ");
            assert!(is_done || told.contains(&there), "{what}: {there}: {told}");
            assert!(
                ground
                    .deployed("second", &[])
                    .starts_with("Nothing to do: ")
            );
        }
    }
    assert!(killed >= 8, "{killed}");
}

/// What it takes is said to whoever has not compiled it.
#[cfg(not(feature = "object-store"))]
#[test]
fn without_object_storage_an_address_of_it_says_how_it_is_had() {
    let ground = Ground::new();
    let out = ground.path("first").display().to_string();
    for (lang, said) in [
        ("en", "compiled without object storage"),
        ("ru", "собрана без поддержки объектных хранилищ"),
        ("kk", "объектілік қойма қолдауынсыз құрастырылған"),
    ] {
        let to = "s3://KEY:SECRET@bucket/site";
        let done = run(program().args(["deploy", "--ui-lang", lang, "--out", &out, "--to", to]));
        assert_eq!((done.code, &*done.out), (2, ""), "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
        assert!(done.err.contains("--features object-store"), "{}", done.err);
        assert!(!done.err.contains("SECRET"), "{}", done.err);
    }
    let done = ground.deploy("first", &["--gzip"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("leave --gzip out"), "{}", done.err);
}
