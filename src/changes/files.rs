//! What changed among the published files: how many pages and other files are new, changed and gone.
//!
//! No address is told of a page that is gone: it can be that of somebody who asked not to be named. Only [`gone`] gives them,
//! for whoever purges caches.

use std::collections::HashMap;

use serde::Serialize;

use crate::manifest::{FileEntry, Manifest, is_page};

/// How many files are not as they were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct FileCounts {
    pub new: usize,
    pub changed: usize,
    pub gone: usize,
}

/// Pages, and all else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct FileChanges {
    pub pages: FileCounts,
    pub others: FileCounts,
}

/// How many files differ between two states.
pub(crate) fn file_changes(old: &[FileEntry], new: &[FileEntry]) -> FileChanges {
    let mut known: HashMap<&str, &FileEntry> = by_path(old);
    let mut changes = FileChanges::default();
    for file in new {
        let before = known.remove(&*file.path);
        let counts = changes.of(file);
        match before {
            None => counts.new += 1,
            Some(before) if before != file => counts.changed += 1,
            Some(_) => {}
        }
    }
    for file in known.values() {
        changes.of(file).gone += 1;
    }
    changes
}

impl FileChanges {
    fn of(&mut self, file: &FileEntry) -> &mut FileCounts {
        match is_page(&file.path) {
            true => &mut self.pages,
            false => &mut self.others,
        }
    }
}

fn by_path(files: &[FileEntry]) -> HashMap<&str, &FileEntry> {
    files
        .iter()
        .map(|file| (file.path.as_str(), file))
        .collect()
}

/// The paths of the files that are gone and of those that are not as they were, each sorted.
pub(crate) fn gone<'a>(old: &'a Manifest, new: &'a Manifest) -> (Vec<&'a str>, Vec<&'a str>) {
    let now = by_path(&new.files);
    let (mut gone, mut changed) = (Vec::new(), Vec::new());
    for file in &old.files {
        match now.get(&*file.path) {
            None => gone.push(&*file.path),
            Some(now) if **now != *file => changed.push(&*file.path),
            Some(_) => {}
        }
    }
    gone.sort_unstable();
    changed.sort_unstable();
    (gone, changed)
}
