//! Tests of extraction: what is found in a file of each encoding and kind, whole and in chunks.

use std::io::Cursor;

use encoding_rs::{KOI8_R, WINDOWS_1251};
use proptest::prelude::*;

use super::*;
use crate::extract::private_facts;

const NAME: &str = "Жумабеков Ерлан";

/// All that a file says, and whether all of it could be read.
fn said(path: &str, bytes: &[u8]) -> (String, bool) {
    let mut all = String::new();
    let mut take = |text: &str, _| all.push_str(text);
    let mut scan = Scan::new(path);
    scan.chunk(bytes, bytes.len(), &mut take);
    let is_complete = scan.end(&mut take);
    (all, is_complete)
}

fn utf16(mark: [u8; 2], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let text = NAME.encode_utf16().flat_map(bytes);
    mark.into_iter().chain(text).collect()
}

#[test]
fn a_text_is_read_in_every_encoding() {
    let utf32 = NAME
        .chars()
        .flat_map(|letter| u32::from(letter).to_le_bytes());
    let utf32: Vec<u8> = [0xff, 0xfe, 0, 0].into_iter().chain(utf32).collect();
    for bytes in [
        NAME.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", NAME.as_bytes()].concat(),
        utf16([0xff, 0xfe], u16::to_le_bytes),
        utf16([0xfe, 0xff], u16::to_be_bytes),
        utf32,
        WINDOWS_1251.encode(NAME).0.into_owned(),
        KOI8_R.encode(NAME).0.into_owned(),
    ] {
        for path in ["a.csv", "a.txt", "a", "a.log", "a.html"] {
            let (all, is_complete) = said(path, &bytes);
            assert!(all.contains(NAME) && is_complete, "{path}: {bytes:x?}");
        }
    }
    // Kazakh letters in the table of Windows.
    let (all, _) = said(
        "a.txt",
        b"\x8d\xb3\xe7\xba\xe0\xeb\xe4\xe0\xea\xa5\xbe\xbf\xa1",
    );
    assert!(all.contains("Қізғалдак"), "{all}");
    assert!(all.contains("ӨңүҰ"), "{all}");
}

#[test]
fn a_declared_encoding_is_read() {
    let greek = encoding_rs::ISO_8859_7.encode("Γιάννης").0.into_owned();
    let html = [b"<meta charset=\"ISO-8859-7\"><p>", &greek[..]].concat();
    assert!(said("a.html", &html).0.contains("Γιάννης"));
}

#[test]
fn what_nothing_here_can_open_is_told() {
    for (path, bytes, is_complete) in [
        ("a.7z", &b"7z\xbc\xaf\x27\x1c\0\x04"[..], false),
        ("a.rar", b"Rar!\x1a\x07\0", false),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", false),
        ("a.zip", b"PK\x03\x04\0\0", false),
        ("a.bin", b"\0\x01\x02", false),
        (
            "a.pdf",
            b"%PDF-1.4\n1 0 obj\n<< /Encrypt 2 0 R >>\nendobj",
            false,
        ),
        (
            "a.pdf",
            b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj",
            true,
        ),
        ("a.woff2", b"wOF2\0\x01\0\0", true),
        ("a.mp4", b"\0\0\0\x18ftypmp42", true),
        ("a.gif", b"GIF89a\x01\0", true),
        ("a.odd", b"words", true),
        ("empty", b"", true),
    ] {
        assert_eq!(said(path, bytes).1, is_complete, "{path}");
    }
}

#[test]
fn a_format_that_comes_in_chunks_is_read_whole() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut gzip, NAME.as_bytes()).unwrap();
    let bytes = gzip.finish().unwrap();
    let (mut all, mut scan) = (String::new(), Scan::new("a.txt.gz"));
    let mut take = |text: &str, _| all.push_str(text);
    scan.chunk(&bytes[..20], 20, &mut take);
    // The last ten bytes of the chunk before come again.
    scan.chunk(&bytes[10..], bytes.len() - 20, &mut take);
    assert!(scan.end(&mut take));
    assert!(all.contains(NAME));
}

#[test]
fn a_bomb_is_told_and_not_unpacked() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..20 {
        std::io::Write::write_all(&mut gzip, &zeros).unwrap();
    }
    let (all, is_complete) = said("a.txt.gz", &gzip.finish().unwrap());
    assert!(!is_complete);
    assert!(all.len() < 80 << 20, "{}", all.len());
}

/// The beginnings of what is read further, and words that its readers look for.
const MARKS: [&[u8]; 22] = [
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x08",
    b"%PDF-1.7\n",
    b"{\\rtf1\\ansicpg",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe1",
    b"II*\0\x08\0\0\0",
    b"RIFF\0\0\0\0WEBP",
    b"1 0 obj\n<<",
    b"/Length 9 /Filter /Fl>>stream\r\n",
    b"endobj",
    b"(",
    b"<FE",
    b"BT /F1 1 Tf [",
    b"]TJ",
    b"ID ",
    b"\0\0\0\x05zTXt",
    b"8BIM\x04\x04",
    b"\x1c\x02\x50",
    b"\\'e",
    b"\\u-1",
    b"\xfe\xff",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_bytes_come_nothing_panics(
        parts in prop::collection::vec((0..MARKS.len(), prop::collection::vec(any::<u8>(), 0..12)), 0..12),
        path in prop::sample::select(vec!["a.csv", "a.json", "a.pdf", "a.jpg", "a.png", "a.html", "a.docx", "a"]),
    ) {
        let bytes: Vec<u8> = parts.iter().flat_map(|(mark, rest)| [MARKS[*mark], rest].concat()).collect();
        said(path, &bytes);
        private_facts(Cursor::new(&bytes));
    }
}
