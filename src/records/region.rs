//! Region records: deserialized, linked to their predecessors and successors, checked.

use std::collections::HashMap;
use std::sync::Arc;

use super::head::{Head, Headed, YamlRecord};
use super::portraits::Portraits;
use super::resolver::Resolver;
use super::same_codes;
use super::texts::RecordTexts;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::alias::aliases;
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Value;
use crate::load::shape;
use crate::model::id::Id;
use crate::model::index::TableIndex;
use crate::model::kind::RecordKind;
use crate::model::kind::RegionId;
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::model::region::{District, FormerName, Population, Region, RegionRecord};
use crate::model::table::Table;

impl YamlRecord for RegionRecord {
    const DOCS: FieldDocs = &[DOCS];

    fn read(value: Value<'_>, origin: Origin) -> Option<RegionRecord> {
        let mut fields = value.fields("region")?;
        let id = fields.required("id", |v| v.id());
        let iso = fields.optional("iso", |v| v.text());
        let kato = fields.optional("kato", |v| v.code());
        let name = fields.required("name", |v| v.localised());
        let inside = fields.optional("in", |v| v.localised());
        let former_names = fields.optional("former_names", |v| v.list(former_name));
        let centre = fields.optional("centre", |v| v.localised());
        let population = fields.optional("population", population);
        let tile = fields.optional("tile", |v| v.list(cell));
        let since = fields.optional("since", |v| v.date());
        let until = fields.optional("until", |v| v.date());
        let successors = fields.optional("successors", |v| v.list(|v| v.id()));
        let districts = fields.optional("districts", |v| v.parts(district));
        let aliases = fields.optional("aliases", aliases);
        let sample = fields.optional("sample", |v| v.yes_or_no());
        fields.finish();
        Some(RegionRecord {
            id: id?,
            iso,
            kato,
            name: name?,
            inside,
            former_names: former_names.unwrap_or_default(),
            centre,
            population,
            tile: tile.unwrap_or_default(),
            since,
            until,
            successors: successors.unwrap_or_default(),
            districts: districts.unwrap_or_default(),
            aliases: aliases.unwrap_or_default(),
            sample: sample.unwrap_or(false),
            origin,
        })
    }
}

impl Headed for RegionRecord {
    fn head(&self) -> Head<'_> {
        Head {
            id: &self.id,
            sample: self.sample,
            origin: self.origin,
        }
    }
}

fn former_name(value: Value<'_>) -> Option<FormerName> {
    let mut fields = value.fields("former-name")?;
    let name = fields.required("name", |v| v.localised());
    let inside = fields.optional("in", |v| v.localised());
    let of = fields.optional("of", |v| v.localised());
    let from = fields.required("from", |v| v.date());
    let until = fields.required("until", |v| v.date());
    if let (Some(from), Some(until)) = (from, until)
        && from.earliest() > until.latest()
    {
        fields.report(
            Diagnostic::new(Code::DateOrder, fields.place("until"))
                .with("earlier", from)
                .with("later", until)
                .also(fields.place("from")),
        );
    }
    fields.finish();
    Some(FormerName {
        name: name?,
        inside,
        of,
        from: from?,
        until: until?,
    })
}

fn population(value: Value<'_>) -> Option<Population> {
    let mut fields = value.fields("population")?;
    let residents = fields.required("value", |v| v.count(1));
    let date = fields.required("date", |v| v.date());
    let source = fields.required("source", |v| v.plain_or_localised());
    fields.finish();
    Some(Population {
        value: residents?,
        date: date?,
        source: source?,
    })
}

fn cell(value: Value<'_>) -> Option<(u8, u8)> {
    value.takes(shape::cell)?;
    let numbers = value.list(|v| v.count(0))?;
    match numbers[..] {
        [column @ 0..=99, row @ 0..=99] => Some((column as u8, row as u8)),
        _ => {
            value
                .reading()
                .report(value.report(Code::BadForm).with("expected", "cell"));
            None
        }
    }
}

fn district(value: Value<'_>) -> Option<District> {
    let mut fields = value.fields("district")?;
    let id = fields.required("id", |v| v.id());
    let kato = fields.optional("kato", |v| v.code());
    let name = fields.required("name", |v| v.localised());
    let aliases = fields.optional("aliases", aliases);
    fields.finish();
    Some(District {
        id: id?,
        kato,
        name: name?,
        aliases: aliases.unwrap_or_default(),
    })
}

/// Field docs: what editors read about the fields, through the JSON Schema.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("region", "iso", "The ISO 3166-2 code: KZ-19."),
    ("region", "in", "“In the region”, as it stands in a sentence: {kk: Алматы облысында, ru: в Алматинской области, en: in Almaty Region}."),
    ("region", "former_names", "What it was called by law before: [{name, in, of, from, until}, …]. Dated lines of that time show that name."),
    ("former-name", "name", "The name of that time in each language: {kk: …, ru: …, en: …}."),
    ("former-name", "in", "The same as `in` of the region."),
    ("former-name", "of", "“Of the region”, as it stands in a sentence: {kk: Нұр-Сұлтан қаласының, ru: города Нур-Султана, en: of Nur-Sultan}."),
    ("former-name", "from", "Its first day."),
    ("former-name", "until", "Its last day."),
    ("region", "centre", "Its administrative centre."),
    ("region", "population", "How many people live there, with the date and the source."),
    ("region", "tile", "Where it stands on the map of tiles: [[column, row], …], counted from 0 at the top left."),
    ("region", "since", "Its first day, if it was formed later than the others."),
    ("region", "until", "Its last day, if it no longer exists."),
    ("region", "successors", "The ids of the regions that succeeded it or were split off from it."),
    ("region", "districts", "Its districts: [{id, kato, name}, …]."),
    ("population", "value", "The number of residents."),
    ("population", "date", "The date of the count."),
    ("population", "source", "Who counted them: one text, or one in each language, with the web address at its end if there is one."),
];

/// Regions linked to those that came before and after them.
pub(super) fn link(
    records: &[Arc<RegionRecord>],
    resolver: &mut Resolver<'_>,
    portraits: &mut Portraits,
) -> Table<RegionId, Region> {
    let successors: Vec<Vec<RegionId>> = records
        .iter()
        .map(|record| {
            let place = record.origin.field("successors");
            let ids = record.successors.iter().enumerate();
            ids.filter_map(|(item, id)| resolver.resolve(id, record.sample, || place.at(item)))
                .collect()
        })
        .collect();
    let mut predecessors = vec![Vec::new(); records.len()];
    for (place, list) in successors.iter().enumerate() {
        for successor in list {
            predecessors[successor.index()].push(TableIndex::new(place));
        }
    }
    let rows = records.iter().zip(successors).zip(predecessors).map(
        |((record, successors), predecessors)| {
            let prose = portraits.take(RecordKind::Region, &record.id);
            (
                record.id.clone(),
                Region {
                    record: record.clone(),
                    successors,
                    predecessors,
                    prose,
                },
            )
        },
    );
    Table::new(rows)
}

/// Codes, dates, successors and districts of regions.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    same_codes::check(portal, found);
    for (index, region) in portal.regions.iter() {
        let record = &region.record;
        if let (Some(since), Some(until)) = (record.since, record.until)
            && since.earliest() > until.latest()
        {
            let diagnostic = Diagnostic::new(Code::DateOrder, record.origin.field("until"));
            found.push(
                diagnostic
                    .with("earlier", since)
                    .with("later", until)
                    .also(record.origin.field("since")),
            );
        }
        check_names(record, found);
        if region.successors.contains(&index) {
            let at = record.origin.field("successors");
            found.push(Diagnostic::new(Code::Cycle, at).with("id", &record.id));
        }
        let mut seen: HashMap<&Id, usize> = HashMap::new();
        for (place, district) in record.districts.iter().enumerate() {
            if let Some(first) = seen.insert(&district.id, place) {
                let list = record.origin.field("districts");
                found.push(
                    Diagnostic::new(Code::DuplicateId, list.at(place).at("id"))
                        .with("id", &district.id)
                        .with("kind", "district")
                        .also(list.at(first).at("id")),
                );
            }
        }
    }
}

/// Former names whose times surely overlap: at a date in both it would have had two.
fn check_names(record: &RegionRecord, found: &mut Vec<Diagnostic>) {
    let list = record.origin.field("former_names");
    let period = |former: &FormerName| format!("{}..{}", former.from, former.until);
    for (item, name) in record.former_names.iter().enumerate() {
        let mut before = record.former_names[..item].iter();
        let overlaps = |other: &FormerName| {
            name.from.latest() <= other.until.earliest()
                && other.from.latest() <= name.until.earliest()
        };
        if let Some(other) = before.position(overlaps) {
            found.push(
                Diagnostic::new(Code::NamesOverlap, list.at(item).at("from"))
                    .with("first", period(&record.former_names[other]))
                    .with("second", period(name))
                    .also(list.at(other).at("until")),
            );
        }
    }
}

/// What a region says in each language.
pub(super) fn texts(id: RegionId, region: &Region) -> RecordTexts<'_> {
    let record = &region.record;
    let mut texts = RecordTexts::record(&record.name, Some(id), record.origin);
    texts.beside = Some(&region.prose);
    texts.add("name", &record.name);
    texts.add("in", &record.inside);
    for (number, former) in (1..).zip(&record.former_names) {
        let field = |name: &str| format!("former_names.{number}.{name}");
        texts.add(field("name"), &former.name);
        texts.add(field("in"), &former.inside);
        texts.add(field("of"), &former.of);
    }
    texts.add("centre", &record.centre);
    for (number, district) in (1..).zip(&record.districts) {
        texts.add(format!("districts.{number}.name"), &district.name);
    }
    texts
}
