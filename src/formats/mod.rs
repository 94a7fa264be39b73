//! Outputs that are no pages.

pub mod csv;
pub mod list;
pub mod sitemap;
