//! Mentions of a record: the fields of records that name it, links and sums in prose, settings, shapes of a map.

use std::ops::Range;

use super::edit::{Edit, Rename, Unsafe};
use crate::load::yaml::scalar;
use crate::load::yaml::{Node, Spot, extent_of};
use crate::model::kind::RecordKind;
use crate::model::place::Step;
use crate::records::dangling::FIELDS;

/// Fields that name records of kinds which nothing else names.
const MORE_FIELDS: [(&str, RecordKind); 2] =
    [("event", RecordKind::News), ("part_of", RecordKind::Figure)];

/// Keys of a sum or a drawing in a text, each with the kind of what it names.
const KEYS: [(&str, RecordKind); 5] = [
    ("region", RecordKind::Region),
    ("from", RecordKind::Region),
    ("direction", RecordKind::Direction),
    ("object", RecordKind::Object),
    ("patron", RecordKind::Patron),
];

/// The places in records, and the id of the record itself if it can stand here.
pub(super) fn in_records(
    text: &str,
    node: &Node,
    spots: &Spot,
    rename: &Rename<'_>,
    own: bool,
) -> Result<Vec<Edit>, Unsafe> {
    let mut search = Search {
        text,
        root: node,
        spots,
        rename,
        edits: Vec::new(),
    };
    match node {
        Node::List(items) => {
            for (item, record) in items.iter().enumerate() {
                search.fields(record, &mut vec![Step::Item(item)], own)?;
            }
        }
        _ => search.fields(node, &mut Vec::new(), own)?,
    }
    Ok(search.edits)
}

struct Search<'a> {
    text: &'a str,
    root: &'a Node,
    spots: &'a Spot,
    rename: &'a Rename<'a>,
    edits: Vec<Edit>,
}

impl Search<'_> {
    fn fields(&mut self, node: &Node, path: &mut Vec<Step>, own: bool) -> Result<(), Unsafe> {
        match node {
            Node::List(items) => {
                for (item, node) in items.iter().enumerate() {
                    path.push(Step::Item(item));
                    self.fields(node, path, false)?;
                    path.pop();
                }
            }
            Node::Map(fields) => {
                for (key, node) in fields {
                    path.push(Step::from(key.as_str()));
                    let mut known = FIELDS.iter().chain(&MORE_FIELDS);
                    let names = known.find(|(field, _)| field == key).map(|(_, kind)| *kind);
                    let is_own = own && key == "id";
                    if is_own || names == Some(self.rename.kind) {
                        self.named(node, path, self.rename.old, self.rename.new)?;
                    } else if key == "records" {
                        let word = self.rename.kind.word();
                        let name = |id: &str| format!("{word}/{id}");
                        self.named(node, path, &name(self.rename.old), &name(self.rename.new))?;
                    } else if names.is_none() {
                        self.fields(node, path, false)?;
                    }
                    path.pop();
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// An id, or a list of ids.
    fn named(
        &mut self,
        node: &Node,
        path: &mut Vec<Step>,
        old: &str,
        new: &str,
    ) -> Result<(), Unsafe> {
        match node {
            Node::List(items) => {
                for (item, node) in items.iter().enumerate() {
                    path.push(Step::Item(item));
                    self.named(node, path, old, new)?;
                    path.pop();
                }
            }
            Node::Text(text) if text == old => {
                let extent = extent_of(self.root, self.spots, path).unwrap_or(0..0);
                let written = self.text.get(extent.clone()).unwrap_or_default();
                // An anchor, an alias or a tag: not only this place would change.
                let at = written.find(old).filter(|_| {
                    let rest = written.replacen(old, "", 1);
                    rest.trim().is_empty() || matches!(rest.trim(), "\"\"" | "''")
                });
                let at = at.ok_or_else(|| Unsafe(extent.clone()))?;
                let start = extent.start + at;
                let is_bare = written.trim() == old;
                let new = if is_bare { scalar(new) } else { new.to_owned() };
                self.edits.push((start..start + old.len(), new));
            }
            _ => {}
        }
        Ok(())
    }
}

/// The places in prose, of which the text begins somewhere in its file: `@kind/id`, and the keys of sums and drawings.
pub(super) fn in_prose(text: &str, start: usize, rename: &Rename<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut add = |range: Range<usize>| {
        let range = range.start + start..range.end + start;
        edits.push((range, rename.new.to_owned()));
    };
    for (at, _) in text.match_indices('@') {
        let is_link = text[..at].ends_with(['(', '<', ' ', '\n']);
        let link = &text[at + 1..];
        let link = &link[..link
            .find([')', '>', ' ', '\n', '\r', '"'])
            .unwrap_or(link.len())];
        if !is_link {
            continue;
        }
        let prefix = format!("{}/", rename.kind.word());
        if let Some(id) = link.strip_prefix(&prefix) {
            let id = &id[..id.find(['#', '?']).unwrap_or(id.len())];
            if id == rename.old {
                let from = at + 1 + prefix.len();
                add(from..from + id.len());
            }
        }
        let Some((drawn, query)) = link.split_once('?') else {
            continue;
        };
        let mut from = at + 1 + drawn.len() + 1;
        for pair in query.split('&') {
            if let Some((key, value)) = pair.split_once('=') {
                let mut keys = KEYS.iter();
                let names = keys.any(|(of, kind)| *of == key && *kind == rename.kind);
                if names && value == rename.old {
                    let from = from + key.len() + 1;
                    add(from..from + value.len());
                }
            }
            from += pair.len() + 1;
        }
    }
    edits
}

/// The places in `site.toml`: the region of a portal, a patron whom an accepted warning names.
pub(super) fn in_settings(text: &str, rename: &Rename<'_>) -> Vec<Edit> {
    let key = match rename.kind {
        RecordKind::Region => "scope",
        RecordKind::Patron => "patron",
        _ => return Vec::new(),
    };
    let mut edits = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let value = line.trim_start().strip_prefix(key).map(str::trim_start);
        let value = value
            .and_then(|rest| rest.strip_prefix('='))
            .map(str::trim_start);
        let quoted = |mark: char| {
            value.is_some_and(|value| value.starts_with(&format!("{mark}{}{mark}", rename.old)))
        };
        if quoted('"') || quoted('\'') {
            // Behind the key, which may be spelled like the id.
            let value = line.find('=').unwrap_or_default();
            let at = start + value + line[value..].find(rename.old).unwrap_or_default();
            edits.push((at..at + rename.old.len(), rename.new.to_owned()));
        }
        start += line.len();
    }
    edits
}

/// The places in the shapes of a map, which are named by regions: `"id": "old"`.
pub(super) fn in_shapes(text: &str, rename: &Rename<'_>) -> Vec<Edit> {
    if rename.kind != RecordKind::Region {
        return Vec::new();
    }
    let named = format!("\"{}\"", rename.old);
    let places = text.match_indices(&named).filter(|(at, _)| {
        let before = text[..*at].trim_end();
        before
            .strip_suffix(':')
            .is_some_and(|before| before.trim_end().ends_with("\"id\""))
    });
    let places = places.map(|(at, _)| at + 1..at + 1 + rename.old.len());
    places.map(|range| (range, rename.new.to_owned())).collect()
}
