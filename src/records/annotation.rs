//! Annotations of contributions, deserialized and checked: an id, a source, a note, the day a pledge was withdrawn.
//!
//! Takes the fields of a contribution in whichever record it stands. Whether the file of a source is there is seen when
//! the output is planned.

use std::sync::Arc;

use ahash::HashMap;
use serde_json::json;

use crate::diagnostic::{Code, Diagnostic};
use crate::load::field_docs::FieldDoc;
use crate::load::fields::{Fields, Value};
use crate::load::shape;
use crate::load::yaml::Node;
use crate::model::contribution::{
    Annotation, Contribution, ContributionSource, ContributionStatus, SourceAddress,
};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::portal::Portal;

/// Reads what is said of a contribution beside the gift, if anything is.
pub(super) fn annotation(
    fields: &mut Fields<'_, '_>,
    status: Option<ContributionStatus>,
    date: Option<Date>,
) -> Option<Arc<Annotation>> {
    let id = fields.optional("id", |v| v.id());
    let withdrawn = fields.optional("withdrawn", |v| v.date());
    let source = fields.optional("source", source);
    let note = fields.optional("note", |v| v.localised());
    fields.rule(|| {
        json!({"if": {"required": ["withdrawn"]}, "then": {"properties": {"status": {"const": "withdrawn"}}, "required": ["status"]}})
    });
    let is_withdrawn = status == Some(ContributionStatus::Withdrawn);
    if fields.stands("withdrawn") && !is_withdrawn && !fields.bad().contains(&"status") {
        let at = fields.place("withdrawn").on_key();
        let word = status.map_or("none", ContributionStatus::word);
        let mut wrong = Diagnostic::new(Code::WithdrawnWithoutStatus, at).with("status", word);
        if status.is_some() {
            wrong = wrong.also(fields.place("status"));
        }
        fields.report(wrong);
    }
    if let (Some(withdrawn), Some(promised)) = (withdrawn, date)
        && promised.earliest() > withdrawn.latest()
    {
        fields.report(
            Diagnostic::new(Code::DateOrder, fields.place("withdrawn"))
                .with("earlier", promised)
                .with("later", withdrawn)
                .also(fields.place("date")),
        );
    }
    let annotation = Annotation {
        id,
        withdrawn,
        source,
        note,
    };
    (annotation != Annotation::default()).then(|| Arc::new(annotation))
}

fn source(value: Value<'_>) -> Option<ContributionSource> {
    // An address alone: it has no words that a link could show.
    if let Node::Text(text) = value.node() {
        value.reading().report(
            value
                .report(Code::BadForm)
                .with("value", text)
                .with("expected", "source-form"),
        );
        return None;
    }
    let mut fields = value.fields("contribution-source")?;
    let title = fields.required("title", |v| v.plain_or_localised());
    let url = fields.optional("url", |v| v.url());
    let file = fields.optional("file", static_file);
    let date = fields.optional("date", |v| v.date());
    fields.rule(|| json!({"oneOf": [{"required": ["url"]}, {"required": ["file"]}]}));
    if fields.stands("url") == fields.stands("file") {
        let both = if fields.stands("url") { "both" } else { "none" };
        fields.report(
            value
                .report(Code::SourceWithoutAddress)
                .with("stands", both),
        );
    }
    fields.finish();
    let url = url.map(SourceAddress::Web);
    Some(ContributionSource {
        title: title?,
        at: url.or(file.map(SourceAddress::File))?,
        date,
    })
}

/// A file of `content/static/`, by its path there, or as links or the file system call it.
fn static_file(value: Value<'_>) -> Option<String> {
    value.takes(shape::static_file)?;
    let text = value.text()?;
    let path = text.strip_prefix("content/static/");
    let path = path.or(text.strip_prefix('/')).unwrap_or(&text);
    let fits = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']);
    if path.split('/').all(fits) {
        return Some(path.to_owned());
    }
    value.reading().report(
        value
            .report(Code::BadForm)
            .with("value", &text)
            .with("expected", "static-file"),
    );
    None
}

/// Field docs: what editors read about the fields of an annotation, which both kinds of contribution have, and about
/// those of its source.
#[rustfmt::skip]
pub(super) const ANNOTATION_DOCS: &[FieldDoc] = &[
    ("own-contribution", "id", "How another list, such as a table of gifts, refers to this one. It appears on no page; in the open data it is the row's id, unless a giver must not be named. No two gifts may share it."),
    ("contribution", "id", "How another list, such as a table of gifts, refers to this one. It appears on no page; in the open data it is the row's id, unless a giver must not be named. No two gifts may share it."),
    ("own-contribution", "withdrawn", "When it became known that the pledge would not be kept; only with status: withdrawn."),
    ("contribution", "withdrawn", "When it became known that the pledge would not be kept; only with status: withdrawn."),
    ("own-contribution", "source", "Where the gift can be verified: {title, url, date} or {title, file, date}."),
    ("contribution", "source", "Where the gift can be verified: {title, url, date} or {title, file, date}."),
    ("own-contribution", "note", "What else readers should know about the gift: {kk: …, ru: …, en: …}."),
    ("contribution", "note", "What else readers should know about the gift: {kk: …, ru: …, en: …}."),
    ("contribution-source", "title", "The title of the publication or document: one text, or one in each language."),
    ("contribution-source", "url", "Its web address: https://… Or `file`."),
    ("contribution-source", "file", "The document in content/static/, by its path there: acts/2020-17.pdf. Or `url`."),
    ("contribution-source", "date", "When it was published or signed."),
];

/// Ids of contributions that come twice; what is said beside givers who must not be named.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&Id, Place> = HashMap::default();
    for (_, contribution) in portal.contributions.iter() {
        let Some(annotation) = &contribution.annotation else {
            continue;
        };
        let place = portal.place_of(contribution);
        check_unnamed(portal, contribution, annotation, &place, found);
        if let Some(id) = &annotation.id
            && let Some(other) = first.insert(id, place.clone())
        {
            found.push(
                Diagnostic::new(Code::DuplicateId, place.at("id"))
                    .with("id", id)
                    .with("kind", "contribution")
                    .also(other.at("id")),
            );
        }
    }
}

/// A note says more of a giver than its kind and home, and a publication may name it.
fn check_unnamed(
    portal: &Portal,
    contribution: &Contribution,
    annotation: &Annotation,
    place: &Place,
    found: &mut Vec<Diagnostic>,
) {
    let mut givers = contribution.patrons.iter().map(|&id| &portal.patrons[id]);
    let Some(giver) = givers.find(|giver| giver.is_anonymous()) else {
        return;
    };
    for (field, what, stands) in [
        ("note", "gift-note", annotation.note.is_some()),
        ("source", "gift-source", annotation.source.is_some()),
    ] {
        if stands {
            let warning = Diagnostic::new(Code::TellingText, place.at(field));
            found.push(warning.with("id", &giver.record.id).with("what", what));
        }
    }
}
