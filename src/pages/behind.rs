//! What stands behind a sum of a table or a text: the address at which exactly its contributions are seen row by row.
//!
//! A list of exactly these leads there without a script; only where none is, the page that looks for what its address asks.

use super::view::View;
use crate::model::axis::{Giver, Key};
use crate::plan::conditions::{Condition, query};
use crate::plan::{Listed, Page, Summed};
use crate::totals::Sums;

impl View<'_> {
    /// Where the contributions stand that have all of this, which are those of `sums`; none if there are none.
    pub(super) fn behind(&self, asked: &[Condition], sums: &Sums) -> Option<String> {
        if sums.count() == 0 {
            return None;
        }
        if let [one, other] = asked
            && let (Some(one), Some(other)) = (summed(one), summed(other))
            && let Some(listed) = Listed::both(one, other)
        {
            return Some(self.url(Page::Contributions(listed)));
        }
        // What is in a list, and as much, is the list.
        let is_whole = |listed: &Listed| {
            let whole = listed.sums(self.portal, self.totals);
            whole.count() == sums.count()
        };
        let mut lists = asked.iter().filter_map(listed).filter(is_whole);
        lists.next().map_or_else(
            || Some(self.filtered_url(asked)),
            |listed| self.list_url(listed),
        )
    }

    /// The page that looks for contributions, asked for these.
    pub(super) fn filtered_url(&self, asked: &[Condition]) -> String {
        let page = self.url(Page::Filtered);
        match asked {
            [] => page,
            asked => format!("{page}?{}", query(self.portal, asked)),
        }
    }
}

/// What a condition alone takes, if a page adds that up.
fn summed(of: &Condition) -> Option<Summed> {
    match *of {
        Condition::Within(object) => Some(Summed::Object(object)),
        Condition::Key(key) => Summed::of_key(key),
        Condition::During(_) | Condition::Others(..) => None,
    }
}

/// The list that holds all that have a condition, perhaps with others.
fn listed(of: &Condition) -> Option<Listed> {
    match *of {
        Condition::Key(Key::From(Some(home))) => Some(Listed::From(home)),
        Condition::Key(Key::Patron(Giver::Anonymous)) => Some(Listed::Anonymous),
        Condition::Key(Key::Patron(Giver::Joint)) => Some(Listed::AllJoint),
        _ => summed(of).map(Listed::Of),
    }
}
