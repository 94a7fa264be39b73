//! Output formats that are no HTML pages: CSV, `list.json`, `rows.json`, open data, feeds, sitemaps, files for hosts.

pub(crate) mod contribution_rows;
pub(crate) mod csv;
pub(crate) mod data;
pub(crate) mod feed;
pub(crate) mod host_files;
pub(crate) mod list_json;
pub(crate) mod list_rows;
pub(crate) mod rows_json;
pub(crate) mod sitemap;
