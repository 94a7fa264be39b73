//! Publish errors: why a site could not be published.
//!
//! A value alone. Knows nothing of exit codes, nor of the words for who runs the program.

use std::io;
use std::path::{Path, PathBuf};

/// Why a site could not be published.
#[derive(Debug)]
pub(crate) enum PublishError {
    /// The output folder holds files and was not made by this program.
    NotOurs(PathBuf),
    /// No build has made this folder.
    NotAnOutput(PathBuf),
    /// A file or a link stands where the output folder would be.
    NotAFolder(PathBuf),
    /// The output folder is, or holds, a folder of the site.
    HoldsSite { out: PathBuf, held: PathBuf },
    /// The output folder lies in a folder that the site is read from.
    InsideSite { out: PathBuf, holder: PathBuf },
    /// A file would not be inside the output folder, or would take the place of our own.
    BadPath(String),
    /// Two files have one path, or a file has the path of a folder.
    Taken(String),
    /// This was not put there by a deployment, and would have to go for one.
    InTheWay(PathBuf),
    /// Another build is publishing into this folder and did not end while we waited.
    Busy { out: PathBuf, process: Option<u32> },
    /// The output folder cannot be replaced as a whole, and this came up when some files had been: old and new ones stand there.
    InPart(Box<PublishError>),
    /// A folder with files of others stands where a file of ours has to be.
    FolderInTheWay(PathBuf),
    /// What somebody else put into the output folder cannot be brought into the next one.
    NotCarried { path: PathBuf, error: io::Error },
    /// What lies where the manifest has to be is none.
    NotAManifest(PathBuf),
    /// The new output is in place, but what was there before could not be cleared away, nor out of the way.
    OldStays { path: PathBuf, error: io::Error },
    /// The disk refused.
    Io {
        doing: Deed,
        path: PathBuf,
        error: io::Error,
    },
}

/// What was tried with a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// To find where it is.
    Find,
    /// To see what is in the folder.
    LookInto,
    /// To make the folder.
    Make,
    Remove,
    Move,
    Write,
    Read,
    Copy,
}

impl PublishError {
    /// Says what was tried when the disk refused.
    pub(in crate::disk) fn io(doing: Deed, path: &Path) -> impl FnOnce(io::Error) -> PublishError {
        move |error| PublishError::Io {
            doing,
            path: path.to_owned(),
            error,
        }
    }
}
