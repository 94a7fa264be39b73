//! Contribution records: deserialized and linked, in projects and in the records of patrons.

use std::sync::Arc;

use serde_json::json;

use super::annotation::annotation;
use super::cancelled::late_gift;
use super::resolver::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::link::StatedFact;
use crate::load::field_docs::FieldDoc;
use crate::load::fields::{Fields, Value};
use crate::model::contribution::{
    Contribution, ContributionRecord, ContributionStatus, Givers, OwnPurpose,
};
use crate::model::id::Id;
use crate::model::kind::ProjectId;
use crate::model::place::Place;
use crate::model::write_up::{Project, ProjectStatus};

/// Reads a contribution in a record of its giver.
pub(super) fn own_contribution(value: Value<'_>, giver: Option<&Id>) -> Option<ContributionRecord> {
    let mut fields = value.fields("own-contribution")?;
    let amount = fields.optional("amount", |v| v.amount());
    let date = fields.required("date", |v| v.date());
    let status = fields.optional("status", |v| {
        v.choice(&ContributionStatus::WRITTEN, ContributionStatus::word)
    });
    let in_kind = fields.optional("in_kind", |v| v.localised().map(Arc::new));
    let annotation = annotation(&mut fields, status, date);
    let region = fields.required("region", |v| v.id());
    let district = fields.optional("district", |v| v.id());
    let direction = fields.required("direction", |v| v.id());
    let object = fields.optional("object", |v| v.id());
    let purpose = fields.required("purpose", |v| v.localised().map(Arc::new));
    fields.rule(|| json!({"anyOf": [{"required": ["amount"]}, {"required": ["in_kind"]}]}));
    if !is_valued(&fields) {
        let place = fields.place_or_record("amount");
        fields.lacks("amount", Diagnostic::new(Code::AmountMissing, place));
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
        annotation,
        own: Some(own.into()),
    })
}

/// Reads a contribution in a project.
pub(super) fn contribution(value: Value<'_>) -> Option<ContributionRecord> {
    let mut fields = value.fields("contribution")?;
    let patron = fields.optional("patron", |v| v.id());
    let patrons = fields.optional("patrons", |v| v.list(|v| v.id()));
    let amount = fields.optional("amount", |v| v.amount());
    let date = fields.required("date", |v| v.date());
    let status = fields.optional("status", |v| {
        v.choice(&ContributionStatus::WRITTEN, ContributionStatus::word)
    });
    let in_kind = fields.optional("in_kind", |v| v.localised().map(Arc::new));
    let annotation = annotation(&mut fields, status, date);
    fields.rule(|| json!({"oneOf": [{"required": ["patron"]}, {"required": ["patrons"]}]}));
    fields.rule(|| json!({"properties": {"patrons": {"minItems": 1}}}));
    let stands = |name| fields.stands(name) || fields.is_misspelled(name);
    if stands("patron") == stands("patrons") || patrons.as_ref().is_some_and(Vec::is_empty) {
        fields.lacks("patron", value.report(Code::GiverMissing));
    }
    fields.rule(|| json!({"anyOf": [{"required": ["amount"]}, {"required": ["in_kind"]}]}));
    if !is_valued(&fields) {
        let place = fields.place_or_record("amount");
        fields.lacks("amount", Diagnostic::new(Code::AmountMissing, place));
    }
    fields.finish();
    let patrons = patron.map(|patron| vec![patron]).or(patrons)?;
    Some(ContributionRecord {
        patrons,
        amount,
        date: date?,
        status,
        in_kind,
        annotation,
        own: None,
    })
}

/// Field docs: what editors read about the fields of a contribution in a patron's record.
#[rustfmt::skip]
pub(super) const OWN_CONTRIBUTION_DOCS: &[FieldDoc] = &[
    ("own-contribution", "region", "The id of the region that the gift went to."),
    ("own-contribution", "status", "delivered; pledged: promised but not yet given; withdrawn: a promise that will not be kept, shown as such and counted in no total."),
    ("own-contribution", "in_kind", "What was given, if not money: {kk: …, ru: …, en: …}. Then `amount` may be left out."),
    ("own-contribution", "purpose", "What it was given for."),
];

/// Field docs: what editors read about the fields of a contribution in a project.
#[rustfmt::skip]
pub(super) const CONTRIBUTION_DOCS: &[FieldDoc] = &[
    ("contribution", "patron", "The id of the patron who gave; for a joint gift, `patrons`."),
    ("contribution", "patrons", "The ids of all who gave together: [a, b]."),
    ("contribution", "status", "delivered; pledged: promised but not yet given; withdrawn: a promise that will not be kept, shown as such and counted in no total."),
    ("contribution", "in_kind", "What was given, if not money: {kk: …, ru: …, en: …}. Then `amount` may be left out."),
];

impl Resolver<'_> {
    /// Links the contributions of a project.
    pub(super) fn contributions(
        &mut self,
        project: &Project,
        number: ProjectId,
        stated: &StatedFact<Arc<[ContributionRecord]>>,
        contributions: &mut Vec<Contribution>,
    ) {
        let default_status = match project.status {
            ProjectStatus::Planned => ContributionStatus::Pledged,
            ProjectStatus::UnderWay | ProjectStatus::Completed | ProjectStatus::Cancelled => {
                ContributionStatus::Delivered
            }
        };
        let is_cancelled = project.status == ProjectStatus::Cancelled;
        for (item, contribution) in stated.value.iter().enumerate() {
            let place = || stated.place().at(item);
            let Some(patrons) = self.givers(contribution, project.text.sample, place) else {
                continue;
            };
            let status = match contribution.status.unwrap_or(default_status) {
                ContributionStatus::Pledged if is_cancelled => ContributionStatus::Void,
                status => status,
            };
            if is_cancelled && contribution.status.is_none() {
                self.found
                    .push(Diagnostic::new(Code::StatusNotSaid, place()));
            } else if is_cancelled {
                self.found.extend(late_gift(project, contribution, place));
            }
            contributions.push(Contribution {
                patrons,
                amount: contribution.amount,
                date: contribution.date,
                status,
                in_kind: contribution.in_kind.clone(),
                annotation: contribution.annotation.clone(),
                region: project.region,
                district: project.district,
                direction: project.direction,
                object: project.object,
                project: Some(number),
                item: item as u32,
                purpose: None,
            });
        }
    }

    /// The givers of a contribution; nothing if one of them is not there.
    pub(super) fn givers(
        &mut self,
        contribution: &ContributionRecord,
        sample: bool,
        place: impl Fn() -> Place,
    ) -> Option<Givers> {
        let at = |item: usize| contribution.giver_place(&place(), item);
        let mut givers = Givers::with_capacity(contribution.patrons.len());
        let mut missing = false;
        for (item, id) in contribution.patrons.iter().enumerate() {
            match self.resolve(id, sample, || at(item)) {
                Some(patron) if givers.contains(&patron) => {
                    self.found
                        .push(Diagnostic::new(Code::GiverTwice, at(item)).with("id", id));
                }
                Some(patron) => givers.push(patron),
                None => missing = true,
            }
        }
        (!missing).then_some(givers)
    }

    /// The contributions in a patron's own record.
    pub(super) fn own_contributions(
        &mut self,
        contributions: &[ContributionRecord],
        sample: bool,
        list: impl Fn() -> Place,
    ) -> Vec<Contribution> {
        let mut linked = Vec::with_capacity(contributions.len());
        for (item, contribution) in contributions.iter().enumerate() {
            let Some(own) = &contribution.own else {
                continue;
            };
            let place = || list().at(item);
            let region = self.resolve(&own.region, sample, || place().at("region"));
            let district = own
                .district
                .as_ref()
                .and_then(|id| self.district(region, id, || place().at("district")));
            let direction = self.resolve(&own.direction, sample, || place().at("direction"));
            let object = own
                .object
                .as_ref()
                .and_then(|id| self.resolve(id, sample, || place().at("object")));
            let patrons = self.givers(contribution, sample, place);
            let (Some(region), Some(direction), Some(patrons)) = (region, direction, patrons)
            else {
                continue;
            };
            linked.push(Contribution {
                patrons,
                amount: contribution.amount,
                date: contribution.date,
                status: contribution.status.unwrap_or(ContributionStatus::Delivered),
                in_kind: contribution.in_kind.clone(),
                annotation: contribution.annotation.clone(),
                region,
                district,
                direction,
                object,
                project: None,
                item: item as u32,
                purpose: Some(own.purpose.clone()),
            });
        }
        linked
    }
}

/// Whether it is said what was given, if only under a misspelled name.
fn is_valued(fields: &Fields<'_, '_>) -> bool {
    let mut names = ["amount", "in_kind"].into_iter();
    names.any(|name| fields.stands(name) || fields.is_misspelled(name))
}
