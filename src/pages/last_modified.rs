//! When a page last changed, as far as the content tells: its newest record or correction, if the very day is known.
//!
//! The clock is never asked, and a year or a month is no day.

use jiff::civil;

use super::newest;
use super::view::View;
use crate::model::date::Date;
use crate::model::kind::RecordRef;
use crate::plan::Page;

/// The day on which a page last changed; none where the content does not tell.
pub(crate) fn last_modified(view: &View<'_>, page: Page) -> Option<civil::Date> {
    match newest(view, page)? {
        Date::Day(day) => Some(day),
        Date::Year(_) | Date::Month(..) => None,
    }
}

/// The newest date of what a page tells of.
fn newest(view: &View<'_>, page: Page) -> Option<Date> {
    let portal = view.portal;
    let own = match page {
        Page::Project(project) => newest::of_project(portal, &portal.projects[project]),
        Page::Patron(patron) => newest::of_patron(portal, &portal.patrons[patron]),
        Page::News(news) => Some(portal.news[news].date),
        Page::Award(award) => Some(portal.awards[award].record.date),
        Page::NewsList => portal.news.iter().map(|(_, news)| news.date).max(),
        Page::Awards => portal.awards.iter().map(|(_, of)| of.record.date).max(),
        Page::Corrections => {
            let newest = view.indexes.corrections().first();
            let kept = portal.editions.iter().map(|(_, of)| of.date).max();
            newest
                .map(|&of| portal.corrections[of].record.date)
                .max(kept)
        }
        Page::Contributions(listed) => {
            let sums = listed.sums(portal, view.totals);
            newest::of_contributions(portal, &sums.delivered.contributions)
        }
        _ => page.summed().and_then(|summed| {
            let delivered = &summed.sums(view.totals).delivered;
            newest::of_contributions(portal, &delivered.contributions)
        }),
    };
    let corrected = page
        .record()
        .and_then(|record| newest_correction(view, record));
    own.max(corrected)
}

/// When a record was last set right.
pub(crate) fn newest_correction(view: &View<'_>, record: RecordRef) -> Option<Date> {
    let &place = view.indexes.corrections_of(record).first()?;
    let correction = view.indexes.corrections()[place];
    Some(view.portal.corrections[correction].record.date)
}
