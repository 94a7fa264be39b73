//! What a book asks for: which answers of `import.toml` could be meant for something in it.
//!
//! Takes the cells with their columns, and the marks of rows; gives the answers that nothing asked for, as they stand in that file.

use std::collections::{BTreeMap, HashSet};

use super::columns::{Columns, KnownBy};
use super::field::Field;
use super::mapping::Mapping;
use super::table::{Book, column_letters};
use super::verdict::Verdict;

/// What answers can be for.
pub(super) struct Asked {
    /// What stands in cells, by the field of an answer to it.
    values: BTreeMap<Field, HashSet<String>>,
    marks: HashSet<String>,
    /// Headings in small letters, and letters of columns.
    columns: HashSet<String>,
}

impl Asked {
    pub(super) fn of(book: &Book, columns: &[Option<Columns>], rows: &[Verdict]) -> Asked {
        let mut asked = Asked {
            values: BTreeMap::new(),
            marks: rows.iter().filter_map(|row| row.mark.clone()).collect(),
            columns: HashSet::new(),
        };
        for (sheet, columns) in book.sheets.iter().zip(columns) {
            for column in columns.iter().flat_map(|of| &of.all) {
                asked.columns.insert(column.heading.to_lowercase());
                asked.columns.insert(column_letters(column.index));
                let fields = asks_for(column.field, column.by);
                for row in sheet.rows.iter().filter(|_| !fields.is_empty()) {
                    let text = row.cell(column.index).shown();
                    let parts = text.split(';').map(|part| part.trim().to_owned());
                    let all: Vec<String> = parts.chain([text.clone()]).collect();
                    for field in fields {
                        let values = asked.values.entry(*field).or_default();
                        values.extend(all.iter().cloned());
                    }
                }
            }
        }
        asked
    }

    /// The answers of a mapping that nothing asks for, as they stand in its file; for a value of another column, with the section of
    /// that.
    pub(super) fn unmatched(&self, mapping: &Mapping) -> Vec<String> {
        let has_column =
            |name: &str| self.columns.contains(name) || self.columns.contains(&name.to_lowercase());
        let columns = mapping.named_columns().filter(|name| !has_column(name));
        let columns = columns.map(|name| format!("[columns] {}", in_toml(name)));
        let has_value = |field: Field, value: &str| {
            self.values.get(&field).is_some_and(|of| of.contains(value))
        };
        let open = mapping.answered();
        let open = open.filter(|(field, value)| !has_value(*field, value));
        let meant = open.map(|(field, value)| {
            let own = answer_name(field, value);
            let mut others = self.values.keys().filter(|other| has_value(**other, value));
            match others.next() {
                Some(other) => format!("{own} (→ [meant.{}])", other.word()),
                None => own,
            }
        });
        let rows = mapping.marked_rows();
        let rows = rows.filter(|mark| !self.marks.contains(*mark));
        let rows = rows.map(|mark| format!("[rows] {mark}"));
        columns.chain(meant).chain(rows).collect()
    }
}

/// The fields of the answers that a column can ask for.
fn asks_for(field: Option<Field>, by: KnownBy) -> &'static [Field] {
    match field {
        Some(Field::Direction) => &[Field::Direction, Field::Object],
        Some(Field::Note | Field::Purpose | Field::InKind | Field::Source) => {
            &[Field::Consent, Field::Status]
        }
        Some(Field::Patron) => &[Field::Patron, Field::Consent],
        Some(Field::Kind) => &[Field::Kind],
        Some(Field::Consent) => &[Field::Consent],
        Some(Field::Home) => &[Field::Home],
        Some(Field::Amount) => &[Field::Amount],
        Some(Field::Date) => &[Field::Date],
        Some(Field::Status) => &[Field::Status],
        Some(Field::Region) => &[Field::Region],
        Some(Field::District) => &[Field::District],
        Some(Field::Object) => &[Field::Object],
        Some(Field::Project) => &[Field::Project],
        Some(Field::Link | Field::GiftId | Field::Number) => &[],
        None if by == KnownBy::Mapping => &[],
        None => &[Field::Consent, Field::Status],
    }
}

/// How an answer for a value is told: by its section and its word.
pub(super) fn answer_name(field: Field, value: &str) -> String {
    format!("[meant.{}] {}", field.word(), in_toml(value))
}

/// A text as TOML has it.
pub(super) fn in_toml(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
