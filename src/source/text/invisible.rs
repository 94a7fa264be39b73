//! Escaping for a terminal: foreign text without control characters, bidi overrides or invisible characters.
//!
//! Takes any text, gives one in which nothing moves the cursor, turns the text round or hides, of a length that can be
//! read. Knows nothing of diagnostics.

use std::borrow::Cow;

use super::confusables::is_unseen;

/// The text with control, invisible and direction characters written as `\u{…}`, line ends as `\n`.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if is_unseen(letter) {
            shown.extend(letter.escape_default());
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// At most `most` characters of a text, with “…” for what is left out.
pub(crate) fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_passes_that_a_terminal_would_obey() {
        assert_eq!(visible("Қонаев 1"), "Қонаев 1");
        assert_eq!(
            visible("a\u{1b}[31m\r\n\u{9b}\u{202e}\u{200b}"),
            "a\\u{1b}[31m\\r\\n\\u{9b}\\u{202e}\\u{200b}"
        );
        assert_eq!(shortened("әріп", 4), "әріп");
        assert_eq!(shortened("әріптер", 4), "әріп…");
    }
}
