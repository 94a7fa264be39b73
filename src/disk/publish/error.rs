//! Why a site could not be published, in words for who runs the program.
//!
//! Takes and gives nothing but itself. Knows nothing of exit codes.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::disk::own_words;

/// Why a site could not be published.
#[derive(Debug)]
pub enum PublishError {
    /// The output folder holds files and was not made by this program.
    NotOurs(PathBuf),
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
    /// The new output is in place, but what was there before could not be cleared away.
    OldStays { path: PathBuf, error: io::Error },
    /// The disk refused.
    Io {
        /// What was tried, as in "cannot … <path>".
        doing: &'static str,
        path: PathBuf,
        error: io::Error,
    },
}

impl PublishError {
    /// Says what was tried when the disk refused.
    pub(in crate::disk) fn io(
        doing: &'static str,
        path: &Path,
    ) -> impl FnOnce(io::Error) -> PublishError {
        move |error| PublishError::Io {
            doing,
            path: path.to_owned(),
            error,
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PublishError::NotOurs(out) => write!(
                f,
                "the folder {} holds files that this program did not make; name another output folder, or empty this one",
                out.display()
            ),
            PublishError::NotAFolder(out) => write!(
                f,
                "{} is a file or a link, not a folder; name another output folder",
                out.display()
            ),
            PublishError::HoldsSite { out, held } => write!(
                f,
                "the output folder {} would replace the site's own folder {}; name another output folder",
                out.display(),
                held.display()
            ),
            PublishError::InsideSite { out, holder } => write!(
                f,
                "the output folder {} lies in {}, which the site is read from; name another output folder",
                out.display(),
                holder.display()
            ),
            PublishError::BadPath(path) => write!(
                f,
                "a file of the site cannot have the path {path:?} in the output folder"
            ),
            PublishError::Taken(path) => write!(
                f,
                "two files of the site need the same place in the output folder: {path}"
            ),
            PublishError::OldStays { path, error } => write!(
                f,
                "the new site is in place, but {} could not be removed: {}",
                path.display(),
                plain(error)
            ),
            PublishError::Io { doing, path, error } => {
                write!(f, "cannot {doing} {}: {}", path.display(), plain(error))
            }
        }
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            PublishError::OldStays { error, .. } | PublishError::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}

fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "you are not allowed to".to_owned(),
        io::ErrorKind::NotFound => "it is not there".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::QuotaExceeded => "your share of the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk cannot be written to".to_owned(),
        io::ErrorKind::InvalidFilename => "the name is too long".to_owned(),
        _ => own_words(error),
    }
}
