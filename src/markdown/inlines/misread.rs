//! Pairs that Markdown made of marks that do not belong together, put back into the text.
//!
//! In `**«А»**ның (**«Б»**ның)` its rule pairs the second mark with the third: the words between become bold. Takes the
//! parser's events of a block, gives the same with such marks as text, so that `emphasis` can pair them as they were
//! meant; and with backticks in words, which stand for an apostrophe: `Об`ект`.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

/// How many elements around a pair are asked whether they belong to it.
const NEAR: usize = 8;

/// The same events, with such marks as they are written.
pub(super) fn undone<'a>(
    mut events: Vec<(Event<'a>, Range<usize>)>,
    markdown: &str,
) -> Vec<(Event<'a>, Range<usize>)> {
    let mut open: Vec<Pair> = Vec::new();
    for nth in 0..events.len() {
        let (event, range) = &events[nth];
        match event {
            Event::Start(tag) => open.push(Pair {
                first: nth,
                length: length(&tag.to_end(), &markdown[range.clone()]),
                holds_misread: false,
            }),
            Event::End(_) => {
                let Some(pair) = open.pop().filter(|pair| pair.length > 0) else {
                    continue;
                };
                let (start, end) = (range.start, range.end);
                let (opens, closes) = (start..start + pair.length, end - pair.length..end);
                let sides = Sides::of(markdown, &opens, &closes);
                let is_around = pair.holds_misread && sides.may_open();
                let runs = [&opens, &closes].map(|mark| of_run(markdown, mark));
                let is_part =
                    sides.ends_quoted() && runs[0] != runs[1] && runs.iter().all(|of| *of <= 2);
                if !is_around && !is_part && !sides.are_misread() {
                    continue;
                }
                // What it stands in was opened or closed by another mark than was meant.
                let mut around = open.iter_mut().rev().take(NEAR);
                if let Some(around) = around.find(|of| of.length == pair.length) {
                    around.holds_misread = true;
                }
                let sign = markdown[opens.clone()].to_owned();
                events[pair.first] = (Event::Text(sign.clone().into()), opens);
                events[nth] = (Event::Text(sign.into()), closes);
            }
            Event::Code(code) if is_in_words(markdown, range) => {
                let text = match &markdown[range.clone()] {
                    whole if whole.contains('\n') => format!("`{code}`"),
                    whole => whole.to_owned(),
                };
                events[nth] = (Event::Text(text.into()), range.clone());
            }
            _ => {}
        }
    }
    events
}

/// An element that is open.
struct Pair {
    /// The number of its first event.
    first: usize,
    /// How many signs its marks have; none if it is no emphasis.
    length: usize,
    /// A pair within it was no pair.
    holds_misread: bool,
}

/// How many signs the marks of an element have that is written so.
fn length(tag: &TagEnd, written: &str) -> usize {
    match tag {
        TagEnd::Emphasis => 1,
        TagEnd::Strong => 2,
        TagEnd::Strikethrough if written.starts_with("~~") => 2,
        TagEnd::Strikethrough => 1,
        _ => 0,
    }
}

/// The letters around two marks; those of `***` are taken together.
struct Sides {
    opening: [Option<char>; 2],
    closing: [Option<char>; 2],
}

impl Sides {
    fn of(markdown: &str, opens: &Range<usize>, closes: &Range<usize>) -> Sides {
        let sign = char::from(markdown.as_bytes()[opens.start]);
        let around = |mark: &Range<usize>| {
            let (mut before, mut after) = (&markdown[..mark.start], &markdown[mark.end..]);
            for _ in 0..2 {
                before = before.strip_suffix(sign).unwrap_or(before);
                after = after.strip_prefix(sign).unwrap_or(after);
            }
            [before.chars().next_back(), after.chars().next()]
        };
        Sides {
            opening: around(opens),
            closing: around(closes),
        }
    }

    /// The first mark ends a quoted name before its ending, and the second begins another name.
    fn are_misread(&self) -> bool {
        let [before, after] = self.closing;
        let begins_quoted = after.is_some_and(|after| "«“„".contains(after));
        let goes_on = after.is_some_and(|after| !after.is_whitespace());
        self.ends_quoted() && (is_sign(before) && goes_on || begins_quoted)
    }

    /// The first mark stands where the ending of a quoted name begins.
    fn ends_quoted(&self) -> bool {
        let [before, after] = self.opening;
        is_sign(before) && after.is_some_and(char::is_alphanumeric)
    }

    fn may_open(&self) -> bool {
        let [before, _] = self.opening;
        !before.is_some_and(char::is_alphanumeric)
    }
}

/// How many signs, three at most on each side, stand together where a mark does: in `*«Б»*ның**` the last were to end what
/// others began.
fn of_run(markdown: &str, mark: &Range<usize>) -> usize {
    let sign = markdown.as_bytes()[mark.start];
    let before = markdown.as_bytes()[..mark.start].iter().rev().take(3);
    let after = markdown.as_bytes()[mark.start..].iter().take(3);
    before.take_while(|of| **of == sign).count() + after.take_while(|of| **of == sign).count()
}

fn is_sign(letter: Option<char>) -> bool {
    letter.is_some_and(|of| !of.is_whitespace() && !of.is_alphanumeric())
}

/// Backticks that both stand within words: nobody writes code so.
fn is_in_words(markdown: &str, code: &Range<usize>) -> bool {
    let is_letter = |of: Option<char>| of.is_some_and(char::is_alphabetic);
    is_letter(markdown[..code.start].chars().next_back())
        && is_letter(markdown[code.start + 1..].chars().next())
        && is_letter(markdown[code.end..].chars().next())
}
