//! YAML error classification: the parser's messages to classes that an editor understands.
//!
//! Takes an error of serde_yaml, which has no kinds but libyaml's words, gives what it means, and where.

use super::events::begin_of_mistake;
use crate::source::boundary;
use crate::source::text::confusables::is_odd_space;

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

impl YamlError {
    /// The byte that it points to.
    pub(crate) fn at(&self) -> usize {
        match self {
            YamlError::Syntax { at, .. }
            | YamlError::Tag { at }
            | YamlError::TooDeep { at }
            | YamlError::TooMany { at } => *at,
        }
    }

    /// The same in a text that begins `by` bytes earlier.
    pub(super) fn moved(mut self, by: usize) -> YamlError {
        match &mut self {
            YamlError::Syntax { at, .. }
            | YamlError::Tag { at }
            | YamlError::TooDeep { at }
            | YamlError::TooMany { at } => *at += by,
        }
        self
    }
}

/// What is wrong at one place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mistake {
    pub error: YamlError,
    /// The line as it should be written, if that is known.
    pub line: Option<String>,
    /// How many spaces the line should begin with, if that is what is wrong.
    pub spaces: Option<usize>,
}

impl Mistake {
    /// A mistake of which at most the right line is known.
    pub(super) fn syntax(why: Trouble, at: usize, line: Option<String>) -> Mistake {
        Mistake {
            error: YamlError::Syntax { why, at },
            line,
            spaces: None,
        }
    }
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
    /// Text behind a closing quotation mark.
    Behind,
    /// A value that begins with a sign of YAML.
    Begin,
    /// A sign for an amount that nobody knows.
    UnknownAmount,
    /// The same for a date.
    UnknownDate,
    /// A bracket inside a plain text in brackets.
    BracketInText,
    /// A bracket too many.
    BracketTwice,
    /// A tab where a line is indented.
    Tab,
    /// The same where it is known how many spaces belong there.
    TabLead,
    /// A tab behind the hyphen of an item.
    TabBehind,
    /// A key and its value without the space behind the colon.
    ColonSpace,
    /// A hyphen without the space behind it.
    DashSpace,
    /// A long dash for the hyphen before an item.
    LongDash,
    /// A space that is no usual one, such as one that does not break.
    OddSpace,
    /// The wide colon of another keyboard.
    WideColon,
    /// A key without its colon.
    NoColon,
    /// A `#` in brackets, where it begins a note.
    Hash,
    /// Nothing but `#` in brackets, as spreadsheets show a number that is too wide for its column.
    Narrow,
    /// A link of Markdown where an address belongs.
    Address,
    /// A record without the hyphen that its neighbours have.
    Hyphen,
    /// A comma is missing before the next field in brackets.
    Comma,
    /// Fields behind a key, without the brackets around them.
    Braces,
    /// A comma behind a line, as other formats have it.
    CommaBehind,
    /// Another sign behind a value.
    SignBehind,
    /// A field of an item that is indented no deeper than the item itself.
    Under,
    /// A text that goes on in the next line, which is not indented.
    GoesOn,
    /// Items with hyphens in the line of their key.
    ListInLine,
    /// A hyphen before a field among fields.
    HyphenTooMany,
    /// Each field of a record is an item of its own.
    EachHyphen,
    /// A sign of other lists for the hyphen before an item.
    Bullet,
    /// A key with a value of its own, and lines that belong to it.
    ValueAndList,
    /// A backslash in straight quotation marks that escapes nothing.
    Backslash,
    /// Two fields in one line.
    TwoFields,
    /// Text behind a closing bracket.
    BehindBracket,
    /// The mark of a piece of code.
    CodeFence,
    /// A field of an item that does not begin below the first one.
    Below,
    /// Fields in one line with tabs between them, as tables are copied.
    Tabs,
    /// A line that begins at a wrong place, which would be right at another.
    Displaced,
    /// The same with the lines below it.
    DisplacedLines,
    /// A field with others inside it, without its colon.
    HeadColon,
    /// The first item of a list in the line of its field.
    ItemInLine,
    /// A value behind a field whose value is in the lines below.
    ValueAbove,
    /// Languages that begin no deeper than the field that they belong to.
    Languages,
    /// A note as other formats have it.
    Note,
    /// A sign before a value that is no text, where quotation marks would not mend it.
    SignBefore,
    /// The first line of a record stands twice.
    LineTwice,
    /// Text before an opening bracket.
    BeforeBracket,
    /// A comma that ends a text in brackets.
    CutByComma,
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
            Trouble::Behind => "behind",
            Trouble::Begin => "begin",
            Trouble::UnknownAmount => "unknown-amount",
            Trouble::UnknownDate => "unknown-date",
            Trouble::BracketInText => "bracket-in-text",
            Trouble::BracketTwice => "bracket-twice",
            Trouble::Tab => "tab",
            Trouble::TabLead => "tab-lead",
            Trouble::TabBehind => "tab-behind",
            Trouble::ColonSpace => "colon-space",
            Trouble::DashSpace => "dash-space",
            Trouble::LongDash => "long-dash",
            Trouble::OddSpace => "odd-space",
            Trouble::WideColon => "wide-colon",
            Trouble::NoColon => "no-colon",
            Trouble::Hash => "hash",
            Trouble::Narrow => "narrow",
            Trouble::Address => "address",
            Trouble::Hyphen => "hyphen",
            Trouble::Comma => "comma",
            Trouble::Braces => "braces",
            Trouble::CommaBehind => "comma-behind",
            Trouble::SignBehind => "sign-behind",
            Trouble::Under => "under",
            Trouble::GoesOn => "goes-on",
            Trouble::ListInLine => "list-in-line",
            Trouble::HyphenTooMany => "hyphen-too-many",
            Trouble::EachHyphen => "each-hyphen",
            Trouble::Bullet => "bullet",
            Trouble::ValueAndList => "value-and-list",
            Trouble::Backslash => "backslash",
            Trouble::TwoFields => "two-fields",
            Trouble::BehindBracket => "behind-bracket",
            Trouble::CodeFence => "code-fence",
            Trouble::Below => "below",
            Trouble::Tabs => "tabs",
            Trouble::Displaced => "displaced",
            Trouble::DisplacedLines => "displaced-lines",
            Trouble::HeadColon => "head-colon",
            Trouble::ItemInLine => "item-in-line",
            Trouble::ValueAbove => "value-above",
            Trouble::Languages => "languages",
            Trouble::Note => "note",
            Trouble::SignBefore => "sign-before",
            Trouble::LineTwice => "line-twice",
            Trouble::BeforeBracket => "before-bracket",
            Trouble::CutByComma => "comma-in-text",
            Trouble::Other => "other",
        }
    }
}

/// A marker in the message of our own error for a field whose name begins with an unusual space.
pub(super) const ODD_KEY: &str = "key-begins-with-odd-space";

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
    if words.contains(ODD_KEY) {
        return YamlError::Syntax {
            why: Trouble::OddSpace,
            at: odd_lead(text).unwrap_or(at),
        };
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
        Trouble::Documents => match second_document(text) {
            Some(at) => at,
            // A first line that is indented deeper than the next ends before it.
            None => {
                return YamlError::Syntax {
                    why: Trouble::Indent,
                    at,
                };
            }
        },
        Trouble::Repetition => text.find('*').unwrap_or(at),
        _ => at,
    };
    YamlError::Syntax { why, at }
}

/// The first unusual space before the content of a line.
pub(super) fn odd_lead(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_lead = |letter: char| letter == ' ' || is_odd_space(letter);
        let content = line.trim_start_matches(is_lead);
        if let Some(odd) = line[..line.len() - content.len()].find(is_odd_space) {
            return Some(at + odd);
        }
        at += line.len();
    }
    None
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
