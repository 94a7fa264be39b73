//! Contributions linked: who gave, where and for what.

use std::sync::Arc;

use super::merged_write_up::StatedFact;
use super::records::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::{Contribution, ContributionRecord, ContributionStatus, Givers};
use crate::model::place::Place;
use crate::model::table::ProjectId;
use crate::model::write_up::{Project, ProjectStatus};

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
            _ => ContributionStatus::Delivered,
        };
        for (item, contribution) in stated.value.iter().enumerate() {
            let place = || stated.place().at(item);
            let Some(patrons) = self.givers(contribution, project.text.sample, place) else {
                continue;
            };
            contributions.push(Contribution {
                patrons,
                amount: contribution.amount,
                date: contribution.date,
                status: contribution.status.unwrap_or(default_status),
                in_kind: contribution.in_kind.clone(),
                region: project.region,
                district: project.district,
                direction: project.direction,
                object: project.object,
                project: Some(number),
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
            match self
                .ids
                .patrons
                .resolve(id.as_str(), sample, || at(item).into(), self.found)
            {
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
            let region = self.region(&own.region, sample, || place().at("region"));
            let district = own
                .district
                .as_ref()
                .and_then(|id| self.district(region, id, || place().at("district")));
            let direction = self.direction(&own.direction, sample, || place().at("direction"));
            let object = own
                .object
                .as_ref()
                .and_then(|id| self.object(id, sample, || place().at("object")));
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
                region,
                district,
                direction,
                object,
                project: None,
                purpose: Some(own.purpose.clone()),
            });
        }
        linked
    }
}
