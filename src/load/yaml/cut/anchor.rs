//! Texts that begin with `&`: YAML takes their first word for a name of the value, and the word is lost.

use super::cut_text::{Cut, CutText};
use crate::load::yaml::events::idle_anchors;
use crate::load::yaml::quote::quoted;
use crate::source::lines_around;

/// Values whose first word nobody asks for by an alias.
pub(super) fn anchors(text: &str) -> Vec<CutText> {
    // Most texts have none, and need no other pass.
    let may_be = memchr::memchr_iter(b'&', text.as_bytes())
        .any(|at| at == 0 || matches!(text.as_bytes()[at - 1], b' ' | b'[' | b'{' | b',' | b'\n'));
    if !may_be {
        return Vec::new();
    }
    let told = idle_anchors(text).into_iter().map(|range| {
        let at = range.start + text[range.clone()].find('&').unwrap_or(0);
        let line = lines_around(text, at..at);
        let end = range.end.min(line.end);
        CutText {
            why: Cut::Anchor,
            at,
            line: String::new(),
            edits: vec![(at..end, quoted(&text[at..end]))],
        }
    });
    told.collect()
}
