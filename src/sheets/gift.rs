//! A gift of a sheet, as far as it is understood; and patrons that the portal does not know yet.

use super::known::{GiftKey, Where};
use crate::model::contribution::ContributionStatus;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::kind::{PatronId, RegionId};
use crate::model::lang::Localised;
use crate::model::money::Tenge;
use crate::model::patron::{Consent, PatronKind};

/// Who gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Giver {
    Known(PatronId),
    /// The number among the new ones.
    New(usize),
}

/// A patron who is not on record yet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NewPatron {
    pub id: Id,
    pub kind: PatronKind,
    pub consent: Consent,
    pub name: Localised,
    /// As it stands in the sheet.
    pub called: String,
    pub region: RegionId,
}

/// Somebody whom neither the portal nor a row before knows.
#[derive(Debug, Clone)]
pub(super) struct Newcomer {
    pub kind: PatronKind,
    pub consent: Consent,
    pub name: Localised,
    /// As it stands in the sheet.
    pub called: String,
    pub home: RegionId,
}

/// A gift that can be written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Gift {
    /// By which it is known again: made of what stands in its row.
    pub id: Id,
    pub givers: Vec<Giver>,
    pub amount: Option<Tenge>,
    pub date: Date,
    pub status: ContributionStatus,
    /// The status is not the one that counts where nothing is written.
    pub states_status: bool,
    /// The row itself says the status.
    pub says_status: bool,
    pub place: Where,
    pub purpose: Option<Localised>,
    pub in_kind: Option<Localised>,
    pub source: Option<(String, String)>,
    pub note: Option<Localised>,
}

impl Gift {
    pub(super) fn key(&self) -> GiftKey<Giver> {
        let mut givers = self.givers.clone();
        givers.sort_unstable();
        GiftKey {
            givers,
            amount: self.amount,
            date: self.date,
            status: self.status,
            place: self.place,
        }
    }
}
