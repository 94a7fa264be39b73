//! Lexer of PDF: its strings with all their escapes, and the words between them.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE};

use super::encoding;

/// A piece of PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Text(Vec<u8>),
    /// A name with its slash, a number, an operator, a bracket.
    Word(&'a [u8]),
}

/// The pieces of a dictionary or of a content stream.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Tokens<'a> {
        Tokens { bytes, at: 0 }
    }

    /// Passes over the bytes of a picture that stands in a content stream.
    pub(super) fn skip_picture(&mut self) {
        let rest = &self.bytes[self.at..];
        let ends = memchr::memmem::find_iter(rest, b"EI").find(|&end| {
            let around = [end.checked_sub(1), Some(end + 2)];
            around.iter().all(|at| {
                at.and_then(|at| rest.get(at))
                    .is_none_or(|byte| is_space(*byte))
            })
        });
        self.at += ends.map_or(rest.len(), |end| end + 2);
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.bytes;
        while bytes.get(self.at).is_some_and(|byte| is_space(*byte)) {
            self.at += 1;
        }
        let start = self.at;
        let first = *bytes.get(start)?;
        let two = bytes.get(start..start + 2);
        let length = match first {
            b'(' => {
                if let Some((text, end)) = literal(bytes, start + 1) {
                    self.at = end;
                    return Some(Token::Text(text));
                }
                1
            }
            b'<' | b'>' if two == Some(b"<<") || two == Some(b">>") => 2,
            b'<' => {
                if let Some((text, end)) = hex(bytes, start + 1) {
                    self.at = end;
                    return Some(Token::Text(text));
                }
                1
            }
            b'[' | b']' | b'{' | b'}' | b')' | b'>' => 1,
            _ => {
                let rest = bytes[start + 1..].iter();
                1 + rest
                    .take_while(|byte| !is_space(**byte) && !b"()<>[]{}/%".contains(byte))
                    .count()
            }
        };
        self.at = start + length;
        Some(Token::Word(&bytes[start..self.at]))
    }
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

/// What follows a key, which is a whole name, the first time that it stands there.
pub(super) fn value<'a>(bytes: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    memchr::memmem::find_iter(bytes, key)
        .map(|at| &bytes[at + key.len()..])
        .find(|rest| {
            !rest
                .first()
                .is_some_and(|next| next.is_ascii_alphanumeric())
        })
}

/// A string in parentheses, and where it ends; none if it does not.
fn literal(bytes: &[u8], mut at: usize) -> Option<(Vec<u8>, usize)> {
    let (mut text, mut depth) = (Vec::new(), 0);
    loop {
        let byte = *bytes.get(at)?;
        at += 1;
        match byte {
            b')' if depth == 0 => return Some((text, at)),
            b')' => depth -= 1,
            b'(' => depth += 1,
            b'\\' => {
                let next = *bytes.get(at)?;
                at += 1;
                match next {
                    b'n' => text.push(b'\n'),
                    b'r' => text.push(b'\r'),
                    b't' => text.push(b'\t'),
                    b'b' => text.push(8),
                    b'f' => text.push(12),
                    b'0'..=b'7' => {
                        let more = bytes[at..].iter().take(2);
                        let more: Vec<u8> = more
                            .copied()
                            .take_while(|digit| (b'0'..=b'7').contains(digit))
                            .collect();
                        at += more.len();
                        let code = more.iter().fold(u32::from(next - b'0'), |code, digit| {
                            code * 8 + u32::from(digit - b'0')
                        });
                        text.push((code & 0xff) as u8);
                    }
                    // The line goes on.
                    b'\r' => at += usize::from(bytes.get(at) == Some(&b'\n')),
                    b'\n' => {}
                    other => text.push(other),
                }
                continue;
            }
            _ => {}
        }
        text.push(byte);
    }
}

/// A string of hexadecimal digits, and where it ends; none if there are others in it.
fn hex(bytes: &[u8], start: usize) -> Option<(Vec<u8>, usize)> {
    let length = memchr::memchr(b'>', &bytes[start..])?;
    let digits = bytes[start..start + length]
        .iter()
        .filter(|byte| !is_space(**byte));
    let digits: Vec<u8> = digits
        .map(|digit| char::from(*digit).to_digit(16).map(|digit| digit as u8))
        .collect::<Option<_>>()?;
    // A last digit that is missing is a zero.
    let pairs = digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0));
    Some((pairs.collect(), start + length + 1))
}

/// The readings of a string that is no text of a font.
pub(super) fn readings(text: &[u8]) -> Vec<Cow<'_, str>> {
    match text {
        [0xfe, 0xff, rest @ ..] => vec![UTF_16BE.decode_without_bom_handling(rest).0],
        [0xff, 0xfe, rest @ ..] => vec![UTF_16LE.decode_without_bom_handling(rest).0],
        [0xef, 0xbb, 0xbf, rest @ ..] => encoding::likely(rest),
        _ => encoding::likely(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_with_all_their_escapes() {
        let texts = |pdf: &[u8]| -> Vec<String> {
            Tokens::new(pdf)
                .filter_map(|token| match token {
                    Token::Text(text) => Some(readings(&text)[0].clone().into_owned()),
                    Token::Word(_) => None,
                })
                .collect()
        };
        assert_eq!(
            texts(b"<< /A (a\\(b\\)(c)\\101\\\nd) /B <FEFF041E0441> >>"),
            ["a(b)(c)Ad", "Ос"]
        );
        assert_eq!(texts(b"/T (\\376\\377\\004\\036) (open [<4>] "), ["О", "@"]);
    }
}
