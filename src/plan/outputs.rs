//! The files that are made of records: every page in every language, the rows of its tables, what long lists are filtered
//! by.

use ahash::HashSet;
use rayon::prelude::*;

use super::Output;
use super::inverted_indexes::InvertedIndexes;
use super::long_list::LongList;
use super::route_table::RouteTable;
use super::tables;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::plan::address::{PAGE_LENGTH, Page, beyond_language, file_name};
use crate::totals::Totals;

/// How many pages a thread takes at once.
const CHUNK: usize = 1024;

/// The files that every language has alike, without the first part of their paths, which is the language's: `/index.html`.
/// They are sorted, and no two are equal.
pub(super) struct SharedRoutes {
    languages: Vec<Lang>,
    files: RouteTable,
}

impl SharedRoutes {
    pub(super) fn new(portal: &Portal, totals: &Totals, pages: &[Page]) -> SharedRoutes {
        let mut languages = portal.site.languages.clone();
        languages.sort_by_key(|lang| lang.code());
        let files = match languages.first() {
            Some(&lang) => files_of(portal, totals, pages, lang),
            None => RouteTable::default(),
        };
        SharedRoutes::of(languages, files)
    }

    /// The languages must be sorted by their codes.
    pub(super) fn of(languages: Vec<Lang>, mut files: RouteTable) -> SharedRoutes {
        files.sort();
        // Two pages with one address were reported when their slugs were.
        files.keep_first();
        SharedRoutes { languages, files }
    }

    /// What is at a path of the output.
    pub(super) fn find(&self, path: &str) -> Option<&Output> {
        self.files.find(self.beyond_language(path)?)
    }

    /// The first of the files that have this path for a folder.
    pub(super) fn below(&self, path: &str) -> Option<&Output> {
        let folder = format!("{}/", self.beyond_language(path)?);
        let (path, output) = self.files.from(&folder).next()?;
        path.starts_with(&folder).then_some(output)
    }

    /// A path without its first part, if that is a language.
    fn beyond_language<'a>(&self, path: &'a str) -> Option<&'a str> {
        let (first, beyond) = path.split_at(path.find('/').unwrap_or(path.len()));
        let lang = Lang::from_code(first)?;
        self.languages.contains(&lang).then_some(beyond)
    }

    /// All files of all languages, and others, in the order of their paths. The others must be sorted.
    pub(super) fn with(&self, others: &RouteTable) -> RouteTable {
        let bytes = self.files.bytes() + self.files.len() * "kk".len();
        let all = self.languages.len();
        let mut files = RouteTable::with_room(
            self.files.len() * all + others.len(),
            bytes * all + others.bytes(),
        );
        let mut others = others.iter().peekable();
        for &lang in &self.languages {
            for (path, output) in self.files.iter() {
                let is_before = |other: &str| match other.strip_prefix(lang.code()) {
                    Some(beyond) => beyond < path,
                    None => other < lang.code(),
                };
                while let Some((other, output)) = others.next_if(|(other, _)| is_before(other)) {
                    files.push(&[other], output.clone());
                }
                files.push(&[lang.code(), path], output.in_language(lang));
            }
        }
        for (other, output) in others {
            files.push(&[other], output.clone());
        }
        files
    }
}

/// Every page of a language, the rows of its tables, and what long lists are filtered by.
fn files_of(portal: &Portal, totals: &Totals, pages: &[Page], lang: Lang) -> RouteTable {
    let pieces = pages.par_chunks(CHUNK).map(|pages| {
        let mut files = RouteTable::default();
        for &page in pages {
            for table in tables::files(portal, totals, page) {
                let path = table.address(portal, page, lang);
                let output = Output::Table(lang, page, table);
                files.push(&[beyond_language(&path)], output);
            }
            let address = page.address(portal, lang);
            let path = [beyond_language(&address), file_name(&address)];
            files.push(&path, Output::Page(lang, page));
        }
        // Pieces that are sorted are soon sorted as a whole.
        files.sort();
        files
    });
    let mut pieces: Vec<RouteTable> = pieces.collect();
    let mut indexes = RouteTable::default();
    for list in LongList::ALL {
        let path = list.address(portal, lang);
        indexes.push(&[beyond_language(&path)], Output::List(lang, list));
    }
    pieces.push(indexes);
    RouteTable::joined(&pieces)
}

/// The rows of what texts draw: a text may draw something else in each language. `asking` are the pages whose texts may
/// have drawings.
pub(super) fn drawings(portal: &Portal, pages: &[Page], asking: &[Page]) -> Vec<(String, Output)> {
    let asking: HashSet<&Page> = asking.iter().collect();
    let pages = pages.iter().filter(|page| asking.contains(page));
    let pages: Vec<Page> = pages.copied().collect();
    let languages = portal.site.languages.iter();
    let in_languages: Vec<(Lang, Page)> = languages
        .flat_map(|&lang| pages.iter().map(move |&page| (lang, page)))
        .collect();
    let drawn = in_languages.into_par_iter().flat_map_iter(|(lang, page)| {
        let tables = tables::drawn(portal, page, lang).into_iter();
        tables.map(move |table| {
            let path = table.address(portal, page, lang);
            (path, Output::Table(lang, page, table))
        })
    });
    drawn.collect()
}

/// Every page of one language.
pub(super) fn pages_of_a_language(portal: &Portal, indexes: &InvertedIndexes) -> Vec<Page> {
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
        .for_each(|id| add_list(Page::Region(id, 1), indexes.region(id).len()));
    portal
        .directions
        .indices()
        .for_each(|id| add_list(Page::Direction(id, 1), indexes.direction(id).len()));
    portal
        .objects
        .indices()
        .for_each(|id| add_list(Page::Object(id, 1), indexes.object(id).len()));
    indexes
        .years()
        .for_each(|year| add_list(Page::Year(year, 1), indexes.year(year).len()));
    public().for_each(|(id, _)| add_list(Page::Patron(id, 1), indexes.patron(id).len()));
    pages.extend(portal.projects.indices().map(Page::Project));
    pages.extend(portal.awards.indices().map(Page::Award));
    pages.extend(portal.news.indices().map(Page::News));
    pages.extend(portal.pages.indices().map(Page::Text));
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_come_between_the_files_that_languages_have_alike() {
        let mut shared = RouteTable::default();
        let mut others = RouteTable::default();
        for path in ["/index.html", "/a/index.html", "/a-b/index.html"] {
            shared.push(&[path], Output::Page(Lang::Kk, Page::Home));
        }
        for path in [
            "ru/я",
            "404.html",
            "k",
            "kk-",
            "kk/a/drawing-1.csv",
            "ру",
            "kk",
        ] {
            others.push(&[path], Output::Root);
        }
        others.sort();
        let files = SharedRoutes::of(vec![Lang::En, Lang::Kk, Lang::Ru], shared).with(&others);
        let paths: Vec<&str> = files.iter().map(|(path, _)| path).collect();
        assert_eq!(paths.len(), 3 * 3 + 7);
        assert!(paths.is_sorted(), "{paths:?}");
        let all = files.iter();
        let pages = all.filter_map(|(path, output)| match output {
            Output::Page(lang, _) => Some((path, lang.code())),
            _ => None,
        });
        assert!(pages.into_iter().all(|(path, code)| path.starts_with(code)));
    }
}
