//! Readers of the records that stand in YAML files: regions, directions, object kinds, patrons, awards, figures.
//!
//! Each takes a value and gives the record, or nothing after it has reported every bad field. What a field means stands
//! at the record in `model`.

use std::sync::Arc;

use serde_json::json;

use super::fields::Value;
use super::shape;
use crate::diagnostic::Code;
use crate::model::award::{AwardRecord, Category, RecipientRecord};
use crate::model::contribution::{ContributionRecord, ContributionStatus, OwnPurpose};
use crate::model::direction::Direction;
use crate::model::figure::{
    BreakdownOf, BreakdownRecord, FigureRecord, FigureSource, Measure, Period, Precision,
};
use crate::model::id::Id;
use crate::model::object_kind::ObjectKindRecord;
use crate::model::patron::{Consent, PatronKind, PatronRecord};
use crate::model::place::Origin;
use crate::model::region::{District, Population, RegionRecord};

/// Reads a region.
pub(crate) fn region(value: Value<'_>, origin: Origin) -> Option<RegionRecord> {
    let mut fields = value.fields("region")?;
    let id = fields.required("id", |v| v.id());
    let iso = fields.optional("iso", |v| v.text());
    let kato = fields.optional("kato", |v| v.code());
    let name = fields.required("name", |v| v.localised());
    let inside = fields.optional("in", |v| v.localised());
    let centre = fields.optional("centre", |v| v.localised());
    let population = fields.optional("population", population);
    let tile = fields.optional("tile", |v| v.list(cell));
    let since = fields.optional("since", |v| v.date());
    let until = fields.optional("until", |v| v.date());
    let successors = fields.optional("successors", |v| v.list(|v| v.id()));
    let districts = fields.optional("districts", |v| v.list(district));
    let sample = fields.optional("sample", |v| v.yes_or_no());
    fields.finish();
    Some(RegionRecord {
        id: id?,
        iso,
        kato,
        name: name?,
        inside,
        centre,
        population,
        tile: tile.unwrap_or_default(),
        since,
        until,
        successors: successors.unwrap_or_default(),
        districts: districts.unwrap_or_default(),
        sample: sample.unwrap_or(false),
        origin,
    })
}

fn population(value: Value<'_>) -> Option<Population> {
    let mut fields = value.fields("population")?;
    let residents = fields.required("value", |v| v.count(1));
    let date = fields.required("date", |v| v.date());
    let source = fields.required("source", |v| v.text());
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
    fields.finish();
    Some(District {
        id: id?,
        kato,
        name: name?,
    })
}

/// Reads a direction.
pub(crate) fn direction(value: Value<'_>, origin: Origin) -> Option<Direction> {
    let mut fields = value.fields("direction")?;
    let id = fields.required("id", |v| v.id());
    let name = fields.required("name", |v| v.localised());
    let summary = fields.optional("summary", |v| v.localised());
    let sample = fields.optional("sample", |v| v.yes_or_no());
    fields.finish();
    Some(Direction {
        id: id?,
        name: name?,
        summary,
        sample: sample.unwrap_or(false),
        origin,
    })
}

/// Reads a kind of object.
pub(crate) fn object_kind(value: Value<'_>, origin: Origin) -> Option<ObjectKindRecord> {
    let mut fields = value.fields("object-kind")?;
    let id = fields.required("id", |v| v.id());
    let name = fields.required("name", |v| v.localised());
    let plural = fields.optional("plural", |v| v.localised());
    let parent = fields.optional("parent", |v| v.id());
    let sample = fields.optional("sample", |v| v.yes_or_no());
    fields.finish();
    Some(ObjectKindRecord {
        id: id?,
        name: name?,
        plural,
        parent,
        sample: sample.unwrap_or(false),
        origin,
    })
}

/// Reads a patron with its own contributions.
pub(crate) fn patron(value: Value<'_>, origin: Origin) -> Option<PatronRecord> {
    let mut fields = value.fields("patron")?;
    let id = fields.required("id", |v| v.id());
    let kind = fields.required("kind", |v| v.choice(&PatronKind::ALL, PatronKind::word));
    let name = fields.required("name", |v| v.localised());
    let region = fields.required("region", |v| v.id());
    let since = fields.optional("since", |v| v.year());
    let consent = fields.optional("consent", |v| v.choice(&Consent::ALL, Consent::word));
    let consent_stands = fields.stands("consent");
    let site = fields.optional("site", |v| v.url());
    let members = fields.optional("members", |v| v.count(1));
    fields.rule(
        || json!({"if": {"required": ["members"]}, "then": {"properties": {"kind": {"const": "group"}}}}),
    );
    fields.rule(|| json!({"if": {"properties": {"kind": {"const": "person"}}, "required": ["kind"]}, "then": {"required": ["consent"]}}));
    if fields.stands("members") && kind.is_some_and(|kind| kind != PatronKind::Group) {
        fields.report(crate::diagnostic::Diagnostic::new(
            Code::MembersOfNoGroup,
            fields.place("members").on_key(),
        ));
    }
    let giver = id.clone();
    let contributions = fields.optional("contributions", |v| {
        v.list(|v| own_contribution(v, giver.as_ref()))
    });
    let contributions_stand = fields.stands("contributions");
    let sample = fields.optional("sample", |v| v.yes_or_no());
    if kind == Some(PatronKind::Person) && !consent_stands {
        fields.report(value.report(Code::ConsentMissing));
    }
    fields.finish();
    let consent = match (kind?, consent) {
        // Said, but not understood: it was reported, and nothing is taken for granted.
        (_, None) if consent_stands => return None,
        (PatronKind::Person, None) => return None,
        (_, consent) => consent.unwrap_or(Consent::Public),
    };
    Some(PatronRecord {
        id: id?,
        kind: kind?,
        name: name?,
        region: region?,
        since,
        consent,
        site,
        members,
        contributions: if contributions_stand {
            contributions?
        } else {
            Vec::new()
        },
        sample: sample.unwrap_or(false),
        origin,
    })
}

fn own_contribution(value: Value<'_>, giver: Option<&Id>) -> Option<ContributionRecord> {
    let mut fields = value.fields("own-contribution")?;
    let amount = fields.optional("amount", |v| v.amount());
    let date = fields.required("date", |v| v.date());
    let status = fields.optional("status", |v| {
        v.choice(&ContributionStatus::ALL, ContributionStatus::word)
    });
    let in_kind = fields.optional("in_kind", |v| v.localised().map(Arc::new));
    let region = fields.required("region", |v| v.id());
    let district = fields.optional("district", |v| v.id());
    let direction = fields.required("direction", |v| v.id());
    let object = fields.optional("object", |v| v.id());
    let purpose = fields.required("purpose", |v| v.localised().map(Arc::new));
    fields.rule(|| json!({"anyOf": [{"required": ["amount"]}, {"required": ["in_kind"]}]}));
    if !fields.stands("amount") && !fields.stands("in_kind") {
        fields.report(value.report(Code::AmountMissing));
    }
    fields.finish();
    let own = OwnPurpose {
        region: region?,
        district,
        direction: direction?,
        object,
        purpose: purpose?,
    };
    let patrons = vec![giver.cloned()?];
    Some(ContributionRecord {
        patrons,
        amount,
        date: date?,
        status,
        in_kind,
        own: Some(own.into()),
    })
}

/// Reads a contribution in a project.
pub(crate) fn contribution(value: Value<'_>) -> Option<ContributionRecord> {
    let mut fields = value.fields("contribution")?;
    let patron = fields.optional("patron", |v| v.id());
    let patrons = fields.optional("patrons", |v| v.list(|v| v.id()));
    let amount = fields.optional("amount", |v| v.amount());
    let date = fields.required("date", |v| v.date());
    let status = fields.optional("status", |v| {
        v.choice(&ContributionStatus::ALL, ContributionStatus::word)
    });
    let in_kind = fields.optional("in_kind", |v| v.localised().map(Arc::new));
    fields.rule(|| json!({"oneOf": [{"required": ["patron"]}, {"required": ["patrons"]}]}));
    fields.rule(|| json!({"properties": {"patrons": {"minItems": 1}}}));
    if fields.stands("patron") == fields.stands("patrons")
        || patrons.as_ref().is_some_and(Vec::is_empty)
    {
        fields.report(value.report(Code::GiverMissing));
    }
    fields.rule(|| json!({"anyOf": [{"required": ["amount"]}, {"required": ["in_kind"]}]}));
    if !fields.stands("amount") && !fields.stands("in_kind") {
        fields.report(value.report(Code::AmountMissing));
    }
    fields.finish();
    let patrons = patron.map(|patron| vec![patron]).or(patrons)?;
    Some(ContributionRecord {
        patrons,
        amount,
        date: date?,
        status,
        in_kind,
        own: None,
    })
}

/// Reads an award list.
pub(crate) fn award(value: Value<'_>, origin: Origin) -> Option<AwardRecord> {
    let mut fields = value.fields("award")?;
    let id = fields.required("id", |v| v.id());
    let name = fields.required("name", |v| v.localised());
    let year = fields.optional("year", |v| v.year());
    let date = fields.optional("date", |v| v.date());
    fields.rule(|| json!({"anyOf": [{"required": ["year"]}, {"required": ["date"]}]}));
    match (fields.stands("year"), fields.stands("date")) {
        (false, false) => fields.missing("year"),
        (true, true) if year.is_some_and(|year| date.is_some_and(|date| date.year() != year)) => {
            let diagnostic =
                crate::diagnostic::Diagnostic::new(Code::FactDiffers, fields.place("date"));
            fields.report(diagnostic.with("field", "year").also(fields.place("year")));
        }
        _ => {}
    }
    let region = fields.optional("region", |v| v.id());
    let event = fields.optional("event", |v| v.id());
    let categories = fields.optional("categories", |v| v.list(category));
    let recipients = fields.required("recipients", |v| v.list(recipient));
    let sample = fields.optional("sample", |v| v.yes_or_no());
    fields.finish();
    Some(AwardRecord {
        id: id?,
        name: name?,
        date: date.or(year.map(crate::model::date::Date::Year))?,
        region,
        event,
        categories: categories.unwrap_or_default(),
        recipients: recipients?,
        sample: sample.unwrap_or(false),
        origin,
    })
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

fn recipient(value: Value<'_>) -> Option<RecipientRecord> {
    let mut fields = value.fields("recipient")?;
    let patron = fields.required("patron", |v| v.id());
    let category = fields.optional("category", |v| v.id());
    let note = fields.optional("note", |v| v.localised());
    fields.finish();
    Some(RecipientRecord {
        patron: patron?,
        category,
        note,
    })
}

/// Reads a reported figure.
pub(crate) fn figure(value: Value<'_>, origin: Origin) -> Option<FigureRecord> {
    let mut fields = value.fields("figure")?;
    let id = fields.required("id", |v| v.id());
    let region = fields.optional("region", |v| v.id());
    let district = fields.optional("district", |v| v.id());
    let period = fields.optional("period", period);
    let measure = fields.required("measure", |v| v.choice(&Measure::ALL, Measure::word));
    let amount = fields.optional("amount", |v| v.amount());
    let precision = fields.required("precision", |v| v.choice(&Precision::ALL, Precision::word));
    let patrons = fields.optional("patrons", |v| v.count(1));
    let projects = fields.optional("projects", |v| v.count(1));
    let objects = fields.optional("objects", |v| v.count(1));
    let part_of = fields.optional("part_of", |v| v.id());
    let breakdown = fields.optional("breakdown", |v| v.list(breakdown));
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
        breakdown: breakdown.unwrap_or_default(),
        note,
        source: source?,
        sample: sample.unwrap_or(false),
        origin,
    })
}

/// A date, or two joined by `..`.
fn period(value: Value<'_>) -> Option<Period> {
    value.takes(shape::period)?;
    let ends = match value.node() {
        super::yaml::Node::Text(text) => text.split_once(".."),
        _ => None,
    };
    let Some((from, to)) = ends else {
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
