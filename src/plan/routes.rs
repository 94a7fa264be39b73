//! The routes: all files of the output, each with its path and what makes it.

use rayon::prelude::*;

use super::address::address_of;
use super::output::Output;
use super::page::Page;
use super::route_table::RouteTable;
use crate::model::lang::Lang;

/// All files of the output, in the order of their paths.
#[derive(Debug, Default)]
pub(crate) struct Routes {
    pub(super) files: RouteTable,
}

impl Routes {
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Output)> {
        self.files.iter()
    }

    /// All files, for many threads at once.
    pub(crate) fn par_iter(&self) -> impl IndexedParallelIterator<Item = (&str, &Output)> {
        self.files.par_iter()
    }

    /// What is at a path of the output: `kk/index.html`.
    pub(crate) fn find(&self, path: &str) -> Option<&Output> {
        self.files.find(path)
    }

    /// Every sitemap of every language: which of how many.
    pub(crate) fn sitemaps(&self) -> impl Iterator<Item = (Lang, usize)> {
        let files = self.files.iter();
        files.filter_map(|(_, output)| match *output {
            Output::SitemapPart(lang, n, _) => Some((lang, n)),
            _ => None,
        })
    }

    /// Every redirect: its address, and the page that it leads to.
    pub(crate) fn redirects(&self) -> impl Iterator<Item = (&str, Lang, Page)> {
        let files = self.files.iter();
        files.filter_map(|(path, output)| match *output {
            Output::Redirect(lang, page, _) => Some((address_of(path), lang, page)),
            _ => None,
        })
    }

    /// All pages in a language.
    pub(crate) fn pages_in(&self, lang: Lang) -> impl Iterator<Item = Page> {
        let files = self.files.from(lang.code());
        let of_lang =
            files.map_while(move |(path, output)| path.starts_with(lang.code()).then_some(output));
        of_lang.filter_map(move |output| match *output {
            Output::Page(of, page, 1) if of == lang => Some(page),
            _ => None,
        })
    }

    /// All parts of all pages, in every language.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (Lang, Page, usize)> {
        self.files.iter().filter_map(|(_, output)| output.page())
    }
}
