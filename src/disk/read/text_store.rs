//! The text store of files: loads an evicted text again from the file that it came from.
//!
//! Takes a path and the digest of the text, gives the text, or a stale read if the file has changed since.

use std::path::Path;
use std::sync::Arc;

use blake3::Hash;

use super::file::{FoundFile, read_text};
use crate::source::{StaleRead, TextStore};

/// An evicted text in its file.
pub(super) struct FileTextStore {
    /// From the root of the site.
    path: Arc<str>,
    file: Arc<Path>,
    digest: Hash,
}

impl FileTextStore {
    pub(super) fn new(path: Arc<str>, file: Arc<Path>, text: &str) -> FileTextStore {
        let digest = blake3::hash(text.as_bytes());
        FileTextStore { path, file, digest }
    }
}

impl TextStore for FileTextStore {
    fn fetch(&self) -> Result<Arc<str>, StaleRead> {
        let found = FoundFile {
            path: self.path.to_string(),
            file: self.file.to_path_buf(),
        };
        let read = read_text(&found, &mut Vec::new()).ok();
        // Somebody may have written to it: the watcher will report that.
        let same = read.filter(|read| read.control.is_none() && self.is(&read.text));
        let path = self.path.clone();
        same.map(|read| read.text).ok_or(StaleRead { path })
    }

    fn is(&self, text: &str) -> bool {
        blake3::hash(text.as_bytes()) == self.digest
    }
}
