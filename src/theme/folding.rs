//! Constant folding: calls whose arguments are written in the template replaced by what they give; messages with other
//! arguments are asked for by a list, which is made faster than a map of arguments.
//!
//! Takes the text of a template and gives one that writes the same bytes. Where something is wrong with a call it is left
//! for the engine to tell.

use super::tags::{closing, inside, parts, scan, word, words};

/// The name of the filter that takes a list: the message, then the name and the value of each variable.
pub(super) const MESSAGE: &str = "__t";

/// A call whose arguments are all written in the template.
pub(super) struct ConstantCall<'t> {
    pub function: &'t str,
    pub arguments: Vec<(&'t str, Literal<'t>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Literal<'t> {
    Text(&'t str),
    Number(u64),
}

/// The text with all calls of these functions folded that `answer` can answer. In a template that `escapes`, what a tag does
/// nothing with but write it becomes text.
pub(super) fn folded(
    text: &str,
    escapes: bool,
    answer: &impl Fn(&ConstantCall<'_>) -> Option<String>,
) -> String {
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    for (at, tag) in scan(text) {
        written.push_str(&text[from..at]);
        from = at + tag.len();
        let tag = in_expression(tag, answer);
        match as_text(&tag).filter(|_| escapes) {
            Some(plain) => written.push_str(&plain),
            None => written.push_str(&tag),
        }
    }
    written.push_str(&text[from..]);
    written
}

fn in_expression(text: &str, answer: &impl Fn(&ConstantCall<'_>) -> Option<String>) -> String {
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    for (at, function) in words(text) {
        let begins = at + function.len();
        if at < from || !text[begins..].starts_with('(') {
            continue;
        }
        let is_ours = matches!(function, "t" | "asset");
        let before = text[..at].trim_end();
        if !is_ours || before.ends_with(['.', '|']) {
            continue;
        }
        let Some(length) = closing(&text[begins..]) else {
            continue;
        };
        let arguments = parts(&text[begins + 1..begins + length - 1]);
        let Some(call) = folded_call(function, &arguments, answer) else {
            continue;
        };
        written.push_str(&text[from..at]);
        written.push_str(&call);
        from = begins + length;
    }
    written.push_str(&text[from..]);
    written
}

fn folded_call(
    function: &str,
    arguments: &[&str],
    answer: &impl Fn(&ConstantCall<'_>) -> Option<String>,
) -> Option<String> {
    let split = |argument: &&'_ str| -> Option<(usize, usize)> {
        let name = word(argument);
        let rest = argument[name.len()..].trim_start();
        let value = rest.strip_prefix('=')?.trim_start();
        Some((name.len(), argument.len() - value.len()))
    };
    let named: Option<Vec<(&str, &str)>> = arguments
        .iter()
        .map(|argument| {
            split(argument).map(|(name, value)| (&argument[..name], argument[value..].trim()))
        })
        .collect();
    let named = named?;
    let literals: Option<Vec<_>> = named
        .iter()
        .map(|(name, value)| Some((*name, literal(value)?)))
        .collect();
    if let Some(arguments) = literals {
        let given = answer(&ConstantCall {
            function,
            arguments,
        })?;
        return quoted(&given);
    }
    let (_, id) = named
        .iter()
        .find(|(name, _)| function == "t" && *name == "id")?;
    let mut list = in_expression(id, answer);
    for (name, value) in named.iter().filter(|(name, _)| *name != "id") {
        list.push_str(&format!(", \"{name}\", {}", in_expression(value, answer)));
    }
    Some(format!("([{list}] | {MESSAGE})"))
}

fn literal(value: &str) -> Option<Literal<'_>> {
    if value.starts_with(['"', '\'', '`']) {
        let is_alone = closing(value) == Some(value.len()) && !value.contains('\\');
        return is_alone.then(|| Literal::Text(&value[1..value.len() - 1]));
    }
    value.parse().ok().map(Literal::Number)
}

/// A text as a literal of templates, if it can be one.
fn quoted(text: &str) -> Option<String> {
    let mut marks = ['"', '\'', '`'].into_iter();
    let mark = marks.find(|mark| !text.contains(*mark))?;
    (!text.contains('\\')).then(|| format!("{mark}{text}{mark}"))
}

/// What a tag writes that writes nothing but a literal, as text of the template.
fn as_text(tag: &str) -> Option<String> {
    let is_written = tag.starts_with("{{") && !tag.starts_with("{{-") && !tag.ends_with("-}}");
    let Literal::Text(text) = literal(inside(tag)).filter(|_| is_written)? else {
        return None;
    };
    // What could be trimmed, or read as a tag, stays in its marks.
    if text.is_empty() || text.contains('{') || text.trim() != text {
        return None;
    }
    let mut escaped = Vec::new();
    tera::escape_html(text, &mut escaped).ok()?;
    String::from_utf8(escaped).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        folded(text, true, &|call| {
            let told = call.arguments.iter().map(|(name, value)| match value {
                Literal::Text(text) => format!("{name} {text}"),
                Literal::Number(number) => format!("{name} {number}"),
            });
            let told = format!("{}: {}", call.function, told.collect::<Vec<_>>().join(", "));
            (!told.contains("unknown")).then_some(told)
        })
    }

    #[test]
    fn a_call_becomes_what_it_gives() {
        for (text, expected) in [
            (r#"<b>{{ t(id="a") }}</b>"#, "<b>t: id a</b>"),
            (r#"{{ t(id="<") }}"#, "t: id &lt;"),
            (r#"{{- t(id="a") }}"#, r#"{{- "t: id a" }}"#),
            (r#"{{ t(id="{") }}"#, r#"{{ "t: id {" }}"#),
            (
                r#"{{ <x of={t(id="a", n=12)} to={asset(path='"')} /> }}"#,
                r#"{{ <x of={"t: id a, n 12"} to={'asset: path "'} /> }}"#,
            ),
            (
                r#"{% if a == t(id="a") %}{% endif %}"#,
                r#"{% if a == "t: id a" %}{% endif %}"#,
            ),
            (
                r#"{{ t(id="a", n=b.c, m=t(id="d")) ~ t(id=e) }}"#,
                r#"{{ (["a", "n", b.c, "m", "t: id d"] | __t) ~ ([e] | __t) }}"#,
            ),
            // Nothing is done to what is no call of ours, and to what is wrong.
            (r#"{{ t(id="unknown") }}"#, r#"{{ t(id="unknown") }}"#),
            (
                r#"{{ t(n=a) }}{{ asset(path=a) }}"#,
                r#"{{ t(n=a) }}{{ asset(path=a) }}"#,
            ),
            (
                r#"{{ x | t(id="a") }}{{ meet(id="a") }}{{ "t(id=a)" }}t(id="a")"#,
                r#"{{ x | t(id="a") }}{{ meet(id="a") }}t(id=a)t(id="a")"#,
            ),
            (
                r#"{% raw %}{{ t(id="a") }}{% endraw %}{# {{ t(id="a") }} #}"#,
                r#"{% raw %}{{ t(id="a") }}{% endraw %}{# {{ t(id="a") }} #}"#,
            ),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }
}
