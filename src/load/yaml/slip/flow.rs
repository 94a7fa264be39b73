//! Slips in flow mappings: the keys and values in a line of `{key: value, …}`.
//!
//! Takes the line from its bracket on, gives its first slip and the line as it was meant.

use super::pairs::{Pair, pairs};
use super::quoted::{Mended, SIGNS, colon, has_more, matching, of_quoted};
use super::word::{of_marks, of_word};
use crate::load::fix_it::{address_of_channel, address_of_link};
use crate::load::yaml::error_class::Trouble;
use crate::load::yaml::known::{ADDRESSES, is_language, known_key};
use crate::load::yaml::quote::{is_narrow, quoted, scalar};
use crate::source::text::confusables::is_odd_space;

/// Several fields behind a key that should stand in brackets: `name: kk: …, ru: …`.
pub(super) fn without_braces(value: &str) -> Mended {
    let inner = value.trim_end();
    let round = inner
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'));
    let inner = round.unwrap_or(inner);
    let first = known_key(inner)?;
    let whole = format!("{{{inner}}}");
    if pairs(&whole).len() < 2 && !is_language(first) {
        return None;
    }
    let (_, mended) = of_flow(&whole, "")?;
    Some((Some((Trouble::Braces, 0)), mended))
}

/// The values in a line of `{key: value, …}`.
pub(super) fn of_flow(text: &str, rest: &str) -> Mended {
    let mut made = String::with_capacity(text.len() + 8);
    let mut first = None;
    let pairs = pairs(text);
    let Some(begin) = pairs.first().map(|pair| pair.key) else {
        return Some(hash_in_list(text).unwrap_or((None, text.to_owned())));
    };
    made.push_str(&text[..begin]);
    // A key whose fields in several languages lack their brackets.
    let mut is_open = false;
    let mut comma = None;
    for (nth, pair) in pairs.iter().enumerate() {
        let end = pairs.get(nth + 1).map_or(text.len(), |next| next.key);
        let (name, mark) = (
            &text[pair.key..pair.colon],
            text[pair.colon..].chars().next()?,
        );
        let start = pair.colon + mark.len_utf8();
        let piece = &text[start..end];
        let spaces = piece.len() - piece.trim_start().len();
        let (mut value, mut close) = parted(&piece[spaces..]);
        let next = pairs.get(nth + 1);
        let is_followed = |pair: &Pair| is_language(&text[pair.key..pair.colon]);
        if pair.lacks_comma && !value.is_empty() && !is_open {
            first.get_or_insert((Trouble::Comma, pair.key));
        }
        if let Some(next) = next.filter(|next| next.lacks_comma) {
            if value.is_empty() {
                first.get_or_insert((Trouble::Braces, next.key));
                is_open = true;
                made.push_str(name);
                made.push_str(": {");
                continue;
            }
            value = without_separator(value);
            close = ", ";
        }
        if mark != ':' {
            first.get_or_insert((Trouble::WideColon, pair.colon));
        } else if spaces == 0 && (!value.is_empty() || close.starts_with([',', '}'])) {
            first.get_or_insert((Trouble::ColonSpace, start));
        }
        if let Some(odd) = piece[..spaces].find(is_odd_space) {
            first.get_or_insert((Trouble::OddSpace, start + odd));
        }
        let is_last = nth + 1 == pairs.len();
        let rest = if is_last { rest } else { "" };
        let (wrong, meant) = match value.starts_with(['"', '\'']) {
            true => of_quoted(value, rest)?,
            false => match of_field(name.trim(), value) {
                Some(address) => address,
                None => (of_item(value, rest), quoted(value)),
            },
        };
        let mended = match wrong {
            Some((why, at)) => {
                first.get_or_insert((why, start + spaces + at));
                meant
            }
            None if is_cut_by_comma(value) => {
                let at = value.find(',').map_or(0, |at| at + 1);
                comma.get_or_insert(start + spaces + at);
                quoted(value)
            }
            None => value.to_owned(),
        };
        made.push_str(name);
        made.push(':');
        if !mended.is_empty() || spaces > 0 || close.starts_with([',', '}']) {
            made.push(' ');
        }
        made.push_str(&mended);
        if is_open && !next.is_some_and(is_followed) {
            is_open = false;
            made.push('}');
        }
        made.push_str(close);
    }
    // Where nothing else is wrong, what stands behind a comma could not be read for itself.
    let first = first.or(comma.map(|at| (Trouble::CutByComma, at)));
    Some((first, made))
}

/// What is wrong with a value because of its field, or with what stands before it.
fn of_field(key: &str, value: &str) -> Mended {
    let of_word = || of_word(key, value);
    address(key, value)
        .or_else(of_word)
        .or_else(|| of_marks(value))
}

/// A value without what was typed for the comma behind it.
fn without_separator(value: &str) -> &str {
    let marks = [';', ' ', ',', '，', '、', '،', '|'];
    let value = value.trim_end_matches(marks);
    let parted = [" -", " –", " —", " /"]
        .iter()
        .find_map(|mark| value.strip_suffix(mark));
    parted.unwrap_or(value).trim_end_matches(marks)
}

/// A link of Markdown in the place of an address: its words are dropped, as they can be found anywhere.
pub(super) fn address(key: &str, value: &str) -> Mended {
    let address = address_of_link(value).or_else(|| address_of_channel(value));
    let address = address.filter(|_| ADDRESSES.contains(&key))?;
    Some((Some((Trouble::Address, 0)), scalar(&address)))
}

/// A `#` in a list of plain words, where it begins a note.
fn hash_in_list(text: &str) -> Mended {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    let hash = inner.find(" #")? + "[ ".len();
    if inner.contains(['"', '\'', '[', '{']) {
        return None;
    }
    let items = inner.split(',').map(|item| match item.contains('#') {
        true => quoted(item.trim()),
        false => item.trim().to_owned(),
    });
    let items: Vec<String> = items.collect();
    Some((
        Some((Trouble::Hash, hash)),
        format!("[{}]", items.join(", ")),
    ))
}

/// A plain text with a comma, which ends it in brackets. Amounts are told otherwise.
fn is_cut_by_comma(value: &str) -> bool {
    value.contains(',')
        && !value.starts_with(['"', '\'', '[', '{'])
        && value.contains(char::is_alphabetic)
}

/// What is wrong with one value in `{…}`.
fn of_item(value: &str, rest: &str) -> Option<(Trouble, usize)> {
    let first = value.chars().next()?;
    match first {
        '#' if is_narrow(value) => Some((Trouble::Narrow, 0)),
        '#' => Some((Trouble::Hash, 0)),
        '[' | '{' => match matching(value) {
            Some(end) if has_more(&value[end..]) => Some((Trouble::Begin, 0)),
            Some(_) => None,
            None => rest.is_empty().then_some((Trouble::Bracket, 0)),
        },
        '-' | '?' if value[1..].starts_with(' ') => Some((Trouble::Begin, 0)),
        _ if SIGNS.contains(&first) => Some((Trouble::Begin, 0)),
        _ => {
            let hash = value.find(" #").map(|at| (Trouble::Hash, at + 1));
            let colon = || colon(value).map(|at| (Trouble::Colon, at));
            let bracket = || value.find(['[', ']', '{', '}']);
            hash.or_else(colon)
                .or_else(|| bracket().map(|at| (Trouble::BracketInText, at)))
        }
    }
}

/// A value and what follows it: the comma, or the brackets that it is in.
fn parted(piece: &str) -> (&str, &str) {
    let open = piece.matches(['{', '[']).count();
    let close = piece.matches(['}', ']']).count();
    let mut more = close.saturating_sub(open);
    let mut end = piece.trim_end().len();
    // Between the value and the next key there is one comma.
    while let Some(last) = piece[..end].chars().next_back() {
        match last {
            '}' | ']' if more > 0 => more -= 1,
            // The next key stands in them.
            '{' | '[' => more += 1,
            ',' | ' ' => {}
            _ => break,
        }
        end -= 1;
    }
    piece.split_at(end)
}
