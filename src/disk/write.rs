//! Plain file output, for JSON Schemas: a few files into a folder of the editor's own.
//!
//! Takes names and texts; other files there stay. Not for a site's output: that is replaced as a whole, by `publish`.

use std::fs;
use std::path::Path;

use super::publish::{Deed, PublishError};

/// Writes files into a folder, which is made if it is not there; files of the same names are replaced.
///
/// # Errors
/// A name that is more than a name, or the disk refuses.
pub(crate) fn write(folder: &Path, files: &[(String, String)]) -> Result<(), PublishError> {
    fs::create_dir_all(folder).map_err(PublishError::io(Deed::Make, folder))?;
    for (name, text) in files {
        if name.contains(['/', '\\', '\0']) || matches!(name.as_str(), "" | "." | "..") {
            return Err(PublishError::BadPath(name.clone()));
        }
        let path = folder.join(name);
        fs::write(&path, text).map_err(PublishError::io(Deed::Write, &path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_written_into_the_folder_alone() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        let file = |name: &str| vec![(name.to_owned(), "text".to_owned())];
        write(&inner, &file("x.json")).unwrap();
        write(&inner, &file("x.json")).unwrap();
        assert_eq!(fs::read_to_string(inner.join("x.json")).unwrap(), "text");
        for name in ["../x", "/x", "..", "", "a/b"] {
            assert!(write(&inner, &file(name)).is_err(), "{name}");
        }
        assert!(write(&inner.join("x.json"), &file("y")).is_err());
    }
}
