//! The tables of directions and of kinds of object.

use crate::data::published::Data;
use crate::data::relation::Relation;
use crate::model::direction::Direction;
use crate::model::kind::{DirectionId, ObjectKindId};
use crate::model::object_kind::ObjectKindRecord;
use crate::plan::Page;
use crate::plan::data::DataTable;

pub(in crate::data) fn directions() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| {
        data.portal
            .directions
            .indices()
            .collect::<Vec<DirectionId>>()
    });
    table
        .id("id", |data, row| Some(direction(data, row).id.as_str()))
        .key();
    table
        .localised("name", |data, row| Some(&direction(data, row).name))
        .called("column-direction-name");
    table.localised("summary", |data, row| direction(data, row).summary.as_ref());
    table.page(|_, &row| Some(Page::Direction(row))).required();
    table.boolean("sample", |data, row| direction(data, row).sample);
    table
}

fn direction<'a>(data: &Data<'a>, row: &DirectionId) -> &'a Direction {
    &data.portal.directions[*row]
}

pub(in crate::data) fn object_kinds() -> Relation<impl Sized> {
    let mut table =
        Relation::new(|data| data.portal.objects.indices().collect::<Vec<ObjectKindId>>());
    table
        .id("id", |data, row| Some(object(data, row).id.as_str()))
        .key();
    table
        .localised("name", |data, row| Some(&object(data, row).name))
        .called("column-object-kind-name");
    table.localised("plural", |data, row| object(data, row).plural.as_ref());
    table
        .id("parent_id", |data, row| {
            let parent = data.portal.objects[*row].parent?;
            Some(object(data, &parent).id.as_str())
        })
        .to(DataTable::ObjectKinds);
    table.page(|_, &row| Some(Page::Object(row))).required();
    table.boolean("sample", |data, row| object(data, row).sample);
    table
}

fn object<'a>(data: &Data<'a>, row: &ObjectKindId) -> &'a ObjectKindRecord {
    &data.portal.objects[*row].record
}
