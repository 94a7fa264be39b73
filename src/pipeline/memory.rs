//! What a preview keeps from one preparation to the next: the dear ends, each with what it was made from. A build
//! begins with nothing and goes the same way.
//!
//! Nothing here is a cache of pages, and nothing is kept that depends on more than one text, but for the engines, which
//! are made anew if anything differs that they see.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::load::{Loaded, load};
use crate::locale::{Language, Messages};
use crate::model::lang::{Lang, PerLang};
use crate::model::site::Site;
use crate::render::engine::Engine;
use crate::render::theme::{Theme, ThemeText};
use crate::source::{SourceId, Sources};

/// What was made before.
#[derive(Default)]
pub struct Memory {
    settings: Option<Site>,
    /// By the number of the text, with the text.
    loaded: Vec<Option<(Arc<str>, Arc<Loaded>)>>,
    languages: PerLang<Option<Known>>,
    engines: PerLang<Option<Made>>,
}

/// A language and the message files that it was made from.
struct Known {
    texts: Vec<ThemeText>,
    language: Arc<Language>,
    diagnostics: Vec<Diagnostic>,
}

/// An engine and what it was made from.
struct Made {
    templates: BTreeMap<String, ThemeText>,
    language: Arc<Language>,
    site: serde_json::Value,
    addresses: Arc<BTreeMap<String, String>>,
    engine: Result<Arc<Engine>, Diagnostic>,
}

impl Memory {
    /// The records of every text, in the order of paths.
    pub(super) fn loaded(&mut self, sources: &Sources, settings: &Site) -> Vec<Arc<Loaded>> {
        if self.settings.as_ref() != Some(settings) {
            self.settings = Some(settings.clone());
            self.loaded.clear();
        }
        let known = &self.loaded;
        let loaded: Vec<Arc<Loaded>> = sources
            .par_texts()
            .map(|(id, source)| match known.get(id.0 as usize) {
                Some(Some((text, loaded))) if Arc::ptr_eq(text, &source.text) => loaded.clone(),
                _ => load(id, source, settings).into(),
            })
            .collect();
        let length = sources.iter().map(|(id, _)| id.0 + 1).max().unwrap_or(0);
        let mut next = vec![None; length as usize];
        for ((id, source), loaded) in sources.iter().zip(&loaded) {
            next[id.0 as usize] = Some((source.text.clone(), loaded.clone()));
        }
        self.loaded = next;
        loaded
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
                Known {
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

    /// The template engine of a language.
    ///
    /// # Errors
    /// The template that cannot be read.
    pub(super) fn engine(
        &mut self,
        theme: &Theme,
        language: &Arc<Language>,
        site: serde_json::Value,
        addresses: &Arc<BTreeMap<String, String>>,
    ) -> Result<Arc<Engine>, Diagnostic> {
        let kept = self.engines.get_mut(language.locale.lang());
        if let Some(made) = kept
            && Arc::ptr_eq(&made.language, language)
            && made.site == site
            && made.addresses == *addresses
            && made.templates.keys().eq(theme.templates.keys())
            && are_same(made.templates.values(), theme.templates.values())
        {
            return made.engine.clone();
        }
        let value = tera::Value::from_serializable(&site);
        let engine = Engine::new(theme, language, value, addresses.clone()).map(Arc::new);
        *kept = Some(Made {
            templates: theme.templates.clone(),
            language: language.clone(),
            site,
            addresses: addresses.clone(),
            engine: engine.clone(),
        });
        engine
    }
}

/// Whether texts are where they were in memory, and have the numbers that diagnostics name.
fn are_same<'a>(
    a: impl ExactSizeIterator<Item = &'a ThemeText>,
    b: impl ExactSizeIterator<Item = &'a ThemeText>,
) -> bool {
    a.len() == b.len()
        && a.zip(b)
            .all(|(a, b)| a.source == b.source && Arc::ptr_eq(&a.text, &b.text))
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
