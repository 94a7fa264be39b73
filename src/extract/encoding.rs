//! Character encodings: a text as Unicode, by its byte order mark, else as UTF-8, else in every way that may be meant.
//!
//! In Kazakhstan a text that is not UTF-8 is most likely Windows-1251, as Excel saves a CSV, or its Kazakh sister
//! KZ-1048; an old one may be KOI8-R. Nobody can tell them apart for sure, so all are given.

use std::borrow::Cow;

use encoding_rs::{
    Encoding, IBM866, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252,
};

/// What the beginning of a text says of its encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// UTF-8 if the bytes are valid, else every way.
    Likely,
    Utf16(&'static Encoding),
    Utf32 {
        big: bool,
    },
    /// Declared in the markup, and perhaps wrongly: every way is given as well.
    Declared(&'static Encoding),
}

/// The form of a text that begins with these bytes.
pub(super) fn form(head: &[u8], markup: bool) -> Form {
    match head {
        [0xff, 0xfe, 0, 0, ..] => Form::Utf32 { big: false },
        [0, 0, 0xfe, 0xff, ..] => Form::Utf32 { big: true },
        [0xff, 0xfe, ..] => Form::Utf16(UTF_16LE),
        [0xfe, 0xff, ..] => Form::Utf16(UTF_16BE),
        _ => match declared(head).filter(|_| markup) {
            Some(encoding) if encoding != UTF_8 => Form::Declared(encoding),
            _ => Form::Likely,
        },
    }
}

/// The encoding that HTML or XML declares in its first kilobyte.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&head[..head.len().min(1024)]).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let value = head.split_once(key)?.1.trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))?;
        Encoding::for_label(&value.as_bytes()[..end])
    })
}

/// Every reading of a text, or of a chunk of one.
pub(super) fn decode(form: Form, bytes: &[u8]) -> Vec<Cow<'_, str>> {
    match form {
        Form::Utf16(encoding) => vec![encoding.decode_without_bom_handling(bytes).0],
        Form::Utf32 { big } => vec![utf32(bytes, big).into()],
        Form::Declared(encoding) => {
            let mut all = vec![encoding.decode_without_bom_handling(bytes).0];
            all.extend(likely(bytes));
            all
        }
        Form::Likely => likely(bytes),
    }
}

/// UTF-8 if the bytes are that; else this, and every other way that may be meant.
pub(super) fn likely(bytes: &[u8]) -> Vec<Cow<'_, str>> {
    let text = String::from_utf8_lossy(bytes);
    if is_utf8(bytes) {
        return vec![text];
    }
    let mut all = vec![text];
    all.extend(legacy(bytes));
    all
}

/// The ways to read bytes that are not UTF-8.
pub(super) fn legacy(bytes: &[u8]) -> [Cow<'_, str>; 5] {
    let by = |encoding: &'static Encoding| encoding.decode_without_bom_handling(bytes).0;
    [
        by(WINDOWS_1251),
        kz_1048(bytes).into(),
        by(KOI8_R),
        by(IBM866),
        by(WINDOWS_1252),
    ]
}

/// Whether bytes are UTF-8, but for a letter that is cut at either end.
fn is_utf8(bytes: &[u8]) -> bool {
    const CUT: usize = 3;
    let is_rest = |byte: &&u8| (0x80..0xc0).contains(*byte);
    let start = bytes.iter().take(CUT).take_while(is_rest).count();
    match std::str::from_utf8(&bytes[start..]) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

/// Whether there are zero bytes in a text, as in UTF-16 without a mark.
pub(super) fn has_zeros(form: Form, bytes: &[u8]) -> bool {
    matches!(form, Form::Likely | Form::Declared(_)) && memchr::memchr(0, bytes).is_some()
}

fn utf32(bytes: &[u8], big: bool) -> String {
    let letters = bytes.chunks_exact(4).map(|four| {
        let four = [four[0], four[1], four[2], four[3]];
        let code = match big {
            true => u32::from_be_bytes(four),
            false => u32::from_le_bytes(four),
        };
        char::from_u32(code).unwrap_or('\u{fffd}')
    });
    letters.collect()
}

/// KZ-1048, the Kazakh table of Windows (STRK1048-2002): Windows-1251 with other letters in 16 places.
/// Source: unicode.org/Public/MAPPINGS/VENDORS/MISC/KZ1048.TXT.
fn kz_1048(bytes: &[u8]) -> String {
    const OTHERS: [(u8, char); 16] = [
        (0x8d, 'Қ'),
        (0x8e, 'Һ'),
        (0x9d, 'қ'),
        (0x9e, 'һ'),
        (0xa1, 'Ұ'),
        (0xa2, 'ұ'),
        (0xa3, 'Ә'),
        (0xa5, 'Ө'),
        (0xaa, 'Ғ'),
        (0xaf, 'Ү'),
        (0xb4, 'ө'),
        (0xba, 'ғ'),
        (0xbc, 'ә'),
        (0xbd, 'Ң'),
        (0xbe, 'ң'),
        (0xbf, 'ү'),
    ];
    let windows = WINDOWS_1251.decode_without_bom_handling(bytes).0;
    // Both tables give one letter for each byte.
    let letters = bytes.iter().zip(windows.chars());
    letters
        .map(|(byte, letter)| {
            let other = OTHERS.iter().find(|(of, _)| of == byte);
            other.map_or(letter, |(_, other)| *other)
        })
        .collect()
}
