//! The tables of regions and of their districts.

use crate::data::cell::Cell;
use crate::data::column::ColumnType;
use crate::data::published::Data;
use crate::data::relation::Relation;
use crate::model::index::{DistrictId, TableIndex};
use crate::model::kind::RegionId;
use crate::model::lang::Lang;
use crate::model::region::{District, RegionRecord};
use crate::plan::Page;

pub(in crate::data) fn regions() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| data.portal.regions.indices().collect::<Vec<RegionId>>());
    table
        .id("id", |data, row| Some(region(data, row).id.as_str()))
        .key();
    table
        .id("iso", |data, row| region(data, row).iso.as_deref())
        .called("column-region-iso");
    table
        .id("kato", |data, row| region(data, row).kato.as_deref())
        .called("column-region-kato");
    table
        .localised("name", |data, row| Some(&region(data, row).name))
        .called("column-region-name");
    table.localised("centre", |data, row| region(data, row).centre.as_ref());
    table.cell("population", ColumnType::Integer, |data, row| {
        let population = region(data, row).population.as_ref();
        Cell::integer(population.map(|population| population.value))
    });
    table.date("population_date", |data, row| {
        Some(region(data, row).population.as_ref()?.date)
    });
    table.cell("population_source", ColumnType::Text, |data, row| {
        let population = region(data, row).population.as_ref();
        Cell::text(population.map(|population| population.source.best(Lang::En, &[]).text))
    });
    table
        .date("since", |data, row| region(data, row).since)
        .called("column-region-since");
    table
        .date("until", |data, row| region(data, row).until)
        .called("column-region-until");
    table.cell("successor_ids", ColumnType::Ids, |data, row| {
        ids(data, &data.portal.regions[*row].successors)
    });
    table.cell("predecessor_ids", ColumnType::Ids, |data, row| {
        ids(data, &data.portal.regions[*row].predecessors)
    });
    table.page(|_, &row| Some(Page::Region(row))).required();
    table.boolean("sample", |data, row| region(data, row).sample);
    table
}

fn region<'a>(data: &Data<'a>, row: &RegionId) -> &'a RegionRecord {
    &data.portal.regions[*row].record
}

fn ids<'a>(data: &Data<'a>, of: &[RegionId]) -> Cell<'a> {
    let ids = of
        .iter()
        .map(|&of| data.portal.regions[of].record.id.as_str());
    let ids: Vec<&str> = ids.collect();
    Cell::text((!ids.is_empty()).then(|| ids.join(";")))
}

type DistrictRow = (RegionId, DistrictId);

pub(in crate::data) fn districts() -> Relation<impl Sized> {
    let mut table = Relation::new(rows);
    table
        .region("region", |_, row: &DistrictRow| Some(row.0))
        .key();
    table
        .id("id", |data, row| Some(district(data, row).id.as_str()))
        .called("column-district-id")
        .key();
    table
        .id("kato", |data, row| district(data, row).kato.as_deref())
        .called("column-district-kato");
    table
        .localised("name", |data, row| Some(&district(data, row).name))
        .called("column-district-name");
    table
        .page(|data, &(region, district)| {
            let has_page = data.indexes.district(region, district).is_some();
            has_page.then_some(Page::District(region, district))
        })
        .called("column-district-url");
    table
}

fn district<'a>(data: &Data<'a>, row: &DistrictRow) -> &'a District {
    data.portal.regions[row.0].district(row.1)
}

fn rows(data: &Data<'_>) -> Vec<DistrictRow> {
    let regions = data.portal.regions.iter();
    let districts = regions.flat_map(|(region, of)| {
        let districts = (0..of.record.districts.len()).map(DistrictId::new);
        districts.map(move |district| (region, district))
    });
    districts.collect()
}
