//! What changed between two states of a site: the figures, told for people and for machines.
//!
//! Takes the figures of two manifests, and what contents know of who may be named; gives [`Changes`], and those as a text, as
//! Markdown or as JSON. A patron that is public no more may have withdrawn consent: it stands in no line, neither by name nor
//! id nor own sum, and what is called after it or was given to by it is counted and not named. Knows nothing of where manifests
//! come from.

mod change;
mod compare;
mod correction;
mod files;
mod json;
mod keep;
mod markdown;
mod moves;
mod rank;
mod text;
mod told;
mod withdrawn;

pub(crate) use change::Pair;
pub(crate) use compare::{Changes, compare};
pub(crate) use correction::drafts;
pub(crate) use files::{FileCounts, file_changes, gone};
pub(crate) use json::json;
pub(crate) use keep::kept;
pub(crate) use markdown::markdown;
pub(crate) use text::text;
pub(crate) use withdrawn::{Consents, Patrons};
