//! Kinds of object: deserialized, and linked into a tree (a taxonomy) without cycles.

use std::sync::Arc;

use super::head::{Head, Headed, YamlRecord};
use super::resolver::Resolver;
use super::texts::RecordTexts;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::alias::aliases;
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Value;
use crate::model::index::TableIndex;
use crate::model::kind::ObjectKindId;
use crate::model::object_kind::{ObjectKind, ObjectKindRecord};
use crate::model::place::Origin;
use crate::model::table::Table;

impl YamlRecord for ObjectKindRecord {
    const DOCS: FieldDocs = &[DOCS];

    fn read(value: Value<'_>, origin: Origin) -> Option<ObjectKindRecord> {
        let mut fields = value.fields("object-kind")?;
        let id = fields.required("id", |v| v.id());
        let name = fields.required("name", |v| v.localised());
        let plural = fields.optional("plural", |v| v.localised());
        let parent = fields.optional("parent", |v| v.id());
        let aliases = fields.optional("aliases", aliases);
        let sample = fields.optional("sample", |v| v.yes_or_no());
        fields.finish();
        Some(ObjectKindRecord {
            id: id?,
            name: name?,
            plural,
            parent,
            aliases: aliases.unwrap_or_default(),
            sample: sample.unwrap_or(false),
            origin,
        })
    }
}

impl Headed for ObjectKindRecord {
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
    ("object-kind", "plural", "The name of many of them: “schools”."),
    ("object-kind", "parent", "The id of the wider kind that this one belongs to."),
];

/// Kinds of object in their tree.
pub(super) fn link(
    records: &[Arc<ObjectKindRecord>],
    resolver: &mut Resolver<'_>,
) -> Table<ObjectKindId, ObjectKind> {
    let mut parents: Vec<Option<ObjectKindId>> = records
        .iter()
        .map(|record| {
            let id = record.parent.as_ref()?;
            resolver.resolve(id, record.sample, || record.origin.field("parent"))
        })
        .collect();
    for (place, record) in records.iter().enumerate() {
        let mut above = parents[place];
        for _ in 0..records.len() {
            above = above.and_then(|parent| parents[parent.index()]);
        }
        // After as many steps as there are kinds, whoever still has a parent is in a cycle or below one.
        if above.is_some() {
            resolver.found.push(
                Diagnostic::new(Code::Cycle, record.origin.field("parent")).with("id", &record.id),
            );
            parents[place] = None;
        }
    }
    let mut children = vec![Vec::new(); records.len()];
    for (place, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            children[parent.index()].push(TableIndex::new(place));
        }
    }
    Table::new(
        records
            .iter()
            .zip(parents)
            .zip(children)
            .map(|((record, parent), children)| {
                (
                    record.id.clone(),
                    ObjectKind {
                        record: record.clone(),
                        parent,
                        children,
                    },
                )
            }),
    )
}

/// What a kind of object says in each language.
pub(super) fn texts(object: &ObjectKind) -> RecordTexts<'_> {
    let record = &object.record;
    let mut texts = RecordTexts::record(&record.name, None, record.origin);
    texts.add("name", &record.name);
    texts.add("plural", &record.plural);
    texts
}
