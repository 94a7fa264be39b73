//! Atomic replacement of source texts, by renames: the only writing into a site's sources.
//!
//! Takes a file as the command line names it and gives its bytes; takes new bytes and puts them into its place as a
//! whole; of several files all or none.

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

/// Puts texts into the places of files, which need not be there yet, by their paths from the site's root: all of them, or none.
///
/// # Errors
/// One of them cannot be written, or something new stands where a file was to begin; then all are as they were.
pub(crate) fn replace_all(root: &Path, texts: &[(String, String, bool)]) -> io::Result<()> {
    let new_of = |path: &str| -> io::Result<(PathBuf, PathBuf)> {
        let file = root.join(path);
        // A link keeps leading where it led.
        let file = file.canonicalize().unwrap_or(file);
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        let new = folder.join(format!(".{name}.tagzym-new"));
        Ok((file, new))
    };
    let mut staged: Vec<(PathBuf, PathBuf, Option<Vec<u8>>)> = Vec::new();
    let mut stage = || -> io::Result<()> {
        for (path, text, is_new) in texts {
            let (file, new) = new_of(path)?;
            let old = match fs::read(&file) {
                Ok(_) if *is_new => return Err(io::ErrorKind::AlreadyExists.into()),
                Ok(old) => Some(old),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => return Err(error),
            };
            staged.push((file.clone(), new.clone(), old));
            fs::write(&new, text)?;
            if let Ok(metadata) = fs::metadata(&file) {
                fs::set_permissions(&new, metadata.permissions())?;
            }
        }
        Ok(())
    };
    let staging = stage();
    let mut done = 0;
    let written = staging.and_then(|()| {
        for (file, new, _) in &staged {
            fs::rename(new, file)?;
            done += 1;
        }
        Ok(())
    });
    if written.is_err() {
        for (at, (file, new, old)) in staged.iter().enumerate() {
            let _ = fs::remove_file(new);
            // What was replaced comes back; what was new goes.
            if at < done {
                let _ = match old {
                    Some(old) => fs::write(file, old),
                    None => fs::remove_file(file),
                };
            }
        }
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

    #[test]
    fn several_files_are_written_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("content/patrons")).unwrap();
        fs::write(root.join("content/patrons/a.yaml"), "old").unwrap();
        let text = |path: &str, is_new| (format!("content/{path}"), "new".to_owned(), is_new);
        let read = |path: &str| fs::read_to_string(root.join("content").join(path)).ok();
        // The second one stands there already, as a folder.
        fs::create_dir_all(root.join("content/b.yaml")).unwrap();
        let all = [text("patrons/a.yaml", false), text("b.yaml", false)];
        assert!(replace_all(root, &all).is_err());
        assert_eq!(read("patrons/a.yaml").as_deref(), Some("old"));
        assert!(replace_all(root, &[text("patrons/a.yaml", true)]).is_err());
        assert_eq!(
            fs::read_dir(root.join("content/patrons")).unwrap().count(),
            1
        );
        let all = [text("patrons/a.yaml", false), text("more/c.yaml", true)];
        replace_all(root, &all).unwrap();
        assert_eq!(read("patrons/a.yaml").as_deref(), Some("new"));
        assert_eq!(read("more/c.yaml").as_deref(), Some("new"));
    }
}
