//! PNG: texts in its chunks, plain or packed, and what a camera wrote.

use flate2::read::ZlibDecoder;

use super::encoding;
use super::exif;
use super::sink::Sink;
use super::xml;

const HEAD: &[u8] = b"\x89PNG\r\n\x1a\n";

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) {
    for (kind, body) in chunks(bytes) {
        match kind {
            b"tEXt" => sink.texts(encoding::likely(body)),
            b"zTXt" => {
                // A keyword, zero, the method, the packed text.
                let (key, packed) = cut(body);
                sink.texts(encoding::likely(key));
                packed_text(packed.get(1..).unwrap_or_default(), sink);
            }
            b"iTXt" => {
                let (key, rest) = cut(body);
                sink.texts(encoding::likely(key));
                let is_packed = rest.first() == Some(&1);
                let (language, rest) = cut(rest.get(2..).unwrap_or_default());
                let (key, text) = cut(rest);
                sink.texts(encoding::likely(language));
                sink.texts(encoding::likely(key));
                match is_packed {
                    true => packed_text(text, sink),
                    false => sink.texts(encoding::likely(text)),
                }
            }
            b"eXIf" => exif::fields(body.to_vec(), sink),
            _ => {}
        }
    }
}

/// The chunks of a PNG: the type and body of each; none in another file.
pub(super) fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = bytes.strip_prefix(HEAD).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (kind, after) = after.split_at_checked(4)?;
        let length = (u32::from_be_bytes(*length) as usize).min(after.len());
        let (body, after) = after.split_at(length);
        // Four bytes of a checksum follow.
        rest = after.get(4..).unwrap_or_default();
        Some((kind, body))
    })
}

fn packed_text(packed: &[u8], sink: &mut Sink<'_>) {
    let text = sink.unpack(ZlibDecoder::new(packed));
    for text in encoding::likely(&text) {
        if text.contains('<') {
            sink.texts(xml::readings(&text));
        }
        sink.text(&text);
    }
}

/// What stands before and after the first zero.
fn cut(bytes: &[u8]) -> (&[u8], &[u8]) {
    match memchr::memchr(0, bytes) {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &[]),
    }
}
