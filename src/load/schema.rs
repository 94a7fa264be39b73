//! JSON Schemas of the files that editors write, for completion and checks while they type.
//!
//! Takes the languages that a site requires, gives one schema for each kind of record and each front matter. They come
//! from the readers themselves (see [`shape`](super::shape)); what only several files together can tell, such as whether
//! an id exists, is not in them. Touches no file.

use serde_json::{Value as Json, json};

use super::fields::{ReadContext, Value};
use super::shape::{Shape, localised_text};
use super::{RecordsOf, read_record, write_up};
use crate::model::lang::Lang;
use crate::model::place::Origin;
use crate::model::prose::RecordKind;
use crate::source::SourceId;

/// What a schema is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SchemaOf {
    /// A YAML file: one record, or a list of them.
    Records(RecordsOf),
    /// What stands between the `---` lines of a project, a news item or a page.
    FrontMatter(RecordKind),
}

impl SchemaOf {
    pub(crate) const ALL: [SchemaOf; 9] = [
        SchemaOf::Records(RecordsOf::Regions),
        SchemaOf::Records(RecordsOf::Directions),
        SchemaOf::Records(RecordsOf::Objects),
        SchemaOf::Records(RecordsOf::Patrons),
        SchemaOf::Records(RecordsOf::Awards),
        SchemaOf::Records(RecordsOf::Figures),
        SchemaOf::FrontMatter(RecordKind::Project),
        SchemaOf::FrontMatter(RecordKind::News),
        SchemaOf::FrontMatter(RecordKind::Page),
    ];

    /// The word that names the schema's file: `patron`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            SchemaOf::Records(RecordsOf::Regions) => "region",
            SchemaOf::Records(RecordsOf::Directions) => "direction",
            SchemaOf::Records(RecordsOf::Objects) => "object",
            SchemaOf::Records(RecordsOf::Patrons) => "patron",
            SchemaOf::Records(RecordsOf::Awards) => "award",
            SchemaOf::Records(RecordsOf::Figures) => "figure",
            SchemaOf::FrontMatter(kind) => kind.word(),
        }
    }

    /// The name of the schema's file: `patron.schema.json`.
    pub(crate) fn file(self) -> String {
        format!("{}.schema.json", self.word())
    }
}

/// The schema of a kind of file, for a site that requires these languages.
pub(crate) fn schema(of: SchemaOf, required: &[Lang]) -> Json {
    let reading = ReadContext::new(SourceId(0), required.into());
    let origin = Origin {
        source: SourceId(0),
        item: None,
    };
    let shape = Shape::default();
    let value = Value::wanted(&shape, &reading);
    match of {
        SchemaOf::Records(of) => drop(read_record(of, value, origin)),
        SchemaOf::FrontMatter(section) => write_up::front_matter(section, value),
    }
    let record = shape.into_schema();
    let localised = localised_text(required);
    let dialect = "https://json-schema.org/draft/2020-12/schema";
    match of {
        SchemaOf::FrontMatter(_) => with(
            record,
            json!({"$schema": dialect, "$defs": {"localised": localised}}),
        ),
        SchemaOf::Records(_) => {
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

    use super::super::field_docs::HELP;
    use super::*;

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

    #[test]
    fn every_field_has_its_help_and_no_help_is_left_over() {
        let (mut told, mut silent) = (BTreeSet::new(), Vec::new());
        for of in SchemaOf::ALL {
            descriptions(&schema(of, &[Lang::Kk]), &mut told, &mut silent);
        }
        // Of the settings, `docs/content.md` tells it.
        descriptions(&super::super::site::schema(), &mut told, &mut silent);
        assert_eq!(silent, Vec::<String>::new());
        let left: Vec<_> = HELP
            .iter()
            .filter(|(_, _, help)| !told.contains(*help))
            .collect();
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn required_fields_and_languages_are_in_the_schema() {
        let patron = schema(SchemaOf::Records(RecordsOf::Patrons), &[Lang::Kk, Lang::Ru]);
        assert_eq!(
            patron["$defs"]["record"]["required"],
            json!(["id", "kind", "name", "region"])
        );
        assert_eq!(
            patron["$defs"]["localised"]["required"],
            json!(["kk", "ru"])
        );
        let page = schema(SchemaOf::FrontMatter(RecordKind::Page), &[]);
        assert_eq!(page["required"], json!(["title"]));
        assert!(page["properties"].get("region").is_none());
    }
}
