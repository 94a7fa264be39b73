//! Bringing an output to where it is served from: only what changed goes, in an order in which no reader meets a link that leads
//! nowhere.
//!
//! Takes an output that is held and a [`Target`]; what was brought there before is told by a record at the target. Deletes nothing
//! but what it has put there. Killed at any moment, it goes on where it was when it is run again.

mod folder;
mod plan;
mod record;
mod send;
mod target;

pub(crate) use folder::Folder;
pub(crate) use plan::{Plan, plan};
pub(crate) use record::{BadRecord, Record};
pub(crate) use send::send;
pub(crate) use target::{Target, TargetError};

use rayon::prelude::*;

use crate::disk::publish::{HeldOutput, PublishError};
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
