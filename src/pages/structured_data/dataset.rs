//! The data set of the page of open data: what it holds, its licence, and the files in which it can be taken.

use super::portal::{publisher, url};
use super::thing::{Dataset, Distribution};
use crate::model::licence::known_licence;
use crate::pages::titles::title_of;
use crate::pages::view::View;
use crate::plan::Page;
use crate::plan::data::{DataFile, DataTable};

/// The files that stand for the whole: all other tables are in the first two.
const FILES: [(DataFile, &str); 5] = [
    (
        DataFile::Workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (DataFile::Package, "application/json"),
    (DataFile::Csv(DataTable::Contributions), "text/csv"),
    (DataFile::Csv(DataTable::Projects), "text/csv"),
    (DataFile::Grants, "application/json"),
];

/// Open data, which is described in a sentence.
pub(super) fn open_data<'a>(view: &View<'a>, page: Page, description: &str) -> Dataset<'a> {
    let licence = view.portal.site.licence.as_deref();
    let files = FILES.map(|(file, encoding_format)| Distribution {
        encoding_format,
        content_url: view.absolute(&file.address()),
    });
    Dataset {
        name: title_of(view, page).text.into_owned(),
        description: description.to_owned(),
        url: url(view, page),
        in_language: view.lang().code(),
        is_accessible_for_free: true,
        license: licence.and_then(known_licence).map(|of| of.url),
        creator: Box::new(publisher(view)),
        distribution: files.into(),
    }
}
