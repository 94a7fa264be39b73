//! Slips around brackets: signs or words before them, one that nothing closes, one that nothing opens.
//!
//! Takes the name of the field and its value, gives what is wrong and the value as it was meant.

use super::pairs::pairs;
use super::quoted::{Mended, matching};
use super::value::of_value;
use super::word::is_stray;
use crate::load::yaml::error_class::Trouble;
use crate::load::yaml::known::{WORDS, is_known, lists_records};

/// Fields in brackets, or a list, with signs or words around the brackets.
pub(super) fn of_brackets(value: &str, rest: &str) -> Mended {
    let plain = value.trim_end();
    let open = plain.find(['{', '[']).filter(|at| *at > 0)?;
    let before = &plain[..open];
    let inner = &plain[open..];
    let inside = pairs(inner);
    let has_field = inside
        .first()
        .is_some_and(|pair| is_known(inner[pair.key..pair.colon].trim()));
    // A tag, such as `!map`.
    if before.starts_with('!') {
        let (_, meant) = of_value(inner, rest)?;
        return Some((Some((Trouble::Begin, 0)), meant));
    }
    if !before.chars().all(is_stray) {
        // Words that belong into one of the texts behind them.
        let is_text = has_field && matching(inner).is_some();
        return is_text.then(|| (Some((Trouble::BeforeBracket, 0)), plain.to_owned()));
    }
    let end = matching(inner)?;
    let is_whole = inner[end..].chars().all(is_stray);
    if !is_whole || !(has_field || inner.starts_with('[')) {
        return None;
    }
    let (_, meant) = of_value(&inner[..end], rest)?;
    Some((Some((Trouble::SignBefore, 0)), meant))
}

/// A value behind a bracket that nothing closes, where its field holds no list: the bracket is what is too much.
pub(super) fn of_open_bracket(key: &str, value: &str, rest: &str) -> Mended {
    let plain = value.trim_end();
    let inner = plain
        .strip_prefix('[')
        .filter(|_| matching(plain).is_none())?;
    if rest.contains(']') {
        return None;
    }
    let is_whole = matching(inner) == Some(inner.len()) && inner.starts_with(['{', '[']);
    let is_too_much = match inner.starts_with('{') {
        true => is_whole && !lists_records(key),
        // A pair of numbers, or records in a list: `[[` begins no other list.
        false if is_whole => key != "tile",
        false => WORDS.contains(&key),
    };
    if !is_too_much {
        return None;
    }
    let (_, meant) = of_value(inner, rest)?;
    Some((Some((Trouble::SignBefore, 0)), meant))
}

/// Fields of an item whose bracket is closed and was not opened: `- patron: a, amount: 5}`.
pub(super) fn unopened(key: &str, value: &str) -> Option<String> {
    let plain = value.trim_end();
    let open = plain.matches('{').count();
    let is_unopened = plain.ends_with('}') && plain.matches('}').count() == open + 1;
    let whole = format!("{{{key}: {plain}");
    (is_known(key) && is_unopened && pairs(&whole).len() > 1).then_some(whole)
}

/// A list of records whose bracket is closed and was not opened: `contributions: {patron: a}]`.
pub(super) fn unopened_list(key: &str, value: &str) -> Mended {
    let plain = value.trim_end();
    let end = matching(plain).filter(|_| plain.starts_with('{') && lists_records(key))?;
    let is_unopened = plain[end..].trim() == "]" || plain.ends_with("}]") && end < plain.len() - 1;
    is_unopened.then(|| (Some((Trouble::Bracket, 0)), format!("[{plain}")))
}
