//! Projects and contributions linked: who gave, where and for what.

use super::assemble::ProjectDraft;
use super::records::Linker;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::{Contribution, ContributionRecord, GiftStatus};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::table::{PatronId, ProjectId, TableIndex};
use crate::model::write_up::{Project, ProjectStatus};

impl Linker<'_> {
    pub(super) fn project(&mut self, index: ProjectId, draft: ProjectDraft) -> (Id, Project) {
        let sample = draft.text.sample;
        let (region, direction) = (draft.region, draft.direction);
        let district = draft
            .district
            .as_ref()
            .and_then(|id| self.district(Some(region), &id.value, || id.place()));
        let object = draft
            .object
            .as_ref()
            .and_then(|id| self.object(&id.value, sample, || id.place()));
        let mut gifts = Vec::new();
        if let Some(stated) = &draft.contributions {
            let default_status = match draft.status {
                ProjectStatus::Planned => GiftStatus::Pledged,
                _ => GiftStatus::Delivered,
            };
            for (item, gift) in stated.value.iter().enumerate() {
                let Some(patrons) = self.givers(gift, sample, &stated.place().at(item)) else {
                    continue;
                };
                gifts.push(TableIndex::new(self.contributions.len()));
                self.contributions.push(Contribution {
                    patrons,
                    amount: gift.amount,
                    date: gift.date,
                    status: gift.status.unwrap_or(default_status),
                    in_kind: gift.in_kind.clone(),
                    region,
                    district,
                    direction,
                    object,
                    project: Some(index),
                    purpose: None,
                });
            }
        }
        let project = Project {
            region,
            district,
            direction,
            object,
            status: draft.status,
            started: draft.started,
            completed: draft.completed,
            beneficiaries: draft.beneficiaries,
            location: draft.location,
            contributions: gifts,
            sorted_by: draft.sorted_by,
            text: draft.text,
        };
        (project.text.id.clone(), project)
    }

    /// The givers of a contribution; nothing if one of them is not there.
    pub(super) fn givers(
        &mut self,
        gift: &ContributionRecord,
        sample: bool,
        place: &Place,
    ) -> Option<Vec<PatronId>> {
        let at = |item: usize| gift.giver_place(place, item);
        let mut givers = Vec::with_capacity(gift.patrons.len());
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

    pub(super) fn own_gifts(&mut self, gifts: &[ContributionRecord], sample: bool, place: Place) {
        for (item, gift) in gifts.iter().enumerate() {
            let Some(own) = &gift.own else { continue };
            let place = place.at(item);
            let region = self.region(&own.region, sample, || place.at("region"));
            let district = own
                .district
                .as_ref()
                .and_then(|id| self.district(region, id, || place.at("district")));
            let direction = self.direction(&own.direction, sample, || place.at("direction"));
            let object = own
                .object
                .as_ref()
                .and_then(|id| self.object(id, sample, || place.at("object")));
            let patrons = self.givers(gift, sample, &place);
            let (Some(region), Some(direction), Some(patrons)) = (region, direction, patrons)
            else {
                continue;
            };
            self.contributions.push(Contribution {
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
    }
}
