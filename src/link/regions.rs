//! Regions linked to those that came before and after them.

use std::sync::Arc;

use ahash::HashMap;

use super::records::Resolver;
use crate::model::id::Id;
use crate::model::prose::{Portrait, RecordKind};
use crate::model::region::{Region, RegionRecord};
use crate::model::table::{RegionId, Table, TableIndex};

impl Resolver<'_> {
    pub(super) fn all_regions(
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
                predecessors[successor.index()].push(TableIndex::new(place));
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
}
