//! Sources of gifts that are the same page: one address as several people copied it.
//!
//! Takes two addresses, says whether they lead to one page: without the scheme, `www.`, a slash at the end, and what networks
//! put behind an address to see who shared it.

use crate::model::contribution::SourceAddress;

/// Keys that say who shared a page, and nothing of the page.
const TRACKING: [&str; 8] = [
    "igsh", "igshid", "fbclid", "gclid", "yclid", "si", "mibextid", "ysclid",
];

/// Whether two sources are one.
pub(super) fn are_same(one: &SourceAddress, other: &SourceAddress) -> bool {
    match (one, other) {
        (SourceAddress::Web(one), SourceAddress::Web(other)) => plain(one) == plain(other),
        _ => one == other,
    }
}

/// An address without what differs by how it was copied.
fn plain(address: &str) -> String {
    let rest = address
        .split_once("://")
        .map_or(address, |(_, behind)| behind);
    // What stands behind `#` is a place on the page.
    let (rest, place) = rest.split_once('#').unwrap_or((rest, ""));
    let (page, query) = rest.split_once('?').unwrap_or((rest, ""));
    let page = page.trim_end_matches('/');
    let (host, path) = page.split_at(page.find('/').unwrap_or(page.len()));
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let is_telling = |pair: &&str| {
        let key = pair.split('=').next().unwrap_or_default();
        !key.is_empty() && !key.starts_with("utm_") && !TRACKING.contains(&key)
    };
    let query: Vec<&str> = query.split('&').filter(is_telling).collect();
    format!("{host}{path}?{}#{place}", query.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_page_are_the_same() {
        for (one, other, is_same) in [
            (
                "https://www.instagram.com/p/XYZ123/",
                "https://www.instagram.com/p/XYZ123/?igsh=MTc4MmM1",
                true,
            ),
            ("https://egov.kz/a", "http://www.egov.kz/a/", true),
            ("https://egov.kz", "https://EGOV.kz/", true),
            (
                "https://a.kz/?id=5&utm_source=x",
                "https://a.kz/?id=5",
                true,
            ),
            ("https://youtu.be/Ab1?si=q", "https://youtu.be/Ab1", true),
            ("https://youtu.be/Ab1", "https://youtu.be/ab1", false),
            ("https://a.kz/?id=5", "https://a.kz/?id=6", false),
            ("https://a.kz/?site=5", "https://a.kz/", false),
            ("https://a.kz/list#5", "https://a.kz/list#6", false),
        ] {
            let [one, other] = [one, other].map(|of| SourceAddress::Web(of.to_owned()));
            assert_eq!(are_same(&one, &other), is_same, "{one:?} {other:?}");
        }
    }
}
