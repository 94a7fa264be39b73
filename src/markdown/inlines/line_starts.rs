//! Marks at the beginnings of lines that made no heading, list or table: `##Тақырып`, `-тармақ`, `• тармақ`, `| а | б |`.
//!
//! Takes a line of a paragraph, gives what is left at its beginning. Must not know the other lines but the next.

use std::ops::Range;

use pulldown_cmark::Event;

use super::run::{Inline, Run};
use crate::markdown::wiki;

/// What is left: the word by which its message is known, the signs that are shown or the label of a footnote, and where
/// in a run.
pub(super) struct Left {
    pub(super) what: &'static str,
    pub(super) mark: String,
    pub(super) at: Range<usize>,
    /// What to write in its place.
    pub(super) meant: Option<String>,
}

impl Left {
    pub(super) fn new(what: &'static str, mark: &str, at: Range<usize>) -> Left {
        Left {
            what,
            mark: mark.to_owned(),
            at,
            meant: None,
        }
    }

    pub(super) fn meant(mut self, meant: String) -> Left {
        self.meant = Some(meant);
        self
    }
}

/// What may be meant as the box of a task.
const BOXES: [&str; 12] = [
    "[ ]", "[x]", "[X]", "[]", "[х]", "[Х]", "[v]", "[V]", "[✓]", "[✔]", "[√]", "[+]",
];

/// Those of a task that is done, the first two with a Cyrillic letter.
const DONE: [&str; 8] = ["[х]", "[Х]", "[v]", "[V]", "[✓]", "[✔]", "[√]", "[+]"];

/// How many lines behind one are looked at for more of its kind.
const LINES: usize = 8;

/// Spaces that look like one and are none to Markdown.
fn is_odd_space(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii_whitespace()
}

/// A mark at the beginning of a line that lacks its space, or has one that Markdown does not know. `after` is what follows
/// the line, `text_end` where the whole text ends.
pub(super) fn at_line_start(run: &Run, after: &[Inline<'_>], text_end: usize) -> Option<Left> {
    let inlines = after;
    let text = run.text.as_str();
    let first = text.chars().next()?;
    if run.is_literal(0) {
        // A program has put the sign before it: nobody shows the marks of a heading.
        let words = text.trim_start_matches('#').trim_start();
        let length = text.len() - words.len();
        let is_heading = text[..length].ends_with(' ') && words.starts_with(char::is_alphabetic);
        let told = || Left::new("escaped", text[..length].trim_end(), 0..length);
        return (first == '#' && is_heading).then(told);
    }
    let after = |length: usize| text[length..].chars().next();
    let told = |what, length: usize| Some(Left::new(what, &text[..length], 0..length));
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_odd = |letter: Option<char>| letter.is_some_and(is_odd_space);
    match first {
        '#' => {
            let length = text.bytes().take_while(|byte| *byte == b'#').count();
            let next = after(length);
            if length <= 6 && is_odd(next) {
                return told("space", length);
            }
            // One word, or several, each with its own sign: these are hashtags.
            let mut words = text.split_whitespace();
            let is_several = words.clone().nth(1).is_some();
            let is_tags = length == 1 && is_several && words.all(|word| word.starts_with('#'));
            let is_heading =
                next.is_some_and(char::is_alphanumeric) || length > 6 && next == Some(' ');
            let is_tag = length == 1 && !is_several && {
                let place = run.source(0..text.len());
                has_capitals_inside(text) || place.start > 0 && place.end == text_end
            };
            // `#5 000` is rather a number than a heading.
            let is_number = length == 1 && next.is_some_and(|of| of.is_ascii_digit());
            let what = if is_number { "number-sign" } else { "heading" };
            (is_heading && !is_tags && !is_tag).then(|| Left::new(what, &text[..length], 0..length))
        }
        '=' if let Some(of) = wiki::heading(text) => {
            Some(Left::new("wiki-source", of.mark, 0..of.length).meant(of.meant))
        }
        '-' | '*' | '+' | '>' if is_odd(after(1)) && first != '>' => told("space", 1),
        '-' if is_letter(after(1)) => told("item", 1),
        '*' | '+' if is_letter(after(1)) => {
            // One alone is a remark.
            let is_item = |line: &str| {
                let rest = line.strip_prefix(first);
                rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
            };
            has_line(inlines, is_item).then(|| Left::new("item", &text[..1], 0..1))
        }
        // An abbreviation, and a definition.
        '*' if text.starts_with("*[") && text.contains("]:") => told("foreign", 2),
        ':' if text.starts_with(": ") => told("foreign", 1),
        '-' if BOXES.iter().any(|of| text[1..].starts_with(of)) => told("item", 1),
        '•'
        | '●'
        | '▪'
        | '◦'
        | '‣'
        | '∙'
        | '⁃'
        | '➢'
        | '➤'
        | '❖'
        | '►'
        | '■'
        | '□'
        | '○'
        | '◆'
        | '\u{f020}'..='\u{f0ff}' => told("bullet", first.len_utf8()),
        '·' if text[first.len_utf8()..].starts_with([' ', '\t']) => {
            told("bullet", first.len_utf8())
        }
        '–' | '—' | '−' | '·' | 'o' | 'о' | '§' | 'ü' | 'Ø' | 'v'
            if after(first.len_utf8()) == Some('\t') =>
        {
            told("bullet", first.len_utf8())
        }
        '–' | '—' | '−' if is_list_of_dashes(run, first, inlines) => {
            told("bullet", first.len_utf8())
        }
        _ if let Some(length) = picture_of_list(text)
            && matches!(next_break(inlines), Some(Event::SoftBreak))
            && has_line(inlines, |line| picture_of_list(line).is_some()) =>
        {
            told("bullet", length)
        }
        _ if let Some(length) = letter_of_list(text)
            && has_line(inlines, |line| goes_on_by_letter(text, line, length)) =>
        {
            told("bullet", length)
        }
        '0'..='9' => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let is_closed = text[digits..].starts_with(['.', ')']);
            let next = if is_closed { after(digits + 1) } else { None };
            match digits <= 3 && is_closed {
                true if is_odd(next) => told("space", digits + 1),
                // A list that begins in the middle needs an empty line before it.
                true if next == Some(' ') && goes_on(text, digits, inlines) => {
                    told("late-number", digits + 1)
                }
                true if digits <= 2 && is_letter(next) && next.is_some_and(char::is_uppercase) => {
                    told("number", digits + 1)
                }
                _ => None,
            }
        }
        '[' => {
            let box_ = BOXES.into_iter().find(|of| text.starts_with(of));
            // `[x](…)` and `[x][…]` are others' business.
            let ends = |letter: char| letter.is_whitespace() || letter.is_alphabetic();
            let box_ = box_.filter(|of| after(of.len()).is_some_and(ends));
            if let Some(of) = box_ {
                if DONE.contains(&of) {
                    return told("task-done", of.len());
                }
                let is_done = of.eq_ignore_ascii_case("[x]");
                let meant = if is_done { "- [x] " } else { "- [ ] " };
                return Some(Left::new("task", of, 0..of.len()).meant(meant.to_owned()));
            }
            if text.trim_end().eq_ignore_ascii_case("[toc]") {
                return told("foreign", "[TOC]".len());
            }
            let alert = text.starts_with("[!") && text[2..].starts_with(char::is_alphabetic);
            alert.then(|| Left::new("foreign", "[!", 0..2))
        }
        '=' if text.len() >= 3 && text.trim_end().bytes().all(|of| of == b'=') => {
            told("equals", text.trim_end().len())
        }
        '!' if text.starts_with("!!! ") => told("foreign", 3),
        ':' if text.starts_with(":::") => told("foreign", 3),
        _ => None,
    }
}

/// The length of a small picture that a line begins with, as chats have it before the items of a list: ✅, 1️⃣.
fn picture_of_list(text: &str) -> Option<usize> {
    const KEYCAP: char = '\u{20e3}';
    const IN_COLOUR: char = '\u{fe0f}';
    let rest = text.strip_prefix(['✅', '☑', '✔', '✓']);
    let rest = match rest {
        Some(rest) => rest.strip_prefix(IN_COLOUR).unwrap_or(rest),
        None => {
            let rest = text.strip_prefix(|first: char| first.is_ascii_digit())?;
            let rest = rest.strip_prefix(IN_COLOUR).unwrap_or(rest);
            rest.strip_prefix(KEYCAP)?
        }
    };
    Some(text.len() - rest.len())
}

/// What ends the line.
fn next_break<'a, 'e>(after: &'a [Inline<'e>]) -> Option<&'a Event<'e>> {
    after.iter().find_map(|inline| match inline {
        Inline::Event(event @ (Event::SoftBreak | Event::HardBreak), _) => Some(event),
        _ => None,
    })
}

/// Whether a line with a dash is an item of a list, and no direct speech: it ends in a semicolon, or it is one of three
/// that end as no sentence does.
fn is_list_of_dashes(run: &Run, dash: char, after: &[Inline<'_>]) -> bool {
    let is_item = |line: &str| {
        let rest = line.strip_prefix(dash);
        rest.is_some_and(|rest| rest.starts_with([' ', '\u{a0}']))
    };
    let is_break =
        |of: &Inline<'_>| matches!(of, Inline::Event(Event::SoftBreak | Event::HardBreak, _));
    let mut others = after.split(is_break);
    // What follows on the same line.
    let of_line = others.next().unwrap_or_default().last();
    let end = of_line.map_or(run.text.as_str(), |last| match last {
        Inline::Run(last) => last.text.as_str(),
        Inline::Event(..) => "",
    });
    let end = end.trim_end();
    let items = others
        .take(LINES)
        .take_while(|line| matches!(line.first(), Some(Inline::Run(line)) if is_item(&line.text)));
    let items = items.count();
    let is_open = end.ends_with(|last: char| last.is_alphanumeric() || ")»".contains(last));
    is_item(&run.text) && (end.ends_with(';') && items >= 1 || is_open && items >= 2)
}

/// The letter or the Roman number that a line begins with, with its bracket or full stop, as items of a list have it.
fn letter_of_list(text: &str) -> Option<usize> {
    let end = text
        .bytes()
        .take(8)
        .position(|byte| b").".contains(&byte))?;
    let mark = &text[..end];
    let mut letters = mark.chars();
    let single = letters.next().filter(|_| letters.next().is_none());
    // Before a full stop a capital begins a name, and most other letters stand for a word: `ж.`, `т. б.`.
    let is_letter = single.is_some_and(|letter| match text[end..].starts_with(')') {
        true => letter.is_alphabetic(),
        false => "аәбвab".contains(letter),
    });
    let is_roman = roman(mark).is_some();
    let is_spaced = text[end + 1..].starts_with([' ', '\u{a0}', '\t']);
    (is_spaced && (is_letter || is_roman)).then_some(end + 1)
}

/// A small Roman number, written in letters of either script.
fn roman(mark: &str) -> Option<usize> {
    const NUMBERS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let latin = |letter: char| match letter {
        'І' => 'I',
        'Х' => 'X',
        other => other,
    };
    let mut numbers = NUMBERS.iter();
    numbers.position(|of| mark.chars().map(latin).eq(of.chars()))
}

/// Whether another line has the next letter or number behind that of this line. Alphabets differ: any other letter will do.
fn goes_on_by_letter(text: &str, line: &str, length: usize) -> bool {
    let Some(next) = letter_of_list(line) else {
        return false;
    };
    let is_same_sign = text.as_bytes()[length - 1] == line.as_bytes()[next - 1];
    let [mark, next] = [&text[..length - 1], &line[..next - 1]];
    let is_same_case = text.starts_with(char::is_uppercase) == line.starts_with(char::is_uppercase);
    let is_next = match (roman(mark), roman(next)) {
        (Some(one), Some(next)) => next == one + 1,
        _ => mark != next && is_same_case && [mark, next].iter().all(|of| of.chars().count() == 1),
    };
    is_same_sign && is_next
}

/// A hashtag of several words: `#ТуғанЖергеТағзым`.
fn has_capitals_inside(word: &str) -> bool {
    let letters = word.chars();
    let mut pairs = letters.clone().zip(letters.skip(1));
    pairs.any(|(one, next)| one.is_lowercase() && next.is_uppercase())
}

/// Whether one of the next lines fits.
fn has_line(after: &[Inline<'_>], fits: impl Fn(&str) -> bool) -> bool {
    let pairs = after.iter().zip(after.iter().skip(1));
    let lines = pairs.filter_map(|pair| match pair {
        (Inline::Event(Event::SoftBreak | Event::HardBreak, _), next) => Some(next),
        _ => None,
    });
    let mut lines = lines.take(LINES);
    lines.any(|line| matches!(line, Inline::Run(run) if fits(&run.text)))
}

/// Whether one of the next lines has the number behind that of this line.
fn goes_on(text: &str, digits: usize, after: &[Inline<'_>]) -> bool {
    let closing = &text[digits..digits + 1];
    let number: u32 = text[..digits].parse().unwrap_or(0);
    let next = format!("{}{closing} ", number + 1);
    has_line(after, |line| line.starts_with(&next))
}

/// The run that begins the next line, if what stands before it is the last of its own.
pub(super) fn next_line<'a>(after: &'a [Inline<'_>]) -> Option<&'a Run> {
    match after {
        [
            Inline::Event(Event::SoftBreak | Event::HardBreak, _),
            Inline::Run(next),
            ..,
        ] => Some(next),
        _ => None,
    }
}

/// A line with tabs between words before another such line, as a table that was copied.
pub(super) fn is_before_tabs(run: &Run, after: &[Inline<'_>]) -> bool {
    let has_tab = |run: &Run| run.text.trim().contains('\t');
    has_tab(run) && next_line(after).is_some_and(has_tab)
}

/// A line of words with wide spaces between them before another with as many, as a table that is drawn by spaces.
pub(super) fn is_before_columns(run: &Run, after: &[Inline<'_>]) -> bool {
    let gaps = |run: &Run| wide_spaces(&run.text).count();
    gaps(run) > 0 && next_line(after).map(gaps) == Some(gaps(run))
}

/// Three spaces or more between words.
pub(super) fn wide_spaces(text: &str) -> impl Iterator<Item = usize> + '_ {
    const WIDE: &str = "   ";
    let text = text.trim_end();
    let begin = text.len() - text.trim_start().len();
    let gaps = text[begin..]
        .match_indices(WIDE)
        .map(move |(at, _)| begin + at);
    gaps.filter(|at| !text[..*at].ends_with(' '))
        .filter(|at| !text[*at..].trim_start().starts_with(['_', '.', '…']))
}

/// A line of words with bars between them before another with as many, as a table without the bars at its sides.
pub(super) fn is_before_cells(run: &Run, after: &[Inline<'_>]) -> bool {
    let bars = |run: &Run| run.text.matches(" | ").count();
    bars(run) > 0 && next_line(after).map(bars) == Some(bars(run)) && !is_row(run)
}

/// The bar of tables, and what looks like it.
const BARS: [char; 3] = ['|', '｜', '│'];

/// A line that looks like a row of a table.
pub(super) fn is_row(run: &Run) -> bool {
    let line = run.text.trim_end();
    let bars = line.matches(BARS).count();
    let is_rule = line.contains('|')
        && line.contains("--")
        && line.bytes().all(|byte| b"|-: ".contains(&byte));
    line.starts_with(BARS) && bars >= 2 || is_rule
}
