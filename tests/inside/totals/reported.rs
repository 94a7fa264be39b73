//! The records beside reported figures.

use std::sync::Arc;

use proptest::prelude::*;
use tagzym::model::contribution::ContributionStatus::{Delivered, Pledged};
use tagzym::model::date::Date;
use tagzym::model::figure::{Figure, FigureRecord, Measure, Period, Precision};
use tagzym::model::index::TableIndex;
use tagzym::model::money::{Amount, Tenge};
use tagzym::model::portal::Portal;
use tagzym::totals::{compare, compute};

use super::super::specimens::figure_record;
use super::naive::{all_contributions, naive_total};
use super::portals::portal;
use super::specs_with_a_gift;
use super::village::village;

proptest! {
    #[test]
    fn the_records_beside_a_figure_are_those_of_its_place_time_and_measure(
        (spec, like) in specs_with_a_gift(), measure in 0..3usize, in_district in any::<bool>(),
        samples in any::<bool>(),
    ) {
        let mut portal = portal(&spec);
        portal.shows_samples = samples;
        let measure = Measure::ALL[measure];
        let purpose = spec.purpose(&spec.gifts[like]);
        let district = purpose.district.filter(|_| in_district);
        let figure = Figure {
            region: Some(TableIndex::new(purpose.region)),
            district: district.map(TableIndex::new),
            ..figure(measure, Some(1_000), Some(("2016-07", "2017")))
        };
        let expected: Vec<usize> = all_contributions(&spec).into_iter().filter(|&gift| {
            let gift = &spec.gifts[gift];
            let to = spec.purpose(gift);
            let in_time = match gift.date {
                Date::Year(year) => year == 2017,
                Date::Month(year, month) => year == 2017 || year == 2016 && month >= 7,
                Date::Day(_) => unreachable!("no spec has days"),
            };
            in_time && to.region == purpose.region
                && (district.is_none() || to.district == district)
                && (measure != Measure::Objects || to.object.is_some())
        }).collect();
        let status = if measure == Measure::Pledges { Pledged } else { Delivered };
        let expected = naive_total(&spec, &expected, status);
        let compared = compare(&portal, &compute(&portal), &figure);
        let share = (!samples && expected.shown() != Amount::NotStated).then_some((expected.amount, Tenge(1_000)));
        prop_assert_eq!(compared.share, share);
        prop_assert_eq!(compared.recorded, expected);
    }
}

/// A reported figure for the whole country.
fn figure(measure: Measure, amount: Option<u128>, period: Option<(&str, &str)>) -> Figure {
    let date = |text| Date::parse(text).unwrap();
    Figure {
        record: Arc::new(FigureRecord {
            period: period.map(|(from, to)| Period {
                from: date(from),
                to: date(to),
            }),
            measure,
            amount: amount.map(Tenge),
            precision: Precision::Rounded,
            ..figure_record()
        }),
        region: None,
        district: None,
        part_of: None,
        breakdown: Vec::new(),
        contradictions: Vec::new(),
    }
}

#[test]
fn a_share_is_stated_only_where_both_sides_are_known() {
    let mut portal = portal(&village());
    let share = |portal: &Portal, of: &Figure| compare(portal, &compute(portal), of).share;
    let support = figure(Measure::Support, Some(300), None);
    assert_eq!(share(&portal, &support), Some((Tenge(153), Tenge(300))));
    let of_2018 = figure(Measure::Support, Some(300), Some(("2018", "2018")));
    assert_eq!(share(&portal, &of_2018), Some((Tenge(3), Tenge(300))));
    let pledges = figure(Measure::Pledges, Some(300), None);
    assert_eq!(share(&portal, &pledges), Some((Tenge(7), Tenge(300))));

    let without_amount = figure(Measure::Support, None, None);
    assert_eq!(share(&portal, &without_amount), None);
    let in_second_region = Figure {
        region: Some(TableIndex::new(1)),
        ..figure(Measure::Support, Some(300), None)
    };
    assert_eq!(share(&portal, &in_second_region), None);
    portal.shows_samples = true;
    assert_eq!(share(&portal, &support), None);
}
