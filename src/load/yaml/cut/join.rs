//! Texts cut by a comma or a colon inside brackets: their pieces are put together again in the tree.

use ahash::HashSet;

use super::cut_text::{Cut, CutText};
use crate::load::yaml::known::{is_known, is_language, is_list};
use crate::load::yaml::node::Node;
use crate::load::yaml::places::Spot;
use crate::load::yaml::quote::{closing, quoted};

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
            let gone = part_values(text, &pieces, fields, &spot.inside, found);
            join_rests(text, &pieces, fields, &spot.inside, gone, found);
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

/// A field and its value that became one key of the tree, by what stands between them.
struct Parted<'n> {
    why: Cut,
    word: &'n str,
    value: &'n str,
    /// Where the mistake stands in the key.
    at: usize,
}

/// Signs that are typed for the colon behind a field.
const SIGNS: [&str; 16] = [
    "=>", "->", "=", "：", "∶", ";", "；", "^", "- ", "– ", "— ", "| ", "/ ", ". ", "::", ":",
];

/// Parts a key that swallowed its value; `may_be` tells whether a known word can be a field here.
fn parted<'n>(name: &'n str, may_be: &dyn Fn(&str) -> bool) -> Option<Parted<'n>> {
    if let Some((word, value)) = name.split_once(':')
        && is_plain_word(word)
        && !value.starts_with(':')
    {
        return Some(Parted {
            why: Cut::ColonSpace,
            word,
            value: value.trim(),
            at: word.len() + 1,
        });
    }
    let end = name.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_')?;
    let (word, rest) = name.split_at(end);
    let behind = rest.trim_start();
    let sign = SIGNS.iter().find_map(|sign| behind.strip_prefix(sign));
    let is_parted = sign.is_some() || behind.len() < rest.len();
    // Between brackets “=” is never a part of a text behind a word that we know.
    let is_field = is_known(word) && (rest.trim_start().starts_with('=') || may_be(word));
    (is_parted && is_field).then(|| Parted {
        why: Cut::NoColon,
        word,
        value: sign
            .unwrap_or(behind)
            .trim_start_matches(SIGN_SPACES)
            .trim(),
        at: word.len(),
    })
}

const SIGN_SPACES: [char; 3] = [' ', '\u{a0}', '\u{200b}'];

/// Parts fields from the values that they swallowed, where the colon or the space behind it is missing.
fn part_values(
    text: &str,
    pieces: &[usize],
    fields: &mut [(String, Node)],
    spots: &[Spot],
    found: &mut Vec<CutText>,
) -> Vec<bool> {
    let mut gone = vec![false; fields.len()];
    let known = fields.iter().map(|(name, _)| name.as_str());
    let mut standing: HashSet<String> = match pieces {
        [] => HashSet::default(),
        _ => known
            .filter(|name| is_known(name))
            .map(str::to_owned)
            .collect(),
    };
    // The first with “=” stands for all in the same brackets.
    let mut has_equals = None;
    for (nth_piece, &nth) in pieces.iter().enumerate() {
        if gone[nth] {
            continue;
        }
        let name = fields[nth].0.clone();
        let is_in_text = nth > 0 && is_language(&fields[nth - 1].0);
        let begin = begin_of(&spots[nth]);
        let next = pieces.get(nth_piece + 1).filter(|next| **next == nth + 1);
        // `kk, Мектеп`: a comma in the place of the colon.
        if is_language(&name)
            && nth_piece == 0
            && let Some(&next) = next
            && !is_known(&fields[next].0)
            && parted(&fields[next].0, &|_| true).is_none()
        {
            let from = begin_of(&spots[next]);
            let to = from + written(&text[from..], &fields[next].0);
            if let Some(value) = text.get(from..to) {
                let meant = format!("{name}: {value}");
                let at = begin + name.len();
                found.push(CutText::in_brackets(Cut::NoColon, at, begin..to, meant));
                gone[next] = true;
                fields[nth].1 = Node::Broken;
            }
            continue;
        }
        let may_be = |word: &str| !standing.contains(word) && (!is_in_text || is_language(word));
        let Some(of) = parted(&name, &may_be) else {
            continue;
        };
        let mut end = begin + written(&text[begin..], &name);
        let mut value = of.value.to_owned();
        // A value in quotation marks that holds a comma: the pieces behind it belong to it.
        if value.starts_with(['"', '\''])
            && let Some(from) = text[begin..].find(&value).map(|from| begin + from)
            && let Some(length) = closing(&text[from..])
            && !text[from..from + length].contains('\n')
        {
            end = end.max(from + length);
            value = text[from..end].to_owned();
            let swallowed = pieces[nth_piece + 1..].iter();
            swallowed
                .filter(|piece| begin_of(&spots[**piece]) < end)
                .for_each(|piece| gone[*piece] = true);
        }
        standing.insert(of.word.to_owned());
        let meant = format!("{}: {value}", of.word);
        fields[nth] = (of.word.to_owned(), Node::Broken);
        let at = begin + of.at;
        if name[of.word.len()..].trim_start().starts_with('=') {
            let nth = *has_equals.get_or_insert_with(|| {
                found.push(CutText::in_brackets(of.why, at, begin..end, meant.clone()));
                found.len() - 1
            });
            let edits = &mut found[nth].edits;
            if edits.iter().all(|(bytes, _)| bytes.start != begin) {
                edits.push((begin..end, meant));
            }
            continue;
        }
        found.push(CutText::in_brackets(of.why, at, begin..end, meant));
    }
    gone
}

/// Puts a text and its rests behind commas together, which the tree has as fields.
fn join_rests(
    text: &str,
    pieces: &[usize],
    fields: &mut Vec<(String, Node)>,
    spots: &[Spot],
    mut gone: Vec<bool>,
    found: &mut Vec<CutText>,
) {
    let pieces: Vec<usize> = pieces
        .iter()
        .copied()
        .filter(|piece| !gone[*piece])
        .collect();
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
        let field = begin_of(&spots[first - 1])..end;
        let (why, meant) = match is_list(name) {
            true => (Cut::BareList, format!("{name}: [{whole}]")),
            false if name == "patron" => (Cut::BareList, format!("patrons: [{whole}]")),
            false => (Cut::Comma, format!("{name}: {}", quoted(whole))),
        };
        let at = begin_of(&spots[first]);
        found.push(CutText::in_brackets(why, at, field, meant));
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
