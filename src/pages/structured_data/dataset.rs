//! The data set of the page of open data: what it holds, its licence, and the files in which it can be taken.

use super::portal::{publisher, url};
use super::thing::{Dataset, Distribution};
use crate::model::licence::known_licence;
use crate::pages::titles::title_of;
use crate::pages::view::View;
use crate::plan::Page;
use crate::plan::data::{DataFile, DataTable};

/// The files that stand for the whole: all other tables are in the first two.
const FILES: [(DataFile, &str); 4] = [
    (
        DataFile::Workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (DataFile::Package, "application/json"),
    (DataFile::Csv(DataTable::Contributions), "text/csv"),
    (DataFile::Csv(DataTable::Projects), "text/csv"),
];

/// What search engines take for a description has at least so many letters.
const SHORTEST: usize = 50;

/// Open data, which is described in a sentence.
pub(super) fn open_data<'a>(view: &View<'a>, page: Page, description: &str) -> Dataset<'a> {
    let licence = view.portal.site.licence.as_deref();
    let grants = DataFile::grants(view.portal).map(|file| (file, "application/json"));
    let files = FILES.into_iter().chain(grants);
    let files = files.map(|(file, encoding_format)| Distribution {
        encoding_format,
        content_url: view.absolute(&file.address()),
    });
    let campaign = view.text(&view.portal.site.title).text;
    let name = format!("{campaign}: {}", title_of(view, page).text);
    let mut years = view.totals.delivered_years();
    let years = years.next().map(|first| (first, years.next_back()));
    Dataset {
        description: match description.chars().count() < SHORTEST {
            true => format!("{name}. {description}"),
            false => description.to_owned(),
        },
        name,
        temporal_coverage: years.map(|(first, last)| match last {
            Some(last) => format!("{first}/{last}"),
            None => first.to_string(),
        }),
        url: url(view, page),
        in_language: view.lang().code(),
        is_accessible_for_free: true,
        license: licence.and_then(known_licence).map(|of| of.url),
        creator: Box::new(publisher(view)),
        distribution: files.collect(),
    }
}
