//! An award: a list of patrons who were honoured.

use std::sync::Arc;

use super::date::Date;
use super::id::Id;
use super::kind::{NewsId, PatronId, RegionId};
use super::lang::Localised;
use super::links::Links;
use super::place::Origin;
use super::row::{Row, RowText, RowTitle};

/// An award as it is written in `content/awards/`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AwardRecord {
    pub id: Id,
    pub name: Localised,
    /// The year or the day of the award.
    pub date: Date,
    /// The field that states it.
    pub date_field: &'static str,
    /// None: the whole country.
    pub region: Option<Id>,
    /// The news of the event where it was given.
    pub event: Option<Id>,
    pub categories: Vec<Category>,
    pub recipients: Vec<RecipientRecord>,
    /// Old addresses that lead to its page.
    pub aliases: Vec<String>,
    pub sample: bool,
    pub origin: Origin,
}

/// A category of an award, declared once in it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Category {
    pub id: Id,
    pub name: Localised,
}

/// One line of an award list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RecipientRecord {
    pub patron: Id,
    pub category: Option<Id>,
    pub note: Option<Localised>,
}

/// An award with its links.
#[derive(Debug, Clone)]
pub(crate) struct Award {
    pub record: Arc<AwardRecord>,
    pub region: Option<RegionId>,
    pub event: Option<NewsId>,
    /// In the order given.
    pub recipients: Vec<Recipient>,
}

/// One line of an award list with its links.
#[derive(Debug, Clone)]
pub(crate) struct Recipient {
    pub patron: PatronId,
    /// The index into the award's `categories`.
    pub category: Option<usize>,
    pub note: Option<Localised>,
}

impl Row for Award {
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
        RowTitle::Name(&self.record.name)
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
