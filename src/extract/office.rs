//! Sheets of an XLSX file: rows of cells, whose texts stand once for all in another part.

use super::rows;
use super::xml::joined;

/// The rows of a sheet, by the texts that it shares with others.
pub(super) fn cells(sheet: &str, strings: &str) -> String {
    let shared: Vec<String> = strings
        .split("<si>")
        .skip(1)
        .map(|text| joined(text.split("</si>").next().unwrap_or("")))
        .collect();
    let mut rows = String::new();
    for row in sheet.split("<row").skip(1) {
        let cells: Vec<String> = row
            .split("<c ")
            .skip(1)
            .map(|cell| value(cell, &shared))
            .collect();
        rows::line(cells.iter().map(String::as_str), &mut rows);
    }
    rows
}

/// What a cell shows, from the attributes of its tag on.
fn value(cell: &str, shared: &[String]) -> String {
    let (tag, body) = cell.split_once('>').unwrap_or((cell, ""));
    let body = body.split("</c>").next().unwrap_or("");
    let text = joined(body).trim().to_owned();
    let number = || text.parse::<usize>().ok();
    match tag.contains("t=\"s\"") {
        true => number()
            .and_then(|n| shared.get(n))
            .cloned()
            .unwrap_or_default(),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_a_row_stand_in_a_line() {
        let strings = "<sst><si><t>Серик</t></si><si><r><t>Осп</t></r><r><t>ан</t></r></si></sst>";
        let sheet = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\"><v>5</v></c></row>";
        assert_eq!(cells(sheet, strings), ". Оспан Серик 5\n.\n");
    }
}
