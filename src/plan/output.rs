//! The kinds of output: pages, list data, CSV tables, sitemaps, files for hosts, redirects, cards, pictures and copied assets.
//!
//! To add a kind of output is to add a variant here: every match on outputs names all kinds, so that the compiler lists
//! what the new one needs.

use std::sync::Arc;

use strum::{EnumDiscriminants, IntoStaticStr, VariantArray};

use super::data::DataFile;
use super::host_file::HostFile;
use super::long_list::LongList;
use super::made_picture::MadePicture;
use super::page::Page;
use super::search::SearchFile;
use super::tables::Table;
use crate::diagnostic::At;
use crate::model::index::TableIndex;
use crate::model::lang::Lang;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::row::{Row, RowText};
use crate::source::Asset;

/// What makes a file of the output.
#[derive(Debug, Clone, EnumDiscriminants)]
#[strum_discriminants(name(OutputKind), vis(pub(super)), derive(VariantArray, IntoStaticStr))]
#[strum_discriminants(strum(serialize_all = "kebab-case"))]
pub(crate) enum Output {
    /// A part of a page, counted from 1.
    Page(Lang, Page, usize),
    /// What a long list is filtered by: `kk/projects/list.json`.
    List(Lang, LongList),
    /// All contributions, for the page that looks for some: `kk/contributions/rows.json`.
    Rows(Lang),
    /// The rows of a page's table, as CSV.
    Table(Lang, Page, Table),
    /// The feed in the folder of a page.
    Feed(Lang, Page),
    /// Open data: `data/contributions.csv`.
    Data(DataFile),
    /// A file of the search: `search/pieces/words/0.txt`.
    Search(SearchFile),
    /// The page at `/` that offers the languages.
    Root,
    /// `404.html` at the root, in the default language.
    RootNotFound,
    /// The sitemap index.
    Sitemap,
    /// The n-th sitemap of a language, counted from 1, and how many it has.
    SitemapPart(Lang, usize, usize),
    /// A file for hosts and search engines, with the site's own of that name, if it has one.
    HostFile(HostFile, Option<Arc<Asset>>),
    /// A redirect from an old address to a page: the index among the page's aliases.
    Redirect(Lang, Page, usize),
    /// The card of a page in a language: the picture that social networks show for a link.
    Card(Lang, Page),
    /// A file of a picture that is made anew: which of them. The first stands for all.
    Picture(Arc<MadePicture>, usize),
    /// A file that is copied.
    Asset(Arc<Copied>),
}

/// A file that is copied, and to where.
#[derive(Debug)]
pub(crate) struct Copied {
    pub asset: Asset,
    pub address: String,
}

impl Output {
    /// The same in another language, if it is made for readers of one.
    pub(super) fn in_language(&self, lang: Lang) -> Output {
        match *self {
            Output::Page(_, page, n) => Output::Page(lang, page, n),
            Output::List(_, list) => Output::List(lang, list),
            Output::Rows(_) => Output::Rows(lang),
            Output::Table(_, page, table) => Output::Table(lang, page, table),
            Output::Feed(_, page) => Output::Feed(lang, page),
            Output::Redirect(_, page, alias) => Output::Redirect(lang, page, alias),
            Output::SitemapPart(_, n, of) => Output::SitemapPart(lang, n, of),
            Output::Card(_, page) => Output::Card(lang, page),
            Output::Data(_)
            | Output::Search(_)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::HostFile(..)
            | Output::Picture(..)
            | Output::Asset(_) => self.clone(),
        }
    }

    /// The word for its kind: `page`, `sitemap-part`.
    pub(crate) fn kind(&self) -> &'static str {
        OutputKind::from(self).into()
    }

    /// The page in a language, and which part of it, if it is one.
    pub(crate) fn page(&self) -> Option<(Lang, Page, usize)> {
        match *self {
            Output::Page(lang, page, n) => Some((lang, page, n)),
            Output::List(..)
            | Output::Rows(_)
            | Output::Table(..)
            | Output::Data(_)
            | Output::Search(_)
            | Output::Feed(..)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::SitemapPart(..)
            | Output::HostFile(..)
            | Output::Redirect(..)
            | Output::Card(..)
            | Output::Picture(..)
            | Output::Asset(_) => None,
        }
    }

    /// The page that a reader comes to, at once or by a redirect, and its language.
    pub(crate) fn leads_to(&self) -> Option<(Lang, Page)> {
        match *self {
            Output::Page(lang, page, _) | Output::Redirect(lang, page, _) => Some((lang, page)),
            Output::List(..)
            | Output::Rows(_)
            | Output::Table(..)
            | Output::Data(_)
            | Output::Search(_)
            | Output::Feed(..)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::SitemapPart(..)
            | Output::HostFile(..)
            | Output::Card(..)
            | Output::Picture(..)
            | Output::Asset(_) => None,
        }
    }

    /// The page that the file is a part of, or stands beside in every language alike.
    pub(super) fn beside(&self) -> Option<Page> {
        match *self {
            Output::Page(_, page, _) | Output::Table(_, page, _) | Output::Feed(_, page) => {
                Some(page)
            }
            Output::List(_, list) => Some(list.page()),
            Output::Rows(_) => Some(Page::Filtered),
            Output::Data(_)
            | Output::Search(_)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::SitemapPart(..)
            | Output::HostFile(..)
            | Output::Redirect(..)
            | Output::Card(..)
            | Output::Picture(..)
            | Output::Asset(_) => None,
        }
    }

    /// The page whose text may be in the file, and the reader's language.
    pub(crate) fn shows_text_of(&self) -> Option<(Lang, Page)> {
        match *self {
            Output::Page(lang, page, _) | Output::Table(lang, page, _) => Some((lang, page)),
            Output::List(..)
            | Output::Rows(_)
            | Output::Data(_)
            | Output::Search(_)
            | Output::Feed(..)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::SitemapPart(..)
            | Output::HostFile(..)
            | Output::Redirect(..)
            | Output::Card(..)
            | Output::Picture(..)
            | Output::Asset(_) => None,
        }
    }

    /// Whether it tells of other files, and is made when they are.
    pub(crate) fn is_made_last(&self) -> bool {
        matches!(self, Output::Data(DataFile::Package))
    }

    /// The file that is copied, if it is one.
    pub(crate) fn asset(&self) -> Option<&Asset> {
        match self {
            Output::Asset(copied) => Some(&copied.asset),
            Output::Page(..)
            | Output::List(..)
            | Output::Rows(_)
            | Output::Table(..)
            | Output::Data(_)
            | Output::Search(_)
            | Output::Feed(..)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::SitemapPart(..)
            | Output::HostFile(..)
            | Output::Redirect(..)
            | Output::Picture(..)
            | Output::Card(..) => None,
        }
    }

    /// Whether no file of the site is there for it alone: a list, a year, the sitemap.
    pub(super) fn is_of_program(&self, portal: &Portal) -> bool {
        let is_file = match self {
            Output::HostFile(_, own) => own.is_some(),
            Output::Picture(..) | Output::Asset(_) => true,
            Output::Page(..)
            | Output::List(..)
            | Output::Rows(_)
            | Output::Table(..)
            | Output::Data(_)
            | Output::Search(_)
            | Output::Feed(..)
            | Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::SitemapPart(..)
            | Output::Redirect(..)
            | Output::Card(..) => false,
        };
        !is_file && matches!(self.at(portal), At::File(_))
    }

    /// What makes the file, for messages.
    pub(super) fn at(&self, portal: &Portal) -> At {
        match self {
            Output::Page(_, page, _) | Output::Table(_, page, _) | Output::Feed(_, page) => {
                at_page(portal, *page, None)
            }
            Output::Card(_, page) => at_page(portal, *page, None),
            Output::Redirect(_, page, alias) => at_page(portal, *page, Some(*alias)),
            Output::HostFile(_, Some(own)) => At::File(own.path.to_string()),
            Output::Root
            | Output::RootNotFound
            | Output::Sitemap
            | Output::SitemapPart(..)
            | Output::HostFile(_, None)
            | Output::Data(_)
            | Output::Search(_)
            | Output::List(..)
            | Output::Rows(_) => At::File("site.toml".to_owned()),
            Output::Picture(of, _) => At::File(of.asset.path.to_string()),
            Output::Asset(copied) => At::File(copied.asset.path.to_string()),
        }
    }
}

/// The record that a page is about, or one of its old addresses.
fn at_page(portal: &Portal, page: Page, alias: Option<usize>) -> At {
    if let Page::Contributions(listed) = page {
        return at_page(portal, listed.beside(), alias);
    }
    let record = match (page.record(), page) {
        (Some(record), _) => record,
        (None, Page::District(region, district)) => {
            let list = portal.regions[region].origin().field("districts");
            let place = list.at(district.index());
            return match alias {
                Some(alias) => place.at("aliases").at(alias).into(),
                None => place.into(),
            };
        }
        (None, _) => return At::File("content".to_owned()),
    };
    let row = portal.row(record);
    match (row.text(), alias) {
        (RowText::WriteUp(text, _), Some(alias)) => {
            let stated_in = text.aliases_in.unwrap_or(text.source());
            Place::document(stated_in).at("aliases").at(alias).into()
        }
        (RowText::WriteUp(text, _), None) => At::span(text.source(), 0..0),
        (_, Some(alias)) => row.origin().field("aliases").at(alias).into(),
        (_, None) => row.origin().place().into(),
    }
}
