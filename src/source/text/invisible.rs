//! Words of others as a terminal may show them: nothing in them moves the cursor, turns the text round or hides.
//!
//! Takes any text, gives one without control characters, of a length that can be read. Knows nothing of diagnostics.

use std::borrow::Cow;

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

/// Whether a character shows nothing itself and may change how others are shown.
pub(crate) fn is_unseen(letter: char) -> bool {
    letter.is_control() || is_invisible(letter) || is_direction(letter)
}

/// Characters of no width.
pub(crate) fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{2060}'..='\u{2064}'
            | '\u{feff}'
    )
}

/// Characters that set the direction of text (Unicode's Bidi_Control).
pub(crate) fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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
