//! `list.json`, a faceted search index: what the entries of a long list are filtered and sorted by, in the browser.
//!
//! Holds no texts: entries are numbers, by their index in the list, and what they show is taken from the list's pages.
//! So the file stays small (some 25 bytes an entry), and a filtered list looks like the list itself.
//!
//! ```json
//! {"edition": "3f2a…", "length": 50,
//!  "facets": [["region", ["abai", …]], …],
//!  "entries": [[[0], [1], [4, 2], [1], [0, 1], 3], …],
//!  "orders": {"amount": [7, 0, …], "name": […]}}
//! ```
//! An entry has the values of each facet, then how many of the steps of amounts are not above its amount: -1 where none
//! is known. An order gives the indices of all entries; the order of the pages is left out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::money::Amount;
use crate::pages::facets::{Entry, Facet, STEPS, edition, entries};
use crate::pages::view::View;
use crate::plan::PAGE_LENGTH;
use crate::plan::long_list::LongList;

#[derive(Serialize)]
struct File<'a> {
    edition: &'a str,
    length: usize,
    facets: Vec<(&'static str, Vec<&'a str>)>,
    entries: Vec<Row>,
    orders: BTreeMap<&'static str, Vec<usize>>,
}

/// The indices of an entry's values in each facet, and its step.
#[derive(Serialize)]
struct Row(
    Vec<usize>,
    Vec<usize>,
    Vec<usize>,
    Vec<usize>,
    Vec<usize>,
    i8,
);

/// The file of a list in the reader's language.
///
/// # Errors
/// What cannot be written as JSON, which is a bug.
pub(crate) fn list(view: &View<'_>, list: LongList) -> serde_json::Result<String> {
    let entries = entries(view, list);
    // The values of each facet, in the order of their bytes, and the index of each.
    let mut places: [BTreeMap<&str, usize>; 5] = Default::default();
    for entry in &entries {
        for (places, values) in places.iter_mut().zip(&entry.values) {
            places.extend(values.iter().map(|value| (&**value, 0)));
        }
    }
    for places in &mut places {
        for (nth, place) in places.values_mut().enumerate() {
            *place = nth;
        }
    }
    let row = |entry: &Entry<'_>| {
        let of = |facet: usize| {
            let values = entry.values[facet].iter();
            values.map(|value| places[facet][&**value]).collect()
        };
        Row(of(0), of(1), of(2), of(3), of(4), step(entry.amount))
    };
    let file = File {
        edition: edition(view, list),
        length: PAGE_LENGTH,
        facets: Facet::ALL
            .into_iter()
            .zip(&places)
            .map(|(facet, places)| (facet.word(), places.keys().copied().collect()))
            .collect(),
        entries: entries.iter().map(row).collect(),
        orders: list.orders()[1..]
            .iter()
            .map(|&name| (name, order(view, name, &entries)))
            .collect(),
    };
    let mut text = serde_json::to_string(&file)?;
    text.push('\n');
    Ok(text)
}

/// How many steps are not above an amount.
fn step(amount: Amount) -> i8 {
    amount.or_zero().map_or(-1, |amount| {
        let below = STEPS.partition_point(|&step| step <= amount);
        i8::try_from(below).unwrap_or(i8::MAX)
    })
}

/// The indices of all entries in an order: by name, or the largest amount or the newest first, what has none last.
fn order(view: &View<'_>, name: &str, entries: &[Entry<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    match name {
        "amount" => order.sort_by_key(|&nth| std::cmp::Reverse(entries[nth].amount.or_zero())),
        "date" => order.sort_by(|&a, &b| entries[b].date.cmp(&entries[a].date)),
        _ => order.sort_by_cached_key(|&nth| view.language.locale.sort_key(&entries[nth].name)),
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::money::Tenge;

    #[test]
    fn an_amount_stands_at_the_step_that_it_reaches() {
        let known = |amount| step(Amount::Known(Tenge(amount)));
        assert_eq!(step(Amount::NotStated), -1);
        assert_eq!(step(Amount::Nothing), 0);
        assert_eq!(known(999_999), 0);
        assert_eq!(known(1_000_000), 1);
        assert_eq!(known(4_999_999), 1);
        assert_eq!(known(u128::MAX), 8);
    }
}
