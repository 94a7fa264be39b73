//! Cancelled projects: what they have to say, and what no other project says.

use crate::diagnostic::{Code, Diagnostic};
use crate::link::StatedFact;
use crate::model::date::Date;
use crate::model::lang::Localised;
use crate::model::write_up::ProjectStatus;

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
