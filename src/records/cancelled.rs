//! Cancelled projects: what they have to say, and what no other project says.

use crate::diagnostic::{Code, Diagnostic};
use crate::link::StatedFact;
use crate::model::contribution::{ContributionRecord, ContributionStatus};
use crate::model::date::Date;
use crate::model::lang::Localised;
use crate::model::place::Place;
use crate::model::write_up::{Project, ProjectStatus};

/// A cancelled project, and no other, has the day when it was cancelled; no other has a reason. `is_bad`: the day
/// stands, but it was reported.
pub(super) fn check_cancelled(
    status: &StatedFact<ProjectStatus>,
    (day, is_bad): (Option<&StatedFact<Date>>, bool),
    reason: Option<&StatedFact<Localised>>,
    found: &mut Vec<Diagnostic>,
) {
    if status.value == ProjectStatus::Cancelled {
        if day.is_none() && !is_bad {
            found.push(Diagnostic::new(Code::CancelledWithoutDate, status.place()));
        }
        return;
    }
    let day = day.map(StatedFact::place);
    let reason = reason.map(StatedFact::place);
    for (field, place) in [("cancelled", day), ("reason", reason)] {
        found.extend(place.map(|place| {
            Diagnostic::new(Code::OfCancelledOnly, place)
                .with("field", field)
                .with("status", status.value.word())
                .also(status.place())
        }));
    }
}

/// A gift that came after the project was given up: one of the two days is wrong, or it went elsewhere.
pub(super) fn late_gift(
    project: &Project,
    gift: &ContributionRecord,
    place: impl FnOnce() -> Place,
) -> Option<Diagnostic> {
    let (cancelled, stated_in) = project.cancelled.zip(project.stated_in.cancelled)?;
    let is_late = gift.date.earliest() > cancelled.latest();
    let is_delivered = gift.status == Some(ContributionStatus::Delivered);
    (is_late && is_delivered).then(|| {
        Diagnostic::new(Code::GiftAfterCancelling, place().at("date"))
            .with("date", gift.date)
            .with("cancelled", cancelled)
            .also(Place::document(stated_in).at("cancelled"))
    })
}
