//! Columns that many tables share: a region, a district, a direction, a kind of object, and sums.

use super::cell::Cell;
use super::column::{ColumnType, Reference};
use super::published::Data;
use super::relation::{Added, Relation};
use crate::model::index::DistrictId;
use crate::model::kind::{DirectionId, ObjectKindId, RegionId};
use crate::plan::data::DataTable;
use crate::totals::{Sums, Total};

impl<R: 'static> Relation<R> {
    /// A region: its id, its codes and its names; gives the column of the id.
    pub(super) fn region(
        &mut self,
        name: &str,
        make: impl Fn(&Data<'_>, &R) -> Option<RegionId> + Copy + Send + Sync + 'static,
    ) -> Added<'_, R> {
        let at = self.next();
        self.id(&format!("{name}_id"), move |data, row| {
            make(data, row).map(|of| data.portal.regions[of].record.id.as_str())
        })
        .to(DataTable::Regions);
        for code in ["iso", "kato"] {
            self.id(&format!("{name}_{code}"), move |data, row| {
                let of = &data.portal.regions[make(data, row)?].record;
                match code {
                    "iso" => of.iso.as_deref(),
                    _ => of.kato.as_deref(),
                }
            })
            .derived();
        }
        self.label(&format!("{name}_name"), move |data, row| {
            make(data, row).map(|of| &data.portal.regions[of].record.name)
        });
        self.column(at)
    }

    /// A district: its id, its code and its names. Its region must stand in columns that begin with `region`.
    pub(super) fn district(
        &mut self,
        make: impl Fn(&Data<'_>, &R) -> Option<(RegionId, DistrictId)> + Copy + Send + Sync + 'static,
    ) {
        self.id("district_id", move |data, row| {
            let (region, of) = make(data, row)?;
            Some(data.portal.regions[region].district(of).id.as_str())
        })
        .refers(Reference {
            table: DataTable::Districts,
            column: "id",
            with: Some(("region_id", "region_id")),
        });
        self.id("district_kato", move |data, row| {
            let (region, of) = make(data, row)?;
            data.portal.regions[region].district(of).kato.as_deref()
        })
        .derived();
        self.label("district_name", move |data, row| {
            let (region, of) = make(data, row)?;
            Some(&data.portal.regions[region].district(of).name)
        });
    }

    /// A direction: its id and its names; gives the column of the id.
    pub(super) fn direction(
        &mut self,
        make: impl Fn(&Data<'_>, &R) -> Option<DirectionId> + Copy + Send + Sync + 'static,
    ) -> Added<'_, R> {
        let at = self.next();
        self.id("direction_id", move |data, row| {
            make(data, row).map(|of| data.portal.directions[of].id.as_str())
        })
        .to(DataTable::Directions);
        self.label("direction_name", move |data, row| {
            make(data, row).map(|of| &data.portal.directions[of].name)
        });
        self.column(at)
    }

    /// A kind of object: its id and its names; gives the column of the id.
    pub(super) fn object_kind(
        &mut self,
        make: impl Fn(&Data<'_>, &R) -> Option<ObjectKindId> + Copy + Send + Sync + 'static,
    ) -> Added<'_, R> {
        let at = self.next();
        self.id("object_kind_id", move |data, row| {
            make(data, row).map(|of| data.portal.objects[of].record.id.as_str())
        })
        .to(DataTable::ObjectKinds);
        self.label("object_kind_name", move |data, row| {
            make(data, row).map(|of| &data.portal.objects[of].record.name)
        });
        self.column(at)
    }

    /// What was delivered and what was pledged, with the counts behind each. An amount is empty where none is known, and zero
    /// where nothing is on record.
    pub(super) fn sums(
        &mut self,
        make: impl for<'a> Fn(&Data<'a>, &R) -> &'a Sums + Copy + Send + Sync + 'static,
    ) {
        for (status, of) in [
            ("delivered", (|sums| &sums.delivered) as fn(&Sums) -> &Total),
            ("pledged", |sums| &sums.pledged),
        ] {
            self.cell(
                &format!("{status}_amount"),
                ColumnType::Amount,
                move |data, row| Cell::amount(of(make(data, row)).shown().or_zero()),
            );
            type Count = fn(&Total) -> usize;
            for (what, count) in [
                ("contributions", (|of| of.contributions.len()) as Count),
                ("without_amount", |of| of.without_amount),
                ("projects", |of| of.projects),
                ("patrons", |of| of.patrons),
            ] {
                self.cell(
                    &format!("{status}_{what}"),
                    ColumnType::Integer,
                    move |data, row| Cell::count(count(of(make(data, row)))),
                )
                .required();
            }
        }
        self.cell("projects", ColumnType::Integer, move |data, row| {
            Cell::count(make(data, row).projects)
        })
        .called("column-sums-projects")
        .required();
        self.cell("patrons", ColumnType::Integer, move |data, row| {
            Cell::count(make(data, row).patrons)
        })
        .called("column-sums-patrons")
        .required();
    }
}
