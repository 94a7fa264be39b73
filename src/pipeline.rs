//! The build pipeline: the phases by name, in order; the one place that knows them all.
//!
//! ```text
//! read → load → link → totals → plan → render → publish
//! ```
//!
//! `build` runs all of them, `check` all but the last. [`Prepared`] is the site up to `plan`: any of its files can then
//! be rendered, one or all, in any order and on any thread, always with the same bytes.

mod acceptances;
mod assets;
mod by_path;
mod card;
mod copies;
mod csv_columns;
mod data_digests;
mod draft_links;
mod guarded;
mod line_ends;
mod memo;
mod memos;
mod misnamed;
mod misplaced_records;
mod moved;
mod near_pictures;
mod once;
mod options;
mod output_file;
mod photo;
mod prepared;
mod render;
mod row_memo;
mod rows;
mod scope_words;
mod search;
mod site;
mod specimens;
mod unpacked;
mod unread;
mod verdicts;
mod whole_copies;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::anonymity::{self, Guard};
use crate::data::{self, RowIds};
use crate::diagnostic::{
    Acceptance, Accepted, At, Code, Diagnostic, Phase, Settled, has_errors, settle,
};
use crate::disk;
use crate::disk::read::RevisionError;
use crate::lint;
use crate::load::site::site as site_toml;
use crate::locale::Language;
use crate::model::frame::PageIds;
use crate::model::lang::{Lang, PerLang};
use crate::model::patron::PatronRecord;
use crate::model::region::RegionRecord;
use crate::pages::CollatedOrder;
use crate::plan::meant_files::tell_files;
use crate::plan::pictures::Pictures;
use crate::plan::{InvertedIndexes, plan};
use crate::records::{
    OtherFiles, impossible_dates, link, load, patrons, propose_ids, regions, repeats, tell_mistyped,
};
use crate::source::{Asset, Source, SourceId, Sources, StaleRead};
use crate::theme::files::theme;
use crate::totals;
use assets::theme_assets;
pub use by_path::Unpublished;
use copies::tell_copies;
pub(crate) use memos::Memos;
pub use options::{BuildOptions, Observer};
use output_file::CARD;
pub(crate) use output_file::Made;
pub use prepared::Prepared;
pub(crate) use render::render_each;
pub use render::{Rendered, render_all};
use scope_words::scope_words;
use site::{settings, site_value};
use specimens::specimens;
use verdicts::guard_key;
use whole_copies::tell_whole_copies;

/// What the phases up to `plan` gave.
pub struct Preparation {
    pub sources: Sources,
    /// None if the settings or the theme cannot be used at all.
    pub prepared: Option<Prepared>,
    pub diagnostics: Vec<Diagnostic>,
    pub accepted: Vec<Accepted>,
}

/// Reads a site from its folder and prepares it.
pub fn prepare(root: &Path, options: &BuildOptions) -> Preparation {
    let (sources, found) = disk::read::read(root);
    options.observer.ended("read");
    let memos = match options.publishes {
        true => Memos::of_site(root),
        false => Memos::default(),
    };
    prepare_read(sources, options, memos, found)
}

/// The same of the site as it was at a revision of its repository; themes are those of today.
///
/// # Errors
/// The revision cannot be read.
pub(crate) fn prepare_revision(
    root: &Path,
    revision: &str,
    options: &BuildOptions,
) -> Result<Preparation, RevisionError> {
    let (sources, found) = disk::read::read_revision(root, revision)?;
    Ok(prepare_read(sources, options, Memos::default(), found))
}

/// The same of a site as it would be with other texts at some paths, and with new ones.
pub(crate) fn prepare_changed(
    sources: &Sources,
    texts: &[(String, String)],
    options: &BuildOptions,
) -> Preparation {
    let is_changed = |path: &str| texts.iter().any(|(changed, _)| changed == path);
    let all = sources.all_loaded();
    let kept = all.iter().filter_map(|(_, source)| source.in_memory());
    let changed = texts.iter().map(|(path, text)| Source {
        path: path.as_str().into(),
        text: text.as_str().into(),
    });
    let kept = kept.filter(|source| !is_changed(&source.path));
    let mut all: Vec<Source> = kept.chain(changed).collect();
    all.sort_by(|a, b| a.path.cmp(&b.path));
    prepare_read(
        Sources::new(all, sources.assets.to_vec()),
        options,
        Memos::default(),
        Vec::new(),
    )
}

fn prepare_read(
    sources: Sources,
    options: &BuildOptions,
    mut memos: Memos,
    found: Vec<Diagnostic>,
) -> Preparation {
    let prepared = prepare_sources(&sources, options, &mut memos, found);
    // Nothing is evicted in a build: every text is in memory.
    let (prepared, settled) = prepared.unwrap_or_else(|StaleRead { path }| {
        let at = At::File(path.to_string());
        let vanished = Diagnostic::new(Code::Unreadable, at).with("reason", "vanished");
        let settled = Settled {
            diagnostics: vec![vanished],
            ..Settled::default()
        };
        (None, settled)
    });
    Preparation {
        sources,
        prepared,
        diagnostics: settled.diagnostics,
        accepted: settled.accepted,
    }
}

/// Reads one text alone, as the file at a path of a site in three languages, and gives what is wrong with it:
/// `site.toml` as settings, anything else as content.
pub fn read_text(path: &str, text: &str) -> (Sources, Vec<Diagnostic>) {
    const SETTINGS: &str = "base_url = \"https://site.example\"\ntheme = \"tagzym\"\n\
        languages = [\"kk\", \"ru\", \"en\"]\ntitle = {kk = \"Портал\"}\n";
    let source = Source {
        path: path.into(),
        text: text.into(),
    };
    let sources = Sources::new(vec![source.clone()], Vec::new());
    let id = SourceId(0);
    let found = match path {
        "site.toml" => site_toml(id, text).1,
        _ => match site_toml(id, SETTINGS).0 {
            Some(settings) => load(id, &source, &settings).diagnostics,
            None => Vec::new(),
        },
    };
    (sources, found)
}

/// Prepares a site from what was read; `found` is what was wrong with that. What is expensive and did not change is taken
/// from the memos; all else is made anew. None if the settings or the theme cannot be used at all.
///
/// # Errors
/// A text that was evicted is needed, and is not there any more as it was: what was read is to be brought up to date.
pub(crate) fn prepare_sources(
    sources: &Sources,
    options: &BuildOptions,
    memos: &mut Memos,
    mut found: Vec<Diagnostic>,
) -> Result<(Option<Prepared>, Settled), StaleRead> {
    let mut acceptances = Vec::new();
    let mut prepared = run(sources, options, memos, &mut found, &mut acceptances)?;
    tell_copies(&mut found, sources, &mut memos.copies);
    tell_whole_copies(&mut found, sources);
    unread::keep_to_the_cause(&mut found, sources);
    let mut settled = settle(found, &acceptances, Phase::Prepare, sources);
    if let Some((_, Some(guard))) = memos.guard.last() {
        mark_lines(guard, &mut settled, sources);
    }
    if let Some(prepared) = &mut prepared {
        if has_errors(&settled.diagnostics) {
            // What is not read or linked is not rendered either: later phases call none needless.
            acceptances.iter_mut().for_each(|of| of.is_shown = false);
        }
        prepared.acceptances = acceptances;
    }
    Ok((prepared, settled))
}

/// The phases from load to plan: what they found, and what the content accepts of it and of what comes later.
fn run(
    sources: &Sources,
    options: &BuildOptions,
    memos: &mut Memos,
    found: &mut Vec<Diagnostic>,
    acceptances: &mut Vec<Acceptance>,
) -> Result<Option<Prepared>, StaleRead> {
    let Some(mut settings) = settings(sources, options, found, acceptances) else {
        return Ok(None);
    };
    let (theme, wrong) = theme(sources, &settings.theme);
    found.extend(wrong);
    if let Some(theme) = &theme {
        let templates = theme.templates.values().map(|template| &*template.text);
        let frame = Arc::make_mut(&mut settings.frame);
        frame.ids = PageIds::of_templates(templates);
        frame.has_cards = theme.templates.contains_key(CARD);
    }
    let verdicts = memos.verdicts.clone();
    let (site, room) = (memos.site.clone(), memos.room.clone());
    let mut guards = std::mem::take(&mut memos.guard);
    let (loaded, kept) = memos.load(sources, &settings)?;
    found.extend(
        loaded
            .iter()
            .flat_map(|(_, loaded)| loaded.diagnostics.iter().cloned()),
    );
    options.observer.ended("load");
    let unread_paths = unread::unread_paths(found);
    for (_, loaded) in &loaded {
        acceptances.extend_from_slice(&loaded.acceptances);
    }
    found.extend(lint::heavy_pictures(&sources.assets));
    found.extend(lint::private_metadata(&sources.assets));
    found.extend(lint::server_programs(&sources.assets));
    // Of all records, also of those that are hidden or cannot be linked.
    let patrons: Vec<&PatronRecord> = patrons(&loaded).collect();
    let patrons = patrons.iter().copied();
    found.extend(anonymity::telling_ids(patrons.clone(), options.chance));
    let messages = theme.iter().flat_map(|theme| {
        let files = Lang::ALL.iter().flat_map(|lang| theme.messages.get(*lang));
        files.map(|file| &*file.text)
    });
    // What is told of tables of open data is the program's own.
    let messages = messages.chain(Lang::ALL.map(data::words::messages));
    let places = || regions(&loaded).flat_map(RegionRecord::place_names);
    let place_ids = || regions(&loaded).flat_map(RegionRecord::place_ids);
    let others = messages.clone().chain(places()).chain(place_ids());
    let key = guard_key(patrons.clone(), others);
    let guard = guards.get_or_make(key, || {
        // Words of markup stand in every line of a page.
        let templates = theme.iter().flat_map(|theme| theme.templates.values());
        let templates = templates.map(|template| &*template.text);
        let guard = Guard::new(patrons)?.among(specimens(sources).chain(templates));
        let guard = guard.beside_places(places(), place_ids());
        Some(Arc::new(guard.beside_messages(messages)))
    });
    let guard = guard.clone();
    options.observer.ended("guard");
    let verdicts = verdicts.map(|verdicts| verdicts.under(key));
    let exists = |path: &str| sources.has_asset(path) || unread_paths.contains(path);
    let files = OtherFiles {
        exists: &exists,
        unread: unread::unread(&unread_paths, sources, &settings),
    };
    let (portal, lost, wrong) = link(Arc::new(settings), &loaded, options.drafts, &files, kept);
    found.extend(wrong);
    propose_ids(found, &portal);
    tell_mistyped(found, &portal);
    let Some(mut theme) = theme else {
        memos.guard = guards;
        return Ok(None);
    };
    let assets = theme_assets(&theme, portal.site.base_path(), options.plain_assets, found);
    let (content_files, theme_files) = (content_files(sources), assets.files);
    options.observer.ended("link");
    let pictures = match &site {
        Some(root) => Pictures::new(&sources.assets, Some(&|of| disk::stamps::digests(root, of))),
        None => Pictures::new(&sources.assets, None),
    };
    options.observer.ended("pictures");
    let ((totals, indexes), odd) = rayon::join(
        || {
            let indexes = || InvertedIndexes::new(&portal);
            rayon::join(|| totals::compute(&portal), indexes)
        },
        || {
            let settings = sources.find("site.toml");
            let dates = impossible_dates(&portal, options.today, settings);
            (repeats(&portal), dates)
        },
    );
    found.extend(odd.0.into_iter().chain(odd.1));
    options.observer.ended("totals");
    let (routes, wrong) = plan(
        &portal,
        &totals,
        &indexes,
        (&content_files, &pictures),
        theme_files,
    );
    found.extend(wrong);
    tell_files(found, &routes, &portal.site.frame);
    options.observer.ended("plan");
    unread::tell_empty(found, &loaded, sources);
    let write_ups = loaded.iter().flat_map(|(_, loaded)| loaded.unread_kinds());
    let unread = unread::UnreadFiles {
        paths: &unread_paths,
        lost: &lost,
        write_ups: &write_ups.collect(),
    };
    unread::acquit_files(found, &loaded, &unread, &portal, sources);
    draft_links::tell_drafts(found, &loaded, &portal);
    moved::tell_moved(found, sources);
    misnamed::tell_misnamed(found, &loaded, sources, &portal.site);
    near_pictures::tell_pictures(found, sources);
    memos.guard = guards;
    acceptances::place(acceptances, &portal, &routes, sources);
    if let Some(settings) = sources.find("site.toml") {
        for lang in Lang::ALL {
            let words = scope_words(&portal, lang);
            theme
                .messages
                .get_mut(lang)
                .extend(memos.scope_words(words, lang, settings));
        }
    }
    let languages = PerLang::make(|lang| memos.language(&theme, sources, lang, found));
    let spoken = portal.site.languages.iter();
    let spoken: Vec<&Language> = spoken.map(|&lang| &**languages.get(lang)).collect();
    found.extend_from_slice(memos.message_check(&theme, sources, &spoken));
    let sorted = PerLang::make(|_| CollatedOrder::default());
    let mut prepared = Prepared {
        portal,
        totals,
        routes,
        indexes,
        languages,
        engines: PerLang::default(),
        sorted,
        pictures,
        room,
        rows: PerLang::default(),
        csv_rows: PerLang::default(),
        project_csv: PerLang::default(),
        csv_columns: PerLang::default(),
        row_ids: RowIds::default(),
        digests: data_digests::DataDigests::default(),
        projects: PerLang::default(),
        search: OnceLock::new(),
        guard,
        acceptances: Vec::new(),
        today: options.today,
        verdicts,
    };
    let names = Arc::new(assets.addresses);
    for lang in prepared.portal.site.languages.clone() {
        let site = site_value(&prepared.view(lang));
        let language = prepared.languages.get(lang);
        match memos.engine(&theme, language, site, &names) {
            Ok(engine) => *prepared.engines.get_mut(lang) = Some(engine),
            Err(wrong) => {
                // The same template is wrong in every language.
                found.extend(wrong);
                break;
            }
        }
    }
    options.observer.ended("theme");
    Ok(Some(prepared))
}

fn content_files(sources: &Sources) -> Vec<&Asset> {
    let assets = sources.assets.iter();
    assets
        .filter(|asset| asset.path.starts_with("content/"))
        .collect()
}

/// Looks for what is odd in a site without errors: for `check` and for strict builds, in the way of no other build and of
/// no preview.
pub fn inspect(site: &Preparation) -> Settled {
    match &site.prepared {
        Some(prepared) if !has_errors(&site.diagnostics) => {
            let told = &site.diagnostics;
            let found = lint::inspect(&prepared.portal, &site.sources, prepared.today, told);
            let acceptances = &prepared.acceptances;
            let mut settled = settle(found, acceptances, Phase::Inspect, &site.sources);
            if let Some(guard) = &prepared.guard {
                mark_lines(guard, &mut settled, &site.sources);
            }
            settled
        }
        _ => Settled::default(),
    }
}

/// No message shows a line in which somebody is named who must not be.
fn mark_lines(guard: &Guard, settled: &mut Settled, sources: &Sources) {
    let accepted = settled.accepted.iter_mut().map(|of| &mut of.diagnostic);
    let all = settled.diagnostics.iter_mut().chain(accepted);
    anonymity::mark_lines(guard, all, sources);
}

/// Whether a site can be published.
pub(crate) fn is_sound(diagnostics: &[Diagnostic], strict: bool) -> bool {
    !has_errors(diagnostics) && (!strict || diagnostics.is_empty())
}
