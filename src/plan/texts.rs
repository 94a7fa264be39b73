//! Which text a page shows: its write-up, or the portrait beside its record, in the best language there is.

use super::address::Page;
use crate::model::lang::Lang;
use crate::model::links::{LinkedProse, Links};
use crate::model::portal::Portal;
use crate::model::prose::{Portrait, PortraitText};
use crate::model::write_up::WriteUp;

/// The text that a page shows in a language, with what its references lead to.
pub(crate) fn prose_of(portal: &Portal, page: Page, lang: Lang) -> Option<LinkedProse<'_>> {
    let of_write_up = |text, links| Some(of_write_up(portal, text, links, lang));
    let of_portrait = |portrait| of_portrait(portal, portrait, lang);
    match page {
        Page::Region(region, _) => of_portrait(&portal.regions[region].prose),
        Page::Patron(patron, _) => of_portrait(&portal.patrons[patron].portrait),
        Page::Project(project) => {
            let of = &portal.projects[project];
            of_write_up(&of.text, &of.links)
        }
        Page::News(news) => {
            let of = &portal.news[news];
            of_write_up(&of.text, &of.links)
        }
        Page::Text(page) => {
            let of = &portal.pages[page];
            of_write_up(&of.text, &of.links)
        }
        Page::Home
        | Page::Regions
        | Page::Projects(_)
        | Page::Patrons(_)
        | Page::Awards(_)
        | Page::Award(_)
        | Page::Direction(..)
        | Page::Object(..)
        | Page::Years
        | Page::Year(..)
        | Page::NewsList(_)
        | Page::Totals
        | Page::NotFound => None,
    }
}

fn of_write_up<'a>(
    portal: &Portal,
    text: &'a WriteUp,
    links: &'a Links,
    lang: Lang,
) -> LinkedProse<'a> {
    let (lang, version) = text.version(lang, &portal.site.fallback);
    LinkedProse::new(&version.prose, lang, &text.refs, links)
}

fn of_portrait<'a>(portal: &Portal, portrait: &'a Portrait, lang: Lang) -> Option<LinkedProse<'a>> {
    let (lang, text) = best(portal, portrait, lang)?;
    Some(LinkedProse::new(
        &text.prose,
        lang,
        &portrait.refs,
        &portrait.links,
    ))
}

/// The text beside a record in the best language there is.
pub(crate) fn best<'a>(
    portal: &Portal,
    portrait: &'a Portrait,
    lang: Lang,
) -> Option<(Lang, &'a PortraitText)> {
    let languages = std::iter::once(lang)
        .chain(portal.site.fallback.iter().copied())
        .chain(Lang::ALL);
    languages
        .into_iter()
        .find_map(|lang| Some((lang, &**portrait.texts.get(lang).as_ref()?)))
}

/// The write-up that a page shows, if it is the page of one.
pub(crate) fn write_up_of(portal: &Portal, page: Page) -> Option<&WriteUp> {
    match page {
        Page::Project(project) => Some(&portal.projects[project].text),
        Page::News(news) => Some(&portal.news[news].text),
        Page::Text(page) => Some(&portal.pages[page].text),
        _ => None,
    }
}
