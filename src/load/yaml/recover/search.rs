//! Search for the mistakes of a text: its pieces, and the pieces of those, down to the smallest that cannot be read.
//!
//! Takes a piece that the parser refuses, notes what is wrong in it and which bytes are lost by that.

use super::neighbours::{Run, Siblings, nearly_item};
use super::noted::Search;
use super::pieces::{Inner, content_at, inner_of, is_item, is_sound, parts};
use crate::load::yaml::known::lists_records;

/// So many mistakes are looked for: a text with more is no YAML at all.
const MAX_MISTAKES: usize = 1000;

impl Search {
    /// Looks for the mistakes in a piece that cannot be read alone; `start`: where it begins in the whole text.
    pub(super) fn part(&mut self, piece: &str, start: usize, depth: usize) {
        if self.mistakes.len() >= MAX_MISTAKES {
            return;
        }
        let parts = parts(piece);
        if depth == 0 {
            return self.whole(piece, start);
        }
        if let [only] = parts.as_slice() {
            let text = &piece[only.clone()];
            let inner = match inner_of(text) {
                Inner::Item(inner) => {
                    let dash = start + only.start + content_at(text);
                    self.dash = Some(dash..start + only.start + content_at(&inner));
                    Some((inner, only.start))
                }
                Inner::Field(at) => {
                    let key = text[content_at(text)..].split(':').next();
                    let is_list = key.is_some_and(lists_records);
                    self.list_inside = is_list.then_some(start + only.start + at);
                    Some((text[at..].to_owned(), only.start + at))
                }
                Inner::Nothing => None,
            };
            match inner {
                Some((inner, at)) if !is_sound(&inner, None) => {
                    self.part(&inner, start + at, depth - 1);
                }
                _ => self.leaf(text, start + only.start),
            }
            return;
        }
        let is_list = parts.first().is_some_and(|part| {
            let text = &piece[part.clone()];
            is_item(text) || nearly_item(text).is_some()
        });
        let is_bad = |part: &usize| !is_sound(&piece[parts[*part].clone()], Some(is_list));
        let bad: Vec<usize> = (0..parts.len()).filter(is_bad).collect();
        if bad.is_empty() {
            return self.whole(piece, start);
        }
        let first_item = parts.iter().position(|part| is_item(&piece[part.clone()]));
        let siblings = Siblings {
            first_item,
            piece,
            start,
            parts,
            is_list,
        };
        let mut run = Run::default();
        for nth in bad {
            if !self.with_neighbours(&siblings, nth, &mut run) {
                let part = siblings.parts[nth].clone();
                self.part(&piece[part.clone()], start + part.start, depth - 1);
            }
        }
    }
}
