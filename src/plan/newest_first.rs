//! The order of contributions in all lists: the newest first, by what readers see, so that it tells nothing else.
//!
//! Where a record stands in the files would tell how the name of an anonymous patron begins.

use std::cmp::{Ordering, Reverse};

use crate::model::contribution::{Contribution, ContributionSource, SourceAddress};
use crate::model::index::{ContributionId, TableIndex};
use crate::model::kind::{PatronId, RegionId};
use crate::model::lang::Lang;
use crate::model::portal::Portal;

/// The place of each contribution in the order: by date, the newest first, then by amount and all else that is shown. Two
/// that cannot be told apart stand side by side.
pub(super) fn places(portal: &Portal) -> Vec<u32> {
    let mut order: Vec<ContributionId> = portal.contributions.indices().collect();
    order.sort_by(|&a, &b| {
        let [a, b] = [a, b].map(|id| &portal.contributions[id]);
        let plain = |of: &Contribution| Reverse((of.date, of.amount));
        plain(a)
            .cmp(&plain(b))
            .then_with(|| compare_shown(portal, a, b))
    });
    let mut places = vec![0; order.len()];
    for (place, contribution) in order.into_iter().enumerate() {
        places[contribution.index()] = place as u32;
    }
    places
}

/// By all that is shown of a contribution besides date and amount.
fn compare_shown(portal: &Portal, a: &Contribution, b: &Contribution) -> Ordering {
    let place = |of: &Contribution| (of.region, of.district, of.direction, of.object, of.project);
    let said = |of: &Contribution| {
        let annotation = of.annotation.as_deref();
        let withdrawn = annotation.and_then(|of| of.withdrawn);
        (of.status, withdrawn)
    };
    let givers = |of: &Contribution| givers(portal, of);
    givers(a)
        .cmp(&givers(b))
        .then_with(|| place(a).cmp(&place(b)))
        .then_with(|| said(a).cmp(&said(b)))
        .then_with(|| texts(a).cmp(&texts(b)))
}

/// What is shown of a giver: who may not be named is a kind of patron of a region.
type Giver = (Option<PatronId>, &'static str, RegionId, bool);

/// The named givers in the order given, then the others.
fn givers(portal: &Portal, of: &Contribution) -> Vec<(bool, Giver)> {
    let mut givers: Vec<(bool, Giver)> = of
        .patrons
        .iter()
        .map(|&id| {
            let patron = &portal.patrons[id];
            let is_unnamed = patron.is_anonymous();
            let record = &patron.record;
            let shown = (record.kind.word(), patron.region, record.sample);
            let id = (!is_unnamed).then_some(id);
            (is_unnamed, (id, shown.0, shown.1, shown.2))
        })
        .collect();
    givers.sort_by(|a, b| match (a.0, b.0) {
        (true, true) => a.cmp(b),
        _ => a.0.cmp(&b.0),
    });
    givers
}

/// The texts of a contribution in all languages.
fn texts(of: &Contribution) -> Vec<Option<&str>> {
    let annotation = of.annotation.as_deref();
    let source = annotation.and_then(|of| of.source.as_ref());
    let note = annotation.and_then(|of| of.note.as_ref());
    let localised = [
        of.purpose.as_deref(),
        of.in_kind.as_deref(),
        note,
        source.map(|source| &source.title),
    ];
    let texts = localised
        .into_iter()
        .flat_map(|text| Lang::ALL.map(|lang| text.and_then(|text| text.exact(lang))));
    texts.chain([source.map(address)]).collect()
}

fn address(source: &ContributionSource) -> &str {
    match &source.at {
        SourceAddress::Web(address) | SourceAddress::File(address) => address,
    }
}
