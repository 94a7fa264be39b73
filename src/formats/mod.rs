//! Output formats that are no HTML pages: CSV, `list.json`, open data, `sitemap.xml`.

pub(crate) mod contribution_rows;
pub(crate) mod csv;
pub(crate) mod data;
pub(crate) mod list_json;
pub(crate) mod sitemap;
