//! A small portal with its sums written out, and portals at the edge.

use tagzym::model::axis::{self, Axis, Key};
use tagzym::model::contribution::ContributionStatus::{Delivered, Pledged};
use tagzym::model::date::Date;
use tagzym::model::filter::Filter;
use tagzym::model::index::{ContributionId, TableIndex};
use tagzym::model::money::{Amount, MAX_AMOUNT, Tenge};
use tagzym::totals::{Sums, check, compute, select};

use super::portals::{Gift, Giver, GoesTo, Purpose, Spec, portal};

/// Two regions; a school (a kind of building) in the first, a park of no stated kind in the second.
/// Patrons: 0 and 1 of region 0, 2 of region 1, anonymous.
pub fn village() -> Spec {
    let school = Purpose {
        region: 0,
        district: Some(0),
        direction: 0,
        object: Some(1),
    };
    let park = Purpose {
        region: 1,
        district: None,
        direction: 1,
        object: None,
    };
    let gift = |givers: &[usize], amount, year, status, goes_to| Gift {
        givers: givers.to_vec(),
        amount,
        date: Date::Year(year),
        status,
        goes_to,
    };
    Spec {
        regions: vec![1, 0],
        directions: 2,
        objects: vec![None, Some(0)],
        patrons: [(0, false), (0, false), (1, true)]
            .map(|(home, anonymous)| Giver { home, anonymous })
            .to_vec(),
        projects: vec![school, park],
        gifts: vec![
            gift(&[0], Some(100), 2017, Delivered, GoesTo::Project(0)),
            gift(&[0, 1], Some(50), 2017, Delivered, GoesTo::Project(0)),
            gift(&[2], Some(7), 2018, Pledged, GoesTo::Project(0)),
            gift(&[2], None, 2018, Delivered, GoesTo::Project(1)),
            gift(&[1], Some(3), 2018, Delivered, GoesTo::Own(school)),
        ],
    }
}

#[test]
fn the_sums_of_a_village() {
    let portal = portal(&village());
    let totals = compute(&portal);
    let ids = |places: &[usize]| -> Vec<ContributionId> {
        places
            .iter()
            .map(|&place| ContributionId::new(place))
            .collect()
    };
    let delivered = &totals.whole.delivered;
    assert_eq!(delivered.amount, Tenge(153), "the joint gift once");
    assert_eq!(delivered.contributions, ids(&[0, 1, 3, 4]));
    assert_eq!(delivered.projects, 2, "the last gift is in no project");
    assert_eq!(delivered.patrons, 3, "the anonymous one too");
    assert_eq!(delivered.without_amount, 1);
    assert_eq!(totals.whole.pledged.amount, Tenge(7));

    let [first, second] = [0, 1].map(|place| totals.region(TableIndex::new(place)));
    assert_eq!(first.delivered.amount, Tenge(153));
    assert_eq!(first.delivered.projects, 1);
    assert_eq!(first.delivered.patrons, 2);
    assert_eq!(first.pledged.contributions, ids(&[2]));
    assert!(!second.delivered.is_empty());
    assert_eq!(
        second.delivered.shown(),
        Amount::NotStated,
        "unknown is not zero"
    );
    assert_eq!(second.pledged.shown(), Amount::Nothing);

    assert_eq!(totals.giver(axis::Giver::Joint).delivered.amount, Tenge(50));
    assert_eq!(totals.from(None).delivered.patrons, 2);
    let home = totals.from(Some(TableIndex::new(0)));
    assert_eq!(home.delivered.amount, Tenge(103));
    assert_eq!(totals.year(2018).delivered.amount, Tenge(3));
    assert_eq!(*totals.year(2016), Sums::default());
    let direction = Key::Direction(TableIndex::new(0));
    assert_eq!(
        *totals.by_region.get(direction),
        Sums::default(),
        "another axis"
    );
    assert_eq!(
        totals.get(Key::Object(None)).delivered.contributions,
        ids(&[3])
    );

    let building = Some(TableIndex::new(0));
    assert_eq!(
        *totals.get(Key::Object(building)),
        Sums::default(),
        "only what is stated"
    );
    let buildings = Filter {
        object: building,
        ..Filter::default()
    };
    let mut selected: Vec<ContributionId> = select(&portal, &totals, buildings).collect();
    selected.sort();
    assert_eq!(selected, ids(&[0, 1, 2, 4]));
}

#[test]
fn sums_do_not_overflow() {
    let mut spec = village();
    let largest = Gift {
        amount: Some(MAX_AMOUNT),
        ..spec.gifts[0].clone()
    };
    spec.gifts = vec![largest; 40_000];
    let portal = portal(&spec);
    let totals = compute(&portal);
    let expected = Tenge(40_000_000_000_000_000_000);
    assert!(expected.0 > u128::from(u64::MAX));
    assert_eq!(totals.whole.delivered.amount, expected);
    assert_eq!(totals.year(2017).delivered.amount, expected);
    assert_eq!(check(&portal, &totals), []);
}

#[test]
fn a_portal_without_anything_has_empty_sums() {
    let portal = portal(&Spec::default());
    let totals = compute(&portal);
    assert_eq!(totals.whole, Sums::default());
    assert!(
        Axis::ALL
            .iter()
            .all(|&axis| totals.by(axis).rows.is_empty())
    );
    assert_eq!(check(&portal, &totals), []);
}
