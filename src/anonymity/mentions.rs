//! Mentions: which place of which source says a name, and which file of content is called after somebody.
//!
//! Takes the sources, gives their places, but for those that have to say it: the record itself, a reference to its id.

use std::ops::Range;

use rayon::prelude::*;

use super::guard::Guard;
use super::hit::{Form, Hit};
use crate::diagnostic::At;
use crate::load::locate::Locator;
use crate::model::lang::Lang;
use crate::model::place::Place;
use crate::source::{Source, SourceId, Sources};

/// A place of a source that says a name.
pub(super) struct Mention {
    pub subject: usize,
    pub form: Form,
    pub source: SourceId,
    pub range: Range<usize>,
}

/// Every place of the sources that says a name, but for those that have to.
pub(super) fn mentions(guard: &Guard, whys: &[Place], sources: &Sources) -> Vec<Mention> {
    let hits: Vec<(SourceId, Vec<Hit>)> = sources
        .par_iter()
        .filter_map(|(id, source)| {
            let text = source.text.in_memory()?;
            Some((id, guard.find(text, source.path.ends_with(".md"))))
        })
        .collect();
    let mut locator = Locator::new(sources);
    let mut names: Vec<(SourceId, Range<usize>)> = Vec::new();
    for subject in &guard.subjects {
        let former = subject.origin.field("former_names");
        let former = (0..subject.former_names).map(|item| former.at(item).at("name"));
        for stated in std::iter::once(subject.origin.field("name")).chain(former) {
            for lang in Lang::ALL {
                let name = stated.at(lang.code());
                names.extend(locator.locate(&At::Place(name)).text);
            }
        }
    }
    let whys = whys.iter().cloned().map(At::Place);
    let whys: Vec<_> = whys.filter_map(|at| locator.locate(&at).text).collect();
    let lies_in = |all: &[(SourceId, Range<usize>)], source, range: &Range<usize>| {
        let mut all = all.iter();
        all.any(|(of, other)| *of == source && other.start <= range.start && range.end <= other.end)
    };
    let mut found = Vec::new();
    for (source, hits) in hits {
        let text = sources.get(source);
        for hit in hits {
            let range = hit.raw.unwrap_or(0..0);
            let Some(text) = &text else { continue };
            let has_to = match hit.form {
                Form::Name | Form::Part | Form::Namesake => lies_in(&names, source, &range),
                Form::Id => is_reference(text, &range),
            };
            let is_why = lies_in(&whys, source, &range);
            if !has_to && !is_why && !is_comment(text, &range) {
                found.push(Mention {
                    subject: hit.subject,
                    form: hit.form,
                    source,
                    range,
                });
            }
        }
    }
    found
}

/// The files of content that are called after somebody, which their pages' addresses are made of; not that of the record.
pub(super) fn called_after(guard: &Guard, sources: &Sources) -> Vec<(usize, Form, SourceId)> {
    let mut found: Vec<(usize, Form, SourceId)> = sources
        .par_iter()
        .flat_map_iter(|(id, source)| {
            let hits = guard.find(&source.path, false).into_iter();
            hits.map(move |hit| (hit.subject, hit.form, id))
        })
        .filter(|(subject, _, id)| guard.subjects[*subject].origin.source != *id)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether an id stands where ids belong: in the record itself, or as the patron of a contribution.
fn is_reference(source: &Source, range: &Range<usize>) -> bool {
    let line = line_before(source, range);
    let ends = ["id:", "patron:", "patron =", "- "];
    let value = line.trim_end_matches(['"', '\'', ' ']);
    ends.iter()
        .any(|key| value.trim_start().ends_with(key.trim_end()))
        || line.contains("patrons:")
        || line.trim_start().starts_with("- ") && !source.path.ends_with(".md")
}

/// Whether a place of a YAML text is in a comment.
fn is_comment(source: &Source, range: &Range<usize>) -> bool {
    !source.path.ends_with(".md") && line_before(source, range).trim_start().starts_with('#')
}

fn line_before<'a>(source: &'a Source, range: &Range<usize>) -> &'a str {
    let before = &source.text[..range.start];
    before.rsplit('\n').next().unwrap_or(before)
}
