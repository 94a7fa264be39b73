//! `docs/content.md` says what is so: its tables of fields are made here from the readers, and its examples are a site that
//! the program reads without a word, with every field of every record in it.
//!
//! Set `UPDATE=1` to write the tables down as they are now; then read the difference before you keep it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::support::{Site, golden, repository};
use serde_json::Value as Json;
use tagzym::diagnostic::{Code, Phase};
use tagzym::load::site::schema as site_schema;
use tagzym::model::kind::RecordKind;
use tagzym::model::lang::Lang;
use tagzym::records::schema::schema;

/// Facts that some language of a write-up has to state; a schema, which is of one file, cannot say so.
const STATED_ONCE: [(&str, &str); 4] = [
    ("project", "region"),
    ("project", "direction"),
    ("project", "status"),
    ("news", "date"),
];

fn document() -> String {
    fs::read_to_string(repository("docs/content.md")).unwrap()
}

/// The schemas of all kinds of file, by the word that names the kind.
fn schemas() -> BTreeMap<String, Json> {
    let of_kind = |&kind: &RecordKind| {
        let schema = schema(kind, &[Lang::Kk]);
        match schema.pointer("/$defs/record") {
            Some(record) => (record["title"].as_str().unwrap().to_owned(), record.clone()),
            None => (kind.word().to_owned(), schema),
        }
    };
    let kinds = RecordKind::ALL.iter().map(of_kind);
    kinds.chain([("site".to_owned(), site_schema())]).collect()
}

/// What a field takes, in the words of the document.
fn type_of(field: &Json) -> String {
    let text = |key: &str| field[key].as_str().unwrap_or_default();
    let pattern = text("pattern");
    let (least, most) = (field["minimum"].as_u64(), field["maximum"].as_u64());
    if text("$ref").ends_with("/localised") {
        return "localised text".to_owned();
    }
    if let Some(forms) = field["anyOf"].as_array() {
        let forms: Vec<String> = forms.iter().map(type_of).collect();
        return forms.join(" or ");
    }
    if let Some(words) = field["enum"].as_array() {
        let words = words.iter().filter_map(Json::as_str);
        if words.clone().all(|word| Code::of_number(word).is_some()) {
            return "code of a warning".to_owned();
        }
        return words
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", ");
    }
    if let Some(items) = field["prefixItems"].as_array() {
        let limits = items.iter().map(|item| format!("±{}", item["maximum"]));
        return format!("[{}]", limits.collect::<Vec<_>>().join(", "));
    }
    match (text("type"), least, most) {
        ("boolean", ..) => "`true` or `false`".to_owned(),
        ("object", ..) => format!("fields of *{}*", text("title")),
        ("array", ..) => match field["minItems"].as_u64() {
            Some(2) => format!("[{0}, {0}]", "0–99"),
            _ => format!("list of {}", type_of(&field["items"])),
        },
        (_, Some(1), Some(1_000_000_000_000_000)) => "amount".to_owned(),
        (_, Some(0), Some(1_000_000_000_000_000_000)) => "sum".to_owned(),
        (_, Some(least), Some(1_000_000_000_000)) => format!("number, {least} or more"),
        (_, Some(1000), _) if pattern.contains("\\.\\.") => "period".to_owned(),
        (_, Some(1000), _) if pattern.contains("-02-29") => "date".to_owned(),
        (_, Some(1000), _) => "year".to_owned(),
        _ if field.get("maxLength").is_some() => "id".to_owned(),
        (_, Some(0), None) => "code".to_owned(),
        _ if pattern.starts_with("^[Hh][Tt][Tt][Pp]") => "web address".to_owned(),
        _ if pattern.contains("content/static") => "document".to_owned(),
        _ if pattern.contains("[jJ]") => "picture file".to_owned(),
        _ if pattern.contains("\\p{Alphabetic}") => "old address".to_owned(),
        ("string", ..) => "text".to_owned(),
        _ => panic!("what is this? {field:#}"),
    }
}

/// Any record and item of a list may have it: it is told once, not in each table.
fn is_everywhere(field: &str, of: &Json) -> bool {
    field == "accept" && inner(of).is_some_and(|inner| inner["title"] == "acceptance")
}

/// The records inside of a field, if it has any.
fn inner(field: &Json) -> Option<&Json> {
    match field["type"].as_str() {
        Some("object") => Some(field),
        Some("array") => inner(field.get("items")?),
        _ => None,
    }
}

/// The table of a record's fields, and those of the records inside of it that have no table of their own.
fn table(name: &str, record: &Json, own: &BTreeSet<String>) -> String {
    let mut text =
        "\n| field | type | required | what it says |\n| --- | --- | --- | --- |\n".to_owned();
    let mut rows = Vec::new();
    add_rows(name, "", record, own, &mut rows);
    text.extend(rows);
    text + "\n"
}

fn add_rows(name: &str, path: &str, record: &Json, own: &BTreeSet<String>, rows: &mut Vec<String>) {
    let required: Vec<&str> = record["required"]
        .as_array()
        .map(|names| names.iter().filter_map(Json::as_str).collect())
        .unwrap_or_default();
    let fields = record["properties"].as_object().unwrap().iter();
    for (field, of) in fields.filter(|(field, of)| !is_everywhere(field, of)) {
        let is_required = match required.contains(&field.as_str()) {
            true => "yes",
            false if path.is_empty() && STATED_ONCE.contains(&(name, field)) => "in one language",
            false => "",
        };
        let help = of["description"]
            .as_str()
            .unwrap_or_default()
            .replace('|', "\\|");
        rows.push(format!(
            "| `{path}{field}` | {} | {is_required} | {help} |\n",
            type_of(of)
        ));
        let Some(inner) = inner(of) else { continue };
        if !own.contains(inner["title"].as_str().unwrap()) {
            let list = if of["type"] == "array" { "[]" } else { "" };
            add_rows(name, &format!("{path}{field}{list}."), inner, own, rows);
        }
    }
}

/// Every record that is somewhere inside of a schema, by its title.
fn records_inside(record: &Json, found: &mut BTreeMap<String, Json>) {
    for inner in record["properties"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(inner)
    {
        let title = inner["title"].as_str().unwrap().to_owned();
        records_inside(inner, found);
        found.insert(title, inner.clone());
    }
}

#[test]
fn the_tables_of_fields_are_those_of_the_readers() {
    let document = document();
    let kinds = schemas();
    let mut records = kinds.clone();
    kinds
        .values()
        .for_each(|record| records_inside(record, &mut records));
    let names = document.split("<!-- fields: ").skip(1);
    let names = names.map(|rest| rest.split_once(" -->").unwrap().0.to_owned());
    let told: BTreeSet<String> = names.collect();
    let untold: Vec<&String> = kinds.keys().filter(|kind| !told.contains(*kind)).collect();
    assert_eq!(untold, Vec::<&String>::new(), "kinds without a table");
    let mut made = document.clone();
    for name in &told {
        let start = format!("<!-- fields: {name} -->\n");
        let from = made.find(&start).unwrap() + start.len();
        let to = from + made[from..].find("<!-- /fields -->").unwrap();
        let record = records.get(name);
        let record = record.unwrap_or_else(|| panic!("no record is called {name}"));
        made.replace_range(from..to, &table(name, record, &told));
    }
    let path = repository("docs/content.md");
    if let Some(difference) = golden::difference(&path, Some(made.as_bytes())) {
        panic!("UPDATE=1 writes the tables as they are now:\n{difference}");
    }
}

/// The fenced blocks that name a file after their language.
fn examples() -> Vec<(String, String)> {
    let document = document();
    let mut files = Vec::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if let Some((_, path)) = info.split_once(' ') {
            files.push((path.to_owned(), text.join("\n") + "\n"));
        }
    }
    files
}

/// What the head of a picture says, 1,600 pixels wide and 1,200 high: nobody looks further until it is shown.
fn picture(path: &str) -> &'static [u8] {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("png") => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x06\x40\0\0\x04\xb0\x08\x02\0\0\0....IEND",
        Some("webp") => b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x06\0\xaf\x04\0",
        _ => b"\xff\xd8\xff\xc0\0\x11\x08\x04\xb0\x06\x40\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9",
    }
}

/// The examples as a site, with the pictures that they show.
fn example_site(examples: &[(String, String)]) -> Site {
    let pictures = [
        "content/projects/kokzhiek/new-school/school.jpg",
        "content/projects/kokzhiek/new-school/gym.jpg",
        "content/projects/kokzhiek/new-school/before.jpg",
        "content/news/bell.png",
        "content/news/lesson.jpg",
        "content/pages/steppe.webp",
        "content/pages/lake.jpg",
    ];
    let examples = examples.iter().map(|(path, text)| (path, text));
    let site = Site::empty().with_all(examples);
    site.with_all(pictures.map(|path| (path, picture(path))))
}

#[test]
fn the_program_has_nothing_against_the_examples() {
    assert_eq!(example_site(&examples()).inspect(), Vec::<String>::new());
}

#[test]
fn the_examples_have_every_field() {
    let examples = examples();
    let mut left = BTreeSet::new();
    for (kind, record) in &schemas() {
        let of_kind = examples
            .iter()
            .filter(|(path, _)| kind_of(path) == Some(kind));
        let values: Vec<Json> = of_kind.map(|(path, text)| value(path, text)).collect();
        let values: Vec<&Json> = values.iter().flat_map(items).collect();
        unused(kind, record, &values, &mut left);
    }
    assert_eq!(left, BTreeSet::new(), "fields that no example has");
}

/// What stands at the head of the chapter: records, items of lists and front matter, and nothing else.
#[test]
fn any_record_and_item_of_a_list_may_accept() {
    fn collect(path: &str, record: &Json, is_item: bool, wrong: &mut Vec<String>) {
        let fields = record["properties"].as_object().unwrap();
        let accepts = fields
            .get("accept")
            .is_some_and(|of| is_everywhere("accept", of));
        if accepts != is_item {
            wrong.push(path.to_owned());
        }
        for (field, of) in fields.iter().filter(|(field, _)| *field != "accept") {
            if let Some(inner) = inner(of) {
                let path = format!("{path}.{field}");
                collect(&path, inner, of["type"] == "array", wrong);
            }
        }
    }
    let mut wrong = Vec::new();
    for (kind, record) in &schemas() {
        collect(kind, record, kind != "site", &mut wrong);
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_only_check_finds_is_told() {
    let codes = Code::ALL.iter().filter(|code| code.is_acceptable());
    let codes = codes.filter(|code| code.phase() == Phase::Inspect);
    let mut numbers: Vec<&str> = codes.map(|code| code.number()).collect();
    let last = numbers.pop().unwrap();
    let told = format!(
        "`check` and `build --strict` for {} and {last}.",
        numbers.join(", ")
    );
    let document = document().replace("\n  ", " ");
    assert!(document.contains(&told), "{told}");
}

/// Facts that a write-up has to state are missed if no language does.
#[test]
fn what_one_language_has_to_state_is_missed() {
    for (kind, field) in STATED_ONCE {
        let mut examples = examples();
        let of_kind = examples
            .iter_mut()
            .filter(|(path, _)| kind_of(path) == Some(kind));
        for (_, text) in of_kind {
            let kept = text
                .lines()
                .filter(|line| !line.starts_with(&format!("{field}: ")))
                .filter(|line| !line.trim_start().starts_with(&format!("\"{field}\": ")));
            *text = kept.collect::<Vec<_>>().join("\n");
        }
        let found = example_site(&examples).check();
        assert!(
            found.iter().any(|line| line.starts_with("T0103 ")),
            "{kind} {field}: {found:?}"
        );
    }
}

/// The kind of record in a file, by the word of its schema.
fn kind_of(path: &str) -> Option<&'static str> {
    let folder = path
        .strip_prefix("content/")
        .and_then(|path| path.split('/').next());
    match (folder, path.rsplit('.').next()) {
        (None, _) => Some("site"),
        (Some("regions"), Some("yaml")) => Some("region"),
        (Some("directions"), Some("yaml")) => Some("direction"),
        (Some("objects"), Some("yaml")) => Some("object-kind"),
        (Some("patrons"), Some("yaml")) => Some("patron"),
        (Some("awards"), Some("yaml")) => Some("award"),
        (Some("figures"), Some("yaml")) => Some("figure"),
        (Some("corrections"), Some("yaml")) => Some("correction"),
        (Some("editions"), Some("json")) => Some("edition"),
        (Some("projects"), Some("md")) => Some("project"),
        (Some("news"), Some("md")) => Some("news"),
        (Some("pages"), Some("md")) => Some("page"),
        _ => None,
    }
}

fn value(path: &str, text: &str) -> Json {
    match path.rsplit('.').next() {
        Some("toml") => toml::from_str(text).unwrap(),
        Some("md") => serde_yaml::from_str(text.split("---\n").nth(1).unwrap()).unwrap(),
        _ => serde_yaml::from_str(text).unwrap(),
    }
}

/// The records of a value: itself, or those of the list that it is.
fn items(value: &Json) -> Vec<&Json> {
    match value {
        Json::Array(items) => items.iter().collect(),
        one => vec![one],
    }
}

fn unused(path: &str, record: &Json, values: &[&Json], left: &mut BTreeSet<String>) {
    let fields = record["properties"].as_object().unwrap().iter();
    for (field, of) in fields.filter(|(field, of)| !is_everywhere(field, of)) {
        let stated: Vec<&Json> = values
            .iter()
            .filter_map(|value| value.get(field))
            .flat_map(items)
            .collect();
        let path = format!("{path}.{field}");
        if let Some(inner) = inner(of) {
            unused(&path, inner, &stated, left);
        }
        if stated.is_empty() {
            left.insert(path);
        }
    }
}
