//! Spans of YAML values: where each value of a text stands, found by a second pass.
//!
//! Only a text with a mistake or with a number of odd spelling is gone through again. Takes a text and the tree that
//! `parse` made from it, gives the bytes of each value, from the marks on libyaml's events: the parser in Rust that
//! they are asked from is the same as that behind serde_yaml, which keeps the marks to itself.

use std::collections::HashMap;
use std::io::{Chain, Read};
use std::ops::Range;
use std::sync::Arc;

use libyaml_safer::{Encoding, Error, Event, EventData, Parser, ScalarStyle};

use super::node::Node;
use crate::model::place::Step;
use crate::source::boundary;

/// Where a value stands, by bytes: its key if it has one, itself, its end, and what is inside it, in the order of the
/// tree.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spot {
    pub key: Option<usize>,
    pub value: usize,
    /// Past its last byte; of a mapping or list in lines of its own, where the next value begins.
    end: usize,
    /// Shared with the aliases that repeat the value.
    pub inside: Arc<[Spot]>,
    /// The indices of each key among the others, if they are many.
    names: Arc<HashMap<Box<str>, Vec<u32>>>,
}

/// A mapping of more fields than this is not searched one by one.
const MANY: usize = 32;

/// Finds the places of all values of a tree that `parse` made from this text.
pub(crate) fn locate(text: &str, node: &Node) -> Spot {
    let walk = events(text).map(|events| Walk {
        events,
        anchors: HashMap::new(),
    });
    walk.and_then(|mut walk| walk.spot(node))
        .unwrap_or_default()
}

/// The bytes of all plain scalars of a text, in their order: of those without quotation marks, and of keys.
pub(super) fn plain_ends(text: &str) -> Vec<Range<usize>> {
    let events = events(text).into_iter().flatten().map_while(Result::ok);
    let plain = events.filter_map(|event| match event.data {
        EventData::Scalar {
            style: ScalarStyle::Plain,
            ..
        } => Some(event.start_mark.index as usize..event.end_mark.index as usize),
        _ => None,
    });
    plain.collect()
}

/// The byte at which begins what libyaml was reading when it found a mistake, as a quotation that does not end.
pub(super) fn begin_of_mistake(text: &str) -> Option<usize> {
    let wrong = events(text)?.find_map(Result::err)?;
    Some(wrong.context_mark()?.index as usize)
}

/// The events of a text; none where this parser, unlike libyaml, would panic: at a tag before a comma.
///
/// A line feed is put after it: without one, a block scalar or an escape at the end is no better.
fn events(text: &str) -> Option<Parser<Input<'_>>> {
    if has_tag_before_comma(text) {
        return None;
    }
    let mut events = Parser::new();
    events.set_encoding(Encoding::Utf8);
    let end: &[u8] = if text.ends_with('\n') { b"" } else { b"\n" };
    events.set_input(text.as_bytes().chain(end));
    Some(events)
}

type Input<'t> = Chain<&'t [u8], &'static [u8]>;

/// Whether there is what may be a tag, such as `!x`, and a comma after it.
fn has_tag_before_comma(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'!', bytes).any(|at| {
        let is_first = |&before: &u8| !before.is_ascii_alphanumeric() && before.is_ascii();
        let begins = at
            .checked_sub(1)
            .is_none_or(|before| is_first(&bytes[before]));
        let is_tag = |byte: &&u8| byte.is_ascii_graphic() && !matches!(byte, b',' | b'[' | b']');
        let length = bytes[at..].iter().take_while(is_tag).count();
        begins && bytes.get(at + length) == Some(&b',')
    })
}

/// A walk through the events of a text, beside the tree.
struct Walk<'t> {
    events: Parser<Input<'t>>,
    /// What each anchor stands for.
    anchors: HashMap<String, Spot>,
}

impl Walk<'_> {
    /// The next event of a value, and the bytes that it takes.
    fn next(&mut self) -> Option<(EventData, Range<usize>)> {
        use EventData::{DocumentStart, StreamStart};
        let is_value = |event: &Result<Event, Error>| {
            !matches!(
                event,
                Ok(Event {
                    data: StreamStart { .. } | DocumentStart { .. },
                    ..
                })
            )
        };
        let event = self.events.find(is_value)?.ok()?;
        let (start, end) = (event.start_mark.index, event.end_mark.index);
        Some((event.data, start as usize..end as usize))
    }

    /// Where a value of the tree stands; none if the text has another there.
    fn spot(&mut self, node: &Node) -> Option<Spot> {
        let (event, at) = self.next()?;
        self.begun(event, at, node)
    }

    /// The same for a value whose first event has been read.
    fn begun(&mut self, event: EventData, at: Range<usize>, node: &Node) -> Option<Spot> {
        let (anchor, spot) = match (event, node) {
            (EventData::Alias { anchor }, _) => return self.anchors.get(&anchor).cloned(),
            (EventData::Scalar { anchor, .. }, _) => {
                let spot = Spot {
                    value: at.start,
                    end: at.end,
                    ..Spot::default()
                };
                (anchor, spot)
            }
            (EventData::SequenceStart { anchor, .. }, Node::List(nodes)) => {
                (anchor, self.list(nodes, at.start))
            }
            (EventData::MappingStart { anchor, .. }, Node::Map(nodes)) => {
                (anchor, self.map(nodes, at.start))
            }
            _ => return None,
        };
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor, spot.clone());
        }
        Some(spot)
    }

    /// Takes the event that ends a list or mapping, and gives the byte past it.
    fn ended(&mut self, start: usize) -> usize {
        self.next().map_or(start, |(_, at)| at.end)
    }

    /// A list stands where its first value does, if it has any.
    fn list(&mut self, nodes: &[Node], at: usize) -> Spot {
        let inside: Vec<Spot> = nodes.iter().map_while(|node| self.spot(node)).collect();
        Spot {
            value: inside.first().map_or(at, |spot| spot.value),
            end: self.ended(at),
            inside: inside.into(),
            ..Spot::default()
        }
    }

    /// A mapping stands where its first key does, if it has any.
    fn map(&mut self, nodes: &[(String, Node)], at: usize) -> Spot {
        let fields = nodes.iter().map_while(|(_, node)| {
            let (_, key) = self.next()?;
            let (event, at) = self.next()?;
            let is_alias = matches!(event, EventData::Alias { .. });
            let spot = self.begun(event, at, node)?;
            // What is empty and stands elsewhere is shown at its key.
            let value = match is_alias && is_empty(node) {
                true => key.start,
                false => spot.value,
            };
            Some(Spot {
                key: Some(key.start),
                value,
                ..spot
            })
        });
        let inside: Vec<Spot> = fields.collect();
        let end = self.ended(at);
        let mut names: HashMap<Box<str>, Vec<u32>> = HashMap::new();
        if nodes.len() > MANY {
            for (place, (name, _)) in nodes.iter().enumerate() {
                let places = names.entry(name.as_str().into()).or_default();
                places.push(place as u32);
            }
        }
        Spot {
            key: None,
            end,
            value: inside.first().and_then(|spot| spot.key).unwrap_or(at),
            inside: inside.into(),
            names: names.into(),
        }
    }
}

/// The bytes of the value at the end of a path, from its first to its last; none if there is no such value.
pub(crate) fn extent_of(node: &Node, root: &Spot, path: &[Step]) -> Option<Range<usize>> {
    let (mut node, mut spot) = (node, root);
    for step in path {
        (node, spot) = inner(step, node, spot)?;
    }
    Some(spot.value..spot.end)
}

fn is_empty(node: &Node) -> bool {
    match node {
        Node::List(items) => items.is_empty(),
        Node::Map(fields) => fields.is_empty(),
        _ => false,
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
            plain.trim_end().trim_end_matches([':', ',']).len()
        }
    }
}

fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
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
        assert_eq!(begin_of_mistake("a: \"b\\"), Some(3));
    }
}
