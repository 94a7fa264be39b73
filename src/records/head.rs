//! The head of a record: its id, its origin and whether it is a sample, which all kinds have alike.

use crate::link::Facts;
use crate::load::field_docs::FieldDocs;
use crate::load::fields::Value;
use crate::load::write_up::WriteUpFile;
use crate::model::id::Id;
use crate::model::place::Origin;

/// What every record has.
pub(super) struct Head<'a> {
    pub id: &'a Id,
    pub sample: bool,
    pub origin: Origin,
}

/// A record that says its head.
pub(super) trait Headed {
    fn head(&self) -> Head<'_>;
}

impl<F: Facts> Headed for WriteUpFile<F> {
    fn head(&self) -> Head<'_> {
        Head {
            id: &self.id,
            sample: self.facts.common().sample == Some(true),
            origin: self.origin,
        }
    }
}

/// A kind of record that stands in YAML files: one in a file, or a list of them.
pub(super) trait YamlRecord: Headed + Sized {
    /// Field docs: what editors read about the fields, through the JSON Schema.
    const DOCS: FieldDocs;
    /// The table is in the order of ids, not in that of the files.
    const BY_ID: bool = true;

    /// Reads a record, or gives nothing after every bad field was reported. What a field means stands at the record in
    /// `model`.
    fn read(value: Value<'_>, origin: Origin) -> Option<Self>;
}
