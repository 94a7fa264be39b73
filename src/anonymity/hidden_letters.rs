//! Hidden letters: whether a text has escapes, unseen characters or tags within words, so that it has to be read letter by letter.

use super::unescape::{Unit, kind, unit};
use super::words::{is_inline, tag_end};

/// Whether letters of a text are escaped, or parted by what nobody sees.
pub(super) fn hides_letters(text: &str, markup: bool) -> bool {
    let bytes = text.as_bytes();
    let unseen = |at: usize| {
        let character = text[at..].chars().next();
        character.is_some_and(|character| is_unseen_at(at, character))
    };
    // The first bytes of soft hyphens, of marks that are put over letters, and of what shows nothing.
    memchr::memchr3_iter(b'&', b'%', b'\\', bytes).any(|at| hides_at(text, at))
        || memchr::memchr3_iter(0xc2, 0xcc, 0xcd, bytes).any(unseen)
        || memchr::memchr3_iter(0xe1, 0xe2, 0xef, bytes).any(unseen)
        || memchr::memchr3_iter(0xd8, 0xe3, 0xf0, bytes).any(unseen)
        || memchr::memchr_iter(0xf3, bytes).any(unseen)
        || markup && memchr::memchr_iter(b'<', bytes).any(|at| parts_at(text, at))
}

/// Whether a character hides letters at a place of a text: it is not seen, and does not begin the text, as the byte order mark of a table
/// does.
pub(super) fn is_unseen_at(at: usize, character: char) -> bool {
    at > 0 && matches!(kind(character), Unit::Nothing | Unit::Breve)
}

/// Whether a sign that may begin an escape hides a letter here.
pub(super) fn hides_at(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes[at..].starts_with(b"&amp;") && !is_doubled(&text[at..]) {
        return false;
    }
    let (unit, length) = unit(text, at);
    match unit {
        Unit::Gap(_) if length == 1 => bytes[at..].starts_with(b"\\\\"),
        // What ends in a letter or a digit seems to be a part of the word after it.
        Unit::Gap(_) if bytes[at] != b'&' => true,
        Unit::Gap(_) => is_doubled(&text[at..]),
        _ => true,
    }
}

/// Whether an escape here holds another one.
fn is_doubled(rest: &str) -> bool {
    let inner = ["&amp;", "&#38;", "&#x26;"]
        .iter()
        .find_map(|escape| rest.strip_prefix(escape));
    inner.is_some_and(|inner| {
        let end = inner
            .bytes()
            .position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#')
            .unwrap_or(inner.len());
        end > 0 && inner[end..].starts_with(';')
    })
}

/// Whether a tag here stands in the middle of a word, alone or with others behind it.
pub(super) fn parts_at(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_letter = |byte: Option<&u8>| {
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
    };
    at > 0 && is_letter(bytes.get(at - 1)) && is_letter(bytes.get(behind_inline(text, at)))
}

/// Whether a text is not the same if tags inside a line are not there: if one has anything but a blank on both of its sides.
pub(super) fn joins(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_sign = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii_whitespace());
    memchr::memchr_iter(b'<', bytes).any(|at| {
        let end = behind_inline(text, at);
        end > at && at > 0 && is_sign(bytes.get(at - 1)) && is_sign(bytes.get(end))
    })
}

/// Where the tags end that stand here one behind the other inside a line.
fn behind_inline(text: &str, at: usize) -> usize {
    let mut end = at;
    while text.as_bytes().get(end) == Some(&b'<')
        && let Some(next) = tag_end(text, end)
        && is_inline(&text[end..next])
    {
        end = next;
    }
    end
}
