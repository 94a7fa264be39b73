//! Texts cut by a `#`: all behind it was read as a note.

use super::cut_text::{Cut, CutText, WORDS, line_at};
use crate::load::yaml::events::plain_ends;
use crate::load::yaml::quote::quoted;

/// Plain texts that end at a `#`.
pub(super) fn hashes(text: &str) -> Vec<CutText> {
    let bytes = text.as_bytes();
    let candidates: Vec<usize> = memchr::memchr_iter(b'#', bytes)
        .filter(|&at| {
            let (start, _) = line_at(text, at);
            let before = &text[start..at];
            at > 0 && matches!(bytes[at - 1], b' ' | b'\t') && !before.trim().is_empty()
        })
        .collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let ends = plain_ends(text);
    let mut found: Vec<CutText> = Vec::new();
    for at in candidates {
        let (start, line) = line_at(text, at);
        // One line is told once.
        if found.last().is_some_and(|last| last.at >= start) {
            continue;
        }
        let before = text[..at].trim_end_matches([' ', '\t']);
        let value = match ends.iter().find(|range| range.end == before.len()) {
            Some(range) if range.start >= start => &text[range.clone()],
            // A value that would begin with the sign.
            None if before.ends_with(':') && is_word_of_text(&text[at..]) => "",
            _ => continue,
        };
        let lead = &text[start..before.len() - value.len()];
        let key = lead.trim_end().trim_end_matches(':');
        let key = key.rsplit([' ', '{', ',']).next().unwrap_or("");
        let note = line[at - start..].trim_end();
        let is_close = !note[1..].starts_with([' ', '#']);
        let has_words = value.contains(' ') || !value.is_ascii();
        let has_letters = value.contains(char::is_alphabetic);
        let is_text = WORDS.contains(&key) || has_words && has_letters || is_close && has_letters;
        if !value.is_empty() && !is_text || value.is_empty() && !WORDS.contains(&key) && !is_close {
            continue;
        }
        let whole = &text[before.len() - value.len()..start + line.len()];
        found.push(CutText {
            why: if value.is_empty() {
                Cut::OnlyNote
            } else {
                Cut::Hash
            },
            at,
            line: format!(
                "{}{}",
                lead.trim_start().trim_end().to_owned() + " ",
                quoted(whole.trim())
            ),
        });
    }
    found
}

/// Whether a note begins like a word: `#5`, `#tag`.
fn is_word_of_text(note: &str) -> bool {
    note[1..].trim_start().starts_with(char::is_alphanumeric)
}
