//! Corrections: deserialized, and linked to the records that were wrong.

use std::sync::Arc;

use serde_json::json;

use super::head::{Head, Headed, YamlRecord};
use super::resolver::Resolver;
use super::texts::RecordTexts;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Value;
use crate::load::shape;
use crate::load::yaml::Node;
use crate::model::correction::{CorrectedValue, Correction, CorrectionRecord, RecordName};
use crate::model::id::Id;
use crate::model::kind::{RecordKind, RecordRef};
use crate::model::place::Origin;

impl YamlRecord for CorrectionRecord {
    const DOCS: FieldDocs = &[DOCS];
    // Of two on one day, the one that was written down later is the newer one.
    const BY_ID: bool = false;

    fn read(value: Value<'_>, origin: Origin) -> Option<CorrectionRecord> {
        let mut fields = value.fields("correction")?;
        let id = fields.optional("id", |v| v.id());
        let has_id = fields.stands("id");
        let date = fields.required("date", |v| v.date());
        let records = fields.required("records", records);
        let was = fields.optional("was", corrected_value);
        let now = fields.optional("now", corrected_value);
        let reason = fields.required("reason", |v| v.localised());
        if was.is_some() && was == now {
            let warning = Diagnostic::new(Code::NothingCorrected, fields.place("now"));
            fields.report(warning.also(fields.place("was")));
        }
        let sample = fields.optional("sample", |v| v.yes_or_no());
        fields.finish();
        Some(CorrectionRecord {
            id: match has_id {
                true => id?,
                false => id_of_place(origin)?,
            },
            date: date?,
            records: records?,
            was,
            now,
            reason: reason?,
            sample: sample.unwrap_or(false),
            origin,
        })
    }
}

impl Headed for CorrectionRecord {
    fn head(&self) -> Head<'_> {
        Head {
            id: &self.id,
            sample: self.sample,
            origin: self.origin,
        }
    }
}

/// An id that no other correction has, for one that states none.
fn id_of_place(origin: Origin) -> Option<Id> {
    let (file, item) = (origin.source.0, origin.item.unwrap_or(0));
    Id::parse(&format!("unnamed-{file}-{item}"))
}

/// The records that were wrong: at least one.
fn records(value: Value<'_>) -> Option<Vec<RecordName>> {
    // Said for the schema; a value is looked at below.
    let _ = value.takes(|| json!({"minItems": 1}));
    let names = value.list(record_name)?;
    if names.is_empty() {
        let diagnostic = value.report(Code::EmptyValue).with("field", "records");
        value.reading().report(diagnostic);
        return None;
    }
    Some(names)
}

/// The kind and the id of a record: `project/zhetygen-school`.
fn record_name(value: Value<'_>) -> Option<RecordName> {
    let words = || RecordKind::linked().map(RecordKind::word);
    value.takes(|| shape::record_name(words()))?;
    let text = value.text()?;
    if let Some(name) = parse_record_name(&text) {
        return Some(name);
    }
    // As a link has it, or with the name of the folder.
    let plain = text.strip_prefix('@').unwrap_or(&text);
    let (word, id) = plain.split_once('/').unwrap_or((plain, ""));
    let meant = match RecordKind::of_folder(word) {
        Some(kind) => format!("{}/{id}", kind.word()),
        None => plain.to_owned(),
    };
    let diagnostic = value
        .report(Code::BadForm)
        .with("value", &text)
        .with("expected", "record-name");
    let meant = parse_record_name(&meant).map(|_| meant);
    value.reading().report(diagnostic.replaced(meant));
    None
}

/// The record that `kind/id` names, if it is one that has a page.
pub(super) fn parse_record_name(text: &str) -> Option<RecordName> {
    let (word, id) = text.split_once('/')?;
    let kind = RecordKind::linked().find(|kind| kind.word() == word)?;
    Some(RecordName {
        kind,
        id: Id::parse(id)?,
    })
}

/// Whole tenge, or a text in each language.
fn corrected_value(value: Value<'_>) -> Option<CorrectedValue> {
    value.takes(shape::amount_or_localised)?;
    match value.node() {
        Node::Map(_) => value.localised().map(CorrectedValue::Text),
        Node::Text(text) if !text.contains(|sign: char| sign.is_ascii_digit()) => {
            let diagnostic = value.report(Code::WrongType).with("found", "text");
            let diagnostic = diagnostic
                .with("expected", "amount-or-localised")
                .with("form", "localised");
            value.reading().report(diagnostic);
            None
        }
        _ => value.amount().map(CorrectedValue::Amount),
    }
}

/// Field docs: what editors read about the fields, through the JSON Schema.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("correction", "id", "A name for it, if you want one; nothing refers to it."),
    ("correction", "date", "When it was corrected: YYYY-MM-DD, YYYY-MM or YYYY."),
    ("correction", "records", "The records that were wrong, each by its kind and id: [project/new-school, patron/ulgi-qurylys]."),
    ("correction", "was", "What it said before: whole tenge, or a text in each language."),
    ("correction", "now", "What it says now: whole tenge, or a text in each language."),
    ("correction", "reason", "What was wrong and how it came about, in a sentence that readers understand."),
];

/// A correction with the records that it names; one of a patron who must not be named would give the name away.
pub(super) fn link(
    record: &Arc<CorrectionRecord>,
    is_anonymous: impl Fn(RecordRef) -> bool,
    resolver: &mut Resolver<'_>,
) -> Correction {
    let mut records: Vec<RecordRef> = Vec::with_capacity(record.records.len());
    for (item, name) in record.records.iter().enumerate() {
        let at = || record.origin.field("records").at(item);
        let id = name.id.as_str();
        let named = resolver.ids.resolve_record(
            name.kind,
            id,
            record.sample,
            || at().into(),
            resolver.found,
        );
        match named {
            Some(named) if is_anonymous(named) => {
                let error = Diagnostic::new(Code::CorrectionOfAnonymous, at());
                resolver.found.push(error);
            }
            Some(named) if !records.contains(&named) => records.push(named),
            _ => {}
        }
    }
    Correction {
        record: record.clone(),
        records,
    }
}

/// What a correction says in each language.
pub(super) fn texts(correction: &Correction) -> RecordTexts<'_> {
    let record = &correction.record;
    let mut texts = RecordTexts::record(&record.reason, None, record.origin);
    for (field, value) in [("was", &record.was), ("now", &record.now)] {
        if let Some(CorrectedValue::Text(text)) = value {
            texts.add(field, text);
        }
    }
    texts.add("reason", &record.reason);
    texts
}
