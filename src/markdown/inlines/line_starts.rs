//! Marks at the beginnings of lines that made no heading, list or table: `##Тақырып`, `-тармақ`, `• тармақ`, `| а | б |`.
//!
//! Takes a line of a paragraph, gives what is left at its beginning. Must not know the other lines but the next.

use std::ops::Range;

use pulldown_cmark::Event;

use super::run::{Inline, Run};

/// What is left: the word by which its message is known, the signs that are shown or the label of a footnote, and where
/// in a run.
pub(super) struct Left {
    pub(super) what: &'static str,
    pub(super) mark: String,
    pub(super) at: Range<usize>,
}

impl Left {
    pub(super) fn new(what: &'static str, mark: &str, at: Range<usize>) -> Left {
        Left {
            what,
            mark: mark.to_owned(),
            at,
        }
    }
}

/// What may be meant as the box of a task; the second kind has a Cyrillic letter.
const BOXES: [&str; 6] = ["[ ]", "[x]", "[X]", "[]", "[х]", "[Х]"];

/// Spaces that look like one and are none to Markdown.
fn is_odd_space(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii_whitespace()
}

/// A mark at the beginning of a line that lacks its space, or has one that Markdown does not know.
pub(super) fn at_line_start(run: &Run) -> Option<Left> {
    let text = run.text.as_str();
    let first = text.chars().next()?;
    if run.is_literal(0) {
        return None;
    }
    let after = |length: usize| text[length..].chars().next();
    let told = |what, length: usize| Some(Left::new(what, &text[..length], 0..length));
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_odd = |letter: Option<char>| letter.is_some_and(is_odd_space);
    match first {
        '#' => {
            let length = text.bytes().take_while(|byte| *byte == b'#').count();
            let next = after(length);
            if length <= 6 && is_odd(next) {
                return told("space", length);
            }
            // One word, or several, each with its own sign: these are hashtags.
            let mut words = text.split_whitespace();
            let is_several = words.clone().nth(1).is_some();
            let is_tags = length == 1 && is_several && words.all(|word| word.starts_with('#'));
            let is_heading =
                next.is_some_and(char::is_alphanumeric) || length > 6 && next == Some(' ');
            (is_heading && !is_tags).then(|| Left::new("heading", &text[..length], 0..length))
        }
        '-' | '*' | '+' | '>' if is_odd(after(1)) && first != '>' => told("space", 1),
        '-' if is_letter(after(1)) => told("item", 1),
        '-' if BOXES.iter().any(|of| text[1..].starts_with(of)) => told("item", 1),
        '•' | '●' | '▪' | '◦' | '‣' | '∙' | '\u{f0b7}' => {
            told("bullet", first.len_utf8())
        }
        '0'..='9' => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let is_closed = text[digits..].starts_with(['.', ')']);
            let next = if is_closed { after(digits + 1) } else { None };
            match digits <= 3 && is_closed {
                true if is_odd(next) => told("space", digits + 1),
                true if digits <= 2 && is_letter(next) && next.is_some_and(char::is_uppercase) => {
                    told("number", digits + 1)
                }
                _ => None,
            }
        }
        '[' => {
            let box_ = BOXES.into_iter().find(|of| text.starts_with(of));
            // `[x](…)` and `[x][…]` are others' business.
            let ends = |letter: char| letter.is_whitespace() || letter.is_alphabetic();
            let box_ = box_.filter(|of| after(of.len()).is_some_and(ends));
            if let Some(of) = box_ {
                return told("task", of.len());
            }
            let alert = text.starts_with("[!") && text[2..].starts_with(char::is_alphabetic);
            alert.then(|| Left::new("foreign", "[!", 0..2))
        }
        '!' if text.starts_with("!!! ") => told("foreign", 3),
        ':' if text.starts_with(":::") => told("foreign", 3),
        _ => None,
    }
}

/// A line with tabs between words before another such line, as a table that was copied.
pub(super) fn is_before_tabs(run: &Run, after: &[Inline<'_>]) -> bool {
    let has_tab = |run: &Run| run.text.trim().contains('\t');
    let next = match after {
        [
            Inline::Event(Event::SoftBreak | Event::HardBreak, _),
            Inline::Run(next),
            ..,
        ] => next,
        _ => return false,
    };
    has_tab(run) && has_tab(next)
}

/// A line that looks like a row of a table.
pub(super) fn is_row(run: &Run) -> bool {
    let line = run.text.trim_end();
    let bars = line.matches('|').count();
    let is_rule = line.contains('|')
        && line.contains("--")
        && line.bytes().all(|byte| b"|-: ".contains(&byte));
    line.starts_with('|') && bars >= 2 || is_rule
}
