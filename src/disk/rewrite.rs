//! Transaction over several files of a site: new ones, others with another text, some under another name. All of it is done, or none.
//!
//! Takes texts by their paths in a folder, and moves; a reader sees each file as it was or as it is, never a part of it.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::publish::{Deed, PublishError, remove_empty};

/// A text that is to be written.
#[derive(Debug, Clone)]
pub(crate) struct NewText {
    /// From the root of the site, with `/`.
    pub path: String,
    pub text: String,
    /// It begins here: what stands there already stays, and nothing is written.
    pub is_new: bool,
}

/// Writes the texts and moves files, each from a path in the folder to another. Folders are made where there are none, and those
/// that moves leave empty go.
///
/// # Errors
/// Something stands where a file was to begin or to be moved to, or the disk refuses; then all is as it was.
pub(crate) fn write_all(
    root: &Path,
    texts: &[NewText],
    moves: &[(String, String)],
) -> Result<(), PublishError> {
    let mut done = Vec::new();
    let written = all(root, texts, moves, &mut done);
    match &written {
        Ok(()) => {
            for (from, _) in moves {
                remove_empty(root, from);
            }
        }
        Err(_) => done.iter().rev().for_each(Done::undo),
    }
    written
}

/// What was done, to be undone if something after it fails.
enum Done {
    Folder(PathBuf),
    File(PathBuf),
    /// What a file held before.
    Text(PathBuf, Vec<u8>),
    Move(PathBuf, PathBuf),
}

impl Done {
    fn undo(&self) {
        let _ = match self {
            Done::Folder(folder) => fs::remove_dir(folder),
            Done::File(file) => fs::remove_file(file),
            Done::Text(file, before) => fs::write(file, before),
            Done::Move(from, to) => fs::rename(to, from),
        };
    }
}

fn all(
    root: &Path,
    texts: &[NewText],
    moves: &[(String, String)],
    done: &mut Vec<Done>,
) -> Result<(), PublishError> {
    let mut staged = Vec::new();
    for of in texts {
        let file = root.join(&of.path);
        match of.is_new {
            true => begin(&file, &of.text, done)?,
            false => staged.push(stage(&file, &of.text, done)?),
        }
    }
    for (file, new, before) in staged {
        fs::rename(&new, &file).map_err(PublishError::io(Deed::Write, &file))?;
        done.push(Done::Text(file, before));
    }
    for (from, to) in moves {
        let (from, to) = (root.join(from), root.join(to));
        if fs::symlink_metadata(&to).is_ok() {
            return Err(PublishError::Taken(to.to_string_lossy().into_owned()));
        }
        make_parent(&to, done)?;
        fs::rename(&from, &to).map_err(PublishError::io(Deed::Move, &from))?;
        done.push(Done::Move(from, to));
    }
    Ok(())
}

/// Writes a file that is not there yet.
fn begin(file: &Path, text: &str, done: &mut Vec<Done>) -> Result<(), PublishError> {
    make_parent(file, done)?;
    let new = OpenOptions::new().write(true).create_new(true).open(file);
    let mut new = new.map_err(PublishError::io(Deed::Write, file))?;
    done.push(Done::File(file.to_owned()));
    let written = new.write_all(text.as_bytes());
    written.map_err(PublishError::io(Deed::Write, file))
}

/// Writes a text beside the file that it will replace; gives that file, the new one, and what stands in it now.
fn stage(
    file: &Path,
    text: &str,
    done: &mut Vec<Done>,
) -> Result<(PathBuf, PathBuf, Vec<u8>), PublishError> {
    // A link keeps leading where it led.
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let before = fs::read(&file).map_err(PublishError::io(Deed::Read, &file))?;
    let new = beside(&file);
    done.push(Done::File(new.clone()));
    let written = write_like(&file, &new, text);
    written.map_err(PublishError::io(Deed::Write, &file))?;
    Ok((file, new, before))
}

/// The name of what will replace a file: hidden, so that nobody takes it for content meanwhile.
pub(super) fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.tagzym-new"))
}

/// Writes a text into a new file that everybody may do with what they may with another.
pub(super) fn write_like(file: &Path, new: &Path, text: &str) -> io::Result<()> {
    fs::write(new, text)?;
    fs::set_permissions(new, fs::metadata(file)?.permissions())
}

/// Makes the folder of a file, and those that it lies in.
fn make_parent(file: &Path, done: &mut Vec<Done>) -> Result<(), PublishError> {
    let parent = file.parent().filter(|of| !of.as_os_str().is_empty());
    let Some(folder) = parent.filter(|of| !of.is_dir()) else {
        return Ok(());
    };
    make_parent(folder, done)?;
    fs::create_dir(folder).map_err(PublishError::io(Deed::Make, folder))?;
    done.push(Done::Folder(folder.to_owned()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::new_files::standing_in;

    fn text(path: &str, is_new: bool) -> NewText {
        NewText {
            path: path.to_owned(),
            text: "new".to_owned(),
            is_new,
        }
    }

    fn to(from: &str, to: &str) -> [(String, String); 1] {
        [(from.to_owned(), to.to_owned())]
    }

    #[test]
    fn all_is_done_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let read = |path: &str| fs::read_to_string(root.join(path)).ok();
        fs::create_dir_all(root.join("a")).unwrap();
        fs::write(root.join("a/x.md"), "old").unwrap();
        fs::write(root.join("taken.md"), "mine").unwrap();
        for (texts, moves) in [
            (vec![text("a/x.md", false)], to("a/x.md", "taken.md")),
            (vec![text("a/x.md", false)], to("a/y.md", "b/c/y.md")),
            // It stands there already.
            (
                vec![text("b/c/z.md", true), text("a/x.md", true)],
                to("a/x.md", "b/x.md"),
            ),
            // It is no file.
            (
                vec![text("a/x.md", false), text("a", false)],
                to("a/x.md", "b/x.md"),
            ),
            // It does not stand there.
            (
                vec![text("a/x.md", false), text("a/y.md", false)],
                to("a/x.md", "b/x.md"),
            ),
        ] {
            assert!(write_all(root, &texts, &moves).is_err(), "{texts:?}");
            assert_eq!(read("a/x.md").as_deref(), Some("old"), "{texts:?}");
            assert_eq!(standing_in(root).unwrap(), ["a", "taken.md"], "{texts:?}");
            assert_eq!(standing_in(&root.join("a")).unwrap(), ["x.md"], "{texts:?}");
        }
        let texts = [text("a/x.md", false), text("c/d/new.md", true)];
        write_all(root, &texts, &to("a/x.md", "a/b/c/x.md")).unwrap();
        write_all(root, &[], &to("a/b/c/x.md", "b/y.md")).unwrap();
        assert_eq!(read("b/y.md").as_deref(), Some("new"));
        assert_eq!(read("c/d/new.md").as_deref(), Some("new"));
        assert_eq!(standing_in(root).unwrap(), ["b", "c", "taken.md"]);
        assert_eq!(standing_in(&root.join("b")).unwrap(), ["y.md"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_made_and_goes_with_what_failed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("deep/portal");
        assert!(write_all(&root, &[text("a.md", true), text("a.md", true)], &[]).is_err());
        assert_eq!(standing_in(folder.path()).unwrap(), [""; 0]);
        write_all(&root, &[text("a.md", true)], &[]).unwrap();
        assert_eq!(standing_in(&root).unwrap(), ["a.md"]);
    }
}
