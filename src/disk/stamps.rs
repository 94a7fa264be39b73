//! Stamps: digests of large files, kept in the cache of a site with the size and times of each, so that only files that changed
//! are read again.
//!
//! A file that was written shortly before its digest was kept may be written once more at what is the same time to its disk: its
//! stamp is not trusted.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::asset::modified;
use super::cache::{FOLDER, replace};

/// The file of the folder that holds them.
const FILE: &str = "stamps";

/// How much earlier than the stamps a file has to be written, in nanoseconds: the times of some disks are whole seconds, or two.
const SURELY_BEFORE: u128 = 3_000_000_000;

/// The digest of a file, by BLAKE3.
type FileDigest = [u8; blake3::OUT_LEN];

/// A file and what its digest was.
#[derive(Clone)]
struct Stamp {
    state: State,
    digest: blake3::Hash,
}

/// What becomes another when a file does.
#[derive(Clone, PartialEq, Eq)]
struct State {
    length: u64,
    /// In nanoseconds. Programs that copy files set it to what it was.
    modified: u128,
    /// When the disk has last written anything of it, which no program can set; where that is not told, the same.
    changed: u128,
}

impl State {
    fn of(metadata: &fs::Metadata) -> State {
        let modified = modified(metadata);
        State {
            length: metadata.len(),
            modified,
            changed: changed(metadata).unwrap_or(modified),
        }
    }
}

#[cfg(unix)]
fn changed(metadata: &fs::Metadata) -> Option<u128> {
    use std::os::unix::fs::MetadataExt;
    let seconds = u128::try_from(metadata.ctime()).ok()?;
    let rest = u128::try_from(metadata.ctime_nsec()).ok()?;
    Some(seconds * 1_000_000_000 + rest)
}

#[cfg(not(unix))]
fn changed(_: &fs::Metadata) -> Option<u128> {
    None
}

/// The digests of files, each with its path in the site and its place on the disk. `root`: whose cache keeps them. A file that cannot
/// be read has none.
pub(crate) fn digests(root: &Path, files: &[(Arc<str>, &Path)]) -> HashMap<Arc<str>, FileDigest> {
    let folder = root.join(FOLDER);
    let (kept, at) = read(&folder.join(FILE)).unwrap_or_default();
    let taken = files.par_iter().filter_map(|(path, file)| {
        let state = State::of(&fs::metadata(file).ok()?);
        let known = kept.get(&**path).filter(|known| {
            let last = state.modified.max(state.changed);
            known.state == state && last + SURELY_BEFORE < at
        });
        if let Some(known) = known {
            return Some((path.clone(), known.clone(), true));
        }
        let digest = digest_of(file)?;
        let stamp = Stamp { state, digest };
        Some((path.clone(), stamp, false))
    });
    let taken: Vec<(Arc<str>, Stamp, bool)> = taken.collect();
    if taken.iter().any(|(_, _, is_known)| !is_known) || taken.len() != kept.len() {
        let text = text(taken.iter().map(|(path, stamp, _)| (&**path, stamp)));
        // What cannot be kept is taken again.
        let _ = replace(&folder, FILE, text.as_bytes());
    }
    let digests = taken.into_iter();
    digests
        .map(|(path, stamp, _)| (path, *stamp.digest.as_bytes()))
        .collect()
}

fn digest_of(file: &Path) -> Option<blake3::Hash> {
    let mut digest = blake3::Hasher::new();
    digest
        .update_reader(super::plain_file::open_plain(file).ok()?)
        .ok()?;
    Some(digest.finalize())
}

/// The digest of all that follows, then a line for each file.
fn text<'a>(stamps: impl Iterator<Item = (&'a str, &'a Stamp)>) -> String {
    let mut lines = String::new();
    for (path, stamp) in stamps {
        let State {
            length,
            modified,
            changed,
        } = &stamp.state;
        let digest = stamp.digest.to_hex();
        let _ = writeln!(lines, "{digest} {length} {modified} {changed} {path}");
    }
    format!("{}\n{lines}", blake3::hash(lines.as_bytes()).to_hex())
}

/// What is kept, and when it was written; none if it is broken.
fn read(file: &Path) -> Option<(HashMap<String, Stamp>, u128)> {
    let text = fs::read_to_string(file).ok()?;
    let at = modified(&fs::metadata(file).ok()?);
    let (digest, lines) = text.split_once('\n')?;
    if *digest != *blake3::hash(lines.as_bytes()).to_hex() {
        return None;
    }
    let stamps = lines.lines().map(|line| {
        let mut fields = line.splitn(5, ' ');
        let mut field = || fields.next();
        let digest = blake3::Hash::from_hex(field()?).ok()?;
        let state = State {
            length: field()?.parse().ok()?,
            modified: field()?.parse().ok()?,
            changed: field()?.parse().ok()?,
        };
        let stamp = Stamp { state, digest };
        Some((field()?.to_owned(), stamp))
    });
    Some((stamps.collect::<Option<_>>()?, at))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_file_is_read_again_only_if_it_changed() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("a.jpg");
        let stamps = root.path().join(FOLDER).join(FILE);
        let set = |file: &Path, at| {
            let file = fs::File::options().write(true).open(file).unwrap();
            file.set_modified(at).unwrap();
        };
        // Of a file that was written just now.
        let now = |file: &Path| fs::metadata(file).unwrap().modified().unwrap();
        let written = |bytes: &[u8], ago: u64| {
            fs::write(&file, bytes).unwrap();
            let at = now(&file) - Duration::from_secs(ago);
            set(&file, at);
            at
        };
        let later = || set(&stamps, now(&stamps) + Duration::from_secs(60));
        let taken = || digests(root.path(), &[("content/a.jpg".into(), &*file)])["content/a.jpg"];
        let hash = |bytes: &[u8]| *blake3::hash(bytes).as_bytes();
        written(b"one", 60);
        assert_eq!(taken(), hash(b"one"));
        // What is kept is believed: nobody looks into the file.
        let kept = |of: &[u8]| {
            let stamp = Stamp {
                state: State::of(&fs::metadata(&file).unwrap()),
                digest: blake3::hash(of),
            };
            let text = text([("content/a.jpg", &stamp)].into_iter());
            fs::write(&stamps, text).unwrap();
            later();
        };
        kept(b"kept");
        assert_eq!(taken(), hash(b"kept"));
        // Another time, another length, broken stamps, none: it is looked into.
        let at = written(b"two", 50);
        assert_eq!(taken(), hash(b"two"));
        later();
        written(b"three", 50);
        assert_eq!(taken(), hash(b"three"));
        for broken in ["", "x\n", "x"] {
            fs::write(&stamps, broken).unwrap();
            assert_eq!(taken(), hash(b"three"));
        }
        fs::remove_dir_all(root.path().join(FOLDER)).unwrap();
        assert_eq!(taken(), hash(b"three"));
        // Another file of the same length came with its own time, as copies do.
        written(b"fours", 50);
        set(&file, at);
        assert_eq!(taken(), hash(b"fours"));
        later();
        fs::write(&file, b"fives").unwrap();
        set(&file, at);
        assert_eq!(taken(), hash(b"fives"));
        // Written just now: at the same time it may be written again.
        fs::write(&file, b"fives").unwrap();
        kept(b"kept");
        set(&stamps, now(&file));
        assert_eq!(taken(), hash(b"fives"));
        fs::remove_file(&file).unwrap();
        assert!(digests(root.path(), &[("content/a.jpg".into(), &*file)]).is_empty());
    }
}
