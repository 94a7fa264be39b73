//! Quotation marks that became part of a text: those of a word processor, and one that nothing opens.

use std::ops::Range;

use super::cut_text::{Cut, CutText, plain_until};
use crate::load::yaml::known::{CHOSEN, WORDS};
use crate::load::yaml::quote::{quoted, within_word_quotes};
use crate::source::{boundary, lines_around};

/// The quotation marks of a word processor: what opens, and the pair as it is told.
const PAIRS: [(char, &str); 4] = [('“', "“ ”"), ('„', "„ “"), ('‘', "‘ ’"), ('”', "” ”")];

/// No name of a field is longer, in bytes.
const LONGEST_KEY: usize = 40;

/// Values in the quotation marks of a word processor, also within brackets: the first of a line stands for all in it.
/// `plain` gives the plain scalars of the text.
pub(super) fn word_quotes<'p>(text: &str, plain: impl Fn() -> &'p [Range<usize>]) -> Vec<CutText> {
    // Most texts have none, and need no other pass.
    let begins = |at: usize| text[..at].ends_with([' ', '{', '[', ',']);
    let opened = PAIRS.into_iter().flat_map(|(mark, pair)| {
        let all = text.match_indices(mark).map(|(at, _)| at);
        all.filter(|at| begins(*at)).map(move |at| (at, pair))
    });
    let values = opened.filter_map(|(at, pair)| Some((value_at(text, at, plain())?, pair)));
    let mut values: Vec<(Range<usize>, &'static str)> = values.collect();
    values.sort_unstable_by_key(|(value, _)| value.start);
    let rows = values.chunk_by(|(one, _), (next, _)| !text[one.start..next.start].contains('\n'));
    let told = rows.filter_map(|row| {
        let ((first, pair), (last, _)) = (row.first()?, row.last()?);
        let line = lines_around(text, first.start..last.end);
        Some(CutText {
            why: Cut::WordQuotes(pair),
            at: first.start,
            line: rewritten(text, line, row),
            edits: Vec::new(),
        })
    });
    told.collect()
}

/// The plain scalar that begins at a byte, if it is a value in such quotation marks.
fn value_at(text: &str, at: usize, plain: &[Range<usize>]) -> Option<Range<usize>> {
    let nth = plain.partition_point(|range| range.start < at);
    let value = plain.get(nth).filter(|range| range.start == at)?;
    let is_key = text[value.end..].trim_start().starts_with(':');
    let before = text[boundary(text, at.saturating_sub(LONGEST_KEY))..at].trim_end();
    let key = before.trim_end_matches(':');
    let key = key.rsplit([' ', '{', '[', ',', '\n']).next().unwrap_or("");
    let is_text = !is_key && !CHOSEN.contains(&key);
    within_word_quotes(&text[value.clone()]).filter(|_| is_text)?;
    Some(value.clone())
}

/// A line with its values in quotation marks that YAML knows.
fn rewritten(text: &str, line: Range<usize>, values: &[(Range<usize>, &str)]) -> String {
    let mut made = String::new();
    let mut done = line.start;
    for (value, _) in values {
        let words: Vec<&str> = text[value.clone()].lines().map(str::trim).collect();
        made.push_str(&text[done..value.start]);
        made.push_str(&quoted(&words.join(" ")));
        done = value.end;
    }
    made.push_str(&text[done..line.end]);
    made.trim().to_owned()
}

/// Plain texts in a line of their own that end in a comma, as other formats have it behind each field.
pub(super) fn stray_commas<'p>(text: &str, plain: impl Fn() -> &'p [Range<usize>]) -> Vec<CutText> {
    let ends = memchr::memchr_iter(b',', text.as_bytes());
    let ends = ends.filter(|at| text[at + 1..].starts_with('\n'));
    let stray = ends.filter_map(|at| {
        let line = &text[lines_around(text, at..at)];
        let (lead, value) = line.split_once(": ")?;
        let key = lead.trim_start_matches([' ', '-']);
        let is_text = WORDS.contains(&key) && !value.contains(['{', '[', '"', '&']);
        let is_stray = is_text && plain_until(plain(), at + 1).is_some();
        is_stray.then(|| CutText {
            why: Cut::StrayComma,
            at,
            line: line.trim().trim_end_matches(',').to_owned(),
            edits: Vec::new(),
        })
    });
    stray.collect()
}

/// Plain texts in a line of their own that end in a quotation mark which nothing opens. Behind a digit it means inches.
pub(super) fn stray_quotes<'p>(text: &str, plain: impl Fn() -> &'p [Range<usize>]) -> Vec<CutText> {
    let ends = memchr::memmem::find_iter(text.as_bytes(), "\"\n");
    let stray = ends.filter_map(|at| {
        let line = &text[lines_around(text, at..at)];
        let (lead, value) = line.strip_suffix('"')?.split_once(": ")?;
        let key = lead.trim_start_matches([' ', '-']);
        // What a sign of a word processor opens is told by that.
        let is_odd = !value.contains('"')
            && !value.starts_with(['“', '„', '‘'])
            && value.ends_with(char::is_alphabetic);
        let is_stray = WORDS.contains(&key) && is_odd && plain_until(plain(), at + 1).is_some();
        is_stray.then(|| CutText {
            why: Cut::StrayQuote,
            at,
            line: line.trim().trim_end_matches('"').to_owned(),
            edits: Vec::new(),
        })
    });
    stray.collect()
}
