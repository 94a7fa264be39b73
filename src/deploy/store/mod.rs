//! Object storage as a target: each file is an object under the prefix of the address, with the headers that readers get with it.
//!
//! Compiled only with the feature `object-store`. What was asked for is waited for: concurrent are the threads that ask.

mod place;
mod profile;
mod refusal;
mod stored;
mod upload;

use std::collections::{BTreeSet, HashMap};

use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::TryStreamExt;
use object_store::path::Path as ObjectPath;
use object_store::{Attribute, Attributes, Error, ObjectStore, ObjectStoreExt, Result as Answer};
use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::runtime::{Builder, Runtime};

use self::place::{Place, place};
use self::refusal::refusal;
use self::stored::Stored;
use self::upload::Upload;
use super::record::Kept;
use super::target::{Refusal, StoreError, Target, TargetError};
use crate::disk::publish::{Deed, HeldOutput};
use crate::headers::{cache_control, is_text, media_type};

/// Where the record is, under the prefix.
const RECORD: &str = ".tagzym/files.json";
/// The folder that is not the site's.
const OWN: &str = ".tagzym";

/// So many objects are asked for, brought or removed at once.
const AT_ONCE: usize = 16;

/// So many names are told of what others have there.
const NAMES: usize = 8;

/// Object storage that a site is served from.
pub(super) struct Store {
    place: Place,
    /// As it was called, for messages.
    address: String,
    /// Texts are kept as gzip.
    is_packed: bool,
    /// All that stood under the prefix when it was looked at, with its size.
    standing: HashMap<String, u64>,
    runtime: Runtime,
    threads: ThreadPool,
}

impl Store {
    /// The storage of an address, and what stands there.
    ///
    /// # Errors
    /// The address is none, a setting of the environment is wrong, or the storage does not answer.
    pub(super) fn open(address: &str, is_packed: bool) -> Result<Store, StoreError> {
        let place = place(address).map_err(StoreError::address)?;
        let other = |_| StoreError::address(Refusal::Other);
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build();
        let threads = ThreadPoolBuilder::new().num_threads(AT_ONCE).build();
        let mut store = Store {
            place,
            address: address.trim_end_matches('/').to_owned(),
            is_packed,
            standing: HashMap::new(),
            runtime: runtime.map_err(other)?,
            threads: threads.map_err(|_| StoreError::address(Refusal::Other))?,
        };
        store.standing = store.list()?;
        Ok(store)
    }

    /// What stands under the prefix, by its path from there.
    fn list(&self) -> Result<HashMap<String, u64>, StoreError> {
        let failed = |why| self.error(Deed::Read, "", &why);
        let prefix = self.location("").map_err(failed)?;
        let listed = self.place.objects.list(Some(&prefix));
        let objects = listed.map_ok(|object| {
            let path = object.location.as_ref();
            let inside = path.strip_prefix(&self.place.prefix).unwrap_or(path);
            (inside.to_owned(), object.size)
        });
        self.runtime.block_on(objects.try_collect()).map_err(failed)
    }

    fn location(&self, path: &str) -> Answer<ObjectPath> {
        Ok(ObjectPath::parse(format!("{}{path}", self.place.prefix))?)
    }

    /// That something was refused; with an empty path, of the storage as a whole.
    fn error(&self, deed: Deed, path: &str, why: &Error) -> StoreError {
        let address = match path {
            "" => self.address.clone(),
            path => format!("{}/{path}", self.address),
        };
        StoreError {
            tried: Some((deed, address)),
            why: refusal(why, self.place.has_key),
        }
    }

    fn is_packed(&self, path: &str) -> bool {
        self.is_packed && is_text(media_type(path))
    }

    /// What is sent with an object to readers.
    fn attributes(&self, path: &str) -> Attributes {
        let mut attributes = Attributes::from_iter([
            (Attribute::ContentType, media_type(path)),
            (Attribute::CacheControl, cache_control(path)),
        ]);
        if self.is_packed(path) {
            attributes.insert(Attribute::ContentEncoding, "gzip".into());
        }
        attributes
    }

    /// Whether the object of a path has the bytes and the headers of a file.
    fn is_same(&self, kept: &Kept) -> Answer<bool> {
        let path = &kept.file.path;
        let location = self.location(path)?;
        let mut stored = Stored::open(&*self.place.objects, &self.runtime, location)?;
        let meant = self.attributes(path);
        if meant
            .iter()
            .any(|(name, value)| stored.attributes.get(name) != Some(value))
        {
            return Ok(false);
        }
        let digest = stored.digest(self.is_packed(path))?;
        Ok(digest.is_some_and(|found| found.sha256 == kept.file.sha256))
    }
}

impl Target for Store {
    fn claim(self: Box<Self>) -> Result<Box<dyn Target>, TargetError> {
        Ok(self)
    }

    fn read_record(&self) -> Result<Option<Vec<u8>>, TargetError> {
        if !self.standing.contains_key(RECORD) {
            return Ok(None);
        }
        let read = self.location(RECORD).and_then(|location| {
            self.runtime.block_on(async {
                let got = self.place.objects.get(&location).await?;
                got.bytes().await
            })
        });
        match read {
            Ok(bytes) => Ok(Some(bytes.to_vec())),
            Err(why) => Err(self.error(Deed::Read, RECORD, &why).into()),
        }
    }

    fn write_record(&self, bytes: &[u8]) -> Result<(), TargetError> {
        let attributes = Attributes::from_iter([
            (Attribute::ContentType, media_type(RECORD)),
            (Attribute::CacheControl, "no-store"),
        ]);
        let put = self.location(RECORD).and_then(|location| {
            let objects = &self.place.objects;
            let put = objects.put_opts(&location, bytes.to_vec().into(), attributes.into());
            self.runtime.block_on(put)
        });
        match put {
            Ok(_) => Ok(()),
            Err(why) => Err(self.error(Deed::Write, RECORD, &why).into()),
        }
    }

    fn names(&self) -> Result<Vec<String>, TargetError> {
        let tops = self.standing.keys().map(|path| path.split('/').next());
        let names: BTreeSet<&str> = tops.flatten().filter(|name| *name != OWN).collect();
        Ok(names.into_iter().take(NAMES).map(str::to_owned).collect())
    }

    fn headers(&self, path: &str) -> String {
        let packed = if self.is_packed(path) { ", gzip" } else { "" };
        format!("{}, {}{packed}", media_type(path), cache_control(path))
    }

    fn has(&self, kept: &Kept, is_doubted: bool) -> Result<bool, TargetError> {
        let path = &kept.file.path;
        let size = self.standing.get(path);
        // An object is never there in part. How long a packed one is nobody knows but who packs it.
        let can_be = size.is_some_and(|size| self.is_packed(path) || *size == kept.file.size);
        if !can_be || !is_doubted {
            return Ok(can_be);
        }
        match self.is_same(kept) {
            Err(Error::NotFound { .. }) => Ok(false),
            same => same.map_err(|why| self.error(Deed::Read, path, &why).into()),
        }
    }

    fn stands(&self, path: &str) -> bool {
        self.standing.contains_key(path)
    }

    /// An object of a name can stand beside others whose names go on from there.
    fn check_ways(&self, _: &[&str], _: &dyn Fn(&str) -> bool) -> Result<(), TargetError> {
        Ok(())
    }

    fn make_ways(&self, _: &[&str]) -> Result<(), TargetError> {
        Ok(())
    }

    fn put(&self, output: &HeldOutput, kept: &Kept) -> Result<bool, TargetError> {
        let path = &kept.file.path;
        let refused = |why| self.error(Deed::Write, path, &why);
        let location = self.location(path).map_err(refused)?;
        let mut upload = Upload::new(
            &*self.place.objects,
            &self.runtime,
            location,
            self.attributes(path),
        );
        let copied = match self.is_packed(path) {
            false => output.copy(path, &mut upload),
            true => {
                let mut pack = GzEncoder::new(&mut upload, Compression::best());
                let copied = output.copy(path, &mut pack);
                // Where this fails the upload says why.
                let _ = pack.try_finish();
                copied
            }
        };
        if let Some(why) = upload.refused.take() {
            upload.abort();
            return Err(refused(why).into());
        }
        match copied {
            Ok(found) if found.sha256 == kept.file.sha256 => {
                upload.finish().map_err(refused)?;
                Ok(true)
            }
            copied => {
                upload.abort();
                copied.map(|_| false).map_err(TargetError::from)
            }
        }
    }

    fn remove(&self, path: &str) -> Result<(), TargetError> {
        let removed = self
            .location(path)
            .and_then(|location| self.runtime.block_on(self.place.objects.delete(&location)));
        match removed {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(why) => Err(self.error(Deed::Remove, "", &why).into()),
        }
    }

    fn threads(&self) -> Option<&ThreadPool> {
        Some(&self.threads)
    }
}
