//! Brackets of links that made none: `] (`, `)[`, and an address in the next line.
//!
//! Takes a text with what stands around it. Words in brackets of any other kind are nobody's mistake.

use pulldown_cmark::{Event, TagEnd};

use super::around::Around;
use super::line_starts::Left;
use super::names;
use super::run::{Inline, Run};
use crate::markdown::link::begins_like_address;

/// What may stand between the words of a link and its address by mistake.
const BETWEEN: [&str; 5] = ["] (", "] [", "][", "]{", "] {"];

/// The length of the signs that a text begins with, if they stand between the words of a link and its address.
pub(super) fn after_words(text: &str, around: &Around<'_, '_>) -> Option<usize> {
    if text.starts_with("](") {
        return Some(2);
    }
    // The signs around an address are no part of the text.
    if text == "]" && around.is_before_autolink() {
        return Some(1);
    }
    let sign = BETWEEN.iter().find(|of| text.starts_with(**of))?;
    let rest = &text[sign.len()..];
    // `{#name}` gives a place its name.
    let is_name = sign.ends_with('{') && rest.starts_with('#');
    (!is_name && begins_address(rest, around)).then_some(sign.len())
}

/// Whether the `[` at `at` begins an address, or an empty name, behind words in round brackets.
pub(super) fn are_exchanged(text: &str, at: usize, around: &Around<'_, '_>) -> bool {
    let rest = &text[at + 1..];
    text[..at].ends_with(')') && (rest.starts_with(']') || begins_address(rest, around))
}

/// A link with its words in the place of its address, as it should be: `[https://egov.kz](портал)`. The text is what follows the
/// link that was made of the address.
pub(super) fn swapped(text: &str, around: &Around<'_, '_>) -> Option<String> {
    let (words, _) = text.strip_prefix("](")?.split_once(')')?;
    let Event::End(TagEnd::Link) = around.before()? else {
        return None;
    };
    let run = |back: usize| match around.inlines.get(around.nth.checked_sub(back)?)? {
        Inline::Run(run) => Some(&run.text),
        Inline::Event(..) => None,
    };
    let (address, open) = (run(2)?, run(4)?);
    let is_link = open.ends_with('[') && words.contains(char::is_alphabetic);
    is_link.then(|| format!("[{words}]({address})"))
}

/// The name of a record or a drawing in brackets that are not those of an address: `[[@project/gym]]`, `[зал][@project/gym]`,
/// `(зал)[@project/gym]`, `![][@chart?by=year]`; and the byte at which they end.
pub(super) fn around_name(text: &str, at: usize) -> Option<(Left, usize)> {
    let is_behind_words = text[at..].starts_with("[@") && text[..at].ends_with(')');
    let at = at - usize::from(is_behind_words);
    // The sign of a picture stands before its words.
    let at = match text[at..].strip_prefix("![") {
        Some(inner) => at + 2 + inner.find("][@")?,
        None => at,
    };
    let rest = &text[at..];
    let wiki = rest.starts_with("[[@").then_some("[[");
    let between = ["][@", "] [@", ")[@"];
    let between = between.into_iter().find(|sign| rest.starts_with(sign));
    let sign = wiki.or(between.map(|sign| &sign[..sign.len() - 1]))?;
    let (what, name) = names::at(text, at + sign.len())?;
    let words = match sign.chars().next()? {
        ')' => text[..at].rsplit_once('(')?.1,
        ']' => text[..at].rsplit_once('[')?.1,
        _ => "",
    };
    let close = if wiki.is_some() { "]]" } else { "]" };
    if !text[name.end..].starts_with(close) {
        return None;
    }
    let end = name.end + close.len();
    let mark = match wiki {
        Some(_) => &text[at..end],
        None => sign,
    };
    let place = at..at + mark.len();
    let (what, sign) = match what {
        "drawing" => ("drawing-brackets", "!"),
        _ => ("address", ""),
    };
    let meant = format!("{sign}[{words}]({})", &text[name]);
    Some((Left::new(what, mark, place).meant(meant), end))
}

/// The bracket at the end of a line before an address in the next one.
pub(super) fn before_line(run: &Run, around: &Around<'_, '_>) -> Option<Left> {
    let text = run.text.trim_end();
    let at = text.strip_suffix(']')?.len();
    let (next, around) = around.next_line()?;
    let address = next.text.strip_prefix('(')?;
    let words = text[..at].rsplit('[').next().unwrap_or_default();
    let is_number = words.bytes().all(|of| of.is_ascii_digit());
    let is_words = text[..at].contains('[') && !is_number && !run.is_literal(at);
    (is_words && begins_address(address, &around)).then(|| Left::new("link", "]", at..at + 1))
}

/// Whether an address begins here: in the text, or as a link that was made of it.
pub(super) fn begins_address(text: &str, around: &Around<'_, '_>) -> bool {
    begins_like_address(text) || text.is_empty() && around.is_before_link()
}
