//! Heading ids (anchors): a slug for each heading of a text, to which `#…` links lead.
//!
//! Takes the words of headings in their order, gives an id for each. Must not know what stands around the text but by
//! [`TAKEN`].

use std::collections::{HashMap, HashSet};

use crate::locale::translit::transliterate;

/// Ids of the page around the text.
const TAKEN: [&str; 7] = [
    "main",
    "top",
    "menu",
    "grand-total",
    "region-total",
    "patron-total",
    "project-sum",
];

/// The id of a heading whose words say nothing that an id can say.
const NAMELESS: &str = "section";

/// Gives each heading of a text an id of its own.
#[derive(Debug)]
pub(super) struct HeadingIds {
    used: HashSet<String>,
    /// The number that the next heading of the same words gets.
    next: HashMap<String, usize>,
}

impl HeadingIds {
    pub(super) fn new() -> HeadingIds {
        HeadingIds {
            used: TAKEN.map(str::to_owned).into(),
            next: HashMap::new(),
        }
    }

    /// An id that no heading has yet.
    pub(super) fn give(&mut self, words: &str) -> String {
        let base = heading_id(words);
        if self.used.insert(base.clone()) {
            return base;
        }
        let number = self.next.entry(base.clone()).or_insert(2);
        loop {
            let id = format!("{base}-{number}");
            *number += 1;
            if self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// The words of a heading as an id: `Не істелді?` → `ne-isteldi`, in Latin letters.
fn heading_id(words: &str) -> String {
    let id = transliterate(words);
    match id.as_str() {
        "" => NAMELESS.to_owned(),
        // Footnotes have such ids.
        id if id.starts_with("fn-") || id.starts_with("fnref-") => format!("{NAMELESS}-{id}"),
        _ => id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_has_an_id_of_its_own() {
        let mut ids = HeadingIds::new();
        for (words, id) in [
            ("Кім көмектесті", "kim-komektesti"),
            ("A", "a"),
            ("A 2", "a-2"),
            ("a", "a-3"),
            ("A!", "a-4"),
            ("Main", "main-2"),
            ("main", "main-3"),
            ("Grand total", "grand-total-2"),
            ("?!", "section"),
            ("", "section-2"),
            ("Fn 1", "section-fn-1"),
        ] {
            assert_eq!(ids.give(words), id, "{words}");
        }
    }
}
