//! Hosts in addresses of the web: the name that hides one, and letters that look like those of another.
//!
//! Takes an address, gives what is doubtful about its host. Says nothing itself.

use core::net::IpAddr;

use idna::punycode;

use super::confusables::{is_cyrillic, is_latin, is_unseen, latin_of};

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

/// The host of an address that this computer alone, or its own network, can open, as the preview has it; and what
/// follows it.
pub(crate) fn local(url: &str) -> Option<(&str, &str)> {
    let whole = authority(url)?;
    let begin = url.find("//").map_or(0, |at| at + 2);
    let host = whole.rsplit_once('@').map_or(whole, |(_, host)| host);
    let name = match host.strip_prefix('[') {
        Some(inner) => inner.split(']').next()?,
        None => host.split(':').next()?,
    };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let is_own = match name.parse::<IpAddr>() {
        Ok(IpAddr::V4(at)) => {
            at.is_loopback() || at.is_private() || at.is_link_local() || at.is_unspecified()
        }
        Ok(IpAddr::V6(at)) => {
            at.is_loopback()
                || at.is_unspecified()
                || at.is_unique_local()
                || at.is_unicast_link_local()
        }
        Err(_) => {
            let ends = [".localhost", ".local"];
            name == "localhost" || ends.iter().any(|end| name.ends_with(end))
        }
    };
    is_own.then(|| (host, &url[begin + whole.len()..]))
}

/// What is no host, though it stands in the place of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoHost {
    /// The address as it was certainly meant.
    pub meant: Option<String>,
}

/// Whether there is no host in the place of one: another scheme, or signs that no host has.
pub(crate) fn broken(url: &str) -> Option<NoHost> {
    let whole = authority(url)?;
    let begin = url.find("//").map_or(0, |at| at + 2);
    let rest = &url[begin + whole.len()..];
    let (host, port) = match whole.split_once(':') {
        // A name before the host is another mistake.
        _ if whole.starts_with('[') || whole.contains('@') => return None,
        Some((host, port)) => (host, port),
        None => (whole, ""),
    };
    // Typed or pasted twice: `https://https://a.kz`, `https://http//a.kz`.
    let is_scheme = ["http", "https"]
        .iter()
        .any(|web| host.eq_ignore_ascii_case(web));
    if is_scheme && port.is_empty() && rest.starts_with("//") {
        let meant = format!("{}:{rest}", host.to_ascii_lowercase());
        let is_sound = broken(&meant).is_none() && rest.len() > 2;
        return Some(NoHost {
            meant: is_sound.then_some(meant),
        });
    }
    let fits =
        |letter: char| letter.is_alphanumeric() || "-._%".contains(letter) || is_unseen(letter);
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit());
    let is_sound = |host: &str| {
        !host.is_empty() && host.chars().all(fits) && !host.starts_with('.') && !host.contains("..")
    };
    if is_sound(host) && is_port {
        return None;
    }
    let mended = host.replace([',', ';'], ".");
    let labels: Vec<&str> = mended
        .split('.')
        .filter(|label| !label.is_empty())
        .collect();
    let mended = labels.join(".");
    let meant = (is_sound(&mended) && is_port && labels.len() > 1)
        .then(|| format!("{}{mended}{}{rest}", &url[..begin], &whole[host.len()..]));
    Some(NoHost { meant })
}

/// Whether the host of an address is one word, as nobody's on the web is: `https://egov`, `http://www.`.
pub(crate) fn is_one_word(url: &str) -> bool {
    let Some(whole) = authority(url) else {
        return false;
    };
    let host = whole.rsplit_once('@').map_or(whole, |(_, host)| host);
    let host = host.split(':').next().unwrap_or_default();
    let is_word = !host.starts_with('[') && !host.trim_end_matches('.').contains('.');
    is_word && local(url).is_none()
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
    fn addresses_of_the_own_computer_are_known() {
        for (url, rest) in [
            ("http://localhost:8000/kk/", "/kk/"),
            ("http://127.0.0.1", ""),
            ("HTTP://192.168.1.15:80/a?b#c", "/a?b#c"),
            ("http://10.0.0.1/", "/"),
            ("http://[::1]:8000/kk/", "/kk/"),
            ("http://0.0.0.0:8000#a", "#a"),
            ("http://press.local/x", "/x"),
        ] {
            assert_eq!(local(url).map(|(_, rest)| rest), Some(rest), "{url}");
        }
        for fine in [
            "https://localhost.kz/",
            "http://8.8.8.8/",
            "https://local/",
            "/localhost/",
        ] {
            assert_eq!(local(fine), None, "{fine}");
        }
    }

    #[test]
    fn what_is_no_host_is_known_and_mended() {
        for (url, meant) in [
            ("https://https://dala.kz", Some("https://dala.kz")),
            ("https://http//dala.kz/a", Some("http://dala.kz/a")),
            ("https://dala,kz", Some("https://dala.kz")),
            (
                "https://www..dala.kz:80/a,b",
                Some("https://www.dala.kz:80/a,b"),
            ),
            ("https://https://", None),
            ("https://…", None),
            ("https://dala.kz:8о80/", None),
        ] {
            let found = broken(url).expect(url);
            assert_eq!(found.meant.as_deref(), meant, "{url}");
        }
        for fine in [
            "https://dala.kz/a,b",
            "https://дала.қаз:80/",
            "https://xn--80aswg.xn--p1ai",
            "https://a_b.kz.",
            "http://[::1]/",
            "https://good.kz@evil.kz/",
            "mailto:a,b@c.kz",
            "https://dala.kz?u=https://qyr.kz",
        ] {
            assert_eq!(broken(fine), None, "{fine}");
        }
    }

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
