//! Patrons all of whose own gifts are those of another one, too: a record that was begun as a copy, with the gifts left in.
//!
//! Takes the linked portal, gives a warning for each such patron. One gift that two gave alike is none.

use std::cmp::Reverse;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use ahash::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::Contribution;
use crate::model::date::Date;
use crate::model::index::{ContributionId, TableIndex};
use crate::model::kind::PatronId;
use crate::model::lang::Localised;
use crate::model::patron::Patron;
use crate::model::portal::Portal;
use crate::source::text::plain_words::plain_words;

/// So many gifts that say more than a sum and a year make a copy: one may well be given alike by two.
const FEWEST: usize = 2;

/// So many patrons with the same gift are looked at, so that the time stays linear.
const LOOKED_AT: usize = 16;

/// A warning for each patron all of whose own gifts stand in the record of one before.
pub(super) fn copied_records(portal: &Portal) -> Vec<Diagnostic> {
    let patrons = portal.patrons.rows().iter().enumerate();
    let patrons = patrons.filter_map(|(number, patron)| {
        let own = own_gifts(portal, patron);
        let telling = own.iter().filter(|gift| is_telling(gift)).count();
        let mut gifts: Vec<u64> = own.iter().map(|gift| digest(gift)).collect();
        gifts.sort_unstable();
        (telling >= FEWEST).then(|| (PatronId::new(number), gifts))
    });
    let mut patrons: Vec<(PatronId, Vec<u64>)> = patrons.collect();
    let place = |id: PatronId| {
        let origin = portal.patrons[id].record.origin;
        (origin.source, origin.item)
    };
    // Of two with as many gifts the first is the original; of others the one that has more.
    patrons.sort_by_key(|(id, gifts)| (Reverse(gifts.len()), place(*id)));
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::default();
    let mut found = Vec::new();
    for (nth, (id, gifts)) in patrons.iter().enumerate() {
        let others = gifts
            .iter()
            .map(|gift| seen.get(gift).map_or(&[][..], |of| of));
        let fewest = others.min_by_key(|of| of.len()).unwrap_or_default();
        let holds_all = |other: &&usize| is_within(gifts, &patrons[**other].1);
        if let Some(other) = fewest.iter().find(holds_all) {
            found.push(copied(portal, [*id, patrons[*other].0]));
        }
        for &gift in gifts {
            let of = seen.entry(gift).or_default();
            if of.len() < LOOKED_AT && of.last() != Some(&nth) {
                of.push(nth);
            }
        }
    }
    found
}

/// Whether all of one sorted list stand in another, each as often.
fn is_within(all: &[u64], of: &[u64]) -> bool {
    let mut of = of.iter();
    all.iter().all(|one| of.any(|other| other == one))
}

/// The gifts in a patron's own record.
fn own_gifts<'a>(portal: &'a Portal, patron: &Patron) -> Vec<&'a Contribution> {
    let gift = |id: &ContributionId| &portal.contributions[*id];
    let own = patron.contributions.iter().map(gift);
    own.filter(|gift| gift.project.is_none() && gift.is_counted())
        .collect()
}

/// Whether it says more than a sum in some year, which two may well have given alike.
fn is_telling(gift: &Contribution) -> bool {
    gift.purpose.is_some() || gift.in_kind.is_some() || !matches!(gift.date, Date::Year(_))
}

/// The same in every run: by it the gifts are put into an order.
fn digest(gift: &Contribution) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(stated(gift))
}

fn stated(gift: &Contribution) -> impl std::hash::Hash + use<> {
    let words = |text: &Localised| -> Vec<String> {
        text.iter().map(|(_, text)| plain_words(text)).collect()
    };
    (
        (gift.region, gift.district, gift.direction, gift.object),
        gift.amount.map(|amount| amount.0),
        gift.date,
        gift.status,
        gift.purpose.as_ref().map(|text| words(text)),
        gift.in_kind.as_ref().map(|text| words(text)),
    )
}

fn copied(portal: &Portal, pair: [PatronId; 2]) -> Diagnostic {
    let [copy, other] = pair.map(|id| &portal.patrons[id].record);
    let is_named = !pair.iter().any(|id| portal.patrons[*id].is_anonymous());
    let warning = Diagnostic::new(Code::SameGift, copy.origin.field("id"))
        .with("givers", "others")
        .with("id", &copy.id);
    // Both ids in one message would say who the anonymous one is.
    match is_named {
        true => warning
            .with("other", &other.id)
            .also(other.origin.field("id")),
        false => warning,
    }
}
