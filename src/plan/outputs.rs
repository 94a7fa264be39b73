//! The kinds of output: pages, list data, CSV tables, the sitemap, redirects and copied assets; all files of each.
//!
//! To add a kind of output is to add a variant here: every match on outputs names all kinds, so that the compiler lists
//! what the new one needs.

use std::sync::Arc;

use ahash::{HashSet, HashSetExt};
use rayon::prelude::*;
use strum::{EnumDiscriminants, VariantArray};

use super::address;
use super::links;
use super::long_list::LongList;
use super::page::{Page, Parts};
use super::tables::{self, Table};
use super::texts::write_up_of;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::kind::RecordRef;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::source::Asset;
use crate::totals::Totals;

/// What makes a file of the output.
#[derive(Debug, Clone, EnumDiscriminants)]
#[strum_discriminants(name(OutputKind), vis(pub(super)), derive(VariantArray))]
pub(crate) enum Output {
    /// A part of a page, counted from 1.
    Page(Lang, Page, usize),
    /// What a long list is filtered by: `kk/projects/list.json`.
    List(Lang, LongList),
    /// The rows of a page's table, as CSV.
    Table(Lang, Page, Table),
    /// The page at `/` that offers the languages.
    Root,
    /// `404.html` at the root, in the default language.
    RootNotFound,
    Sitemap,
    /// A redirect from an old address to a page: the index among the page's aliases.
    Redirect(Lang, Page, usize),
    /// A file that is copied.
    Asset(Arc<Copied>),
}

/// A file that is copied, and to where.
#[derive(Debug)]
pub(crate) struct Copied {
    pub asset: Asset,
    pub address: String,
}

/// What outputs that stand beside no page are planned from.
pub(super) struct Planned<'a> {
    pub portal: &'a Portal,
    pub pages: &'a [Parts],
    /// The records whose texts ask for files of the output.
    pub asking: &'a [RecordRef],
    /// The files of `content/` that are no texts.
    pub content_files: &'a [&'a Asset],
    /// Those of the theme, with their addresses.
    pub theme_files: Vec<(String, Asset)>,
}

impl OutputKind {
    /// The outputs of this kind that stand beside a page in every language alike.
    pub(super) fn beside(
        self,
        portal: &Portal,
        totals: &Totals,
        lang: Lang,
        (page, parts): Parts,
        put: &mut impl FnMut(Output),
    ) {
        match self {
            OutputKind::Page => (1..=parts).for_each(|n| put(Output::Page(lang, page, n))),
            OutputKind::List => {
                let lists = LongList::VARIANTS.iter();
                let here = lists.filter(|list| list.page() == page);
                here.for_each(|&list| put(Output::List(lang, list)));
            }
            OutputKind::Table => {
                let tables = tables::files(portal, totals, page).into_iter();
                tables.for_each(|table| put(Output::Table(lang, page, table)));
            }
            OutputKind::Root
            | OutputKind::RootNotFound
            | OutputKind::Sitemap
            | OutputKind::Redirect
            | OutputKind::Asset => {}
        }
    }

    /// All other outputs of this kind.
    pub(super) fn others(self, of: &mut Planned<'_>, found: &mut Vec<Diagnostic>) -> Vec<Output> {
        match self {
            OutputKind::Page | OutputKind::List => Vec::new(),
            OutputKind::Table => drawings(of),
            OutputKind::Root => vec![Output::Root],
            OutputKind::RootNotFound => vec![Output::RootNotFound],
            OutputKind::Sitemap => vec![Output::Sitemap],
            OutputKind::Redirect => redirects(of.portal),
            OutputKind::Asset => copies(of, found),
        }
    }
}

impl Output {
    /// The same in another language, if it is made for readers of one.
    pub(super) fn in_language(&self, lang: Lang) -> Output {
        match *self {
            Output::Page(_, page, n) => Output::Page(lang, page, n),
            Output::List(_, list) => Output::List(lang, list),
            Output::Table(_, page, table) => Output::Table(lang, page, table),
            Output::Redirect(_, page, alias) => Output::Redirect(lang, page, alias),
            Output::Root | Output::RootNotFound | Output::Sitemap | Output::Asset(_) => {
                self.clone()
            }
        }
    }

    /// The page in a language, and which part of it, if it is one.
    pub(crate) fn page(&self) -> Option<(Lang, Page, usize)> {
        match *self {
            Output::Page(lang, page, n) => Some((lang, page, n)),
            Output::List(..)
            | Output::Table(..)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::Redirect(..)
            | Output::Asset(_) => None,
        }
    }

    /// The page whose text may be in the file, and the reader's language.
    pub(crate) fn shows_text_of(&self) -> Option<(Lang, Page)> {
        match *self {
            Output::Page(lang, page, _) | Output::Table(lang, page, _) => Some((lang, page)),
            Output::List(..)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::Redirect(..)
            | Output::Asset(_) => None,
        }
    }

    /// The file that is copied, if it is one.
    pub(crate) fn asset(&self) -> Option<&Asset> {
        match self {
            Output::Asset(copied) => Some(&copied.asset),
            Output::Page(..)
            | Output::List(..)
            | Output::Table(..)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::Redirect(..) => None,
        }
    }

    /// What makes the file, for messages.
    pub(super) fn at(&self, portal: &Portal) -> At {
        match self {
            Output::Page(_, page, _) | Output::Redirect(_, page, _) | Output::Table(_, page, _) => {
                match write_up_of(portal, *page) {
                    Some(text) => At::span(text.source(), 0..0),
                    None => At::File("content".to_owned()),
                }
            }
            Output::Root | Output::RootNotFound | Output::Sitemap | Output::List(..) => {
                At::File("site.toml".to_owned())
            }
            Output::Asset(copied) => At::File(copied.asset.path.to_string()),
        }
    }
}

/// The rows of what texts draw: a text may draw something else in each language.
fn drawings(of: &Planned<'_>) -> Vec<Output> {
    let mut asking = HashSet::with_capacity(of.asking.len());
    asking.extend(of.asking.iter().map(|&record| Page::of(record)));
    let pages = of.pages.iter().map(|(page, _)| *page);
    let pages: Vec<Page> = pages.filter(|page| asking.contains(page)).collect();
    let languages = of.portal.site.languages.iter();
    let in_languages: Vec<(Lang, Page)> = languages
        .flat_map(|&lang| pages.iter().map(move |&page| (lang, page)))
        .collect();
    let drawn = in_languages.into_par_iter().flat_map_iter(|(lang, page)| {
        let tables = tables::drawn(of.portal, page, lang).into_iter();
        tables.map(move |table| Output::Table(lang, page, table))
    });
    drawn.collect()
}

/// Old addresses: an old slug in every language, or a path from the root, which leads to the default language.
fn redirects(portal: &Portal) -> Vec<Output> {
    let mut redirects = Vec::new();
    for (record, text) in portal.write_ups() {
        let page = Page::of(record);
        for (nth, alias) in text.aliases.iter().enumerate() {
            let languages = match alias.starts_with('/') {
                true => std::slice::from_ref(&portal.site.default_language),
                false => &portal.site.languages,
            };
            let in_languages = languages.iter();
            redirects.extend(in_languages.map(|&lang| Output::Redirect(lang, page, nth)));
        }
    }
    redirects
}

/// The files that are copied: of the content all of `static/`, and pictures that some text shows; those of the theme.
fn copies(of: &mut Planned<'_>, found: &mut Vec<Diagnostic>) -> Vec<Output> {
    let used = match of.content_files {
        [] => std::collections::HashSet::new(),
        _ => links::pictures(of.portal, of.asking),
    };
    let copy = |address: String, asset: Asset| Output::Asset(Arc::new(Copied { asset, address }));
    let mut copies = Vec::new();
    for &asset in of.content_files {
        let address = if let Some(address) = address::of_static_file(&asset.path) {
            address.to_owned()
        } else if used.contains(&*asset.path) {
            let (folder, file) = asset.path.rsplit_once('/').unwrap_or(("", &asset.path));
            address::picture(folder, file)
        } else {
            let at = At::File(asset.path.to_string());
            found.push(Diagnostic::new(Code::StrayFile, at));
            continue;
        };
        copies.push(copy(address, asset.clone()));
    }
    let theme_files = std::mem::take(&mut of.theme_files).into_iter();
    copies.extend(theme_files.map(|(address, asset)| copy(address, asset)));
    copies
}
