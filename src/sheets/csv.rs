//! Tables in plain text: bytes in UTF-8, UTF-16 or Windows-1251, with cells apart by `;`, `,` or tabs.
//!
//! Takes the bytes of a file, gives a book of one sheet. Of a text nobody knows which rows were hidden.

use encoding_rs::{UTF_8, WINDOWS_1251};

use super::table::{Book, Cell, CellValue, Row, Sheet, Unreadable};
use super::used::Used;

/// What may stand between cells, the likeliest first: where Russian or Kazakh is set, Excel writes `;`.
const DELIMITERS: [u8; 3] = [b';', b'\t', b','];

/// So many lines are looked at to see what stands between cells.
const LOOKED_AT: usize = 50;

/// What a report calls the one sheet by.
const NAME: &str = "CSV";

/// Reads a table.
///
/// # Errors
/// It has more columns than a list does.
pub(super) fn book(bytes: &[u8]) -> Result<Book, Unreadable> {
    let (text, encoding) = decoded(bytes);
    let mut rows = Vec::new();
    let mut used = Used::default();
    for (at, record) in records(&text, delimiter(&text)).iter().enumerate() {
        used.add(NAME, (0, record.len().saturating_sub(1)))?;
        let cells = record.iter().map(|text| Cell::of(CellValue::text(text)));
        rows.push(Row {
            number: at as u32 + 1,
            is_hidden: false,
            cells: cells.collect(),
        });
    }
    while rows.last().is_some_and(Row::is_blank) {
        rows.pop();
    }
    Ok(Book {
        sheets: vec![Sheet {
            name: String::new(),
            rows,
        }],
        tells_hidden: false,
        encoding,
    })
}

/// The text of the bytes, and its encoding if it is not UTF-8.
fn decoded(bytes: &[u8]) -> (String, Option<&'static str>) {
    // What begins with a mark of its encoding is in that one.
    let (text, encoding, is_damaged) = UTF_8.decode(bytes);
    let name =
        |encoding: &'static encoding_rs::Encoding| (encoding != UTF_8).then(|| encoding.name());
    if !is_damaged {
        return (text.into_owned(), name(encoding));
    }
    let (text, _, _) = WINDOWS_1251.decode(bytes);
    (text.into_owned(), Some(WINDOWS_1251.name()))
}

/// What stands between the cells: what cuts the most lines into equally many, more than one.
fn delimiter(text: &str) -> u8 {
    // Excel's own hint stands in the first line.
    if let Some(hint) = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("sep="))
        && let Some(&byte) = hint.as_bytes().first()
        && byte.is_ascii()
    {
        return byte;
    }
    let rating = |delimiter: &u8| {
        let widths: Vec<usize> = records(text, *delimiter)
            .iter()
            .take(LOOKED_AT)
            .map(Vec::len)
            .filter(|&width| width > 1)
            .collect();
        let count = |width: usize| widths.iter().filter(|other| **other == width).count();
        widths.iter().map(|&width| count(width)).max().unwrap_or(0)
    };
    let mut best = (DELIMITERS[0], 0);
    for delimiter in DELIMITERS {
        let rated = rating(&delimiter);
        if rated > best.1 {
            best = (delimiter, rated);
        }
    }
    best.0
}

/// The cells of each line. A quotation mark that none closes would make one cell of many rows: then marks are letters.
fn records(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let found = cut(text, delimiter, true);
    let holds_rows = |cell: &String| {
        let mut lines = cell.lines();
        let is_row = |line: &str| line.bytes().filter(|byte| *byte == delimiter).count() >= 2;
        cell.contains('\n') && lines.any(is_row)
    };
    match found.iter().flatten().any(holds_rows) {
        true => cut(text, delimiter, false),
        false => found,
    }
}

/// The cells of each line, blank lines with them, so that numbers of rows are those that an editor sees.
fn cut(text: &str, delimiter: u8, has_quotes: bool) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(has_quotes)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records: Vec<Vec<String>> = Vec::new();
    let mut record = csv::StringRecord::new();
    let lines = line_starts(text);
    let mut extra = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => continue,
        }
        let Some(position) = record.position() else {
            continue;
        };
        // The reader passes over blank lines; a spreadsheet does not.
        let line = lines.partition_point(|&start| start <= position.byte() as usize);
        let row = (line.max(1) - 1).saturating_sub(extra);
        records.resize_with(records.len().max(row), Vec::new);
        let cells: Vec<String> = wanted(&record).map(str::to_owned).collect();
        // A cell of several lines is one row.
        extra += cells
            .iter()
            .map(|cell| cell.matches('\n').count())
            .sum::<usize>();
        records.push(cells);
    }
    records
}

/// The cells of a line; of one that has too many those that are filled, and no more than tell that.
fn wanted(record: &csv::StringRecord) -> impl Iterator<Item = &str> {
    let count = match record.len() > Used::MOST_COLUMNS {
        true => (0..record.len()).rfind(|&at| !record[at].is_empty()),
        false => record.len().checked_sub(1),
    };
    let count = count.map_or(0, |last| last + 1);
    record.iter().take(count.min(Used::MOST_COLUMNS + 1))
}

/// The byte that each line begins with.
fn line_starts(text: &str) -> Vec<usize> {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(ends).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = book(bytes).unwrap().sheets.remove(0);
        let rows = sheet.rows.iter();
        rows.map(|row| row.cells.iter().map(|cell| cell.value.shown()).collect())
            .collect()
    }

    #[test]
    fn the_sign_between_cells_is_seen() {
        let expected = vec![vec!["а", "1,5"], vec!["б", "2"]];
        for text in [
            "а;1,5\nб;2\n",
            "а\t1,5\r\nб\t2\r\n",
            "а,\"1,5\"\nб,2",
            "\u{feff}а;1,5\nб;2",
        ] {
            assert_eq!(cells(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn a_line_of_a_great_many_cells_is_refused_if_they_are_filled() {
        let empty = ";".repeat(100_000);
        assert_eq!(cells(format!("а;б\n{empty}\n").as_bytes()), [["а", "б"]]);
        let told = book(format!("а;б\n{empty}в\n").as_bytes());
        assert!(matches!(told, Err(Unreadable::TooWide { .. })), "{told:?}");
    }

    #[test]
    fn other_encodings_are_read() {
        let (bytes, _, _) = WINDOWS_1251.encode("Меценат;Сумма\nДала;5");
        assert_eq!(cells(&bytes)[0], ["Меценат", "Сумма"]);
        assert_eq!(book(&bytes).unwrap().encoding, Some("windows-1251"));
        let wide: Vec<u8> = "\u{feff}Қор\t5"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(cells(&wide)[0], ["Қор", "5"]);
    }

    #[test]
    fn a_mark_that_none_closes_swallows_no_row() {
        let text = "а;б;в\n\"Дала ЖШС;1;2\nҚала;3;4\n\"Жер\" ЖШС;5;6\n";
        let expected = [
            ["а", "б", "в"],
            ["\"Дала ЖШС", "1", "2"],
            ["Қала", "3", "4"],
            ["\"Жер\" ЖШС", "5", "6"],
        ];
        assert_eq!(cells(text.as_bytes()), expected);
    }

    #[test]
    fn rows_are_counted_as_an_editor_sees_them() {
        let text = "а;б\n\n;\n\"в\nг\";д\nе;ж\n";
        let sheet = book(text.as_bytes()).unwrap().sheets.remove(0);
        let rows: Vec<(u32, String)> = sheet
            .rows
            .iter()
            .map(|row| (row.number, row.cell(0).shown()))
            .collect();
        let expected = [(1, "а"), (2, ""), (3, ""), (4, "в г"), (5, "е")];
        assert_eq!(rows, expected.map(|(row, text)| (row, text.to_owned())));
    }
}
