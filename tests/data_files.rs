//! Files of open data that are made of the tables: the package, the workbook, grants, uploads; each is read back by other
//! code than ours and compared with the CSV of its tables.

use std::collections::BTreeMap;
use std::io::Cursor;

use crate::support::Site;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::Value;
use sha2::{Digest, Sha256};

type Files = BTreeMap<String, Vec<u8>>;

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    let file = files.get(path);
    let file = file.unwrap_or_else(|| panic!("{path} is not there"));
    std::str::from_utf8(file).unwrap()
}

fn json(files: &Files, path: &str) -> Value {
    serde_json::from_str(text(files, path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The rows of a CSV, the head first.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                row.last_mut().unwrap().push('"');
                letters.next();
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            letter => row.last_mut().unwrap().push(letter),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "it ends with a line");
    rows
}

/// The tables that the package tells of.
fn tables(files: &Files) -> Vec<Value> {
    let package = json(files, "data/datapackage.json");
    package["resources"].as_array().unwrap().clone()
}

fn name(table: &Value) -> &str {
    table["name"].as_str().unwrap()
}

fn csv_of(files: &Files, table: &Value) -> Vec<Vec<String>> {
    rows(text(files, &format!("data/{}.csv", name(table))))
}

#[test]
fn the_package_tells_what_each_file_is() {
    let files = Site::golden("sums").publish(&[], &[]);
    for table in tables(&files) {
        let path = format!("data/{}", table["path"].as_str().unwrap());
        let bytes = &files[&path];
        assert_eq!(table["bytes"], bytes.len(), "{path}");
        let digest = Sha256::digest(bytes);
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(table["hash"], format!("sha256:{digest}"), "{path}");
        let rows = csv_of(&files, &table);
        assert_eq!(table["rowCount"], rows.len() - 1, "{path}");
        let fields = table["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(rows[0], names, "{path}");
    }
}

#[test]
fn every_foreign_key_leads_to_a_row() {
    let files = Site::golden("sums").publish(&[], &[]);
    let tables = tables(&files);
    let mut keys = 0;
    for table in &tables {
        let here = csv_of(&files, table);
        for key in table["schema"]["foreignKeys"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let to = match key["reference"]["resource"].as_str().unwrap() {
                "" => name(table),
                other => other,
            };
            let there = tables.iter().find(|table| name(table) == to);
            let there = csv_of(&files, there.unwrap_or_else(|| panic!("no table {to}")));
            let cells = |rows: &[Vec<String>], fields: &Value| -> Vec<Vec<String>> {
                let fields = fields.as_array().unwrap().iter().map(|field| {
                    let at = rows[0].iter().position(|name| field == name);
                    at.unwrap_or_else(|| panic!("{to}: no column {field}"))
                });
                let fields: Vec<usize> = fields.collect();
                let rows = rows[1..].iter();
                rows.map(|row| fields.iter().map(|&at| row[at].clone()).collect())
                    .collect()
            };
            let known = cells(&there, &key["reference"]["fields"]);
            for cell in cells(&here, &key["fields"]) {
                let is_empty = cell.iter().any(String::is_empty);
                assert!(
                    is_empty || known.contains(&cell),
                    "{}: {cell:?}",
                    name(table)
                );
            }
            keys += 1;
        }
    }
    assert!(keys > 20, "only {keys} keys");
}

#[test]
fn the_workbook_holds_the_rows_of_every_table() {
    let files = Site::golden("sums").publish(&[], &[]);
    let book = Cursor::new(files["data/tables.xlsx"].clone());
    let mut book: Xlsx<_> = open_workbook_from_rs(book).unwrap();
    for table in tables(&files) {
        let sheet = book.worksheet_range(name(&table)).unwrap();
        let expected = csv_of(&files, &table);
        let fields = table["schema"]["fields"].as_array().unwrap();
        for (nth, row) in expected.iter().enumerate() {
            for (at, cell) in row.iter().enumerate() {
                let place = (u32::try_from(nth).unwrap(), u32::try_from(at).unwrap());
                let found = sheet.get_value(place).unwrap_or(&Data::Empty);
                let is_typed = nth > 0 && !cell.is_empty();
                let of = fields[at]["type"].as_str().unwrap();
                let is_date = fields[at]["constraints"]["pattern"].is_string();
                let expected = format!("{} {place:?}: {cell:?}", name(&table));
                match (found, of) {
                    (Data::Float(found), "integer" | "number" | "year") if is_typed => {
                        assert_eq!(*found, cell.parse::<f64>().unwrap(), "{expected}");
                    }
                    (Data::Bool(found), "boolean") if is_typed => {
                        assert_eq!(found.to_string(), *cell, "{expected}");
                    }
                    (Data::DateTime(found), "string") if is_date && cell.len() == 10 => {
                        let (year, month, day, ..) = found.to_ymd_hms_milli();
                        assert_eq!(format!("{year}-{month:02}-{day:02}"), *cell, "{expected}");
                    }
                    // What a spreadsheet would run stands behind an apostrophe in CSV alone.
                    (Data::String(found), "string") => {
                        assert_eq!(found, cell.trim_start_matches('\''), "{expected}");
                    }
                    (Data::String(found), _) if nth == 0 => assert_eq!(found, cell, "{expected}"),
                    (Data::Empty, _) => assert_eq!(cell, "", "{expected}"),
                    _ => panic!("{expected}, but {found:?}"),
                }
            }
        }
        assert_eq!(sheet.height(), expected.len(), "{}", name(&table));
    }
    let told = book.worksheet_range("columns").unwrap();
    let columns: usize = tables(&files)
        .iter()
        .map(|table| csv_of(&files, table)[0].len())
        .sum();
    assert_eq!(told.height(), columns + 1, "every column is explained");
}

#[test]
fn a_formula_stays_a_text_in_the_workbook() {
    let site = Site::golden("sums");
    site.edit(
        "content/projects/gym.kk.md",
        "title: ",
        "title: \"=1+1\" # ",
    );
    let files = site.publish(&[], &[]);
    let book = Cursor::new(files["data/tables.xlsx"].clone());
    let mut book: Xlsx<_> = open_workbook_from_rs(book).unwrap();
    let sheet = book.worksheet_range("projects").unwrap();
    let mut cells = sheet.used_cells();
    assert!(cells.any(|(_, _, cell)| *cell == Data::String("=1+1".to_owned())));
    let formulas = book.worksheet_formula("projects").unwrap();
    assert!(
        formulas
            .used_cells()
            .all(|(_, _, formula)| formula.is_empty())
    );
}

#[test]
fn grants_are_delivered_contributions_with_an_amount_and_a_day() {
    let files = Site::portal().publish(&[], &[]);
    let all = json(&files, "data/grants-360.json");
    assert_eq!(all["version"], "1.4");
    let table = rows(text(&files, "data/contributions.csv"));
    let at = |name: &str| table[0].iter().position(|of| of == name).unwrap();
    let mut expected: Vec<(String, u64)> = Vec::new();
    let mut left_out = 0;
    for row in &table[1..] {
        let is_grant = row[at("status")] == "delivered"
            && !row[at("amount")].is_empty()
            && row[at("date_precision")] == "day";
        match is_grant {
            true => expected.push((
                format!("tagzym-{}", row[at("id")]),
                row[at("amount")].parse().unwrap(),
            )),
            false => left_out += 1,
        }
    }
    assert!(
        left_out > 0,
        "the portal has contributions that are no grants"
    );
    let grants = all["grants"].as_array().unwrap();
    let found = grants.iter().map(|grant| {
        let id = grant["id"].as_str().unwrap().to_owned();
        (id, grant["amountAwarded"].as_u64().unwrap())
    });
    assert_eq!(found.collect::<Vec<_>>(), expected);
    let mut joint: BTreeMap<&str, &str> = BTreeMap::new();
    for grant in grants {
        let giver = &grant["fundingOrganization"][0];
        let [id, name] = ["id", "name"].map(|field| giver[field].as_str().unwrap());
        if id.starts_with("tagzym-joint-") {
            let known = *joint.entry(name).or_insert(id);
            assert_eq!(known, id, "the same givers are one organisation");
        }
        for field in ["title", "description"] {
            assert!(!grant[field].as_str().unwrap().is_empty(), "{grant}");
        }
        assert_eq!(grant["currency"], "KZT", "{grant}");
        assert_eq!(grant["awardDate"].as_str().unwrap().len(), 10, "{grant}");
        for side in ["fundingOrganization", "recipientOrganization"] {
            let [of] = &grant[side].as_array().unwrap()[..] else {
                panic!("{side} of {grant}");
            };
            assert!(of["id"].as_str().unwrap().starts_with("tagzym-"), "{grant}");
            assert!(!of["name"].as_str().unwrap().is_empty(), "{grant}");
        }
        let place = &grant["beneficiaryLocation"][0];
        assert_eq!(place["countryCode"], "KZ", "{grant}");
        assert_eq!(
            place["geoCode"].is_string(),
            place["geoCodeType"] == "KATO",
            "{grant}"
        );
    }
    let told = all["description"].as_str().unwrap();
    assert!(told.contains(&expected.len().to_string()), "{told}");
}

#[test]
fn uploads_for_the_portal_of_the_state_hold_every_row_and_are_small() {
    let files = Site::portal().publish(&[], &[]);
    for table in tables(&files) {
        let prefix = format!("data/egov/{}", name(&table));
        let parts = (1..).map(|part| match part {
            1 => format!("{prefix}.json"),
            part => format!("{prefix}-{part}.json"),
        });
        let parts = parts.take_while(|path| files.contains_key(path));
        let mut rows = 0;
        for path in parts {
            assert!(files[&path].len() < 10_000_000, "{path}");
            let part = json(&files, &path);
            for field in ["nameKk", "nameRu", "nameEn", "descriptionKk", "apiUri"] {
                assert!(
                    !part["meta"][field].as_str().unwrap().is_empty(),
                    "{path}: {field}"
                );
            }
            let fields = part["meta"]["fields"].as_object().unwrap();
            for (key, field) in fields {
                for label in ["labelKk", "labelRu", "labelEn"] {
                    assert!(!field[label].as_str().unwrap().is_empty(), "{path}: {key}");
                }
            }
            rows += part["data"].as_array().unwrap().len();
        }
        assert_eq!(table["rowCount"], rows, "{prefix}");
    }
}

/// The awards, what officials reported and the corrections stand in tables of open data row by row; their pages lead there.
#[test]
fn a_list_without_a_file_of_its_own_leads_to_the_table_that_it_is() {
    let files = Site::portal().publish(&[], &[]);
    for (address, of, entry) in [
        ("awards", "awards", "<li><a href=\"/LANG/awards/"),
        (
            "totals/reported",
            "reported_figures",
            "<details class=\"folded\">",
        ),
        ("corrections", "corrections", "<li id=\"correction-"),
    ] {
        let csv = rows(text(&files, &format!("data/{of}.csv")));
        for lang in ["kk", "ru", "en"] {
            let page = text(&files, &format!("{lang}/{address}/index.html"));
            let link = format!("<a href=\"/data/{of}.csv\" download>");
            assert!(page.contains(&link), "{lang}/{address}");
            let entry = entry.replace("LANG", lang);
            // The menu leads to the list itself.
            let entries = page.lines().filter(|line| {
                let rest = line.strip_prefix(&entry);
                rest.is_some_and(|rest| !rest.starts_with('"'))
            });
            assert_eq!(entries.count(), csv.len() - 1, "{lang}/{address}");
        }
    }
    let link = "<a href=\"/data/totals_by_patron.csv\" download>";
    assert!(text(&files, "kk/totals/patrons/index.html").contains(link));
    assert!(!text(&files, "kk/totals/years/index.html").contains(link));
}
