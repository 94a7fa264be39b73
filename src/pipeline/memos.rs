//! Memoisation (memoization): what a preview keeps from one preparation to the next, and when it is made anew (cache invalidation).
//!
//! Each memo has the key that its value depends on. A build begins with none and goes the same way. Only expensive
//! results are kept: what was loaded from a text, the write-ups merged from that, and the theme's languages and
//! engines. Nothing here is a cache of pages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::copies::CopiesMemo;
use super::memo::Memo;
use super::verdicts::{GuardKey, Verdicts};
use crate::anonymity::Guard;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::lint;
use crate::locale::{Language, Messages};
use crate::model::lang::{Lang, PerLang};
use crate::model::site::Site;
use crate::pages::message_ids::MessageId;
use crate::pictures::Room;
use crate::records::{Loaded, MergeMemo, load};
use crate::source::{Revision, SourceId, Sources, StaleRead, StoredSource, Text};
use crate::theme::engine::Engine;
use crate::theme::files::{Theme, ThemeText};
use crate::theme::message_check::check_words;

/// All that is kept.
#[derive(Default)]
pub(crate) struct Memos {
    content: Memo<Site, Content>,
    languages: PerLang<Memo<Revisions, LanguageMade>>,
    engines: PerLang<Memo<EngineKey, EngineMade>>,
    scope_words: PerLang<Memo<String, Text>>,
    message_check: Memo<MessageCheckKey, Vec<Diagnostic>>,
    pub(super) copies: CopiesMemo,
    /// With what it learned of lines that name nobody.
    pub(super) guard: Memo<GuardKey, Option<Arc<Guard>>>,
    /// What was found in copied files. A build keeps nothing of that: it looks at the very bytes that it publishes.
    pub(super) verdicts: Option<Arc<Verdicts>>,
    /// The folder of a site that is published: its cache keeps what is learned of its pictures.
    pub(super) site: Option<PathBuf>,
    /// For the pictures that are made at once.
    pub(super) room: Arc<Room>,
}

/// What was loaded and merged under the same settings.
#[derive(Default)]
struct Content {
    /// By the number of the text.
    loaded: Vec<Memo<Revision, Loaded>>,
    merged: MergeMemo,
}

/// Texts, by the numbers that diagnostics name, and their revisions.
type Revisions = Vec<(SourceId, Revision)>;

/// The templates of a theme by their names. Every language's memos share it.
type TemplatesKey = Arc<Vec<(String, SourceId, Revision)>>;

/// A language, and what is wrong with its message files.
type LanguageMade = (Arc<Language>, Vec<Diagnostic>);

/// An engine, or what is wrong with its templates.
type EngineMade = Result<Arc<Engine>, Vec<Diagnostic>>;

/// The theme's name, the templates that ask for messages, and the message files of each language that may have them.
type MessageCheckKey = (String, TemplatesKey, Vec<(Lang, Revisions)>);

/// What the engine of a language is made from.
#[derive(PartialEq)]
struct EngineKey {
    templates: TemplatesKey,
    messages: Revisions,
    site: serde_json::Value,
    addresses: Arc<BTreeMap<String, String>>,
}

/// The records of every text that was loaded, in the order of paths; and the memo of the write-ups merged from them.
type LoadedTexts<'a> = (Vec<(SourceId, &'a Loaded)>, &'a mut MergeMemo);

impl Memos {
    /// The memos of a site that is published.
    pub(super) fn of_site(root: &Path) -> Memos {
        Memos {
            site: Some(root.to_owned()),
            ..Memos::default()
        }
    }

    /// The memos of a preview, which looks at a copied file again only if it changed.
    pub(crate) fn of_preview() -> Memos {
        Memos {
            verdicts: Some(Arc::default()),
            ..Memos::default()
        }
    }

    /// Loads what changed; texts that are gone are dropped.
    ///
    /// # Errors
    /// A text that was evicted is needed, and is not there any more as it was.
    pub(super) fn load(
        &mut self,
        sources: &Sources,
        settings: &Site,
    ) -> Result<LoadedTexts<'_>, StaleRead> {
        let Content { loaded, merged } =
            self.content.get_or_make(settings.clone(), Content::default);
        let known = |id: SourceId, revision: &Revision| {
            let memo = loaded.get(id.0 as usize);
            memo.is_some_and(|memo| memo.get(revision).is_some())
        };
        let unknown = sources
            .par_iter()
            .filter(|(id, source)| !known(*id, &source.text.revision()));
        let fresh: Vec<(SourceId, Revision, Loaded)> = unknown
            .map(|(id, source)| {
                let loaded = load_again(id, source, settings)?;
                Ok((id, source.text.revision(), loaded))
            })
            .collect::<Result<_, StaleRead>>()?;
        for (id, revision, fresh) in fresh {
            let place = id.0 as usize;
            if loaded.len() <= place {
                loaded.resize_with(place + 1, Memo::default);
            }
            loaded[place].put(revision, fresh);
        }
        let kept = loaded.iter().filter(|memo| memo.last().is_some()).count();
        if kept > sources.length() {
            let mut is_there = vec![false; loaded.len()];
            for (id, _) in sources.iter() {
                is_there[id.0 as usize] = true;
            }
            let gone = loaded.iter_mut().zip(is_there);
            let gone = gone.filter(|(_, is_there)| !is_there);
            gone.for_each(|(memo, _)| memo.clear());
        }
        let all = sources.iter().filter_map(|(id, _)| {
            let (_, loaded) = loaded.get(id.0 as usize)?.last()?;
            Some((id, loaded))
        });
        Ok((all.collect(), merged))
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
        let memo = self.languages.get_mut(lang);
        let (language, wrong) =
            memo.get_or_make(revisions(texts), || language(texts, sources, lang));
        found.extend_from_slice(wrong);
        language.clone()
    }

    /// The words of a portal of one region, as a text of the theme that the settings gave.
    pub(super) fn scope_words(
        &mut self,
        words: Option<String>,
        lang: Lang,
        settings: SourceId,
    ) -> Option<ThemeText> {
        let words = words?;
        let memo = self.scope_words.get_mut(lang);
        let text = memo.get_or_make(words.clone(), || Text::new(words));
        Some(ThemeText {
            source: settings,
            text: text.clone(),
        })
    }

    /// What is wrong with the words of a site.
    pub(super) fn message_check(
        &mut self,
        theme: &Theme,
        sources: &Sources,
        languages: &[&Language],
    ) -> &[Diagnostic] {
        let messages = languages.iter().map(|language| {
            let lang = language.lang;
            (lang, revisions(theme.messages.get(lang)))
        });
        let key = (theme.name.clone(), templates_key(theme), messages.collect());
        self.message_check.get_or_make(key, || {
            let asked_for: Vec<&str> = MessageId::ALL.iter().map(|of| of.id()).collect();
            check_words(theme, sources, languages, &asked_for)
        })
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
    ) -> EngineMade {
        let lang = language.locale.lang();
        let key = EngineKey {
            templates: templates_key(theme),
            messages: revisions(theme.messages.get(lang)),
            site,
            addresses: addresses.clone(),
        };
        // Another language's engine over the same templates.
        let like = Lang::ALL.into_iter().find_map(|lang| {
            let (of, engine) = self.engines.get(lang).last()?;
            (of.templates == key.templates).then_some(engine.as_ref().ok()?.clone())
        });
        let value = tera::Value::from_serializable(&key.site);
        let make = || {
            let engine = match like {
                Some(like) => like.in_language(language, value, addresses.clone()),
                None => Engine::new(theme, language, value, addresses.clone()),
            };
            engine.map(Arc::new)
        };
        self.engines.get_mut(lang).get_or_make(key, make).clone()
    }
}

/// Loads a text and looks for what is odd in it.
fn load_again(id: SourceId, source: &StoredSource, settings: &Site) -> Result<Loaded, StaleRead> {
    let source = source.load()?;
    let mut loaded = load(id, &source, settings);
    let is_outlines = settings.outlines.as_deref() == Some(&*source.path);
    if source.path.starts_with("content/") && !is_outlines {
        loaded.diagnostics.extend(lint::text(id, &source));
    }
    Ok(loaded)
}

fn revisions(texts: &[ThemeText]) -> Revisions {
    let texts = texts.iter();
    texts
        .map(|text| (text.source, text.text.revision()))
        .collect()
}

fn templates_key(theme: &Theme) -> TemplatesKey {
    let templates = theme.templates.iter();
    let revisions = templates.map(|(name, of)| (name.clone(), of.source, of.text.revision()));
    revisions.collect::<Vec<_>>().into()
}

fn language(texts: &[ThemeText], sources: &Sources, lang: Lang) -> LanguageMade {
    let named: Vec<(&str, &str)> = texts
        .iter()
        .map(|text| (sources.path(text.source), &*text.text))
        .collect();
    let (messages, problems) = Messages::new(lang, &named);
    let found = problems.into_iter().map(|problem| {
        let source = sources.find(&problem.source);
        let source =
            source.unwrap_or_else(|| texts.first().map_or(SourceId(0), |text| text.source));
        Diagnostic::new(Code::MessageFile, At::span(source, problem.range))
            .with("reason", problem.kind)
    });
    let found = found.collect();
    (Language::new(lang, messages).into(), found)
}
