//! A guard against DNS rebinding and cross-site requests (CSRF): who may ask, and for what.
//!
//! Requests that another site's page could have sent are refused, and so is everything but reading. In DNS rebinding, a
//! page of another site makes its own host name resolve to this machine; the `Host` header then holds that name, never
//! an address or `localhost`.

use std::net::IpAddr;

use hyper::header::{HOST, HeaderMap, HeaderValue, ORIGIN};
use hyper::{Method, Uri};
use percent_encoding::percent_decode_str;

/// Why a request is refused: the status and a line for whoever sent it.
pub(super) type Refusal = (u16, &'static str);

/// Lets a request through or says why not. `is_open`: other machines were let in on purpose.
///
/// # Errors
/// The refusal.
pub(super) fn guard_request(
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    is_open: bool,
) -> Result<(), Refusal> {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err((400, "One Host is needed"));
    };
    let host = host.to_str().unwrap_or("");
    let named = uri.authority().map(|authority| authority.as_str());
    if !is_own(host, is_open) || named.is_some_and(|named| !is_own(named, is_open)) {
        return Err((
            403,
            "This server answers to localhost and to its address only",
        ));
    }
    let is_foreign = |origin: &HeaderValue| {
        let origin = origin.to_str().unwrap_or("");
        origin.strip_prefix("http://") != Some(host)
    };
    if headers.get_all(ORIGIN).iter().any(is_foreign) {
        return Err((403, "Pages of other sites may not ask this server"));
    }
    let is = |name: &str, value: &str| {
        headers
            .get(name)
            .is_some_and(|given| given.as_bytes() == value.as_bytes())
    };
    // Fetch metadata: a link on another site may lead here, but no picture or script may be embedded there.
    if is("sec-fetch-site", "cross-site") && !is("sec-fetch-mode", "navigate") {
        return Err((403, "Pages of other sites may not ask this server"));
    }
    if method != Method::GET && method != Method::HEAD {
        return Err((405, "Only GET and HEAD"));
    }
    Ok(())
}

/// Whether a `Host`, with or without a port, is this server's own.
fn is_own(host: &str, is_open: bool) -> bool {
    let (name, port) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, rest)) => (address, rest.strip_prefix(':')),
        None => match host.rsplit_once(':') {
            Some((name, port)) => (name, Some(port)),
            None => (host, None),
        },
    };
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return false;
    }
    match name.parse::<IpAddr>() {
        Ok(address) => address.is_loopback() || is_open,
        Err(_) => name.eq_ignore_ascii_case("localhost"),
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
        for host in [
            "localhost",
            "LocalHost:80",
            "127.0.0.1:8000",
            "[::1]:8000",
            "127.1.2.3",
        ] {
            assert!(is_own(host, false), "{host}");
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
            assert!(!is_own(host, false), "{host}");
        }
        assert!(is_own("10.0.0.1:8000", true));
        assert!(!is_own("evil.example", true));
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
