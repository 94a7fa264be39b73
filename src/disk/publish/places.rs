//! Places of an output: which paths its files and folders have taken, so that no two files have one.

use std::collections::HashSet;

use super::marker::{MARKER, REPOSITORY};

/// The paths that are taken.
#[derive(Debug, Default)]
pub(super) struct Places {
    files: HashSet<String>,
    folders: HashSet<String>,
}

impl Places {
    /// Takes a path for a file.
    ///
    /// # Errors
    /// The path that is taken already.
    pub(super) fn take(&mut self, path: &str) -> Result<(), String> {
        if self.folders.contains(path) || self.files.contains(path) {
            return Err(path.to_owned());
        }
        for (end, _) in path.rmatch_indices('/') {
            let folder = &path[..end];
            if self.folders.contains(folder) {
                break;
            }
            if self.files.contains(folder) {
                return Err(folder.to_owned());
            }
            self.folders.insert(folder.to_owned());
        }
        self.files.insert(path.to_owned());
        Ok(())
    }

    /// Whether a file has this path, or that of a folder which leads there.
    pub(super) fn has_file_on_the_way(&self, path: &str) -> bool {
        let mut ways = path.rmatch_indices('/').map(|(end, _)| &path[..end]);
        self.files.contains(path) || ways.any(|way| self.files.contains(way))
    }

    /// Whether a folder has this path.
    pub(super) fn has_folder(&self, path: &str) -> bool {
        self.folders.contains(path)
    }
}

/// Whether a path stays inside the output folder (no path traversal) and away from what is no output in it.
pub(crate) fn is_inside(path: &str) -> bool {
    let mut segments = path.split('/');
    let odd = |character: char| {
        character.is_control() || character == '\\' || cfg!(windows) && character == ':'
    };
    let top = path.split('/').next().unwrap_or("").to_ascii_lowercase();
    !path.contains(odd)
        && segments.all(|segment| !matches!(segment, "" | "." | ".."))
        && !top.starts_with(MARKER)
        && top != REPOSITORY
}
