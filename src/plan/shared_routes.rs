//! Language-independent routes: the files that every language has alike beside a page, kept once for all of them.

use ahash::HashSet;
use rayon::prelude::*;
use strum::VariantArray;

use super::address::{beyond_language, file_name};
use super::linked::Linked;
use super::output::{Output, OutputKind};
use super::page::{Page, Parts};
use super::route_table::RouteTable;
use crate::model::lang::Lang;

/// How many pages a thread takes at once.
const CHUNK: usize = 1024;

/// The files that every language has alike, without the first part of their paths, which is the language's:
/// `/index.html`. They are sorted, and no two are equal.
pub(super) struct SharedRoutes {
    languages: Vec<Lang>,
    files: RouteTable,
    /// What has no place among them: each file whose path another has, behind that other.
    dropped: Vec<(Output, Output)>,
}

impl SharedRoutes {
    pub(super) fn new(linked: Linked<'_>, pages: &[Parts]) -> SharedRoutes {
        let mut languages = linked.portal.site.languages.clone();
        languages.sort_by_key(|lang| lang.code());
        let files = match languages.first() {
            Some(&lang) => files_of(linked, pages, lang),
            None => RouteTable::default(),
        };
        SharedRoutes::of(languages, files)
    }

    /// The languages must be sorted by their codes.
    pub(super) fn of(languages: Vec<Lang>, mut files: RouteTable) -> SharedRoutes {
        files.sort();
        let dropped = files.keep_first();
        SharedRoutes {
            languages,
            files,
            dropped,
        }
    }

    /// The files that are left out since another has their path, each behind that other; not those of pages whose slug
    /// was reported.
    pub(super) fn dropped(
        &self,
        reported: &HashSet<Page>,
    ) -> impl Iterator<Item = (&Output, &Output)> {
        let is_told = |of: &Output| of.beside().is_some_and(|page| reported.contains(&page));
        let dropped = self.dropped.iter().map(|(kept, of)| (kept, of));
        dropped.filter(move |(kept, of)| !is_told(kept) && !is_told(of))
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

/// Every page in a language, with the files beside it.
fn files_of(linked: Linked<'_>, pages: &[Parts], lang: Lang) -> RouteTable {
    let pieces = pages.par_chunks(CHUNK).map(|pages| {
        let mut files = RouteTable::default();
        for &page in pages {
            for kind in OutputKind::VARIANTS {
                kind.beside(linked, lang, page, &mut |output| {
                    let address = output.address(linked.portal);
                    let path = [beyond_language(&address), file_name(&address)];
                    files.push(&path, output);
                });
            }
        }
        // Pieces that are sorted are soon sorted as a whole.
        files.sort();
        files
    });
    let pieces: Vec<RouteTable> = pieces.collect();
    RouteTable::joined(&pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_left_out_in_silence_only_if_its_slug_was_reported() {
        let mut pages = RouteTable::default();
        for page in [Page::Totals, Page::Years] {
            pages.push(&["/totals/index.html"], Output::Page(Lang::Kk, page, 1));
        }
        let shared = SharedRoutes::of(vec![Lang::Kk], pages);
        assert_eq!(shared.files.len(), 1);
        let told = |reported: &[Page]| {
            let reported = reported.iter().copied().collect();
            let dropped = shared.dropped(&reported);
            let pages = dropped.map(|(kept, of)| [kept.beside(), of.beside()]);
            pages.collect::<Vec<_>>()
        };
        assert_eq!(told(&[]), [[Some(Page::Totals), Some(Page::Years)]]);
        assert_eq!(told(&[Page::Home]).len(), 1);
        assert!(told(&[Page::Years]).is_empty());
    }

    #[test]
    fn others_come_between_the_files_that_languages_have_alike() {
        let mut shared = RouteTable::default();
        let mut others = RouteTable::default();
        for path in ["/index.html", "/a/index.html", "/a-b/index.html"] {
            shared.push(&[path], Output::Page(Lang::Kk, Page::Home, 1));
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
            Output::Page(lang, _, _) => Some((path, lang.code())),
            _ => None,
        });
        assert!(pages.into_iter().all(|(path, code)| path.starts_with(code)));
    }
}
