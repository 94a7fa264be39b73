//! Languages beside the field that they belong to: `purpose:` with `kk: …` below it, no deeper.
//!
//! Such a text can be read, but not as it was meant. Takes its tree, gives the places of the first languages, and puts the
//! fields in the tree as what could not be read.

use super::error_class::{Mistake, Trouble};
use super::known::{is_known, is_language};
use super::node::Node;
use super::places::{Spot, locate};

/// Finds languages that are not indented, and takes them out of the tree.
pub(crate) fn languages(text: &str, node: &mut Node) -> Vec<Mistake> {
    let mut found = Vec::new();
    if may_have(node) {
        let spots = locate(text, node);
        take(node, &spots, &mut found);
    }
    let mistakes = found.into_iter();
    let mistakes = mistakes.map(|at| Mistake::syntax(Trouble::Languages, at, None));
    mistakes.collect()
}

/// Whether languages follow a field of this place in a mapping, in which nothing is.
fn follow(fields: &[(String, Node)], nth: usize) -> usize {
    let (name, value) = &fields[nth];
    let is_open = *value == Node::Null && is_known(name) && !is_language(name);
    let behind = fields[nth + 1..].iter();
    let languages = behind.take_while(|(name, node)| is_language(name) && *node != Node::Null);
    if is_open { languages.count() } else { 0 }
}

fn may_have(node: &Node) -> bool {
    match node {
        Node::List(items) => items.iter().any(may_have),
        Node::Map(fields) => {
            (0..fields.len()).any(|nth| follow(fields, nth) > 0)
                || fields.iter().any(|(_, value)| may_have(value))
        }
        _ => false,
    }
}

fn take(node: &mut Node, spot: &Spot, found: &mut Vec<usize>) {
    match node {
        Node::List(items) => {
            let inside = items.iter_mut().zip(&*spot.inside);
            inside.for_each(|(item, spot)| take(item, spot, found));
        }
        Node::Map(fields) => {
            let inside = fields.iter_mut().zip(&*spot.inside);
            inside.for_each(|((_, value), spot)| take(value, spot, found));
            for nth in (0..fields.len()).rev() {
                let languages = follow(fields, nth);
                if languages > 0 {
                    let first = spot.inside.get(nth + 1);
                    found.extend(first.map(|spot| spot.key.unwrap_or(spot.value)));
                    fields.drain(nth + 1..=nth + languages);
                    fields[nth].1 = Node::Broken;
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    #[test]
    fn languages_beside_their_field_are_told_once() {
        let text = "- id: a\n  name:\n  kk: А\n  ru: Б\n  kind: fund\n- id: b\n  name: {kk: А}\n";
        let mut node = parse(text).unwrap_or(Node::Null);
        let found = languages(text, &mut node);
        let at: Vec<usize> = found.iter().map(|of| of.error.at()).collect();
        assert_eq!(at, [text.find("kk").unwrap_or(0)]);
        let Node::Map(fields) = (match node {
            Node::List(mut items) => items.remove(0),
            other => other,
        }) else {
            panic!("a mapping")
        };
        let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["id", "name", "kind"]);
        assert_eq!(fields[1].1, Node::Broken);
    }
}
