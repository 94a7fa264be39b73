//! One bold text that a program wrote in parts: `**Жаңа****зал**`, as Word pastes it.
//!
//! Takes the inlines of a block, gives the same without the marks between such parts. Markdown's rule makes one bold text of all
//! of it and leaves them to be seen.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::run::{Cut, Inline, Run, cut};

/// The end of one part and the beginning of the next.
const JOINT: &str = "****";

/// The same inlines, without the marks between the parts.
pub(super) fn joined<'a>(inlines: Vec<Inline<'a>>) -> Vec<Inline<'a>> {
    let mut strong = 0_usize;
    let mut cuts = Vec::new();
    for (nth, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Event(Event::Start(Tag::Strong), _) => strong += 1,
            Inline::Event(Event::End(TagEnd::Strong), _) => strong = strong.saturating_sub(1),
            Inline::Run(run) if strong > 0 => {
                cuts.extend(joints(run).map(|at| Cut {
                    inline: nth,
                    place: run.source(at.clone()),
                    at,
                    events: Vec::new(),
                }));
            }
            Inline::Event(..) | Inline::Run(_) => {}
        }
    }
    cut(inlines, cuts)
}

/// Where four signs stand between two letters.
fn joints(run: &Run) -> impl Iterator<Item = Range<usize>> + '_ {
    let text = run.text.as_str();
    let all = text.match_indices(JOINT);
    let all = all.map(|(at, _)| at..at + JOINT.len());
    all.filter(move |at| {
        let before = text[..at.start].chars().next_back();
        let after = text[at.end..].chars().next();
        let is_part = |of: Option<char>| of.is_some_and(|of| !of.is_whitespace() && of != '*');
        is_part(before) && is_part(after) && !at.clone().any(|at| run.is_literal(at))
    })
}
