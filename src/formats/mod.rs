//! Outputs that are no pages.

pub(crate) mod csv;
pub(crate) mod list;
pub(crate) mod sitemap;
