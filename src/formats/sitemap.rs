//! `sitemap.xml`: every page that search engines should know, with hreflang alternates for its other languages.
//!
//! Format: sitemaps.org protocol 0.9, with `xhtml:link` alternates as search engines read them. It is one file, however
//! many pages there are: the protocol's limit is 50,000 addresses and 50 MB, and nothing is cut or counted here. A
//! portal of 10,000 projects has over 37,000 pages.

use std::fmt::Write;

use crate::model::lang::Lang;
use crate::pages::is_indexed;
use crate::pages::layout::has_own_text;
use crate::pages::view::View;
use crate::source::text::html::escape;

/// The sitemap of a portal.
pub(crate) fn sitemap(view: &View<'_>) -> String {
    let portal = view.portal;
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"");
    xml.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for (lang, page, n) in view.routes.pages() {
        if !is_indexed(portal, page, lang) {
            continue;
        }
        let url = |lang: Lang| {
            let url = view.absolute(&page.part_address(portal, lang, n));
            escape(&url).into_owned()
        };
        let _ = write!(xml, "<url><loc>{}</loc>", url(lang));
        for &other in portal
            .site
            .languages
            .iter()
            .filter(|&&other| has_own_text(portal, page, other))
        {
            let _ = write!(
                xml,
                "<xhtml:link rel=\"alternate\" hreflang=\"{other}\" href=\"{}\"/>",
                url(other)
            );
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}
