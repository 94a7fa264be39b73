//! Bringing an output to where it is served from: only what changed goes, in an order in which no reader meets a link that leads
//! nowhere.
//!
//! Takes an output that is held and the folder that is served; what was brought there before is told by a record in it. Deletes nothing
//! but what it has put there. Killed at any moment, it goes on where it was when it is run again.

mod plan;
mod record;
mod send;

pub(crate) use plan::{Plan, plan};
pub(crate) use record::{BadRecord, Record};
pub(crate) use send::{SendError, send};

use rayon::prelude::*;

use crate::disk::publish::{HeldOutput, PublishError};
use crate::disk::served::ServedFolder;
use crate::manifest::FileEntry;

/// All files of an output with their sizes and digests, by path.
///
/// # Errors
/// The disk refuses.
pub(crate) fn files(output: &HeldOutput) -> Result<Vec<FileEntry>, PublishError> {
    let paths = output.paths()?;
    paths
        .into_par_iter()
        .map(|path| {
            let found = output.digest(&path)?;
            Ok(FileEntry {
                path,
                size: found.size,
                sha256: found.sha256,
            })
        })
        .collect()
}

/// Whether a file that was brought is in the folder. Where it is in doubt it can have other bytes.
pub(crate) fn has(folder: &ServedFolder, file: &FileEntry, is_doubted: bool) -> bool {
    folder.size(&file.path) == Some(file.size)
        && (!is_doubted
            || folder
                .digest(&file.path)
                .is_some_and(|found| found.sha256 == file.sha256))
}
