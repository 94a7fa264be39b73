//! Rules that look at linked records: dates, regions outside their years, figures that contradict themselves.

use std::collections::HashMap;

use super::contradictions::counted;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::date::Date;
use crate::model::figure::Contradiction;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::table::{FigureId, RegionId};

/// Checks the whole portal.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    regions(portal, found);
    figures(portal, found);
    region_years(portal, found);
}

fn regions(portal: &Portal, found: &mut Vec<Diagnostic>) {
    for (index, region) in portal.regions.iter() {
        let record = &region.record;
        if let (Some(since), Some(until)) = (record.since, record.until)
            && since.earliest() > until.latest()
        {
            let diagnostic = Diagnostic::new(Code::DateOrder, record.origin.field("until"));
            found.push(
                diagnostic
                    .with("earlier", since)
                    .with("later", until)
                    .also(record.origin.field("since")),
            );
        }
        if region.successors.contains(&index) {
            let at = record.origin.field("successors");
            found.push(Diagnostic::new(Code::Cycle, at).with("id", &record.id));
        }
        let mut seen: HashMap<&Id, usize> = HashMap::new();
        for (place, district) in record.districts.iter().enumerate() {
            if let Some(first) = seen.insert(&district.id, place) {
                let list = record.origin.field("districts");
                found.push(
                    Diagnostic::new(Code::DuplicateId, list.at(place).at("id"))
                        .with("id", &district.id)
                        .with("kind", "district")
                        .also(list.at(first).at("id")),
                );
            }
        }
    }
}

fn figures(portal: &Portal, found: &mut Vec<Diagnostic>) {
    for (index, figure) in portal.figures.iter() {
        let origin = figure.record.origin;
        if leads_back(portal, index) {
            found.push(
                Diagnostic::new(Code::Cycle, origin.field("part_of")).with("id", &figure.record.id),
            );
        }
        for contradiction in &figure.contradictions {
            let reported =
                |value: Option<u128>| value.map_or(String::new(), |value| value.to_string());
            found.push(match contradiction {
                Contradiction::Amounts { sum } => {
                    Diagnostic::new(Code::FigureContradicts, origin.field("breakdown"))
                        .with(
                            "reported",
                            reported(figure.record.amount.map(|amount| amount.0)),
                        )
                        .with("sum", sum.0)
                }
                Contradiction::Projects { sum } => {
                    Diagnostic::new(Code::FigureContradicts, origin.field("breakdown"))
                        .with(
                            "reported",
                            reported(counted(&figure.record).map(u128::from)),
                        )
                        .with("sum", sum)
                }
                Contradiction::LargerThanWhole => {
                    Diagnostic::new(Code::PartLargerThanWhole, origin.field("amount"))
                        .with("id", &figure.record.id)
                }
            });
        }
    }
}

/// Whether the wholes above a figure come back to it.
fn leads_back(portal: &Portal, figure: FigureId) -> bool {
    let mut above = portal.figures[figure].part_of;
    for _ in 0..portal.figures.len() {
        match above {
            Some(whole) if whole == figure => return true,
            Some(whole) => above = portal.figures[whole].part_of,
            None => return false,
        }
    }
    false
}

/// Names of regions at a time when the region did not exist: a warning that names the regions before or after it.
fn region_years(portal: &Portal, found: &mut Vec<Diagnostic>) {
    let mut check = |region: RegionId, date: Date, at: At| {
        let named = &portal.regions[region];
        if named.existed(date) {
            return;
        }
        let too_late = named
            .record
            .until
            .is_some_and(|until| until.latest() < date.earliest());
        let others = if too_late {
            &named.successors
        } else {
            &named.predecessors
        };
        let ids: Vec<&str> = others
            .iter()
            .map(|&other| portal.regions[other].record.id.as_str())
            .collect();
        found.push(
            Diagnostic::new(Code::RegionOutsideYears, at)
                .with("region", &named.record.id)
                .with("date", date)
                .with("when", if too_late { "after" } else { "before" })
                .with(
                    "neighbours",
                    if ids.is_empty() {
                        "none".to_owned()
                    } else {
                        ids.join(", ")
                    },
                ),
        );
    };
    for (_, project) in portal.projects.iter() {
        if let Some(date) = project.sorted_by {
            check(project.region, date, At::span(project.text.source(), 0..0));
        }
    }
    for (_, news) in portal.news.iter() {
        if let Some(region) = news.region {
            check(region, news.date, At::span(news.text.source(), 0..0));
        }
    }
    for (_, award) in portal.awards.iter() {
        if let Some(region) = award.region {
            check(
                region,
                award.record.date,
                award.record.origin.field("region").into(),
            );
        }
    }
    for (_, figure) in portal.figures.iter() {
        if let (Some(region), Some(period)) = (figure.region, figure.record.period) {
            check(
                region,
                period.from,
                figure.record.origin.field("region").into(),
            );
        }
    }
    for (_, patron) in portal.patrons.iter() {
        for (item, contribution) in patron.record.contributions.iter().enumerate() {
            let Some(region) = contribution
                .own
                .as_ref()
                .and_then(|own| portal.regions.find(own.region.as_str()))
            else {
                continue;
            };
            let place: Place = patron
                .record
                .origin
                .field("contributions")
                .at(item)
                .at("region");
            check(region, contribution.date, place.into());
        }
    }
}
