//! Slips in the value of a setting: the value as it was meant, in the quotation marks and brackets of TOML.

use toml::de::DeTable;

use super::cause::Cause;

/// The fields that have a list of languages.
pub(in crate::load) const LISTS: [&str; 3] = ["languages", "required", "fallback"];

/// Whether the parser understands a line alone.
pub(super) fn is_sound(line: &str) -> bool {
    DeTable::parse_recoverable(line).1.is_empty()
}

/// A value as it was meant.
pub(super) fn value(key: &str, typed: &str) -> (Cause, String) {
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
    // Texts in several languages without the bracket before them.
    if matches!(key, "title" | "description") && begins_with_language(trimmed) {
        let inner = trimmed.trim_end_matches('}');
        return (Cause::Assignment, in_brackets(&format!("{{{inner}}}")));
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
            // Two marks at the beginning, none of which ends an empty text: the second belongs to the text.
            let first = trimmed.chars().next().map_or(0, char::len_utf8);
            let once = &trimmed[first..];
            // Three in a row begin a text of several lines.
            let is_text = once.starts_with(is_quote) && !once.chars().nth(1).is_some_and(is_quote);
            let open = match is_text && once.matches(is_quote).count() > 2 {
                true => once,
                false => trimmed.trim_start_matches(is_quote),
            };
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

fn begins_with_language(typed: &str) -> bool {
    let languages = ["kk", "ru", "en"].iter();
    let mut rests = languages.filter_map(|lang| typed.strip_prefix(*lang));
    rests.any(|rest| rest.trim_start().starts_with(['=', ':']))
}

/// Settings that hold words of readers.
const PROSE: [&str; 5] = ["kk", "ru", "en", "why", "licence"];

/// Signs that are typed for quotation marks. «…» are a part of a name.
pub(super) const QUOTES: [char; 7] = ['"', '\'', '“', '”', '„', '‘', '’'];

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
                // No comma behind the text before it.
                if made.trim_end().ends_with(['"', '\'']) {
                    made.truncate(made.trim_end().len());
                    made.push_str(", ");
                }
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
                if made.trim_end().ends_with(['"', '\'']) {
                    made.truncate(made.trim_end().len());
                    made.push_str(", ");
                }
                made.push_str(&text_or_name(rest[..end].trim_end(), &rest[end..]));
                rest = &rest[end..];
                continue;
            }
        }
        rest = &rest[letter.len_utf8()..];
    }
    made.truncate(made.trim_end().len());
    // What nothing closes, the innermost first.
    let mut open = Vec::new();
    let mut quote = None;
    for letter in made.chars() {
        match (quote, letter) {
            (Some(of), _) if of == letter => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(letter),
            (None, '{') => open.push('}'),
            (None, '[') => open.push(']'),
            (None, '}' | ']') => drop(open.pop()),
            (None, _) => {}
        }
    }
    made.extend(open.into_iter().rev());
    made
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
