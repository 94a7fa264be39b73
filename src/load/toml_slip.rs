//! Slips in settings: one mistake for each line of TOML that cannot be read, with its cause and the line as it was meant.
//!
//! Takes the text and what the parser said of it; a line is told only if the parser understands it. Knows nothing of
//! what the settings mean but their names.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::advice::{SETTINGS, translated};

/// What is wrong in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mistake {
    pub at: Range<usize>,
    /// In the words of the parser, or the name of a cause that it does not know.
    pub reason: String,
    /// The line as it should be.
    pub line: Option<String>,
}

/// What an editor did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    Assignment,
    Unquoted,
    OddQuotes,
    InnerQuotes,
    Backslash,
    Unclosed,
    Note,
    Name,
    NoValue,
    /// What the parser said.
    Other,
}

impl Cause {
    fn reason(self) -> Option<&'static str> {
        match self {
            Cause::Assignment => Some("missing assignment between key-value pairs"),
            Cause::Unquoted => Some("string values must be quoted"),
            Cause::OddQuotes => Some("quotation marks of another kind"),
            Cause::InnerQuotes => Some("quotation marks inside a text"),
            Cause::Backslash => Some("missing escaped value"),
            Cause::Unclosed => Some("invalid literal string"),
            Cause::Name => Some("invalid unquoted key"),
            Cause::Note => Some("notes begin with another sign"),
            Cause::NoValue => Some("missing value"),
            Cause::Other => None,
        }
    }
}

/// The fields that have a list of languages.
const LISTS: [&str; 3] = ["languages", "required", "fallback"];

/// The tables of the settings, and what stands in them.
const IN_TABLES: [&str; 9] = [
    "title",
    "description",
    "accept",
    "kk",
    "ru",
    "en",
    "warning",
    "file",
    "why",
];

/// The first mistake of each line of which the parser complains.
pub(super) fn mistakes(text: &str, errors: &[Error]) -> Vec<Mistake> {
    let mut found: Vec<Mistake> = Vec::new();
    let mut errors: Vec<(Range<usize>, &str)> = errors
        .iter()
        .map(|error| (error.span().unwrap_or(0..0), error.message()))
        .collect();
    errors.sort_by_key(|(at, _)| at.start);
    let mut told = Vec::new();
    for (at, reason) in errors {
        let line = line_around(text, at.start);
        if told.contains(&line.start) {
            continue;
        }
        told.push(line.start);
        let slip = slip(text[line].trim_end());
        let (cause, line) = slip.map_or((Cause::Other, None), |(cause, line)| (cause, line));
        found.push(Mistake {
            at,
            reason: cause.reason().unwrap_or(reason).to_owned(),
            line,
        });
    }
    if !found.is_empty() {
        found.extend(unseen(text, &told));
    }
    found
}

/// The mistakes of lines that the parser did not come to: it looks at values only where all lines have a name, a sign
/// “=” and a value.
fn unseen(text: &str, told: &[usize]) -> Vec<Mistake> {
    let mut found = Vec::new();
    if text.contains("\"\"\"") || text.contains("'''") {
        return found;
    }
    let mut depth = 0;
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end();
        let indent = line.len() - line.trim_start().len();
        let count = |marks: [char; 2]| line.matches(marks).count();
        let before = depth;
        let is_told = told.contains(&start);
        if !is_told {
            depth = (depth + count(['[', '{'])).saturating_sub(count([']', '}']));
        }
        let is_alone = before == 0 && depth == 0 && !is_told;
        if is_alone
            && !is_sound(line)
            && let Some((cause, line)) = slip(line)
        {
            let reason = cause.reason().unwrap_or("invalid value").to_owned();
            let at = start + indent..start + whole.trim_end().len();
            found.push(Mistake { at, reason, line });
        }
        start += whole.len();
    }
    found
}

/// The line in which a byte stands.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let at = (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let at = at.unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    start..end
}

/// Whether the parser understands a line alone.
fn is_sound(line: &str) -> bool {
    DeTable::parse_recoverable(line).1.is_empty()
}

/// What an editor most probably did wrong in a line, and the line as it was meant.
fn slip(line: &str) -> Option<(Cause, Option<String>)> {
    let (cause, meant) = mended(line)?;
    let meant = meant.filter(|meant| meant != line && is_sound(meant));
    (meant.is_some() || matches!(cause, Cause::NoValue)).then_some((cause, meant))
}

fn mended(line: &str) -> Option<(Cause, Option<String>)> {
    let body = line.trim_start();
    let indent = &line[..line.len() - body.len()];
    for sign in ["//", "--", ";", "%"] {
        if let Some(note) = body.strip_prefix(sign) {
            return Some((Cause::Note, Some(format!("{indent}# {}", note.trim()))));
        }
    }
    if let Some(inner) = body.strip_prefix('[').filter(|_| !body.contains('=')) {
        let name = inner.trim_matches(['[', ']', ' ']);
        let meant = match inner.starts_with('[') {
            true => format!("{indent}[[{name}]]"),
            false => format!("{indent}[{name}]"),
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
        let is_table = ["title", "description"].contains(&key) && mark != "=";
        return Some(match is_table {
            true => (Cause::Assignment, Some(format!("{indent}[{key}]"))),
            false => (Cause::NoValue, None),
        });
    }
    let (cause, value) = value(key, rest);
    let cause = match mark {
        "=" if key != typed => Cause::Name,
        "=" => cause,
        _ => Cause::Assignment,
    };
    Some((cause, Some(format!("{indent}{key} = {value}"))))
}

/// The name that a line begins with, the sign behind it and the rest.
fn key(body: &str) -> Option<(&str, &str, &str)> {
    let open = body.trim_start_matches(['"', '“', '”', '\'']);
    let is_name = |letter: char| letter.is_alphanumeric() || "_-".contains(letter);
    let end = open
        .find(|letter| !is_name(letter))
        .filter(|end| *end > 0)?;
    let (key, rest) = open.split_at(end);
    let rest = rest.trim_start_matches(['"', '“', '”', '\'']).trim_start();
    let mark = [":=", "==", "=", ":", "："]
        .into_iter()
        .find(|mark| rest.starts_with(mark));
    let mark = mark.unwrap_or("");
    Some((key, mark, rest[mark.len()..].trim()))
}

/// A value as it was meant.
fn value(key: &str, typed: &str) -> (Cause, String) {
    let is_sound = |value: &str| is_sound(&format!("a = {value}"));
    let trimmed = typed.trim_end_matches([',', ';']).trim_end();
    for value in [typed, trimmed] {
        if is_sound(value) {
            return (Cause::Other, value.to_owned());
        }
    }
    if LISTS.contains(&key) {
        let is_word = |letter: char| letter.is_alphanumeric();
        let words = trimmed.split(|letter| !is_word(letter));
        let words: Vec<String> = words
            .filter(|word| !word.is_empty())
            .map(|word| format!("\"{word}\""))
            .collect();
        let cause = match trimmed.starts_with('[') {
            true => Cause::Other,
            false => Cause::Unquoted,
        };
        return (cause, format!("[{}]", words.join(", ")));
    }
    if trimmed.starts_with(['{', '[']) {
        return (Cause::Assignment, in_brackets(trimmed));
    }
    if key == "first_year" {
        let end = trimmed.find(|letter: char| !letter.is_ascii_digit());
        return (Cause::Other, trimmed[..end.unwrap_or(0)].to_owned());
    }
    let is_quote = |letter: char| QUOTES.contains(&letter);
    let is_quoted = trimmed.starts_with(is_quote);
    // What stands behind a “#” is a note, unless it is in quotation marks.
    let (trimmed, note) = match trimmed.find(" #").filter(|_| !is_quoted) {
        Some(at) => (trimmed[..at].trim_end(), &trimmed[at..]),
        None => (trimmed, ""),
    };
    let text = match is_quoted {
        true => {
            let open = trimmed.trim_start_matches(is_quote);
            let last = open.chars().next_back().filter(|last| is_quote(*last));
            // Of two marks at the end the first belongs to the text.
            last.map_or(open, |last| &open[..open.len() - last.len_utf8()])
        }
        false => trimmed,
    };
    // Something behind a closed text: nobody knows which of the two is meant.
    if is_quoted && !trimmed.ends_with(is_quote) && text.contains(is_quote) {
        return (Cause::Other, String::new());
    }
    let cause = match trimmed.chars().next() {
        _ if text.contains('\\') => Cause::Backslash,
        Some('“' | '”' | '„' | '‘' | '’') => Cause::OddQuotes,
        Some('"' | '\'') if text.contains('"') => Cause::InnerQuotes,
        Some('"' | '\'') => Cause::Unclosed,
        _ => Cause::Unquoted,
    };
    (cause, format!("{}{note}", quoted(text)))
}

/// Signs that are typed for quotation marks. «…» are a part of a name.
const QUOTES: [char; 7] = ['"', '\'', '“', '”', '„', '‘', '’'];

/// A text in quotation marks that it has not.
fn quoted(text: &str) -> String {
    match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => {
            let text = text.replace('\\', "\\\\").replace('"', "\\\"");
            format!("\"{text}\"")
        }
    }
}

/// A list or a group of fields in brackets, with “=” between names and values and quotation marks around words.
fn in_brackets(typed: &str) -> String {
    let mut made = String::with_capacity(typed.len() + 16);
    let mut rest = typed;
    while let Some(letter) = rest.chars().next() {
        match letter {
            '{' | '}' | '[' | ']' | ',' => made.push(letter),
            ':' | '=' | '：' => made.push_str(if made.ends_with(' ') { "= " } else { " = " }),
            ';' => made.push(','),
            letter if letter.is_whitespace() => {
                if !made.ends_with(' ') {
                    made.push(' ');
                }
            }
            letter if QUOTES.contains(&letter) => {
                let inner = &rest[letter.len_utf8()..];
                let end = inner.find(QUOTES).unwrap_or(inner.len());
                made.push_str(&text_or_name(&inner[..end], &inner[end..]));
                rest = inner[end..].trim_start_matches(QUOTES);
                continue;
            }
            _ => {
                let ends = |at: usize, letter: char| {
                    "{}[],=;".contains(letter) || letter == ':' && !rest[at..].starts_with("://")
                };
                let end = rest.char_indices().find(|(at, c)| ends(*at, *c));
                let end = end.map_or(rest.len(), |(at, _)| at);
                made.push_str(&text_or_name(rest[..end].trim_end(), &rest[end..]));
                rest = &rest[end..];
                continue;
            }
        }
        rest = &rest[letter.len_utf8()..];
    }
    made.trim_end().to_owned()
}

/// A name before a sign “=” or “:” as it is, any other word in quotation marks.
fn text_or_name(word: &str, after: &str) -> String {
    let after = after.trim_start_matches(QUOTES).trim_start();
    let is_name = after.starts_with(['=', ':', '：']) && !after.starts_with("://");
    let is_plain = word.parse::<i64>().is_ok() || ["true", "false"].contains(&word);
    match is_name || is_plain {
        true => word.to_owned(),
        false => quoted(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_told_as_it_was_meant() {
        for (typed, meant) in [
            ("base_url = https://x.kz", "base_url = \"https://x.kz\""),
            ("base_url: \"https://x.kz\"", "base_url = \"https://x.kz\""),
            ("base_url = “https://x.kz”", "base_url = \"https://x.kz\""),
            ("\"theme\": \"tagzym\",", "theme = \"tagzym\""),
            ("theme tagzym", "theme = \"tagzym\""),
            ("samples = hide # әзірше", "samples = \"hide\" # әзірше"),
            (
                "languages = kk, ru, en",
                "languages = [\"kk\", \"ru\", \"en\"]",
            ),
            ("languages: [kk, ru]", "languages = [\"kk\", \"ru\"]"),
            ("languages = [\"kk\" \"ru\"", "languages = [\"kk\", \"ru\"]"),
            (
                "  kk = \"Сайт \"Туған жер\"\"",
                "  kk = 'Сайт \"Туған жер\"'",
            ),
            ("kk = «Туған жер»", "kk = \"«Туған жер»\""),
            ("қаз = \"Сайт\"", "kk = \"Сайт\""),
            ("outlines = \"C:\\portal\\a\"", "outlines = 'C:\\portal\\a'"),
            ("theme = 'tagzym\"", "theme = \"tagzym\""),
            ("first_year = 2017 жыл", "first_year = 2017"),
            ("// тақырып", "# тақырып"),
            ("[title", "[title]"),
            ("[[accept]", "[[accept]]"),
            ("title:", "[title]"),
            (
                "accept = [{warning: T0007, why: \"so\"}]",
                "accept = [{warning = \"T0007\", why = \"so\"}]",
            ),
        ] {
            let line = slip(typed).and_then(|(_, line)| line);
            assert_eq!(line.as_deref(), Some(meant), "{typed}");
        }
        for odd in [
            "theme =",
            "theme = \"tagzym\" x",
            "???",
            "a b c",
            "first_year = биыл",
        ] {
            let line = slip(odd).and_then(|(_, line)| line);
            assert_eq!(line, None, "{odd}");
        }
    }
}
