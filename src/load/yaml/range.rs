//! Ranges of values: the bytes of the value at the end of a path, or of its key.
//!
//! Takes a text, its tree and the places that `places` found; gives bytes that a message can mark.

use std::ops::Range;

use super::node::Node;
use super::places::{MANY, Spot};
use crate::model::place::Step;
use crate::source::boundary;

/// The bytes of the value at the end of a path, from its first to its last; none if there is no such value.
pub(crate) fn extent_of(node: &Node, root: &Spot, path: &[Step]) -> Option<Range<usize>> {
    let (mut node, mut spot) = (node, root);
    for step in path {
        (node, spot) = inner(step, node, spot)?;
    }
    Some(spot.value..spot.end)
}

/// The bytes that the value at the end of a path takes; its key if `key` is asked for. What is not there is where
/// its nearest parent begins.
///
/// `root` is what [`locate`] gave for the tree.
pub(crate) fn range_of(
    text: &str,
    node: &Node,
    root: &Spot,
    path: &[Step],
    key: bool,
) -> Range<usize> {
    let (mut node, mut spot) = (node, root);
    let mut found = true;
    for step in path {
        match inner(step, node, spot) {
            Some(inner) => (node, spot) = inner,
            None => {
                found = false;
                break;
            }
        }
    }
    let start = match spot.key {
        Some(start) if key || !found || matches!(node, Node::Null) => start,
        _ => spot.value,
    };
    start..start + scalar_length(&text[start..])
}

/// The item or field of a value that a step leads to.
fn inner<'a>(step: &Step, node: &'a Node, spot: &'a Spot) -> Option<(&'a Node, &'a Spot)> {
    let place = place_of(step, node, spot)?;
    let node = match node {
        Node::List(items) => items.get(place)?,
        Node::Map(fields) => &fields.get(place)?.1,
        _ => return None,
    };
    Some((node, spot.inside.get(place)?))
}

/// The index of the item or field of a value that a step leads to.
fn place_of(step: &Step, node: &Node, spot: &Spot) -> Option<usize> {
    let (name, nth) = match (step, node) {
        (Step::Item(item), Node::List(_)) => return Some(*item),
        (Step::Key(name), Node::Map(_)) => (name, 0),
        (Step::Repeated(name, nth), Node::Map(_)) => (name, *nth),
        _ => return None,
    };
    let Node::Map(fields) = node else { return None };
    if fields.len() > MANY {
        let places = spot.names.get(name.as_str())?;
        return places.get(nth).map(|&place| place as usize);
    }
    let mut places = fields
        .iter()
        .enumerate()
        .filter(|(_, (key, _))| key == name);
    places.nth(nth).map(|(place, _)| place)
}

/// What begins with a bracket or holds several lines is marked no further than so many bytes.
const LONGEST: usize = 400;

/// The length of the scalar that a text begins with: to the closing quote, or to the end of a plain one. Looks at no
/// more than that of the text, which may be one line of megabytes.
pub(super) fn scalar_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    match bytes.first() {
        Some(&quote @ (b'"' | b'\'')) => {
            let mut escaped = false;
            let closing = bytes.iter().enumerate().skip(1).find(|&(_, &byte)| {
                let closes = byte == quote && !escaped;
                escaped = byte == b'\\' && quote == b'"' && !escaped;
                closes
            });
            closing.map_or_else(|| line_length(text), |(at, _)| at + 1)
        }
        Some(b'|' | b'>' | b'[' | b'{') => line_length(&text[..boundary(text, LONGEST)]),
        _ => {
            let followed = |at: usize, by: u8| bytes.get(at + 1) == Some(&by);
            let end = bytes.iter().enumerate().position(|(at, byte)| match byte {
                b'\n' | b']' | b'}' => true,
                b':' | b',' => followed(at, b' '),
                b' ' => followed(at, b'#'),
                _ => false,
            });
            let plain = &text[..end.unwrap_or(text.len())];
            // A sign at the end of a line is a part of the value; before a bracket it parts values.
            let is_whole = end.is_none_or(|end| matches!(bytes[end], b'\n' | b' '));
            match is_whole {
                true => plain.trim_end_matches([' ', '\t', ':']).len(),
                false => plain.trim_end().trim_end_matches([':', ',']).len(),
            }
        }
    }
}

fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::super::places::locate;
    use super::*;

    fn found<'a>(text: &'a str, path: &[Step]) -> &'a str {
        let node = parse(text).unwrap();
        &text[range_of(text, &node, &locate(text, &node), path, false)]
    }

    #[test]
    fn every_value_is_found_again() {
        let text = "- id: a\n  name: {kk: \"Қала\", ru: Город}\n- id: b # second\n  gifts:\n    - {amount: 5, to: [x, y]}\n  none:\n";
        let at = |steps: &[&str]| -> Vec<Step> {
            steps
                .iter()
                .map(|step| step.parse().map_or_else(|_| Step::from(*step), Step::Item))
                .collect()
        };
        assert_eq!(found(text, &at(&["0", "name", "kk"])), "\"Қала\"");
        assert_eq!(found(text, &at(&["0", "name", "ru"])), "Город");
        assert_eq!(found(text, &at(&["1", "id"])), "b");
        assert_eq!(found(text, &at(&["1", "gifts", "0", "amount"])), "5");
        assert_eq!(found(text, &at(&["1", "gifts", "0", "to", "1"])), "y");
        assert_eq!(found(text, &at(&["1", "none"])), "none");
        assert_eq!(found(text, &at(&["1", "missing"])), "id");
    }

    #[test]
    fn repeated_keys_are_kept_and_told_apart() {
        let text = "a: 1\nb: 2\na: 3\n";
        assert_eq!(found(text, &[Step::Repeated("a".into(), 1)]), "3");
    }

    fn spots(text: &str) -> Vec<(usize, &str)> {
        let node = parse(text).unwrap();
        let Node::List(items) = &node else {
            panic!("a list")
        };
        let root = locate(text, &node);
        let place = |item| range_of(text, &node, &root, &[Step::Item(item)], false);
        let all = (0..items.len()).map(place);
        all.map(|range| (range.start, &text[range])).collect()
    }

    #[test]
    fn what_is_empty_has_its_own_place_also_on_one_line() {
        assert_eq!(
            spots("[[], {}, []]"),
            [(1, "[], {}, []]"), (5, "{}, []]"), (9, "[]]")]
        );
        assert_eq!(spots("- []\n- # {\n  {}\n"), [(2, "[]"), (13, "{}")]);
        assert_eq!(spots("- |\n  [\n- []\n"), [(2, "|"), (10, "[]")]);
        // An alias stands for the value that it repeats.
        assert_eq!(
            spots("- &a []\n- *a\n- []\n")
                .iter()
                .map(|(start, _)| *start)
                .collect::<Vec<_>>(),
            [2, 2, 15]
        );
        let text = "a: &a []\nb: *a\nc: {}\n";
        assert_eq!(found(text, &["b".into()]), "b");
        assert_eq!(found(text, &["c".into()]), "{}");
    }

    #[test]
    fn one_of_many_fields_is_found() {
        let text: String = (0..100).map(|at| format!("k{at}: v{at}\n")).collect();
        let text = format!("{text}k7: again\n");
        assert_eq!(found(&text, &["k99".into()]), "v99");
        assert_eq!(found(&text, &["k7".into()]), "v7");
        assert_eq!(found(&text, &[Step::Repeated("k7".into(), 1)]), "again");
        assert_eq!(found(&text, &["none".into()]), "k0");
    }

    #[test]
    fn lines_may_end_as_libyaml_has_it() {
        let text = "- а\u{2028}- б\n- в # \u{2029}\n- ә\n";
        let last = spots(text).pop();
        assert_eq!(last.map(|(_, text)| text), Some("ә"));
    }

    #[test]
    fn nothing_that_can_be_read_stops_it() {
        assert_eq!(found("a: 1\nb: |\n  c", &["b".into()]), "|");
        assert_eq!(
            found("a: \"b!, c\"\nd: !!str 5\n", &["d".into()]),
            "!!str 5"
        );
        // Such tags are nobody's; the text is marked at its beginning.
        assert_eq!(
            found("a: {b: !!str, c: 5}\n", &["a".into(), "c".into()]),
            "a"
        );
    }
}
