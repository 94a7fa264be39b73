//! Slips in a value behind a key or a hyphen, by the sign that it begins with.
//!
//! Takes the value, gives what is wrong in it and the value as it was meant.

use super::flow::of_flow;
use super::pairs::pairs;
use super::quoted::{Mended, SIGNS, behind, colon, has_more, matching, of_quoted};
use crate::load::yaml::error_class::Trouble;
use crate::load::yaml::quote::quoted;

/// Signs that are typed twice for a quotation mark by who has none on the keyboard: what opens, and what closes.
const TYPED: [(&str, &[&str]); 4] = [
    ("''", &["''"]),
    ("\"\"", &["\"\""]),
    (",,", &["``", "''", ",,", "\"\"", "“", "”"]),
    ("``", &["``", "''", "´´"]),
];

/// A text in such marks, without them where they stand around all of it; else with the quotation marks that they stand for.
fn with_typed_marks(plain: &str) -> Option<String> {
    let (inner, closing) = TYPED.iter().find_map(|(open, closing)| {
        let inner = plain.strip_prefix(open)?;
        Some((inner, *closing))
    })?;
    let (at, close) = closing
        .iter()
        .filter_map(|close| Some((inner.find(close)?, close)))
        .min()?;
    let (words, rest) = (inner[..at].trim(), inner[at + close.len()..].trim_end());
    let is_text = words.starts_with(char::is_alphanumeric) && !words.contains(['"', '`']);
    is_text.then(|| match rest.is_empty() {
        true => words.to_owned(),
        false => format!("«{words}»{rest}"),
    })
}

/// A value behind a key or a hyphen.
pub(super) fn of_value(value: &str, rest: &str) -> Mended {
    let plain = value.trim_end();
    let Some(first) = plain.chars().next() else {
        return Some((None, value.to_owned()));
    };
    if let Some(words) = with_typed_marks(plain) {
        return Some((Some((Trouble::Begin, 0)), quoted(&words)));
    }
    match first {
        '"' | '\'' => of_quoted(plain, rest),
        '{' | '[' => match matching(plain) {
            Some(end) if !has_more(&plain[end..]) => of_flow(plain, rest),
            Some(end) if plain[end..].trim().chars().all(|c| ",;:.".contains(c)) => {
                let (found, mended) = of_flow(&plain[..end], rest)?;
                let found = found.unwrap_or((behind(&plain[end..]), end));
                Some((Some(found), mended))
            }
            Some(end) if plain[end..].trim().chars().all(|c| "}]".contains(c)) => {
                Some((Some((Trouble::BracketTwice, end)), plain[..end].to_owned()))
            }
            Some(end) if first == '{' && !pairs(&plain[..end]).is_empty() => {
                let spaces = plain[end..].len() - plain[end..].trim_start().len();
                Some((
                    Some((Trouble::BehindBracket, end + spaces)),
                    plain.to_owned(),
                ))
            }
            Some(_) => Some((Some((Trouble::Begin, 0)), quoted(plain))),
            None if rest.contains(['}', ']']) => of_flow(plain, rest),
            None => {
                let (found, mended) = of_flow(plain, rest)?;
                let close = if first == '{' { '}' } else { ']' };
                let found = found.unwrap_or((Trouble::Bracket, 0));
                // A round bracket in its place.
                let is_round = mended.matches(')').count() > mended.matches('(').count();
                let mended = match mended.rfind(')').filter(|_| is_round) {
                    Some(at) => format!("{}{close}{}", &mended[..at], &mended[at + 1..]),
                    None => format!("{mended}{close}"),
                };
                Some((Some(found), mended))
            }
        },
        '|' | '>' => {
            let is_block = plain[1..]
                .split('#')
                .next()
                .is_some_and(|mark| mark.trim_end().chars().all(|c| "+-123456789".contains(c)));
            match is_block {
                true => Some((None, value.to_owned())),
                false => Some((Some((Trouble::Begin, 0)), quoted(plain))),
            }
        }
        '-' | '?' | ':' if plain.len() == 1 || plain[1..].starts_with(' ') => {
            Some((Some((Trouble::Begin, 0)), quoted(plain)))
        }
        '*' | '&' if plain.len() > 1 && plain[1..].chars().all(|c| c.is_ascii_alphanumeric()) => {
            Some((None, value.to_owned()))
        }
        _ if SIGNS.contains(&first) => Some((Some((Trouble::Begin, 0)), quoted(plain))),
        _ => match colon(plain) {
            Some(at) => Some((Some((Trouble::Colon, at)), quoted(plain))),
            None => Some((None, value.to_owned())),
        },
    }
}
