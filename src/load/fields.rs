//! Deserialization and validation of a record, field by field: every bad field is reported, each at its place.
//!
//! Takes a [`Node`] and gives typed values and diagnostics. A reader of a value is a function from a [`Value`] to an
//! `Option`; what is wrong has been reported when it gives none.
//!
//! The same readers also say what they accept: given a [`Shape`] instead of a value, each reader writes its part of a
//! JSON Schema into it and gives none. So a schema cannot name other fields than the reader that it was made by.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;
use std::sync::Arc;

use ahash::HashSet;

use super::advice::{self, SETTINGS, example, translated};
use super::fix_it;
use super::shape::{self, Shape};
use super::yaml::{self, Cut, Node, YamlError};
use crate::diagnostic::{Acceptance, At, CappedDiagnostics, Code, Diagnostic, sure};
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
    unread: RefCell<Vec<String>>,
    is_partial: Cell<bool>,
    /// The YAML that was parsed last, and the places of its values once they are asked for.
    yaml: RefCell<String>,
    places: OnceCell<Option<(Node, yaml::Spot)>>,
    is_toml: bool,
}

/// The words of a text that may be ids.
pub(crate) fn possible_ids(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    words
        .filter_map(|word| Id::parse(word.trim_matches('-')))
        .map(|id| id.to_string())
}

impl ReadContext {
    pub(crate) fn new(source: SourceId, required: Arc<[Lang]>) -> ReadContext {
        ReadContext {
            source,
            required,
            frame: Arc::default(),
            found: RefCell::default(),
            acceptances: RefCell::default(),
            unread: RefCell::default(),
            is_partial: Cell::new(false),
            yaml: RefCell::default(),
            places: OnceCell::new(),
            is_toml: false,
        }
    }

    /// The same for a text in TOML, which has its own way to write values.
    pub(crate) fn in_toml(self) -> ReadContext {
        ReadContext {
            is_toml: true,
            ..self
        }
    }

    /// The same for texts in a frame.
    pub(crate) fn in_frame(self, frame: Arc<Frame>) -> ReadContext {
        ReadContext { frame, ..self }
    }

    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        let may_be_lost = matches!(
            diagnostic.code,
            Code::MissingField
                | Code::MissingLanguage
                | Code::AmountMissing
                | Code::GiverMissing
                | Code::ConsentMissing
        );
        if !(may_be_lost && self.is_partial()) {
            self.found.borrow_mut().push(diagnostic);
        }
    }

    /// Where the value at a place stands in the YAML.
    fn range(&self, place: &Place) -> Option<Range<usize>> {
        let text = self.yaml.borrow();
        let located = self.places.get_or_init(|| {
            let node = yaml::parse(&text).ok()?;
            let spots = yaml::locate(&text, &node);
            Some((node, spots))
        });
        let (node, spots) = located.as_ref()?;
        Some(yaml::range_of(&text, node, spots, &place.path, false))
    }

    /// What was typed as the value at a place, if it stands in one line.
    fn typed(&self, place: &Place) -> Option<String> {
        let range = self.range(place)?;
        let text = self.yaml.borrow();
        let typed = text.get(range)?;
        (!typed.is_empty() && !typed.contains('\n')).then(|| typed.to_owned())
    }

    /// Whether the value at a place stands in brackets.
    fn is_in_brackets(&self, place: &Place) -> bool {
        let start = self.range(place).map_or(0, |range| range.start);
        let text = self.yaml.borrow();
        text.get(..start)
            .is_some_and(|before| before.trim_end().ends_with('{'))
    }

    pub(super) fn accept(&self, acceptance: Acceptance) {
        self.acceptances.borrow_mut().push(acceptance);
    }

    /// The acceptances that were read so far.
    pub(crate) fn take_acceptances(&self) -> Vec<Acceptance> {
        self.acceptances.take()
    }

    /// Parses YAML that stands at byte `start` of its file, and reports all that cannot be read of it, or only otherwise
    /// than it was meant. Gives what can be read.
    pub(crate) fn parse_yaml(&self, text: &str, start: usize) -> Option<Node> {
        text.clone_into(&mut self.yaml.borrow_mut());
        match yaml::parse(text) {
            Ok(mut node) => {
                if let Some(mistake) = yaml::lone_field(text, &node) {
                    self.report(self.mistake(mistake, start));
                    self.is_partial.set(true);
                    return None;
                }
                self.report_cuts(yaml::cuts(text, &mut node), start);
                Some(node)
            }
            Err(error) => {
                let recovered = yaml::recover(text, &error);
                for mistake in recovered.mistakes {
                    self.report(self.mistake(mistake, start));
                }
                let words = recovered.broken.into_iter();
                let words = words.flat_map(|range| possible_ids(&text[range]));
                self.unread.borrow_mut().extend(words);
                self.is_partial.set(true);
                let mut node = recovered.node?;
                self.report_cuts(yaml::cuts(&recovered.masked, &mut node), start);
                *self.yaml.borrow_mut() = recovered.masked;
                Some(node)
            }
        }
    }

    fn report_cuts(&self, cuts: Vec<yaml::CutText>, start: usize) {
        for yaml::CutText { why, at, line } in cuts {
            let byte = at;
            let at = At::span(self.source, start + byte..start + byte);
            let marks = || {
                let text = self.yaml.borrow();
                match text.get(byte..).and_then(|rest| rest.chars().next()) {
                    Some('‘') => "‘ ’",
                    Some('„') => "„ “",
                    _ => "“ ”",
                }
            };
            let cut = match why {
                Cut::Hash => Diagnostic::new(Code::CutByHash, at),
                Cut::Comma => Diagnostic::new(Code::CutByComma, at),
                Cut::WordQuotes => Diagnostic::new(Code::WordQuotes, at)
                    .with("reason", "around")
                    .with("marks", marks()),
                Cut::StrayQuote => Diagnostic::new(Code::WordQuotes, at)
                    .with("reason", "stray")
                    .with("marks", "\""),
                Cut::OnlyNote => Diagnostic::new(Code::Yaml, at).with("reason", "hash"),
                Cut::NoColon => Diagnostic::new(Code::Yaml, at).with("reason", "no-colon"),
                Cut::BareList => Diagnostic::new(Code::Yaml, at).with("reason", "bare-list"),
                Cut::ColonSpace => Diagnostic::new(Code::Yaml, at).with("reason", "colon-space"),
            };
            self.report(cut.with("line", line));
        }
    }

    fn mistake(&self, mistake: yaml::Mistake, start: usize) -> Diagnostic {
        let at = start + mistake.error.at();
        let at = At::span(self.source, at..at);
        let told = match mistake.error {
            YamlError::Syntax { why, .. } => {
                Diagnostic::new(Code::Yaml, at).with("reason", why.word())
            }
            YamlError::Tag { .. } => Diagnostic::new(Code::YamlTag, at),
            YamlError::TooDeep { .. } => Diagnostic::new(Code::TooDeep, at),
            YamlError::TooMany { .. } => Diagnostic::new(Code::TooMany, at)
                .with("what", "values")
                .with("limit", yaml::MAX_VALUES),
        };
        match mistake.line {
            Some(line) => told.with("line", line),
            None => told,
        }
    }

    /// The words in what could not be read that may be ids, each of them may be that of a record.
    pub(crate) fn take_unread(&self) -> Vec<String> {
        self.unread.take()
    }

    /// Something of the text could not be read: nothing is missing for sure.
    pub(crate) fn is_partial(&self) -> bool {
        self.is_partial.get()
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
            Some(line) => diagnostic.with("line", line),
            None => diagnostic,
        })
    }

    /// The field in one line, where it is certain what was meant: a word in brackets, or the file of a picture alone.
    fn as_it_should_be(&self, expected: &str) -> Option<String> {
        let Trail::Key(_, key) = self.trail else {
            return None;
        };
        let word = match (expected, self.node) {
            ("text", Node::List(items)) => match items.as_slice() {
                [Node::Text(word)] => word,
                _ => return None,
            },
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
    fn typed_word(&self) -> Option<String> {
        let is_word = matches!(self.node, Node::Int(_) | Node::Float(_) | Node::Bool(_));
        match self.reading.is_toml {
            true => None,
            false if is_word => self.reading.typed(&self.place()),
            false => None,
        }
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
            _ => match self.typed_word() {
                Some(typed) => self.fail(
                    self.report(Code::WrongType)
                        .with("expected", "text")
                        .with("found", self.node.kind())
                        .with("form", "text")
                        .replaced(Some(format!("\"{typed}\""))),
                ),
                None => self.wrong_type("text"),
            },
        }
    }

    /// A text that quotation marks would not make right.
    fn word(&self) -> Option<String> {
        match self.node {
            Node::Text(_) => self.text(),
            _ => self.typed_word().or_else(|| self.wrong_type("text")),
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
            Node::Text(text) => match advice::yes_or_no(text) {
                Some(meant) => self.fail(
                    self.report(Code::WrongType)
                        .with("expected", "yes-or-no")
                        .with("found", self.node.kind())
                        .with("form", "yes-or-no")
                        .replaced(Some(meant.to_string())),
                ),
                None => self.wrong_type("yes-or-no"),
            },
            _ => self.wrong_type("yes-or-no"),
        }
    }

    pub(crate) fn id(&self) -> Option<Id> {
        self.takes(shape::id)?;
        let text = match self.node {
            Node::Int(number) => number.to_string(),
            Node::Text(_) => self.text()?,
            _ => return self.wrong_type("text"),
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
                        .nearest(match fix_it::amount(&text) {
                            Some(_) => Vec::new(),
                            None => fix_it::possible_amount(&text).into_iter().collect(),
                        })
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
                        .nearest(
                            fix_it::possible_date(text)
                                .filter(|_| whole)
                                .into_iter()
                                .collect(),
                        )
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
        let text = self.word()?;
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
        let text = self.word()?;
        let words = || all.iter().map(|&one| word(one));
        match all.iter().find(|&&one| word(one) == text) {
            Some(&one) => Some(one),
            None => {
                let known = words().collect::<Vec<_>>().join(", ");
                let diagnostic = self
                    .report(Code::UnknownValue)
                    .with("value", &text)
                    .with("known", known);
                let bare = fix_it::without_quotes(&text);
                self.fail(match words().find(|word| bare == Some(word)) {
                    Some(word) => diagnostic.replaced(Some(word.to_owned())),
                    None => diagnostic.meant(&text, words()),
                })
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
            if fields.is_misspelled(lang.code()) {
                missing = true;
            } else if !fields.stands(lang.code()) {
                missing = true;
                if fields.is_written(lang.code()) {
                    let place = fields.place(lang.code());
                    self.reading
                        .report(Diagnostic::new(Code::EmptyValue, place));
                    continue;
                }
                // The name of the field, not its first language, which is as it should be.
                let diagnostic = Diagnostic::new(Code::MissingLanguage, self.place().on_key());
                self.reading.report(diagnostic.with("lang", lang));
            }
        }
        if !missing && texts.is_empty() && fields.bad.is_empty() {
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
                repeated: Vec::new(),
                lacking: Vec::new(),
            });
        }
        match self.node {
            Node::Map(entries) => Some(Fields {
                entries,
                value: self,
                record,
                known: Vec::with_capacity(16),
                bad: Vec::new(),
                repeated: Vec::new(),
                lacking: Vec::new(),
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
    /// Fields that stand more than once.
    repeated: Vec<&'static str>,
    /// Fields that have to be there and are not, each with what is said of it.
    lacking: Vec<(&'static str, Diagnostic)>,
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

impl<'a> Fields<'a, '_> {
    /// Reads a field that may be missing. One that is empty, as forms leave it, is missing.
    pub(crate) fn optional<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Value<'_>) -> Option<T>,
    ) -> Option<T> {
        self.read(name, MUST_BE_SAID.contains(&name), read)
    }

    fn read<T>(
        &mut self,
        name: &'static str,
        is_wanted: bool,
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
        if entries.next().is_some() {
            self.repeated.push(name);
        }
        if !is_wanted && is_empty(node) {
            return None;
        }
        let value = Value {
            node,
            trail: Trail::Key(&self.value.trail, name),
            ..*self.value
        };
        let read = match node {
            Node::Null => value.fail(value.report(Code::EmptyValue).with("field", name)),
            Node::Broken => None,
            _ => read(value),
        };
        if read.is_none() {
            self.bad.push(name);
        }
        read
    }

    /// The fields that stand but could not be read: they were reported, and are not missing.
    pub(crate) fn bad(&self) -> Vec<&'static str> {
        let mut bad = self.bad.clone();
        let unknown = self.entries.iter().filter(|(key, _)| !self.is_known(key));
        bad.extend(unknown.filter_map(|(key, _)| self.certainly_meant(key)));
        bad
    }

    /// The field is not there, but stands under another name, where it is told.
    pub(crate) fn is_misspelled(&self, name: &str) -> bool {
        let unknown = self.entries.iter().filter(|(key, _)| !self.is_known(key));
        let mut meant = unknown.filter_map(|(key, _)| self.certainly_meant(key));
        !self.is_written(name) && meant.any(|meant| meant == name)
    }

    fn is_known(&self, key: &str) -> bool {
        self.known.contains(&key)
    }

    /// The field that an unknown one certainly means: the name is translated, or has one slip in it.
    fn certainly_meant(&self, key: &str) -> Option<&'static str> {
        let known = || self.known.iter().copied();
        translated(key, &self.known).or_else(|| {
            let meant = sure(key, known())?;
            known().find(|name| *name == meant)
        })
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
        self.lacking.push((name, diagnostic));
    }

    /// The field is there, and something is in it.
    pub(crate) fn stands(&self, name: &str) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|(key, node)| key == name && (!is_empty(node) || MUST_BE_SAID.contains(&name)))
    }

    /// The field is there, whatever is in it.
    fn is_written(&self, name: &str) -> bool {
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
        self.value.reading.report(diagnostic);
    }

    /// Reads what any record or item of a list may have, and reports every field that nobody asked for.
    pub(crate) fn finish(mut self) {
        if self.value.is_document_or_item() && !NO_RECORDS.contains(&self.record) {
            let of = *self.value;
            self.optional("accept", |v| v.acceptances(|| of.place()));
        }
        self.report_repeated();
        let unknown = self.entries.iter().filter(|(key, _)| !self.is_known(key));
        let meant: Vec<&str> = unknown
            .filter_map(|(key, _)| self.certainly_meant(key))
            .collect();
        for (name, diagnostic) in std::mem::take(&mut self.lacking) {
            // It is told where it stands under another name.
            if !meant.contains(&name) {
                self.report(diagnostic);
            }
        }
        let mut seen: HashSet<&str> = self.known.iter().copied().collect();
        for (key, node) in self.entries {
            if seen.insert(key) && *node != Node::Broken {
                self.unknown(key);
            }
        }
    }

    fn unknown(&self, key: &str) {
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
        let mut known = self.known.clone();
        known.sort_unstable();
        known.dedup();
        let diagnostic = Diagnostic::new(Code::UnknownField, place)
            .with("field", key)
            .with("record", self.record)
            .with("known", known.join(", "));
        reading.report(match translated(key, &known) {
            Some(meant) => diagnostic
                .nearest(vec![meant.to_owned()])
                .replaced(Some(meant.to_owned())),
            None => diagnostic.meant(key, known.iter().copied()),
        });
    }

    /// Reports fields that stand twice: one by one, or as the item without a hyphen that they seem to be.
    fn report_repeated(&self) {
        if self.repeated.is_empty() {
            return;
        }
        let is_item = matches!(self.value.trail, Trail::Item(..));
        let first = self.entries.first().map(|(key, _)| key.as_str());
        let begins_again = first.is_some_and(|first| self.repeated.contains(&first));
        let of = |name: &'static str, nth: usize| {
            let mut place = self.value.place();
            place.path.push(Step::Repeated(name.to_owned(), nth));
            place.on_key()
        };
        let times = |name: &str| self.entries.iter().filter(|(key, _)| key == name).count();
        let is_item = is_item && !self.value.reading.is_in_brackets(&self.value.place());
        if is_item && (begins_again || self.repeated.len() > 1) {
            // The items that are not there for themselves: what names them is no second mistake.
            let ids = self.entries.iter().filter(|(key, _)| key == "id").skip(1);
            let ids = ids.filter_map(|(_, node)| match node {
                Node::Text(id) => Some(id.clone()),
                _ => None,
            });
            self.value.reading.unread.borrow_mut().extend(ids);
            let most = self.repeated.iter().map(|name| times(name)).max();
            for nth in 1..most.unwrap_or(0) {
                let mut again: Vec<(usize, &'static str)> = self
                    .repeated
                    .iter()
                    .filter_map(|&name| {
                        let entries = self.entries.iter().enumerate();
                        let mut places = entries.filter(|(_, (key, _))| key == name);
                        Some((places.nth(nth)?.0, name))
                    })
                    .collect();
                again.sort_unstable();
                let Some(&(at, name)) = again.first() else {
                    continue;
                };
                let names: Vec<String> = again.iter().map(|(_, name)| (*name).to_owned()).collect();
                let diagnostic = Diagnostic::new(Code::MissingHyphen, of(name, nth))
                    .with("record", self.record)
                    .with("count", if again.len() == 1 { "one" } else { "more" })
                    .with("fields", names.join(", "))
                    .also(self.value.place().at(name).on_key());
                let value = match &self.entries[at].1 {
                    Node::Text(text) if Id::parse(text).is_some() => Some(text.clone()),
                    Node::Int(number) => Some(number.to_string()),
                    _ => None,
                };
                let line = value.map(|value| format!("- {name}: {value}"));
                self.report(match line {
                    Some(line) => diagnostic.with("line", line),
                    None => diagnostic,
                });
            }
            return;
        }
        for &name in &self.repeated {
            for nth in 1..times(name) {
                let diagnostic = Diagnostic::new(Code::RepeatedField, of(name, nth))
                    .with("field", name)
                    .with("where", if is_item { "item" } else { "record" })
                    .also(self.value.place().at(name).on_key());
                self.report(diagnostic);
            }
        }
    }
}
