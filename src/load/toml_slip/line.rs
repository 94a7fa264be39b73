//! Slips in a line of settings: its note, its table or its name, and the line as it was meant.

use super::cause::Cause;
use super::value::{is_sound, value};
use crate::load::advice::{SETTINGS, translated};

/// The tables of the settings, and what stands in them.
const IN_TABLES: [&str; 10] = [
    "title",
    "description",
    "accept",
    "kk",
    "ru",
    "en",
    "warning",
    "patron",
    "file",
    "why",
];

/// What an editor most probably did wrong in a line, and the line as it was meant.
pub(super) fn slip(line: &str) -> Option<(Cause, Option<String>)> {
    let (cause, meant) = mended(line)?;
    let meant = meant.filter(|meant| meant != line && is_sound(meant));
    (meant.is_some() || matches!(cause, Cause::NoValue)).then_some((cause, meant))
}

fn mended(line: &str) -> Option<(Cause, Option<String>)> {
    let body = line.trim_start();
    for sign in ["//", "/*", "<!--", "--", ";", "%"] {
        if let Some(note) = body.strip_prefix(sign) {
            let note = note.trim_end_matches("*/").trim_end_matches("-->");
            return Some((Cause::Note, Some(format!("# {}", note.trim()))));
        }
    }
    let body = body.strip_prefix("- ").unwrap_or(body);
    match body.trim_matches(|letter| "(){}[]: ".contains(letter)) {
        "accept" => return Some((Cause::Other, Some("[[accept]]".to_owned()))),
        table @ ("title" | "description") => {
            let cause = match body.ends_with(':') {
                true => Cause::Assignment,
                false => Cause::Other,
            };
            return Some((cause, Some(format!("[{table}]"))));
        }
        _ => {}
    }
    if let Some(inner) = body.strip_prefix('[').filter(|_| !body.contains('=')) {
        let name = inner.trim_matches(['[', ']', ' ']);
        let meant = match inner.starts_with('[') {
            true => format!("[[{name}]]"),
            false => format!("[{name}]"),
        };
        return Some((Cause::Other, Some(meant)));
    }
    let (typed, mark, rest) = key(body)?;
    let fields: Vec<&'static str> = SETTINGS.into_iter().chain(IN_TABLES).collect();
    let key = translated(typed, &fields).unwrap_or(typed);
    if mark.is_empty() && !fields.contains(&key) {
        return None;
    }
    if rest.is_empty() {
        return Some((Cause::NoValue, None));
    }
    let (cause, value) = value(key, rest);
    let cause = match mark {
        "=" if key != typed => Cause::Name,
        "=" => cause,
        _ => Cause::Assignment,
    };
    Some((cause, Some(format!("{key} = {value}"))))
}

/// The name that a line begins with, the sign behind it and the rest.
pub(super) fn key(body: &str) -> Option<(&str, &str, &str)> {
    let open = body.trim_start_matches(['"', '“', '”', '\'']);
    let is_name = |letter: char| letter.is_alphanumeric() || "_-".contains(letter);
    let end = open
        .find(|letter| !is_name(letter))
        .filter(|end| *end > 0)?;
    let (key, rest) = open.split_at(end);
    let rest = rest.trim_start_matches(['"', '“', '”', '\'']).trim_start();
    let mark = [":=", "=>", "==", "=", ":", "："]
        .into_iter()
        .find(|mark| rest.starts_with(mark));
    let mark = mark.unwrap_or("");
    Some((key, mark, rest[mark.len()..].trim()))
}
