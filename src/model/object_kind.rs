//! The taxonomy of objects that are given: a kindergarten, a school, a mosque, each with its wider kind.

use std::sync::Arc;

use super::id::Id;
use super::kind::ObjectKindId;
use super::lang::Localised;
use super::links::Links;
use super::place::Origin;
use super::row::{Row, RowText, RowTitle};

/// A kind of object as it is written in `content/objects/`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ObjectKindRecord {
    pub id: Id,
    pub name: Localised,
    pub plural: Option<Localised>,
    /// The wider kind that this one belongs to.
    pub parent: Option<Id>,
    /// Old addresses that lead to its page.
    pub aliases: Vec<String>,
    pub sample: bool,
    pub origin: Origin,
}

/// A kind of object with its place in the tree of kinds.
#[derive(Debug, Clone)]
pub(crate) struct ObjectKind {
    pub record: Arc<ObjectKindRecord>,
    pub parent: Option<ObjectKindId>,
    pub children: Vec<ObjectKindId>,
}

impl Row for ObjectKind {
    fn id(&self) -> &Id {
        &self.record.id
    }
    fn is_sample(&self) -> bool {
        self.record.sample
    }
    fn origin(&self) -> Origin {
        self.record.origin
    }
    fn title(&self) -> RowTitle<'_> {
        RowTitle::Name(self.record.plural.as_ref().unwrap_or(&self.record.name))
    }
    fn aliases(&self) -> &[String] {
        &self.record.aliases
    }
    fn text(&self) -> RowText<'_> {
        RowText::Nothing
    }
    fn links_mut(&mut self) -> Option<&mut Links> {
        None
    }
}
