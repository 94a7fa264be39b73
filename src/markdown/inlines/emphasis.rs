//! Emphasis before an ending: `**«Қазақмыс»**тың` becomes bold, which CommonMark's flanking rule forbids.
//!
//! The rule takes a mark between a sign of punctuation and a letter for one that opens, never for one that closes; in
//! Kazakh and Russian every case ending on a quoted name does this. Takes the inlines of a block, in which what could
//! be paired by the rule is paired already, and pairs those marks that are left; a mark that `misread` put back may close
//! as the rule has it, too. Changes no other.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::run::{Cut, Inline, cut};

/// A run of one sign that the parser left in the text.
struct Mark {
    /// The inline that it stands in, and where in that.
    inline: usize,
    at: Range<usize>,
    /// Where it stands in the Markdown.
    place: Range<usize>,
    sign: u8,
    /// The event around it that was begun last.
    parent: Option<usize>,
    opens: bool,
    closes: bool,
}

/// The same inlines, with emphasis that ends before an ending.
pub(super) fn closed_before_endings<'a>(
    inlines: Vec<Inline<'a>>,
    markdown: &str,
) -> Vec<Inline<'a>> {
    let marks = marks(&inlines, markdown);
    let pairs = pairs(&marks).into_iter();
    let ends = pairs.flat_map(|(open, close)| [(&marks[open], true), (&marks[close], false)]);
    let cuts = ends.map(|(mark, opens)| Cut {
        inline: mark.inline,
        at: mark.at.clone(),
        events: events(mark, opens),
        place: mark.place.clone(),
    });
    let cuts = cuts.collect();
    cut(inlines, cuts)
}

/// What a mark becomes: three signs are two elements.
fn events<'a>(mark: &Mark, opens: bool) -> Vec<Event<'a>> {
    let tags = match (mark.sign, mark.at.len()) {
        (b'~', _) => vec![Tag::Strikethrough],
        (_, 1) => vec![Tag::Emphasis],
        (_, 2) => vec![Tag::Strong],
        _ => vec![Tag::Emphasis, Tag::Strong],
    };
    match opens {
        true => tags.into_iter().map(Event::Start).collect(),
        false => tags
            .iter()
            .rev()
            .map(|tag| Event::End(tag.to_end()))
            .collect(),
    }
}

/// All marks that are left in the text, but for those that can do nothing.
fn marks(inlines: &[Inline<'_>], markdown: &str) -> Vec<Mark> {
    let mut parents = Vec::new();
    let mut marks = Vec::new();
    for (nth, inline) in inlines.iter().enumerate() {
        let run = match inline {
            Inline::Run(run) => run,
            Inline::Event(event, _) => {
                match event {
                    Event::Start(_) => parents.push(nth),
                    Event::End(_) => drop(parents.pop()),
                    _ => {}
                }
                continue;
            }
        };
        let bytes = run.text.as_bytes();
        let mut at = 0;
        while let Some(found) = bytes[at..].iter().position(|byte| b"*_~".contains(byte)) {
            let start = at + found;
            let sign = bytes[start];
            let length = bytes[start..]
                .iter()
                .take_while(|byte| **byte == sign)
                .count();
            at = start + length;
            let is_literal = (start..at).any(|at| run.is_literal(at));
            let is_length = if sign == b'~' {
                length == 2
            } else {
                length <= 3
            };
            if is_literal || !is_length {
                continue;
            }
            let place = run.source(start..at);
            let before = markdown[..place.start].chars().next_back();
            let after = markdown[place.end..].chars().next();
            let (mut opens, closes) = sides(sign, before, after);
            // A space is missing before bold words in quotation marks: `мектеп**«Дала»**ға`.
            opens |= length >= 2
                && sign == b'*'
                && before.is_some_and(char::is_alphabetic)
                && after.is_some_and(|after| "«“„".contains(after));
            if opens || closes {
                marks.push(Mark {
                    inline: nth,
                    at: start..at,
                    place,
                    sign,
                    parent: parents.last().copied(),
                    opens,
                    closes,
                });
            }
        }
    }
    marks
}

/// What stands before a mark that opens, and not before one that closes, where a sign follows it.
const BEFORE_OPENING: &str = "([{«„‹/–—-,";

/// Whether a mark between these letters can open, and whether it closes.
fn sides(sign: u8, before: Option<char>, after: Option<char>) -> (bool, bool) {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let is_blank = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    let is_own = |letter: Option<char>| letter == Some(char::from(sign));
    let is_digit = |letter: Option<char>| letter.is_some_and(|l| l.is_ascii_digit());
    let is_product = sign == b'*' && is_digit(before) && (is_digit(after) || after == Some('#'));
    if is_own(before) || is_own(after) || is_product {
        return (false, false);
    }
    let opens = !is_blank(after) && !is_word(before);
    // `a_b_c` is a name; no name is Cyrillic.
    let is_foreign =
        |letter: Option<char>| letter.is_some_and(|l| l.is_alphabetic() && !l.is_ascii());
    let is_name = sign == b'_' && is_word(before) && !(is_foreign(before) && is_foreign(after));
    let is_before_sign = !is_word(after) && !is_blank(after);
    let is_opening = before.is_some_and(|before| BEFORE_OPENING.contains(before));
    let closes = !(is_blank(before) || is_name || is_before_sign && is_opening);
    (opens, closes)
}

/// The pairs of marks that open and close: of the same sign and length, within the same element, none across another.
fn pairs(marks: &[Mark]) -> Vec<(usize, usize)> {
    let mut open: Vec<usize> = Vec::new();
    let mut pairs = Vec::new();
    // How many marks of a sort are open: without one, nobody looks through all of them.
    let mut count = HashMap::new();
    for (nth, mark) in marks.iter().enumerate() {
        let sort = |mark: &Mark| (mark.sign, mark.at.len(), mark.parent);
        let is_open = count.get(&sort(mark)).is_some_and(|count| *count > 0);
        if mark.closes && is_open {
            while let Some(last) = open.pop() {
                let other = &marks[last];
                *count.entry(sort(other)).or_insert(1) -= 1;
                if sort(other) == sort(mark) {
                    pairs.push((last, nth));
                    break;
                }
            }
        } else if mark.opens {
            open.push(nth);
            *count.entry(sort(mark)).or_insert(0) += 1;
        }
    }
    pairs
}
