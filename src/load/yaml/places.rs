//! Spans of YAML values: where each value of a text stands, found by a second pass.
//!
//! Only a text with a mistake or with a number of odd spelling is gone through again. Takes a text and the tree that
//! `parse` made from it, gives the bytes of each value, from the marks on libyaml's events: the parser in Rust that
//! they are asked from is the same as that behind serde_yaml, which keeps the marks to itself.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use libyaml_safer::{Error, Event, EventData, Parser};

use super::events::{Input, events};
use super::node::Node;

/// Where a value stands, by bytes: its key if it has one, itself, its end, and what is inside it, in the order of the
/// tree.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spot {
    pub key: Option<usize>,
    pub value: usize,
    /// Past its last byte; of a mapping or list in lines of its own, where the next value begins.
    pub(super) end: usize,
    /// Shared with the aliases that repeat the value.
    pub inside: Arc<[Spot]>,
    /// The indices of each key among the others, if they are many.
    pub(super) names: Arc<HashMap<Box<str>, Vec<u32>>>,
}

/// A mapping of more fields than this is not searched one by one.
pub(super) const MANY: usize = 32;

/// Finds the places of all values of a tree that `parse` made from this text.
pub(crate) fn locate(text: &str, node: &Node) -> Spot {
    let walk = events(text).map(|events| Walk {
        events,
        anchors: HashMap::new(),
    });
    walk.and_then(|mut walk| walk.spot(node))
        .unwrap_or_default()
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

fn is_empty(node: &Node) -> bool {
    match node {
        Node::List(items) => items.is_empty(),
        Node::Map(fields) => fields.is_empty(),
        _ => false,
    }
}
