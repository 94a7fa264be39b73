//! Text normalisation (normalization): UTF-8 decoding, NFC, line endings, byte order mark, control characters.
//!
//! Takes the bytes of one file, gives its text in one form, with `\n` at the end of lines, and what was wrong with it:
//! another encoding is named. Touches no file.

use std::ops::Range;
use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::source::{is_nfc_quick, line_column};

/// A text in its one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    pub text: Arc<str>,
    /// The first control character of the file, and the bytes of its stand-in (U+FFFD) in `text`.
    pub control: Option<(char, Range<usize>)>,
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotUtf8 {
    /// The encoding that they seem to be in; `damaged`: UTF-8 but for some of them.
    pub encoding: &'static str,
    /// The line and the column, in letters, of the first byte that is wrong, both from 1; none where all are.
    pub first: Option<(usize, usize)>,
}

/// Brings the bytes of a text to its one form.
///
/// # Errors
/// The bytes are not UTF-8.
pub(super) fn normalise(bytes: &[u8]) -> Result<Text, NotUtf8> {
    if let Some(encoding) = utf16(bytes) {
        let first = None;
        return Err(NotUtf8 { encoding, first });
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        NotUtf8 {
            // What is not UTF-8 at all was written by an old Windows program, and that is how those wrote Russian and Kazakh.
            encoding: if is_utf8_elsewhere(bytes) {
                "damaged"
            } else {
                "Windows-1251"
            },
            first: Some(line_column(before, before.len())),
        }
    })?;
    if is_nfc_quick(text) {
        return Ok(Text {
            text: text.into(),
            control: None,
        });
    }
    let mut text = text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned();
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    text = compose(text);
    let control = text
        .char_indices()
        .find(|(_, character)| is_control(*character))
        .map(|(at, character)| (character, at..at + char::REPLACEMENT_CHARACTER.len_utf8()));
    if control.is_some() {
        text = text.replace(is_control, "\u{FFFD}");
    }
    Ok(Text {
        text: text.into(),
        control,
    })
}

/// Whether letters of UTF-8 that are no ASCII stand in bytes that are not all UTF-8: more of them than of what is wrong.
fn is_utf8_elsewhere(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        wrong += chunk.invalid().len();
    }
    right > wrong
}

/// Unicode's NFC of a text; the text itself if it is in that form.
pub(super) fn compose(text: String) -> String {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    if is_nfc_quick(&text) || nfc.is_normalized(&text) {
        text
    } else {
        nfc.normalize(&text).into_owned()
    }
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}

/// Whether bytes are UTF-16, and in which order: by their mark, or because nearly every second byte is 00 or 04, the
/// upper half of Latin and Cyrillic letters. Such a text can be valid UTF-8 too, full of control characters.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some("UTF-16 LE"),
        [0xFE, 0xFF, ..] => return Some("UTF-16 BE"),
        _ if !bytes.contains(&0) => return None,
        _ => {}
    }
    let pairs = bytes.chunks_exact(2);
    let units = pairs.len();
    let (mut first, mut second) = (0, 0);
    for pair in pairs {
        first += usize::from(matches!(pair[0], 0 | 4));
        second += usize::from(matches!(pair[1], 0 | 4));
    }
    let most = |count: usize| units >= 2 && count * 4 >= units * 3;
    match (most(first), most(second)) {
        (false, true) => Some("UTF-16 LE"),
        (true, false) => Some("UTF-16 BE"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Text {
        normalise(bytes).unwrap()
    }

    #[test]
    fn a_text_comes_in_one_form() {
        assert_eq!(&*text(b"\xEF\xBB\xBFa\r\nb\rc\n").text, "a\nb\nc\n");
        assert_eq!(&*text("и\u{306}\tа".as_bytes()).text, "й\tа");
        assert_eq!(&*text("a\u{FEFF}b".as_bytes()).text, "a\u{FEFF}b");
        assert_eq!(&*text(b"").text, "");
    }

    #[test]
    fn the_first_control_character_is_named_at_its_place_and_all_are_replaced() {
        let found = text("ә\u{0}б\u{7F}\u{85}\n".as_bytes());
        assert_eq!(&*found.text, "ә\u{FFFD}б\u{FFFD}\u{FFFD}\n");
        assert_eq!(found.control, Some(('\u{0}', 2..5)));
        // NFC makes the text before it shorter; the place is one in the final text.
        let found = text("и\u{306}\u{1B}".as_bytes());
        assert_eq!(found.control, Some(('\u{1B}', 2..5)));
        assert_eq!(text(b"\x0C").control, Some(('\u{C}', 0..3)));
    }

    fn not_utf8(bytes: &[u8]) -> (&'static str, Option<(usize, usize)>) {
        let wrong = normalise(bytes).unwrap_err();
        (wrong.encoding, wrong.first)
    }

    #[test]
    fn another_encoding_is_named_and_the_first_wrong_byte() {
        let utf16 = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(order).collect()
        };
        let sample = "атауы: Мектеп 12\nid: school\n";
        for (text, order, name) in [
            (sample, u16::to_le_bytes as fn(u16) -> [u8; 2], "UTF-16 LE"),
            (sample, u16::to_be_bytes, "UTF-16 BE"),
            ("\u{FEFF}атауы", u16::to_le_bytes, "UTF-16 LE"),
            ("\u{FEFF}атауы", u16::to_be_bytes, "UTF-16 BE"),
            ("id: a\n", u16::to_le_bytes, "UTF-16 LE"),
        ] {
            let told = (name, None);
            assert_eq!(not_utf8(&utf16(text, order)), told, "{text}");
        }
        let old = b"id: a\n\n  \xCF\xF0\xE8\xE2\xE5\xF2";
        assert_eq!(not_utf8(old), ("Windows-1251", Some((3, 3))));
        let damaged = "атауы: мектеп\n"
            .bytes()
            .chain(*b"\xD0")
            .collect::<Vec<u8>>();
        assert_eq!(not_utf8(&damaged), ("damaged", Some((2, 1))));
        let last = "атауы: \u{fffd}мектеп".replace('\u{fffd}', "?");
        let mut last = last.into_bytes();
        last[12] = 0xFF;
        assert_eq!(not_utf8(&last), ("damaged", Some((1, 8))));
        // One stray NUL makes no UTF-16.
        assert!(text(b"title: a\0b\n").control.is_some());
        assert!(text(b"\0").control.is_some());
    }
}
