//! Deserialization and validation of a record, field by field: every bad field is reported, each at its place.
//!
//! Takes a [`Node`] and gives typed values and diagnostics. A reader of a value is a function from a [`Value`] to an
//! `Option`; what is wrong has been reported when it gives none.
//!
//! The same readers also say what they accept: given a [`Shape`] instead of a value, each reader writes its part of a
//! JSON Schema into it and gives none. So a schema cannot name other fields than the reader that it was made by.

use std::cell::RefCell;
use std::sync::Arc;

use ahash::HashSet;

use super::fix_it;
use super::shape::{self, Shape};
use super::yaml::{self, Node, YamlError};
use crate::diagnostic::{Acceptance, At, CappedDiagnostics, Code, Diagnostic};
use crate::model::date::{Date, DateError};
use crate::model::frame::Frame;
use crate::model::id::{Id, MAX_ID};
use crate::model::lang::{Lang, Localised};
use crate::model::money::{AmountError, MAX_AMOUNT, Tenge, parse_amount};
use crate::model::place::{Place, Step};
use crate::source::SourceId;
use crate::source::text::host;

/// Fields that call something by its name: lists, menus and maps have to hold it.
const NAMES: [&str; 8] = [
    "name", "title", "plural", "in", "of", "to", "centre", "place",
];
/// The letters of a name, at most.
const MAX_NAME: usize = 300;
/// The letters of any other field, at most: a page shows it whole, and lists do.
const MAX_FIELD: usize = 10_000;

/// What readers of one text share: whose text it is, the languages that a localised text must have, and what was found
/// wrong, and accepted, so far.
pub(crate) struct ReadContext {
    pub source: SourceId,
    pub required: Arc<[Lang]>,
    /// What stands around its texts.
    pub frame: Arc<Frame>,
    found: RefCell<CappedDiagnostics>,
    acceptances: RefCell<Vec<Acceptance>>,
}

impl ReadContext {
    pub(crate) fn new(source: SourceId, required: Arc<[Lang]>) -> ReadContext {
        ReadContext {
            source,
            required,
            frame: Arc::default(),
            found: RefCell::default(),
            acceptances: RefCell::default(),
        }
    }

    /// The same for texts in a frame.
    pub(crate) fn in_frame(self, frame: Arc<Frame>) -> ReadContext {
        ReadContext { frame, ..self }
    }

    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic);
    }

    pub(super) fn accept(&self, acceptance: Acceptance) {
        self.acceptances.borrow_mut().push(acceptance);
    }

    /// The acceptances that were read so far.
    pub(crate) fn take_acceptances(&self) -> Vec<Acceptance> {
        self.acceptances.take()
    }

    /// Parses YAML that stands at byte `start` of its file, and reports why it cannot be read.
    pub(crate) fn parse_yaml(&self, text: &str, start: usize) -> Option<Node> {
        let error = match yaml::parse(text) {
            Ok(node) => return Some(node),
            Err(error) => error,
        };
        let span = |at: usize| At::span(self.source, start + at..start + at);
        self.report(match error {
            YamlError::Syntax { why, at } => {
                Diagnostic::new(Code::Yaml, span(at)).with("reason", why.word())
            }
            YamlError::Tag { at } => Diagnostic::new(Code::YamlTag, span(at)),
            YamlError::TooDeep { at } => Diagnostic::new(Code::TooDeep, span(at)),
            YamlError::TooMany { at } => Diagnostic::new(Code::TooMany, span(at))
                .with("what", "values")
                .with("limit", yaml::MAX_VALUES),
        });
        None
    }

    /// What was found wrong, up to the limit of a file.
    pub(crate) fn into_found(self) -> CappedDiagnostics {
        self.found.into_inner()
    }

    /// What was found wrong.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_inner().into_vec()
    }
}

/// The path to a value: kept on the stack and written down only when a message needs it.
#[derive(Clone, Copy)]
enum Trail<'a> {
    Document,
    Key(&'a Trail<'a>, &'a str),
    Item(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    /// How many letters a text may have here.
    fn longest(&self) -> usize {
        match self {
            Trail::Key(parent, key) if Lang::from_code(key).is_some() => parent.longest(),
            Trail::Key(_, key) if NAMES.contains(key) => MAX_NAME,
            _ => MAX_FIELD,
        }
    }

    fn steps(&self) -> Vec<Step> {
        match self {
            Trail::Document => Vec::new(),
            Trail::Key(parent, key) => extended(parent.steps(), Step::from(*key)),
            Trail::Item(parent, item) => extended(parent.steps(), Step::Item(*item)),
        }
    }
}

fn extended(mut steps: Vec<Step>, step: Step) -> Vec<Step> {
    steps.push(step);
    steps
}

/// A value that is being read, and the path to it.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    node: &'a Node,
    trail: Trail<'a>,
    reading: &'a ReadContext,
    /// Schema generation: there is no value, and what would be accepted in its place is written down here.
    shape: Option<&'a Shape>,
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
    fn is_document_or_item(&self) -> bool {
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

    fn fail<T>(&self, diagnostic: Diagnostic) -> Option<T> {
        self.reading.report(diagnostic);
        None
    }

    fn wrong_type<T>(&self, expected: &'static str) -> Option<T> {
        self.fail(
            self.report(Code::WrongType)
                .with("expected", expected)
                .with("found", self.node.kind()),
        )
    }

    /// A text that is not empty.
    pub(crate) fn text(&self) -> Option<String> {
        self.takes(shape::text)?;
        match self.node {
            Node::Text(text) if text.trim().is_empty() => self.fail(self.report(Code::EmptyValue)),
            // The files have none, but quotation marks let one in by its number: "\u001b".
            Node::Text(text) if text.contains(is_control) => {
                let control = text.chars().find(|&letter| is_control(letter));
                let number = control.map_or(0, u32::from);
                self.fail(
                    self.report(Code::ControlCharacter)
                        .with("character", format!("U+{number:04X}")),
                )
            }
            Node::Text(text) => self.fits(text).then(|| text.clone()),
            _ => self.wrong_type("text"),
        }
    }

    /// Whether a text is no longer than what it stands for can be; reports it if not.
    fn fits(&self, text: &str) -> bool {
        let most = self.trail.longest();
        // No text has more letters than bytes.
        let length = match text.len() <= most {
            true => return true,
            false => text.chars().count(),
        };
        if length > most {
            let wrong = self.report(Code::TooLong).with("length", length);
            self.reading.report(wrong.with("limit", most));
        }
        length <= most
    }

    /// A code that may look like a number: `"190000000"`.
    pub(crate) fn code(&self) -> Option<String> {
        self.takes(shape::code)?;
        match self.node {
            Node::Int(number) if *number >= 0 => Some(number.to_string()),
            _ => self.text(),
        }
    }

    pub(crate) fn yes_or_no(&self) -> Option<bool> {
        self.takes(shape::yes_or_no)?;
        match self.node {
            Node::Bool(value) => Some(*value),
            _ => self.wrong_type("yes-or-no"),
        }
    }

    pub(crate) fn id(&self) -> Option<Id> {
        self.takes(shape::id)?;
        let text = match self.node {
            Node::Int(number) => number.to_string(),
            _ => self.text()?,
        };
        match Id::parse(&text) {
            Some(id) => Some(id),
            None => self.fail(
                self.report(Code::BadId)
                    .with("value", &text)
                    .with("limit", MAX_ID)
                    .nearest(match fix_it::id(&text) {
                        Some(_) => Vec::new(),
                        None => fix_it::slug(&text).into_iter().collect(),
                    })
                    .replaced(fix_it::id(&text)),
            ),
        }
    }

    /// An amount of 1 to 10¹⁵ whole tenge.
    pub(crate) fn amount(&self) -> Option<Tenge> {
        self.takes(shape::amount)?;
        let text = match self.node {
            Node::Int(number) => number.to_string(),
            // With its point: “5000000” alone would look right.
            Node::Float(number) => format!("{number:?}"),
            Node::Text(text) => text.clone(),
            _ => return self.wrong_type("amount"),
        };
        // A float is a fraction or an exponent, however it prints.
        let read = if matches!(self.node, Node::Float(_)) {
            Err(AmountError::NotDigits)
        } else {
            parse_amount(&text)
        };
        match read {
            Ok(amount) => Some(amount),
            Err(why) => {
                let reason = match why {
                    AmountError::NotDigits => "not-digits",
                    AmountError::Grouping => "grouping",
                    AmountError::Zero => "zero",
                    AmountError::TooLarge => "too-large",
                };
                self.fail(
                    self.report(Code::BadAmount)
                        .replaced(fix_it::amount(&text))
                        .with("value", text)
                        .with("reason", reason)
                        .with("limit", MAX_AMOUNT),
                )
            }
        }
    }

    pub(crate) fn date(&self) -> Option<Date> {
        self.takes(shape::date)?;
        let text = match self.node {
            Node::Int(number) => number.to_string(),
            Node::Text(text) => text.clone(),
            // Not as `2018`: that would be a date.
            Node::Float(number) => format!("{number:?}"),
            _ => return self.wrong_type("date"),
        };
        self.read_date(&text, true)
    }

    /// A date out of a text that may hold more, such as both ends of a period.
    pub(crate) fn parse_date(&self, text: &str) -> Option<Date> {
        self.read_date(text, false)
    }

    /// `whole`: the text is all of the value.
    fn read_date(&self, text: &str, whole: bool) -> Option<Date> {
        match Date::parse(text) {
            Ok(date) => Some(date),
            Err(why) => {
                let reason = if why == DateError::Form {
                    "form"
                } else {
                    "unreal"
                };
                self.fail(
                    self.report(Code::BadDate)
                        .with("value", text)
                        .with("reason", reason)
                        .replaced(whole.then(|| fix_it::date(text)).flatten()),
                )
            }
        }
    }

    /// A year of four digits.
    pub(crate) fn year(&self) -> Option<i16> {
        self.takes(shape::year)?;
        match self.date()? {
            Date::Year(year) => Some(year),
            other => self.fail(
                self.report(Code::BadDate)
                    .with("value", other)
                    .with("reason", "year"),
            ),
        }
    }

    /// A number of things, `at_least` or more.
    pub(crate) fn count(&self, at_least: u64) -> Option<u64> {
        self.takes(|| shape::count(at_least))?;
        match self.node {
            Node::Int(number) => match u64::try_from(*number) {
                Ok(number) if (at_least..=1_000_000_000_000).contains(&number) => Some(number),
                _ => self.fail(
                    self.report(Code::OutOfRange)
                        .with("value", number)
                        .with("least", at_least)
                        .with("most", "1 000 000 000 000"),
                ),
            },
            Node::Text(text) => match parse_amount(text) {
                Ok(Tenge(number)) if number <= 1_000_000_000_000 => Some(number as u64),
                _ => self.wrong_type("number"),
            },
            _ => self.wrong_type("number"),
        }
    }

    /// Degrees within `-limit ..= limit`.
    pub(crate) fn degrees(&self, limit: f64) -> Option<f64> {
        self.takes(|| shape::degrees(limit))?;
        let degrees = match self.node {
            Node::Float(number) => *number,
            Node::Int(number) => *number as f64,
            _ => return self.wrong_type("number"),
        };
        if degrees.abs() <= limit {
            return Some(degrees);
        }
        self.fail(
            self.report(Code::OutOfRange)
                .with("value", degrees)
                .with("least", -limit)
                .with("most", limit),
        )
    }

    /// An http or https address.
    pub(crate) fn url(&self) -> Option<String> {
        self.takes(shape::url)?;
        let text = self.text()?;
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let bad = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}')
        };
        match rest {
            Some(rest) if !rest.is_empty() && !rest.starts_with('/') && !text.contains(bad) => {
                if let Some(host) = host::hidden(&text) {
                    let hidden = self.report(Code::HiddenHost).with("url", &text);
                    return self.fail(hidden.with("host", host));
                }
                if let Some(host) = host::doubtful(&text) {
                    let doubtful = self.report(Code::DoubtfulHost).with("url", &text);
                    self.reading.report(doubtful.with("host", host));
                }
                Some(text)
            }
            _ => self.fail(self.report(Code::BadUrl).with("value", &text)),
        }
    }

    /// One of a closed set of words.
    pub(crate) fn choice<T: Copy>(&self, all: &[T], word: fn(T) -> &'static str) -> Option<T> {
        self.takes(|| shape::choice(all.iter().map(|&one| word(one))))?;
        let text = self.text()?;
        let words = || all.iter().map(|&one| word(one));
        match all.iter().find(|&&one| word(one) == text) {
            Some(&one) => Some(one),
            None => {
                let known = words().collect::<Vec<_>>().join(", ");
                let diagnostic = self
                    .report(Code::UnknownValue)
                    .with("value", &text)
                    .with("known", known);
                self.fail(diagnostic.meant(&text, words()))
            }
        }
    }

    pub(crate) fn lang(&self) -> Option<Lang> {
        self.choice(&Lang::ALL, Lang::code)
    }

    /// `{kk: …, ru: …, en: …}`, with at least the languages that the site requires.
    pub(crate) fn localised(&self) -> Option<Localised> {
        self.takes(shape::localised)?;
        let Node::Map(_) = self.node else {
            return self.wrong_type("localised");
        };
        let mut fields = self.fields("localised")?;
        let texts: Vec<(Lang, String)> = Lang::ALL
            .into_iter()
            .filter_map(|lang| {
                fields
                    .optional(lang.code(), |value| value.text())
                    .map(|text| (lang, text))
            })
            .collect();
        let mut missing = false;
        for &lang in self.reading.required.iter() {
            // A field that is there but bad was reported already.
            if !fields.stands(lang.code()) {
                missing = true;
                // The name of the field, not its first language, which is as it should be.
                let diagnostic = Diagnostic::new(Code::MissingLanguage, self.place().on_key());
                self.reading.report(diagnostic.with("lang", lang));
            }
        }
        if !missing && fields.entries.is_empty() {
            // No language is required, but one has to be there.
            self.reading.report(self.report(Code::EmptyValue));
        }
        fields.finish();
        (!missing && !texts.is_empty()).then(|| Localised::new(texts))
    }

    /// A localised text, or one plain text for all readers, such as the title of a source.
    pub(crate) fn plain_or_localised(&self) -> Option<Localised> {
        self.takes(shape::plain_or_localised)?;
        match self.node {
            Node::Text(_) => self
                .text()
                .map(|text| Localised::new(Lang::ALL.map(|lang| (lang, text.clone())))),
            _ => self.localised(),
        }
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

    /// The fields of a mapping; `record` names it in messages.
    pub(crate) fn fields(&self, record: &'static str) -> Option<Fields<'a, '_>> {
        if let Some(shape) = self.shape {
            shape.merge(shape::fields(record));
            return Some(Fields {
                entries: &[],
                value: self,
                record,
                known: Vec::new(),
                bad: Vec::new(),
            });
        }
        match self.node {
            Node::Map(entries) => Some(Fields {
                entries,
                value: self,
                record,
                known: Vec::with_capacity(16),
                bad: Vec::new(),
            }),
            _ => self.wrong_type("fields"),
        }
    }
}

fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t')
}

/// Fields that stand at no record, though they are a document or items of a list.
const NO_RECORDS: [&str; 5] = [
    "site",
    "theme",
    "localised",
    "acceptance",
    "file-acceptance",
];

/// The fields of one record. Each is asked for by name; what nobody asked for is unknown.
pub(crate) struct Fields<'a, 'v> {
    entries: &'a [(String, Node)],
    value: &'v Value<'a>,
    record: &'static str,
    known: Vec<&'static str>,
    /// Fields that stand and could not be read.
    bad: Vec<&'static str>,
}

impl<'a> Fields<'a, '_> {
    /// Reads a field that may be missing.
    pub(crate) fn optional<T>(
        &mut self,
        name: &'static str,
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
        let (_, node) = entries.next()?;
        for nth in 1..=entries.count() {
            let mut place = self.value.place();
            let first = place.at(name).on_key();
            place.path.push(Step::Repeated(name.to_owned(), nth));
            let diagnostic = Diagnostic::new(Code::RepeatedField, place.on_key())
                .with("field", name)
                .also(first);
            self.value.reading.report(diagnostic);
        }
        let value = Value {
            node,
            trail: Trail::Key(&self.value.trail, name),
            ..*self.value
        };
        let read = match node {
            Node::Null => value.fail(value.report(Code::EmptyValue).with("field", name)),
            _ => read(value),
        };
        if read.is_none() {
            self.bad.push(name);
        }
        read
    }

    /// The fields that stand but could not be read: they were reported, and are not missing.
    pub(crate) fn bad(&self) -> Vec<&'static str> {
        self.bad.clone()
    }

    /// Reads a field that must be there.
    pub(crate) fn required<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Value<'_>) -> Option<T>,
    ) -> Option<T> {
        if let Some(shape) = self.value.shape {
            shape.require(name);
        } else if !self.stands(name) {
            self.known.push(name);
            self.missing(name);
            return None;
        }
        self.optional(name, read)
    }

    /// Says what must hold between fields, as JSON Schema; whoever reads a value checks it by hand.
    pub(crate) fn rule(&self, schema: impl FnOnce() -> serde_json::Value) {
        if let Some(shape) = self.value.shape {
            shape.rule(schema());
        }
    }

    /// Reports that a field is missing.
    pub(crate) fn missing(&self, name: &'static str) {
        let diagnostic = self
            .value
            .report(Code::MissingField)
            .with("field", name)
            .with("record", self.record);
        self.value.reading.report(diagnostic);
    }

    /// The field is there, whatever is in it.
    pub(crate) fn stands(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, _)| key == name)
    }

    /// The place of a field.
    pub(crate) fn place(&self, name: &str) -> Place {
        self.value.place().at(name)
    }

    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        self.value.reading.report(diagnostic);
    }

    /// Reads what any record or item of a list may have, and reports every field that nobody asked for.
    pub(crate) fn finish(mut self) {
        if self.value.is_document_or_item() && !NO_RECORDS.contains(&self.record) {
            let of = *self.value;
            self.optional("accept", |v| v.acceptances(|| of.place()));
        }
        let mut seen: HashSet<&str> = self.known.iter().copied().collect();
        for (key, _) in self.entries {
            if seen.insert(key) {
                let diagnostic = Diagnostic::new(
                    Code::UnknownField,
                    self.value.place().at(key.as_str()).on_key(),
                )
                .with("field", key)
                .with("record", self.record)
                .meant(key, self.known.iter().copied());
                self.value.reading.report(diagnostic);
            }
        }
    }
}
