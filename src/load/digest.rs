//! Content digest (BLAKE3) of a text, by which a stale translation of it is known: the one definition of it.
//!
//! Takes title, summary and body, gives 16 hexadecimal digits that change when any of them does. Must not know where files are.

use std::borrow::Cow;

use super::front_matter::split;
use super::yaml::{Node, parse};
use crate::markdown::without_comments;
use crate::source::text::plain_words::plain_words;

/// How many hexadecimal digits a digest has.
const DIGITS: usize = 16;

/// The digest of a write-up's words: BLAKE3 over title, summary and body, with a zero byte after each of the first two,
/// which no text holds. Facts and pictures are no words. How lines end, and blank lines around the body, do not count.
pub(crate) fn digest(title: &str, summary: Option<&str>, body: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(lines(title).as_bytes()).update(b"\0");
    hasher
        .update(lines(summary.unwrap_or_default()).as_bytes())
        .update(b"\0");
    hasher.update(lines(body).trim_matches('\n').as_bytes());
    hasher.finalize().to_hex()[..DIGITS].to_owned()
}

/// The digest of a write-up's words from the text of its file; none if that has no title that can be read.
pub(crate) fn digest_of_file(text: &str) -> Option<String> {
    let parts = split(text).ok()?;
    let Node::Map(fields) = parse(&text[parts.front_matter?]).ok()? else {
        return None;
    };
    let word = |name: &str| match fields.iter().find(|(key, _)| key == name)? {
        (_, Node::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    // What is for colleagues alone makes no translation old.
    let body = without_comments(&text[parts.body]);
    Some(digest(word("title")?, word("summary"), &body))
}

/// The digest of a text by its letters and digits alone: case, signs and spaces are no difference.
pub(crate) fn words_digest(text: &str) -> u64 {
    let digest = blake3::hash(plain_words(text).as_bytes());
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&digest.as_bytes()[..8]);
    u64::from_le_bytes(bytes)
}

fn lines(text: &str) -> Cow<'_, str> {
    match memchr::memchr(b'\r', text.as_bytes()) {
        None => text.into(),
        Some(_) => text.replace("\r\n", "\n").replace('\r', "\n").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_changes_with_the_words_alone() {
        let original = digest("Мектеп", Some("Жаңа"), "\nБір\nекі\n");
        assert_eq!(original.len(), DIGITS);
        assert_eq!(original, digest("Мектеп", Some("Жаңа"), "Бір\r\nекі\r\n"));
        for (title, summary, body) in [
            ("Мектеп 2", Some("Жаңа"), "Бір\nекі"),
            ("Мектеп", Some("Ескі"), "Бір\nекі"),
            ("Мектеп", None, "Бір\nекі"),
            ("Мектеп", Some("Жаңа"), "Бір екі"),
            ("МектепЖаңа", Some(""), "Бір\nекі"),
        ] {
            assert_ne!(original, digest(title, summary, body), "{title} {body}");
        }
    }
}
