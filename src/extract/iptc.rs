//! IPTC: the captions and names that press programs write into a JPEG, each after its number and length.

use super::encoding;
use super::sink::Sink;

/// The record of captions, and its field of the author.
const CAPTIONS: u8 = 2;
pub(super) const AUTHOR: u8 = 80;

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) {
    for (_, text) in fields(bytes) {
        sink.texts(encoding::likely(text));
    }
}

/// The number and the text of each field: after a mark, `1C 02`, its number and its length.
pub(super) fn fields(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    const BLOCK: &[u8] = b"8BIM\x04\x04";
    let start = memchr::memmem::find(bytes, BLOCK).unwrap_or(bytes.len());
    let end = bytes.len().min(start + (64 << 10));
    let mut rest = &bytes[start..end];
    std::iter::from_fn(move || {
        let at = memchr::memmem::find(rest, &[0x1c, CAPTIONS])?;
        let (&number, after) = rest[at + 2..].split_first()?;
        let (length, after) = after.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*length));
        let text = &after[..length.min(after.len())];
        rest = &after[text.len()..];
        Some((number, text))
    })
}
