//! Per-capita figures: what was delivered in a region for each of its residents.
//!
//! In whole tenge, rounded half up as all figures are; what is less than one and not nothing is told as that.

use serde::Serialize;

use super::view::View;
use crate::locale::Locale;
use crate::model::axis::Key;
use crate::model::money::{Amount, Tenge};
use crate::model::region::Population;

/// An amount for each resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PerResident {
    Whole(Tenge),
    /// More than nothing, and less than one tenge.
    BelowOne,
}

/// An amount for each resident; none where either is not known.
pub(super) fn per_resident(amount: Amount, population: Option<&Population>) -> Option<PerResident> {
    let amount = amount.or_zero()?.0;
    let residents = u128::from(population?.value);
    if (1..residents).contains(&amount) {
        return Some(PerResident::BelowOne);
    }
    let share = (amount + residents / 2).checked_div(residents)?;
    Some(PerResident::Whole(Tenge(share)))
}

/// «< 1 ₸», “< ₸1”.
pub(super) fn below_one(locale: &Locale) -> String {
    format!("< {}", locale.money(Tenge(1)))
}

/// What a row of a table says of the residents of its region.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ResidentsPiece {
    /// None where it is not stated.
    pub residents: Option<u64>,
    /// The date of the count.
    pub date: Option<String>,
    /// Whole tenge for each of them; none where it is not known, or less than one tenge.
    pub amount: Option<Tenge>,
    /// It is more than nothing and less than one tenge: in words.
    pub below_one: Option<String>,
}

/// The residents of a row's region, and what was delivered for each; none in a row of anything else.
pub(crate) fn residents_piece(view: &View<'_>, key: Key, amount: Amount) -> Option<ResidentsPiece> {
    let Key::Region(region) = key else {
        return None;
    };
    let population = view.portal.regions[region].record.population.as_ref();
    // Where nothing was given, the amount is a dash, and so is its share.
    let known = population.filter(|_| amount != Amount::Nothing);
    let (amount, below_one) = match per_resident(amount, known) {
        Some(PerResident::Whole(amount)) => (Some(amount), None),
        Some(PerResident::BelowOne) => (None, Some(below_one(&view.language.locale))),
        None => (None, None),
    };
    Some(ResidentsPiece {
        residents: population.map(|population| population.value),
        date: population.map(|population| population.date.to_string()),
        amount,
        below_one,
    })
}
