//! A page of `content/pages/`: about, how to take part, contacts.

use serde::Serialize;

use super::prose::{Image, Prose, image, write_up};
use super::view::View;
use crate::model::table::PageId;
use crate::plan::address::Page;

#[derive(Serialize)]
pub(super) struct TextPage<'a> {
    id: &'a str,
    image: Option<Image<'a>>,
    prose: Prose<'a>,
    /// The editors' address, as `site.toml` says it.
    contact: Option<&'a str>,
}

pub(super) fn context<'a>(view: &View<'a>, page: PageId) -> TextPage<'a> {
    let of = &view.portal.pages[page];
    TextPage {
        id: of.text.id.as_str(),
        image: image(view, &of.text),
        prose: write_up(view, Page::Text(page), &of.text),
        contact: view.portal.site.contact.as_deref(),
    }
}
