//! Deserialization and validation of a record, field by field: every bad field is reported, each at its place.
//!
//! Takes a [`Node`] and gives typed values and diagnostics. A reader of a value is a function from a [`Value`] to an
//! `Option`; what is wrong has been reported when it gives none.
//!
//! The same readers also say what they accept: given a [`Shape`] instead of a value, each reader writes its part of a
//! JSON Schema into it and gives none. So a schema cannot name other fields than the reader that it was made by.

mod context;
mod languages_apart;
mod localised;
mod numbers;
mod record;
mod repeated;
mod texts;
mod trail;
mod value;

pub(crate) use context::{ReadContext, possible_ids};
pub(crate) use record::Fields;
pub(crate) use texts::is_name;
pub(crate) use value::Value;
