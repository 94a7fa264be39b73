//! The files that are made of records: every page in every language, the rows of its tables, what long lists are filtered
//! by.

use rayon::prelude::*;

use super::Output;
use super::files::Files;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::pages::address::{PAGE_LENGTH, Page, beyond_language, file_of};
use crate::pages::facets::LongList;
use crate::pages::lists::Lists;
use crate::pages::tables;
use crate::totals::Totals;

/// How many pages a thread takes at once.
const PIECE: usize = 512;

/// The files that every language has alike, those of the first language, sorted.
pub fn of_one_language(portal: &Portal, totals: &Totals, pages: &[Page]) -> Files {
    let Some(&lang) = portal.site.languages.first() else {
        return Files::default();
    };
    let pieces = pages.par_chunks(PIECE).map(|pages| {
        let mut files = Files::default();
        for &page in pages {
            for table in tables::files(portal, totals, page) {
                let output = Output::Table(lang, page, table);
                files.push(&[&table.address(portal, page, lang)], output);
            }
            let path = file_of(page.address(portal, lang));
            files.push(&[&path], Output::Page(lang, page));
        }
        files
    });
    let mut files = Files::default();
    for piece in pieces.collect::<Vec<_>>() {
        files.append(piece);
    }
    for list in LongList::ALL {
        let path = list.address(portal, lang);
        files.push(&[&path], Output::List(lang, list));
    }
    files.sort();
    files
}

/// The same files in every language, sorted.
pub fn of_all_languages(portal: &Portal, one: &Files) -> Files {
    let mut languages = portal.site.languages.clone();
    languages.sort_by_key(|lang| lang.code());
    let all = languages.len();
    let mut files = Files::with_room(one.len() * all, one.bytes() * all);
    for lang in languages {
        for (path, output) in one.iter() {
            files.push(
                &[lang.code(), beyond_language(path)],
                output.in_language(lang),
            );
        }
    }
    files
}

/// The rows of what texts draw: a text may draw something else in each language.
pub fn drawings(portal: &Portal, pages: &[Page]) -> Vec<(String, Output)> {
    let in_language = |lang: Lang| {
        pages.par_iter().flat_map_iter(move |&page| {
            let tables = tables::drawn(portal, page, lang).into_iter();
            tables.map(move |table| {
                let path = table.address(portal, page, lang);
                (path, Output::Table(lang, page, table))
            })
        })
    };
    let languages = portal.site.languages.par_iter();
    languages.flat_map(|&lang| in_language(lang)).collect()
}

/// Every page of one language.
pub fn pages_of_a_language(portal: &Portal, lists: &Lists) -> Vec<Page> {
    let mut pages = vec![
        Page::Home,
        Page::Regions,
        Page::Years,
        Page::Totals,
        Page::NotFound,
    ];
    let mut add_list = |page: Page, entries: usize| {
        pages.extend((1..=entries.div_ceil(PAGE_LENGTH).max(1)).map(|n| page.part(n)));
    };
    let public = || {
        portal
            .patrons
            .iter()
            .filter(|(_, patron)| !patron.is_anonymous())
    };
    add_list(Page::Projects(1), portal.projects.len());
    add_list(Page::Patrons(1), public().count());
    add_list(Page::Awards(1), portal.awards.len());
    add_list(Page::NewsList(1), portal.news.len());
    portal
        .regions
        .indices()
        .for_each(|id| add_list(Page::Region(id, 1), lists.region(id).len()));
    portal
        .directions
        .indices()
        .for_each(|id| add_list(Page::Direction(id, 1), lists.direction(id).len()));
    portal
        .objects
        .indices()
        .for_each(|id| add_list(Page::Object(id, 1), lists.object(id).len()));
    lists
        .years()
        .for_each(|year| add_list(Page::Year(year, 1), lists.year(year).len()));
    public().for_each(|(id, _)| add_list(Page::Patron(id, 1), lists.patron(id).len()));
    pages.extend(portal.projects.indices().map(Page::Project));
    pages.extend(portal.awards.indices().map(Page::Award));
    pages.extend(portal.news.indices().map(Page::News));
    pages.extend(portal.pages.indices().map(Page::Text));
    pages
}
