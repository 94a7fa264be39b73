//! Reported figures linked: their place, their whole and what they are broken down into.

use std::sync::Arc;

use super::contradictions::contradictions;
use super::records::Resolver;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::figure::{BreakdownOf, Figure, FigureRecord};
use crate::model::table::TableIndex;

impl Resolver<'_> {
    pub(super) fn figure(
        &mut self,
        record: &Arc<FigureRecord>,
        all: &[Arc<FigureRecord>],
    ) -> Figure {
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
        let whole = part_of.map(|whole| &*all[whole.index()]);
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
}
