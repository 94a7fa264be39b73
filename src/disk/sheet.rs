//! Files of spreadsheets that editors name: reading one, and writing one where nobody publishes it.
//!
//! What is written may hold names that must not be published. So no place inside the content or an output takes it, and
//! nothing that is there is replaced but what the program itself wrote.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::plain_file::open_plain;
use super::publish::is_output;

/// The most bytes of a sheet.
pub(crate) const MAX_SHEET: u64 = 64 << 20;

/// Why a sheet is not written.
#[derive(Debug)]
pub(crate) enum SheetError {
    /// The folder is part of the content or of an output.
    Inside,
    /// Something stands there.
    Stands,
    Io(io::Error),
}

/// The bytes of a file, none if it is too large.
///
/// # Errors
/// It cannot be read, or is no plain file: a pipe would be waited for, and a device has no end.
pub(crate) fn read_sheet(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    open_plain(path)?
        .take(MAX_SHEET + 1)
        .read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MAX_SHEET).then_some(bytes))
}

/// The text of a file, none if there is no such file.
///
/// # Errors
/// It cannot be read, is no plain file, or is not UTF-8.
pub(crate) fn read_settings(path: &Path) -> io::Result<Option<String>> {
    let bytes = match read_sheet(path) {
        Ok(bytes) => bytes.ok_or(io::ErrorKind::FileTooLarge)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let text = String::from_utf8(bytes);
    text.map(Some)
        .map_err(|why| io::Error::new(io::ErrorKind::InvalidData, why.utf8_error()))
}

/// Whether a file can be written at a place: nothing stands there, and nobody publishes it.
///
/// # Errors
/// Why not.
pub(crate) fn check_sheet_place(path: &Path, root: &Path, out: &Path) -> Result<(), SheetError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let folder = fs::canonicalize(folder).map_err(SheetError::Io)?;
    let whole = |path: PathBuf| fs::canonicalize(&path).unwrap_or(path);
    let kept = [root.join("content"), root.join("themes"), root.join(out)];
    let is_kept = kept.into_iter().any(|kept| folder.starts_with(whole(kept)));
    if is_kept || folder.ancestors().any(is_output) {
        return Err(SheetError::Inside);
    }
    match fs::symlink_metadata(path) {
        Ok(_) => Err(SheetError::Stands),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(SheetError::Io(error)),
    }
}

/// Writes a new file; `replaces`: or another one in the place of a plain file.
///
/// # Errors
/// Why not; then there is no new file.
pub(crate) fn write_sheet(
    path: &Path,
    replaces: bool,
    root: &Path,
    out: &Path,
    bytes: &[u8],
) -> Result<(), SheetError> {
    match check_sheet_place(path, root, out) {
        // A link leads to another place than was looked at.
        Err(SheetError::Stands) if replaces && !path.is_symlink() => {
            open_plain(path).map_err(SheetError::Io)?;
            return replace(path, bytes).map_err(SheetError::Io);
        }
        other => other?,
    }
    let mut file = File::create_new(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => SheetError::Stands,
        _ => SheetError::Io(error),
    })?;
    let written = file.write_all(bytes);
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written.map_err(SheetError::Io)
}

/// Puts a file into the place of another, which stays as it is if the disk refuses.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = path.with_file_name(name);
    let mut file = File::create_new(&beside)?;
    let replaced = file
        .write_all(bytes)
        .and_then(|()| fs::rename(&beside, path));
    if replaced.is_err() {
        let _ = fs::remove_file(&beside);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_where_it_would_be_published_or_over_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("site");
        for inner in ["content/static/deep", "themes", "dist", "public"] {
            fs::create_dir_all(root.join(inner)).unwrap();
        }
        fs::write(root.join("public/.tagzym"), "").unwrap();
        let write = |path: PathBuf| write_sheet(&path, false, &root, Path::new("dist"), b"x");
        for inside in [
            "content/a.xlsx",
            "content/static/deep/a.xlsx",
            "themes/a",
            "dist/a.xlsx",
            "public/a.xlsx",
        ] {
            let told = write(root.join(inside));
            assert!(matches!(told, Err(SheetError::Inside)), "{inside}");
        }
        write(root.join("a.xlsx")).unwrap();
        assert!(matches!(
            write(root.join("a.xlsx")),
            Err(SheetError::Stands)
        ));
        assert!(matches!(
            write(root.join("none/a.xlsx")),
            Err(SheetError::Io(_))
        ));
        assert_eq!(read_sheet(&root.join("a.xlsx")).unwrap().unwrap(), b"x");
        assert_eq!(read_settings(&root.join("import.toml")).unwrap(), None);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("import.toml");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        for path in [&*pipe, Path::new("/dev/zero"), folder.path()] {
            let kind = io::ErrorKind::InvalidInput;
            assert_eq!(read_sheet(path).unwrap_err().kind(), kind, "{path:?}");
            assert_eq!(read_settings(path).unwrap_err().kind(), kind, "{path:?}");
        }
    }
}
