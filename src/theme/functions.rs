//! The filters and functions of templates, bound to one language's formats and messages.
//!
//! No template can reach another language's by mistake; none of them fetches, reads or asks the time.

use std::collections::BTreeMap;
use std::sync::Arc;

use strum::{IntoStaticStr, VariantArray};
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::budget;
use super::folding::MESSAGE;
use crate::locale::{Arg, Language, MessageError, MessageErrorKind};
use crate::model::date::Date;
use crate::model::money::Tenge;

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

/// Gives an engine all of them.
pub(super) fn register(
    tera: &mut Tera,
    language: &Arc<Language>,
    assets: &Arc<BTreeMap<String, String>>,
) {
    budget::register(tera);
    let l = language.clone();
    tera.register_filter(MESSAGE, move |list: &[Value], _: Kwargs, _: &State| {
        let [id, variables @ ..] = list else {
            return Err(tera::Error::message("no message"));
        };
        let pairs = variables.chunks_exact(2);
        let variables = pairs.map(|pair| (pair[0].as_str().unwrap_or_default(), &pair[1]));
        message(&l, id.as_str().unwrap_or_default(), variables)
    });
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
                tera.register_function(name, move |args: Kwargs, _: &State| {
                    let id: &str = args.must_get("id")?;
                    let all = args
                        .iter()
                        .filter_map(|(name, value)| Some((name.as_str()?, value)));
                    message(&l, id, all.filter(|(name, _)| *name != "id"))
                });
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
fn message<'v>(
    language: &Language,
    id: &str,
    variables: impl Iterator<Item = (&'v str, &'v Value)>,
) -> TeraResult<String> {
    let mut given: Vec<(&str, Arg<'_>)> = Vec::new();
    for (name, value) in variables {
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
