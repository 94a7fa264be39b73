//! Outputs that are no pages.

pub mod list;
pub mod sitemap;
