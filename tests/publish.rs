//! Publishing, end to end: builds that are killed, run into a full disk or into each other, or change nothing; readers find one
//! whole site at every moment.
//!
//! Most tests have a long form: tests/long/publish.rs.

#[path = "publish/at_once.rs"]
mod at_once;
#[path = "publish/disks.rs"]
mod disks;
#[path = "publish/ground.rs"]
mod ground;
#[path = "publish/killed.rs"]
mod killed;
#[path = "publish/same.rs"]
mod same;
#[path = "publish/theirs.rs"]
mod theirs;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{program, run, tree};
use at_once::{read_during, two_at_once};
use disks::{fill, may_mount, mounted, refuse};
use ground::{Ground, THEIRS};
use killed::{kill_at_calls, kill_at_random};
use same::built_everywhere;

/// What tells one file from another that took its place.
#[cfg(unix)]
fn stamps(site: &Ground) -> BTreeMap<String, (u64, i64, i64)> {
    use std::os::unix::fs::MetadataExt;
    let out = site.out();
    let paths = tree(&out).into_keys();
    let stamp = |path: &String| {
        let of = fs::metadata(out.join(path)).unwrap();
        (of.ino(), of.mtime(), of.mtime_nsec())
    };
    paths.map(|path| (path.clone(), stamp(&path))).collect()
}

#[cfg(unix)]
#[test]
fn only_what_changed_is_written() {
    let ground = Ground::new();
    let before = stamps(&ground);
    ground.goes_on(0, "nothing changed");
    assert_eq!(stamps(&ground), before);
    ground.goes_on(1, "one amount and one page changed");
    let after = stamps(&ground);
    let [first, second] = &ground.whole;
    let mut written = 0;
    for (path, bytes) in second {
        let is_same = first.get(path) == Some(bytes);
        written += usize::from(!is_same);
        assert_eq!(before.get(path) == after.get(path), is_same, "{path}");
    }
    assert!(written > 5 && written < second.len(), "{written}");
}

#[test]
fn the_output_is_the_same_wherever_and_however_it_is_built() {
    let ground = Ground::new();
    let mut expected = ground.whole[0].clone();
    expected.remove(THEIRS.0);
    let manifest = fs::read(ground.out().with_extension("manifest.json")).unwrap();
    for (setting, (tree, its)) in built_everywhere(&ground.sites[0]).iter().enumerate() {
        assert!(*tree == expected, "{setting}");
        assert!(*its == manifest, "{setting}");
    }
}

#[test]
fn timings_tell_of_each_phase_and_of_each_kind_of_file() {
    let ground = Ground::new();
    let told = |asked: &str, command: &str| {
        let mut arguments = ground.arguments(0, &ground.out());
        arguments[0] = command.to_owned();
        if command == "check" {
            arguments.truncate(arguments.len() - 2);
        }
        let done = run(program().args(arguments).arg(asked));
        assert_eq!(done.code, 0, "{}", done.err);
        done.err
    };
    // The first words of lines that end in a number, in their order.
    let rows = |told: &str| -> Vec<String> {
        let rows = told.lines().filter_map(|line| line.split_once("  "));
        let rows = rows.filter(|(_, numbers)| numbers.ends_with(|c: char| c.is_ascii_digit()));
        rows.map(|(name, _)| name.to_owned()).collect()
    };
    let phases = [
        "reading",
        "parsing",
        "names that must not be shown",
        "linking",
        "photographs",
        "adding up",
        "planning",
        "theme",
        "mistakes and acceptances",
        "rendering and writing",
        "replacing the last output",
    ];
    assert_eq!(rows(&told("--timings", "build")), phases);
    let all = rows(&told("--timings=pages", "build"));
    assert_eq!(all[..phases.len()], phases);
    let mut kinds = all[phases.len()..].to_vec();
    kinds.sort();
    for kind in ["page/project", "page/home", "search", "table"] {
        assert!(kinds.iter().any(|of| of == kind), "{kind}: {kinds:?}");
    }
    let checked = rows(&told("--timings=pages", "check"));
    let mut of_check = checked
        .iter()
        .filter(|row| !phases.contains(&&***row))
        .cloned()
        .collect::<Vec<_>>();
    of_check.retain(|row| kinds.contains(row));
    of_check.sort();
    assert_eq!(of_check, kinds);
}

#[test]
fn in_a_pipe_no_progress_is_shown() {
    let ground = Ground::new();
    let done = ground.build(0);
    assert!(
        !done.err.contains('\x1b') && !done.err.contains('\r'),
        "{}",
        done.err
    );
    assert!(
        done.err
            .contains("Left as it was, since this program did not put it there: CNAME")
    );
    let mut quiet = ground.arguments(0, &ground.out());
    quiet.push("--quiet".to_owned());
    let done = run(program().args(quiet));
    assert_eq!((done.code, done.out + &done.err), (0, String::new()));
}

/// The workbook of open data is written by way of a temporary file.
#[test]
fn where_no_temporary_file_can_be_written_that_is_said_in_the_own_language() {
    let ground = Ground::new();
    for (lang, said) in [
        ("kk", "/nowhere қалтасы жоқ"),
        ("ru", "временных файлов /nowhere нет"),
        ("en", "temporary files, /nowhere, is not there"),
    ] {
        let mut arguments = ground.arguments(1, &ground.out());
        arguments[2] = lang.to_owned();
        let done = run(program().args(arguments).env("TMPDIR", "/nowhere"));
        assert_eq!(done.code, 1, "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
        assert!(!done.err.contains("No such file"), "{}", done.err);
        assert_eq!(ground.state(lang), 0);
    }
}

#[test]
fn a_build_killed_at_a_random_moment_leaves_a_whole_site() {
    kill_at_random(20);
}

#[test]
fn a_build_killed_while_it_changes_the_disk_leaves_a_whole_site() {
    kill_at_calls("publish, killed at system calls", |_, most| match most {
        0 => vec![],
        1 => vec![1],
        2 => vec![1, 2],
        _ => vec![1, most - 1],
    });
}

#[test]
fn a_disk_that_refuses_leaves_a_whole_site() {
    refuse("publish, refused system calls", |most| match most {
        0 => vec![],
        _ => vec![
            (1, "EACCES"),
            (most.div_ceil(2), "ENOSPC"),
            (most, "EMFILE"),
        ],
    });
}

#[test]
fn a_full_disk_leaves_the_old_site_whole() {
    fill(3);
}

#[test]
fn a_reader_never_misses_a_page() {
    read_during(4);
}

#[test]
fn of_two_builds_at_once_one_waits() {
    two_at_once(2);
}

/// A folder, an empty one in it to mount on, and the arguments of builds of each state into `out`, as a shell reads it.
fn disk_for(ground: &Ground, out: &str) -> (tempfile::TempDir, PathBuf, [String; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let builds = [0, 1].map(|state| ground.arguments(state, Path::new(out)).join(" "));
    (folder, disk, builds)
}

#[test]
fn a_mount_point_is_published_into_file_by_file_and_that_is_said() {
    if !may_mount("publish, a mount point") {
        return;
    }
    let ground = Ground::new();
    let (folder, disk, [first, second]) = disk_for(&ground, "\"$M\"");
    let script = format!(
        "mount -t tmpfs tmpfs \"$M\"
         $PROGRAM {first} --quiet
         echo '{}' > \"$M\"/{}
         ls -i \"$M\"/404.html > \"$M\"/../stamp
         $PROGRAM {second} 2> \"$M\"/../said
         ls -i \"$M\"/404.html >> \"$M\"/../stamp
         $PROGRAM {second} 2> \"$M\"/../again
         cp -r \"$M\" \"$M\"/../after",
        THEIRS.1.trim_end(),
        THEIRS.0,
    );
    let done = mounted(&script, &disk);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(tree(&folder.path().join("after")) == ground.whole[1]);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(
        read("said").contains("files were replaced one by one"),
        "{}",
        read("said")
    );
    assert!(!read("again").contains("one by one"), "{}", read("again"));
    let stamp = read("stamp");
    let stamps: Vec<&str> = stamp.lines().collect();
    let is_same = ground.whole[0]["404.html"] == ground.whole[1]["404.html"];
    assert_eq!(stamps[0] == stamps[1], is_same, "{stamps:?}");
}

/// Something is mounted on a folder in the output: its files cannot be moved there from another disk, so they are copied beside
/// their places. What a build that was killed left of such a copy goes.
#[test]
fn what_is_mounted_within_the_output_is_published_into() {
    if !may_mount("publish, a mount within the output") {
        return;
    }
    let ground = Ground::new();
    let (folder, disk, [first, second]) = disk_for(&ground, "\"$M\"/dist");
    let script = format!(
        "$PROGRAM {first} --quiet
         echo '{}' > \"$M\"/dist/{}
         cp -r \"$M\"/dist/kk \"$M\"/../kk
         mount -t tmpfs tmpfs \"$M\"/dist/kk
         cp -r \"$M\"/../kk/. \"$M\"/dist/kk
         echo half > \"$M\"/dist/kk/.tagzym-half
         $PROGRAM {second} 2> \"$M\"/../said
         cp -r \"$M\" \"$M\"/../after",
        THEIRS.1.trim_end(),
        THEIRS.0,
    );
    let done = mounted(&script, &disk);
    let said = fs::read_to_string(folder.path().join("said")).unwrap();
    assert_eq!(done.code, 0, "{}{said}", done.err);
    assert!(said.contains("files were replaced one by one"), "{said}");
    assert!(!said.contains("tagzym-half"), "{said}");
    assert!(tree(&folder.path().join("after/dist")) == ground.whole[1]);
    assert_eq!(
        fs::read_dir(folder.path().join("after")).unwrap().count(),
        2
    );
}

/// The folder around the output may not be written to: the site is published all the same, and it is said that it has no
/// manifest.
#[test]
fn a_site_without_room_for_its_manifest_is_published_all_the_same() {
    if !may_mount("publish, a folder around the output that is only read") {
        return;
    }
    let ground = Ground::new();
    let (folder, disk, [first, second]) = disk_for(&ground, "\"$M\"/dist");
    let script = format!(
        "mount -t tmpfs tmpfs \"$M\"
         mkdir \"$M\"/dist
         mount -t tmpfs tmpfs \"$M\"/dist
         mount -o remount,ro,bind \"$M\"
         $PROGRAM {first} 2> \"$M\"/../first
         mount -o remount,rw,bind \"$M\"
         $PROGRAM {first} --quiet
         mount -o remount,ro,bind \"$M\"
         $PROGRAM {second} --quiet 2> \"$M\"/../second
         cp -r \"$M\"/dist \"$M\"/../after",
    );
    let done = mounted(&script, &disk);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap_or_default();
    assert_eq!(
        done.code,
        0,
        "{}{}{}",
        done.err,
        read("first"),
        read("second")
    );
    assert!(read("first").starts_with("Built: "), "{}", read("first"));
    let none = "the site is in place all the same, but there is no manifest beside it";
    assert!(read("first").contains(none), "{}", read("first"));
    let old = "but the manifest beside it is still that of an earlier build";
    assert!(read("second").contains(old), "{}", read("second"));
    let mut expected = ground.whole[1].clone();
    expected.remove(THEIRS.0);
    assert!(tree(&folder.path().join("after")) == expected);
}
