//! Modification times of a site's files, for disks that do not tell of changes: what differs from the last look.
//!
//! Takes a root, gives what may have changed since the look before. Reads no file. Of each file only two hashes are kept.

use std::collections::HashMap;
use std::fs::{self, Metadata};
use std::hash::{BuildHasher, BuildHasherDefault, Hash};
use std::path::Path;

use rayon::prelude::*;

use super::walk::{SITE, walk};
use crate::diagnostic::Code;
use crate::disk::watch::Changes;

/// The stamp of each file, by the hash of its path.
#[derive(Default)]
pub(crate) struct FileTimes {
    stamps: HashMap<u64, u64, Hashing>,
}

type Hashing = BuildHasherDefault<ahash::AHasher>;

impl FileTimes {
    /// The times of all files of a site.
    pub(crate) fn of(root: &Path) -> FileTimes {
        let mut times = FileTimes::default();
        times.renew(root);
        times
    }

    /// Looks at all files again and gives what differs; none if nothing does. What is gone has no path here: then
    /// anything may have changed.
    pub(crate) fn renew(&mut self, root: &Path) -> Option<Changes> {
        let walked = walk(root, SITE);
        let stamped: Vec<(u64, u64)> = walked
            .files
            .par_iter()
            .map(|found| (hash(&*found.file), stamp(&found.file)))
            .collect();
        let mut new = HashMap::with_capacity_and_hasher(stamped.len(), Hashing::default());
        let mut paths = Vec::new();
        for (found, &(path, stamp)) in walked.files.iter().zip(&stamped) {
            if self.stamps.remove(&path) != Some(stamp) {
                paths.push(found.file.clone());
            }
            new.insert(path, stamp);
        }
        // What is no file, such as a link that leads nowhere, has only its name. What is left out comes and goes.
        let problems = walked.problems.iter();
        for (path, problem) in problems.filter(|(_, problem)| problem.code != Code::LeftOut) {
            let key = hash(&(path, problem));
            if self.stamps.remove(&key).is_none() {
                paths.push(root.join(path));
            }
            new.insert(key, 0);
        }
        let is_gone = !self.stamps.is_empty();
        self.stamps = new;
        match (is_gone, paths.is_empty()) {
            (true, _) => Some(Changes::Anything),
            (false, false) => Some(Changes::Paths(paths.into_iter().collect())),
            (false, true) => None,
        }
    }
}

fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    Hashing::default().hash_one(value)
}

/// A file's length and when it was written to, as far as the system tells; where it does, also when it was put in place.
fn stamp(file: &Path) -> u64 {
    let stamp = |metadata: Metadata| {
        let length = metadata.len();
        hash(&(length, metadata.modified().ok(), put_in_place(&metadata)))
    };
    fs::metadata(file).map_or(0, stamp)
}

#[cfg(unix)]
fn put_in_place(metadata: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn put_in_place(_: &Metadata) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inside::support::Site;

    #[test]
    fn what_is_written_made_or_removed_is_noticed_and_nothing_else() {
        let site = Site::golden("sums");
        let file = site.path("content/static/a.txt");
        let mut times = FileTimes::of(site.root());
        assert_eq!(times.renew(site.root()), None);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let this = Some(Changes::Paths([file.clone()].into()));
        for text in ["a", "ab", "bc"] {
            fs::write(&file, text).unwrap();
            assert_eq!(times.renew(site.root()), this, "{text}");
            assert_eq!(times.renew(site.root()), None);
        }
        // What no site is made of is not looked at.
        fs::write(site.path("content/static/a.txt~"), "x").unwrap();
        fs::write(site.path("notes.txt"), "x").unwrap();
        assert_eq!(times.renew(site.root()), None);
        fs::remove_file(&file).unwrap();
        assert_eq!(times.renew(site.root()), Some(Changes::Anything));
        assert_eq!(times.renew(site.root()), None);
    }
}
