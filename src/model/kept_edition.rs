//! An edition that the site keeps: what had changed in the sums when it was kept, so that readers can ask what changed since.
//!
//! It has sums of the whole and along three axes, and nothing of patrons or projects: who withdraws consent later is not in it.

use std::sync::Arc;

use super::date::Date;
use super::id::Id;
use super::lang::Localised;
use super::links::Links;
use super::money::Tenge;
use super::place::Origin;
use super::row::{Row, RowText, RowTitle};

/// An edition as it is written in `content/editions/`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptEdition {
    /// The edition's word.
    pub id: Id,
    /// When it was kept.
    pub date: Date,
    /// The word of the edition that it is compared with.
    pub since: Id,
    pub delivered: SumChange,
    pub pledged: SumChange,
    pub regions: Vec<AxisChange<Id>>,
    pub years: Vec<AxisChange<i16>>,
    pub directions: Vec<AxisChange<Id>>,
    /// Nothing: it is called by its word.
    pub name: Localised,
    pub origin: Origin,
}

/// A sum before and after; none where no amount was known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct SumChange {
    pub was: Option<Tenge>,
    pub now: Option<Tenge>,
}

/// What was delivered to one of an axis, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AxisChange<T> {
    pub of: T,
    pub sums: SumChange,
}

impl Row for Arc<KeptEdition> {
    fn id(&self) -> &Id {
        &self.id
    }
    fn is_sample(&self) -> bool {
        false
    }
    fn origin(&self) -> Origin {
        self.origin
    }
    fn title(&self) -> RowTitle<'_> {
        RowTitle::Name(&self.name)
    }
    fn aliases(&self) -> &[String] {
        &[]
    }
    fn text(&self) -> RowText<'_> {
        RowText::Nothing
    }
    fn links_mut(&mut self) -> Option<&mut Links> {
        None
    }
}
