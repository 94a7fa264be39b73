//! The language chooser at `/`: the languages, each with the site's title in itself.
//!
//! Locale negotiation is left to the theme, whose script may lead on to the reader's own language.

use serde::Serialize;
use tera::{Context, TeraResult};

use super::share_picture::{SharePicture, share_picture};
use super::view::View;
use crate::model::lang::Lang;
use crate::plan::Page;

#[derive(Serialize)]
struct RootPage<'a> {
    languages: Vec<RootLanguage<'a>>,
    /// For previews elsewhere, in the first of the languages.
    picture: Option<SharePicture<'a>>,
}

#[derive(Serialize)]
struct RootLanguage<'a> {
    lang: &'static str,
    /// In the language itself.
    name: &'static str,
    url: String,
    /// The address with the host.
    absolute: String,
    title: &'a str,
    description: Option<&'a str>,
}

/// What `root.html` sees.
///
/// # Errors
/// A value that templates cannot hold, which is a bug.
pub(crate) fn context(view: &View<'_>) -> TeraResult<Context> {
    let portal = view.portal;
    let language = |&lang: &Lang| {
        let home = Page::Home.address(portal, lang);
        let description = portal.site.description.as_ref();
        RootLanguage {
            lang: lang.code(),
            name: lang.own_name(),
            url: view.url_of(&home),
            absolute: view.absolute(&home),
            title: portal.text(&portal.site.title, lang).text,
            description: description.map(|text| portal.text(text, lang).text),
        }
    };
    Context::from_serialize(&RootPage {
        languages: portal.site.languages.iter().map(language).collect(),
        picture: share_picture(view, Page::Home),
    })
}
