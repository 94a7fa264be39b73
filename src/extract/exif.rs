//! EXIF: the fields that a camera or a program writes into a picture, in whatever encoding it likes.
//!
//! What is written in UTF-8 or UTF-16 plain bytes show already.

use std::io::Cursor;

use ::exif::{Exif, Reader, Value};

use super::encoding;
use super::sink::Sink;

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) {
    if let Some(exif) = of_picture(bytes) {
        give(&exif, sink);
    }
}

/// The fields of EXIF data that stand alone.
pub(super) fn fields(bytes: Vec<u8>, sink: &mut Sink<'_>) {
    if let Some(exif) = of_data(bytes) {
        give(&exif, sink);
    }
}

/// The data in a JPEG, TIFF, PNG, WebP or HEIF file; none if it has none.
pub(super) fn of_picture(bytes: &[u8]) -> Option<Exif> {
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let read = reader.read_from_container(&mut Cursor::new(bytes));
    read.or_else(|error| error.distill_partial_result(|_| {}))
        .ok()
}

fn of_data(bytes: Vec<u8>) -> Option<Exif> {
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let read = reader.read_raw(bytes);
    read.or_else(|error| error.distill_partial_result(|_| {}))
        .ok()
}

fn give(exif: &Exif, sink: &mut Sink<'_>) {
    for field in exif.fields() {
        match &field.value {
            Value::Ascii(texts) => {
                for text in texts {
                    sink.texts(encoding::likely(text));
                }
            }
            // Eight letters say the encoding of a comment.
            Value::Undefined(bytes, _) if bytes.starts_with(b"ASCII\0\0\0") => {
                sink.texts(encoding::likely(&bytes[8..]));
            }
            _ => {}
        }
    }
}
