//! The sums of portals made at random, against the same sums done by the book from the plain numbers that the portals
//! were made from.

mod naive;
mod portals;
mod reported;
mod village;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use tagzym::diagnostic::Code;
use tagzym::model::axis::{Axis, Giver, Key};
use tagzym::model::contribution::ContributionStatus::{self, Delivered};
use tagzym::model::filter::Filter;
use tagzym::model::index::{ContributionId, TableIndex};
use tagzym::model::money::Tenge;
use tagzym::totals::{Sums, Totals, breakdown, check, compute, joint_of, select, sum};

use self::naive::{
    all_contributions, counts, naive_rows, naive_sums, plain, plain_key, plain_rows,
};
use self::portals::{Spec, portal, specs};

/// A spec, and a place in its contributions: of one that counts.
fn specs_with_a_gift() -> impl Strategy<Value = (Spec, usize)> {
    let given = specs().prop_filter("no gifts", |spec| !all_contributions(spec).is_empty());
    (given, any::<prop::sample::Index>()).prop_map(|(spec, index)| {
        let gift = *index.get(&all_contributions(&spec));
        (spec, gift)
    })
}

/// A spec, and the same with its contributions in another order.
fn specs_twice() -> impl Strategy<Value = (Spec, Spec)> {
    specs().prop_flat_map(|spec| {
        let gifts = Just(spec.gifts.clone()).prop_shuffle();
        gifts.prop_map(move |gifts| {
            let shuffled = Spec {
                gifts,
                ..spec.clone()
            };
            (spec.clone(), shuffled)
        })
    })
}

/// A spec, and some of its contributions in any order, some of them twice.
fn specs_with_some_gifts() -> impl Strategy<Value = (Spec, Vec<usize>)> {
    let some = prop::collection::vec(any::<prop::sample::Index>(), 0..30);
    (specs(), some).prop_map(|(spec, some)| {
        let count = spec.gifts.len();
        let gifts = some.iter().filter(|_| count > 0);
        let gifts = gifts.map(|index| index.index(count)).collect();
        (spec, gifts)
    })
}

/// Every row of every axis, with what it is of, and the whole.
fn every_row(totals: &Totals) -> Vec<(Option<Key>, Sums)> {
    let rows = Axis::ALL
        .into_iter()
        .flat_map(|axis| totals.by(axis).rows.clone());
    rows.map(|(key, sums)| (Some(key), sums))
        .chain([(None, totals.whole.clone())])
        .collect()
}

proptest! {
    #[test]
    fn every_row_is_what_naive_adding_gives(spec in specs()) {
        let totals = compute(&portal(&spec));
        let all = all_contributions(&spec);
        prop_assert_eq!(&totals.whole, &naive_sums(&spec, &all));
        for axis in Axis::ALL {
            prop_assert_eq!(totals.by(axis).axis, axis);
            let rows = plain_rows(&totals.by(axis).rows);
            prop_assert_eq!(rows, naive_rows(&spec, &all, axis), "{:?}", axis);
        }
    }

    #[test]
    fn every_axis_adds_up_to_the_whole_and_holds_each_gift_once(spec in specs()) {
        let totals = compute(&portal(&spec));
        for axis in Axis::ALL {
            for status in ContributionStatus::COUNTED {
                let rows = || totals.by(axis).rows.iter().map(|(_, sums)| sums.of(status));
                let whole = totals.whole.of(status);
                let amount: Tenge = rows().map(|row| row.amount).sum();
                prop_assert_eq!(amount, whole.amount, "{:?}", axis);
                let mut gifts: Vec<ContributionId> =
                    rows().flat_map(|row| row.contributions.clone()).collect();
                gifts.sort();
                prop_assert_eq!(&gifts, &whole.contributions, "{:?}", axis);
            }
        }
    }

    #[test]
    fn a_crossing_is_what_naive_adding_gives(spec in specs()) {
        let totals = compute(&portal(&spec));
        let crossings = [
            (&totals.year_region, Axis::Region),
            (&totals.year_direction, Axis::Direction),
        ];
        for (cross, second) in crossings {
            prop_assert_eq!(cross.axes, (Axis::Year, second));
            let mut naive: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
            for gift in all_contributions(&spec) {
                let key = plain_key(&spec, &spec.gifts[gift], Axis::Year);
                naive.entry(key).or_default().push(gift);
            }
            prop_assert_eq!(cross.rows.len(), naive.len());
            for ((key, row), (year, gifts)) in cross.rows.iter().zip(naive) {
                prop_assert_eq!(plain(*key), year);
                prop_assert_eq!(plain_rows(&row.rows), naive_rows(&spec, &gifts, second));
            }
        }
    }

    #[test]
    fn a_kind_of_object_holds_the_kinds_below_it(spec in specs()) {
        let portal = portal(&spec);
        let totals = compute(&portal);
        for object in portal.objects.indices() {
            let filter = Filter { object: Some(object), ..Filter::default() };
            prop_assert_eq!(totals.object(object), &sum(&portal, select(&portal, &totals, filter)));
        }
    }

    #[test]
    fn who_may_be_named_and_who_is_not_gave_what_none_gave_jointly(spec in specs()) {
        let portal = portal(&spec);
        let totals = compute(&portal);
        let alone = |is_anonymous: bool| {
            let gifts = all_contributions(&spec).into_iter().filter(|&gift| match spec.gifts[gift].givers[..] {
                [giver] => spec.patrons[giver].anonymous == is_anonymous,
                _ => false,
            });
            sum(&portal, gifts.map(ContributionId::new))
        };
        prop_assert_eq!(&totals.named, &alone(false));
        prop_assert_eq!(totals.giver(Giver::Anonymous), &alone(true));
        let rows = totals.by_patron.rows.iter();
        let named = rows.filter_map(|(key, sums)| match key {
            Key::Patron(Giver::Named(patron)) => Some((*patron, sums)),
            _ => None,
        });
        for (patron, sums) in named {
            prop_assert!(!portal.patrons[patron].is_anonymous());
            prop_assert!(sums.delivered.patrons.max(sums.pledged.patrons) == 1);
        }
    }

    #[test]
    fn any_set_of_gifts_is_added_up_whatever_its_order((spec, some) in specs_with_some_gifts()) {
        let portal = portal(&spec);
        let ids = || some.iter().map(|&gift| ContributionId::new(gift));
        let set: Vec<usize> = some.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        prop_assert_eq!(sum(&portal, ids()), naive_sums(&spec, &set));
        for axis in Axis::ALL {
            let rows = plain_rows(&breakdown(&portal, ids(), axis).rows);
            prop_assert_eq!(rows, naive_rows(&spec, &set, axis), "{:?}", axis);
        }
    }

    #[test]
    fn one_tenge_more_changes_exactly_the_rows_that_hold_it((spec, gift) in specs_with_a_gift()) {
        let mut richer = spec.clone();
        let amount = &mut richer.gifts[gift].amount;
        prop_assume!(amount.is_some());
        *amount = amount.map(|amount| amount + 1);
        let rows = every_row(&compute(&portal(&spec)));
        let richer_rows = every_row(&compute(&portal(&richer)));
        let mut changed = BTreeSet::new();
        prop_assert_eq!(rows.len(), richer_rows.len());
        for ((key, mut expected), (_, richer)) in rows.into_iter().zip(richer_rows) {
            if expected != richer {
                changed.insert(key.map(|key| (key.axis().word(), plain(key))));
                let total = match spec.gifts[gift].status {
                    Delivered => &mut expected.delivered,
                    _ => &mut expected.pledged,
                };
                total.amount += Tenge(1);
            }
            prop_assert_eq!(expected, richer);
        }
        let holding = Axis::ALL
            .map(|axis| Some((axis.word(), plain_key(&spec, &spec.gifts[gift], axis))))
            .into_iter()
            .chain([None]);
        prop_assert_eq!(changed, holding.collect::<BTreeSet<_>>());
    }

    #[test]
    fn a_pledge_that_is_not_kept_is_as_if_it_were_not_there(spec in specs()) {
        let mut kept = spec.clone();
        kept.gifts.retain(counts);
        let numbers = |spec: &Spec| {
            let rows = every_row(&compute(&portal(spec))).into_iter();
            let rows = rows.map(|(key, sums)| {
                let totals = [sums.delivered, sums.pledged].map(|total| {
                    (total.amount, total.contributions.len(), total.projects, total.patrons, total.without_amount)
                });
                (key.map(plain), totals)
            });
            rows.collect::<Vec<_>>()
        };
        prop_assert_eq!(numbers(&spec), numbers(&kept));
        let portal = portal(&spec);
        let unkept = (0..spec.gifts.len()).filter(|&gift| !counts(&spec.gifts[gift]));
        prop_assert_eq!(sum(&portal, unkept.map(ContributionId::new)), Sums::default());
    }

    #[test]
    fn the_order_of_gifts_does_not_matter((spec, shuffled) in specs_twice()) {
        let without_ids = |spec: &Spec| {
            let mut rows = every_row(&compute(&portal(spec)));
            for (_, sums) in &mut rows {
                for total in [&mut sums.delivered, &mut sums.pledged] {
                    total.contributions = vec![ContributionId::new(0); total.contributions.len()];
                }
            }
            rows
        };
        prop_assert_eq!(without_ids(&spec), without_ids(&shuffled));
    }

    #[test]
    fn a_filter_selects_what_has_all_its_keys((spec, like) in specs_with_a_gift(), used in any::<[bool; 7]>()) {
        let portal = portal(&spec);
        let gift = &spec.gifts[like];
        let purpose = spec.purpose(gift);
        // Also asks for patrons of joint contributions, and for parents of the kind that is stated.
        let (patron, home) = (gift.givers[0], spec.patrons[gift.givers[0]].home);
        let wider = purpose.object.map(|object| spec.objects[object].unwrap_or(object));
        let year = gift.date.year();
        let filter = Filter {
            region: used[0].then(|| TableIndex::new(purpose.region)),
            district: purpose.district.filter(|_| used[1])
                .map(|district| (TableIndex::new(purpose.region), TableIndex::new(district))),
            direction: used[2].then(|| TableIndex::new(purpose.direction)),
            object: wider.filter(|_| used[3]).map(TableIndex::new),
            year: used[4].then_some(year),
            patron: used[5].then(|| TableIndex::new(patron)),
            from: used[6].then(|| TableIndex::new(home)),
        };
        let is_of_kind = |object: Option<usize>| {
            let mut at = object;
            while at.is_some() && at != wider {
                at = at.and_then(|object| spec.objects[object]);
            }
            at.is_some()
        };
        let expected: Vec<ContributionId> = (0..spec.gifts.len()).filter(|&other| {
            let other = &spec.gifts[other];
            let to = spec.purpose(other);
            let counts = counts(other);
            let alone = other.givers.len() == 1;
            counts && (!used[0] || to.region == purpose.region)
                && (!used[1] || purpose.district.is_none()
                    || (to.region, to.district) == (purpose.region, purpose.district))
                && (!used[2] || to.direction == purpose.direction)
                && (!used[3] || wider.is_none() || is_of_kind(to.object))
                && (!used[4] || other.date.year() == year)
                && (!used[5] || alone && other.givers == [patron] && !spec.patrons[patron].anonymous)
                && (!used[6] || alone && spec.patrons[other.givers[0]].home == home)
        }).map(ContributionId::new).collect();
        let totals = compute(&portal);
        let mut selected: Vec<ContributionId> = select(&portal, &totals, filter).collect();
        selected.sort();
        prop_assert_eq!(selected, expected);
    }

    #[test]
    fn a_patrons_own_sum_is_its_row_and_joint_gifts_stand_beside_it(spec in specs()) {
        let portal = portal(&spec);
        let totals = compute(&portal);
        let mut joint = BTreeSet::new();
        for (patron, of) in portal.patrons.iter() {
            let alone = of.contributions.iter().copied().filter(|&id| !portal.contributions[id].is_joint());
            let row = totals.giver(Giver::Named(patron));
            match of.is_anonymous() {
                true => prop_assert_eq!(row, &Sums::default()),
                false => prop_assert_eq!(row, &sum(&portal, alone)),
            }
            let joint_gifts = joint_of(&portal, patron);
            let expected: Vec<usize> = all_contributions(&spec).into_iter().filter(|&gift| {
                let givers = &spec.gifts[gift].givers;
                givers.len() > 1 && givers.contains(&patron.index())
            }).collect();
            prop_assert_eq!(joint_gifts.iter().map(|id| id.index()).collect::<Vec<_>>(), expected);
            joint.extend(joint_gifts);
        }
        prop_assert_eq!(&sum(&portal, joint), totals.giver(Giver::Joint));
        prop_assert_eq!(totals.giver(Giver::Joint), totals.from(None));
    }

    #[test]
    fn looking_up_finds_each_row_and_nothing_else(spec in specs()) {
        let portal = portal(&spec);
        let totals = compute(&portal);
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        let mut look = |key: Key, sums: &Sums| {
            let naive = naive_rows(&spec, &all_contributions(&spec), key.axis());
            let row = naive.into_iter().find(|(other, _)| *other == plain(key));
            *found.entry(key.axis().word()).or_default() += usize::from(row.is_some());
            prop_assert_eq!(sums, &row.map(|(_, sums)| sums).unwrap_or_default(), "{:?}", key);
            Ok(())
        };
        for region in portal.regions.indices() {
            look(Key::Region(region), totals.region(region))?;
            look(Key::From(Some(region)), totals.from(Some(region)))?;
            look(Key::District(region, None), totals.get(Key::District(region, None)))?;
            for district in (0..portal.regions[region].record.districts.len()).map(TableIndex::new) {
                let key = Key::District(region, Some(district));
                look(key, totals.get(key))?;
            }
        }
        for direction in portal.directions.indices() {
            look(Key::Direction(direction), totals.direction(direction))?;
        }
        for object in portal.objects.indices().map(Some).chain([None]) {
            look(Key::Object(object), totals.get(Key::Object(object)))?;
        }
        let named = portal.patrons.indices().filter(|&patron| !portal.patrons[patron].is_anonymous());
        for giver in named.map(Giver::Named).chain([Giver::Anonymous, Giver::Joint]) {
            look(Key::Patron(giver), totals.giver(giver))?;
        }
        for year in [1, 2000, 2015, 2016, 2017, 2018, 9999] {
            look(Key::Year(year), totals.year(year))?;
        }
        look(Key::From(None), totals.from(None))?;
        for axis in Axis::ALL {
            let rows = totals.by(axis).rows.len();
            prop_assert_eq!(found.get(axis.word()).copied().unwrap_or(0), rows, "{:?}", axis);
        }
    }

    #[test]
    fn the_check_passes_right_sums_and_finds_any_wrong_one(
        (spec, gift) in specs_with_a_gift(), axis in 0..9usize, drop in any::<bool>(),
    ) {
        let portal = portal(&spec);
        let mut totals = compute(&portal);
        prop_assert_eq!(check(&portal, &totals), vec![]);
        let rows = match axis {
            0 => &mut totals.by_region.rows,
            1 => &mut totals.by_from.rows,
            2 => &mut totals.by_year.rows,
            3 => &mut totals.by_direction.rows,
            4 => &mut totals.by_object.rows,
            5 => &mut totals.by_district.rows,
            6 => &mut totals.by_patron.rows,
            7 => &mut totals.year_region.rows[0].1.rows,
            _ => &mut totals.year_direction.rows[0].1.rows,
        };
        let row = gift % rows.len();
        let sums = &mut rows[row].1;
        let total = if sums.delivered.is_empty() { &mut sums.pledged } else { &mut sums.delivered };
        match drop {
            true => {
                total.contributions.pop();
            }
            false => total.amount += Tenge(1),
        }
        let found = check(&portal, &totals);
        prop_assert!(!found.is_empty());
        prop_assert!(found.iter().all(|diagnostic| diagnostic.code == Code::SumsDiffer));
    }

    #[test]
    fn the_check_finds_what_only_moved_from_one_region_to_another(spec in specs()) {
        let portal = portal(&spec);
        let mut totals = compute(&portal);
        let movable = totals.year_region.rows.iter_mut().find_map(|(_, year)| {
            match &mut year.rows[..] {
                [(_, to), .., (_, from)] if from.delivered.amount > Tenge::ZERO => Some((to, from)),
                _ => None,
            }
        });
        prop_assume!(movable.is_some());
        // Every year still adds up; only the regions do not.
        if let Some((to, from)) = movable {
            to.delivered.amount += from.delivered.amount;
            from.delivered.amount = Tenge::ZERO;
        }
        prop_assert_eq!(check(&portal, &totals).len(), 2);
    }

    #[test]
    fn the_check_finds_a_gift_that_no_sum_holds((mut spec, gift) in specs_with_a_gift()) {
        let whole = portal(&spec);
        spec.gifts.remove(gift);
        prop_assert!(!check(&whole, &compute(&portal(&spec))).is_empty());
    }
}
