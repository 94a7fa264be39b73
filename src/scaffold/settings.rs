//! A new `site.toml`: every setting with its meaning in the editor's language, those that are left out as comments.

use serde_json::Value as Json;

use super::answers::NewPortal;
use super::wrapped::comment;
use crate::load::site::schema;
use crate::locale::Messages;
use crate::model::lang::Lang;
use crate::report::fields::field_texts;

/// The settings in the order in which a person reads them. A test names what is missing.
const ORDER: [&str; 15] = [
    "title",
    "description",
    "base_url",
    "languages",
    "default_language",
    "required",
    "fallback",
    "scope",
    "samples",
    "theme",
    "contact",
    "licence",
    "first_year",
    "outlines",
    "accept",
];

/// The text of a new `site.toml`, with comments in a language.
pub(super) fn settings(of: &NewPortal, ui: Lang, words: &Messages) -> String {
    let (schema, texts) = (schema(), field_texts(ui));
    let mut text = comment(&words.format("scaffold-settings", &[]).unwrap_or_default());
    for name in ORDER {
        let field = &schema["properties"][name];
        let english = field.get("description").and_then(Json::as_str);
        let help = texts.help("site", name, english.unwrap_or_default());
        text.push('\n');
        text.push_str(&comment(&help));
        text.push_str(&line(of, name));
    }
    text
}

/// The line of a setting; of one that is left out, what it is then or could be, as a comment.
fn line(of: &NewPortal, name: &str) -> String {
    let codes = |langs: &[Lang]| {
        let codes: Vec<String> = langs.iter().map(|lang| quoted(lang.code())).collect();
        format!("[{}]", codes.join(", "))
    };
    let first = of.languages.first().copied().unwrap_or(Lang::Kk);
    let texts = |texts: &mut dyn Iterator<Item = (Lang, &str)>| {
        let texts: Vec<String> = texts
            .map(|(lang, text)| format!("{lang} = {}", quoted(text)))
            .collect();
        format!("{{{}}}", texts.join(", "))
    };
    let given = |value: String| format!("{name} = {value}\n");
    let left_out = |value: String| format!("# {name} = {value}\n");
    match name {
        "title" => given(texts(&mut of.titles.iter().map(|(lang, text)| (*lang, text.as_str())))),
        "description" => left_out(texts(&mut of.languages.iter().map(|lang| (*lang, "…")))),
        "base_url" => given(quoted(&of.base_url)),
        "languages" => given(codes(&of.languages)),
        "default_language" => left_out(quoted(first.code())),
        "required" => left_out(codes(&[first])),
        "fallback" => left_out(codes(&of.in_their_order())),
        "scope" => match &of.scope {
            Some(region) => given(quoted(region)),
            None => left_out(quoted("akmola")),
        },
        "samples" => left_out(quoted("show")),
        "theme" => left_out(quoted("tagzym")),
        "contact" => left_out(quoted("portal@…")),
        "licence" => given(quoted("CC BY 4.0")),
        "first_year" => left_out("1991".to_owned()),
        "outlines" => left_out(quoted("content/outlines.geojson")),
        _ => "# [[accept]]\n# warning = \"T0007\"\n# file = \"content/static/list.csv\"\n# why = \"…\"\n"
            .to_owned(),
    }
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_new_file_has_every_setting() {
        let schema = schema();
        let known = schema["properties"].as_object().unwrap().keys();
        let known: BTreeSet<&str> = known.map(String::as_str).collect();
        assert_eq!(known, ORDER.into_iter().collect());
    }
}
