//! Every file of the output: which address it has, and what makes it. Cheap: no text is made here.

pub(crate) mod address;
mod collisions;
mod inverted_indexes;
mod links;
pub(crate) mod long_list;
mod outputs;
mod route_table;
pub(crate) mod tables;
pub(crate) mod texts;

pub(crate) use address::Page;
pub(crate) use inverted_indexes::InvertedIndexes;

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use self::collisions::{Clash, clashes};
use self::outputs::SharedRoutes;
use self::route_table::RouteTable;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::records::slugs::section_folder;
use crate::source::Asset;
use crate::totals::Totals;
use address::picture;
use long_list::LongList;
use tables::Table;

/// What makes a file of the output.
#[derive(Debug, Clone)]
pub(crate) enum Output {
    Page(Lang, Page),
    /// The page at `/` that offers the languages.
    Root,
    /// `404.html` at the root, in the default language.
    RootNotFound,
    Sitemap,
    /// What a long list is filtered by: `kk/projects/list.json`.
    List(Lang, LongList),
    /// The rows of a page's table, as CSV.
    Table(Lang, Page, Table),
    /// An old address that leads to a page.
    Redirect(Lang, Page),
    /// A file that is copied.
    Asset(Arc<Asset>),
}

impl Output {
    /// The same in another language, if it is made for readers of one.
    fn in_language(&self, lang: Lang) -> Output {
        match *self {
            Output::Page(_, page) => Output::Page(lang, page),
            Output::List(_, list) => Output::List(lang, list),
            Output::Table(_, page, table) => Output::Table(lang, page, table),
            Output::Redirect(_, page) => Output::Redirect(lang, page),
            Output::Root | Output::RootNotFound | Output::Sitemap | Output::Asset(_) => {
                self.clone()
            }
        }
    }
}

/// All files of the output, in the order of their paths.
#[derive(Debug, Default)]
pub(crate) struct Routes {
    files: RouteTable,
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

    /// All pages, in every language.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (Lang, Page)> {
        self.files.iter().filter_map(|(_, output)| match output {
            Output::Page(lang, page) => Some((*lang, *page)),
            _ => None,
        })
    }
}

/// Plans the output. `content_files` are the files of `content/` that are no texts; `theme_files` those of the theme
/// with the address that each has.
pub(crate) fn plan(
    portal: &Portal,
    totals: &Totals,
    indexes: &InvertedIndexes,
    content_files: &[&Asset],
    theme_files: Vec<(String, Asset)>,
) -> (Routes, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let pages = outputs::pages_of_a_language(portal, indexes);
    let shared = SharedRoutes::new(portal, totals, &pages);
    let asking = links::asking(portal);
    let mut others = RouteTable::default();
    for (path, output) in outputs::drawings(portal, &pages, &asking) {
        others.push(&[&path], output);
    }
    others.push(&["index.html"], Output::Root);
    others.push(&["404.html"], Output::RootNotFound);
    others.push(&["sitemap.xml"], Output::Sitemap);
    aliases(portal, &mut others);
    copies(portal, &asking, content_files, &mut others, &mut found);
    for (path, asset) in theme_files {
        others.push(&[&path], Output::Asset(asset.into()));
    }
    refuse_clashes(portal, &shared, &mut others, &mut found);
    others.sort();
    let files = shared.with(&others);
    let routes = Routes { files };
    links::check_site_links(portal, &asking, &routes, &mut found);
    (routes, found)
}

/// The files of the content that are copied: all of `static/`, and pictures that some text shows.
fn copies(
    portal: &Portal,
    asking: &[Page],
    content_files: &[&Asset],
    files: &mut RouteTable,
    found: &mut Vec<Diagnostic>,
) {
    let used = match content_files {
        [] => HashSet::new(),
        _ => links::pictures(portal, asking),
    };
    for &asset in content_files {
        let path = if let Some(path) = asset.path.strip_prefix("content/static/") {
            path.to_owned()
        } else if used.contains(&*asset.path) {
            let (folder, file) = asset.path.rsplit_once('/').unwrap_or(("", &asset.path));
            picture(folder, file)
        } else {
            let at = At::File(asset.path.to_string());
            found.push(Diagnostic::new(Code::StrayFile, at));
            continue;
        };
        files.push(&[&path], Output::Asset(asset.clone().into()));
    }
}

/// Reports files that stand where others do or where others need a folder, and takes out those that are not the first
/// at their place.
fn refuse_clashes(
    portal: &Portal,
    shared: &SharedRoutes,
    others: &mut RouteTable,
    found: &mut Vec<Diagnostic>,
) {
    let mut taken = HashSet::new();
    let report = |address: &str, of: &Output, other: &Output| {
        Diagnostic::new(Code::DuplicateAddress, at_of(portal, of))
            .with("address", address)
            .also(at_of(portal, other))
    };
    for clash in clashes(shared, others) {
        match clash {
            Clash::Equal { first, second } => {
                taken.insert(second);
                let second = others.get(second);
                found.extend(second.map(|(path, second)| report(path, second, first)));
            }
            Clash::InTheWay {
                file,
                inside,
                folder,
            } => found.push(report(&folder, file, inside)),
        }
    }
    others.remove(&taken);
}

/// What makes a file of the output, for messages.
fn at_of(portal: &Portal, output: &Output) -> At {
    match output {
        Output::Page(_, page) | Output::Redirect(_, page) | Output::Table(_, page, _) => {
            match texts::write_up_of(portal, *page) {
                Some(text) => At::span(text.source(), 0..0),
                None => At::File("content".to_owned()),
            }
        }
        Output::Root | Output::RootNotFound | Output::Sitemap | Output::List(..) => {
            At::File("site.toml".to_owned())
        }
        Output::Asset(asset) => At::File(asset.path.to_string()),
    }
}

/// Old addresses: an old slug in every language, or a path from the root, which leads to the default language.
fn aliases(portal: &Portal, files: &mut RouteTable) {
    for (of, text) in portal.write_ups() {
        let page = Page::of(of);
        for alias in &text.aliases {
            let plain = alias.trim_matches('/');
            let has_extension = plain
                .rsplit('/')
                .next()
                .is_some_and(|name| name.contains('.'));
            let file = if has_extension {
                plain.to_owned()
            } else {
                format!("{plain}/index.html")
            };
            if alias.starts_with('/') {
                let lang = portal.site.default_language;
                files.push(&[&file], Output::Redirect(lang, page));
                continue;
            }
            for &lang in &portal.site.languages {
                let path = [lang.code(), "/", section_folder(of.kind()), &file];
                files.push(&path, Output::Redirect(lang, page));
            }
        }
    }
}
