//! The value of a diagnostic: its code and arguments, where it points to, its fix-it and its did-you-mean.

use super::code::{Code, Severity};
use super::nearest::{certain, nearest};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::source::{SourceId, Span};

/// Where a diagnostic points to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum At {
    /// A value of a YAML text, found in it when the message is shown.
    Place(Place),
    /// A range of bytes in a text.
    Span(Span),
    /// A file as a whole, by its path from the site's root.
    File(String),
}

impl From<Place> for At {
    fn from(place: Place) -> At {
        At::Place(place)
    }
}

impl At {
    /// A range of bytes in a text.
    pub(crate) fn span(source: SourceId, range: std::ops::Range<usize>) -> At {
        At::Span(Span { source, range })
    }

    /// The text that it points into.
    pub(crate) fn source(&self) -> Option<SourceId> {
        match self {
            At::Place(place) => Some(place.source),
            At::Span(span) => Some(span.source),
            At::File(_) => None,
        }
    }
}

/// One thing that is wrong with the content, the theme or the settings.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    pub code: Code,
    pub at: At,
    /// The arguments of the message, which names them as `{ $name }`.
    pub args: Vec<(&'static str, String)>,
    /// Other places that belong to it, such as the first of two equal ids.
    pub others: Vec<At>,
    /// Did-you-mean: what the editor probably meant, nearest first.
    pub nearest: Vec<String>,
    /// The fix-it: what has to stand in the place of `at`, where that is certain.
    pub replacement: Option<Box<Replacement>>,
    /// The arguments that are not told, since it stands where somebody is written of who must not be named: a bit for each,
    /// by its place, so that diagnostics stay small. Reporters decide it, by where it points to.
    secret: u8,
    /// Somebody who must not be named is named in a line that it points to.
    pub names_somebody: bool,
}

/// Arguments that quote nothing of a text: the words of the program, ids, numbers and dates.
const NO_QUOTATIONS: [&str; 63] = [
    "id", "field", "record", "kind", "expected", "found", "lang", "limit", "size", "reason",
    "date", "since", "what", "page", "others", "region", "least", "most", "hint", "known",
    "encoding", "earlier", "later", "letter", "status", "when", "free", "script", "seems",
    "project", "gifts", "year", "where", "other", "of", "there", "code", "length", "row", "column",
    "form", "example", "fields", "count", "table", "folder", "spaces", "why", "wider", "imported",
    "givers", "same", "own", "stands", "sort", "serial", "camera", "space", "state", "by", "kinds",
    "at", "nothing",
];

/// Whether an argument of this name quotes nothing of a text.
#[cfg(test)]
pub(crate) fn quotes_nothing(name: &str) -> bool {
    NO_QUOTATIONS.contains(&name)
}

/// Codes of which the did-you-mean is a word that the program knows, or a number: not a name that is written there.
const OF_KNOWN_WORDS: [Code; 6] = [
    Code::UnknownField,
    Code::UnknownValue,
    Code::UnknownId,
    Code::UnknownDistrict,
    Code::BadDate,
    Code::BadAmount,
];

/// The text of a fix-it. Few diagnostics have one: in a box it keeps the others small.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Replacement(pub String);

impl Diagnostic {
    pub(crate) fn new(code: Code, at: impl Into<At>) -> Diagnostic {
        Diagnostic {
            code,
            at: at.into(),
            args: Vec::new(),
            others: Vec::new(),
            nearest: Vec::new(),
            replacement: None,
            secret: 0,
            names_somebody: false,
        }
    }

    /// Adds an argument of the message, as content wrote it: `visible` keeps escape codes from terminals.
    pub(crate) fn with(mut self, name: &'static str, word: impl ToString) -> Diagnostic {
        self.args.push((name, word.to_string()));
        self
    }

    /// Adds another place that belongs to it.
    pub(crate) fn also(mut self, at: impl Into<At>) -> Diagnostic {
        self.others.push(at.into());
        self
    }

    /// Adds what was probably meant.
    pub(crate) fn nearest(mut self, names: Vec<String>) -> Diagnostic {
        self.nearest = names;
        self
    }

    /// Adds the known names nearest to `word`, and replaces it by the one that was certainly meant. A place in a text
    /// is not replaced: more than the word stands there.
    pub(crate) fn meant<'a>(
        self,
        word: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Diagnostic {
        let names = nearest(word, known);
        let replacement = match self.at {
            At::Place(_) => certain(word, &names),
            At::Span(_) | At::File(_) => None,
        };
        self.nearest(names).replaced(replacement)
    }

    /// Adds the fix-it: what has to stand there instead.
    pub(crate) fn replaced(mut self, replacement: Option<String>) -> Diagnostic {
        self.replacement = replacement.map(|text| Box::new(Replacement(text)));
        self
    }

    /// The same where what it quotes of the text must not be told, nor an id that `tells` something.
    pub(crate) fn kept_secret(&self, tells: impl Fn(&str) -> bool) -> Diagnostic {
        // What is nearly a known word is a slip in that word, and no name.
        let is_slip = OF_KNOWN_WORDS.contains(&self.code) && !self.nearest.is_empty();
        // A field that stands too deep is one that the program knows.
        let is_deep = self.args.iter().any(|(name, _)| *name == "where");
        let is_field = |name: &str| self.code == Code::UnknownField && name == "field" && !is_deep;
        // The path of a file is told with every message, and so are the names in it.
        let is_of_path = self.code == Code::WindowsName && matches!(self.at, At::File(_));
        let quotes = |name: &str| {
            !is_slip && !is_of_path && (!NO_QUOTATIONS.contains(&name) || is_field(name))
        };
        // A number or a date is no part of a name.
        let has_letters = |value: &str| value.contains(char::is_alphabetic);
        // What is no id may be a name.
        let is_name = |name: &str, value: &str| {
            self.code == Code::UnknownId && name == "id" && Id::parse(value).is_none()
        };
        let is_secret = |(name, value): &(&'static str, String)| {
            (quotes(name) || is_name(name, value)) && has_letters(value) || tells(value)
        };
        let mut told = self.clone();
        told.secret = (0..)
            .zip(&self.args)
            .filter(|(_, arg)| is_secret(arg))
            .fold(0, |bits, (place, _)| bits | bit(place));
        // With the folder of its records comes the id of one of them, and no name is in it.
        let names_record = self.args.iter().any(|(name, _)| *name == "folder");
        if !OF_KNOWN_WORDS.contains(&self.code) {
            told.replacement = None;
            if !names_record {
                told.nearest.clear();
            }
        }
        told
    }

    /// Whether an argument may be told.
    pub(crate) fn tells(&self, name: &str) -> bool {
        let place = self.args.iter().position(|(given, _)| *given == name);
        place.is_none_or(|place| self.secret & bit(place) == 0)
    }

    /// An argument of the message, if it has one of this name.
    pub(crate) fn argument(&self, name: &str) -> Option<&str> {
        let (_, value) = self.args.iter().find(|(given, _)| *given == name)?;
        Some(value)
    }

    /// The texts that it points into.
    pub(crate) fn sources(&self) -> impl Iterator<Item = SourceId> {
        std::iter::once(&self.at)
            .chain(&self.others)
            .filter_map(At::source)
    }

    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// The bit of an argument; the eighth and later share one.
fn bit(place: usize) -> u8 {
    1 << place.min(7)
}

/// Whether any of them is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity() == Severity::Error)
}
