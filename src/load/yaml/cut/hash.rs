//! Texts cut by a `#`: all behind it was read as a note.

use std::ops::Range;

use super::cut_text::{Cut, CutText, plain_until};
use crate::load::yaml::known::WORDS;
use crate::load::yaml::quote::quoted;
use crate::source::lines_around;

/// Plain texts that end at a `#`, one in a line; `plain` gives the plain scalars of the text.
pub(super) fn hashes<'p>(text: &str, plain: impl Fn() -> &'p [Range<usize>]) -> Vec<CutText> {
    let mut found = Vec::new();
    let mut line = 0..0;
    let mut content = 0;
    let mut is_told = false;
    for at in memchr::memchr_iter(b'#', text.as_bytes()) {
        if at >= line.end {
            line = lines_around(text, at..at);
            content = line.end - text[line.clone()].trim_start().len();
            is_told = false;
        }
        if !is_told && at > content && text[..at].ends_with([' ', '\t']) {
            let cut = cut_at(text, &line, at, plain());
            is_told = cut.is_some();
            found.extend(cut);
        }
    }
    found
}

/// The text in a line that a `#` cuts, if it is one and no value with a note.
fn cut_at(text: &str, line: &Range<usize>, at: usize, plain: &[Range<usize>]) -> Option<CutText> {
    let before = text[line.start..at].trim_end_matches([' ', '\t']);
    let end = line.start + before.len();
    let value = match plain_until(plain, end) {
        Some(range) if range.start >= line.start => &text[range.clone()],
        // A value that would begin with the sign.
        None if before.ends_with(':') && is_word_of_text(&text[at..]) => "",
        Some(_) | None => return None,
    };
    let lead = before[..before.len() - value.len()].trim();
    let key = lead.trim_end_matches(':');
    let key = key.rsplit([' ', '{', ',']).next().unwrap_or("");
    let note = &text[at + 1..line.end];
    let is_close = !note.starts_with([' ', '#']) || note.trim_start().is_empty();
    let is_text = if value.is_empty() {
        WORDS.contains(&key) || is_close
    } else {
        let has_words = value.contains(' ') || !value.is_ascii();
        let has_letters = value.contains(char::is_alphabetic);
        WORDS.contains(&key) || has_letters && (has_words || is_close)
    };
    let whole = &text[end - value.len()..line.end];
    is_text.then(|| CutText {
        why: match value.is_empty() {
            true => Cut::OnlyNote,
            false => Cut::Hash,
        },
        at,
        line: format!("{lead} {}", quoted(whole)),
    })
}

/// Whether a note begins like a word: `#5`, `#tag`.
fn is_word_of_text(note: &str) -> bool {
    note[1..].trim_start().starts_with(char::is_alphanumeric)
}
