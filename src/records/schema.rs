//! JSON Schema generation: schemas of the files that editors write, for completion and checks while they type.
//!
//! Takes the languages that a site requires, gives one schema for each kind of record and each front matter. They come
//! from the readers themselves (see [`shape`](crate::load::shape)); what only several files together can show, such as
//! whether an id exists, is not in them. Touches no file.

use serde_json::{Value as Json, json};

use super::kinds::{Content, form};
#[cfg(test)]
use crate::load::field_docs::FieldDocs;
use crate::load::fields::{ReadContext, Value};
use crate::load::shape::{Shape, localised_text};
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::model::place::Origin;
use crate::source::SourceId;

/// The name of the file of a schema: `patron.schema.json`.
pub(crate) fn file(kind: RecordKind) -> String {
    format!("{}.schema.json", kind.word())
}

/// What editors are told of the fields of a kind.
#[cfg(test)]
pub(crate) fn docs(kind: RecordKind) -> FieldDocs {
    form(kind).docs
}

/// Whether the files of a kind are texts with front matter.
pub(crate) fn is_write_up(kind: RecordKind) -> bool {
    matches!(form(kind).content, Content::WriteUp { .. })
}

/// The schema of one record of a kind, or of its front matter.
pub(crate) fn record(kind: RecordKind) -> Json {
    let mut schema = schema(kind, &[]);
    match schema.pointer_mut("/$defs/record") {
        Some(record) => record.take(),
        None => schema,
    }
}

/// The schema of a kind of file, for a site that requires these languages.
pub(crate) fn schema(kind: RecordKind, required: &[Lang]) -> Json {
    let reading = ReadContext::new(SourceId(0), required.into());
    let origin = Origin {
        source: SourceId(0),
        item: None,
    };
    let form = form(kind);
    let shape = Shape::new(form.docs);
    let value = Value::wanted(&shape, &reading);
    match form.content {
        Content::Yaml { read, .. } => drop(read(value, origin)),
        Content::WriteUp { front_matter, .. } => front_matter(value),
    }
    let record = shape.into_schema();
    let localised = localised_text(required);
    let dialect = "https://json-schema.org/draft/2020-12/schema";
    match form.content {
        Content::WriteUp { .. } => with(
            record,
            json!({"$schema": dialect, "$defs": {"localised": localised}}),
        ),
        Content::Yaml { .. } => {
            let one = json!({"$ref": "#/$defs/record"});
            json!({
                "$schema": dialect,
                "$defs": {"localised": localised, "record": record},
                "anyOf": [one, {"type": "array", "items": one}, {"type": "null"}],
            })
        }
    }
}

fn with(mut schema: Json, more: Json) -> Json {
    if let (Json::Object(schema), Json::Object(more)) = (&mut schema, more) {
        schema.extend(more);
    }
    schema
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::load::field_docs::COMMON;
    use crate::load::yaml::{FIELDS, LISTS};

    /// Every description below a schema's fields, and the fields that have none.
    fn descriptions(schema: &Json, told: &mut BTreeSet<String>, silent: &mut Vec<String>) {
        if let Some(fields) = schema.get("properties").and_then(Json::as_object)
            && schema.get("additionalProperties").is_some()
        {
            for (name, field) in fields {
                match field.get("description").and_then(Json::as_str) {
                    Some(help) => drop(told.insert(help.to_owned())),
                    None => silent.push(format!("{}.{name}", schema["title"])),
                }
            }
        }
        match schema {
            Json::Object(inner) => inner
                .values()
                .for_each(|inner| descriptions(inner, told, silent)),
            Json::Array(inner) => inner
                .iter()
                .for_each(|inner| descriptions(inner, told, silent)),
            _ => {}
        }
    }

    /// The names of all fields, with the schemas of their values.
    fn fields_of<'s>(schema: &'s Json, found: &mut Vec<(&'s str, &'s Json)>) {
        let fields = schema.get("properties").and_then(Json::as_object);
        let fields = fields.filter(|_| schema.get("additionalProperties").is_some());
        for (name, field) in fields.into_iter().flatten() {
            found.push((name, field));
        }
        match schema {
            Json::Object(inner) => inner.values().for_each(|inner| fields_of(inner, found)),
            Json::Array(inner) => inner.iter().for_each(|inner| fields_of(inner, found)),
            _ => {}
        }
    }

    #[test]
    fn yaml_knows_the_names_of_all_fields() {
        let schemas: Vec<Json> = RecordKind::ALL
            .iter()
            .map(|&kind| schema(kind, &[Lang::Kk]))
            .collect();
        let mut fields = Vec::new();
        schemas
            .iter()
            .for_each(|schema| fields_of(schema, &mut fields));
        let is_text = |of: &Json| *of == "string" || *of == json!(["string", "integer"]);
        let is_list = |of: &Json| of["type"] == "array" && is_text(&of["items"]["type"]);
        // As words of an English text they begin no field.
        let words = ["from", "in", "now", "of", "was"];
        let unknown: BTreeSet<&str> = fields
            .iter()
            .filter(|(name, of)| {
                !FIELDS.contains(name) && !words.contains(name)
                    || is_list(of) && !LISTS.contains(name)
            })
            .map(|(name, _)| *name)
            .collect();
        assert_eq!(unknown, BTreeSet::new());
    }

    #[test]
    fn every_field_has_its_help_and_no_help_is_left_over() {
        let (mut told, mut silent) = (BTreeSet::new(), Vec::new());
        let mut docs = vec![COMMON];
        for &kind in RecordKind::ALL {
            descriptions(&schema(kind, &[Lang::Kk]), &mut told, &mut silent);
            docs.extend(form(kind).docs);
        }
        // The settings are described in `docs/content.md`.
        descriptions(&crate::load::site::schema(), &mut told, &mut silent);
        assert_eq!(silent, Vec::<String>::new());
        let left: Vec<_> = docs
            .into_iter()
            .flatten()
            .filter(|(_, _, help)| !told.contains(*help))
            .collect();
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn required_fields_and_languages_are_in_the_schema() {
        let patron = schema(RecordKind::Patron, &[Lang::Kk, Lang::Ru]);
        assert_eq!(
            patron["$defs"]["record"]["required"],
            json!(["id", "kind", "name", "region"])
        );
        assert_eq!(
            patron["$defs"]["localised"]["required"],
            json!(["kk", "ru"])
        );
        let page = schema(RecordKind::Page, &[]);
        assert_eq!(page["required"], json!(["title"]));
        assert!(page["properties"].get("region").is_none());
    }
}
