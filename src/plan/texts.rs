//! Which text a page shows: its write-up, or the portrait beside its record, in the best language there is.

use super::address::Page;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::model::prose::{Portrait, PortraitText, Prose};
use crate::model::write_up::WriteUp;

/// The text that a page shows in a language, not yet filled.
pub(crate) fn prose_of(portal: &Portal, page: Page, lang: Lang) -> Option<&Prose> {
    let portrait = match page {
        Page::Region(region, _) => &portal.regions[region].prose,
        Page::Patron(patron, _) => &portal.patrons[patron].portrait,
        _ => {
            let text = write_up_of(portal, page)?;
            return Some(&text.version(lang, &portal.site.fallback).1.prose);
        }
    };
    best(portal, portrait, lang).map(|(_, text)| &text.prose)
}

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
        .find_map(|lang| Some((lang, &**portrait.get(lang).as_ref()?)))
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
