//! A target: where a site is served from.

use crate::disk::publish::{HeldOutput, PublishError};
use crate::manifest::FileEntry;

/// Where a site is served from. Each file changes in one step; nothing else is promised.
pub(crate) trait Target: Sync {
    /// The bytes of the record; none if nothing was ever brought here.
    ///
    /// # Errors
    /// The target cannot be asked.
    fn read_record(&self) -> Result<Option<Vec<u8>>, TargetError>;

    /// Puts a new record into the place of the old one.
    ///
    /// # Errors
    /// The target refuses.
    fn write_record(&self, bytes: Vec<u8>) -> Result<(), TargetError>;

    /// Some names of what stands here, if anything does.
    ///
    /// # Errors
    /// The target cannot be asked.
    fn names(&self) -> Result<Vec<String>, TargetError>;

    /// Whether a file that was brought is here. Where it is in doubt it can have other bytes; false if that is dear to find out.
    fn has(&self, file: &FileEntry, is_doubted: bool) -> bool;

    /// Brings files, in any order. `done` is told of each that is there, as a whole.
    ///
    /// # Errors
    /// The target refuses; the files that `done` was told of are there.
    fn put(
        &self,
        output: &HeldOutput,
        files: &[&FileEntry],
        done: &(dyn Fn(&FileEntry) + Sync),
    ) -> Result<(), TargetError>;

    /// Removes files, in any order. `done` is told of each that is gone. One that is not there is no error.
    ///
    /// # Errors
    /// The target refuses. No path is in it: it can be a name that must not be told.
    fn remove(&self, paths: &[&str], done: &(dyn Fn(&str) + Sync)) -> Result<(), TargetError>;
}

/// Why a target refuses.
#[derive(Debug)]
pub(crate) enum TargetError {
    Disk(PublishError),
    /// A file of the output is another one since it was looked at.
    Meddled(String),
}

impl From<PublishError> for TargetError {
    fn from(error: PublishError) -> TargetError {
        TargetError::Disk(error)
    }
}
