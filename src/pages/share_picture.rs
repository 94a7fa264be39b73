//! The picture for previews of a page elsewhere (Open Graph): the photo of its record, else the card of what it belongs to.

use serde::Serialize;

use super::card::card_url;
use super::view::{Text, View};
use crate::model::lang::TextIn;
use crate::plan::Page;
use crate::plan::address::quote;
use crate::plan::texts::write_up_of;

/// A picture with the host in its address.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct SharePicture<'a> {
    pub url: String,
    /// Width and height in pixels, if the file tells them.
    pub size: Option<(u32, u32)>,
    pub alt: Option<Text<'a>>,
}

/// The picture of a page; none where its record has no photo and the theme has no cards.
pub(crate) fn share_picture<'a>(view: &View<'a>, page: Page) -> Option<SharePicture<'a>> {
    photo(view, page).or_else(|| {
        Some(SharePicture {
            url: card_url(view, page)?,
            size: Some(crate::cards::SIZE),
            alt: None,
        })
    })
}

fn photo<'a>(view: &View<'a>, page: Page) -> Option<SharePicture<'a>> {
    let text = write_up_of(view.portal, page)?;
    let file = text.image.as_deref()?;
    let (lang, version) = text.version(view.lang(), &view.portal.site.fallback);
    let words = version.image.as_ref();
    let alt = words.and_then(|words| words.alt.as_deref());
    let shown = view.pictures.shown(&text.folder, file);
    Some(SharePicture {
        url: view.absolute(&quote(&shown.address)),
        size: shown.size,
        alt: alt.map(|text| view.text_in(TextIn { lang, text })),
    })
}
