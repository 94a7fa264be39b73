//! Link targets: what the address of a link, or of an image with `@`, refers to; only known URL schemes are allowed.
//!
//! Takes an address as Markdown gives it, gives a target or a drawing, or why it is none. Must not know which records
//! there are, nor what a query's keys mean.

use std::borrow::Cow;

use super::meant_link::{check_mail, file_beside, has_host, meant, record_kind, with_more_behind};
use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::model::frame::Frame;
use crate::model::kind::RecordKind;
use crate::model::prose::{DrawingKind, Query, Target};
use crate::source::text::{host, percent};

const TOTAL: &str = "total";

/// The longest word that is compared with the known ones, in bytes: an edit distance takes the product of the lengths.
const MAX_WORD: usize = 64;

/// What a link with this address leads to.
///
/// # Errors
/// An address of another scheme, of no known form, or relative to the page: links within the site are made by `@`.
pub(super) fn target(address: &str, at: At, frame: &Frame) -> Result<Target, Box<Diagnostic>> {
    let address = clean(address);
    if let Some(name) = address.strip_prefix('@') {
        return named(name, at);
    }
    if let Some(anchor) = address.strip_prefix('#') {
        return Ok(Target::Anchor(percent::decoded(anchor).into_owned()));
    }
    if let Some(within) = frame.within(&address) {
        let slash = if within.starts_with('/') { "" } else { "/" };
        return Ok(Target::Site([slash, within].concat()));
    }
    let bad = |code, word| {
        Err(Box::new(
            Diagnostic::new(code, at.clone()).with(word, &address),
        ))
    };
    if address.starts_with(['/', '\\']) && address[1..].starts_with(['/', '\\']) {
        return bad(Code::LinkScheme, "url");
    }
    let web = match scheme(&address) {
        Some((scheme, rest)) => match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => has_host(rest),
            // Spaces around it are nobody's address.
            "mailto" | "tel" if rest.trim() != rest => {
                let of = bad_link(&address, at);
                return Err(Box::new(
                    of.with("hint", format!("{scheme}:{}", rest.trim())),
                ));
            }
            "mailto"
                if !rest.is_empty()
                    && let Err(meant) = check_mail(rest) =>
            {
                let bad = bad_link(&address, at);
                return Err(Box::new(match meant {
                    Some(meant) => bad.with("hint", meant),
                    None => bad,
                }));
            }
            "mailto" | "tel" => !rest.is_empty(),
            _ => return bad(Code::LinkScheme, "url"),
        },
        None => false,
    };
    if let Some(host) = host::hidden(&address) {
        let hidden = Diagnostic::new(Code::HiddenHost, at.clone());
        return Err(Box::new(hidden.with("url", &address).with("host", host)));
    }
    if let Some(broken) = host::broken(&address).filter(|_| web && !address.contains('\\')) {
        let bad = bad_link(&address, at);
        return Err(Box::new(match broken.meant {
            Some(meant) => bad.with("hint", meant),
            None => bad,
        }));
    }
    match web || address.starts_with('/') {
        _ if address.contains('\\') => bad(Code::BadLink, "link"),
        true if web && host::is_one_word(&address) => bad(Code::BadLink, "link"),
        true if web && let Some((first, what)) = with_more_behind(&address) => {
            let more = bad_link(&address, at).with("what", what);
            Err(Box::new(more.with("file", first)))
        }
        true if web => Ok(Target::Web(address.replace(' ', "%20"))),
        true => Ok(Target::Site(address.into_owned())),
        false => {
            let bad = bad_link(&address, at);
            Err(Box::new(match meant(&address) {
                Some(hint) => bad.with("hint", hint),
                None => match file_beside(&address) {
                    Some(name) => bad.with("what", "file").with("file", name),
                    None => bad,
                },
            }))
        }
    }
}

fn bad_link(address: &str, at: At) -> Diagnostic {
    Diagnostic::new(Code::BadLink, at).with("link", address)
}

/// Whether a text in round brackets begins as the address of a link does, right or wrong.
pub(super) fn begins_like_address(text: &str) -> bool {
    let begins = [
        "/", "#", "@", "./", "../", "http:", "https:", "mailto:", "tel:", "www.",
    ];
    begins.iter().any(|begin| text.starts_with(begin))
}

/// What is doubtful about a link that can be followed.
pub(super) fn doubt(target: &Target, at: At) -> Option<Diagnostic> {
    let Target::Web(url) = target else {
        return None;
    };
    if let Some((host, rest)) = host::local(url) {
        let local = Diagnostic::new(Code::LocalAddress, at).with("host", host);
        let within = rest.strip_prefix('/').map(|_| rest.to_owned());
        return Some(local.nearest(within.into_iter().collect()));
    }
    let host = host::doubtful(url)?;
    Some(
        Diagnostic::new(Code::DoubtfulHost, at)
            .with("url", url)
            .with("host", host),
    )
}

/// What an image with `@` before `name` draws.
///
/// # Errors
/// A name that is no drawing; the hint is how to write it as a link.
pub(super) fn drawing(name: &str, at: At) -> Result<(DrawingKind, Query), Box<Diagnostic>> {
    let (word, rest) = split_name(name);
    let kind = DrawingKind::ALL
        .into_iter()
        .find(|kind| kind.word() == word);
    if let Some(drawn) = kind.zip(query(rest)) {
        return Ok(drawn);
    }
    let bad = bad_name(name, at);
    let is_linked = word == TOTAL || record_kind(word).is_some();
    Err(Box::new(match kind {
        Some(kind) => bad.with("hint", format!("![](@{}?by=year)", kind.word())),
        None if is_linked => bad.with("hint", format!("[](@{name})")),
        None => bad.nearest(nearest_names(word, DrawingKind::ALL.map(DrawingKind::word))),
    }))
}

/// What `@` before `name` leads to.
fn named(name: &str, at: At) -> Result<Target, Box<Diagnostic>> {
    let (word, rest) = split_name(name);
    let bad = bad_name(name, at);
    if word == TOTAL {
        let hint = "[](@total?region=…)";
        return query(rest)
            .map(Target::Total)
            .ok_or_else(|| Box::new(bad.with("hint", hint)));
    }
    if let Some(kind) = record_kind(word) {
        return record(kind, rest)
            .ok_or_else(|| Box::new(bad.with("hint", format!("[](@{word}/…)"))));
    }
    if DrawingKind::ALL.iter().any(|kind| kind.word() == word) {
        return Err(Box::new(bad.with("hint", format!("![](@{name})"))));
    }
    let known = RecordKind::linked().map(RecordKind::word).chain([TOTAL]);
    let known = known.chain(DrawingKind::ALL.map(DrawingKind::word));
    Err(Box::new(bad.nearest(nearest_names(word, known))))
}

fn bad_name(name: &str, at: At) -> Diagnostic {
    Diagnostic::new(Code::BadLink, at).with("link", format_args!("@{name}"))
}

fn nearest_names<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    if word.len() > MAX_WORD {
        return Vec::new();
    }
    let names = nearest(word, known).into_iter();
    names.map(|name| format!("@{name}")).collect()
}

/// The word that a name begins with, and what follows it.
fn split_name(name: &str) -> (&str, &str) {
    name.split_at(name.find(['/', '?', '#']).unwrap_or(name.len()))
}

/// `/id` or `/id#anchor`.
fn record(kind: RecordKind, rest: &str) -> Option<Target> {
    let rest = rest.strip_prefix('/')?;
    let (id, anchor) = match rest.split_once('#') {
        Some((id, anchor)) => (id, Some(anchor).filter(|anchor| !anchor.is_empty())),
        None => (rest, None),
    };
    let record = Target::Record {
        kind,
        id: percent::decoded(id).into_owned(),
        anchor: anchor.map(|anchor| percent::decoded(anchor).into_owned()),
    };
    (!id.is_empty()).then_some(record)
}

/// Nothing, or `?key=value&key=value`; a key without `=` has an empty value.
fn query(rest: &str) -> Option<Query> {
    if rest.is_empty() {
        return Some(Query::default());
    }
    let pairs = rest
        .strip_prefix('?')?
        .split('&')
        .filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    Some(Query(
        pairs
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect(),
    ))
}

/// The address that browsers see in it: they leave out control characters and spaces around it, and tabs and line ends
/// within (URL Standard, “basic URL parser”).
pub(super) fn clean(address: &str) -> Cow<'_, str> {
    let address = address.trim_matches(|letter| letter <= ' ');
    if address.contains(['\t', '\n', '\r']) {
        address.replace(['\t', '\n', '\r'], "").into()
    } else {
        address.into()
    }
}

/// The scheme of an address and what follows its colon.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    let first = scheme.bytes().next()?;
    (first.is_ascii_alphabetic() && scheme.bytes().all(letter)).then_some((scheme, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> At {
        At::File(String::new())
    }

    fn record(kind: RecordKind, id: &str, anchor: Option<&str>) -> Target {
        let anchor = anchor.map(str::to_owned);
        Target::Record {
            kind,
            id: id.into(),
            anchor,
        }
    }

    #[test]
    fn addresses_lead_somewhere() {
        let web = |address: &str| Target::Web(address.into());
        for (address, expected) in [
            (
                "@project/school",
                record(RecordKind::Project, "school", None),
            ),
            (
                "@page/about#how",
                record(RecordKind::Page, "about", Some("how")),
            ),
            ("@news/a#", record(RecordKind::News, "a", None)),
            ("@total", Target::Total(Query::default())),
            (
                "@total?year=2017&&x",
                Target::Total(Query(vec![
                    ("year".into(), "2017".into()),
                    ("x".into(), "".into()),
                ])),
            ),
            ("#how", Target::Anchor("how".into())),
            (
                "/files/report.pdf",
                Target::Site("/files/report.pdf".into()),
            ),
            (
                "https://example.org/a?b=c#d",
                web("https://example.org/a?b=c#d"),
            ),
            ("HTTP://example.org", web("HTTP://example.org")),
            ("\u{1}ht\ntps://example.org ", web("https://example.org")),
            ("mailto:a@example.org", web("mailto:a@example.org")),
            (
                "mailto:a@b.kz,c@d.kz?subject=e",
                web("mailto:a@b.kz,c@d.kz?subject=e"),
            ),
            ("tel:+77010000000", web("tel:+77010000000")),
        ] {
            assert_eq!(
                target(address, at(), &Frame::default()),
                Ok(expected),
                "{address}"
            );
        }
    }

    #[test]
    fn other_addresses_are_refused() {
        for (address, code, nearest) in [
            ("javascript:alert(1)", Code::LinkScheme, ""),
            ("\u{1} java\tscript\n:alert(1)", Code::LinkScheme, ""),
            ("JaVaScRiPt:x", Code::LinkScheme, ""),
            ("data:text/html,x", Code::LinkScheme, ""),
            ("vbscript:x", Code::LinkScheme, ""),
            ("file:///etc/passwd", Code::LinkScheme, ""),
            ("//example.org", Code::LinkScheme, ""),
            ("/\\example.org", Code::LinkScheme, ""),
            ("/\t/example.org", Code::LinkScheme, ""),
            ("\\\\example.org", Code::LinkScheme, ""),
            ("https:\\\\example.org", Code::BadLink, ""),
            ("https://example.org\\a", Code::BadLink, ""),
            ("https:example.org", Code::BadLink, ""),
            ("https:///a", Code::BadLink, ""),
            ("http://", Code::BadLink, ""),
            ("mailto:", Code::BadLink, ""),
            ("mailto:info@egov", Code::BadLink, ""),
            ("mailto:info.egov.kz", Code::BadLink, ""),
            ("http://www.", Code::BadLink, ""),
            ("https://egov", Code::BadLink, ""),
            ("/a\\b", Code::BadLink, ""),
            ("other.md", Code::BadLink, ""),
            ("www.example.org", Code::BadLink, ""),
            ("беларусь:x", Code::BadLink, ""),
            ("?a=b", Code::BadLink, ""),
            ("", Code::BadLink, ""),
            ("@", Code::BadLink, ""),
            ("@projects/school", Code::BadLink, "@project"),
            ("@Region/abai", Code::BadLink, "@region"),
            ("@totl?year=2017", Code::BadLink, "@total"),
            ("@project", Code::BadLink, ""),
            ("@project/", Code::BadLink, ""),
            ("@project/#a", Code::BadLink, ""),
            ("@total/2017", Code::BadLink, ""),
            ("@chart?by=year", Code::BadLink, ""),
        ] {
            let refused = *target(address, at(), &Frame::default()).expect_err(address);
            assert_eq!(refused.code, code, "{address}");
            let first = refused.nearest.first().map_or("", String::as_str);
            assert_eq!(first, nearest, "{address}");
        }
    }

    #[test]
    fn hints_say_how_to_write_it() {
        let hint = |refused: Box<Diagnostic>| {
            let hint = refused.args.into_iter().find(|(name, _)| *name == "hint");
            hint.map(|(_, hint)| hint).unwrap_or_default()
        };
        for (address, expected) in [
            ("@chart?by=year", "![](@chart?by=year)"),
            ("@map", "![](@map)"),
            ("@patron", "[](@patron/…)"),
            ("@total/2017", "[](@total?region=…)"),
            ("other.md", ""),
            ("report.pdf", ""),
            ("egov.kz/cms", "https://egov.kz/cms"),
            ("www.egov.kz", "https://www.egov.kz"),
            ("info@egov.kz", "mailto:info@egov.kz"),
            ("mailto:info@egov,kz", "mailto:info@egov.kz"),
            ("+7 (727) 123-45-67", "tel:+77271234567"),
            ("8 727 123 45 67", "tel:+77271234567"),
            ("http:egov.kz", "http://egov.kz"),
            ("“https://egov.kz”", "https://egov.kz"),
            ("patron/steppe", "@patron/steppe"),
            ("content/projects/a/gym/index.kk.md", "@project/gym"),
            ("../projects/gym.ru.md", "@project/gym"),
            ("projects/gym/", "@project/gym"),
            ("kk/patrons/steppe", "@patron/steppe"),
            ("old/projects/gym", ""),
        ] {
            assert_eq!(
                hint(target(address, at(), &Frame::default()).expect_err(address)),
                expected
            );
        }
        for (name, expected) in [
            ("project/school", "[](@project/school)"),
            ("total?year=2017", "[](@total?year=2017)"),
            ("chart/year", "![](@chart?by=year)"),
            ("charts", ""),
        ] {
            assert_eq!(hint(drawing(name, at()).expect_err(name)), expected);
        }
    }

    #[test]
    fn drawings_are_known() {
        let by_year = Query(vec![("by".into(), "year".into())]);
        assert_eq!(
            drawing("chart?by=year", at()),
            Ok((DrawingKind::Chart, by_year))
        );
        assert_eq!(
            drawing("map", at()),
            Ok((DrawingKind::Map, Query::default()))
        );
        assert_eq!(
            drawing("tabel?by=year", at()).unwrap_err().nearest,
            ["@table"]
        );
    }
}
