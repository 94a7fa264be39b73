//! The template engine (Tera) of one language, with its filters and functions.
//!
//! They are bound to that language's formats and messages, so that no template can reach another's by mistake; none of
//! them fetches, reads or asks the time.

use std::collections::BTreeMap;
use std::sync::Arc;

use strum::{IntoStaticStr, VariantArray};
use tera::value::Key;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::budget;
use super::counted::Counted;
use super::files::{Theme, ThemeText};
use super::template_error::{self, Mistake};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Arg, Language, MessageError, MessageErrorKind};
use crate::model::date::Date;
use crate::model::money::Tenge;

/// The folder of partial templates that are rendered once for all pages of a language.
const ONCE: &str = "once/";
/// That of those which are rendered once for each section of the menu.
const ONCE_IN: &str = "once/section/";

/// A template engine for one language.
pub(crate) struct Engine {
    tera: Tera,
    /// The texts of all templates, to say where one is wrong.
    templates: BTreeMap<String, ThemeText>,
    counted: Arc<Counted>,
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
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".svg", ".xml"]);
        register(&mut tera, language, assets);
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
        let texts = counted.texts.iter();
        let texts = texts.map(|(name, text)| (name.as_str(), text.as_str()));
        let mut counting = tera.clone();
        let counted = match counting.add_raw_templates(texts) {
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
        Engine::over(tera, theme.templates.clone(), counted.into(), site)
    }

    /// The engine of another language over the same templates: they are not read again.
    ///
    /// # Errors
    /// What is the same on every page cannot be rendered in that language.
    pub(crate) fn in_language(
        &self,
        language: &Arc<Language>,
        site: Value,
        assets: Arc<BTreeMap<String, String>>,
    ) -> Result<Engine, Vec<Diagnostic>> {
        let mut tera = self.tera.clone();
        register(&mut tera, language, assets);
        *tera.global_context() = Context::new();
        let counted = self.counted.clone();
        Engine::over(tera, self.templates.clone(), counted, site)
    }

    /// An engine with all that a language's templates see.
    fn over(
        mut tera: Tera,
        templates: BTreeMap<String, ThemeText>,
        counted: Arc<Counted>,
        site: Value,
    ) -> Result<Engine, Vec<Diagnostic>> {
        let sections = sections(&site);
        tera.global_context().insert_value("site", site);
        let mut engine = Engine {
            tera,
            templates,
            counted,
        };
        let once = engine.once(ONCE, &Context::new());
        let once = once.map_err(|wrong| vec![wrong])?;
        engine.tera.global_context().insert("once", &once);
        let mut of_sections = BTreeMap::new();
        for section in sections {
            let mut context = Context::new();
            context.insert("section", &section);
            let once = engine.once(ONCE_IN, &context);
            of_sections.insert(section, once.map_err(|wrong| vec![wrong])?);
        }
        let global = engine.tera.global_context();
        global.insert("once_in", &of_sections);
        Ok(engine)
    }

    /// What is the same on many pages: the templates in a folder, rendered with nothing but `site` and this, by their
    /// names.
    fn once(
        &self,
        folder: &str,
        context: &Context,
    ) -> Result<BTreeMap<String, String>, Diagnostic> {
        let templates = self.templates.keys();
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
        let mut written = budget::Written::default();
        budget::begin();
        let done = self.tera.render_to(template, context, &mut written);
        let text = done.and_then(|()| Ok(String::from_utf8(written.0)?));
        text.map_err(|error| {
            let mistake = template_error::mistake_of_page(&error, &self.templates, &self.counted);
            mistake.report(Code::Render).with("page", page)
        })
    }
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

/// The filters besides those of Tera. Their names in templates: `money_short`.
#[derive(Debug, Clone, Copy, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum Filter {
    Money,
    MoneyShort,
    Millions,
    Number,
    Percent,
    Date,
    DateShort,
    DateRange,
    DateSince,
}

/// The functions besides those of Tera.
#[derive(Debug, Clone, Copy, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum Function {
    /// A message.
    T,
    Asset,
    Symbol,
}

fn register(tera: &mut Tera, language: &Arc<Language>, assets: Arc<BTreeMap<String, String>>) {
    budget::register(tera);
    for filter in Filter::VARIANTS {
        filter.register(tera, language.clone());
    }
    for function in Function::VARIANTS {
        function.register(tera, language.clone(), assets.clone());
    }
}

impl Filter {
    fn register(self, tera: &mut Tera, l: Arc<Language>) {
        let name: &'static str = self.into();
        match self {
            Filter::Money => {
                tera.register_filter(name, move |amount: u128, _: Kwargs, _: &State| {
                    l.locale.money(Tenge(amount))
                });
            }
            Filter::MoneyShort => {
                tera.register_filter(name, move |amount: u128, _: Kwargs, _: &State| {
                    l.locale.money_short(Tenge(amount))
                });
            }
            Filter::Millions => {
                tera.register_filter(name, move |amount: u128, _: Kwargs, _: &State| {
                    l.locale.millions(Tenge(amount))
                });
            }
            Filter::Number => {
                tera.register_filter(name, move |number: u128, _: Kwargs, _: &State| {
                    l.locale.integer(number)
                });
            }
            Filter::Percent => tera.register_filter(
                name,
                move |part: u128, args: Kwargs, _: &State| -> TeraResult<String> {
                    let whole: u128 = args.must_get("of")?;
                    Ok(l.locale.percent(part, whole).unwrap_or_default())
                },
            ),
            Filter::Date => tera.register_filter(
                name,
                move |date: &str, _: Kwargs, _: &State| -> TeraResult<String> {
                    Ok(l.locale.date(parse_date(date)?))
                },
            ),
            Filter::DateShort => tera.register_filter(
                name,
                move |date: &str, _: Kwargs, _: &State| -> TeraResult<String> {
                    Ok(l.locale.date_short(parse_date(date)?))
                },
            ),
            Filter::DateRange => tera.register_filter(
                name,
                move |from: &str, args: Kwargs, _: &State| -> TeraResult<Vec<String>> {
                    let to: &str = args.must_get("to")?;
                    let parts = l
                        .locale
                        .date_range_parts(parse_date(from)?, parse_date(to)?);
                    Ok(parts.to_vec())
                },
            ),
            Filter::DateSince => tera.register_filter(
                name,
                move |date: &str, _: Kwargs, _: &State| -> TeraResult<String> {
                    Ok(l.locale.date_since(parse_date(date)?))
                },
            ),
        }
    }
}

impl Function {
    fn register(self, tera: &mut Tera, l: Arc<Language>, assets: Arc<BTreeMap<String, String>>) {
        let name: &'static str = self.into();
        match self {
            Function::T => {
                tera.register_function(name, move |args: Kwargs, _: &State| message(&l, &args));
            }
            Function::Asset => {
                tera.register_function(name, move |args: Kwargs, _: &State| -> TeraResult<String> {
                    let path: &str = args.must_get("path")?;
                    let known = || tera::Error::message(format!("no file in static: \"{path}\""));
                    assets.get(path).cloned().ok_or_else(known)
                })
            }
            Function::Symbol => tera.register_function(
                name,
                move |args: Kwargs, _: &State| -> TeraResult<Option<String>> {
                    let of: &str = args.must_get("of")?;
                    let ids: Vec<String> = args.must_get("ids")?;
                    let known = |id: &String| assets.get(&format!("{of}#{id}")).cloned();
                    Ok(ids.iter().find_map(known))
                },
            ),
        }
    }
}

fn parse_date(date: &str) -> TeraResult<Date> {
    Date::parse(date).map_err(|_| tera::Error::message(format!("no date: \"{date}\"")))
}

/// A message with its variables: numbers choose plurals, all else is text.
fn message(language: &Language, args: &Kwargs) -> TeraResult<String> {
    let id: &str = args.must_get("id")?;
    let mut given: Vec<(&str, Arg<'_>)> = Vec::new();
    for (name, value) in args.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "id") else {
            continue;
        };
        let arg = match (value.as_str(), value.as_u64()) {
            (Some(text), _) => Arg::Text(text),
            (None, Some(number)) => Arg::Number(number),
            (None, None) => {
                return Err(tera::Error::message(format!(
                    "neither text nor number: \"{name}\" \"{id}\""
                )));
            }
        };
        given.push((name, arg));
    }
    language
        .messages
        .format(id, &given)
        .map_err(|error| tera::Error::message(reason(&error)))
}

/// Why there is no text for a message, as a reason that the messages to editors know if a template alone can be wrong.
fn reason(error: &MessageError) -> String {
    let id = &error.id;
    match &error.kind {
        MessageErrorKind::UnknownMessage => format!("no such message: \"{id}\""),
        MessageErrorKind::MissingVariable(name) => {
            format!("no variable for the message: \"{name}\" \"{id}\"")
        }
        _ => error.to_string(),
    }
}
