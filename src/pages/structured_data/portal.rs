//! The portal itself for machines: who publishes it, and where its pages stand.

use super::thing::{Giver, Known, Thing};
use crate::pages::view::View;
use crate::plan::Page;

/// The portal itself.
pub(super) fn publisher<'a>(view: &View<'a>) -> Thing<'a> {
    Thing::Organization(Giver {
        known: Known {
            id: None,
            name: view.text(&view.portal.site.title).text.into_owned(),
            url: view.absolute(""),
            disambiguating_description: None,
        },
        alternate_name: Vec::new(),
        same_as: None,
    })
}

/// The address of a page in the reader's language.
pub(super) fn url(view: &View<'_>, page: Page) -> String {
    view.absolute(&page.address(view.portal, view.lang()))
}
