//! JSON of a table of open data: an array of objects, one on each line, with the names of columns as keys.
//!
//! What is unknown is null. Amounts are whole numbers of any size: a reader that keeps numbers as floats rounds those above
//! 2⁵³. Texts are as they were written: nothing runs them.

use std::fmt::Write;

use crate::data::{Cell, Data, columns, each_row};
use crate::plan::data::DataTable;

/// All rows of a table.
pub(super) fn json(data: &Data<'_>, table: DataTable) -> String {
    let keys = columns(table, data.languages()).into_iter();
    // Names of columns have nothing to be escaped.
    let keys: Vec<String> = keys.map(|column| format!("\"{}\":", column.name)).collect();
    let mut text = String::from("[");
    let mut is_first = true;
    each_row(data, table, |cells| {
        text.push_str(if is_first { "\n" } else { ",\n" });
        is_first = false;
        object(&keys, cells, &mut text);
    });
    text.push_str("\n]\n");
    text
}

/// The object of a row; `keys` with quotation marks and colon.
pub(super) fn object(keys: &[String], cells: &[Cell<'_>], text: &mut String) {
    text.push('{');
    for (place, (key, cell)) in keys.iter().zip(cells).enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(key);
        value(cell, text);
    }
    text.push('}');
}

/// A cell as a value of JSON.
pub(super) fn value(cell: &Cell<'_>, text: &mut String) {
    // Writing to a string cannot fail.
    let _ = match cell {
        Cell::Empty => text.write_str("null"),
        Cell::Text(cell) => write!(text, "{}", serde_json::Value::from(cell.as_ref())),
        Cell::Integer(number) => write!(text, "{number}"),
        Cell::Decimal(number) => write!(text, "{number}"),
        Cell::Date(date) => write!(text, "\"{date}\""),
        Cell::Boolean(is) => write!(text, "{is}"),
    };
}
