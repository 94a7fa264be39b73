//! Parsing and validation: YAML, TOML, GeoJSON and front matter to typed values, each with its place.
//!
//! Which records there are is for `records` to say. Knows nothing of other files.

pub(crate) mod accept;
mod advice;
pub(crate) mod alias;
pub(crate) mod base_url;
pub(crate) mod digest;
pub(crate) mod field_docs;
pub(crate) mod fields;
pub(crate) mod fix_it;
pub(crate) mod front_matter;
pub(crate) mod inside;
pub(crate) mod locate;
pub(crate) mod outlines;
pub(crate) mod secrecy;
pub(crate) mod shape;
pub(crate) mod site;
pub(crate) mod synonyms;
mod toml_slip;
pub(crate) mod write_up;
pub(crate) mod yaml;
