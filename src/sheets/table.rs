//! The neutral table: what a spreadsheet holds, whatever program saved it.
//!
//! Rows keep their numbers and cells their columns, so that a report names each as the editor sees it.

use jiff::civil;

/// Why a spreadsheet cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// In the words of the library.
    File(String),
    /// One of its sheets, in the words of the library.
    Sheet { name: String, why: String },
    /// Cells of a sheet reach as far as this one.
    TooWide { name: String, cell: String },
    /// What is packed in it is too large: the most, in MiB.
    TooLarge(u64),
}

/// All sheets of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Book {
    pub sheets: Vec<Sheet>,
    /// Whether the format tells which rows are hidden and which cells are merged.
    pub tells_hidden: bool,
    /// The encoding that the file was read in, where it was not UTF-8.
    pub encoding: Option<&'static str>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sheet {
    pub name: String,
    /// All rows from the first one of the sheet to the last that holds something.
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Row {
    /// As the spreadsheet counts, from 1.
    pub number: u32,
    pub is_hidden: bool,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Cell {
    pub value: CellValue,
    /// The value stands in another cell, with which this one is merged.
    pub is_merged: bool,
    /// The value stands for this cell and for some in rows below.
    pub spans_rows: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum CellValue {
    #[default]
    Empty,
    /// Spaces are single, and none stands at either end.
    Text(String),
    Number(f64),
    Day(civil::Date),
    /// The mistake of a formula: `#REF!`.
    Failed(String),
}

impl Row {
    pub(crate) fn cell(&self, column: usize) -> &CellValue {
        static NOTHING: CellValue = CellValue::Empty;
        self.cells.get(column).map_or(&NOTHING, |cell| &cell.value)
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.value.is_empty())
    }
}

impl Cell {
    pub(crate) fn of(value: CellValue) -> Cell {
        Cell {
            value,
            is_merged: false,
            spans_rows: false,
        }
    }
}

impl CellValue {
    /// A text as people see it: control characters and odd spaces are spaces, and what nobody sees is not there.
    pub(crate) fn text(text: &str) -> CellValue {
        let seen = text.chars().filter(|letter| !is_unseen(*letter));
        let seen: String = seen
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .collect();
        let words: Vec<&str> = seen.split_whitespace().collect();
        match words.is_empty() {
            true => CellValue::Empty,
            false => CellValue::Text(words.join(" ")),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == CellValue::Empty
    }

    /// The value as a text, as a report shows it.
    pub(crate) fn shown(&self) -> String {
        match self {
            CellValue::Empty => String::new(),
            CellValue::Text(text) | CellValue::Failed(text) => text.clone(),
            CellValue::Number(number) => number.to_string(),
            CellValue::Day(day) => day.to_string(),
        }
    }
}

fn is_unseen(letter: char) -> bool {
    crate::source::text::confusables::is_invisible(letter)
}

/// The letters by which a spreadsheet names a column: A, B, …, AA.
pub(crate) fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn a_text_is_what_people_see_of_it() {
        for (typed, seen) in [
            ("  ТОО\u{a0}«Дала»\r\n", "ТОО «Дала»"),
            ("а\u{200b}б", "аб"),
            ("1\u{202f}000", "1 000"),
        ] {
            assert_eq!(CellValue::text(typed), CellValue::Text(seen.to_owned()));
        }
        assert_eq!(CellValue::text(" \u{a0}\t"), CellValue::Empty);
    }
}
