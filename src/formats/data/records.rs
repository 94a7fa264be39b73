//! Whole records of a kind as JSON for machines, at an address that stays: `data/v1/projects.json`.
//!
//! ```json
//! {"version":1,"edition":"…","licence":"…","records":[
//! {"id":"abai","name":{"kk":"…","ru":"…"},"successor_ids":["…"],"since":"2022-06","districts":[{…}]},
//! …
//! ]}
//! ```
//! The fields are the columns of the tables: those that there are in each language are one object, ids are a list, and a
//! date says itself how exactly it is known. What is unknown is null. What belongs to a record stands in it.

use std::collections::HashMap;

use crate::data::{Cell, Column, ColumnType, Data, Enumeration, columns, each_row};
use crate::formats::data::json::value;
use crate::pages::view::View;
use crate::plan::data::DataTable;

/// The records of a table.
pub(super) fn records(view: &View<'_>, table: DataTable) -> String {
    let data = view.data();
    let parts = Part::of(table).map(|part| (part.field, part.by_record(&data)));
    let shape = Shape::new(&columns(table, data.languages()), &[]);
    let mut text = String::from("{\"version\":1,\"edition\":");
    text.push_str(&quoted(&view.edition().to_string()));
    text.push_str(",\"licence\":");
    match &data.portal.site.licence {
        Some(licence) => text.push_str(&quoted(licence)),
        None => text.push_str("null"),
    }
    text.push_str(",\"records\":[");
    let mut is_first = true;
    each_row(&data, table, |cells| {
        text.push_str(if is_first { "\n" } else { ",\n" });
        is_first = false;
        shape.object(cells, &mut text);
        if let (Some((field, parts)), [Cell::Text(id), ..]) = (&parts, cells) {
            let parts = parts.get(&**id).map_or("", String::as_str);
            text.truncate(text.len() - 1);
            text.push_str(&format!(",\"{field}\":[{parts}]}}"));
        }
    });
    text.push_str("\n]}\n");
    text
}

/// A table whose rows belong to the records of another.
struct Part {
    table: DataTable,
    /// The field that they are in the record.
    field: &'static str,
    /// What the columns that name the record begin with.
    of: &'static str,
}

impl Part {
    fn of(table: DataTable) -> Option<Part> {
        let (table, field, of) = match table {
            DataTable::Awards => (DataTable::AwardRecipients, "recipient_list", "award_"),
            DataTable::Regions => (DataTable::Districts, "districts", "region_"),
            DataTable::ReportedFigures => (DataTable::ReportedBreakdowns, "breakdown", "figure_"),
            _ => return None,
        };
        Some(Part { table, field, of })
    }

    /// The objects of each record, by its id, which is the first column.
    fn by_record(&self, data: &Data<'_>) -> HashMap<String, String> {
        let columns = columns(self.table, data.languages());
        let shape = Shape::new(&columns, &[self.of]);
        let mut all: HashMap<String, String> = HashMap::new();
        each_row(data, self.table, |cells| {
            if let [Cell::Text(id), ..] = cells {
                let list = all.entry(id.to_string()).or_default();
                if !list.is_empty() {
                    list.push(',');
                }
                shape.object(cells, list);
            }
        });
        all
    }
}

/// How the cells of a row become the members of an object.
struct Shape(Vec<Member>);

struct Member {
    key: String,
    of: Of,
}

enum Of {
    Cell(usize),
    List(usize),
    /// Each with the code of its language.
    Languages(Vec<(&'static str, usize)>),
}

impl Shape {
    /// Columns whose names begin with one of `without` are left out.
    fn new(columns: &[Column], without: &[&str]) -> Shape {
        let mut members: Vec<Member> = Vec::new();
        for (place, column) in columns.iter().enumerate() {
            let is_left_out = without.iter().any(|begin| column.name.starts_with(begin));
            if is_left_out || column.enumeration() == Some(Enumeration::DatePrecision) {
                continue;
            }
            let key = column.base();
            match (column.lang, members.last_mut()) {
                (
                    Some(lang),
                    Some(Member {
                        key: before,
                        of: Of::Languages(all),
                    }),
                ) if before == key => all.push((lang.code(), place)),
                (lang, _) => members.push(Member {
                    key: key.to_owned(),
                    of: match (lang, column.of) {
                        (Some(lang), _) => Of::Languages(vec![(lang.code(), place)]),
                        (None, ColumnType::Ids) => Of::List(place),
                        (None, _) => Of::Cell(place),
                    },
                }),
            }
        }
        Shape(members)
    }

    fn object(&self, cells: &[Cell<'_>], text: &mut String) {
        text.push('{');
        for (nth, Member { key, of }) in self.0.iter().enumerate() {
            if nth > 0 {
                text.push(',');
            }
            text.push_str(&format!("\"{key}\":"));
            match of {
                Of::Cell(place) => value(&cells[*place], text),
                Of::List(place) => list(&cells[*place], text),
                Of::Languages(all) => {
                    for (nth, (lang, place)) in all.iter().enumerate() {
                        let before = if nth == 0 { '{' } else { ',' };
                        text.push_str(&format!("{before}\"{lang}\":"));
                        value(&cells[*place], text);
                    }
                    text.push('}');
                }
            }
        }
        text.push('}');
    }
}

/// The ids of a cell; none if it is empty.
fn list(cell: &Cell<'_>, text: &mut String) {
    let ids = match cell {
        Cell::Text(ids) => ids.split(';').map(quoted).collect::<Vec<String>>(),
        _ => Vec::new(),
    };
    text.push_str(&format!("[{}]", ids.join(",")));
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
