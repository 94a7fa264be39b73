//! Fluent lint errors: what can be wrong in a message file, as a value with its span.
//!
//! Must not know how it is shown: whoever shows it knows the source and draws the lines.

use std::fmt;
use std::ops::Range;

use fluent_syntax::parser::ErrorKind;

/// Something wrong in a Fluent file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MessageProblem {
    /// The name of the source, as it was given.
    pub source: String,
    /// Bytes of the source's text, on character boundaries.
    pub range: Range<usize>,
    pub kind: MessageProblemKind,
}

/// What is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MessageProblemKind {
    /// Not Fluent; the entry is left out.
    Syntax(ErrorKind),
    /// A line that goes on with the text above it, but is not indented; the rest of the text is left out.
    Unindented,
    /// Placeables in placeables in placeables; the entry is left out.
    TooDeep,
    /// A number of more than 15 characters; the entry is left out.
    LongNumber,
    /// The message, `-term` or `message.attribute` stands at `first` of the same source already.
    Duplicate { id: String, first: Range<usize> },
    /// A message and a term share a name, of which Fluent can keep only one: the later.
    NameTaken(String),
    /// No such message, `-term`, `message.attribute` or `FUNCTION()`.
    UnknownReference(String),
    /// The term uses no such argument, or has no variant for its value, and would silently take its default.
    UnknownArgument { term: String, argument: String },
    /// The term writes out a variable that this reference does not give.
    MissingArgument { term: String, argument: String },
    /// Looks like HTML, but messages are plain text.
    Markup,
}

/// In English; `report::message` finds the translation of each sentence by its words.
impl fmt::Display for MessageProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => write!(f, "{error}"),
            Self::Unindented => write!(f, "text goes on without spaces before it"),
            Self::TooDeep => write!(f, "braces stand too deep in each other"),
            Self::LongNumber => write!(f, "a number of so many digits cannot be exact"),
            Self::Duplicate { id, .. } => write!(f, "defined twice in this file: \"{id}\""),
            Self::NameTaken(name) => {
                write!(f, "both a message and a term: \"{name}\"")
            }
            Self::UnknownReference(id) => write!(f, "not defined: \"{id}\""),
            Self::UnknownArgument { term, argument } => {
                write!(f, "no such argument or value: \"-{term}({argument})\"")
            }
            Self::MissingArgument { term, argument } => {
                write!(f, "an argument is missing: \"-{term}({argument})\"")
            }
            Self::Markup => write!(f, "messages are plain text, without markup"),
        }
    }
}
