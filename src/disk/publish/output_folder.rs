//! Safety check of the output folder: never one with files of others, nor one that holds or lies in the sources.
//!
//! Takes the folder that was named and the site's root, gives the folder with its links resolved, or why it cannot be
//! the output. Changes nothing on the disk.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::{Deed, PublishError};
use super::marker;
use super::work::WITHIN;
use crate::disk::is_site;

/// The output folder, absolute and without links, if the site's own files are safe from it.
pub(super) fn check_place(named: &Path, root: &Path) -> Result<PathBuf, PublishError> {
    let out = resolve(named)?;
    let root = fs::canonicalize(root).map_err(PublishError::io(Deed::Find, root))?;
    let [content, themes] = ["content", "themes"].map(|name| {
        let folder = root.join(name);
        fs::canonicalize(&folder).unwrap_or(folder)
    });
    for holder in [&content, &themes] {
        if out.starts_with(holder) && out != *holder {
            return Err(PublishError::InsideSite {
                out,
                holder: holder.clone(),
            });
        }
    }
    for held in [root, content, themes] {
        if held.starts_with(&out) {
            return Err(PublishError::HoldsSite { out, held });
        }
    }
    Ok(out)
}

/// Folders at the root of a site in which nothing is published, whether they are there or not.
const OF_THE_SITE: [&str; 6] = [
    "content",
    "themes",
    "static",
    "src",
    ".git",
    ".tagzym-cache",
];

/// How a folder lies to the sites around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Site {
    /// It is no part of any.
    Elsewhere,
    /// It is in the folder of this one, where an editor may keep anything.
    Around(PathBuf),
    /// It is the root of this one, or one of the folders that the site is made from.
    Part(PathBuf),
}

/// How a folder, which need not be there, lies to the sites around it, or to that in the folder that is worked in.
pub(crate) fn site_of(folder: &Path) -> Site {
    let folder = resolve(folder).unwrap_or_else(|_| folder.to_owned());
    let is_root = |root: &&Path| is_site(root);
    if let Some(root) = folder.ancestors().find(is_root) {
        let inner = folder.strip_prefix(root).unwrap_or(&folder);
        let first = inner.iter().next();
        let is_part = first.is_none_or(|first| OF_THE_SITE.iter().any(|of| first == *of));
        let root = root.to_owned();
        return if is_part {
            Site::Part(root)
        } else {
            Site::Around(root)
        };
    }
    match resolve(Path::new(".")) {
        Ok(here) if is_site(&here) && here.starts_with(&folder) => Site::Part(here),
        _ => Site::Elsewhere,
    }
}

/// An absolute path without links, of which the last parts need not be there yet.
pub(super) fn resolve(named: &Path) -> Result<PathBuf, PublishError> {
    let absolute = std::path::absolute(named).map_err(PublishError::io(Deed::Find, named))?;
    let mut real = PathBuf::new();
    let mut parts = absolute.components().peekable();
    while let Some(part) = parts.next() {
        if part == Component::ParentDir {
            real.pop();
            continue;
        }
        real.push(part);
        let is_last = parts.peek().is_none();
        match fs::symlink_metadata(&real) {
            Ok(metadata) if metadata.is_symlink() => match fs::canonicalize(&real) {
                Ok(led) if !is_last || led.is_dir() => real = led,
                Ok(_) => return Err(PublishError::NotAFolder(named.to_owned())),
                Err(_) if is_last => return Err(PublishError::NotAFolder(named.to_owned())),
                Err(error) => return Err(PublishError::io(Deed::Find, &real)(error)),
            },
            Ok(metadata) if is_last && !metadata.is_dir() => {
                return Err(PublishError::NotAFolder(named.to_owned()));
            }
            // What is not there is made later; what cannot be looked at fails then.
            Ok(_) | Err(_) => {}
        }
    }
    // Spelled as the disk spells it, so that it can be compared, where names differ in case alone.
    Ok(fs::canonicalize(&real).unwrap_or(real))
}

/// Refuses an output folder with files in it that was not made by this program. One that is not there, or empty, is no harm.
pub(super) fn check_owner(out: &Path) -> Result<(), PublishError> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(PublishError::io(Deed::LookInto, out)(error)),
    };
    // What a build left that was killed before it published anything is no file of others.
    let mut others = entries.filter(|entry| {
        let name = entry.as_ref().map(fs::DirEntry::file_name);
        !name.is_ok_and(|name| name == WITHIN)
    });
    match others.next() {
        Some(_) if marker::read(out).is_none() => Err(PublishError::NotOurs(out.to_owned())),
        _ => Ok(()),
    }
}
