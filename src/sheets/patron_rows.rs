//! Rows of a list of patrons: who is on record, and who is new, by the name, the kind, the consent and the home.

use super::gift::Giver;
use super::newcomers::Newcomers;
use super::patrons::NewPatrons;
use super::row::{RowReader, Sorted};

impl RowReader<'_> {
    /// Who stands in the row, with what is said of it.
    pub(super) fn read_patron(&self, patrons: &NewPatrons) -> (Vec<Giver>, Newcomers, Sorted) {
        let mut told = Sorted::default();
        self.note_cells(&mut told);
        let (listed, newcomers) = self.givers(None, None, patrons, &mut told);
        (listed, newcomers, told)
    }
}
