//! What every page has around its content: title, languages, menu, breadcrumbs, notices.

use serde::Serialize;

use super::social_links::{Share, share};
use super::view::{Link, Text, View};
use super::{title_of, write_up_of};
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::plan::address::Page;

/// The frame of one page.
#[derive(Debug, Serialize)]
pub(crate) struct Layout<'a> {
    pub lang: &'static str,
    /// The kind of page, which is also the name of its template: `region`.
    pub kind: &'static str,
    /// The section of the menu that the page belongs to: `regions`.
    pub section: &'static str,
    pub title: Text<'a>,
    /// A sentence for search engines and previews.
    pub description: Option<Text<'a>>,
    /// The address with the host: of the original, if this is a page whose text is not translated.
    pub canonical: String,
    /// The same page in the languages that really have it, with addresses for search engines.
    pub alternates: Vec<Alternate>,
    /// The same page in all languages, for readers.
    pub languages: Vec<LanguageLink>,
    pub breadcrumbs: Vec<Link<'a>>,
    /// Ways to tell others of it, where a page is about one record.
    pub share: Option<Share>,
    /// The text of the page is not translated: the language that it is shown in.
    pub shown_in: Option<&'static str>,
    /// The text of the page is a translation, and its original has changed since: the original's language.
    pub stale: Option<&'static str>,
    /// The record of the page is invented.
    pub sample: bool,
    /// Some record of the portal is invented.
    pub samples: bool,
    /// Search engines should pass by: 404, and texts in another language than the page's.
    pub noindex: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct Alternate {
    pub lang: &'static str,
    pub url: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct LanguageLink {
    pub lang: &'static str,
    /// In the language itself.
    pub name: &'static str,
    pub url: String,
    pub current: bool,
}

/// Whether a page has a text of its own in a language; pages that are no write-ups always have.
pub(crate) fn has_own_text(portal: &Portal, page: Page, lang: Lang) -> bool {
    write_up_of(portal, page).is_none_or(|text| text.is_in(lang))
}

/// The frame of a page.
pub(crate) fn layout<'a>(view: &View<'a>, page: Page) -> Layout<'a> {
    let portal = view.portal;
    let text = write_up_of(portal, page);
    let shown = text.map(|text| text.version(view.lang(), &portal.site.fallback));
    let shown_in = shown
        .as_ref()
        .map(|(lang, _)| *lang)
        .filter(|&lang| lang != view.lang());
    let stale = text
        .zip(shown)
        .and_then(|(text, (lang, _))| text.stale(lang));
    let own = portal
        .site
        .languages
        .iter()
        .copied()
        .filter(|&lang| has_own_text(portal, page, lang));
    let alternate = |lang: Lang| Alternate {
        lang: lang.code(),
        url: view.absolute(page, lang),
    };
    let indexed = page != Page::NotFound;
    let description = match (shown, page) {
        (Some((lang, version)), _) => version
            .summary
            .as_deref()
            .map(|text| view.text_in(crate::model::lang::TextIn { lang, text })),
        (None, Page::Direction(direction, _)) => portal.directions[direction]
            .summary
            .as_ref()
            .map(|text| view.text(text)),
        _ => portal.site.description.as_ref().map(|text| view.text(text)),
    };
    let title = title_of(view, page);
    let share = is_shared(page).then(|| share(&title.text, &view.absolute(page, view.lang())));
    Layout {
        lang: view.lang().code(),
        kind: kind_of(page),
        section: section_of(page),
        title,
        description,
        canonical: view.absolute(page, shown_in.unwrap_or(view.lang())),
        alternates: if indexed {
            own.map(alternate).collect()
        } else {
            Vec::new()
        },
        languages: portal
            .site
            .languages
            .iter()
            .map(|&lang| LanguageLink {
                lang: lang.code(),
                name: lang.own_name(),
                url: view.url_of(&page.address(portal, lang)),
                current: lang == view.lang(),
            })
            .collect(),
        breadcrumbs: breadcrumbs(view, page),
        share,
        shown_in: shown_in.map(Lang::code),
        stale: stale.map(Lang::code),
        sample: is_sample(view, page),
        samples: portal.shows_samples,
        noindex: !indexed || shown_in.is_some(),
    }
}

/// Whether readers may want to show a page to others: it is about one record.
fn is_shared(page: Page) -> bool {
    matches!(
        page,
        Page::Region(_, 1)
            | Page::Project(_)
            | Page::Patron(_, 1)
            | Page::Award(_)
            | Page::Year(_, 1)
            | Page::News(_)
    )
}

/// The kind of a page: the name of its template.
pub(crate) fn kind_of(page: Page) -> &'static str {
    match page {
        Page::Home => "home",
        Page::Regions => "regions",
        Page::Region(..) => "region",
        Page::Projects(_) => "projects",
        Page::Project(_) => "project",
        Page::Patrons(_) => "patrons",
        Page::Patron(..) => "patron",
        Page::Awards(_) => "awards",
        Page::Award(_) => "award",
        Page::Direction(..) => "direction",
        Page::Object(..) => "object",
        Page::Years => "years",
        Page::Year(..) => "year",
        Page::NewsList(_) => "news-list",
        Page::News(_) => "news",
        Page::Totals => "totals",
        Page::Text(_) => "page",
        Page::NotFound => "not-found",
    }
}

fn section_of(page: Page) -> &'static str {
    match page {
        Page::Home | Page::NotFound => "",
        Page::Regions | Page::Region(..) => "regions",
        Page::Projects(_) | Page::Project(_) | Page::Direction(..) | Page::Object(..) => "projects",
        Page::Patrons(_) | Page::Patron(..) => "patrons",
        Page::Awards(_) | Page::Award(_) => "awards",
        Page::Years | Page::Year(..) => "years",
        Page::NewsList(_) | Page::News(_) => "news",
        Page::Totals => "totals",
        Page::Text(_) => "pages",
    }
}

/// The way from home to a page, the page itself left out.
fn breadcrumbs<'a>(view: &View<'a>, page: Page) -> Vec<Link<'a>> {
    let above: &[Page] = match page {
        Page::Home => return Vec::new(),
        Page::Region(..) => &[Page::Home, Page::Regions],
        Page::Project(_) | Page::Direction(..) | Page::Object(..) => {
            &[Page::Home, Page::Projects(1)]
        }
        Page::Patron(..) => &[Page::Home, Page::Patrons(1)],
        Page::Award(_) => &[Page::Home, Page::Awards(1)],
        Page::Year(..) => &[Page::Home, Page::Years],
        Page::News(_) => &[Page::Home, Page::NewsList(1)],
        _ => &[Page::Home],
    };
    let link = |&page: &Page| {
        let title = match page {
            Page::Home => Text {
                text: view.word("nav-home").into(),
                lang: None,
            },
            other => title_of(view, other),
        };
        Link {
            url: view.url(page),
            text: title.text,
            lang: title.lang,
        }
    };
    above.iter().map(link).collect()
}

fn is_sample(view: &View<'_>, page: Page) -> bool {
    let portal = view.portal;
    match page {
        Page::Region(region, _) => portal.regions[region].record.sample,
        Page::Patron(patron, _) => portal.patrons[patron].record.sample,
        Page::Award(award) => portal.awards[award].record.sample,
        Page::Direction(direction, _) => portal.directions[direction].sample,
        Page::Object(object, _) => portal.objects[object].record.sample,
        _ => write_up_of(portal, page).is_some_and(|text| text.sample),
    }
}
