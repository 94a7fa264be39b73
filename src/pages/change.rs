//! A change from one amount to another: what was delivered in a year against an earlier one.

use std::cmp::Ordering;

use serde::Serialize;

use crate::model::money::Tenge;

/// How much more, or less, was delivered than in an earlier year.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Change {
    /// `more`, `less` or `same`.
    kind: &'static str,
    /// Whole tenge.
    amount: Tenge,
}

impl Change {
    /// From what was delivered then to what was delivered now.
    pub(super) fn between(then: Tenge, now: Tenge) -> Change {
        Change {
            kind: match now.cmp(&then) {
                Ordering::Greater => "more",
                Ordering::Less => "less",
                Ordering::Equal => "same",
            },
            amount: now.abs_diff(then),
        }
    }
}
