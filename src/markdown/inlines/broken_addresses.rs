//! Addresses of the web that a slip keeps from being one: `http//egov.kz`, `https:\\egov.kz`, `htpps://egov.kz`.
//!
//! Takes a text and where a sign of such an address stands in it; gives the whole of it, and what was meant. What begins as
//! it should is a link already.

use std::ops::Range;

/// Schemes as they are, and as they are mistyped.
const SCHEMES: [(&str, &[&str]); 2] = [
    (
        "https",
        &[
            "htps", "htpps", "httpps", "hhttps", "htttps", "ttps", "https", "hppts", "httsp",
        ],
    ),
    (
        "http",
        &["htp", "htpp", "hhttp", "htttp", "ttp", "http", "hppt"],
    ),
];

/// The longest address, in bytes.
const LONGEST: usize = 300;

/// An address that is none.
pub(super) struct Broken {
    pub(super) at: Range<usize>,
    pub(super) meant: String,
}

/// The address whose scheme ends at the `:` or `/` at `at`.
pub(super) fn at(text: &str, at: usize) -> Option<Broken> {
    if ![b':', b'/'].contains(&text.as_bytes()[at]) {
        return None;
    }
    let lead = &text[..at];
    let letters = lead.bytes().rev().take_while(u8::is_ascii_alphabetic);
    let start = at - letters.take(10).count();
    let before = text[..start].chars().next_back();
    if before.is_some_and(|before| before.is_alphanumeric() || "/.-_@".contains(before)) {
        return None;
    }
    let typed = text[start..at].to_ascii_lowercase();
    let mut schemes = SCHEMES.iter();
    let (scheme, _) = schemes.find(|(_, typos)| typos.contains(&typed.as_str()))?;
    let rest = &text[at..];
    let colon = rest.strip_prefix(':').unwrap_or(rest);
    let spaced = colon.trim_start_matches(' ');
    let address = spaced.trim_start_matches(['/', '\\']);
    let is_parted = spaced.len() > address.len() && colon.len() - spaced.len() <= 1;
    let is_right = typed == *scheme && rest.starts_with("://") && !address.starts_with(' ');
    if !is_parted || is_right {
        return None;
    }
    let ends = |letter: char| letter.is_whitespace() || "«»“”\"<>()|".contains(letter);
    let end = address.find(ends).unwrap_or(address.len());
    let whole = address[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '…']);
    let host = whole.split(['/', '?', '#', ':']).next()?;
    let (name, top) = host.rsplit_once('.')?;
    let fits = |letter: char| letter.is_alphanumeric() || "-.".contains(letter);
    let is_host = name.starts_with(char::is_alphanumeric)
        && name.chars().all(fits)
        && top.chars().count() >= 2
        && top.chars().all(char::is_alphabetic);
    let end = text.len() - address.len() + whole.len();
    (is_host && whole.len() <= LONGEST).then(|| Broken {
        at: start..end,
        meant: format!("{scheme}://{whole}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_addresses_are_told_from_sound_ones() {
        let found = |text: &str| {
            let mut signs = text.match_indices([':', '/']);
            signs.find_map(|(place, _)| at(text, place).map(|of| of.meant))
        };
        for (text, meant) in [
            ("Қараңыз: http//egov.kz.", "http://egov.kz"),
            ("https//egov.kz/x,", "https://egov.kz/x"),
            ("https: //egov.kz", "https://egov.kz"),
            ("https:/egov.kz", "https://egov.kz"),
            ("https:\\egov.kz", "https://egov.kz"),
            ("htpps://egov.kz", "https://egov.kz"),
            ("(ttp://egov.kz)", "http://egov.kz"),
        ] {
            assert_eq!(found(text).as_deref(), Some(meant), "{text}");
        }
        for text in [
            "https://egov.kz",
            "http: бұл хаттама",
            "https/http",
            "ttp: 5/6.7",
            "12:30/14.05",
            "a/b.kz",
            "ftp://egov.kz",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
