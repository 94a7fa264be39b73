//! Signs of multiplication that Markdown took for emphasis: `2*3*4` stays as it is written.
//!
//! Takes the parser's events of a block, gives the same with the signs as text. Changes no emphasis of words.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// The same events, with `*` between numbers as it is written.
pub(super) fn kept<'a>(
    mut events: Vec<(Event<'a>, Range<usize>)>,
    markdown: &str,
) -> Vec<(Event<'a>, Range<usize>)> {
    let mut open = Vec::new();
    for nth in 0..events.len() {
        let (event, range) = &events[nth];
        match event {
            Event::Start(Tag::Emphasis) => open.push((nth, 1)),
            Event::Start(Tag::Strong) => open.push((nth, 2)),
            Event::End(TagEnd::Emphasis | TagEnd::Strong) => {
                let Some((first, length)) = open.pop() else {
                    continue;
                };
                let (start, end) = (range.start, range.end);
                let (opens, closes) = (start..start + length, end - length..end);
                if is_product(markdown, &opens, &closes) {
                    let sign = if length == 1 { "*" } else { "**" };
                    events[first] = (Event::Text(sign.into()), opens);
                    events[nth] = (Event::Text(sign.into()), closes);
                }
            }
            _ => {}
        }
    }
    events
}

/// The longest factor within a product, in bytes: two letters.
const FACTOR: usize = 4;

/// The first sign stands between digits; or both stand within words, and a number is on the outer side of one; or in a code
/// for phones, as `*105*1#`; or between short names of quantities, as `a*b*c`, or behind `=`.
fn is_product(markdown: &str, opens: &Range<usize>, closes: &Range<usize>) -> bool {
    if !markdown[opens.clone()].starts_with('*') || closes.start < opens.end {
        return false;
    }
    let before = markdown[..opens.start].chars().next_back();
    let inner = &markdown[opens.end..closes.start];
    let first = inner.chars().next();
    let after = markdown[closes.end..].chars().next();
    let is_digit = |letter: Option<char>| letter.is_some_and(|of| of.is_ascii_digit());
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let is_number = || inner.bytes().all(|of| of.is_ascii_digit() || of == b'*');
    if is_digit(first) && (is_digit(after) || after == Some('#')) && is_number() {
        return true;
    }
    if !is_word(before) || !is_word(after) {
        return is_digit(before) && is_digit(first);
    }
    let is_factor = || inner.len() <= FACTOR && inner.chars().all(char::is_alphanumeric);
    let is_short = || is_factor() && ends_shortly(&markdown[..opens.start]);
    is_digit(before) || is_digit(after) || is_short() || is_formula(&markdown[..opens.start])
}

/// Whether the last word of a text is no longer than a factor.
fn ends_shortly(text: &str) -> bool {
    let letters = text.chars().rev().take(FACTOR + 1);
    let word = letters.take_while(|letter| letter.is_alphanumeric());
    word.map(char::len_utf8).sum::<usize>() <= FACTOR
}

/// How far before a product its `=` may stand, in bytes.
const BEFORE: usize = 60;

/// Whether `=` and a single name stand at the end of a text.
fn is_formula(text: &str) -> bool {
    let bytes = text.as_bytes();
    let near = &bytes[bytes.len().saturating_sub(BEFORE)..];
    let equals = near.iter().rposition(|byte| *byte == b'=');
    equals.is_some_and(|at| {
        let names = near[at + 1..].trim_ascii();
        !names.is_empty() && !names.contains(&b' ') && !names.contains(&b'\n')
    })
}
