//! Subjects of the reference: what has fields.

use serde_json::Value as Json;

use crate::load::site;
use crate::model::kind::RecordKind;
use crate::records::schema;

/// What has fields: the settings, or a kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Site,
    Kind(RecordKind),
}

impl Subject {
    /// The subject that a word names: `site`, or a kind of record.
    pub(crate) fn of_word(word: &str) -> Option<Subject> {
        if word == "site" || word == "site.toml" {
            return Some(Subject::Site);
        }
        let mut kinds = RecordKind::ALL.iter().copied();
        kinds.find(|kind| kind.word() == word).map(Subject::Kind)
    }

    /// The word that names it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Subject::Site => "site",
            Subject::Kind(kind) => kind.word(),
        }
    }

    /// All words that name a subject.
    pub(crate) fn words() -> impl Iterator<Item = &'static str> {
        let kinds = RecordKind::ALL.iter().copied().map(Subject::Kind);
        std::iter::once(Subject::Site)
            .chain(kinds)
            .map(Subject::word)
    }

    /// The schema of its fields.
    pub(super) fn schema(self) -> Json {
        match self {
            Subject::Site => site::schema(),
            Subject::Kind(kind) => schema::record(kind),
        }
    }
}
