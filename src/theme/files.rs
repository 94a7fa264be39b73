//! Theme inheritance: a theme merged from its own files and those of its parents, which it overrides one by one.
//!
//! Takes the sources and assets of a site. A template is known by its path under `templates/`; the parent's version of
//! an overridden one stays reachable under the parent's name: `{% extends "tagzym/base.html" %}`.

use std::collections::{BTreeMap, HashSet};

use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::load::fields::{ReadContext, Value};
use crate::load::site::toml_node;
use crate::model::lang::{Lang, PerLang};
use crate::source::{Asset, SourceId, Sources, Text};

/// A text of the theme with its source.
#[derive(Debug, Clone)]
pub(crate) struct ThemeText {
    pub source: SourceId,
    pub text: Text,
}

/// A theme with everything that it has from its parents.
#[derive(Debug, Default)]
pub(crate) struct Theme {
    /// Its folder in `themes/`.
    pub name: String,
    /// By name: `region.html`, and `tagzym/region.html` for the parent's where it is overridden.
    pub templates: BTreeMap<String, ThemeText>,
    /// Files of `static/`, by their path in it.
    pub files: BTreeMap<String, Asset>,
    /// Message files of each language, those of the oldest parent first, the site's own last.
    pub messages: PerLang<Vec<ThemeText>>,
}

/// Merges the theme with this name and its parents, with the site's own messages over it.
pub(crate) fn theme(sources: &Sources, name: &str) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let Some(line) = line_of(sources, name, &mut found) else {
        return (None, found);
    };
    let mut theme = Theme {
        name: name.to_owned(),
        ..Theme::default()
    };
    for name in line.iter().rev() {
        let folder = format!("themes/{name}/");
        for (source, text) in sources.below(&folder) {
            let Some(path) = text.path.strip_prefix(&folder) else {
                continue;
            };
            let text = ThemeText {
                source,
                text: text.text.clone(),
            };
            if let Some(template) = path.strip_prefix("templates/") {
                add_template(&mut theme, template, text, sources);
            } else if let Some(lang) = lang_of(path.strip_prefix("locales/")) {
                theme.messages.get_mut(lang).push(text);
            }
        }
        for asset in sources.assets.iter() {
            if let Some(path) = asset
                .path
                .strip_prefix(&folder)
                .and_then(|path| path.strip_prefix("static/"))
            {
                theme.files.insert(path.to_owned(), asset.clone());
            }
        }
    }
    for (source, text) in sources.below("content/locales/") {
        if let Some(lang) = lang_of(text.path.strip_prefix("content/locales/")) {
            theme.messages.get_mut(lang).push(ThemeText {
                source,
                text: text.text.clone(),
            });
        }
    }
    (Some(theme), found)
}

/// Adds a template over that of a parent, which stays reachable under the parent's name unless it defines components:
/// those are known to all templates by their own names, and so cannot be there twice.
fn add_template(theme: &mut Theme, name: &str, text: ThemeText, sources: &Sources) {
    let Some(parents) = theme.templates.insert(name.to_owned(), text) else {
        return;
    };
    let path = sources.path(parents.source);
    let theme_name = path.split('/').nth(1).unwrap_or_default();
    if !parents.text.contains("{% component") && !parents.text.contains("{%- component") {
        theme
            .templates
            .insert(format!("{theme_name}/{name}"), parents);
    }
}

/// The language of a message file, by its first folder.
fn lang_of(path: Option<&str>) -> Option<Lang> {
    let (lang, file) = path?.split_once('/')?;
    Lang::from_code(lang).filter(|_| file.ends_with(".ftl"))
}

/// The theme and its parents, the theme first.
fn line_of(sources: &Sources, name: &str, found: &mut Vec<Diagnostic>) -> Option<Vec<String>> {
    let mut line: Vec<String> = Vec::new();
    let mut named_at: At = At::File("site.toml".to_owned());
    let mut next = Some(name.to_owned());
    while let Some(name) = next {
        if line.contains(&name) {
            found.push(Diagnostic::new(Code::ThemeCircle, named_at).with("theme", &name));
            return None;
        }
        let path = format!("themes/{name}/theme.toml");
        let found_at = sources.find(&path);
        let Some((source, text)) = found_at.and_then(|id| Some((id, sources.get(id)?.text))) else {
            let below: Vec<_> = sources.below("themes/").collect();
            let known: HashSet<&str> = below
                .iter()
                .filter_map(|(_, text)| {
                    text.path
                        .strip_prefix("themes/")?
                        .strip_suffix("/theme.toml")
                })
                .collect();
            found.push(
                Diagnostic::new(Code::NoTheme, named_at)
                    .with("theme", &name)
                    .nearest(nearest(&name, known)),
            );
            return None;
        };
        let reading = ReadContext::new(source, [].into()).in_toml();
        next = toml_node(&text, &reading).and_then(|node| {
            let value = Value::document(&node, &reading);
            let mut fields = value.fields("theme")?;
            fields.required("name", |v| v.id());
            fields.optional("title", |v| v.text());
            let parent = fields.optional("parent", |v| v.id());
            named_at = fields.place("parent").into();
            fields.finish();
            parent.map(|parent| parent.to_string())
        });
        found.extend(reading.into_diagnostics());
        line.push(name);
    }
    Some(line)
}
