//! What a preview keeps from one preparation to the next: the dear ends, each with what it was made from. A build
//! begins with nothing and goes the same way.
//!
//! Nothing here is a cache of pages, and nothing is kept that depends on more than one text, but for write-ups, which
//! are joined anew if any of their own files differs, and the engines, which are made anew if anything differs that they
//! see.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::lint;
use crate::locale::{Language, Messages};
use crate::model::lang::{Lang, PerLang};
use crate::model::site::Site;
use crate::pages::message_ids::ASKED_FOR;
use crate::records::{Loaded, MergeMemo, load};
use crate::source::{Revision, Source, SourceId, Sources, Text};
use crate::theme::engine::Engine;
use crate::theme::files::{Theme, ThemeText};
use crate::theme::message_check::check_words;

/// What was made before.
#[derive(Default)]
pub(crate) struct Memo {
    settings: Option<Site>,
    /// By the number of the text, with the reading of it.
    loaded: Vec<Option<(Revision, Loaded)>>,
    has_stale_read: bool,
    write_ups: MergeMemo,
    languages: PerLang<Option<LanguageEntry>>,
    engines: PerLang<Option<EngineEntry>>,
    words: Option<MessageCheck>,
}

/// A language and the message files that it was made from.
struct LanguageEntry {
    texts: Vec<ThemeText>,
    language: Arc<Language>,
    diagnostics: Vec<Diagnostic>,
}

/// What is wrong with the words of a site, and what they were looked for in.
struct MessageCheck {
    templates: BTreeMap<String, ThemeText>,
    languages: Vec<Arc<Language>>,
    diagnostics: Vec<Diagnostic>,
}

/// An engine and what it was made from.
struct EngineEntry {
    templates: BTreeMap<String, ThemeText>,
    language: Arc<Language>,
    site: serde_json::Value,
    addresses: Arc<BTreeMap<String, String>>,
    engine: Result<Arc<Engine>, Vec<Diagnostic>>,
}

impl Memo {
    /// Loads what changed; what was gone is forgotten.
    pub(super) fn load(&mut self, sources: &Sources, settings: &Site) {
        if self.settings.as_ref() != Some(settings) {
            self.settings = Some(settings.clone());
            self.loaded.clear();
            self.write_ups = MergeMemo::default();
        }
        let is_known = |id: SourceId, text: &Text| {
            let known = self.loaded.get(id.0 as usize);
            let known = known.and_then(|known| known.as_ref());
            known.is_some_and(|(known, _)| *known == text.revision())
        };
        let unknown = sources.par_texts();
        let unknown = unknown.filter(|(id, source)| !is_known(*id, &source.text));
        let fresh: Vec<(SourceId, Option<(Revision, Loaded)>)> = unknown
            .map(|(id, source)| (id, load_again(id, source, settings)))
            .collect();
        self.has_stale_read = fresh.iter().any(|(_, loaded)| loaded.is_none());
        for (id, loaded) in fresh {
            let place = id.0 as usize;
            if self.loaded.len() <= place {
                self.loaded.resize_with(place + 1, || None);
            }
            self.loaded[place] = loaded;
        }
        let known = self.loaded.iter().flatten().count();
        if known > sources.length() {
            let mut is_there = vec![false; self.loaded.len()];
            for (id, _) in sources.iter() {
                is_there[id.0 as usize] = true;
            }
            for (known, is_there) in self.loaded.iter_mut().zip(is_there) {
                known.take_if(|_| !is_there);
            }
        }
    }

    /// Whether a text that was let go was needed and is not on the disk any more as it was: what was prepared lacks it.
    pub(crate) fn has_stale_read(&self) -> bool {
        self.has_stale_read
    }

    /// The records of every text that was loaded, in the order of paths; and the write-ups that were joined last.
    pub(super) fn loaded(
        &mut self,
        sources: &Sources,
    ) -> (Vec<(SourceId, &Loaded)>, &mut MergeMemo) {
        let known = |id: SourceId| self.loaded.get(id.0 as usize)?.as_ref();
        let all = sources.iter();
        let all = all.filter_map(|(id, _)| known(id).map(|(_, loaded)| (id, loaded)));
        (all.collect(), &mut self.write_ups)
    }

    /// A language with the theme's words.
    pub(super) fn language(
        &mut self,
        theme: &Theme,
        sources: &Sources,
        lang: Lang,
        found: &mut Vec<Diagnostic>,
    ) -> Arc<Language> {
        let texts = theme.messages.get(lang);
        let kept = self.languages.get_mut(lang);
        let known = match kept.take() {
            Some(known) if are_same(known.texts.iter(), texts.iter()) => known,
            _ => {
                let (language, diagnostics) = language(texts, sources, lang);
                LanguageEntry {
                    texts: texts.clone(),
                    language: language.into(),
                    diagnostics,
                }
            }
        };
        found.extend(known.diagnostics.iter().cloned());
        let language = known.language.clone();
        *kept = Some(known);
        language
    }

    /// What is wrong with the words of a site.
    pub(super) fn words(
        &mut self,
        theme: &Theme,
        sources: &Sources,
        languages: Vec<Arc<Language>>,
    ) -> &[Diagnostic] {
        let known = self.words.take().filter(|known| {
            let languages = languages.iter().zip(&known.languages);
            languages.len() == known.languages.len()
                && languages.clone().all(|(a, b)| Arc::ptr_eq(a, b))
                && are_equal(&theme.templates, &known.templates)
        });
        let words = known.unwrap_or_else(|| {
            let spoken: Vec<&Language> = languages.iter().map(|language| &**language).collect();
            MessageCheck {
                templates: theme.templates.clone(),
                diagnostics: check_words(theme, sources, &spoken, ASKED_FOR),
                languages,
            }
        });
        &self.words.insert(words).diagnostics
    }

    /// The template engine of a language.
    ///
    /// # Errors
    /// The templates that cannot be read.
    pub(super) fn engine(
        &mut self,
        theme: &Theme,
        language: &Arc<Language>,
        site: serde_json::Value,
        addresses: &Arc<BTreeMap<String, String>>,
    ) -> Result<Arc<Engine>, Vec<Diagnostic>> {
        // Another language's engine over the same templates.
        let like = Lang::ALL.into_iter().find_map(|lang| {
            let made = self.engines.get(lang).as_ref()?;
            let engine = made.engine.as_ref().ok()?;
            are_equal(&made.templates, &theme.templates).then(|| engine.clone())
        });
        let kept = self.engines.get_mut(language.locale.lang());
        if let Some(made) = kept
            && Arc::ptr_eq(&made.language, language)
            && made.site == site
            && made.addresses == *addresses
            && are_equal(&made.templates, &theme.templates)
        {
            return made.engine.clone();
        }
        let value = tera::Value::from_serializable(&site);
        let engine = match like {
            Some(like) => like.in_language(language, value, addresses.clone()),
            None => Engine::new(theme, language, value, addresses.clone()),
        };
        let engine = engine.map(Arc::new);
        *kept = Some(EngineEntry {
            templates: theme.templates.clone(),
            language: language.clone(),
            site,
            addresses: addresses.clone(),
            engine: engine.clone(),
        });
        engine
    }
}

/// Loads a text and looks for what is odd in it, fetching it if it was let go.
fn load_again(id: SourceId, source: &Source, settings: &Site) -> Option<(Revision, Loaded)> {
    let text = source.text.loaded();
    let source = Source {
        path: source.path.clone(),
        text,
    };
    if !source.text.is_loaded() {
        return None;
    }
    let mut loaded = load(id, &source, settings);
    let is_outlines = settings.outlines.as_deref() == Some(&*source.path);
    if source.path.starts_with("content/") && !is_outlines {
        loaded.diagnostics.extend(lint::text(id, &source));
    }
    Some((source.text.revision(), loaded))
}

/// Whether texts are where they were in memory, and have the numbers that diagnostics name.
fn are_same<'a>(
    a: impl ExactSizeIterator<Item = &'a ThemeText>,
    b: impl ExactSizeIterator<Item = &'a ThemeText>,
) -> bool {
    a.len() == b.len()
        && a.zip(b)
            .all(|(a, b)| a.source == b.source && a.text.revision() == b.text.revision())
}

fn are_equal(a: &BTreeMap<String, ThemeText>, b: &BTreeMap<String, ThemeText>) -> bool {
    a.keys().eq(b.keys()) && are_same(a.values(), b.values())
}

fn language(texts: &[ThemeText], sources: &Sources, lang: Lang) -> (Language, Vec<Diagnostic>) {
    let named: Vec<(&str, &str)> = texts
        .iter()
        .map(|text| (&*sources.get(text.source).path, &*text.text))
        .collect();
    let (messages, problems) = Messages::new(lang, &named);
    let found = problems.into_iter().map(|problem| {
        let source = sources.find(&problem.source);
        let source =
            source.unwrap_or_else(|| texts.first().map_or(SourceId(0), |text| text.source));
        Diagnostic::new(Code::MessageFile, At::span(source, problem.range))
            .with("reason", problem.kind)
    });
    (Language::new(lang, messages), found.collect())
}
