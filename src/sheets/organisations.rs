//! Organisations of a sheet, by the names that rows have for them with a legal form: they are offered where another row leaves it out.

use super::kind_of_name::{bears_persons_name, kind_of_name};
use crate::model::patron::PatronKind;
use crate::names::{Found, NameKind, Names};

/// The names of organisations, as they stand in rows.
pub(super) struct Organisations {
    all: Vec<String>,
    names: Names<usize>,
}

impl Organisations {
    pub(super) fn new() -> Organisations {
        Organisations {
            all: Vec::new(),
            names: Names::new(NameKind::Patron),
        }
    }

    /// Keeps a name, if it is one of an organisation.
    pub(super) fn note(&mut self, name: &str) {
        let is_of_firm = kind_of_name(name).is_some_and(|kind| kind != PatronKind::Person);
        if is_of_firm && !self.names.has(name) {
            self.names.add(name, self.all.len(), true);
            self.all.push(name.to_owned());
        }
    }

    /// The company that a name without a legal form is that of, if there is no other organisation of this name, and nobody of it.
    pub(super) fn only_company(&self, name: &str) -> Option<&str> {
        let mut bearers = self.bearers(name);
        let only = bearers.next().filter(|_| bearers.next().is_none())?;
        let is_company = kind_of_name(only) == Some(PatronKind::Company);
        (is_company
            && kind_of_name(name).is_none()
            && !bears_persons_name(only, PatronKind::Company))
        .then_some(only)
    }

    /// The organisations that are called so, whatever their legal forms.
    pub(super) fn bearers(&self, name: &str) -> impl Iterator<Item = &str> {
        self.names.bearers(name).map(|at| self.all[at].as_str())
    }

    /// What somebody whose kind is unclear may be: first the organisations that are called so, then somebody new.
    pub(super) fn kinds_offered(&self, name: &str) -> Vec<String> {
        let found = match self.names.find(name) {
            Found::One(one) => vec![one],
            Found::Several(all) | Found::Near(all) => all,
            Found::None => Vec::new(),
        };
        let organisations = found.into_iter().map(|at| self.all[at].clone());
        organisations
            .chain(kinds_by_name(name).map(as_new))
            .collect()
    }
}

/// The kinds of patrons, the likeliest first: a name in quotation marks is that of no person.
pub(super) fn kinds_by_name(name: &str) -> [PatronKind; 5] {
    let mut kinds = PatronKind::ALL;
    if name.contains(['«', '"', '“', '„']) {
        kinds.sort_by_key(|kind| match kind {
            PatronKind::Company => 0,
            PatronKind::Person => 2,
            PatronKind::Fund | PatronKind::Association | PatronKind::Group => 1,
        });
    }
    kinds
}

/// The answer that somebody of a kind is a new patron.
pub(super) fn as_new(kind: PatronKind) -> String {
    format!("new {}", kind.word())
}
