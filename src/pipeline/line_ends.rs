//! Ends of lines that look like a space (U+2028, U+2029): where YAML cannot be read behind one, it is the cause, and told alone.
//!
//! Takes what was found; gives the mistake of YAML at the character itself.

use std::ops::Range;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::source::{SourceId, Sources};

/// The numbers by which those characters are told.
const LINE_ENDS: [&str; 2] = ["U+2028", "U+2029"];

/// Tells a mistake of YAML in the line of such a character, or in the next one, as that of the character.
pub(super) fn tell_line_ends(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let is_end = |of: &&Diagnostic| {
        of.code == Code::UnseenCharacter
            && of
                .argument("letter")
                .is_some_and(|number| LINE_ENDS.contains(&number))
    };
    let ends = found.iter().filter(is_end);
    let ends: Vec<(SourceId, Range<usize>)> = ends.filter_map(|of| span(&of.at)).collect();
    let mut told: Vec<(SourceId, Range<usize>)> = Vec::new();
    for (source, letter) in ends {
        let Some(behind) = sources.text(source).and_then(|text| text.get(letter.end..)) else {
            continue;
        };
        let lines: usize = behind.split_inclusive('\n').take(2).map(str::len).sum();
        let near = letter.start..letter.end + lines;
        let mut mistakes = found.iter_mut().filter(|of| of.code == Code::Yaml);
        let mistake = mistakes.find(|of| {
            span(&of.at).is_some_and(|(of, at)| of == source && near.contains(&at.start))
        });
        let Some(mistake) = mistake else { continue };
        mistake.at = At::span(source, letter.clone());
        mistake.args = vec![("reason", "letter".to_owned())];
        told.push((source, letter));
    }
    found.retain(|of| {
        let is_told = span(&of.at).is_some_and(|at| told.contains(&at));
        of.code != Code::UnseenCharacter || !is_told
    });
}

fn span(at: &At) -> Option<(SourceId, Range<usize>)> {
    match at {
        At::Span(span) => Some((span.source, span.range.clone())),
        At::Place(_) | At::File(_) => None,
    }
}
