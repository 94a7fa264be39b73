//! Warnings of what an import would write: the row of the sheet that each is of. The file that it points to does not exist yet.
//!
//! Takes what a file would hold and the path of a value in it; gives the place in the sheet.

use super::field::Field;
use super::gift::Giver;
use super::insert::value_at;
use super::outcome::Import;
use super::phrases::{place, sentence, shown};
use super::verdict::{Brings, Verdict};
use crate::load::yaml::Node;
use crate::locale::{Arg, Language};
use crate::model::place::Step;

/// What in a sheet a warning is of.
pub(crate) struct Warned {
    /// The row, and the column if there is one.
    pub place: String,
    /// The number of the sheet, from 0, and of the row: warnings are told in their order.
    pub row: (usize, u32),
}

/// What in the sheet a value of a file's YAML is of, if the import would write it.
pub(crate) fn warned(
    import: &Import,
    node: &Node,
    path: &[Step],
    words: &Language,
) -> Option<Warned> {
    let mut lengths = (0..=path.len()).rev();
    let verdict = lengths.find_map(|length| row_of(import, value_at(node, &path[..length])?))?;
    let field = path.iter().rev().find_map(|step| match step {
        Step::Key(name) => field_of(name),
        Step::Item(_) | Step::Repeated(..) => None,
    });
    let columns = import.columns[verdict.sheet].as_ref()?;
    let column = columns.first(field.unwrap_or(Field::Patron));
    let of = |column| place(import, verdict.sheet, &[verdict.row], column, words);
    Some(Warned {
        place: of(column.map(|column| column.index)),
        row: (verdict.sheet, verdict.row),
    })
}

/// The row that a new patron comes from, by the id that the next import would not give again: as a place, and as what the patron is of,
/// «из строки 39».
pub(crate) fn row_of_patron(import: &Import, id: &str, words: &Language) -> Option<[String; 2]> {
    import.patrons.iter().find(|of| of.id.as_str() == id)?;
    let verdict = row_with(import, id)?;
    let row = verdict.row.to_string();
    let sheet = match import.book.sheets.as_slice() {
        [_, _, ..] => shown(&import.book.sheets[verdict.sheet].name),
        _ => "none".to_owned(),
    };
    let args = [("row", Arg::Text(&row)), ("sheet", Arg::Text(&sheet))];
    let of_row = sentence(words, "import-patron-of-row", &args);
    Some([
        place(import, verdict.sheet, &[verdict.row], None, words),
        of_row,
    ])
}

/// The row that a gift or a new patron comes from.
fn row_of<'i>(import: &'i Import, node: &Node) -> Option<&'i Verdict> {
    let Node::Map(fields) = node else { return None };
    let id = fields.iter().find(|(name, _)| name == "id");
    let Some((_, Node::Text(id))) = id else {
        return None;
    };
    row_with(import, id)
}

fn row_with<'i>(import: &'i Import, id: &str) -> Option<&'i Verdict> {
    let patron = import.patrons.iter().position(|of| of.id.as_str() == id);
    import.rows.iter().find(|row| match &row.brings {
        Some(Brings::Gift(gift) | Brings::Correction(gift, _)) => {
            gift.id.as_str() == id || patron.is_some_and(|of| gift.givers.contains(&Giver::New(of)))
        }
        Some(Brings::Patron(number)) => patron == Some(*number),
        None => false,
    })
}

/// The field of a sheet that a field of a record is written from.
fn field_of(name: &str) -> Option<Field> {
    match name {
        "in_kind" => Some(Field::InKind),
        "patrons" | "name" => Some(Field::Patron),
        _ => name.parse().ok().filter(|field| *field != Field::Number),
    }
}
