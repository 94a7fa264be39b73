//! An upload: bytes as they come, in one object that is there as a whole or not at all.

use std::io::{self, Write};
use std::mem;

use object_store::path::Path as ObjectPath;
use object_store::{
    Attributes, Error, MultipartUpload, ObjectStore, PutMultipartOptions, PutOptions,
    Result as Answer,
};
use tokio::runtime::Runtime;

/// What is longer goes in parts of this size: so much is held at most, and is sent again where a connection breaks off.
const PART: usize = 8 << 20;

pub(super) struct Upload<'s> {
    objects: &'s dyn ObjectStore,
    runtime: &'s Runtime,
    location: ObjectPath,
    attributes: Attributes,
    part: Vec<u8>,
    parts: Option<Box<dyn MultipartUpload>>,
    /// Why nothing more could be written.
    pub refused: Option<Error>,
}

impl<'s> Upload<'s> {
    pub(super) fn new(
        objects: &'s dyn ObjectStore,
        runtime: &'s Runtime,
        location: ObjectPath,
        attributes: Attributes,
    ) -> Upload<'s> {
        Upload {
            objects,
            runtime,
            location,
            attributes,
            part: Vec::new(),
            parts: None,
            refused: None,
        }
    }

    fn send_part(&mut self) -> Answer<()> {
        let part = mem::take(&mut self.part);
        let parts = match &mut self.parts {
            Some(parts) => parts,
            None => {
                let options = PutMultipartOptions::from(self.attributes.clone());
                let begun = self.objects.put_multipart_opts(&self.location, options);
                self.parts.insert(self.runtime.block_on(begun)?)
            }
        };
        self.runtime.block_on(parts.put_part(part.into()))
    }

    /// Puts the object in place.
    ///
    /// # Errors
    /// The storage refuses; then what stood there is as it was.
    pub(super) fn finish(mut self) -> Answer<()> {
        if self.parts.is_none() {
            let options = PutOptions::from(mem::take(&mut self.attributes));
            let part = mem::take(&mut self.part);
            let put = self.objects.put_opts(&self.location, part.into(), options);
            return self.runtime.block_on(put).map(drop);
        }
        let last = match self.part.is_empty() {
            true => Ok(()),
            false => self.send_part(),
        };
        let done = last.and_then(|()| match &mut self.parts {
            Some(parts) => self.runtime.block_on(parts.complete()).map(drop),
            None => Ok(()),
        });
        if done.is_err() {
            self.abort();
        }
        done
    }

    /// Takes back the parts that were sent.
    pub(super) fn abort(mut self) {
        if let Some(parts) = &mut self.parts {
            // What stays costs room and is seen by nobody.
            let _ = self.runtime.block_on(parts.abort());
        }
    }
}

impl Write for Upload<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(PART - self.part.len());
        self.part.extend_from_slice(&bytes[..taken]);
        if self.part.len() == PART
            && let Err(why) = self.send_part()
        {
            self.refused = Some(why);
            return Err(io::ErrorKind::Other.into());
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
