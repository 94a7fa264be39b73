//! The manifest of an output folder, which lies beside it and not in it: `dist.manifest.json` beside `dist`.
//!
//! Takes the folder, or the file itself; gives its bytes, and puts new ones in its place as a whole. Knows nothing of what
//! stands in it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::publish::{Deed, PublishError};

/// The most bytes that a manifest can have: that of a million files.
const MAX: u64 = 512 << 20;

/// Where the manifest of an output folder lies, by the name that the folder is called by here.
pub(crate) fn manifest_path(out: &Path) -> PathBuf {
    let whole = match out.file_name() {
        Some(_) => out.to_owned(),
        // `.` and `..` have no name of their own.
        None => fs::canonicalize(out).unwrap_or_else(|_| out.to_owned()),
    };
    let mut name = whole.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".manifest.json");
    whole.with_file_name(name)
}

/// The manifest that is meant by a folder or a file: the file; none where neither is there.
pub(crate) fn find_manifest(named: &Path) -> Option<PathBuf> {
    if named.is_file() {
        return Some(named.to_owned());
    }
    Some(manifest_path(named)).filter(|path| named.is_dir() && path.is_file())
}

/// The bytes of a manifest; none where there is no file.
///
/// # Errors
/// It cannot be read.
pub(crate) fn read_manifest(path: &Path) -> Result<Option<Vec<u8>>, PublishError> {
    let failed = |error| PublishError::io(Deed::Read, path)(error);
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    let mut bytes = Vec::new();
    file.take(MAX).read_to_end(&mut bytes).map_err(failed)?;
    Ok(Some(bytes))
}

/// Removes a file; what cannot be removed stays.
pub(crate) fn remove_file(path: &Path) {
    let _ = fs::remove_file(path);
}

/// Where the text of a file is written until it is whole.
fn half(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".tagzym-new");
    path.with_file_name(name)
}

/// Removes what a build that was killed left of a new text for a file.
pub(crate) fn remove_half(path: &Path) {
    remove_file(&half(path));
}

/// Puts a text into the place of a file: a reader sees the old one or the new one, never a part.
///
/// # Errors
/// It cannot be written; then the old one is as it was.
pub(crate) fn replace_file(path: &Path, text: &str) -> Result<(), PublishError> {
    let new = half(path);
    let written = File::create(&new)
        .and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&new, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&new);
        PublishError::io(Deed::Write, path)(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_lies_beside_its_folder() {
        let beside = |out| manifest_path(Path::new(out));
        assert_eq!(beside("dist"), Path::new("dist.manifest.json"));
        assert_eq!(beside("a/b/"), Path::new("a/b.manifest.json"));
        assert_eq!(beside("a.b/c.d"), Path::new("a.b/c.d.manifest.json"));
    }

    #[test]
    fn a_file_is_replaced_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("dist");
        fs::create_dir(&out).unwrap();
        assert_eq!(find_manifest(&out), None);
        let path = manifest_path(&out);
        assert!(read_manifest(&path).unwrap().is_none());
        for text in ["one", "two"] {
            replace_file(&path, text).unwrap();
            assert_eq!(read_manifest(&path).unwrap().unwrap(), text.as_bytes());
        }
        assert_eq!(find_manifest(&out), Some(path.clone()));
        assert_eq!(find_manifest(&path), Some(path));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
