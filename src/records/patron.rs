//! Patron records: deserialized with their own contributions, and linked to what they gave and their awards.

mod named;

use std::sync::Arc;

use serde_json::json;

use self::named::name_in;
use super::annotation::{self, ANNOTATION_DOCS};
use super::contribution::{OWN_CONTRIBUTION_DOCS, own_contribution};
use super::head::{Head, Headed, YamlRecord};
use super::portraits::Portraits;
use super::region_years::check_year;
use super::resolver::Resolver;
use super::texts::RecordTexts;
use crate::diagnostic::{Code, Diagnostic};
use crate::link::IdTables;
use crate::load::alias::aliases;
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Value;
use crate::model::award::Award;
use crate::model::contribution::Contribution;
use crate::model::index::{ContributionId, TableIndex};
use crate::model::kind::RecordKind;
use crate::model::kind::{AwardId, PatronId, RegionId};
use crate::model::lang::Localised;
use crate::model::patron::{Consent, FormerName, Patron, PatronKind, PatronRecord};
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::model::table::Table;

impl YamlRecord for PatronRecord {
    const DOCS: FieldDocs = &[DOCS, OWN_CONTRIBUTION_DOCS, ANNOTATION_DOCS];

    fn read(value: Value<'_>, origin: Origin) -> Option<PatronRecord> {
        let mut fields = value.fields("patron")?;
        let id = fields.required("id", |v| v.id());
        let kind = fields.required("kind", |v| v.choice(&PatronKind::ALL, PatronKind::word));
        let name = fields.required("name", |v| v.localised());
        let former_names = fields.optional("former_names", |v| v.list(former_name));
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
            fields.report(Diagnostic::new(
                Code::MembersOfNoGroup,
                fields.place("members").on_key(),
            ));
        }
        let giver = id.clone();
        let contributions = fields.optional("contributions", |v| {
            v.list(|v| own_contribution(v, giver.as_ref()))
        });
        let contributions_stand = fields.stands("contributions");
        let aliases = fields.optional("aliases", aliases);
        let aliases_stand = fields.stands("aliases");
        let sample = fields.optional("sample", |v| v.yes_or_no());
        if kind == Some(PatronKind::Person) && !consent_stands && !fields.bad().contains(&"consent")
        {
            fields.report(value.report(Code::ConsentMissing));
        }
        for (item, former) in former_names.iter().flatten().enumerate() {
            if Some(&former.name) == name.as_ref() {
                let at = fields.place("former_names").at(item).at("name");
                fields.report(Diagnostic::new(Code::NotAFormerName, at));
            }
        }
        fields.finish();
        let consent = match (kind?, consent) {
            // Stated, but not understood: it was reported, and no consent is assumed.
            (_, None) if consent_stands => return None,
            (PatronKind::Person, None) => return None,
            (_, consent) => consent.unwrap_or(Consent::Public),
        };
        // Whoever knew the old address would learn from it who does not want to be named.
        if consent == Consent::Anonymous && aliases_stand {
            value.reading().report(Diagnostic::new(
                Code::AliasOfAnonymous,
                value.place().at("aliases").on_key(),
            ));
        }
        Some(PatronRecord {
            id: id?,
            kind: kind?,
            name: name?,
            former_names: former_names.unwrap_or_default(),
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
            aliases: match consent {
                Consent::Public => aliases.unwrap_or_default(),
                Consent::Anonymous => Vec::new(),
            },
            sample: sample.unwrap_or(false),
            origin,
        })
    }
}

impl Headed for PatronRecord {
    fn head(&self) -> Head<'_> {
        Head {
            id: &self.id,
            sample: self.sample,
            origin: self.origin,
        }
    }
}

fn former_name(value: Value<'_>) -> Option<FormerName> {
    let mut fields = value.fields("former-patron-name")?;
    let name = fields.required("name", |v| v.localised());
    let until = fields.required("until", |v| v.date());
    fields.finish();
    Some(FormerName {
        name: name?,
        until: until?,
    })
}

/// Field docs: what editors read about the fields, through the JSON Schema.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("patron", "former_names", "What it was called before: [{name, until}, …]."),
    ("former-patron-name", "until", "When it was given up: YYYY-MM-DD, YYYY-MM or YYYY."),
    ("patron", "kind", "person, company, fund, association or group (people without a legal form, such as a class)."),
    ("patron", "region", "The id of the region that the patron comes from."),
    ("patron", "since", "The year of the first help: 2016."),
    ("patron", "consent", "public: the name may be shown. anonymous: the money counts, but the name and the id appear nowhere. Required for a person."),
    ("patron", "site", "The patron's own site: https://…"),
    ("patron", "members", "How many people a group has; only groups."),
    ("patron", "contributions", "Gifts that belong to no project with a page of its own."),
];

/// The patrons whose home region is there, and the others, who are reported and left out.
pub(super) struct Homes {
    records: Vec<Arc<PatronRecord>>,
    /// The home region of each.
    regions: Vec<RegionId>,
    /// The others: the references in them are checked all the same.
    without_region: Vec<Arc<PatronRecord>>,
}

impl Homes {
    /// Looks up every patron's home region; those who have none are registered no more.
    pub(super) fn new(
        records: Vec<Arc<PatronRecord>>,
        ids: &mut IdTables,
        found: &mut Vec<Diagnostic>,
    ) -> Homes {
        let mut homes = Homes {
            records: Vec::with_capacity(records.len()),
            regions: Vec::with_capacity(records.len()),
            without_region: Vec::new(),
        };
        for patron in records {
            if patron.consent == Consent::Anonymous {
                ids.note_secret(RecordKind::Patron, &patron.id);
            }
            let at = || patron.origin.field("region").into();
            match ids.resolve(patron.region.as_str(), patron.sample, at, found) {
                Some(region) => {
                    homes.regions.push(region);
                    homes.records.push(patron);
                }
                None => homes.without_region.push(patron),
            }
        }
        if !homes.without_region.is_empty() {
            for patron in &homes.without_region {
                ids.note_broken(RecordKind::Patron, patron.id.as_str());
            }
            let shown = homes.records.iter();
            ids.register(
                RecordKind::Patron,
                shown.map(|patron| (&patron.id, patron.sample)),
            );
        }
        homes
    }

    pub(super) fn is_anonymous(&self, patron: PatronId) -> bool {
        self.records[patron.index()].consent == Consent::Anonymous
    }

    /// The contributions that stand in the records of patrons.
    pub(super) fn own_contributions(&self, resolver: &mut Resolver<'_>) -> Vec<Contribution> {
        let patrons = self.records.iter().chain(&self.without_region);
        let contributions = patrons.flat_map(|patron| {
            let list = || patron.origin.field("contributions");
            resolver.own_contributions(&patron.contributions, patron.sample, list)
        });
        contributions.collect()
    }
}

/// Patrons with all that they gave and the awards in whose lists they stand.
pub(super) fn link(
    homes: Homes,
    contributions: &[Contribution],
    awards: &[Award],
    portraits: &mut Portraits,
) -> Table<PatronId, Patron> {
    let mut contributions_of: Vec<Vec<ContributionId>> = vec![Vec::new(); homes.records.len()];
    for (place, contribution) in contributions.iter().enumerate() {
        for patron in &contribution.patrons {
            contributions_of[patron.index()].push(TableIndex::new(place));
        }
    }
    let mut awards_of: Vec<Vec<AwardId>> = vec![Vec::new(); homes.records.len()];
    for (place, award) in awards.iter().enumerate() {
        for recipient in &award.recipients {
            let list = &mut awards_of[recipient.patron.index()];
            if list.last() != Some(&TableIndex::new(place)) {
                list.push(TableIndex::new(place));
            }
        }
    }
    let records = homes.records.into_iter().zip(homes.regions);
    let rows = records.zip(contributions_of.into_iter().zip(awards_of));
    Table::of(
        rows.map(|((record, region), (contributions, awards))| Patron {
            portrait: portraits.take(RecordKind::Patron, &record.id),
            record,
            region,
            contributions,
            awards,
        }),
    )
}

/// Contributions outside projects to regions that did not exist at the time; purposes of anonymous ones that may tell who
/// gave.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    annotation::check(portal, found);
    for (_, patron) in portal.patrons.iter() {
        if patron.is_anonymous() {
            check_purposes(&patron.record, found);
        }
        for (item, contribution) in patron.record.contributions.iter().enumerate() {
            let Some(region) = contribution
                .own
                .as_ref()
                .and_then(|own| portal.regions.find(own.region.as_str()))
            else {
                continue;
            };
            let list = || patron.record.origin.field("contributions");
            let at = || list().at(item).at("region").into();
            check_year(portal, region, contribution.date, at, found);
        }
    }
}

/// Purposes with a name in them: of a cup, a street, an ancestor.
fn check_purposes(patron: &PatronRecord, found: &mut Vec<Diagnostic>) {
    let list = patron.origin.field("contributions");
    for (item, contribution) in patron.contributions.iter().enumerate() {
        let texts = [
            ("purpose", contribution.own.as_ref().map(|own| &own.purpose)),
            ("in_kind", contribution.in_kind.as_ref()),
        ];
        for (field, text) in texts {
            let mut texts = text.into_iter().flat_map(|text| text.iter());
            if let Some(name) = texts.find_map(|(_, text)| name_in(text)) {
                let at = list.at(item).at(field);
                let warning = Diagnostic::new(Code::TellingText, at);
                let warning = warning.with("id", &patron.id).with("what", "purpose");
                found.push(warning.with("word", name));
            }
        }
    }
}

/// What a patron says in each language. One who is not named needs no name in any: what is left of such a record shows
/// nothing of who it is.
pub(super) fn texts<'a>(patron: &'a Patron, portal: &'a Portal) -> RecordTexts<'a> {
    static NOBODY: std::sync::LazyLock<Localised> = std::sync::LazyLock::new(Localised::default);
    let record = &patron.record;
    let title = if patron.is_anonymous() {
        &*NOBODY
    } else {
        &record.name
    };
    let mut texts = RecordTexts::record(title, Some(patron.region), record.origin);
    texts.beside = Some(&patron.portrait);
    if !patron.is_anonymous() {
        texts.add("name", &record.name);
        for (number, former) in (1..).zip(&record.former_names) {
            texts.add(format!("former_names.{number}.name"), &former.name);
        }
    }
    let contributions = patron.contributions.iter();
    let contributions = contributions.map(|&contribution| &portal.contributions[contribution]);
    texts.contributions(contributions.filter(|contribution| contribution.project.is_none()));
    texts
}
