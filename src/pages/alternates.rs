//! The hreflang set of a page: its address in every language that really has it, and the one for readers of any other.
//!
//! Page and sitemap take it from here, so that both name the same set; it is the same in each of its languages, so that
//! the set is reciprocal.

use serde::Serialize;

use super::view::View;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::plan::Page;
use crate::plan::texts::write_up_of;

/// The address of a page for readers of a language.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Alternate {
    /// The language's code, or `x-default`: for readers of all others.
    pub lang: &'static str,
    pub url: String,
}

/// Whether a page has a text of its own in a language; pages that are no write-ups always have.
pub(crate) fn has_own_text(portal: &Portal, page: Page, lang: Lang) -> bool {
    write_up_of(portal, page).is_none_or(|text| text.is_in(lang))
}

/// The set of the n-th part of a page that search engines should know.
pub(crate) fn alternates(view: &View<'_>, page: Page, n: usize) -> Vec<Alternate> {
    let portal = view.portal;
    let url = |lang: Lang| view.absolute(&page.part_address(portal, lang, n));
    let languages = portal.site.languages.iter();
    let own = languages.filter(|&&lang| has_own_text(portal, page, lang));
    let mut set: Vec<Alternate> = own
        .map(|&lang| Alternate {
            lang: lang.code(),
            url: url(lang),
        })
        .collect();
    set.push(Alternate {
        lang: "x-default",
        url: match page {
            Page::Home => view.absolute(""),
            _ => url(original(portal, page)),
        },
    });
    set
}

/// The language in which readers of no language of the site are shown a page: the default one or, where that has no text, the
/// one whose text stands in for it.
pub(super) fn original(portal: &Portal, page: Page) -> Lang {
    let default = portal.site.default_language;
    let text = write_up_of(portal, page);
    text.map_or(default, |text| {
        text.version(default, &portal.site.fallback).0
    })
}
