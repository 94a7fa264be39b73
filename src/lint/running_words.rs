//! Running words of a source: which places of a text of the content, or of the settings, its readers may see.
//!
//! Takes one source; tells its facts from the words below them, and these from code and addresses.

use std::ops::Range;

use crate::load::front_matter::split;
use crate::markdown;
use crate::source::Source;

/// Whether a source is a text of the content, or the settings.
pub(super) fn is_read(source: &Source) -> bool {
    let path = &*source.path;
    let endings = [".md", ".yaml", ".yml"];
    endings.iter().any(|ending| path.ends_with(ending)) || path == "site.toml"
}

/// Where readers see words in a source.
pub(super) struct RunningWords {
    /// Where the facts end: all of it is facts where there is no text below them.
    facts_end: usize,
    /// The runs of words below them, in order.
    runs: Vec<Range<usize>>,
}

impl RunningWords {
    pub(super) fn new(source: &Source) -> RunningWords {
        let text = &*source.text;
        if !source.path.ends_with(".md") {
            return RunningWords {
                facts_end: text.len(),
                runs: Vec::new(),
            };
        }
        let body = split(text).map_or(0..0, |split| split.body);
        RunningWords {
            facts_end: body.start,
            runs: markdown::running_text(text, body),
        }
    }

    /// Whether these bytes stand in the facts.
    pub(super) fn is_fact(&self, bytes: &Range<usize>) -> bool {
        bytes.end <= self.facts_end
    }

    /// Whether these bytes stand in one of the runs below the facts.
    pub(super) fn holds(&self, bytes: &Range<usize>) -> bool {
        let after = self.runs.partition_point(|run| run.start <= bytes.start);
        let run = after.checked_sub(1).and_then(|last| self.runs.get(last));
        run.is_some_and(|run| bytes.end <= run.end)
    }
}
