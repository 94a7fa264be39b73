//! The workbook of open data: all tables in one XLSX, a sheet each, behind a sheet that explains their columns.
//!
//! Numbers, days and yes or no are typed cells; a date that is only a year or a month is a text, and so is an amount that a
//! spreadsheet could not keep exactly. Heads are frozen and have filters. Cells are never formulas. Rows are written as they
//! come, so that the memory for it does not grow with them. The same data gives the same bytes: it has no date of its own.

use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};
use strum::VariantArray;

use crate::data::{Cell, Column, ColumnType, columns, each_row, words};
use crate::model::date::Date;
use crate::model::lang::Lang;
use crate::pages::view::View;
use crate::plan::data::DataTable;

/// What a sheet can hold: 2²⁰ rows with the head.
const MOST_ROWS: u32 = 1_048_575;

/// The letters that a cell can hold, in units of UTF-16.
const MOST_LETTERS: usize = 32_767;

/// Numbers of more digits are rounded by spreadsheets.
const MOST_EXACT: u128 = 999_999_999_999_999;

/// The first year that spreadsheets have days of.
const FIRST_YEAR: i16 = 1900;

/// How much text is given to `look` at a time.
const LOOKED_AT_ONCE: usize = 1 << 20;

/// The workbook. All texts in it are given to `look` before they are packed, the cells of a row together.
///
/// # Errors
/// What the writing library could not do, such as to keep rows in a temporary file.
pub(super) fn workbook(view: &View<'_>, look: &mut dyn FnMut(&str)) -> Result<Vec<u8>, XlsxError> {
    // The library panics where no temporary file can be written any more. What it was at is dropped.
    let filled = catch_unwind(AssertUnwindSafe(|| filled(view, look))).unwrap_or_else(|_| {
        let why = "a temporary file could not be written: is the disk full?";
        Err(XlsxError::CustomError(why.to_owned()))
    });
    filled.map_err(|error| match error {
        XlsxError::TempFileError(folder, _) => {
            let folder = folder.display();
            XlsxError::CustomError(format!("no temporary file can be written in \"{folder}\""))
        }
        other => other,
    })
}

fn filled(view: &View<'_>, look: &mut dyn FnMut(&str)) -> Result<Vec<u8>, XlsxError> {
    let data = view.data();
    let languages = data.languages();
    let site = &view.portal.site;
    let formats = Formats::new();
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(site.title.best(site.default_language, &site.fallback).text)
        .set_comment(format!("{}/ {}", site.base_url, view.edition()))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    book.set_properties(&properties);
    let mut looked = Looked {
        text: String::new(),
        look,
    };
    explain(&mut book, languages, &formats, &mut looked)?;
    for &table in DataTable::VARIANTS {
        let columns = columns(table, languages);
        let mut parts = Parts {
            columns: &columns,
            formats: &formats,
            table,
            part: 0,
            row: MOST_ROWS,
        };
        parts.next_sheet(&mut book)?;
        let mut failed = None;
        each_row(&data, table, |cells| {
            if failed.is_none() {
                failed = parts.put(&mut book, cells, &mut looked).err();
            }
        });
        if let Some(error) = failed {
            return Err(error);
        }
        parts.finish(&mut book)?;
    }
    looked.finish();
    book.save_to_buffer()
}

/// Texts that are looked through before they are packed.
struct Looked<'a> {
    text: String,
    look: &'a mut dyn FnMut(&str),
}

impl Looked<'_> {
    fn cell(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\t');
    }

    fn end_of_row(&mut self) {
        self.text.push('\n');
        if self.text.len() > LOOKED_AT_ONCE {
            self.finish();
        }
    }

    fn finish(&mut self) {
        (self.look)(&self.text);
        self.text.clear();
    }
}

struct Formats {
    head: Format,
    amount: Format,
    day: Format,
    wrapped: Format,
}

impl Formats {
    fn new() -> Formats {
        Formats {
            head: Format::new().set_bold().set_align(FormatAlign::Top),
            amount: Format::new().set_num_format("#,##0"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// The sheets of a table: more than one only if it has more rows than a sheet can hold.
struct Parts<'a> {
    columns: &'a [Column],
    formats: &'a Formats,
    table: DataTable,
    /// The sheet that is written to, from 1; none before the first.
    part: u32,
    /// The last row of it that is written; the head is row 0.
    row: u32,
}

impl Parts<'_> {
    fn next_sheet(&mut self, book: &mut Workbook) -> Result<(), XlsxError> {
        if self.part > 0 {
            self.finish(book)?;
        }
        self.part += 1;
        self.row = 0;
        let sheet = book.add_worksheet_with_constant_memory()?;
        let name = self.table.name();
        match self.part {
            1 => sheet.set_name(name)?,
            part => sheet.set_name(format!("{name}_{part}"))?,
        };
        head(
            sheet,
            self.columns.iter().map(|of| (of.name.as_str(), width(of))),
            self.formats,
        )
    }

    fn put(
        &mut self,
        book: &mut Workbook,
        cells: &[Cell<'_>],
        looked: &mut Looked<'_>,
    ) -> Result<(), XlsxError> {
        if self.row == MOST_ROWS {
            self.next_sheet(book)?;
        }
        self.row += 1;
        let last = book.worksheets().len() - 1;
        let sheet = book.worksheet_from_index(last)?;
        for ((cell, of), at) in cells.iter().zip(self.columns).zip(0..) {
            write(sheet, (self.row, at), cell, of.of, self.formats)?;
            if let Cell::Text(text) = cell {
                looked.cell(text);
            }
        }
        looked.end_of_row();
        Ok(())
    }

    /// Sets the filters over all rows that were written.
    fn finish(&mut self, book: &mut Workbook) -> Result<(), XlsxError> {
        let last = book.worksheets().len() - 1;
        filters(
            book.worksheet_from_index(last)?,
            self.row,
            self.columns.len(),
        )
    }
}

/// The head of a sheet: names and widths of columns, frozen.
fn head<'a>(
    sheet: &mut Worksheet,
    columns: impl Iterator<Item = (&'a str, f64)>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    for ((name, width), at) in columns.zip(0..) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, name, &formats.head)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn filters(sheet: &mut Worksheet, last_row: u32, columns: usize) -> Result<(), XlsxError> {
    let last_column = u16::try_from(columns).unwrap_or(1).saturating_sub(1);
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

/// How wide a column is, in digits: by what it holds, but never narrower than most of its name.
fn width(column: &Column) -> f64 {
    let of_cells: u32 = match column.of {
        ColumnType::Text => 32,
        ColumnType::Url => 28,
        ColumnType::Amount => 18,
        ColumnType::Id | ColumnType::Ids => 20,
        ColumnType::Date | ColumnType::Enumeration(_) => 12,
        ColumnType::Integer | ColumnType::Decimal | ColumnType::Year | ColumnType::Boolean => 9,
    };
    let of_name = u32::try_from(column.name.len()).unwrap_or(u32::MAX);
    f64::from(of_cells.max((of_name + 3).min(26)))
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
    of: ColumnType,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(row, column, within(text))?;
        }
        // Exact in a float: it has at most fifteen digits.
        Cell::Integer(number) if *number <= MOST_EXACT => match of {
            ColumnType::Amount => {
                sheet.write_number_with_format(row, column, *number as f64, &formats.amount)?;
            }
            _ => {
                sheet.write_number(row, column, *number as f64)?;
            }
        },
        Cell::Integer(number) => {
            sheet.write_string(row, column, number.to_string())?;
        }
        Cell::Decimal(number) => {
            sheet.write_number(row, column, *number)?;
        }
        Cell::Date(date) => match date {
            Date::Day(day) if day.year() >= FIRST_YEAR => {
                let (year, month, day) = (day.year().unsigned_abs(), day.month(), day.day());
                let day = ExcelDateTime::from_ymd(year, month.unsigned_abs(), day.unsigned_abs())?;
                sheet.write_datetime_with_format(row, column, &day, &formats.day)?;
            }
            _ => {
                sheet.write_string(row, column, date.to_string())?;
            }
        },
        Cell::Boolean(is) => {
            sheet.write_boolean(row, column, *is)?;
        }
    }
    Ok(())
}

/// A text as long as a cell can hold.
fn within(text: &str) -> &str {
    let mut letters = 0;
    let over = text.char_indices().find(|(_, letter)| {
        letters += letter.len_utf16();
        letters > MOST_LETTERS
    });
    over.map_or(text, |(at, _)| &text[..at])
}

/// The sheet that explains every column of every table in each language of the site.
fn explain(
    book: &mut Workbook,
    languages: &[Lang],
    formats: &Formats,
    looked: &mut Looked<'_>,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name("columns")?;
    let mut heads = vec![
        ("table".to_owned(), 24.0),
        ("column".to_owned(), 26.0),
        ("type".to_owned(), 12.0),
    ];
    for what in ["table_title", "title", "description", "values"] {
        let wide = if what == "description" { 60.0 } else { 32.0 };
        heads.extend(
            languages
                .iter()
                .map(|lang| (format!("{what}_{lang}"), wide)),
        );
    }
    head(
        sheet,
        heads.iter().map(|(name, width)| (name.as_str(), *width)),
        formats,
    )?;
    let mut row = 0;
    for &table in DataTable::VARIANTS {
        for column in columns(table, languages) {
            row += 1;
            let mut cells = vec![
                table.name().to_owned(),
                column.name.clone(),
                column.of.name().to_owned(),
            ];
            cells.extend(languages.iter().map(|&lang| table.title(lang)));
            cells.extend(languages.iter().map(|&lang| column.title(lang)));
            cells.extend(languages.iter().map(|&lang| column.description(lang)));
            cells.extend(languages.iter().map(|&lang| values(&column, lang)));
            for (cell, at) in cells.iter().zip(0..) {
                sheet.write_string_with_format(row, at, cell, &formats.wrapped)?;
                looked.cell(cell);
            }
            looked.end_of_row();
        }
    }
    filters(sheet, row, heads.len())
}

/// The words that a column can hold, each with what it means.
fn values(column: &Column, lang: Lang) -> String {
    let Some(of) = column.enumeration() else {
        return words::word(lang, &format!("type-{}", column.of.name()));
    };
    let mut text = String::new();
    for value in of.values() {
        let between = if text.is_empty() { "" } else { "; " };
        // Writing to a string cannot fail.
        let _ = write!(text, "{between}{value}: {}", of.meaning(value, lang));
    }
    text
}
