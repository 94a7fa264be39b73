//! A value that is being read: its node, its place, and the report of what is wrong with it.

use super::context::ReadContext;
use super::trail::Trail;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::fix_it::possible_amount;
use crate::load::shape::{self, Shape};
use crate::load::yaml::{Node, in_marks, is_list};
use crate::model::id::Id;
use crate::model::place::Place;

/// A value that is being read, and the path to it.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(super) node: &'a Node,
    pub(super) trail: Trail<'a>,
    pub(super) reading: &'a ReadContext,
    /// Schema generation: there is no value, and what would be accepted in its place is written down here.
    pub(super) shape: Option<&'a Shape>,
}

impl<'a> Value<'a> {
    /// The whole document.
    pub(crate) fn document(node: &'a Node, reading: &'a ReadContext) -> Value<'a> {
        Value {
            node,
            trail: Trail::Document,
            reading,
            shape: None,
        }
    }

    /// No value: readers that are given it write down in `shape` what they accept.
    pub(crate) fn wanted(shape: &'a Shape, reading: &'a ReadContext) -> Value<'a> {
        Value {
            shape: Some(shape),
            ..Value::document(&Node::Null, reading)
        }
    }

    /// Says what is accepted here, as JSON Schema; gives none if that is all that was asked for.
    pub(crate) fn takes(&self, schema: impl FnOnce() -> serde_json::Value) -> Option<()> {
        match self.shape {
            Some(shape) => {
                shape.merge(schema());
                None
            }
            None => Some(()),
        }
    }

    pub(crate) fn node(&self) -> &'a Node {
        self.node
    }

    /// Whether it is a record or an item of a list, and no field of one.
    pub(super) fn is_document_or_item(&self) -> bool {
        matches!(self.trail, Trail::Document | Trail::Item(..))
    }

    pub(crate) fn reading(&self) -> &'a ReadContext {
        self.reading
    }

    pub(crate) fn place(&self) -> Place {
        Place {
            source: self.reading.source,
            path: self.trail.steps(),
            key: false,
        }
    }

    /// Reports that something is wrong with this value.
    pub(crate) fn report(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code, self.place())
    }

    pub(super) fn fail<T>(&self, diagnostic: Diagnostic) -> Option<T> {
        self.reading.report(diagnostic);
        None
    }

    pub(super) fn wrong_type<T>(&self, expected: &'static str) -> Option<T> {
        if *self.node == Node::Broken {
            return None;
        }
        let is_toml = self.reading.is_toml;
        let (word, form) = match (expected, is_toml) {
            ("localised", true) => ("localised-toml", "localised-toml"),
            ("list", true) if matches!(self.trail, Trail::Key(_, "accept")) => {
                ("list", "tables-toml")
            }
            ("list", true) => ("list", "list-toml"),
            ("list", false) if matches!(self.node, Node::Map(_)) => ("list", "hyphen"),
            ("text", true) => ("text", "text-toml"),
            ("text", false) => ("text", "words"),
            _ => (expected, expected),
        };
        let found = match self.node {
            Node::Float(_) if word == "number" => "fraction",
            node => node.kind(),
        };
        let diagnostic = self
            .report(Code::WrongType)
            .with("expected", word)
            .with("found", found)
            .with("form", form);
        self.fail(match self.as_it_should_be(expected) {
            Some(field) => diagnostic.with("line", self.reading.whole_line(&self.place(), field)),
            None => diagnostic,
        })
    }

    /// The field in one line, where it is certain what was meant: a word in brackets, or the file of a picture alone.
    pub(super) fn as_it_should_be(&self, expected: &str) -> Option<String> {
        let Trail::Key(_, key) = self.trail else {
            return None;
        };
        let word = match (expected, self.node) {
            ("text", Node::List(items)) => match items.as_slice() {
                [Node::Text(word)] => word,
                [Node::Text(first), rest @ ..] if key == "patron" => {
                    let rest = rest.iter().map(|node| match node {
                        Node::Text(word) => Some(word.as_str()),
                        _ => None,
                    });
                    let words: Option<Vec<&str>> =
                        [Some(first.as_str())].into_iter().chain(rest).collect();
                    return Some(format!("patrons: [{}]", words?.join(", ")));
                }
                _ => return None,
            },
            ("list", Node::Text(text)) if key == "recipients" => {
                let id = Id::parse(text).filter(|_| !self.reading.is_toml)?;
                return Some(format!("{key}: [{{patron: {id}}}]"));
            }
            ("list", Node::Text(text)) if is_list(key) => {
                let items = text.split([',', ';']).map(str::trim);
                let items: Vec<&str> = items.filter(|item| !item.is_empty()).collect();
                let is_plain = |of: char| of.is_alphanumeric() || "-_/.".contains(of);
                let are_plain = items.iter().all(|item| item.chars().all(is_plain));
                let fits = are_plain && !self.reading.is_toml;
                return fits.then(|| format!("{key}: [{}]", items.join(", ")));
            }
            // In which language it is, nobody knows here: the first that the site requires.
            ("localised", Node::Text(text)) if !self.reading.is_toml => {
                let lang = self.reading.required.first()?;
                return Some(format!("{key}: {{{lang}: {}}}", in_marks(text)));
            }
            ("localised", Node::List(items)) => {
                let words = items.iter().map(|item| match item {
                    Node::Map(fields) => match fields.as_slice() {
                        [(lang, Node::Text(text))] => Some(format!("{lang}: {}", in_marks(text))),
                        _ => None,
                    },
                    _ => None,
                });
                let words: Option<Vec<String>> = words.collect();
                let words = words.filter(|words| !words.is_empty() && !self.reading.is_toml)?;
                return Some(format!("{key}: {{{}}}", words.join(", ")));
            }
            ("number", Node::Text(text)) => {
                let digits = text.bytes().take_while(u8::is_ascii_digit).count();
                let unit = text[digits..].strip_prefix(' ')?;
                // `5 млн` is more than five.
                let is_unit = digits > 0
                    && unit.chars().all(char::is_alphabetic)
                    && possible_amount(text).is_none();
                let fits = is_unit && !self.reading.is_toml;
                return fits.then(|| format!("{key}: {}", &text[..digits]));
            }
            ("text", Node::Map(fields)) => match fields.as_slice() {
                [(word, Node::Null)] => word,
                _ => return None,
            },
            ("fields", Node::Text(file)) if key == "image" => {
                let is_plain =
                    |letter: char| letter.is_alphanumeric() || " ._-/()".contains(letter);
                let is_file = file.chars().all(is_plain);
                return is_file.then(|| format!("{key}: {{file: {file}, alt: …}}"));
            }
            _ => return None,
        };
        (!self.reading.is_toml).then(|| format!("{key}: {word}"))
    }

    /// What was typed where something that is no text to YAML stands: a number, or yes and no.
    pub(super) fn typed_word(&self) -> Option<String> {
        let is_word = matches!(self.node, Node::Int(_) | Node::Float(_) | Node::Bool(_));
        match self.reading.is_toml {
            true => None,
            false if is_word => self.reading.typed(&self.place()),
            false => None,
        }
    }

    /// A mapping with names of the editor's own: each of them with its value. An empty one says nothing. None if one was bad.
    pub(crate) fn each<T>(
        &self,
        mut read: impl FnMut(&str, Value<'_>) -> Option<T>,
    ) -> Option<Vec<(String, T)>> {
        let Node::Map(entries) = self.node else {
            return self.wrong_type("fields");
        };
        let said = entries.iter().filter(|(_, node)| match node {
            Node::Text(text) => !text.trim().is_empty(),
            Node::Null => false,
            _ => true,
        });
        let read: Vec<Option<(String, T)>> = said
            .map(|(name, node)| {
                let trail = Trail::Key(&self.trail, name);
                let value = Value {
                    node,
                    trail,
                    ..*self
                };
                Some((name.clone(), read(name, value)?))
            })
            .collect();
        read.into_iter().collect()
    }

    /// A list of parts that others name by their ids: where one could not be read, none of them is missing for sure.
    pub(crate) fn parts<T>(&self, read: impl FnMut(Value<'_>) -> Option<T>) -> Option<Vec<T>> {
        let parts = self.list(read);
        if parts.is_none() && self.shape.is_none() {
            self.reading.note_partial();
        }
        parts
    }

    /// A list whose items are all read, so that every bad one is reported; none if one was bad.
    pub(crate) fn list<T>(&self, mut read: impl FnMut(Value<'_>) -> Option<T>) -> Option<Vec<T>> {
        if let Some(shape) = self.shape {
            let item = shape.inner();
            read(Value {
                shape: Some(&item),
                trail: Trail::Item(&self.trail, 0),
                ..*self
            });
            shape.merge(shape::list(item));
            return None;
        }
        let Node::List(items) = self.node else {
            return self.wrong_type("list");
        };
        let read: Vec<Option<T>> = items
            .iter()
            .enumerate()
            .map(|(item, node)| {
                read(Value {
                    node,
                    trail: Trail::Item(&self.trail, item),
                    ..*self
                })
            })
            .collect();
        read.into_iter().collect()
    }
}
