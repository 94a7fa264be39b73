//! A guard against DNS rebinding and cross-site requests (CSRF): who may ask, and for what.
//!
//! Requests that another site's page could have sent are refused, and so is everything but reading. In DNS rebinding, a
//! page of another site makes its own host name resolve to this machine; the `Host` header then holds that name, never
//! an address or `localhost`.

use std::net::IpAddr;

use hyper::header::{HOST, HeaderMap, HeaderValue, ORIGIN};
use hyper::{Method, Uri};
use percent_encoding::percent_decode_str;

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal<'a> {
    /// None or many hosts.
    NoHost,
    /// A host that is not this server's; it is told only if it is a plain name.
    ForeignHost(&'a str),
    ForeignPage,
    Method,
}

/// Who is answered to.
#[derive(Debug, Default)]
pub(crate) struct Access {
    /// Other machines were let in on purpose.
    pub is_open: bool,
    /// Names that were allowed, in small letters; one that begins with a dot stands for all below it.
    pub names: Vec<String>,
}

impl Access {
    fn has(&self, name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        self.names.iter().any(|known| match known.starts_with('.') {
            true => name.len() > known.len() && name.ends_with(known.as_str()),
            false => name == *known,
        })
    }
}

/// A name that is to be allowed, as it is kept: `*.github.dev` becomes `.github.dev`. A whole address gives its name.
/// None if it is no name, or stands for half the internet.
pub(crate) fn allowed_name(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let text = text.split_once("://").map_or(&*text, |(_, rest)| rest);
    let text = text.split('/').next().unwrap_or("");
    let text = text.split(':').next().unwrap_or("");
    let all_below = text.strip_prefix("*.").or_else(|| text.strip_prefix('.'));
    let name = all_below.unwrap_or(text);
    let parts = name.split('.');
    let is_sound = is_name(name) && parts.clone().all(|part| !part.is_empty());
    match all_below {
        _ if !is_sound => None,
        Some(name) => (parts.count() > 1).then(|| format!(".{name}")),
        None => Some(name.to_owned()),
    }
}

/// Whether a text looks like the name of a host.
fn is_name(text: &str) -> bool {
    let in_names = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    (1..=253).contains(&text.len()) && text.bytes().all(in_names)
}

/// Lets a request through or says why not.
///
/// # Errors
/// The refusal.
pub(super) fn guard_request<'a>(
    method: &Method,
    uri: &'a Uri,
    headers: &'a HeaderMap,
    access: &Access,
) -> Result<(), Refusal<'a>> {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(Refusal::NoHost);
    };
    let host = host.to_str().unwrap_or("");
    let named = uri.authority().map(|authority| authority.as_str());
    if let Some(foreign) = [Some(host), named]
        .into_iter()
        .flatten()
        .find(|host| !is_own(host, access))
    {
        let name = split_port(foreign).map_or("", |(name, _)| name);
        let is_plain = is_name(name) && name.parse::<IpAddr>().is_err();
        return Err(Refusal::ForeignHost(if is_plain { name } else { "" }));
    }
    let is_foreign = |origin: &HeaderValue| {
        let origin = origin.to_str().unwrap_or("");
        // Whoever forwards to here may speak https with the browser.
        let own = ["http://", "https://"].map(|scheme| origin.strip_prefix(scheme));
        !own.contains(&Some(host))
    };
    if headers.get_all(ORIGIN).iter().any(is_foreign) {
        return Err(Refusal::ForeignPage);
    }
    let is = |name: &str, value: &str| {
        headers
            .get(name)
            .is_some_and(|given| given.as_bytes() == value.as_bytes())
    };
    // Fetch metadata: a link on another site may lead here, but no picture or script may be embedded there.
    if is("sec-fetch-site", "cross-site") && !is("sec-fetch-mode", "navigate") {
        return Err(Refusal::ForeignPage);
    }
    if method != Method::GET && method != Method::HEAD {
        return Err(Refusal::Method);
    }
    Ok(())
}

/// A `Host` as its name, without brackets, and its port.
fn split_port(host: &str) -> Option<(&str, Option<&str>)> {
    let bracketed = host.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    Some(match bracketed {
        Some((address, "")) => (address, None),
        Some((address, rest)) => (address, Some(rest.strip_prefix(':')?)),
        None => match host.rsplit_once(':') {
            Some((name, port)) => (name, Some(port)),
            None => (host, None),
        },
    })
}

/// Whether a `Host`, with or without a port, is this server's own.
fn is_own(host: &str, access: &Access) -> bool {
    let Some((name, port)) = split_port(host) else {
        return false;
    };
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return false;
    }
    match name.parse::<IpAddr>() {
        Ok(address) => address.is_loopback() || access.is_open,
        Err(_) => name.eq_ignore_ascii_case("localhost") || access.has(name),
    }
}

/// The path of an address, decoded, if it can name a file of the output: no path traversal.
pub(super) fn path_of(uri: &Uri) -> Option<String> {
    decode(uri.path()).filter(|path| {
        path.starts_with('/')
            && !path.chars().any(|c| c.is_control() || c == '\\')
            && !path.split('/').any(|part| matches!(part, "." | ".."))
    })
}

/// The value of a key in the query of an address, decoded.
pub(super) fn query_value(uri: &Uri, key: &str) -> Option<String> {
    uri.query()?.split('&').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        (name == key).then(|| decode(value))?
    })
}

/// Percent-decoding of `%41`; none if a `%` stands for nothing, or if it is no text.
fn decode(text: &str) -> Option<String> {
    let is_escape = |rest: &str| {
        let digits = rest.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    let decoded = percent_decode_str(text).decode_utf8().ok()?;
    let is_sound = text.split('%').skip(1).all(is_escape);
    is_sound.then(|| decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_names_are_answered_to() {
        let closed = Access::default();
        for host in [
            "localhost",
            "LocalHost:80",
            "127.0.0.1:8000",
            "[::1]:8000",
            "127.1.2.3",
        ] {
            assert!(is_own(host, &closed), "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "10.0.0.1:8000",
            "localhost:80:90",
            "localhost:x",
            "user@localhost",
            "",
        ] {
            assert!(!is_own(host, &closed), "{host}");
        }
        let open = Access {
            is_open: true,
            ..Access::default()
        };
        assert!(is_own("10.0.0.1:8000", &open));
        assert!(!is_own("evil.example", &open));
    }

    #[test]
    fn allowed_names_are_answered_to() {
        let named = |names: &[&str]| Access {
            is_open: false,
            names: names.iter().filter_map(|name| allowed_name(name)).collect(),
        };
        let access = named(&["MyPC.local", "*.github.dev", "https://8000-a-b.gitpod.io/"]);
        for host in [
            "mypc.local:8000",
            "a-8000.app.github.dev",
            "A.GitHub.dev:443",
            "8000-a-b.gitpod.io",
        ] {
            assert!(is_own(host, &access), "{host}");
        }
        for host in [
            "x.mypc.local",
            "github.dev",
            ".github.dev",
            "evilgithub.dev",
            "a.github.dev.evil.example",
            "gitpod.io",
            "10.0.0.1",
        ] {
            assert!(!is_own(host, &access), "{host}");
        }
        for odd in ["*", "*.dev", ".", "", "a b", "a..b", "*.*.dev", "a/../b?"] {
            let kept = allowed_name(odd);
            assert!(kept.is_none() || odd == "a/../b?", "{odd}: {kept:?}");
        }
    }

    #[test]
    fn paths_are_decoded_once_and_lead_nowhere_else() {
        let path = |text: &str| path_of(&text.parse::<Uri>().unwrap());
        assert_eq!(path("/kk/%D0%B0/"), Some("/kk/а/".to_owned()));
        assert_eq!(path("/%252e%252e/x"), Some("/%2e%2e/x".to_owned()));
        for odd in [
            "/../x",
            "/%2e%2e/x",
            "/a/%2E./x",
            "/a%5cb",
            "/a%00",
            "/%ff",
            "/%4",
            "/%+1",
        ] {
            assert_eq!(path(odd), None, "{odd}");
        }
    }
}
