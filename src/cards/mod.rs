//! Cards (Open Graph images): the pictures that social networks show for a link, drawn from the SVG of a theme.
//!
//! Takes SVG, gives PNG, always with the same bytes: it has fonts of its own, and asks neither the machine nor the clock for
//! anything. Must not know what a page is, nor where pictures are kept.

mod font;
mod lines;
mod raster;

pub(crate) use lines::{Lines, fitted};
pub(crate) use raster::{SIZE, check, key, png};
