//! Hosts in addresses of the web: the name that hides one, and letters that look like those of another.
//!
//! Takes an address, gives what is doubtful about its host. Says nothing itself.

use idna::punycode;

use super::confusables::{is_cyrillic, is_latin, latin_of};

/// What stands between `//` and the path: `name@host:80`. None: it is no address of the web.
fn authority(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once(':')?;
    let is_web = ["http", "https"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    let rest = rest.strip_prefix("//").filter(|_| is_web)?;
    rest.split(['/', '?', '#', '\\']).next()
}

/// The host of an address that has a name before it: `https://good.kz@evil.kz/` leads to `evil.kz`.
pub(crate) fn hidden(url: &str) -> Option<&str> {
    authority(url)?.rsplit_once('@').map(|(_, host)| host)
}

/// Whether two hosts are one, in capital letters or not, in their own letters or in Punycode (RFC 3492).
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let plain = |host: &str| shown(host).to_lowercase();
    one.eq_ignore_ascii_case(other) || plain(one) == plain(other)
}

/// A host in its own letters.
fn shown(host: &str) -> String {
    let labels = host.split('.').map(|label| match label.get(..4) {
        Some(begin) if begin.eq_ignore_ascii_case("xn--") => {
            punycode::decode_to_string(&label[4..]).unwrap_or_default()
        }
        _ => label.to_owned(),
    });
    let labels: Vec<String> = labels.collect();
    labels.join(".")
}

/// The host of an address, if a part of it mixes scripts or is of letters that all look like Latin ones.
pub(crate) fn doubtful(url: &str) -> Option<String> {
    let host = authority(url)?.split(':').next()?;
    if host.is_ascii() && !host.to_ascii_lowercase().contains("xn--") {
        return None;
    }
    let shown = shown(host);
    let labels: Vec<&str> = shown.split('.').collect();
    let is_latin_top = labels.last().is_some_and(|top| top.is_ascii());
    let is_odd = |label: &&str| {
        let has = |of: fn(char) -> bool| label.chars().any(of);
        let has_latin = has(is_latin);
        let is_foreign = |letter: char| letter.is_alphabetic() && !is_latin(letter);
        let looks = |letter: char| {
            "ӏԛԝ".contains(letter) || latin_of(letter).is_some_and(|latin| latin.is_ascii())
        };
        let cyrillic = || label.chars().filter(|letter| is_cyrillic(*letter));
        let looks_latin = cyrillic().count() > 1 && cyrillic().all(looks);
        has_latin && has(is_foreign) || is_latin_top && looks_latin
    };
    let is_doubtful = labels.iter().any(is_odd);
    is_doubtful.then_some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_that_are_not_what_they_seem_are_found() {
        assert_eq!(hidden("https://good.kz@evil.kz/"), Some("evil.kz"));
        assert_eq!(hidden("HTTPS://a:b@evil.kz?x"), Some("evil.kz"));
        for fine in [
            "https://kz.kz/a@b",
            "mailto:a@b.kz",
            "https://a.kz?b@c",
            "/a@b",
        ] {
            assert_eq!(hidden(fine), None, "{fine}");
        }
        for odd in [
            "https://аррӏе.com/",
            "https://gоv.kz",
            "http://eGOV.қaз",
            "https://xn--80ak6aa92e.com/",
            "https://gοv.kz:80",
        ] {
            assert!(doubtful(odd).is_some(), "{odd}");
        }
        for fine in [
            "https://gov.kz",
            "https://сайт.қаз",
            "https://сор.рф",
            "https://жомарт.kz",
            "https://bücher.de",
            "https://xn--80aswg.xn--p1ai",
            "mailto:а@b.kz",
        ] {
            assert_eq!(doubtful(fine), None, "{fine}");
        }
    }
}
