//! What others put into an output folder: it is found by the list of our files, and carried over into the next output.
//!
//! Takes folders and lists, gives what was carried over. Files are linked, so that they keep their inode and time stamp.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Deed, PublishError};
use super::in_place::HALF;
use super::link::{link, with_folders};
use super::marker::{MARKER, Ours, REPOSITORY};
use super::places::Places;
use super::work::WITHIN;
use crate::disk::file_names::readable;

/// Something in an output folder that is not ours: a file, or a folder with nothing of ours in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Other {
    /// From the output folder.
    pub path: PathBuf,
    pub is_folder: bool,
}

impl Other {
    /// Its path as it can be shown.
    pub(super) fn shown(&self) -> String {
        let path = shown(&self.path);
        if self.is_folder { path + "/" } else { path }
    }
}

/// A path as it can be shown.
pub(super) fn shown(path: &Path) -> String {
    let parts = path.iter().map(|part| match readable(part) {
        Ok(text) => text.to_owned(),
        Err(escaped) => escaped,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// What an output folder holds.
#[derive(Debug, Default)]
pub(super) struct Holdings {
    /// What others put there, sorted.
    pub others: Vec<Other>,
    /// Our files that are there.
    pub ours: Vec<String>,
}

/// Looks through an output folder.
///
/// # Errors
/// The disk refuses.
pub(super) fn look_through(folder: &Path, ours: &Ours) -> Result<Holdings, PublishError> {
    let folders = match ours {
        Ours::All => HashSet::new(),
        Ours::Listed(files) => folders_of(files),
    };
    let mut held = Holdings::default();
    look_into(folder, Path::new(""), ours, &folders, &mut held)?;
    held.others.sort();
    Ok(held)
}

/// All folders that lead to these files.
fn folders_of(files: &HashSet<String>) -> HashSet<&str> {
    let mut folders = HashSet::new();
    for file in files {
        for (end, _) in file.rmatch_indices('/') {
            if !folders.insert(&file[..end]) {
                break;
            }
        }
    }
    folders
}

fn look_into(
    root: &Path,
    inside: &Path,
    ours: &Ours,
    folders: &HashSet<&str>,
    held: &mut Holdings,
) -> Result<(), PublishError> {
    let folder = root.join(inside);
    for entry in fs::read_dir(&folder).map_err(PublishError::io(Deed::LookInto, &folder))? {
        let entry = entry.map_err(PublishError::io(Deed::LookInto, &folder))?;
        let name = entry.file_name();
        let at_top = inside.as_os_str().is_empty();
        if at_top && (name == MARKER || name == WITHIN) {
            continue;
        }
        let path = inside.join(&name);
        let kind = entry
            .file_type()
            .map_err(PublishError::io(Deed::Find, &entry.path()))?;
        let text = slashed(&path);
        let is_folder = kind.is_dir();
        let is_ours = match (ours, &text) {
            (Ours::All, _) => !(at_top && name == REPOSITORY),
            (Ours::Listed(_), Some(text)) if is_folder => folders.contains(&**text),
            (Ours::Listed(files), Some(text)) => files.contains(text),
            (Ours::Listed(_), None) => false,
        };
        match (is_ours, is_folder) {
            (true, true) => look_into(root, &path, ours, folders, held)?,
            (true, false) => held.ours.extend(text),
            // What is left of a build that was killed goes with the old output.
            (false, false) if name == HALF => {}
            (false, _) => held.others.push(Other { path, is_folder }),
        }
    }
    Ok(())
}

/// A path with `/`, if it is Unicode.
pub(super) fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// What became of what others had put there.
#[derive(Debug, Default)]
pub(super) struct Carried {
    pub over: Vec<Other>,
    /// Ours stands in its place.
    pub replaced: Vec<Other>,
}

/// Which of others' things stay, and which have to go since ours have their places.
///
/// # Errors
/// A folder with something in it would have to go for a file of ours; or the disk refuses.
pub(super) fn sort_out(
    out: &Path,
    others: Vec<Other>,
    places: &Places,
) -> Result<Carried, PublishError> {
    let mut carried = Carried::default();
    let mut left = others;
    while let Some(other) = left.pop() {
        let text = slashed(&other.path);
        let has_file = |text: &String| places.has_file_on_the_way(text);
        let is_shared = text.as_ref().is_some_and(|text| places.has_folder(text));
        if text.as_ref().is_some_and(has_file) || is_shared && !other.is_folder {
            let whole = out.join(&other.path);
            if other.is_folder && has_anything(&whole)? {
                return Err(PublishError::FolderInTheWay(whole));
            }
            carried.replaced.push(other);
        } else if is_shared {
            // Ours come into a folder of theirs.
            let folder = out.join(&other.path);
            let failed = || PublishError::io(Deed::LookInto, &folder);
            for entry in fs::read_dir(&folder).map_err(failed())? {
                let entry = entry.map_err(failed())?;
                left.push(Other {
                    path: other.path.join(entry.file_name()),
                    is_folder: entry.file_type().map_err(failed())?.is_dir(),
                });
            }
        } else {
            carried.over.push(other);
        }
    }
    carried.over.sort();
    carried.replaced.sort();
    Ok(carried)
}

/// Whether a folder holds more than empty folders, which are nobody's.
fn has_anything(folder: &Path) -> Result<bool, PublishError> {
    let failed = || PublishError::io(Deed::LookInto, folder);
    for entry in fs::read_dir(folder).map_err(failed())? {
        let entry = entry.map_err(failed())?;
        let is_folder = entry.file_type().map_err(failed())?.is_dir();
        if !is_folder || has_anything(&entry.path())? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Brings others' things from one output folder into another.
///
/// # Errors
/// One cannot be read, or the disk refuses otherwise.
pub(super) fn carry(others: &[Other], from: &Path, to: &Path) -> Result<(), PublishError> {
    others.iter().try_for_each(|other| {
        let (from, to) = (from.join(&other.path), to.join(&other.path));
        carry_one(&from, &to).map_err(|error| match error.kind() {
            io::ErrorKind::PermissionDenied => PublishError::NotCarried { path: from, error },
            _ => PublishError::io(Deed::Copy, &from)(error),
        })
    })
}

fn carry_one(from: &Path, to: &Path) -> io::Result<()> {
    let metadata = fs::symlink_metadata(from)?;
    if !metadata.is_dir() {
        return link(from, to);
    }
    with_folders(to, |to| fs::create_dir(to))?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        carry_one(&from.join(&name), &to.join(&name))?;
    }
    // Last: a folder may be closed to whoever writes into it.
    fs::set_permissions(to, metadata.permissions())
}

/// Moves what others put into an old output after it was looked through into the one that has taken its place. What is
/// there, too, stays, unless it is older.
///
/// # Errors
/// The disk refuses.
pub(super) fn catch_up(old: &Path, ours: &Ours, out: &Path, places: &Ours) -> io::Result<()> {
    let held = look_through(old, ours).map_err(|error| match error {
        PublishError::Io { error, .. } => error,
        _ => io::ErrorKind::Other.into(),
    })?;
    let is_ours = |path: &Path| match (places, slashed(path)) {
        (Ours::Listed(files), Some(text)) => files.contains(&text),
        _ => false,
    };
    held.others
        .iter()
        .try_for_each(|other| catch_up_one(old, out, &other.path, &is_ours))
}

fn catch_up_one(
    old: &Path,
    out: &Path,
    path: &Path,
    is_ours: &dyn Fn(&Path) -> bool,
) -> io::Result<()> {
    if is_ours(path) {
        return Ok(());
    }
    let (from, to) = (old.join(path), out.join(path));
    let before = fs::symlink_metadata(&from)?;
    let Ok(there) = fs::symlink_metadata(&to) else {
        return with_folders(&to, |to| fs::rename(&from, to));
    };
    if before.is_dir() && there.is_dir() {
        for entry in fs::read_dir(&from)? {
            catch_up_one(old, out, &path.join(entry?.file_name()), is_ours)?;
        }
        return Ok(());
    }
    let time = |metadata: &fs::Metadata| metadata.modified().ok();
    if !before.is_dir() && !there.is_dir() && time(&before) > time(&there) {
        return fs::rename(&from, &to);
    }
    Ok(())
}
