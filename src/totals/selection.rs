//! Selection: the contributions that pass a filter, looked up where there are fewest to look through.

use super::keys::matches;
use super::of_portal::Totals;
use crate::model::axis::Key;
use crate::model::filter::Filter;
use crate::model::index::ContributionId;
use crate::model::portal::Portal;

/// All counted contributions that match, in no order that means anything: each is looked at when it is asked for. Looked
/// through are those of the asked key that has fewest.
pub(crate) fn select<'a>(
    portal: &'a Portal,
    totals: &'a Totals,
    filter: Filter,
) -> impl Iterator<Item = ContributionId> + 'a {
    let of_keys = filter.keys().filter_map(|key| match key {
        // Its own row holds none of the kinds below it.
        Key::Object(_) => None,
        key => Some(totals.get(key)),
    });
    let fewest = of_keys.min_by_key(|sums| sums.count());
    let among = fewest.unwrap_or(&totals.whole).contributions();
    among.filter(move |&id| matches(&filter, portal, &portal.contributions[id]))
}
