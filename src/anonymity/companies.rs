//! Companies, funds and groups in a text: what they are called, with or without legal form and quotation marks.
//!
//! Takes the tokens of a text and the parts of names that each may be, gives who is named where. Words that are all common
//! ones name nobody without the legal form, quotation marks or a capital letter.

use super::lists::is_common;
use super::stems::{Part, Role, is_legal_form_of};
use super::tokens::{Between, Token, between};
use super::words::Tags;
use crate::locale::legal_forms::{is_long_form, is_short_form};
use crate::locale::skeleton::joined;

/// A form of what a company is called.
#[derive(Debug)]
pub(super) struct Form {
    /// How many words it has.
    pub length: usize,
    /// All its words are common ones.
    pub is_common: bool,
    /// Its words as one.
    pub glued: String,
}

/// The search for companies in one text.
pub(super) struct Companies<'a> {
    pub text: &'a str,
    pub tags: Tags,
    pub tokens: &'a [Token],
    /// What each token may be.
    pub parts: &'a [smallvec::SmallVec<[Part; 4]>],
    pub form: &'a dyn Fn(u32, u16) -> &'a Form,
}

/// A company that is named: the tokens from and to which, both included.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Company {
    pub subject: u32,
    pub from: usize,
    pub to: usize,
}

const QUOTES: [char; 12] = ['«', '»', '“', '”', '„', '"', '\'', '‘', '’', '‹', '›', '`'];

impl Companies<'_> {
    fn gap(&self, at: usize) -> Between {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(one), Some(other)) => between(self.text, one, other, self.tags),
            _ => Between::Far,
        }
    }

    /// Adds every company that is named with this token.
    pub(super) fn at(&self, at: usize, found: &mut Vec<Company>) {
        for part in &self.parts[at] {
            let company = match part.role {
                Role::Core { form, nth } => {
                    let of = (self.form)(part.subject, form);
                    self.in_order(at, part.subject, form, nth, of)
                        .or_else(|| self.in_any_order(at, part.subject, form, of))
                        .or_else(|| self.spaced(at, part.subject, of))
                }
                Role::Glued { form } => {
                    self.glued(at, part.subject, (self.form)(part.subject, form))
                }
                Role::Surname | Role::SurnameBase | Role::Given | Role::Patronymic => None,
            };
            found.extend(company);
        }
    }

    fn is(&self, at: usize, subject: u32, form: u16, nth: usize) -> bool {
        let nth = u16::try_from(nth).unwrap_or(u16::MAX);
        let role = Role::Core { form, nth };
        let parts = self.parts.get(at);
        parts.is_some_and(|parts| parts.contains(&Part { subject, role }))
    }

    /// The words one after the other, as they are stated.
    fn in_order(&self, at: usize, subject: u32, form: u16, nth: u16, of: &Form) -> Option<Company> {
        let from = at.checked_sub(usize::from(nth))?;
        let to = from + of.length - 1;
        // What is compared costs less than what stands between.
        let is_named = (from..=to).all(|at| self.is(at, subject, form, at - from))
            && (from..to).all(|at| {
                let gap = self.gap(at);
                matches!(gap, Between::Space | Between::Line | Between::Tight)
            });
        (is_named && self.counts(from, to, of)).then_some(Company { subject, from, to })
    }

    /// All words in a row of few more, in whatever order.
    fn in_any_order(&self, at: usize, subject: u32, form: u16, of: &Form) -> Option<Company> {
        if of.length < 3 || of.is_common {
            return None;
        }
        let reach = of.length + 1;
        let place = |from: usize, to: usize, nth: usize| {
            (from..=to).find(|&at| self.is(at, subject, form, nth))
        };
        let near = (at.saturating_sub(reach), at + reach);
        if (0..of.length).any(|nth| place(near.0, near.1, nth).is_none()) {
            return None;
        }
        let goes_on = |at: usize| matches!(self.gap(at), Between::Space | Between::Line);
        let mut from = at;
        while from > near.0 && goes_on(from - 1) {
            from -= 1;
        }
        let mut to = at;
        while to < near.1 && goes_on(to) {
            to += 1;
        }
        let places: Option<Vec<usize>> = (0..of.length).map(|nth| place(from, to, nth)).collect();
        let places = places?;
        let (first, last) = (*places.iter().min()?, *places.iter().max()?);
        let is_near = last - first <= of.length + 1;
        // In another order it takes a name in it: «выпускники школы Тайөткел».
        let is_proper = |token: &Token| token.is_capital && !is_common(&token.skeleton);
        let is_near = is_near && self.tokens[first..=last].iter().any(is_proper);
        is_near.then_some(Company {
            subject,
            from: first,
            to: last,
        })
    }

    /// Neighbours that make the name when they are written as one: «Алтын құс» for «Алтынқұс».
    fn spaced(&self, at: usize, subject: u32, of: &Form) -> Option<Company> {
        if of.glued.len() < 8 {
            return None;
        }
        for from in at.saturating_sub(2)..=at {
            let first = self.tokens[from].skeleton.as_str();
            if first.is_empty() || !of.glued.starts_with(first) {
                continue;
            }
            let mut whole = String::new();
            for to in from..self.tokens.len().min(from + of.length + 3) {
                whole = joined(&whole, &self.tokens[to].skeleton);
                if whole == of.glued && to > from {
                    return Some(Company { subject, from, to });
                }
                if whole.len() > of.glued.len() || self.gap(to) != Between::Space {
                    break;
                }
            }
        }
        None
    }

    /// All words as one: ulgiqurylys, shanyrakfund.
    fn glued(&self, at: usize, subject: u32, of: &Form) -> Option<Company> {
        // With a legal form in the same word, too.
        let is_more = self.tokens[at]
            .skeleton
            .strip_prefix(of.glued.as_str())
            .is_some_and(|rest| is_legal_form_of(&of.glued, rest));
        let counts = of.length > 1 || is_more || self.counts(at, at, of);
        counts.then_some(Company {
            subject,
            from: at,
            to: at,
        })
    }

    /// Whether such words are the name: common ones need a sign of it.
    fn counts(&self, from: usize, to: usize, of: &Form) -> bool {
        if !of.is_common || of.length > 2 {
            return true;
        }
        if of.length > 1 && self.tokens[from].is_capital && self.tokens[to].is_capital {
            return true;
        }
        let start = self.tokens[from].word.raw.start;
        let end = self.tokens[to].word.raw.end;
        let before = self.text.get(..start).unwrap_or("");
        let after = self.text.get(end..).unwrap_or("");
        let is_quoted = before.ends_with(QUOTES) && after.starts_with(QUOTES)
            || before.ends_with("&quot;") && after.starts_with("&quot;");
        let is_tag = before.ends_with(['#', '@']) || of.length > 1 && before.ends_with(['/', '.']);
        is_quoted || is_tag || self.has_legal_form(from, to)
    }

    fn has_legal_form(&self, from: usize, to: usize) -> bool {
        let is_near = |gap: Between| matches!(gap, Between::Space | Between::Tight | Between::Line);
        let is_form = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                is_long_form(&token.skeleton) || token.is_capital && is_short_form(&token.skeleton)
            })
        };
        let after = is_near(self.gap(to)) && is_form(to + 1);
        let before = from
            .checked_sub(1)
            .is_some_and(|at| is_near(self.gap(at)) && is_form(at));
        before || after
    }
}
