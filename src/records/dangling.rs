//! Dangling references of records that could not be read: checked all the same, so that one bad field hides no other.
//!
//! Takes a value that became no record, gives the ids in it that lead to others, with their places. Whether they dangle
//! is checked when all records are linked.

use super::correction::parse_record_name;
use crate::diagnostic::MOST;
use crate::load::yaml::Node;
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::place::Place;

/// An id in a record that could not be read.
#[derive(Debug, Clone)]
pub(crate) struct DanglingRef {
    pub kind: RecordKind,
    pub id: Id,
    pub place: Place,
}

/// The fields of YAML records that name regions, directions, kinds of object and patrons.
pub(crate) const FIELDS: [(&str, RecordKind); 7] = [
    ("region", RecordKind::Region),
    ("successors", RecordKind::Region),
    ("direction", RecordKind::Direction),
    ("object", RecordKind::Object),
    ("parent", RecordKind::Object),
    ("patron", RecordKind::Patron),
    ("patrons", RecordKind::Patron),
];

/// Adds the ids that lead from a record to others. What is no valid id was reported already.
pub(super) fn references(node: &Node, place: &Place, found: &mut Vec<DanglingRef>) {
    match node {
        Node::List(items) => {
            for (item, node) in items.iter().enumerate() {
                references(node, &place.at(item), found);
            }
        }
        Node::Map(entries) => {
            for (key, node) in entries {
                let place = place.at(key.as_str());
                match FIELDS.iter().find(|(field, _)| field == key) {
                    Some((_, kind)) => named(*kind, node, &place, found),
                    None if key == "records" => of_any_kind(node, &place, found),
                    None => references(node, &place, found),
                }
            }
        }
        _ => {}
    }
}

/// The records that a correction names with their kinds.
fn of_any_kind(node: &Node, place: &Place, found: &mut Vec<DanglingRef>) {
    let Node::List(items) = node else { return };
    for (item, node) in items.iter().enumerate().take(MOST) {
        let Node::Text(text) = node else { continue };
        found.extend(parse_record_name(text).map(|name| DanglingRef {
            kind: name.kind,
            id: name.id,
            place: place.at(item),
        }));
    }
}

/// The id, or the list of ids, of a field.
fn named(kind: RecordKind, node: &Node, place: &Place, found: &mut Vec<DanglingRef>) {
    match node {
        Node::Text(text) if found.len() < MOST => {
            found.extend(Id::parse(text).map(|id| DanglingRef {
                kind,
                id,
                place: place.clone(),
            }))
        }
        Node::List(items) => {
            for (item, node) in items.iter().enumerate() {
                named(kind, node, &place.at(item), found);
            }
        }
        _ => {}
    }
}
