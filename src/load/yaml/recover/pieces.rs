//! Pieces of a text by its indentation: the fields and items that begin in its leftmost lines, and what stands inside one.
//!
//! Takes a text that may be no YAML, gives ranges of bytes, and whether the parser can read a piece alone.

use std::ops::Range;

use crate::load::yaml::error_class::{Trouble, YamlError, is_empty};
use crate::load::yaml::known::is_known;
use crate::load::yaml::node::Node;
use crate::load::yaml::parse::parse;
use crate::load::yaml::slip::OTHER_SIGNS;

/// The first byte of a piece that is neither space nor note.
pub(super) fn content_at(piece: &str) -> usize {
    let mut at = 0;
    for line in piece.split_inclusive('\n') {
        let content = line.trim_start();
        if !content.is_empty() && !content.starts_with('#') {
            return at + line.len() - content.len();
        }
        at += line.len();
    }
    0
}

/// Where a field goes on with what looks like another one, indented deeper: one of the two lines is at a wrong place.
pub(super) fn second_line(piece: &str) -> Option<(Trouble, usize)> {
    let mut lines = piece.split_inclusive('\n');
    let first = lines.next()?;
    let (_, value) = first.split_once(':')?;
    if value.trim().is_empty()
        || value
            .trim_start()
            .starts_with(['{', '[', '|', '>', '"', '\''])
    {
        return None;
    }
    let mut at = first.len();
    for line in lines {
        let content = line.trim_start();
        let is_field = content
            .split_once(':')
            .is_some_and(|(key, _)| !key.is_empty() && !key.contains(' '));
        if is_field || content.starts_with("- ") {
            let key = content.split(':').next().unwrap_or("");
            let why = match is_field {
                // `Құны: 5 млн` is a line of the text above.
                true if !is_known(key) && !key.is_ascii() => Trouble::Colon,
                true => Trouble::Indent,
                false => Trouble::ValueAndList,
            };
            return Some((why, at + line.len() - content.len()));
        }
        at += line.len();
    }
    None
}

/// Whether the lines below are a text as they stand.
pub(super) fn begins_block(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or("").trim_end();
    let mark = line.trim_end_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    [": |", ": >", "- |", "- >"]
        .iter()
        .any(|end| mark.ends_with(end))
}

/// What stands inside a piece that is one item or one field.
pub(super) enum Inner {
    /// What is behind a hyphen, with a space in its place.
    Item(String),
    /// The byte at which the lines below a key begin.
    Field(usize),
    Nothing,
}

pub(super) fn inner_of(piece: &str) -> Inner {
    let indent = piece.len() - piece.trim_start().len();
    let content = &piece[indent..];
    if is_item(piece) {
        let inner = content[1..].trim_start();
        // A value alone is no smaller piece.
        let first = inner.lines().next().unwrap_or("");
        let is_broken_field = || begins_fields(inner);
        if is_field(first)
            || inner.starts_with("- ")
            || content[1..].starts_with('\n')
            || is_broken_field()
        {
            return Inner::Item(format!("{} {}", &piece[..indent], &content[1..]));
        }
        return Inner::Nothing;
    }
    let first = content.lines().next().unwrap_or("");
    let below = indent + first.len();
    match first.trim_end().strip_suffix(':') {
        Some(key) if !key.contains([' ', '"']) && !is_empty(&piece[below..]) => {
            Inner::Field((below + 1).min(piece.len()))
        }
        _ => Inner::Nothing,
    }
}

/// Whether a text begins with a known field without its colon, and goes on with another one below it.
fn begins_fields(text: &str) -> bool {
    let Some((first, below)) = text.split_once('\n') else {
        return false;
    };
    let end = first.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_');
    let (word, rest) = first.split_at(end.unwrap_or(first.len()));
    let is_parted = rest.starts_with([' ', '\t', ';', ',', '.']) || rest.starts_with(OTHER_SIGNS);
    let next = below.trim_start().lines().next().unwrap_or("");
    is_known(word) && is_parted && first.trim_end() != word && is_field(next) && !is_item(next)
}

/// A line that begins with a key, right or nearly so.
pub(super) fn is_field(line: &str) -> bool {
    line.split_once([':', '：'])
        .is_some_and(|(key, _)| !key.is_empty() && !key.contains([' ', '"', '\'', '{', '[']))
}

pub(super) fn is_item(piece: &str) -> bool {
    let content = piece.trim_start();
    content.starts_with("- ") || content.starts_with("-\n") || content.trim_end() == "-"
}

/// Whether a piece can be read alone, and is what its neighbours are.
pub(super) fn is_sound(piece: &str, in_list: Option<bool>) -> bool {
    match parse(piece) {
        Ok(Node::List(_)) => in_list != Some(false),
        Ok(Node::Map(_)) => in_list != Some(true),
        Ok(Node::Null) => true,
        Ok(_) => in_list.is_none() && !is_field(piece.trim_start().lines().next().unwrap_or("")),
        // What it names may be in another piece.
        Err(YamlError::Syntax { why, .. }) => why == Trouble::Alias,
        Err(_) => false,
    }
}

/// The pieces of a text that begin at its smallest indentation, or before it.
pub(super) fn parts(text: &str) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut base = None;
    let mut is_list = false;
    // The line above at the smallest indentation is a key without a value.
    let mut is_open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '\u{a0}']);
        let indent = line[..line.len() - content.len()].chars().count();
        let here = at;
        at += line.len();
        let trimmed = content.trim_end();
        if trimmed.is_empty() || trimmed.starts_with('#') || starts.is_empty() && trimmed == "---" {
            continue;
        }
        let is_dashed = content.starts_with("- ") || trimmed == "-";
        match base {
            None => {
                base = Some(indent);
                is_list = is_dashed;
                is_open = trimmed.ends_with(':');
                starts.push(here);
            }
            // The items of a list may stand right below its key.
            Some(base) if indent == base && is_dashed && !is_list && is_open => {}
            Some(base) if indent <= base && !trimmed.starts_with(['}', ']']) => {
                is_open = trimmed.ends_with(':');
                starts.push(here);
            }
            Some(_) => {}
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(a, b)| a..b)
        .collect()
}

/// A record with the hyphen that it lacks, where its fields stand below the first one already.
pub(super) fn dashed(piece: &str) -> String {
    let at = content_at(piece);
    let begin = piece[..at].rfind('\n').map_or(0, |newline| newline + 1);
    format!("{}- {}", &piece[begin..at], &piece[at..])
}
