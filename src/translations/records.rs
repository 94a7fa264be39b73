//! The localised texts of YAML records, and which of them lack a language.
//!
//! A patron who is not named needs no name in any language: what is left of such a record shows nothing of who it is.

use super::{Item, Kind, State};
use crate::model::contribution::Contribution;
use crate::model::figure::BreakdownOf;
use crate::model::lang::{Lang, Localised};
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::model::table::RegionId;
use crate::model::write_up::Project;
use crate::source::Sources;

/// The field, if its text lacks the language.
pub(super) fn lacks(text: &Localised, field: &str, lang: Lang) -> Option<String> {
    text.exact(lang).is_none().then(|| field.to_owned())
}

/// Collects the fields of a record that lack a language.
struct Fields {
    lang: Lang,
    lacking: Vec<String>,
}

impl Fields {
    fn new(lang: Lang) -> Fields {
        Fields {
            lang,
            lacking: Vec::new(),
        }
    }

    fn look(&mut self, field: &str, text: &Localised) {
        self.lacking.extend(lacks(text, field, self.lang));
    }

    fn look_at_any<'a>(&mut self, field: &str, text: impl Into<Option<&'a Localised>>) {
        if let Some(text) = text.into() {
            self.look(field, text);
        }
    }

    fn contribution(&mut self, number: usize, contribution: &Contribution) {
        let number = number + 1;
        self.look_at_any(
            &format!("contributions.{number}.in_kind"),
            contribution.in_kind.as_deref(),
        );
        self.look_at_any(
            &format!("contributions.{number}.purpose"),
            contribution.purpose.as_deref(),
        );
    }
}

/// The fields among a project's facts that lack a language.
pub(super) fn project(portal: &Portal, project: &Project, lang: Lang) -> Vec<String> {
    let mut fields = Fields::new(lang);
    for (number, &contribution) in project.contributions.iter().enumerate() {
        fields.contribution(number, &portal.contributions[contribution]);
    }
    fields.lacking
}

/// A record as the report names it.
struct Named<'a> {
    kind: Kind,
    title: &'a str,
    region: Option<RegionId>,
    origin: Option<Origin>,
}

fn item(sources: &Sources, named: Named<'_>, fields: Fields) -> Item {
    let file = named.origin.map_or_else(
        || "site.toml".to_owned(),
        |origin| sources.path(origin.source).to_owned(),
    );
    Item {
        lang: fields.lang,
        state: if fields.lacking.is_empty() {
            State::Complete
        } else {
            State::Missing
        },
        kind: named.kind,
        region: named.region,
        title: named.title.to_owned(),
        file,
        original: None,
        fields: fields.lacking,
    }
}

/// All records with what they lack.
pub(super) fn all(portal: &Portal, sources: &Sources, lang: Lang) -> Vec<Item> {
    let mut items = Vec::new();
    let mut add = |kind, title: &Localised, region, origin, fields| {
        let title = portal.text(title, lang).text;
        let named = Named {
            kind,
            title,
            region,
            origin,
        };
        items.push(item(sources, named, fields));
    };
    let mut site = Fields::new(lang);
    site.look("title", &portal.site.title);
    site.look_at_any("description", &portal.site.description);
    add(Kind::Site, &portal.site.title, None, None, site);
    for (id, region) in portal.regions.iter() {
        let record = &region.record;
        let mut fields = Fields::new(lang);
        fields.look("name", &record.name);
        fields.look_at_any("in", &record.inside);
        fields.look_at_any("centre", &record.centre);
        for (number, district) in record.districts.iter().enumerate() {
            fields.look(&format!("districts.{}.name", number + 1), &district.name);
        }
        add(
            Kind::Regions,
            &record.name,
            Some(id),
            Some(record.origin),
            fields,
        );
    }
    for (_, direction) in portal.directions.iter() {
        let mut fields = Fields::new(lang);
        fields.look("name", &direction.name);
        fields.look_at_any("summary", &direction.summary);
        add(
            Kind::Directions,
            &direction.name,
            None,
            Some(direction.origin),
            fields,
        );
    }
    for (_, object) in portal.objects.iter() {
        let record = &object.record;
        let mut fields = Fields::new(lang);
        fields.look("name", &record.name);
        fields.look_at_any("plural", &record.plural);
        add(
            Kind::Objects,
            &record.name,
            None,
            Some(record.origin),
            fields,
        );
    }
    let nobody = Localised::default();
    for (_, patron) in portal.patrons.iter() {
        let record = &patron.record;
        let mut fields = Fields::new(lang);
        let title = if patron.is_anonymous() {
            &nobody
        } else {
            fields.look("name", &record.name);
            &record.name
        };
        let contributions = patron
            .contributions
            .iter()
            .map(|&contribution| &portal.contributions[contribution]);
        for (number, contribution) in contributions
            .filter(|contribution| contribution.project.is_none())
            .enumerate()
        {
            fields.contribution(number, contribution);
        }
        add(
            Kind::Patrons,
            title,
            Some(patron.region),
            Some(record.origin),
            fields,
        );
    }
    for (_, award) in portal.awards.iter() {
        let record = &award.record;
        let mut fields = Fields::new(lang);
        fields.look("name", &record.name);
        for (number, category) in record.categories.iter().enumerate() {
            fields.look(&format!("categories.{}.name", number + 1), &category.name);
        }
        for (number, recipient) in record.recipients.iter().enumerate() {
            fields.look_at_any(&format!("recipients.{}.note", number + 1), &recipient.note);
        }
        add(
            Kind::Awards,
            &record.name,
            award.region,
            Some(record.origin),
            fields,
        );
    }
    for (_, figure) in portal.figures.iter() {
        let record = &figure.record;
        let mut fields = Fields::new(lang);
        fields.look("source.title", &record.source.title);
        fields.look_at_any("note", &record.note);
        for (number, row) in record.breakdown.iter().enumerate() {
            if let BreakdownOf::Label(label) = &row.of {
                fields.look(&format!("breakdown.{}.label", number + 1), label);
            }
        }
        add(
            Kind::Figures,
            &record.source.title,
            figure.region,
            Some(record.origin),
            fields,
        );
    }
    items
}
