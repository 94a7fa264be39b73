//! Slips in a whole line: what stands before its key, between the key and the value, and in the value.
//!
//! Takes a line, gives its first slip and the line as it was meant.

use super::brackets::{of_brackets, of_open_bracket, unopened, unopened_list};
use super::flow::{address, of_flow, without_braces};
use super::key::{is_key, key};
use super::quoted::Mended;
use super::value::of_value;
use super::word::{of_marks, of_word};
use crate::load::fix_it::{id_of_link, is_unknown};
use crate::load::yaml::error_class::Trouble;
use crate::load::yaml::known::{CHOSEN, NUMBERS, WORDS, is_known, is_list, known_key};
use crate::source::text::confusables::{is_odd_space, is_unseen};

/// What stands for a colon: the key that gives one in the Russian layout gives `^` in the English one, and the other way
/// round `Ж`.
pub(in crate::load::yaml) const OTHER_SIGNS: [char; 4] = ['=', '^', 'Ж', '；'];

/// Signs that other lists have before their items.
const BULLETS: [char; 8] = ['*', '•', '·', '●', '◦', '▪', '‣', '∙'];

/// What parts such a sign from its item.
const APART: [char; 2] = [' ', '\t'];

/// What is wrong in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load::yaml) struct Slip {
    pub why: Trouble,
    /// The byte in the line at which the mistake stands.
    pub at: usize,
    /// The whole line as it should be, without what an editor would not change.
    pub line: Option<String>,
}

/// A line, and what stands in the lines below that belong to it.
#[derive(Clone, Copy)]
pub(in crate::load::yaml) struct Line<'t> {
    pub text: &'t str,
    pub rest: &'t str,
    /// It goes on with what a line above it began.
    pub continues: bool,
}

/// The first slip in a line.
pub(in crate::load::yaml) fn slip(line: Line<'_>) -> Option<Slip> {
    let text = line.text;
    let Lead {
        end: at,
        mut made,
        mut first,
    } = lead(line)?;
    let mut note = |why, at| {
        first.get_or_insert((why, at));
    };
    let body = &text[at..];
    let has_dash = made.contains('-');
    let (start, mended) = match key(body) {
        Some((key, mark)) if !line.continues => {
            let after = key.len() + mark.len();
            made.push_str(key);
            made.push_str(": ");
            if mark != ":" {
                note(Trouble::WideColon, at + key.len());
            }
            let value = &body[after..];
            let is_space = |letter: char| letter.is_whitespace() || is_unseen(letter);
            let spaces = value.len() - value.trim_start_matches(is_space).len();
            match value.chars().next() {
                Some(odd) if is_odd_space(odd) || is_unseen(odd) => {
                    note(Trouble::OddSpace, at + after)
                }
                Some(letter) if !letter.is_whitespace() && mark == ":" => {
                    note(Trouble::ColonSpace, at + after);
                }
                _ => {}
            }
            if let Some(odd) = value[..spaces].find(|of| is_odd_space(of) || is_unseen(of)) {
                note(Trouble::OddSpace, at + after + odd);
            }
            let value = &value[spaces..];
            let listed = in_line(key.trim(), value).or_else(|| without_braces(value));
            let tabs = || with_tabs(key.trim(), value);
            let two = || two_fields(key.trim(), value);
            if let Some((tab, fields)) = tabs() {
                let lead = &made[..made.len() - key.len() - 2];
                return Some(Slip {
                    why: Trouble::Tabs,
                    at: at + after + spaces + tab,
                    line: Some(format!("{lead}{fields}")),
                });
            }
            let id = || {
                let id = id_of_link(value.trim_end()).filter(|_| CHOSEN.contains(&key.trim()))?;
                Some((Some((Trouble::Begin, 0)), id.to_owned()))
            };
            let address = || address(key.trim(), value.trim_end());
            if let Some(fields) = unopened(key.trim(), value) {
                let lead = &made[..made.len() - key.len() - 2];
                return Some(Slip {
                    why: Trouble::Braces,
                    at,
                    line: Some(format!("{lead}{fields}")),
                });
            }
            let unknown = unknown(key.trim(), value).or_else(|| unopened_list(key.trim(), value));
            let mended = unknown.or(listed).or_else(two).or_else(id).or_else(address);
            let mended = mended
                .or_else(|| of_word(key.trim(), value))
                .or_else(|| of_brackets(value, line.rest))
                .or_else(|| of_open_bracket(key.trim(), value, line.rest))
                .or_else(|| of_marks(value))
                .or_else(|| of_value(value, line.rest));
            (at + after + spaces, mended)
        }
        _ if let Some((word, value)) = with_other_sign(body).filter(|_| !line.continues) => {
            note(Trouble::NoColon, at + word.len());
            made.push_str(&format!("{word}: "));
            (at, of_value(value, line.rest))
        }
        _ if body.starts_with(['"', '\'', '{', '[']) || has_dash => {
            let in_brackets = of_brackets(body, line.rest).filter(|_| has_dash);
            (at, in_brackets.or_else(|| of_value(body, line.rest)))
        }
        _ if line.continues => (at, of_flow(body, line.rest)),
        _ => {
            let (word, value) = without_colon(body)?;
            note(Trouble::NoColon, at + word.len());
            made.push_str(&format!("{word}: "));
            (at, of_value(value, line.rest))
        }
    };
    if let Some((Some((why, inner)), _)) = mended {
        note(why, start + inner);
    }
    let (why, at) = first?;
    let is_told = !matches!(
        why,
        Trouble::TwoFields
            | Trouble::BehindBracket
            | Trouble::BeforeBracket
            | Trouble::Narrow
            | Trouble::UnknownAmount
            | Trouble::UnknownDate
    );
    let line = mended.filter(|_| is_told);
    let line = line.map(|(_, value)| (made + &value).trim_end().to_owned());
    Some(Slip { why, at, line })
}

/// What stands before the key of a line: spaces and hyphens.
struct Lead {
    end: usize,
    /// The same as it was meant.
    made: String,
    /// What is wrong first, and where.
    first: Option<(Trouble, usize)>,
}

fn lead(line: Line<'_>) -> Option<Lead> {
    let text = line.text;
    let mut first: Option<(Trouble, usize)> = None;
    let mut note = |why, at| {
        first.get_or_insert((why, at));
    };
    let mut made = String::with_capacity(text.len() + 8);
    let mut at = 0;
    loop {
        let letter = text[at..].chars().next()?;
        match letter {
            ' ' => made.push(' '),
            '\t' if made.ends_with('-') => {
                note(Trouble::TabBehind, at);
                made.push(' ');
            }
            '\t' => {
                note(Trouble::Tab, at);
                made.push_str("  ");
            }
            odd if is_odd_space(odd) => {
                note(Trouble::OddSpace, at);
                made.push(' ');
            }
            // A hyphen typed twice, or with a colon behind it.
            '-' if text[at + 1..].starts_with("- ") && is_record(text[at + 2..].trim_start()) => {
                note(Trouble::Bullet, at);
            }
            '-' if text[at + 1..].starts_with(": ") => {
                note(Trouble::DashSpace, at + 1);
                made.push('-');
                at += ": ".len() - 1;
            }
            '-' => {
                let after = text[at + 1..].chars().next();
                match after {
                    Some(' ' | '\t') | None => made.push('-'),
                    Some(odd) if is_odd_space(odd) => made.push('-'),
                    Some(letter) if letter.is_alphabetic() || "\"'{«".contains(letter) => {
                        note(Trouble::DashSpace, at + 1);
                        made.push_str("- ");
                    }
                    Some(_) => break,
                }
            }
            '–' | '—' if text[at + letter.len_utf8()..].starts_with(APART) && !line.continues =>
            {
                note(Trouble::LongDash, at);
                made.push('-');
            }
            bullet if is_bullet(bullet, &text[at..]) && !line.continues => {
                note(Trouble::Bullet, at);
                made.push('-');
            }
            _ if let Some(length) = number(&text[at..]).filter(|_| !line.continues) => {
                note(Trouble::Bullet, at);
                made.push('-');
                at += length;
                continue;
            }
            _ => break,
        }
        at += letter.len_utf8();
        if at >= text.len() {
            break;
        }
    }
    Some(Lead {
        end: at,
        made,
        first,
    })
}

/// Whether a record begins here: with a known field, or in brackets.
fn is_record(text: &str) -> bool {
    known_key(text).is_some() || text.starts_with('{')
}

/// A word and a text with nothing between them, which are a field and its value.
fn without_colon(body: &str) -> Option<(&str, &str)> {
    let (word, rest) = body.split_at(body.find([' ', '\t', '=', ';', '；'])?);
    let value = behind_sign(rest);
    // Many words are a text, and no field that we do not know; so is a number and what it counts.
    let is_field = is_known(word) || !value.contains(' ') && word.starts_with(char::is_alphabetic);
    (is_key(word) && word.is_ascii() && is_field).then_some((word, value))
}

/// A known field and its value with another sign in the place of the colon: `=`, or what the key of the colon gives in
/// another layout of the keyboard.
fn with_other_sign(body: &str) -> Option<(&str, &str)> {
    let end = body.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_')?;
    let (word, rest) = body.split_at(end);
    let has_sign = behind_letter(rest).is_some()
        || rest.trim_start().starts_with(['=', '^', '；'])
        || rest.starts_with([',', '.']) && rest[1..].starts_with(' ');
    (has_sign && is_known(word)).then(|| (word, behind_sign(rest)))
}

/// What stands behind the letter that the key of the colon gives, directly behind a word: elsewhere it begins another one.
fn behind_letter(text: &str) -> Option<&str> {
    let value = text.strip_prefix('Ж')?;
    (value.is_empty() || value.starts_with(' ')).then_some(value)
}

/// The value behind the sign that stands for a colon, if one does.
fn behind_sign(text: &str) -> &str {
    const SIGNS: [&str; 13] = [
        "=>", "->", "=", "^", ";", "；", "- ", "– ", "— ", "| ", "/ ", ". ", ", ",
    ];
    if let Some(value) = behind_letter(text) {
        return value.trim_start();
    }
    let text = text.trim_start();
    let value = SIGNS.iter().find_map(|sign| text.strip_prefix(sign));
    value.unwrap_or(text).trim_start()
}

/// Whether a line begins with a sign that other lists have before their items.
fn is_bullet(letter: char, line: &str) -> bool {
    BULLETS.contains(&letter) && line[letter.len_utf8()..].starts_with(APART)
}

/// The length of a number that stands before a field as the number of an item: `1.`, `2)`.
fn number(line: &str) -> Option<usize> {
    let digits = line.find(|letter: char| !letter.is_ascii_digit())?;
    let field = line[digits..].strip_prefix(['.', ')'])?;
    let is_number = (1..=3).contains(&digits) && field.starts_with(APART);
    (is_number && known_key(field.trim_start()).is_some()).then_some(digits + 1)
}

/// What stands behind the sign that an item of another list begins with: a bullet, a long dash or a number.
pub(in crate::load::yaml) fn other_item(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    let is_dash = matches!(first, '–' | '—') && line[first.len_utf8()..].starts_with(APART);
    let sign = match is_dash || is_bullet(first, line) {
        true => first.len_utf8(),
        false => number(line)?,
    };
    Some(line[sign..].trim_start())
}

/// Fields with tabs between them, as tables are copied: where the first tab is, and the fields in brackets.
fn with_tabs(key: &str, value: &str) -> Option<(usize, String)> {
    let tab = value.find('\t')?;
    let pieces = value.split('\t').map(str::trim);
    let mut made = format!("{{{key}:");
    let mut is_more = false;
    for piece in pieces.filter(|piece| !piece.is_empty()) {
        match known_key(piece) {
            Some(_) => {
                is_more = true;
                made.push_str(", ");
            }
            None => made.push(' '),
        }
        made.push_str(piece);
    }
    is_more.then(|| (tab, format!("{made}}}")))
}

/// A sign that stands for an amount or a date that nobody knows.
fn unknown(key: &str, value: &str) -> Mended {
    let why = match key {
        "amount" => Trouble::UnknownAmount,
        "date" => Trouble::UnknownDate,
        _ => return None,
    };
    is_unknown(value).then(|| (Some((why, 0)), value.to_owned()))
}

/// Another field behind the value of one that holds a word.
fn two_fields(key: &str, value: &str) -> Mended {
    if !is_known(key) || value.starts_with(['"', '\'', '{', '[']) {
        return None;
    }
    let is_text = WORDS.contains(&key);
    // In a text a field is told from words by its value: `Мектеп region: dala`.
    let is_other = |behind: &str| {
        let Some(name) = known_key(behind) else {
            return false;
        };
        let value = behind[name.len() + 1..].trim();
        let is_word =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        let holds_word = CHOSEN.contains(&name) || NUMBERS.contains(&name);
        !is_text || holds_word && !value.is_empty() && value.chars().all(is_word)
    };
    let mut words = value.match_indices(' ').map(|(at, _)| at + 1);
    let other = words.find(|at| is_other(&value[*at..]))?;
    Some((Some((Trouble::TwoFields, other)), value.to_owned()))
}

/// Items with hyphens in the line of their key.
fn in_line(key: &str, value: &str) -> Mended {
    let items = value.trim_end().strip_prefix("- ")?;
    if !is_list(key) && !items.trim_start().starts_with('{') {
        return None;
    }
    let items: Vec<&str> = items.split(" - ").map(str::trim).collect();
    Some((
        Some((Trouble::ListInLine, 0)),
        format!("[{}]", items.join(", ")),
    ))
}
