//! Kinds of object linked into a tree.

use std::sync::Arc;

use super::records::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::object_kind::{ObjectKind, ObjectKindRecord};
use crate::model::table::{ObjectKindId, Table, TableIndex};

impl Resolver<'_> {
    pub(super) fn all_objects(
        &mut self,
        records: &[Arc<ObjectKindRecord>],
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
                above = above.and_then(|parent| parents[parent.index()]);
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
                children[parent.index()].push(TableIndex::new(place));
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
