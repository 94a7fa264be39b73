//! Reported figures: deserialized, linked to their region, their whole and their breakdown, and checked for cycles.

use std::sync::Arc;

use serde_json::json;

use super::contradictions::{contradictions, counted};
use super::head::{Head, Headed, YamlRecord};
use super::region_years::check_year;
use super::resolver::Resolver;
use super::texts::RecordTexts;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Value;
use crate::load::yaml::Node;
use crate::load::{fix_it, shape};
use crate::model::figure::{
    BreakdownOf, BreakdownRecord, Contradiction, Figure, FigureRecord, FigureSource, Measure,
    Period, Precision,
};
use crate::model::index::TableIndex;
use crate::model::kind::FigureId;
use crate::model::place::Origin;
use crate::model::portal::Portal;

impl YamlRecord for FigureRecord {
    const DOCS: FieldDocs = &[DOCS];

    fn read(value: Value<'_>, origin: Origin) -> Option<FigureRecord> {
        let mut fields = value.fields("figure")?;
        let id = fields.required("id", |v| v.id());
        let region = fields.optional("region", |v| v.id());
        let district = fields.optional("district", |v| v.id());
        let period = fields.optional("period", period);
        let measure = fields.required("measure", |v| v.choice(&Measure::ALL, Measure::word));
        let amount = fields.optional("amount", |v| v.amount());
        let precision =
            fields.required("precision", |v| v.choice(&Precision::ALL, Precision::word));
        let patrons = fields.optional("patrons", |v| v.count(1));
        let projects = fields.optional("projects", |v| v.count(1));
        let objects = fields.optional("objects", |v| v.count(1));
        let part_of = fields.optional("part_of", |v| v.id());
        let breakdown = fields.optional("breakdown", |v| v.list(breakdown));
        let is_whole = !value.reading().is_partial();
        let note = fields.optional("note", |v| v.localised());
        let source = fields.required("source", figure_source);
        let sample = fields.optional("sample", |v| v.yes_or_no());
        fields.finish();
        Some(FigureRecord {
            id: id?,
            region,
            district,
            period,
            measure: measure?,
            amount,
            precision: precision?,
            patrons,
            projects,
            objects,
            part_of,
            // Where a row may be lost, nobody can say what they add up to.
            breakdown: breakdown.filter(|_| is_whole).unwrap_or_default(),
            note,
            source: source?,
            sample: sample.unwrap_or(false),
            origin,
        })
    }
}

impl Headed for FigureRecord {
    fn head(&self) -> Head<'_> {
        Head {
            id: &self.id,
            sample: self.sample,
            origin: self.origin,
        }
    }
}

/// A date, or two joined by `..`.
fn period(value: Value<'_>) -> Option<Period> {
    value.takes(shape::period)?;
    let ends = match value.node() {
        Node::Text(text) => text.split_once(".."),
        _ => None,
    };
    let Some((from, to)) = ends else {
        if let Node::Text(text) = value.node()
            && let Some(meant) = fix_it::period(text)
        {
            let wrong = value.report(Code::BadDate).with("value", text);
            let wrong = wrong.with("reason", "period").replaced(Some(meant));
            value.reading().report(wrong);
            return None;
        }
        return value.date().map(|date| Period {
            from: date,
            to: date,
        });
    };
    let (from, to) = (value.parse_date(from.trim()), value.parse_date(to.trim()));
    let (from, to) = (from?, to?);
    if from.earliest() > to.latest() {
        value.reading().report(
            value
                .report(Code::DateOrder)
                .with("earlier", from)
                .with("later", to),
        );
        return None;
    }
    Some(Period { from, to })
}

fn breakdown(value: Value<'_>) -> Option<BreakdownRecord> {
    let mut fields = value.fields("breakdown")?;
    let object = fields.optional("object", |v| v.id());
    let direction = fields.optional("direction", |v| v.id());
    let label = fields.optional("label", |v| v.localised());
    let amount = fields.optional("amount", |v| v.amount());
    let projects = fields.optional("projects", |v| v.count(1));
    fields.rule(|| {
        json!({"oneOf": [{"required": ["object"]}, {"required": ["direction"]}, {"required": ["label"]}]})
    });
    if ["object", "direction", "label"]
        .iter()
        .filter(|name| fields.stands(name))
        .count()
        != 1
    {
        fields.report(value.report(Code::BadForm).with("expected", "breakdown"));
    }
    fields.finish();
    let of = match (object, direction, label) {
        (Some(object), _, _) => BreakdownOf::Object(object),
        (_, Some(direction), _) => BreakdownOf::Direction(direction),
        (_, _, label) => BreakdownOf::Label(label?),
    };
    Some(BreakdownRecord {
        of,
        amount,
        projects,
    })
}

fn figure_source(value: Value<'_>) -> Option<FigureSource> {
    let mut fields = value.fields("source")?;
    let title = fields.required("title", |v| v.plain_or_localised());
    let url = fields.required("url", |v| v.url());
    let date = fields.optional("date", |v| v.date());
    fields.finish();
    Some(FigureSource {
        title: title?,
        url: url?,
        date,
    })
}

/// Field docs: what editors read about the fields, through the JSON Schema.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("figure", "region", "The id of the region that the figure is about; if left out, the whole country."),
    ("figure", "period", "When: a date, or two with .. between them: 2017-04..2021-04."),
    ("figure", "measure", "support: help given in all. objects: what was built. pledges: what was promised."),
    ("figure", "precision", "exact, or rounded (“more than 3 billion”)."),
    ("figure", "patrons", "How many patrons were reported."),
    ("figure", "projects", "How many projects were reported."),
    ("figure", "objects", "How many facilities were reported."),
    ("figure", "part_of", "The id of the larger figure that this one is a part of."),
    ("figure", "breakdown", "The rows that were reported: [{object or direction or label, amount, projects}, …]."),
    ("figure", "note", "What exactly was counted."),
    ("figure", "source", "Where it was reported: {title, url, date}."),
    ("breakdown", "label", "What the row is about, if it is neither a kind of help nor a direction."),
    ("breakdown", "projects", "How many projects the row has."),
    ("source", "title", "The title of the source: one text, or one in each language."),
    ("source", "url", "The address of the source: https://…"),
    ("source", "date", "When it was published."),
];

/// A figure with its links. `all`: the records of all figures, in the order of their indices.
pub(super) fn link(
    record: &Arc<FigureRecord>,
    all: &[Arc<FigureRecord>],
    resolver: &mut Resolver<'_>,
) -> Figure {
    let origin = record.origin;
    let region = record
        .region
        .as_ref()
        .and_then(|id| resolver.resolve(id, record.sample, || origin.field("region")));
    let district = record.district.as_ref().and_then(|id| {
        if record.region.is_none() {
            resolver.found.push(Diagnostic::new(
                Code::DistrictWithoutRegion,
                origin.field("district"),
            ));
        }
        resolver.district(region, id, || origin.field("district"))
    });
    let part_of: Option<FigureId> = record
        .part_of
        .as_ref()
        .and_then(|id| resolver.resolve(id, record.sample, || origin.field("part_of")));
    let list = origin.field("breakdown");
    let mut breakdown = Vec::new();
    for (item, row) in record.breakdown.iter().enumerate() {
        breakdown.extend(match &row.of {
            BreakdownOf::Object(id) => resolver
                .resolve(id, record.sample, || list.at(item).at("object"))
                .map(BreakdownOf::Object),
            BreakdownOf::Direction(id) => resolver
                .resolve(id, record.sample, || list.at(item).at("direction"))
                .map(BreakdownOf::Direction),
            BreakdownOf::Label(label) => Some(BreakdownOf::Label(label.clone())),
        });
    }
    let whole = part_of.map(|whole| &*all[whole.index()]);
    let contradictions = contradictions(record, whole);
    Figure {
        record: record.clone(),
        region,
        district,
        part_of,
        breakdown,
        contradictions,
    }
}

/// Cycles and contradictions among reported figures, and regions that did not exist at the time.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    for (index, figure) in portal.figures.iter() {
        let origin = figure.record.origin;
        if leads_back(portal, index) {
            found.push(
                Diagnostic::new(Code::Cycle, origin.field("part_of")).with("id", &figure.record.id),
            );
        }
        for contradiction in &figure.contradictions {
            let reported =
                |value: Option<u128>| value.map_or(String::new(), |value| value.to_string());
            found.push(match contradiction {
                Contradiction::Amounts { sum } => {
                    Diagnostic::new(Code::FigureContradicts, origin.field("breakdown"))
                        .with(
                            "reported",
                            reported(figure.record.amount.map(|amount| amount.0)),
                        )
                        .with("sum", sum.0)
                }
                Contradiction::Projects { sum } => {
                    Diagnostic::new(Code::FigureContradicts, origin.field("breakdown"))
                        .with(
                            "reported",
                            reported(counted(&figure.record).map(u128::from)),
                        )
                        .with("sum", sum)
                }
                Contradiction::LargerThanWhole => {
                    Diagnostic::new(Code::PartLargerThanWhole, origin.field("amount"))
                        .with("id", &figure.record.id)
                }
            });
        }
        if let (Some(region), Some(period)) = (figure.region, figure.record.period) {
            let at = || origin.field("region").into();
            check_year(portal, region, period.from, at, found);
        }
    }
}

/// Whether the `part_of` chain of a figure comes back to it (a cycle).
fn leads_back(portal: &Portal, figure: FigureId) -> bool {
    let mut above = portal.figures[figure].part_of;
    for _ in 0..portal.figures.len() {
        match above {
            Some(whole) if whole == figure => return true,
            Some(whole) => above = portal.figures[whole].part_of,
            None => return false,
        }
    }
    false
}

/// What a reported figure says in each language.
pub(super) fn texts(figure: &Figure) -> RecordTexts<'_> {
    let record = &figure.record;
    let mut texts = RecordTexts::record(&record.source.title, figure.region, record.origin);
    texts.add("source.title", &record.source.title);
    texts.add("note", &record.note);
    for (number, row) in (1..).zip(&record.breakdown) {
        if let BreakdownOf::Label(label) = &row.of {
            texts.add(format!("breakdown.{number}.label"), label);
        }
    }
    texts
}
