//! Marks that did not become what they were meant as: `**`, `](`, `##Тақырып` and others that readers would see.
//!
//! Takes the inlines of a block when all else has been found in them; reports each mark that is left, at its place.
//! Must not complain of what people write without a thought of Markdown.

use std::collections::{HashMap, HashSet};

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::around::Around;
use super::line_ends::{broken_word, is_before_values};
use super::line_starts::{
    Left, at_line_start, is_before_cells, is_before_columns, is_before_tabs, is_row, wide_spaces,
};
use super::marks::{MISSING_NOTE, within};
use super::run::{Inline, Run};
use super::spaced::Spaced;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::comments::Uncommented;
use crate::markdown::findings::Findings;
use crate::markdown::verbatim::is_rule_of_table;

/// What the words of a block may begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::markdown) enum Place {
    /// A paragraph, in which a line could have been a heading or an item.
    Paragraph,
    /// A heading or a cell.
    Other,
    /// Code, or HTML.
    Verbatim,
}

/// How many marks of one sort are told of one block: nobody needs to see each of more.
const MOST_ALIKE: usize = 20;

/// Reports what is left in the text of a block.
pub(super) fn report(
    inlines: &[Inline<'_>],
    place: Place,
    cut: &Uncommented<'_>,
    start: usize,
    found: &mut Findings,
) {
    let mut begins_line = true;
    let mut in_image = 0_usize;
    // Within a bare address, whose signs are its own.
    let mut in_address = false;
    let mut told_lines = HashSet::new();
    let mut told = HashMap::new();
    let mut rows = 0;
    let mut spaced = Spaced::default();
    let mut has_strong = false;
    let text_end = cut.text.trim_end().len();
    for (nth, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Event(event, _) => {
                match event {
                    Event::SoftBreak | Event::HardBreak => {
                        begins_line = true;
                        continue;
                    }
                    Event::Start(Tag::Link {
                        link_type: LinkType::Autolink | LinkType::Email,
                        ..
                    }) => in_address = true,
                    Event::End(TagEnd::Link) => in_address = false,
                    Event::Start(Tag::Strong) => has_strong = true,
                    Event::Start(Tag::Image { .. }) => in_image += 1,
                    Event::End(TagEnd::Image) => in_image = in_image.saturating_sub(1),
                    _ => {}
                }
                begins_line = false;
            }
            Inline::Run(run) => {
                let mut left = Vec::new();
                if begins_line && place == Place::Paragraph && in_image == 0 {
                    let of_line = at_line_start(run, &inlines[nth + 1..], text_end);
                    let is_plain = of_line.is_none();
                    // The first of several equal lines stands for all.
                    left.extend(of_line.filter(|of| told_lines.insert(of.what)));
                    if rows == 0 && is_plain && is_before_tabs(run, &inlines[nth + 1..]) {
                        rows = 2;
                        left.extend(
                            run.text
                                .find('\t')
                                .map(|at| Left::new("tabs", "", at..at + 1)),
                        );
                    }
                    if rows == 0 && is_plain && is_before_cells(run, &inlines[nth + 1..]) {
                        rows = 2;
                        let bar = run.text.find('|');
                        left.extend(bar.map(|at| Left::new("table", "|", at..at + 1)));
                    }
                    if rows == 0 && is_plain && is_before_columns(run, &inlines[nth + 1..]) {
                        rows = 2;
                        let gap = wide_spaces(&run.text).next();
                        // The line above that makes a rule of itself is told already.
                        let begin = run.source(0..1).start;
                        let above = cut.text[..begin].trim_end().lines().next_back();
                        let gap = gap.filter(|_| !above.is_some_and(is_rule_of_table));
                        left.extend(gap.map(|at| Left::new("columns", "", at..at + 1)));
                    }
                    if rows == 0 && is_plain && is_before_values(run, &inlines[nth + 1..]) {
                        rows = 2;
                        let sign = run.text.find(';');
                        left.extend(sign.map(|at| Left::new("csv", ";", at..at + 1)));
                    }
                    rows += usize::from(is_row(run));
                    // The first row is told, and stands for all.
                    if rows == 1 && is_row(run) {
                        let bar = run.text.chars().next().map_or(0, char::len_utf8);
                        left.push(Left::new("table", &run.text[..bar], 0..bar));
                    }
                }
                if begins_line && place == Place::Other {
                    left.extend(heading_twice(run, &cut.text));
                }
                let in_emphasis = nth.checked_sub(1).and_then(|before| inlines.get(before));
                if let Some(Inline::Event(Event::Start(Tag::Emphasis), _)) = in_emphasis
                    && is_escape_of_a_sheet(&run.text)
                {
                    left.push(Left::new("foreign", "_x000D_", 0..run.text.len()));
                }
                left.extend(broken_word(run, &inlines[nth + 1..]));
                if !in_address {
                    let around = Around {
                        nth,
                        inlines,
                        has_strong,
                        markdown: &cut.text,
                    };
                    within(run, &around, &mut spaced, &mut left);
                }
                left.sort_by_key(|of| of.at.start);
                left.dedup_by(|a, b| a.at.start == b.at.start && a.what == b.what);
                for of in left {
                    let Left {
                        what,
                        mark,
                        at,
                        meant,
                    } = of;
                    let times = told.entry(what).or_insert(0_usize);
                    *times += 1;
                    if *times > MOST_ALIKE {
                        continue;
                    }
                    let source = run.source(at);
                    let range = cut.range(&source);
                    let at = found.at(&(range.start + start..range.end + start));
                    let told = |code| Diagnostic::new(code, at);
                    let colonless = (what == MISSING_NOTE)
                        .then(|| note_without_colon(&cut.text, &mark))
                        .flatten();
                    if colonless.is_some_and(|note| note != source.start) {
                        continue;
                    }
                    found.push(match what {
                        MISSING_NOTE if colonless.is_some() => told(Code::MarkLeft)
                            .with("what", "note-colon")
                            .with("mark", format!("[^{mark}]"))
                            .with("shown", format!("[^{mark}]: …")),
                        MISSING_NOTE => told(Code::NoteMissing).with("note", mark),
                        _ => {
                            let told = told(Code::MarkLeft).with("what", what).with("mark", mark);
                            match meant {
                                Some(meant) => told.with("shown", meant),
                                None => told,
                            }
                        }
                    });
                }
                begins_line = false;
            }
        }
    }
}

/// Where the one line stands that begins with the mark of a note and words, without the colon between them, if the text
/// calls it as well.
fn note_without_colon(markdown: &str, label: &str) -> Option<usize> {
    let mark = format!("[^{label}]");
    let is_first = |at: &usize| {
        markdown[..*at].trim_end_matches(' ').is_empty()
            || markdown[..*at].trim_end_matches(' ').ends_with('\n')
    };
    let has_words = |at: &usize| {
        let rest = &markdown[at + mark.len()..];
        rest.starts_with(' ')
            && rest
                .trim_start_matches(' ')
                .starts_with(char::is_alphanumeric)
    };
    let places = || markdown.match_indices(&mark).map(|(at, _)| at);
    let mut notes = places().filter(|at| is_first(at) && has_words(at));
    let note = notes.next().filter(|_| places().nth(1).is_some())?;
    notes.next().is_none().then_some(note)
}

/// `_x000D_`, of which Markdown made emphasis, without its signs.
pub(super) fn is_escape_of_a_sheet(text: &str) -> bool {
    let hex = text.strip_prefix('x').unwrap_or_default();
    hex.len() == 4 && hex.bytes().all(|of| of.is_ascii_hexdigit())
}

/// The second sign of a heading that a translator's program parted: `# # Тақырып`.
fn heading_twice(run: &Run, markdown: &str) -> Option<Left> {
    let words = run.text.trim_start_matches(['#', ' ']);
    let signs = run.text.len() - words.len();
    let begin = run.source(0..1).start;
    let is_heading = markdown[..begin].trim_end_matches(' ').ends_with('#');
    let is_parted = run.text.starts_with('#') && run.text[..signs].ends_with(' ');
    let is_told = is_heading && is_parted && words.starts_with(char::is_alphabetic);
    is_told.then(|| {
        let mark = run.text[..signs].trim_end();
        let more = mark.bytes().filter(|of| *of == b'#').count();
        let meant = format!("{}# {words}", "#".repeat(more));
        Left::new("parted", mark, 0..1).meant(meant)
    })
}
