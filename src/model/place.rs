//! Places of values: where in a file a value stands, as a path of keys (as in JSON Pointer).
//!
//! It is turned into a line and a column (a span) only when a message needs it.

use crate::source::SourceId;

/// One step from a YAML value to a value inside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    Key(String),
    /// The second and later entry with a key that stands in its mapping already: 1 is the second.
    Repeated(String, usize),
    Item(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Step {
        Step::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Step {
        Step::Item(item)
    }
}

/// A value in a YAML file, or in the front matter of a write-up.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub source: SourceId,
    pub path: Vec<Step>,
    /// The key of the last step is meant, not its value.
    pub key: bool,
}

impl Place {
    /// The whole document of a source.
    pub fn document(source: SourceId) -> Place {
        Place {
            source,
            path: Vec::new(),
            key: false,
        }
    }

    /// The value one step further in.
    pub fn at(&self, step: impl Into<Step>) -> Place {
        let mut path = self.path.clone();
        path.push(step.into());
        Place {
            source: self.source,
            path,
            key: false,
        }
    }

    /// The key of the last step instead of its value.
    pub fn on_key(mut self) -> Place {
        self.key = true;
        self
    }
}

/// Where a record stands: its file, and its number if the file holds a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Origin {
    pub source: SourceId,
    pub item: Option<u32>,
}

impl Origin {
    /// The place of the record as a whole.
    pub(crate) fn place(self) -> Place {
        let document = Place::document(self.source);
        match self.item {
            Some(item) => document.at(item as usize),
            None => document,
        }
    }

    /// The place of one of its fields.
    pub(crate) fn field(self, name: &str) -> Place {
        self.place().at(name)
    }
}
