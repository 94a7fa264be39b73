//! Where extracted texts go, and how much may be unpacked on the way: the bound that a decompression bomb meets.

use std::borrow::Cow;
use std::io::Read;

/// The most bytes that are unpacked of one file.
const MOST: u64 = 256 << 20;
/// What a file of few bytes may hold however well it is packed, and how many times its length a longer one.
const ALWAYS: u64 = 16 << 20;
const RATIO: u64 = 200;

/// How sure it is that what was found is a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    AsText,
    /// Letters among other bytes, where a short word can stand by chance.
    AmongBytes,
}

/// What takes a file in a container: its path, its bytes, whether the container is a document of an office.
pub(super) type Member = fn(&str, &[u8], bool, &mut Sink<'_>);

/// Takes each text of a file.
pub(super) struct Sink<'a> {
    take: &'a mut dyn FnMut(&str, Found),
    /// How many bytes may still be unpacked.
    left: u64,
    /// How many containers the bytes lie in.
    pub depth: usize,
    /// Nothing was met that cannot be read.
    pub is_complete: bool,
}

impl<'a> Sink<'a> {
    /// For a file of this length in bytes.
    pub(super) fn new(length: u64, take: &'a mut dyn FnMut(&str, Found)) -> Sink<'a> {
        Sink {
            take,
            left: length.saturating_mul(RATIO).clamp(ALWAYS, MOST),
            depth: 0,
            is_complete: true,
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if !text.is_empty() {
            (self.take)(text, Found::AsText);
        }
    }

    pub(super) fn texts<'t>(&mut self, texts: impl IntoIterator<Item = Cow<'t, str>>) {
        texts.into_iter().for_each(|text| self.text(&text));
    }

    pub(super) fn letters(&mut self, text: &str) {
        if !text.is_empty() {
            (self.take)(text, Found::AmongBytes);
        }
    }

    /// Something cannot be looked through.
    pub(super) fn cannot(&mut self) {
        self.is_complete = false;
    }

    /// Unpacks to the end, to the bound, or to where the packed bytes are broken; what was had until then is given.
    pub(super) fn unpack(&mut self, from: impl Read) -> Vec<u8> {
        let mut bytes = Vec::new();
        let read = from.take(self.left + 1).read_to_end(&mut bytes);
        if read.is_err() || bytes.len() as u64 > self.left {
            self.cannot();
        }
        self.left = self.left.saturating_sub(bytes.len() as u64);
        bytes
    }
}
