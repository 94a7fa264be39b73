//! The digest of a file, piece by piece.

use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::plain_file::open_plain;

/// How much is read at once.
const PIECE: usize = 256 * 1024;

/// How long a file is, and the SHA-256 of its bytes in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileDigest {
    pub size: u64,
    pub sha256: String,
}

/// The digest of a plain file.
///
/// # Errors
/// It cannot be read.
pub(super) fn digest(path: &Path) -> io::Result<FileDigest> {
    copy(&mut open_plain(path)?, &mut io::sink())
}

/// Writes what is read, and gives its digest.
///
/// # Errors
/// One of the two refuses.
pub(crate) fn copy(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<FileDigest> {
    let mut sha256 = Sha256::new();
    let mut size = 0;
    let mut piece = vec![0; PIECE];
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            break;
        }
        to.write_all(&piece[..read])?;
        sha256.update(&piece[..read]);
        size += read as u64;
    }
    let sha256 = sha256.finalize();
    Ok(FileDigest {
        size,
        sha256: sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}
