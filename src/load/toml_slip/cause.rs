//! Causes of slips in settings: what an editor did, in the words of the parser where it has any.

/// What an editor did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    Assignment,
    Unquoted,
    OddQuotes,
    InnerQuotes,
    Backslash,
    Unclosed,
    Note,
    Name,
    NoValue,
    /// What the parser said.
    Other,
}

impl Cause {
    pub(super) fn reason(self) -> Option<&'static str> {
        match self {
            Cause::Assignment => Some("missing assignment between key-value pairs"),
            Cause::Unquoted => Some("string values must be quoted"),
            Cause::OddQuotes => Some("quotation marks of another kind"),
            Cause::InnerQuotes => Some("quotation marks inside a text"),
            Cause::Backslash => Some("missing escaped value"),
            Cause::Unclosed => Some("invalid literal string"),
            Cause::Name => Some("invalid unquoted key"),
            Cause::Note => Some("notes begin with another sign"),
            Cause::NoValue => Some("missing value"),
            Cause::Other => None,
        }
    }
}
