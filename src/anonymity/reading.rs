//! A reading of a text: its words in one of the ways in which it can be read, and which parts of names each may be.

use smallvec::SmallVec;

use super::stems::{Part, Role, Stems};
use super::tokens::{Between, Token, between, tokens};
use super::words::{Tags, Word};

/// A text that is read in one way.
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub tags: Tags,
    pub words: &'a [Word],
    pub tokens: Vec<Token>,
    /// What each token may be.
    pub parts: Vec<SmallVec<[Part; 4]>>,
    /// How many levels of escapes were taken away before.
    pub level: usize,
}

impl<'a> Reading<'a> {
    /// Reads a text; with `joined`, what a hyphen parts is one word.
    pub(super) fn new(
        stems: &Stems,
        (text, tags): (&'a str, Tags),
        words: &'a [Word],
        joined: bool,
        level: usize,
    ) -> Reading<'a> {
        let tokens = tokens(text, words, joined);
        let parts = tokens.iter().map(|token| stems.parts(&token.skeleton));
        Reading {
            text,
            tags,
            words,
            parts: parts.collect(),
            tokens,
            level,
        }
    }

    /// Whether a token may be this part of the name of a subject.
    pub(super) fn is(&self, at: usize, subject: usize, role: Role) -> bool {
        let parts = self.parts.get(at);
        parts.is_some_and(|parts| parts.binary_search(&Part { subject, role }).is_ok())
    }

    /// What stands between a token and the next one.
    pub(super) fn gap(&self, at: usize) -> Between {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(one), Some(other)) => between(self.text, one, other, self.tags),
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
