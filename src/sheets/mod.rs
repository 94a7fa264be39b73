//! Spreadsheets: gifts and patrons from a sheet as people keep them become records, and gifts become a sheet.
//!
//! ```text
//! bytes → Book (`table`, by `csv`, `workbook`, `layout`) → Columns → verdicts on rows (`judge`, `row`, `same`) → texts of YAML
//! ```
//!
//! Takes bytes, the portal and what editors said of their sheets; gives verdicts with reasons, texts of files, workbooks. Touches no
//! file, prints nothing, and guesses nothing: what can be meant in two ways is asked about.

mod amend;
mod amount;
mod answers;
mod asked;
mod asking;
mod called;
mod choices;
mod column_cells;
mod columns;
mod corrected;
mod csv;
mod date;
mod field;
mod gift;
mod gift_book;
mod gift_cells;
mod gift_lines;
mod insert;
mod joined;
mod judge;
mod kind_of_name;
mod known;
mod layout;
mod lists;
mod mapping;
mod name_forms;
mod newcomers;
mod organisations;
mod outcome;
mod passed_over;
mod patron_rows;
mod patrons;
mod phrases;
mod reason;
mod reasons_book;
mod report;
mod row;
mod row_givers;
mod row_names;
mod row_place;
mod row_values;
mod same;
mod table;
mod texts;
mod unit;
mod used;
mod verdict;
mod warned;
mod words;
mod words_of_rows;
mod workbook;
mod write;
mod yaml;

#[cfg(test)]
pub(crate) use gift::Giver;
pub(crate) use gift_book::{GiftBook, gift_book};
pub(crate) use judge::{Setting, judge};
pub(crate) use known::Known;
#[cfg(test)]
pub(crate) use known::Where;
pub(crate) use mapping::Mapping;
pub(crate) use outcome::Import;
pub(crate) use reasons_book::{is_reasons_book, reasons_book};
pub(crate) use report::lines;
pub(crate) use table::{Book, Unreadable};
pub(crate) use used::Used;
#[cfg(test)]
pub(crate) use verdict::Brings;
pub(crate) use verdict::State;
pub(crate) use warned::{row_of_patron, warned};
pub(crate) use write::{Changed, changed_files};

/// Reads a spreadsheet: a workbook, or a table in plain text.
///
/// # Errors
/// Why it cannot be read.
pub(crate) fn read(bytes: &[u8]) -> Result<Book, Unreadable> {
    let is_packed = bytes.starts_with(b"PK");
    let is_old = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    match is_packed || is_old {
        true => workbook::book(bytes),
        false => csv::book(bytes),
    }
}
