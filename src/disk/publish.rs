//! Atomic publish: files go to a work folder, from many threads, and replace the last output as a whole.
//!
//! Takes bytes with their paths, gives a folder that holds them and what others had put there, or leaves the last good one as it
//! was. What did not change is not written: it keeps its inode and its time stamp. Knows nothing of what a page is.

mod error;
mod exchange;
mod held;
mod in_place;
mod link;
mod marker;
mod new_file;
mod others;
mod output_folder;
mod places;
mod published;
mod remove;
mod work;

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

pub(crate) use self::error::{Deed, PublishError};
use self::exchange::{clear, exchange, recover, swap};
pub(crate) use self::held::HeldOutput;
pub(in crate::disk) use self::in_place::{bring, make_way, remove, remove_empty};
use self::link::link;
use self::marker::{MARKER, Ours};
use self::new_file::NewFile;
use self::others::{Holdings, carry, look_through, sort_out};
pub(crate) use self::output_folder::{Site, site_of};
use self::output_folder::{check_owner, check_place};
use self::places::Places;
pub(crate) use self::places::is_inside;
pub(crate) use self::published::{Change, Left, Published, PublishedFile, Way};
pub(crate) use self::work::Patience;
use self::work::Work;
use crate::disk::plain_file::open_plain;
use crate::source::AssetContent;

/// How much of a copied file is read at once.
const PIECE: usize = 256 * 1024;

/// An output folder that is being made. As long as it lives no other build publishes into that folder. Dropped before
/// [`commit`](Publication::commit), it leaves no trace.
#[derive(Debug)]
pub(crate) struct Publication {
    out: PathBuf,
    /// The next output: what is written stands here until all is there.
    new: PathBuf,
    taken: Mutex<Places>,
    files: Mutex<Vec<PublishedFile>>,
    /// What could not be removed, of this build and of those before it.
    left: Vec<Left>,
    work: Work,
    /// After the work folder, which is in one of them: folders that were made to lead to the output folder, the outermost first. They go again if nothing is published.
    led: Led,
}

/// A file whose bytes come piece by piece.
pub(crate) struct Piecewise<'p> {
    publication: &'p Publication,
    path: &'p str,
    file: NewFile,
}

impl Piecewise<'_> {
    /// Adds bytes at its end.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), PublishError> {
        self.file.write(bytes)
    }

    /// Ends it: without this it is not published.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn end(self) -> Result<(), PublishError> {
        let ended = self.file.end(self.path.to_owned())?;
        let mut files = self.publication.files.lock();
        // A list holds no half-done state that a thread which panicked could have left; nor do the places.
        let files = files.as_mut().unwrap_or_else(|held| held.get_mut());
        files.push(ended);
        Ok(())
    }
}

impl Publication {
    /// Makes ready to publish into the folder `out` the site that stands in `root`.
    ///
    /// What a build that was killed left is cleared away, or completed if it was past the point of no return.
    ///
    /// # Errors
    /// `out` is no folder, or one that we did not make and that is not empty, or it holds the site's own files or lies
    /// between them; another build is publishing into it, and does not end; or the disk refuses.
    pub(crate) fn begin(
        out: &Path,
        root: &Path,
        patience: &Patience,
    ) -> Result<Publication, PublishError> {
        let out = check_place(out, root)?;
        check_owner(&out)?;
        let mut led = Led::default();
        let around = out.parent().unwrap_or(&out);
        let work = loop {
            led.make(around)?;
            match Work::begin(&out, patience) {
                // A build that failed has taken away again what it had made.
                Err(PublishError::Io { error, .. })
                    if error.kind() == io::ErrorKind::NotFound && !around.exists() => {}
                work => break work?,
            }
        };
        let left = recover(&work, &out)?;
        // Another build may have made it meanwhile, or somebody else.
        check_owner(&out)?;
        let new = work.next_output();
        fs::create_dir(&new).map_err(PublishError::io(Deed::Make, &new))?;
        Ok(Publication {
            out,
            new,
            taken: Mutex::default(),
            files: Mutex::default(),
            left,
            work,
            led,
        })
    }

    /// Old outputs that stand hidden beside the folder, since they cannot be removed.
    pub(crate) fn left(&self) -> &[Left] {
        &self.left
    }

    /// Writes a file. `path`: from the output folder, with `/`.
    ///
    /// # Errors
    /// The path would lead elsewhere, or is taken; or the disk refuses.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let mut file = self.begin_sized(path, Some(bytes.len() as u64))?;
        file.write(bytes)?;
        file.end()
    }

    /// Begins a file whose bytes come piece by piece. `path`: from the output folder, with `/`.
    ///
    /// # Errors
    /// As [`put`](Publication::put).
    pub(crate) fn begin_file<'p>(&'p self, path: &'p str) -> Result<Piecewise<'p>, PublishError> {
        self.begin_sized(path, None)
    }

    /// Writes the bytes of an asset. `path`: from the output folder, with `/`.
    ///
    /// # Errors
    /// As [`put`](Publication::put), or the asset cannot be read any more.
    pub(crate) fn copy(&self, path: &str, asset: &AssetContent) -> Result<(), PublishError> {
        let source = match asset {
            AssetContent::Builtin(bytes) => return self.put(path, bytes),
            AssetContent::File { path, .. } => path,
        };
        // Not `fs::copy`: it would copy the permissions too, and a private file would stay private on the server.
        let mut from = open_plain(source).map_err(PublishError::io(Deed::Read, source))?;
        let mut file = self.begin_file(path)?;
        let mut piece = vec![0; PIECE];
        loop {
            let read = from
                .read(&mut piece)
                .map_err(PublishError::io(Deed::Copy, source))?;
            if read == 0 {
                return file.end();
            }
            file.write(&piece[..read])?;
        }
    }

    fn begin_sized<'p>(
        &'p self,
        path: &'p str,
        length: Option<u64>,
    ) -> Result<Piecewise<'p>, PublishError> {
        if !is_inside(path) {
            return Err(PublishError::BadPath(path.to_owned()));
        }
        let taken = self
            .taken
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take(path);
        taken.map_err(PublishError::Taken)?;
        Ok(Piecewise {
            publication: self,
            path,
            file: NewFile::begin(self.out.join(path), self.new.join(path), length)?,
        })
    }

    /// Puts what was written into the place of the last output. Others are kept away until the publication is dropped.
    ///
    /// # Errors
    /// A folder of others is in the way, or what they put there cannot be read; the disk refuses; then the last output is as it was, unless the error says otherwise.
    pub(crate) fn commit(&mut self) -> Result<Published, PublishError> {
        let (before, holdings) = match marker::read(&self.out) {
            Some(before) => {
                let holdings = look_through(&self.out, &before)?;
                (before, holdings)
            }
            None => (Ours::Listed(HashSet::new()), Holdings::default()),
        };
        let taken = self.taken.get_mut().unwrap_or_else(PoisonError::into_inner);
        let others = sort_out(&self.out, holdings.others, taken)?;
        let files = self.files.get_mut().unwrap_or_else(PoisonError::into_inner);
        let mut files = std::mem::take(files);
        files.par_sort_unstable_by(|one, other| one.path.cmp(&other.path));
        let shown = |others: &[others::Other]| others.iter().map(others::Other::shown).collect();
        let mut published = Published {
            gone: gone(&before, holdings.ours, &files),
            files,
            carried: shown(&others.over),
            replaced: shown(&others.replaced),
            way: Way::None,
        };
        if !self.is_as_it_was(&before, &published) {
            published.way = self.replace(&others.over, &published)?;
        }
        self.led.keep();
        Ok(published)
    }

    /// Whether nothing is to be done.
    fn is_as_it_was(&self, before: &Ours, published: &Published) -> bool {
        let Ours::Listed(listed) = before else {
            return false;
        };
        let files = &published.files;
        let all_listed = || files.iter().all(|file| listed.contains(&file.path));
        files.iter().all(|file| file.change == Change::Same)
            && listed.len() == files.len()
            && all_listed()
            && published.replaced.is_empty()
            && self.out.is_dir()
    }

    /// Brings the new output into place.
    fn replace(
        &mut self,
        others: &[others::Other],
        published: &Published,
    ) -> Result<Way, PublishError> {
        if self.work.is_beside {
            self.complete(others, published)?;
            if let Some(way) = exchange(&self.work, &self.out, &swap, &|from, to| {
                fs::rename(from, to)
            })? {
                let old = [self.work.last_output(), self.new.clone()];
                let left = clear(&self.work, &self.out, &old, |path, error| {
                    let path = path.to_owned();
                    PublishError::OldStays { path, error }
                });
                self.left.extend(left?);
                return Ok(way);
            }
        }
        in_place::place(&self.work, &self.out, published)?;
        Ok(Way::InPlace)
    }

    /// Makes the new output whole: with what did not change, what others put there, and our marker, which comes last.
    fn complete(
        &self,
        others: &[others::Other],
        published: &Published,
    ) -> Result<(), PublishError> {
        published.files.par_iter().try_for_each(|file| {
            if file.change != Change::Same {
                return Ok(());
            }
            let (from, to) = (self.out.join(&file.path), self.new.join(&file.path));
            link(&from, &to).map_err(PublishError::io(Deed::Copy, &from))
        })?;
        carry(others, &self.out, &self.new)?;
        let marker = self.new.join(MARKER);
        let paths = published.files.iter().map(|file| &*file.path);
        fs::write(&marker, marker::text(paths)).map_err(PublishError::io(Deed::Write, &marker))?;
        // After all is written: the folder may be closed.
        match fs::metadata(&self.out) {
            Ok(before) => fs::set_permissions(&self.new, before.permissions())
                .map_err(PublishError::io(Deed::Make, &self.new)),
            Err(_) => Ok(()),
        }
    }
}

/// Which files of ours the last output had that are none of these, sorted.
fn gone(before: &Ours, there: Vec<String>, files: &[PublishedFile]) -> Vec<String> {
    let now: HashSet<&str> = files.iter().map(|file| &*file.path).collect();
    let mut gone = match before {
        Ours::All => there,
        Ours::Listed(listed) => listed.iter().cloned().collect(),
    };
    gone.retain(|path| !now.contains(&**path));
    gone.sort();
    gone
}

/// Folders that were made and are removed again.
#[derive(Debug, Default)]
struct Led(Vec<PathBuf>);

impl Led {
    /// Makes a folder and those that lead to it.
    fn make(&mut self, folder: &Path) -> Result<(), PublishError> {
        let ways = folder.ancestors();
        let missing: Vec<&Path> = ways.take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                Ok(()) => self.0.push(folder.to_owned()),
                // Another build has made it just now, and removes it if nothing comes of that.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
                Err(error) => return Err(PublishError::io(Deed::Make, folder)(error)),
            }
        }
        Ok(())
    }

    fn keep(&mut self) {
        self.0.clear();
    }
}

impl Drop for Led {
    fn drop(&mut self) {
        // Nobody is left to tell if this fails; an empty folder does no harm.
        for folder in self.0.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Whether a folder is an output of this program.
pub(crate) fn is_output(folder: &Path) -> bool {
    folder.join(marker::MARKER).is_file()
}

#[cfg(test)]
mod tests;
