//! Content streams of PDF: the words that a page shows, put together again from the pieces that a layout cuts them into.

use std::collections::HashMap;

use encoding_rs::WINDOWS_1251;

use super::cmap::CMap;
use super::pdf_strings::{Token, Tokens};

/// The fonts of a document by the names that pages call them; one name may be several fonts' on several pages.
pub(super) type Fonts<'a> = HashMap<Vec<u8>, Vec<&'a CMap>>;

/// A gap in a line that is a space, in thousandths of the letters' size.
const SPACE: f32 = -180.0;

/// The most fonts of one name that are tried.
const MOST: usize = 8;

/// Every reading of what a content stream shows.
pub(super) fn readings(stream: &[u8], fonts: &Fonts<'_>) -> Vec<String> {
    let called: Vec<&[u8]> = Tokens::new(stream)
        .filter_map(|token| match token {
            Token::Word(word) if word.starts_with(b"/") => Some(&word[1..]),
            _ => None,
        })
        .collect();
    let of_name = |name: &[u8]| fonts.get(name).map_or(0, Vec::len);
    let most = called.iter().map(|name| of_name(name)).max().unwrap_or(0);
    let mut all = Vec::new();
    for nth in 0..most.clamp(2, MOST) {
        let shown = shown(stream, fonts, nth);
        all.extend([shown.parted, shown.joined]);
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// What is shown, with and without a space wherever a piece begins.
#[derive(Default)]
struct Shown {
    parted: String,
    joined: String,
}

impl Shown {
    fn text(&mut self, text: &str) {
        self.parted.push_str(text);
        self.joined.push_str(text);
    }
}

/// With fonts of the same name, the `nth` is taken; without a table, a code is Latin or, at every other turn, Cyrillic.
fn shown(stream: &[u8], fonts: &Fonts<'_>, nth: usize) -> Shown {
    let mut shown = Shown::default();
    let mut font: Option<&CMap> = None;
    let mut operands: Vec<Token<'_>> = Vec::new();
    let mut line = f32::NAN;
    let mut tokens = Tokens::new(stream);
    while let Some(token) = tokens.next() {
        let operator = match &token {
            Token::Word(word)
                if word
                    .first()
                    .is_some_and(|first| first.is_ascii_alphabetic() || b"'\"".contains(first)) =>
            {
                *word
            }
            _ => {
                operands.push(token);
                continue;
            }
        };
        match operator {
            b"Tf" => {
                let name = operands.iter().find_map(|token| match token {
                    Token::Word(word) => word.strip_prefix(b"/"),
                    Token::Text(_) => None,
                });
                let of_name = name.and_then(|name| fonts.get(name));
                font = of_name.and_then(|all| all.get(nth % all.len().max(1)).copied());
            }
            b"Tj" | b"TJ" | b"'" | b"\"" => {
                if operator == b"'" || operator == b"\"" {
                    shown.text("\n");
                }
                for token in &operands {
                    match token {
                        Token::Text(codes) => shown.text(&letters(codes, font, nth)),
                        Token::Word(number) if operator == b"TJ" && float(number) < SPACE => {
                            shown.text(" ")
                        }
                        Token::Word(_) => {}
                    }
                }
            }
            b"Td" | b"TD" | b"T*" | b"Tm" | b"BT" => {
                shown.parted.push(' ');
                let last = operands.last().map_or(0.0, |token| match token {
                    Token::Word(number) => float(number),
                    Token::Text(_) => 0.0,
                });
                let is_new_line = match operator {
                    b"Tm" => std::mem::replace(&mut line, last) != last,
                    b"Td" | b"TD" => last != 0.0,
                    _ => true,
                };
                if is_new_line {
                    shown.joined.push('\n');
                }
            }
            b"ID" => tokens.skip_picture(),
            _ => {
                // What a piece means to a reader of the page, such as `/ActualText`.
                for token in &operands {
                    if let Token::Text(text) = token {
                        for reading in super::pdf_strings::readings(text) {
                            shown.parted.push_str(&format!("\n.\n{reading}\n.\n"));
                        }
                    }
                }
            }
        }
        operands.clear();
    }
    shown
}

fn letters(codes: &[u8], font: Option<&CMap>, nth: usize) -> String {
    let mut text = String::new();
    match font {
        Some(font) => font.text(codes, &mut text),
        None if nth % 2 == 1 => text.push_str(&WINDOWS_1251.decode_without_bom_handling(codes).0),
        None => text.extend(codes.iter().map(|code| char::from(*code))),
    }
    text
}

fn float(number: &[u8]) -> f32 {
    std::str::from_utf8(number)
        .ok()
        .and_then(|number| number.parse().ok())
        .unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_line_are_put_together() {
        let map = CMap::new(b"beginbfchar <01> <041E> <02> <0441> <03> <0020> endbfchar");
        let fonts = Fonts::from([(b"F1".to_vec(), vec![&map])]);
        let stream = b"BT /F1 12 Tf 1 0 0 1 72 700 Tm [<01>-20<02>-300<02>]TJ 5 0 Td <01> Tj ET";
        let readings = readings(stream, &fonts);
        assert_eq!(readings.len(), 2);
        assert!(
            readings.iter().any(|text| text.trim() == "Ос сО"),
            "{readings:?}"
        );
        assert!(
            readings.iter().any(|text| text.trim() == "Ос с О"),
            "{readings:?}"
        );
    }
}
