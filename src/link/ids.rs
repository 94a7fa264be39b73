//! Ids to typed indices: who is there, who is hidden, and who could not be read.

use ahash::{HashMap, HashSet};

use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::model::id::Id;
use crate::model::place::Origin;
use crate::model::table::TableIndex;

/// The ids of one kind of record.
#[derive(Debug)]
pub(super) struct Ids<I> {
    /// The word for the kind in messages: the one after `@` in links, or `figure`.
    kind: &'static str,
    shown: HashMap<Id, (I, bool)>,
    /// Samples that this build leaves out.
    hidden_samples: HashSet<Id>,
    /// Records that were reported already: a reference to one is no second mistake.
    broken: HashSet<String>,
}

/// Why an id leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Miss {
    Unknown,
    /// A real record names a sample.
    Sample,
    /// Its record was reported already.
    Broken,
}

impl<I: TableIndex> Ids<I> {
    /// The ids of records in their final order; `true` marks a sample.
    pub(super) fn new<'a>(
        kind: &'static str,
        shown: impl IntoIterator<Item = (&'a Id, bool)>,
        hidden_samples: HashSet<Id>,
        broken: HashSet<String>,
    ) -> Self {
        let shown = shown
            .into_iter()
            .enumerate()
            .map(|(place, (id, sample))| (id.clone(), (I::new(place), sample)))
            .collect();
        Ids {
            kind,
            shown,
            hidden_samples,
            broken,
        }
    }

    /// The record with this id, for a record that is a sample itself or is not.
    pub(super) fn find(&self, id: &str, from_sample: bool) -> Result<I, Miss> {
        match self.shown.get(id) {
            Some((_, true)) if !from_sample => Err(Miss::Sample),
            Some((index, _)) => Ok(*index),
            None if self.hidden_samples.contains(id) => Err(Miss::Sample),
            None if self.broken.contains(id) => Err(Miss::Broken),
            None => Err(Miss::Unknown),
        }
    }

    /// The ids nearest to this one.
    pub(super) fn nearest(&self, id: &str) -> Vec<String> {
        nearest(id, self.shown.keys().map(Id::as_str))
    }

    /// The record with this id; reports at `at` if there is none, or none that may be named here.
    pub(super) fn resolve(
        &self,
        id: &str,
        from_sample: bool,
        at: impl FnOnce() -> At,
        found: &mut Vec<Diagnostic>,
    ) -> Option<I> {
        match self.find(id, from_sample) {
            Ok(index) => return Some(index),
            Err(Miss::Broken) => {}
            Err(Miss::Sample) => {
                found.push(
                    Diagnostic::new(Code::RealNamesSample, at())
                        .with("id", id)
                        .with("kind", self.kind),
                );
            }
            Err(Miss::Unknown) => {
                let diagnostic = Diagnostic::new(Code::UnknownId, at())
                    .with("id", id)
                    .with("kind", self.kind);
                found.push(diagnostic.meant(id, self.shown.keys().map(Id::as_str)));
            }
        }
        None
    }
}

/// Keeps the first record of each id and reports the others.
pub(super) fn without_duplicates<T>(
    kind: &'static str,
    records: Vec<T>,
    id_of: impl Fn(&T) -> (&Id, Origin),
    found: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut first: HashMap<Id, Origin> = HashMap::default();
    let mut kept = Vec::with_capacity(records.len());
    for record in records {
        let (id, origin) = id_of(&record);
        match first.get(id) {
            Some(earlier) => found.push(
                Diagnostic::new(Code::DuplicateId, origin.field("id"))
                    .with("id", id)
                    .with("kind", kind)
                    .also(earlier.field("id")),
            ),
            None => {
                first.insert(id.clone(), origin);
                kept.push(record);
            }
        }
    }
    kept
}
