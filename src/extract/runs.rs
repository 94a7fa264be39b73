//! Text extraction from binary files, as `strings` does it: what a picture, a PDF or an office file says.
//!
//! Takes bytes, gives the runs of letters in them as one text: those in UTF-8, then those in UTF-16 of either byte
//! order. What is compressed, encrypted or drawn is not seen. Knows nothing of names.

use super::sink::Sink;

/// A shorter run is one by chance: a random file of 10 MB has some thousands.
const SHORTEST: usize = 4;

/// Separates the runs, so that no name reaches from one to the next.
const BETWEEN: &str = "\n.\n";

/// Gives all runs of letters, signs and spaces, and once more those in which a word may begin in the middle.
pub(super) fn give(bytes: &[u8], sink: &mut Sink<'_>) {
    let found = texts(bytes);
    sink.letters(&found);
    sink.letters(&parted(&found));
}

/// The lines in which a Cyrillic letter touches a digit or a Latin letter, with a space there: what stands before may be a
/// length or the end of another field that happens to be one, as in `0Жумабаев` or `a.txtОспанов`.
fn parted(text: &str) -> String {
    #[derive(PartialEq)]
    enum Script {
        Latin,
        Cyrillic,
        Other,
    }
    let script = |letter: char| match letter {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => Script::Latin,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        _ => Script::Other,
    };
    let mut found = String::new();
    for line in text.split_inclusive('\n') {
        let (start, mut touch) = (found.len(), false);
        let mut last = Script::Other;
        for letter in line.chars() {
            let this = script(letter);
            if this != last && this != Script::Other && last != Script::Other {
                found.push(' ');
                touch = true;
            }
            found.push(letter);
            last = this;
        }
        if !touch {
            found.truncate(start);
        }
    }
    found
}

/// All runs of letters, signs and spaces.
fn texts(bytes: &[u8]) -> String {
    let mut found = String::new();
    for chunk in bytes.utf8_chunks() {
        runs(chunk.valid().chars(), &mut found);
    }
    for order in [u16::from_le_bytes, u16::from_be_bytes] {
        for start in 0..2 {
            let units = bytes.get(start..).unwrap_or_default().chunks_exact(2);
            let units = units.map(|pair| order([pair[0], pair[1]]));
            // Latin, Cyrillic and signs; in random bytes all others would be letters, too.
            let letter = |unit| match unit {
                0x20..=0x52f | 0x2000..=0x206f | 0x9 | 0xa | 0xd => char::from_u32(unit),
                _ => None,
            };
            let letters = units.map(|unit| letter(u32::from(unit)).unwrap_or('\0'));
            runs(letters, &mut found);
        }
    }
    found
}

/// Adds the runs of what can be read.
fn runs(letters: impl Iterator<Item = char>, found: &mut String) {
    let mut start = found.len();
    let mut count = 0;
    let end = |found: &mut String, start: &mut usize, count: &mut usize| {
        if *count >= SHORTEST {
            found.push_str(BETWEEN);
        } else {
            found.truncate(*start);
        }
        (*start, *count) = (found.len(), 0);
    };
    for letter in letters {
        if letter.is_control() && !matches!(letter, '\n' | '\r' | '\t') {
            end(found, &mut start, &mut count);
        } else {
            found.push(letter);
            count += 1;
        }
    }
    end(found, &mut start, &mut count);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_begin_where_the_script_changes() {
        assert_eq!(
            parted("0Айгүл Ёлкина\nAigul 7\na.txtАйгүл"),
            "0 Айгүл Ёлкина\na.txt Айгүл"
        );
    }

    #[test]
    fn letters_are_found_among_other_bytes() {
        let name = "Айгүл Ёлкина";
        let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            name.encode_utf16().flat_map(order).collect()
        };
        for inner in [
            name.as_bytes().to_vec(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
        ] {
            for before in [&b"\xff\xd8\0"[..], b"\0\0\0\0"] {
                let bytes = [before, inner.as_slice(), b"\0\xff\xfe"].concat();
                assert!(texts(&bytes).contains(name), "{bytes:x?}");
            }
        }
        assert_eq!(texts(b"\x00ab\x01\xff\xfe\x02"), "");
    }
}
