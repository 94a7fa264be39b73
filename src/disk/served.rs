//! A folder that a site is served from: files come into it and go one by one, each in one step.
//!
//! Takes paths from the folder, with `/`; what stands beside them it leaves alone. What is its own lies in `.tagzym/`: the record of what was
//! brought here, and a lock, by which one deployment at a time is at work.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::digest::{FileDigest, copy, digest};
use super::plain_file::open_plain;
use super::publish::{Deed, PublishError, bring, is_inside, make_way, remove};

/// The folder that is not the site's.
const OWN: &str = ".tagzym";

/// The record of what was brought.
const RECORD: &str = "files.json";

/// What is not whole yet begins so.
const NEW: &str = "new-";

/// The most bytes that a record can have: that of a million files.
const MOST: u64 = 512 << 20;

/// So many names are told of what others have in the folder.
const NAMES: usize = 8;

/// A folder that a site is served from.
pub(crate) struct ServedFolder {
    folder: PathBuf,
    /// None if it is only looked at, or the disk knows no locks.
    _lock: Option<File>,
    made: AtomicUsize,
    /// Held while a file is brought to its place, or goes: from another disk it is copied beside that first, under one name in each folder.
    placing: Mutex<()>,
}

impl ServedFolder {
    /// The folder as it is, to be looked at; it need not be there.
    pub(crate) fn look(folder: &Path) -> ServedFolder {
        ServedFolder {
            folder: fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()),
            _lock: None,
            made: AtomicUsize::new(0),
            placing: Mutex::default(),
        }
    }

    /// The same folder, made if it is not there, for this deployment alone.
    ///
    /// # Errors
    /// Another deployment is at work in it; it is an output of a build; or the disk refuses.
    pub(crate) fn claim(self) -> Result<ServedFolder, PublishError> {
        fs::create_dir_all(&self.folder).map_err(PublishError::io(Deed::Make, &self.folder))?;
        let mut served = ServedFolder::look(&self.folder);
        let own = served.folder.join(OWN);
        match fs::create_dir(&own) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                // A file of this name is the marker of an output; a link would lead elsewhere.
                if !fs::symlink_metadata(&own).is_ok_and(|there| there.is_dir()) {
                    return Err(PublishError::NotOurs(served.folder));
                }
            }
            made => made.map_err(PublishError::io(Deed::Make, &own))?,
        }
        let path = own.join("lock");
        let opened = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path);
        let lock = opened.map_err(PublishError::io(Deed::Write, &path))?;
        match lock.try_lock() {
            Ok(()) => served._lock = Some(lock),
            Err(TryLockError::WouldBlock) => {
                return Err(PublishError::Busy {
                    out: served.folder,
                    process: None,
                });
            }
            Err(TryLockError::Error(_)) => {}
        }
        // What a deployment that was killed left.
        for entry in fs::read_dir(&own).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(NEW) {
                let _ = fs::remove_file(entry.path());
            }
        }
        Ok(served)
    }

    /// The bytes of the record; none if nothing was ever brought here.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn read_record(&self) -> Result<Option<Vec<u8>>, PublishError> {
        let path = self.folder.join(OWN).join(RECORD);
        let failed = PublishError::io(Deed::Read, &path);
        match fs::metadata(&path) {
            Ok(there) if there.len() <= MOST => fs::read(&path).map(Some).map_err(failed),
            Ok(_) => Err(failed(io::ErrorKind::FileTooLarge.into())),
            // Not a folder: an output of a build, which has a marker of this name.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                Ok(None)
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// Puts a new record into the place of the old one.
    ///
    /// # Errors
    /// The disk refuses; then the old one is as it was.
    pub(crate) fn write_record(&self, bytes: &[u8]) -> Result<(), PublishError> {
        let own = self.folder.join(OWN);
        let (new, record) = (self.unnamed(), own.join(RECORD));
        fs::write(&new, bytes)
            .and_then(|()| fs::rename(&new, &record))
            .map_err(PublishError::io(Deed::Write, &record))
    }

    /// Where something is written until it is whole.
    fn unnamed(&self) -> PathBuf {
        let number = self.made.fetch_add(1, Ordering::Relaxed);
        self.folder.join(OWN).join(format!("{NEW}{number}"))
    }

    /// Some names of what stands at the top of the folder.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn names(&self) -> Result<Vec<String>, PublishError> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(PublishError::io(Deed::LookInto, &self.folder))?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(PublishError::io(Deed::LookInto, &self.folder))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name != OWN || !entry.path().is_dir() {
                names.push(name);
            }
        }
        names.sort();
        names.truncate(NAMES);
        Ok(names)
    }

    /// How long the plain file of a path is; none where none is.
    pub(crate) fn size(&self, path: &str) -> Option<u64> {
        let there = fs::symlink_metadata(self.folder.join(path)).ok()?;
        there.is_file().then_some(there.len())
    }

    /// Whether a file or a link has this path.
    pub(crate) fn has_file(&self, path: &str) -> bool {
        let there = fs::symlink_metadata(self.folder.join(path));
        there.is_ok_and(|there| !there.is_dir())
    }

    /// The digest of the file of a path, if it can be read.
    pub(crate) fn digest(&self, path: &str) -> Option<FileDigest> {
        self.size(path)?;
        digest(&self.folder.join(path)).ok()
    }

    /// Whether nothing has to go, so that files can come here, but what was brought here: `is_ours` says what was.
    ///
    /// # Errors
    /// Something else stands in the place of a folder, or is in a folder in the place of a file; or the disk refuses.
    pub(crate) fn check_ways<'p>(
        &self,
        paths: impl Iterator<Item = &'p str>,
        is_ours: impl Fn(&str) -> bool,
    ) -> Result<(), PublishError> {
        let in_the_way = |path: &str| PublishError::InTheWay(self.folder.join(path));
        let there = |path: &str| fs::symlink_metadata(self.folder.join(path));
        for path in paths {
            let mut folders = path.match_indices('/').map(|(end, _)| &path[..end]);
            let blocks = |of: &&str| there(of).is_ok_and(|there| !there.is_dir()) && !is_ours(of);
            if let Some(folder) = folders.find(blocks) {
                return Err(in_the_way(folder));
            }
            if there(path).is_ok_and(|there| there.is_dir())
                && let Some(other) = self.other_in(path, &is_ours)?
            {
                return Err(in_the_way(&other));
            }
        }
        Ok(())
    }

    /// Something in a folder that is not ours; empty folders are nobody's.
    fn other_in(
        &self,
        folder: &str,
        is_ours: &impl Fn(&str) -> bool,
    ) -> Result<Option<String>, PublishError> {
        let whole = self.folder.join(folder);
        let failed = || PublishError::io(Deed::LookInto, &whole);
        for entry in fs::read_dir(&whole).map_err(failed())? {
            let entry = entry.map_err(failed())?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            let other = match entry.file_type().map_err(failed())?.is_dir() {
                true => self.other_in(&path, is_ours)?,
                false => (!is_ours(&path)).then_some(path),
            };
            if other.is_some() {
                return Ok(other);
            }
        }
        Ok(None)
    }

    /// Makes the folders that lead to files; what stands in their way goes, of which [`check_ways`](ServedFolder::check_ways) has to be
    /// asked before.
    ///
    /// # Errors
    /// A path leads elsewhere, or the disk refuses.
    pub(crate) fn make_ways<'p>(
        &self,
        paths: impl Iterator<Item = &'p str>,
    ) -> Result<(), PublishError> {
        for path in paths {
            check(path)?;
            make_way(&self.folder, path)
                .map_err(PublishError::io(Deed::Make, &self.folder.join(path)))?;
        }
        Ok(())
    }

    /// Copies a file to its place, to which folders lead, in one step. False if its bytes are not those of the digest: then nothing is
    /// brought.
    ///
    /// # Errors
    /// The path leads elsewhere, or the disk refuses; then what stood there is as it was.
    pub(crate) fn put(&self, from: &Path, path: &str, sha256: &str) -> Result<bool, PublishError> {
        check(path)?;
        let (new, to) = (self.unnamed(), self.folder.join(path));
        let mut source = open_plain(from).map_err(PublishError::io(Deed::Read, from))?;
        let written = File::create_new(&new).and_then(|mut file| copy(&mut source, &mut file));
        let placed = written.and_then(|digest| {
            let is_meant = digest.sha256 == sha256;
            match is_meant {
                true => {
                    let placing = self.placing.lock();
                    let _placing = placing.unwrap_or_else(PoisonError::into_inner);
                    bring(&new, &to)?;
                }
                false => fs::remove_file(&new)?,
            }
            Ok(is_meant)
        });
        placed.map_err(|error| {
            let _ = fs::remove_file(&new);
            PublishError::io(Deed::Write, &to)(error)
        })
    }

    /// Removes a file, and the folders that are empty without it. Its path can be a name that must not be told: no error has it.
    ///
    /// # Errors
    /// The path leads elsewhere, or the disk refuses.
    pub(crate) fn remove(&self, path: &str) -> Result<(), PublishError> {
        let failed = PublishError::io(Deed::Remove, &self.folder);
        // One after another: folders go with their last file.
        let placing = self.placing.lock();
        let _placing = placing.unwrap_or_else(PoisonError::into_inner);
        match is_inside(path) {
            true => remove(&self.folder, path).map_err(failed),
            false => Err(failed(io::ErrorKind::InvalidFilename.into())),
        }
    }
}

fn check(path: &str) -> Result<(), PublishError> {
    match is_inside(path) {
        true => Ok(()),
        false => Err(PublishError::BadPath(path.to_owned())),
    }
}
