//! Reading a site from the disk, on all threads and with size limits: `site.toml`, `content/` and `themes/`.
//!
//! Takes a folder, gives its texts and assets in the order of their paths, whatever the disk's order or the number of
//! threads, and what was wrong with its files. Knows nothing of what stands in a text.

mod beside_content;
mod file;
mod file_times;
mod revision;
mod snapshot;
mod text_store;
mod walk;

use std::path::Path;

pub(crate) use self::file_times::FileTimes;
pub(crate) use self::revision::{RevisionError, is_revision, read_revision};
pub(crate) use self::snapshot::Snapshot;
use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// Reads the site below a folder. A folder without `content/` is an empty site.
///
/// The built-in theme is there too, unless the site has a folder `themes/tagzym`. Links are followed where they stay
/// inside the site; nothing but plain files is opened. The diagnostics are in the order of paths. Words in them that
/// are ids: `what` of [`NotAFile`](crate::diagnostic::Code::NotAFile) is `link-outside`, `link-nowhere`, `link-circle`, `link-in-link`, `pipe`,
/// `socket`, `device`, `folder` or `not-a-folder`; `reason` of [`Unreadable`](crate::diagnostic::Code::Unreadable) is `no-permission`, `vanished` or
/// the system's own words.
pub(crate) fn read(root: &Path) -> (Sources, Vec<Diagnostic>) {
    Snapshot::read(root).sources()
}

#[cfg(test)]
mod tests;
