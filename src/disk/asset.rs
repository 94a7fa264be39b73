//! Streaming of assets: their bytes at once or in chunks, so that a file of any size takes little memory.
//!
//! Takes what says where they are, gives them, or why they cannot be read. Chunks that were inspected are hashed: what
//! is written into the file after that is never given. Knows nothing of what is in them.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use super::plain_file::{open_plain, reason};
use crate::source::AssetContent;

/// The bytes of an asset.
///
/// # Errors
/// It cannot be read any more: why, as `reason` of [`Code::Unreadable`](crate::diagnostic::Code::Unreadable).
pub(crate) fn bytes(content: &AssetContent) -> Result<Cow<'static, [u8]>, String> {
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

/// How much of an asset is inspected at once, and how much of that overlaps with what follows, in bytes.
const CHUNK: usize = 16 << 20;
const AGAIN: usize = 64 << 10;

/// The chunks in which an asset is sent to a browser, in bytes.
const GIVEN: usize = 64 << 10;

// The new bytes of a piece are whole chunks: each chunk is hashed once, when it is inspected.
const _: () = assert!((CHUNK - AGAIN).is_multiple_of(GIVEN));

/// The bytes of an asset, from the first to the last, for whoever looks at each before passing it on.
pub(crate) struct Pieces<'a> {
    from: Box<dyn io::Read + Send + 'a>,
    piece: Vec<u8>,
}

/// Some bytes of an asset.
pub(crate) struct Piece<'a> {
    /// What was in no piece before.
    pub new: &'a [u8],
    /// The same after the end of the piece before: what stands across the two can be seen here.
    pub whole: &'a [u8],
}

impl Pieces<'static> {
    /// Opens an asset.
    ///
    /// # Errors
    /// As [`bytes`].
    pub(crate) fn open(content: &AssetContent) -> Result<Pieces<'static>, String> {
        match content {
            AssetContent::Builtin(bytes) => Ok(Pieces::of(*bytes)),
            AssetContent::File { path, .. } => open_plain(path)
                .map(Pieces::of)
                .map_err(|error| reason(&error)),
        }
    }
}

impl<'a> Pieces<'a> {
    pub(crate) fn of(from: impl io::Read + Send + 'a) -> Pieces<'a> {
        Pieces {
            from: Box::new(from),
            piece: Vec::new(),
        }
    }

    /// The next piece; none at the end.
    ///
    /// # Errors
    /// As [`bytes`].
    pub(crate) fn piece(&mut self) -> Result<Option<Piece<'_>>, String> {
        let before = self.piece.len().saturating_sub(AGAIN);
        self.piece.drain(..before);
        let again = self.piece.len();
        let mut next = io::Read::take(&mut self.from, (CHUNK - AGAIN) as u64);
        match io::Read::read_to_end(&mut next, &mut self.piece) {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(Piece {
                new: &self.piece[again..],
                whole: &self.piece,
            })),
            Err(error) => Err(reason(&error)),
        }
    }
}

/// What can be read again from its beginning.
trait Rewind: io::Read + io::Seek + Send {}

impl<T: io::Read + io::Seek + Send> Rewind for T {}

/// An asset that is sent to a browser in chunks.
pub(crate) struct Stream {
    from: io::Take<Box<dyn Rewind>>,
    /// In bytes.
    pub length: u64,
    /// When the file was last written to, in nanoseconds of its system; 0 if that is not told, and for what is built in.
    pub modified: u128,
    /// The hash of each chunk, if the asset was inspected, and how many were given.
    seen: Option<(Fingerprint, usize)>,
    /// Of the next chunk these bytes are not given, and after it no more than so many.
    skipped: usize,
    left: u64,
}

/// The hash of each chunk of an asset.
pub(crate) type Fingerprint = Arc<[blake3::Hash]>;

impl Stream {
    /// Opens an asset; where `root` is given, of the site below that.
    ///
    /// # Errors
    /// As [`bytes`], or it leads out of the site by now.
    pub(crate) fn open(content: &AssetContent, root: Option<&Path>) -> Result<Stream, String> {
        let opened = || -> io::Result<(Box<dyn Rewind>, u64, u128)> {
            match content {
                AssetContent::Builtin(bytes) => {
                    Ok((Box::new(io::Cursor::new(*bytes)), bytes.len() as u64, 0))
                }
                AssetContent::File { path, .. } => {
                    let path = fs::canonicalize(path)?;
                    if let Some(root) = root
                        && !path.starts_with(fs::canonicalize(root)?)
                    {
                        return Err(io::Error::other("it leads out of the site"));
                    }
                    let file = open_plain(&path)?;
                    let metadata = file.metadata()?;
                    Ok((Box::new(file), metadata.len(), modified(&metadata)))
                }
            }
        };
        let (from, length, modified) = opened().map_err(|error| reason(&error))?;
        Ok(Stream {
            from: io::Read::take(from, length),
            length,
            modified,
            seen: None,
            skipped: 0,
            left: length,
        })
    }

    /// Shows all bytes to `look`, piece by piece, with how many of each are new, and gives their hashes as well. From then
    /// on no others are given: what is written over them in between ends the stream with an error.
    ///
    /// # Errors
    /// As [`bytes`].
    pub(crate) fn looked_through(
        mut self,
        mut look: impl FnMut(&[u8], usize),
    ) -> Result<(Stream, Fingerprint), String> {
        let mut seen = Vec::new();
        let mut pieces = Pieces::of(&mut self.from);
        while let Some(piece) = pieces.piece()? {
            look(piece.whole, piece.new.len());
            seen.extend(piece.new.chunks(GIVEN).map(blake3::hash));
        }
        drop(pieces);
        let from = self.from.get_mut();
        from.rewind().map_err(|error| reason(&error))?;
        self.from.set_limit(self.length);
        let seen = Fingerprint::from(seen);
        Ok((self.limited_to(seen.clone()), seen))
    }

    /// The same stream, which gives no other bytes than those that were inspected before.
    pub(crate) fn limited_to(mut self, seen: Fingerprint) -> Stream {
        self.seen = Some((seen, 0));
        self
    }

    /// The same stream, of which only some bytes are given. Chunks are inspected as a whole, so it begins at one.
    ///
    /// # Errors
    /// As [`bytes`].
    pub(crate) fn part(mut self, range: Range<u64>) -> io::Result<Stream> {
        let chunk = range.start / GIVEN as u64;
        let start = chunk * GIVEN as u64;
        self.from.get_mut().seek(io::SeekFrom::Start(start))?;
        self.from.set_limit(self.length.saturating_sub(start));
        if let Some((_, given)) = &mut self.seen {
            *given = chunk as usize;
        }
        self.skipped = (range.start - start) as usize;
        self.left = range.end.saturating_sub(range.start);
        Ok(self)
    }

    /// The next bytes; empty at the end.
    ///
    /// # Errors
    /// The disk's, or they are not those that were inspected.
    pub(crate) fn piece(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = self.chunk()?;
        bytes.drain(..std::mem::take(&mut self.skipped).min(bytes.len()));
        bytes.truncate(usize::try_from(self.left).unwrap_or(usize::MAX));
        self.left -= bytes.len() as u64;
        Ok(bytes)
    }

    fn chunk(&mut self) -> io::Result<Vec<u8>> {
        if self.left == 0 && self.length > 0 {
            return Ok(Vec::new());
        }
        let mut bytes = Vec::with_capacity(GIVEN);
        let mut next = io::Read::take(&mut self.from, GIVEN as u64);
        io::Read::read_to_end(&mut next, &mut bytes)?;
        if let Some((seen, given)) = &mut self.seen {
            if seen.get(*given).copied() != (!bytes.is_empty()).then(|| blake3::hash(&bytes)) {
                let why = "it was written to while it was given";
                return Err(io::Error::other(why));
            }
            *given += 1;
        }
        Ok(bytes)
    }
}

/// When a file was last written to, in nanoseconds of its system; 0 if that is not told.
pub(super) fn modified(metadata: &fs::Metadata) -> u128 {
    let since = metadata.modified().ok();
    let since = since.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_nanos())
}

#[cfg(test)]
mod tests;
