//! Texts cut by a `#`: all behind it was read as a note.

use std::ops::Range;

use super::cut_text::{Cut, CutText, plain_until};
use crate::load::yaml::known::{CHOSEN, WORDS, is_known};
use crate::load::yaml::parse::parse;
use crate::load::yaml::quote::{closing, is_narrow, quoted};
use crate::source::lines_around;

/// Plain texts that end at a `#`, one in a line; `plain` gives the plain scalars of the text.
pub(super) fn hashes<'p>(text: &str, plain: impl Fn() -> &'p [Range<usize>]) -> Vec<CutText> {
    let mut found = Vec::new();
    let mut line = 0..0;
    let mut content = 0;
    let mut is_told = false;
    for at in memchr::memchr_iter(b'#', text.as_bytes()) {
        if at >= line.end {
            line = lines_around(text, at..at);
            content = line.end - text[line.clone()].trim_start().len();
            is_told = false;
        }
        if is_told || !text[..at].ends_with([' ', '\t']) {
            continue;
        }
        let cut = match at > content {
            true => cut_at(text, &line, at, &plain),
            false => cut_by_line(text, &line, at, &plain),
        };
        is_told = cut.is_some();
        found.extend(cut);
    }
    found
}

/// The text in a line that a `#` cuts, if it is one and no value with a note.
fn cut_at<'p>(
    text: &str,
    line: &Range<usize>,
    at: usize,
    plain: &impl Fn() -> &'p [Range<usize>],
) -> Option<CutText> {
    let before = text[line.start..at].trim_end_matches([' ', '\t']);
    let end = line.start + before.len();
    let note = &text[at..line.end];
    if is_narrow(note) && before.ends_with(':') {
        let (key, _) = key_of(before);
        let is_lost = is_known(key) && !has_value_below(text, line);
        return is_lost.then(|| CutText {
            why: Cut::Narrow,
            at,
            line: String::new(),
            edits: Vec::new(),
        });
    }
    if before.ends_with(['"', '\'']) {
        let value = quoted_value(before)?;
        let (key, lead) = key_of(&before[..before.len() - value.len()]);
        let is_text = WORDS.contains(&key) && is_word(note);
        return is_text.then(|| cut(Cut::Hash, at, lead, &text[end - value.len()..line.end]));
    }
    let value = match plain_until(plain(), end) {
        Some(range) => range.clone(),
        // A value that would begin with the sign.
        None if before.ends_with(':')
            && is_word_of_text(note)
            && !is_in_quotes(&text[line.clone()], at - line.start) =>
        {
            end..end
        }
        None => return None,
    };
    let begin = lines_around(text, value.start..value.start).start;
    let (key, lead) = key_of(&text[begin..value.start]);
    let is_close = !note[1..].starts_with([' ', '#']) || note[1..].trim_start().is_empty();
    let is_value = is_known(key) && !has_value_below(text, line) && is_value_of(key, note);
    let is_text = if value.is_empty() {
        WORDS.contains(&key) || is_close || is_value
    } else {
        let value = &text[value.clone()];
        let has_words = value.contains(' ') || !value.is_ascii();
        let has_letters = value.contains(char::is_alphabetic);
        WORDS.contains(&key) || has_letters && (has_words || is_close)
    };
    let why = match value.is_empty() {
        true => Cut::OnlyNote,
        false => Cut::Hash,
    };
    is_text.then(|| cut(why, at, lead, &text[value.start..line.end]))
}

/// A text that goes on in the next line, which a `#` at its beginning makes a note.
fn cut_by_line<'p>(
    text: &str,
    line: &Range<usize>,
    at: usize,
    plain: &impl Fn() -> &'p [Range<usize>],
) -> Option<CutText> {
    let note = &text[at..line.end];
    if !is_word(note) {
        return None;
    }
    let end = text[..line.start].trim_end().len();
    let value = plain_until(plain(), end)?;
    let begin = lines_around(text, value.start..value.start).start;
    let before = &text[begin..value.start];
    let (key, lead) = key_of(before);
    // Only what is further in than the field belongs to it.
    let is_within = at - line.start + key.len() + ":".len() > before.trim_end().len();
    let goes_on = WORDS.contains(&key) && is_within && !before.contains('{');
    goes_on.then(|| cut(Cut::Hash, at, lead, &text[value.start..line.end]))
}

fn cut(why: Cut, at: usize, lead: &str, whole: &str) -> CutText {
    let lines: Vec<&str> = whole.lines().map(str::trim).collect();
    let (key, _) = key_of(lead);
    let meant = lines.join(" ");
    let plain = meant.trim_start_matches(['#', ' ']);
    CutText {
        why,
        at,
        line: match why == Cut::OnlyNote && !WORDS.contains(&key) {
            true => format!("{lead} {plain}"),
            false => format!("{lead} {}", quoted(&meant)),
        },
        edits: Vec::new(),
    }
}

/// The field that a value stands behind, and all that stands before it.
fn key_of(before: &str) -> (&str, &str) {
    let lead = before.trim();
    let key = lead.trim_end_matches(':');
    (key.rsplit([' ', '{', ',']).next().unwrap_or(""), lead)
}

/// The value in quotation marks that is the last of a line.
fn quoted_value(line: &str) -> Option<&str> {
    let value = line[line.find(": ")? + 1..].trim_start();
    let is_quoted = value.starts_with(['"', '\'']);
    (is_quoted && closing(value) == Some(value.len())).then_some(value)
}

/// Whether a place of a line stands in a value in quotation marks.
fn is_in_quotes(line: &str, at: usize) -> bool {
    let mut from = 0;
    while let Some(mark) = line[from..at].find(['"', '\'']) {
        let mark = from + mark;
        let begins_value = line[..mark].ends_with([' ', '{', '[', ',', ':']);
        from = match closing(&line[mark..]).filter(|_| begins_value) {
            Some(length) if mark + length > at => return true,
            Some(length) => mark + length,
            // It may be closed in another line.
            None if begins_value => return true,
            None => mark + 1,
        };
    }
    false
}

/// Whether the value of the field in a line stands in the lines below.
fn has_value_below(text: &str, line: &Range<usize>) -> bool {
    let is_note = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let depth = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let next = text[line.end..].lines().find(|line| !is_note(line));
    next.is_some_and(|next| {
        let is_item = next.trim_start().starts_with("- ");
        let own = depth(&text[line.clone()]);
        depth(next) > own && (!is_item || next.len() - next.trim_start().len() >= own)
    })
}

/// Whether a note is a word with its sign: a note of an editor has a space behind it.
fn is_word(note: &str) -> bool {
    note[1..].starts_with(char::is_alphanumeric)
}

/// Whether all of a note is a value of its field: `amount: # 204 000 000`, `location: # [43.25, 76.95]`. What an editor says of
/// a field that is left empty is none: `amount: # 5 000, to be checked`.
fn is_value_of(key: &str, note: &str) -> bool {
    let value = note[1..].trim();
    let is_between = |sign: char| match CHOSEN.contains(&key) {
        true => "-.".contains(sign),
        false => " \u{a0}".contains(sign),
    };
    match value.chars().next() {
        Some('[' | '{') => value.ends_with([']', '}']) && parse(value).is_ok(),
        Some('"') => closing(value) == Some(value.len()),
        Some(first) if first.is_ascii_digit() => {
            value.ends_with(|last: char| last.is_ascii_digit())
                && value
                    .chars()
                    .all(|of| of.is_ascii_digit() || is_between(of))
        }
        _ => false,
    }
}

/// Whether a note begins like a word: `#5`, `#tag`.
fn is_word_of_text(note: &str) -> bool {
    note[1..].trim_start().starts_with(char::is_alphanumeric)
}
