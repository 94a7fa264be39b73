//! Verdicts: what becomes of each row of a sheet, and why.

use super::gift::Gift;
use super::reason::Remark;
use crate::model::index::ContributionId;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum State {
    Understood,
    /// The gift is on record.
    Known,
    Doubtful,
    Refused,
    /// It holds no gift.
    Skipped,
}

impl State {
    /// The key of the message's selector.
    pub(crate) fn word(self) -> &'static str {
        match self {
            State::Understood => "understood",
            State::Known => "known",
            State::Doubtful => "doubtful",
            State::Refused => "refused",
            State::Skipped => "skipped",
        }
    }
}

/// The verdict on a row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Verdict {
    /// The number of the sheet in its book.
    pub sheet: usize,
    pub row: u32,
    pub state: State,
    pub remarks: Vec<Remark>,
    /// Of a row that is understood.
    pub brings: Option<Brings>,
    /// By what a row that is not passed over is known again, and answered for.
    pub mark: Option<String>,
}

/// What is new in a row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Brings {
    Gift(Box<Gift>),
    /// A gift that is on record and was written otherwise in the sheet before.
    Correction(Box<Gift>, ContributionId),
    /// A patron of a list, by the number among the new ones.
    Patron(usize),
}
