//! The schemas and the readers agree: records and front matters at random, sound ones and ones with mistakes, are read
//! by `load` and held against the schema, and both accept the same.
//!
//! What one schema cannot say is left out: that one date is before another, and that a year is that of a date.

mod records;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use jsonschema::{Validator, draft202012};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value as Json, json};
use tagzym::diagnostic::{Code, Severity};
use tagzym::load::secrecy::PATRON_FIELDS;
use tagzym::markdown::pasted;
use tagzym::model::kind::RecordKind;
use tagzym::model::lang::Lang;
use tagzym::model::site::Site;
use tagzym::records::load;
use tagzym::records::schema::{is_write_up, schema};
use tagzym::source::{Source, SourceId};

use records::{FIELDS, VALUES, records_of};

/// Whether a record of a patron may be shown in a message depends on its fields: `load` knows the reader's.
#[test]
fn the_fields_of_a_patron_are_those_that_secrecy_knows() {
    let schema = schema(RecordKind::Patron, &[Lang::Kk]);
    let fields = schema["$defs"]["record"]["properties"].as_object().unwrap();
    let fields: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
    assert_eq!(fields, PATRON_FIELDS.into());
}

/// What looks like front matter that was pasted into a text is told by its fields: `markdown` knows the readers'.
#[test]
fn the_fields_of_write_ups_are_those_that_markdown_knows() {
    let write_ups = RecordKind::ALL.iter().filter(|kind| is_write_up(**kind));
    let fields = write_ups.flat_map(|kind| {
        let schema = schema(*kind, &[Lang::Kk]);
        let fields = schema["properties"].as_object().unwrap();
        fields.keys().cloned().collect::<Vec<_>>()
    });
    let fields: BTreeSet<String> = fields.collect();
    assert_eq!(fields, pasted::FIELDS.map(str::to_owned).into());
}

/// The mistakes that the reader finds in a file of this kind; JSON is YAML, too.
fn mistakes(of: RecordKind, content: &Json, site: &Site) -> Vec<Code> {
    let folder = of.folder();
    let (path, text) = match of {
        RecordKind::Region
        | RecordKind::Direction
        | RecordKind::Object
        | RecordKind::Patron
        | RecordKind::Award
        | RecordKind::Figure
        | RecordKind::Correction
        | RecordKind::Edition => (format!("content/{folder}/a.yaml"), format!("{content}\n")),
        RecordKind::Project | RecordKind::News | RecordKind::Page => (
            format!("content/{folder}/a.kk.md"),
            format!("---\n{content}\n---\n"),
        ),
    };
    let source = Source {
        path: path.into(),
        text: text.into(),
    };
    let found = load(SourceId(0), &source, site).diagnostics;
    let errors = found
        .iter()
        .filter(|found| found.severity() == Severity::Error);
    errors
        .map(|error| error.code)
        .filter(|code| !matches!(code, Code::DateOrder | Code::FactDiffers))
        .collect()
}

fn site(required: Vec<Lang>) -> Site {
    let text = "base_url = \"https://tagzym.example\"\ntheme = \"tagzym\"\nlanguages = [\"kk\", \"ru\", \"en\"]\n\
                default_language = \"kk\"\ntitle = {kk = \"A\"}\n";
    let (site, wrong) = tagzym::load::site::site(SourceId(0), text);
    assert_eq!(wrong, []);
    Site {
        required,
        ..site.unwrap()
    }
}

/// The validator of a schema. Each is compiled once: that takes longer than a hundred records.
fn validator(of: RecordKind, required: &[Lang]) -> Arc<Validator> {
    static COMPILED: Mutex<BTreeMap<String, Arc<Validator>>> = Mutex::new(BTreeMap::new());
    let new = || Arc::new(draft202012::new(&schema(of, required)).unwrap());
    let mut compiled = COMPILED.lock().unwrap();
    let key = format!("{} {required:?}", of.word());
    compiled.entry(key).or_insert_with(new).clone()
}

/// What a schema has against a value; none if it accepts it.
fn against(schema: &Validator, value: &Json) -> Option<String> {
    schema.validate(value).err().map(|wrong| wrong.to_string())
}

/// The value without the optional fields that forms leave empty: to the reader they are not there, and the schema tells
/// editors not to write them. What has to be said, as consent, is said by nothing that is empty.
fn without_empty(value: &Json, shape: &Json, root: &Json) -> Json {
    let resolved = |shape: &'_ Json| -> Json {
        let path = shape["$ref"].as_str();
        let of = path.and_then(|path| root.pointer(path.trim_start_matches('#')));
        of.unwrap_or(shape).clone()
    };
    let shape = resolved(shape);
    let others = ["anyOf", "oneOf"]
        .iter()
        .filter_map(|key| shape[*key].as_array());
    let shapes: Vec<Json> = others.flatten().chain([&shape]).map(resolved).collect();
    match value {
        Json::Object(fields) => {
            let of = |name: &str| {
                let mut all = shapes.iter();
                all.find_map(|shape| shape["properties"].get(name))
            };
            let kept = fields.iter().filter_map(|(name, value)| {
                let is_empty = matches!(value, Json::Null)
                    || value.as_str() == Some("")
                    || value.as_array().is_some_and(Vec::is_empty);
                let is_required = shapes.iter().any(|shape| {
                    let required = shape["required"].as_array();
                    required.is_some_and(|all| all.contains(&json!(name)))
                });
                match of(name) {
                    Some(_) if is_empty && !is_required && name != "consent" => None,
                    Some(shape) => Some((name.clone(), without_empty(value, shape, root))),
                    None => Some((name.clone(), value.clone())),
                }
            });
            Json::Object(kept.collect())
        }
        Json::Array(items) => {
            let item = shapes.iter().find_map(|shape| shape.get("items"));
            let item = item.unwrap_or(&Json::Null);
            let items = items.iter();
            Json::Array(
                items
                    .map(|value| without_empty(value, item, root))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

fn agree(of: RecordKind, content: &Json, required: &[Lang]) -> Result<(), TestCaseError> {
    let found = mistakes(of, content, &site(required.to_vec()));
    let written = without_empty(content, &schema(of, required), &schema(of, required));
    let judged = against(&validator(of, required), &written);
    prop_assert_eq!(
        found.is_empty(),
        judged.is_none(),
        "{} {:#}\nthe reader: {:?}\nthe schema: {:?}",
        of.word(),
        content,
        found,
        judged
    );
    Ok(())
}

#[test]
fn sound_records_are_accepted_by_both() {
    for &of in RecordKind::ALL {
        for record in records_of(of) {
            let found = mistakes(of, &record, &site(vec![Lang::Kk]));
            assert_eq!(found, [], "{record:#}");
            agree(of, &record, &[Lang::Kk]).unwrap();
        }
    }
    let list = Json::Array(records_of(RecordKind::Patron));
    agree(RecordKind::Patron, &list, &[Lang::Kk, Lang::Ru]).unwrap();
}

/// Every value of the pool in every place of every record: what a random walk may miss.
#[test]
fn every_odd_value_in_every_place_is_judged_alike() {
    let site = site(vec![Lang::Kk]);
    for &of in RecordKind::ALL {
        let root = schema(of, &[Lang::Kk]);
        let schema = validator(of, &[Lang::Kk]);
        for record in records_of(of) {
            // A name is judged alike in each language.
            let places = places(&record).into_iter();
            for place in places.filter(|place| !place.ends_with("/ru") && !place.ends_with("/en")) {
                for value in VALUES.iter() {
                    let mut changed = record.clone();
                    *changed.pointer_mut(&place).unwrap() = value.clone();
                    let found = mistakes(of, &changed, &site);
                    let written = without_empty(&changed, &root, &root);
                    let judged = against(&schema, &written);
                    assert_eq!(
                        found.is_empty(),
                        judged.is_none(),
                        "{} {place} = {value}: the reader {found:?}, the schema {judged:?}",
                        of.word()
                    );
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 800,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_schema_and_the_reader_agree(
        of in any::<Index>(),
        record in any::<Index>(),
        changes in proptest::collection::vec((0..6u8, any::<[Index; 3]>()), 0..4),
        required in prop_oneof![Just(vec![]), Just(vec![Lang::Kk]), Just(vec![Lang::Kk, Lang::En])],
    ) {
        let of = *of.get(RecordKind::ALL);
        let mut record = record.get(&records_of(of)).clone();
        for (change, picks) in &changes {
            mutate(&mut record, *change, picks);
        }
        agree(of, &record, &required)?;
    }
}

/// The places of all values, as JSON pointers.
fn places(value: &Json) -> Vec<String> {
    let mut found = vec![String::new()];
    let inner: Vec<(String, &Json)> = match value {
        Json::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Json::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, value)| (at.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (step, value) in inner {
        found.extend(
            places(value)
                .into_iter()
                .map(|rest| format!("/{step}{rest}")),
        );
    }
    found
}

fn mutate(record: &mut Json, change: u8, picks: &[Index; 3]) {
    let places = places(record);
    let Some(value) = record.pointer_mut(picks[0].get::<String>(&places)) else {
        return;
    };
    let odd = || picks[1].get(&VALUES).clone();
    let field = || (*picks[2].get(&FIELDS)).to_owned();
    match (change, value) {
        (0, Json::Object(fields)) if !fields.is_empty() => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            fields.remove(picks[1].get(&keys));
        }
        (1, Json::Object(fields)) => drop(fields.insert(field(), odd())),
        (2, Json::Object(fields)) if !fields.is_empty() => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            let moved = fields.remove(picks[1].get(&keys)).unwrap_or(json!(1));
            fields.insert(field(), moved);
        }
        (3, Json::Array(items)) => items.push(odd()),
        (4, Json::Array(items)) => drop(items.pop()),
        (_, value) => *value = odd(),
    }
}
