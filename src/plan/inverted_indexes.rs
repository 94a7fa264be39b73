//! Inverted indexes: which projects belong to a region, direction, kind of object, patron or year, for page lists.
//!
//! They are made once for all pages and languages. No text is made here.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use ahash::HashMap;

use super::newest_first;
use crate::model::edition::Edition;
use crate::model::index::{ContributionId, DistrictId, TableIndex};
use crate::model::kind::{
    CorrectionId, DirectionId, FigureId, NewsId, ObjectKindId, PatronId, ProjectId, RecordRef,
    RegionId,
};
use crate::model::portal::Portal;

/// Lists of records by what they belong to, each in the order of the portal: newest first.
#[derive(Debug)]
pub(crate) struct InvertedIndexes {
    by_region: Vec<Vec<ProjectId>>,
    /// Of each district that has a project or a contribution.
    by_district: BTreeMap<(RegionId, DistrictId), Vec<ProjectId>>,
    by_direction: Vec<Vec<ProjectId>>,
    by_object: Vec<Vec<ProjectId>>,
    by_patron: Vec<Vec<ProjectId>>,
    by_year: BTreeMap<i16, Vec<ProjectId>>,
    patrons_of_region: Vec<Vec<PatronId>>,
    news_of_region: Vec<Vec<NewsId>>,
    figures_of_region: Vec<Vec<FigureId>>,
    /// Of the whole portal.
    corrections: Vec<CorrectionId>,
    /// Their places in the list of all.
    corrections_of: HashMap<RecordRef, Vec<usize>>,
    /// Made when a page first asks for it: an edit in the preview need not wait.
    edition: OnceLock<Edition>,
    /// The place of each contribution in lists: made when a page first asks for it.
    places: OnceLock<Vec<u32>>,
}

impl InvertedIndexes {
    pub(crate) fn new(portal: &Portal) -> InvertedIndexes {
        let mut indexes = InvertedIndexes {
            by_region: vec![Vec::new(); portal.regions.len()],
            by_district: BTreeMap::new(),
            by_direction: vec![Vec::new(); portal.directions.len()],
            by_object: vec![Vec::new(); portal.objects.len()],
            by_patron: vec![Vec::new(); portal.patrons.len()],
            by_year: BTreeMap::new(),
            patrons_of_region: vec![Vec::new(); portal.regions.len()],
            news_of_region: vec![Vec::new(); portal.regions.len()],
            figures_of_region: vec![Vec::new(); portal.regions.len()],
            corrections: newest_corrections(portal),
            corrections_of: HashMap::default(),
            edition: OnceLock::new(),
            places: OnceLock::new(),
        };
        // A year or district that only has contributions outside projects has a page too.
        for (_, contribution) in portal.contributions.iter() {
            if !contribution.is_counted() {
                continue;
            }
            indexes.by_year.entry(contribution.date.year()).or_default();
            if let (Some(district), None) = (contribution.district, contribution.project) {
                let place = (contribution.region, district);
                indexes.by_district.entry(place).or_default();
            }
        }
        for (index, project) in portal.projects.iter() {
            indexes.by_region[project.region.index()].push(index);
            if let Some(district) = project.district {
                let place = (project.region, district);
                indexes.by_district.entry(place).or_default().push(index);
            }
            indexes.by_direction[project.direction.index()].push(index);
            let kinds = project.object.into_iter();
            for kind in kinds.flat_map(|object| portal.object_family(object)) {
                indexes.by_object[kind.index()].push(index);
            }
            for &contribution in &project.contributions {
                let contribution = &portal.contributions[contribution];
                if !contribution.is_counted() {
                    continue;
                }
                for patron in &contribution.patrons {
                    push_once(&mut indexes.by_patron[patron.index()], index);
                }
                push_once(
                    indexes.by_year.entry(contribution.date.year()).or_default(),
                    index,
                );
            }
        }
        for (index, patron) in portal.patrons.iter() {
            indexes.patrons_of_region[patron.region.index()].push(index);
        }
        for (index, news) in portal.news.iter() {
            if let Some(region) = news.region {
                indexes.news_of_region[region.index()].push(index);
            }
        }
        for (index, figure) in portal.figures.iter() {
            if let Some(region) = figure.region {
                indexes.figures_of_region[region.index()].push(index);
            }
        }
        for (place, &correction) in indexes.corrections.iter().enumerate() {
            for &record in &portal.corrections[correction].records {
                indexes
                    .corrections_of
                    .entry(record)
                    .or_default()
                    .push(place);
            }
        }
        indexes
    }

    /// Projects in a region.
    pub(crate) fn region(&self, region: RegionId) -> &[ProjectId] {
        &self.by_region[region.index()]
    }

    /// Projects in a district; none if nothing is known of it, and it has no page.
    pub(crate) fn district(&self, region: RegionId, district: DistrictId) -> Option<&[ProjectId]> {
        self.by_district.get(&(region, district)).map(Vec::as_slice)
    }

    /// All districts that have a project or a contribution.
    pub(crate) fn districts(&self) -> impl Iterator<Item = (RegionId, DistrictId)> {
        self.by_district.keys().copied()
    }

    /// Those of a region.
    pub(crate) fn districts_of(&self, region: RegionId) -> impl Iterator<Item = DistrictId> {
        let all = (region, DistrictId::new(0))..=(region, DistrictId::new(u32::MAX as usize));
        self.by_district
            .range(all)
            .map(|(&(_, district), _)| district)
    }

    pub(crate) fn direction(&self, direction: DirectionId) -> &[ProjectId] {
        &self.by_direction[direction.index()]
    }

    /// Projects of a kind of object and the kinds below it.
    pub(crate) fn object(&self, object: ObjectKindId) -> &[ProjectId] {
        &self.by_object[object.index()]
    }

    /// Projects that hold a counted contribution of a patron, alone or jointly.
    pub(crate) fn patron(&self, patron: PatronId) -> &[ProjectId] {
        &self.by_patron[patron.index()]
    }

    /// Projects that hold a counted contribution of a year.
    pub(crate) fn year(&self, year: i16) -> &[ProjectId] {
        self.by_year.get(&year).map_or(&[], Vec::as_slice)
    }

    /// All years of counted contributions, the earliest first.
    pub(crate) fn years(&self) -> impl DoubleEndedIterator<Item = i16> {
        self.by_year.keys().copied()
    }

    /// Contributions in the order of all lists, the newest first.
    pub(crate) fn newest_first(
        &self,
        portal: &Portal,
        contributions: impl IntoIterator<Item = ContributionId>,
    ) -> Vec<ContributionId> {
        let places = self.places.get_or_init(|| newest_first::places(portal));
        let mut list: Vec<ContributionId> = contributions.into_iter().collect();
        list.sort_unstable_by_key(|contribution| places[contribution.index()]);
        list
    }

    /// Those at some places of that order alone.
    pub(crate) fn newest_at(
        &self,
        portal: &Portal,
        contributions: impl IntoIterator<Item = ContributionId>,
        at: Range<usize>,
    ) -> Vec<ContributionId> {
        let places = self.places.get_or_init(|| newest_first::places(portal));
        let place = |contribution: &ContributionId| places[contribution.index()];
        let mut list: Vec<ContributionId> = contributions.into_iter().collect();
        if at.end < list.len() {
            list.select_nth_unstable_by_key(at.end, place);
            list.truncate(at.end);
        }
        let start = at.start.min(list.len());
        if 0 < start && start < list.len() {
            list.select_nth_unstable_by_key(start, place);
        }
        list.drain(..start);
        list.sort_unstable_by_key(place);
        list
    }

    /// The first in that order.
    pub(crate) fn newest(
        &self,
        portal: &Portal,
        list: &[ContributionId],
    ) -> Option<ContributionId> {
        let places = self.places.get_or_init(|| newest_first::places(portal));
        let place = |contribution: &&ContributionId| places[contribution.index()];
        list.iter().min_by_key(place).copied()
    }

    pub(crate) fn patrons_of(&self, region: RegionId) -> &[PatronId] {
        &self.patrons_of_region[region.index()]
    }

    pub(crate) fn news_of(&self, region: RegionId) -> &[NewsId] {
        &self.news_of_region[region.index()]
    }

    /// All corrections, the newest first.
    pub(crate) fn corrections(&self) -> &[CorrectionId] {
        &self.corrections
    }

    /// The corrections of a record, the newest first: their places among all of them.
    pub(crate) fn corrections_of(&self, record: RecordRef) -> &[usize] {
        self.corrections_of.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The edition of the portal, which must be the one that the lists are of.
    pub(crate) fn edition(&self, portal: &Portal) -> &Edition {
        self.edition.get_or_init(|| Edition::of(portal))
    }

    pub(crate) fn figures_of(&self, region: RegionId) -> &[FigureId] {
        &self.figures_of_region[region.index()]
    }
}

/// All corrections, the newest first; of two on one day, the one that was written down later.
fn newest_corrections(portal: &Portal) -> Vec<CorrectionId> {
    let mut all: Vec<CorrectionId> = portal.corrections.indices().collect();
    all.sort_by_key(|&of| Reverse((portal.corrections[of].record.date, of)));
    all
}

fn push_once(list: &mut Vec<ProjectId>, project: ProjectId) {
    if list.last() != Some(&project) {
        list.push(project);
    }
}
