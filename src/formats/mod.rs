//! Outputs that are no pages.

pub mod sitemap;
