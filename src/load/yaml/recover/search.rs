//! Search for the mistakes of a text: its pieces, and the pieces of those, down to the smallest that cannot be read.
//!
//! Takes a piece that the parser refuses, notes what is wrong in it and which bytes are lost by that.

use super::head::head;
use super::layout::displaced;
use super::neighbours::{Run, Siblings, nearly_item};
use super::noted::Search;
use super::pieces::{Inner, content_at, inner_of, is_item, is_sound, parts};
use crate::load::yaml::error_class::{Mistake, Trouble, YamlError};
use crate::load::yaml::known::lists_records;

/// So many mistakes are looked for: a text with more is no YAML at all.
const MAX_MISTAKES: usize = 1000;

/// So many lines below an item may be fields of it that are no deeper.
const MOST_FIELDS: usize = 40;

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
        let in_list = (self.list_inside == Some(start)).then_some(true);
        if self.displaced(piece, start, in_list) {
            return;
        }
        if let [only] = parts.as_slice() {
            let text = &piece[only.clone()];
            if let Some(head) = head(text) {
                return self.head(head, text, start + only.start, depth);
            }
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
        let mut told_to = 0;
        for nth in bad {
            let part = siblings.parts[nth].clone();
            if part.end <= told_to {
                continue;
            }
            // Fields that are no deeper than their item, with that item.
            let begin = siblings.parts[nth.saturating_sub(1)].start;
            let mut others = siblings.parts[nth + 1..].iter().take(MOST_FIELDS);
            let next_item = others.find(|other| is_list && is_item(&piece[(*other).clone()]));
            let end = match (is_list, next_item) {
                (true, Some(next)) => next.start,
                (true, None) if siblings.parts.len() - nth <= MOST_FIELDS => piece.len(),
                _ => part.end,
            };
            let is_alone = run.end != part.start;
            if is_alone && self.displaced(&piece[begin..end], start + begin, Some(is_list)) {
                told_to = end;
                continue;
            }
            if !self.with_neighbours(&siblings, nth, &mut run) {
                self.part(&piece[part.clone()], start + part.start, depth - 1);
            }
        }
    }

    /// Tells lines at a wrong depth, if moving them is all that a piece needs.
    fn displaced(&mut self, piece: &str, start: usize, in_list: Option<bool>) -> bool {
        let Some(found) = displaced(piece, in_list) else {
            return false;
        };
        let why = match found.more {
            0 => Trouble::Displaced,
            _ => Trouble::DisplacedLines,
        };
        let at = start + found.at;
        self.mistakes.push(Mistake {
            error: YamlError::Syntax { why, at },
            line: None,
            spaces: Some(found.spaces),
        });
        // The hyphen alone, which otherwise stays.
        let first = piece[found.at..].chars().next().map_or(0, char::len_utf8);
        self.broken.push((at..at + first, true));
        let rest = at + first..start + found.broken.end;
        self.broken.push((rest, true));
        true
    }
}
