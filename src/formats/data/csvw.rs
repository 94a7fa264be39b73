//! CSVW metadata beside the CSV of a table of open data: `data/contributions.csv-metadata.json`.
//!
//! Form: W3C, Metadata Vocabulary for Tabular Data. Each column has its name as the title of no language, by which it is
//! found in the head of the file, and a title in each language of the site. Foreign keys are not in it: they would need all
//! tables in one group, and stand in `datapackage.json`.

use serde_json::{Map, Value, json};

use super::pretty::pretty;
use super::table_schema::in_languages;
use crate::data::{Column, ColumnType, Data, columns};
use crate::model::lang::Lang;
use crate::plan::data::DataTable;

/// The metadata of the CSV of a table.
pub(super) fn csvw(data: &Data<'_>, table: DataTable) -> String {
    let languages = data.languages();
    let site = &data.portal.site;
    let columns = columns(table, languages);
    let keys = columns.iter().filter(|column| column.is_key);
    let primary: Vec<&str> = keys.map(|column| column.name.as_str()).collect();
    let told: Vec<Value> = columns.iter().map(|of| column(of, languages)).collect();
    let mut schema = json!({ "columns": told });
    let is_whole = columns
        .iter()
        .all(|column| !column.is_key || column.is_required);
    if is_whole && !primary.is_empty() {
        schema["primaryKey"] = json!(primary);
    }
    let in_each = |word: &dyn Fn(Lang) -> String| {
        let words = languages.iter();
        let words = words.map(|&lang| json!({ "@value": word(lang), "@language": lang.code() }));
        Value::Array(words.collect())
    };
    let mut metadata = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": site.default_language.code() }],
        "url": format!("{}.csv", table.name()),
        "dc:title": in_each(&|lang| table.title(lang)),
        "dc:description": in_each(&|lang| table.description(lang)),
        "dialect": { "encoding": "utf-8", "lineTerminators": ["\r\n"], "header": true },
        "tableSchema": schema,
    });
    if let Some(licence) = &site.licence {
        metadata["dc:license"] = Value::from(licence.as_str());
    }
    pretty(&metadata)
}

fn column(column: &Column, languages: &[Lang]) -> Value {
    let mut titles = in_languages(languages, |lang| column.title(lang));
    if let Value::Object(titles) = &mut titles {
        titles.insert("und".to_owned(), Value::from(column.name.as_str()));
    }
    let mut told = Map::new();
    told.insert("name".to_owned(), column.name.as_str().into());
    told.insert("titles".to_owned(), titles);
    told.insert("datatype".to_owned(), datatype(column.of));
    if column.is_required {
        told.insert("required".to_owned(), true.into());
    }
    if let Some(lang) = column.lang {
        told.insert("lang".to_owned(), lang.code().into());
    }
    Value::Object(told)
}

fn datatype(of: ColumnType) -> Value {
    match of {
        ColumnType::Id | ColumnType::Ids | ColumnType::Text => json!("string"),
        ColumnType::Enumeration(of) => {
            json!({ "base": "string", "format": of.values().join("|") })
        }
        ColumnType::Date => {
            json!({ "base": "string", "format": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" })
        }
        ColumnType::Integer | ColumnType::Amount => json!({ "base": "integer", "minimum": 0 }),
        ColumnType::Year => json!("gYear"),
        ColumnType::Decimal => json!("decimal"),
        ColumnType::Boolean => json!("boolean"),
        ColumnType::Url => json!("anyURI"),
    }
}
