//! Tests of the swap and of crash recovery: runs that fail, or are killed, at each of their steps.
//!
//! Takes folders that it makes itself, and renames that fail on demand.

use std::cell::Cell;
use std::collections::BTreeMap;

use tempfile::TempDir;

use super::*;
use crate::disk::publish::tests::files;

const OLD_FILES: [(&str, &str); 4] = [
    ("a.html", "old"),
    ("b/x", "old"),
    ("c", "old"),
    (MARKER, "mark"),
];
const NEW_FILES: [(&str, &str); 4] = [
    ("a.html", "new"),
    ("b/y", "new"),
    ("d", "new"),
    ("e/f/g", "new"),
];

/// An output folder with an old output in it and a new one that is staged.
fn ground() -> TempDir {
    let out = tempfile::tempdir().unwrap();
    write(out.path(), &OLD_FILES);
    write(&out.path().join(NEW), &NEW_FILES);
    out
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}

/// What a folder with these files alone holds.
fn as_written(files_in_it: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), files_in_it);
    files(folder.path())
}

fn old() -> BTreeMap<String, Vec<u8>> {
    as_written(&OLD_FILES)
}

fn new() -> BTreeMap<String, Vec<u8>> {
    let mut files = as_written(&NEW_FILES);
    files.insert(MARKER.to_owned(), b"mark".to_vec());
    files
}

fn plain(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// The renames of one swap: a.html, b, c away; the new as a whole; a.html, b, d, e in.
const RENAMES: usize = 8;

#[test]
fn a_swap_leaves_the_new_alone() {
    let out = ground();
    let count = Cell::new(0);
    swap(out.path(), &|from, to| {
        count.set(count.get() + 1);
        plain(from, to)
    })
    .unwrap();
    assert_eq!(files(out.path()), new());
    assert_eq!(count.get(), RENAMES);
}

#[test]
fn a_rename_that_fails_puts_all_back() {
    for failing in 0..RENAMES {
        let out = ground();
        let before = files(out.path());
        let count = Cell::new(0);
        let stopped = swap(out.path(), &|from, to| {
            count.set(count.get() + 1);
            if count.get() == failing + 1 {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            plain(from, to)
        })
        .unwrap_err();
        assert!(stopped.put_back, "{failing}");
        assert_eq!(files(out.path()), before, "{failing}");
    }
}

/// A run that was killed: from some rename on, none is made.
fn kill_after(left: usize) -> impl Fn(&Path, &Path) -> io::Result<()> {
    let left = Cell::new(left);
    move |from, to| {
        if left.get() == 0 {
            return Err(io::Error::other("killed"));
        }
        left.set(left.get() - 1);
        plain(from, to)
    }
}

/// Before the point of no return the next run finds the old output, after it the new one; never a mixture. That holds
/// also if the next run is killed, at any point, and the one after it has to set things right.
#[test]
fn a_run_that_is_killed_is_set_right_by_the_next() {
    for killed in 0..RENAMES {
        for killed_again in 0..RENAMES {
            let out = ground();
            swap(out.path(), &kill_after(killed)).unwrap_err();
            let _ = recover(out.path(), &kill_after(killed_again));
            recover(out.path(), &plain).unwrap();
            let expected = if killed <= 3 { old() } else { new() };
            assert_eq!(files(out.path()), expected, "{killed}, {killed_again}");
        }
    }
}

#[test]
fn an_old_output_that_was_being_removed_goes() {
    let out = tempfile::tempdir().unwrap();
    write(out.path(), &NEW_FILES);
    write(&out.path().join(OLD), &OLD_FILES[2..3]);
    recover(out.path(), &plain).unwrap();
    assert_eq!(files(out.path()), as_written(&NEW_FILES));
}

#[test]
fn an_old_output_that_is_all_there_is_comes_back() {
    for killed in 0..=3 {
        let out = tempfile::tempdir().unwrap();
        write(&out.path().join(OLD), &OLD_FILES[..3]);
        let _ = recover(out.path(), &kill_after(killed));
        recover(out.path(), &plain).unwrap();
        assert_eq!(files(out.path()), as_written(&OLD_FILES[..3]), "{killed}");
    }
}

#[test]
fn there_is_nothing_to_set_right_in_a_good_output() {
    let out = tempfile::tempdir().unwrap();
    write(out.path(), &OLD_FILES);
    recover(out.path(), &plain).unwrap();
    assert_eq!(files(out.path()), old());
}
