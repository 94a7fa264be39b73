//! Quotation marks that became part of a text: those of a word processor, and one that nothing opens.

use std::ops::Range;

use super::cut_text::{Cut, CutText, plain_until};
use crate::load::yaml::known::WORDS;
use crate::load::yaml::quote::quoted;
use crate::source::lines_around;

/// Fields that hold an id, a date or one of a few words: with quotation marks they are none, which their reader tells.
const CHOSEN: [&str; 15] = [
    "id",
    "kind",
    "status",
    "consent",
    "region",
    "district",
    "direction",
    "object",
    "patron",
    "parent",
    "date",
    "started",
    "completed",
    "menu",
    "slug",
];

/// Values in the quotation marks of a word processor, of each mark one in a line.
pub(super) fn word_quotes(text: &str) -> Vec<CutText> {
    let marks = [("“", "“ ”"), ("„", "„ “"), ("‘", "‘ ’")].into_iter();
    let found = marks.flat_map(|(mark, pair)| opened_by(mark, pair, text));
    found.collect()
}

/// Values that begin with this mark of a pair and are the rest of their line.
fn opened_by(mark: &str, pair: &'static str, text: &str) -> Vec<CutText> {
    let mut found = Vec::new();
    let mut line = 0..0;
    let mut closing = None;
    for at in memchr::memmem::find_iter(text.as_bytes(), mark) {
        if at >= line.end {
            line = lines_around(text, at..at);
            closing = Closing::of(text, &line);
        }
        let before = &text[line.start..at];
        if !before.ends_with(' ') || !before.trim_end().ends_with([':', '-']) {
            continue;
        }
        let key = before.trim_end().trim_end_matches(':');
        if CHOSEN.contains(&key.trim_start_matches([' ', '-'])) {
            continue;
        }
        let first = at + mark.len();
        let closes = |closing: &Closing| closing.at >= first && closing.before < Some(first);
        if let Some(closing) = closing.take_if(|closing| closes(closing)) {
            found.push(CutText {
                why: Cut::WordQuotes(pair),
                at,
                line: format!(
                    "{}{}",
                    before.trim_start(),
                    quoted(&text[first..closing.at])
                ),
            });
        }
    }
    found
}

/// The quotation mark that a line ends with.
struct Closing {
    at: usize,
    /// The last of the marks before it: between the two stands one quoted word of several.
    before: Option<usize>,
}

impl Closing {
    fn of(text: &str, line: &Range<usize>) -> Option<Closing> {
        let content = text[line.clone()].trim_end();
        let content = content.strip_suffix(['”', '“', '’', '‘', '"'])?;
        let before = content.rfind(['“', '”', '„']);
        Some(Closing {
            at: line.start + content.len(),
            before: before.map(|at| line.start + at),
        })
    }
}

/// Plain texts in a line of their own that end in a quotation mark which nothing opens. Behind a digit it means inches.
pub(super) fn stray_quotes<'p>(text: &str, plain: impl Fn() -> &'p [Range<usize>]) -> Vec<CutText> {
    let ends = memchr::memmem::find_iter(text.as_bytes(), "\"\n");
    let stray = ends.filter_map(|at| {
        let line = &text[lines_around(text, at..at)];
        let (lead, value) = line.strip_suffix('"')?.split_once(": ")?;
        let key = lead.trim_start_matches([' ', '-']);
        let is_odd = !value.contains('"') && value.ends_with(char::is_alphabetic);
        let is_stray = WORDS.contains(&key) && is_odd && plain_until(plain(), at + 1).is_some();
        is_stray.then(|| CutText {
            why: Cut::StrayQuote,
            at,
            line: line.trim().trim_end_matches('"').to_owned(),
        })
    });
    stray.collect()
}
