//! A reading of a text: its words in one of the ways in which it can be read, each with its sense.

use std::cell::Cell;

use super::sense::Senses;
use super::stems::{Part, Role};
use super::tokens::{Between, Token, between, tokens};
use super::words::{Tags, Word};

/// A text that is read in one way.
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub tags: Tags,
    pub words: &'a [Word],
    pub tokens: Vec<Token>,
    /// What stands between each token and the next one, of those that were asked for: each name asks anew.
    gaps: Vec<Cell<Option<Between>>>,
    /// How many levels of escapes were taken away before.
    pub level: usize,
}

impl<'a> Reading<'a> {
    /// Reads a text; with `joined`, what a hyphen parts is one word.
    pub(super) fn new(
        senses: Senses<'_>,
        (text, tags): (&'a str, Tags),
        words: &'a [Word],
        joined: bool,
        level: usize,
    ) -> Reading<'a> {
        let tokens = tokens(senses, text, words, joined);
        Reading {
            text,
            tags,
            words,
            gaps: vec![Cell::new(None); tokens.len()],
            tokens,
            level,
        }
    }

    /// Whether a token may be this part of the name of a subject.
    pub(super) fn is(&self, at: usize, subject: usize, role: Role) -> bool {
        let part = Part { subject, role };
        let token = self.tokens.get(at);
        token.is_some_and(|token| token.sense.parts.binary_search(&part).is_ok())
    }

    /// What stands between a token and the next one.
    pub(super) fn gap(&self, at: usize) -> Between {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(one), Some(other)) => {
                let gap = self.gaps[at].get();
                let gap = gap.unwrap_or_else(|| between(self.text, one, other, self.tags));
                self.gaps[at].set(Some(gap));
                gap
            }
            _ => Between::Far,
        }
    }

    /// What stands between a token and the one before it.
    pub(super) fn gap_before(&self, at: usize) -> Between {
        at.checked_sub(1)
            .map_or(Between::Far, |before| self.gap(before))
    }

    /// What stands before a token, and behind it.
    pub(super) fn around(&self, at: usize) -> (&'a str, &'a str) {
        let raw = &self.tokens[at].word.raw;
        let before = self.text.get(..raw.start).unwrap_or("");
        (before, self.text.get(raw.end..).unwrap_or(""))
    }
}
