//! The newest record of a page: the latest day of what it shows, by which a reader knows how far it goes.
//!
//! Each piece that is or holds a record tells its own latest day as `as_of`, and a page's is the latest of all that its
//! template is given: so a page goes by what it shows, part by part of a long list, and by nothing else. What it only
//! leads to tells none. Sums add the contributions in them. What is only promised tells its day where nothing else does, if
//! that is no later than what has been given on the whole portal: later ones are awaited. The clock is never asked.

use std::borrow::Cow;

use tera::Value;

use crate::model::contribution::{Contribution, ContributionStatus};
use crate::model::date::Date;
use crate::model::figure::Figure;
use crate::model::index::ContributionId;
use crate::model::patron::Patron;
use crate::model::portal::Portal;
use crate::model::write_up::{Project, ProjectStatus};
use crate::plan::{InvertedIndexes, Page};
use crate::totals::Totals;

/// The field by which a piece tells its latest day.
const FIELD: &str = "as_of";

/// The latest day of what the template of a page is given and of what its sums add up, as content writes dates.
pub(super) fn newest_on(
    portal: &Portal,
    totals: &Totals,
    indexes: &InvertedIndexes,
    (page, values): (Page, &Value),
) -> Option<String> {
    let sums = match (page, page.summed()) {
        (Page::Contributions(listed), _) => Some(listed.sums(portal, totals)),
        // They share the whole campaign out.
        (Page::Directions | Page::Objects | Page::Compare | Page::Completeness, _) => {
            Some(Cow::Borrowed(&totals.whole))
        }
        (_, summed) => summed.map(|summed| Cow::Borrowed(summed.sums(totals))),
    };
    let newest = |list: &[ContributionId]| {
        let newest = indexes.newest(portal, list)?;
        Some(portal.contributions[newest].date)
    };
    let summed = sums
        .as_ref()
        .and_then(|of| newest(&of.delivered.contributions));
    // Dates as content writes them are ordered as texts are.
    let shown = latest(values).map(str::to_owned);
    let told = shown.max(summed.map(|date| date.to_string()));
    told.or_else(|| {
        let promised: Vec<ContributionId> = match (page, sums) {
            (Page::Project(project), _) => pledged(portal, &portal.projects[project].contributions),
            (Page::Patron(patron), _) => pledged(portal, &portal.patrons[patron].contributions),
            (_, sums) => sums?.pledged.contributions.clone(),
        };
        let given = newest(&totals.whole.delivered.contributions)?;
        let made = promised.iter().map(|&id| portal.contributions[id].date);
        Some(made.filter(|&made| made <= given).max()?.to_string())
    })
}

/// Those of some contributions that are only promised.
fn pledged(portal: &Portal, list: &[ContributionId]) -> Vec<ContributionId> {
    let is_pledged =
        |id: &&ContributionId| portal.contributions[**id].status == ContributionStatus::Pledged;
    list.iter().filter(is_pledged).copied().collect()
}

/// The latest of the days that a value and all in it tell.
fn latest(value: &Value) -> Option<&str> {
    if let Some(fields) = value.as_map() {
        let days = fields
            .iter()
            .filter_map(|(name, value)| match value.as_str() {
                Some(text) => (name.as_str() == Some(FIELD)).then_some(text),
                None => latest(value),
            });
        return days.max();
    }
    value.as_array()?.iter().filter_map(latest).max()
}

/// When it was given, or taken back.
pub(super) fn of_contribution(of: &Contribution) -> Option<Date> {
    match of.status {
        ContributionStatus::Delivered => Some(of.date),
        ContributionStatus::Withdrawn => of.annotation.as_ref()?.withdrawn,
        ContributionStatus::Pledged | ContributionStatus::Void => None,
    }
}

/// The latest of some contributions.
pub(super) fn of_contributions(portal: &Portal, list: &[ContributionId]) -> Option<Date> {
    let days = list
        .iter()
        .filter_map(|&id| of_contribution(&portal.contributions[id]));
    days.max()
}

/// The latest day of a project or of a contribution in it. That on which a planned one shall begin is to come.
pub(super) fn of_project(portal: &Portal, of: &Project) -> Option<Date> {
    let started = of.started.filter(|_| of.status != ProjectStatus::Planned);
    let own = [started, of.completed, of.cancelled];
    let own = own.into_iter().flatten().max();
    own.max(of_contributions(portal, &of.contributions))
}

/// The latest contribution of a patron, alone or jointly.
pub(super) fn of_patron(portal: &Portal, of: &Patron) -> Option<Date> {
    of_contributions(portal, &of.contributions)
}

/// When it was reported, else when what was counted ends.
pub(super) fn of_figure(of: &Figure) -> Option<Date> {
    let record = &of.record;
    record.source.date.or(record.period.map(|period| period.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_known_more_exactly_is_later_than_the_span_it_lies_in() {
        let days = ["2018", "2018-03", "2018-03-01", "2019"];
        let values = Value::from_serializable(&days.map(
            |day| serde_json::json!({"list": [{"as_of": day}], "as_of": null, "date": "2020"}),
        ));
        assert_eq!(latest(&values), Some("2019"));
        assert!(days.is_sorted());
        assert_eq!(latest(&Value::from_serializable(&["2020"])), None);
    }
}
