//! Open data from outside: its files add up to what pages print, by a program that shares no code with ours; what may not be
//! told is in none of them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use crate::support::skipped::skipped;
use crate::support::{Site, repository};

/// The Python of CI, which has DuckDB, or any other.
fn python() -> PathBuf {
    let own = repository("target/python/bin/python3");
    match own.exists() {
        true => own,
        false => PathBuf::from("python3"),
    }
}

/// The program in Python that adds up what is in a folder.
fn recompute(files: &BTreeMap<String, Vec<u8>>) {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let script = repository("tests/open_data/recompute.py");
    let run = Command::new(python())
        .arg(script)
        .arg(folder.path())
        .output();
    let Ok(done) = run else {
        return skipped("the data adds up", "there is no python3");
    };
    let [out, wrong] = [done.stdout, done.stderr].map(|text| String::from_utf8(text).unwrap());
    assert!(done.status.success(), "{out}{wrong}");
    assert!(out.ends_with(" 0 differ\n"), "{out}");
    if out.contains("without DuckDB") {
        skipped("the recipe in SQL", "Python has no module duckdb");
    }
}

fn text<'f>(files: &'f BTreeMap<String, Vec<u8>>, path: &str) -> &'f str {
    let file = files
        .get(path)
        .unwrap_or_else(|| panic!("{path} is not there"));
    std::str::from_utf8(file).unwrap()
}

#[test]
fn the_data_adds_up_to_what_the_pages_print() {
    recompute(&Site::portal().publish(&[], &[]));
}

#[test]
fn with_samples_hidden_there_is_no_row_of_them() {
    let files = Site::portal().publish(&["--samples", "hide"], &[]);
    recompute(&files);
    let texts = files.keys().filter(|path| path.starts_with("data/"));
    for path in texts.filter(|path| !path.ends_with(".xlsx")) {
        let text = text(&files, path);
        let sample = text.lines().find(|line| line.ends_with(",true"));
        assert_eq!(sample, None, "{path}");
        assert!(!text.contains("\"sample\":true"), "{path}");
    }
    let rows = text(&files, "data/contributions.csv").lines().count();
    assert_eq!(
        rows, 1,
        "every contribution of the frozen portal is invented"
    );
}

/// A site with a gift of a named patron, one of a patron who must not be named, and one of both, each with an id.
fn with_ids() -> Site {
    let gift = |amount: u32, id: &str| {
        let purpose = "{kk: көмір, ru: уголь, en: coal}";
        format!(
            "    - {{region: north, direction: charity, amount: {amount}, date: 2020-03, purpose: {purpose}, id: {id}}}\n"
        )
    };
    let patron = |id: &str, rest: &str, gift: String| {
        format!("- id: {id}\n  region: north\n  {rest}\n  contributions:\n{gift}\n")
    };
    let name = |of: &str| format!("name: {{kk: {of}, ru: {of}, en: {of}}}");
    let named = format!("kind: company\n  {}", name("\"=Орта\""));
    let unnamed = format!(
        "kind: person\n  consent: anonymous\n  {}",
        name("Құпиябаев")
    );
    let project = "---\ntitle: Зал\nregion: north\ndirection: charity\nstatus: under-way\ncontributions:\n\
                   \x20 - {patrons: [mid, q-4711], amount: 600, date: 2020-06, id: act-both}\n\
                   \x20 - {patron: mid, amount: 6, date: 2020}\n\
                   \x20 - {patron: mid, amount: 6, date: 2020}\n---\n";
    Site::base()
        .with(
            "content/patrons/ids.yaml",
            [
                patron("mid", &named, gift(10, "act-named")),
                patron("q-4711", &unnamed, gift(20, "act-unnamed")),
            ]
            .concat(),
        )
        .with("content/projects/hall.kk.md", project)
}

#[test]
fn an_id_of_an_editor_is_published_unless_a_giver_must_not_be_named() {
    let files = with_ids().build().files();
    let csv = text(&files, "data/contributions.csv");
    assert!(
        csv.contains("\r\nact-named,2020-03,month,delivered,money,10,patron,mid,mid,"),
        "{csv}"
    );
    let id_of = |amount: &str| -> &str {
        let mut rows = csv.lines().map(|row| row.split(',').collect::<Vec<_>>());
        let row = rows.find(|row| row[5] == amount).unwrap();
        row[0]
    };
    for amount in ["20", "600"] {
        let id = id_of(amount);
        assert!(
            id.len() == 16 && id.bytes().all(|letter| letter.is_ascii_hexdigit()),
            "{id}"
        );
    }
    // Two rows that say the same.
    let first = id_of("6");
    assert!(csv.contains(&format!("\r\n{first}-2,2020,year,")), "{csv}");
    for (path, file) in &files {
        let file = String::from_utf8_lossy(file);
        for secret in ["act-unnamed", "act-both", "q-4711", "Құпиябаев"] {
            assert!(!file.contains(secret), "{secret} in {path}");
        }
    }
    // Who must not be named is one word, with a kind and a region.
    let unnamed = csv
        .lines()
        .find(|row| row.contains(",20,anonymous,"))
        .unwrap();
    assert!(unnamed.contains(",20,anonymous,,anonymous,"), "{unnamed}");
    assert!(
        csv.contains(",600,joint,,mid;anonymous,")
            || csv.contains(",600,joint,,\"mid;anonymous\","),
        "{csv}"
    );
}

#[test]
fn texts_do_no_harm_in_csv_and_are_as_written_in_json() {
    let files = with_ids().build().files();
    let csv = text(&files, "data/patrons.csv");
    assert!(csv.contains(",'=Орта,"), "{csv}");
    let json = text(&files, "data/patrons.json");
    assert!(json.contains("\"name_kk\":\"=Орта\""), "{json}");
    let records: serde_json::Value =
        serde_json::from_str(text(&files, "data/v1/patrons.json")).unwrap();
    let names = records["records"].as_array().unwrap().iter();
    assert!(
        names.clone().any(|of| of["name"]["kk"] == "=Орта"),
        "{records}"
    );
}

#[test]
fn the_files_are_looked_through_for_names_that_must_not_be_there() {
    let site = with_ids();
    let regions = site.read("content/regions/regions.yaml");
    // A district of which nothing is on record stands on no page.
    let district = "districts:\n    - {id: hill, name: {kk: Құпиябаев ауданы, ru: Құпиябаев, en: Hill}}\n    - ";
    site.write(
        "content/regions/regions.yaml",
        regions.replacen("districts:\n    - ", district, 1),
    );
    let checked = site.run(&["check"]);
    assert_ne!(checked.code, 0, "{}", checked.err);
    let told = format!("{}{}", checked.out, checked.err);
    assert!(told.contains("data/districts.csv"), "{told}");
}

#[test]
fn tables_have_columns_of_the_languages_of_the_site_alone() {
    let site = with_ids();
    site.edit("site.toml", "[\"kk\", \"ru\", \"en\"]", "[\"kk\", \"ru\"]");
    let files = site.build().files();
    let csv = text(&files, "data/directions.csv");
    let head = "id,name_kk,name_ru,summary_kk,summary_ru,url_kk,url_ru,sample\r\n";
    assert!(csv.starts_with(head), "{csv}");
}
