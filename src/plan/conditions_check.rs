//! Reconciliation of cells: whether the contributions that an address asks for add up to the figure that leads there. It
//! runs at each build, and fails it.
//!
//! It looks through all contributions once and asks of each which rows of which pages it is in; it shares no code with what
//! made the sums. Each address is read again, as the script of the page does.

use ahash::{HashMap, HashSet};
use rayon::prelude::*;

use super::conditions::{Condition, query};
use super::listed_check::{Tally, difference, of_figure, place_of};
use super::summed::Summed;
use crate::diagnostic::Diagnostic;
use crate::model::axis::{Axis, Giver, Key};
use crate::model::contribution::Contribution;
use crate::model::portal::Portal;
use crate::totals::{Totals, breakdown};

type Cells = HashMap<Key, Tally>;

/// Compares each row of the tables of pages with the contributions as they stand in the portal. Gives nothing unless the
/// program is wrong.
pub(crate) fn check(portal: &Portal, totals: &Totals) -> Vec<Diagnostic> {
    let mut expected: HashMap<Summed, Cells> = HashMap::default();
    for (_, contribution) in portal.contributions.iter() {
        let Some(place) = place_of(contribution) else {
            continue;
        };
        each_page_of(portal, contribution, |page| {
            let cells = expected.entry(page).or_default();
            for axis in page.shown() {
                let tally = &mut cells.entry(key(portal, contribution, axis)).or_default()[place];
                tally.0 += contribution.amount.unwrap_or_default();
                tally.1 += 1;
            }
        });
    }
    let mut found: Vec<Diagnostic> = expected
        .into_par_iter()
        .flat_map_iter(|(page, cells)| check_page(portal, totals, page, cells))
        .collect();
    found.sort_by_cached_key(|of| format!("{of:?}"));
    found
}

fn check_page(portal: &Portal, totals: &Totals, page: Summed, mut cells: Cells) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let whole = page.sums(totals);
    for axis in page.shown() {
        for (key, sums) in &breakdown(portal, whole.contributions(), axis).rows {
            let expected = cells.remove(key).unwrap_or_default();
            let asked = Condition::of_cell(portal, page, *key);
            let address = query(portal, &asked);
            found.extend(difference(&address, of_figure(sums), expected));
            let read = Condition::parse(portal, &address).unwrap_or_default();
            if read.iter().collect::<HashSet<_>>() != asked.iter().collect::<HashSet<_>>() {
                found.extend(difference(&address, of_figure(sums), Tally::default()));
            }
        }
    }
    for (key, expected) in cells {
        found.extend(difference(&(page, key), Tally::default(), expected));
    }
    found
}

/// The pages that add a contribution up.
fn each_page_of(portal: &Portal, of: &Contribution, mut put: impl FnMut(Summed)) {
    put(Summed::Campaign);
    put(Summed::Region(of.region));
    put(Summed::Year(of.date.year()));
    put(Summed::Direction(of.direction));
    if let Some(district) = of.district {
        put(Summed::District(of.region, district));
    }
    let mut kind = of.object;
    while let Some(object) = kind {
        put(Summed::Object(object));
        kind = portal.objects[object].parent;
    }
    if let [patron] = of.patrons[..]
        && !portal.patrons[patron].is_anonymous()
    {
        put(Summed::Patron(patron));
    }
}

/// The row of a table that a contribution is in.
fn key(portal: &Portal, of: &Contribution, axis: Axis) -> Key {
    let alone = of.patrons.first().filter(|_| of.patrons.len() == 1);
    match axis {
        Axis::Region => Key::Region(of.region),
        Axis::From => Key::From(alone.map(|&patron| portal.patrons[patron].region)),
        Axis::Year => Key::Year(of.date.year()),
        Axis::Direction => Key::Direction(of.direction),
        Axis::Object => Key::Object(of.object),
        Axis::District => Key::District(of.region, of.district),
        Axis::Patron => Key::Patron(match alone {
            None => Giver::Joint,
            Some(&patron) if portal.patrons[patron].is_anonymous() => Giver::Anonymous,
            Some(&patron) => Giver::Named(patron),
        }),
    }
}
