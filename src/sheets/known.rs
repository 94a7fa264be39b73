//! What the portal knows: the names of its records in all languages, and the gifts that are on record.
//!
//! Takes the portal, gives what rows of a sheet are compared with.

use std::collections::HashMap;

use crate::model::contribution::IMPORTED;
use crate::model::contribution::{Contribution, ContributionStatus};
use crate::model::date::Date;
use crate::model::index::{ContributionId, DistrictId, TableIndex};
use crate::model::kind::{DirectionId, ObjectKindId, PatronId, ProjectId, RegionId};
use crate::model::lang::Localised;
use crate::model::money::Tenge;
use crate::model::portal::Portal;
use crate::names::{NameKind, Names};

/// The names and gifts of a portal.
pub(crate) struct Known<'a> {
    pub portal: &'a Portal,
    pub(super) regions: Names<RegionId>,
    /// Of each region.
    districts: Vec<Names<DistrictId>>,
    centres: Vec<Names<()>>,
    pub(super) directions: Names<DirectionId>,
    pub(super) objects: Names<ObjectKindId>,
    pub(super) patrons: Names<PatronId>,
    pub(super) projects: Names<ProjectId>,
    ids: HashMap<String, ContributionId>,
    gifts: HashMap<GiftKey<PatronId>, Vec<ContributionId>>,
    /// By all that is compared of a gift but its status and its place.
    places: HashMap<(Vec<PatronId>, Option<Tenge>, Date), Vec<ContributionId>>,
}

/// By what two gifts are the same, besides the words for what they were given for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct GiftKey<P> {
    /// In order.
    pub givers: Vec<P>,
    pub amount: Option<Tenge>,
    pub date: Date,
    pub status: ContributionStatus,
    pub place: Where,
}

/// Where a gift counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Where {
    Project(ProjectId),
    Outside {
        region: RegionId,
        district: Option<DistrictId>,
        direction: DirectionId,
        object: Option<ObjectKindId>,
    },
}

impl<'a> Known<'a> {
    pub(crate) fn new(portal: &'a Portal) -> Known<'a> {
        let mut regions = Names::new(NameKind::Place);
        let mut districts = Vec::new();
        let mut centres = Vec::new();
        for (index, region) in portal.regions.iter() {
            let record = &region.record;
            let codes = [&record.iso, &record.kato].into_iter().flatten();
            let codes = codes.map(String::as_str).chain([record.id.as_str()]);
            regions.add_region(index, codes, record.name.iter().map(|(_, name)| name));
            let former = record.former_names.iter();
            let former = former.flat_map(|of| [Some(&of.name), of.inside.as_ref(), of.of.as_ref()]);
            for (_, name) in record.former_names.iter().flat_map(|of| of.name.iter()) {
                regions.add_codes(name, index);
            }
            let forms = record.inside.iter().chain(former.flatten());
            for (_, name) in forms.flat_map(Localised::iter) {
                regions.add(name, index, true);
            }
            let mut of_region = Names::new(NameKind::Place);
            for (at, district) in record.districts.iter().enumerate() {
                let index = DistrictId::new(at);
                of_region.add_id(district.id.as_str(), index);
                for (_, name) in district.name.iter() {
                    of_region.add(name, index, true);
                }
                if let Some(kato) = &district.kato {
                    of_region.add_id(kato, index);
                }
            }
            districts.push(of_region);
            let mut centre = Names::new(NameKind::Place);
            let names = record.centre.iter().flat_map(Localised::iter);
            names.for_each(|(_, name)| centre.add(name, (), true));
            centres.push(centre);
        }
        let mut directions = Names::new(NameKind::Other);
        for (index, direction) in portal.directions.iter() {
            directions.add_id(direction.id.as_str(), index);
            for (_, name) in direction.name.iter() {
                directions.add(name, index, true);
            }
        }
        let mut objects = Names::new(NameKind::Other);
        for (index, object) in portal.objects.iter() {
            objects.add_id(object.record.id.as_str(), index);
            let names = std::iter::once(&object.record.name).chain(&object.record.plural);
            for (_, name) in names.flat_map(Localised::iter) {
                objects.add(name, index, true);
            }
        }
        let mut patrons = Names::new(NameKind::Patron);
        for (index, patron) in portal.patrons.iter() {
            patrons.add_id(patron.record.id.as_str(), index);
            for (_, name) in patron.record.names() {
                patrons.add(name, index, !patron.is_anonymous());
            }
        }
        let mut projects = Names::new(NameKind::Other);
        for (index, project) in portal.projects.iter() {
            projects.add_id(project.text.id.as_str(), index);
            for (_, version) in project.text.iter() {
                projects.add(&version.title, index, true);
            }
        }
        let mut known = Known {
            portal,
            regions,
            districts,
            centres,
            directions,
            objects,
            patrons,
            projects,
            ids: HashMap::new(),
            gifts: HashMap::new(),
            places: HashMap::new(),
        };
        for (index, gift) in portal.contributions.iter() {
            let id = gift.annotation.as_ref().and_then(|of| of.id.as_ref());
            if let Some(id) = id {
                known.ids.insert(id.to_string(), index);
            }
            let key = key(gift);
            let same = (key.givers.clone(), key.amount, key.date);
            known.places.entry(same).or_default().push(index);
            known.gifts.entry(key).or_default().push(index);
        }
        known
    }

    /// The id of a patron.
    pub(super) fn id_of(&self, patron: PatronId) -> String {
        self.portal.patrons[patron].record.id.to_string()
    }

    /// The title of a project, in its first language.
    pub(super) fn title_of(&self, project: ProjectId) -> String {
        let text = &self.portal.projects[project].text;
        let title = text.iter().next().map(|(_, version)| version.title.clone());
        title.unwrap_or_else(|| text.id.to_string())
    }

    /// The regions that have a district or a city of this name, or it as their centre.
    pub(super) fn regions_of(&self, district: &str) -> Vec<RegionId> {
        let regions = self.portal.regions.iter();
        let has = |region: RegionId| {
            let named = &self.centres[region.index()];
            named.find(district).one().is_some()
                || self.districts(region).find(district).one().is_some()
        };
        regions
            .map(|(region, _)| region)
            .filter(|region| has(*region))
            .collect()
    }

    pub(super) fn districts(&self, region: RegionId) -> &Names<DistrictId> {
        &self.districts[region.index()]
    }

    /// The gift of an id.
    pub(super) fn gift_of(&self, id: &str) -> Option<ContributionId> {
        self.ids.get(id).copied()
    }

    /// The gifts that imports wrote.
    pub(super) fn imported(&self) -> impl Iterator<Item = ContributionId> {
        let ids = self.ids.iter().filter(|(id, _)| id.starts_with(IMPORTED));
        let mut gifts: Vec<ContributionId> = ids.map(|(_, gift)| *gift).collect();
        gifts.sort_unstable();
        gifts.into_iter()
    }

    /// The gifts of a key, in the order of the portal.
    pub(super) fn gifts(&self, key: &GiftKey<PatronId>) -> &[ContributionId] {
        self.gifts.get(key).map_or(&[], Vec::as_slice)
    }

    /// The gifts in projects that differ from a key in their place alone, and bear no id of a row.
    pub(super) fn gifts_elsewhere(
        &self,
        key: &GiftKey<PatronId>,
    ) -> impl Iterator<Item = ContributionId> {
        let same = (key.givers.clone(), key.amount, key.date);
        let found = self.places.get(&same).into_iter().flatten().copied();
        found.filter(|of| {
            let gift = &self.portal.contributions[*of];
            let id = gift.annotation.as_ref().and_then(|of| of.id.as_ref());
            gift.project.is_some() && !id.is_some_and(|id| id.as_str().starts_with(IMPORTED))
        })
    }

    pub(super) fn key_of(&self, gift: ContributionId) -> GiftKey<PatronId> {
        key(&self.portal.contributions[gift])
    }
}

fn key(gift: &Contribution) -> GiftKey<PatronId> {
    let mut givers = gift.patrons.to_vec();
    givers.sort_unstable();
    let place = match gift.project {
        Some(project) => Where::Project(project),
        None => Where::Outside {
            region: gift.region,
            district: gift.district,
            direction: gift.direction,
            object: gift.object,
        },
    };
    GiftKey {
        givers,
        amount: gift.amount,
        date: gift.date,
        status: gift.status,
        place,
    }
}
