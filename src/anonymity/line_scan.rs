//! Line scan: whether a line of a text may have any part of an anonymous name, word by word.
//!
//! Nearly all lines have none, so that this is what a build's search for names costs. Takes a line, gives yes or no; who is
//! named is for `search` to say.

use std::ops::Range;

use percent_encoding::percent_decode_str;

use super::clean_lines::{Fact, key};
use super::guard::Guard;
use super::hidden_letters::hides_letters;
use super::persons::glued;
use super::stems::{Part, Role};
use super::tokens::sounds;
use super::words::{fold, tag_end};
use crate::locale::skeleton::{joined, skeleton};

/// How often percent-encoding may be encoded itself before a line is read letter by letter.
const MOST_ENCODED: usize = 4;
/// So many letters that stand alone may be a name with spaces in it.
const LETTERS: usize = 3;

/// What a word may be by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordKind {
    Other,
    /// One of several words of what a company, a fund or a group is called.
    Core,
    /// Anything by which a name is looked for.
    Anchor,
}

impl Guard {
    /// Whether a line in which no letter is hidden, but for what percent-encoding hides, has no word that may be a part of a
    /// name. Every page that can be shared has addresses with its title: to read each letter by letter takes most of a build.
    pub(super) fn is_plainly_clean(&self, line: &str, markup: bool) -> bool {
        if !hides_letters(line, markup) {
            return !self.has_anchor(line);
        }
        let mut decoded = percent_decode_str(line).decode_utf8_lossy();
        for _ in 0..MOST_ENCODED {
            match percent_decode_str(&decoded).decode_utf8_lossy() {
                again if again == decoded => {
                    return !hides_letters(&decoded, markup)
                        && !self.has_anchor(&decoded)
                        && !self.has_anchor(line);
                }
                again => decoded = again.into_owned().into(),
            }
        }
        false
    }

    /// Whether a word of a text in which no letter is hidden may be a part of a name, also one that a hyphen parts. One word of
    /// what a company is called is none, but where the others may stand in another line.
    fn has_anchor(&self, text: &str) -> bool {
        let mut single = 0;
        let mut core: Option<Range<usize>> = None;
        // The last words, and how many of them ago there was one of what a company is called.
        let mut lately: [&str; 3] = [""; 3];
        let mut since = lately.len();
        for (word, joined) in hyphenated_words(text) {
            lately.rotate_left(1);
            lately[2] = &text[word.clone()];
            since += 1;
            let is_single = lately[2].chars().nth(1).is_none();
            single = if is_single { single + 1 } else { 0 };
            if single > LETTERS {
                return true;
            }
            for word in [Some(word), joined].into_iter().flatten() {
                match self.word_kind(&text[word.clone()]) {
                    WordKind::Other => {}
                    WordKind::Anchor => return true,
                    WordKind::Core if core.is_some() => return true,
                    WordKind::Core => (core, since) = (Some(word), 0),
                }
            }
            if since < lately.len() && self.is_spaced(lately) {
                return true;
            }
        }
        core.is_some_and(|core| {
            is_without_words(&text[..core.start]) || is_without_words(&text[core.end..])
        })
    }

    /// Whether the last of three words, with one or two before it, make as one word what a company is called.
    fn is_spaced(&self, [first, second, third]: [&str; 3]) -> bool {
        let two = joined(&skeleton(second), &skeleton(third));
        let is_glued = |word: &str| {
            let mut parts = self.stems.parts(word).into_iter();
            parts.any(|part| matches!(part.role, Role::Glued { .. }))
        };
        is_glued(&two) || is_glued(&joined(&skeleton(first), &two))
    }

    /// Whether what a hyphen parts may as one word be a part of a name.
    pub(super) fn has_joined_anchor(&self, text: &str) -> bool {
        let mut joined = hyphenated_words(text).filter_map(|(_, joined)| joined);
        joined.any(|word| self.word_kind(&text[word]) != WordKind::Other)
    }

    fn word_kind(&self, word: &str) -> WordKind {
        if word.len() < 2 {
            return WordKind::Other;
        }
        let key = key(word, false);
        if self.clean.has_word(key, Fact::Other) {
            return WordKind::Other;
        }
        if self.clean.has_word(key, Fact::Core) {
            return WordKind::Core;
        }
        let kind = self.look_at_word(word);
        match kind {
            WordKind::Other => self.clean.learn_word(key, Fact::Other),
            WordKind::Core => self.clean.learn_word(key, Fact::Core),
            WordKind::Anchor => {}
        }
        kind
    }

    fn look_at_word(&self, word: &str) -> WordKind {
        let mut small = String::with_capacity(word.len());
        word.chars().for_each(|letter| fold(letter, &mut small));
        if self.pattern_anchors.contains(small.as_str()) {
            return WordKind::Anchor;
        }
        let sounds = sounds(word);
        let mut kind = WordKind::Other;
        for part in self.stems.parts(&sounds) {
            match part.role {
                Role::Given => {}
                Role::Core { .. } => kind = WordKind::Core,
                Role::Surname | Role::SurnameBase | Role::Patronymic | Role::Glued { .. } => {
                    return WordKind::Anchor;
                }
            }
        }
        let mut is_glued = false;
        glued(&self.stems, &sounds, &mut |_, _| is_glued = true);
        let is_surname = |part: &Part| part.role == Role::Surname;
        let with_initial = || {
            let inner = [&sounds[1..], &sounds[..sounds.len() - 1]];
            inner
                .iter()
                .any(|inner| self.stems.parts(inner).iter().any(is_surname))
        };
        match is_glued || sounds.len() > 6 && with_initial() {
            true => WordKind::Anchor,
            false => kind,
        }
    }
}

/// The runs of letters and digits of a text.
pub(super) fn raw_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let is_letter = move |at: usize| match bytes[at] {
        byte if byte.is_ascii() => byte.is_ascii_alphanumeric().then_some(1),
        // Cyrillic and marked Latin letters; all others are asked for.
        0xc4..=0xc9 | 0xd0..=0xd4 => Some(2),
        _ => {
            let letter = text[at..].chars().next()?;
            letter.is_alphanumeric().then_some(letter.len_utf8())
        }
    };
    std::iter::from_fn(move || {
        while at < bytes.len() && is_letter(at).is_none() {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
        let start = at;
        while at < bytes.len() {
            match is_letter(at) {
                Some(length) => at += length,
                None => break,
            }
        }
        (start < at).then_some(start..at)
    })
}

/// The same, each with all that hyphens join before it, if any do.
fn hyphenated_words(text: &str) -> impl Iterator<Item = (Range<usize>, Option<Range<usize>>)> {
    let mut last: Option<Range<usize>> = None;
    raw_words(text).map(move |word| {
        let before = last
            .take()
            .filter(|last| is_hyphen(&text[last.end..word.start]));
        let joined = before.map(|before| before.start..word.end);
        last = Some(joined.clone().unwrap_or(word.clone()));
        (word, joined)
    })
}

/// Whether a part of a line has no words but those in tags.
pub(super) fn is_without_words(part: &str) -> bool {
    let mut at = 0;
    while at < part.len() {
        match tag_end(part, at) {
            Some(end) => at = end,
            None => {
                let Some(letter) = part[at..].chars().next() else {
                    break;
                };
                if letter.is_alphanumeric() {
                    return false;
                }
                at += letter.len_utf8();
            }
        }
    }
    true
}

/// Whether what stands between two words is a hyphen, also at the end of a line.
fn is_hyphen(between: &str) -> bool {
    matches!(between.trim_end(), "-" | "\u{2010}")
}
