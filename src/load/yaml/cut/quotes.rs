//! Quotation marks that became part of a text: those of a word processor, and one that nothing opens.

use std::collections::HashSet;

use super::cut_text::{Cut, CutText, WORDS, line_at};
use crate::load::yaml::events::plain_ends;
use crate::load::yaml::quote::quoted;

/// Values in the quotation marks of a word processor.
pub(super) fn word_quotes(text: &str) -> Vec<CutText> {
    let mut found = Vec::new();
    for mark in ["“", "„", "‘"] {
        for at in memchr::memmem::find_iter(text.as_bytes(), mark) {
            let (start, line) = line_at(text, at);
            let before = &text[start..at];
            if !before.trim_end().ends_with([':', '-']) || !before.ends_with(' ') {
                continue;
            }
            let value = text[at..start + line.len()].trim_end();
            let inner = &value[mark.len()..];
            let Some(inner) = inner.strip_suffix(['”', '“', '’', '‘', '"']) else {
                continue;
            };
            // Two quoted words: each has its own marks.
            if inner.contains(['“', '”', '„']) {
                continue;
            }
            found.push(CutText {
                why: Cut::WordQuotes,
                at,
                line: format!("{}{}", before.trim_start(), quoted(inner)),
            });
        }
    }
    found
}

/// Plain texts in a line of their own that end in a quotation mark which nothing opens. Behind a digit it means inches.
pub(super) fn stray_quotes(text: &str) -> Vec<CutText> {
    let candidates: Vec<(usize, &str)> = memchr::memmem::find_iter(text.as_bytes(), "\"\n")
        .filter_map(|at| {
            let (start, line) = line_at(text, at);
            let (lead, value) = text[start..at].split_once(": ")?;
            let key = lead.trim_start_matches([' ', '-']);
            let is_odd = !value.contains('"') && value.ends_with(char::is_alphabetic);
            (WORDS.contains(&key) && is_odd).then_some((at, line))
        })
        .collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let ends: HashSet<usize> = plain_ends(text).iter().map(|range| range.end).collect();
    let stray = candidates
        .into_iter()
        .filter(|(at, _)| ends.contains(&(at + 1)));
    stray
        .map(|(at, line)| CutText {
            why: Cut::StrayQuote,
            at,
            line: line.trim().trim_end_matches('"').to_owned(),
        })
        .collect()
}
