//! The bytes of assets: all at once, or piece by piece, so that a file of any size takes little memory.
//!
//! Takes what says where they are, gives them, or why they cannot be read. Knows nothing of what is in them.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use super::{open_plain, reason};
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

/// How much of an asset is looked at at once, and how much of it again with what follows, in bytes.
const PIECE: usize = 16 << 20;
const AGAIN: usize = 4096;

/// Shows the bytes of an asset piece by piece, so that a file of any size takes little memory. What stands at the end of a
/// piece stands at the beginning of the next one, too.
///
/// # Errors
/// As [`bytes`].
pub fn pieces(content: &AssetContent, mut look: impl FnMut(&[u8])) -> Result<(), String> {
    let path = match content {
        AssetContent::Builtin(bytes) => {
            look(bytes);
            return Ok(());
        }
        AssetContent::File { path, .. } => path,
    };
    let mut read = || {
        let mut file = open_plain(path)?;
        let mut piece = Vec::new();
        loop {
            let kept = piece.len();
            let mut next = io::Read::take(&mut file, (PIECE - kept) as u64);
            if io::Read::read_to_end(&mut next, &mut piece)? == 0 {
                return Ok(());
            }
            look(&piece);
            piece.drain(..piece.len().saturating_sub(AGAIN));
        }
    };
    read().map_err(|error: io::Error| reason(&error))
}

/// An asset that is read piece by piece.
pub struct Stream {
    from: Box<dyn io::Read + Send>,
    /// In bytes.
    pub length: u64,
}

impl Stream {
    /// Opens an asset of the site below `root`.
    ///
    /// # Errors
    /// It is not there any more, or leads out of the site by now.
    pub fn open(content: &AssetContent, root: &Path) -> io::Result<Stream> {
        match content {
            AssetContent::Builtin(bytes) => Ok(Stream {
                from: Box::new(*bytes),
                length: bytes.len() as u64,
            }),
            AssetContent::File { path, .. } => {
                let path = fs::canonicalize(path)?;
                if !path.starts_with(fs::canonicalize(root)?) {
                    return Err(io::Error::other("it leads out of the site"));
                }
                let file = open_plain(&path)?;
                let length = file.metadata()?.len();
                Ok(Stream {
                    from: Box::new(io::Read::take(file, length)),
                    length,
                })
            }
        }
    }

    /// The next piece, of at most `most` bytes; empty at the end.
    pub fn piece(&mut self, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; most];
        let length = io::Read::read(&mut self.from, &mut bytes)?;
        bytes.truncate(length);
        Ok(bytes)
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
