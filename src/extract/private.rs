//! Private metadata: what a picture or a document tells of where it was made, by whom and with what, beside what it shows.
//!
//! Only facts are told, never their values. The head of a picture is enough; of an archive its one part is read.

use std::io::{Read, Seek};

use ::exif::{Context, Exif, In, Tag, Value};
use ::zip::ZipArchive;

use super::exif::of_picture;
use super::pdf_strings::{Token, Tokens, readings, value};
use super::picture::{BEGINNING, kind};
use super::xml::joined;
use super::{head, iptc, png};

/// What the metadata of a file tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct PrivateFacts {
    /// Coordinates of where a picture was taken.
    pub place: bool,
    /// The author, the owner of the camera, the last editor.
    pub author: bool,
    /// Make or model of a camera.
    pub camera: bool,
    /// The number of a camera or a lens.
    pub serial: bool,
    /// How a photograph is turned so that it stands upright, as EXIF numbers it; 0 if it is not told.
    pub orientation: u32,
}

/// How much is read of a file whose metadata may stand anywhere.
const MOST: u64 = 16 << 20;

/// What the metadata of a file tell, by its bytes, whatever its name says; nothing if it has none that are known, or cannot be read.
pub(crate) fn private_facts(mut from: impl Read + Seek) -> PrivateFacts {
    let mut begin = Vec::new();
    let read = from.by_ref().take(BEGINNING as u64).read_to_end(&mut begin);
    if read.and_then(|_| from.rewind()).is_err() {
        return PrivateFacts::default();
    }
    let is_pdf = memchr::memmem::find(&begin, b"%PDF-").is_some();
    let bytes = match kind(&begin) {
        Some("jpg") => head::jpeg(from),
        Some("png") => head::png(from),
        None if begin.starts_with(b"PK\x03\x04") => return of_document(from),
        None if !is_pdf => return PrivateFacts::default(),
        _ => {
            let mut bytes = Vec::new();
            let read = from.by_ref().take(MOST).read_to_end(&mut bytes);
            read.map(|_| bytes)
        }
    };
    let Ok(bytes) = bytes else {
        return PrivateFacts::default();
    };
    let mut facts = match of_picture(&bytes) {
        Some(exif) => of_exif(&exif),
        None => PrivateFacts::default(),
    };
    facts.author |= has_author(&bytes);
    facts.author |= iptc::fields(&bytes).any(|(number, text)| number == iptc::AUTHOR && says(text));
    facts.author |= png::chunks(&bytes)
        .any(|(kind, body)| kind == b"tEXt" && body.starts_with(b"Author\0") && says(&body[7..]));
    let has = |key: &[u8]| memchr::memmem::find(&bytes, key).is_some();
    // XMP has them as attributes or as elements.
    facts.place |= has(b"exif:GPSLatitude");
    facts.camera |= has(b"tiff:Model=\"") || has(b"<tiff:Model>");
    facts.serial |= has(b"aux:SerialNumber") || has(b"exifEX:BodySerialNumber");
    facts
}

fn of_exif(exif: &Exif) -> PrivateFacts {
    /// The author as Windows writes it.
    const XP_AUTHOR: Tag = Tag(Context::Tiff, 0x9c9d);
    let any = |tags: &[Tag]| {
        let fields = tags
            .iter()
            .filter_map(|tag| exif.get_field(*tag, In::PRIMARY));
        fields.into_iter().any(|field| match &field.value {
            Value::Ascii(texts) => texts.iter().any(|text| says(text)),
            Value::Byte(bytes) => says(bytes),
            // A camera that does not know where it is writes zeros.
            Value::Rational(parts) => parts.iter().any(|part| part.num != 0 && part.denom != 0),
            _ => false,
        })
    };
    PrivateFacts {
        place: any(&[Tag::GPSLatitude, Tag::GPSLongitude]),
        author: any(&[Tag::Artist, Tag::CameraOwnerName, XP_AUTHOR]),
        camera: any(&[Tag::Make, Tag::Model]),
        serial: any(&[Tag::BodySerialNumber, Tag::LensSerialNumber]),
        orientation: exif
            .get_field(Tag::Orientation, In::PRIMARY)
            .and_then(|field| field.value.get_uint(0))
            .unwrap_or(0),
    }
}

/// Whether a PDF or XMP names an author.
fn has_author(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(after) = value(rest, b"/Author") {
        if let Some(Token::Text(text)) = Tokens::new(after).next()
            && readings(&text)
                .first()
                .is_some_and(|text| !text.trim().is_empty())
        {
            return true;
        }
        rest = after;
    }
    element(bytes, b"<dc:creator>", b"</dc:creator>")
}

/// Whether there is a text in an element.
fn element(bytes: &[u8], start: &[u8], end: &[u8]) -> bool {
    memchr::memmem::find_iter(bytes, start).any(|at| {
        let rest = &bytes[at + start.len()..];
        let length = memchr::memmem::find(rest, end).unwrap_or(0);
        !joined(&String::from_utf8_lossy(&rest[..length]))
            .trim()
            .is_empty()
    })
}

/// The part in which an office keeps who wrote a document.
fn of_document(from: impl Read + Seek) -> PrivateFacts {
    /// The most bytes of a part.
    const PART: u64 = 256 << 10;
    const PARTS: [&str; 2] = ["docProps/core.xml", "meta.xml"];
    const ELEMENTS: [(&[u8], &[u8]); 3] = [
        (b"<dc:creator>", b"</dc:creator>"),
        (b"<cp:lastModifiedBy>", b"</cp:lastModifiedBy>"),
        (b"<meta:initial-creator>", b"</meta:initial-creator>"),
    ];
    let mut facts = PrivateFacts::default();
    let Ok(mut archive) = ZipArchive::new(from) else {
        return facts;
    };
    for part in PARTS {
        let mut xml = Vec::new();
        if let Ok(file) = archive.by_name(part)
            && file.take(PART).read_to_end(&mut xml).is_ok()
        {
            facts.author |= ELEMENTS
                .iter()
                .any(|(start, end)| element(&xml, start, end));
        }
    }
    facts
}

/// Whether a field is not empty, nor filled with spaces and zeros.
fn says(text: &[u8]) -> bool {
    text.iter().any(|byte| !matches!(byte, 0 | b' '))
}
