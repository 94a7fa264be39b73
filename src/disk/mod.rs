//! File system access: reading, watching and publishing a site. The only place that touches files.
//!
//! Takes folders, gives [`Sources`](crate::source::Sources); takes bytes with their paths, gives an output folder.
//! Knows nothing of YAML, Markdown, pages or templates.

mod asset;
pub(crate) mod beside;
pub(crate) mod cache;
pub(crate) mod digest;
pub(crate) mod edit;
mod file_names;
mod left_out;
pub(crate) mod mounts;
pub(crate) mod new_files;
mod normalise;
mod other_program;
mod plain_file;
pub(crate) mod publish;
pub(crate) mod read;
pub(crate) mod rewrite;
pub(crate) mod served;
pub(crate) mod sheet;
pub(crate) mod stamps;
pub(crate) mod sync_cookie;
pub(crate) mod theme;
pub(crate) mod watch;
pub(crate) mod write;

use std::fs;
use std::path::Path;

pub(crate) use asset::{Fingerprint, Pieces, Stream, bytes};
pub(crate) use plain_file::own_words;

/// The name of this machine in its network, where the system tells it.
pub(crate) fn host_name() -> Option<String> {
    let told = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let name = told.or_else(|| std::env::var("COMPUTERNAME").ok())?;
    Some(name.trim().to_lowercase()).filter(|name| !name.is_empty())
}

/// Whether there is a folder at a path.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether a site stands in a folder.
pub(crate) fn is_site(root: &Path) -> bool {
    root.join("site.toml").is_file()
}

/// The whole path of a folder, without links.
pub(crate) fn whole_path(folder: &Path) -> std::path::PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}
