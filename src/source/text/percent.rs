//! Percent-encoding of URLs: the sets of bytes that stay as they are, and the way back. The one place that defines them.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

use percent_encoding::{
    AsciiSet, NON_ALPHANUMERIC, PercentEncode, percent_decode_str, utf8_percent_encode,
};

use crate::source::nfc::is_nfc_quick;

/// All but letters, digits and `-._~` of ASCII, which RFC 3986 calls unreserved.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The same in a path, whose slashes stay.
const PATH: &AsciiSet = &COMPONENT.remove(b'/');

/// A text as it can stand in a query. Letters that are not ASCII stay: browsers encode them when they follow the link,
/// and a Kazakh title would take three times the room.
pub(crate) fn query(text: &str) -> String {
    const QUERY: &AsciiSet = &PATH.remove(b':').remove(b',');
    let mut query = String::with_capacity(text.len());
    let is_encoded =
        |letter: char| letter.is_ascii() || !"«»—–№₸".contains(letter) && !letter.is_alphanumeric();
    for part in text.split_inclusive(is_encoded) {
        let plain = part.trim_end_matches(is_encoded);
        query.push_str(plain);
        query.extend(utf8_percent_encode(&part[plain.len()..], QUERY));
    }
    query
}

/// A path as it can stand in an address.
pub(crate) fn path(path: &str) -> PercentEncode<'_> {
    utf8_percent_encode(path, PATH)
}

/// A path of the disk as it can stand in an address: that of a drive has a colon.
pub(crate) fn file(path: &str) -> PercentEncode<'_> {
    const FILE: &AsciiSet = &PATH.remove(b':');
    utf8_percent_encode(path, FILE)
}

/// A text without its percent-encoding, in the form that texts have here; as it is if it would be no text then.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return text.into();
    }
    match percent_decode_str(text).decode_utf8() {
        Ok(plain) if !plain.contains(char::is_control) => match is_nfc_quick(&plain) {
            true => plain,
            false => ComposingNormalizerBorrowed::new_nfc()
                .normalize(&plain)
                .into_owned()
                .into(),
        },
        _ => text.into(),
    }
}

/// What follows the folders of `base` at the front of a path, whichever of the two is encoded: `/portal` in
/// `/portal/kk/` leaves `/kk/`. None: the path does not begin with them.
pub(crate) fn after_folders<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    let folders = base.matches('/').count();
    let end_of_path = path.find(['?', '#']).unwrap_or(path.len());
    let slashes = path[..end_of_path].match_indices('/').map(|(at, _)| at);
    let end = slashes.chain([end_of_path]).nth(folders)?;
    let (front, rest) = path.split_at(end);
    (front == base || decoded(front) == decoded(base)).then_some(rest)
}
