//! Several texts of a site with other words, some under another name: all of it is done, or none.

use std::fs;
use std::path::{Path, PathBuf};

use super::edit::{SiteFile, find, replace, text};
use super::publish::{Deed, PublishError};

/// A text of a site that is to be written anew.
#[derive(Debug, Clone)]
pub(crate) struct Rewritten {
    pub file: SiteFile,
    pub before: String,
    pub after: String,
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

/// Writes the texts and moves files, each from a path of the site to another.
///
/// # Errors
/// The disk refuses; then all is as it was.
pub(crate) fn rewrite(
    root: &Path,
    texts: &[Rewritten],
    moves: &[(String, String)],
) -> Result<(), PublishError> {
    let mut written: Vec<&Rewritten> = Vec::new();
    let mut moved: Vec<(PathBuf, PathBuf)> = Vec::new();
    let done = texts
        .iter()
        .try_for_each(|of| {
            let done = replace(&of.file, &of.after);
            let done = done.map_err(PublishError::io(Deed::Write, Path::new(&of.file.path)));
            done.map(|()| written.push(of))
        })
        .and_then(|()| {
            moves.iter().try_for_each(|(from, to)| {
                let (from, to) = (root.join(from), root.join(to));
                move_one(&from, &to).map(|()| moved.push((from, to)))
            })
        });
    if done.is_err() {
        for (from, to) in moved.iter().rev() {
            let _ = move_one(to, from);
        }
        for of in written {
            let _ = replace(&of.file, &of.before);
        }
        return done;
    }
    // Folders that are empty now.
    for (from, _) in &moved {
        let _ = from.parent().map(fs::remove_dir);
    }
    Ok(())
}

fn move_one(from: &Path, to: &Path) -> Result<(), PublishError> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(PublishError::Taken(to.to_string_lossy().into_owned()));
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(PublishError::io(Deed::Make, folder))?;
    }
    fs::rename(from, to).map_err(PublishError::io(Deed::Move, from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_done_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("a")).unwrap();
        fs::write(root.join("a/x.md"), "old").unwrap();
        fs::write(root.join("taken.md"), "mine").unwrap();
        let rewritten = || {
            let (file, before) = texts(root, ["a/x.md"].into_iter()).remove(0);
            let after = "new".to_owned();
            [Rewritten {
                file,
                before,
                after,
            }]
        };
        let to = |to: &str| [("a/x.md".to_owned(), to.to_owned())];
        assert!(rewrite(root, &rewritten(), &to("taken.md")).is_err());
        assert_eq!(fs::read_to_string(root.join("a/x.md")).unwrap(), "old");
        rewrite(root, &rewritten(), &to("b/y.md")).unwrap();
        assert_eq!(fs::read_to_string(root.join("b/y.md")).unwrap(), "new");
        assert!(!root.join("a").exists());
    }
}
