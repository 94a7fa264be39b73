//! A picture that is made anew, with the files that it becomes.

use crate::pictures::{Form, Turn};
use crate::source::Asset;

/// The digest of a picture's file.
pub(crate) type PictureDigest = [u8; 32];

/// A picture that is made anew.
#[derive(Debug)]
pub(crate) struct MadePicture {
    pub asset: Asset,
    /// Of its file, if it was asked for.
    pub digest: Option<PictureDigest>,
    /// The size of what is seen.
    pub size: (u32, u32),
    pub turn: Turn,
    /// The files that it becomes, with their addresses.
    pub files: Vec<(String, Form)>,
}
