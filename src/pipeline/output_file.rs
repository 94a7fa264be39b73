//! Rendering one output file: its bytes, and the anonymous names that leak into it. Any file at any time, in any order.

use std::path::Path;

use super::assets::unreadable;
use super::guarded::{Findings, Guarded, Look};
use super::prepared::Prepared;
use super::render::Rendered;
use crate::anonymity::{self, Leak, inspect_text};
use crate::diagnostic::{Acceptance, At, Code, Diagnostic, accept};
use crate::disk::{Pieces, Stream};
use crate::formats::csv::csv;
use crate::formats::list_json::list;
use crate::formats::sitemap::sitemap;
use crate::model::lang::Lang;
use crate::model::place::Place;
use crate::pages::view::View;
use crate::pages::{context, kind_of, redirect, root};
use crate::plan::texts::write_up_of;
use crate::plan::{Output, Page};
use crate::source::{Asset, Sources};

impl Prepared {
    /// The portal for a reader of a language.
    pub(crate) fn view(&self, lang: Lang) -> View<'_> {
        View {
            portal: &self.portal,
            totals: &self.totals,
            indexes: &self.indexes,
            routes: &self.routes,
            sorted: self.sorted.get(lang),
            language: self.languages.get(lang),
            pictures: &self.pictures,
            rows: self,
        }
    }

    /// The bytes of a file of the output; none for a file that is only copied.
    ///
    /// # Errors
    /// What the template could not do.
    pub(crate) fn render(&self, output: &Output) -> Result<Option<String>, Diagnostic> {
        let default = self.portal.site.default_language;
        match output {
            Output::Page(lang, page, n) => self.page(*lang, *page, *n).map(Some),
            Output::List(lang, of) => {
                let list = list(&self.view(*lang), *of);
                list.map(Some)
                    .map_err(|error| self.cannot_show(&self.address(*lang, of.page()), &error))
            }
            Output::Table(lang, page, table) => Ok(csv(&self.view(*lang), *page, *table)),
            Output::Root => {
                let context = root::context(&self.view(default));
                self.template(default, "root.html", context, "/").map(Some)
            }
            Output::RootNotFound => self.page(default, Page::NotFound, 1).map(Some),
            Output::Sitemap => Ok(Some(sitemap(&self.view(default)))),
            Output::Redirect(lang, page, _) => {
                let context = redirect::context(&self.view(*lang), *page);
                let address = self.address(*lang, *page);
                self.template(*lang, "redirect.html", context, &address)
                    .map(Some)
            }
            Output::Asset(_) => Ok(None),
        }
    }

    fn page(&self, lang: Lang, page: Page, n: usize) -> Result<String, Diagnostic> {
        let context = context(&self.view(lang), page, n);
        if let (Err(_), Some(wrong)) = (&context, self.wrong_row(lang)) {
            return Err(wrong.clone());
        }
        let template = format!("{}.html", kind_of(page));
        let address = page.part_address(&self.portal, lang, n);
        self.template(lang, &template, context, &address)
    }

    fn address(&self, lang: Lang, page: Page) -> String {
        page.address(&self.portal, lang)
    }

    /// The errors that these names are, but for those that are accepted.
    pub(crate) fn report_leaks(&self, leaks: Vec<Leak>, sources: &Sources) -> Vec<Diagnostic> {
        let found = self.find_leaks(leaks, sources);
        accept(found, &self.acceptances, sources).diagnostics
    }

    /// The errors that these names are: where they come from is looked for in all texts.
    pub(super) fn find_leaks(&self, leaks: Vec<Leak>, sources: &Sources) -> Vec<Diagnostic> {
        match &self.guard {
            Some(guard) if !leaks.is_empty() => {
                let whys: Vec<Place> = self.acceptances.iter().map(Acceptance::why_at).collect();
                anonymity::report(guard, leaks, &whys, &sources.all_loaded())
            }
            _ => Vec::new(),
        }
    }

    /// Makes a file of the output and gives it to `put`; what an inspection found in what was given.
    ///
    /// # Errors
    /// Those of `put`; inside, what the template could not do, or why a file cannot be read.
    pub(super) fn give<E>(
        &self,
        path: &str,
        output: &Output,
        put: impl FnOnce(&str, Rendered<'_>) -> Result<(), E>,
    ) -> Result<Result<Findings, Diagnostic>, E> {
        let text = match self.render(output) {
            Ok(text) => text,
            Err(wrong) => return Ok(Err(wrong)),
        };
        let Some(asset) = output.asset() else {
            let leaks = self.leaks(path, output, text.as_deref().unwrap_or(""));
            if let Some(text) = text {
                put(path, Rendered::Text(text))?;
            }
            return Ok(Ok(Findings {
                leaks,
                warning: None,
            }));
        };
        if self.guard.is_some() && self.verdicts.is_some() {
            // In a preview nothing is published: the file itself is not asked for.
            let known = self.open_looked_through(path, asset, None);
            return put(path, Rendered::Copy(asset)).map(|()| known.map(|(_, findings)| findings));
        }
        match self.guarded(path, asset) {
            Ok(None) => put(path, Rendered::Copy(asset)).map(|()| Ok(Findings::default())),
            Ok(Some(mut asset)) => {
                put(path, Rendered::Guarded(&mut asset)).map(|()| asset.findings())
            }
            Err(wrong) => Ok(Err(wrong)),
        }
    }

    /// A copied file as it can be given to a browser, and what was found in it: where a patron is anonymous, it is
    /// inspected before, or was when it was the same, and no other bytes are given.
    ///
    /// # Errors
    /// It cannot be read, or leads out of the site below `root`.
    pub(crate) fn open_looked_through(
        &self,
        path: &str,
        asset: &Asset,
        root: Option<&Path>,
    ) -> Result<(Stream, Findings), Diagnostic> {
        let failed = |reason| unreadable(&asset.path, reason);
        let stream = Stream::open(&asset.content, root).map_err(failed)?;
        let Some(mut look) = self.look(path, asset) else {
            return Ok((stream, Findings::default()));
        };
        let known = self.verdicts.as_ref();
        if let Some((findings, seen)) = known.and_then(|of| of.find(path, &asset.path, &stream)) {
            return Ok((stream.limited_to(seen), findings));
        }
        let looked = stream.looked_through(|chunk, new| look.at(chunk, new));
        let (stream, seen) = looked.map_err(failed)?;
        let findings = look.findings();
        if let Some(known) = known {
            known.keep(path, &asset.path, &stream, (findings.clone(), seen));
        }
        Ok((stream, findings))
    }

    /// Whether a patron is anonymous.
    pub(crate) fn is_guarded(&self) -> bool {
        self.guard.is_some()
    }

    /// Whether a copied file would have to be looked through before it is given, which takes long.
    pub(crate) fn is_unseen(&self, path: &str, asset: &Asset) -> bool {
        let (Some(_), Some(known)) = (&self.guard, &self.verdicts) else {
            return self.guard.is_some();
        };
        match Stream::open(&asset.content, None) {
            Ok(stream) => known.find(path, &asset.path, &stream).is_none(),
            Err(_) => false,
        }
    }

    /// The names of anonymous patrons in a file that is made: in its text, or in its own name.
    pub(crate) fn leaks(&self, path: &str, output: &Output, text: &str) -> Vec<Leak> {
        let Some(guard) = &self.guard else {
            return Vec::new();
        };
        let shown = output.shows_text_of().and_then(|(lang, page)| {
            let text = write_up_of(&self.portal, page)?;
            let (_, version) = text.version(lang, &self.portal.site.fallback);
            Some(version.origin.source)
        });
        let mut leaks = inspect_text(guard, path, text);
        leaks.iter_mut().for_each(|leak| leak.shown = shown);
        leaks
    }

    /// An inspection for the names of anonymous patrons in a file that is only copied; none if there are no such
    /// patrons.
    fn look(&self, path: &str, asset: &Asset) -> Option<Look> {
        let guard = self.guard.clone()?;
        Some(Look::new(guard, path, asset))
    }

    /// A file that is only copied, to be inspected; none if no patron is anonymous.
    fn guarded(&self, path: &str, asset: &Asset) -> Result<Option<Guarded>, Diagnostic> {
        let Some(look) = self.look(path, asset) else {
            return Ok(None);
        };
        match Pieces::open(&asset.content) {
            Ok(pieces) => Ok(Some(Guarded::new(look, pieces))),
            Err(reason) => Err(unreadable(&asset.path, reason)),
        }
    }

    pub(super) fn cannot_show(&self, page: &str, error: &impl std::fmt::Display) -> Diagnostic {
        let at = At::File(format!("themes/{}", self.portal.site.theme));
        Diagnostic::new(Code::Render, at)
            .with("page", page)
            .with("reason", error)
    }

    /// A template with what it sees; `page` is the address for messages.
    pub(super) fn template(
        &self,
        lang: Lang,
        name: &str,
        context: tera::TeraResult<tera::Context>,
        page: &str,
    ) -> Result<String, Diagnostic> {
        let context = context.map_err(|error| self.cannot_show(page, &error))?;
        self.written(lang, name, &context, page)
    }

    /// The same with what it sees at hand.
    pub(super) fn written(
        &self,
        lang: Lang,
        name: &str,
        context: &tera::Context,
        page: &str,
    ) -> Result<String, Diagnostic> {
        match self.engines.get(lang) {
            Some(engine) => engine.render(name, context, page),
            None => Err(self.cannot_show(page, &"no templates")),
        }
    }
}
