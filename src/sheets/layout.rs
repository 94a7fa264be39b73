//! The layout of sheets: which rows are hidden, and which cells are merged into one.
//!
//! Takes the bytes of an XLSX or ODS file, gives the layout of each sheet by its name. Reads the file's own XML, and of it no more
//! than a bound, since what is packed may be far larger than it looks.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::table::Unreadable;
use super::used::Used;

/// The most bytes that are unpacked of all files together.
const MOST_UNPACKED: u64 = 256 << 20;

/// No sheet of any program is so long.
const FURTHEST: usize = 1 << 24;

/// What a cell of an ODS file that holds something says.
const VALUES: [&str; 3] = ["value-type", "value", "formula"];

/// What a sheet has besides values.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Layout {
    /// Rows, from 0.
    pub hidden: HashSet<usize>,
    pub merged: Vec<Area>,
}

/// Merged cells: row and column of the first and of the last, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub first: (usize, usize),
    pub last: (usize, usize),
}

/// The layouts of all sheets, in their order; none if the format does not tell.
///
/// # Errors
/// The file holds more than anyone's list does.
pub(super) fn layouts(bytes: &[u8]) -> Result<Option<Vec<(String, Layout)>>, Unreadable> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(None);
    };
    let mut all: u64 = 0;
    for at in 0..archive.len() {
        all += archive.by_index_raw(at).map_or(0, |file| file.size());
    }
    if all > MOST_UNPACKED {
        return Err(Unreadable::TooLarge(MOST_UNPACKED >> 20));
    }
    let mut text = |name: &str| -> Option<String> {
        let file = archive.by_name(name).ok()?;
        let mut text = String::new();
        file.take(MOST_UNPACKED).read_to_string(&mut text).ok()?;
        Some(text)
    };
    if let Some(content) = text("content.xml") {
        return of_ods(&content).map(Some);
    }
    let Some(workbook) = text("xl/workbook.xml") else {
        return Ok(None);
    };
    let targets = targets(&text("xl/_rels/workbook.xml.rels").unwrap_or_default());
    let mut found = Vec::new();
    for (name, id) in sheets(&workbook) {
        let path = targets.iter().find(|(other, _)| *other == id);
        // Of what is not where it has to be nobody knows what is hidden.
        let Some(sheet) = path.and_then(|(_, path)| text(&path_of(path))) else {
            return Ok(None);
        };
        found.push((name, of_xlsx(&sheet)));
    }
    Ok(Some(found))
}

fn path_of(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    }
}

/// The value of an attribute, by its name without a prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    value.ok().map(|value| value.into_owned())
}

/// Goes through all tags that open.
fn each_tag(xml: &str, mut give: impl FnMut(&BytesStart<'_>, bool)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => give(&tag, false),
            Ok(Event::Empty(tag)) => give(&tag, true),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

/// The names of the sheets with the ids of their files.
fn sheets(workbook: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    each_tag(workbook, |tag, _| {
        if tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "id"))
        {
            found.push((name, id));
        }
    });
    found
}

/// The files that ids stand for.
fn targets(relations: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    each_tag(relations, |tag, _| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            found.push((id, target));
        }
    });
    found
}

fn of_xlsx(sheet: &str) -> Layout {
    let mut layout = Layout::default();
    let mut row = 0;
    each_tag(sheet, |tag, _| match tag.local_name().as_ref() {
        "row" => {
            let number = attribute(tag, "r").and_then(|number| number.parse().ok());
            row = number.unwrap_or(row + 1);
            let is_hidden = attribute(tag, "hidden").is_some_and(|is| is == "1" || is == "true");
            if is_hidden && row > 0 {
                layout.hidden.insert(row - 1);
            }
        }
        "mergeCell" => {
            let area = attribute(tag, "ref").and_then(|area| {
                let (first, last) = area.split_once(':')?;
                Some(Area {
                    first: cell(first)?,
                    last: cell(last)?,
                })
            });
            layout.merged.extend(area);
        }
        _ => {}
    });
    layout
}

/// Row and column of a cell, from 0: `B3`.
fn cell(name: &str) -> Option<(usize, usize)> {
    let at = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = name.split_at(at);
    let column = letters.bytes().try_fold(0_usize, |sum, letter| {
        letter
            .is_ascii_uppercase()
            .then(|| sum * 26 + usize::from(letter - b'A') + 1)
    })?;
    let row: usize = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// The layouts of an ODS file. What it repeats is laid out as soon as it is opened, so that is counted here.
fn of_ods(content: &str) -> Result<Vec<(String, Layout)>, Unreadable> {
    let mut found: Vec<(String, Layout)> = Vec::new();
    let mut used = Used::default();
    let mut wrong = None;
    let (mut row, mut rows_here, mut column) = (0_usize, 0_usize, 0_usize);
    // The empty cells at the end of a row are not laid out.
    let (mut laid_out, mut last_ones, mut spaces) = (0_usize, 0_usize, 0_u64);
    let number = |tag: &BytesStart<'_>, name: &str| {
        let number = attribute(tag, name).and_then(|number| number.parse::<usize>().ok());
        number.unwrap_or(1).min(FURTHEST)
    };
    each_tag(content, |tag, _| match tag.local_name().as_ref() {
        "table" => {
            let name = attribute(tag, "name").unwrap_or_default();
            found.push((name, Layout::default()));
            used = used.next();
            (row, rows_here) = (0, 0);
        }
        "table-row" => {
            row = row.saturating_add(rows_here);
            rows_here = number(tag, "number-rows-repeated");
            (column, last_ones) = (0, 0);
            let is_hidden = attribute(tag, "visibility").is_some_and(|is| is != "visible");
            if let Some((_, layout)) = found.last_mut().filter(|_| is_hidden) {
                // No row behind these is read.
                let end = row.saturating_add(rows_here).min(Used::MOST_ROWS);
                layout.hidden.extend(row..end);
            }
        }
        "table-cell" | "covered-table-cell" => {
            let Some((name, layout)) = found.last_mut() else {
                return;
            };
            let rows = number(tag, "number-rows-spanned");
            let columns = number(tag, "number-columns-spanned");
            if rows > 1 || columns > 1 {
                layout.merged.push(Area {
                    first: (row, column),
                    last: (row + rows - 1, column + columns - 1),
                });
            }
            let repeated = number(tag, "number-columns-repeated");
            laid_out = laid_out.saturating_add(last_ones);
            last_ones = repeated;
            let end = row.saturating_add(rows_here).saturating_sub(1);
            let is_filled = VALUES.iter().any(|name| attribute(tag, name).is_some());
            let at = match laid_out > 2 * Used::MOST_CELLS {
                true => Some((FURTHEST, column)),
                false => is_filled.then_some((end, column + repeated - 1)),
            };
            if let (None, Some(at)) = (&wrong, at) {
                wrong = used.add(name, at).err();
            }
            column = (column + repeated).min(FURTHEST);
        }
        // Spaces of a text: `<text:s text:c="3"/>`.
        "s" => {
            spaces += number(tag, "c") as u64;
            if spaces > MOST_UNPACKED {
                wrong = Some(Unreadable::TooLarge(MOST_UNPACKED >> 20));
            }
        }
        _ => {}
    });
    match wrong {
        Some(wrong) => Err(wrong),
        None => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_merged_cells_of_xlsx_are_found() {
        let layout = of_xlsx(
            "<worksheet><sheetData><row r=\"1\"/><row r=\"3\" hidden=\"1\"/></sheetData>\
             <mergeCells><mergeCell ref=\"B2:C4\"/></mergeCells></worksheet>",
        );
        let area = Area {
            first: (1, 1),
            last: (3, 2),
        };
        assert_eq!(layout.hidden, HashSet::from([2]));
        assert_eq!(layout.merged, [area]);
    }

    #[test]
    fn hidden_rows_and_merged_cells_of_ods_are_found() {
        let sheets = of_ods(
            "<a:table a:name=\"Лист\"><a:table-row a:number-rows-repeated=\"2\"><a:table-cell/></a:table-row>\
             <a:table-row a:visibility=\"filter\"><a:table-cell a:number-columns-repeated=\"2\"/>\
             <a:table-cell a:number-rows-spanned=\"3\"/></a:table-row></a:table>",
        );
        let sheets = sheets.unwrap();
        let (name, layout) = &sheets[0];
        assert_eq!(name, "Лист");
        assert_eq!(layout.hidden, HashSet::from([2]));
        assert_eq!(layout.merged[0].first, (2, 2));
        assert_eq!(layout.merged[0].last, (4, 2));
    }

    #[test]
    fn what_an_ods_file_repeats_is_counted_before_it_is_opened() {
        let told =
            |rows: &str| of_ods(&format!("<a:table a:name=\"Лист\">{rows}</a:table>")).map(|_| ());
        let value = "<a:table-cell o:value-type=\"float\" o:value=\"5\"";
        let cell = |cell: &str| {
            let name = "Лист".to_owned();
            let cell = cell.to_owned();
            Err(Unreadable::TooWide { name, cell })
        };
        for (rows, expected) in [
            (
                format!("<a:table-row a:number-rows-repeated=\"1048576\">{value}/></a:table-row>"),
                cell("A1048576"),
            ),
            (
                format!("<a:table-row>{value} a:number-columns-repeated=\"16384\"/></a:table-row>"),
                cell("XFD1"),
            ),
            // The rest of a sheet is stored as empty cells that repeat.
            (
                format!(
                    "<a:table-row>{value}/><a:table-cell a:number-columns-repeated=\"16383\"/></a:table-row>\
                     <a:table-row a:number-rows-repeated=\"1048575\"><a:table-cell a:number-columns-repeated=\"16384\"/>\
                     </a:table-row>"
                ),
                Ok(()),
            ),
        ] {
            assert_eq!(told(&rows), expected, "{rows}");
        }
        let hidden = "<a:table-row a:visibility=\"collapse\" a:number-rows-repeated=\"100000\"/>";
        let sheets = of_ods(&format!(
            "<a:table a:name=\"Лист\">{}</a:table>",
            hidden.repeat(3)
        ));
        assert_eq!(sheets.unwrap()[0].1.hidden.len(), Used::MOST_ROWS);
        let empty = "<a:table-row><a:table-cell a:number-columns-repeated=\"16000\"/><a:table-cell/></a:table-row>";
        assert!(told(&empty.repeat(2000)).is_err());
        let spaces = "<a:s a:c=\"16000000\"/>";
        let text = format!(
            "<a:table-row><a:table-cell>{}</a:table-cell></a:table-row>",
            spaces.repeat(20)
        );
        assert_eq!(told(&text), Err(Unreadable::TooLarge(256)));
    }
}
