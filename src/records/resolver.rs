//! Foreign key resolution: the ids in records to typed indices; dangling ones are reported.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::link::IdTables;
use crate::model::id::Id;
use crate::model::index::{DistrictId, TableIndex};
use crate::model::kind::RecordIndex;
use crate::model::kind::RegionId;
use crate::model::place::Place;
use crate::model::region::RegionRecord;

/// Resolves the ids in records, and reports those that dangle.
pub(super) struct Resolver<'a> {
    pub(super) ids: &'a IdTables,
    /// In the order of their indices.
    pub(super) regions: &'a [Arc<RegionRecord>],
    pub(super) found: &'a mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    /// The record that is named at a place by one that is a sample or is not.
    pub(super) fn resolve<I: RecordIndex>(
        &mut self,
        id: &Id,
        sample: bool,
        at: impl FnOnce() -> Place,
    ) -> Option<I> {
        self.ids
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
            let mut others = self.regions.iter().filter(|other| {
                let mut districts = other.districts.iter();
                districts.any(|district| &district.id == id)
            });
            // It may be the region that is wrong.
            let diagnostic = match others.next() {
                Some(other) => diagnostic.with("of", &other.id),
                None => diagnostic,
            };
            self.found.push(
                diagnostic
                    .with("id", id)
                    .with("region", &region.id)
                    .meant(id.as_str(), known),
            );
        }
        place.map(TableIndex::new)
    }
}
