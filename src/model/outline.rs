//! The outlines (polygons) of regions as a map draws them, projected into its own units.
//!
//! They are made once, from the GeoJSON file that `outlines` of `site.toml` names.

use std::collections::BTreeMap;

use super::id::Id;
use crate::source::SourceId;

/// All shapes of a map that replace its tiles.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Outlines {
    /// The file that they stand in, for messages.
    pub source: SourceId,
    /// Every outline of the file could be read.
    pub is_whole: bool,
    pub width: f64,
    pub height: f64,
    pub shapes: BTreeMap<Id, Shape>,
}

/// The shape of one region.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shape {
    /// The data of an SVG path.
    pub path: String,
    /// A point inside of it, where its name can stand.
    pub middle: (f64, f64),
    /// How wide it is there, and how high.
    pub room: (f64, f64),
    /// The bytes of its feature in the file, for messages.
    pub range: std::ops::Range<usize>,
}
