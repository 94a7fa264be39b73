//! Texts cut by a comma or a colon inside brackets: their pieces are put together again in the tree.

use ahash::HashSet;

use super::cut_text::{Cut, CutText};
use crate::load::yaml::known::{is_known, is_language, is_list};
use crate::load::yaml::node::Node;
use crate::load::yaml::places::Spot;
use crate::load::yaml::quote::quoted;

/// Whether a mapping has a field without a value.
pub(super) fn has_pieces(node: &Node) -> bool {
    match node {
        Node::List(items) => items.iter().any(has_pieces),
        Node::Map(fields) => fields
            .iter()
            .any(|(_, node)| *node == Node::Null || has_pieces(node)),
        Node::Null
        | Node::Bool(_)
        | Node::Int(_)
        | Node::Float(_)
        | Node::Text(_)
        | Node::Broken => false,
    }
}

/// Puts texts together that were cut by a comma or a colon inside brackets.
pub(super) fn join(text: &str, node: &mut Node, spot: &Spot, found: &mut Vec<CutText>) {
    match node {
        Node::List(items) => {
            let inside = items.iter_mut().zip(&*spot.inside);
            inside.for_each(|(node, spot)| join(text, node, spot, found));
        }
        Node::Map(fields) => {
            let inside = fields.iter_mut().zip(&*spot.inside);
            inside.for_each(|((_, node), spot)| join(text, node, spot, found));
            let pieces = pieces(text, fields, &spot.inside);
            join_equals(&pieces, fields, &spot.inside, found);
            part_values(&pieces, fields, &spot.inside, found);
            join_rests(text, &pieces, fields, &spot.inside, found);
        }
        Node::Null
        | Node::Bool(_)
        | Node::Int(_)
        | Node::Float(_)
        | Node::Text(_)
        | Node::Broken => {}
    }
}

/// Fields without a value, by their indices: in brackets each may be a piece of a text.
fn pieces(text: &str, fields: &[(String, Node)], spots: &[Spot]) -> Vec<usize> {
    let named = fields.iter().zip(spots).enumerate();
    let pieces =
        named.filter(|(_, ((name, node), spot))| *node == Node::Null && is_piece(text, spot, name));
    pieces.map(|(nth, _)| nth).collect()
}

/// Fields with “=” where a colon belongs: told once for all in the same brackets.
fn join_equals(
    pieces: &[usize],
    fields: &mut [(String, Node)],
    spots: &[Spot],
    found: &mut Vec<CutText>,
) {
    let mut lines = Vec::new();
    let mut first = None;
    for &nth in pieces {
        let name = fields[nth].0.clone();
        let parts = name.split_once('=');
        let parts = parts.map(|(word, value)| (word.trim(), value.trim()));
        let Some((word, value)) = parts.filter(|(word, _)| is_known(word)) else {
            continue;
        };
        first.get_or_insert(begin_of(&spots[nth]) + word.len());
        lines.push(format!("{word}: {value}"));
        fields[nth] = (word.to_owned(), Node::Broken);
    }
    let Some(at) = first else { return };
    let line = lines.join(", ");
    found.push(CutText {
        why: Cut::NoColon,
        at,
        line: match lines.len() == fields.len() {
            true => format!("{{{line}}}"),
            false => line,
        },
    });
}

/// Parts fields from the values that they swallowed, where the colon or the space behind it is missing.
fn part_values(
    pieces: &[usize],
    fields: &mut [(String, Node)],
    spots: &[Spot],
    found: &mut Vec<CutText>,
) {
    let known = fields.iter().map(|(name, _)| name.as_str());
    let mut standing: HashSet<String> = match pieces {
        [] => HashSet::default(),
        _ => known
            .filter(|name| is_known(name))
            .map(str::to_owned)
            .collect(),
    };
    for &nth in pieces {
        let name = fields[nth].0.clone();
        let is_in_text = nth > 0 && is_language(&fields[nth - 1].0);
        let (why, word, value, length) = if let Some((word, value)) = name.split_once(':')
            && is_plain_word(word)
        {
            (Cut::ColonSpace, word, value, word.len() + 1)
        } else if let Some((word, value)) = name.split_once(' ')
            && is_known(word)
            && !standing.contains(word)
            && (!is_in_text || is_language(word))
        {
            (Cut::NoColon, word, value, word.len())
        } else {
            continue;
        };
        standing.insert(word.to_owned());
        fields[nth] = (word.to_owned(), Node::Broken);
        found.push(CutText {
            why,
            at: begin_of(&spots[nth]) + length,
            line: format!("{word}: {}", value.trim()),
        });
    }
}

/// Puts a text and its rests behind commas together, which the tree has as fields.
fn join_rests(
    text: &str,
    pieces: &[usize],
    fields: &mut Vec<(String, Node)>,
    spots: &[Spot],
    found: &mut Vec<CutText>,
) {
    let mut gone = vec![false; fields.len()];
    for rests in pieces.chunk_by(|one, next| one + 1 == *next) {
        let (first, last) = (rests[0], rests[rests.len() - 1]);
        if first == 0 || fields[first].1 == Node::Broken {
            continue;
        }
        let begin = begin_of(&spots[last]);
        let end = begin + written(&text[begin..], &fields[last].0);
        let whole = text.get(spots[first - 1].value..end);
        let Some(whole) = whole.filter(|whole| !whole.contains('\n')) else {
            continue;
        };
        let (name, value) = &mut fields[first - 1];
        if !is_scalar(value) {
            continue;
        }
        gone[first..=last].fill(true);
        if !whole.contains(char::is_alphabetic) || name == "amount" {
            *value = Node::Text(whole.to_owned());
            continue;
        }
        *value = Node::Broken;
        let (why, line) = match is_list(name) {
            true => (Cut::BareList, format!("{name}: [{whole}]")),
            false if name == "patron" => (Cut::BareList, format!("patrons: [{whole}]")),
            false => (Cut::Comma, format!("{name}: {}", quoted(whole))),
        };
        found.push(CutText {
            why,
            at: begin_of(&spots[first]),
            line,
        });
    }
    if gone.contains(&true) {
        // Their places stay: a path leads to a field by its name.
        let mut gone = gone.into_iter();
        fields.retain(|_| !gone.next().unwrap_or(false));
    }
}

fn is_scalar(node: &Node) -> bool {
    match node {
        Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Text(_) => true,
        Node::Null | Node::List(_) | Node::Map(_) | Node::Broken => false,
    }
}

/// The byte at which a field begins.
fn begin_of(spot: &Spot) -> usize {
    spot.key.unwrap_or(spot.value)
}

/// A key without a colon: it stands in brackets, and a comma or the bracket follows.
fn is_piece(text: &str, spot: &Spot, name: &str) -> bool {
    let Some(at) = spot.key else { return false };
    let Some(rest) = text.get(at..) else {
        return false;
    };
    let Some(rest) = rest.get(written(rest, name)..) else {
        return false;
    };
    rest.trim_start().starts_with([',', '}'])
}

/// How many bytes a piece takes where it stands, with the quotation marks around it.
fn written(text: &str, name: &str) -> usize {
    let marks = match text.chars().next() {
        Some(mark @ ('"' | '\''))
            if text[1..]
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(mark)) =>
        {
            2
        }
        _ if text.starts_with(name) => 0,
        _ => return text.len() + 1,
    };
    name.len() + marks
}

fn is_plain_word(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_')
}
