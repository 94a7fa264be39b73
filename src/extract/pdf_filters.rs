//! Filters of PDF streams: what packs or wraps the bytes of a stream, undone.

use std::borrow::Cow;

use flate2::read::ZlibDecoder;

use super::pdf_strings::{Token, Tokens, is_space, value};
use super::sink::Sink;

/// The bytes of a stream as they were before they were packed; none if they are a picture, or packed in a way that cannot
/// be undone here.
pub(super) fn unpacked<'a>(
    dictionary: &[u8],
    data: &'a [u8],
    sink: &mut Sink<'_>,
) -> Option<Cow<'a, [u8]>> {
    let mut data = Cow::Borrowed(data);
    for filter in filters(dictionary) {
        data = match filter {
            b"/FlateDecode" | b"/Fl" => sink.unpack(ZlibDecoder::new(&*data)).into(),
            b"/ASCIIHexDecode" | b"/AHx" => ascii_hex(&data).into(),
            b"/ASCII85Decode" | b"/A85" => ascii_85(&data).into(),
            b"/DCTDecode" | b"/DCT" | b"/JPXDecode" | b"/CCITTFaxDecode" | b"/CCF"
            | b"/JBIG2Decode" => return None,
            _ => {
                sink.cannot();
                return None;
            }
        };
    }
    Some(data)
}

/// The names of the filters, the outermost first.
fn filters(dictionary: &[u8]) -> Vec<&[u8]> {
    let Some(rest) = value(dictionary, b"/Filter") else {
        return Vec::new();
    };
    let mut names = Vec::new();
    let mut is_list = false;
    for token in Tokens::new(rest) {
        match token {
            Token::Word(b"[") => is_list = true,
            Token::Word(name) if name.starts_with(b"/") => names.push(name),
            // What is named by the number of another object is not looked up: no such filter is known.
            Token::Word(word) if names.is_empty() && !is_list && word != b"null" => {
                return vec![word];
            }
            _ => break,
        }
        if !is_list {
            break;
        }
    }
    names
}

fn ascii_hex(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|byte| **byte != b'>');
    let digits: Vec<u8> = digits
        .filter_map(|digit| char::from(*digit).to_digit(16).map(|digit| digit as u8))
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0))
        .collect()
}

fn ascii_85(data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(data.len() * 4 / 5);
    let (mut group, mut count) = (0_u32, 0);
    let digits = data.iter().filter(|byte| !is_space(**byte));
    for &digit in digits.take_while(|byte| **byte != b'~') {
        match digit {
            b'z' if count == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(digit - b'!'));
                count += 1;
                if count == 5 {
                    bytes.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        bytes.extend(&group.to_be_bytes()[..count - 1]);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_bytes_are_unwrapped() {
        assert_eq!(ascii_85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(ascii_85(b"87cUR\nD]j7BEbo7~>"), b"Hello world");
        assert_eq!(ascii_hex(b"48 69>"), b"Hi");
        assert_eq!(
            filters(b"/Filter [/A85 /Fl] /Length 5"),
            [&b"/A85"[..], b"/Fl"]
        );
        assert_eq!(filters(b"/Length 5/Filter/FlateDecode"), [b"/FlateDecode"]);
    }
}
