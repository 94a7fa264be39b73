//! The phases by name, in order: the one place that knows them all.
//!
//! ```text
//! read → load → link → totals → plan → render → publish
//! ```
//!
//! `build` runs all of them, `check` all but the last. [`Prepared`] is the site up to `plan`: any of its files can then
//! be rendered, one or all, in any order and on any thread, always with the same bytes.

mod assets;
mod by_path;
mod guarded;
mod memo;
mod render;
mod site;

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::anonymity::{self, Guard};
use crate::diagnostic::{Diagnostic, has_errors};
use crate::disk;
use crate::lint;
use crate::load::site::site as site_toml;
use crate::locale::Language;
use crate::model::lang::PerLang;
use crate::model::portal::Portal;
use crate::model::site::Samples;
use crate::pages::CollatedOrder;
use crate::plan::{InvertedIndexes, Routes, plan};
use crate::records::{link, load, patrons};
use crate::source::{Asset, PictureSizes, Source, SourceId, Sources};
use crate::theme::engine::Engine;
use crate::theme::files::theme;
use crate::totals::{self, Totals};
use assets::theme_assets;
pub(crate) use assets::unreadable;
pub use by_path::Unpublished;
pub(crate) use guarded::Guarded;
pub(crate) use memo::Memo;
use site::{settings, site_value};

/// What the command line may say over `site.toml`.
#[derive(Debug, Clone, Default)]
pub struct BuildOptions {
    pub drafts: bool,
    pub samples: Option<Samples>,
    /// Checked by [`crate::load::site::check_base_url`].
    pub base_url: Option<String>,
    /// Assets keep their plain names, for a preview.
    pub plain_assets: bool,
}

/// A site that is read, linked, added up and planned.
pub struct Prepared {
    pub(crate) portal: Portal,
    pub(crate) totals: Totals,
    pub(crate) routes: Routes,
    indexes: InvertedIndexes,
    languages: PerLang<Arc<Language>>,
    engines: PerLang<Option<Arc<Engine>>>,
    sorted: PerLang<CollatedOrder>,
    pictures: PictureSizes,
    /// Who must not be named; none if everyone may be.
    guard: Option<Arc<Guard>>,
}

/// What the phases up to `plan` gave.
pub struct Preparation {
    pub sources: Sources,
    /// None if the settings or the theme cannot be used at all.
    pub prepared: Option<Prepared>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a site from its folder and prepares it.
pub fn prepare(root: &Path, options: &BuildOptions) -> Preparation {
    let (sources, mut found) = disk::read::read(root);
    let prepared = prepare_sources(&sources, options, &mut Memo::default(), &mut found);
    Preparation {
        sources,
        prepared,
        diagnostics: found,
    }
}

/// Reads one text alone, as the file at a path of a site in three languages, and gives what is wrong with it: `site.toml`
/// as settings, anything else as content.
pub fn read_text(path: &str, text: &str) -> (Sources, Vec<Diagnostic>) {
    const SETTINGS: &str = "base_url = \"https://site.example\"\ntheme = \"tagzym\"\n\
        languages = [\"kk\", \"ru\", \"en\"]\ntitle = {kk = \"Портал\"}\n";
    let source = Source {
        path: path.into(),
        text: text.into(),
    };
    let sources = Sources::new(vec![source], Vec::new());
    let id = SourceId(0);
    let found = match path {
        "site.toml" => site_toml(id, text).1,
        _ => match site_toml(id, SETTINGS).0 {
            Some(settings) => load(id, sources.get(id), &settings).diagnostics,
            None => Vec::new(),
        },
    };
    (sources, found)
}

/// Prepares a site from what was read. What is dear and did not change is taken from `memory`; all else is made anew.
pub(crate) fn prepare_sources(
    sources: &Sources,
    options: &BuildOptions,
    memo: &mut Memo,
    found: &mut Vec<Diagnostic>,
) -> Option<Prepared> {
    let settings = settings(sources, options, found)?;
    let (theme, wrong) = theme(sources, &settings.theme);
    found.extend(wrong);
    memo.load(sources, &settings);
    let (loaded, kept) = memo.loaded(sources);
    found.extend(
        loaded
            .iter()
            .flat_map(|(_, loaded)| loaded.diagnostics.iter().cloned()),
    );
    found.extend(lint::heavy_pictures(&sources.assets));
    // Of all records, also of those that are hidden or cannot be linked.
    let patrons = patrons(&loaded);
    found.extend(anonymity::telling_ids(patrons.clone()));
    let guard = Guard::new(patrons).map(Arc::new);
    let exists = |path: &str| sources.has_asset(path);
    let (portal, wrong) = link(Arc::new(settings), &loaded, options.drafts, &exists, kept);
    found.extend(wrong);
    let theme = theme?;
    let assets = theme_assets(&theme, portal.site.base_path(), options.plain_assets, found);
    let (content_files, theme_files) = (content_files(sources), assets.files);
    let (totals, indexes) = rayon::join(
        || totals::compute(&portal),
        || InvertedIndexes::new(&portal),
    );
    let (wrong, (routes, other)) = rayon::join(
        || totals::check(&portal, &totals),
        || plan(&portal, &totals, &indexes, &content_files, theme_files),
    );
    found.extend(wrong.into_iter().chain(other));
    let languages = PerLang::make(|lang| memo.language(&theme, sources, lang, found));
    let spoken = portal.site.languages.iter();
    let spoken = spoken.map(|&lang| languages.get(lang).clone()).collect();
    found.extend_from_slice(memo.words(&theme, sources, spoken));
    let sorted = PerLang::make(|_| CollatedOrder::default());
    let mut prepared = Prepared {
        portal,
        totals,
        routes,
        indexes,
        languages,
        engines: PerLang::default(),
        sorted,
        pictures: sources.picture_sizes(),
        guard,
    };
    let names = Arc::new(assets.addresses);
    for lang in prepared.portal.site.languages.clone() {
        let site = site_value(&prepared.view(lang));
        let language = prepared.languages.get(lang);
        match memo.engine(&theme, language, site, &names) {
            Ok(engine) => *prepared.engines.get_mut(lang) = Some(engine),
            Err(wrong) => {
                // The same template is wrong in every language.
                found.extend(wrong);
                break;
            }
        }
    }
    Some(prepared)
}

fn content_files(sources: &Sources) -> Vec<&Asset> {
    let assets = sources.assets.iter();
    assets
        .filter(|asset| asset.path.starts_with("content/"))
        .collect()
}

/// What was made of a site.
pub struct BuildOutcome {
    pub pages: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// Renders every file of the output; `put` takes each as it is made, on any thread. What names an anonymous patron is
/// an error, so that nothing is published; so is a file that has to be looked through and cannot be read.
///
/// # Errors
/// The first error of `put`. Templates' errors are diagnostics.
pub fn render_all<E: Send>(
    prepared: &Prepared,
    sources: &Sources,
    put: impl Fn(&str, Rendered<'_>) -> Result<(), E> + Sync,
) -> Result<BuildOutcome, E> {
    let made = prepared
        .routes
        .par_iter()
        .map(|(path, output)| prepared.give(path, output, &put))
        .collect::<Result<Vec<_>, E>>()?;
    let (mut wrong, mut leaks) = (Vec::new(), Vec::new());
    for made in made {
        match made {
            Ok(named) => leaks.extend(named),
            Err(error) => wrong.push(error),
        }
    }
    let pages = prepared.routes.pages().count();
    let mut diagnostics = each_once(wrong);
    diagnostics.extend(prepared.report_leaks(leaks, sources));
    Ok(BuildOutcome { pages, diagnostics })
}

/// One template that is wrong is wrong on a thousand pages: each of its mistakes is told once.
pub(crate) fn each_once(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told = std::collections::HashSet::new();
    diagnostics.retain(|wrong| told.insert((wrong.at.clone(), wrong.args.last().cloned())));
    diagnostics
}

/// Looks for what is odd in a site without errors: for `check` alone, in the way of no build or preview.
pub fn inspect(site: &Preparation) -> Vec<Diagnostic> {
    match &site.prepared {
        Some(prepared) if !has_errors(&site.diagnostics) => {
            lint::inspect(&prepared.portal, &site.sources)
        }
        _ => Vec::new(),
    }
}

/// A file of the output.
pub enum Rendered<'a> {
    Text(String),
    /// Copied as it is.
    Copy(&'a Asset),
    /// Copied as it is looked through, so that nothing else is published.
    Guarded(&'a mut Guarded),
}

/// Whether a site can be published.
pub(crate) fn is_sound(diagnostics: &[Diagnostic], strict: bool) -> bool {
    !has_errors(diagnostics) && (!strict || diagnostics.is_empty())
}
