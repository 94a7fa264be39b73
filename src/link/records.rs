//! Records with their ids resolved: the tables of the portal.

use std::sync::Arc;

use super::assemble::{Drafts, NewsDraft};
use super::portraits::portraits;
use super::{IdTables, RecordIds, Records};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::award::Award;
use crate::model::figure::Figure;
use crate::model::id::Id;
use crate::model::links::Links;
use crate::model::patron::Patron;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::prose::RecordKind;
use crate::model::region::RegionRecord;
use crate::model::site::Site;
use crate::model::table::{
    AwardId, ContributionId, DirectionId, DistrictId, ObjectKindId, RegionId, Table, TableIndex,
};
use crate::model::write_up::News;

/// Makes the portal of all records whose links hold.
pub(super) fn portal(
    site: Arc<Site>,
    records: Records,
    drafts: Drafts<'_>,
    ids: &IdTables,
    found: &mut Vec<Diagnostic>,
) -> Portal {
    let Drafts {
        projects,
        mut contributions,
        news,
        pages,
    } = drafts;
    let mut portraits = portraits(&records, ids, found);
    let mut resolver = Resolver {
        ids: &ids.record_ids,
        regions: &records.regions,
        found,
    };
    for patron in records.patrons.iter().chain(&ids.record_ids.without_region) {
        let list = || patron.origin.field("contributions");
        contributions.extend(resolver.own_contributions(
            &patron.contributions,
            patron.sample,
            list,
        ));
    }
    let awards: Vec<Award> = records
        .awards
        .iter()
        .map(|record| resolver.award(record, &ids.news))
        .collect();
    let figures: Vec<Figure> = records
        .figures
        .iter()
        .map(|record| resolver.figure(record, &records.figures))
        .collect();
    let news: Vec<News> = news.into_iter().map(|draft| resolver.news(draft)).collect();
    let regions = resolver.all_regions(&records.regions, &mut portraits);
    let objects = resolver.all_objects(&records.objects);

    let mut contributions_of: Vec<Vec<ContributionId>> = vec![Vec::new(); records.patrons.len()];
    for (place, contribution) in contributions.iter().enumerate() {
        for patron in &contribution.patrons {
            contributions_of[patron.index()].push(TableIndex::new(place));
        }
    }
    let mut awards_of: Vec<Vec<AwardId>> = vec![Vec::new(); records.patrons.len()];
    for (place, award) in awards.iter().enumerate() {
        for recipient in &award.recipients {
            let list = &mut awards_of[recipient.patron.index()];
            if list.last() != Some(&TableIndex::new(place)) {
                list.push(TableIndex::new(place));
            }
        }
    }
    let patrons = records
        .patrons
        .iter()
        .zip(&ids.record_ids.homes)
        .zip(contributions_of.into_iter().zip(awards_of))
        .map(|((record, &region), (contributions, awards))| {
            let patron = Patron {
                record: record.clone(),
                region,
                contributions,
                awards,
                portrait: portraits
                    .remove(&(RecordKind::Patron, record.id.clone()))
                    .unwrap_or_default(),
            };
            (record.id.clone(), patron)
        });
    let patrons = Table::new(patrons);
    let outlines = records.outlines;
    let mut shows_samples = records.regions.iter().any(|record| record.sample);
    shows_samples |= records.directions.iter().any(|record| record.sample);
    shows_samples |= records.objects.iter().any(|record| record.sample);
    shows_samples |= records.patrons.iter().any(|record| record.sample);
    shows_samples |= records.awards.iter().any(|record| record.sample);
    shows_samples |= records.figures.iter().any(|record| record.sample);
    shows_samples |= projects.iter().any(|project| project.text.sample);
    shows_samples |=
        news.iter().any(|news| news.text.sample) || pages.iter().any(|page| page.text.sample);
    Portal {
        site,
        regions,
        directions: Table::new(
            records
                .directions
                .into_iter()
                .map(|record| (record.id.clone(), record)),
        ),
        objects,
        patrons,
        awards: Table::new(
            awards
                .into_iter()
                .map(|award| (award.record.id.clone(), award)),
        ),
        figures: Table::new(
            figures
                .into_iter()
                .map(|figure| (figure.record.id.clone(), figure)),
        ),
        projects: Table::new(
            projects
                .into_iter()
                .map(|project| (project.text.id.clone(), project)),
        ),
        news: Table::new(news.into_iter().map(|news| (news.text.id.clone(), news))),
        pages: Table::new(pages.into_iter().map(|page| (page.text.id.clone(), page))),
        contributions: Table::without_ids(contributions),
        outlines,
        shows_samples,
        rules_page: None,
    }
}

/// Resolves the names in records.
pub(super) struct Resolver<'a> {
    pub(super) ids: &'a RecordIds,
    pub(super) regions: &'a [Arc<RegionRecord>],
    pub(super) found: &'a mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    pub(super) fn region(
        &mut self,
        id: &Id,
        sample: bool,
        at: impl FnOnce() -> Place,
    ) -> Option<RegionId> {
        self.ids
            .regions
            .resolve(id.as_str(), sample, || at().into(), self.found)
    }

    pub(super) fn direction(
        &mut self,
        id: &Id,
        sample: bool,
        at: impl FnOnce() -> Place,
    ) -> Option<DirectionId> {
        self.ids
            .directions
            .resolve(id.as_str(), sample, || at().into(), self.found)
    }

    pub(super) fn object(
        &mut self,
        id: &Id,
        sample: bool,
        at: impl FnOnce() -> Place,
    ) -> Option<ObjectKindId> {
        self.ids
            .objects
            .resolve(id.as_str(), sample, || at().into(), self.found)
    }

    pub(super) fn district(
        &mut self,
        region: Option<RegionId>,
        id: &Id,
        at: impl FnOnce() -> Place,
    ) -> Option<DistrictId> {
        let region = &self.regions[region?.index()];
        let place = region
            .districts
            .iter()
            .position(|district| &district.id == id);
        if place.is_none() {
            let known = region.districts.iter().map(|district| district.id.as_str());
            let diagnostic = Diagnostic::new(Code::UnknownDistrict, at());
            self.found.push(
                diagnostic
                    .with("id", id)
                    .with("region", &region.id)
                    .meant(id.as_str(), known),
            );
        }
        place.map(TableIndex::new)
    }

    pub(super) fn news(&mut self, draft: NewsDraft<'_>) -> News {
        let region = draft
            .region
            .as_ref()
            .and_then(|id| self.region(&id.value, draft.text.sample, || id.place()));
        News {
            links: Links::default(),
            region,
            date: draft.date,
            place: draft.place,
            text: draft.text,
        }
    }
}
