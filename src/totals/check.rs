//! Reconciliation: whether the sums along every axis equal the whole. It runs at each build, and fails it.
//!
//! Takes the totals and the portal that they were made from; gives a diagnostic for each difference. It adds up anew
//! what it compares, and shares no code with what it checks.

use std::collections::HashMap;
use std::fmt;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::contribution::ContributionStatus;
use crate::model::money::Tenge;
use crate::model::portal::Portal;

use super::breakdown::Cross;
use super::of_portal::Totals;
use super::total::Sums;
use crate::model::axis::{Axis, Key};

/// Compares the rows of each axis with the whole, and year × region and year × direction with both their axes.
/// Gives nothing unless the program is wrong.
pub(crate) fn check(portal: &Portal, totals: &Totals) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let whole = Tally::of_sums(&totals.whole);
    compare("whole", whole, Tally::of_portal(portal), &mut found);
    for axis in Axis::ALL {
        let rows = &totals.by(axis).rows;
        let sum = Tally::of_rows(rows.iter().map(|(_, sums)| sums));
        compare(axis.word(), sum, whole, &mut found);
    }
    for cross in [&totals.year_region, &totals.year_direction] {
        check_cross(totals, cross, &mut found);
    }
    found
}

/// The rows of two axes add up to the first axis, and to the second.
fn check_cross(totals: &Totals, cross: &Cross, found: &mut Vec<Diagnostic>) {
    let (first, second) = (cross.axes.0.word(), cross.axes.1.word());
    let mut by_first: HashMap<Key, Tally> = HashMap::new();
    let mut by_second: HashMap<Key, Tally> = HashMap::new();
    for (outer, breakdown) in &cross.rows {
        for (inner, sums) in &breakdown.rows {
            by_first.entry(*outer).or_default().add(sums);
            by_second.entry(*inner).or_default().add(sums);
        }
    }
    for (axis, sums) in [(cross.axes.0, by_first), (cross.axes.1, by_second)] {
        for (number, (key, row)) in totals.by(axis).rows.iter().enumerate() {
            let sum = sums.get(key).copied().unwrap_or_default();
            let name = format!("{first} × {second}, row {} of {}", number + 1, axis.word());
            compare(&name, sum, Tally::of_sums(row), found);
        }
    }
}

/// Amount and number of contributions, delivered and pledged.
#[derive(Debug, Clone, Copy, Default)]
struct Tally([(Tenge, usize); 2]);

impl Tally {
    fn of_portal(portal: &Portal) -> Tally {
        Tally(ContributionStatus::COUNTED.map(|status| {
            let counted = || {
                portal
                    .contributions
                    .iter()
                    .filter(move |(_, contribution)| contribution.status == status)
            };
            let amount = counted().filter_map(|(_, contribution)| contribution.amount);
            (amount.sum(), counted().count())
        }))
    }

    fn of_sums(sums: &Sums) -> Tally {
        Tally::of_rows([sums])
    }

    fn of_rows<'a>(rows: impl IntoIterator<Item = &'a Sums>) -> Tally {
        let mut tally = Tally::default();
        for sums in rows {
            tally.add(sums);
        }
        tally
    }

    fn add(&mut self, sums: &Sums) {
        for ((amount, contributions), status) in self.0.iter_mut().zip(ContributionStatus::COUNTED)
        {
            let total = sums.of(status);
            *amount += total.amount;
            *contributions += total.contributions.len();
        }
    }
}

fn compare(axis: &str, sum: Tally, whole: Tally, found: &mut Vec<Diagnostic>) {
    let both = sum
        .0
        .into_iter()
        .zip(whole.0)
        .zip(ContributionStatus::COUNTED);
    for ((sum, whole), status) in both {
        let name = format!("{axis}, {}", status.word());
        let amount = [sum, whole].map(|(amount, _)| amount.0);
        let contributions = [sum, whole].map(|(_, contributions)| contributions);
        found.extend(difference(format!("{name}, amount"), amount));
        found.extend(difference(format!("{name}, contributions"), contributions));
    }
}

fn difference<N: PartialEq + fmt::Display>(
    name: String,
    [sum, whole]: [N; 2],
) -> Option<Diagnostic> {
    (sum != whole).then(|| {
        Diagnostic::new(Code::SumsDiffer, At::File("content".to_owned()))
            .with("axis", name)
            .with("sum", sum)
            .with("whole", whole)
    })
}
