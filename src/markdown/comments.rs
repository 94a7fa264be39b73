//! Notes to colleagues: HTML comments, which are cut out of a text before it is parsed, and the places of what is left.
//!
//! Takes a text, gives it without them, and can say where each byte stood before. What stands in code is no note. Must
//! not know what the text says.
//!
//! Word and phones make one sign of two hyphens: `<!— Айгүлге —>` is a note, too. A note in which another begins lacks its
//! end: what stands between them would vanish in silence. An indent makes no code of a note.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::dialect::extensions;

const START: &str = "<!--";
const END: &str = "-->";

/// What may stand for the hyphens of a note.
const DASHES: [char; 6] = ['-', '—', '–', '−', '‐', '‑'];

/// A text without its notes to colleagues.
pub(super) struct Uncommented<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where in `text` something was cut out, and how many bytes all cuts up to there took.
    cuts: Vec<(usize, usize)>,
    /// The notes that readers would see, or lose words by, in the text as it was.
    pub(super) faulty: Vec<Faulty>,
}

/// A note that is none: the word by which its message is known, and the sign that begins it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Faulty {
    pub(super) what: &'static str,
    pub(super) sign: Range<usize>,
}

/// What became of a note.
enum Note {
    /// It ends here.
    Ends(usize),
    /// It has no end, at least none before the next note.
    Open,
    /// Another stands in it, at the first; its own end is the second.
    Holds(Range<usize>, usize),
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
        faulty: Vec::new(),
    };
    let mut next = next_note(markdown, 0);
    let mut escaped = escaped_signs(markdown).peekable();
    if next.is_none() && escaped.peek().is_none() {
        return found;
    }
    let mut text = String::with_capacity(markdown.len());
    let (mut kept_to, mut removed) = (0, 0);
    let code = code_ranges(markdown);
    let is_code = |at: usize| {
        let after = code.partition_point(|range| range.end <= at);
        code.get(after).is_some_and(|range| range.start <= at)
    };
    found.faulty.extend(
        escaped
            .filter(|sign| !is_code(sign.start))
            .map(|sign| Faulty {
                what: "escaped",
                sign,
            }),
    );
    // Behind it nobody need look for one.
    let last = markdown.rfind(END);
    while let Some(sign) = next {
        if is_code(sign.start) || is_escaped(markdown, sign.start) {
            next = next_note(markdown, sign.end);
            continue;
        }
        let mut end = match note(markdown, &sign, last) {
            Note::Ends(end) => end,
            Note::Holds(inner, end) => {
                let what = "nested";
                found.faulty.push(Faulty { what, sign: inner });
                end
            }
            Note::Open => {
                next = next_note(markdown, sign.end);
                let what = "open";
                found.faulty.push(Faulty { what, sign });
                continue;
            }
        };
        // Notes side by side go as one.
        while let Some(next) = end_of_next(markdown, end, last) {
            end = next;
        }
        let cut = whole_lines(markdown, sign.start..end);
        let cut = cut.start.max(kept_to)..cut.end;
        text.push_str(&markdown[kept_to..cut.start]);
        removed += cut.len();
        found.cuts.push((text.len(), removed));
        kept_to = cut.end;
        next = next_note(markdown, end);
    }
    text.push_str(&markdown[kept_to..]);
    found.text = text.into();
    found
}

/// What becomes of the note that begins with `sign`; `last` is where the last `-->` stands.
fn note(markdown: &str, sign: &Range<usize>, last: Option<usize>) -> Note {
    let Some(end) = end_of(markdown, sign, last) else {
        return Note::Open;
    };
    let inside = &markdown[sign.end..end.max(sign.end)];
    if let Some(inner) = next_note(inside, 0) {
        let inner = inner.start + sign.end..inner.end + sign.end;
        let after = &markdown[end..];
        let other = next_note(after, 0).map_or(after.len(), |other| other.start);
        return match after[..other].find(END) {
            Some(own) => Note::Holds(inner, end + own + END.len()),
            None => Note::Open,
        };
    }
    // A cell ends with its line.
    let line = markdown[..sign.start].rfind('\n').map_or(0, |at| at + 1);
    let is_in_row = markdown[line..sign.start].trim_start().starts_with('|');
    match is_in_row && inside.contains('\n') {
        true => Note::Open,
        false => Note::Ends(end),
    }
}

/// The signs of notes as office programs escape them, which readers see: `\<\!--` and `&lt;!--`.
fn escaped_signs(markdown: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    ["\\<\\!", "&lt;!"].into_iter().flat_map(move |sign| {
        let found = memchr::memmem::find_iter(markdown.as_bytes(), sign);
        found.filter_map(move |at| {
            let rest = markdown[at + sign.len()..].trim_start_matches('\\');
            let is_note = rest.starts_with("--") || rest.starts_with(['—', '–']);
            is_note.then(|| at..at + sign.len())
        })
    })
}

/// The sign of the next note, at `from` or behind it.
fn next_note(markdown: &str, from: usize) -> Option<Range<usize>> {
    let mut signs = memchr::memchr_iter(b'<', &markdown.as_bytes()[from..]);
    signs.find_map(|at| {
        let at = from + at;
        begin_of_note(&markdown[at..]).map(|length| at..at + length)
    })
}

/// The length of the sign of a note that a text begins with: `<!--`, or what comes of it: `<!—`, `< !--`, `<--!`.
fn begin_of_note(text: &str) -> Option<usize> {
    if text.starts_with(START) {
        return Some(START.len());
    }
    let rest = text.strip_prefix('<')?;
    if let Some(inner) = rest.trim_start_matches(' ').strip_prefix('!') {
        let has_space = rest.starts_with(' ') || inner.starts_with(' ');
        let inner = inner.trim_start_matches(' ');
        let after = inner.trim_start_matches(DASHES);
        let dashes = &inner[..inner.len() - after.len()];
        let is_sign = !dashes.is_empty() && (dashes != "-" || !has_space);
        return is_sign.then(|| text.len() - after.len());
    }
    let after = rest.trim_start_matches(DASHES).strip_prefix('!')?;
    let is_sign = after.len() + "!".len() < rest.len();
    is_sign.then(|| text.len() - after.len())
}

/// The end of the note that begins with `sign`; `last` is where the last `-->` stands. `<!-->` is a note of its own, as in
/// HTML.
fn end_of(markdown: &str, sign: &Range<usize>, last: Option<usize>) -> Option<usize> {
    let rest = &markdown[sign.end..];
    for short in [">", "->"] {
        if rest.starts_with(short) {
            return Some(sign.end + short.len());
        }
    }
    if &markdown[sign.clone()] != START {
        return odd_end(rest, sign, markdown).map(|end| sign.end + end);
    }
    let has_end = last >= Some(sign.end);
    let end = has_end.then(|| rest.find(END)).flatten();
    let end = end.map(|at| at + END.len());
    // Another note that begins before the end belies it: this one ends as Word has written it.
    let until = end.unwrap_or(rest.len());
    let is_belied = end.is_none() || rest[..until].contains("<!");
    let odd = is_belied.then(|| {
        let other = next_note(&rest[..until], 0).map_or(until, |sign| sign.start);
        any_end(&rest[..other], "-")
    });
    odd.flatten().or(end).map(|end| sign.end + end)
}

/// The end of a note that an odd sign begins: by the same dash if there is one before the next note, else by any.
fn odd_end(rest: &str, sign: &Range<usize>, markdown: &str) -> Option<usize> {
    let dash = markdown[sign.clone()]
        .chars()
        .find(|of| DASHES.contains(of))?;
    let other = next_note(rest, 0).map_or(rest.len(), |sign| sign.start);
    let alike = format!("{dash}>");
    let alike = rest[..other].find(&alike).map(|at| at + alike.len());
    alike.or_else(|| any_end(rest, ""))
}

/// The end of a note by any dashes but a single `except`.
fn any_end(rest: &str, except: &str) -> Option<usize> {
    let mut closed = memchr::memchr_iter(b'>', rest.as_bytes());
    closed
        .find(|at| {
            let before = rest[..*at].trim_end_matches(['!', ' ']);
            let dashes = before.len() - before.trim_end_matches(DASHES).len();
            let dashes = &before[before.len() - dashes..];
            !dashes.is_empty() && dashes != except
        })
        .map(|at| at + ">".len())
}

/// The end of a note that follows on the same line.
fn end_of_next(markdown: &str, end: usize, last: Option<usize>) -> Option<usize> {
    let rest = markdown[end..].trim_start_matches([' ', '\t']);
    let start = markdown.len() - rest.len();
    let sign = start..start + begin_of_note(rest)?;
    match note(markdown, &sign, last) {
        Note::Ends(end) => Some(end),
        Note::Open | Note::Holds(..) => None,
    }
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

/// Where code stands, in its order; what an indent made code of is none if a note begins a line of it.
fn code_ranges(markdown: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(markdown, extensions()).into_offset_iter();
    let code = events.filter(|(event, range)| match event {
        Event::Code(_) | Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => true,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            let mut lines = markdown[range.clone()].lines();
            !lines.any(|line| begin_of_note(line.trim_start()).is_some())
        }
        _ => false,
    });
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
            ("a <!— b —> c", "a  c"),
            ("a <!– b 5 -> 6 –> c", "a  c"),
            ("a <!- b -> c", "a  c"),
            ("a < !-- b --> c", "a  c"),
            ("a <! -- b -- > c", "a  c"),
            ("a <--! b --> c", "a  c"),
            ("a <!— b --> c", "a  c"),
            ("a <!-- b —> c <!-- d -->", "a  c "),
            ("a <!-- b —> c --> d", "a  d"),
            ("a <!-- b —>\nc", "a \nc"),
            ("`<!— a —>`", "`<!— a —>`"),
            ("a <- b, c -> d <! e", "a <- b, c -> d <! e"),
            ("5 < 6! - a", "5 < 6! - a"),
            ("«<» — a >", "«<» — a >"),
            ("a\n\n    <!-- b -->\n\nc", "a\n\n\nc"),
            ("- a\n\n        <!-- b -->\n- c", "- a\n\n- c"),
            ("    a\n    b `<!-- c -->`", "    a\n    b `<!-- c -->`"),
            ("| a <!-- b --> |\n|---|", "| a  |\n|---|"),
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
        let pieces = uncommented("ab <!-- c --> d <!-- e -->f").pieces(&(0..7));
        assert_eq!(pieces, [0..3, 13..16, 26..27]);
    }

    #[test]
    fn notes_that_lose_words_or_show_them_are_faulty() {
        for (markdown, faulty) in [
            ("a <!-- b", &[("open", 2..6)][..]),
            ("a <!— b", &[("open", 2..7)]),
            ("<!-- a\n\nb\n\n<!-- c -->\n\nd", &[("open", 0..4)]),
            (
                "<!-- a --\n\nb <!-- c --> d <!-- e",
                &[("open", 0..4), ("open", 26..30)],
            ),
            ("| a | b <!-- c |\n| d | e |\n\nf --> g", &[("open", 8..12)]),
            ("<!-- a <!-- b --> c.\n-->", &[("nested", 7..11)]),
            ("\\<\\!-- a --\\>", &[("escaped", 0..4)]),
            ("\\<\\!\\-- a \\--\\>", &[("escaped", 0..4)]),
            ("a &lt;!-- b --&gt; `&lt;!-- c`", &[("escaped", 2..7)]),
            ("a &lt;! b \\<!-- c", &[]),
        ] {
            let found = uncommented(markdown).faulty;
            let found: Vec<_> = found.into_iter().map(|of| (of.what, of.sign)).collect();
            assert_eq!(found, faulty, "{markdown}");
        }
    }
}
