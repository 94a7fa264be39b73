//! Records with their ids resolved: the tables of the portal.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::assemble::{NewsDraft, PageDraft, ProjectDraft};
use super::{Basics, Records, Registry};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::award::{Award, AwardRecord, Recipient};
use crate::model::contribution::{Contribution, ContributionRecord, GiftStatus};
use crate::model::figure::{BreakdownOf, Figure, FigureRecord};
use crate::model::id::Id;
use crate::model::object_kind::ObjectKind;
use crate::model::patron::Patron;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::prose::{Portrait, RecordKind};
use crate::model::region::{Region, RegionRecord};
use crate::model::site::Site;
use crate::model::table::{
    AwardId, ContributionId, DirectionId, DistrictId, ObjectKindId, PatronId, ProjectId, RegionId,
    Table, TableIndex,
};
use crate::model::write_up::{News, Page, Project, ProjectStatus};
use crate::totals::contradictions;

/// Makes the portal of all records whose links hold.
pub(super) fn portal(
    site: Arc<Site>,
    records: Records,
    projects: Vec<ProjectDraft>,
    news: Vec<NewsDraft>,
    pages: Vec<PageDraft>,
    ids: &Registry,
    found: &mut Vec<Diagnostic>,
) -> Portal {
    let mut portraits = portraits(&records, ids, found);
    let mut linker = Linker {
        ids: &ids.basics,
        news: &ids.news,
        regions: &records.regions,
        contributions: Vec::new(),
        found,
    };
    let projects: Vec<(Id, Project)> = projects
        .into_iter()
        .enumerate()
        .map(|(place, draft)| linker.project(TableIndex::new(place), draft))
        .collect();
    for patron in records.patrons.iter().chain(&ids.basics.homeless) {
        linker.own_gifts(
            &patron.contributions,
            patron.sample,
            patron.origin.field("contributions"),
        );
    }
    let awards: Vec<Award> = records
        .awards
        .iter()
        .map(|record| linker.award(record))
        .collect();
    let figures: Vec<Figure> = records
        .figures
        .iter()
        .map(|record| linker.figure(record, &records.figures))
        .collect();
    let news: Vec<News> = news.into_iter().map(|draft| linker.news(draft)).collect();
    let regions = linker.all_regions(&records.regions, &mut portraits);
    let objects = linker.all_objects(&records.objects);
    let contributions = linker.contributions;

    let mut gifts_of: HashMap<PatronId, Vec<ContributionId>> = HashMap::new();
    for (place, gift) in contributions.iter().enumerate() {
        for &patron in &gift.patrons {
            gifts_of
                .entry(patron)
                .or_default()
                .push(TableIndex::new(place));
        }
    }
    let mut awards_of: HashMap<PatronId, Vec<AwardId>> = HashMap::new();
    for (place, award) in awards.iter().enumerate() {
        for recipient in &award.recipients {
            let list = awards_of.entry(recipient.patron).or_default();
            if list.last() != Some(&TableIndex::new(place)) {
                list.push(TableIndex::new(place));
            }
        }
    }
    let patrons = records
        .patrons
        .iter()
        .zip(&ids.basics.homes)
        .enumerate()
        .map(|(place, (record, &region))| {
            let index: PatronId = TableIndex::new(place);
            let patron = Patron {
                record: record.clone(),
                region,
                contributions: gifts_of.remove(&index).unwrap_or_default(),
                awards: awards_of.remove(&index).unwrap_or_default(),
                portrait: portraits
                    .remove(&(RecordKind::Patron, record.id.clone()))
                    .unwrap_or_default(),
            };
            (record.id.clone(), patron)
        });
    let patrons = Table::new(patrons);
    let mut shows_samples = records.regions.iter().any(|record| record.sample);
    shows_samples |= records.directions.iter().any(|record| record.sample);
    shows_samples |= records.objects.iter().any(|record| record.sample);
    shows_samples |= records.patrons.iter().any(|record| record.sample);
    shows_samples |= records.awards.iter().any(|record| record.sample);
    shows_samples |= records.figures.iter().any(|record| record.sample);
    shows_samples |= projects.iter().any(|(_, project)| project.text.sample);
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
        projects: Table::new(projects),
        news: Table::new(news.into_iter().map(|news| (news.text.id.clone(), news))),
        pages: Table::new(
            pages
                .into_iter()
                .map(|page| (page.text.id.clone(), Page { text: page.text })),
        ),
        contributions: Table::without_ids(contributions),
        shows_samples,
    }
}

struct Linker<'a> {
    ids: &'a Basics,
    news: &'a super::ids::Ids<crate::model::table::NewsId>,
    regions: &'a [Arc<RegionRecord>],
    contributions: Vec<Contribution>,
    found: &'a mut Vec<Diagnostic>,
}

impl Linker<'_> {
    fn region(&mut self, id: &Id, sample: bool, at: impl FnOnce() -> Place) -> Option<RegionId> {
        self.ids
            .regions
            .resolve(id.as_str(), sample, || at().into(), self.found)
    }

    fn direction(
        &mut self,
        id: &Id,
        sample: bool,
        at: impl FnOnce() -> Place,
    ) -> Option<DirectionId> {
        self.ids
            .directions
            .resolve(id.as_str(), sample, || at().into(), self.found)
    }

    fn object(
        &mut self,
        id: &Id,
        sample: bool,
        at: impl FnOnce() -> Place,
    ) -> Option<ObjectKindId> {
        self.ids
            .objects
            .resolve(id.as_str(), sample, || at().into(), self.found)
    }

    fn district(
        &mut self,
        region: Option<RegionId>,
        id: &Id,
        at: impl FnOnce() -> Place,
    ) -> Option<DistrictId> {
        let region = &self.regions[region?.place()];
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

    fn project(&mut self, index: ProjectId, draft: ProjectDraft) -> (Id, Project) {
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
    fn givers(
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

    fn own_gifts(&mut self, gifts: &[ContributionRecord], sample: bool, place: Place) {
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

    fn award(&mut self, record: &Arc<AwardRecord>) -> Award {
        let origin = record.origin;
        let region = record
            .region
            .as_ref()
            .and_then(|id| self.region(id, record.sample, || origin.field("region")));
        let event = record.event.as_ref().and_then(|id| {
            let at = || At::from(origin.field("event"));
            self.news
                .resolve(id.as_str(), record.sample, at, self.found)
        });
        let mut categories: HashMap<&Id, usize> = HashMap::new();
        for (place, category) in record.categories.iter().enumerate() {
            if let Some(first) = categories.insert(&category.id, place) {
                let list = origin.field("categories");
                self.found.push(
                    Diagnostic::new(Code::DuplicateId, list.at(place).at("id"))
                        .with("id", &category.id)
                        .with("kind", "category")
                        .also(list.at(first).at("id")),
                );
            }
        }
        let mut recipients = Vec::with_capacity(record.recipients.len());
        let mut seen = HashSet::new();
        for (item, recipient) in record.recipients.iter().enumerate() {
            let place = origin.field("recipients").at(item);
            let at = || At::from(place.at("patron"));
            let patron =
                self.ids
                    .patrons
                    .resolve(recipient.patron.as_str(), record.sample, at, self.found);
            let category = recipient.category.as_ref().and_then(|id| {
                let known = categories.get(id).copied();
                if known.is_none() {
                    let known = record.categories.iter().map(|known| known.id.as_str());
                    let diagnostic = Diagnostic::new(Code::UnknownId, place.at("category"));
                    self.found.push(
                        diagnostic
                            .with("id", id)
                            .with("kind", "category")
                            .meant(id.as_str(), known),
                    );
                }
                known
            });
            let Some(patron) = patron else { continue };
            if !seen.insert((patron, category)) {
                self.found.push(
                    Diagnostic::new(Code::GiverTwice, place.at("patron"))
                        .with("id", &recipient.patron),
                );
            }
            recipients.push(Recipient {
                patron,
                category,
                note: recipient.note.clone(),
            });
        }
        Award {
            record: record.clone(),
            region,
            event,
            recipients,
        }
    }

    fn figure(&mut self, record: &Arc<FigureRecord>, all: &[Arc<FigureRecord>]) -> Figure {
        let origin = record.origin;
        let region = record
            .region
            .as_ref()
            .and_then(|id| self.region(id, record.sample, || origin.field("region")));
        let district = record.district.as_ref().and_then(|id| {
            if record.region.is_none() {
                self.found.push(Diagnostic::new(
                    Code::DistrictWithoutRegion,
                    origin.field("district"),
                ));
            }
            self.district(region, id, || origin.field("district"))
        });
        let part_of = record.part_of.as_ref().and_then(|id| {
            let at = || At::from(origin.field("part_of"));
            self.ids
                .figures
                .resolve(id.as_str(), record.sample, at, self.found)
        });
        let list = origin.field("breakdown");
        let mut breakdown = Vec::new();
        for (item, row) in record.breakdown.iter().enumerate() {
            breakdown.extend(match &row.of {
                BreakdownOf::Object(id) => self
                    .object(id, record.sample, || list.at(item).at("object"))
                    .map(BreakdownOf::Object),
                BreakdownOf::Direction(id) => self
                    .direction(id, record.sample, || list.at(item).at("direction"))
                    .map(BreakdownOf::Direction),
                BreakdownOf::Label(label) => Some(BreakdownOf::Label(label.clone())),
            });
        }
        let whole = part_of.map(|whole| &*all[whole.place()]);
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

    fn news(&mut self, draft: NewsDraft) -> News {
        let region = draft
            .region
            .as_ref()
            .and_then(|id| self.region(&id.value, draft.text.sample, || id.place()));
        News {
            region,
            date: draft.date,
            place: draft.place,
            text: draft.text,
        }
    }

    fn all_regions(
        &mut self,
        records: &[Arc<RegionRecord>],
        portraits: &mut HashMap<(RecordKind, Id), Portrait>,
    ) -> Table<RegionId, Region> {
        let successors: Vec<Vec<RegionId>> = records
            .iter()
            .map(|record| {
                let place = record.origin.field("successors");
                let ids = record.successors.iter().enumerate();
                ids.filter_map(|(item, id)| self.region(id, record.sample, || place.at(item)))
                    .collect()
            })
            .collect();
        let mut predecessors = vec![Vec::new(); records.len()];
        for (place, list) in successors.iter().enumerate() {
            for successor in list {
                predecessors[successor.place()].push(TableIndex::new(place));
            }
        }
        let rows = records.iter().zip(successors).zip(predecessors).map(
            |((record, successors), predecessors)| {
                let prose = portraits
                    .remove(&(RecordKind::Region, record.id.clone()))
                    .unwrap_or_default();
                (
                    record.id.clone(),
                    Region {
                        record: record.clone(),
                        successors,
                        predecessors,
                        prose,
                    },
                )
            },
        );
        Table::new(rows)
    }

    fn all_objects(
        &mut self,
        records: &[Arc<crate::model::object_kind::ObjectKindRecord>],
    ) -> Table<ObjectKindId, ObjectKind> {
        let mut parents: Vec<Option<ObjectKindId>> = records
            .iter()
            .map(|record| {
                let id = record.parent.as_ref()?;
                self.object(id, record.sample, || record.origin.field("parent"))
            })
            .collect();
        for (place, record) in records.iter().enumerate() {
            let mut above = parents[place];
            for _ in 0..records.len() {
                above = above.and_then(|parent| parents[parent.place()]);
            }
            // After as many steps as there are kinds, whoever still has a parent goes in a circle.
            if above.is_some() {
                self.found.push(
                    Diagnostic::new(Code::Cycle, record.origin.field("parent"))
                        .with("id", &record.id),
                );
                parents[place] = None;
            }
        }
        let mut children = vec![Vec::new(); records.len()];
        for (place, parent) in parents.iter().enumerate() {
            if let Some(parent) = parent {
                children[parent.place()].push(TableIndex::new(place));
            }
        }
        Table::new(
            records
                .iter()
                .zip(parents)
                .zip(children)
                .map(|((record, parent), children)| {
                    (
                        record.id.clone(),
                        ObjectKind {
                            record: record.clone(),
                            parent,
                            children,
                        },
                    )
                }),
        )
    }
}

/// Portraits by the record that they stand beside; reports those that stand beside none.
fn portraits(
    records: &Records,
    ids: &Registry,
    found: &mut Vec<Diagnostic>,
) -> HashMap<(RecordKind, Id), Portrait> {
    let mut portraits: HashMap<(RecordKind, Id), Portrait> = HashMap::new();
    let ids_near = |of: RecordKind, id: &Id| match of {
        RecordKind::Region => ids.basics.regions.nearest(id.as_str()),
        _ => ids.basics.patrons.nearest(id.as_str()),
    };
    for (of, id, lang, text) in &records.portraits {
        let at = || At::span(text.origin.source, 0..0);
        let known = match of {
            RecordKind::Region => ids.basics.regions.find(id.as_str(), true).map(|_| false),
            _ => ids.basics.patrons.find(id.as_str(), true).map(|patron| {
                records.patrons[patron.place()].consent == crate::model::patron::Consent::Anonymous
            }),
        };
        match known {
            Ok(false) => {}
            Ok(true) => {
                found.push(Diagnostic::new(Code::LinkToAnonymous, at()).with("id", id));
                continue;
            }
            Err(super::ids::Miss::Unknown) => {
                found.push(
                    Diagnostic::new(Code::ProseWithoutRecord, at())
                        .with("id", id)
                        .with("kind", of.word())
                        .nearest(ids_near(*of, id)),
                );
                continue;
            }
            Err(_) => continue,
        }
        let slot = portraits
            .entry((*of, id.clone()))
            .or_default()
            .get_mut(*lang);
        if let Some(first) = slot {
            let diagnostic = Diagnostic::new(Code::DuplicateId, at())
                .with("id", id)
                .with("kind", of.word());
            found.push(diagnostic.also(At::span(first.origin.source, 0..0)));
            continue;
        }
        *slot = Some(text.clone());
    }
    portraits
}
