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

pub(crate) use package::FileDigest;

use rust_xlsxwriter::XlsxError;

use crate::pages::view::View;
use crate::plan::data::DataFile;

/// What files need besides the data.
pub(crate) struct Means<'a, E> {
    /// The digest of another file, which is made for that if it was not.
    pub digest: &'a dyn Fn(DataFile) -> Result<FileDigest, E>,
    /// What it is called that the workbook could not be written: its rows are kept in a temporary file.
    pub failed: &'a dyn Fn(XlsxError) -> E,
}

/// A file of open data. Its texts are given to `look` before any of them is packed.
///
/// # Errors
/// Those of `means`.
pub(crate) fn data<E>(
    view: &View<'_>,
    file: DataFile,
    means: &Means<'_, E>,
    look: &mut dyn FnMut(&str),
) -> Result<Vec<u8>, E> {
    let data = view.data();
    let text = match file {
        DataFile::Csv(table) => csv::csv(&data, table),
        DataFile::Json(table) => json::json(&data, table),
        DataFile::Records(table) => records::records(view, table),
        DataFile::Csvw(table) => csvw::csvw(&data, table),
        DataFile::Egov(table, part) => egov::egov(&data, table, part),
        DataFile::Grants => grants::grants(view),
        DataFile::Package => package::package(view, means.digest)?,
        DataFile::Workbook => return workbook::workbook(view, look).map_err(means.failed),
    };
    look(&text);
    Ok(text.into_bytes())
}
