//! Days that may be the same: of all that have a key and a date, the first that was added.

use ahash::HashMap;
use smallvec::SmallVec;

use crate::model::date::Date;

/// Of what is alike but told apart so many are compared with a later one, so that the time stays linear.
const LOOKED_AT: usize = 16;

/// The first of all that have a key and a date. Two dates are the same day for all that is known, if they are equal or one
/// holds the other: 2020 and 2020-05-01, and not 2020-04 and 2020-05-01.
pub(super) struct Earliest<K, I> {
    keys: HashMap<K, usize>,
    /// By the number of a key.
    dates: HashMap<(usize, Mark), Added<I>>,
    added: usize,
}

/// What was added, each with its number in the order.
type Added<I> = SmallVec<[(usize, I); 1]>;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Mark {
    Exactly(Date),
    /// A date within this one.
    Within(Date),
}

impl<K, I> Default for Earliest<K, I> {
    fn default() -> Self {
        Earliest {
            keys: HashMap::default(),
            dates: HashMap::default(),
            added: 0,
        }
    }
}

impl<K: Eq + std::hash::Hash, I: Copy> Earliest<K, I> {
    pub(super) fn add(&mut self, key: K, date: Date, id: I) {
        let next = self.keys.len();
        let key = *self.keys.entry(key).or_insert(next);
        let added = (self.added, id);
        self.added += 1;
        for mark in wider(date).map(Mark::Within).chain([Mark::Exactly(date)]) {
            let of_date = self.dates.entry((key, mark)).or_default();
            if of_date.len() < LOOKED_AT {
                of_date.push(added);
            }
        }
    }

    /// The one that was added first, of those that fit.
    pub(super) fn find(&self, key: &K, date: Date, fits: impl Fn(&I) -> bool) -> Option<I> {
        let key = *self.keys.get(key)?;
        let marks = [Mark::Exactly(date), Mark::Within(date)].into_iter();
        let marks = marks.chain(wider(date).map(Mark::Exactly));
        let of_dates = marks.filter_map(|mark| self.dates.get(&(key, mark)));
        let found = of_dates.filter_map(|all| all.iter().find(|(_, id)| fits(id)));
        found.min_by_key(|(added, _)| *added).map(|(_, id)| *id)
    }
}

/// The month and the year of a date, if it is known more exactly than so.
fn wider(date: Date) -> impl Iterator<Item = Date> {
    let (month, year) = match date {
        Date::Year(_) => (None, None),
        Date::Month(year, _) => (None, Some(year)),
        Date::Day(day) => (Some(Date::Month(day.year(), day.month())), Some(day.year())),
    };
    month.into_iter().chain(year.map(Date::Year))
}

/// Whether two dates may be the same day.
pub(super) fn may_be_same(a: Date, b: Date) -> bool {
    a == b || wider(a).any(|wider| wider == b) || wider(b).any(|wider| wider == a)
}
