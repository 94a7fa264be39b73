//! Line scan: whether a line of a text may have any part of an anonymous name, word by word.
//!
//! Nearly all lines have none, so that this is what a build's search for names costs. Takes a line, gives yes or no; who is
//! named is for `search` to say.

use std::ops::Range;

use percent_encoding::percent_decode_str;

use super::glued_names::glued;
use super::guard::Guard;
use super::hashed_words::{HashedWords, WordHash};
use super::hidden_letters::hides_letters;
use super::lists::is_common;
use super::parts_seen::PartsSeen;
use super::sounds::sounds;
use super::stems::{Part, Role};
use super::tokens::is_apostrophe;
use super::word_memo::{CoreWord, WordKind, WordLook, WordMemo, WordParts, with_memo};
use super::words::fold;
use crate::locale::skeleton::{joined, skeleton};

/// How often percent-encoding may be encoded itself before a line is read letter by letter.
const MOST_ENCODED: usize = 4;
/// So many letters that stand alone may be a name with spaces in it.
const LETTERS: usize = 3;
/// So many words a name of a company may be written as that is one word.
const SPACED: usize = 3;

/// What the words of a line say, each by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    /// No word of it is a part of any name, and no letters are hidden.
    Bare,
    Clean,
    /// A part of a name near the end of a line in whose neighbour the others may stand.
    Edge,
    /// A word by which a name is looked for, or letters that are hidden.
    Close,
}

impl Guard {
    /// What a line is by its words. One in which letters are hidden is clean if nothing but percent-encoding hides them, and
    /// nothing is behind it: every page that can be shared has addresses with its title, and to read each letter by letter
    /// takes most of a build.
    pub(super) fn line_kind(&self, line: &str, markup: bool) -> LineKind {
        match self.scan(line, markup, Escapes::Seen) {
            Some(kind) => kind,
            None => self.kind_decoded(line, markup),
        }
    }

    /// What a line is in which letters are hidden.
    fn kind_decoded(&self, line: &str, markup: bool) -> LineKind {
        let is_clean = |text: &str, escapes: Escapes| {
            let kind = self.scan(text, markup, escapes);
            matches!(kind, Some(LineKind::Bare | LineKind::Clean))
        };
        let mut decoded = percent_decode_str(line).decode_utf8_lossy();
        for _ in 0..MOST_ENCODED {
            match percent_decode_str(&decoded).decode_utf8_lossy() {
                again if again == decoded => {
                    let is_hidden = || hides_beginning(line) && !is_clean(line, Escapes::Ignored);
                    return match is_clean(&decoded, Escapes::Seen) && !is_hidden() {
                        true => LineKind::Clean,
                        false => LineKind::Close,
                    };
                }
                again => decoded = again.into_owned().into(),
            }
        }
        LineKind::Close
    }

    /// What a text is by its words, also by those that a hyphen parts; none if letters are hidden in it and it is asked for them.
    fn scan(&self, text: &str, markup: bool, escapes: Escapes) -> Option<LineKind> {
        let mut words = HashedWords::new(text, markup);
        let (kind, seen) = with_memo(self.clean.serial(), |memo| {
            self.scan_with(memo, text, &mut words, escapes)
        });
        if words.hides_letters() && escapes == Escapes::Seen {
            return None;
        }
        match kind != LineKind::Close && seen.goes_on(text) {
            true => Some(LineKind::Edge),
            false => Some(kind),
        }
    }

    /// The same, with the parts of names that do not make one in this text.
    fn scan_with(
        &self,
        memo: &mut WordMemo,
        text: &str,
        hashed: &mut HashedWords<'_>,
        escapes: Escapes,
    ) -> (LineKind, PartsSeen) {
        let bytes = text.as_bytes();
        let (mut single, mut is_bare) = (0, true);
        let mut parts = PartsSeen::default();
        // The two words before, and how many words ago there was one of what a company is called.
        let (mut first, mut second) = (Seen::default(), Seen::default());
        let mut since = SPACED;
        let mut before = 0..0;
        while let Some((word, hash)) = hashed.next() {
            if hashed.hides_letters() && escapes == Escapes::Seen {
                break;
            }
            // A digit is no letter of a name, unless one has some, and may stand between two.
            let is_digit = word.len() == 1 && bytes[word.start].is_ascii_digit();
            let is_digit = is_digit && !self.has_mixed_name;
            single = match is_single(bytes, &word) {
                _ if is_digit => single,
                true => single + 1,
                false => 0,
            };
            if single > LETTERS {
                return (LineKind::Close, parts);
            }
            since += 1;
            let mut third = Seen {
                start: word.start,
                end: word.end,
                hash,
                begins: true,
            };
            let mut has_anchor = false;
            let mut see = |word: Range<usize>, hash| {
                let look = memo.get(hash, || self.look_at_word(&text[word.clone()]));
                match &look.kind {
                    WordKind::Other => {}
                    WordKind::Anchor => has_anchor = true,
                    WordKind::Part(of) => {
                        is_bare = false;
                        if !of.cores.is_empty() {
                            since = 0;
                        }
                        has_anchor |= parts.make_name_with(word, of);
                    }
                }
                look.begins
            };
            // Of a number that is no part of any name nothing has to be remembered.
            let is_number =
                bytes[word.start].is_ascii_digit() && self.is_plain_number(&text[word.clone()]);
            if word.len() > 1 && !is_number {
                third.begins = see(word.clone(), hash);
            }
            let is_joined = before.end > 0
                && may_be_joint(bytes[before.end])
                && is_joint(&text[before.end..word.start]);
            before = match is_joined {
                true => {
                    let joined = before.start..word.end;
                    see(joined.clone(), WordHash::of(&text[joined.clone()]));
                    joined
                }
                false => word,
            };
            if has_anchor {
                return (LineKind::Close, parts);
            }
            if since < SPACED && (first.begins || second.begins) {
                let words = [first, second, third].map(|seen| &text[seen.start..seen.end]);
                let spaced = || WordLook {
                    kind: match self.is_spaced(words) {
                        true => WordKind::Anchor,
                        false => WordKind::Other,
                    },
                    begins: false,
                };
                let hash = third.hash.beside([second.hash, first.hash]);
                if memo.get(hash, spaced).kind == WordKind::Anchor {
                    return (LineKind::Close, parts);
                }
            }
            (first, second) = (second, third);
        }
        match is_bare {
            true => (LineKind::Bare, parts),
            false => (LineKind::Clean, parts),
        }
    }

    /// Whether a word is a number, and no part of any name.
    pub(super) fn is_plain_number(&self, word: &str) -> bool {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        is_number && !self.stems.has_numbers() && !self.number_anchors.contains(word)
    }

    /// Whether the last of three words, with one or two before it, make as one word what a company is called.
    fn is_spaced(&self, [first, second, third]: [&str; SPACED]) -> bool {
        let two = joined(&skeleton(second), &skeleton(third));
        let is_glued = |word: &str| {
            let mut parts = self.stems.parts(word).into_iter();
            parts.any(|part| matches!(part.role, Role::Glued { .. }))
        };
        is_glued(&two) || is_glued(&joined(&skeleton(first), &two))
    }

    /// Whether what a hyphen parts may as one word be a part of a name.
    pub(super) fn has_joined_anchor(&self, text: &str) -> bool {
        let mut joined = joined_words(text).filter_map(|(_, _, joined)| joined);
        with_memo(self.clean.serial(), |memo| {
            joined.any(|word| {
                let word = &text[word];
                let look = memo.get(WordHash::of(word), || self.look_at_word(word));
                match &look.kind {
                    WordKind::Other => false,
                    WordKind::Part(of) => !of.is_given_only(),
                    WordKind::Anchor => true,
                }
            })
        })
    }

    /// Whether a name may have one of its words in a line and another in the one beside it.
    pub(super) fn may_share(&self, line: &str, beside: &str, markup: bool) -> bool {
        if hides_letters(line, markup) || hides_letters(beside, markup) {
            return true;
        }
        let (of_line, of_beside) = (self.parts_in(line), self.parts_in(beside));
        let is_other =
            |part: &Part, other: &Part| part.subject == other.subject && part.role != other.role;
        let mut parts = of_line.iter();
        parts.any(|part| of_beside.iter().any(|other| is_other(part, other)))
    }

    fn parts_in(&self, text: &str) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        with_memo(self.clean.serial(), |memo| {
            for (word, hash, joined) in joined_words(text) {
                let joined = joined.map(|word| (WordHash::of(&text[word.clone()]), word));
                for (hash, word) in [Some((hash, word)), joined].into_iter().flatten() {
                    let word = &text[word];
                    if memo.get(hash, || self.look_at_word(word)).kind != WordKind::Other {
                        parts.extend(self.stems.parts(&sounds(word)));
                    }
                }
            }
        });
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    fn look_at_word(&self, word: &str) -> WordLook {
        let sounds = sounds(word);
        WordLook {
            kind: self.kind_of(word, &sounds),
            begins: self.stems.may_begin_glued(&skeleton(word)),
        }
    }

    fn kind_of(&self, word: &str, sounds: &str) -> WordKind {
        let mut small = String::with_capacity(word.len());
        word.chars().for_each(|letter| fold(letter, &mut small));
        if self.pattern_anchors.contains(small.as_str()) {
            return WordKind::Anchor;
        }
        let mut parts = WordParts::default();
        for Part { subject, role } in self.stems.parts(sounds) {
            match role {
                Role::Given => parts.given.push(subject),
                Role::Patronymic => parts.fathers.push(subject),
                Role::SurnameBase => parts.bases.push(subject),
                Role::Core { variant, nth } => {
                    let of = &self.traits[subject].variants[variant];
                    let is_anchor = of.anchor == nth;
                    if is_anchor && of.is_alone {
                        return WordKind::Anchor;
                    }
                    parts.cores.push(CoreWord {
                        subject,
                        variant,
                        is_anchor,
                        // Lines end with common words, and what they name is looked for by another.
                        may_go_on: match is_anchor {
                            true => Some(of.others()),
                            false => (!is_common(&of.words[nth])).then_some(0),
                        },
                    });
                }
                Role::Surname | Role::Glued { .. } => return WordKind::Anchor,
            }
        }
        let mut is_glued = false;
        glued(&self.stems, sounds, &mut |_| is_glued = true);
        let is_surname = |part: &Part| part.role == Role::Surname;
        let with_initial = || {
            let inner = [&sounds[1..], &sounds[..sounds.len() - 1]];
            inner
                .iter()
                .any(|inner| self.stems.parts(inner).iter().any(is_surname))
        };
        if is_glued || sounds.len() > 6 && with_initial() {
            return WordKind::Anchor;
        }
        match parts == WordParts::default() {
            true => WordKind::Other,
            false => WordKind::Part(Box::new(parts)),
        }
    }
}

/// A word that was seen, and where.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    start: usize,
    end: usize,
    hash: WordHash,
    begins: bool,
}

/// Whether letters that are hidden in a text stop a scan of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Escapes {
    Seen,
    Ignored,
}

/// Whether a word is one letter or digit: its first byte says how many that has.
fn is_single(text: &[u8], word: &Range<usize>) -> bool {
    let length = text[word.start].leading_ones().max(1);
    word.len() == length as usize
}

/// The runs of letters and digits of a text, each with all that hyphens join before it, if any do.
fn joined_words(
    text: &str,
) -> impl Iterator<Item = (Range<usize>, WordHash, Option<Range<usize>>)> {
    let mut last: Option<Range<usize>> = None;
    HashedWords::new(text, false).map(move |(word, hash)| {
        let before = last.take();
        let before = before.filter(|last| is_joint(&text[last.end..word.start]));
        let joined = before.map(|before| before.start..word.end);
        last = Some(joined.clone().unwrap_or(word.clone()));
        (word, hash, joined)
    })
}

/// Whether a sign of percent-encoding may be the beginning of a word: `100%Adam`.
fn hides_beginning(line: &str) -> bool {
    let bytes = line.as_bytes();
    memchr::memchr_iter(b'%', bytes).any(|at| {
        let is_letter = |byte: &u8| byte.is_ascii_alphabetic();
        let goes_on = bytes.get(at + 3).is_some_and(u8::is_ascii_alphanumeric);
        goes_on && bytes[at + 1..at + 3].iter().all(is_letter)
    })
}

/// Whether what stands between two words may join them: a hyphen, also at the end of a line, or the sign of a soft letter.
fn is_joint(between: &str) -> bool {
    let first = between.as_bytes().first();
    let may_join = first.is_some_and(|first| may_be_joint(*first));
    may_join && between.len() <= LONGEST_JOINT && (is_apostrophe(between) || is_hyphen(between))
}

/// Whether what joins two words may begin with this byte. Most words are parted by a space.
fn may_be_joint(first: u8) -> bool {
    matches!(first, b'-' | b'\'' | b'`' | b'&') || !first.is_ascii()
}

/// The most bytes of what joins two words: an apostrophe as an escape, a hyphen with the indentation of a line behind it.
const LONGEST_JOINT: usize = 32;

/// Whether what stands between two words is a hyphen, also at the end of a line.
fn is_hyphen(between: &str) -> bool {
    matches!(between.trim_end(), "-" | "\u{2010}")
}
