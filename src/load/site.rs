//! Site settings (configuration): deserialization of `site.toml`, and the spans of its values.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::{ReadContext, Value};
use super::toml_slip::mistakes;
use super::yaml::Node;
use crate::diagnostic::{Acceptance, At, Code, Diagnostic};
use crate::model::frame::Frame;
use crate::model::lang::Lang;
use crate::model::place::Step;
use crate::model::site::{Samples, Site};
use crate::source::SourceId;
use crate::source::text::percent;

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

/// What the settings accept, as JSON Schema: `docs/content.md` is held against it.
#[cfg(test)]
pub(crate) fn schema() -> serde_json::Value {
    let (shape, reading) = (
        super::shape::Shape::default(),
        ReadContext::new(SourceId(0), [].into()),
    );
    drop(read(Value::wanted(&shape, &reading)));
    shape.into_schema()
}

fn read(value: Value<'_>) -> Option<Site> {
    let mut fields = value.fields("site")?;
    let title = fields.required("title", |v| v.localised());
    let description = fields.optional("description", |v| v.localised());
    let base_url = fields.required("base_url", |v| base_url(&v));
    let theme = fields.required("theme", |v| v.id());
    let languages = fields.required("languages", languages);
    let default_language = fields.required("default_language", |v| v.lang());
    let required = fields.optional("required", languages_or_none);
    let fallback = fields.optional("fallback", languages_or_none);
    let samples = fields.optional("samples", |v| v.choice(&SAMPLES, samples_word));
    let first_year = fields.optional("first_year", |v| v.year());
    let outlines = fields.optional("outlines", |v| v.text());
    let contact = fields.optional("contact", |v| v.text());
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
    fields.finish();
    let languages = languages?;
    // The contract's defaults, as far as the site has these languages.
    let of_site = |langs: &[Lang]| {
        langs
            .iter()
            .copied()
            .filter(|lang| languages.contains(lang))
            .collect()
    };
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
        theme: theme?.to_string(),
        default_language: default_language?,
        required: required.unwrap_or_else(|| of_site(&[Lang::Kk])),
        fallback: fallback.unwrap_or_else(|| of_site(&Lang::ALL)),
        samples: samples.unwrap_or_default(),
        first_year: first_year.unwrap_or(FIRST_YEAR),
        outlines,
        contact,
        licence,
        languages,
    })
}

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
            value
                .reading()
                .report(value.report(Code::BadUrl).with("value", &url));
            None
        }
    }
}

/// A base address that pages can be put under: http or https, a host that can be one, plain folders, nothing after `?` or
/// `#`.
pub(crate) fn check_base_url(url: &str) -> Option<String> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))?;
    let mut parts = rest.trim_end_matches('/').split('/');
    let host = parts.next()?;
    (is_host_and_port(host) && parts.all(is_folder)).then(|| url.trim_end_matches('/').to_owned())
}

/// Groups of hexadecimal digits between colons, at most one of which is left out (RFC 4291).
fn is_ipv6(text: &str) -> bool {
    let groups: Vec<&str> = text.split(':').collect();
    let is_group =
        |group: &&str| group.len() <= 4 && group.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_short = text.contains("::") && text.matches("::").count() == 1 && !text.contains(":::");
    let is_whole = groups.len() == 8 && groups.iter().all(|group| !group.is_empty());
    groups.iter().all(is_group) && (is_whole || is_short && groups.len() <= 9)
}

/// `tagzym.example`, `127.0.0.1:8000` or `[::1]:8000`.
fn is_host_and_port(text: &str) -> bool {
    let (host, port) = match text.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((inner, port)) if is_ipv6(inner) => ("", port),
            _ => return false,
        },
        None => text.split_at(text.find(':').unwrap_or(text.len())),
    };
    let is_port = |port: &str| {
        let digits = port.bytes().all(|byte| byte.is_ascii_digit());
        digits && port.parse::<u16>().is_ok_and(|port| port > 0)
    };
    let port_fits = port.is_empty() || port.strip_prefix(':').is_some_and(is_port);
    let is_label = |label: &str| {
        let plain = label
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '-');
        let length = label.chars().count();
        plain && (1..=63).contains(&length) && !label.starts_with('-') && !label.ends_with('-')
    };
    port_fits && (text.starts_with('[') || host.len() <= 253 && host.split('.').all(is_label))
}

/// A folder in an address: neither empty nor a way up, and encoded only where it has to be.
fn is_folder(part: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .all(|letter| letter.is_alphanumeric() || "-._~%".contains(letter))
    };
    let decoded = percent::decoded(part);
    let is_encoded_well = !decoded.contains('%');
    let is_way = matches!(&*decoded, "" | "." | "..");
    let breaks_out = decoded.contains(['/', '\\', '?', '#']);
    plain(part) && is_encoded_well && !is_way && !breaks_out
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
    use super::*;

    #[test]
    fn a_base_address_is_one_that_browsers_know() {
        for fine in [
            "https://tagzym.example",
            "http://127.0.0.1:8000/",
            "https://[::1]:8000/a",
            "https://сайт.қаз/портал",
            "https://x.kz/a%20b/~c",
            "http://localhost",
        ] {
            assert!(check_base_url(fine).is_some(), "{fine}");
        }
        for odd in [
            "https://:",
            "https://.",
            "https://[[[[",
            "https://[::1",
            "https://x.kz:80:80",
            "https://x.kz:",
            "https://x.kz:0",
            "https://x.kz:99999",
            "https://x.kz/%2e%2e",
            "https://x.kz/%2E",
            "https://x.kz/%",
            "https://x.kz/%zz",
            "https://x.kz/%00",
            "https://x.kz/a%2fb",
            "https://x..kz",
            "https://-x.kz",
            "https://a@x.kz",
            "https://x.kz//a",
            "https://",
            "ftp://x.kz",
        ] {
            assert_eq!(check_base_url(odd), None, "{odd}");
        }
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
