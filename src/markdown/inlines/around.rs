//! What stands around a run of a block: the events beside it, and the run in the next line.
//!
//! Takes the number of the run among all; says whether a mark in it touches anything.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::run::{Inline, Run};

/// What stands around a run.
pub(super) struct Around<'a, 'e> {
    /// The number of the run among all.
    pub(super) nth: usize,
    pub(super) inlines: &'a [Inline<'e>],
    /// Something before it is bold.
    pub(super) has_strong: bool,
    pub(super) markdown: &'a str,
}

impl<'e> Around<'_, 'e> {
    pub(super) fn before(&self) -> Option<&Event<'e>> {
        match self.inlines.get(self.nth.checked_sub(1)?)? {
            Inline::Event(event, _) => Some(event),
            Inline::Run(_) => None,
        }
    }

    pub(super) fn after(&self) -> Option<&Event<'e>> {
        match self.inlines.get(self.nth + 1)? {
            Inline::Event(event, _) => Some(event),
            Inline::Run(_) => None,
        }
    }

    pub(super) fn is_before_link(&self) -> bool {
        matches!(self.after(), Some(Event::Start(Tag::Link { .. })))
    }

    /// `[портал]<https://egov.kz>`: an address between its signs follows at once.
    pub(super) fn is_before_autolink(&self) -> bool {
        match self.inlines.get(self.nth + 1) {
            Some(Inline::Event(Event::Start(Tag::Link { .. }), place)) => {
                self.markdown[place.clone()].starts_with('<')
            }
            _ => false,
        }
    }

    /// Whether a mark touches nothing, also no link or emphasis beside the run.
    pub(super) fn is_free(&self, text: &str, mark: &Range<usize>) -> bool {
        let is_end = |event: Option<&Event<'_>>| {
            event.is_none_or(|event| matches!(event, Event::SoftBreak | Event::HardBreak))
        };
        !touches_word(text, mark.clone())
            && (mark.start > 0 || is_end(self.before()))
            && (mark.end < text.len() || is_end(self.after()))
    }

    /// `[[_TOC_]]`: the signs in the name made it emphasis.
    pub(super) fn opens_wiki(&self, rest: &str) -> bool {
        let is_emphasis = matches!(self.after(), Some(Event::Start(Tag::Emphasis)));
        let closes = |of: &Inline<'_>| matches!(of, Inline::Run(run) if run.text.starts_with("]]"));
        rest == "[[" && is_emphasis && self.inlines.get(self.nth + 4).is_some_and(closes)
    }

    pub(super) fn is_last(&self) -> bool {
        self.nth + 1 == self.inlines.len()
    }

    /// The run in the next line, if this one is the last of its own.
    pub(super) fn next_line(&self) -> Option<(&Run, Around<'_, 'e>)> {
        let is_end = matches!(self.after(), Some(Event::SoftBreak | Event::HardBreak));
        match self.inlines.get(self.nth + 2)? {
            Inline::Run(run) if is_end => {
                let nth = self.nth + 2;
                Some((run, Around { nth, ..*self }))
            }
            _ => None,
        }
    }
}

/// A word begins or ends at a mark.
pub(super) fn touches_word(text: &str, mark: Range<usize>) -> bool {
    let before = text[..mark.start].chars().next_back();
    let after = text[mark.end..].chars().next();
    let touches = |letter: Option<char>| letter.is_some_and(|letter| !letter.is_whitespace());
    touches(before) || touches(after)
}
