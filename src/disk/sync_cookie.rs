//! Sync cookies, as in Watchman: once a cookie is seen, all that was saved before it was written has been noticed.
//!
//! The system reports changes in the order in which they were made, but late: a request right after a save may come
//! before its event. A cookie is a file of its own that is made and removed in a folder of its own, away from the site,
//! watched together with it: its event comes after those of everything before it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// How the names of the folders begin.
const NAME: &str = "tagzym-cookie-";

/// The cookies of a watch. Their folder goes with them.
pub(crate) struct SyncCookies {
    folder: PathBuf,
    written: AtomicU64,
}

impl SyncCookies {
    /// Cookies, where the system reports changes in order and a folder can be made; none elsewhere.
    pub(crate) fn new() -> Option<SyncCookies> {
        if !cfg!(target_os = "linux") {
            return None;
        }
        // In memory if it can be: a busy disk would make every cookie wait.
        let places = [PathBuf::from("/dev/shm"), std::env::temp_dir()];
        let folder = places.iter().find_map(|place| own_folder(place).ok())?;
        Some(SyncCookies {
            folder,
            written: AtomicU64::new(0),
        })
    }

    /// Writes a cookie and gives the number that will be seen; none if it cannot be written. To be called where a file
    /// operation may wait.
    pub(crate) fn write(&self) -> Option<u64> {
        let number = self.written.fetch_add(1, Ordering::AcqRel) + 1;
        let file = self.folder.join(number.to_string());
        File::create_new(&file).ok()?;
        let _ = fs::remove_file(&file);
        Some(number)
    }

    /// Removes the folder: nothing is seen from now on.
    pub(crate) fn remove_folder(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }

    /// The number of the last cookie.
    pub(crate) fn last(&self) -> u64 {
        self.written.load(Ordering::Acquire)
    }

    /// The folder that has to be watched.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The number of the cookie that a path belongs to.
    pub(crate) fn number_of(&self, path: &Path) -> Option<u64> {
        let name = path.strip_prefix(&self.folder).ok()?;
        name.to_str()?.parse().ok()
    }
}

impl Drop for SyncCookies {
    fn drop(&mut self) {
        self.remove_folder();
    }
}

/// Makes a folder that nobody had before. Those that killed programs left are removed.
fn own_folder(place: &Path) -> io::Result<PathBuf> {
    for entry in fs::read_dir(place)?.flatten() {
        let name = entry.file_name();
        let rest = name.to_str().and_then(|name| name.strip_prefix(NAME));
        let process = rest.and_then(|rest| rest.split_once('-')?.0.parse::<u32>().ok());
        let is_gone = |process: u32| !Path::new(&format!("/proc/{process}")).exists();
        if process.is_some_and(is_gone) {
            // Only if nothing is in it: no cookie stays.
            let _ = fs::remove_dir(entry.path());
        }
    }
    let process = std::process::id();
    let mut number = 0;
    loop {
        let folder = place.join(format!("{NAME}{process}-{number}"));
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 100 => {
                number += 1;
            }
            done => return done.map(|()| folder),
        }
    }
}
