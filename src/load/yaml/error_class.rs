//! YAML error classification: the parser's messages to classes that an editor understands.
//!
//! Takes an error of serde_yaml, which has no kinds but libyaml's words, gives what it means, and where.

use super::places::begin_of_mistake;
use crate::source::boundary;

/// Why a text is no YAML that we read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum YamlError {
    /// The text cannot be read from this byte on.
    Syntax { why: Trouble, at: usize },
    /// A tag such as `!x`.
    Tag { at: usize },
    /// More values inside each other than a record can have.
    TooDeep { at: usize },
    /// More values than one file may hold; `at`: the first that is too many.
    TooMany { at: usize },
}

/// The class of a syntax error, as far as the parser's words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// A colon where no field can begin: a text that holds one and has no quotation marks.
    Colon,
    /// A line that is indented otherwise than its neighbours.
    Indent,
    /// A tab before a line, or a sign that no value begins with.
    Sign,
    /// A quotation mark that is not closed.
    Quote,
    /// A bracket that is not closed.
    Bracket,
    /// An alias to nothing.
    Alias,
    /// An alias bomb (billion laughs): aliases that would grow without end.
    Repetition,
    /// A second document in one file.
    Documents,
    /// Values nested too deeply.
    Depth,
    /// A key that is no plain text.
    Key,
    /// A character that no YAML text may hold.
    Letter,
    Other,
}

impl Trouble {
    /// The word for messages.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Trouble::Colon => "colon",
            Trouble::Indent => "indent",
            Trouble::Sign => "sign",
            Trouble::Quote => "quote",
            Trouble::Bracket => "bracket",
            Trouble::Alias => "alias",
            Trouble::Repetition => "repetition",
            Trouble::Documents => "documents",
            Trouble::Depth => "depth",
            Trouble::Key => "key",
            Trouble::Letter => "letter",
            Trouble::Other => "other",
        }
    }
}

/// The parser's own words for an alias bomb.
pub(super) const TOO_OFTEN: &str = "repetition limit exceeded";

/// A marker in the message of our own error, by which it is known again.
pub(super) const TAG: &str = "tag-is-not-read";

/// There is nothing in the text but comments.
pub(super) fn is_empty(text: &str) -> bool {
    text.lines()
        .all(|line| matches!(line.trim_start().bytes().next(), None | Some(b'#')))
}

/// What an error of serde_yaml means. It has no kinds, only libyaml's words.
pub(super) fn understand(error: &serde_yaml::Error, text: &str) -> YamlError {
    let words = error.to_string();
    let at = boundary(text, error.location().map_or(0, |place| place.index()));
    if words.contains(TAG) {
        return YamlError::Tag { at };
    }
    let known = [
        ("while scanning a quoted scalar", Trouble::Quote),
        ("control characters are not allowed", Trouble::Letter),
        ("mapping values are not allowed", Trouble::Colon),
        ("could not find expected ':'", Trouble::Colon),
        ("cannot start any token", Trouble::Sign),
        ("while parsing a flow", Trouble::Bracket),
        ("unknown anchor", Trouble::Alias),
        ("undefined alias", Trouble::Alias),
        ("repetition limit", Trouble::Repetition),
        ("more than one document", Trouble::Documents),
        ("recursion limit", Trouble::Depth),
        ("expected a string", Trouble::Key),
        ("did not find expected", Trouble::Indent),
        ("block sequence entries are not allowed", Trouble::Indent),
        ("block mapping", Trouble::Indent),
    ];
    let why = known
        .iter()
        .find(|(part, _)| words.contains(part))
        .map_or(Trouble::Other, |(_, why)| *why);
    let at = match why {
        // The parser says where the text ends; the editor wants to know where the quotation begins.
        Trouble::Quote => begin_of_mistake(text).unwrap_or(at),
        Trouble::Letter => text.find(is_refused).unwrap_or(at),
        Trouble::Documents => second_document(text).unwrap_or(at),
        Trouble::Repetition => text.find('*').unwrap_or(at),
        _ => at,
    };
    YamlError::Syntax { why, at }
}

/// What libyaml calls a control character, but for those that `disk` lets nobody have.
fn is_refused(letter: char) -> bool {
    matches!(letter, '\u{fffe}' | '\u{ffff}')
        || letter.is_control() && letter != '\n' && letter != '\t'
}

/// The `---` line that begins a second document, or the `...` line that ends the first.
fn second_document(text: &str) -> Option<usize> {
    let begins = |at: usize| {
        let is_mark = ["---", "..."]
            .iter()
            .any(|mark| text[at..].starts_with(mark));
        is_mark && !is_empty(&text[..at])
    };
    text.match_indices('\n')
        .map(|(newline, _)| newline + 1)
        .find(|&at| begins(at))
}
