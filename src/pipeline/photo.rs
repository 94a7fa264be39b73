//! A picture that is not made yet: whoever wants one of its files has it made, since that takes longer than a page.
//!
//! All files that are asked for one after the other are made of one decoded picture.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use super::assets::unreadable;
use crate::diagnostic::Diagnostic;
use crate::disk::bytes;
use crate::pictures::{Form, Room, Unmade, key, make};
use crate::plan::{MadePicture, PictureDigest, unfit};

/// A picture and what is made of it.
pub(super) struct Photo<'a> {
    of: &'a MadePicture,
    /// The files that are made when one is wanted.
    wanted: Range<usize>,
    room: &'a Room,
    source: OnceCell<Option<(Vec<u8>, PictureDigest)>>,
    made: OnceCell<Option<Vec<Vec<u8>>>>,
    /// What is wrong with it, once somebody wanted it and it could not be made.
    wrong: RefCell<Option<Diagnostic>>,
}

/// One file of a picture.
pub struct PhotoFile<'a> {
    photo: &'a Photo<'a>,
    nth: usize,
}

impl<'a> Photo<'a> {
    /// A picture of which these files are wanted.
    pub(super) fn new(of: &'a MadePicture, wanted: Range<usize>, room: &'a Room) -> Photo<'a> {
        Photo {
            of,
            wanted,
            room,
            source: OnceCell::new(),
            made: OnceCell::new(),
            wrong: RefCell::default(),
        }
    }

    /// The nth of its files.
    pub(super) fn file(&'a self, nth: usize) -> PhotoFile<'a> {
        PhotoFile { photo: self, nth }
    }

    /// What is wrong with it, if somebody wanted it.
    pub(super) fn wrong(self) -> Option<Diagnostic> {
        self.wrong.into_inner()
    }

    fn fail<T>(&self, wrong: Diagnostic) -> Option<T> {
        *self.wrong.borrow_mut() = Some(wrong);
        None
    }

    /// The bytes of its file, with their digest.
    fn source(&self) -> Option<&(Vec<u8>, PictureDigest)> {
        let asset = &self.of.asset;
        let read = || {
            let bytes = match bytes(&asset.content) {
                Ok(bytes) => bytes.into_owned(),
                Err(reason) => return self.fail(unreadable(&asset.path, reason)),
            };
            let digest = *blake3::hash(&bytes).as_bytes();
            match self.of.digest {
                Some(of) if of != digest => {
                    self.fail(unreadable(&asset.path, "changed".to_owned()))
                }
                _ => Some((bytes, digest)),
            }
        };
        self.source.get_or_init(read).as_ref()
    }

    fn forms(&self) -> Vec<Form> {
        let files = self.of.files[self.wanted.clone()].iter();
        files.map(|(_, form)| *form).collect()
    }

    /// The bytes of the files that are wanted.
    fn made(&self) -> Option<&Vec<Vec<u8>>> {
        let make_all = || {
            let MadePicture { size, turn, .. } = *self.of;
            let pixels = u64::from(size.0) * u64::from(size.1);
            let made = self.room.holding(pixels, || {
                let (bytes, _) = self.source()?;
                Some(make(bytes, size, turn, &self.forms()))
            });
            match made? {
                Ok(made) => Some(made),
                Err(why) => self.fail(self.unfit(why)),
            }
        };
        self.made.get_or_init(make_all).as_ref()
    }

    fn unfit(&self, why: Unmade) -> Diagnostic {
        let what = match why {
            Unmade::Broken => "unread",
            Unmade::Moves => "moves",
            Unmade::ManyPixels => "pixels",
            Unmade::ManyBytes => "bytes",
        };
        unfit(&self.of.asset, what)
    }
}

impl PhotoFile<'_> {
    /// The key under which it can be kept; none if the picture cannot be read, which is an error then.
    pub(crate) fn key(&self) -> Option<String> {
        let of = self.photo.of;
        let digest = match &of.digest {
            Some(digest) => digest,
            None => &self.photo.source()?.1,
        };
        let (_, form) = of.files[self.nth];
        Some(key(digest, of.turn, form).to_hex().to_string())
    }

    /// Its bytes; none if it cannot be made, which is an error then.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        let nth = self.nth - self.photo.wanted.start;
        Some(self.photo.made()?.get(nth)?)
    }
}
