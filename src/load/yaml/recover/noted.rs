//! Mistakes of a text as they are noted, with the bytes that are lost by each.

use std::ops::Range;

use super::pieces::{content_at, is_field};
use crate::load::yaml::error_class::{Mistake, Trouble, YamlError};
use crate::load::yaml::slip::{Slip, other_item};

/// What was found so far.
pub(super) struct Search {
    pub(super) mistakes: Vec<Mistake>,
    /// The pieces that cannot be read, and whether nothing of one can be kept.
    pub(super) broken: Vec<(Range<usize>, bool)>,
    /// The hyphen of the item whose inside is looked through, with the spaces behind it.
    pub(super) dash: Option<Range<usize>>,
    /// The inside of a field that holds a list of records.
    pub(super) list_inside: Option<usize>,
}

impl Search {
    pub(super) fn syntax(&mut self, why: Trouble, at: usize) {
        self.error(YamlError::Syntax { why, at });
    }

    pub(super) fn error(&mut self, error: YamlError) {
        self.mistakes.push(Mistake {
            error,
            line: None,
            spaces: None,
        });
    }

    /// Tells a slip of a line whose mended form can be read.
    pub(super) fn tell(&mut self, slip: Slip, start: usize) {
        self.mistakes.push(Mistake {
            error: YamlError::Syntax {
                why: slip.why,
                at: start + slip.at,
            },
            line: slip.line.map(|line| line.trim().to_owned()),
            spaces: None,
        });
    }

    /// Whether the content at this byte is the first of the item that is looked through.
    pub(super) fn is_behind_dash(&self, content: usize) -> bool {
        self.dash.as_ref().is_some_and(|dash| dash.end == content)
    }

    /// A record among others that has no hyphen.
    pub(super) fn without_hyphen(&mut self, text: &str, start: usize) {
        let at = content_at(text);
        let line = text[at..].lines().next().unwrap_or("");
        self.mistakes.push(Mistake {
            error: YamlError::Syntax {
                why: Trouble::Hyphen,
                at: start + at,
            },
            line: Some(format!("- {}", other_item(line).unwrap_or(line).trim_end())),
            spaces: None,
        });
        self.broken.push((start..start + text.len(), true));
    }

    /// A piece that begins at a wrong place.
    pub(super) fn misplaced(&mut self, text: &str, start: usize) {
        let at = start + content_at(text);
        let content = text[content_at(text)..].trim_end();
        let behind = content.trim_start_matches(['-', ' ']);
        let (why, line) = match is_field(behind) && !content.contains('\n') {
            true => (Trouble::HyphenTooMany, Some(behind.to_owned())),
            false => (Trouble::ValueAndList, None),
        };
        let error = YamlError::Syntax { why, at };
        self.mistakes.push(Mistake {
            error,
            line,
            spaces: None,
        });
        self.broken.push((start..start + text.len(), true));
    }
}
