//! Amounts as templates show them: what was delivered and what was pledged, with the counts behind each.

use serde::Serialize;

use crate::model::money::Amount;
use crate::totals::{Sums, Total};

/// A sum of delivered or of pledged contributions.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct TotalPiece {
    /// Whole tenge; none where no amount is known.
    pub amount: Amount,
    /// `known`; `nothing` where nothing is on record, which is not zero; `not-stated` where no amount of it is known.
    pub shown: &'static str,
    pub contributions: usize,
    /// Contributions in kind without an amount, among the contributions.
    pub without_amount: usize,
    pub projects: usize,
    pub patrons: usize,
}

/// Delivered and pledged, never added up.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct SumsPiece {
    pub delivered: TotalPiece,
    pub pledged: TotalPiece,
    /// Projects of either: how many have only been pledged something is the difference to the delivered ones.
    pub projects: usize,
    /// Patrons of either.
    pub patrons: usize,
}

pub(crate) fn sums_piece(sums: &Sums) -> SumsPiece {
    SumsPiece {
        delivered: total_piece(&sums.delivered),
        pledged: total_piece(&sums.pledged),
        projects: sums.projects,
        patrons: sums.patrons,
    }
}

pub(crate) fn total_piece(total: &Total) -> TotalPiece {
    let amount = total.shown();
    TotalPiece {
        amount,
        shown: amount.word(),
        contributions: total.contributions.len(),
        without_amount: total.without_amount,
        projects: total.projects,
        patrons: total.patrons,
    }
}
