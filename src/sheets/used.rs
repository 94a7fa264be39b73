//! The used range of a sheet: how far its cells reach, and that this is no further than a list does which somebody keeps.

use super::table::{Unreadable, column_letters};

/// How far the cells of a sheet reach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Used {
    rows: usize,
    columns: usize,
    /// The cells of the sheets before.
    others: usize,
}

impl Used {
    pub(crate) const MOST_ROWS: usize = 100_000;
    pub(crate) const MOST_COLUMNS: usize = 500;
    /// Of the rectangles that hold those of each sheet.
    pub(crate) const MOST_CELLS: usize = 4_000_000;

    /// Of the sheet behind this one.
    pub(super) fn next(self) -> Used {
        Used {
            others: self.others + self.rows * self.columns,
            ..Used::default()
        }
    }

    /// How many rows and columns there are.
    pub(super) fn size(self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    /// Adds a cell of the sheet `name`, by its row and column from 0.
    ///
    /// # Errors
    /// It is too far away.
    pub(super) fn add(&mut self, name: &str, at: (usize, usize)) -> Result<(), Unreadable> {
        self.rows = self.rows.max(at.0.saturating_add(1));
        self.columns = self.columns.max(at.1.saturating_add(1));
        let is_far = self.rows > Used::MOST_ROWS
            || self.columns > Used::MOST_COLUMNS
            || self.others + self.rows * self.columns > Used::MOST_CELLS;
        match is_far {
            true => Err(Unreadable::TooWide {
                name: name.to_owned(),
                cell: format!("{}{}", column_letters(self.columns - 1), self.rows),
            }),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_too_far_is_named() {
        let mut used = Used::default();
        for at in [(2, 3), (99_999, 0), (0, 39)] {
            used.add("Лист", at).unwrap();
        }
        assert_eq!(used.size(), (100_000, 40));
        for (at, cell) in [
            ((0, 16_383), "XFD100000"),
            ((1_048_575, 0), "AN1048576"),
            ((0, 40), "AO100000"),
            ((usize::MAX, 0), "AN18446744073709551615"),
        ] {
            let name = "Лист".to_owned();
            let cell = cell.to_owned();
            let told = Used::add(&mut used.clone(), "Лист", at);
            assert_eq!(told, Err(Unreadable::TooWide { name, cell }));
        }
        assert!(used.next().add("Лист 2", (0, 0)).is_err());
    }
}
