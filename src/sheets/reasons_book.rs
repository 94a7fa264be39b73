//! The report as a workbook: the cells of the sheet as they were read, with the result and the reasons of each row.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError,
};

use super::outcome::Import;
use super::phrases::state_word;
use super::report::told;
use super::table::{Book, CellValue};
use super::verdict::State;
use crate::locale::Language;

/// The headings of what it adds to a sheet.
const HEADINGS: [&str; 3] = [
    "sheet-answer-column",
    "sheet-reason-column",
    "sheet-mark-column",
];

/// Whether a book is such a report.
pub(crate) fn is_reasons_book(book: &Book, words: &Language) -> bool {
    let own = HEADINGS.map(|id| words.messages.format(id, &[]).unwrap_or_default());
    let rows = book.sheets.iter().flat_map(|sheet| &sheet.rows);
    let mut rows = rows.map(|row| row.cells.iter().rev().map(|cell| cell.value.shown()));
    rows.any(|cells| {
        let mut last: Vec<String> = cells.filter(|text| !text.is_empty()).take(3).collect();
        last.reverse();
        last == own
    })
}

/// The bytes of the workbook.
///
/// # Errors
/// What the writing library could not do.
pub(crate) fn reasons_book(import: &Import, words: &Language) -> Result<Vec<u8>, XlsxError> {
    let [answer, reason, mark] =
        HEADINGS.map(|id| words.messages.format(id, &[]).unwrap_or_default());
    let bold = Format::new().set_bold();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut book = Workbook::new();
    book.set_properties(
        &DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    for (at, sheet) in import.book.sheets.iter().enumerate() {
        let page = book.add_worksheet();
        if !sheet.name.is_empty() {
            page.set_name(&sheet.name)?;
        }
        let width = sheet.rows.iter().map(|row| row.cells.len()).max();
        let result = width.unwrap_or(0) as u16;
        let verdicts: Vec<_> = import.rows.iter().filter(|row| row.sheet == at).collect();
        let head = import.columns[at].as_ref().and_then(|columns| columns.head);
        for (place, row) in sheet.rows.iter().enumerate() {
            let line = row.number - 1;
            for (column, cell) in row.cells.iter().enumerate() {
                let column = column as u16;
                match &cell.value {
                    // What a merged cell covers was empty.
                    _ if cell.is_merged => {}
                    CellValue::Empty => {}
                    CellValue::Text(text) | CellValue::Failed(text) => {
                        page.write_string(line, column, text)?;
                    }
                    CellValue::Number(number) => {
                        page.write_number(line, column, *number)?;
                    }
                    CellValue::Day(of) => {
                        let date = ExcelDateTime::from_ymd(
                            of.year() as u16,
                            of.month() as u8,
                            of.day() as u8,
                        );
                        match date {
                            Ok(date) => {
                                page.write_datetime_with_format(line, column, date, &day)?
                            }
                            Err(_) => page.write_string(line, column, of.to_string())?,
                        };
                    }
                }
            }
            if row.is_hidden {
                page.set_row_hidden(line)?;
            }
            if head == Some(place) {
                page.write_string_with_format(line, result, &answer, &bold)?;
                page.write_string_with_format(line, result + 1, &reason, &bold)?;
                page.write_string_with_format(line, result + 2, &mark, &bold)?;
                continue;
            }
            let Some(verdict) = verdicts.get(place) else {
                continue;
            };
            let colour = match verdict.state {
                State::Understood => Color::RGB(0xE2F0D9),
                State::Doubtful => Color::RGB(0xFFF2CC),
                State::Refused => Color::RGB(0xF8CBAD),
                State::Known | State::Skipped => Color::RGB(0xEDEDED),
            };
            let state = Format::new()
                .set_background_color(colour)
                .set_align(FormatAlign::Top);
            let reasons: Vec<String> = verdict
                .remarks
                .iter()
                .map(|remark| told(remark, words))
                .collect();
            page.write_string_with_format(line, result, state_word(verdict.state, words), &state)?;
            page.write_string_with_format(line, result + 1, reasons.join("\n"), &wrapped)?;
            if let Some(mark) = &verdict.mark {
                page.write_string_with_format(line, result + 2, mark, &wrapped)?;
            }
        }
        page.set_column_width(result, 16)?;
        page.set_column_width(result + 1, 80)?;
        page.set_column_width(result + 2, 20)?;
    }
    book.save_to_buffer()
}
