//! A text store: evicted texts are read again from the files that they came from.

use std::path::Path;
use std::sync::Arc;

use blake3::Hash;

use super::read_text;
use super::walk::FoundFile;
use crate::source::{StaleRead, TextStore};

/// A text in its file.
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
        // Somebody may have written to it: news of that is on its way.
        let same = read.filter(|read| read.control.is_none() && self.is(&read.text));
        let path = self.path.clone();
        same.map(|read| read.text).ok_or(StaleRead { path })
    }

    fn is(&self, text: &str) -> bool {
        blake3::hash(text.as_bytes()) == self.digest
    }
}
