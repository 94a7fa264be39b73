//! Files of open data: each table of [`crate::data`] in each of its formats.

mod csv;
mod csvw;
mod egov;
mod grants;
mod json;
mod package;
mod pretty;
mod records;
mod table_schema;
mod workbook;

pub(crate) use package::{FileDigest, package};
pub(crate) use workbook::workbook;

use crate::pages::view::View;
use crate::plan::data::DataFile;

/// A file of open data that is a text of its own; none for the workbook and the package, which need more than the data.
pub(crate) fn data(view: &View<'_>, file: DataFile) -> Option<String> {
    let data = view.data();
    let text = match file {
        DataFile::Csv(table) => csv::csv(&data, table),
        DataFile::Json(table) => json::json(&data, table),
        DataFile::Records(table) => records::records(view, table),
        DataFile::Csvw(table) => csvw::csvw(&data, table),
        DataFile::Egov(table, part) => egov::egov(&data, table, part),
        DataFile::Grants => grants::grants(view),
        DataFile::Workbook | DataFile::Package => return None,
    };
    Some(text)
}
