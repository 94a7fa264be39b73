//! Swap and crash recovery: puts a staged output into the place of the old one, and completes or undoes a killed run.
//!
//! Takes an output folder. All is done by renaming, in an order that tells the next run how far this one came:
//!
//! | there is | the run was killed | the next one |
//! | --- | --- | --- |
//! | `.tagzym-new` alone | while it wrote | removes it |
//! | `.tagzym-old` and `.tagzym-new` | while it moved the old output away | moves that back |
//! | `.tagzym-next` | while it moved the new output in | moves the rest in |
//! | `.tagzym-old` alone | while it removed the old output | removes it, if there is another |

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::{Deed, PublishError};

/// The file by which a folder is known as ours.
pub(super) const MARKER: &str = ".tagzym";
/// What the marker file says to who finds it in an output folder.
pub(super) const MARKER_TEXT: &str =
    "This folder was made by tagzym, which replaces all that is in it at every build.\n";
/// The staging folder, where a new output is written.
pub(super) const NEW: &str = ".tagzym-new";
/// A new output that is complete and is being moved in.
const NEXT: &str = ".tagzym-next";
/// The old output, moved aside.
const OLD: &str = ".tagzym-old";

/// Names in an output folder that are no output. People publish from a repository in it: that stays too.
pub(super) const KEPT: [&str; 5] = [MARKER, NEW, NEXT, OLD, ".git"];

/// How a folder or file gets another path; the tests give one that fails.
pub(super) type Rename<'a> = &'a dyn Fn(&Path, &Path) -> io::Result<()>;

/// A swap that did not come to its end.
#[derive(Debug)]
pub(super) struct Stopped {
    pub error: PublishError,
    /// The folder was rolled back to what it was; if not, the next run has to recover it.
    pub put_back: bool,
}

/// Puts the new output into the place of the old one.
///
/// # Errors
/// A rename failed; what was moved is moved back. Or the new output is in place and the old one could not be removed.
pub(super) fn swap(out: &Path, rename: Rename) -> Result<(), Stopped> {
    let (new, next, old) = (out.join(NEW), out.join(NEXT), out.join(OLD));
    fs::create_dir(&old).map_err(|error| Stopped {
        error: PublishError::io(Deed::Make, &old)(error),
        put_back: true,
    })?;
    let mut moved = Vec::new();
    let all = move_all(out, &old, rename, &mut moved)
        .and_then(|()| move_one(new, next.clone(), rename, &mut moved))
        .and_then(|()| move_all(&next, out, rename, &mut moved));
    if let Err(error) = all {
        let back = moved
            .iter()
            .rev()
            .try_for_each(|(from, to)| rename(to, from));
        let put_back = back.and_then(|()| fs::remove_dir(&old)).is_ok();
        return Err(Stopped { error, put_back });
    }
    clear_away(&next, &old).map_err(|error| Stopped {
        error,
        put_back: false,
    })
}

/// The old output goes last: with it, the next run knows that there is something to be done.
fn clear_away(next: &Path, old: &Path) -> Result<(), PublishError> {
    let stays = |path: &Path| {
        let path = path.to_owned();
        move |error| PublishError::OldStays { path, error }
    };
    fs::remove_dir(next).map_err(stays(next))?;
    remove_tree(old).map_err(stays(old))
}

/// Crash recovery: completes or undoes what a run that was killed left in the output folder.
///
/// # Errors
/// The disk refuses. What is done by then need not be done again.
pub(super) fn recover(out: &Path, rename: Rename) -> Result<(), PublishError> {
    let (new, next, old) = (out.join(NEW), out.join(NEXT), out.join(OLD));
    let is_there = |path: &Path| fs::symlink_metadata(path).is_ok();
    let remove = |path: &Path| remove_tree(path).map_err(PublishError::io(Deed::Remove, path));
    if is_there(&next) {
        move_all(&next, out, rename, &mut Vec::new())?;
        remove(&next)?;
    } else if is_there(&old) && (is_there(&new) || entries(out)?.is_empty()) {
        if !is_there(&new) {
            // Or a run that is killed now would leave what looks like an old output to be removed.
            fs::create_dir(&new).map_err(PublishError::io(Deed::Make, &new))?;
        }
        move_all(&old, out, rename, &mut Vec::new())?;
    }
    remove(&old)?;
    remove(&new)
}

/// Moves all that is output from one folder to another, and notes each move.
fn move_all(
    from: &Path,
    to: &Path,
    rename: Rename,
    moved: &mut Vec<(PathBuf, PathBuf)>,
) -> Result<(), PublishError> {
    entries(from)?
        .into_iter()
        .try_for_each(|name| move_one(from.join(&name), to.join(&name), rename, moved))
}

fn move_one(
    from: PathBuf,
    to: PathBuf,
    rename: Rename,
    moved: &mut Vec<(PathBuf, PathBuf)>,
) -> Result<(), PublishError> {
    rename(&from, &to).map_err(PublishError::io(Deed::Move, &from))?;
    moved.push((from, to));
    Ok(())
}

/// The names in a folder that are output, in a fixed order.
fn entries(folder: &Path) -> Result<Vec<OsString>, PublishError> {
    let failed = || PublishError::io(Deed::LookInto, folder);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed())? {
        let name = entry.map_err(failed())?.file_name();
        if !KEPT.iter().any(|kept| name == OsStr::new(kept)) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Removes a folder with all that is in it, on many threads; follows no links. Does nothing if it is not there.
pub(super) fn remove_tree(path: &Path) -> io::Result<()> {
    let metadata = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        metadata => metadata?,
    };
    if metadata.is_dir() {
        remove_folder(path)
    } else {
        fs::remove_file(path)
    }
}

fn remove_folder(path: &Path) -> io::Result<()> {
    let entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    entries.par_iter().try_for_each(|entry| {
        if entry.file_type()?.is_dir() {
            remove_folder(&entry.path())
        } else {
            fs::remove_file(entry.path())
        }
    })?;
    fs::remove_dir(path)
}

#[cfg(test)]
mod tests;
