//! Whom a row names: each giver by all the names that stand for it, one in each column of names.

use super::amount::is_nothing;
use super::asking::is_unnamed;
use super::called::Called;
use super::choices::Choice;
use super::field::Field;
use super::patrons::NewPatrons;
use super::reason::{Reason, Remark};
use super::row::{RowReader, Sorted};
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

    /// The names of a giver, each without a legal form as the one organisation of the sheet has it that is called so. That both are one is
    /// told.
    pub(super) fn in_full(
        &self,
        called: &[Called],
        kind: Option<PatronKind>,
        patrons: &NewPatrons,
        told: &mut Sorted,
    ) -> Vec<Called> {
        let full = |of: &Called| {
            let is_open = of.name == of.text && !of.is_new() && !self.known.patrons.has(&of.name);
            let is_company = kind.is_none_or(|kind| kind == PatronKind::Company);
            let company = patrons.organisations.only_company(&of.name)?;
            (is_open && is_company).then_some(company)
        };
        let whole = called.iter().map(|of| match full(of) {
            Some(name) => {
                let both = Remark::of(Reason::Joined, format!("{} = {name}", of.text));
                told.notes.push(both.in_cell(Field::Patron, of.column));
                Called {
                    name: name.to_owned(),
                    ..of.clone()
                }
            }
            None => of.clone(),
        });
        whole.collect()
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

/// The words that say so; what only begins like them is a name.
const NEW: [&str; 8] = [
    "new",
    "новый",
    "новая",
    "новое",
    "новые",
    "новую",
    "нового",
    "жаңа",
];

/// Whether an editor answered that somebody is new, and of which kind: `new`, `new company`, or that kind alone, also in the editor's own
/// language: «новая компания», «адам».
fn newcomer(answer: &str) -> Option<Option<PatronKind>> {
    let kind = |word: &str| Choice::Kind.called(word).and_then(PatronKind::by_word);
    let answer = answer.trim().to_lowercase();
    let is_new = |word: &str| NEW.contains(&word);
    match answer.split_once(' ') {
        Some((first, rest)) if is_new(first) => kind(rest.trim()).map(Some),
        Some(_) => None,
        None if is_new(&answer) => Some(None),
        None => kind(&answer).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_new_is_said_in_the_language_of_the_editor() {
        for (answer, new) in [
            ("new", Some(None)),
            ("new company", Some(Some(PatronKind::Company))),
            ("company", Some(Some(PatronKind::Company))),
            ("новая компания", Some(Some(PatronKind::Company))),
            ("Человек", Some(Some(PatronKind::Person))),
            ("адам", Some(Some(PatronKind::Person))),
            ("жаңа қор", Some(Some(PatronKind::Fund))),
            ("person", Some(Some(PatronKind::Person))),
            ("new planet", None),
            ("newmont", None),
            ("new-horizons", None),
            ("Новатор", None),
            ("Жаңажол", None),
            ("Новая жизнь", None),
            ("jer-su", None),
        ] {
            assert_eq!(newcomer(answer), new, "{answer}");
        }
    }
}
