//! Workbooks: the bytes of an XLSX, XLS, XLSB or ODS file become a book.
//!
//! Values come from calamine. Which rows are hidden and which cells are merged is read from the file's own XML, where it is one of
//! XLSX or ODS; older formats do not tell.

use std::collections::{HashMap, HashSet};
use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use jiff::civil;

use super::layout::{Layout, layouts};
use super::table::{Book, Cell, CellValue, Row, Sheet};

/// More rows or columns than this are no list that somebody keeps.
const MOST_ROWS: usize = 100_000;
const MOST_COLUMNS: usize = 500;

/// Reads a workbook.
///
/// # Errors
/// Why it cannot be read, in the words of the library.
pub(super) fn book(bytes: &[u8]) -> Result<Book, String> {
    let layouts = layouts(bytes)?;
    let mut file =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut sheets = Vec::new();
    for (at, name) in file.sheet_names().into_iter().enumerate() {
        // A chart has no cells.
        let Ok(range) = file.worksheet_range(&name) else {
            continue;
        };
        let layout = layouts.as_ref().and_then(|all| find(all, &name, at));
        let rows = rows(&range, layout);
        sheets.push(Sheet { name, rows });
    }
    Ok(Book {
        sheets,
        tells_hidden: layouts.is_some(),
        encoding: None,
    })
}

fn find<'a>(all: &'a [(String, Layout)], name: &str, at: usize) -> Option<&'a Layout> {
    let named = all.iter().find(|(other, _)| other == name);
    named.or_else(|| all.get(at)).map(|(_, layout)| layout)
}

fn rows(range: &calamine::Range<Data>, layout: Option<&Layout>) -> Vec<Row> {
    let Some((last_row, last_column)) = range.end() else {
        return Vec::new();
    };
    let height = (last_row as usize + 1).min(MOST_ROWS);
    let width = (last_column as usize + 1).min(MOST_COLUMNS);
    let value = |row: usize, column: usize| {
        let found = range.get_value((row as u32, column as u32));
        found.map_or(CellValue::Empty, cell_value)
    };
    let mut merged: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
    for area in layout.iter().flat_map(|layout| &layout.merged) {
        let rows = area.first.0..=area.last.0.min(height.saturating_sub(1));
        for row in rows {
            for column in area.first.1..=area.last.1.min(width.saturating_sub(1)) {
                if (row, column) != area.first {
                    merged.insert((row, column), area.first);
                }
            }
        }
    }
    let areas = layout.iter().flat_map(|layout| &layout.merged);
    let tall = areas.filter(|area| area.last.0 > area.first.0);
    let spanning: HashSet<(usize, usize)> = tall.map(|area| area.first).collect();
    let mut rows: Vec<Row> = (0..height)
        .map(|row| Row {
            number: row as u32 + 1,
            is_hidden: layout.is_some_and(|layout| layout.hidden.contains(&row)),
            cells: (0..width)
                .map(|column| match merged.get(&(row, column)) {
                    Some(&(row, column)) => Cell {
                        value: value(row, column),
                        is_merged: true,
                        spans_rows: false,
                    },
                    None => Cell {
                        value: value(row, column),
                        is_merged: false,
                        spans_rows: spanning.contains(&(row, column)),
                    },
                })
                .collect(),
        })
        .collect();
    while rows.last().is_some_and(Row::is_blank) {
        rows.pop();
    }
    rows
}

fn cell_value(data: &Data) -> CellValue {
    match data {
        Data::Empty => CellValue::Empty,
        Data::String(text) => CellValue::text(text),
        Data::Int(number) => CellValue::Number(*number as f64),
        Data::Float(number) => CellValue::Number(*number),
        Data::Bool(is_so) => CellValue::text(if *is_so { "TRUE" } else { "FALSE" }),
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            match civil::Date::new(year as i16, month as i8, day as i8) {
                Ok(day) => CellValue::Day(day),
                Err(_) => CellValue::Number(time.as_f64()),
            }
        }
        Data::DateTime(time) => CellValue::Number(time.as_f64()),
        Data::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => CellValue::Day(day),
            None => CellValue::text(text),
        },
        Data::DurationIso(text) => CellValue::text(text),
        Data::Error(error) => CellValue::Failed(error.to_string()),
    }
}
