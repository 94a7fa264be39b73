//! Id tables: foreign key resolution, from ids to typed indices, for records that are shown, hidden or broken.
//!
//! Takes the ids of each kind in their final order; gives the record that an id names, or reports a dangling reference.
//! Must not know what records hold.

use ahash::{HashMap, HashSet};

use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::model::id::Id;
use crate::model::kind::{PerKind, RecordIndex, RecordKind, RecordRef};
use crate::model::row::Row;
use crate::model::table::Table;

/// The ids of one kind of record.
#[derive(Debug, Default)]
struct Ids {
    /// The index of each record in its table, and whether it is a sample.
    shown: HashMap<Id, (u32, bool)>,
    /// Samples that this build leaves out.
    hidden_samples: HashSet<Id>,
    /// Records that were reported already: a reference to one is no second mistake.
    broken: HashSet<String>,
    /// A file could not be read that may hold any id.
    is_unread: bool,
    /// Patrons who must not be named: no message proposes one for a slip in another's id.
    secret: HashSet<Id>,
}

/// So many ids are told where any of them could be meant.
const FEW: usize = 12;

/// The folder in which records of a kind are written.
pub(crate) fn folder_of(kind: RecordKind) -> String {
    format!("content/{}", kind.folder())
}

/// The ids of all kinds.
#[derive(Debug, Default)]
pub(crate) struct IdTables(PerKind<Ids>);

/// Why an id leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Miss {
    Unknown,
    /// A real record names a sample.
    Sample,
    /// Its record was reported already.
    Broken,
}

impl IdTables {
    /// Registers the records of a kind, in their final order; `true` marks a sample.
    pub(crate) fn register<'a>(
        &mut self,
        kind: RecordKind,
        shown: impl Iterator<Item = (&'a Id, bool)>,
    ) {
        let shown = (0..).zip(shown);
        let shown = shown.map(|(place, (id, sample))| (id.clone(), (place, sample)));
        self.0[kind].shown = shown.collect();
    }

    /// Registers the records of a table.
    pub(crate) fn register_table<I: RecordIndex, T: Row>(&mut self, table: &Table<I, T>) {
        let rows = table.rows().iter();
        self.register(I::KIND, rows.map(|row| (row.id(), row.is_sample())));
    }

    /// How many records of a kind are registered.
    pub(crate) fn count(&self, kind: RecordKind) -> usize {
        self.0[kind].shown.len()
    }

    /// Notes a record that is there but cannot be used: what names it is no second mistake.
    pub(crate) fn note_broken(&mut self, kind: RecordKind, id: &str) {
        self.0[kind].broken.insert(id.to_owned());
    }

    /// Notes that a file with records of a kind could not be read: no id of that kind is known to be missing.
    pub(crate) fn note_unread(&mut self, kind: RecordKind) {
        self.0[kind].is_unread = true;
    }

    /// Notes a sample that is left out.
    pub(crate) fn note_hidden(&mut self, kind: RecordKind, id: &Id) {
        self.0[kind].hidden_samples.insert(id.clone());
    }

    /// Notes a record of which no message may speak unasked.
    pub(crate) fn note_secret(&mut self, kind: RecordKind, id: &Id) {
        self.0[kind].secret.insert(id.clone());
    }

    /// Whether every record that is there can be used.
    pub(crate) fn has_all(&self) -> bool {
        let mut kinds = RecordKind::ALL.iter().map(|kind| &self.0[*kind]);
        kinds.all(|ids| ids.broken.is_empty() && !ids.is_unread)
    }

    /// Whether a record is, or may be, there and cannot be used.
    pub(crate) fn is_broken(&self, kind: RecordKind, id: &str) -> bool {
        matches!(self.place(kind, id, true), Err(Miss::Broken))
    }

    fn place(&self, kind: RecordKind, id: &str, from_sample: bool) -> Result<usize, Miss> {
        let ids = &self.0[kind];
        match ids.shown.get(id) {
            Some((_, true)) if !from_sample => Err(Miss::Sample),
            Some((place, _)) => Ok(*place as usize),
            None if ids.hidden_samples.contains(id) => Err(Miss::Sample),
            None if ids.is_unread || ids.broken.contains(id) => Err(Miss::Broken),
            None => Err(Miss::Unknown),
        }
    }

    /// The index of a record; reports at `at` if there is none, or none that may be named here.
    fn resolve_place(
        &self,
        kind: RecordKind,
        id: &str,
        from_sample: bool,
        at: impl FnOnce() -> At,
        found: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        let report = |code| {
            let diagnostic = Diagnostic::new(code, at());
            diagnostic.with("id", id).with("kind", kind.word())
        };
        match self.place(kind, id, from_sample) {
            Ok(place) => return Some(place),
            Err(Miss::Broken) => {}
            Err(Miss::Sample) => found.push(report(Code::RealNamesSample)),
            Err(Miss::Unknown) => {
                let unknown = report(Code::UnknownId).with("folder", folder_of(kind));
                let unknown = unknown.meant(id, self.known(kind));
                let few = self.few(kind).filter(|_| unknown.nearest.is_empty());
                let unknown = match few {
                    Some(known) => unknown.with("known", known),
                    None => unknown,
                };
                found.push(match kind {
                    RecordKind::Patron => unknown.with("what", "removed"),
                    _ => unknown,
                });
            }
        }
        None
    }

    fn known(&self, kind: RecordKind) -> impl Iterator<Item = &str> {
        let Ids { shown, secret, .. } = &self.0[kind];
        shown
            .keys()
            .filter(|id| !secret.contains(*id))
            .map(Id::as_str)
    }

    /// All ids of a kind that may be told, if they are few.
    pub(crate) fn few(&self, kind: RecordKind) -> Option<String> {
        let mut known: Vec<&str> = self.known(kind).take(FEW + 1).collect();
        known.sort_unstable();
        (1..=FEW).contains(&known.len()).then(|| known.join(", "))
    }

    /// The ids of a kind that are nearest to this one.
    pub(crate) fn nearest(&self, kind: RecordKind, id: &str) -> Vec<String> {
        nearest(id, self.known(kind))
    }

    /// The record with this id, for a record that is a sample itself or is not; reports at `at` if there is none, or
    /// none that may be named here.
    pub(crate) fn resolve<I: RecordIndex>(
        &self,
        id: &str,
        from_sample: bool,
        at: impl FnOnce() -> At,
        found: &mut Vec<Diagnostic>,
    ) -> Option<I> {
        let place = self.resolve_place(I::KIND, id, from_sample, at, found);
        place.map(I::new)
    }

    /// The record of a kind with this id, as [`resolve`](Self::resolve) gives it.
    pub(crate) fn resolve_record(
        &self,
        kind: RecordKind,
        id: &str,
        from_sample: bool,
        at: impl FnOnce() -> At,
        found: &mut Vec<Diagnostic>,
    ) -> Option<RecordRef> {
        RecordRef::new(kind, self.resolve_place(kind, id, from_sample, at, found)?)
    }

    /// The record of a kind with this id, for a record that is a sample itself or is not.
    pub(crate) fn find_record(
        &self,
        kind: RecordKind,
        id: &str,
        from_sample: bool,
    ) -> Result<RecordRef, Miss> {
        let place = self.place(kind, id, from_sample)?;
        RecordRef::new(kind, place).ok_or(Miss::Unknown)
    }
}
