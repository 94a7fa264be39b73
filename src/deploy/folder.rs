//! A plain folder as a target.

use std::path::Path;

use rayon::prelude::*;

use super::target::{Target, TargetError};
use crate::disk::publish::{HeldOutput, PublishError};
use crate::disk::served::ServedFolder;
use crate::manifest::FileEntry;

/// A folder that a site is served from.
pub(crate) struct Folder(ServedFolder);

impl Folder {
    /// The folder as it is, to be looked at.
    pub(crate) fn look(folder: &Path) -> Folder {
        Folder(ServedFolder::look(folder))
    }

    /// The folder for this deployment alone; it is made if it is not there.
    ///
    /// # Errors
    /// Another deployment is at work in it, or the disk refuses.
    pub(crate) fn open(folder: &Path) -> Result<Folder, PublishError> {
        ServedFolder::open(folder).map(Folder)
    }
}

impl Target for Folder {
    fn read_record(&self) -> Result<Option<Vec<u8>>, TargetError> {
        Ok(self.0.read_record()?)
    }

    fn write_record(&self, bytes: Vec<u8>) -> Result<(), TargetError> {
        Ok(self.0.write_record(&bytes)?)
    }

    fn names(&self) -> Result<Vec<String>, TargetError> {
        Ok(self.0.names()?)
    }

    fn has(&self, file: &FileEntry, is_doubted: bool) -> bool {
        self.0.size(&file.path) == Some(file.size)
            && (!is_doubted
                || self
                    .0
                    .digest(&file.path)
                    .is_some_and(|found| found.sha256 == file.sha256))
    }

    fn put(
        &self,
        output: &HeldOutput,
        files: &[&FileEntry],
        done: &(dyn Fn(&FileEntry) + Sync),
    ) -> Result<(), TargetError> {
        self.0.make_ways(files.iter().map(|file| &*file.path))?;
        files.par_iter().try_for_each(|file| {
            let place = output.place(&file.path);
            match self.0.put(&place, &file.path, &file.sha256)? {
                true => done(file),
                false => return Err(TargetError::Meddled(file.path.clone())),
            }
            Ok(())
        })
    }

    fn remove(&self, paths: &[&str], done: &(dyn Fn(&str) + Sync)) -> Result<(), TargetError> {
        // One after another: folders go with their last file.
        for path in paths {
            self.0.remove(path)?;
            done(path);
        }
        Ok(())
    }
}
