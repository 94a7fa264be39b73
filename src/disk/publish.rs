//! Atomic publish: files go to a staging folder, from many threads, and replace the last output as a whole.
//!
//! Takes bytes with their paths, gives a folder that holds them and nothing else, or leaves the last good one as it
//! was. Knows nothing of what a page is.

mod error;
mod output_folder;
mod swap;

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

pub(crate) use self::error::{Deed, PublishError};
use self::output_folder::{State, check_place, state};
use self::swap::{KEPT, MARKER, MARKER_TEXT, NEW, recover, remove_tree, swap};
use crate::disk::plain_file::open_plain;
use crate::source::AssetContent;

/// An output folder that is being made. Dropped before [`commit`](Publication::commit), it leaves no trace.
#[derive(Debug)]
pub(crate) struct Publication {
    out: PathBuf,
    /// The staging folder: here files are written until all are there.
    new: PathBuf,
    /// The folders in `new` that were made, from it.
    made: RwLock<HashSet<String>>,
    begun: Begun,
}

/// A file of an output folder that is being made.
#[derive(Debug)]
pub(crate) struct NewFile {
    file: File,
    /// Where it will be.
    path: PathBuf,
}

impl NewFile {
    /// Adds bytes at its end.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), PublishError> {
        self.file
            .write_all(bytes)
            .map_err(PublishError::io(Deed::Write, &self.path))
    }
}

/// What is rolled back if nothing is committed.
#[derive(Debug, Default)]
struct Begun {
    /// The output folder and those that lead to it, the outermost first.
    folders: Vec<PathBuf>,
    marker: Option<PathBuf>,
    new: Option<PathBuf>,
}

impl Publication {
    /// Makes ready to publish into the folder `out` the site that stands in `root`.
    ///
    /// What a run that was killed left in `out` is cleared away, or completed if it was past the point of no return.
    ///
    /// # Errors
    /// `out` is no folder, or one that we did not make and that is not empty, or it holds the site's own files or lies
    /// between them; or the disk refuses.
    pub(crate) fn begin(out: &Path, root: &Path) -> Result<Publication, PublishError> {
        let out = check_place(out, root)?;
        let mut begun = Begun::default();
        match state(&out)? {
            State::Ours => recover(&out, &|from, to| fs::rename(from, to))?,
            State::Empty => begun.mark(&out)?,
            State::Absent => {
                begun.make(&out)?;
                begun.mark(&out)?;
            }
        }
        let new = out.join(NEW);
        fs::create_dir(&new).map_err(PublishError::io(Deed::Make, &new))?;
        begun.new = Some(new.clone());
        Ok(Publication {
            out,
            new,
            made: RwLock::default(),
            begun,
        })
    }

    /// Writes a file. `path`: from the output folder, with `/`.
    ///
    /// # Errors
    /// The path would lead elsewhere, or is taken; or the disk refuses.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.begin_file(path)?.write(bytes)
    }

    /// Begins a file whose bytes come piece by piece. `path`: from the output folder, with `/`.
    ///
    /// # Errors
    /// As [`put`](Publication::put).
    pub(crate) fn begin_file(&self, path: &str) -> Result<NewFile, PublishError> {
        Ok(NewFile {
            file: self.create(path)?,
            path: self.out.join(path),
        })
    }

    /// Writes the bytes of an asset. `path`: from the output folder, with `/`.
    ///
    /// # Errors
    /// As [`put`](Publication::put), or the asset cannot be read any more.
    pub(crate) fn copy(&self, path: &str, asset: &AssetContent) -> Result<(), PublishError> {
        let source = match asset {
            AssetContent::Builtin(bytes) => return self.put(path, bytes),
            AssetContent::File { path, .. } => path,
        };
        // Not `fs::copy`: it would copy the permissions too, and a private file would stay private on the server.
        let mut from = open_plain(source).map_err(PublishError::io(Deed::Read, source))?;
        let mut file = self.create(path)?;
        io::copy(&mut from, &mut file)
            .map(drop)
            .map_err(PublishError::io(Deed::Copy, source))
    }

    /// Puts what was written into the place of the last output.
    ///
    /// # Errors
    /// The disk refuses; then the last output is as it was. [`PublishError::OldStays`]: the new output is in place.
    pub(crate) fn commit(mut self) -> Result<(), PublishError> {
        let swapped = swap(&self.out, &|from, to| fs::rename(from, to));
        if swapped
            .as_ref()
            .err()
            .is_none_or(|stopped| !stopped.put_back)
        {
            // It is in place, or left to crash recovery by the next run.
            self.begun.keep();
        }
        swapped.map_err(|stopped| stopped.error)
    }

    /// A new file in the output, with the folders that lead to it.
    fn create(&self, path: &str) -> Result<File, PublishError> {
        if !is_inside(path) {
            return Err(PublishError::BadPath(path.to_owned()));
        }
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.make_folder(folder)?;
        }
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(self.new.join(path))
            .map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => PublishError::Taken(path.to_owned()),
                _ => PublishError::io(Deed::Write, &self.out.join(path))(error),
            })
    }

    fn make_folder(&self, folder: &str) -> Result<(), PublishError> {
        // A set holds no half-done state that a thread which panicked could have left.
        let known = self.made.read().unwrap_or_else(PoisonError::into_inner);
        if known.contains(folder) {
            return Ok(());
        }
        drop(known);
        if let Some((parent, _)) = folder.rsplit_once('/') {
            self.make_folder(parent)?;
        }
        let path = self.new.join(folder);
        match fs::create_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                // By another thread, or there is a file of this name.
                if !path.is_dir() {
                    return Err(PublishError::Taken(folder.to_owned()));
                }
            }
            made => made.map_err(PublishError::io(Deed::Make, &self.out.join(folder)))?,
        }
        let mut known = self.made.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(folder.to_owned());
        Ok(())
    }
}

impl Begun {
    /// Makes the output folder and those that lead to it.
    fn make(&mut self, out: &Path) -> Result<(), PublishError> {
        let missing: Vec<&Path> = out
            .ancestors()
            .take_while(|folder| !folder.exists())
            .collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(PublishError::io(Deed::Make, folder))?;
            self.folders.push(folder.to_owned());
        }
        Ok(())
    }

    /// Marks the output folder as ours, before all else: a run that is killed leaves one that the next run knows.
    fn mark(&mut self, out: &Path) -> Result<(), PublishError> {
        let marker = out.join(MARKER);
        self.marker = Some(marker.clone());
        fs::write(&marker, MARKER_TEXT).map_err(PublishError::io(Deed::Write, &marker))
    }

    /// Keeps all as it is: nothing is rolled back any more.
    fn keep(&mut self) {
        self.new = None;
        self.marker = None;
        self.folders.clear();
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        // Nobody is left to tell if this fails; what stays is cleared away by the next run.
        if let Some(new) = &self.new {
            let _ = remove_tree(new);
        }
        if let Some(marker) = &self.marker {
            let _ = fs::remove_file(marker);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Whether a path stays inside the output folder (no path traversal) and away from what is ours in it.
fn is_inside(path: &str) -> bool {
    let mut segments = path.split('/');
    let odd = |character| matches!(character, '\0' | '\\') || cfg!(windows) && character == ':';
    !path.contains(odd)
        && segments.all(|segment| !matches!(segment, "" | "." | ".."))
        && !path
            .split('/')
            .take(1)
            .any(|top| KEPT.iter().any(|kept| top.eq_ignore_ascii_case(kept)))
}

#[cfg(test)]
mod tests;
