//! Fields of one record that have a hyphen each: `- patron: a`, `- amount: 5`, `- date: 2020` are three records.
//!
//! Such a text can be read, but not as it was meant. Takes its tree, gives the place of the first hyphen that is too many,
//! and puts the items in the tree as what could not be read.

use super::error_class::{Mistake, Trouble};
use super::known::{is_known, is_language};
use super::node::Node;
use super::places::{Spot, locate};

/// Finds lists whose items are fields of one record, and takes them out of the tree.
pub(crate) fn items(text: &str, node: &mut Node) -> Vec<Mistake> {
    let mut found = Vec::new();
    if may_have(node) {
        let spots = locate(text, node);
        take(node, &spots, &mut found);
    }
    let mistakes = found.into_iter();
    let mistakes = mistakes.map(|(why, at)| Mistake::syntax(why, at, None));
    mistakes.collect()
}

/// The field that an item has alone.
fn field(item: &Node) -> Option<&str> {
    match item {
        Node::Map(fields) => match fields.as_slice() {
            [(name, value)] => {
                let is_field = is_known(name) && !is_language(name);
                (is_field && *value != Node::Null).then_some(name)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether the items of a list are fields of records: each has one alone, and the next another. Two may be two records.
fn are_fields(items: &[Node]) -> bool {
    let are_single = items.len() > 2 && items.iter().all(|item| field(item).is_some());
    are_single
        && items
            .windows(2)
            .all(|pair| field(&pair[0]) != field(&pair[1]))
}

/// Items of which nothing stands but the field that the next one begins with: its line stands twice.
fn doubled(items: &[Node]) -> impl Iterator<Item = usize> {
    let is_doubled = |pair: &[Node]| match pair {
        [Node::Map(one), Node::Map(next)] => one.len() == 1 && next.len() > 1 && one[0] == next[0],
        _ => false,
    };
    let pairs = items.windows(2).enumerate();
    let doubled = pairs.filter(move |(_, pair)| is_doubled(pair));
    doubled.map(|(nth, _)| nth)
}

fn may_have(node: &Node) -> bool {
    match node {
        Node::List(items) if doubled(items).next().is_some() => true,
        Node::List(items) => are_fields(items) || items.iter().any(may_have),
        Node::Map(fields) => fields.iter().any(|(_, value)| may_have(value)),
        _ => false,
    }
}

fn take(node: &mut Node, spot: &Spot, found: &mut Vec<(Trouble, usize)>) {
    match node {
        Node::List(items) if are_fields(items) => {
            let why = Trouble::EachHyphen;
            let second = spot.inside.get(1).map(|second| (why, second.value));
            found.extend(second);
            items.fill(Node::Broken);
        }
        Node::List(items) => {
            let twice: Vec<usize> = doubled(items).collect();
            for nth in twice {
                items[nth] = Node::Broken;
                let place = spot
                    .inside
                    .get(nth)
                    .map(|of| (Trouble::LineTwice, of.value));
                found.extend(place);
            }
            let inside = items.iter_mut().zip(&*spot.inside);
            inside.for_each(|(item, spot)| take(item, spot, found));
        }
        Node::Map(fields) => {
            let inside = fields.iter_mut().zip(&*spot.inside);
            inside.for_each(|((_, value), spot)| take(value, spot, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    #[test]
    fn fields_with_a_hyphen_each_are_told_once() {
        let of = |text: &str| {
            let mut node = parse(text).unwrap_or(Node::Null);
            let found = items(text, &mut node).into_iter();
            found.map(|of| of.error.at()).collect::<Vec<_>>()
        };
        let text = "contributions:\n  - patron: a\n  - amount: 5\n  - date: 2020\n";
        assert_eq!(of(text), [text.find("amount").unwrap_or(0)]);
        assert_eq!(of("- id: a\n- id: a\n  name: b\n"), [2]);
        for text in [
            "- id: a\n- id: b\n",
            "- id: a\n  name: b\n- id: c\n",
            "recipients:\n  - patron: a\n",
            "- id: a\n- id: b\n  name: c\n",
            "- a: 1\n- b: 2\n",
            "name: [kk: a, ru: b]\n",
        ] {
            assert_eq!(of(text), [0; 0], "{text}");
        }
    }
}
