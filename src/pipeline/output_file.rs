//! Rendering one output file: its bytes, and the anonymous names that leak into it. Any file at any time, in any order.

use std::ops::Range;
use std::path::Path;

use super::assets::unreadable;
use super::card::Card;
use super::data_digests::digest_of;
use super::guarded::{Findings, Guarded, Look};
use super::photo::Photo;
use super::prepared::Prepared;
use super::render::Rendered;
use crate::anonymity::{self, Leak, inspect_text};
use crate::diagnostic::{Acceptance, At, Code, Diagnostic, accept};
use crate::disk::{Pieces, Stream, bytes};
use crate::formats::contribution_rows::contribution_rows;
use crate::formats::csv::csv;
use crate::formats::data::{FileDigest, Means, data};
use crate::formats::feed::feed;
use crate::formats::host_files::host_file;
use crate::formats::list_json::list;
use crate::formats::list_rows::{patron_rows, project_rows};
use crate::formats::rows_json::rows;
use crate::formats::sitemap::{sitemap, sitemap_index};
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::place::Place;
use crate::pages::view::View;
use crate::pages::{card, context, kind_of, redirect, root};
use crate::plan::data::DataFile;
use crate::plan::search::SearchFile;
use crate::plan::tables::Table;
use crate::plan::texts::write_up_of;
use crate::plan::{MadePicture, Output, Page};
use crate::source::{Asset, AssetContent, Sources};

/// The template of cards. A theme without it has none.
pub(super) const CARD: &str = "card.svg";

/// A file that is made, and the names of anonymous patrons that were found in its text, or before it was packed.
pub(crate) struct Made {
    pub bytes: Vec<u8>,
    pub leaks: Vec<Leak>,
}

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
            row_ids: &self.row_ids,
        }
    }

    /// A file of the output, to stand at a path; none for a file that is only copied.
    ///
    /// # Errors
    /// What the template could not do.
    pub(crate) fn render(&self, path: &str, output: &Output) -> Result<Option<Made>, Diagnostic> {
        let default = self.portal.site.default_language;
        let made = |text: String| {
            Some(Made {
                leaks: self.leaks(path, output, &text),
                bytes: text.into_bytes(),
            })
        };
        match output {
            Output::Page(lang, page, n) => self.page(*lang, *page, *n).map(made),
            Output::List(lang, of) => {
                let list = list(&self.view(*lang), *of);
                list.map(made)
                    .map_err(|error| self.cannot_show(&self.address(*lang, of.page()), &error))
            }
            Output::Rows(lang) => rows(&self.view(*lang))
                .map(made)
                .map_err(|error| self.cannot_show(&self.address(*lang, Page::Filtered), &error)),
            Output::Table(lang, _, Table::Contributions(listed)) => {
                Ok(made(contribution_rows(&self.view(*lang), *listed)))
            }
            Output::Table(lang, page, Table::Projects) => {
                Ok(made(project_rows(&self.view(*lang), *page)))
            }
            Output::Table(lang, _, Table::Patrons) => Ok(made(patron_rows(&self.view(*lang)))),
            Output::Table(lang, page, table) => {
                Ok(csv(&self.view(*lang), *page, *table).and_then(made))
            }
            Output::Feed(lang, page) => feed(&self.view(*lang), *page)
                .map(made)
                .map_err(|error| self.cannot_show(&self.address(*lang, *page), &error)),
            Output::Data(file) => self.data(path, output, *file).map(Some),
            Output::Search(file) => Ok(Some(self.search_file(path, *file))),
            Output::Root => {
                let context = root::context(&self.view(default));
                self.template(default, "root.html", context, "/").map(made)
            }
            Output::RootNotFound => self.page(default, Page::NotFound, 1).map(made),
            Output::Sitemap => Ok(made(sitemap_index(&self.view(default)))),
            Output::SitemapPart(lang, n, of) => Ok(made(sitemap(&self.view(*lang), *n, *of))),
            Output::HostFile(file, own) => {
                let own = own.as_deref().map(text_of).transpose()?;
                Ok(made(host_file(&self.view(default), *file, own.as_deref())))
            }
            Output::Redirect(lang, page, _) => {
                let context = redirect::context(&self.view(*lang), *page);
                let address = self.address(*lang, *page);
                self.template(*lang, "redirect.html", context, &address)
                    .map(made)
            }
            Output::Card(lang, page) => {
                let (mut card, leaks) = self.card(path, *lang, *page)?;
                let made = card.png().map(|bytes| Made { bytes, leaks });
                self.drawn(path, card).map(|()| made)
            }
            Output::Picture(..) | Output::Asset(_) => Ok(None),
        }
    }

    /// The card of a page, which is not drawn yet, and the names of anonymous patrons in it.
    fn card(&self, path: &str, lang: Lang, page: Page) -> Result<(Card, Vec<Leak>), Diagnostic> {
        let context = card::context(&self.view(lang), page);
        let svg = self.template(lang, CARD, context, path)?;
        let mut leaks = match &self.guard {
            // What is packed is looked through before: as the markup that it is.
            Some(guard) => inspect_text(guard, &format!("{path}.svg"), &svg),
            None => Vec::new(),
        };
        for leak in &mut leaks {
            leak.page = path.to_owned();
            leak.file = path.to_owned();
        }
        Ok((Card::new(svg), leaks))
    }

    /// Whether a card can be drawn.
    fn drawn(&self, path: &str, card: Card) -> Result<(), Diagnostic> {
        match card.wrong() {
            Some(wrong) => Err(self.cannot_show(path, &wrong)),
            None => Ok(()),
        }
    }

    /// A file of open data. What is packed is looked through before.
    fn data(&self, path: &str, output: &Output, file: DataFile) -> Result<Made, Diagnostic> {
        let view = self.view(self.portal.site.default_language);
        let mut leaks = Vec::new();
        let mut look = |text: &str| leaks.extend(self.leaks(path, output, text));
        let means = Means {
            digest: &|file| self.digest(file),
            failed: &|reason| self.cannot_make(path, &reason),
        };
        let bytes = data(&view, file, &means, &mut look)?;
        self.digests.keep(file, &bytes);
        Ok(Made { bytes, leaks })
    }

    /// The digest of a file of open data, which is made for that if it was not.
    fn digest(&self, file: DataFile) -> Result<FileDigest, Diagnostic> {
        if let Some(digest) = self.digests.find(file) {
            return Ok(digest);
        }
        let made = self.data(&file.address(), &Output::Data(file), file)?;
        Ok(digest_of(&made.bytes))
    }

    fn cannot_make(&self, path: &str, error: &impl std::fmt::Display) -> Diagnostic {
        let at = At::File("site.toml".to_owned());
        Diagnostic::new(Code::Render, at)
            .with("page", path)
            .with("reason", error)
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

    /// Whether a text of the site, or the name of a file, names one of these patrons outside of their records.
    pub(crate) fn may_name(&self, ids: &[&Id], sources: &Sources) -> bool {
        let guard = self.guard.as_ref();
        guard.is_some_and(|guard| anonymity::may_be_named(guard, ids, &sources.all_loaded()))
    }

    /// Makes a file of the output and gives it to `put`; what an inspection found in what was given.
    ///
    /// # Errors
    /// Those of `put`; inside, what the template could not do, or why a file cannot be read.
    pub(super) fn give<E>(
        &self,
        path: &str,
        output: &Output,
        put: impl Fn(&str, Rendered<'_>) -> Result<(), E>,
    ) -> Result<Result<Findings, Diagnostic>, E> {
        if let Output::Picture(of, nth) = output {
            return match nth {
                0 => self.give_picture(of, 0..of.files.len(), put),
                _ => Ok(Ok(Findings::default())),
            };
        }
        if let Output::Search(file) = output
            && self.verdicts.is_some()
        {
            // In a preview the index is made when a browser asks for it; the pages, which are looked through, say all that it does,
            // but for the words that the site says are the same.
            let leaks = match file {
                SearchFile::Manifest => self.leaks_in_synonyms(),
                _ => Vec::new(),
            };
            return Ok(Ok(Findings {
                leaks,
                warning: None,
            }));
        }
        if let Output::Card(lang, page) = output {
            let (mut card, leaks) = match self.card(path, *lang, *page) {
                Ok(made) => made,
                Err(wrong) => return Ok(Err(wrong)),
            };
            put(path, Rendered::Card(&mut card))?;
            let findings = Findings {
                leaks,
                warning: None,
            };
            return Ok(self.drawn(path, card).map(|()| findings));
        }
        let Some(asset) = output.asset() else {
            let made = match self.render(path, output) {
                Ok(made) => made,
                Err(wrong) => return Ok(Err(wrong)),
            };
            let mut findings = Findings::default();
            if let Some(Made { bytes, leaks }) = made {
                findings.leaks = leaks;
                put(path, Rendered::Made(bytes))?;
            }
            return Ok(Ok(findings));
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

    /// Gives some files of a picture that is made anew. Nothing is left of what its file says: only names are looked through.
    pub(crate) fn give_picture<E>(
        &self,
        of: &MadePicture,
        wanted: Range<usize>,
        put: impl Fn(&str, Rendered<'_>) -> Result<(), E>,
    ) -> Result<Result<Findings, Diagnostic>, E> {
        let photo = Photo::new(of, wanted.clone(), &self.room);
        let mut findings = Findings::default();
        for nth in wanted {
            let (path, _) = &of.files[nth];
            if let Some(guard) = &self.guard {
                findings.leaks.extend(inspect_text(guard, path, ""));
            }
            put(path, Rendered::Picture(photo.file(nth)))?;
        }
        Ok(photo.wrong().map_or(Ok(findings), Err))
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
    fn leaks(&self, path: &str, output: &Output, text: &str) -> Vec<Leak> {
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
        // What the program brings was written before anybody asked.
        let is_own = matches!(asset.content, AssetContent::Builtin(_));
        (!is_own).then(|| Look::new(guard, path, asset))
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

/// The text of a file of the content that is no source.
fn text_of(asset: &Asset) -> Result<String, Diagnostic> {
    let bytes = bytes(&asset.content).map_err(|reason| unreadable(&asset.path, reason))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
