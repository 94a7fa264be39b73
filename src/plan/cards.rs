//! Cards: of which page social networks show the card for a link to a page, and where these pictures stand.

use super::output::Output;
use super::page::{Page, Parts};
use crate::model::kind::RegionId;
use crate::model::lang::Lang;
use crate::model::portal::Portal;

impl Page {
    /// The page whose card social networks show for a link to this one: its own, or that of the region which it is about, or
    /// that of the home page.
    pub(crate) fn card(self, portal: &Portal) -> Page {
        let of_region = |region: Option<RegionId>| region.map_or(Page::Home, Page::Region);
        match self {
            Page::Home | Page::Region(_) | Page::Direction(_) | Page::Year(_) => self,
            Page::District(region, _) => Page::Region(region),
            Page::Embed(region) => of_region(region),
            Page::Project(project) => Page::Region(portal.projects[project].region),
            Page::Patron(patron) => Page::Region(portal.patrons[patron].region),
            Page::Award(award) => of_region(portal.awards[award].region),
            Page::News(news) => of_region(portal.news[news].region),
            Page::Contributions(listed) => listed.beside().card(portal),
            Page::Regions
            | Page::Projects
            | Page::Patrons
            | Page::Awards
            | Page::Directions
            | Page::Objects
            | Page::Object(_)
            | Page::Years
            | Page::NewsList
            | Page::Data(_)
            | Page::Totals
            | Page::TotalsPart(_)
            | Page::Reported
            | Page::Compare
            | Page::Completeness
            | Page::Filtered
            | Page::Corrections
            | Page::Text(_)
            | Page::Search
            | Page::NotFound => Page::Home,
        }
    }

    /// The address of the picture of a page that has a card: `cards/kk/regions/abai.png`.
    pub(crate) fn card_address(self, portal: &Portal, lang: Lang) -> String {
        let address = self.address(portal, lang);
        format!("cards/{}.png", address.trim_end_matches('/'))
    }
}

/// The cards of the pages that have one, in every language, if the theme draws any.
pub(super) fn all(portal: &Portal, pages: &[Parts]) -> Vec<Output> {
    if !portal.site.frame.has_cards {
        return Vec::new();
    }
    let pages = pages.iter().map(|(page, _)| *page);
    let with_card: Vec<Page> = pages.filter(|page| page.card(portal) == *page).collect();
    let languages = portal.site.languages.iter();
    languages
        .flat_map(|&lang| with_card.iter().map(move |&page| Output::Card(lang, page)))
        .collect()
}
