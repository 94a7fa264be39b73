//! Where a gift counts, by its row: region, district, direction and kind of object. A kind of object that stands in the column of
//! directions is taken as that.

use super::field::Field;
use super::known::Where;
use super::reason::{Reading, Reason, Remark};
use super::row::{RowReader, Sorted, says_none};
use super::words_of_rows::is_ditto;
use crate::model::index::DistrictId;
use crate::model::kind::{DirectionId, ObjectKindId, ProjectId, RegionId};
use crate::names::Found;

impl RowReader<'_> {
    /// Where the gift counts.
    pub(super) fn place(&self, project: Option<ProjectId>, told: &mut Sorted) -> Option<Where> {
        let portal = self.known.portal;
        if let Some(project) = project {
            return Some(Where::Project(project));
        }
        if told.has(Field::Project) {
            return None;
        }
        let mut region = told.take(self.region());
        if let Some(region) = region {
            self.tell_of_region_in_short(Field::Region, region, told);
        }
        if let (None, false, Some(scope)) = (region, told.has(Field::Region), portal.scope) {
            told.notes
                .push(self.missing(Reason::RegionOfPortal, Field::Region));
            region = Some(scope);
        }
        if region.is_none() && !told.has(Field::Region) {
            told.doubts
                .push(self.missing(Reason::NoRegion, Field::Region));
        }
        let instead = self.object_for_direction();
        let is_answered = self
            .value(Field::Direction)
            .is_some_and(|(text, _)| self.answer(Field::Direction, &text).is_some());
        let direction = match &instead {
            Some(_) if !is_answered => self.direction_of_all(told),
            Some(_) | None => {
                told.take(self.record(Field::Direction, &self.known.directions, |of| {
                    portal.directions[of].id.to_string()
                }))
            }
        };
        if direction.is_none() && !told.has(Field::Direction) {
            told.doubts
                .push(self.missing(Reason::NoDirection, Field::Direction));
        }
        let object = told.take(instead.unwrap_or_else(|| {
            self.record(Field::Object, &self.known.objects, |of| self.object_id(of))
        }));
        let district = region.and_then(|region| told.take(self.district(region)));
        let district = district.or_else(|| self.district_for_region(region?));
        Some(Where::Outside {
            region: region?,
            district,
            direction: direction?,
            object,
        })
    }

    /// The region of its cell; of a district or a city that stands there, the one that has it is proposed.
    fn region(&self) -> Reading<RegionId> {
        let id = |of: RegionId| self.known.portal.regions[of].record.id.to_string();
        let found = self.record(Field::Region, &self.known.regions, id);
        let Reading::Doubtful(remark) = found else {
            return found;
        };
        if !matches!(remark.reason, Reason::Unknown | Reason::Near) {
            return Reading::Doubtful(remark);
        }
        let regions = self.known.regions_of(&remark.value);
        if regions.is_empty() {
            return Reading::Doubtful(remark);
        }
        Reading::Doubtful(Remark {
            reason: Reason::DistrictInstead,
            meant: regions.into_iter().map(id).collect(),
            ..remark
        })
    }

    /// Says that a region was understood by a code or by the beginnings of its words.
    pub(super) fn tell_of_region_in_short(
        &self,
        field: Field,
        region: RegionId,
        told: &mut Sorted,
    ) {
        let Some((text, column)) = self.value(field) else {
            return;
        };
        let is_answered = self.answer(field, &text).is_some();
        if !is_answered && self.known.regions.is_in_short(&text, region) {
            told.notes.push(Remark {
                within: Some(self.known.portal.regions[region].record.name.clone()),
                ..Remark::of(Reason::RegionInShort, text).in_cell(field, column)
            });
        }
    }

    /// The district of its cell. A city that is a region by itself is no district of its own.
    fn district(&self, region: RegionId) -> Reading<DistrictId> {
        let of = &self.known.portal.regions[region];
        let names = self.known.districts(region);
        let id = |district: DistrictId| of.district(district).id.to_string();
        let found = self.record(Field::District, names, id);
        let Reading::Doubtful(remark) = found else {
            return found;
        };
        if self
            .known
            .regions
            .bearers(&remark.value)
            .any(|of| of == region)
        {
            return Reading::Nothing;
        }
        let all = of.record.districts.iter();
        let (reason, meant) = match remark.reason {
            Reason::Unknown => {
                let all = all.map(|district| district.id.to_string());
                (Reason::UnknownDistrict, all.collect())
            }
            reason => (reason, remark.meant),
        };
        Reading::Doubtful(Remark {
            reason,
            meant,
            within: Some(of.record.name.clone()),
            ..remark
        })
    }

    /// The district that stands in the cell of the region, where an editor said which one that is, and none stands in its own.
    fn district_for_region(&self, region: RegionId) -> Option<DistrictId> {
        let (text, _) = self.value(Field::Region)?;
        let is_answered = self.answer(Field::Region, &text).is_some();
        let is_empty = self.value(Field::District).is_none();
        let is_district = is_answered && is_empty && self.known.regions.find(&text).one().is_none();
        let names = is_district.then(|| self.known.districts(region))?;
        names.find(&text).one()
    }

    /// The kind of object that the cell of a direction names instead of one.
    fn object_for_direction(&self) -> Option<Reading<ObjectKindId>> {
        let (text, column) = self.value(Field::Direction)?;
        let is_direction = self.known.directions.find(&text) != Found::None
            || is_ditto(&text)
            || self.value(Field::Object).is_some();
        if is_direction {
            return None;
        }
        let answer = self.answer(Field::Object, &text);
        if answer.as_deref().is_some_and(says_none) {
            return Some(Reading::Nothing);
        }
        match self.known.objects.find(answer.as_ref().unwrap_or(&text)) {
            Found::One(object) => Some(Reading::Understood(object)),
            Found::Several(all) | Found::Near(all) => {
                let ids = all.into_iter().map(|of| self.object_id(of));
                let remark = Remark::of(Reason::Near, text).meaning(ids);
                Some(Reading::Doubtful(remark.in_cell(Field::Object, column)))
            }
            Found::None if answer.is_some() => {
                let remark = Remark::of(Reason::BadAnswer, text);
                Some(Reading::Doubtful(remark.in_cell(Field::Object, column)))
            }
            Found::None => None,
        }
    }

    fn object_id(&self, object: ObjectKindId) -> String {
        self.known.portal.objects[object].record.id.to_string()
    }

    /// The direction where its cell names a kind of object: that of all rows.
    fn direction_of_all(&self, told: &mut Sorted) -> Option<DirectionId> {
        let default = self.mapping.for_empty(Field::Direction);
        let found = default.map(|of| self.known.directions.find(&of));
        let text = self.value(Field::Direction).map(|(text, _)| text);
        let remark = |reason| {
            let text = text.clone().unwrap_or_default();
            self.in_cell(Remark::of(reason, text), Field::Direction)
        };
        match found {
            Some(Found::One(direction)) => {
                told.notes.push(remark(Reason::DirectionOfAll));
                Some(direction)
            }
            Some(Found::Several(_) | Found::Near(_) | Found::None) | None => {
                told.doubts.push(remark(Reason::ObjectInstead));
                None
            }
        }
    }
}
