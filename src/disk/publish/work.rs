//! The work folder of an output: where the next output is made, and the lock by which one build at a time does so.
//!
//! It stands hidden beside the output folder, so that nothing of it is ever published; only where that cannot be, within it. Takes
//! the output folder, gives the work folder, locked; the lock goes with the process, however that ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::{Deed, PublishError};
use super::remove::remove_tree;
use crate::disk::mounts::is_mounted;

/// The name of the work folder where it stands within the output folder.
pub(super) const WITHIN: &str = ".tagzym-work";

/// Which build is at work: the number of its process is in it.
const LOCK: &str = "lock";
/// The next output; after the exchange, the last one.
const NEW: &str = "new";
/// The last output, where it was moved away in a step of its own.
const OLD: &str = "old";
/// What could not be removed: a number follows.
const LEFT: &str = "left-";

/// How often a build that waits looks whether the other one has ended.
const LOOK: Duration = Duration::from_millis(50);

/// How long a build waits for another to say who it is.
const TELL: Duration = Duration::from_secs(1);

/// How long a build waits for another, and whom it tells.
pub(crate) struct Patience<'a> {
    pub at_most: Duration,
    /// Called once, with the process that is waited for, if it can be known.
    pub tell: &'a dyn Fn(Option<u32>),
}

/// A work folder that is ours until it is dropped; then it is gone.
#[derive(Debug)]
pub(super) struct Work {
    folder: PathBuf,
    /// Whether the output folder itself can change places with another.
    pub(super) is_beside: bool,
    /// None where the disk knows no locks.
    lock: Option<File>,
}

impl Work {
    /// Takes the work folder of an output folder, which need not be there; the folder that it is in has to be.
    ///
    /// # Errors
    /// Another build has it for longer than we wait; or the disk refuses.
    pub(super) fn begin(out: &Path, patience: &Patience) -> Result<Work, PublishError> {
        let mut waited = Duration::ZERO;
        let mut told = false;
        loop {
            let (folder, is_beside) = make(out)?;
            let path = folder.join(LOCK);
            let opened = OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path);
            let mut file = match opened {
                Ok(file) => file,
                // Whoever had it removed it just now.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(PublishError::io(Deed::Write, &path)(error)),
            };
            match file.try_lock() {
                Ok(()) if !is_there(&file, &path) => continue,
                Ok(()) => {
                    let id = std::process::id().to_string();
                    let written = file.set_len(0).and_then(|()| file.write_all(id.as_bytes()));
                    let work = Work {
                        folder,
                        is_beside,
                        lock: Some(file),
                    };
                    return match written {
                        Ok(()) => Ok(work),
                        Err(error) => Err(PublishError::io(Deed::Write, &path)(error)),
                    };
                }
                Err(TryLockError::WouldBlock) => {
                    let process = process(&mut file);
                    if waited >= patience.at_most {
                        return Err(PublishError::Busy {
                            out: out.to_owned(),
                            process,
                        });
                    }
                    // It writes its number as soon as it has the lock.
                    if !told && (process.is_some() || waited > TELL) {
                        (patience.tell)(process);
                        told = true;
                    }
                    std::thread::sleep(LOOK);
                    waited += LOOK;
                }
                Err(TryLockError::Error(_)) => {
                    return Ok(Work {
                        folder,
                        is_beside,
                        lock: None,
                    });
                }
            }
        }
    }

    /// Leaves all as a process does that is killed.
    #[cfg(test)]
    pub(super) fn kill(mut self) {
        drop(self.lock.take());
        std::mem::forget(self);
    }

    /// Where the next output is made.
    pub(super) fn next_output(&self) -> PathBuf {
        self.folder.join(NEW)
    }

    /// Where the last output goes if it cannot change places.
    pub(super) fn last_output(&self) -> PathBuf {
        self.folder.join(OLD)
    }

    /// What builds could not remove, such as a folder of another user; sorted.
    pub(super) fn left(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let of_left = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(LEFT));
        let mut left: Vec<PathBuf> = of_left.map(|entry| entry.path()).collect();
        left.sort();
        left
    }

    /// Moves what cannot be removed out of the way of all builds to come, and says where it is now. It stays, with pages of
    /// patrons who may since be named no more: nobody else may look into the work folder from then on.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn set_aside(&self, tree: &Path) -> io::Result<PathBuf> {
        // Where the disk knows no such rights, it stays as open as all there.
        let _ = close(&self.folder);
        let left = self.left();
        if left.iter().any(|path| path == tree) {
            return Ok(tree.to_owned());
        }
        let mut free = (0..).map(|number| self.folder.join(format!("{LEFT}{number}")));
        let to = free.find(|path| !left.contains(path)).unwrap_or_default();
        fs::rename(tree, &to).map(|()| to)
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // Nobody is left to tell if this fails; what stays is cleared away by the next build.
        let _ = remove_tree(&self.next_output());
        // As long as the lock is held: who waits for it sees that it is gone, and makes another.
        let _ = fs::remove_file(self.folder.join(LOCK));
        let _ = fs::remove_dir(&self.folder);
        drop(self.lock.take());
    }
}

/// Makes the work folder if it is not there: beside the output folder, if that can be moved. Says whether it is beside.
fn make(out: &Path) -> Result<(PathBuf, bool), PublishError> {
    let beside = out.parent().zip(out.file_name()).map(|(parent, name)| {
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(".tagzym");
        parent.join(hidden)
    });
    let within = out.join(WITHIN);
    if let Some(beside) = beside.filter(|beside| !is_mounted(out) && is_on_one_disk(out, beside)) {
        match make_one(&beside) {
            Ok(()) => return Ok((beside, true)),
            Err(error) if may_be_elsewhere(&error) && out.is_dir() => {}
            Err(error) => return Err(PublishError::io(Deed::Make, &beside)(error)),
        }
    }
    make_one(&within).map_err(PublishError::io(Deed::Make, &within))?;
    Ok((within, false))
}

fn make_one(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        // A link would lead elsewhere.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            match fs::symlink_metadata(folder)?.is_dir() {
                true => Ok(()),
                false => Err(error),
            }
        }
        made => made,
    }
}

/// Leaves a folder to its owner alone.
#[cfg(unix)]
fn close(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn close(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether another folder may be written to though this one may not.
fn may_be_elsewhere(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}

/// Whether an output folder lies on the disk of the folder that it is in.
#[cfg(unix)]
fn is_on_one_disk(out: &Path, beside: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| fs::metadata(path).ok().map(|metadata| metadata.dev());
    let around = beside.parent().and_then(disk);
    disk(out).is_none_or(|disk| Some(disk) == around)
}

#[cfg(not(unix))]
fn is_on_one_disk(_out: &Path, _beside: &Path) -> bool {
    true
}

/// Whether an open file still stands at its path.
#[cfg(unix)]
fn is_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let (open, there) = (file.metadata().map(id), fs::metadata(path).map(id));
    matches!((open, there), (Ok(open), Ok(there)) if open == there)
}

#[cfg(not(unix))]
fn is_there(_file: &File, path: &Path) -> bool {
    path.exists()
}

/// The process that holds the lock, if it has written its number.
fn process(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.take(20).read_to_string(&mut text).ok()?;
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn what_stays_of_an_output_is_closed_to_others() {
        use std::os::unix::fs::PermissionsExt;

        use super::*;

        let folder = tempfile::tempdir().unwrap();
        let patience = Patience {
            at_most: Duration::ZERO,
            tell: &|_| {},
        };
        let beside = folder.path().join(".dist.tagzym");
        let mode = || fs::metadata(&beside).unwrap().permissions().mode() & 0o777;
        let open = fs::Permissions::from_mode(0o755);
        let begin = || {
            let work = Work::begin(&folder.path().join("dist"), &patience).unwrap();
            // As most have it, whatever this user has.
            fs::set_permissions(&beside, open.clone()).unwrap();
            work
        };
        let work = begin();
        fs::create_dir(work.last_output()).unwrap();
        let left = work.set_aside(&work.last_output()).unwrap();
        assert_eq!((left.clone(), mode()), (beside.join("left-0"), 0o700));
        drop(work);
        assert_eq!(mode(), 0o700);
        // One that an earlier build left.
        let work = begin();
        assert_eq!(work.left().first(), Some(&left));
        assert_eq!(work.set_aside(&left).unwrap(), left);
        assert_eq!(mode(), 0o700);
    }
}
