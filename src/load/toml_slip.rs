//! Slips in settings: one mistake for each line of TOML that cannot be read, with its cause and the line as it was meant.
//!
//! Takes the text and what the parser said of it; a line is told only if the parser understands it. Knows nothing of
//! what the settings mean but their names.

use std::ops::Range;

use toml::de::DeTable;

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

/// So many lines are mended at most.
const MOST: usize = 100;

/// The first mistake of each line, from the first on: the parser is asked again where a line is as it was meant, since
/// it looks at values only where all lines have a name, a sign “=” and a value.
pub(super) fn mistakes(text: &str) -> Vec<Mistake> {
    let starts = text.split_inclusive('\n').scan(0, |next, line| {
        let start = *next;
        *next += line.len();
        Some(start)
    });
    let starts: Vec<usize> = starts.collect();
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let mut found: Vec<Mistake> = Vec::new();
    while found.len() < MOST {
        let whole = lines.join("\n");
        let errors = DeTable::parse_recoverable(&whole).1;
        let first = errors
            .iter()
            .map(|error| (error.span().unwrap_or(0..0), error.message()))
            .min_by_key(|(at, _)| at.start);
        let Some((at, reason)) = first else { break };
        let (mut row, mut column) = row_and_column(&whole, at.start);
        let mut reason = reason.to_owned();
        // A bracket that is open since a line above: this line is sound.
        if let Some(open) = open_above(&lines, row) {
            (row, column) = (open, lines[open].trim_end().len());
            "unclosed array".clone_into(&mut reason);
        }
        let Some(&start) = starts.get(row) else { break };
        let slip = slip(lines[row].trim_end());
        let (cause, mut line) = slip.map_or((Cause::Other, None), |(cause, line)| (cause, line));
        let items = if cause == Cause::NoValue {
            items_below(&lines, row)
        } else {
            0..0
        };
        if let Some((key, ..)) = key(lines[row].trim()).filter(|_| !items.is_empty()) {
            let listed = lines[items.clone()].join(",");
            line = line.or_else(|| Some(format!("{key} = {}", value(key, &listed).1)));
            line = line.filter(|line| is_sound(line));
        }
        let length = if line_has(&whole, &at) { at.len() } else { 0 };
        found.push(Mistake {
            at: start + column..start + column + length,
            reason: cause.reason().unwrap_or(&reason).to_owned(),
            line: line.clone(),
        });
        for below in items {
            lines[below] = String::new();
        }
        // What nobody can mend is left out, and with it what would follow from it.
        lines[row] = line.unwrap_or_default();
    }
    found
}

/// The line and the byte in it at which a byte stands.
fn row_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..at.min(text.len())];
    let row = before.iter().filter(|byte| **byte == b'\n').count();
    let start = before.iter().rposition(|byte| *byte == b'\n');
    (row, before.len() - start.map_or(0, |start| start + 1))
}

/// Whether a range ends in the line in which it begins.
fn line_has(text: &str, at: &Range<usize>) -> bool {
    text.get(at.clone())
        .is_some_and(|text| !text.contains('\n'))
}

/// The line above a sound one that opens a bracket which nothing closes, if it can be mended alone.
fn open_above(lines: &[String], row: usize) -> Option<usize> {
    let above = lines.get(..row)?;
    if !is_sound(lines.get(row)?) {
        return None;
    }
    let open = above.iter().rposition(|line| !line.trim().is_empty())?;
    let line = lines[open].trim_end();
    let is_open = !is_sound(line) && line.contains('=') && !line.ends_with(['[', '{', ',']);
    let meant = slip(line).and_then(|(_, line)| line);
    (is_open && meant.is_some()).then_some(open)
}

/// Items with hyphens in the lines below a name.
fn items_below(lines: &[String], row: usize) -> Range<usize> {
    let below = lines[row + 1..].iter();
    let items = below.take_while(|line| line.trim_start().starts_with("- "));
    row + 1..row + 1 + items.count()
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
fn key(body: &str) -> Option<(&str, &str, &str)> {
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
        let digits: String = trimmed.chars().filter(char::is_ascii_digit).collect();
        let year = if digits.len() == 4 {
            digits
        } else {
            String::new()
        };
        return (Cause::Other, year);
    }
    // A name in «…» keeps them; an address, or a word that we know, has none.
    let trimmed = match trimmed
        .strip_prefix('«')
        .and_then(|inner| inner.strip_suffix('»'))
    {
        Some(inner) if !PROSE.contains(&key) => inner,
        _ => trimmed,
    };
    let is_quote = |letter: char| QUOTES.contains(&letter);
    let is_quoted = trimmed.starts_with(is_quote);
    // What stands behind a “#” is a note, unless it is in quotation marks.
    let (trimmed, note) = match trimmed.find(" #").filter(|_| !is_quoted) {
        Some(at) => (trimmed[..at].trim_end(), &trimmed[at..]),
        None => (trimmed, ""),
    };
    // A note with the sign of other languages behind a text.
    if is_quoted
        && let Some((text, note)) = trimmed.split_once(" //")
        && is_sound(text)
    {
        return (Cause::Note, format!("{text} # {}", note.trim()));
    }
    let text = match is_quoted {
        true => {
            let open = trimmed.trim_start_matches(is_quote);
            let has_other = open.contains('«');
            let ends = |last: &char| is_quote(*last) || *last == '»' && !has_other;
            let last = open.chars().next_back().filter(ends);
            // Of two marks at the end the first belongs to the text.
            last.map_or(open, |last| &open[..open.len() - last.len_utf8()])
        }
        false => match trimmed.strip_suffix(is_quote) {
            Some(text) if !text.contains(is_quote) => text,
            _ => trimmed,
        },
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

/// Settings that hold words of readers.
const PROSE: [&str; 5] = ["kk", "ru", "en", "why", "licence"];

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
    fn a_mistake_accuses_no_other_line() {
        for (text, meant) in [
            (
                "languages = [\"kk\", \"ru\"\ntheme = \"a\"\nsamples = \"hide\"\n",
                &["languages = [\"kk\", \"ru\"]"][..],
            ),
            (
                "languages:\n  - kk\n  - ru\ntheme = a\n",
                &["languages = [\"kk\", \"ru\"]", "theme = \"a\""],
            ),
            (
                "// a\n\nsamples = hide\ntheme: a\n",
                &["# a", "samples = \"hide\"", "theme = \"a\""],
            ),
            ("languages = [\n  \"kk\",\n]\ntheme = \"a\"\n", &[]),
        ] {
            let found = mistakes(text).into_iter();
            let lines: Vec<String> = found.filter_map(|mistake| mistake.line).collect();
            assert_eq!(lines, meant, "{text}");
        }
    }

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
            ("  kk = \"Сайт \"Туған жер\"\"", "kk = 'Сайт \"Туған жер\"'"),
            ("kk = «Туған жер»", "kk = \"«Туған жер»\""),
            ("base_url = «https://x.kz»", "base_url = \"https://x.kz\""),
            ("қаз = \"Сайт\"", "kk = \"Сайт\""),
            ("outlines = \"C:\\portal\\a\"", "outlines = 'C:\\portal\\a'"),
            ("theme = 'tagzym\"", "theme = \"tagzym\""),
            ("first_year = 2017 жыл", "first_year = 2017"),
            ("// тақырып", "# тақырып"),
            ("[title", "[title]"),
            ("[[accept]", "[[accept]]"),
            ("title:", "[title]"),
            ("{title}", "[title]"),
            ("[accept]]", "[[accept]]"),
            ("theme = tagzym\"", "theme = \"tagzym\""),
            ("theme => \"tagzym\"", "theme = \"tagzym\""),
            ("theme = \"tagzym\" // бұл", "theme = \"tagzym\" # бұл"),
            ("first_year = 1 991", "first_year = 1991"),
            ("<!-- сайт -->", "# сайт"),
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
