//! The NFC quick check, which also excludes control and invisible characters: nearly all texts pass it in one scan.
//!
//! Whoever searches for odd characters need not look any closer then. Takes a text, gives yes or “perhaps not”. Looks
//! at pairs of bytes without a branch, so that the loop can be vectorised (SIMD); a closer look takes each character by
//! itself.

/// Whether a text surely holds nothing but letters of Latin and Cyrillic, digits, common signs, tabs and ends of lines.
/// Each of these is by itself in Unicode's NFC and begins no sequence that is not (quick check “yes”, combining class
/// 0, no mark), is no control character, and is seen. Of a text that is not plain nothing is said.
pub(crate) fn is_nfc_quick(text: &str) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let is_odd = pairs.fold(false, |odd, (&byte, &next)| odd | is_odd(byte, next));
    // Nothing but ASCII can be the last byte and the first of a character.
    !is_odd && bytes.last().is_none_or(|&last| !is_odd_ascii(last))
}

/// Whether a character that is not plain may begin with these bytes, or have them as its second and third.
fn is_odd(byte: u8, next: u8) -> bool {
    is_odd_ascii(byte)
        // U+0080 to U+009F, control characters, and the soft hyphen.
        | ((byte == 0xc2) & ((next < 0xa0) | (next == 0xad)))
        // U+0300 to U+03FF, where marks and Greek are.
        | (0xcc..=0xcf).contains(&byte)
        // U+0480 to U+048F, where Cyrillic marks are.
        | ((byte == 0xd2) & (next < 0x90))
        // All from U+0500 on, but for U+2000 to U+203F, U+2080 to U+20BF and U+2100 to U+213F.
        | ((byte >= 0xd4) & (byte != 0xe2))
        | ((byte == 0xe2) & (next != 0x80) & (next != 0x82) & (next != 0x84))
        // Of these, U+2000 to U+200F and U+2028 to U+203F, where unseen characters are, and U+2120 to U+212F, where
        // signs are that NFC replaces. No character of two bytes is followed by such a `next`.
        | ((byte == 0x80) & ((0x80..=0x8f).contains(&next) | (0xa8..=0xbf).contains(&next)))
        | ((byte == 0x84) & (0xa0..=0xaf).contains(&next))
}

fn is_odd_ascii(byte: u8) -> bool {
    ((byte < b' ') & (byte != b'\n') & (byte != b'\t')) | (byte == 0x7f)
}

#[cfg(test)]
mod tests {
    use icu_normalizer::ComposingNormalizerBorrowed;
    use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

    use super::*;
    use crate::source::text::confusables::is_unseen;

    #[test]
    fn nothing_that_is_plain_is_odd() {
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let classes = CanonicalCombiningClassMapBorrowed::new();
        // Latin, Cyrillic and Greek letters that take marks, and the halves of Korean syllables.
        let before = ['a', 'E', 'и', 'Ү', 'ω', '\u{1100}', '\u{ac00}'];
        let mut plain = 0;
        for letter in '\0'..=char::MAX {
            if !is_nfc_quick(letter.encode_utf8(&mut [0; 4])) {
                continue;
            }
            plain += 1;
            assert!(
                matches!(letter, '\n' | '\t') || !is_unseen(letter),
                "{letter:?}"
            );
            assert_eq!(classes.get_u8(letter), 0, "{letter:?}");
            assert!(nfc.is_normalized(&letter.to_string()), "{letter:?}");
            for before in before {
                assert!(
                    nfc.is_normalized(&format!("{before}{letter}")),
                    "{letter:?}"
                );
            }
        }
        assert!(plain > 800, "{plain}");
    }

    #[test]
    fn common_texts_are_plain_and_one_odd_character_is_found_anywhere() {
        let common = "Ғылым — «Ұстаз» №5: 1 000 ₸, 25 м², ‘they’ said “yes”…\n\tІске қосылды.\n";
        for odd in [
            "и\u{306}",
            "\u{200b}",
            "\u{ad}",
            "\r",
            "\u{85}",
            "\0",
            "\u{2126}",
            "\u{212b}",
            "é",
            "👩",
        ] {
            for (at, _) in common.char_indices().chain([(common.len(), ' ')]) {
                assert!(is_nfc_quick(common));
                let text = format!("{}{odd}{}", &common[..at], &common[at..]);
                assert_eq!(is_nfc_quick(&text), odd == "\u{e9}", "{text:?}");
            }
        }
        assert!(is_nfc_quick(""));
    }
}
