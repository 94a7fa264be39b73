//! A correction: what was wrong in the portal and has been set right, told to readers.

use std::sync::Arc;

use super::date::Date;
use super::id::Id;
use super::kind::{RecordKind, RecordRef};
use super::lang::Localised;
use super::links::Links;
use super::money::Tenge;
use super::place::Origin;
use super::row::{Row, RowText, RowTitle};

/// A correction as it is written in `content/corrections/`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CorrectionRecord {
    /// Made of its place where none is stated: nothing names a correction, and no address has it.
    pub id: Id,
    /// When it was set right.
    pub date: Date,
    /// The records that were wrong; at least one.
    pub records: Vec<RecordName>,
    pub was: Option<CorrectedValue>,
    pub now: Option<CorrectedValue>,
    /// What was wrong, and why.
    pub reason: Localised,
    pub sample: bool,
    pub origin: Origin,
}

/// A record as a correction names it: `project/zhetygen-school`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RecordName {
    pub kind: RecordKind,
    pub id: Id,
}

/// What was stated before a correction, or after it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CorrectedValue {
    Amount(Tenge),
    Text(Localised),
}

/// A correction with its links.
#[derive(Debug, Clone)]
pub(crate) struct Correction {
    pub record: Arc<CorrectionRecord>,
    /// In the order given, each once.
    pub records: Vec<RecordRef>,
}

impl Row for Correction {
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
        RowTitle::Name(&self.record.reason)
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
