//! Anachronisms: regions named at a time when they did not exist; the warning names the regions before or after.

use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::date::Date;
use crate::model::kind::RegionId;
use crate::model::portal::Portal;

/// Reports a region that is named with a date at which it did not exist.
pub(super) fn check_year(
    portal: &Portal,
    region: RegionId,
    date: Date,
    at: impl FnOnce() -> At,
    found: &mut Vec<Diagnostic>,
) {
    let named = &portal.regions[region];
    // What is older than the site is told as that.
    if named.existed(date) || date.year() < portal.site.first_year {
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
        Diagnostic::new(Code::RegionOutsideYears, at())
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
}
