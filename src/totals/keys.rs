//! Keys of contributions: the one that each has on an axis, and the filters that they pass.

use crate::model::axis::{Axis, Giver, Key};
use crate::model::contribution::Contribution;
use crate::model::filter::Filter;
use crate::model::kind::{ObjectKindId, PatronId};
use crate::model::portal::Portal;

/// The one key that a contribution has on this axis.
pub(crate) fn key_of(portal: &Portal, contribution: &Contribution, axis: Axis) -> Key {
    match axis {
        Axis::Region => Key::Region(contribution.region),
        Axis::From => {
            Key::From(sole_giver(contribution).map(|patron| portal.patrons[patron].region))
        }
        Axis::Year => Key::Year(contribution.date.year()),
        Axis::Direction => Key::Direction(contribution.direction),
        Axis::Object => Key::Object(contribution.object),
        Axis::District => Key::District(contribution.region, contribution.district),
        Axis::Patron => Key::Patron(giver(portal, contribution)),
    }
}

/// Who gave it alone; none if several did.
fn sole_giver(contribution: &Contribution) -> Option<PatronId> {
    match contribution.patrons[..] {
        [patron] => Some(patron),
        _ => None,
    }
}

/// Whose row it is in.
fn giver(portal: &Portal, contribution: &Contribution) -> Giver {
    match sole_giver(contribution) {
        Some(patron) if portal.patrons[patron].is_anonymous() => Giver::Anonymous,
        Some(patron) => Giver::Named(patron),
        None => Giver::Joint,
    }
}

/// Whether a contribution has all that a filter asks for.
pub(super) fn matches(filter: &Filter, portal: &Portal, contribution: &Contribution) -> bool {
    filter.keys().all(|key| match key {
        Key::Object(Some(kind)) => contribution
            .object
            .is_some_and(|object| is_within(portal, object, kind)),
        key => key_of(portal, contribution, key.axis()) == key,
    })
}

/// Whether `object` is this kind or stands somewhere below it.
fn is_within(portal: &Portal, object: ObjectKindId, kind: ObjectKindId) -> bool {
    portal.object_family(object).any(|object| object == kind)
}
