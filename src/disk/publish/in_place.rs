//! Publication in place, where the output folder cannot be moved: file by file, in the order that does least harm.
//!
//! New files come first, so that no page names a style that is not there; then those that changed, each in one step; what is gone
//! goes last. A build that is killed meanwhile leaves old and new files side by side and nothing half under its own name: the next
//! one mends that.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::error::{Deed, PublishError};
use super::marker::{self, MARKER};
use super::published::{Change, Published};
use super::remove::remove_tree;
use super::work::Work;

/// A copy that is not whole yet; it stands in the folder that the file is for, since that can be on another disk.
pub(super) const HALF: &str = ".tagzym-half";

/// Brings what is new or changed into the output folder and removes what is gone.
///
/// # Errors
/// The disk refuses. [`PublishError::InPart`]: old and new files stand side by side.
pub(super) fn place(work: &Work, out: &Path, published: &Published) -> Result<(), PublishError> {
    let new = work.next_output();
    let now = published.files.iter().map(|file| &*file.path);
    let ever: BTreeSet<&str> = now
        .clone()
        .chain(published.gone.iter().map(String::as_str))
        .collect();
    // From here on the next build knows what is ours, whatever happens to this one.
    mark(&new, out, ever.into_iter())?;
    clear_halves(out, published);
    place_files(&new, out, published)
        .and_then(|()| mark(&new, out, now))
        .map_err(|error| PublishError::InPart(Box::new(error)))
}

fn place_files(new: &Path, out: &Path, published: &Published) -> Result<(), PublishError> {
    for change in [Change::New, Change::Changed] {
        for file in published.files.iter().filter(|file| file.change == change) {
            let to = out.join(&file.path);
            make_way(out, &file.path)
                .and_then(|()| bring(&new.join(&file.path), &to))
                .map_err(PublishError::io(Deed::Move, &to))?;
        }
    }
    for path in &published.gone {
        remove(out, path).map_err(PublishError::io(Deed::Remove, &out.join(path)))?;
    }
    Ok(())
}

/// Writes the marker, in one step.
fn mark<'p>(
    new: &Path,
    out: &Path,
    paths: impl Iterator<Item = &'p str>,
) -> Result<(), PublishError> {
    let (staged, marker) = (new.join(MARKER), out.join(MARKER));
    fs::create_dir_all(new)
        .and_then(|()| fs::write(&staged, marker::text(paths)))
        .and_then(|()| bring(&staged, &marker))
        .map_err(PublishError::io(Deed::Write, &marker))
}

/// Moves a file to its place, in one step. From another disk, as into a folder that something is mounted on, it is copied beside
/// that first.
pub(in crate::disk) fn bring(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {}
        renamed => return renamed,
    }
    let beside = to.with_file_name(HALF);
    let _ = fs::remove_file(&beside);
    let copied = File::open(from).and_then(|mut source| {
        io::copy(&mut source, &mut File::create_new(&beside)?)?;
        fs::rename(&beside, to)
    });
    copied.inspect_err(|_| drop(fs::remove_file(&beside)))
}

/// Removes what a build that was killed left of a copy, in all folders of the old output and the new one.
fn clear_halves(out: &Path, published: &Published) {
    let now = published.files.iter().map(|file| &*file.path);
    let ever = now.clone().chain(published.gone.iter().map(String::as_str));
    let folders = ever.map(|path| path.rsplit_once('/').map_or("", |(folder, _)| folder));
    let folders: BTreeSet<&str> = folders.collect();
    let ours: BTreeSet<&str> = now.filter(|path| path.ends_with(HALF)).collect();
    for folder in folders {
        let half = Path::new(folder).join(HALF);
        if !ours.iter().any(|path| Path::new(path) == half) {
            // Most folders have none.
            let _ = fs::remove_file(out.join(half));
        }
    }
}

/// Makes the folders that lead to a file. What stands in their place, or as a folder in that of the file, goes: a link would lead
/// elsewhere.
pub(in crate::disk) fn make_way(out: &Path, path: &str) -> io::Result<()> {
    for (end, _) in path.match_indices('/') {
        let folder = out.join(&path[..end]);
        match fs::symlink_metadata(&folder) {
            Ok(there) if there.is_dir() => {}
            Ok(_) => fs::remove_file(&folder).and_then(|()| fs::create_dir(&folder))?,
            Err(_) => fs::create_dir(&folder)?,
        }
    }
    let file = out.join(path);
    match fs::symlink_metadata(&file) {
        Ok(there) if there.is_dir() => remove_tree(&file),
        _ => Ok(()),
    }
}

/// Removes a file, and the folders that are empty without it.
pub(in crate::disk) fn remove(out: &Path, path: &str) -> io::Result<()> {
    match fs::remove_file(out.join(path)) {
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound
                    | io::ErrorKind::NotADirectory
                    | io::ErrorKind::IsADirectory
            ) => {}
        removed => removed?,
    }
    remove_empty(out, path);
    Ok(())
}

/// Removes the folders that are empty without a file, which is not there any more.
pub(in crate::disk) fn remove_empty(out: &Path, path: &str) {
    for (end, _) in path.rmatch_indices('/') {
        if fs::remove_dir(out.join(&path[..end])).is_err() {
            break;
        }
    }
}
