//! Texts of a sheet in their languages: by the heading of their column, else by their letters.
//!
//! A record needs its text in the languages that the site requires. What a sheet has in one alone stands in those as it is,
//! and that is said, so that somebody translates it.

use super::columns::Columns;
use super::field::Field;
use super::table::{CellValue, Row, Sheet};
use crate::model::lang::{Lang, Localised};
use crate::source::text::confusables::{is_cyrillic, is_kazakh};

/// The language that a sheet is mostly in.
pub(super) fn language(sheet: &Sheet, columns: &Columns) -> Lang {
    let (mut kazakh, mut cyrillic, mut latin) = (0, 0, 0);
    for column in columns
        .all
        .iter()
        .filter(|column| column.field.is_some_and(Field::is_text))
    {
        for row in &sheet.rows {
            if let CellValue::Text(text) = row.cell(column.index) {
                match letters(text) {
                    Some(Lang::Kk) => kazakh += 1,
                    Some(Lang::Ru) => cyrillic += 1,
                    _ => latin += 1,
                }
            }
        }
    }
    match (kazakh, cyrillic, latin) {
        _ if latin > kazakh + cyrillic => Lang::En,
        _ if kazakh * 3 >= cyrillic && kazakh > 0 => Lang::Kk,
        _ => Lang::Ru,
    }
}

/// What the letters of a text say of its language: Kazakh ones, other Cyrillic ones, none of either.
fn letters(text: &str) -> Option<Lang> {
    if text.contains(is_kazakh) {
        return Some(Lang::Kk);
    }
    text.contains(is_cyrillic).then_some(Lang::Ru)
}

/// The language of a text in a sheet that is mostly in `usual`.
pub(super) fn language_of(text: &str, usual: Lang) -> Lang {
    match (letters(text), usual) {
        (Some(Lang::Kk), _) => Lang::Kk,
        // A Kazakh text of few words can do without its own letters.
        (Some(_), Lang::Kk) => Lang::Kk,
        (Some(_), _) => Lang::Ru,
        (None, usual) => usual,
    }
}

/// The text of a field in all its languages; none if no cell has it.
pub(super) fn localised(
    field: Field,
    row: &Row,
    columns: &Columns,
    usual: Lang,
) -> Vec<(Lang, String, usize)> {
    let mut found: Vec<(Lang, String, usize)> = Vec::new();
    for column in columns.of(field) {
        let value = row.cell(column.index);
        if value.is_empty() || matches!(value, CellValue::Failed(_)) {
            continue;
        }
        let text = value.shown();
        let lang = column.lang.unwrap_or_else(|| language_of(&text, usual));
        if found.iter().all(|(known, ..)| *known != lang) {
            found.push((lang, text, column.index));
        }
    }
    found
}

/// A localised text that has all required languages, and whether one of them is a copy.
pub(super) fn with_required(texts: Vec<(Lang, String)>, required: &[Lang]) -> (Localised, bool) {
    let missing: Vec<Lang> = required
        .iter()
        .copied()
        .filter(|lang| texts.iter().all(|(known, _)| known != lang))
        .collect();
    let first = texts
        .first()
        .map(|(_, text)| text.clone())
        .unwrap_or_default();
    let copies = missing.iter().map(|&lang| (lang, first.clone()));
    let is_copied = !missing.is_empty();
    (Localised::new(texts.into_iter().chain(copies)), is_copied)
}

/// Whether two texts say the same in a language, but for case and signs.
pub(super) fn agree(a: Option<&Localised>, b: Option<&Localised>) -> bool {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a
            .iter()
            .any(|(_, a)| b.iter().any(|(_, b)| plain(a) == plain(b))),
        _ => false,
    }
}
