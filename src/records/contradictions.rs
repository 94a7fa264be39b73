//! Consistency checks of reported figures: a breakdown that does not add up, a part larger than its whole.
//!
//! Takes the records of a figure and of its whole; gives the contradictions that readers see. Adds up no contribution.

use crate::model::figure::{Contradiction, FigureRecord};
use crate::model::money::Tenge;

/// Where a reported figure contradicts itself, or the larger one that it is said to be a part of.
///
/// A breakdown whose rows all state an amount (or a number of projects) must make the figure's own; one of which only
/// some rows do must not make more. Who reports only some of the rows, adds one for the rest.
pub(super) fn contradictions(
    record: &FigureRecord,
    whole: Option<&FigureRecord>,
) -> Vec<Contradiction> {
    let amounts = record
        .breakdown
        .iter()
        .map(|row| row.amount.map(|amount| amount.0));
    let numbers = record
        .breakdown
        .iter()
        .map(|row| row.projects.map(u128::from));
    let mut found = Vec::new();
    if let Some(sum) = differing(amounts, record.amount.map(|amount| amount.0)) {
        found.push(Contradiction::Amounts { sum: Tenge(sum) });
    }
    if let Some(sum) = differing(numbers, counted(record).map(u128::from)) {
        let sum = u64::try_from(sum).unwrap_or(u64::MAX);
        found.push(Contradiction::Projects { sum });
    }
    if whole.is_some_and(|whole| is_larger(record, whole)) {
        found.push(Contradiction::LargerThanWhole);
    }
    found
}

/// The number that the rows of a figure's breakdown make together: of projects or, where that is not stated, of
/// objects.
pub(super) fn counted(record: &FigureRecord) -> Option<u64> {
    record.projects.or(record.objects)
}

/// The sum of the rows, if it contradicts what is stated for all of them.
fn differing(rows: impl Iterator<Item = Option<u128>>, stated: Option<u128>) -> Option<u128> {
    let stated = stated?;
    let rows: Vec<Option<u128>> = rows.collect();
    let sum = rows.iter().flatten().sum();
    let complete = !rows.is_empty() && rows.iter().all(Option::is_some);
    let differs = if complete {
        sum != stated
    } else {
        sum > stated
    };
    differs.then_some(sum)
}

fn is_larger(part: &FigureRecord, whole: &FigureRecord) -> bool {
    fn exceeds<N: PartialOrd>(part: Option<N>, whole: Option<N>) -> bool {
        part.zip(whole).is_some_and(|(part, whole)| part > whole)
    }
    exceeds(part.amount, whole.amount)
        || exceeds(part.patrons, whole.patrons)
        || exceeds(part.projects, whole.projects)
        || exceeds(part.objects, whole.objects)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inside::specimens::figure_record;
    use crate::model::figure::{BreakdownOf, BreakdownRecord};
    use crate::model::lang::Localised;

    /// A figure of this amount and number of projects, with rows of amounts and projects.
    fn figure(
        amount: Option<u128>,
        projects: Option<u64>,
        rows: &[(Option<u128>, Option<u64>)],
    ) -> FigureRecord {
        FigureRecord {
            amount: amount.map(Tenge),
            projects,
            breakdown: rows
                .iter()
                .map(|&(amount, projects)| BreakdownRecord {
                    of: BreakdownOf::Label(Localised::default()),
                    amount: amount.map(Tenge),
                    projects,
                })
                .collect(),
            ..figure_record()
        }
    }

    #[test]
    fn rows_that_all_state_a_number_must_make_the_whole() {
        let rows = [16, 4, 8, 18, 4, 22, 38].map(|projects| (None, Some(projects)));
        let sum = Contradiction::Projects { sum: 110 };
        assert_eq!(contradictions(&figure(None, Some(100), &rows), None), [sum]);
        assert_eq!(contradictions(&figure(None, Some(120), &rows), None), [sum]);
        assert_eq!(contradictions(&figure(None, Some(110), &rows), None), []);
        assert_eq!(contradictions(&figure(None, None, &rows), None), []);
    }

    #[test]
    fn rows_of_which_some_state_nothing_must_not_make_more() {
        let rows = [(Some(30), Some(1)), (Some(40), None), (None, Some(2))];
        assert_eq!(contradictions(&figure(Some(100), Some(9), &rows), None), []);
        assert_eq!(
            contradictions(&figure(Some(69), Some(2), &rows), None),
            [
                Contradiction::Amounts { sum: Tenge(70) },
                Contradiction::Projects { sum: 3 },
            ]
        );
        assert_eq!(contradictions(&figure(Some(1), Some(1), &[]), None), []);
    }

    #[test]
    fn objects_are_counted_where_projects_are_not_stated() {
        let rows = [(None, Some(600)), (None, Some(445))];
        let with_objects = |objects| FigureRecord {
            objects: Some(objects),
            ..figure(None, None, &rows)
        };
        assert_eq!(contradictions(&with_objects(1045), None), []);
        assert_eq!(
            contradictions(&with_objects(1000), None),
            [Contradiction::Projects { sum: 1045 }]
        );
    }

    #[test]
    fn numbers_beyond_counting_do_not_overflow() {
        let rows = [(None, Some(u64::MAX)), (None, Some(u64::MAX))];
        assert_eq!(
            contradictions(&figure(None, Some(1), &rows), None),
            [Contradiction::Projects { sum: u64::MAX }]
        );
    }

    #[test]
    fn a_part_is_not_larger_than_its_whole() {
        let whole = figure(Some(7_000_000_000), Some(10), &[]);
        let larger = [Contradiction::LargerThanWhole];
        for (amount, projects, expected) in [
            (Some(3_837_144_000), None, &[][..]),
            (Some(7_000_000_000), Some(10), &[]),
            (Some(7_000_000_001), None, &larger),
            (Some(1), Some(11), &larger),
            (None, None, &[]),
        ] {
            let part = figure(amount, projects, &[]);
            assert_eq!(contradictions(&part, Some(&whole)), expected);
        }
    }
}
