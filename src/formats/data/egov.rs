//! Tables of open data in the shape in which data.egov.kz takes uploads: `data/egov/contributions.json`.
//!
//! Form: <https://data.egov.kz/pages/format>: what is told of the set and its fields, in Kazakh, Russian and English, and the
//! rows. A file there is at most 10 MB, so long tables come in parts. A language that the site does not have is told as well:
//! the words of tables and columns are the program's own.

use serde_json::{Map, Value, json};

use crate::data::{Column, ColumnType, Data, columns, each_row_of};
use crate::model::lang::Lang;
use crate::plan::data::{DataTable, EGOV_ROWS};

/// A part of a table, counted from 1.
pub(super) fn egov(data: &Data<'_>, table: DataTable, part: usize) -> String {
    let columns = columns(table, data.languages());
    let site = &data.portal.site;
    let name = match part {
        1 => table.name().to_owned(),
        part => format!("{}_{part}", table.name()),
    };
    let mut about = Map::new();
    about.insert("apiUri".to_owned(), format!("tagzym_{name}").into());
    for lang in Lang::ALL {
        let campaign = site.title.best(lang, &site.fallback).text;
        let named = format!("{campaign}: {}", table.title(lang));
        about.insert(format!("name{}", suffix(lang)), named.into());
    }
    for lang in Lang::ALL {
        let key = format!("description{}", suffix(lang));
        about.insert(key, table.description(lang).into());
    }
    let keywords = Lang::ALL.map(|lang| table.title(lang));
    about.insert("keywords".to_owned(), json!(keywords));
    let mut responsible = Map::new();
    for lang in Lang::ALL {
        let campaign = site.title.best(lang, &site.fallback).text;
        responsible.insert(format!("fullname{}", suffix(lang)), campaign.into());
    }
    let contact = site.contact_url();
    let mail = contact
        .as_deref()
        .and_then(|contact| contact.strip_prefix("mailto:"));
    responsible.insert("email".to_owned(), mail.unwrap_or_default().into());
    responsible.insert("phone".to_owned(), "".into());
    about.insert("responsible".to_owned(), Value::Object(responsible));
    let fields = columns
        .iter()
        .map(|column| (column.name.clone(), field(column)));
    about.insert("fields".to_owned(), Value::Object(fields.collect()));

    let mut text = format!("{{\"meta\":{},\n\"data\":[", Value::Object(about));
    let mut is_first = true;
    let keys = columns.iter();
    let keys: Vec<String> = keys.map(|column| format!("\"{}\":", column.name)).collect();
    let rows = (part - 1) * EGOV_ROWS..part * EGOV_ROWS;
    each_row_of(data, table, rows, |cells| {
        text.push_str(if is_first { "\n" } else { ",\n" });
        is_first = false;
        super::json::object(&keys, cells, &mut text);
    });
    text.push_str("\n]}\n");
    text
}

/// How the upload form ends the names of what is told in a language.
fn suffix(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "Kk",
        Lang::Ru => "Ru",
        Lang::En => "En",
    }
}

fn field(column: &Column) -> Value {
    let (of, format) = match column.of {
        ColumnType::Integer | ColumnType::Amount | ColumnType::Year => ("integer", ""),
        ColumnType::Decimal => ("double", ""),
        ColumnType::Boolean => ("boolean", ""),
        ColumnType::Date => ("string", "yyyy[-MM[-dd]]"),
        ColumnType::Url => ("string", "uri"),
        ColumnType::Id | ColumnType::Ids | ColumnType::Text | ColumnType::Enumeration(_) => {
            ("string", "")
        }
    };
    json!({
        "type": of,
        "pk": column.is_key,
        "labelKk": column.title(Lang::Kk),
        "labelRu": column.title(Lang::Ru),
        "labelEn": column.title(Lang::En),
        "format": format,
    })
}
