//! A file under a second path: a hard link, or a copy with its time stamp where the disk knows none; the folders that lead to it.

use std::fs::{self, File, FileTimes};
use std::io;
use std::path::Path;

/// Puts what stands at `from`, no folder, at `to` as well.
///
/// # Errors
/// The disk refuses.
pub(super) fn link(from: &Path, to: &Path) -> io::Result<()> {
    with_folders(to, |to| match fs::hard_link(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
        linked => linked.or_else(|_| copy(from, to)),
    })
}

/// Makes something at a path, and the folders that lead to it if they are not there.
///
/// # Errors
/// The disk refuses.
pub(super) fn with_folders<T>(to: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<T> {
    match make(to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(to.parent().unwrap_or(to))?;
            make(to)
        }
        made => made,
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let metadata = fs::symlink_metadata(from)?;
    if metadata.is_symlink() {
        return copy_link(from, to);
    }
    if !metadata.is_file() {
        return Err(io::Error::other("it is not a plain file"));
    }
    let mut source = File::open(from)?;
    let mut file = File::create_new(to)?;
    io::copy(&mut source, &mut file)?;
    file.set_permissions(metadata.permissions())?;
    file.set_times(FileTimes::new().set_modified(metadata.modified()?))
}

#[cfg(unix)]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn copy_link(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(io::Error::other("a link cannot be copied here"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_the_time_stamp_and_the_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let [from, to] = ["a", "b"].map(|name| folder.path().join(name));
        fs::write(&from, "text").unwrap();
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        let file = File::options().write(true).open(&from).unwrap();
        file.set_times(FileTimes::new().set_modified(time)).unwrap();
        let mut closed = fs::metadata(&from).unwrap().permissions();
        closed.set_readonly(true);
        fs::set_permissions(&from, closed).unwrap();
        copy(&from, &to).unwrap();
        let copied = fs::metadata(&to).unwrap();
        assert_eq!(copied.modified().unwrap(), time);
        assert!(copied.permissions().readonly());
        assert_eq!(fs::read_to_string(&to).unwrap(), "text");
    }
}
