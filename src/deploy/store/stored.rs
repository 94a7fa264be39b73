//! An object that is read, piece by piece.

use std::io::{self, Read};

use bytes::{Buf, Bytes};
use flate2::read::GzDecoder;
use object_store::path::Path as ObjectPath;
use object_store::{Attributes, Error, ObjectStore, ObjectStoreExt, Result as Answer};
use tokio::runtime::Runtime;

use crate::disk::digest::{FileDigest, copy};

/// So much is held at most.
const PIECE: u64 = 8 << 20;

pub(super) struct Stored<'s> {
    objects: &'s dyn ObjectStore,
    runtime: &'s Runtime,
    location: ObjectPath,
    /// What is sent with it to readers.
    pub attributes: Attributes,
    size: u64,
    /// How much was asked for by now.
    asked: u64,
    /// What of that was not read yet.
    piece: Bytes,
    refused: Option<Error>,
}

impl<'s> Stored<'s> {
    /// # Errors
    /// It is not there, or the storage refuses.
    pub(super) fn open(
        objects: &'s dyn ObjectStore,
        runtime: &'s Runtime,
        location: ObjectPath,
    ) -> Answer<Stored<'s>> {
        let got = runtime.block_on(objects.get(&location))?;
        let (attributes, size) = (got.attributes.clone(), got.meta.size);
        let piece = match size <= PIECE {
            true => runtime.block_on(got.bytes())?,
            false => Bytes::new(),
        };
        Ok(Stored {
            objects,
            runtime,
            location,
            attributes,
            size,
            asked: piece.len() as u64,
            piece,
            refused: None,
        })
    }

    /// The digest of its bytes, unpacked where they are packed; none if they cannot be.
    ///
    /// # Errors
    /// The storage refuses.
    pub(super) fn digest(&mut self, is_packed: bool) -> Answer<Option<FileDigest>> {
        let digest = match is_packed {
            true => copy(&mut GzDecoder::new(&mut *self), &mut io::sink()),
            false => copy(self, &mut io::sink()),
        };
        match self.refused.take() {
            Some(why) => Err(why),
            None => Ok(digest.ok()),
        }
    }
}

impl Read for Stored<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.piece.is_empty() && self.asked < self.size {
            let end = self.size.min(self.asked + PIECE);
            let range = self.asked..end;
            let got = self.objects.get_range(&self.location, range);
            match self.runtime.block_on(got) {
                Ok(piece) => self.piece = piece,
                Err(why) => {
                    self.refused = Some(why);
                    return Err(io::ErrorKind::Other.into());
                }
            }
            self.asked = end;
        }
        let read = to.len().min(self.piece.len());
        self.piece.copy_to_slice(&mut to[..read]);
        Ok(read)
    }
}
