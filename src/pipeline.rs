//! The phases by name, in order: the one place that knows them all.
//!
//! ```text
//! read → load → link → totals → plan → render → publish
//! ```
//!
//! `build` runs all of them, `check` all but the last. [`Prepared`] is the site up to `plan`: any of its files can then
//! be rendered, one or all, in any order and on any thread, always with the same bytes.

mod assets;
mod memory;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::json;

use crate::anonymity::{self, Guard, Inspected, Leak};
use crate::diagnostic::{At, Code, Diagnostic, has_errors};
use crate::disk;
use crate::formats::csv::csv;
use crate::formats::list::list;
use crate::formats::sitemap::sitemap;
use crate::link::{Options, anchors, link};
use crate::lint;
use crate::load::{Record, site};
use crate::locale::Language;
use crate::model::lang::{Lang, PerLang};
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::site::{Samples, Site};
use crate::pages::routes::plan;
use crate::pages::tables::{self, Table};
use crate::pages::view::View;
use crate::pages::{
    Lists, Output, Page, Routes, Sorted, context, prose_of, shell::kind_of, title_of, write_up_of,
};
use crate::render::engine::Engine;
use crate::render::theme::theme;
use crate::source::{Asset, PictureSizes, Sources};
use crate::totals::{self, Totals};
use assets::theme_assets;
pub use memory::Memory;

/// What the command line may say over `site.toml`.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    pub drafts: bool,
    pub samples: Option<Samples>,
    /// Checked by [`crate::load::site::check_base_url`].
    pub base_url: Option<String>,
    /// Assets keep their plain names, for a preview.
    pub plain_assets: bool,
}

/// A site that is read, linked, added up and planned.
pub struct Prepared {
    pub portal: Portal,
    pub totals: Totals,
    pub routes: Routes,
    lists: Lists,
    languages: PerLang<Arc<Language>>,
    engines: PerLang<Option<Arc<Engine>>>,
    sorted: PerLang<Sorted>,
    pictures: PictureSizes,
    /// Who must not be named; none if everyone may be.
    guard: Option<Guard>,
}

/// What the phases up to `plan` gave.
pub struct Preparation {
    pub sources: Sources,
    /// None if the settings or the theme cannot be used at all.
    pub prepared: Option<Prepared>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a site from its folder and prepares it.
pub fn prepare(root: &Path, wishes: &Wishes) -> Preparation {
    let (sources, mut found) = disk::read::read(root);
    let prepared = prepare_sources(&sources, wishes, &mut Memory::default(), &mut found);
    Preparation {
        sources,
        prepared,
        diagnostics: found,
    }
}

/// Prepares a site from what was read. What is dear and did not change is taken from `memory`; all else is made anew.
pub fn prepare_sources(
    sources: &Sources,
    wishes: &Wishes,
    memory: &mut Memory,
    found: &mut Vec<Diagnostic>,
) -> Option<Prepared> {
    let settings = settings(sources, wishes, found)?;
    let (theme, wrong) = theme(sources, &settings.theme);
    found.extend(wrong);
    memory.load(sources, &settings);
    let (loaded, kept) = memory.loaded(sources);
    found.extend(
        loaded
            .iter()
            .flat_map(|(_, loaded)| loaded.diagnostics.iter().cloned()),
    );
    found.extend(lint::heavy_pictures(&sources.assets));
    // Of all records, also of those that are hidden or cannot be linked.
    let patrons = loaded.iter().flat_map(|(_, loaded)| &loaded.records);
    let patrons = patrons.filter_map(|record| match record {
        Record::Patron(patron) => Some(&**patron),
        _ => None,
    });
    found.extend(anonymity::telling_ids(patrons.clone()));
    let guard = Guard::new(patrons);
    let options = Options {
        drafts: wishes.drafts,
    };
    let exists = |path: &str| sources.has_asset(path);
    let (portal, wrong) = link(Arc::new(settings), &loaded, options, &exists, kept);
    found.extend(wrong);
    let theme = theme?;
    let assets = theme_assets(&theme, portal.site.base_path(), wishes.plain_assets, found);
    let (content_files, theme_files) = (content_files(sources), assets.files);
    let (totals, lists) = rayon::join(|| totals::compute(&portal), || Lists::new(&portal));
    let (wrong, (routes, other)) = rayon::join(
        || totals::check(&portal, &totals),
        || plan(&portal, &totals, &lists, &content_files, theme_files),
    );
    found.extend(wrong.into_iter().chain(other));
    let languages = PerLang::make(|lang| memory.language(&theme, sources, lang, found));
    let spoken = portal.site.languages.iter();
    let spoken = spoken.map(|&lang| languages.get(lang).clone()).collect();
    found.extend_from_slice(memory.words(&theme, sources, spoken));
    let sorted = PerLang::make(|_| Sorted::default());
    let mut prepared = Prepared {
        portal,
        totals,
        routes,
        lists,
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
        match memory.engine(&theme, language, site, &names) {
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

fn settings(sources: &Sources, wishes: &Wishes, found: &mut Vec<Diagnostic>) -> Option<Site> {
    let source = sources.find("site.toml")?;
    let (settings, wrong) = site::site(source, &sources.get(source).text);
    found.extend(wrong);
    found.extend(lint::mixed_scripts(source, sources.get(source)));
    found.extend(lint::unseen_characters(source, sources.get(source)));
    let mut settings = settings?;
    if let Some(file) = &settings.outlines
        && !(file.starts_with("content/") && sources.find(file).is_some())
    {
        let place = Place::document(source).at("outlines");
        let texts = sources.iter().map(|(_, source)| &*source.path);
        let known = texts.filter(|path| path.ends_with(".geojson"));
        found.push(
            Diagnostic::new(Code::NoOutlines, place)
                .with("file", file)
                .meant(file, known),
        );
        settings.outlines = None;
    }
    if let Some(samples) = wishes.samples {
        settings.samples = samples;
    }
    if let Some(base_url) = &wishes.base_url {
        settings.base_url = base_url.clone();
    }
    Some(settings)
}

fn content_files(sources: &Sources) -> Vec<&Asset> {
    let assets = sources.assets.iter();
    assets
        .filter(|asset| asset.path.starts_with("content/"))
        .collect()
}

/// What every template sees as `site`.
fn site_value(view: &View<'_>) -> serde_json::Value {
    let portal = view.portal;
    let site = &portal.site;
    let title = view.text(&site.title);
    let menu = [
        ("regions", Page::Regions),
        ("projects", Page::Projects(1)),
        ("patrons", Page::Patrons(1)),
        ("awards", Page::Awards(1)),
        ("years", Page::Years),
        ("totals", Page::Totals),
        ("news", Page::NewsList(1)),
    ];
    let entry = |(key, page): (&str, Page)| json!({"key": key, "url": view.url(page), "text": title_of(view, page).text});
    let pages = portal.pages.iter().map(|(index, page)| {
        let title = title_of(view, Page::Text(index));
        json!({"id": page.text.id.as_str(), "url": view.url(Page::Text(index)), "text": title.text, "lang": title.lang})
    });
    // The tiles of today's regions: column and row.
    let today = portal
        .regions
        .iter()
        .filter(|(_, region)| !region.is_former());
    let cells: Vec<(u8, u8)> = today
        .flat_map(|(_, region)| region.record.tile.iter().copied())
        .collect();
    json!({
        "title": title.text,
        "title_lang": title.lang,
        "description": site.description.as_ref().map(|text| view.text(text).text),
        "base": site.base_path(),
        "home": view.url(Page::Home),
        "root": view.url_of(""),
        "root_absolute": format!("{}/", site.base_url),
        "cells": cells,
        "licence": site.licence,
        "contact": site.contact,
        "contact_url": site.contact_url().unwrap_or_default(),
        "menu": menu.map(entry),
        "pages": pages.collect::<Vec<_>>(),
        "how": how(view),
    })
}

/// The rule behind each kind of figure: the page that tells it and the heading there, if that page is written and has it.
fn how(view: &View<'_>) -> Option<BTreeMap<&'static str, String>> {
    const PAGE: &str = "how-figures-are-computed";
    const RULES: [(&str, &str); 9] = [
        ("delivered", "rule-delivered"),
        ("year", "rule-dates"),
        ("region", "rule-regions"),
        ("district", "rule-regions"),
        ("from", "rule-regions"),
        ("direction", "rule-directions"),
        ("object", "rule-directions"),
        ("patron", "rule-joint"),
        ("reported", "rule-reported"),
    ];
    let page = Page::Text(view.portal.pages.find(PAGE)?);
    let known = prose_of(view.portal, page, view.lang()).map_or_else(Vec::new, anchors);
    let url = |word: &str| {
        let anchor = view.word(word);
        match known.contains(&anchor.as_str()) {
            true => format!("{}#{anchor}", view.url(page)),
            false => view.url(page),
        }
    };
    Some(RULES.map(|(of, word)| (of, url(word))).into())
}

impl Prepared {
    /// The portal for a reader of a language.
    pub fn view(&self, lang: Lang) -> View<'_> {
        View {
            portal: &self.portal,
            totals: &self.totals,
            lists: &self.lists,
            sorted: self.sorted.get(lang),
            language: self.languages.get(lang),
            pictures: &self.pictures,
        }
    }

    /// The bytes of a file of the output; none for a file that is only copied.
    ///
    /// # Errors
    /// What the template could not do.
    pub fn render(&self, output: &Output) -> Result<Option<String>, Diagnostic> {
        match output {
            Output::Page(lang, page) => self.page(*lang, *page).map(Some),
            Output::RootNotFound => self
                .page(self.portal.site.default_language, Page::NotFound)
                .map(Some),
            Output::Root => self.root().map(Some),
            Output::Redirect(lang, page) => self.redirect(*lang, *page).map(Some),
            Output::Table(lang, page, table) => Ok(self.table(*lang, *page, *table)),
            Output::Sitemap => Ok(Some(sitemap(&self.portal, &self.routes))),
            Output::List(lang, of) => match list(&self.view(*lang), *of) {
                Ok(text) => Ok(Some(text)),
                Err(error) => Err(self.cannot_show(*lang, of.page(), &error)),
            },
            Output::Asset(_) => Ok(None),
        }
    }

    fn page(&self, lang: Lang, page: Page) -> Result<String, Diagnostic> {
        let view = self.view(lang);
        let context = context(&view, page).map_err(|error| self.cannot_show(lang, page, &error))?;
        self.template(
            lang,
            &format!("{}.html", kind_of(page)),
            &context,
            &page.address(&self.portal, lang),
        )
    }

    fn table(&self, lang: Lang, page: Page, table: Table) -> Option<String> {
        let view = self.view(lang);
        let sums = tables::sums(&view, page, table)?;
        let of_patron = matches!(page, Page::Patron(..)) && matches!(table, Table::By(_));
        Some(csv(&view, &view.breakdown(&sums), !of_patron))
    }

    /// What stops a build because of these names.
    pub fn tell(&self, leaks: Vec<Leak>, sources: &Sources) -> Vec<Diagnostic> {
        let guard = self.guard.as_ref();
        guard.map_or_else(Vec::new, |guard| anonymity::report(guard, leaks, sources))
    }

    /// The names of anonymous patrons in a file of the output: in its text, or in its own name.
    pub fn leaks(&self, path: &str, output: &Output, text: Option<&str>) -> Vec<Leak> {
        let Some(guard) = &self.guard else {
            return Vec::new();
        };
        let shown = match output {
            Output::Page(lang, page) | Output::Table(lang, page, _) => {
                let text = write_up_of(&self.portal, *page);
                text.map(|text| {
                    text.version(*lang, &self.portal.site.fallback)
                        .1
                        .origin
                        .source
                })
            }
            _ => None,
        };
        let file = match output {
            Output::Asset(asset) => &asset.path,
            _ => path,
        };
        let among_bytes = matches!(output, Output::Asset(_)) && !anonymity::is_text(path);
        let look = |text: &str| {
            let of = Inspected {
                page: path,
                file,
                shown,
                text,
                among_bytes,
            };
            Leak::all(guard, &of)
        };
        // The name of the file is looked through also if it is empty.
        let mut found = look(text.unwrap_or(""));
        if let Output::Asset(asset) = output {
            // Bytes that cannot be read are the publisher's to report.
            let _ = disk::pieces(&asset.content, |bytes| {
                found.extend(match among_bytes {
                    true => look(&anonymity::texts(bytes)),
                    false => look(&String::from_utf8_lossy(bytes)),
                });
            });
            found.sort();
            found.dedup();
        }
        found
    }

    fn cannot_show(&self, lang: Lang, page: Page, error: &impl std::fmt::Display) -> Diagnostic {
        let address = page.address(&self.portal, lang);
        let at = At::File(format!("themes/{}", self.portal.site.theme));
        Diagnostic::new(Code::Render, at)
            .with("page", address)
            .with("reason", error)
    }

    fn template(
        &self,
        lang: Lang,
        name: &str,
        context: &tera::Context,
        page: &str,
    ) -> Result<String, Diagnostic> {
        match self.engines.get(lang) {
            Some(engine) => engine.render(name, context, page),
            None => {
                let at = At::File(format!("themes/{}", self.portal.site.theme));
                Err(Diagnostic::new(Code::Render, at)
                    .with("page", page)
                    .with("reason", "no templates"))
            }
        }
    }

    /// The page at `/`: the languages, each with the site's title in itself.
    fn root(&self) -> Result<String, Diagnostic> {
        let languages = self.portal.site.languages.iter().map(|&lang| {
            let view = self.view(lang);
            let description = self.portal.site.description.as_ref().map(|text| view.text(text).text);
            let title = view.text(&self.portal.site.title).text;
            let (url, absolute) = (view.url(Page::Home), view.absolute(Page::Home, lang));
            json!({"lang": lang.code(), "name": lang.own_name(), "url": url, "absolute": absolute, "title": title, "description": description})
        });
        let mut context = tera::Context::new();
        context.insert("languages", &languages.collect::<Vec<_>>());
        self.template(
            self.portal.site.default_language,
            "root.html",
            &context,
            "/",
        )
    }

    fn redirect(&self, lang: Lang, page: Page) -> Result<String, Diagnostic> {
        let view = self.view(lang);
        let mut context = tera::Context::new();
        context.insert("url", &view.url(page));
        context.insert("canonical", &view.absolute(page, lang));
        context.insert("title", &title_of(&view, page));
        context.insert("lang", lang.code());
        self.template(
            lang,
            "redirect.html",
            &context,
            &page.address(&self.portal, lang),
        )
    }
}

/// What was made of a site.
pub struct Made {
    pub pages: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// Renders every file of the output; `put` takes each as it is made, on any thread. What names an anonymous patron is
/// an error, so that nothing is published.
///
/// # Errors
/// The first error of `put`. Templates' errors are diagnostics.
pub fn render_all<E: Send>(
    prepared: &Prepared,
    sources: &Sources,
    put: impl Fn(&str, Rendered<'_>) -> Result<(), E> + Sync,
) -> Result<Made, E> {
    let made = prepared
        .routes
        .par_iter()
        .map(|(path, output)| {
            let rendered = match prepared.render(output) {
                Err(wrong) => return Ok((Some(wrong), Vec::new())),
                Ok(rendered) => rendered,
            };
            let leaks = prepared.leaks(path, output, rendered.as_deref());
            match (rendered, output) {
                (Some(text), _) => put(path, Rendered::Text(text))?,
                (None, Output::Asset(asset)) => put(path, Rendered::Copy(asset))?,
                (None, _) => {}
            }
            Ok((None, leaks))
        })
        .collect::<Result<Vec<_>, E>>()?;
    let (wrong, leaks): (Vec<Option<Diagnostic>>, Vec<Vec<Leak>>) = made.into_iter().unzip();
    let pages = prepared.routes.pages().count();
    let mut diagnostics = told_once(wrong.into_iter().flatten().collect());
    let leaks = leaks.into_iter().flatten().collect();
    diagnostics.extend(prepared.tell(leaks, sources));
    Ok(Made { pages, diagnostics })
}

/// One template that is wrong is wrong on a thousand pages: each of its mistakes is told once.
pub fn told_once(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
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
    Copy(&'a Asset),
}

/// Whether a site can be published.
pub fn is_sound(diagnostics: &[Diagnostic], strict: bool) -> bool {
    !has_errors(diagnostics) && (!strict || diagnostics.is_empty())
}
