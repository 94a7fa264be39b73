//! Removing a folder with all that is in it, on many threads.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

/// Removes a file, or a folder with all that is in it; follows no links. Does nothing if it is not there.
pub(super) fn remove_tree(path: &Path) -> io::Result<()> {
    let metadata = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        metadata => metadata?,
    };
    if metadata.is_dir() {
        remove_folder(path)
    } else {
        fs::remove_file(path)
    }
}

fn remove_folder(path: &Path) -> io::Result<()> {
    let entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    entries.par_iter().try_for_each(|entry| {
        if entry.file_type()?.is_dir() {
            remove_folder(&entry.path())
        } else {
            fs::remove_file(entry.path())
        }
    })?;
    fs::remove_dir(path)
}
