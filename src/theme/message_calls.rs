//! Message extraction: a tokenizer that finds every `t(id="…", …)` in a template.
//!
//! Takes the text of a template and gives the calls with their spans. Knows just enough of the templates' language for
//! that: comments, quotation marks and brackets.

use std::ops::Range;

use super::tags::closing;

/// A call of `t`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    /// The message; none if its name is no literal.
    pub id: Option<String>,
    /// The bytes of the name.
    pub range: Range<usize>,
    /// The names of the variables that are given.
    pub given: Vec<String>,
}

/// All calls of a template, in their order.
pub(super) fn calls(text: &str) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', 't']) {
        let here = at + found;
        if text[here..].starts_with("{#") {
            at = text[here..]
                .find("#}")
                .map_or(text.len(), |end| here + end + 2);
            continue;
        }
        at = here + 1;
        let begins_word = text[..here]
            .bytes()
            .next_back()
            .is_none_or(|byte| !is_word(byte));
        let open = text[at..].trim_start();
        if text.as_bytes()[here] == b't' && begins_word && open.starts_with('(') {
            calls.extend(call(text, text.len() - open.len() + 1));
        }
    }
    calls
}

/// The call whose arguments begin at a byte; none if it has no `id`, and so is no call of ours.
fn call(text: &str, start: usize) -> Option<Call> {
    let bytes = text.as_bytes();
    let mut depth = 1;
    let mut at = start;
    let mut named: Option<(Option<String>, Range<usize>)> = None;
    let mut given = Vec::new();
    while depth > 0 {
        match *bytes.get(at)? {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b'"' | b'\'' | b'`' => at += closing(&text[at..])? - 1,
            byte if depth == 1 && is_word(byte) => {
                let length = bytes[at..]
                    .iter()
                    .take_while(|&&byte| is_word(byte))
                    .count();
                let name = &text[at..at + length];
                at += length;
                let rest = text[at..].trim_start();
                let Some(value) = rest.strip_prefix('=').filter(|rest| !rest.starts_with('='))
                else {
                    continue;
                };
                let value = value.trim_start();
                at = text.len() - value.len();
                match name {
                    "id" => named = Some(literal(text, at)),
                    _ => given.push(name.to_owned()),
                }
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    let (id, range) = named?;
    Some(Call { id, range, given })
}

/// The text in quotation marks at a byte, if there is one and nothing is done to it.
fn literal(text: &str, at: usize) -> (Option<String>, Range<usize>) {
    let nothing = (None, at..at);
    if !text[at..].starts_with(['"', '\'', '`']) {
        return nothing;
    }
    let Some(length) = closing(&text[at..]) else {
        return nothing;
    };
    let range = at + 1..at + length - 1;
    let alone = text[at + length..].trim_start().starts_with([',', ')']);
    (alone.then(|| text[range.clone()].to_owned()), range)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_found_with_what_they_give() {
        let text = r#"{# t(id="comment") #} meet(id="no") {{ t(id="a") }} {{ t( n=x(n="2)"), id = 'b', m = k == 1 ) }}
{% set l = t(id="c", title=t(id="d", of=[1, 2])) %} t(no) {{ t(id=kind) }} {{ t(id="e" ~ kind) }} t"#;
        let found: Vec<(Option<String>, Vec<String>)> = calls(text)
            .into_iter()
            .map(|call| (call.id, call.given))
            .collect();
        let call = |id: &str, given: &[&str]| {
            let id = Some(id.to_owned()).filter(|id| !id.is_empty());
            (id, given.iter().map(|name| (*name).to_owned()).collect())
        };
        assert_eq!(
            found,
            [
                call("a", &[]),
                call("b", &["n", "m"]),
                call("c", &["title"]),
                call("d", &["of"]),
                call("", &[]),
                call("", &[]),
            ]
        );
        let b = &calls(text)[1];
        assert_eq!(&text[b.range.clone()], "b");
    }
}
