//! The files: what a site is read from, and the folder that it is published to.
//!
//! Takes folders, gives [`Sources`](crate::source::Sources); takes bytes with their paths, gives an output folder. The
//! only place that touches files. Knows nothing of YAML, Markdown, pages or templates.

pub mod edit;
mod names;
pub mod publish;
pub mod read;
mod text;
pub mod theme;
pub mod write;

use std::borrow::Cow;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::source::AssetContent;

/// The bytes of an asset.
///
/// # Errors
/// It cannot be read any more: why, as `reason` of [`Code::Unreadable`](crate::diagnostic::Code::Unreadable).
pub fn bytes(content: &AssetContent) -> Result<Cow<'static, [u8]>, String> {
    match content {
        AssetContent::Builtin(bytes) => Ok(Cow::Borrowed(bytes)),
        AssetContent::File { path, .. } => open_plain(path)
            .and_then(|mut file| {
                let mut bytes = Vec::new();
                io::Read::read_to_end(&mut file, &mut bytes)?;
                Ok(Cow::Owned(bytes))
            })
            .map_err(|error| reason(&error)),
    }
}

/// Opens a file if it is still a plain one: a pipe would never answer.
fn open_plain(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(io::Error::other("it is not a plain file any more"))
    }
}

/// Why a file could not be read: the id of a reason, or the system's own words.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "no-permission".to_owned(),
        io::ErrorKind::NotFound => "vanished".to_owned(),
        _ => own_words(error),
    }
}

/// What the system says of an error, without its number.
fn own_words(error: &io::Error) -> String {
    let words = error.to_string();
    match words.split_once(" (os error ") {
        Some((plain, _)) => plain.to_lowercase(),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asset_gives_its_bytes_or_a_reason() {
        assert_eq!(
            bytes(&AssetContent::Builtin(b"css")).as_deref(),
            Ok(&b"css"[..])
        );
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jpg");
        let asset = AssetContent::File { path, length: 3 };
        assert_eq!(bytes(&asset), Err("vanished".to_owned()));
        fs::write(folder.path().join("a.jpg"), "jpg").unwrap();
        assert_eq!(bytes(&asset).as_deref(), Ok(&b"jpg"[..]));
    }
}
