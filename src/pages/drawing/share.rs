//! A share of the whole: the percentage of a region in a stacked bar of all regions.

use crate::drawing::Caption;
use crate::drawing::strip::{Part, strip};
use crate::model::axis::Key;
use crate::model::kind::RegionId;
use crate::pages::message_ids::MessageId;
use crate::pages::view::View;

/// The strip of all regions' sums, the largest first, with one of them marked. Nothing if its sum is not known or zero.
pub(crate) fn share(view: &View<'_>, region: RegionId) -> Option<String> {
    let sums = &view.totals.by_region;
    let (whole, own) = (
        &view.totals.whole.delivered,
        &sums.get(Key::Region(region)).delivered,
    );
    let own = own.shown().known()?;
    let locale = &view.language.locale;
    let percent = locale.percent(own.0, whole.amount.0)?;
    let mut parts: Vec<Part> = sums
        .rows
        .iter()
        .map(|(key, sums)| Part {
            amount: sums.delivered.amount,
            is_marked: *key == Key::Region(region),
        })
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.amount));
    let name = view.region(region).text;
    let caption = Caption {
        id: "share",
        title: &format!("{}: {percent}", view.word(MessageId::RegionShare)),
    };
    let whole = format!("100% = {}", locale.money_short(whole.amount));
    strip(&caption, &format!("{name}: {percent}"), &whole, &parts)
}
