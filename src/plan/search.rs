//! Files of the search: which pages it finds, in what order of kinds, and in how many pieces the index is kept.
//!
//! How many pieces there are follows from how many pages are found, so that nothing is read or made here: where each begins
//! is told by the index itself, once somebody asks for it.

use strum::VariantArray;

use super::page::{Page, Parts};
use crate::model::lang::Lang;
use crate::model::portal::Portal;

/// What kind of thing a found page is about: of those that fit alike the first kind comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray)]
pub(crate) enum FoundKind {
    Region,
    District,
    Direction,
    Object,
    Year,
    Patron,
    Award,
    Project,
    News,
    Page,
}

impl FoundKind {
    /// As addresses and templates have it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            FoundKind::Region => "region",
            FoundKind::District => "district",
            FoundKind::Direction => "direction",
            FoundKind::Object => "object",
            FoundKind::Year => "year",
            FoundKind::Patron => "patron",
            FoundKind::Award => "award",
            FoundKind::Project => "project",
            FoundKind::Page => "page",
            FoundKind::News => "news",
        }
    }

    /// The kind of a page, if the search finds it: patrons who are not named have none.
    pub(crate) fn of(page: Page) -> Option<FoundKind> {
        match page {
            Page::Region(_) => Some(FoundKind::Region),
            Page::District(..) => Some(FoundKind::District),
            Page::Direction(_) => Some(FoundKind::Direction),
            Page::Object(_) => Some(FoundKind::Object),
            Page::Year(_) => Some(FoundKind::Year),
            Page::Patron(_) => Some(FoundKind::Patron),
            Page::Award(_) => Some(FoundKind::Award),
            Page::Project(_) => Some(FoundKind::Project),
            Page::News(_) => Some(FoundKind::News),
            Page::Regions
            | Page::Projects
            | Page::Patrons
            | Page::Awards
            | Page::Directions
            | Page::Objects
            | Page::Years
            | Page::NewsList
            | Page::Totals
            | Page::TotalsPart(_)
            | Page::Reported
            | Page::Compare
            | Page::Completeness
            | Page::Filtered
            | Page::Corrections
            | Page::Data(_)
            | Page::Text(_) => Some(FoundKind::Page),
            Page::Home
            | Page::Contributions(_)
            | Page::Embed(_)
            | Page::Search
            | Page::NotFound => None,
        }
    }
}

/// A file of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum SearchFile {
    /// Where each piece begins: the one file that is not kept for ever.
    Manifest,
    /// A piece of the words, each with the pages that it stands on.
    Words(u32),
    /// A piece of the words that one may be meant by another.
    Guesses(u32),
    /// What results show of some pages, to a reader of a language.
    Cards(Lang, u32),
    /// The texts of some pages in a language.
    Texts(Lang, u32),
    /// What a browser reads to offer the search (OpenSearch).
    Description(Lang),
}

/// How many cards are in a file.
pub(crate) const CARDS: usize = 8;

/// How many texts are in a file: all of them belong to one file of cards.
pub(crate) const TEXTS: usize = 4;

/// In how many pieces an index of so many pages is kept: of its words, and of its guesses.
pub(crate) fn pieces(pages: usize) -> (usize, usize) {
    ((pages / 16).clamp(4, 1024), (pages / 48).clamp(1, 64))
}

impl SearchFile {
    /// All of them.
    pub(super) fn all(portal: &Portal, pages: &[Parts]) -> Vec<SearchFile> {
        let found = pages
            .iter()
            .filter(|(page, _)| FoundKind::of(*page).is_some());
        let found = found.count();
        let (words, guesses) = pieces(found);
        let count = |files: usize| 0..files as u32;
        let mut all = vec![SearchFile::Manifest];
        all.extend(count(words).map(SearchFile::Words));
        all.extend(count(guesses).map(SearchFile::Guesses));
        for &lang in &portal.site.languages {
            let of = |make: fn(Lang, u32) -> SearchFile, files: usize| {
                count(files).map(move |nth| make(lang, nth))
            };
            all.extend(of(SearchFile::Cards, found.div_ceil(CARDS)));
            all.extend(of(SearchFile::Texts, found.div_ceil(TEXTS)));
            all.push(SearchFile::Description(lang));
        }
        all
    }

    /// The address of the file. Numbers are padded, so that files are listed in the order of their addresses, which a plan need
    /// not sort then.
    pub(crate) fn address(self) -> String {
        match self {
            SearchFile::Manifest => MANIFEST.to_owned(),
            SearchFile::Words(nth) => format!("search/pieces/words/{nth:04}.txt"),
            SearchFile::Guesses(nth) => format!("search/pieces/guesses/{nth:04}.txt"),
            SearchFile::Cards(lang, nth) => format!("search/pieces/{lang}/cards/{nth:04}.json"),
            SearchFile::Texts(lang, nth) => format!("search/pieces/{lang}/texts/{nth:04}.json"),
            SearchFile::Description(lang) => format!("search/{lang}.xml"),
        }
    }
}

/// Where the manifest stands: a reader's script begins with it.
pub(crate) const MANIFEST: &str = "search/manifest.json";
