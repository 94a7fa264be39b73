//! File type detection: by the first bytes (magic numbers) where they tell, else by the ending of the path.

/// How a file is looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Decoded, whatever its encoding.
    Text,
    /// A format whose texts are taken out of the whole file.
    Whole(Format),
    /// Bytes in which no text is expected but metadata that stand there plainly: fonts, sound, film.
    Bytes,
    /// Nothing here can open it.
    Opaque,
}

/// A format that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Zip,
    Gzip,
    Pdf,
    Rtf,
    /// PNG, JPEG, WebP or TIFF.
    Picture,
}

/// How many of the first bytes are looked at.
const HEAD: usize = 8192;

/// The kind of a file that begins with these bytes.
pub(super) fn kind(path: &str, bytes: &[u8]) -> Kind {
    let ending = extension(path);
    if let Some(format) = format(bytes) {
        return Kind::Whole(format);
    }
    if is_sealed(bytes) {
        return Kind::Opaque;
    }
    match ending.as_str() {
        _ if is_markup(path) || TEXTS.contains(&&*ending) => Kind::Text,
        _ if PLAIN.contains(&&*ending) => Kind::Bytes,
        _ if is_written(bytes) => Kind::Text,
        _ => Kind::Opaque,
    }
}

const TEXTS: [&str; 17] = [
    "txt",
    "css",
    "js",
    "mjs",
    "json",
    "geojson",
    "jsonld",
    "webmanifest",
    "csv",
    "tsv",
    "tab",
    "md",
    "map",
    "yaml",
    "yml",
    "ics",
    "vtt",
];

/// Endings of bytes in which no text is expected.
const PLAIN: [&str; 34] = [
    "woff2", "woff", "ttf", "otf", "ttc", "eot", "png", "jpg", "jpeg", "gif", "webp", "avif",
    "heic", "heif", "ico", "bmp", "tif", "tiff", "mp3", "m4a", "aac", "ogg", "oga", "opus", "wav",
    "flac", "mp4", "m4v", "mov", "webm", "ogv", "avi", "mkv", "wasm",
];

fn format(bytes: &[u8]) -> Option<Format> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    // A reader of PDF looks for its mark in the first thousand bytes.
    let head = &bytes[..bytes.len().min(1024)];
    Some(match bytes {
        _ if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") || begins(b"PK\x07\x08") => Format::Zip,
        _ if begins(b"\x1f\x8b\x08") => Format::Gzip,
        _ if begins(b"{\\rtf") => Format::Rtf,
        _ if begins(b"\x89PNG\r\n\x1a\n") || begins(b"\xff\xd8\xff") => Format::Picture,
        _ if begins(b"II*\0") || begins(b"MM\0*") => Format::Picture,
        _ if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Format::Picture,
        _ if memchr::memmem::find(head, b"%PDF-").is_some() => Format::Pdf,
        _ => return None,
    })
}

/// Whether bytes begin like what nothing here can open: other archives, documents of the old kind or with a password.
pub(super) fn is_sealed(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 7] = [
        b"7z\xbc\xaf\x27\x1c",
        b"Rar!\x1a\x07",
        b"\xfd7zXZ\0",
        b"BZh",
        b"\x28\xb5\x2f\xfd",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"LZIP",
    ];
    MARKS.iter().any(|mark| bytes.starts_with(mark)) && !is_written(bytes)
}

/// Whether bytes look like a text of some encoding: no control characters but those between lines, and spaces.
fn is_written(bytes: &[u8]) -> bool {
    /// In a longer text there are spaces, one in so many bytes at least.
    const LONGEST_WORD: usize = 200;
    let head = &bytes[..bytes.len().min(HEAD)];
    let has_mark = [&b"\xff\xfe"[..], b"\xfe\xff", b"\0\0\xfe\xff"]
        .iter()
        .any(|mark| head.starts_with(mark));
    let spaces = head
        .iter()
        .filter(|byte| byte.is_ascii_whitespace())
        .count();
    let has_spaces = (spaces + 1) * LONGEST_WORD >= head.len() || head.is_ascii();
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 14..=26 | 28..=31);
    has_mark || has_spaces && !head.iter().any(is_control)
}

/// Whether a file has tags, by its path.
pub(crate) fn is_markup(path: &str) -> bool {
    matches!(
        extension(path).as_str(),
        "html"
            | "htm"
            | "xhtml"
            | "xml"
            | "svg"
            | "atom"
            | "rss"
            | "rels"
            | "opf"
            | "ncx"
            | "kml"
            | "gpx"
            | "fb2"
    )
}

/// What stands after the last full stop of a file's name, in lower case.
pub(super) fn extension(path: &str) -> String {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.rsplit_once('.')
        .map_or(String::new(), |(_, extension)| {
            extension.to_ascii_lowercase()
        })
}
