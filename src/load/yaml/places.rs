//! Where the values of a text stand: found by a second pass, on the error path only.
//!
//! serde_yaml stamps a place on every error, so a pass that fails at each value and goes on learns where each one stands.

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::Node;
use crate::model::place::Step;
use crate::source::{LineIndex, boundary};

/// Where a value stands, by bytes: its key if it has one, itself, and what is inside it, in the order of the tree.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spot {
    pub key: Option<usize>,
    pub value: usize,
    pub inside: Vec<Spot>,
    /// Where each key stands among the others, if they are many.
    names: HashMap<Box<str>, Vec<u32>>,
}

/// A mapping of more fields than this is not searched one by one.
const MANY: usize = 32;

/// Finds the places of all values of a tree that `parse` made from this text.
pub(crate) fn locate(text: &str, node: &Node) -> Spot {
    let lines = Lines::new(text);
    let seed = Locate {
        node,
        lines: &lines,
        last: &Cell::new(None),
    };
    seed.deserialize(serde_yaml::Deserializer::from_str(text))
        .unwrap_or_default()
}

/// The lines of a text as libyaml counts them.
pub(super) struct Lines<'a> {
    text: &'a str,
    line_index: LineIndex,
    /// The bytes at which lines begin, if some end otherwise than with a line feed.
    odd: Option<Vec<usize>>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let ends = |letter: char| matches!(letter, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let has_odd = text.contains(|letter| letter != '\n' && ends(letter));
        let odd = has_odd.then(|| {
            let after = text.match_indices(ends).map(|(at, end)| at + end.len());
            std::iter::once(0).chain(after).collect()
        });
        Lines {
            text,
            line_index: LineIndex::new(text),
            odd,
        }
    }

    /// The byte that an error message of serde_yaml names at its end; the first if it names none.
    pub(super) fn byte(&self, message: &str) -> usize {
        let place = message
            .rsplit_once(" at line ")
            .map_or("", |(_, place)| place);
        let mut numbers = place
            .split(" column ")
            .map(|number| number.parse::<usize>().unwrap_or(1));
        let (line, column) = (numbers.next().unwrap_or(1), numbers.next().unwrap_or(1));
        let line = line.saturating_sub(1);
        let start = match &self.odd {
            Some(starts) => starts.get(line).copied().unwrap_or(self.text.len()),
            None => self.line_index.line_start(self.text, line),
        };
        self.line_index
            .further(self.text, start, column.saturating_sub(1))
    }
}

#[derive(Clone, Copy)]
struct Locate<'a> {
    node: &'a Node,
    lines: &'a Lines<'a>,
    /// The place that was met last: what stands before it is met again by an alias.
    last: &'a Cell<Option<usize>>,
}

impl Locate<'_> {
    fn of<'n>(&'n self, node: &'n Node) -> Locate<'n> {
        Locate { node, ..*self }
    }

    /// It is an empty list or mapping, whose place has to be asked for before it is read.
    fn is_empty(&self) -> bool {
        match self.node {
            Node::List(items) => items.is_empty(),
            Node::Map(fields) => fields.is_empty(),
            _ => false,
        }
    }

    fn meet(&self, message: &str) -> usize {
        let at = self.lines.byte(message);
        self.last.set(self.last.get().max(Some(at)));
        at
    }

    /// The place of an empty list or mapping; none if an alias stands for it, which is read by this already.
    fn peeked(&self, message: &str) -> Option<usize> {
        let before = self.last.get();
        let at = self.meet(message);
        (Some(at) > before).then_some(at)
    }
}

/// Fails without reading the value: serde_yaml looks whether it has a tag. Only an alias is read.
struct Peek;

impl<'de> DeserializeSeed<'de> for Peek {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_enum("", &[], self)
    }
}

impl<'de> Visitor<'de> for Peek {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("no value")
    }
    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Locate<'_> {
    type Value = Spot;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Spot, D::Error> {
        match self.node {
            Node::List(_) => deserializer.deserialize_seq(self),
            Node::Map(_) => deserializer.deserialize_map(self),
            _ => {
                let value = match deserializer.deserialize_any(Fail) {
                    Err(error) => self.meet(&error.to_string()),
                    Ok(()) => 0,
                };
                Ok(Spot {
                    value,
                    ..Spot::default()
                })
            }
        }
    }
}

impl<'de> Visitor<'de> for Locate<'_> {
    type Value = Spot;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the same value again")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Spot, A::Error> {
        let Node::List(nodes) = self.node else {
            return Ok(Spot::default());
        };
        let mut inside: Vec<Spot> = Vec::with_capacity(nodes.len());
        for node in nodes {
            let one = self.of(node);
            let mut peeked = None;
            if one.is_empty()
                && let Err(error) = items.next_element_seed(Peek)
            {
                peeked = one.peeked(&error.to_string());
                if peeked.is_none() {
                    let value = self.last.get().unwrap_or(0);
                    inside.push(Spot {
                        value,
                        ..Spot::default()
                    });
                    continue;
                }
            }
            if let Some(spot) = items.next_element_seed(one)? {
                let value = peeked.unwrap_or(spot.value);
                inside.push(Spot { value, ..spot });
            }
        }
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Spot {
            value: inside.first().map_or(0, |spot| spot.value),
            inside,
            ..Spot::default()
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Spot, A::Error> {
        let Node::Map(nodes) = self.node else {
            return Ok(Spot::default());
        };
        let mut inside = Vec::with_capacity(nodes.len());
        for (_, node) in nodes {
            let Some(key) = entries.next_key_seed(KeyPlace(self))? else {
                break;
            };
            let one = self.of(node);
            let mut peeked = None;
            if one.is_empty()
                && let Err(error) = entries.next_value_seed(Peek)
            {
                peeked = one.peeked(&error.to_string());
                if peeked.is_none() {
                    // What an alias stands for is shown at its key.
                    inside.push(Spot {
                        key: Some(key),
                        value: key,
                        ..Spot::default()
                    });
                    continue;
                }
            }
            let spot = entries.next_value_seed(one)?;
            inside.push(Spot {
                key: Some(key),
                value: peeked.unwrap_or(if spot.value == 0 { key } else { spot.value }),
                ..spot
            });
        }
        let mut names: HashMap<Box<str>, Vec<u32>> = HashMap::new();
        if nodes.len() > MANY {
            for (place, (name, _)) in nodes.iter().enumerate() {
                let places = names.entry(name.as_str().into()).or_default();
                places.push(place as u32);
            }
        }
        Ok(Spot {
            key: None,
            value: inside.first().and_then(|spot| spot.key).unwrap_or(0),
            inside,
            names,
        })
    }
}

struct KeyPlace<'a>(Locate<'a>);

impl<'de> DeserializeSeed<'de> for KeyPlace<'_> {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        Ok(deserializer
            .deserialize_any(Fail)
            .map_or_else(|error| self.0.meet(&error.to_string()), |()| 0))
    }
}

/// Takes no value: the error says where it stands.
struct Fail;

impl Visitor<'_> for Fail {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("no value")
    }
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
        let inner = place_of(step, node, spot).and_then(|place| {
            let node = match node {
                Node::List(items) => items.get(place)?,
                Node::Map(fields) => &fields.get(place)?.1,
                _ => return None,
            };
            Some((node, spot.inside.get(place)?))
        });
        match inner {
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

/// Where a step leads to among the items or fields of a value.
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
            plain.trim_end().trim_end_matches([':', ',']).len()
        }
    }
}

fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::super::parse;
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
}
