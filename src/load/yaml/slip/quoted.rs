//! Slips in one value: in a text in quotation marks, and the signs that a text without them may not hold.

use crate::load::yaml::error_class::Trouble;
use crate::load::yaml::quote::{closing, quoted};

/// Signs that no plain value begins with, and that YAML reads as something of its own.
pub(super) const SIGNS: [char; 13] = [
    ',', '[', '{', '*', '&', '!', '|', '>', '%', '@', '`', ']', '}',
];

/// What is wrong in a value, with its place, if anything is; and the value as it should be, if that is known.
pub(super) type Mended = Option<(Option<(Trouble, usize)>, String)>;

/// Whether something other than a note stands behind a closed value.
pub(super) fn has_more(after: &str) -> bool {
    let trimmed = after.trim_start();
    let is_note = trimmed.starts_with('#') && trimmed.len() < after.len();
    !(trimmed.is_empty() || is_note)
}

/// The colon of a plain text that YAML takes for the end of a key.
pub(super) fn colon(plain: &str) -> Option<usize> {
    let inside = plain.find(": ");
    inside.or_else(|| plain.ends_with(':').then(|| plain.len() - 1))
}

/// What is wrong where a sign that nobody needs stands behind a value.
pub(super) fn behind(signs: &str) -> Trouble {
    match signs.trim().chars().all(|sign| sign == ',') {
        true => Trouble::CommaBehind,
        false => Trouble::SignBehind,
    }
}

pub(super) fn of_quoted(plain: &str, rest: &str) -> Mended {
    let Some(end) = closing(plain) else {
        let quote = &plain[..1];
        if rest.contains(quote) {
            return Some((None, plain.to_owned()));
        }
        let text = plain[1..].trim_end_matches(['”', '“', '’']);
        let text = match text.contains('«') {
            true => text,
            false => text.trim_end_matches('»'),
        };
        return Some((
            Some((Trouble::Quote, 0)),
            quoted(&format!("{quote}{text}{quote}")),
        ));
    };
    if !has_more(&plain[end..]) {
        return Some(match bad_escape(&plain[..end]) {
            Some(at) => (Some((Trouble::Backslash, at)), quoted(&plain[..end])),
            None => (None, plain.to_owned()),
        });
    }
    if plain[end..].trim().chars().all(|c| ",;:".contains(c)) {
        let why = behind(&plain[end..]);
        return Some((Some((why, end)), plain[..end].to_owned()));
    }
    let spaces = plain[end..].len() - plain[end..].trim_start().len();
    Some((Some((Trouble::Behind, end + spaces)), quoted(plain)))
}

/// The backslash in `"…"` that begins no escape of YAML.
fn bad_escape(quote: &str) -> Option<usize> {
    let bytes = quote.as_bytes();
    let mut at = 1;
    while quote.starts_with('"') && at + 1 < bytes.len() {
        if bytes[at] == b'\\' {
            if !b"0abt\tnvfre \"/\\N_LPxuU".contains(&bytes[at + 1]) {
                return Some(at);
            }
            at += 1;
        }
        at += 1;
    }
    None
}

/// The byte past the bracket that closes the one that a text begins with. Quotation marks do not count: they may be what
/// is wrong.
pub(super) fn matching(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    text.bytes().enumerate().find_map(|(at, byte)| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at + 1)
    })
}
