//! Consistency lint of patrons: those whom nothing names.

use std::collections::HashSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::kind::{PatronId, RecordRef};
use crate::model::links::{Drawn, Links, Resolved};
use crate::model::patron::Patron;
use crate::model::portal::Portal;

/// Patrons without a contribution, an award or a text that names them.
pub(super) fn unused(portal: &Portal) -> Vec<Diagnostic> {
    let is_idle = |patron: &Patron| patron.contributions.is_empty() && patron.awards.is_empty();
    let mut idle = portal
        .patrons
        .iter()
        .filter(|(_, patron)| is_idle(patron))
        .peekable();
    if idle.peek().is_none() {
        return Vec::new();
    }
    let named = named_in_texts(portal);
    idle.filter(|(id, _)| !named.contains(id))
        .map(|(_, patron)| {
            let at = patron.record.origin.field("id");
            Diagnostic::new(Code::UnusedPatron, at).with("id", &patron.record.id)
        })
        .collect()
}

/// The patrons to whom a text links, or whose sum it shows.
fn named_in_texts(portal: &Portal) -> HashSet<PatronId> {
    let all = portal.links().flat_map(Links::iter);
    all.filter_map(|resolved| match resolved {
        Resolved::Record(RecordRef::Patron(patron)) => Some(patron),
        Resolved::Total(filter) | Resolved::Drawing(Drawn { filter, .. }) => filter.patron,
        Resolved::Record(_) | Resolved::Itself | Resolved::Dangling => None,
    })
    .collect()
}
