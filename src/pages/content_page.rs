//! Content pages, of `content/pages/`: about, how to take part, contacts.

use serde::Serialize;

use super::folded::folded;
use super::kind::{Frame, Kind, Reach};
use super::prose::{Image, Prose, gallery, image, write_up};
use super::view::View;
use crate::model::kind::PageId;
use crate::plan::Page;

pub(super) struct TextKind(pub PageId);

impl Kind for TextKind {
    type Values<'a> = TextPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("page", "pages", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> TextPage<'a> {
        context(view, self.0)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct TextPage<'a> {
    id: &'a str,
    image: Option<Image<'a>>,
    /// More pictures, in their order.
    gallery: Vec<Image<'a>>,
    prose: Prose<'a>,
    /// The editors' address, as `site.toml` says it.
    contact: Option<&'a str>,
}

fn context<'a>(view: &View<'a>, page: PageId) -> TextPage<'a> {
    let of = &view.portal.pages[page];
    TextPage {
        id: of.text.id.as_str(),
        image: image(view, &of.text),
        gallery: gallery(view, &of.text),
        prose: folded(write_up(view, Page::Text(page), &of.text, &of.links)),
        contact: view.portal.site.contact.as_deref(),
    }
}
