//! A site version: an immutable snapshot of the site that every answer is made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Accepted, At, Diagnostic, Settled, Severity, has_errors};
use crate::load::locate::Locator;
use crate::load::secrecy::holds_patrons;
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::model::place::Origin;
use crate::model::row::{Row, RowText};
use crate::pipeline::Prepared;
use crate::plan::Page;
use crate::plan::address::file_of;
use crate::plan::texts::{origin_of, write_up_of};
use crate::source::{Asset, SourceId, Sources};

/// What was read and prepared.
pub(super) struct ServedSite {
    pub sources: Sources,
    /// None if the settings or the theme cannot be used at all.
    pub prepared: Option<Prepared>,
    pub found: Vec<Diagnostic>,
    /// What the content accepts of what was found.
    pub accepted: Vec<Accepted>,
    /// Why no page is shown at all: records of patrons who perhaps must not be named, and whose names are not known.
    pub withheld: Vec<Diagnostic>,
}

/// A site and what a preview knows of it.
#[derive(Clone)]
pub(super) struct SiteVersion {
    /// Counts the states of the content.
    pub number: u64,
    /// Everything that was noticed up to this count is in it.
    pub upto: u64,
    pub site: Arc<ServedSite>,
    /// What the check of all pages found; none while it has not come to its end.
    pub checked: Option<Arc<Vec<Diagnostic>>>,
    /// Files that are copied, by their path in the output: the number of the version in which each last changed.
    pub assets: Arc<BTreeMap<String, u64>>,
}

impl SiteVersion {
    /// The first of a preview.
    pub(super) fn first(site: ServedSite) -> SiteVersion {
        SiteVersion {
            number: 0,
            upto: 0,
            site: site.into(),
            checked: None,
            assets: Arc::default(),
        }
    }

    /// The next, in which these files changed.
    pub(super) fn after(&self, site: ServedSite, upto: u64, files: &[String]) -> SiteVersion {
        let number = self.number + 1;
        let copies = site.copies_of(files).into_iter();
        let mut assets = BTreeMap::clone(&self.assets);
        assets.extend(copies.map(|path| (path, number)));
        SiteVersion {
            number,
            upto,
            site: site.into(),
            checked: None,
            assets: assets.into(),
        }
    }

    /// Everything that is known to be wrong.
    pub(super) fn diagnostics(&self) -> Vec<Diagnostic> {
        let checked = self.checked.iter().flat_map(|checked| checked.iter());
        self.site.found.iter().chain(checked).cloned().collect()
    }

    pub(super) fn has_errors(&self) -> bool {
        has_errors(&self.site.found)
            || self
                .checked
                .as_ref()
                .is_some_and(|checked| has_errors(checked))
    }

    /// The path before all addresses: empty or `/portal`.
    pub(super) fn base(&self) -> &str {
        self.site
            .prepared
            .as_ref()
            .map_or("", |prepared| prepared.portal.site.base_path())
    }
}

impl ServedSite {
    pub(super) fn new(
        sources: Sources,
        prepared: Option<Prepared>,
        settled: Settled,
    ) -> ServedSite {
        ServedSite {
            withheld: unread_patrons(&settled.diagnostics, &sources),
            sources,
            prepared,
            found: settled.diagnostics,
            accepted: settled.accepted,
        }
    }

    /// The record that a page is about.
    pub(super) fn origin(&self, lang: Lang, page: Page) -> Option<Origin> {
        let portal = &self.prepared.as_ref()?.portal;
        Some(origin_of(portal, page.record()?, lang))
    }

    /// The languages of the site that a page's text is not written in.
    pub(super) fn missing(&self, page: Page) -> Vec<Lang> {
        let Some(prepared) = &self.prepared else {
            return Vec::new();
        };
        let portal = &prepared.portal;
        let languages = portal.site.languages.iter().copied();
        match write_up_of(portal, page) {
            Some(text) => languages.filter(|&lang| !text.is_in(lang)).collect(),
            None => Vec::new(),
        }
    }

    /// The addresses of the pages that are about records in these files.
    pub(super) fn pages_of(&self, files: &[String]) -> Vec<String> {
        let Some(prepared) = &self.prepared else {
            return Vec::new();
        };
        let portal = &prepared.portal;
        let sources: Vec<SourceId> = files
            .iter()
            .filter_map(|file| self.sources.find(file))
            .collect();
        let is_meant = |origin: Origin| sources.contains(&origin.source);
        // All records are asked at each change: nothing is made of those that are not meant.
        let langs = |row: &dyn Row| -> Vec<Lang> {
            match row.text() {
                RowText::WriteUp(text, _) => {
                    let meant = text.iter().filter(|(_, version)| is_meant(version.origin));
                    meant.map(|(lang, _)| lang).collect()
                }
                RowText::Portrait(_) | RowText::Nothing if is_meant(row.origin()) => {
                    vec![portal.site.default_language]
                }
                RowText::Portrait(_) | RowText::Nothing => Vec::new(),
            }
        };
        let addresses = portal.linked_rows().flat_map(|(record, row)| {
            let langs = langs(row).into_iter();
            langs.map(move |lang| Page::of(portal, record).address(portal, lang))
        });
        let is_planned = |address: &String| {
            let file = file_of(address.clone());
            prepared.routes.find(&file).is_some()
        };
        let base = portal.site.base_path();
        let mut pages: Vec<String> = addresses
            .filter(is_planned)
            .map(|address| format!("{base}/{address}"))
            .collect();
        pages.sort();
        pages
    }

    /// The paths in the output of files that are copied from these.
    pub(super) fn copies_of(&self, files: &[String]) -> Vec<String> {
        let Some(prepared) = &self.prepared else {
            return Vec::new();
        };
        if !files.iter().any(|file| self.sources.has_asset(file)) {
            return Vec::new();
        }
        let is_meant = |asset: &Asset| files.iter().any(|file| **file == *asset.path);
        prepared
            .routes
            .iter()
            .filter(|(_, output)| output.asset().is_some_and(is_meant))
            .map(|(path, _)| path.to_owned())
            .collect()
    }
}

/// The errors in records of patrons of whom it is not known that they may be named, or in files of such records. A record
/// with an error is not read, so that nobody knows which name to look for.
fn unread_patrons(found: &[Diagnostic], sources: &Sources) -> Vec<Diagnostic> {
    let of_patrons = |diagnostic: &&Diagnostic| {
        diagnostic.severity() == Severity::Error
            && match &diagnostic.at {
                At::File(path) => is_above_patrons(path),
                at => at
                    .source()
                    .is_some_and(|source| holds_patrons(sources.path(source))),
            }
    };
    let errors: Vec<&Diagnostic> = found.iter().filter(of_patrons).collect();
    if errors.is_empty() {
        return Vec::new();
    }
    let sources = sources.loaded(errors.iter().filter_map(|wrong| wrong.at.source()));
    let mut locator = Locator::new(&sources);
    let unread = errors.into_iter().filter(|wrong| match &wrong.at {
        At::File(_) => true,
        at => locator.locate(at).secret,
    });
    unread.cloned().collect()
}

/// Whether a file, or a folder, holds records of patrons, as far as its name tells.
fn is_above_patrons(path: &str) -> bool {
    let folder = format!("content/{}", RecordKind::Patron.folder());
    holds_patrons(path) || format!("{folder}/").starts_with(&format!("{path}/"))
}

/// The page at a path, for the record that it is about.
pub(super) fn page_at(version: &SiteVersion, path: &str) -> Option<(Lang, Page)> {
    let prepared = version.site.prepared.as_ref()?;
    let address = path.strip_prefix(version.base())?.strip_prefix('/')?;
    let output = prepared.routes.find(&file_of(address.to_owned()))?;
    let (lang, page, _) = output.page()?;
    Some((lang, page))
}
