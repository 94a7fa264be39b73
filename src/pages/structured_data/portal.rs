//! The portal itself for machines: the site, who publishes it, and where its pages stand.

use super::thing::{Giver, Known, Thing};
use crate::pages::view::View;
use crate::plan::Page;

/// The site in the reader's language, which is described in a sentence.
pub(super) fn site<'a>(view: &View<'a>, description: &str) -> Thing<'a> {
    Thing::WebSite {
        known: Known {
            id: view.absolute("") + "#site",
            name: name(view),
            url: url(view, Page::Home),
            disambiguating_description: None,
        },
        in_language: view.lang().code(),
        description: description.to_owned(),
        publisher: Box::new(publisher(view)),
    }
}

/// Who publishes it: one name in all that it publishes.
pub(super) fn publisher<'a>(view: &View<'a>) -> Thing<'a> {
    Thing::Organization(Giver {
        known: Known {
            id: view.absolute("") + "#publisher",
            name: name(view),
            url: view.absolute(""),
            disambiguating_description: None,
        },
        alternate_name: Vec::new(),
        same_as: None,
    })
}

fn name(view: &View<'_>) -> String {
    view.text(&view.portal.site.title).text.into_owned()
}

/// The address of a page in the reader's language.
pub(super) fn url(view: &View<'_>, page: Page) -> String {
    view.absolute(&page.address(view.portal, view.lang()))
}
