//! Whom a row names: each giver by all the names that stand for it, one in each column of names.

use super::amount::is_nothing;
use super::called::Called;
use super::field::Field;
use super::row::RowReader;
use super::words::is_unnamed;
use crate::model::patron::PatronKind;

impl RowReader<'_> {
    /// The names of each giver. Of a column that names another number of givers, each name could be that of any.
    pub(super) fn called(&self) -> Vec<Vec<Called>> {
        let columns = self.columns.of(Field::Patron);
        let texts = columns.map(|column| {
            let text = self.row.cell(column.index).shown();
            (text, Some(column.index))
        });
        // Where nobody is known, somebody gave all the same.
        let texts = texts.filter(|(text, _)| !is_nothing(text) || is_unnamed(text));
        let cells = texts.map(|(text, column)| self.parts(&text, column));
        let mut cells: Vec<Vec<Called>> = cells.filter(|cell| !cell.is_empty()).collect();
        if cells.is_empty() {
            let default = self.value(Field::Patron);
            cells.extend(default.map(|(text, column)| self.parts(&text, column)));
        }
        let Some((first, others)) = cells.split_first() else {
            return Vec::new();
        };
        let named = |(at, one): (usize, &Called)| {
            let of_others = others.iter().flat_map(|other| {
                let is_same = other.len() == first.len();
                let these = if is_same { &other[at..=at] } else { &other[..] };
                these.iter().cloned()
            });
            std::iter::once(one.clone()).chain(of_others).collect()
        };
        first.iter().enumerate().map(named).collect()
    }

    /// The names that tell who is meant: those that state an id, where one does.
    pub(super) fn telling(&self, called: &[Called]) -> Vec<Called> {
        let states_id = |of: &&Called| self.known.patrons.stated(&of.name).is_some();
        let stated: Vec<Called> = called.iter().filter(states_id).cloned().collect();
        match stated.is_empty() {
            true => called.to_vec(),
            false => stated,
        }
    }

    /// The names in a cell.
    fn parts(&self, text: &str, column: Option<usize>) -> Vec<Called> {
        let parts = text.split(';').map(str::trim);
        let called = |part: &str| {
            let answer = self.answer(Field::Patron, part);
            let new = answer.as_deref().and_then(newcomer);
            let name = answer.filter(|_| new.is_none());
            Called {
                text: part.to_owned(),
                name: name.unwrap_or_else(|| part.to_owned()),
                new,
                column,
            }
        };
        parts.filter(|part| !part.is_empty()).map(called).collect()
    }
}

/// Whether an editor answered that somebody is new, and of which kind: `new`, `new company`.
fn newcomer(answer: &str) -> Option<Option<PatronKind>> {
    let mut words = answer.split_whitespace();
    let is_new = words.next() == Some("new");
    let kind = words.next();
    let known = kind.and_then(PatronKind::by_word);
    (is_new && known.is_some() == kind.is_some() && words.next().is_none()).then_some(known)
}
