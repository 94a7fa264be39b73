//! Keys of a flow mapping: where each begins in a line of `{key: value, …}`, also where its comma is missing.

use super::key::key;
use crate::load::yaml::known::{is_language, known_key};

/// Where a key of `{key: value}` begins, and its colon.
pub(super) struct Pair {
    pub(super) key: usize,
    pub(super) colon: usize,
    /// There is no comma before it, though it follows a value.
    pub(super) lacks_comma: bool,
}

/// The keys in a line of `{key: value, …}`: words before a colon, behind a bracket or a comma.
pub(super) fn pairs(text: &str) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let is_even = |quote: char| text.matches(quote).count().is_multiple_of(2);
    let mut begins = true;
    let mut is_apart = false;
    for (at, letter) in text.char_indices() {
        if matches!(letter, '{' | '[' | ',') {
            begins = true;
            continue;
        }
        if letter.is_whitespace() || letter == ';' {
            is_apart = true;
            continue;
        }
        let begun = std::mem::take(&mut begins);
        let lacks_comma = std::mem::take(&mut is_apart) && !begun && lacks_comma(text, at, &pairs);
        if (begun || lacks_comma)
            && let Some((name, _)) = key(&text[at..])
        {
            // Inside a text in quotation marks there are no keys.
            let is_quoted = pairs.last().is_some_and(|last| {
                let value = text[last.colon..at].trim_start_matches([':', '：', ' ']);
                let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
                quote.is_some_and(|quote| is_even(quote) && value.matches(quote).count() % 2 == 1)
            });
            if !is_quoted {
                pairs.push(Pair {
                    key: at,
                    colon: at + name.len(),
                    lacks_comma,
                });
            }
        }
    }
    pairs
}

/// Whether a known field begins here behind the value of another: a word of a text is no field.
fn lacks_comma(text: &str, at: usize, pairs: &[Pair]) -> bool {
    let (Some(name), Some(last)) = (known_key(&text[at..]), pairs.last()) else {
        return false;
    };
    let value = text[last.colon..at].trim_start_matches([':', '：']);
    is_language(name) || !value.trim().is_empty()
}
