//! Initials: where in a list of names that is in order each letter begins.
//!
//! Takes the names, gives the first of each initial. Knows nothing of pages.

use std::collections::BTreeMap;

use crate::locale::{Initial, Locale};

/// The first name of each initial in a list of names.
#[derive(Debug)]
pub(crate) struct Initials {
    /// Its index in the list, counted from 0.
    pub first: BTreeMap<Initial, usize>,
    /// How many names the list has.
    pub length: usize,
}

impl Initials {
    /// The initials of names in the order of the list.
    pub(crate) fn new<'n>(locale: &Locale, names: impl Iterator<Item = &'n str>) -> Initials {
        let mut first = BTreeMap::new();
        let mut length = 0;
        for (nth, name) in names.enumerate() {
            first.entry(locale.initial(name)).or_insert(nth);
            length = nth + 1;
        }
        Initials { first, length }
    }
}
