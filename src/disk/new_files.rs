//! What stands in a folder before new files are written there. Takes a folder, gives names.

use std::fs;
use std::io;
use std::path::Path;

/// What stands in a folder, by name: nothing if it is not there. `.git` is no content.
///
/// # Errors
/// It cannot be looked into.
pub(crate) fn standing_in(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name != ".git" {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Whether there is a file or folder of this path in a folder.
pub(crate) fn stands(folder: &Path, path: &str) -> bool {
    fs::symlink_metadata(folder.join(path)).is_ok()
}
