//! Newcomers of a row: patrons whom nobody knew, who become patrons only if their row can be written.

use super::called::{Called, Meant, meant};
use super::gift::{Giver, Newcomer};
use super::patrons::NewPatrons;
use crate::names::{NameKind, Names, name_of};

/// The newcomers of a row, in the order in which it names them.
#[derive(Debug)]
pub(super) struct Newcomers {
    all: Vec<Newcomer>,
    names: Names<Giver>,
    /// All names that the row has for them, also for those of whom something has to be asked.
    noted: Vec<String>,
}

/// Numbers from here on stand for newcomers of the row until it is settled.
const FIRST: usize = usize::MAX / 2;

impl Newcomers {
    pub(super) fn new() -> Newcomers {
        Newcomers {
            all: Vec::new(),
            names: Names::new(NameKind::Patron),
            noted: Vec::new(),
        }
    }

    /// Who stands for the newcomer of these names, if the row has named one so.
    pub(super) fn find_noting<'c>(&mut self, called: &'c [Called]) -> Meant<'c, Giver> {
        self.note(called);
        meant(&self.names, called, |_| false)
    }

    /// Adds somebody without a name: nobody is meant by it twice.
    pub(super) fn add_nameless(&mut self, newcomer: Newcomer) -> Giver {
        self.all.push(newcomer);
        Giver::New(FIRST + self.all.len() - 1)
    }

    /// Adds one, and gives who stands for it until the row is settled.
    pub(super) fn add(&mut self, newcomer: Newcomer) -> Giver {
        let giver = Giver::New(FIRST + self.all.len());
        for (_, name) in newcomer.name.iter() {
            self.names.add(name, giver, true);
        }
        self.all.push(newcomer);
        giver
    }

    /// Makes patrons of the newcomers, and givers of those.
    pub(super) fn settle(self, givers: &mut [Giver], patrons: &mut NewPatrons) {
        let settled: Vec<Giver> = self.all.into_iter().map(|of| patrons.add(of)).collect();
        for giver in givers {
            if let Giver::New(number) = giver
                && let Some(&new) = number.checked_sub(FIRST).and_then(|at| settled.get(at))
            {
                *giver = new;
            }
        }
    }

    /// Keeps the names of somebody who will be one, once all is known of him.
    fn note(&mut self, called: &[Called]) {
        let names = called.iter().map(|of| name_of(&of.name).to_owned());
        self.noted.extend(names);
    }

    /// The names that were noted.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.noted.iter().map(String::as_str)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}
