//! Stamps: digests of large files, kept in the cache of a site with the size and time of each, so that only files that changed
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

/// What a digest was taken of.
#[derive(Clone, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: u128,
    digest: blake3::Hash,
}

/// The digests of files, each with its path in the site and its place on the disk. `root`: whose cache keeps them. A file that cannot
/// be read has none.
pub(crate) fn digests(root: &Path, files: &[(Arc<str>, &Path)]) -> HashMap<Arc<str>, FileDigest> {
    let folder = root.join(FOLDER);
    let (kept, at) = read(&folder.join(FILE)).unwrap_or_default();
    let taken = files.par_iter().filter_map(|(path, file)| {
        let metadata = fs::metadata(file).ok()?;
        let (length, modified) = (metadata.len(), modified(&metadata));
        let known = kept.get(&**path).filter(|known| {
            let is_same = (known.length, known.modified) == (length, modified);
            is_same && modified + SURELY_BEFORE < at
        });
        if let Some(known) = known {
            return Some((path.clone(), known.clone(), true));
        }
        let stamp = Stamp {
            length,
            modified,
            digest: digest_of(file)?,
        };
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
        let Stamp {
            length,
            modified,
            digest,
        } = stamp;
        let _ = writeln!(lines, "{} {length} {modified} {path}", digest.to_hex());
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
        let mut fields = line.splitn(4, ' ');
        let mut field = || fields.next();
        let stamp = Stamp {
            digest: blake3::Hash::from_hex(field()?).ok()?,
            length: field()?.parse().ok()?,
            modified: field()?.parse().ok()?,
        };
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
        let written = |bytes: &[u8], ago: u64| {
            fs::write(&file, bytes).unwrap();
            let now = fs::metadata(&file).unwrap().modified().unwrap();
            let at = now - Duration::from_secs(ago);
            fs::File::options()
                .write(true)
                .open(&file)
                .and_then(|file| file.set_modified(at))
                .unwrap();
            at
        };
        let taken = || digests(root.path(), &[("content/a.jpg".into(), &*file)])["content/a.jpg"];
        let hash = |bytes: &[u8]| *blake3::hash(bytes).as_bytes();
        let at = written(b"one", 60);
        assert_eq!(taken(), hash(b"one"));
        // Of the same length and time: nobody looks into it.
        fs::write(&file, b"two").unwrap();
        let set = |at| {
            fs::File::options()
                .write(true)
                .open(&file)
                .unwrap()
                .set_modified(at)
        };
        set(at).unwrap();
        assert_eq!(taken(), hash(b"one"));
        // Another time, another length, broken stamps, none: it is looked into.
        written(b"two", 50);
        assert_eq!(taken(), hash(b"two"));
        written(b"three", 50);
        assert_eq!(taken(), hash(b"three"));
        let stamps = root.path().join(FOLDER).join(FILE);
        for broken in ["", "x\n", "x"] {
            fs::write(&stamps, broken).unwrap();
            assert_eq!(taken(), hash(b"three"));
        }
        fs::remove_dir_all(root.path().join(FOLDER)).unwrap();
        assert_eq!(taken(), hash(b"three"));
        // Written just now: at the same time it may be written again.
        let at = written(b"fours", 0);
        assert_eq!(taken(), hash(b"fours"));
        fs::write(&file, b"fives").unwrap();
        set(at).unwrap();
        assert_eq!(taken(), hash(b"fives"));
        fs::remove_file(&file).unwrap();
        assert!(digests(root.path(), &[("content/a.jpg".into(), &*file)]).is_empty());
    }
}
