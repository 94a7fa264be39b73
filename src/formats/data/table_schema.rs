//! Table Schema of a table of open data: fields with their types and constraints, the primary key and foreign keys.
//!
//! Form: Data Package standard 2.0, <https://datapackage.org/standard/table-schema/>. Titles and descriptions are in the
//! site's default language; in all its languages they stand beside, as `titles` and `descriptions`.

use serde_json::{Map, Value, json};

use crate::data::{Column, ColumnType, columns};
use crate::model::lang::Lang;
use crate::plan::data::DataTable;

/// A date of any precision; years before 1000 are not written.
const DATE: &str = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

/// The schema of a table on a site of these languages, the default one first told.
pub(super) fn table_schema(table: DataTable, languages: &[Lang], default: Lang) -> Value {
    let columns = columns(table, languages);
    let fields: Vec<Value> = columns
        .iter()
        .map(|column| field(column, languages, default))
        .collect();
    let keys = columns.iter().filter(|column| column.is_key);
    let primary: Vec<&str> = keys.map(|column| column.name.as_str()).collect();
    let foreign: Vec<Value> = columns
        .iter()
        .filter_map(|column| foreign_key(table, column))
        .collect();
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
    });
    // A key of which a part may be empty is none for programs.
    let is_whole = columns
        .iter()
        .all(|column| !column.is_key || column.is_required);
    if is_whole && !primary.is_empty() {
        schema["primaryKey"] = json!(primary);
    }
    if !foreign.is_empty() {
        schema["foreignKeys"] = Value::from(foreign);
    }
    schema
}

/// The word in each language, by the language.
pub(super) fn in_languages(languages: &[Lang], word: impl Fn(Lang) -> String) -> Value {
    let words = languages.iter();
    let words = words.map(|&lang| (lang.code().to_owned(), Value::from(word(lang))));
    Value::Object(words.collect::<Map<String, Value>>())
}

fn field(column: &Column, languages: &[Lang], default: Lang) -> Value {
    let mut field = json!({
        "name": column.name,
        "type": type_of(column.of),
        "title": column.title(default),
        "description": column.description(default),
        "titles": in_languages(languages, |lang| column.title(lang)),
        "descriptions": in_languages(languages, |lang| column.description(lang)),
    });
    let mut constraints = Map::new();
    if column.is_required {
        constraints.insert("required".to_owned(), true.into());
    }
    match column.of {
        ColumnType::Amount => {
            constraints.insert("minimum".to_owned(), 0.into());
            field["unit"] = "KZT".into();
        }
        ColumnType::Date => {
            constraints.insert("pattern".to_owned(), DATE.into());
        }
        ColumnType::Url => field["format"] = "uri".into(),
        ColumnType::Enumeration(of) => {
            constraints.insert("enum".to_owned(), json!(of.values()));
            let values = of.values().into_iter();
            let categories = values.map(|value| {
                json!({
                    "value": value,
                    "label": of.meaning(value, default),
                    "labels": in_languages(languages, |lang| of.meaning(value, lang)),
                })
            });
            field["categories"] = categories.collect();
        }
        ColumnType::Id
        | ColumnType::Ids
        | ColumnType::Text
        | ColumnType::Integer
        | ColumnType::Decimal
        | ColumnType::Year
        | ColumnType::Boolean => {}
    }
    if !constraints.is_empty() {
        field["constraints"] = Value::Object(constraints);
    }
    field
}

/// The type, as the standard calls it. A date of any precision is a text there.
fn type_of(of: ColumnType) -> &'static str {
    match of {
        ColumnType::Id
        | ColumnType::Ids
        | ColumnType::Text
        | ColumnType::Date
        | ColumnType::Url
        | ColumnType::Enumeration(_) => "string",
        ColumnType::Integer | ColumnType::Amount => "integer",
        ColumnType::Decimal => "number",
        ColumnType::Year => "year",
        ColumnType::Boolean => "boolean",
    }
}

/// Where the cells lead; the standard names the same table by an empty text. A key of two columns is told only if none of
/// its cells is empty: programs look for half a key as well.
fn foreign_key(table: DataTable, column: &Column) -> Option<Value> {
    let to = column.reference?;
    if to.with.is_some() && !column.is_required {
        return None;
    }
    let resource = match to.table == table {
        true => "",
        false => to.table.name(),
    };
    let (mut here, mut there) = (vec![column.name.as_str()], vec![to.column]);
    if let Some((with, its)) = to.with {
        here.insert(0, with);
        there.insert(0, its);
    }
    Some(json!({
        "fields": here,
        "reference": { "resource": resource, "fields": there },
    }))
}
