//! The value of a diagnostic: its code and arguments, where it points to, its fix-it and its did-you-mean.

use super::code::{Code, Severity};
use super::nearest::{certain, nearest};
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
}

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

/// Whether any of them is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity() == Severity::Error)
}
