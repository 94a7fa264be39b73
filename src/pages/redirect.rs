//! Redirect pages: what stands at an old address (an alias) and leads to a page.

use serde::Serialize;
use tera::{Context, TeraResult};

use super::titles::title_of;
use super::view::{Text, View};
use crate::plan::Page;

#[derive(Serialize)]
struct RedirectPage<'a> {
    url: String,
    /// The address with the host.
    canonical: String,
    title: Text<'a>,
    lang: &'static str,
}

/// What `redirect.html` sees.
///
/// # Errors
/// A value that templates cannot hold, which is a bug.
pub(crate) fn context(view: &View<'_>, page: Page) -> TeraResult<Context> {
    Context::from_serialize(&RedirectPage {
        url: view.url(page),
        canonical: view.absolute(&page.address(view.portal, view.lang())),
        title: title_of(view, page),
        lang: view.lang().code(),
    })
}
