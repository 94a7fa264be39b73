//! What ends a line and goes on in the next one: words that a copied PDF breaks, rows of a table as Excel saves them.
//!
//! Takes a run with what follows it. Lines that are broken between words are as they should be.

use super::line_starts::{Left, next_line};
use super::run::{Inline, Run};

/// Words before which a hyphen hangs: `тепло- и водоснабжение`.
const JOINING: [&str; 14] = [
    "мен", "пен", "бен", "және", "не", "да", "де", "та", "те", "и", "или", "либо", "and", "or",
];

/// A word that begins at the end of a line with its hyphen, and ends in the next one.
pub(super) fn broken_word(run: &Run, after: &[Inline<'_>]) -> Option<Left> {
    let text = run.text.trim_end();
    let begin = text.strip_suffix(['-', '‐'])?;
    let is_word = |letter: char| letter.is_alphabetic();
    let start = begin
        .rfind(|letter: char| !is_word(letter))
        .map_or(0, |at| {
            at + begin[at..].chars().next().map_or(1, char::len_utf8)
        });
    let next = next_line(after)?.text.as_str();
    let end = next.find(|letter: char| !is_word(letter));
    let rest = &next[..end.unwrap_or(next.len())];
    let is_broken = begin[start..].chars().count() > 1
        && rest.starts_with(char::is_lowercase)
        && !JOINING.contains(&rest);
    let mark = format!("{}{rest}", &text[start..]);
    is_broken.then(|| Left::new("broken-word", &mark, start..text.len()))
}

/// Values with semicolons and no spaces between them, before a line with as many: a row of a CSV file.
pub(super) fn is_before_values(run: &Run, after: &[Inline<'_>]) -> bool {
    let count = |run: &Run| {
        let text = run.text.trim_end();
        let signs = text.matches(';').count();
        let is_tight = !text.ends_with(';') && !text.contains("; ");
        if is_tight { signs } else { 0 }
    };
    count(run) > 0 && next_line(after).is_some_and(|next| count(next) == count(run))
}
