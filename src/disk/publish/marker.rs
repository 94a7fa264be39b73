//! The marker file of an output folder: by it a folder is known as ours, and each file in it as ours or somebody else's.
//!
//! Takes paths, gives the file's text, and reads it again.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

/// The file by which a folder is known as ours.
pub(super) const MARKER: &str = ".tagzym";

/// What the marker says to who finds it in an output folder; the paths of our files follow, a line each.
const WORDS: &str =
    "This folder was made by tagzym, which replaces its own files here at every build. They are:\n";

/// What an earlier version wrote, which took the whole folder for its own.
const WORDS_FOR_ALL: &str =
    "This folder was made by tagzym, which replaces all that is in it at every build.\n";

/// What belongs to whoever publishes from a repository in the output folder, whatever a marker says.
pub(super) const REPOSITORY: &str = ".git";

/// Which files of an output folder are ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ours {
    /// All but a repository.
    All,
    /// These, each by its path from the folder, with `/`.
    Listed(HashSet<String>),
}

/// The text of the marker. `paths`: those of our files, sorted.
pub(super) fn text<'p>(paths: impl Iterator<Item = &'p str>) -> String {
    let mut text = WORDS.to_owned();
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// Reads the marker of a folder; none if it has none. Looks before it opens: what somebody else put there may be a pipe.
pub(super) fn read(folder: &Path) -> Option<Ours> {
    let marker = folder.join(MARKER);
    if !fs::symlink_metadata(&marker).ok()?.is_file() {
        return None;
    }
    let text = String::from_utf8(fs::read(&marker).ok()?).ok()?;
    if text == WORDS_FOR_ALL {
        return Some(Ours::All);
    }
    let paths = text.strip_prefix(WORDS)?;
    // A line without an end was cut off: the file of this path is not known.
    let paths = paths.split_inclusive('\n');
    let whole = paths.filter_map(|line| line.strip_suffix('\n'));
    Some(Ours::Listed(whole.map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let read_of = |text: &str| {
            fs::write(folder.path().join(MARKER), text).unwrap();
            read(folder.path())
        };
        assert_eq!(read(folder.path()), None);
        let listed = |paths: &[&str]| {
            let paths = paths.iter().map(|path| path.to_string());
            Some(Ours::Listed(paths.collect()))
        };
        assert_eq!(read_of(&text([].into_iter())), listed(&[]));
        let two = text(["a b/c.html", "Қ"].into_iter());
        assert_eq!(read_of(&two), listed(&["a b/c.html", "Қ"]));
        assert_eq!(read_of(&two[..two.len() - 1]), listed(&["a b/c.html"]));
        assert_eq!(read_of(WORDS_FOR_ALL), Some(Ours::All));
        assert_eq!(read_of("mine"), None);
        assert_eq!(read_of(""), None);
        fs::remove_file(folder.path().join(MARKER)).unwrap();
        fs::create_dir(folder.path().join(MARKER)).unwrap();
        assert_eq!(read(folder.path()), None);
    }
}
