//! ToUnicode tables of PDF fonts: which letters the codes of a font stand for.

use std::collections::HashMap;

use encoding_rs::UTF_16BE;

use super::pdf_strings::{Token, Tokens};

/// The letters of a font.
#[derive(Debug, Default)]
pub(super) struct CMap {
    letters: HashMap<u32, String>,
    /// How many bytes a code has.
    length: usize,
}

/// The most codes of one range: a font has no more.
const MOST: u32 = 0xffff;
/// The most codes of a table.
const ALL: usize = 1 << 18;

impl CMap {
    pub(super) fn new(table: &[u8]) -> CMap {
        let mut map = CMap::default();
        let mut operands: Vec<Vec<u8>> = Vec::new();
        // In a list: the codes before it, and how many of its letters were read.
        let mut list = None;
        let (mut in_chars, mut in_ranges) = (false, false);
        for token in Tokens::new(table) {
            if map.letters.len() > ALL {
                break;
            }
            match token {
                Token::Word(b"beginbfchar") => (in_chars, in_ranges) = (true, false),
                Token::Word(b"beginbfrange") => (in_chars, in_ranges) = (false, true),
                Token::Word(b"endbfchar" | b"endbfrange") => {
                    (in_chars, in_ranges) = (false, false);
                    operands.clear();
                }
                Token::Word(b"[") => list = Some(0),
                Token::Word(b"]") => {
                    list = None;
                    operands.clear();
                }
                Token::Text(letters) if in_ranges && list.is_some() && operands.len() == 2 => {
                    let nth = list.unwrap_or(0);
                    map.put(&operands[0], nth, &letters);
                    list = Some(nth + 1);
                }
                Token::Text(text) if in_chars || in_ranges => operands.push(text),
                Token::Text(_) | Token::Word(_) => {}
            }
            if in_chars && operands.len() == 2 {
                map.put(&operands[0], 0, &operands[1]);
                operands.clear();
            }
            if in_ranges && operands.len() == 3 {
                let last = number(&operands[1]).saturating_sub(number(&operands[0]));
                for nth in 0..=last.min(MOST) {
                    map.put(&operands[0], nth, &after(&operands[2], nth));
                }
                operands.clear();
            }
        }
        map
    }

    fn put(&mut self, code: &[u8], nth: u32, letters: &[u8]) {
        self.length = self.length.max(code.len());
        let letters = UTF_16BE.decode_without_bom_handling(letters).0;
        let code = number(code).wrapping_add(nth);
        self.letters.insert(code, letters.into_owned());
    }

    /// What codes show.
    pub(super) fn text(&self, codes: &[u8], into: &mut String) {
        for code in codes.chunks(self.length.max(1)) {
            match self.letters.get(&number(code)) {
                Some(letters) => into.push_str(letters),
                None => into.push('\u{fffd}'),
            }
        }
    }
}

/// The letter so many places after another.
fn after(letters: &[u8], nth: u32) -> Vec<u8> {
    let Some((last, before)) = letters
        .split_last_chunk::<2>()
        .map(|(before, last)| (last, before))
    else {
        return Vec::new();
    };
    let last = u16::from_be_bytes(*last).wrapping_add(nth as u16);
    [before, &last.to_be_bytes()].concat()
}

fn number(code: &[u8]) -> u32 {
    code.iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_letters() {
        let map = CMap::new(
            b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <041E> <02> <00660069> endbfchar \
            2 beginbfrange <10> <12> <0430> <20> <21> [<0441> <043F>] endbfrange",
        );
        let mut text = String::new();
        map.text(&[1, 2, 0x10, 0x12, 0x20, 0x21, 0x50], &mut text);
        assert_eq!(text, "Оfiавсп\u{fffd}");
    }
}
