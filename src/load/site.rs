//! Site settings (configuration): deserialization of `site.toml`, and the spans of its values.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::base_url::{check_base_url, of_a_page};
use super::fields::{ReadContext, Value};
use super::shape::Shape;
use super::toml_slip::mistakes;
use super::yaml::Node;
use crate::diagnostic::{Acceptance, At, Code, Diagnostic};
use crate::model::frame::Frame;
use crate::model::lang::Lang;
use crate::model::place::Step;
use crate::model::site::{Samples, Site};
use crate::source::SourceId;

/// What `site.toml` gave.
pub(crate) struct SiteFile {
    /// None if the settings cannot be used.
    pub site: Option<Site>,
    /// Which warnings stay at files that have no record. No setting: what is loaded does not depend on them.
    pub acceptances: Vec<Acceptance>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the settings; nothing if they cannot be used, after everything wrong in them has been reported.
pub(crate) fn site_file(source: SourceId, text: &str) -> SiteFile {
    let reading = ReadContext::new(source, [].into()).in_toml();
    let node = toml_node(text, &reading);
    let site = node.and_then(|node| read(Value::document(&node, &reading)));
    SiteFile {
        site,
        acceptances: reading.take_acceptances(),
        diagnostics: reading.into_diagnostics(),
    }
}

/// The settings alone, and what is wrong with them.
pub(crate) fn site(source: SourceId, text: &str) -> (Option<Site>, Vec<Diagnostic>) {
    let file = site_file(source, text);
    (file.site, file.diagnostics)
}

/// Parses a TOML text, and reports why it cannot be read.
pub(crate) fn toml_node(text: &str, reading: &ReadContext) -> Option<Node> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let wrong = match errors.is_empty() {
        true => Vec::new(),
        false => mistakes(text),
    };
    for mistake in wrong {
        let at = At::span(reading.source, mistake.at);
        let wrong = Diagnostic::new(Code::Toml, at).with("reason", mistake.reason);
        reading.report(match mistake.line {
            Some(line) => wrong.with("line", line),
            None => wrong,
        });
    }
    errors.is_empty().then(|| to_map(table.get_ref()))
}

/// What the settings accept, as JSON Schema: `docs/content.md` is held against it, and a new `site.toml` is made by it.
pub(crate) fn schema() -> serde_json::Value {
    let (shape, reading) = (Shape::default(), ReadContext::new(SourceId(0), [].into()));
    drop(read(Value::wanted(&shape, &reading)));
    shape.into_schema()
}

fn read(value: Value<'_>) -> Option<Site> {
    let mut fields = value.fields("site")?;
    let title = fields.required("title", |v| v.localised());
    let description = fields.optional("description", |v| v.localised());
    let base_url = fields.required("base_url", |v| base_url(&v));
    let theme = fields.optional("theme", |v| v.id());
    let theme_stands = fields.stands("theme");
    let languages = fields.required("languages", languages);
    let default_language = fields.optional("default_language", |v| v.lang());
    let default_stands = fields.stands("default_language");
    let required = fields.optional("required", languages_or_none);
    let fallback = fields.optional("fallback", languages_or_none);
    let samples = fields.optional("samples", |v| v.choice(&SAMPLES, samples_word));
    let scope = fields.optional("scope", |v| v.id());
    let scope_place = fields.place("scope");
    let first_year = fields.optional("first_year", |v| v.year());
    let outlines = fields.optional("outlines", |v| v.text());
    let contact = fields.optional("contact", |v| match v.begins_as_url() {
        true => v.url(),
        false => v.text(),
    });
    let contact_place = fields.place("contact");
    let licence = fields.optional("licence", |v| v.text());
    fields.optional("accept", |v| v.file_acceptances());
    let known = languages.clone().unwrap_or_default();
    let foreign = |lang: &Lang| !known.is_empty() && !known.contains(lang);
    if let Some(lang) = default_language.filter(foreign) {
        fields.report(not_a_language(
            &fields.place("default_language"),
            lang,
            &known,
        ));
    }
    for (name, langs) in [("required", &required), ("fallback", &fallback)] {
        for (item, &lang) in langs
            .iter()
            .flatten()
            .enumerate()
            .filter(|(_, lang)| foreign(lang))
        {
            fields.report(not_a_language(&fields.place(name).at(item), lang, &known));
        }
    }
    if let Some(url) = &base_url
        && let Some((reason, meant)) = of_a_page(url, &known)
    {
        let told = Diagnostic::new(Code::BadUrl, fields.place("base_url"));
        let told = told.with("value", url).with("reason", reason);
        fields.report(told.replaced(Some(meant)));
    }
    fields.finish();
    let languages = languages?;
    // What stands there and is not understood was reported: nothing else is taken for it.
    let theme = match theme {
        None if theme_stands => return None,
        theme => theme.map_or_else(|| THEME.to_owned(), |theme| theme.to_string()),
    };
    let default_language = match default_language {
        None if default_stands => return None,
        lang => lang.or_else(|| languages.first().copied())?,
    };
    let of_site = |lang: &Lang| languages.contains(lang);
    let base_url = base_url?;
    let frame = Frame {
        urls: vec![base_url.clone()],
        ..Frame::default()
    };
    Some(Site {
        frame: frame.into(),
        title: title?,
        description,
        base_url,
        theme,
        default_language,
        required: required.unwrap_or_else(|| vec![default_language]),
        fallback: fallback.unwrap_or_else(|| Lang::ALL.into_iter().filter(of_site).collect()),
        samples: samples.unwrap_or_default(),
        scope,
        scope_place,
        first_year: first_year.unwrap_or(FIRST_YEAR),
        outlines,
        contact,
        contact_place,
        licence,
        languages,
    })
}

/// The one that is compiled into the program.
const THEME: &str = "tagzym";

/// That of the country's independence.
const FIRST_YEAR: i16 = 1991;

const SAMPLES: [Samples; 3] = [Samples::Show, Samples::Hide, Samples::Forbid];

fn samples_word(samples: Samples) -> &'static str {
    match samples {
        Samples::Show => "show",
        Samples::Hide => "hide",
        Samples::Forbid => "forbid",
    }
}

fn not_a_language(place: &crate::model::place::Place, lang: Lang, known: &[Lang]) -> Diagnostic {
    let known = known
        .iter()
        .map(|lang| lang.code())
        .collect::<Vec<_>>()
        .join(", ");
    Diagnostic::new(Code::UnknownValue, place.clone())
        .with("value", lang)
        .with("known", known)
}

/// The address at which the site will stand, without the slash at its end.
fn base_url(value: &Value<'_>) -> Option<String> {
    let url = value.url()?;
    match check_base_url(&url) {
        Some(url) => Some(url),
        None => {
            value.reading().report(
                value
                    .report(Code::BadUrl)
                    .with("value", &url)
                    .with("reason", "other"),
            );
            None
        }
    }
}

fn languages(value: Value<'_>) -> Option<Vec<Lang>> {
    let languages = languages_or_none(value)?;
    if languages.is_empty() {
        value
            .reading()
            .report(value.report(Code::EmptyValue).with("field", "languages"));
        return None;
    }
    Some(languages)
}

fn languages_or_none(value: Value<'_>) -> Option<Vec<Lang>> {
    let mut languages = value.list(|v| v.lang())?;
    let mut seen = Vec::new();
    languages.retain(|lang| {
        !seen.contains(lang) && {
            seen.push(*lang);
            true
        }
    });
    Some(languages)
}

fn to_map(table: &DeTable<'_>) -> Node {
    Node::Map(
        table
            .iter()
            .map(|(key, value)| (key.get_ref().to_string(), to_node(value.get_ref())))
            .collect(),
    )
}

fn to_node(value: &DeValue<'_>) -> Node {
    match value {
        DeValue::String(text) => Node::Text(text.to_string()),
        DeValue::Integer(number) => match number.to_string().parse() {
            Ok(number) => Node::Int(number),
            Err(_) => Node::Text(number.to_string()),
        },
        DeValue::Float(number) => number
            .as_str()
            .parse()
            .map_or_else(|_| Node::Text(number.to_string()), Node::Float),
        DeValue::Boolean(value) => Node::Bool(*value),
        DeValue::Datetime(date) => Node::Text(date.to_string()),
        DeValue::Array(items) => {
            Node::List(items.iter().map(|item| to_node(item.get_ref())).collect())
        }
        DeValue::Table(table) => to_map(table),
    }
}

/// The places of the values of a TOML text, as far as it can be read.
pub(crate) struct Places<'a>(Spanned<DeTable<'a>>);

impl<'a> Places<'a> {
    pub(crate) fn new(text: &'a str) -> Places<'a> {
        Places(DeTable::parse_recoverable(text).0)
    }

    /// The bytes of the value at the end of a path, or of its key.
    pub(crate) fn range_of(&self, path: &[Step], key: bool) -> Range<usize> {
        match path.split_first() {
            Some((Step::Key(name), rest)) => {
                in_table(self.0.get_ref(), name, rest, key).unwrap_or(0..0)
            }
            _ => 0..0,
        }
    }
}

fn in_table(table: &DeTable<'_>, name: &str, rest: &[Step], key: bool) -> Option<Range<usize>> {
    let (found, value) = table.get_key_value(name)?;
    if rest.is_empty() && key {
        return Some(found.span());
    }
    in_value(value, rest, key)
}

fn in_value(value: &Spanned<DeValue<'_>>, path: &[Step], key: bool) -> Option<Range<usize>> {
    let Some((step, rest)) = path.split_first() else {
        return Some(value.span());
    };
    match (step, value.get_ref()) {
        (Step::Item(item), DeValue::Array(items)) => in_value(items.get(*item)?, rest, key),
        (Step::Key(name), DeValue::Table(table)) => in_table(table, name, rest, key),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::load::advice::SETTINGS;
    use crate::load::toml_slip::LISTS;

    #[test]
    fn slips_are_mended_in_all_settings() {
        let schema = schema();
        let fields = schema["properties"].as_object().unwrap();
        let tables = ["accept", "description", "title"];
        let known: BTreeSet<&str> = SETTINGS.into_iter().chain(tables).collect();
        assert_eq!(
            fields.keys().map(String::as_str).collect::<BTreeSet<_>>(),
            known
        );
        let lists = fields
            .iter()
            .filter(|(name, of)| !tables.contains(&name.as_str()) && of["type"] == "array");
        let lists: BTreeSet<&str> = lists.map(|(name, _)| name.as_str()).collect();
        assert_eq!(lists, LISTS.into());
    }

    #[test]
    fn acceptances_are_no_settings() {
        let settings = "base_url = \"https://tagzym.example\"\ntheme = \"tagzym\"\nlanguages = [\"kk\"]\n\
                        default_language = \"kk\"\ntitle = {kk = \"A\"}\n";
        let accept = "[[accept]]\nwarning = \"T0007\"\nwhy = \"so\"\nfile = \"content/a.md\"\n";
        let plain = site_file(SourceId(0), settings);
        let accepting = site_file(SourceId(0), &format!("{settings}{accept}"));
        // Else every edit of one would have all texts loaded again.
        assert_eq!(plain.site, accepting.site);
        assert_eq!(
            (plain.acceptances.len(), accepting.acceptances.len()),
            (0, 1)
        );
        assert_eq!(accepting.diagnostics, []);
    }
}
