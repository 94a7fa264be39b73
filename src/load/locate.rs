//! Source locations: places and spans of diagnostics to files, ranges of bytes, lines and columns.
//!
//! Takes the sources and where a diagnostic points to. Done when a diagnostic is reported, not before: the trees of
//! YAML are parsed again then, once for each text.

use std::collections::HashMap;
use std::ops::Range;

use super::front_matter::split;
use super::secrecy::{Secrecy, holds_patrons, is_harmless};
use super::{site, yaml};
use crate::diagnostic::At;
use crate::model::place::{Place, Step};
use crate::source::{LineIndex, SourceId, Sources, boundary, lines_around};

/// Where a diagnostic is: a file, and the bytes in it if it is a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    pub path: String,
    pub text: Option<(SourceId, Range<usize>)>,
    /// It is in the record of a patron who must not be named, as far as is known: no line of it is shown to anybody.
    pub secret: bool,
}

/// Finds spans; the trees and line indexes of the texts that it has looked into are memoised.
pub struct Locator<'a> {
    sources: &'a Sources,
    trees: HashMap<SourceId, Option<Tree>>,
    settings: HashMap<SourceId, site::Places<'a>>,
    line_indexes: HashMap<SourceId, LineIndex>,
    secrecies: HashMap<SourceId, Secrecy>,
}

/// The YAML of a text: its values, their places and where it begins.
struct Tree {
    node: yaml::Node,
    spots: yaml::Spot,
    /// A piece of the text stands in no value of the tree.
    is_lossy: bool,
    start: usize,
    end: usize,
}

impl<'a> Locator<'a> {
    pub fn new(sources: &'a Sources) -> Locator<'a> {
        Locator {
            sources,
            trees: HashMap::new(),
            settings: HashMap::new(),
            line_indexes: HashMap::new(),
            secrecies: HashMap::new(),
        }
    }

    pub fn locate(&mut self, at: &At) -> Location {
        let (source, range) = match at {
            At::File(path) => {
                return Location {
                    path: path.clone(),
                    text: None,
                    secret: holds_patrons(path),
                };
            }
            At::Span(span) => (span.source, span.range.clone()),
            At::Place(place) => (place.source, self.range(place)),
        };
        // An evicted text that was not loaded again has no lines to show.
        let text = self.sources.text(source).map(|text| {
            let (start, end) = (boundary(text, range.start), boundary(text, range.end));
            (source, start..end.max(start))
        });
        let secret = match &text {
            Some((_, range)) => self.is_secret(source, range.clone()),
            None => holds_patrons(self.sources.path(source)),
        };
        let is_shown = || match (at, &text) {
            (At::Place(place), Some((_, range))) => self.is_shown(place, range.clone()),
            _ => false,
        };
        let secret = secret && !is_shown();
        Location {
            path: self.sources.path(source).to_owned(),
            text,
            secret,
        }
    }

    /// Whether the lines of a range are in the record of a patron who must not be named.
    fn is_secret(&mut self, source: SourceId, range: Range<usize>) -> bool {
        let path = self.sources.path(source);
        let Some(text) = self.sources.text(source).filter(|_| holds_patrons(path)) else {
            return false;
        };
        let tree = self.trees.entry(source);
        let tree = tree.or_insert_with(|| tree_of(path, text));
        let secrecy = self.secrecies.entry(source).or_insert_with(|| match tree {
            Some(Tree {
                node,
                spots,
                is_lossy: false,
                ..
            }) => Secrecy::of_tree(text, node, |item| {
                yaml::range_of(text, node, spots, &[Step::Item(item)], false).start
            }),
            // Whose record a lost piece belongs to, nobody knows.
            _ => Secrecy::of_all(text),
        });
        secrecy.is_secret(text, range)
    }

    /// Whether the line of a place in a secret record says nothing of who it is.
    fn is_shown(&self, place: &Place, range: Range<usize>) -> bool {
        let tree = self.trees.get(&place.source).and_then(Option::as_ref);
        let text = self.sources.text(place.source);
        tree.zip(text).is_some_and(|(tree, text)| {
            !tree.is_lossy && is_harmless(&text[lines_around(text, range)], &tree.node, &place.path)
        })
    }

    /// Where a location begins and ends: lines and columns, both from 1, columns in characters.
    pub fn lines_and_columns(
        &mut self,
        location: &Location,
    ) -> Option<((usize, usize), (usize, usize))> {
        let (source, range) = location.text.as_ref()?;
        let (text, line_index) = self.line_index(*source)?;
        let place = |at: usize| line_index.line_column(text, at);
        Some((place(range.start), place(range.end)))
    }

    /// A text and its line index; none if it was evicted.
    pub(crate) fn line_index(&mut self, source: SourceId) -> Option<(&'a str, &LineIndex)> {
        let text = self.sources.text(source)?;
        let line_index = self.line_indexes.entry(source);
        Some((text, line_index.or_insert_with(|| LineIndex::new(text))))
    }

    fn range(&mut self, place: &Place) -> Range<usize> {
        let (path, text) = (
            self.sources.path(place.source),
            self.sources.text(place.source),
        );
        let Some(text) = text else {
            return 0..0;
        };
        if path.ends_with(".toml") {
            let settings = self.settings.entry(place.source);
            let settings = settings.or_insert_with(|| site::Places::new(text));
            return settings.range_of(&place.path, place.key);
        }
        let tree = self
            .trees
            .entry(place.source)
            .or_insert_with(|| tree_of(path, text));
        match tree {
            Some(tree) => {
                let yaml = &text[tree.start..tree.end];
                let range = yaml::range_of(yaml, &tree.node, &tree.spots, &place.path, place.key);
                tree.start + range.start..tree.start + range.end
            }
            None => 0..0,
        }
    }
}

/// Writes down the bytes that values of a YAML text take from their first to their last; none for what is not found.
pub(super) fn extents<'a>(
    path: &str,
    text: &str,
    values: impl Iterator<Item = (&'a Place, &'a mut Range<usize>)>,
) {
    let mut tree = None;
    for (place, range) in values {
        let Some(tree) = tree.get_or_insert_with(|| tree_of(path, text)) else {
            return;
        };
        let extent = yaml::extent_of(&tree.node, &tree.spots, &place.path);
        *range = match extent {
            // Also what stands before its first field.
            Some(_) if place.path.is_empty() => tree.start..tree.end,
            Some(extent) => tree.start + extent.start..tree.start + extent.end,
            None => 0..0,
        };
    }
}

fn tree_of(path: &str, text: &str) -> Option<Tree> {
    let range = if path.ends_with(".md") {
        split(text).ok()?.front_matter?
    } else {
        0..text.len()
    };
    let yaml = &text[range.clone()];
    let (node, spots, is_lossy) = match yaml::parse(yaml) {
        Ok(node) => {
            let spots = yaml::locate(yaml, &node);
            (node, spots, false)
        }
        Err(error) => {
            let recovered = yaml::recover(yaml, &error);
            let node = recovered.node?;
            let spots = yaml::locate(&recovered.masked, &node);
            (node, spots, recovered.is_lossy)
        }
    };
    Some(Tree {
        node,
        spots,
        is_lossy,
        start: range.start,
        end: range.end,
    })
}
