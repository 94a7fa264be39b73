//! Tables and code as they are written: cells that are lost or missing, text that an indent or a fence made code.
//!
//! Takes the beginning of a block and its Markdown, gives what is wrong with it and where in that. Must not know the
//! words.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use crate::diagnostic::{At, Code, Diagnostic};

/// What is wrong with the block that begins with `event`; its place is to be set. `after` is what follows the block,
/// `columns` are those of the table around.
pub(super) fn look(
    event: &Event<'_>,
    markdown: &str,
    after: &str,
    columns: usize,
) -> Option<(Diagnostic, Range<usize>)> {
    let told = |code| Diagnostic::new(code, At::File(String::new()));
    match event {
        Event::Start(Tag::TableRow) => row(markdown, columns).map(|(code, cells, at)| {
            let of = told(code).with("cells", cells).with("columns", columns);
            let whole = (code == Code::CellsMissing).then(|| broken_row(markdown, after, columns));
            match whole.flatten() {
                Some(line) => (of.with("what", "broken").with("line", line), at),
                None => (of, at),
            }
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
        Event::Start(Tag::BlockQuote(_)) => more_than(markdown).map(|(number, at)| {
            let of = told(Code::MarkLeft).with("what", "more-than");
            (of.with("mark", ">").with("shown", number), at)
        }),
        Event::Rule => is_rule_of_table(markdown).then(|| {
            let line = markdown.trim_end();
            let of = told(Code::MarkLeft).with("what", "ruled-table");
            (of.with("mark", line), 0..line.len())
        }),
        Event::Start(Tag::Heading { level, .. }) => underlined(markdown, *level).map(|at| {
            let mark = &markdown[at.clone()];
            let what = if mark.starts_with('=') {
                "underline-equals"
            } else {
                "underline"
            };
            let of = told(Code::MarkLeft).with("what", what);
            (of.with("mark", mark), at)
        }),
        _ => None,
    }
}

/// The number right behind the sign of a quotation, if all its lines have one: `>500 бала` says that there are more.
fn more_than(markdown: &str) -> Option<(&str, Range<usize>)> {
    let start = markdown.len() - markdown.trim_start().len();
    let number = markdown[start..].strip_prefix('>')?;
    let is_of_number = |of: char| of.is_ascii_digit();
    let end = number.find(|of| !is_of_number(of));
    let number = &number[..end.unwrap_or(number.len())];
    let mut lines = markdown
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix('>'));
    let is_meant = !number.is_empty() && lines.all(|line| line.starts_with(is_of_number));
    is_meant.then(|| (number, start..start + 1))
}

/// Whether a line is the one that other programs put under the first row of a table: `------ ---- ----`.
pub(super) fn is_rule_of_table(line: &str) -> bool {
    let mut parts = line.split_whitespace();
    let is_part = |part: &str| part.len() >= 2 && part.bytes().all(|byte| byte == b'-');
    parts.clone().count() >= 2 && parts.all(is_part)
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

/// The row that this line makes with the next one, where a cell goes on there: a spreadsheet had a line break in it.
fn broken_row(markdown: &str, after: &str, columns: usize) -> Option<String> {
    let first = markdown.lines().next()?.trim();
    let after = after.trim_start_matches('\r');
    let next = after
        .strip_prefix('\n')
        .unwrap_or(after)
        .lines()
        .next()?
        .trim();
    let is_open = first.starts_with('|') && !first.ends_with('|');
    let is_rest = !next.starts_with('|') && next.ends_with('|') && next.len() > 1;
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let is_whole = bars(first) + bars(next) == columns + 1;
    (is_open && is_rest && is_whole).then(|| format!("{first} {next}"))
}

/// Whether an indented block is meant as text: it has marks of Markdown, or several words, mostly letters, none of the
/// signs of programs.
fn is_prose(markdown: &str) -> bool {
    let lines = markdown.lines().map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let is_code = markdown.contains(['{', '}', ';', '=', '<', '>', '$']);
    if lines.iter().all(is_setting) {
        return false;
    }
    if !is_code && has_marks(&lines) {
        return true;
    }
    let is_foreign = |text: &str| text.chars().any(|of| of.is_alphabetic() && !of.is_ascii());
    // A command may have a remark beside it in another line.
    let foreign = lines.iter().filter(|line| is_foreign(line)).count();
    let is_single = markdown.split_whitespace().nth(1).is_none();
    if !is_code && !is_single && foreign * 2 > lines.len() {
        return true;
    }
    let words = markdown.split_whitespace();
    let is_word = |word: &&str| {
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        letters * 2 > word.chars().count()
    };
    let (all, plain) = (words.clone().count(), words.filter(is_word).count());
    plain >= 4 && plain * 3 >= all * 2 && (!is_code || foreign > 0 && plain >= 6)
}

/// A line as a record has it: `- id: steppe`.
fn is_setting(line: &&str) -> bool {
    let line = line.strip_prefix("- ").unwrap_or(line);
    let name = line.split_once(':').map_or("", |(name, _)| name);
    !name.is_empty() && name.bytes().all(|of| of.is_ascii_lowercase() || of == b'_')
}

/// Whether the lines of a block are headings, items, or rows of a table, and no program or settings.
fn has_marks(lines: &[&str]) -> bool {
    let is_row = |line: &&str| line.len() > 2 && line.starts_with('|') && line.ends_with('|');
    let is_heading = |line: &&str| {
        let words = line.trim_start_matches('#');
        (2..=6).contains(&(line.len() - words.len())) && words.starts_with(' ')
    };
    let is_numbered = |line: &&str| {
        let rest = line.trim_start_matches(|of: char| of.is_ascii_digit());
        let is_number = (1..=3).contains(&(line.len() - rest.len()));
        is_number && (rest.starts_with(". ") || rest.starts_with(") "))
    };
    let is_item = |line: &&str| {
        let words = ["- ", "* ", "+ "]
            .iter()
            .find_map(|of| line.strip_prefix(of));
        words.is_some_and(|words| !words.contains(':') && words.starts_with(char::is_alphabetic))
    };
    let is_bold = |line: &&str| line.starts_with("**") && line[2..].contains("**");
    let is_first = |fits: &dyn Fn(&&str) -> bool| lines.first().is_some_and(fits);
    lines.iter().all(is_row)
        || is_first(&is_heading)
        || is_first(&is_numbered)
        || is_first(&is_bold)
        || lines.iter().all(is_item)
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

/// The longest line that may be meant as a heading, in bytes.
const LONG_HEADING: usize = 250;

/// The line under a text that is no heading, which makes one of it: `---` was meant as a rule. That is a text of several
/// lines, or one that ends as a sentence does.
fn underlined(markdown: &str, level: HeadingLevel) -> Option<Range<usize>> {
    let is_low = matches!(level, HeadingLevel::H1 | HeadingLevel::H2);
    let text = markdown.trim_end();
    let last = text.rfind('\n')? + 1;
    let line = text[last..].trim_start_matches([' ', '>', '\t']);
    let is_rule = !line.is_empty() && line.bytes().all(|byte| b"-=".contains(&byte));
    let words = text[..last].trim_end();
    let is_several = words.contains('\n');
    let plain = words.trim_end_matches(['*', '_', '»', '”', '"', ')', '\\']);
    let is_sentence = plain.ends_with(['.', '…', ';', ',']);
    let is_text = is_several || is_sentence || words.len() > LONG_HEADING;
    (is_low && is_rule && is_text).then(|| text.len() - line.len()..text.len())
}
