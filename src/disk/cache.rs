//! The cache of a site: pictures that take long to draw or to make, kept in a folder beside `site.toml` from one build to the next.
//!
//! Takes bytes with the key of all that they depend on, gives them back. What is broken or foreign there is as if it were not
//! there, and what cannot be written is not kept: an output never depends on this folder.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The name of the folder.
pub(super) const FOLDER: &str = ".tagzym-cache";

/// The length of the digest that each file begins with.
const DIGEST: usize = blake3::OUT_LEN;

/// The kept pictures of a site.
pub(crate) struct Cache {
    folder: PathBuf,
    /// The names of files that were asked for.
    used: Mutex<HashSet<String>>,
}

impl Cache {
    /// The cache of the site in a folder.
    pub(crate) fn of(root: &Path) -> Cache {
        Cache {
            folder: root.join(FOLDER),
            used: Mutex::default(),
        }
    }

    /// What is kept under a key, a word of hexadecimal digits.
    pub(crate) fn get(&self, key: &str) -> Option<Vec<u8>> {
        let used = self.used.lock();
        used.unwrap_or_else(PoisonError::into_inner)
            .insert(key.to_owned());
        let bytes = fs::read(self.folder.join(key)).ok()?;
        let (begin, kept) = bytes.split_at_checked(DIGEST)?;
        (*begin == digest(key, kept)).then(|| kept.to_vec())
    }

    /// Keeps bytes under a key.
    pub(crate) fn put(&self, key: &str, bytes: &[u8]) {
        let whole = [&digest(key, bytes)[..], bytes].concat();
        let _ = replace(&self.folder, key, &whole);
    }

    /// Deletes what was not asked for.
    pub(crate) fn tidy(self) {
        let used = self.used.into_inner();
        let used = used.unwrap_or_else(PoisonError::into_inner);
        let Ok(files) = fs::read_dir(&self.folder) else {
            return;
        };
        for file in files.flatten() {
            let name = file.file_name();
            let name = name.to_string_lossy();
            let is_ours = name.len() == 2 * DIGEST && name.bytes().all(|b| b.is_ascii_hexdigit());
            if is_ours && !used.contains(&*name) || name.ends_with(NEW) {
                let _ = fs::remove_file(file.path());
            }
        }
    }
}

/// The end of the name of a file that is not whole yet. One that stays was written by a build that was killed.
const NEW: &str = ".new";

/// Writes a file of the cache, whose readers see it as a whole or not at all.
pub(super) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let new = folder.join(format!("{name}.{}{NEW}", std::process::id()));
    fs::write(&new, bytes)?;
    fs::rename(new, folder.join(name))
}

/// The digest of bytes at their place: a file that was renamed is foreign.
fn digest(key: &str, bytes: &[u8]) -> [u8; DIGEST] {
    let mut digest = blake3::Hasher::new();
    digest.update(key.as_bytes()).update(bytes);
    *digest.finalize().as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_whole_is_given_back_and_nothing_else() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        let key = |word: &str| blake3::hash(word.as_bytes()).to_hex().to_string();
        let (a, b, c) = (key("a"), key("b"), key("c"));
        assert_eq!(cache.get(&a), None);
        cache.put(&a, b"picture");
        assert_eq!(cache.get(&a).as_deref(), Some(&b"picture"[..]));
        let file = |key: &str| root.path().join(FOLDER).join(key);
        fs::copy(file(&a), file(&b)).unwrap();
        assert_eq!(cache.get(&b), None, "foreign");
        let mut bytes = fs::read(file(&a)).unwrap();
        bytes.pop();
        for broken in [&bytes[..], b"", b"short"] {
            fs::write(file(&a), broken).unwrap();
            assert_eq!(cache.get(&a), None, "{broken:?}");
        }
        cache.put(&a, b"picture");
        assert!(cache.get(&a).is_some());
        cache.put(&c, b"old");
        fs::write(file("README"), b"").unwrap();
        cache.tidy();
        assert!(file(&a).exists() && file("README").exists());
        assert!(!file(&c).exists(), "nobody asked for it");
    }

    #[test]
    fn a_folder_that_cannot_be_there_is_no_error() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(FOLDER), b"a file").unwrap();
        let cache = Cache::of(root.path());
        cache.put("abc", b"picture");
        assert_eq!(cache.get("abc"), None);
        cache.tidy();
    }
}
