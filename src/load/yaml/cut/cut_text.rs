//! A text that was cut: what cut it, where, and how it should be written.

use std::ops::Range;

use crate::source::lines_around;

/// What happened to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// A `#` behind a space: the rest is a note.
    Hash,
    /// The same where nothing is left of the value.
    OnlyNote,
    /// Nothing but `#`, which spreadsheets show for a number that is too wide for its column.
    Narrow,
    /// A comma inside brackets.
    Comma,
    /// No space behind a colon inside brackets.
    ColonSpace,
    /// No colon between a field and its value, inside brackets.
    NoColon,
    /// Items of a list without the brackets around them, inside others.
    BareList,
    /// The value stands in quotation marks of a word processor: these, as a pair.
    WordQuotes(&'static str),
    /// The first word begins with `&`: a name by which nobody asks for the value.
    Anchor,
    /// The value ends in a quotation mark that nothing opens.
    StrayQuote,
    /// A comma behind the value, as other formats have it.
    StrayComma,
}

/// A text that was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CutText {
    pub why: Cut,
    /// The byte at which it was cut.
    pub at: usize,
    /// The line as it should be written; empty where nobody can know.
    pub line: String,
    /// What has to stand in the place of some bytes, of which the line is made.
    pub edits: Vec<(Range<usize>, String)>,
}

impl CutText {
    /// A text cut in brackets: `bytes` have to be written as `meant`.
    pub(super) fn in_brackets(why: Cut, at: usize, bytes: Range<usize>, meant: String) -> CutText {
        CutText {
            why,
            at,
            line: String::new(),
            edits: vec![(bytes, meant)],
        }
    }
}

/// Gives every cut the whole line as it should be, with all that is to be mended in it: who copies the line loses nothing of
/// it.
pub(super) fn write_lines(text: &str, found: &mut [CutText]) {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    found
        .iter()
        .for_each(|cut| edits.extend(cut.edits.iter().cloned()));
    edits.sort_by_key(|(bytes, _)| bytes.start);
    for cut in found.iter_mut().filter(|cut| !cut.edits.is_empty()) {
        let begin = cut.edits.iter().map(|(bytes, _)| bytes.start).min();
        let line = lines_around(text, begin.unwrap_or(cut.at)..cut.at);
        let mut made = String::new();
        let mut done = line.start;
        let inside = |bytes: &Range<usize>| bytes.start >= line.start && bytes.end <= line.end;
        // What goes on in another line is mended in none.
        if !cut.edits.iter().any(|(bytes, _)| inside(bytes)) {
            continue;
        }
        let of_line = &edits[edits.partition_point(|(bytes, _)| bytes.start < line.start)..];
        let of_line = of_line
            .iter()
            .take_while(|(bytes, _)| bytes.start <= line.end);
        for (bytes, meant) in of_line.filter(|(bytes, _)| inside(bytes)) {
            // What stands within something else was told with it.
            if bytes.start >= done {
                made.push_str(&text[done..bytes.start]);
                made.push_str(meant);
                done = bytes.end;
            }
        }
        made.push_str(&text[done..line.end]);
        cut.line = made.trim().to_owned();
    }
}

/// The plain scalar that ends at this byte; `plain` are those of the text, in their order.
pub(super) fn plain_until(plain: &[Range<usize>], end: usize) -> Option<&Range<usize>> {
    let nth = plain.partition_point(|range| range.end < end);
    plain.get(nth).filter(|range| range.end == end)
}
