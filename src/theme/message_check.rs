//! A Fluent linter: messages of all languages compared with each other and with the calls that name them.
//!
//! Takes the theme and the messages of the site's languages, the first language first, and gives what is wrong: a
//! message that is missing in a language, or in all of them though the program asks for it, a variable that it lacks or
//! invents, a duplicate message, an unused one, or an unknown one. What is wrong inside one file is reported by `locale`.

use std::collections::{BTreeSet, HashMap};

use super::files::{Theme, ThemeText};
use super::message_calls::{Call, calls};
use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::locale::Language;
use crate::source::Sources;

/// Checks the messages of a site. `asked_for` are those that the program itself names.
pub(crate) fn check_words(
    theme: &Theme,
    sources: &Sources,
    languages: &[&Language],
    asked_for: &[&str],
) -> Vec<Diagnostic> {
    let words = Words { theme, languages };
    let named: Vec<(&ThemeText, Call)> = theme
        .templates
        .values()
        .flat_map(|text| calls(&text.text).into_iter().map(move |call| (text, call)))
        .collect();
    let mut found = words.twice(sources);
    let unused = words.unused(&named, asked_for);
    // A message with a slip in its name is told as that, and is not missing in other languages.
    let slips = unused.iter().filter(|wrong| !wrong.nearest.is_empty());
    let slips: BTreeSet<&str> = slips
        .filter_map(|wrong| Some(wrong.args.first()?.1.as_str()))
        .collect();
    found.extend(words.differences(&slips));
    found.extend(words.calls(&named));
    found.extend(words.lacking(asked_for));
    found.extend(unused);
    found
}

struct Words<'a> {
    theme: &'a Theme,
    languages: &'a [&'a Language],
}

impl Words<'_> {
    /// All that any language can write, `id` or `id.attribute`.
    fn ids(&self) -> BTreeSet<&str> {
        let all = self.languages.iter();
        all.flat_map(|language| language.messages.ids()).collect()
    }

    /// Where a language defines a message.
    fn place(&self, language: &Language, id: &str) -> At {
        let name = id.split_once('.').map_or(id, |(name, _)| name);
        let mut definitions = language.messages.definitions().iter().rev();
        match definitions.find(|definition| definition.name == name) {
            Some(definition) => {
                let texts = self.theme.messages.get(language.lang);
                At::span(texts[definition.source].source, definition.range.clone())
            }
            None => At::File("themes".to_owned()),
        }
    }

    /// Duplicate messages in two files side by side. A file of a child theme, or of the site, replaces on purpose.
    fn twice(&self, sources: &Sources) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for language in self.languages {
            let texts = self.theme.messages.get(language.lang);
            let mut first: HashMap<(&str, &str), (usize, At)> = HashMap::new();
            for definition in language.messages.definitions() {
                let source = texts[definition.source].source;
                let path = sources.path(source);
                let layer = path
                    .split_once("/locales/")
                    .map_or(path, |(layer, _)| layer);
                let at = At::span(source, definition.range.clone());
                match first.get(&(layer, definition.name.as_str())) {
                    // Duplicates in one file are reported by `locale`, which parses it.
                    Some((file, _)) if *file == definition.source => {}
                    Some((_, other)) => found.push(
                        Diagnostic::new(Code::MessageTwice, at)
                            .with("id", &definition.name)
                            .also(other.clone()),
                    ),
                    None => {
                        first.insert((layer, &definition.name), (definition.source, at));
                    }
                }
            }
        }
        found
    }

    /// What one language has and another lacks. The site's first language that has a message says what is in it.
    fn differences(&self, slips: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for id in self.ids() {
            if slips.contains(id) {
                continue;
            }
            let has = |language: &&&Language| language.messages.variables(id).is_some();
            let Some(model) = self.languages.iter().find(has) else {
                continue;
            };
            for language in self.languages {
                let Some(variables) = language.messages.variables(id) else {
                    let missing = Diagnostic::new(Code::MessageMissing, self.place(model, id));
                    found.push(missing.with("id", id).with("lang", language.lang));
                    continue;
                };
                let expected = model.messages.variables(id).unwrap_or(variables);
                let differ = |code, variable: &String| {
                    Diagnostic::new(code, self.place(language, id))
                        .with("id", id)
                        .with("variable", variable)
                        .with("lang", model.lang)
                        .also(self.place(model, id))
                };
                let forgotten = expected.difference(variables);
                found.extend(forgotten.map(|variable| differ(Code::MessageForgets, variable)));
                let invented = variables.difference(expected);
                found.extend(invented.map(|variable| differ(Code::MessageInvents, variable)));
            }
        }
        found
    }

    /// Calls of unknown messages, or without a variable that the message needs.
    fn calls(&self, named: &[(&ThemeText, Call)]) -> Vec<Diagnostic> {
        let ids = self.ids();
        let mut found = Vec::new();
        // The nearest ids (edit distance) of a name that many templates have wrong are computed once.
        let mut near: HashMap<&str, Vec<String>> = HashMap::new();
        for (text, call) in named {
            let at = || At::span(text.source, call.range.clone());
            let Some(id) = &call.id else {
                found.push(Diagnostic::new(Code::MessageNotLiteral, at()));
                continue;
            };
            if !ids.contains(id.as_str()) {
                let near = near
                    .entry(id)
                    .or_insert_with(|| nearest(id, ids.iter().copied()));
                let unknown = Diagnostic::new(Code::MessageUnknown, at()).with("id", id);
                found.push(unknown.nearest(near.clone()));
                continue;
            }
            // A variable that a translation invents is reported there.
            let mut all = self.languages.iter();
            let needed = all.find_map(|language| language.messages.variables(id));
            for variable in needed.into_iter().flatten() {
                if !call.given.contains(variable) {
                    let lacking = Diagnostic::new(Code::MessageNotGiven, at());
                    found.push(lacking.with("id", id).with("variable", variable));
                }
            }
        }
        found
    }

    /// Messages that the program asks for and no language has.
    fn lacking(&self, asked_for: &[&str]) -> Vec<Diagnostic> {
        let ids = self.ids();
        let lacking = asked_for.iter().filter(|id| !ids.contains(*id));
        let manifest = At::File(format!("themes/{}/theme.toml", self.theme.name));
        lacking
            .map(|id| Diagnostic::new(Code::MessageLacking, manifest.clone()).with("id", id))
            .collect()
    }

    /// Whether all languages have a message.
    fn is_everywhere(&self, id: &str) -> bool {
        let mut all = self.languages.iter();
        all.all(|language| language.messages.variables(id).is_some())
    }

    /// Unused messages, each reported once, in the first language that has it.
    fn unused(&self, named: &[(&ThemeText, Call)], asked_for: &[&str]) -> Vec<Diagnostic> {
        let base = |id: &str| id.split('.').next().unwrap_or_default().to_owned();
        let by_templates = named.iter().filter_map(|(_, call)| call.id.as_deref());
        let used: BTreeSet<String> = by_templates
            .chain(asked_for.iter().copied())
            .map(base)
            .collect();
        let mut told: BTreeSet<&str> = BTreeSet::new();
        let mut found = Vec::new();
        for language in self.languages {
            for definition in language.messages.definitions() {
                let name = definition.name.as_str();
                let mentioned = |language: &&Language| language.messages.is_mentioned(name);
                // Terms are the translators' own.
                let is_used = name.starts_with('-')
                    || used.contains(name)
                    || self.languages.iter().any(mentioned);
                if !is_used && told.insert(name) {
                    let at = self.place(language, name);
                    let near = match self.is_everywhere(name) {
                        true => Vec::new(),
                        false => nearest(name, used.iter().map(String::as_str)),
                    };
                    let unused = Diagnostic::new(Code::MessageUnused, at).with("id", name);
                    found.push(unused.nearest(near));
                }
            }
        }
        found
    }
}
