//! The template engine (Tera) of one language.
//!
//! It has each template as it is, and where many pages are made, specialised for that language as well.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use tera::value::Key;
use tera::{Context, Tera, TeraResult, Value};

use super::budget;
use super::counted::Counted;
use super::files::{Theme, ThemeText};
use super::folding::{ConstantCall, Literal, folded};
use super::functions::register;
use super::inlining::inlined;
use super::template_error::{self, Mistake};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Arg, Language};

/// The folder of partial templates that are rendered once for all pages of a language.
const ONCE: &str = "once/";
/// That of those which are rendered once for each section of the menu.
const ONCE_IN: &str = "once/section/";

/// So many pages of a language are made by the templates as they are: to specialise them takes about as long as they save on
/// these (50 ms, 0.13 ms a page). A small portal, or a preview in which few pages are looked at, is sooner done without.
const WORTH_SPECIALISING: usize = 400;

/// A template engine for one language.
pub(crate) struct Engine {
    plain: Arc<Plain>,
    /// Those as this language's pages see them.
    tera: Tera,
    /// Specialised ones, which write the same in less time: `folding.rs`, `inlining.rs`.
    specialised: OnceLock<Tera>,
    /// Counts what was rendered.
    rendered: AtomicUsize,
    language: Arc<Language>,
    assets: Arc<BTreeMap<String, String>>,
    /// What every template sees.
    global: Context,
}

/// Templates as they are, but for counters: where something is wrong, it is told by them.
struct Plain {
    tera: Tera,
    /// The texts of all templates, to say where one is wrong.
    templates: BTreeMap<String, ThemeText>,
    counted: Counted,
}

impl Engine {
    /// The engine of a language over a theme. `site` is what every template sees as `site`; `assets` gives the address
    /// of each file of the theme's `static/`, and of each symbol in its drawings: `marks.svg#school`.
    ///
    /// # Errors
    /// The templates that cannot be read.
    pub(crate) fn new(
        theme: &Theme,
        language: &Arc<Language>,
        site: Value,
        assets: Arc<BTreeMap<String, String>>,
    ) -> Result<Engine, Vec<Diagnostic>> {
        let mut tera = empty(language, &assets);
        let reports = |mistakes: Vec<Mistake>| -> Vec<Diagnostic> {
            let mistakes = mistakes.into_iter();
            mistakes.map(|one| one.report(Code::Template)).collect()
        };
        let too_much = template_error::too_much(&theme.templates);
        if !too_much.is_empty() {
            return Err(reports(too_much));
        }
        let templates = theme
            .templates
            .iter()
            .map(|(name, text)| (name.as_str(), &*text.text));
        if let Err(error) = tera.add_raw_templates(templates) {
            return Err(reports(template_error::all(&error, &theme.templates)));
        }
        let counted = Counted::of(&theme.templates);
        let mut counting = tera.clone();
        let counted = match counting.add_raw_templates(named(&counted.texts)) {
            Ok(()) => {
                tera = counting;
                counted
            }
            // A form of the language that is not known here: it works, and nothing is counted.
            Err(error) => {
                debug_assert!(false, "templates with counters are templates: {error}");
                Counted::default()
            }
        };
        let plain = Plain {
            tera,
            templates: theme.templates.clone(),
            counted,
        };
        Engine::over(plain.into(), language, site, assets)
    }

    /// The engine of another language over the same templates: they are not looked through again.
    ///
    /// # Errors
    /// What is the same on every page cannot be rendered in that language.
    pub(crate) fn in_language(
        &self,
        language: &Arc<Language>,
        site: Value,
        assets: Arc<BTreeMap<String, String>>,
    ) -> Result<Engine, Vec<Diagnostic>> {
        Engine::over(self.plain.clone(), language, site, assets)
    }

    /// An engine with all that a language's templates see.
    fn over(
        plain: Arc<Plain>,
        language: &Arc<Language>,
        site: Value,
        assets: Arc<BTreeMap<String, String>>,
    ) -> Result<Engine, Vec<Diagnostic>> {
        let sections = sections(&site);
        let mut tera = plain.tera.clone();
        register(&mut tera, language, &assets);
        let mut engine = Engine {
            plain,
            tera,
            specialised: OnceLock::new(),
            rendered: AtomicUsize::new(0),
            language: language.clone(),
            assets,
            global: Context::new(),
        };
        engine.global.insert_value("site", site);
        engine.tera.global_context().extend(engine.global.clone());
        let once = engine.once(ONCE, &Context::new());
        let once = once.map_err(|wrong| vec![wrong])?;
        let mut of_sections = BTreeMap::new();
        for section in sections {
            let mut context = Context::new();
            context.insert("section", &section);
            let once = engine.once(ONCE_IN, &context);
            of_sections.insert(section, once.map_err(|wrong| vec![wrong])?);
        }
        engine.global.insert("once", &once);
        engine.global.insert("once_in", &of_sections);
        engine.tera.global_context().extend(engine.global.clone());
        Ok(engine)
    }

    /// The templates specialised for this language.
    fn specialised(&self) -> Tera {
        let mut tera = empty(&self.language, &self.assets);
        if let Err(error) = tera.add_raw_templates(named(&self.specialised_texts())) {
            // A form of the language that is not known here: it works as it is.
            debug_assert!(false, "folded and inlined templates are templates: {error}");
            return self.tera.clone();
        }
        *tera.global_context() = self.global.clone();
        tera
    }

    fn specialised_texts(&self) -> BTreeMap<String, String> {
        let answer = |call: &ConstantCall<'_>| match call.function {
            "asset" => match call.arguments[..] {
                [("path", Literal::Text(path))] => self.assets.get(path).cloned(),
                _ => None,
            },
            _ => {
                let id = call.arguments.iter().find(|(name, _)| *name == "id")?;
                let Literal::Text(id) = id.1 else {
                    return None;
                };
                let given = call.arguments.iter().filter(|(name, _)| *name != "id");
                let given: Vec<(&str, Arg<'_>)> = given
                    .map(|(name, value)| match value {
                        Literal::Text(text) => (*name, Arg::Text(text)),
                        Literal::Number(number) => (*name, Arg::Number(*number)),
                    })
                    .collect();
                self.language.messages.format(id, &given).ok()
            }
        };
        let texts = self.plain.counted.texts.iter();
        let texts = texts.map(|(name, text)| {
            let escapes = ESCAPED.iter().any(|ending| name.ends_with(ending));
            (name.clone(), folded(text, escapes, &answer))
        });
        inlined(&texts.collect())
    }

    /// What is the same on many pages: the templates in a folder, rendered with nothing but `site` and this, by their
    /// names.
    fn once(
        &self,
        folder: &str,
        context: &Context,
    ) -> Result<BTreeMap<String, String>, Diagnostic> {
        let templates = self.plain.templates.keys();
        let names = templates.filter_map(|name| {
            let stem = name.strip_prefix(folder)?.strip_suffix(".html")?;
            (!stem.contains('/')).then(|| (name, stem.to_owned()))
        });
        names
            .map(|(name, stem)| Ok((stem, self.render(name, context, name)?)))
            .collect()
    }

    /// Renders a template.
    ///
    /// # Errors
    /// What the template could not do, with its file and line.
    pub(crate) fn render(
        &self,
        template: &str,
        context: &Context,
        page: &str,
    ) -> Result<String, Diagnostic> {
        if self.rendered.fetch_add(1, Ordering::Relaxed) < WORTH_SPECIALISING {
            return self.render_plain(template, context, page);
        }
        self.render_specialised(template, context)
            .or_else(|_| self.render_plain(template, context, page))
    }

    /// The same, where it can be told only that something is wrong.
    ///
    /// # Errors
    /// As above, at a place that nobody wrote.
    pub(crate) fn render_specialised(
        &self,
        template: &str,
        context: &Context,
    ) -> TeraResult<String> {
        let tera = self.specialised.get_or_init(|| self.specialised());
        render(tera, template, context)
    }

    /// The same by the templates as they are.
    ///
    /// # Errors
    /// As above.
    pub(crate) fn render_plain(
        &self,
        template: &str,
        context: &Context,
        page: &str,
    ) -> Result<String, Diagnostic> {
        render(&self.tera, template, context).map_err(|error| {
            let Plain {
                templates, counted, ..
            } = &*self.plain;
            let mistake = template_error::mistake_of_page(&error, templates, counted);
            mistake.report(Code::Render).with("page", page)
        })
    }
}

fn render(tera: &Tera, template: &str, context: &Context) -> TeraResult<String> {
    let mut written = budget::Written::default();
    budget::begin();
    tera.render_to(template, context, &mut written)?;
    Ok(String::from_utf8(written.0)?)
}

/// The endings of templates in which values are escaped.
const ESCAPED: [&str; 3] = [".html", ".svg", ".xml"];

/// An engine of a language without templates.
fn empty(language: &Arc<Language>, assets: &Arc<BTreeMap<String, String>>) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(ESCAPED);
    register(&mut tera, language, assets);
    tera
}

fn named(texts: &BTreeMap<String, String>) -> impl Iterator<Item = (&str, &str)> {
    texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
}

/// The sections of the menu, and none of them.
fn sections(site: &Value) -> Vec<String> {
    let menu = site.as_map().and_then(|site| site.get(&Key::Str("menu")));
    let entries = menu.and_then(Value::as_array).unwrap_or_default().iter();
    let keys = entries.filter_map(|entry| entry.as_map()?.get(&Key::Str("key"))?.as_str());
    let mut sections: Vec<String> = keys.map(str::to_owned).collect();
    sections.push(String::new());
    sections
}
