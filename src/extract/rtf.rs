//! RTF: letters as `\'xx` in a code page or as `\u1234`, tags as `\word`; a word may be cut by any of them.

use encoding_rs::{Encoding, WINDOWS_1251};

use super::sink::Sink;

/// Words that part what stands before and after them.
const PARTS: [&str; 7] = ["par", "line", "tab", "cell", "row", "sect", "page"];

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) {
    let declared = code_page(bytes);
    for encoding in [declared, WINDOWS_1251] {
        sink.text(&text(bytes, encoding));
        if declared == WINDOWS_1251 {
            return;
        }
    }
}

/// The code page that the head declares.
fn code_page(bytes: &[u8]) -> &'static Encoding {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let number = head.split_once("\\ansicpg").map_or("", |(_, rest)| rest);
    let digits = number
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(number.len());
    let label = format!("windows-{}", &number[..digits]);
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1251)
}

fn text(bytes: &[u8], encoding: &'static Encoding) -> String {
    let mut text = String::new();
    let mut legacy: Vec<u8> = Vec::new();
    // How many letters after one in Unicode are there for programs that cannot read it.
    let (mut after, mut skip) = (1, 0_usize);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte == b'\\' && bytes.get(at) == Some(&b'\'') {
            let code = bytes.get(at + 1..at + 3).and_then(hex);
            at += 3;
            match (skip, code) {
                (0, Some(code)) => legacy.push(code),
                _ => skip = skip.saturating_sub(1),
            }
            continue;
        }
        if byte == b'\\' && bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            let (word, number, length) = control(&bytes[at..]);
            at += length;
            match (word, number) {
                ("uc", Some(number)) => after = usize::try_from(number).unwrap_or(0),
                ("u", Some(number)) => {
                    flush(&mut legacy, encoding, &mut text);
                    // A negative number stands for one above 32767.
                    let unit = (number & 0xffff) as u32;
                    text.push(char::from_u32(unit).unwrap_or(' '));
                    skip = after;
                }
                _ if PARTS.contains(&word) => {
                    flush(&mut legacy, encoding, &mut text);
                    text.push('\n');
                }
                _ => {}
            }
            continue;
        }
        match byte {
            b'{' | b'}' | b'\r' | b'\n' => skip = 0,
            b'\\' => {
                // `\~` is a space, `\-` a soft hyphen.
                legacy.extend(bytes.get(at).filter(|sign| **sign == b'~').map(|_| b' '));
                at += 1;
            }
            _ if skip > 0 => skip -= 1,
            byte => legacy.push(byte),
        }
    }
    flush(&mut legacy, encoding, &mut text);
    text
}

fn flush(legacy: &mut Vec<u8>, encoding: &'static Encoding, text: &mut String) {
    text.push_str(&encoding.decode_without_bom_handling(legacy).0);
    legacy.clear();
}

/// A control word, its number, and how many bytes it takes.
fn control(bytes: &[u8]) -> (&str, Option<i32>, usize) {
    let letters = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let signs = bytes[letters..].iter().enumerate();
    let digits = signs.take_while(|(at, byte)| byte.is_ascii_digit() || *at == 0 && **byte == b'-');
    let end = letters + digits.count();
    let text = |range: std::ops::Range<usize>| std::str::from_utf8(&bytes[range]).unwrap_or("");
    let number = text(letters..end).parse().ok();
    (
        text(0..letters),
        number,
        end + usize::from(bytes.get(end) == Some(&b' ')),
    )
}

fn hex(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_form_are_read() {
        let rtf =
            br"{\rtf1\ansi\ansicpg1251 \'ce\'f1{\b \'ef}\'e0\'ed\par \u1057?\u1077 ?\u1088\'3f.}";
        assert_eq!(text(rtf, code_page(rtf)), "Оспан\nСер.");
    }
}
