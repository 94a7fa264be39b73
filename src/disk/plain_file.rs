//! Opening a plain file, and the words for why that failed.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Opens a file if it is still a plain one: opening a pipe would block.
///
/// # Errors
/// It cannot be opened, or is no plain file: [`io::ErrorKind::InvalidInput`].
pub(super) fn open_plain(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() {
        File::open(path)
    } else {
        let why = "it is not a plain file any more";
        Err(io::Error::new(io::ErrorKind::InvalidInput, why))
    }
}

/// Why a file could not be read: the id of a reason, or the system's own words.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "no-permission".to_owned(),
        io::ErrorKind::NotFound => "vanished".to_owned(),
        _ => own_words(error),
    }
}

/// What the system says of an error, without its number.
pub(crate) fn own_words(error: &io::Error) -> String {
    let words = error.to_string();
    match words.split_once(" (os error ") {
        Some((plain, _)) => plain.to_lowercase(),
        None => words,
    }
}
