//! The exchange: the next output comes into the place of the last one as a whole, and what a build that was killed left is
//! cleared away.
//!
//! Where the system can, both change places in one step, so that readers find one or the other at every moment. Where it
//! cannot, two steps follow each other; a build that is killed between them is set right by the next one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Deed, PublishError};
use super::marker::{self, MARKER};
use super::others::catch_up;
use super::published::{Left, Way};
use super::remove::remove_tree;
use super::work::Work;

/// How a folder or file gets another path; the tests give one that fails.
pub(super) type Rename<'a> = &'a dyn Fn(&Path, &Path) -> io::Result<()>;

/// Puts the next output into the place of the last one. None if the output folder cannot be moved: nothing was done then.
///
/// # Errors
/// The disk refuses; the last output stands as it was.
pub(super) fn exchange(
    work: &Work,
    out: &Path,
    swap: Rename,
    rename: Rename,
) -> Result<Option<Way>, PublishError> {
    let (new, old) = (work.next_output(), work.last_output());
    let failed = |error| Err(PublishError::io(Deed::Move, out)(error));
    if fs::symlink_metadata(out).is_err() {
        return match rename(&new, out) {
            Ok(()) => Ok(Some(Way::Exchange)),
            Err(error) => failed(error),
        };
    }
    match swap(&new, out) {
        Ok(()) => return Ok(Some(Way::Exchange)),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(error) if cannot_move(&error) => return Ok(None),
        Err(error) => return failed(error),
    }
    match rename(out, &old) {
        Ok(()) => {}
        Err(error) if cannot_move(&error) => return Ok(None),
        Err(error) => return failed(error),
    }
    match rename(&new, out) {
        Ok(()) => Ok(Some(Way::TwoSteps)),
        Err(error) => {
            rename(&old, out).map_err(PublishError::io(Deed::Move, &old))?;
            failed(error)
        }
    }
}

/// Whether it is the folder itself that stays: something is mounted there, or it lies in a layer that is only read.
fn cannot_move(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::CrossesDevices
            | io::ErrorKind::ResourceBusy
            | io::ErrorKind::PermissionDenied
    )
}

/// Two paths change places in one step.
///
/// # Errors
/// [`io::ErrorKind::Unsupported`]: here they cannot.
#[cfg(target_os = "linux")]
pub(super) fn swap(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
            Err(io::ErrorKind::Unsupported.into())
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn swap(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Crash recovery: completes or undoes what a build that was killed left in the work folder, and gives what cannot be removed.
///
/// # Errors
/// The disk refuses. What is done by then need not be done again.
pub(super) fn recover(work: &Work, out: &Path) -> Result<Vec<Left>, PublishError> {
    let (new, old) = (work.next_output(), work.last_output());
    let is_there = |path: &Path| fs::symlink_metadata(path).is_ok();
    if is_there(&old) && !is_there(out) {
        // It was killed between the two steps.
        fs::rename(&old, out).map_err(PublishError::io(Deed::Move, &old))?;
    }
    let mut trees = work.left();
    trees.extend([old, new]);
    clear(work, out, &trees, |path, error| {
        PublishError::io(Deed::Remove, path)(error)
    })
}

/// Removes outputs that are not wanted any more. One that cannot be removed, as where a folder of another user is in it, is
/// moved out of the way and given back: it hinders no build.
///
/// # Errors
/// One can neither be removed nor moved; or it is within the output folder, where it must not stay.
pub(super) fn clear(
    work: &Work,
    out: &Path,
    trees: &[PathBuf],
    failed: impl Fn(&Path, io::Error) -> PublishError,
) -> Result<Vec<Left>, PublishError> {
    let mut left = Vec::new();
    for tree in trees {
        let Err(error) = clear_away(tree, out) else {
            continue;
        };
        let aside = work.is_beside.then(|| work.set_aside(tree));
        match aside {
            Some(Ok(path)) => left.push(Left { path, error }),
            Some(Err(_)) | None => return Err(failed(tree, error)),
        }
    }
    Ok(left)
}

/// Removes an output that is not wanted any more. What others put into it until now goes into the one that stands.
///
/// # Errors
/// The disk refuses.
pub(super) fn clear_away(tree: &Path, out: &Path) -> io::Result<()> {
    // One that is not complete has no marker, and nothing of others' that could be lost.
    if let (Some(before), Some(now)) = (marker::read(tree), marker::read(out)) {
        catch_up(tree, &before, out, &now)?;
        // Done once: in what cannot be removed nothing is looked for again.
        fs::remove_file(tree.join(MARKER))?;
    }
    remove_tree(tree)
}
