//! Workbooks: the bytes of an XLSX, XLS, XLSB or ODS file become a book.
//!
//! Values come from calamine. Which rows are hidden and which cells are merged is read from the file's own XML, where it is one of
//! XLSX or ODS; older formats do not tell. One cell far away makes a sheet of billions: what reaches further than anybody's list is refused before
//! there is room made for it.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Reader, SheetType, SheetVisible, Sheets, open_workbook_auto_from_rs,
};
use jiff::civil;

use super::layout::{Layout, layouts};
use super::table::{Book, Cell, CellValue, Row, Sheet, Unreadable};
use super::used::Used;

/// Reads a workbook.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn book(bytes: &[u8]) -> Result<Book, Unreadable> {
    let layouts = layouts(bytes)?;
    let mut file = open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|error| Unreadable::File(error.to_string()))?;
    let mut sheets = Vec::new();
    let mut used = Used::default();
    for (at, of) in file.sheets_metadata().to_vec().into_iter().enumerate() {
        match of.typ {
            SheetType::WorkSheet => {}
            // They have no cells.
            SheetType::DialogSheet
            | SheetType::MacroSheet
            | SheetType::ChartSheet
            | SheetType::Vba => continue,
        }
        let name = of.name;
        let values = values(&mut file, &name, used)?;
        used = values.used.next();
        let layout = layouts.as_ref().and_then(|all| find(all, &name, at));
        let mut rows = rows(&values, layout);
        // Whoever hid a sheet hid its rows.
        match of.visible {
            SheetVisible::Visible => {}
            SheetVisible::Hidden | SheetVisible::VeryHidden => {
                rows.iter_mut().for_each(|row| row.is_hidden = true);
            }
        }
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

/// What stands in the cells of a sheet, by row and column from 0, and how far it reaches.
struct Values {
    cells: HashMap<(usize, usize), CellValue>,
    used: Used,
}

impl Values {
    fn add(&mut self, name: &str, at: (usize, usize), value: CellValue) -> Result<(), Unreadable> {
        if !value.is_empty() {
            self.used.add(name, at)?;
            self.cells.insert(at, value);
        }
        Ok(())
    }

    fn add_all<'a, E: Display>(
        &mut self,
        name: &str,
        mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'a>>>, E>,
    ) -> Result<(), Unreadable> {
        while let Some(cell) = next().map_err(|why| failed(name, why))? {
            let (row, column) = cell.get_position();
            let value = cell_value(&Data::from(cell.get_value().clone()));
            self.add(name, (row as usize, column as usize), value)?;
        }
        Ok(())
    }
}

fn failed(name: &str, why: impl Display) -> Unreadable {
    Unreadable::Sheet {
        name: name.to_owned(),
        why: why.to_string(),
    }
}

/// The values of a sheet. `used`: what those before it use.
fn values(file: &mut Sheets<Cursor<&[u8]>>, name: &str, used: Used) -> Result<Values, Unreadable> {
    let mut values = Values {
        cells: HashMap::new(),
        used,
    };
    match file {
        // Where cells are read one by one, no room is made for those that are not there.
        Sheets::Xlsx(file) => {
            let reader = file.worksheet_cells_reader(name);
            let mut reader = reader.map_err(|why| failed(name, why))?;
            values.add_all(name, || reader.next_cell())?;
        }
        Sheets::Xlsb(file) => {
            let reader = file.worksheet_cells_reader(name);
            let mut reader = reader.map_err(|why| failed(name, why))?;
            values.add_all(name, || reader.next_cell())?;
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = file.worksheet_range(name);
            let range = range.map_err(|why| failed(name, why))?;
            let (first_row, first_column) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let at = (row + first_row as usize, column + first_column as usize);
                values.add(name, at, cell_value(value))?;
            }
        }
    }
    Ok(values)
}

fn rows(values: &Values, layout: Option<&Layout>) -> Vec<Row> {
    let (height, width) = values.used.size();
    let value = |row: usize, column: usize| {
        let found = values.cells.get(&(row, column));
        found.cloned().unwrap_or_default()
    };
    let areas = || layout.iter().flat_map(|layout| &layout.merged);
    let merged = areas().flat_map(|area| {
        let rows = area.first.0..=area.last.0.min(height.saturating_sub(1));
        rows.flat_map(move |row| {
            let columns = area.first.1..=area.last.1.min(width.saturating_sub(1));
            columns.map(move |column| ((row, column), area.first))
        })
    });
    // Areas do not overlap, unless somebody made a file so that they do.
    let merged = merged.take(Used::MOST_CELLS);
    let merged: HashMap<(usize, usize), (usize, usize)> =
        merged.filter(|(at, first)| at != first).collect();
    let tall = areas().filter(|area| area.last.0 > area.first.0);
    let spanning: HashSet<(usize, usize)> = tall.map(|area| area.first).collect();
    let rows = (0..height).map(|row| Row {
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
    });
    rows.collect()
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
