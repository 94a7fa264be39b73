//! Sitemaps: every page that search engines should know, with hreflang alternates for its other languages, and the index.
//!
//! Format: sitemaps.org protocol 0.9, with `xhtml:link` alternates as search engines read them. A sitemap holds a share of
//! a language's pages in the order of their paths; how many there are is planned (`src/plan/outputs.rs`).

use std::fmt::Write;

use jiff::civil::Date;

use crate::pages::alternates::alternates;
use crate::pages::is_indexed;
use crate::pages::last_modified::last_modified;
use crate::pages::view::View;
use crate::plan::Page;
use crate::plan::address::{SITEMAP, sitemap_part};
use crate::source::text::html::escape;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The index of all sitemaps.
pub(crate) fn sitemap_index(view: &View<'_>) -> String {
    let mut xml = format!("{DECLARATION}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for (lang, n) in view.routes.sitemaps() {
        let url = view.absolute(&sitemap_part(lang, n));
        let _ = writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", escape(&url));
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

/// The address of the index.
pub(super) fn index_url(view: &View<'_>) -> String {
    view.absolute(SITEMAP)
}

/// The n-th of so many sitemaps of the reader's language. The first one of the default language begins with `/`, which
/// belongs to no language.
pub(crate) fn sitemap(view: &View<'_>, n: usize, count: usize) -> String {
    let portal = view.portal;
    let lang = view.lang();
    let pages = view.routes.pages();
    let pages = pages.filter(|&(of, page, _)| of == lang && is_indexed(portal, page, lang));
    let pages: Vec<(Page, usize)> = pages.map(|(_, page, part)| (page, part)).collect();
    let until = |n: usize| pages.len() * n / count.max(1);
    let mut xml = format!(
        "{DECLARATION}<urlset xmlns=\"{NAMESPACE}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
    if n == 1 && lang == portal.site.default_language {
        let day = last_modified(view, Page::Home);
        entry(view, &mut xml, (&view.absolute(""), day), (Page::Home, 1));
    }
    // The parts of a long list stand one after the other, and what it holds is looked through once.
    let mut known = None;
    for &(page, part) in &pages[until(n - 1)..until(n)] {
        let (_, day) = match known {
            Some((of, day)) if of == page => (of, day),
            _ => *known.insert((page, last_modified(view, page))),
        };
        let url = view.absolute(&page.part_address(portal, lang, part));
        entry(view, &mut xml, (&url, day), (page, part));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// A page at an address, with the day on which it last changed and its alternates.
fn entry(
    view: &View<'_>,
    xml: &mut String,
    (url, day): (&str, Option<Date>),
    (page, part): (Page, usize),
) {
    let _ = write!(xml, "<url><loc>{}</loc>", escape(url));
    if let Some(day) = day {
        let _ = write!(xml, "<lastmod>{day}</lastmod>");
    }
    for other in alternates(view, page, part) {
        let _ = write!(
            xml,
            "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
            other.lang,
            escape(&other.url)
        );
    }
    xml.push_str("</url>\n");
}
