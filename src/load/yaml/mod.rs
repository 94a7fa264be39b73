//! YAML parser of a subset: a text to a tree of values, without tags, with limits against alias bombs (billion laughs).
//!
//! serde_yaml stays behind this folder, and libyaml's events, which have the spans. `parse` makes the tree; `bounds` refuses
//! what would take it too long or too much memory, `error_class` understands its errors, `recover` finds all mistakes of a
//! text, which `slip` names, `languages` finds those beside their field, `items` fields with a hyphen each, `cut` finds texts that are read otherwise than they were meant, `known` has the names of
//! fields, `events` has libyaml's marks, of which `places` makes the spans of values and `range` those that are shown.

mod bounds;
mod cut;
mod error_class;
mod events;
mod items;
mod known;
mod languages;
mod node;
mod parse;
mod places;
mod quote;
mod range;
mod recover;
mod slip;

pub(crate) use bounds::MAX_VALUES;
pub(crate) use cut::{Cut, CutText, cuts};
pub(crate) use error_class::{Mistake, Trouble, YamlError};
pub(crate) use items::items;
#[cfg(test)]
pub(crate) use known::{FIELDS, LISTS};
pub(crate) use known::{is_known as is_field, is_list};
pub(crate) use languages::languages;
pub(crate) use node::Node;
pub(crate) use parse::parse;
pub(crate) use places::{Spot, locate};
pub(crate) use quote::{in_marks, scalar, within_word_quotes};
pub(crate) use range::{extent_of, range_of};
pub(crate) use recover::{lone_field, notes_read_as_fields, recover};
