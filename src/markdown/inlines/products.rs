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

/// The first sign stands between digits; or both stand within words, and a number is on the outer side of one.
fn is_product(markdown: &str, opens: &Range<usize>, closes: &Range<usize>) -> bool {
    if !markdown[opens.clone()].starts_with('*') {
        return false;
    }
    let before = markdown[..opens.start].chars().next_back();
    let first = markdown[opens.end..].chars().next();
    let after = markdown[closes.end..].chars().next();
    let is_digit = |letter: Option<char>| letter.is_some_and(|of| of.is_ascii_digit());
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    is_digit(before) && is_digit(first)
        || is_word(before) && is_word(after) && (is_digit(before) || is_digit(after))
}
