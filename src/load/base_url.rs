//! Base URL: which address of the web a site can stand at.

use crate::model::lang::Lang;
use crate::source::text::percent;

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

/// Whether an address is that of a page of the site, as a browser shows it, and not of the site: why, and that of the site.
pub(crate) fn of_a_page(url: &str, languages: &[Lang]) -> Option<(&'static str, String)> {
    let cut = |url: &str| {
        let (before, last) = url.rsplit_once('/')?;
        let (_, rest) = before.split_once("://")?;
        (!rest.is_empty()).then(|| (before.to_owned(), last.to_lowercase()))
    };
    let (before, last) = cut(url)?;
    let is_page = last.ends_with(".html") || last.ends_with(".htm");
    let of_language = |url: &str| {
        let (before, last) = cut(url)?;
        let is_language = languages.iter().any(|lang| lang.code() == last);
        is_language.then_some(before)
    };
    match is_page {
        true => Some(("page", of_language(&before).unwrap_or(before))),
        false => Some(("language", of_language(url)?)),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_page_is_not_that_of_the_site() {
        let site = |url| of_a_page(url, &Lang::ALL).map(|(why, meant)| format!("{why} {meant}"));
        for (url, meant) in [
            ("https://x.kz/kk", Some("language https://x.kz")),
            ("https://x.kz/a/ru", Some("language https://x.kz/a")),
            ("https://x.kz/index.html", Some("page https://x.kz")),
            ("https://x.kz/kk/index.html", Some("page https://x.kz")),
            (
                "https://x.kz/portal/a.HTM",
                Some("page https://x.kz/portal"),
            ),
            ("https://x.kz/kk/portal", None),
            ("https://x.kz/de", None),
            ("https://kk", None),
            ("https://x.html", None),
            ("https://x.kz", None),
        ] {
            assert_eq!(site(url).as_deref(), meant, "{url}");
        }
        assert_eq!(of_a_page("https://x.kz/en", &[Lang::Kk]), None);
    }

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
}
