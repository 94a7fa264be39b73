//! The alphabet index over a long list of names: the letters of the reader's language, each a link to its first name.
//!
//! Takes where each letter begins in the list, gives letters and anchors. A link leads to the page of the list that holds
//! the first name of the letter, so that no letter needs a page of its own.

use std::collections::HashMap;

use serde::Serialize;

use super::initials::Initials;
use super::view::View;
use crate::locale::{Initial, Locale};
use crate::plan::PAGE_LENGTH;
use crate::plan::Page;

/// From so many names on, a list has an alphabet index: below, its letters would take more room than they save.
const LONG: usize = 100;

/// A letter of the alphabet, or a bucket.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Letter {
    /// `letter`, `digits`, or `other` for other scripts and signs.
    kind: &'static str,
    /// Its letter, or both where two count as one: «Е, Ё» in Russian.
    letter: Option<String>,
    /// Where its first name stands: letters that no name begins with are left out.
    url: String,
}

/// The alphabet of a list, and the anchors in it.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub index: Vec<Letter>,
    anchors: HashMap<usize, String>,
}

impl Letters {
    /// The anchor of the n-th name of the whole list, if a letter begins with it.
    pub(super) fn anchor(&self, nth: usize) -> Option<&str> {
        self.anchors.get(&nth).map(String::as_str)
    }
}

/// The alphabet over a list of names that begins on `page` and goes on over its later parts; nothing over a short one.
pub(super) fn letters(view: &View<'_>, page: Page, initials: &Initials) -> Letters {
    index(view, initials, |nth| {
        view.url_of_part(page, nth / PAGE_LENGTH + 1)
    })
}

/// The alphabet over a list that stands as a whole on the page that shows it; nothing over a short one.
pub(super) fn letters_here<'n>(view: &View<'_>, names: impl Iterator<Item = &'n str>) -> Letters {
    let initials = Initials::new(&view.language.locale, names);
    index(view, &initials, |_| String::new())
}

/// The alphabet over a list whose n-th name stands on the page `url(n)`.
fn index(view: &View<'_>, initials: &Initials, url: impl Fn(usize) -> String) -> Letters {
    let locale = &view.language.locale;
    let first = &initials.first;
    if initials.length < LONG {
        return Letters::default();
    }
    Letters {
        index: first
            .iter()
            .map(|(&group, &nth)| Letter {
                kind: kind(group),
                letter: label(locale, group),
                url: format!("{}#{}", url(nth), anchor(group)),
            })
            .collect(),
        anchors: first
            .iter()
            .map(|(&group, &nth)| (nth, anchor(group)))
            .collect(),
    }
}

/// The letters of the reader's alphabet that stand in a group, or the letter that the alphabet lacks.
fn label(locale: &Locale, group: Initial) -> Option<String> {
    let letter = group.letter()?;
    let known: Vec<String> = locale
        .alphabet()
        .iter()
        .map(char::to_string)
        .filter(|known| locale.initial(known) == group)
        .collect();
    Some(if known.is_empty() {
        letter.to_string()
    } else {
        known.join(", ")
    })
}

fn kind(group: Initial) -> &'static str {
    match group {
        Initial::Digit => "digits",
        Initial::Letter { .. } => "letter",
        Initial::Other => "other",
    }
}

/// The anchor of a letter: its number in the alphabet, so that an address stays plain ASCII.
fn anchor(group: Initial) -> String {
    match group {
        Initial::Letter { place, .. } => format!("letter-{}", u16::from(place) + 1),
        Initial::Digit | Initial::Other => format!("letter-{}", kind(group)),
    }
}
