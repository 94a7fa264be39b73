//! Gazetteer: names of villages, districts and regions, put together of two parts.

use super::words::{PLACE_ENDS, PLACE_STARTS};
use super::yaml::Localised;

/// How many names there are.
pub(super) const ALL: usize = PLACE_STARTS.len() * PLACE_ENDS.len();

/// The name of this number.
pub(super) fn name(nth: usize) -> Localised {
    let nth = nth % ALL;
    let start = nth % PLACE_STARTS.len();
    let end = (nth / PLACE_STARTS.len() + start) % PLACE_ENDS.len();
    Localised::of(|lang| format!("{}{}", PLACE_STARTS[start][lang], PLACE_ENDS[end][lang]))
}

/// A name in English as an id.
pub(super) fn id(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}
