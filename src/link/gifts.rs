//! Contributions linked: who gave, where and for what.

use std::sync::Arc;

use super::records::Linker;
use super::write_ups::Stated;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::{Contribution, ContributionRecord, GiftStatus, Givers};
use crate::model::place::Place;
use crate::model::table::ProjectId;
use crate::model::write_up::{Project, ProjectStatus};

impl Linker<'_> {
    /// Links the contributions of a project.
    pub(super) fn gifts(
        &mut self,
        project: &Project,
        number: ProjectId,
        stated: &Stated<Arc<[ContributionRecord]>>,
        gifts: &mut Vec<Contribution>,
    ) {
        let default_status = match project.status {
            ProjectStatus::Planned => GiftStatus::Pledged,
            _ => GiftStatus::Delivered,
        };
        for (item, gift) in stated.value.iter().enumerate() {
            let place = || stated.place().at(item);
            let Some(patrons) = self.givers(gift, project.text.sample, place) else {
                continue;
            };
            gifts.push(Contribution {
                patrons,
                amount: gift.amount,
                date: gift.date,
                status: gift.status.unwrap_or(default_status),
                in_kind: gift.in_kind.clone(),
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
        gift: &ContributionRecord,
        sample: bool,
        place: impl Fn() -> Place,
    ) -> Option<Givers> {
        let at = |item: usize| gift.giver_place(&place(), item);
        let mut givers = Givers::with_capacity(gift.patrons.len());
        let mut missing = false;
        for (item, id) in gift.patrons.iter().enumerate() {
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
    pub(super) fn own_gifts(
        &mut self,
        gifts: &[ContributionRecord],
        sample: bool,
        list: impl Fn() -> Place,
    ) -> Vec<Contribution> {
        let mut linked = Vec::with_capacity(gifts.len());
        for (item, gift) in gifts.iter().enumerate() {
            let Some(own) = &gift.own else { continue };
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
            let patrons = self.givers(gift, sample, place);
            let (Some(region), Some(direction), Some(patrons)) = (region, direction, patrons)
            else {
                continue;
            };
            linked.push(Contribution {
                patrons,
                amount: gift.amount,
                date: gift.date,
                status: gift.status.unwrap_or(GiftStatus::Delivered),
                in_kind: gift.in_kind.clone(),
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
