//! Unescaping: one character of a text, from HTML entities, percent-encoding or backslash escapes.
//!
//! Takes a text and a place in it, gives the character that a reader sees there: `й`, `&#1081;`, `%D0%B9` and `\u0439`
//! are the same. Knows nothing of words.

use pulldown_cmark::{Event, Parser};

use crate::source::text::confusables::is_default_ignorable;

/// What a character is to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// A letter or a digit.
    Letter(char),
    /// The mark that makes й of и.
    Breve,
    /// Not seen: a soft hyphen, a zero-width space, another mark.
    Nothing,
    /// Whatever parts words.
    Gap(Gap),
}

/// How far two words are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Gap {
    /// By a space, a hyphen or the like, inside one line of text.
    Space,
    /// By the end of a line, or of a paragraph.
    Line,
    /// By a comma, a full stop or the like, as two entries of a list are.
    Stop,
}

/// What stands at a place, and how many bytes it is long.
pub(super) fn unit(text: &str, at: usize) -> (Unit, usize) {
    let rest = &text[at..];
    let escaped = match rest.as_bytes().first() {
        Some(b'&') => entity(rest),
        Some(b'%') => percent(rest),
        Some(b'\\') => backslash(rest),
        _ => None,
    };
    escaped.unwrap_or_else(|| match rest.chars().next() {
        Some(letter) => (kind(letter), letter.len_utf8()),
        None => (Unit::Gap(Gap::Stop), 1),
    })
}

/// What a character is to a word.
pub(super) fn kind(character: char) -> Unit {
    match character {
        '0'..='9' | 'a'..='z' | 'A'..='Z' => Unit::Letter(character),
        '\n' => Unit::Gap(Gap::Line),
        '\0'..=' ' | '-' | '_' | '+' | '\'' | '"' | '`' | '*' | '~' => Unit::Gap(Gap::Space),
        '\0'..='\u{7f}' => Unit::Gap(Gap::Stop),
        // Most letters of most texts: to ask for others takes longer.
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => Unit::Letter(character),
        '\u{306}' => Unit::Breve,
        '\u{300}'..='\u{36f}' => Unit::Nothing,
        unseen if is_default_ignorable(unseen) => Unit::Nothing,
        letter if letter.is_alphanumeric() => Unit::Letter(letter),
        '\u{ab}' | '\u{bb}' | '\u{2010}'..='\u{2013}' | '\u{2018}'..='\u{201f}' => {
            Unit::Gap(Gap::Space)
        }
        space if space.is_whitespace() => Unit::Gap(Gap::Space),
        _ => Unit::Gap(Gap::Stop),
    }
}

/// An HTML entity. One that is not known parts words.
fn entity(rest: &str) -> Option<(Unit, usize)> {
    let body = &rest[1..];
    let end = body
        .bytes()
        .position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#')
        .unwrap_or(body.len());
    let (name, closed) = (&body[..end], body[end..].starts_with(';'));
    let length = 1 + end + usize::from(closed);
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        let letter = char::from_u32(code.ok()?)?;
        return Some((kind(letter), length));
    }
    if name.is_empty() || !closed {
        return None;
    }
    let unit = match named(&rest[..length]) {
        Some(letter) => kind(letter),
        None => Unit::Gap(Gap::Space),
    };
    Some((unit, length))
}

/// The longest entity: `&CounterClockwiseContourIntegral;`.
const LONGEST: usize = 33;

/// The character of an entity by its name, the first if it is of two; any case will do for what has no other meaning.
fn named(entity: &str) -> Option<char> {
    match entity {
        // Nearly all that there are.
        "&amp;" => return Some('&'),
        "&lt;" => return Some('<'),
        "&gt;" => return Some('>'),
        "&quot;" => return Some('"'),
        _ if entity.len() > LONGEST => return None,
        _ => {}
    }
    let lower = entity.to_ascii_lowercase();
    [entity, &lower].into_iter().find_map(in_html)
}

/// Markdown has all entities of HTML, by the same names.
fn in_html(entity: &str) -> Option<char> {
    let texts = Parser::new(entity).filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    let text: String = texts.collect();
    let letter = text.chars().next()?;
    (text != entity).then_some(letter)
}

/// A character of an address: one to four bytes as `%XX`.
fn percent(rest: &str) -> Option<(Unit, usize)> {
    let byte = |nth: usize| {
        let code = rest.get(nth * 3..nth * 3 + 3)?.strip_prefix('%')?;
        u8::from_str_radix(code, 16).ok()
    };
    let first = byte(0)?;
    let length = match first {
        0..0x80 => 1,
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = (0..length).map_while(byte).collect();
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((kind(letter), length * 3))
}

/// An escape of JSON, a script or a style.
fn backslash(rest: &str) -> Option<(Unit, usize)> {
    let body = &rest[1..];
    let hex = |from: usize, most: usize| {
        let digits = body[from..]
            .bytes()
            .take(most)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        let code = u32::from_str_radix(&body[from..from + digits], 16).ok()?;
        Some((
            char::from_u32(code).map_or(Unit::Gap(Gap::Stop), kind),
            digits,
        ))
    };
    match body.as_bytes().first()? {
        b'u' if body[1..].starts_with('{') => {
            let (unit, digits) = hex(2, 6)?;
            Some((unit, 3 + digits + 1)).filter(|_| body[2 + digits..].starts_with('}'))
        }
        b'u' => hex(1, 4)
            .filter(|(_, digits)| *digits == 4)
            .map(|(unit, _)| (unit, 6)),
        b'x' => hex(1, 2)
            .filter(|(_, digits)| *digits == 2)
            .map(|(unit, _)| (unit, 4)),
        b'n' | b'r' | b't' => Some((Unit::Gap(Gap::Space), 2)),
        byte if byte.is_ascii_hexdigit() => match hex(0, 6)? {
            (_, 1) => Some((Unit::Gap(Gap::Space), 2)),
            // A space ends the escape of a style, and is no part of the text.
            (unit, digits) => Some((
                unit,
                1 + digits + usize::from(body[digits..].starts_with(' ')),
            )),
        },
        _ => None,
    }
}

/// The text with each escape of letters, `&`, `<`, `%` or `\` taken away once: for what is escaped twice.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        const DOUBLE: [(&str, &str); 12] = [
            ("&amp;", "&"),
            ("&#38;", "&"),
            ("&#x26;", "&"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("%25", "%"),
            ("%26", "&"),
            ("\\\\", "\\"),
            ("\\u003c", "<"),
            ("\\u003e", ">"),
            ("\\u0026", "&"),
        ];
        if let Some((escape, letter)) = DOUBLE.iter().find(|(escape, _)| rest.starts_with(escape)) {
            plain.push_str(letter);
            at += escape.len();
            continue;
        }
        let (unit, length) = unit(text, at);
        match unit {
            Unit::Letter(letter) => plain.push(letter),
            Unit::Breve => plain.push('\u{306}'),
            Unit::Nothing => {}
            Unit::Gap(_) => plain.push_str(&rest[..length]),
        }
        at += length;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_is_the_character_that_it_stands_for() {
        for (entity, letter) in [
            ("&acy;", Some('а')),
            ("&SHCHcy;", Some('Щ')),
            ("&IUKCY;", Some('і')),
            ("&eacute;", Some('é')),
            ("&shy;", Some('\u{ad}')),
            ("&af;", Some('\u{2061}')),
            ("&nbsp;", Some('\u{a0}')),
            ("&ast;", Some('*')),
            ("&num;", Some('#')),
            ("&CounterClockwiseContourIntegral;", Some('\u{2233}')),
            ("&nosuch;", None),
        ] {
            assert_eq!(named(entity), letter, "{entity}");
        }
    }
}
