//! The anonymity check, a leak scanner: no output may hold the name or the id of an anonymous patron.
//!
//! Takes the patrons' records and every file of the output as it is made, gives the errors that stop the build. A text
//! is looked through as a reader, a browser or a program would understand it: in any case, spacing or escape. The texts
//! in a copied file are taken out of it by `extract`; among other bytes, as in a picture, a name or an id has to have six
//! bytes at least, since two or three letters stand in any picture by chance. Must not know how a page is made: it trusts
//! nobody who makes one.

mod anchors;
mod clean_lines;
mod companies;
mod endings;
mod glance;
mod glued_names;
mod guard;
mod hashed_words;
mod hidden_letters;
mod hit;
mod inspect;
mod interface_phrases;
mod joints;
mod line_scan;
mod lists;
mod mentions;
mod name_parts;
mod new_ids;
mod parts_seen;
mod pattern;
mod persons;
mod place_names;
mod reading;
mod reading_names;
mod report;
mod search;
mod sense;
mod sounds;
mod stems;
mod surnames_seen;
mod tokens;
mod traits;
mod unescape;
mod word_looks;
mod word_memo;
mod words;

pub(crate) use endings::is_surname_like;
pub(crate) use guard::Guard;
pub(crate) use hit::Form;
#[cfg(test)]
pub(crate) use hit::Hit;
pub(crate) use inspect::inspect_text;
pub(crate) use lists::is_given_name;
pub(crate) use new_ids::new_ids;
pub(crate) use report::{Inspected, Leak, mark_lines, may_be_named, report, telling_ids};
