//! Trail: the path to a value while it is read, and how long a text may be at its end.

use crate::model::lang::Lang;
use crate::model::place::Step;

/// Fields that call something by its name: lists, menus and maps have to hold it.
const NAMES: [&str; 8] = [
    "name", "title", "plural", "in", "of", "to", "centre", "place",
];
/// The letters of a name, at most.
pub(super) const MAX_NAME: usize = 300;
/// The letters of any other field, at most: a page shows it whole, and lists do.
const MAX_FIELD: usize = 10_000;

/// The path to a value: kept on the stack and written down only when a message needs it.
#[derive(Clone, Copy)]
pub(super) enum Trail<'a> {
    Document,
    Key(&'a Trail<'a>, &'a str),
    Item(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    /// How many letters a text may have here.
    pub(super) fn longest(&self) -> usize {
        match self {
            Trail::Key(parent, key) if Lang::from_code(key).is_some() => parent.longest(),
            Trail::Key(_, key) if NAMES.contains(key) => MAX_NAME,
            _ => MAX_FIELD,
        }
    }

    pub(super) fn steps(&self) -> Vec<Step> {
        match self {
            Trail::Document => Vec::new(),
            Trail::Key(parent, key) => extended(parent.steps(), Step::from(*key)),
            Trail::Item(parent, item) => extended(parent.steps(), Step::Item(*item)),
        }
    }
}

fn extended(mut steps: Vec<Step>, step: Step) -> Vec<Step> {
    steps.push(step);
    steps
}
