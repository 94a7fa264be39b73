//! New files: those of a new portal or record, never over a file that is there.
//!
//! Takes a folder and texts by their paths in it; all are written, or none.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::publish::{Deed, PublishError};

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

/// Writes new files, each by its path in a folder.
///
/// # Errors
/// One of them is there already, or the disk refuses; then none of them is there.
pub(crate) fn write_new(folder: &Path, files: &[(String, String)]) -> Result<(), PublishError> {
    let mut made: Vec<PathBuf> = Vec::new();
    for (path, text) in files {
        let file = folder.join(path);
        if let Err(error) = write_one(&file, text, &mut made) {
            made.iter().for_each(|file| drop(fs::remove_file(file)));
            return Err(error);
        }
    }
    Ok(())
}

fn write_one(file: &Path, text: &str, made: &mut Vec<PathBuf>) -> Result<(), PublishError> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(PublishError::io(Deed::Make, folder))?;
    }
    let new = OpenOptions::new().write(true).create_new(true).open(file);
    let mut new = new.map_err(PublishError::io(Deed::Write, file))?;
    made.push(file.to_owned());
    new.write_all(text.as_bytes())
        .map_err(PublishError::io(Deed::Write, file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_files_are_written_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let file = |path: &str| (path.to_owned(), "text".to_owned());
        assert_eq!(standing_in(&folder.path().join("x")).unwrap(), [""; 0]);
        write_new(folder.path(), &[file("a/b.md")]).unwrap();
        assert!(write_new(folder.path(), &[file("c.md"), file("a/b.md")]).is_err());
        assert_eq!(standing_in(folder.path()).unwrap(), ["a"]);
        assert!(stands(folder.path(), "a/b.md") && !stands(folder.path(), "c.md"));
    }
}
