//! Heading ids (anchors): a slug for each heading of a text, to which `#…` links lead.
//!
//! Takes the words of headings in their order, gives an id for each that the page around the text has not. Knows of that
//! page what [`TAKEN`] says, and the ids in the theme's templates.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::locale::translit::transliterate;
use crate::model::frame::Frame;

/// Ids that pages of every theme may have.
const TAKEN: [&str; 7] = [
    "main",
    "top",
    "menu",
    "grand-total",
    "region-total",
    "patron-total",
    "project-sum",
];

/// What ids begin with that the program makes up.
const MADE: [&str; 5] = ["fn-", "fnref-", "drawing-", "chart-by-", "letter-"];

/// The id of a heading whose words say nothing that an id can say.
const NAMELESS: &str = "section";

/// Gives each heading of a text an id of its own.
#[derive(Debug)]
pub(super) struct HeadingIds {
    used: HashSet<String>,
    /// The number that the next heading of the same words gets.
    next: HashMap<String, usize>,
    frame: Arc<Frame>,
}

impl HeadingIds {
    pub(super) fn new(frame: Arc<Frame>) -> HeadingIds {
        HeadingIds {
            used: TAKEN.map(str::to_owned).into(),
            next: HashMap::new(),
            frame,
        }
    }

    /// An id that no heading has yet, nor any element of the page.
    pub(super) fn give(&mut self, words: &str) -> String {
        let base = heading_id(words);
        let is_of_page = |id: &str| self.frame.ids.has(id);
        if !is_of_page(&base) && self.used.insert(base.clone()) {
            return base;
        }
        // A number behind it does not help where a template makes up the end: `figure-…`.
        let base = match is_of_page(&format!("{base}-0")) {
            true => format!("{NAMELESS}-{base}"),
            false => base,
        };
        let number = self.next.entry(base.clone()).or_insert(2);
        loop {
            let id = format!("{base}-{number}");
            *number += 1;
            if !is_of_page(&id) && self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// The words of a heading without the name that other programs give it behind them, and this site does not know: `Тарих {#tarih}`.
pub(super) fn without_name(words: &str) -> &str {
    let named = words.trim_end().strip_suffix('}');
    let named = named.and_then(|named| named.rsplit_once("{#"));
    match named {
        Some((words, name)) if !name.contains(['{', '}', ' ']) => words.trim_end(),
        _ => words,
    }
}

/// The words of a heading as an id: `Не істелді?` → `ne-isteldi`, in Latin letters.
fn heading_id(words: &str) -> String {
    let id = transliterate(words);
    match id.as_str() {
        "" => NAMELESS.to_owned(),
        // Footnotes, drawings and the letters of long lists have such ids.
        id if is_made(id) => format!("{NAMELESS}-{id}"),
        _ => id,
    }
}

/// Whether the program makes up such ids itself: those of descriptions of drawings end alike.
fn is_made(id: &str) -> bool {
    MADE.iter().any(|made| id.starts_with(made)) || id.ends_with("-desc")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::frame::PageIds;

    #[test]
    fn a_name_behind_the_words_is_none_of_them() {
        for (words, bare) in [
            ("Тарих {#tarih}", "Тарих"),
            ("Тарих {#tarih} ", "Тарих"),
            ("Тарих {tarih}", "Тарих {tarih}"),
            ("{#a b}", "{#a b}"),
            ("Тарих", "Тарих"),
        ] {
            assert_eq!(without_name(words), bare, "{words}");
        }
    }

    #[test]
    fn every_heading_has_an_id_of_its_own() {
        let own = r#"<p id="by-year"><p id="figure-{{ id }}"><p id="{{ id }}-title">"#;
        let frame = Frame {
            ids: PageIds::of_templates([own].into_iter()),
            ..Frame::default()
        };
        let mut ids = HeadingIds::new(frame.into());
        for (words, id) in [
            ("By year", "by-year-2"),
            ("By year", "by-year-3"),
            ("Figure 1", "section-figure-1-2"),
            ("Share title", "share-title-2"),
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
