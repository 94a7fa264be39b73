//! Edits of a text, and what they are made for.

use std::ops::Range;

use crate::model::kind::RecordKind;

/// What is renamed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rename<'a> {
    pub kind: RecordKind,
    pub old: &'a str,
    pub new: &'a str,
    /// The file in which the old address is to be kept; none if there was no address.
    pub keep_in: Option<&'a str>,
    /// The file that the record stands in, if it is no text.
    pub file: Option<&'a str>,
    /// The folder that is named by the record, if it has one: `content/projects/akmola/gym`.
    pub folder: Option<&'a str>,
}

/// A replacement of some bytes of a text.
pub(super) type Edit = (Range<usize>, String);

/// Bytes that name the record in a way that cannot be changed safely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unsafe(pub Range<usize>);
