//! A region: one of the 20 of today, or a former one whose page stays; its districts, KATO codes and map tiles.

use std::sync::Arc;

use super::date::Date;
use super::id::Id;
use super::index::{DistrictId, TableIndex};
use super::kind::RegionId;
use super::lang::Localised;
use super::links::Links;
use super::place::Origin;
use super::portrait::Portrait;
use super::row::{Row, RowText, RowTitle};

/// A region as it is written in `content/regions/`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RegionRecord {
    pub id: Id,
    /// ISO 3166-2 code: `KZ-19`.
    pub iso: Option<String>,
    /// Code of the national classifier of territories (KATO), nine digits.
    pub kato: Option<String>,
    pub name: Localised,
    /// The name as it stands in a sentence after "where?": «Алматы облысында», «в Алматинской области».
    pub inside: Option<Localised>,
    /// What it was called before, each with its time.
    pub former_names: Vec<FormerName>,
    /// The administrative centre.
    pub centre: Option<Localised>,
    pub population: Option<Population>,
    /// Cells of the tile map: column and row.
    pub tile: Vec<(u8, u8)>,
    /// Its first day.
    pub since: Option<Date>,
    /// Its last day.
    pub until: Option<Date>,
    /// The regions that took its place, or were split off from it.
    pub successors: Vec<Id>,
    pub districts: Vec<District>,
    /// Old addresses that lead to its page.
    pub aliases: Vec<String>,
    pub sample: bool,
    pub origin: Origin,
}

impl RegionRecord {
    /// All names of the region, of its centre and of its districts, in all languages.
    pub(crate) fn place_names(&self) -> impl Iterator<Item = &str> {
        let former = self.former_names.iter();
        let former = former.flat_map(|of| [Some(&of.name), of.inside.as_ref(), of.of.as_ref()]);
        let own = [Some(&self.name), self.inside.as_ref(), self.centre.as_ref()];
        let districts = self.districts.iter().map(|district| &district.name);
        let all = own.into_iter().chain(former).flatten().chain(districts);
        all.flat_map(Localised::iter).map(|(_, name)| name)
    }

    /// The ids of the region and of its districts.
    pub(crate) fn place_ids(&self) -> impl Iterator<Item = &str> {
        let districts = self.districts.iter().map(|district| district.id.as_str());
        std::iter::once(self.id.as_str()).chain(districts)
    }
}

/// A name that a region had for a time, by a change of the law.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FormerName {
    pub name: Localised,
    pub inside: Option<Localised>,
    /// The name in the genitive: «города Нур-Султан».
    pub of: Option<Localised>,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub until: Date,
}

/// Residents of a region.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Population {
    pub value: u64,
    pub date: Date,
    /// Where the number comes from; the address may end it.
    pub source: Localised,
}

/// A district or a city of a region.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct District {
    /// Unique in its region.
    pub id: Id,
    /// KATO code; left out where none is certain.
    pub kato: Option<String>,
    pub name: Localised,
    /// Old addresses that lead to its page.
    pub aliases: Vec<String>,
}

/// A region with its links.
#[derive(Debug, Clone)]
pub(crate) struct Region {
    pub record: Arc<RegionRecord>,
    pub successors: Vec<RegionId>,
    /// The regions that name this one as a successor.
    pub predecessors: Vec<RegionId>,
    /// What is special there, in prose.
    pub prose: Portrait,
}

impl Region {
    /// The region does not exist any more.
    pub(crate) fn is_former(&self) -> bool {
        self.record.until.is_some()
    }

    /// Whether the region existed at some time that `date` may mean.
    pub(crate) fn existed(&self, date: Date) -> bool {
        let begun = self
            .record
            .since
            .is_none_or(|since| since.earliest() <= date.latest());
        let not_ended = self
            .record
            .until
            .is_none_or(|until| date.earliest() <= until.latest());
        begun && not_ended
    }

    /// The name that it had at a date; that of today, where the dates are not exact enough to tell.
    pub(crate) fn name_at(&self, date: Date) -> &Localised {
        let mut former_names = self.record.former_names.iter();
        let former = former_names.find(|former| {
            former.from.latest() <= date.earliest() && date.latest() <= former.until.earliest()
        });
        former.map_or(&self.record.name, |former| &former.name)
    }

    pub(crate) fn district(&self, id: DistrictId) -> &District {
        &self.record.districts[id.index()]
    }

    pub(crate) fn find_district(&self, id: &str) -> Option<DistrictId> {
        self.record
            .districts
            .iter()
            .position(|district| district.id.as_str() == id)
            .map(DistrictId::new)
    }
}

impl Row for Region {
    fn id(&self) -> &Id {
        &self.record.id
    }
    fn is_sample(&self) -> bool {
        self.record.sample
    }
    fn origin(&self) -> Origin {
        self.record.origin
    }
    fn title(&self) -> RowTitle<'_> {
        RowTitle::Name(&self.record.name)
    }
    fn aliases(&self) -> &[String] {
        &self.record.aliases
    }
    fn text(&self) -> RowText<'_> {
        RowText::Portrait(&self.prose)
    }
    fn links_mut(&mut self) -> Option<&mut Links> {
        Some(&mut self.prose.links)
    }
}
