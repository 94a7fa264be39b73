//! A chart or a map as templates show it: the SVG, what its colours mean, and what is off the map.

use serde::Serialize;

use super::amounts::TotalPiece;
use super::per_resident::ResidentsPiece;
use super::view::Link;

/// A chart or a map, with what is to be said beside it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct DrawingPiece<'a> {
    /// Unique on its page.
    pub id: String,
    /// The drawing itself: safe SVG.
    pub svg: String,
    /// What its colours mean; several where a reader chooses which figure the map shows.
    pub legends: Vec<Legend>,
    /// Regions with figures that are off the map.
    pub off_the_map: Vec<OffTheMap<'a>>,
}

/// What the colours of a drawing mean.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Legend {
    /// The figure that a map is shaded by; none for a chart.
    pub title: Option<String>,
    /// Which figure that is: `total`, `per-resident` or `projects`; none for a chart.
    pub figure: Option<&'static str>,
    /// The unit of the figure, if it is money.
    pub unit: Option<String>,
    pub swatches: Vec<Swatch>,
}

/// A colour and what it means.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Swatch {
    /// The class that the drawing has it from: `delivered`, `shade-3`.
    pub class: String,
    pub text: String,
}

/// A region off the map: it has neither a tile nor a shape there.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct OffTheMap<'a> {
    pub link: Link<'a>,
    pub total: TotalPiece,
    /// What that is for each resident; none where the map shows no such figure.
    pub per_resident: Option<ResidentsPiece>,
}
