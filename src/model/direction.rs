//! A direction of the campaign: charity, sponsorship, civic initiatives, infrastructure.

use std::sync::Arc;

use super::id::Id;
use super::lang::Localised;
use super::links::Links;
use super::place::Origin;
use super::row::{Row, RowText, RowTitle};

/// A direction as it is written in `content/directions/`. It has no links of its own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Direction {
    pub id: Id,
    pub name: Localised,
    pub summary: Option<Localised>,
    /// Old addresses that lead to its page.
    pub aliases: Vec<String>,
    pub sample: bool,
    pub origin: Origin,
}

impl Row for Arc<Direction> {
    fn id(&self) -> &Id {
        &self.id
    }
    fn is_sample(&self) -> bool {
        self.sample
    }
    fn origin(&self) -> Origin {
        self.origin
    }
    fn title(&self) -> RowTitle<'_> {
        RowTitle::Name(&self.name)
    }
    fn aliases(&self) -> &[String] {
        &self.aliases
    }
    fn text(&self) -> RowText<'_> {
        RowText::Nothing
    }
    fn links_mut(&mut self) -> Option<&mut Links> {
        None
    }
}
