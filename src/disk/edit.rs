//! Atomic replacement of a source text, by a rename.
//!
//! Takes a file as the command line names it and gives its bytes; takes new bytes and puts them into its place as a
//! whole. Several files at once are `rewrite`'s.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::normalise::compose;
use super::rewrite::{beside, write_like};

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
    let new = beside(&file.file);
    let written = write_like(&file.file, &new, text).and_then(|()| fs::rename(&new, &file.file));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

/// The texts of a site at these paths, as they are on the disk, every byte; what cannot be read is left out.
pub(crate) fn texts<'p>(
    root: &Path,
    paths: impl Iterator<Item = &'p str>,
) -> Vec<(SiteFile, String)> {
    let files = paths.filter_map(|path| find(root, Path::new(path)));
    files
        .filter_map(|file| Some((file.clone(), text(&file).ok()?)))
        .collect()
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
