//! File system access: reading, watching and publishing a site. The only place that touches files.
//!
//! Takes folders, gives [`Sources`](crate::source::Sources); takes bytes with their paths, gives an output folder.
//! Knows nothing of YAML, Markdown, pages or templates.

mod asset;
pub(crate) mod edit;
mod file_names;
mod normalise;
pub(crate) mod publish;
pub(crate) mod read;
pub(crate) mod sync_cookie;
pub(crate) mod theme;
pub(crate) mod watch;
pub(crate) mod write;

use std::fs::{self, File};
use std::io;
use std::path::Path;

pub(crate) use asset::{Pieces, Stream, bytes};

/// Whether there is a folder at a path.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The whole path of a folder, without links.
pub(crate) fn whole_path(folder: &Path) -> std::path::PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

/// Opens a file if it is still a plain one: opening a pipe would block.
fn open_plain(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(io::Error::other("it is not a plain file any more"))
    }
}

/// Why a file could not be read: the id of a reason, or the system's own words.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "no-permission".to_owned(),
        io::ErrorKind::NotFound => "vanished".to_owned(),
        _ => own_words(error),
    }
}

/// What the system says of an error, without its number.
fn own_words(error: &io::Error) -> String {
    let words = error.to_string();
    match words.split_once(" (os error ") {
        Some((plain, _)) => plain.to_lowercase(),
        None => words,
    }
}
