//! Old addresses: `aliases` of all that has a page.
//!
//! Takes a value, gives the address as it is kept; several in one, or one in quotation marks, are told with the list as it should be.

use super::fields::Value;
use super::fix_it;
use super::shape::{self, ALIAS_SIGNS};
use super::yaml;
use crate::diagnostic::Code;
use crate::model::id::Id;
use crate::source::text::percent;
use crate::source::text::windows::unholdable;

/// The most letters of a part of an old address: the longest name that every disk can have is of 255 bytes.
const MAX_ALIAS_PART: usize = 100;

/// The most letters of an old address.
const MAX_ALIAS: usize = 400;

/// Several old addresses in the place of one, with what stands between them in a list.
fn several_aliases(text: &str) -> Option<String> {
    let by_signs: Vec<&str> = text.split([';', ',', '|']).map(str::trim).collect();
    let is_spaced = by_signs.len() == 1;
    let parts = match is_spaced {
        true => text.split_whitespace().collect(),
        false => by_signs,
    };
    // A space may be a part of a name, but hardly of one with hyphens.
    let is_id = |part: &str| Id::parse(part).is_some() && (!is_spaced || part.contains('-'));
    let is_alias = |part: &&str| part.len() > 1 && part.starts_with('/') || is_id(part);
    (parts.len() > 1 && parts.iter().all(is_alias)).then(|| parts.join(", "))
}

/// What stands behind the host of an address of another site: `/news/1` of `https://old.kz/news/1` and `old.kz/news/1`.
fn behind_host(text: &str) -> Option<&str> {
    let whole = text.split_once("://");
    let (is_web, rest) = whole.map_or((false, text), |(_, rest)| (true, rest));
    let path = &rest[rest.find('/')?..];
    let host = &rest[..rest.len() - path.len()];
    let is_part =
        |part: &str| !part.is_empty() && part.chars().all(|of| of.is_alphanumeric() || of == '-');
    let is_host = host.contains('.') && host.split('.').all(is_part);
    (is_web || is_host).then_some(path)
}

/// What stands within the quotation marks of a word processor, if these are told already as those around any value.
fn told_as_quoted(value: &Value<'_>, written: &str) -> Option<String> {
    let typed = value.reading().typed(&value.place())?;
    let inner = yaml::within_word_quotes(written)?;
    (typed.trim() == written).then(|| inner.trim().to_owned())
}

/// The old addresses of a record. One that cannot be kept is reported and is empty here: the others count, each at its place.
pub(crate) fn aliases(value: Value<'_>) -> Option<Vec<String>> {
    value.list(|item| Some(alias(item).unwrap_or_default()))
}

/// An old address: an old slug in the same section, or a path from the site's root, as browsers show it or encoded.
fn alias(value: Value<'_>) -> Option<String> {
    value.takes(shape::alias)?;
    let written = value.text_or_signs()?;
    let written = told_as_quoted(&value, &written).unwrap_or(written);
    let reading = value.reading();
    let text = percent::decoded(reading.frame.rooted(&written)).into_owned();
    let path = text.strip_prefix('/').unwrap_or(&text);
    let path = path.strip_suffix('/').unwrap_or(path);
    let bad = |reason: &str| {
        let bad = value.report(Code::BadAlias).with("value", &written);
        reading.report(bad.with("reason", reason).with("limit", MAX_ALIAS_PART));
        None
    };
    let mended = match fix_it::without_quotes(&written) {
        Some(inner) => Some(("quotes", inner.to_owned())),
        None => several_aliases(&written).map(|all| ("several", all)),
    };
    if let Some((reason, meant)) = mended {
        let wrong = value.report(Code::BadAlias).with("value", &written);
        let wrong = wrong.with("reason", reason).with("limit", MAX_ALIAS_PART);
        reading.report(wrong.replaced(Some(meant)));
        return None;
    }
    if let Some(behind) = behind_host(&text) {
        let wrong = value.report(Code::BadAlias).with("value", &written);
        let wrong = wrong.with("reason", "host").with("limit", MAX_ALIAS_PART);
        reading
            .report(wrong.replaced(Some(behind.to_owned()).filter(|of| !of.contains(['?', '#']))));
        return None;
    }
    if text.contains(['?', '#']) {
        return bad("query");
    }
    let is_long = |part: &str| part.chars().count() > MAX_ALIAS_PART;
    if path.split('/').any(is_long) || path.chars().count() > MAX_ALIAS {
        return bad("long");
    }
    let stands =
        |sign: char| sign.is_alphanumeric() || "./".contains(sign) || ALIAS_SIGNS.contains(sign);
    if let Some(sign) = path.chars().find(|sign| !stands(*sign)) {
        let diagnostic = value.report(Code::BadAlias).with("value", &written);
        reading.report(diagnostic.with("reason", "sign").with("sign", sign));
        return None;
    }
    let fits = |part: &str| !part.starts_with('.') && !part.is_empty();
    let one_word = text.starts_with('/') || !path.contains('/');
    if one_word && path.split('/').all(fits) {
        let cannot = path
            .split('/')
            .find_map(|part| Some((part, unholdable(part)?)));
        let Some((part, why)) = cannot else {
            return Some(text);
        };
        let diagnostic = value.report(Code::WindowsName).with("name", part);
        value.reading().report(diagnostic.with("what", why.word()));
        return None;
    }
    reading.report(
        value
            .report(Code::BadForm)
            .with("value", &written)
            .with("expected", "alias"),
    );
    None
}
