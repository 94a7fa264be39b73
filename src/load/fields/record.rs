//! The fields of a record: each is asked for by its name, and what is missing or unknown is reported.

use std::cell::LazyCell;

use ahash::HashSet;

use super::languages_apart::{in_language, is_own, together};
use super::trail::Trail;
use super::value::Value;
use crate::diagnostic::{Code, Diagnostic, nearest, sure};
use crate::load::advice::{SETTINGS, example, translated};
use crate::load::shape::{self, Shape};
use crate::load::yaml::{Node, in_marks};
use crate::model::place::Place;

impl<'a> Value<'a> {
    /// The fields of a mapping; `record` names it in messages.
    pub(crate) fn fields(&self, record: &'static str) -> Option<Fields<'a, '_>> {
        let entries: &[(String, Node)] = match (self.shape, self.node) {
            (Some(shape), _) => {
                shape.merge(shape::fields(record));
                &[]
            }
            (None, Node::Map(entries)) => entries,
            // All fields are asked for, so that it can be said which there are.
            (None, node) if self.is_part() && *node != Node::Broken => &[],
            (None, _) => return self.wrong_type("fields"),
        };
        Some(Fields {
            entries,
            value: self,
            record,
            known: Vec::with_capacity(16),
            bad: Vec::new(),
            empty: Vec::new(),
            repeated: Vec::new(),
            lacking: Vec::new(),
            examples: Vec::new(),
        })
    }
}

impl Value<'_> {
    /// Whether it is a part of a record, which can be written in brackets, and it is not certain how.
    fn is_part(&self) -> bool {
        let is_record = matches!(self.trail, Trail::Document);
        let is_certain = || self.as_it_should_be("fields").is_some();
        !self.reading.is_toml && !is_record && !is_certain()
    }

    /// Whether fields are read where no fields stand.
    fn has_no_fields(&self) -> bool {
        self.shape.is_none() && !matches!(self.node, Node::Map(_))
    }
}

/// Fields that stand at no record, though they are a document or items of a list.
const NO_RECORDS: [&str; 7] = [
    "site",
    "search",
    "import",
    "theme",
    "localised",
    "acceptance",
    "file-acceptance",
];

/// The fields of one record. Each is asked for by name; what nobody asked for is unknown.
pub(crate) struct Fields<'a, 'v> {
    pub(super) entries: &'a [(String, Node)],
    pub(super) value: &'v Value<'a>,
    pub(super) record: &'static str,
    known: Vec<&'static str>,
    /// Fields that stand and could not be read.
    pub(super) bad: Vec<&'static str>,
    /// Fields that stand and hold nothing, as forms leave them.
    empty: Vec<&'static str>,
    /// Fields that stand more than once.
    pub(super) repeated: Vec<&'static str>,
    /// Fields that have to be there and are not, each with what is said of it.
    lacking: Vec<(&'static str, Diagnostic)>,
    /// The fields that have to be there, each as an example, where none stand.
    examples: Vec<(&'static str, String)>,
}

/// The fields that a record can have. They are gathered once for all that nobody knows: a record may have thousands of those.
struct KnownFields {
    all: Vec<&'static str>,
    /// Those that do not stand here.
    absent: Vec<&'static str>,
}

impl KnownFields {
    /// The fields that an unknown one can mean: those that do not stand here already, if any of them is near.
    fn meant(&self, key: &str) -> &[&'static str] {
        let absent = || self.absent.iter().copied();
        match translated(key, &self.absent).is_some() || !nearest(key, absent()).is_empty() {
            true => &self.absent,
            false => &self.all,
        }
    }

    /// The field that an unknown one certainly means: the name is translated, or has one slip in it.
    fn certainly_meant(&self, key: &str) -> Option<&'static str> {
        let meant = self.meant(key);
        let in_language = || in_language(key, &self.all).map(|(name, _)| name);
        translated(key, meant).or_else(in_language).or_else(|| {
            let sure = sure(key, meant.iter().copied())?;
            meant.iter().copied().find(|name| *name == sure)
        })
    }
}

/// So many words are named where a field is missing.
const FEW: usize = 12;

/// Whether nothing is said.
fn is_empty(node: &Node) -> bool {
    match node {
        Node::Null => true,
        Node::Text(text) => text.is_empty(),
        Node::List(items) => items.is_empty(),
        Node::Map(_) | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Broken => false,
    }
}

/// Fields that mean something even where nothing is in them: what was said there may have been lost.
const MUST_BE_SAID: [&str; 1] = ["consent"];

/// What a project says of all its gifts; a gift outside of projects says it itself.
const OF_PROJECT: [&str; 5] = ["region", "district", "direction", "object", "purpose"];

impl<'a> Fields<'a, '_> {
    /// Reads a field that may be missing. One that is empty, as forms leave it, is missing.
    pub(crate) fn optional<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Value<'_>) -> Option<T>,
    ) -> Option<T> {
        self.read(name, false, read)
    }

    fn read<T>(
        &mut self,
        name: &'static str,
        is_required: bool,
        read: impl FnOnce(Value<'_>) -> Option<T>,
    ) -> Option<T> {
        self.known.push(name);
        if let Some(shape) = self.value.shape {
            let inner = shape.inner();
            read(Value {
                shape: Some(&inner),
                trail: Trail::Key(&self.value.trail, name),
                ..*self.value
            });
            shape.field(self.record, name, inner);
            return None;
        }
        let mut entries = self.entries.iter().filter(|(key, _)| key == name);
        let (_, node) = entries.next().or_else(|| self.misspelled_sample(name))?;
        if entries.next().is_some() {
            self.repeated.push(name);
        }
        if !is_required && !MUST_BE_SAID.contains(&name) && is_empty(node) {
            self.empty.push(name);
            return None;
        }
        let value = Value {
            node,
            trail: Trail::Key(&self.value.trail, name),
            ..*self.value
        };
        let read = match node {
            Node::Null => {
                let empty = value.report(Code::EmptyValue).with("field", name);
                value.fail(match is_required {
                    true => empty.with("what", "required"),
                    false => empty,
                })
            }
            Node::Broken => None,
            _ => read(value),
        };
        if read.is_none() {
            self.bad.push(name);
        }
        read
    }

    /// The fields that stand and hold nothing.
    pub(crate) fn empty(&self) -> Vec<&'static str> {
        self.empty.clone()
    }

    /// The fields that stand but could not be read: they were reported, and are not missing.
    pub(crate) fn bad(&self) -> Vec<&'static str> {
        let mut bad = self.bad.clone();
        bad.extend(self.certainly_meant().flatten());
        bad.extend(self.too_deep());
        bad
    }

    /// The fields that are not here, but stand within another field: they are told there, or that field is.
    fn too_deep(&self) -> Vec<&'static str> {
        let could_have = |key: &str| {
            let mut known = self.known.iter().copied();
            known.find(|name| *name == key && !self.is_written(name))
        };
        let unknown = self.entries.iter().filter(|(key, _)| !self.is_known(key));
        let inside = unknown.filter_map(|(_, node)| match node {
            Node::Map(fields) => Some(fields),
            _ => None,
        });
        let inside = inside.flatten().filter_map(|(key, _)| could_have(key));
        let mut deep: Vec<&'static str> = inside.collect();
        let reading = self.value.reading;
        if !reading.is_toml && !reading.is_sound() {
            deep.extend(reading.too_deep(&self.value.place(), could_have));
        }
        deep
    }

    /// The field is not there, but stands under another name, where it is told.
    pub(crate) fn is_misspelled(&self, name: &str) -> bool {
        let mut meant = self.certainly_meant();
        !self.is_written(name) && meant.any(|meant| meant == Some(name))
    }

    /// Whether a field stands here whose name nobody knows, nor what it means.
    pub(crate) fn has_strange(&self) -> bool {
        self.certainly_meant().any(|meant| meant.is_none())
    }

    /// The field `sample` under a name with a slip, which is told: were it not taken as meant, everything that the record
    /// names would be told, too.
    fn misspelled_sample(&self, name: &str) -> Option<&'a (String, Node)> {
        let mut entries = self.entries.iter();
        entries.find(|(key, node)| {
            name == "sample" && matches!(node, Node::Bool(_)) && sure(key, [name]).is_some()
        })
    }

    fn is_known(&self, key: &str) -> bool {
        self.known.contains(&key)
    }

    /// What each unknown field certainly means, if anything.
    fn certainly_meant(&self) -> impl Iterator<Item = Option<&'static str>> {
        let fields = LazyCell::new(|| self.known_fields());
        let unknown = self.entries.iter().filter(|(key, _)| !self.is_known(key));
        unknown.map(move |(key, _)| fields.certainly_meant(key))
    }

    fn known_fields(&self) -> KnownFields {
        let mut all = self.known.clone();
        all.sort_unstable();
        all.dedup();
        let mut absent = all.clone();
        absent.retain(|name| !self.is_written(name));
        KnownFields { all, absent }
    }

    /// Reads a field that must be there.
    pub(crate) fn required<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Value<'_>) -> Option<T>,
    ) -> Option<T> {
        if let Some(shape) = self.value.shape {
            shape.require(name);
        } else if !self.is_written(name) {
            self.known.push(name);
            let shape = Shape::default();
            drop(read(Value::wanted(&shape, self.value.reading)));
            self.missing_as(name, &shape.into_schema());
            return None;
        }
        self.read(name, true, read)
    }

    /// Says what must hold between fields, as JSON Schema; whoever reads a value checks it by hand.
    pub(crate) fn rule(&self, schema: impl FnOnce() -> serde_json::Value) {
        if let Some(shape) = self.value.shape {
            shape.rule(schema());
        }
    }

    /// Reports that a field is missing.
    pub(crate) fn missing(&mut self, name: &'static str) {
        self.missing_as(name, &serde_json::Value::Null);
    }

    /// The same for a field whose values have this schema.
    fn missing_as(&mut self, name: &'static str, schema: &serde_json::Value) {
        let is_toml = self.value.reading.is_toml;
        // It is told where it stands.
        let is_inside = |(_, node): &(String, Node)| match node {
            Node::Map(fields) => fields.iter().any(|(key, _)| key == name),
            _ => false,
        };
        if is_toml && SETTINGS.contains(&name) && self.entries.iter().any(is_inside) {
            return;
        }
        let example = example(name, schema, is_toml);
        if self.value.has_no_fields() {
            return self.examples.push((name, example.line));
        }
        let diagnostic = self
            .value
            .report(Code::MissingField)
            .with("field", name)
            .with("record", self.record)
            .with("example", example.line);
        let few = |known: &String| known.split(", ").count() <= FEW;
        let diagnostic = match example.known.filter(few) {
            Some(known) => diagnostic.with("known", known),
            None => diagnostic,
        };
        self.lacks(name, diagnostic);
    }

    /// Notes that a field is missing, to be told unless it stands under another name.
    pub(crate) fn lacks(&mut self, name: &'static str, diagnostic: Diagnostic) {
        match self.value.has_no_fields() {
            true => self.examples.push((name, format!("{name}: …"))),
            false => self.lacking.push((name, diagnostic)),
        }
    }

    /// The field is there, and something is in it.
    pub(crate) fn stands(&self, name: &str) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|(key, node)| key == name && (!is_empty(node) || MUST_BE_SAID.contains(&name)))
    }

    /// The field is there, whatever is in it.
    pub(super) fn is_written(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, _)| key == name)
    }

    /// The place of a field that is written and empty; else that of the record.
    pub(crate) fn place_or_record(&self, name: &str) -> Place {
        match self.is_written(name) {
            true => self.place(name).on_key(),
            false => self.value.place(),
        }
    }

    /// The place of a field.
    pub(crate) fn place(&self, name: &str) -> Place {
        self.value.place().at(name)
    }

    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        if !self.value.has_no_fields() {
            self.value.reading.report(diagnostic);
        }
    }

    /// Reports that something else stands where these fields belong.
    fn report_other(&self) {
        let other = self.value.report(Code::WrongType);
        let other = other
            .with("expected", "fields")
            .with("found", self.value.node.kind());
        let lines: Vec<&str> = self.examples.iter().map(|(_, line)| &**line).collect();
        self.value
            .reading
            .report(match (&*self.examples, self.value.node) {
                ([], _) => other.with("form", "fields"),
                ([(name, _)], Node::Text(text)) => other
                    .with("form", "fields-of")
                    .with("example", format!("{{{name}: {}}}", in_marks(text))),
                _ => other
                    .with("form", "fields-of")
                    .with("example", format!("{{{}}}", lines.join(", "))),
            });
    }

    /// Reads what any record or item of a list may have, and reports every field that nobody asked for.
    pub(crate) fn finish(mut self) {
        if self.value.has_no_fields() {
            return self.report_other();
        }
        if self.value.is_document_or_item() && !NO_RECORDS.contains(&self.record) {
            let of = *self.value;
            self.optional("accept", |v| v.acceptances(|| of.place()));
        }
        self.report_repeated();
        let meant: Vec<Option<&str>> = self.certainly_meant().collect();
        let mut lacking = std::mem::take(&mut self.lacking);
        let deep = self.too_deep();
        lacking.retain(|(name, _)| !meant.contains(&Some(name)) && !deep.contains(name));
        // As many fields that nobody knows as are missing: those, by other names.
        let strange = meant.iter().filter(|meant| meant.is_none()).count();
        if strange == 0 || strange != lacking.len() {
            for (_, diagnostic) in lacking {
                self.report(diagnostic);
            }
        }
        let mut seen: HashSet<&str> = self.known.iter().copied().collect();
        let fields = LazyCell::new(|| self.known_fields());
        let is_toml = self.value.reading.is_toml;
        let mut apart = HashSet::default();
        for (key, node) in self.entries {
            if !is_toml
                && !self.is_known(key)
                && let Some((name, _)) = in_language(key, &fields.all)
            {
                if apart.insert(name) {
                    self.languages_apart(key, name, &fields.all);
                }
                continue;
            }
            if seen.insert(key) && *node != Node::Broken {
                self.unknown(key, &fields);
            }
        }
    }

    /// Tells the fields of the languages of one text, at the first of them.
    fn languages_apart(&self, key: &str, name: &'static str, known: &[&'static str]) {
        let is_own = is_own(self.record, name);
        let told = Diagnostic::new(Code::UnknownField, self.value.place().at(key).on_key())
            .with("field", key)
            .with("record", self.record)
            .with("known", known.join(", "))
            .with("where", if is_own { "language-file" } else { "languages" });
        let is_free = !is_own && !self.is_written(name);
        let line = is_free.then(|| together(self.entries, name, known));
        self.value.reading.report(match line.flatten() {
            Some(line) => told.with("line", line),
            None => told,
        });
    }

    fn unknown(&self, key: &str, fields: &KnownFields) {
        let place = self.value.place().at(key).on_key();
        let reading = self.value.reading;
        let table = match self.value.trail {
            Trail::Key(_, table) | Trail::Item(&Trail::Key(_, table), _) => Some(table),
            _ => None,
        };
        if let Some(table) = table.filter(|_| reading.is_toml && SETTINGS.contains(&key)) {
            let diagnostic = Diagnostic::new(Code::UnderTable, place);
            return reading.report(diagnostic.with("field", key).with("table", table));
        }
        let diagnostic = Diagnostic::new(Code::UnknownField, place)
            .with("field", key)
            .with("record", self.record)
            .with("known", fields.all.join(", "));
        if self.record == "contribution" && OF_PROJECT.contains(&key) {
            return reading.report(diagnostic.with("where", "project"));
        }
        let meant = fields.meant(key);
        reading.report(match translated(key, meant) {
            Some(meant) => diagnostic
                .nearest(vec![meant.to_owned()])
                .replaced(Some(meant.to_owned())),
            None => diagnostic.meant(key, meant.iter().copied()),
        });
    }
}
