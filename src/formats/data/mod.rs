//! Files of open data: each table of [`crate::data`] in each of its formats.

mod csv;
mod json;
mod records;

use crate::pages::view::View;
use crate::plan::data::DataFile;

/// A file of open data.
pub(crate) fn data(view: &View<'_>, file: DataFile) -> String {
    let data = view.data();
    match file {
        DataFile::Csv(table) => csv::csv(&data, table),
        DataFile::Json(table) => json::json(&data, table),
        DataFile::Records(table) => records::records(view, table),
    }
}
