//! A file that is being published: its bytes are compared with those of the last output as they come, and written only if they
//! differ.
//!
//! Takes where the last output has it and where the next one is made, gives its size, its digest and how it changed. A file
//! whose bytes are the same is not written at all.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::error::{Deed, PublishError};
use super::link::with_folders;
use super::published::{Change, PublishedFile};

/// How much is compared at once.
const PIECE: usize = 64 * 1024;

/// A file of an output folder that is being made.
pub(super) struct NewFile {
    /// Where the last output has it, and readers will find it.
    place: PathBuf,
    /// Where it is written, if it has to be.
    staged: PathBuf,
    digest: Sha256,
    bytes: u64,
    state: State,
    /// Whether something stands at its place.
    existed: bool,
}

enum State {
    /// All bytes so far are those of the last output.
    Comparing(File),
    Writing(File),
}

impl NewFile {
    /// Begins a file. `length`: how many bytes will come, if that is known.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn begin(
        place: PathBuf,
        staged: PathBuf,
        length: Option<u64>,
    ) -> Result<NewFile, PublishError> {
        let before = fs::symlink_metadata(&place);
        let can_be_same = before.as_ref().is_ok_and(|before| {
            before.is_file() && length.is_none_or(|length| length == before.len())
        });
        // What cannot be read is written anew.
        let compared = can_be_same.then(|| File::open(&place).ok()).flatten();
        let state = match compared {
            Some(old) => State::Comparing(old),
            None => State::Writing(create(&place, &staged)?),
        };
        Ok(NewFile {
            place,
            staged,
            digest: Sha256::new(),
            bytes: 0,
            state,
            existed: before.is_ok(),
        })
    }

    /// Adds bytes at its end.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), PublishError> {
        if let State::Comparing(old) = &mut self.state
            && !goes_on_with(old, bytes)
        {
            self.write_what_was_the_same()?;
        }
        if let State::Writing(file) = &mut self.state {
            file.write_all(bytes)
                .map_err(PublishError::io(Deed::Write, &self.place))?;
        }
        self.digest.update(bytes);
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Ends it; `path` is what it is called in the output.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn end(mut self, path: String) -> Result<PublishedFile, PublishError> {
        if let State::Comparing(old) = &mut self.state {
            let more = old.read(&mut [0]);
            if !matches!(more, Ok(0)) {
                self.write_what_was_the_same()?;
            }
        }
        let change = match (&self.state, self.existed) {
            (State::Comparing(_), _) => Change::Same,
            (State::Writing(_), true) => Change::Changed,
            (State::Writing(_), false) => Change::New,
        };
        Ok(PublishedFile {
            path,
            bytes: self.bytes,
            sha256: self.digest.finalize().into(),
            change,
        })
    }

    /// From here on it is another file: what was the same so far is written first.
    fn write_what_was_the_same(&mut self) -> Result<(), PublishError> {
        let State::Comparing(old) = &mut self.state else {
            return Ok(());
        };
        let mut file = create(&self.place, &self.staged)?;
        let copied = old
            .rewind()
            .and_then(|()| io::copy(&mut old.take(self.bytes), &mut file));
        match copied {
            Ok(copied) if copied == self.bytes => {}
            Ok(_) => {
                let cut = io::ErrorKind::UnexpectedEof.into();
                return Err(PublishError::io(Deed::Read, &self.place)(cut));
            }
            Err(error) => return Err(PublishError::io(Deed::Copy, &self.place)(error)),
        }
        self.state = State::Writing(file);
        Ok(())
    }
}

/// Whether a file goes on with these bytes.
fn goes_on_with(file: &mut File, bytes: &[u8]) -> bool {
    let mut read = vec![0; bytes.len().min(PIECE)];
    bytes.chunks(PIECE).all(|piece| {
        let read = &mut read[..piece.len()];
        file.read_exact(read).is_ok() && read == piece
    })
}

/// A new file where the next output is made, with the folders that lead to it.
fn create(place: &Path, staged: &Path) -> Result<File, PublishError> {
    with_folders(staged, |path| File::create_new(path))
        .map_err(PublishError::io(Deed::Write, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Publishes pieces over a file, gives how it changed and what was written.
    fn over(old: Option<&str>, pieces: &[&str]) -> (Change, Option<String>) {
        let folder = tempfile::tempdir().unwrap();
        let (place, staged) = (folder.path().join("old"), folder.path().join("new"));
        if let Some(old) = old {
            fs::write(&place, old).unwrap();
        }
        let mut file = NewFile::begin(place, staged.clone(), None).unwrap();
        for piece in pieces {
            file.write(piece.as_bytes()).unwrap();
        }
        let ended = file.end("a".to_owned()).unwrap();
        let whole = pieces.concat();
        assert_eq!(ended.bytes, whole.len() as u64);
        assert_eq!(ended.sha256[..], Sha256::digest(whole)[..]);
        (ended.change, fs::read_to_string(staged).ok())
    }

    #[test]
    fn only_what_differs_is_written_and_then_it_is_whole() {
        let written = |text: &str| Some(text.to_owned());
        assert_eq!(over(None, &["a", "b"]), (Change::New, written("ab")));
        assert_eq!(over(Some("ab"), &["a", "b"]), (Change::Same, None));
        assert_eq!(over(Some(""), &[]), (Change::Same, None));
        let changed = |old: &str, pieces: &[&str]| {
            assert_eq!(
                over(Some(old), pieces),
                (Change::Changed, written(&pieces.concat())),
                "{old} {pieces:?}"
            );
        };
        changed("ab", &["a", "c"]);
        changed("ab", &["x", "b"]);
        changed("ab", &["a"]);
        changed("ab", &[]);
        changed("ab", &["ab", "c"]);
        changed("", &["a"]);
        let long = "long ".repeat(50_000);
        assert_eq!(over(Some(&long), &[&long]), (Change::Same, None));
        changed(&long, &[&long, "."]);
        changed(&format!("{long}."), &[&long]);
        changed(&long, &[&long[..long.len() - 1], "."]);
    }
}
