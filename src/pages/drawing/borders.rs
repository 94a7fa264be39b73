//! Historical borders: the regions of a day, each holding what only later became regions of their own.
//!
//! Takes the years and successors that records state; gives what a map draws. Knows nothing of figures.

use jiff::civil::Date;

use crate::drawing::outline::{Cell, Outline};
use crate::model::kind::RegionId;
use crate::model::outline::Shape;
use crate::model::portal::Portal;

/// A region as it was on a day.
pub(super) struct Bordered<'a> {
    pub region: RegionId,
    pub outline: Outline<'a>,
    /// Its borders are those of today.
    pub is_as_today: bool,
}

/// The regions that a map of a day shows; without a day, those of today. Row by row, as the eye goes.
pub(super) fn borders<'a>(portal: &'a Portal, day: Option<Date>) -> Vec<Bordered<'a>> {
    let stood = |region: RegionId| match day {
        None => !portal.regions[region].is_former(),
        Some(day) => began_by(portal, region, day) && !ended_before(portal, region, day),
    };
    let mut shown: Vec<Bordered<'a>> = portal
        .regions
        .indices()
        .filter(|&region| stood(region))
        .map(|region| bordered(portal, region, day))
        .filter(|bordered| !bordered.outline.is_empty())
        .collect();
    match &portal.outlines {
        // What is small lies on what is large: a city in its region.
        Some(_) => shown.sort_by(|a, b| extent(&b.outline).total_cmp(&extent(&a.outline))),
        None => shown.sort_by_key(|bordered| match &bordered.outline {
            Outline::Cells(cells) => cells.first().map(|&(column, row)| (row, column)),
            Outline::Shapes(_) => None,
        }),
    }
    shown
}

/// The day whose borders the map of a year shows: its last.
pub(super) fn day_of(year: i16) -> Option<Date> {
    Date::new(year, 12, 31).ok()
}

/// A region in its own borders: those of today, or of its last day.
pub(super) fn own_day(portal: &Portal, region: RegionId) -> Option<Date> {
    portal.regions[region]
        .record
        .until
        .map(|date| date.latest())
}

/// The size of the map that shapes are drawn on.
pub(super) fn size(portal: &Portal) -> Option<(f64, f64)> {
    let outlines = portal.outlines.as_ref()?;
    Some((outlines.width, outlines.height))
}

fn bordered<'a>(portal: &'a Portal, region: RegionId, day: Option<Date>) -> Bordered<'a> {
    let held = day.map_or_else(|| vec![region], |day| held(portal, region, day));
    let outline = match &portal.outlines {
        Some(outlines) => {
            let shape = |region: &RegionId| outlines.shapes.get(&portal.regions[*region].record.id);
            // A shape of its own says all; else it is what the others make together.
            let own = shape(&region).filter(|_| portal.regions[region].is_former());
            Outline::Shapes(match own {
                Some(own) => vec![own],
                None => held.iter().filter_map(shape).collect::<Vec<&Shape>>(),
            })
        }
        None => {
            let mut cells: Vec<Cell> = Vec::new();
            for cell in held
                .iter()
                .flat_map(|&region| &portal.regions[region].record.tile)
            {
                if !cells.contains(cell) {
                    cells.push(*cell);
                }
            }
            Outline::Cells(cells)
        }
    };
    Bordered {
        region,
        outline,
        is_as_today: held.len() == 1 && !portal.regions[region].is_former(),
    }
}

/// A region and all that came out of it after a day.
fn held(portal: &Portal, region: RegionId, day: Date) -> Vec<RegionId> {
    let mut held = vec![region];
    let mut next = 0;
    while let Some(&one) = held.get(next) {
        for &successor in &portal.regions[one].successors {
            if !began_by(portal, successor, day) && !held.contains(&successor) {
                held.push(successor);
            }
        }
        next += 1;
    }
    held
}

fn began_by(portal: &Portal, region: RegionId, day: Date) -> bool {
    let since = portal.regions[region].record.since;
    since.is_none_or(|since| since.earliest() <= day)
}

fn ended_before(portal: &Portal, region: RegionId, day: Date) -> bool {
    let until = portal.regions[region].record.until;
    until.is_some_and(|until| until.latest() < day)
}

fn extent(outline: &Outline<'_>) -> f64 {
    outline.spot().map_or(0.0, |spot| spot.room.0)
}
