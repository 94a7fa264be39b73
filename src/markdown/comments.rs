//! Notes to colleagues: HTML comments, which are cut out of a text before it is parsed, and the places of what is left.
//!
//! Takes a text, gives it without them, and can say where each byte stood before. What stands in code is no note. Must
//! not know what the text says.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::dialect::extensions;

const START: &str = "<!--";
const END: &str = "-->";

/// A text without its notes to colleagues.
pub(super) struct Uncommented<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where in `text` something was cut out, and how many bytes all cuts up to there took.
    cuts: Vec<(usize, usize)>,
    /// The beginning, in the text as it was, of a note without an end.
    pub(super) unclosed: Option<usize>,
}

impl Uncommented<'_> {
    /// Where the byte at `at` stood.
    fn before(&self, at: usize, with_cut_here: bool) -> usize {
        let up_to = |cut: &(usize, usize)| cut.0 < at || with_cut_here && cut.0 == at;
        let cuts = self.cuts.partition_point(up_to);
        let removed = cuts.checked_sub(1).map_or(0, |last| self.cuts[last].1);
        at + removed
    }

    /// Where a range stood.
    pub(super) fn range(&self, range: &Range<usize>) -> Range<usize> {
        if self.cuts.is_empty() {
            return range.clone();
        }
        let start = self.before(range.start, !range.is_empty());
        start..self.before(range.end, false).max(start)
    }

    /// Where the pieces of a range stood between which nothing was cut out.
    pub(super) fn pieces(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let inner = self.cuts.iter().map(|(at, _)| *at);
        let mut ends: Vec<usize> = inner
            .filter(|at| range.start < *at && *at < range.end)
            .collect();
        ends.dedup();
        ends.push(range.end);
        let mut start = range.start;
        let pieces = ends.into_iter().map(|end| {
            let piece = self.range(&(start..end));
            start = end;
            piece
        });
        pieces.collect()
    }
}

/// Cuts out all notes to colleagues; lines that hold nothing else go as a whole.
pub(super) fn uncommented(markdown: &str) -> Uncommented<'_> {
    let mut found = Uncommented {
        text: markdown.into(),
        cuts: Vec::new(),
        unclosed: None,
    };
    if !markdown.contains(START) {
        return found;
    }
    let mut text = String::with_capacity(markdown.len());
    let (mut kept_to, mut removed, mut from) = (0, 0, 0);
    let code = code_ranges(markdown);
    let mut code = code.iter().peekable();
    while let Some(start) = markdown[from..].find(START).map(|at| from + at) {
        while code.next_if(|range| range.end <= start).is_some() {}
        let in_code = code.peek().is_some_and(|range| range.start <= start);
        if in_code || is_escaped(markdown, start) {
            from = start + START.len();
            continue;
        }
        let Some(mut end) = end_of(markdown, start) else {
            found.unclosed = Some(start);
            break;
        };
        // Notes side by side go as one.
        while let Some(next) = end_of_next(markdown, end) {
            end = next;
        }
        let cut = whole_lines(markdown, start..end);
        let cut = cut.start.max(kept_to)..cut.end;
        text.push_str(&markdown[kept_to..cut.start]);
        removed += cut.len();
        found.cuts.push((text.len(), removed));
        kept_to = cut.end;
        from = end;
    }
    text.push_str(&markdown[kept_to..]);
    found.text = text.into();
    found
}

/// The end of the note that begins at `start`. `<!-->` is one of its own, as in HTML.
fn end_of(markdown: &str, start: usize) -> Option<usize> {
    let inner = start + START.len();
    let rest = &markdown[inner..];
    for short in [">", "->"] {
        if rest.starts_with(short) {
            return Some(inner + short.len());
        }
    }
    rest.find(END).map(|at| inner + at + END.len())
}

/// The end of a note that follows on the same line.
fn end_of_next(markdown: &str, end: usize) -> Option<usize> {
    let rest = markdown[end..].trim_start_matches([' ', '\t']);
    let start = markdown.len() - rest.len();
    rest.starts_with(START)
        .then(|| end_of(markdown, start))
        .flatten()
}

/// The lines of a note with their last end, if nothing else stands in them.
fn whole_lines(markdown: &str, note: Range<usize>) -> Range<usize> {
    let line = markdown[..note.start].rfind('\n').map_or(0, |at| at + 1);
    let after = &markdown[note.end..];
    let end = after.find('\n').map_or(after.len(), |at| at + 1);
    let is_alone = markdown[line..note.start].trim().is_empty() && after[..end].trim().is_empty();
    match is_alone {
        true => line..note.end + end,
        false => note,
    }
}

/// An odd number of backslashes stands before.
fn is_escaped(markdown: &str, at: usize) -> bool {
    let before = markdown[..at].bytes().rev();
    before.take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// Where code stands, in its order.
fn code_ranges(markdown: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(markdown, extensions()).into_offset_iter();
    let code = events
        .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))));
    code.map(|(_, range)| range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_cut_out_and_places_stay() {
        for (markdown, left) in [
            ("a <!-- b --> c", "a  c"),
            ("<!-- b --> c", " c"),
            ("a\n<!-- b\n\nc -->\nd", "a\nd"),
            ("- a\n  <!-- b -->\n- c", "- a\n- c"),
            ("a <!--> b", "a  b"),
            ("`<!-- a -->` <!-- b -->", "`<!-- a -->` "),
            ("```\n<!-- a -->\n```\n<!-- b -->", "```\n<!-- a -->\n```\n"),
            ("\\<!-- a -->", "\\<!-- a -->"),
            ("a <!-- b", "a <!-- b"),
            ("<!-- a --> <!-- b -->\nc", "c"),
            ("> <!-- a\n> b --> c", ">  c"),
        ] {
            let found = uncommented(markdown);
            assert_eq!(found.text, left, "{markdown}");
            for (at, letter) in left.char_indices().filter(|(_, letter)| *letter != '\n') {
                let range = found.range(&(at..at + letter.len_utf8()));
                assert_eq!(
                    markdown[range],
                    left[at..at + letter.len_utf8()],
                    "{markdown}"
                );
            }
        }
        assert_eq!(uncommented("a <!-- b").unclosed, Some(2));
        let pieces = uncommented("ab <!-- c --> d <!-- e -->f").pieces(&(0..7));
        assert_eq!(pieces, [0..3, 13..16, 26..27]);
    }
}
