//! Places to ranges of bytes: done when a message is shown, once for each text that has one.

use std::collections::HashMap;
use std::ops::Range;

use super::At;
use crate::load::front_matter::split;
use crate::load::{site, yaml};
use crate::model::place::Place;
use crate::source::{SourceId, Sources};

/// Where a diagnostic is: a file, and the bytes in it if it is a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub path: String,
    pub text: Option<(SourceId, Range<usize>)>,
}

/// Finds spots, remembering the trees of the texts that it has looked into.
pub struct Finder<'a> {
    sources: &'a Sources,
    trees: HashMap<SourceId, Option<Tree>>,
    /// The bytes at which the lines of the texts begin.
    lines: HashMap<SourceId, Vec<usize>>,
}

/// The YAML of a text: its values, their places and where it begins.
struct Tree {
    node: yaml::Node,
    spots: yaml::Spot,
    start: usize,
    end: usize,
}

impl<'a> Finder<'a> {
    pub fn new(sources: &'a Sources) -> Finder<'a> {
        Finder {
            sources,
            trees: HashMap::new(),
            lines: HashMap::new(),
        }
    }

    pub fn spot(&mut self, at: &At) -> Spot {
        let (source, range) = match at {
            At::File(path) => {
                return Spot {
                    path: path.clone(),
                    text: None,
                };
            }
            At::Span(span) => (span.source, span.range.clone()),
            At::Place(place) => (place.source, self.range(place)),
        };
        let text = &self.sources.get(source).text;
        let clamp = |at: usize| {
            let mut at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (start, end) = (clamp(range.start), clamp(range.end));
        Spot {
            path: self.sources.get(source).path.to_string(),
            text: Some((source, start..end.max(start))),
        }
    }

    /// Where a spot begins and ends: lines and columns, both from 1, columns in characters.
    pub fn lines_and_columns(&mut self, spot: &Spot) -> Option<((usize, usize), (usize, usize))> {
        let (source, range) = spot.text.as_ref()?;
        let text = &self.sources.get(*source).text;
        let starts = self.lines.entry(*source).or_insert_with(|| {
            std::iter::once(0)
                .chain(text.match_indices('\n').map(|(at, _)| at + 1))
                .collect()
        });
        let place = |at: usize| {
            let line = starts.partition_point(|&start| start <= at);
            let start = line.checked_sub(1).map_or(0, |before| starts[before]);
            (line, text[start..at].chars().count() + 1)
        };
        Some((place(range.start), place(range.end)))
    }

    fn range(&mut self, place: &Place) -> Range<usize> {
        let source = self.sources.get(place.source);
        if source.path.ends_with(".toml") {
            return site::range_of(&source.text, &place.path, place.key);
        }
        let tree = self
            .trees
            .entry(place.source)
            .or_insert_with(|| tree_of(&source.path, &source.text));
        match tree {
            Some(tree) => {
                let yaml = &source.text[tree.start..tree.end];
                let range = yaml::range_of(yaml, &tree.node, &tree.spots, &place.path, place.key);
                tree.start + range.start..tree.start + range.end
            }
            None => 0..0,
        }
    }
}

fn tree_of(path: &str, text: &str) -> Option<Tree> {
    let range = if path.ends_with(".md") {
        split(text).ok()?.front_matter?
    } else {
        0..text.len()
    };
    let yaml = &text[range.clone()];
    let node = yaml::parse(yaml).ok()?;
    let spots = yaml::locate(yaml, &node);
    Some(Tree {
        node,
        spots,
        start: range.start,
        end: range.end,
    })
}
