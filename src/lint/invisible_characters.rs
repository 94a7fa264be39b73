//! Lint of invisible characters (Default_Ignorable, Bidi_Control): of no width, or turning the direction of text.
//!
//! They come along when text is copied from elsewhere; no search finds the word in which one stands. Takes one text,
//! gives a warning for each. Leaves alone what typesetting needs: the soft hyphen, and the zero-width joiner inside of
//! emoji.

use crate::diagnostic::{At, Code, Diagnostic, MOST};
use crate::source::text::confusables::{is_direction, is_invisible, joins_pictures};
use crate::source::{Source, SourceId, is_nfc_quick};

/// The characters of a text of the content, or of the settings, that nobody sees.
pub(super) fn unseen_characters(id: SourceId, source: &Source) -> Vec<Diagnostic> {
    let text = &*source.text;
    let endings = [".md", ".yaml", ".yml", ".toml"];
    if is_nfc_quick(text) || !endings.iter().any(|ending| source.path.ends_with(ending)) {
        return Vec::new();
    }
    let mut before = ' ';
    let mut found = Vec::new();
    for (at, letter) in text.char_indices() {
        let kind = match letter {
            '\u{ad}' => None,
            _ if joins_pictures(letter) && !before.is_alphanumeric() => None,
            _ if is_direction(letter) => Some("direction"),
            _ if is_invisible(letter) => Some("invisible"),
            // Signs of fonts such as Wingdings, which no other font has: readers see an empty box.
            '\u{e000}'..='\u{f8ff}' => Some("private"),
            _ => None,
        };
        before = letter;
        let Some(kind) = kind else { continue };
        let place = At::span(id, at..at + letter.len_utf8());
        let number = format!("U+{:04X}", u32::from(letter));
        found.push(match kind {
            "private" => Diagnostic::new(Code::MarkLeft, place)
                .with("what", kind)
                .with("mark", number),
            _ => Diagnostic::new(Code::UnseenCharacter, place)
                .with("what", kind)
                .with("letter", number),
        });
        // One more than is kept, so that the capped list reports that there are more.
        if found.len() > MOST {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_named_and_what_is_needed_is_not() {
        let told = |text: &str| -> Vec<String> {
            let source = Source {
                path: "content/pages/p.kk.md".into(),
                text: text.into(),
            };
            let found = unseen_characters(SourceId(0), &source);
            found.iter().map(|wrong| wrong.args[1].1.clone()).collect()
        };
        assert_eq!(
            told("Мек\u{200b}теп\u{202e} ба\u{200d}қ"),
            ["U+200B", "U+202E", "U+200D"]
        );
        assert_eq!(
            told("мек\u{ad}теп 👩\u{200d}🏫 ❤\u{fe0f} 🏴\u{e0067}\u{e007f} 5\u{a0}000 — ✓"),
            [""; 0]
        );
        assert_eq!(told("Мектеп \u{f0e0} үй, \u{e000}"), ["U+F0E0", "U+E000"]);
        assert_eq!(told(&"ә\u{feff}".repeat(MOST + 9)).len(), MOST + 1);
    }
}
