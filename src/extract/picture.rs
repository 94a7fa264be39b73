//! Pictures and documents by their bytes: whether a file that is called one is one, is whole, and is of the kind that its
//! name says.
//!
//! Takes the beginning and the end of a file, gives what is wrong with it. Must not know how large it is shown.

use super::gif;
use super::kind::extension;
use super::svg::Active;

/// Why readers would not see a picture, or a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PictureFlaw {
    /// A pointer of Git LFS stands in the place of the file.
    Pointer,
    /// There are no bytes.
    Empty,
    /// The end is missing.
    Cut,
    /// It is of another kind, which browsers show: the ending that its name should have, and whether it is an animation.
    Other { format: &'static str, moves: bool },
    /// It is of a kind that browsers do not show.
    Unshown(&'static str),
    /// It is an animation.
    Moves,
    /// It is a drawing that does more than show something, from this line on.
    Active(Active, u32),
    /// It is a page with a program in it.
    Script,
    /// It is no picture at all, or no document.
    None,
}

/// Documents by the ends of their names, with what their bytes begin with; those of old programs begin with anything.
const DOCUMENTS: [(&str, &[u8]); 17] = [
    ("pdf", b"%PDF-"),
    ("docx", b"PK"),
    ("xlsx", b"PK"),
    ("pptx", b"PK"),
    ("odt", b"PK"),
    ("ods", b"PK"),
    ("odp", b"PK"),
    ("zip", b"PK"),
    ("doc", b""),
    ("xls", b""),
    ("ppt", b""),
    ("rtf", b""),
    ("csv", b""),
    ("mp4", b""),
    ("mp3", b""),
    ("rar", b""),
    ("7z", b""),
];

/// How far from the beginning of a file its first bytes may stand: readers of PDF look so far.
pub(super) const BEGINNING: usize = 1024;

/// The ending of a document's name; none of another file.
pub(crate) fn document(path: &str) -> Option<&'static str> {
    let ending = extension(path);
    let known = DOCUMENTS.iter().find(|(of, _)| *of == ending);
    known.map(|(ending, _)| *ending)
}

/// What is wrong with a document: nothing is in it, or a web page was saved in its place, or anything else.
fn document_flaw(path: &str, head: &[u8], length: u64) -> Option<PictureFlaw> {
    let ending = document(path)?;
    let (_, begins) = DOCUMENTS.iter().find(|(of, _)| *of == ending)?;
    // Of a file that a crash has left only the length is right.
    if length == 0
        || head
            .iter()
            .all(|byte| *byte == 0 || byte.is_ascii_whitespace())
    {
        return Some(PictureFlaw::Empty);
    }
    let beginning = &head[..head.len().min(BEGINNING)];
    let is_one = begins.is_empty() || beginning.windows(begins.len()).any(|of| of == *begins);
    // A web page, the answer of a program, or a file of another kind.
    let text = beginning.trim_ascii_start();
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let is_other = text.starts_with(b"<")
        || text.starts_with(b"{")
        || text.starts_with(b"PK\x03\x04")
        || kind(head).is_some();
    (!is_one && is_other).then_some(PictureFlaw::None)
}

/// How many bytes from the beginning and from the end of a file have to be known; of a GIF all.
pub(crate) const HEAD: usize = 64 << 10;
pub(crate) const TAIL: usize = 64 << 10;

/// What is wrong with a file of this name and length; nothing where it is no picture or document by its name, but for
/// pointers.
pub(crate) fn picture_flaw(
    path: &str,
    head: &[u8],
    tail: &[u8],
    length: u64,
) -> Option<PictureFlaw> {
    if head.starts_with(b"version https://git-lfs.github.com/spec/") {
        return Some(PictureFlaw::Pointer);
    }
    let ending = extension(path);
    let named = match ending.as_str() {
        "jpg" | "jpeg" => "jpg",
        "png" => "png",
        "webp" => "webp",
        "avif" => "avif",
        "gif" => "gif",
        _ => return document_flaw(path, head, length),
    };
    if length == 0 {
        return Some(PictureFlaw::Empty);
    }
    let Some(kind) = kind(head) else {
        return Some(PictureFlaw::None);
    };
    if !["jpg", "png", "webp", "avif", "gif"].contains(&kind) {
        return Some(PictureFlaw::Unshown(kind));
    }
    if !is_whole(kind, head, tail, length) {
        return Some(PictureFlaw::Cut);
    }
    let moves = moves(kind, head);
    match kind {
        format if format != named => Some(PictureFlaw::Other { format, moves }),
        _ if moves => Some(PictureFlaw::Moves),
        _ => None,
    }
}

/// Whether a picture says of itself that it is an animation.
fn moves(kind: &str, head: &[u8]) -> bool {
    match kind {
        "avif" => head.get(8..12) == Some(b"avis"),
        "gif" => gif::moves(head),
        "webp" => head.get(12..16) == Some(b"VP8X") && head.get(20).is_some_and(|of| of & 2 != 0),
        "png" => {
            let picture = memchr::memmem::find(head, b"IDAT").unwrap_or(head.len());
            memchr::memmem::find(&head[..picture], b"acTL").is_some()
        }
        _ => false,
    }
}

/// The kind of a picture, or of what often has the name of one, by its first bytes.
pub(super) fn kind(head: &[u8]) -> Option<&'static str> {
    let begins = |with: &[u8]| head.starts_with(with);
    let brand = head.get(8..12).filter(|_| head.get(4..8) == Some(b"ftyp"));
    Some(match brand {
        Some(b"avif" | b"avis") => "avif",
        Some(
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"hevm" | b"hevs" | b"heif"
            | b"mif1" | b"msf1" | b"miaf",
        ) => "heic",
        _ if begins(b"\xff\xd8\xff") => "jpg",
        _ if begins(b"\x89PNG\r\n\x1a\n") => "png",
        _ if begins(b"GIF87a") || begins(b"GIF89a") => "gif",
        _ if begins(b"RIFF") && head.get(8..12) == Some(b"WEBP") => "webp",
        _ if begins(b"II*\0") || begins(b"MM\0*") => "tiff",
        _ if begins(b"BM") => "bmp",
        _ if begins(b"%PDF") => "pdf",
        _ => return None,
    })
}

/// The end of the picture is there.
fn is_whole(kind: &str, head: &[u8], tail: &[u8], length: u64) -> bool {
    let ends_with = |end: &[u8]| tail.windows(end.len()).any(|window| window == end);
    match kind {
        "jpg" => {
            let scan = scan_of_jpeg(head);
            // All of it is known, and no picture begins in it.
            if scan.is_none() && length <= head.len() as u64 {
                return head.ends_with(b"\xff\xd9");
            }
            // The small picture in the metadata has an end of its own.
            let start = scan.unwrap_or(0) as u64;
            let tail_at = length - tail.len() as u64;
            let after = start.saturating_sub(tail_at).min(tail.len() as u64);
            let pairs = || {
                tail[after as usize..]
                    .windows(2)
                    .filter(|pair| pair[0] == 0xff)
            };
            // Some phones put a film behind the picture: what is no part of a picture stands there.
            let is_inside = |mark: u8| {
                matches!(
                    mark,
                    0 | 0xd0..=0xd7 | 0xff | 0xc4 | 0xda | 0xdb | 0xdd | 0xfe
                )
            };
            pairs().any(|pair| pair[1] == 0xd9) || !pairs().all(|pair| is_inside(pair[1]))
        }
        "png" => ends_with(b"IEND"),
        // The smallest have no room for anything to be missing.
        "gif" => length < 1024 || tail.iter().rev().take(16).any(|byte| *byte == b';'),
        "webp" => head.get(4..8).is_none_or(|size| {
            let size = size.try_into().map_or(0, u32::from_le_bytes);
            u64::from(size) + 8 <= length + 1
        }),
        _ => true,
    }
}

/// Where the picture itself begins in a JPEG, behind its metadata.
fn scan_of_jpeg(head: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        let [0xff, marker, high, low] = *head.get(at..at + 4)? else {
            return None;
        };
        match marker {
            0xda => return Some(at),
            // Any number of them may stand before a mark.
            0xff => {
                at += 1;
                continue;
            }
            _ => {}
        }
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_no_whole_pictures_are_found() {
        let jpeg = b"\xff\xd8\xff\xe0\x00\x06\xff\xd9ab\xff\xda\x00\x02data\xff\xd9";
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR....IEND\xae\x42\x60\x82";
        let webp = b"RIFF\x0a\0\0\0WEBPVP8 \0\0";
        let flaw = |path: &str, bytes: &[u8]| picture_flaw(path, bytes, bytes, bytes.len() as u64);
        for (path, bytes) in [
            ("a.jpg", jpeg as &[u8]),
            ("a.JPEG", jpeg),
            ("a.pdf", b"\n%PDF-1.4"),
            ("a.docx", b"PK\x03\x04"),
            ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
            ("a.doc", b"<html>"),
            ("a.csv", b"a;b"),
            ("a.png", png),
            ("a.gif", b"GIF89a..;\0"),
            ("a.webp", webp),
            ("a.avif", b"\0\0\0\x1cftypavif"),
            ("a.svg", b""),
            ("a.pdf", b"text"),
        ] {
            assert_eq!(flaw(path, bytes), None, "{path}");
        }
        let other = |format, moves| PictureFlaw::Other { format, moves };
        let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n";
        for (path, bytes, told) in [
            ("a.jpg", b"" as &[u8], PictureFlaw::Empty),
            ("a.jpg", &jpeg[..14], PictureFlaw::Cut),
            // The end of the small picture in the metadata is none of the file's.
            ("a.jpg", &jpeg[..10], PictureFlaw::Cut),
            ("a.jpg", b"<html>404</html>", PictureFlaw::None),
            ("a.jpg", png, other("png", false)),
            ("a.png", jpeg, other("jpg", false)),
            ("a.webp", b"\0\0\0\x1cftypavis", other("avif", true)),
            ("a.avif", b"\0\0\0\x1cftypavis", PictureFlaw::Moves),
            ("a.jpg", b"\0\0\0\x1cftypheic", PictureFlaw::Unshown("heic")),
            ("a.png", &png[..20], PictureFlaw::Cut),
            (
                "a.gif",
                &[b"GIF89a".as_slice(), &[1; 2000]].concat(),
                PictureFlaw::Cut,
            ),
            ("a.webp", &webp[..14], PictureFlaw::Cut),
            ("a.jpg", pointer, PictureFlaw::Pointer),
            ("a.pdf", pointer, PictureFlaw::Pointer),
            ("a.pdf", b"", PictureFlaw::Empty),
            ("a.pdf", &[0; 2000], PictureFlaw::Empty),
            ("a.PDF", b"<!DOCTYPE html><p>404", PictureFlaw::None),
            ("a.docx", b"<html>404</html>", PictureFlaw::None),
            ("a.docx", b"%PDF-1.4", PictureFlaw::None),
            ("a.pdf", b"PK\x03\x04", PictureFlaw::None),
            ("a.csv", b"", PictureFlaw::Empty),
            ("a.csv", b"\n", PictureFlaw::Empty),
        ] {
            assert_eq!(flaw(path, bytes), Some(told), "{path}");
        }
    }
}
