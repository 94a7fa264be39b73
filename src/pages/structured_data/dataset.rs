//! A data set of a page: what it holds, its licence, and the files in which it can be taken.

use super::portal::{publisher, url};
use super::thing::{Dataset, Distribution};
use crate::pages::titles::title_of;
use crate::pages::view::View;
use crate::plan::{Output, Page};

/// The data set of a page, which is described in a sentence.
pub(super) fn dataset<'a>(
    view: &View<'a>,
    page: Page,
    description: &str,
    distribution: Vec<Distribution>,
) -> Dataset<'a> {
    let licence = view.portal.site.licence.as_deref();
    Dataset {
        name: title_of(view, page).text.into_owned(),
        description: description.to_owned(),
        url: url(view, page),
        in_language: view.lang().code(),
        is_accessible_for_free: true,
        license: licence.and_then(licence_url),
        creator: Box::new(publisher(view)),
        distribution,
    }
}

/// The tables of all sums.
pub(super) fn of_totals<'a>(view: &View<'a>, description: &str) -> Dataset<'a> {
    let page = Page::Totals;
    let folder = page.address(view.portal, view.lang());
    let files = view.routes.below(&folder);
    let tables = files.filter(|(_, output)| matches!(output, Output::Table(..)));
    let files = tables.map(|(path, _)| Distribution {
        encoding_format: "text/csv",
        content_url: view.absolute(path),
    });
    dataset(view, page, description, files.collect())
}

/// Where a licence is told, if it is one of those that open data has.
fn licence_url(licence: &str) -> Option<&'static str> {
    const KNOWN: [(&str, &str); 4] = [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        (
            "CC BY-SA 4.0",
            "https://creativecommons.org/licenses/by-sa/4.0/",
        ),
        (
            "CC0 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
        ("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ];
    let known = KNOWN.iter().find(|(name, _)| *name == licence);
    known.map(|(_, url)| *url)
}
