//! An output that is being read, to be brought elsewhere: as long as it is held no build changes it, if a lock can be written there.
//!
//! Takes the output folder, gives the paths of its files: ours, and what others put beside them.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::error::{Deed, PublishError};
use super::in_place::HALF;
use super::marker::{self, MARKER, REPOSITORY};
use super::others::{shown, slashed};
use super::places::is_inside;
use super::work::{Patience, WITHIN, Work};
use crate::disk::digest::{FileDigest, copy};
use crate::disk::plain_file::open_plain;

/// An output folder into which no build publishes that finds our lock.
pub(crate) struct HeldOutput {
    out: PathBuf,
    /// None where we may write nothing. Somebody else's build may then be at work: whoever brings a file looks whether its digest
    /// is still the one that was read.
    _work: Option<Work>,
}

/// What an output holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct HeldFiles {
    /// The paths of all plain files that can be brought elsewhere, from the output folder, sorted.
    pub paths: Vec<String>,
    /// What somebody put there that cannot be, as it can be shown, sorted: links, special files, names with a line break in them.
    pub left_out: Vec<String>,
}

impl HeldOutput {
    /// Holds an output folder.
    ///
    /// # Errors
    /// It is none; a build is at work in it, and does not end; or the disk refuses.
    pub(crate) fn hold(out: &Path, patience: &Patience) -> Result<HeldOutput, PublishError> {
        let check = |out: &Path| match marker::read(out) {
            Some(_) => Ok(()),
            None => Err(PublishError::NotAnOutput(out.to_owned())),
        };
        check(out)?;
        let whole = fs::canonicalize(out).map_err(PublishError::io(Deed::Find, out))?;
        let work = match Work::begin(&whole, patience) {
            Ok(work) => Some(work),
            Err(PublishError::Io { error, .. })
                if matches!(
                    error.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
                ) =>
            {
                None
            }
            Err(why) => return Err(why),
        };
        // The build that was waited for could have failed.
        check(&whole)?;
        Ok(HeldOutput {
            out: whole,
            _work: work,
        })
    }

    /// All its files, but for our marker, and a repository.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn files(&self) -> Result<HeldFiles, PublishError> {
        let mut files = HeldFiles::default();
        let entries = WalkDir::new(&self.out).min_depth(1).into_iter();
        let entries = entries.filter_entry(|entry| {
            let name = entry.file_name();
            let is_own = name == MARKER || name == WITHIN || name == REPOSITORY;
            name != HALF && !(is_own && entry.depth() == 1)
        });
        for entry in entries {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&self.out).to_owned();
                PublishError::io(Deed::LookInto, &path)(error.into())
            })?;
            if entry.file_type().is_dir() {
                continue;
            }
            let inner = entry.path().strip_prefix(&self.out);
            let inner = inner.unwrap_or(entry.path());
            let path = slashed(inner).filter(|path| is_inside(path));
            match path.filter(|_| entry.file_type().is_file()) {
                Some(path) => files.paths.push(path),
                None => files.left_out.push(shown(inner)),
            }
        }
        files.paths.sort();
        files.left_out.sort();
        Ok(files)
    }

    /// The size and the digest of the file of a path.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn digest(&self, path: &str) -> Result<FileDigest, PublishError> {
        self.copy(path, &mut io::sink())
    }

    /// Writes the bytes of the file of a path, and gives their digest.
    ///
    /// # Errors
    /// It cannot be read, or where it is written to refuses.
    pub(crate) fn copy(&self, path: &str, to: &mut dyn Write) -> Result<FileDigest, PublishError> {
        let place = self.place(path);
        let copied = open_plain(&place).and_then(|mut file| copy(&mut file, to));
        copied.map_err(PublishError::io(Deed::Read, &place))
    }

    /// Where the file of a path is.
    pub(crate) fn place(&self, path: &str) -> PathBuf {
        self.out.join(path)
    }

    /// Whether a folder is this one, in it, or around it.
    pub(crate) fn overlaps(&self, folder: &Path) -> bool {
        let folder = super::output_folder::resolve(folder).unwrap_or_else(|_| folder.to_owned());
        folder.starts_with(&self.out) || self.out.starts_with(&folder)
    }
}
