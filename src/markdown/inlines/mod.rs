//! The words of one block, mended: what Markdown's rules make of marks that people write, and it does not know.
//!
//! Takes the parser's inline events of a block, gives the same with emphasis before case endings, with links whose
//! addresses have spaces and with links for bare addresses; reports the marks that are left. Must not know blocks but
//! by [`Place`].

mod around;
mod bare_addresses;
mod brackets;
mod broken_addresses;
mod citations;
mod emphasis;
mod entities;
mod escaped;
mod foreign;
mod leftovers;
mod line_ends;
mod line_starts;
mod marks;
mod misread;
mod names;
mod parted_strong;
mod pasted;
mod products;
mod run;
mod spaced;
mod spaced_links;

use std::ops::Range;

use pulldown_cmark::Event;

use self::run::{Inline, joined};
use super::comments::Uncommented;
use super::findings::Findings;

pub(super) use self::leftovers::Place;

/// Mends the words of a block. `start` is where the Markdown begins in its file.
pub(super) fn mended<'a>(
    events: Vec<(Event<'a>, Range<usize>)>,
    place: Place,
    cut: &Uncommented<'_>,
    start: usize,
    found: &mut Findings,
) -> Vec<(Event<'a>, Range<usize>)> {
    let events = products::kept(events, &cut.text);
    let events = misread::undone(events, &cut.text);
    let may_have_marks = |(event, _): &(Event<'a>, Range<usize>)| matches!(event, Event::Text(text) if has_marks(text));
    if !events.iter().any(may_have_marks) {
        return events;
    }
    let inlines = joined(events, &cut.text);
    let inlines = line_ends::broken_by_backslashes(inlines);
    let inlines = parted_strong::joined(inlines);
    let inlines = emphasis::closed_before_endings(inlines, &cut.text);
    let inlines = spaced_links::linked(inlines);
    let inlines = bare_addresses::linked(inlines);
    leftovers::report(&inlines, place, cut, start, found);
    let events = inlines.into_iter().map(|inline| match inline {
        Inline::Run(run) => run.into_event(),
        Inline::Event(event, range) => (event, range),
    });
    events.collect()
}

/// Whether something in a text could have been meant as a mark, or be an address.
fn has_marks(text: &str) -> bool {
    let first = text.chars().next();
    let begins_plainly =
        first.is_none_or(|first| first.is_alphabetic() || " («\"“.,".contains(first));
    // The letter of an item: `а) …`.
    let begins_item = text.bytes().take(8).any(|byte| b").".contains(&byte));
    let is_sign = |byte: &u8| b"*_~[]{`^=|@:#&$%\t\\+".contains(byte);
    !begins_plainly
        || begins_item
        || text.as_bytes().iter().any(is_sign)
        || text.contains("www.")
        || text.contains("-->")
        || text.contains("   ")
        // Of the sources of chat programs.
        || text.contains("turn")
        || text.contains(['【', '‡'])
        || text.contains("//")
        || text.contains(['<', ';'])
        || text.ends_with(['-', '‐'])
        || text.contains("''")
        || pasted::may_be_in(text)
        || leftovers::is_escape_of_a_sheet(text)
        || text.contains(['∗', '＊', '｜'])
}
