//! Award records: deserialized, and linked to their recipients.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::json;

use super::by_name::spelled;
use super::head::{Head, Headed, YamlRecord};
use super::region_years::check_year;
use super::resolver::Resolver;
use super::texts::RecordTexts;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::alias::aliases;
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Value;
use crate::model::award::{Award, AwardRecord, Category, Recipient, RecipientRecord};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Origin;
use crate::model::portal::Portal;

impl YamlRecord for AwardRecord {
    const DOCS: FieldDocs = &[DOCS];

    fn read(value: Value<'_>, origin: Origin) -> Option<AwardRecord> {
        let mut fields = value.fields("award")?;
        let id = fields.required("id", |v| v.id());
        let name = fields.required("name", |v| v.localised());
        let year = fields.optional("year", |v| v.year());
        let date = fields.optional("date", |v| v.date());
        fields.rule(|| json!({"anyOf": [{"required": ["year"]}, {"required": ["date"]}]}));
        match (fields.stands("year"), fields.stands("date")) {
            (false, false) => fields.missing("year"),
            (true, true)
                if year.is_some_and(|year| date.is_some_and(|date| date.year() != year)) =>
            {
                let diagnostic = Diagnostic::new(Code::FactDiffers, fields.place("date"));
                fields.report(diagnostic.with("field", "year").also(fields.place("year")));
            }
            _ => {}
        }
        let region = fields.optional("region", |v| v.id());
        let event = fields.optional("event", |v| v.id());
        let categories = fields.optional("categories", |v| v.parts(category));
        let named = categories.as_deref().unwrap_or_default();
        let recipients = fields.required("recipients", |v| v.list(|v| recipient(v, named)));
        let aliases = fields.optional("aliases", aliases);
        let sample = fields.optional("sample", |v| v.yes_or_no());
        fields.finish();
        Some(AwardRecord {
            id: id?,
            name: name?,
            date: date.or(year.map(Date::Year))?,
            date_field: if date.is_some() { "date" } else { "year" },
            region,
            event,
            categories: categories.unwrap_or_default(),
            recipients: recipients?,
            aliases: aliases.unwrap_or_default(),
            sample: sample.unwrap_or(false),
            origin,
        })
    }
}

impl Headed for AwardRecord {
    fn head(&self) -> Head<'_> {
        Head {
            id: &self.id,
            sample: self.sample,
            origin: self.origin,
        }
    }
}

fn category(value: Value<'_>) -> Option<Category> {
    let mut fields = value.fields("category")?;
    let id = fields.required("id", |v| v.id());
    let name = fields.required("name", |v| v.localised());
    fields.finish();
    Some(Category {
        id: id?,
        name: name?,
    })
}

fn recipient(value: Value<'_>, named: &[Category]) -> Option<RecipientRecord> {
    let mut fields = value.fields("recipient")?;
    let patron = fields.required("patron", |v| v.id());
    let category = fields.optional("category", |v| v.id_or(|name| by_name(named, name)));
    let note = fields.optional("note", |v| v.localised());
    fields.finish();
    Some(RecipientRecord {
        patron: patron?,
        category,
        note,
    })
}

/// The id of the category that has this name in any language.
fn by_name(categories: &[Category], name: &str) -> Option<String> {
    let name = spelled(name);
    let has_name = |of: &&Category| of.name.iter().any(|(_, own)| spelled(own) == name);
    let found = categories.iter().find(has_name)?;
    Some(found.id.to_string())
}

/// Field docs: what editors read about the fields, through the JSON Schema.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("award", "year", "The year of the award; or `date`."),
    ("award", "date", "The day of the award; or `year`."),
    ("award", "region", "The id of the region that gave it; if left out, the whole country."),
    ("award", "event", "The file name, without the language, of the news item about the event at which it was given."),
    ("award", "categories", "The categories, declared once: [{id, name}, …]."),
    ("award", "recipients", "Who was honoured, in the order of the list: [{patron, category, note}, …]."),
    ("category", "id", "The name by which recipients refer to the category."),
    ("recipient", "patron", "The id of the patron."),
    ("recipient", "category", "The id of one of the award's categories."),
    ("recipient", "note", "What for, if the list says so."),
];

/// An award with its event, its categories and recipients.
pub(super) fn link(record: &Arc<AwardRecord>, resolver: &mut Resolver<'_>) -> Award {
    let origin = record.origin;
    let region = record
        .region
        .as_ref()
        .and_then(|id| resolver.resolve(id, record.sample, || origin.field("region")));
    let event = record
        .event
        .as_ref()
        .and_then(|id| resolver.resolve(id, record.sample, || origin.field("event")));
    let mut categories: HashMap<&Id, usize> = HashMap::new();
    for (place, category) in record.categories.iter().enumerate() {
        if let Some(first) = categories.insert(&category.id, place) {
            let list = origin.field("categories");
            resolver.found.push(
                Diagnostic::new(Code::DuplicateId, list.at(place).at("id"))
                    .with("id", &category.id)
                    .with("kind", "category")
                    .also(list.at(first).at("id")),
            );
        }
    }
    let mut recipients = Vec::with_capacity(record.recipients.len());
    let mut seen = HashSet::new();
    for (item, recipient) in record.recipients.iter().enumerate() {
        let place = origin.field("recipients").at(item);
        let patron = resolver.resolve(&recipient.patron, record.sample, || place.at("patron"));
        let category = recipient.category.as_ref().and_then(|id| {
            let known = categories.get(id).copied();
            if known.is_none() {
                let known = record.categories.iter().map(|known| known.id.as_str());
                let diagnostic = Diagnostic::new(Code::UnknownId, place.at("category"));
                resolver.found.push(
                    diagnostic
                        .with("id", id)
                        .with("kind", "category")
                        .meant(id.as_str(), known),
                );
            }
            known
        });
        let Some(patron) = patron else { continue };
        if !seen.insert((patron, category)) {
            resolver.found.push(
                Diagnostic::new(Code::GiverTwice, place.at("patron")).with("id", &recipient.patron),
            );
        }
        recipients.push(Recipient {
            patron,
            category,
            note: recipient.note.clone(),
        });
    }
    Award {
        record: record.clone(),
        region,
        event,
        recipients,
    }
}

/// Awards of regions that did not exist at the time; notes at recipients who must not be named.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    for (_, award) in portal.awards.iter() {
        for (item, recipient) in award.record.recipients.iter().enumerate() {
            let patron = portal.patrons.find(recipient.patron.as_str());
            if patron.is_some_and(|patron| portal.patrons[patron].is_anonymous())
                && recipient.note.is_some()
            {
                let at = award.record.origin.field("recipients").at(item).at("note");
                let warning = Diagnostic::new(Code::TellingText, at);
                found.push(warning.with("id", &recipient.patron).with("what", "note"));
            }
        }
        if let Some(region) = award.region {
            let at = || award.record.origin.field("region").into();
            check_year(portal, region, award.record.date, at, found);
        }
    }
}

/// What an award says in each language.
pub(super) fn texts(award: &Award) -> RecordTexts<'_> {
    let record = &award.record;
    let mut texts = RecordTexts::record(&record.name, award.region, record.origin);
    texts.add("name", &record.name);
    for (number, category) in (1..).zip(&record.categories) {
        texts.add(format!("categories.{number}.name"), &category.name);
    }
    for (number, recipient) in (1..).zip(&record.recipients) {
        texts.add(format!("recipients.{number}.note"), &recipient.note);
    }
    texts
}
