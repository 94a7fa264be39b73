//! Files of other programs under the names of texts: documents, pictures and archives, known by their first bytes; and what is
//! left of such a file whose first bytes are gone.
//!
//! Takes the bytes of a file, gives what it is; none if it may be a text.

use super::normalise::utf16;

/// What pictures begin with; words could begin like the last ones.
const PICTURES: [&[u8]; 6] = [
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\0",
    b"MM\0*",
    b"GIF87a",
    b"GIF89a",
];

/// What archives begin with.
const ARCHIVES: [&[u8]; 5] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
];

/// What documents of the old office programs, and PDF, begin with.
const DOCUMENTS: [&[u8]; 2] = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"];

/// What stands near the beginning of an archive that is a document of a newer office program.
const IN_DOCUMENTS: [&[u8]; 5] = [
    b"[Content_Types].xml",
    b"_rels/.rels",
    b"docProps/",
    b"mimetypeapplication/",
    b"xl/workbook.xml",
];

/// So far the names of files in an archive are looked for.
const HEAD: usize = 4096;

/// What stands further in in a file of another program, and what that is.
const INSIDE: [(&[u8], &str); 10] = [
    (b"endstream", "document"),
    (b"%%EOF", "document"),
    (b"IDAT", "picture"),
    (b"IEND", "picture"),
    (b"JFIF", "picture"),
    (b"Exif", "picture"),
    (b"ICC_PROFILE", "picture"),
    (b"VP8", "picture"),
    (b"PK\x01\x02", "archive"),
    (b"PK\x03\x04", "archive"),
];

/// What a file is that another program wrote: `document`, `picture` or `archive`; `bytes` if nobody knows which.
pub(super) fn other_program(bytes: &[u8]) -> Option<&'static str> {
    let begins = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let why = if begins(&PICTURES) || is_webp {
        "picture"
    } else if begins(&DOCUMENTS) {
        "document"
    } else if begins(&ARCHIVES) {
        let head = &bytes[..bytes.len().min(HEAD)];
        let has = |name: &&[u8]| memchr::memmem::find(head, name).is_some();
        match IN_DOCUMENTS.iter().any(has) {
            true => "document",
            false => "archive",
        }
    } else {
        return headless(bytes);
    };
    // A text may speak of them.
    let is_text = || bytes.is_ascii() && !bytes.contains(&0);
    (!is_text()).then_some(why)
}

/// What a file without its first bytes is. A text in any encoding has none of the signs that nobody writes.
fn headless(bytes: &[u8]) -> Option<&'static str> {
    // One in so many bytes.
    const FEWEST: usize = 50;
    if str::from_utf8(bytes).is_ok() || utf16(bytes).is_some() {
        return None;
    }
    let is_sign = |byte: &&u8| matches!(byte, 0..=8 | 14..=25 | 27..=31);
    let signs = bytes.iter().filter(is_sign).count();
    if signs * FEWEST < bytes.len() {
        return None;
    }
    let mut inside = INSIDE.iter();
    let found = inside.find(|(mark, _)| memchr::memmem::find(bytes, mark).is_some());
    Some(found.map_or("bytes", |(_, what)| what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_programs_are_known_by_their_first_bytes() {
        for (bytes, what) in [
            (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], Some("picture")),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Some("picture")),
            (b"GIF89a\x01\0\x01\0", Some("picture")),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some("picture")),
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Some("document")),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", Some("document")),
            (
                b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml",
                Some("document"),
            ),
            (b"PK\x03\x04\x14\0\0\0\x08\0photos/a.jpg", Some("archive")),
            (b"GIF89a is a format", None),
            (b"- id: a\n", None),
            (b"\xcf\xf0\xe8", None),
            (
                b"\0\x01\xff\x12\xdb\x05IEND\xae\x42\x60\x82",
                Some("picture"),
            ),
            (
                b"x\x9c\x01\x02\xf0\nendstream\nendobj\n%%EOF",
                Some("document"),
            ),
            (b"\x01\x02\xff\x03\x80", Some("bytes")),
            (b"a\0b\0\n\0\xff\0", None),
            (b"", None),
        ] {
            assert_eq!(other_program(bytes), what, "{bytes:?}");
        }
    }
}
