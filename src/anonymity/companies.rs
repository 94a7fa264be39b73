//! Companies, funds and groups in a text: what they are called, with or without legal form and quotation marks.
//!
//! Takes the tokens of a text and the parts of names that each may be, gives who is named where. Words that are all common
//! ones name nobody without the legal form, quotation marks or a capital letter.

use super::lists::is_common;
use super::reading::Reading;
use super::stems::{Role, is_legal_form_of};
use super::tokens::{Between, Token};
use super::traits::{NameVariant, Traits};
use super::words::Tags;
use crate::locale::legal_forms::{is_long_form, is_short_form};
use crate::locale::skeleton::{joined, skeleton};

/// The search for companies in one reading of a text.
pub(super) struct Companies<'a> {
    pub reading: &'a Reading<'a>,
    /// Of each subject.
    pub traits: &'a [Traits],
}

/// A company that is named: the tokens from and to which, both included.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Company {
    pub subject: usize,
    pub from: usize,
    pub to: usize,
}

/// The fewest sounds of a name that may be written as several other words.
pub(super) const SHORTEST_SPACED: usize = 8;

const QUOTES: [char; 12] = ['«', '»', '“', '”', '„', '"', '\'', '‘', '’', '‹', '›', '`'];

impl Companies<'_> {
    /// Adds every company that is named with this token.
    pub(super) fn at(&self, at: usize, found: &mut Vec<Company>) {
        for part in &self.reading.tokens[at].sense.parts {
            let of = |variant: usize| &self.traits[part.subject].variants[variant];
            let named = match part.role {
                Role::Core { variant, nth } => {
                    let is_nth = |at: usize, nth: usize| {
                        let role = Role::Core { variant, nth };
                        self.reading.is(at, part.subject, role)
                    };
                    let of = of(variant);
                    self.in_order(at, nth, &is_nth, of)
                        .or_else(|| self.in_any_order(at, &is_nth, of))
                        .or_else(|| self.spaced(at, of))
                }
                Role::Glued { variant } => self.glued(at, of(variant)),
                Role::Surname | Role::SurnameBase | Role::Given | Role::Patronymic => None,
            };
            found.extend(named.map(|(from, to)| Company {
                subject: part.subject,
                from,
                to,
            }));
        }
    }

    /// The words one after the other, as they are stated.
    fn in_order(
        &self,
        at: usize,
        nth: usize,
        is_nth: &impl Fn(usize, usize) -> bool,
        of: &NameVariant,
    ) -> Option<(usize, usize)> {
        let from = at.checked_sub(nth)?;
        let to = from + of.words.len() - 1;
        // What is compared costs less than what stands between.
        let is_named = (from..=to).all(|at| is_nth(at, at - from))
            && (from..to).all(|at| {
                let gap = self.reading.gap(at);
                matches!(gap, Between::Space | Between::Line | Between::Tight)
            });
        // Two cells that stand side by side have more in common by chance than two words of a sentence.
        let is_in_cells = || {
            let is_end = |at: usize| self.reading.gap(at) == Between::Line;
            self.reading.tags != Tags::None && (from..to).any(is_end)
        };
        let is_written = |at: usize| {
            let sounds = &self.reading.tokens[at].sense.skeleton;
            is_case(sounds, &skeleton(&of.words[at - from]))
        };
        let is_named = is_named && (!is_in_cells() || (from..=to).all(is_written));
        (is_named && self.counts(from, to, of)).then_some((from, to))
    }

    /// All words in a row of few more, in whatever order.
    fn in_any_order(
        &self,
        at: usize,
        is_nth: &impl Fn(usize, usize) -> bool,
        of: &NameVariant,
    ) -> Option<(usize, usize)> {
        if !of.is_in_any_order() {
            return None;
        }
        let reach = of.words.len() + 1;
        let place = |from: usize, to: usize, nth: usize| (from..=to).find(|&at| is_nth(at, nth));
        let near = (at.saturating_sub(reach), at + reach);
        // Those that are rare are asked for first.
        let mut all = of.anchors.into_iter().chain(0..of.words.len());
        if all.any(|nth| place(near.0, near.1, nth).is_none()) {
            return None;
        }
        // In markup a line ends with a cell, an item or a paragraph, which have their own.
        let goes_on = |at: usize| match self.reading.gap(at) {
            Between::Space => true,
            Between::Line => self.reading.tags == Tags::None,
            _ => false,
        };
        let mut from = at;
        while from > near.0 && goes_on(from - 1) {
            from -= 1;
        }
        let mut to = at;
        while to < near.1 && goes_on(to) {
            to += 1;
        }
        let places: Option<Vec<usize>> = (0..of.words.len())
            .map(|nth| place(from, to, nth))
            .collect();
        let places = places?;
        let (first, last) = (*places.iter().min()?, *places.iter().max()?);
        let is_near = last - first < of.words.len() + of.others();
        // In another order it takes a name in it: «выпускники школы Тайөткел».
        let is_proper = |token: &Token| token.is_capital && !is_common(&token.sense.skeleton);
        let is_near = is_near && self.reading.tokens[first..=last].iter().any(is_proper);
        is_near.then_some((first, last))
    }

    /// Neighbours that make the name when they are written as one: «Алтын құс» for «Алтынқұс».
    fn spaced(&self, at: usize, of: &NameVariant) -> Option<(usize, usize)> {
        if of.glued.len() < SHORTEST_SPACED {
            return None;
        }
        for from in at.saturating_sub(2)..=at {
            let first = self.reading.tokens[from].sense.skeleton.as_str();
            if first.is_empty() || !of.glued.starts_with(first) {
                continue;
            }
            let mut whole = String::new();
            for to in from..self.reading.tokens.len().min(from + of.words.len() + 3) {
                whole = joined(&whole, &self.reading.tokens[to].sense.skeleton);
                if whole == of.glued && to > from {
                    return Some((from, to));
                }
                if whole.len() > of.glued.len() || self.reading.gap(to) != Between::Space {
                    break;
                }
            }
        }
        None
    }

    /// All words as one: ulgiqurylys, shanyrakfund.
    fn glued(&self, at: usize, of: &NameVariant) -> Option<(usize, usize)> {
        // With a legal form in the same word, too.
        let is_more = self.reading.tokens[at]
            .sense
            .skeleton
            .strip_prefix(of.glued.as_str())
            .is_some_and(|rest| is_legal_form_of(&of.glued, rest));
        let counts = of.words.len() > 1 || is_more || self.counts(at, at, of);
        counts.then_some((at, at))
    }

    /// Whether such words are the name: common ones need a sign of it.
    fn counts(&self, from: usize, to: usize, of: &NameVariant) -> bool {
        if !of.is_common || of.words.len() > 2 {
            return true;
        }
        if of.words.len() > 1
            && self.reading.tokens[from].is_capital
            && self.reading.tokens[to].is_capital
        {
            return true;
        }
        let (before, after) = (self.reading.around(from).0, self.reading.around(to).1);
        let is_tag =
            before.ends_with(['#', '@']) || of.words.len() > 1 && before.ends_with(['/', '.']);
        is_quoted(before, after) || is_tag || has_legal_form(self.reading, from, to)
    }
}

/// Whether these sounds may be a case of a word: all but the last sound of it, and few behind.
fn is_case(sounds: &str, word: &str) -> bool {
    const LONGEST_ENDING: usize = 4;
    let kept = word.get(..word.len().saturating_sub(1));
    kept.is_some_and(|kept| sounds.starts_with(kept)) && sounds.len() <= word.len() + LONGEST_ENDING
}

/// Whether quotation marks stand around a name, between what is before and behind it.
pub(super) fn is_quoted(before: &str, after: &str) -> bool {
    before.ends_with(QUOTES) && after.starts_with(QUOTES)
        || before.ends_with("&quot;") && after.starts_with("&quot;")
}

/// Whether a legal form stands beside a name: the tokens from and to which, both included.
pub(super) fn has_legal_form(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let is_near = |gap: Between| matches!(gap, Between::Space | Between::Tight | Between::Line);
    let is_form = |at: usize| {
        reading.tokens.get(at).is_some_and(|token| {
            is_long_form(&token.sense.skeleton)
                || token.is_capital && is_short_form(&token.sense.skeleton)
        })
    };
    let after = is_near(reading.gap(to)) && is_form(to + 1);
    let before = from
        .checked_sub(1)
        .is_some_and(|at| is_near(reading.gap(at)) && is_form(at));
    before || after
}
