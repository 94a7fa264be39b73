//! What a publication did: each file with its size and digest, new, changed or as it was; what is gone; what others had put
//! there and was carried over.
//!
//! A value alone, in the order of paths: the same for the same output, whichever thread made it.

use std::io;
use std::path::PathBuf;

/// An old output that could not be removed, and why. It stands hidden beside the output folder, in a folder of its owner alone where
/// the disk knows that; who serves the folder around both may still serve it.
#[derive(Debug)]
pub(crate) struct Left {
    pub path: PathBuf,
    pub error: io::Error,
}

/// What was published.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Published {
    /// All files of the output, by path.
    pub files: Vec<PublishedFile>,
    /// Paths of the files that the last output had and this one does not have, sorted.
    pub gone: Vec<String>,
    /// What somebody else put into the output folder and was kept, as it can be shown: a folder ends with `/`. Sorted.
    pub carried: Vec<String>,
    /// What somebody else put there and is no more: a file of ours stands in its place. Sorted.
    pub replaced: Vec<String>,
    pub way: Way,
}

/// How the new output came into the place of the old one.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Nothing was to be done: all is as it was.
    #[default]
    None,
    /// Both changed places in one step.
    Exchange,
    /// The old one went away and the new one came, in two steps.
    TwoSteps,
    /// File by file, since the folder itself cannot be moved.
    InPlace,
}

/// A file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublishedFile {
    /// From the output folder, with `/`.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    pub sha256: [u8; 32],
    pub change: Change,
}

/// How a file is to what stood at its path before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    New,
    Changed,
    /// The same bytes: it was not written.
    Same,
}

impl PublishedFile {
    /// The digest in hexadecimal digits.
    pub(crate) fn sha256_text(&self) -> String {
        self.sha256
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}
