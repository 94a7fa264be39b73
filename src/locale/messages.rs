//! Message catalogue: the words of the pages in one language, from Fluent files, with variables and plural rules.
//!
//! Takes the files' texts (the theme's, then the site's) and gives plain text for an id and its arguments; whatever is
//! missing is an error that names it. Must not know templates or HTML: whoever puts a message into a page escapes it.

mod ftl;
mod problem;
mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use fluent::concurrent::FluentBundle;
use fluent::resolver::ResolverError;
use fluent::resolver::errors::ReferenceKind;
use fluent::{FluentArgs, FluentError, FluentResource, FluentValue};

use crate::model::lang::Lang;

use super::numbers::group_digits;

use self::ftl::{Entries, all_variables, read_entries};
use self::uses::Target;

pub(crate) use self::problem::MessageProblem;

/// The largest number that a message takes: Fluent counts in `f64`, which is exact up to here.
const MAX_NUMBER: u64 = 1 << 53;

/// A value for a variable of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arg<'a> {
    /// Written as it is: names, dates, amounts.
    Text(&'a str),
    /// A count up to 2⁵³: chooses the plural, and is written with its digits in groups.
    Number(u64),
}

/// The messages of one language.
pub(crate) struct Messages {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    /// By id, or `id.attribute`: the variables of each message.
    variables: BTreeMap<String, BTreeSet<String>>,
    /// The messages that other entries mention.
    mentioned: BTreeSet<String>,
    definitions: Vec<Definition>,
}

/// Where a message or a `-term` is defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Definition {
    pub name: String,
    /// The number of its source, among those that [`Messages::new`] took.
    pub source: usize,
    /// The bytes of its name in the source's text; a term's without the hyphen.
    pub range: Range<usize>,
}

/// Why a message cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MessageError {
    /// The id that was asked for.
    pub id: String,
    pub kind: MessageErrorKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MessageErrorKind {
    UnknownMessage,
    /// The message is there, this attribute is not.
    UnknownAttribute(String),
    /// The message has attributes only.
    NoValue,
    /// This variable was not given.
    MissingVariable(String),
    /// This variable is above 2⁵³; give it as text.
    NumberTooLarge(String),
    /// The message mentions this message, `-term` or `FUNCTION()`, which is not there.
    UnknownReference(String),
    /// The message mentions itself, or so many others that writing it would not end soon.
    Endless,
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = &self.id;
        match &self.kind {
            MessageErrorKind::UnknownMessage => write!(f, "there is no message `{id}`"),
            MessageErrorKind::UnknownAttribute(name) => {
                write!(f, "the message of `{id}` has no attribute `{name}`")
            }
            MessageErrorKind::NoValue => write!(f, "the message `{id}` has only attributes"),
            MessageErrorKind::MissingVariable(name) => {
                write!(f, "the message `{id}` needs the variable `${name}`")
            }
            MessageErrorKind::NumberTooLarge(name) => {
                write!(
                    f,
                    "the variable `${name}` of the message `{id}` is too large a number"
                )
            }
            MessageErrorKind::UnknownReference(name) => {
                write!(
                    f,
                    "the message `{id}` mentions `{name}`, which is not there"
                )
            }
            MessageErrorKind::Endless => write!(f, "the message `{id}` does not end"),
        }
    }
}

impl std::error::Error for MessageError {}

impl Messages {
    /// The messages of `sources`, each a name for problems and a Fluent text; a message of a later source replaces the
    /// whole one of an earlier. What is wrong in them is reported, what is sound in them can be used all the same.
    pub(crate) fn new(
        lang: Lang,
        sources: &[(impl AsRef<str>, impl AsRef<str>)],
    ) -> (Messages, Vec<MessageProblem>) {
        let names: Vec<&str> = sources.iter().map(|(name, _)| name.as_ref()).collect();
        let texts: Vec<&str> = sources.iter().map(|(_, text)| text.as_ref()).collect();
        let (entries, defined, problems) = read_entries(&names, &texts);
        let variables = variables(&entries);
        let mentioned = mentioned(&entries);
        let defined = defined.into_iter().map(|(source, name, range)| Definition {
            name,
            source,
            range,
        });
        let tag = lang.code().parse().expect("a code is a language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        // Fluent takes a function without surroundings, so each language brings its own.
        bundle.set_formatter(Some(match lang {
            Lang::Kk => |value, _| write_number(Lang::Kk, value),
            Lang::Ru => |value, _| write_number(Lang::Ru, value),
            Lang::En => |value, _| write_number(Lang::En, value),
        }));
        for entry in entries.into_values() {
            bundle.add_resource_overriding(entry.resource);
        }
        let messages = Messages {
            lang,
            bundle,
            variables,
            mentioned,
            definitions: defined.collect(),
        };
        (messages, problems)
    }

    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// Writes the message `id`, or its attribute `id.attribute`, as plain text. Arguments that it does not use are no
    /// error: one language may need what another does not.
    ///
    /// # Errors
    /// The message, its attribute, a variable or something that it mentions is missing.
    pub(crate) fn format(
        &self,
        id: &str,
        args: &[(&str, Arg<'_>)],
    ) -> Result<String, MessageError> {
        self.write(id, args).map_err(|kind| MessageError {
            id: id.to_owned(),
            kind,
        })
    }

    fn write(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Result<String, MessageErrorKind> {
        let (name, attribute) = match id.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (id, None),
        };
        let message = self.bundle.get_message(name);
        let message = message.ok_or(MessageErrorKind::UnknownMessage)?;
        let pattern = match attribute {
            None => message.value().ok_or(MessageErrorKind::NoValue)?,
            Some(attribute) => message
                .get_attribute(attribute)
                .ok_or_else(|| MessageErrorKind::UnknownAttribute(attribute.to_owned()))?
                .value(),
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for &(name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(name, text),
                Arg::Number(number) if number <= MAX_NUMBER => values.set(name, number),
                Arg::Number(_) => return Err(MessageErrorKind::NumberTooLarge(name.to_owned())),
            }
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors);
        match errors.into_iter().next() {
            None => Ok(text.into_owned()),
            Some(error) => Err(explain(error)),
        }
    }

    /// All that [`Messages::format`] can write, in order: `id` of each message that has a value, `id.attribute` of each
    /// attribute.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.variables.keys().map(String::as_str)
    }

    /// The variables that a message (or `id.attribute`) uses, also by way of other messages.
    pub(crate) fn variables(&self, id: &str) -> Option<&BTreeSet<String>> {
        self.variables.get(id)
    }

    /// Every definition in the sources, in their order; of several with one name the last one holds.
    pub(crate) fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// Whether another message or term mentions this message.
    pub(crate) fn is_mentioned(&self, name: &str) -> bool {
        self.mentioned.contains(name)
    }
}

fn mentioned(entries: &Entries) -> BTreeSet<String> {
    let parts = entries.values().flat_map(|entry| entry.parts.values());
    let references = parts.flat_map(|uses| &uses.references);
    references
        .filter_map(|reference| match &reference.target {
            Target::Message(name) => Some(name.clone()),
            Target::Term(_) | Target::Function(_) => None,
        })
        .collect()
}

fn variables(entries: &Entries) -> BTreeMap<String, BTreeSet<String>> {
    let messages = entries.iter().filter(|(_, entry)| !entry.is_term);
    let parts = messages.flat_map(|(name, entry)| {
        entry.parts.iter().map(move |(attribute, uses)| {
            let id = match attribute {
                Some(attribute) => format!("{name}.{attribute}"),
                None => name.clone(),
            };
            (id, uses)
        })
    });
    parts
        .map(|(id, uses)| {
            let used = all_variables(entries, uses, |uses| &uses.variables);
            (id, used.into_iter().map(str::to_owned).collect())
        })
        .collect()
}

fn write_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    group_digits(lang, &number.as_string())
}

fn explain(error: FluentError) -> MessageErrorKind {
    let with = |name: String, attribute: Option<String>| match attribute {
        Some(attribute) => format!("{name}.{attribute}"),
        None => name,
    };
    match error {
        FluentError::ResolverError(ResolverError::Reference(reference)) => match reference {
            ReferenceKind::Variable { id } => MessageErrorKind::MissingVariable(id),
            ReferenceKind::Message { id, attribute } => {
                MessageErrorKind::UnknownReference(with(id, attribute))
            }
            ReferenceKind::Term { id, attribute } => {
                MessageErrorKind::UnknownReference(with(format!("-{id}"), attribute))
            }
            ReferenceKind::Function { id } => MessageErrorKind::UnknownReference(format!("{id}()")),
        },
        FluentError::ResolverError(ResolverError::NoValue(id)) => {
            MessageErrorKind::UnknownReference(id)
        }
        _ => MessageErrorKind::Endless,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RU: &str = "
home = Главная
-campaign = акция { $case ->
   *[nominative] Туған жерге тағзым
    [genitive] Туған жерге тағзыма
}
about = Об участниках: { -campaign(case: \"genitive\") }
projects = { $count ->
    [0] Нет проектов
    [one] { $count } проект
    [few] { $count } проекта
   *[many] { $count } проектов
} в регионе «{ $region }»
    .title = Проекты: { $count }
both = { projects } и { home }
only = { \"\" }
    .label = Подпись
bare =
    .label = Подпись
rate = В среднем { 1234.50 }
";

    fn messages(lang: Lang, text: &str) -> Messages {
        let (messages, problems) = Messages::new(lang, &[("test.ftl", text)]);
        assert_eq!(problems, []);
        messages
    }

    fn why(messages: &Messages, id: &str, args: &[(&str, Arg)]) -> MessageErrorKind {
        messages.format(id, args).unwrap_err().kind
    }

    #[test]
    fn counts_choose_the_plural_and_are_grouped() {
        let ru = messages(Lang::Ru, RU);
        let region = ("region", Arg::Text("<Абай>"));
        for (count, expected) in [
            (0, "Нет проектов в регионе «<Абай>»"),
            (1, "1 проект в регионе «<Абай>»"),
            (3, "3 проекта в регионе «<Абай>»"),
            (11, "11 проектов в регионе «<Абай>»"),
            (12_021, "12\u{a0}021 проект в регионе «<Абай>»"),
        ] {
            let args = [("count", Arg::Number(count)), region];
            assert_eq!(ru.format("projects", &args).as_deref(), Ok(expected));
        }
        let count = [("count", Arg::Number(MAX_NUMBER))];
        assert_eq!(
            ru.format("projects.title", &count).as_deref(),
            Ok("Проекты: 9\u{a0}007\u{a0}199\u{a0}254\u{a0}740\u{a0}992")
        );
        assert_eq!(
            ru.format("rate", &[]).as_deref(),
            Ok("В среднем 1\u{a0}234,50")
        );
        assert_eq!(
            ru.format("about", &[]).as_deref(),
            Ok("Об участниках: акция Туған жерге тағзыма")
        );
    }

    #[test]
    fn each_language_has_its_plurals() {
        let text = "n = { $n ->\n    [one] one\n   *[other] { $n }\n}\n";
        for (lang, thousand) in [(Lang::Kk, "1\u{a0}000"), (Lang::En, "1,000")] {
            let messages = messages(lang, text);
            let format = |n| messages.format("n", &[("n", Arg::Number(n))]);
            assert_eq!(format(1).as_deref(), Ok("one"), "{lang}");
            assert_eq!(format(1000).as_deref(), Ok(thousand));
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let ru = messages(Lang::Ru, RU);
        assert_eq!(why(&ru, "nav", &[]), MessageErrorKind::UnknownMessage);
        assert_eq!(why(&ru, "campaign", &[]), MessageErrorKind::UnknownMessage);
        assert_eq!(why(&ru, "-campaign", &[]), MessageErrorKind::UnknownMessage);
        assert_eq!(why(&ru, "", &[]), MessageErrorKind::UnknownMessage);
        assert_eq!(why(&ru, "bare", &[]), MessageErrorKind::NoValue);
        assert_eq!(
            why(&ru, "home.title", &[]),
            MessageErrorKind::UnknownAttribute("title".to_owned())
        );
        assert_eq!(
            why(&ru, "both", &[("count", Arg::Number(5))]),
            MessageErrorKind::MissingVariable("region".to_owned())
        );
        assert_eq!(
            why(&ru, "projects", &[("region", Arg::Text(""))]),
            MessageErrorKind::MissingVariable("count".to_owned())
        );
        assert_eq!(
            why(&ru, "home", &[("n", Arg::Number(MAX_NUMBER + 1))]),
            MessageErrorKind::NumberTooLarge("n".to_owned())
        );
        let error = ru.format("home.title", &[]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the message of `home.title` has no attribute `title`"
        );
    }

    #[test]
    fn variables_are_told_through_other_messages() {
        let ru = messages(Lang::Ru, RU);
        let variables = |id| {
            let names = ru.variables(id).unwrap().iter();
            names.map(String::as_str).collect::<Vec<_>>()
        };
        assert_eq!(variables("projects"), ["count", "region"]);
        assert_eq!(variables("projects.title"), ["count"]);
        assert_eq!(variables("both"), ["count", "region"]);
        assert_eq!(variables("about"), [""; 0]);
        assert_eq!(ru.variables("bare"), None);
        assert_eq!(
            ru.ids().collect::<Vec<_>>(),
            [
                "about",
                "bare.label",
                "both",
                "home",
                "only",
                "only.label",
                "projects",
                "projects.title",
                "rate"
            ]
        );
    }

    #[test]
    fn later_sources_replace_single_messages() {
        let theme = "a = theme\n    .title = theme\nb = { a }, { -t }\n-t = theme\n";
        let site = "a = site\n";
        let (en, problems) = Messages::new(Lang::En, &[("theme", theme), ("site", site)]);
        assert_eq!(problems, []);
        assert_eq!(en.format("b", &[]).as_deref(), Ok("site, theme"));
        assert_eq!(
            why(&en, "a.title", &[]),
            MessageErrorKind::UnknownAttribute("title".to_owned())
        );
        assert_eq!(en.ids().collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn a_message_that_does_not_end_is_an_error() {
        let mut text = String::from("a = { b }\nb = { a }\nlaugh0 = ha\n");
        for level in 1..=20 {
            let below = format!("{{ laugh{} }}", level - 1);
            text += &format!("laugh{level} = {}\n", below.repeat(10));
        }
        let en = messages(Lang::En, &text);
        assert_eq!(why(&en, "a", &[]), MessageErrorKind::Endless);
        assert_eq!(why(&en, "laugh20", &[]), MessageErrorKind::Endless);
    }

    #[test]
    fn the_deepest_sound_messages_fit_the_stack() {
        let deep = |inner: &str| format!("{}{inner}{}", "{ ".repeat(3), " }".repeat(3));
        let mut text = String::from("m0 = end\n");
        for level in 1..=98 {
            text += &format!("m{level} = {}\n", deep(&format!("{{ m{} }}", level - 1)));
        }
        let en = messages(Lang::En, &text);
        assert_eq!(en.format("m98", &[]).as_deref(), Ok("end"));
    }
}
