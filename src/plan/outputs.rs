//! The enumeration of outputs: all files of each kind, those beside a page and all others.

use std::sync::Arc;

use ahash::{HashSet, HashSetExt};
use rayon::prelude::*;
use strum::VariantArray;

use super::address;
use super::cards;
use super::data::DataFile;
use super::feeds::has_feed;
use super::host_file::HostFile;
use super::linked::Linked;
use super::links;
use super::long_list::LongList;
use super::output::{Copied, Output, OutputKind};
use super::page::{Page, Parts};
use super::picture_flaws::{broken_file, shown_picture};
use super::pictures::Pictures;
use super::search::SearchFile;
use super::{stray, tables};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::kind::RecordRef;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::source::Asset;
use crate::totals::Totals;

/// What outputs that stand beside no page are planned from.
pub(super) struct Planned<'a> {
    pub portal: &'a Portal,
    pub totals: &'a Totals,
    pub pages: &'a [Parts],
    /// The records whose texts ask for files of the output.
    pub asking: &'a [RecordRef],
    /// The files of `content/` that are no texts.
    pub content_files: &'a [&'a Asset],
    /// What is known of the pictures among them.
    pub pictures: &'a Pictures,
    /// Those of the theme, with their addresses.
    pub theme_files: Vec<(String, Asset)>,
}

impl OutputKind {
    /// The outputs of this kind that stand beside a page in every language alike.
    pub(super) fn beside(
        self,
        linked: Linked<'_>,
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
            OutputKind::Rows => {
                if page == Page::Filtered {
                    put(Output::Rows(lang));
                }
            }
            OutputKind::Table => {
                let tables = tables::files(linked, page).into_iter();
                tables.for_each(|table| put(Output::Table(lang, page, table)));
            }
            OutputKind::Feed => {
                if has_feed(page) {
                    put(Output::Feed(lang, page));
                }
            }
            OutputKind::Data
            | OutputKind::Search
            | OutputKind::Root
            | OutputKind::RootNotFound
            | OutputKind::Sitemap
            | OutputKind::SitemapPart
            | OutputKind::HostFile
            | OutputKind::Redirect
            | OutputKind::Card
            | OutputKind::Picture
            | OutputKind::Asset => {}
        }
    }

    /// All other outputs of this kind.
    pub(super) fn others(self, of: &mut Planned<'_>, found: &mut Vec<Diagnostic>) -> Vec<Output> {
        match self {
            OutputKind::Page | OutputKind::List | OutputKind::Rows | OutputKind::Feed => Vec::new(),
            OutputKind::Table => drawings(of),
            OutputKind::Data => DataFile::all(of.portal)
                .into_iter()
                .map(Output::Data)
                .collect(),
            OutputKind::Search => SearchFile::all(of.portal, of.pages)
                .into_iter()
                .map(Output::Search)
                .collect(),
            OutputKind::Root => vec![Output::Root],
            OutputKind::RootNotFound => vec![Output::RootNotFound],
            OutputKind::Sitemap => vec![Output::Sitemap],
            OutputKind::SitemapPart => sitemaps(of.portal, of.pages),
            OutputKind::HostFile => host_files(of),
            OutputKind::Redirect => redirects(of.portal, of.pages),
            OutputKind::Card => cards::all(of.portal, of.pages),
            // With the files that are copied, of which they are some.
            OutputKind::Picture => Vec::new(),
            OutputKind::Asset => copies(of, found),
        }
    }
}

/// The rows of what texts draw: a text may draw something else in each language.
fn drawings(of: &Planned<'_>) -> Vec<Output> {
    let mut asking = HashSet::with_capacity(of.asking.len());
    asking.extend(of.asking.iter().map(|&record| Page::of(of.portal, record)));
    let pages = of.pages.iter().map(|(page, _)| *page);
    let pages: Vec<Page> = pages.filter(|page| asking.contains(page)).collect();
    let languages = of.portal.site.languages.iter();
    let in_languages: Vec<(Lang, Page)> = languages
        .flat_map(|&lang| pages.iter().map(move |&page| (lang, page)))
        .collect();
    let drawn = in_languages.into_par_iter().flat_map_iter(|(lang, page)| {
        let tables = tables::drawn(of.portal, of.totals, page, lang).into_iter();
        tables.map(move |table| Output::Table(lang, page, table))
    });
    drawn.collect()
}

/// How many pages are in a sitemap: at most 50,000 may be, in 50 MB. The longest addresses make 2 kB of each.
const SITEMAP_LENGTH: usize = 10_000;

/// The sitemaps of each language.
fn sitemaps(portal: &Portal, pages: &[Parts]) -> Vec<Output> {
    let pages: usize = pages.iter().map(|(_, parts)| parts).sum();
    let count = pages.div_ceil(SITEMAP_LENGTH).max(1);
    let languages = portal.site.languages.iter();
    let all = languages.flat_map(|&lang| (1..=count).map(move |n| (lang, n)));
    all.map(|(lang, n)| Output::SitemapPart(lang, n, count))
        .collect()
}

/// The files for hosts, each with the site's own of that name.
fn host_files(of: &Planned<'_>) -> Vec<Output> {
    let own = |file: HostFile| {
        let mut files = of.content_files.iter();
        let own = files.find(|asset| host_file(asset) == Some(file))?;
        Some(Arc::new(Asset::clone(own)))
    };
    let files = HostFile::VARIANTS.iter();
    files
        .map(|&file| Output::HostFile(file, own(file)))
        .collect()
}

/// The file for hosts that a file of the content is the beginning of.
fn host_file(asset: &Asset) -> Option<HostFile> {
    let address = address::of_static_file(&asset.path)?;
    let mut files = HostFile::VARIANTS.iter().copied();
    files.find(|file| file.name() == address)
}

/// Old addresses: an old slug in every language, or a path from the root, which leads to the default language.
fn redirects(portal: &Portal, pages: &[Parts]) -> Vec<Output> {
    let mut redirects = Vec::new();
    for &(page, _) in pages {
        let aliases = address::aliases(portal, page).iter().enumerate();
        // An empty one could not be kept.
        for (nth, alias) in aliases.filter(|(_, alias)| !alias.is_empty()) {
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

/// The files that are copied: of the content all of `static/`, and pictures that some text shows, which are made anew if we can;
/// those of the theme.
fn copies(of: &mut Planned<'_>, found: &mut Vec<Diagnostic>) -> Vec<Output> {
    let used = match of.content_files {
        [] => std::collections::HashSet::new(),
        _ => links::pictures(of.portal, of.asking),
    };
    let copy = |address: String, asset: Asset| Output::Asset(Arc::new(Copied { asset, address }));
    let mut copies = Vec::new();
    for &asset in of.content_files {
        if host_file(asset).is_some() {
            continue;
        }
        let address = if let Some(address) = address::of_static_file(&asset.path) {
            if let Some(right) = stray::content_path(address) {
                let misplaced =
                    Diagnostic::new(Code::UnknownFile, At::File(asset.path.to_string()));
                let misplaced = misplaced.with("what", "static");
                found.push(misplaced.with("right", right));
            }
            address.to_owned()
        } else if used.contains(&*asset.path) {
            found.extend(shown_picture(asset, of.pictures.is_made(&asset.path)));
            if let Some(made) = of.pictures.made(asset) {
                let made = Arc::new(made);
                let files = 0..made.files.len();
                copies.extend(files.map(|nth| Output::Picture(made.clone(), nth)));
                continue;
            }
            copies.push(copy(of.pictures.copied(&asset.path), asset.clone()));
            continue;
        } else {
            let at = At::File(asset.path.to_string());
            let name = asset.path.rsplit('/').next().unwrap_or(&asset.path);
            let stray = Diagnostic::new(Code::StrayFile, at)
                .with("what", stray::kind_of(&asset.path))
                .with("file", name);
            found.push(match stray::right_name(&asset.path) {
                Some(right) => stray.with("right", right),
                None => stray,
            });
            continue;
        };
        found.extend(broken_file(asset));
        copies.push(copy(address, asset.clone()));
    }
    let has_own_icon = of
        .content_files
        .iter()
        .any(|asset| address::of_static_file(&asset.path) == Some(address::ROOT_ICON));
    let mut theme_files = std::mem::take(&mut of.theme_files);
    // A site's own icon stands for the theme's.
    theme_files.retain(|(address, _)| !(has_own_icon && address == address::ROOT_ICON));
    let theme_files = theme_files.into_iter();
    copies.extend(theme_files.map(|(address, asset)| copy(address, asset)));
    copies
}
