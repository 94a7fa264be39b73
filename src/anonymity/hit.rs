//! Hit: a name, or a part of one, that was found in a text.

use std::ops::Range;

/// What of a subject is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    /// The name, in whatever way it is written.
    Name,
    Id,
    /// The surname alone or with initials, or given name and patronymic.
    Part,
    /// A name that a public patron has as well.
    Namesake,
}

/// A name that was found, and the bytes that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// An index of the subjects of the guard.
    pub subject: usize,
    pub form: Form,
    /// None if it stands there escaped more than once.
    pub raw: Option<Range<usize>>,
}

impl Hit {
    /// Whether the name is one that a public patron has as well.
    pub(super) fn is_namesake(&self) -> bool {
        self.form == Form::Namesake
    }
}
