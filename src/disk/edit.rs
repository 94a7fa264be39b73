//! Atomic replacement of one source text, by a rename: the only writing into a site's sources.
//!
//! Takes a file as the command line names it and gives its bytes; takes new bytes and puts them into its place as a
//! whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::normalise::compose;

/// A text of a site, on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SiteFile {
    /// From the root of the site, with `/`, as sources are named.
    pub path: String,
    file: PathBuf,
}

/// Finds a file of a site by a path from here, or from the site's root. Nothing if it is not there, or not in the site.
pub(crate) fn find(root: &Path, file: &Path) -> Option<SiteFile> {
    let root = root.canonicalize().ok()?;
    let within = |file: PathBuf| {
        let file = file.canonicalize().ok()?;
        let inside = file.strip_prefix(&root).ok()?;
        let names: Option<Vec<&str>> = inside.iter().map(|name| name.to_str()).collect();
        let path = compose(names?.join("/"));
        file.is_file().then_some(SiteFile { path, file })
    };
    within(file.to_owned()).or_else(|| within(root.join(file)))
}

/// The text of a file, every byte as it is.
///
/// # Errors
/// It cannot be read, or is not UTF-8.
pub(crate) fn text(file: &SiteFile) -> io::Result<String> {
    fs::read_to_string(&file.file)
}

/// Puts a text into the place of a file's old one: a reader sees either, never a part.
///
/// # Errors
/// It cannot be written; then the file is as it was.
pub(crate) fn replace(file: &SiteFile, text: &str) -> io::Result<()> {
    let name = file.file.file_name().unwrap_or_default().to_string_lossy();
    // Hidden, so that nobody takes it for content meanwhile.
    let new = file.file.with_file_name(format!(".{name}.tagzym-new"));
    let written = fs::write(&new, text)
        .and_then(|()| fs::set_permissions(&new, fs::metadata(&file.file)?.permissions()))
        .and_then(|()| fs::rename(&new, &file.file));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_in_its_site_alone() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("site");
        fs::create_dir_all(root.join("content/pages")).unwrap();
        fs::write(root.join("content/pages/a.en.md"), "a\r\n").unwrap();
        fs::write(folder.path().join("b.md"), "b").unwrap();
        let path = |file: &Path| find(&root, file).map(|file| file.path);
        let inside = Some("content/pages/a.en.md".to_owned());
        assert_eq!(path(&root.join("content/pages/a.en.md")), inside);
        assert_eq!(path(Path::new("content/pages/a.en.md")), inside);
        assert_eq!(path(&folder.path().join("b.md")), None);
        assert_eq!(path(&root.join("../b.md")), None);
        assert_eq!(path(&root.join("content")), None);
        let file = find(&root, Path::new("content/pages/a.en.md")).unwrap();
        assert_eq!(text(&file).unwrap(), "a\r\n");
        replace(&file, "c").unwrap();
        assert_eq!(text(&file).unwrap(), "c");
        assert_eq!(fs::read_dir(root.join("content/pages")).unwrap().count(), 1);
    }
}
