//! Disks that refuse: full, read-only, without permission or handles, and a folder that something is mounted on.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::ground::{AROUND, Ground, THEIRS, can_trace};
use super::killed::{CALLS, calls};
use crate::support::skipped::skipped;
use crate::support::{Run, program, run, tree};

/// Lets calls of each kind fail: the build says so or does without, and the output is whole.
pub fn refuse(test: &str, runs: impl Fn(usize) -> Vec<(usize, &'static str)>) {
    if !can_trace() {
        return skipped(test, "strace is not installed, or may not trace");
    }
    let ground = Ground::new();
    let counts = calls(&ground);
    ground.goes_on(0, "counted");
    let (mut refused, mut went_on) = (0, 0);
    for (names, most) in CALLS.iter().zip(counts) {
        for (number, error) in runs(most) {
            let what = format!("{error} at {names} {number} of {most}");
            // And at each one after it, as on a disk that is full.
            let inject = format!("inject={names}:error={error}:when={number}+");
            let done =
                run(&mut ground.traced(1, &["-e", &format!("trace={names}"), "-e", &inject]));
            let what = format!("{what}: {}", done.err);
            let now = ground.state(&what);
            match done.code {
                0 => went_on += 1,
                1 | 2 => refused += 1,
                // The system could not even start it.
                127 if done.err.contains("shared librar") => refused += 1,
                other => panic!("{what}: ended with {other}"),
            }
            assert!(done.code != 0 || now == 1, "{what}");
            // Where it cannot write, it cannot say so either.
            assert!(
                done.code == 0 || done.err.contains("error") || *names == "write",
                "{what}"
            );
            ground.goes_on(0, &what);
        }
    }
    println!(
        "calls refused: {refused} builds ended with a message, {went_on} did without; none mixed, all went on"
    );
}

/// Runs a script as the root of a mount namespace; `$M` is a folder to mount on.
pub fn mounted(script: &str, folder: &Path) -> Run {
    run(Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-euc", script])
        .env("M", folder)
        .env("PROGRAM", program().get_program()))
}

fn can_mount() -> bool {
    let folder = tempfile::tempdir().unwrap();
    let tried = Command::new("unshare")
        .args([
            "--mount",
            "--map-root-user",
            "mount",
            "-t",
            "tmpfs",
            "tmpfs",
        ])
        .arg(folder.path())
        .output();
    tried.is_ok_and(|done| done.status.success())
}

/// Whether something may be mounted; a container of CI may forbid it, and then that is said, not failed.
pub fn may_mount(test: &str) -> bool {
    let may = can_mount();
    if !may {
        not_looked_at(test, "nothing may be mounted here");
    }
    may
}

/// Says that a test has not looked, where also CI may be what hinders it.
pub fn not_looked_at(test: &str, why: &str) {
    use std::io::Write;
    let line = format!("NOT LOOKED AT {test}: {why}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// Builds on a disk that gets full, with more and more room.
pub fn fill(points: usize) {
    if !may_mount("publish, a full disk") {
        return;
    }
    let ground = Ground::new();
    let mut full = 0;
    for point in 0..points {
        let folder = tempfile::tempdir().unwrap();
        let disk = folder.path().join("disk");
        fs::create_dir(&disk).unwrap();
        let first = ground.arguments(0, Path::new("\"$M\"/dist")).join(" ");
        let second = ground.arguments(1, Path::new("\"$M\"/dist")).join(" ");
        let script = format!(
            "mount -t tmpfs -o size=64m tmpfs \"$M\"
             $PROGRAM {first} --quiet
             echo -n '{}' > \"$M\"/dist/{}; echo >> \"$M\"/dist/{}
             used=$(df -k --output=used \"$M\" | tail -1)
             mount -o remount,size=$((used + {}))k \"$M\"
             $PROGRAM {second} && code=0 || code=$?
             cp -r \"$M\" \"$M\"/../after
             mount -o remount,size=64m \"$M\"
             $PROGRAM {second} --quiet
             cp -r \"$M\" \"$M\"/../last
             exit $code",
            THEIRS.1.trim_end(),
            THEIRS.0,
            THEIRS.0,
            4 * (1 + point * 220 / points),
        );
        let done = mounted(&script, &disk);
        let after = tree(&folder.path().join("after/dist"));
        match done.code {
            0 => assert!(after == ground.whole[1], "{point}"),
            1 => {
                full += 1;
                assert!(done.err.contains("the disk is full"), "{}", done.err);
                // Unless it was the manifest beside it that had no room any more.
                let is_old = done.err.contains("dist is unchanged");
                let stands = &ground.whole[usize::from(!is_old)];
                assert!(after == *stands, "{point}: {}", done.err);
            }
            other => panic!("{point}: {other}: {}", done.err),
        }
        let last = tree(&folder.path().join("last"));
        let last: Vec<_> = last
            .iter()
            .filter(|(path, _)| *path != AROUND[1])
            .map(|(path, bytes)| (path.strip_prefix("dist/").unwrap_or("litter"), bytes))
            .collect();
        let expected = ground.whole[1].iter().map(|(path, bytes)| (&**path, bytes));
        assert!(last.into_iter().eq(expected), "{point}");
    }
    println!("{points} disks, {full} of them full: none mixed, all went on");
    assert!(full > 0);
}
