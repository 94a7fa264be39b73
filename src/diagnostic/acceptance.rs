//! Accepted diagnostics (suppressions): what an editor has looked at and lets stand, each at its place and with a reason.
//!
//! Takes what a phase found and the acceptances of the content, gives what remains and what was accepted; an acceptance
//! that nothing needs is a diagnostic itself. Knows nothing of records: an acceptance says what it covers.

use std::ops::Range;
use std::sync::Arc;

use ahash::HashMap;

use super::code::{Code, Phase, Severity};
use super::value::{At, Diagnostic};
use crate::model::id::Id;
use crate::model::place::{Place, Step};
use crate::source::{SourceId, Sources};

/// One line of `accept`: a code that stays within one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Acceptance {
    pub code: Code,
    /// Whose name somebody else has: the next patron who is found at the same place is another.
    pub patron: Option<Id>,
    /// Why it stays, in the editor's words.
    pub why: Arc<str>,
    /// Where it is written.
    pub place: Place,
    pub scope: Scope,
    /// What it stands at is in the site: neither a draft nor a sample that is left out, of which little is looked at.
    pub is_shown: bool,
}

/// What an acceptance covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scope {
    /// A record, or an item of a list in it; and the bytes of its file that it takes.
    Value(Place, Range<usize>),
    /// One language of a write-up: all of its file.
    Text(SourceId),
    /// A file that has no record, by its path from the site's root.
    File(Arc<str>),
}

impl Acceptance {
    /// The place of its reason.
    pub(crate) fn why_at(&self) -> Place {
        self.place.at("why")
    }
}

/// A diagnostic that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    pub diagnostic: Diagnostic,
    /// Why it stays, in the editor's words.
    pub why: Arc<str>,
}

/// What a phase found, after the acceptances of the content.
#[derive(Debug, Default)]
pub struct Settled {
    pub diagnostics: Vec<Diagnostic>,
    pub accepted: Vec<Accepted>,
}

/// Takes out what is accepted of all that a phase has found, and adds the acceptances of its codes that nothing needed.
/// While there are errors none is called so: not everything was looked at. What an error would be accepted by, it does not hide.
pub(crate) fn settle(
    found: Vec<Diagnostic>,
    acceptances: &[Acceptance],
    phase: Phase,
    sources: &Sources,
) -> Settled {
    let is_of_phase = |wrong: &Diagnostic| {
        let code = wrong.code;
        !code.is_acceptable() || code == Code::NeedlessAcceptance || code.phase() == phase
    };
    debug_assert!(found.iter().all(is_of_phase), "{phase:?}: {found:?}");
    let (mut settled, is_needed) = take_out(found, acceptances, sources);
    let hides =
        |wrong: &Diagnostic| wrong.severity() == Severity::Error && !wrong.code.is_acceptable();
    if !settled.diagnostics.iter().any(hides) {
        let needless = acceptances
            .iter()
            .zip(is_needed)
            .filter(|(of, is_needed)| !is_needed && of.is_shown && of.code.phase() == phase)
            // Nobody has edited anything when a day has come.
            .filter(|(of, _)| !of.code.is_of_its_day());
        settled.diagnostics.extend(needless.map(|(of, _)| {
            Diagnostic::new(Code::NeedlessAcceptance, of.place.clone())
                .with("code", of.code.number())
        }));
    }
    settled
}

/// Takes out what is accepted of some of that which a phase can find.
pub(crate) fn accept(
    found: Vec<Diagnostic>,
    acceptances: &[Acceptance],
    sources: &Sources,
) -> Settled {
    take_out(found, acceptances, sources).0
}

/// What remains, what was accepted, and of each acceptance whether something needed it.
fn take_out(
    found: Vec<Diagnostic>,
    acceptances: &[Acceptance],
    sources: &Sources,
) -> (Settled, Vec<bool>) {
    let mut is_needed = vec![false; acceptances.len()];
    if acceptances.is_empty() {
        let settled = Settled {
            diagnostics: found,
            ..Settled::default()
        };
        return (settled, is_needed);
    }
    let index = Index::new(acceptances);
    let mut settled = Settled::default();
    for diagnostic in found {
        match index.find(&diagnostic, sources) {
            Some(number) => {
                is_needed[number] = true;
                settled.accepted.push(Accepted {
                    diagnostic,
                    why: acceptances[number].why.clone(),
                });
            }
            None => settled.diagnostics.push(diagnostic),
        }
    }
    (settled, is_needed)
}

/// The bytes that acceptances cover, each with its number.
type Ranges<'a> = Vec<(&'a Range<usize>, usize)>;

/// What an acceptance is for: a code, and the patron whom it is of, if it says so.
type What<'a> = (Code, Option<&'a str>);

/// Acceptances by what they cover, each by its number; of two for one thing the first.
#[derive(Default)]
struct Index<'a> {
    values: HashMap<(What<'a>, SourceId, &'a [Step]), usize>,
    /// The same as `values`, in the order in which they stand in a text.
    ranges: HashMap<(What<'a>, SourceId), Ranges<'a>>,
    texts: HashMap<(What<'a>, SourceId), usize>,
    files: HashMap<(What<'a>, &'a str), usize>,
}

impl<'a> Index<'a> {
    fn new(acceptances: &'a [Acceptance]) -> Index<'a> {
        let mut index = Index::default();
        for (number, of) in acceptances.iter().enumerate() {
            let what = (of.code, of.patron.as_ref().map(Id::as_str));
            match &of.scope {
                Scope::Value(of, range) => {
                    let key = (what, of.source, of.path.as_slice());
                    index.values.entry(key).or_insert(number);
                    let ranges = index.ranges.entry((what, of.source)).or_default();
                    ranges.push((range, number));
                }
                Scope::Text(source) => {
                    index.texts.entry((what, *source)).or_insert(number);
                }
                Scope::File(path) => {
                    index.files.entry((what, path)).or_insert(number);
                }
            }
        }
        index
    }

    /// The innermost acceptance that covers a diagnostic, first of those that name its patron.
    fn find(&self, diagnostic: &Diagnostic, sources: &Sources) -> Option<usize> {
        let code = diagnostic.code;
        let id = || diagnostic.args.iter().find(|(name, _)| *name == "id");
        let patron = id().filter(|_| code.is_of_a_patron());
        let of_patron = patron.map(|(_, id)| (code, Some(id.as_str())));
        let mut what = of_patron.into_iter().chain([(code, None)]);
        let others: &[At] = match code.is_of_a_pair() {
            true => &diagnostic.others,
            false => &[],
        };
        what.find_map(|what| {
            let mut places = [&diagnostic.at].into_iter().chain(others);
            places.find_map(|at| self.find_at(what, at, sources))
        })
    }

    fn find_at(&self, code: What<'_>, at: &At, sources: &Sources) -> Option<usize> {
        let (source, inner) = match at {
            At::File(path) => (sources.find(path), None),
            At::Place(place) => (Some(place.source), self.around_place(code, place)),
            At::Span(span) => {
                let inner = self.around_byte(code, span.source, span.range.start);
                (Some(span.source), inner)
            }
        };
        let of_text = || self.texts.get(&(code, source?)).copied();
        let of_file = || {
            let path = match at {
                At::File(path) => path,
                At::Place(_) | At::Span(_) => sources.path(source?),
            };
            self.files.get(&(code, path)).copied()
        };
        inner.or_else(of_text).or_else(of_file)
    }

    fn around_place(&self, code: What<'_>, place: &Place) -> Option<usize> {
        let lengths = (0..=place.path.len()).rev();
        let mut around = lengths.map(|length| (code, place.source, &place.path[..length]));
        around.find_map(|key| self.values.get(&key).copied())
    }

    fn around_byte(&self, code: What<'_>, source: SourceId, byte: usize) -> Option<usize> {
        let ranges = self.ranges.get(&(code, source))?.iter();
        let around = ranges.filter(|(range, _)| range.contains(&byte));
        let innermost = around.min_by_key(|(range, number)| (range.len(), *number))?;
        Some(innermost.1)
    }
}
