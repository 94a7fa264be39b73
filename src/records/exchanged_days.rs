//! Gifts entered twice with day and month exchanged, as spreadsheets read a date of another country: 2016-04-12 and
//! 2016-12-04.
//!
//! Takes the linked portal, gives a warning for each such pair of one giver and one amount.

use ahash::HashMap;
use jiff::civil;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::Contribution;
use crate::model::date::Date;
use crate::model::portal::Portal;

/// A warning for each gift that stands with the other date, too.
pub(super) fn exchanged_days(
    portal: &Portal,
    are_told_apart: impl Fn(&Contribution, &Contribution) -> bool,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for patron in portal.patrons.rows() {
        let mut seen: HashMap<(u128, civil::Date), &Contribution> = HashMap::default();
        for gift in patron
            .contributions
            .iter()
            .map(|id| &portal.contributions[*id])
        {
            let Some((amount, day)) = stated(gift) else {
                continue;
            };
            let other = civil::Date::new(day.year(), day.day(), day.month()).ok();
            let other = other.filter(|other| *other != day);
            let first = other.and_then(|other| seen.get(&(amount, other)));
            if let Some(first) = first.filter(|first| !are_told_apart(gift, first)) {
                let [at, also] = [gift, first].map(|gift| portal.place_of(gift));
                // Two files in one message would tie somebody to the record of a name.
                if !patron.is_anonymous() || at.source == also.source {
                    let told = Diagnostic::new(Code::SameGift, at).with("givers", "exchanged");
                    let told = told.with("date", gift.date).with("sum", amount);
                    found.push(told.also(also));
                }
            }
            seen.entry((amount, day)).or_insert(gift);
        }
    }
    found
}

/// The amount and the day of a gift of one giver, if both are known.
fn stated(gift: &Contribution) -> Option<(u128, civil::Date)> {
    let is_alone = gift.patrons.len() == 1 && gift.is_counted();
    match gift.date {
        Date::Day(day) if is_alone => Some((gift.amount?.0, day)),
        _ => None,
    }
}
