//! Bringing an output to where it is served from: only what changed goes, in an order in which no reader meets a link that leads
//! nowhere.
//!
//! Takes an output that is held and a target, a folder or object storage; what was brought there before is told by a record in it. Deletes
//! nothing but what it has put there. Killed at any moment, it goes on where it was when it is run again.

mod folder;
mod plan;
mod record;
mod send;
#[cfg(feature = "object-store")]
mod store;
mod target;

pub(crate) use plan::{Plan, plan};
pub(crate) use record::{BadRecord, Kept, Record};
pub(crate) use send::{SendError, check_ways, send};
pub(crate) use target::{Refusal, Target, TargetError};

use std::path::Path;

use rayon::prelude::*;

use crate::disk::publish::{HeldOutput, PublishError};
use crate::disk::served::ServedFolder;
use crate::manifest::FileEntry;

/// The address of object storage, if this is one and no folder.
pub(crate) fn address(to: &Path) -> Option<&str> {
    to.to_str().filter(|to| to.contains("://"))
}

/// The target of this name, to be looked at. `is_packed`: object storage keeps texts as gzip.
///
/// # Errors
/// The name is none, or the storage does not answer.
pub(crate) fn look(to: &Path, is_packed: bool) -> Result<Box<dyn Target>, TargetError> {
    match address(to) {
        Some(address) => store(address, is_packed),
        None => Ok(Box::new(ServedFolder::look(to))),
    }
}

#[cfg(feature = "object-store")]
fn store(address: &str, is_packed: bool) -> Result<Box<dyn Target>, TargetError> {
    Ok(Box::new(store::Store::open(address, is_packed)?))
}

#[cfg(not(feature = "object-store"))]
fn store(_: &str, _: bool) -> Result<Box<dyn Target>, TargetError> {
    Err(target::StoreError::address(Refusal::NotBuiltIn).into())
}

/// Does something with as many threads as a target answers at once.
pub(crate) fn within<T: Send>(target: &dyn Target, work: impl FnOnce() -> T + Send) -> T {
    match target.threads() {
        Some(threads) => threads.install(work),
        None => work(),
    }
}

/// These files of an output with their sizes and digests, in their order.
///
/// # Errors
/// The disk refuses.
pub(crate) fn files(
    output: &HeldOutput,
    paths: Vec<String>,
) -> Result<Vec<FileEntry>, PublishError> {
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
