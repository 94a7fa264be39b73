//! A direction of the campaign: charity, sponsorship, civic initiatives, infrastructure.

use super::id::Id;
use super::lang::Localised;
use super::place::Origin;

/// A direction as it is written in `content/directions/`. It has no links of its own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Direction {
    pub id: Id,
    pub name: Localised,
    pub summary: Option<Localised>,
    pub sample: bool,
    pub origin: Origin,
}
