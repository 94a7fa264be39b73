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
use crate::model::kind::ObjectKindId;
use crate::model::portal::Portal;
use crate::totals::{Sums, Totals, breakdown, compare, sum};

type Cells = HashMap<Key, Tally>;

/// So many rows a shortened table has here, whatever pages show: which they are is no matter.
const SHOWN: usize = 4;

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
    let figures = portal.figures.iter();
    found.extend(figures.filter_map(|(_, figure)| {
        let asked = Condition::of_figure(figure);
        let all = portal.contributions.iter().map(|(_, of)| of);
        let sums = &compare(portal, totals, figure).sums;
        check_asked(portal, &asked, all, sums)
    }));
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
        found.extend(check_others(portal, page, (whole, axis)));
    }
    for (key, expected) in cells {
        found.extend(difference(&(page, key), Tally::default(), expected));
    }
    found
}

/// Whether the row of all that a table leaves out leads to exactly these, if it has its first rows alone.
fn check_others(portal: &Portal, page: Summed, (whole, axis): (&Sums, Axis)) -> Option<Diagnostic> {
    let all = breakdown(portal, whole.contributions(), axis);
    let named: Vec<Key> = all.rows.iter().map(|(key, _)| *key).collect();
    let named: Vec<Key> = named.into_iter().filter(|key| key.is_named()).collect();
    let (shown, left_out) = named.split_at_checked(SHOWN)?;
    let left_out = left_out
        .iter()
        .flat_map(|&key| all.get(key).contributions());
    let sums = sum(portal, left_out);
    let asked = Condition::of_others(page, axis, shown.to_vec());
    let on_page = whole.contributions().map(|id| &portal.contributions[id]);
    check_asked(portal, &asked, on_page, &sums)
}

/// Whether the address that asks for some of `among` finds what makes the figure.
fn check_asked<'p>(
    portal: &Portal,
    asked: &[Condition],
    among: impl Iterator<Item = &'p Contribution>,
    sums: &Sums,
) -> Option<Diagnostic> {
    let address = query(portal, asked);
    // What cannot be read finds nothing.
    let read = match asked {
        [] => Some(Vec::new()),
        _ => Condition::parse(portal, &address),
    };
    let is_found = |of: &&Contribution| {
        let read = read.as_deref();
        read.is_some_and(|read| read.iter().all(|condition| has(portal, of, condition)))
    };
    let mut found = Tally::default();
    for of in among.filter(is_found) {
        if let Some(place) = place_of(of) {
            found[place].0 += of.amount.unwrap_or_default();
            found[place].1 += 1;
        }
    }
    difference(&address, of_figure(sums), found)
}

/// Whether a contribution has what is asked for, as the script of the page looks for it.
fn has(portal: &Portal, of: &Contribution, asked: &Condition) -> bool {
    match asked {
        Condition::Key(asked) => key(portal, of, asked.axis()) == *asked,
        Condition::Within(kind) => {
            let above = |&object: &ObjectKindId| portal.objects[object].parent;
            std::iter::successors(of.object, above).any(|object| object == *kind)
        }
        Condition::During(period) => period.holds(of.date),
        Condition::Others(axis, shown) => {
            let own = key(portal, of, *axis);
            own.is_named() && !shown.contains(&own)
        }
    }
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
