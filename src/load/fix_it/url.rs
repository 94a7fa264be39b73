//! Addresses of the web: why a text is none, and the address that was certainly meant.

use crate::source::text::host;

/// What follows the scheme of an address of the web.
fn after_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    let mut schemes = ["https", "http"].into_iter();
    schemes
        .any(|web| scheme.eq_ignore_ascii_case(web))
        .then_some(rest)
}

/// Why a text is no address of the web; none if it is one.
pub(in crate::load) fn wrong_url(text: &str) -> Option<&'static str> {
    let is_sign = |c: char| c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}');
    let Some(rest) = after_scheme(text).filter(|rest| !rest.is_empty() && !rest.starts_with('/'))
    else {
        return Some("other");
    };
    let words = rest.split_whitespace().skip(1);
    if rest.contains(char::is_whitespace) {
        let is_other = |word: &str| after_scheme(word).is_some() || word.starts_with("www.");
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        return Some(match words.into_iter().any(is_other) {
            true => "several",
            false if host.contains(char::is_whitespace) => "other",
            false => "space",
        });
    }
    let is_two = rest
        .split([',', ';'])
        .skip(1)
        .any(|word| after_scheme(word).is_some());
    match rest.contains(is_sign) {
        true => Some("other"),
        false if is_two => Some("several"),
        false => host::broken(text).map(|_| "host"),
    }
}

/// The address that was certainly meant.
pub(in crate::load) fn meant_url(text: &str, reason: &str) -> Option<String> {
    match reason {
        "space" => {
            let words: Vec<&str> = text.split_whitespace().collect();
            Some(words.join("%20"))
        }
        "host" => host::broken(text)?.meant,
        "other" => {
            // As letters and texts have it: in brackets, or without its scheme.
            let inner = text.trim().trim_start_matches('<').trim_end_matches('>');
            let inner = match inner.split_once("](") {
                Some((_, inner)) => inner.strip_suffix(')')?,
                None => inner,
            };
            if let Some(address) = address_of_channel(inner) {
                return Some(address);
            }
            let whole = match inner.get(..4) {
                Some(www) if www.eq_ignore_ascii_case("www.") => format!("https://{inner}"),
                _ => match ["https//", "http//"]
                    .iter()
                    .find_map(|of| inner.strip_prefix(of))
                {
                    Some(rest) => format!("https://{rest}"),
                    None if is_without_scheme(inner) => format!("https://{inner}"),
                    None => inner.to_owned(),
                },
            };
            let whole = match ["https:/", "http:/"]
                .iter()
                .find(|begin| whole.starts_with(**begin))
            {
                Some(begin) if !whole[begin.len()..].starts_with('/') => {
                    format!("{begin}/{}", &whole[begin.len()..])
                }
                _ => whole,
            };
            (whole != text && wrong_url(&whole).is_none()).then_some(whole)
        }
        _ => None,
    }
}

/// The address of the channel `@name`: in the social network where nearly all such names are from.
pub(in crate::load) fn address_of_channel(value: &str) -> Option<String> {
    let name = value.strip_prefix('@')?;
    let is_sign = |of: u8| of.is_ascii_alphanumeric() || b"._".contains(&of);
    let is_channel = (3..=30).contains(&name.len()) && name.bytes().all(is_sign);
    is_channel.then(|| format!("https://www.instagram.com/{name}"))
}

/// What files end with that a place on the web does not.
const FILES: [&str; 8] = ["pdf", "doc", "docx", "xls", "xlsx", "jpg", "png", "md"];

/// Whether an address is whole but for its scheme: `portal.kz`, `t.me/name`.
fn is_without_scheme(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let is_label = |label: &str| {
        let is_sign = |of: u8| of.is_ascii_alphanumeric() || of == b'-';
        !label.is_empty() && label.bytes().all(is_sign)
    };
    let top = host.rsplit_once('.').map_or("", |(_, top)| top);
    let is_top = top.len() >= 2 && top.bytes().all(|of| of.is_ascii_lowercase());
    let is_file = host.len() == text.len() && FILES.contains(&top);
    is_top && !is_file && host.split('.').all(is_label) && !text.contains(char::is_whitespace)
}

/// The address in a value that YAML cannot read since it begins as a link of Markdown does.
pub(in crate::load) fn address_of_link(value: &str) -> Option<String> {
    value.strip_prefix('[').filter(|rest| rest.contains("]("))?;
    let bare = value.split_once("](")?.1.strip_suffix(')')?.trim();
    // What is no address either is told by its reader: nothing is lost here.
    let meant = wrong_url(bare).and_then(|reason| meant_url(bare, reason));
    let meant = meant.unwrap_or_else(|| bare.to_owned());
    (!meant.is_empty()).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_that_was_meant_is_whole() {
        let meant = |text: &str| meant_url(text, wrong_url(text)?);
        for (text, address) in [
            ("@ulgi_qurylys", "https://www.instagram.com/ulgi_qurylys"),
            ("portal.kz", "https://portal.kz"),
            ("instagram.com/ulgi", "https://instagram.com/ulgi"),
            ("www.portal.kz", "https://www.portal.kz"),
            ("http//portal.kz", "https://portal.kz"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(address), "{text}");
        }
        for text in [
            "report.pdf",
            "info@portal.kz",
            "portal",
            "жоқ",
            "@a b",
            "1.5",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
