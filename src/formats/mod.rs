//! Outputs that are no pages.

pub(crate) mod csv;
pub(crate) mod list_json;
pub(crate) mod sitemap;
