//! Direction records: deserialized; they refer to no other record.

use super::head::{Head, Headed, YamlRecord};
use super::texts::RecordTexts;
use crate::load::alias::aliases;
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Value;
use crate::model::direction::Direction;
use crate::model::place::Origin;

impl YamlRecord for Direction {
    const DOCS: FieldDocs = &[DOCS];
    // The campaign's own order: charity first, infrastructure last.
    const BY_ID: bool = false;

    fn read(value: Value<'_>, origin: Origin) -> Option<Direction> {
        let mut fields = value.fields("direction")?;
        let id = fields.required("id", |v| v.id());
        let name = fields.required("name", |v| v.localised());
        let summary = fields.optional("summary", |v| v.localised());
        let aliases = fields.optional("aliases", aliases);
        let sample = fields.optional("sample", |v| v.yes_or_no());
        fields.finish();
        Some(Direction {
            id: id?,
            name: name?,
            summary,
            aliases: aliases.unwrap_or_default(),
            sample: sample.unwrap_or(false),
            origin,
        })
    }
}

impl Headed for Direction {
    fn head(&self) -> Head<'_> {
        Head {
            id: &self.id,
            sample: self.sample,
            origin: self.origin,
        }
    }
}

/// Field docs: what editors read about the fields, through the JSON Schema.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("direction", "summary", "A sentence on what belongs to it."),
];

/// What a direction says in each language.
pub(super) fn texts(direction: &Direction) -> RecordTexts<'_> {
    let mut texts = RecordTexts::record(&direction.name, None, direction.origin);
    texts.add("name", &direction.name);
    texts.add("summary", &direction.summary);
    texts
}
