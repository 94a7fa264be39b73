//! Bare addresses: `https://…`, `www.…` and e-mail in running text become links.
//!
//! Takes the inlines of a block, gives the same with links in them; what stands in a link or in the words of a picture
//! stays. Only http, https and mailto addresses are made here.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::run::{Cut, Inline, cut};
use crate::source::text::host;

/// The longest name of a mailbox, in bytes (RFC 5321).
const MAX_MAILBOX: usize = 64;

/// The longest address, in bytes: browsers take little more.
const LONGEST: usize = 2000;

/// The longest host with a userinfo and a port, in bytes.
const LONGEST_HOST: usize = 300;

/// The ends of hosts that are wholly Cyrillic.
const CYRILLIC_TOPS: [&str; 4] = [".қаз", ".рф", ".бел", ".мон"];

/// An address in a text.
struct Bare {
    at: Range<usize>,
    prefix: &'static str,
}

/// The same inlines, with links for bare addresses.
pub(super) fn linked<'a>(inlines: Vec<Inline<'a>>) -> Vec<Inline<'a>> {
    let mut cuts = Vec::new();
    let mut in_other = 0_usize;
    for (nth, inline) in inlines.iter().enumerate() {
        let run = match inline {
            Inline::Run(run) if in_other == 0 => run,
            Inline::Event(Event::Start(Tag::Link { .. } | Tag::Image { .. }), _) => {
                in_other += 1;
                continue;
            }
            Inline::Event(Event::End(TagEnd::Link | TagEnd::Image), _) => {
                in_other = in_other.saturating_sub(1);
                continue;
            }
            Inline::Run(_) | Inline::Event(..) => continue,
        };
        for Bare { at, prefix } in find(&run.text) {
            let link = Tag::Link {
                link_type: LinkType::Autolink,
                dest_url: format!("{prefix}{}", &run.text[at.clone()]).into(),
                title: "".into(),
                id: "".into(),
            };
            let place = run.source(at.clone());
            let ends = [
                (at.start, Event::Start(link)),
                (at.end, Event::End(TagEnd::Link)),
            ];
            cuts.extend(ends.map(|(at, event)| Cut {
                inline: nth,
                at: at..at,
                events: vec![event],
                place: place.clone(),
            }));
        }
    }
    cut(inlines, cuts)
}

/// The addresses in a text, in their order.
fn find(text: &str) -> Vec<Bare> {
    let mut found: Vec<Bare> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| b"hHwW@".contains(byte)) {
        let here = at + next;
        at = here + 1;
        let done = found.last().map_or(0, |last| last.at.end);
        let bare = match bytes[here] {
            b'@' => email(text, done, here),
            _ => web(text, here),
        };
        if let Some(bare) = bare {
            at = bare.at.end;
            found.push(bare);
        }
    }
    found
}

/// The address of a page that begins at `start`.
fn web(text: &str, start: usize) -> Option<Bare> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|before| before.is_alphanumeric() || "/@.-_:".contains(before)) {
        return None;
    }
    let rest = &text[start..];
    let begins = |with: &str| {
        rest.get(..with.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(with))
    };
    let (host_at, prefix) = if begins("https://") {
        (8, "")
    } else if begins("http://") {
        (7, "")
    } else if begins("www.") {
        (0, "https://")
    } else {
        return None;
    };
    // Most of what begins so and is none is seen here.
    if !rest[host_at..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let ends = |letter: char| {
        letter.is_whitespace() || letter.is_control() || "<>\"`|«»“”„\\^{}".contains(letter)
    };
    let in_host = |letter: char| !ends(letter) && !"/?#()".contains(letter);
    let rest = &rest[..glued_words(rest, host_at).unwrap_or(rest.len())];
    let after_scheme = &rest[host_at..];
    let mut letters = after_scheme
        .char_indices()
        .take_while(|(at, _)| *at <= LONGEST_HOST);
    let end = letters.find(|(_, letter)| !in_host(*letter));
    let host = &after_scheme[..end.map_or(after_scheme.len(), |(at, _)| at)];
    let host = without_ending(without_punctuation(host, false));
    // A userinfo is for others to complain of.
    let host = host.rsplit('@').next().unwrap_or(host);
    let host = host.split(':').next().unwrap_or(host);
    // What a browser takes for an address is told if readers cannot open it.
    let is_told = || {
        let begin = rest.split_whitespace().next().unwrap_or_default();
        let begin = without_punctuation(begin, true);
        let is_mended = |broken: host::NoHost| broken.meant.is_some();
        prefix.is_empty()
            && host_at > 0
            && (host::local(begin).is_some() || host::broken(begin).is_some_and(is_mended))
    };
    if !is_domain(host) && !is_told() {
        return None;
    }
    let mut letters = rest.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let end = letters.find(|(_, letter)| ends(*letter));
    let whole = &rest[..end.map_or(rest.len(), |(at, _)| at)];
    if whole.len() > LONGEST {
        return None;
    }
    let has_path = whole[host_at..].contains('/');
    let url = without_ending(without_punctuation(whole, has_path));
    let is_bare_www = host_at == 0 && host.matches('.').count() < 2;
    (!is_bare_www && url.len() > host_at).then_some(Bare {
        at: start..start + url.len(),
        prefix,
    })
}

/// Where an address ends to which words were glued without a space: `P1.02,сондай-ақ`, `414.Толығырақ`, and the words of a link
/// that stand in the place of its address: `[https://egov.kz](портал)`. A Cyrillic path has such signs of its own.
fn glued_words(rest: &str, host_at: usize) -> Option<usize> {
    let mut before = ' ';
    let mut letters = rest.char_indices().take_while(|(at, _)| *at <= LONGEST);
    letters.find_map(|(at, letter)| {
        let next = rest[at + letter.len_utf8()..].chars().next();
        let is_word = next.is_some_and(|next| !next.is_ascii() && next.is_alphabetic());
        let begins_sentence = is_word && next.is_some_and(char::is_uppercase);
        let is_end = match letter {
            _ if at < host_at => false,
            _ if letter.is_whitespace() || !letter.is_ascii() => return Some(None),
            ',' | ';' => is_word,
            '.' => begins_sentence && rest[host_at..at].contains('/'),
            '(' => is_word && before.is_alphanumeric(),
            ']' => next == Some('('),
            _ => false,
        };
        before = letter;
        is_end.then_some(Some(at))
    })?
}

/// The address around an `@`, which begins no earlier than at `from`.
fn email(text: &str, from: usize, at: usize) -> Option<Bare> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte);
    let before = &text.as_bytes()[from.max(at.saturating_sub(MAX_MAILBOX + 1))..at];
    let length = before.iter().rev().take_while(|byte| fits(**byte)).count();
    let mut start = at - length;
    // It begins with a letter or digit.
    while start < at && !text.as_bytes()[start].is_ascii_alphanumeric() {
        start += 1;
    }
    let is_whole =
        !text[..start].ends_with(|before: char| before.is_alphanumeric() || "/@".contains(before));
    if start == at || length > MAX_MAILBOX || !is_whole {
        return None;
    }
    let rest = &text[at + 1..];
    let domain = |letter: char| letter.is_alphanumeric() || "-.".contains(letter);
    let whole = &rest[..rest.find(|letter| !domain(letter)).unwrap_or(rest.len())];
    let host = without_ending(whole.trim_end_matches(['-', '.']));
    let after = &rest[host.len()..];
    let leads_on = after.starts_with(['/', '@', '_']);
    (is_domain(host) && !leads_on).then_some(Bare {
        at: start..at + 1 + host.len(),
        prefix: "mailto:",
    })
}

/// An address without the punctuation of the sentence behind it; a bracket stays if it was opened within. A `_` that is
/// still there belongs to no emphasis: in a path it is a part of the name, as in those of laws.
fn without_punctuation(whole: &str, has_path: bool) -> &str {
    let count = |sign: char| whole.matches(sign).count();
    let (opened, mut closed) = (count('('), count(')'));
    let mut url = whole;
    while let Some(last) = url.chars().next_back() {
        match last {
            ')' if closed <= opened => break,
            ')' => closed -= 1,
            '_' if has_path => break,
            last if "?!.,:;*_~'’‘…]}&—–-".contains(last) => {}
            _ => break,
        }
        url = &url[..url.len() - last.len_utf8()];
    }
    url
}

/// The signs that stand for an apostrophe.
const APOSTROPHES: [char; 5] = ['\'', '’', '‘', 'ʼ', '´'];

/// An address without the case ending behind its last hyphen or apostrophe: `egov.kz-тен`, `egov.kz/кк'ға`.
fn without_ending(url: &str) -> &str {
    let is_ending = |text: &str| {
        let mut letters = text.chars();
        !text.is_empty() && letters.all(|letter| letter.is_alphabetic() && !letter.is_ascii())
    };
    let is_apostrophe = |letter| APOSTROPHES.contains(&letter);
    let by_hyphen = url.rsplit_once('-').filter(|(before, _)| {
        // A Cyrillic path has words with hyphens of its own.
        before.is_ascii()
            || ends_as_file(before)
            || CYRILLIC_TOPS.iter().any(|top| before.ends_with(top))
    });
    let by_apostrophe = url.rsplit_once(is_apostrophe);
    let mut cut = by_apostrophe.into_iter().chain(by_hyphen);
    cut.find(|(_, ending)| is_ending(ending))
        .map_or(url, |(before, _)| before)
}

/// Whether an address ends as one of a file or a folder does, behind which no word goes on.
fn ends_as_file(url: &str) -> bool {
    let path = url.split_once("//").map_or(url, |(_, path)| path);
    let name = path.rsplit_once('/').map(|(_, name)| name);
    let ending = name.and_then(|name| Some(name.rsplit_once('.')?.1));
    let is_ending = ending.is_some_and(|ending| {
        (2..=5).contains(&ending.len()) && ending.bytes().all(|of| of.is_ascii_alphanumeric())
    });
    is_ending || name == Some("")
}

/// Labels of letters, digits and hyphens, the last of at least two letters.
fn is_domain(host: &str) -> bool {
    let fits = |label: &str| {
        let plain = |letter: char| letter.is_alphanumeric() || letter == '-';
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(plain)
    };
    let Some((before, last)) = host.rsplit_once('.') else {
        return false;
    };
    let is_top = last.chars().count() >= 2 && last.chars().next().is_some_and(char::is_alphabetic);
    is_top && fits(last) && before.split('.').all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let found = find(text).into_iter();
        found
            .map(|bare| format!("{}{}", bare.prefix, &text[bare.at]))
            .collect()
    }

    #[test]
    fn bare_addresses_end_where_a_reader_sees_them_end() {
        for (text, address) in [
            ("https://egov.kz/cms/kk.", "https://egov.kz/cms/kk"),
            ("(https://gov.kz)", "https://gov.kz"),
            (
                "https://kk.wikipedia.org/wiki/A_(b), т",
                "https://kk.wikipedia.org/wiki/A_(b)",
            ),
            ("https://egov.kz-тен алыңыз", "https://egov.kz"),
            ("https://сайт.қаз-да", "https://сайт.қаз"),
            (
                "https://adilet.zan.kz/rus/docs/K950001000_",
                "https://adilet.zan.kz/rus/docs/K950001000_",
            ),
            ("(https://a.kz/Z1500000402_).", "https://a.kz/Z1500000402_"),
            ("https://a.kz/K950001000_-да", "https://a.kz/K950001000_"),
            ("https://a.kz_", "https://a.kz"),
            ("https://egov.kz/P1.02,сондай-ақ", "https://egov.kz/P1.02"),
            (
                "https://a.kz/K1500000414.Толығырақ",
                "https://a.kz/K1500000414",
            ),
            ("www.gov.kz/about;байланыс", "https://www.gov.kz/about"),
            ("https://a.kz/414(қараңыз)", "https://a.kz/414"),
            ("https://egov.kz,сондай-ақ", "https://egov.kz"),
            ("[https://egov.kz/kk](Үкімет порталы)", "https://egov.kz/kk"),
            (
                "https://a.kz/wiki/Oral_(қала)",
                "https://a.kz/wiki/Oral_(қала)",
            ),
            ("https://2gis.kz/76.95,43.25", "https://2gis.kz/76.95,43.25"),
            ("https://a.kz/іздеу,қала", "https://a.kz/іздеу,қала"),
            ("https://a.kz/есеп.pdf-тен", "https://a.kz/есеп.pdf"),
            ("https://a.kz/есеп/-тен", "https://a.kz/есеп/"),
            ("https://a.kz/жылдық-есеп", "https://a.kz/жылдық-есеп"),
            ("https://gov.kz/кк'ға", "https://gov.kz/кк"),
            ("https://gov.kz’тен", "https://gov.kz"),
            ("https://gov.kz/a?b=1ʼді,", "https://gov.kz/a?b=1"),
            ("'https://gov.kz/a'да", "https://gov.kz/a"),
            ("https://a.kz/O'Brien", "https://a.kz/O'Brien"),
            ("info@gov.kz'ке", "mailto:info@gov.kz"),
            ("HTTPS://EGOV.KZ", "HTTPS://EGOV.KZ"),
            ("«www.gov.kz»", "https://www.gov.kz"),
            (
                "http://сайт.қаз/бет?a=1&b=2#c!",
                "http://сайт.қаз/бет?a=1&b=2#c",
            ),
            ("e-mail: info@gov.kz.", "mailto:info@gov.kz"),
            ("info@gov.kz-ке", "mailto:info@gov.kz"),
            ("a.b+c@пошта.қаз,", "mailto:a.b+c@пошта.қаз"),
        ] {
            assert_eq!(told(text), [address], "{text}");
        }
        for text in [
            "www",
            "www.",
            "http://",
            "https:// a",
            "a@b",
            "@gov.kz",
            "@user",
            "ahttps://gov.kz",
            "javascript:alert(1)",
            "www.kz",
            "gov.kz",
            "http://-a.kz",
            "a@b@c.kz",
            "ftp://a.kz",
            "x/@a.kz",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
        assert_eq!(told("https://a.kz, b@c.kz және www.d.kz").len(), 3);
    }
}
