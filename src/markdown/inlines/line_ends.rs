//! What ends a line and goes on in the next one: words that a copied PDF breaks, rows of a table as Excel saves them, and the `\`
//! that breaks a line.
//!
//! Takes a run with what follows it. Lines that are broken between words are as they should be.

use pulldown_cmark::Event;

use super::line_starts::{Left, next_line};
use super::run::{Inline, Run};

/// Words before which a hyphen hangs: `тепло- и водоснабжение`.
const JOINING: [&str; 14] = [
    "мен", "пен", "бен", "және", "не", "да", "де", "та", "те", "и", "или", "либо", "and", "or",
];

/// The same inlines with a break of the line for a `\` that has blanks behind it, and without one at the end of the block, where
/// there is nothing to break.
pub(super) fn broken_by_backslashes<'a>(inlines: Vec<Inline<'a>>) -> Vec<Inline<'a>> {
    let mut made = Vec::with_capacity(inlines.len());
    let mut inlines = inlines.into_iter().peekable();
    while let Some(inline) = inlines.next() {
        let is_end = matches!(
            inlines.peek(),
            None | Some(Inline::Event(Event::SoftBreak | Event::HardBreak, _))
        );
        let length = match &inline {
            Inline::Run(run) if is_end => before_backslash(run),
            _ => None,
        };
        match (inline, length) {
            (Inline::Run(run), Some(length)) => {
                if length > 0 {
                    made.push(Inline::Run(run.slice(0..length)));
                }
                if let Some(Inline::Event(_, place)) = inlines.next() {
                    made.push(Inline::Event(Event::HardBreak, place));
                }
            }
            (inline, _) => made.push(inline),
        }
    }
    made
}

/// How long a line is before the `\` at its end, which is no part of a path such as `C:\`.
fn before_backslash(run: &Run) -> Option<usize> {
    let line = run.text.trim_end_matches([' ', '\t']);
    let words = line.strip_suffix('\\')?;
    let word = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_path = word.contains(['\\', ':']);
    (!is_path && !run.is_literal(words.len())).then(|| words.trim_end().len())
}

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
