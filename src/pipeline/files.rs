//! One file of the output: its bytes, and the names in it that must not be there. Any file at any time, in any order.

use serde_json::json;

use super::assets::unreadable;
use super::guarded::{Guarded, Look};
use super::{Prepared, Rendered};
use crate::anonymity::{self, Inspected, Leak};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::disk::Pieces;
use crate::formats::csv::csv;
use crate::formats::list::list;
use crate::formats::sitemap::sitemap;
use crate::model::lang::Lang;
use crate::pages::sum_tables;
use crate::pages::view::View;
use crate::pages::{context, layout::kind_of, title_of};
use crate::plan::tables::Table;
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
            sorted: self.sorted.get(lang),
            language: self.languages.get(lang),
            pictures: &self.pictures,
        }
    }

    /// The bytes of a file of the output; none for a file that is only copied.
    ///
    /// # Errors
    /// What the template could not do.
    pub(crate) fn render(&self, output: &Output) -> Result<Option<String>, Diagnostic> {
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
        let sums = sum_tables::sums(&view, page, table)?;
        let of_patron = matches!(page, Page::Patron(..)) && matches!(table, Table::By(_));
        Some(csv(&view, &view.breakdown(&sums), !of_patron))
    }

    /// What stops a build because of these names: where they come from is looked for in all texts.
    pub(crate) fn report_leaks(&self, leaks: Vec<Leak>, sources: &Sources) -> Vec<Diagnostic> {
        match &self.guard {
            Some(guard) if !leaks.is_empty() => {
                anonymity::report(guard, leaks, &sources.all_loaded())
            }
            _ => Vec::new(),
        }
    }

    /// Makes a file of the output and gives it to `put`; the names of anonymous patrons in what was given.
    ///
    /// # Errors
    /// Those of `put`; inside, what the template could not do, or why a file cannot be read.
    pub(super) fn give<E>(
        &self,
        path: &str,
        output: &Output,
        put: impl FnOnce(&str, Rendered<'_>) -> Result<(), E>,
    ) -> Result<Result<Vec<Leak>, Diagnostic>, E> {
        let text = match self.render(output) {
            Ok(text) => text,
            Err(wrong) => return Ok(Err(wrong)),
        };
        match (text, output) {
            (None, Output::Asset(asset)) => match self.guarded(path, asset) {
                Ok(None) => put(path, Rendered::Copy(asset)).map(|()| Ok(Vec::new())),
                Ok(Some(mut asset)) => {
                    put(path, Rendered::Guarded(&mut asset)).map(|()| asset.leaks())
                }
                Err(wrong) => Ok(Err(wrong)),
            },
            (text, _) => {
                let leaks = self.leaks(path, output, text.as_deref().unwrap_or(""));
                if let Some(text) = text {
                    put(path, Rendered::Text(text))?;
                }
                Ok(Ok(leaks))
            }
        }
    }

    /// The names of anonymous patrons in a file that is made: in its text, or in its own name.
    pub(crate) fn leaks(&self, path: &str, output: &Output, text: &str) -> Vec<Leak> {
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
        let of = Inspected {
            page: path,
            file: path,
            shown,
            text,
            among_bytes: false,
        };
        Leak::all(guard, &of)
    }

    /// A look for the names of anonymous patrons in a file that is only copied; none if there are no such patrons.
    pub(crate) fn look(&self, path: &str, asset: &Asset) -> Option<Look> {
        let guard = self.guard.clone()?;
        Some(Look::new(guard, path, asset))
    }

    /// A file that is only copied, to be looked through; none if nobody has to.
    fn guarded(&self, path: &str, asset: &Asset) -> Result<Option<Guarded>, Diagnostic> {
        let Some(look) = self.look(path, asset) else {
            return Ok(None);
        };
        match Pieces::open(&asset.content) {
            Ok(pieces) => Ok(Some(Guarded::new(look, pieces))),
            Err(reason) => Err(unreadable(&asset.path, reason)),
        }
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
