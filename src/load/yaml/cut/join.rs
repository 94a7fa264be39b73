//! Texts cut by a comma or a colon inside brackets: their pieces are put together again in the tree.

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
        _ => false,
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
            let spots: Vec<&Spot> = spot.inside.iter().collect();
            join_fields(text, fields, &spots, found);
        }
        _ => {}
    }
}

fn join_fields(
    text: &str,
    fields: &mut Vec<(String, Node)>,
    spots: &[&Spot],
    found: &mut Vec<CutText>,
) {
    let pieces: Vec<usize> = (0..fields.len().min(spots.len()))
        .filter(|&nth| fields[nth].1 == Node::Null && is_piece(text, spots[nth], &fields[nth].0))
        .collect();
    for &nth in &pieces {
        let key = spots[nth].key.unwrap_or(spots[nth].value);
        let name = fields[nth].0.clone();
        if let Some((word, value)) = name.split_once(':')
            && is_plain_word(word)
        {
            fields[nth] = (word.to_owned(), Node::Broken);
            found.push(CutText {
                why: Cut::ColonSpace,
                at: key + word.len() + 1,
                line: format!("{word}: {}", value.trim()),
            });
        } else if let Some((word, value)) = name.split_once(' ')
            && is_known(word)
            && fields.iter().all(|(other, _)| other != word)
            && (nth == 0 || !is_language(&fields[nth - 1].0) || is_language(word))
        {
            fields[nth] = (word.to_owned(), Node::Broken);
            found.push(CutText {
                why: Cut::NoColon,
                at: key + word.len(),
                line: format!("{word}: {}", value.trim()),
            });
        }
    }
    // The rests of a text behind its commas, from the first on.
    let mut nth = 0;
    let mut gone = vec![false; fields.len()];
    while nth < pieces.len() {
        let first = pieces[nth];
        let mut count = 1;
        while pieces.get(nth + count) == Some(&(first + count)) {
            count += 1;
        }
        nth += count;
        if first == 0 || fields[first].1 == Node::Broken {
            continue;
        }
        let (name, value) = &fields[first - 1];
        let from = spots[first - 1].value;
        let last = spots[first + count - 1];
        let last = last.key.unwrap_or(last.value) + fields[first + count - 1].0.len();
        let Some(whole) = text.get(from..last) else {
            continue;
        };
        if whole.contains('\n')
            || matches!(
                value,
                Node::Null | Node::List(_) | Node::Map(_) | Node::Broken
            )
        {
            continue;
        }
        let is_number = !whole.contains(char::is_alphabetic) || name == "amount";
        let is_list = is_list(name);
        let line = match is_list {
            true => format!("{name}: [{whole}]"),
            false => format!("{name}: {}", quoted(whole)),
        };
        fields[first - 1].1 = match is_number {
            true => Node::Text(whole.to_owned()),
            false => Node::Broken,
        };
        gone[first..first + count].fill(true);
        if !is_number {
            found.push(CutText {
                why: if is_list { Cut::BareList } else { Cut::Comma },
                at: spots[first].key.unwrap_or(spots[first].value),
                line,
            });
        }
    }
    if gone.contains(&true) {
        // Their places stay: a path leads to a field by its name.
        let mut gone = gone.into_iter();
        fields.retain(|_| !gone.next().unwrap_or(false));
    }
}

/// A key without a colon: it stands in brackets, and a comma or the bracket follows.
fn is_piece(text: &str, spot: &Spot, name: &str) -> bool {
    let Some(at) = spot.key else { return false };
    let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix(name)) else {
        return false;
    };
    rest.trim_start().starts_with([',', '}'])
}

fn is_plain_word(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_')
}
