//! One change: a row before and after.

use std::collections::HashMap;

use serde::{Serialize, Serializer};

use crate::manifest::{Names, ProjectRow, SumRow};

/// Something before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Pair<T> {
    pub was: T,
    pub now: T,
}

impl<T: PartialEq> Pair<T> {
    pub(crate) fn is_changed(&self) -> bool {
        self.was != self.now
    }
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    New,
    Changed,
    Gone,
}

impl State {
    pub(crate) fn word(self) -> &'static str {
        match self {
            State::New => "new",
            State::Changed => "changed",
            State::Gone => "gone",
        }
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// A row that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Change {
    pub id: String,
    /// Of today, or of then if it is gone.
    pub name: Names,
    pub state: State,
    pub delivered: Pair<SumRow>,
    pub pledged: Pair<SumRow>,
}

/// Projects by their ids.
pub(super) fn by_id(rows: &[ProjectRow]) -> HashMap<&str, &ProjectRow> {
    rows.iter().map(|row| (row.id.as_str(), row)).collect()
}
