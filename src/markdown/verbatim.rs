//! Tables and code as they are written: cells that are lost or missing, text that an indent or a fence made code.
//!
//! Takes the beginning of a block and its Markdown, gives what is wrong with it and where in that. Must not know the
//! words.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use crate::diagnostic::{At, Code, Diagnostic};

/// What is wrong with the block that begins with `event`; its place is to be set. `columns` are those of the table
/// around.
pub(super) fn look(
    event: &Event<'_>,
    markdown: &str,
    columns: usize,
) -> Option<(Diagnostic, Range<usize>)> {
    let told = |code| Diagnostic::new(code, At::File(String::new()));
    match event {
        Event::Start(Tag::TableRow) => row(markdown, columns).map(|(code, cells, at)| {
            let of = told(code).with("cells", cells);
            (of.with("columns", columns), at)
        }),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            let first = markdown.lines().next().unwrap_or_default();
            let of = told(Code::TextInCode).with("what", "indent");
            is_prose(markdown).then_some((of, 0..first.len()))
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
            let of = told(Code::TextInCode).with("what", "fence");
            open_fence(markdown).map(|at| (of, at))
        }
        Event::Start(Tag::Heading { level, .. }) => underlined(markdown, *level).map(|at| {
            let of = told(Code::MarkLeft).with("what", "underline");
            let mark = &markdown[at.clone()];
            (of.with("mark", mark), at)
        }),
        _ => None,
    }
}

/// A row with another number of cells than the table has columns: how many, and the first that is too much.
fn row(markdown: &str, columns: usize) -> Option<(Code, usize, Range<usize>)> {
    let line = markdown.lines().next().unwrap_or_default();
    let trimmed = line.trim();
    let start = line.find(trimmed)?;
    let inner = trimmed.strip_prefix('|').unwrap_or(trimmed);
    let mut at = start + trimmed.len() - inner.len();
    let mut cells = Vec::new();
    let mut from = at;
    let mut is_escaped = false;
    for byte in inner.bytes() {
        match byte {
            b'|' if !is_escaped => {
                cells.push(from..at);
                from = at + 1;
            }
            _ => {}
        }
        is_escaped = byte == b'\\' && !is_escaped;
        at += 1;
    }
    // Nothing but the last bar stands behind it.
    if from < at || cells.is_empty() {
        cells.push(from..at);
    }
    let has_words = |cell: &Range<usize>| !line[cell.clone()].trim().is_empty();
    if cells.iter().filter(|cell| has_words(cell)).count() == 0 {
        return None;
    }
    if let Some(lost) = cells.iter().skip(columns).find(|cell| has_words(cell)) {
        let text = &line[lost.clone()];
        let before = text.len() - text.trim_start().len();
        let at = lost.start + before..lost.start + before + text.trim().len();
        return Some((Code::CellsLost, cells.len(), at));
    }
    let is_short = cells.len() < columns;
    is_short.then(|| {
        (
            Code::CellsMissing,
            cells.len(),
            start..start + trimmed.len(),
        )
    })
}

/// Whether an indented block has sentences: several words, mostly letters, none of the signs of programs.
fn is_prose(markdown: &str) -> bool {
    let words = markdown.split_whitespace();
    let is_word = |word: &&str| {
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        letters * 2 > word.chars().count()
    };
    let (all, plain) = (words.clone().count(), words.filter(is_word).count());
    let is_code = markdown.contains(['{', '}', ';', '=', '<', '>', '$']);
    let is_foreign = markdown
        .chars()
        .any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let least = if is_foreign { 2 } else { 4 };
    plain >= least && plain * 3 >= all * 2 && (!is_code || is_foreign && plain >= 6)
}

/// The first fence of a code block that has no last one.
fn open_fence(markdown: &str) -> Option<Range<usize>> {
    let sign = markdown.trim_start().chars().next()?;
    let first = markdown.lines().next()?;
    let length = first
        .trim_start()
        .chars()
        .take_while(|of| *of == sign)
        .count();
    let mut lines = markdown.trim_end().lines();
    let last = lines.next_back().filter(|_| lines.next().is_some());
    let is_closed = last.is_some_and(|last| {
        let last = last.trim_start_matches([' ', '>', '\t']).trim_end();
        last.chars().count() >= length && last.chars().all(|of| of == sign)
    });
    (!is_closed).then(|| 0..first.trim_end().len())
}

/// The longest text of several lines that may be meant as a heading, in bytes.
const LONG_HEADING: usize = 120;

/// The line under several lines of text, which makes a heading of them all: `---` was meant as a rule.
fn underlined(markdown: &str, level: HeadingLevel) -> Option<Range<usize>> {
    let is_low = matches!(level, HeadingLevel::H1 | HeadingLevel::H2);
    let text = markdown.trim_end();
    let last = text.rfind('\n')? + 1;
    let line = text[last..].trim_start_matches([' ', '>', '\t']);
    let is_rule = !line.is_empty() && line.bytes().all(|byte| b"-=".contains(&byte));
    let has_lines = text[..last].trim_end().contains('\n') && last > LONG_HEADING;
    (is_low && is_rule && has_lines).then(|| text.len() - line.len()..text.len())
}
