//! Line scan: whether a line of a text may have any part of an anonymous name, word by word.
//!
//! Nearly all lines have none, so that this is what a build's search for names costs; and as pages are full of words that anonymous
//! patrons share with public ones, a line is read closely only where two words of one name stand near each other. Takes a line,
//! gives yes or no; who is named is for `search` to say.

use std::ops::Range;

use percent_encoding::percent_decode_str;

use super::clean_lines::is_open_after;
use super::guard::Guard;
use super::hashed_words::{HashedWords, WordHash};
use super::joints::{is_joint, joined_words, may_be_joint, may_be_name};
use super::parts_seen::PartsSeen;
use super::surnames_seen::{Beside, SurnamesSeen, Word};
use super::word_memo::{WordClass, WordKind, WordLook, WordMemo, with_memo};

/// How often percent-encoding may be encoded itself before a line is read letter by letter.
const MOST_ENCODED: usize = 4;
/// So many letters that stand alone may be a name with spaces in it.
pub(super) const LETTERS: usize = 3;
/// Stands for what is asked of a surname and the word beside it.
const BESIDE_SURNAME: WordHash = WordHash(1);
/// So many words a name of a company may be written as that is one word.
pub(super) const SPACED: usize = 3;

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
        // What seems to be in a tag that ends nowhere is not.
        let escapes = match markup && is_open_after(line.as_bytes(), false) {
            true => Escapes::OfTags,
            false => Escapes::Seen,
        };
        match self.scan(line, markup, escapes) {
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
        // Where the escape of a tag is one as well, words that seem far from each other may be neighbours.
        let tags = |text: &str| memchr::memchr2_iter(b'<', b'>', text.as_bytes()).count();
        let has_escaped_tags = |decoded: &str| {
            let escapes = match markup {
                true => ["&lt;", "&gt;"],
                false => ["&lt;", "<"],
            };
            tags(decoded) != tags(line) || escapes.iter().any(|escape| decoded.contains(escape))
        };
        let mut decoded = percent_decode_str(line).decode_utf8_lossy();
        for _ in 0..MOST_ENCODED {
            match percent_decode_str(&decoded).decode_utf8_lossy() {
                again if again == decoded => {
                    let is_hidden = || hides_beginning(line) && !is_clean(line, Escapes::Ignored);
                    let escapes = match has_escaped_tags(&decoded) {
                        true => Escapes::OfTags,
                        false => Escapes::Decoded,
                    };
                    return match is_clean(&decoded, escapes) && !is_hidden() {
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
        let mut seen = (PartsSeen::default(), SurnamesSeen::default());
        let kind = with_memo(self.clean.serial(), |memo| {
            self.scan_with(memo, (text, markup), &mut words, escapes, &mut seen)
        });
        if words.hides_letters() && escapes != Escapes::Ignored {
            return None;
        }
        let (parts, surnames) = seen;
        match kind {
            LineKind::Close => Some(kind),
            _ if surnames.is_loose() && self.has_joined_anchor(text) => Some(LineKind::Close),
            _ if parts.goes_on(text) => Some(LineKind::Edge),
            _ => Some(kind),
        }
    }

    /// The same, with the parts of names that do not make one in this text.
    fn scan_with(
        &self,
        memo: &mut WordMemo,
        (text, markup): (&str, bool),
        hashed: &mut HashedWords<'_>,
        escapes: Escapes,
        (parts, surnames): &mut (PartsSeen, SurnamesSeen),
    ) -> LineKind {
        let bytes = text.as_bytes();
        let (mut single, mut is_bare) = (0, true);
        let is_counted = matches!(escapes, Escapes::Seen | Escapes::Decoded);
        let mut recents = [Recent::default(), Recent::default()];
        let mut before = 0..0;
        // Nothing that was seen makes a name with a word that is plain.
        let mut is_calm = true;
        while let Some((word, hash)) = hashed.next() {
            if hashed.hides_letters() && escapes != Escapes::Ignored {
                break;
            }
            // A digit is no letter of a name, unless one has some, and may stand between two.
            let is_digit = word.len() == 1 && bytes[word.start].is_ascii_digit();
            let is_digit = is_digit && !self.has_mixed_name;
            let is_letter = is_single(bytes, &word);
            single = match is_letter {
                _ if is_digit => single,
                true => single + 1,
                false => 0,
            };
            if single > LETTERS {
                return LineKind::Close;
            }
            if markup && is_counted {
                parts.pass(bytes, before.end..word.start);
            }
            let is_joined = before.end > 0
                && may_be_joint(bytes[before.end])
                && is_joint(&text[before.end..word.start])
                // Behind a hyphen a number is a word of its own.
                && !(bytes[before.end] == b'-' && bytes[word.start].is_ascii_digit());
            let is_escape = is_in_escape(bytes, word.start);
            if is_escape && is_apostrophe_in_word(text, &word) {
                return LineKind::Close;
            }
            // Letters side by side may be one word.
            if is_counted && !is_joined && !is_letter && !is_escape {
                parts.count();
            }
            let mut third = Seen {
                start: word.start,
                end: word.end,
                hash,
                begins: false,
            };
            if is_calm && !is_joined && !is_escape && memo.is_plain(hash) {
                let is_in_tag = parts.is_in_tag();
                if escapes == Escapes::Seen {
                    let raw = word.clone();
                    surnames.pass(is_in_tag, Word { raw, hash });
                }
                recents[usize::from(is_in_tag)].pass(third, false);
                before = word;
                continue;
            }
            is_calm = false;
            let (mut has_anchor, mut is_surname, mut is_core) = (false, false, false);
            let mut see = |word: Range<usize>, hash| {
                let look = memo.get(hash, || self.look_at_word(&text[word.clone()]));
                match look.kind {
                    WordKind::Other | WordKind::Pair(_) | WordKind::Others { .. } => {}
                    WordKind::Anchor => has_anchor = true,
                    WordKind::Part(of) => {
                        (is_bare, is_surname) = (false, is_surname || of.is_surname);
                        is_core |= of.is_core;
                        has_anchor |= parts.near(of.reach).any(|(part, between)| {
                            let texts = [part.word.clone(), word.clone()].map(|of| &text[of]);
                            let pair = || self.look_at_pair(texts);
                            match memo.get(hash.beside([part.hash; 2]), pair).kind {
                                WordKind::Pair(most) => between <= usize::from(most),
                                _ => false,
                            }
                        });
                        parts.add((word, hash), of);
                    }
                }
                look
            };
            // Of a number that is no part of any name nothing has to be remembered.
            let is_number =
                bytes[word.start].is_ascii_digit() && self.is_plain_number(&text[word.clone()]);
            let look = (word.len() > 1 && !is_number).then(|| see(word.clone(), hash));
            third.begins = match look {
                Some(look) => look.begins,
                None => !is_number || self.stems.begins_with_number(),
            };
            let is_other = look.is_none_or(|look| look.kind == WordKind::Other);
            let is_plain = is_other && !third.begins && word.len() > 1 && !is_letter;
            before = match is_joined {
                true => {
                    let joined = before.start..word.end;
                    if may_be_name(&joined) {
                        let look = see(joined.clone(), WordHash::of(&text[joined.clone()]));
                        if let WordKind::Part(of) = look.kind {
                            has_anchor |= of.is_surname;
                        }
                    }
                    joined
                }
                false => word.clone(),
            };
            let is_close = match escapes {
                Escapes::Seen if is_escape => is_surname,
                Escapes::Seen => {
                    let beside = |surname: &Word, other: &Word| {
                        let texts = [surname, other].map(|of| &text[of.raw.clone()]);
                        let hash = surname.hash.beside([other.hash, BESIDE_SURNAME]);
                        match memo.get(hash, || self.look_beside_surname(texts)).kind {
                            WordKind::Others { is_given: true } => Beside::OthersGiven,
                            WordKind::Others { is_given: false } => Beside::OthersPatronymic,
                            _ => Beside::Own,
                        }
                    };
                    let (of, word) = ((text, parts.is_in_tag()), Word { raw: word, hash });
                    match is_surname || surnames.is_waiting() {
                        true => {
                            let is_close = surnames.is_close(of, (word, is_surname), beside);
                            if let Some(surname) = surnames.settled() {
                                parts.settle(&surname);
                            }
                            is_close
                        }
                        false => surnames.pass(parts.is_in_tag(), word),
                    }
                }
                Escapes::Decoded | Escapes::OfTags | Escapes::Ignored => is_surname,
            };
            if has_anchor || is_close {
                return LineKind::Close;
            }
            if is_escape {
                continue;
            }
            let recent = &mut recents[usize::from(parts.is_in_tag())];
            let Recent { first, second, .. } = *recent;
            recent.pass(third, is_core);
            if recent.since < SPACED && (first.begins || second.begins) {
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
                    return LineKind::Close;
                }
            }
            if is_plain {
                memo.learn_class(hash, WordClass::Plain);
            }
            is_calm =
                !surnames.is_waiting() && !recents.iter().any(Recent::begins) && parts.are_far();
        }
        if surnames.is_close_at_end() {
            return LineKind::Close;
        }
        match is_bare {
            true => LineKind::Bare,
            false => LineKind::Clean,
        }
    }

    /// Whether a word is a number, and no part of any name.
    pub(super) fn is_plain_number(&self, word: &str) -> bool {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let is_anchor = || self.anchors.has_number(word) || self.core_numbers.contains(word);
        is_number && !self.stems.has_numbers() && !is_anchor()
    }

    /// Whether what a hyphen parts may as one word be a part of a name.
    pub(super) fn has_joined_anchor(&self, text: &str) -> bool {
        let mut joined = joined_words(text).filter_map(|(_, _, joined)| joined);
        with_memo(self.clean.serial(), |memo| {
            joined.any(|word| {
                let word = &text[word];
                let look = memo.get(WordHash::of(word), || self.look_at_word(word));
                match look.kind {
                    WordKind::Other | WordKind::Pair(_) | WordKind::Others { .. } => false,
                    WordKind::Part(of) => !of.is_given_only,
                    WordKind::Anchor => true,
                }
            })
        })
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

/// The two words before, of the text or of a tag, and how many words ago there was one of what a company is called.
struct Recent {
    first: Seen,
    second: Seen,
    since: usize,
}

impl Default for Recent {
    fn default() -> Recent {
        Recent {
            first: Seen::default(),
            second: Seen::default(),
            since: SPACED,
        }
    }
}

impl Recent {
    /// Goes on to the next word, which is or is not one of what a company is called.
    fn pass(&mut self, word: Seen, is_core: bool) {
        self.since = if is_core { 0 } else { self.since + 1 };
        (self.first, self.second) = (self.second, word);
    }

    /// Whether what a company is called as one word may begin with one of the two.
    fn begins(&self) -> bool {
        self.first.begins || self.second.begins
    }
}

/// Whether letters that are hidden in a text stop a scan of its words, and whether it says which of them stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Escapes {
    Seen,
    /// They were taken away before.
    Decoded,
    /// The same, of tags as well.
    OfTags,
    /// They stop nothing.
    Ignored,
}

/// Whether a word is one letter or digit: its first byte says how many that has.
pub(super) fn is_single(text: &[u8], word: &Range<usize>) -> bool {
    let length = text[word.start].leading_ones().max(1);
    word.len() == length as usize
}

/// Whether what begins here is no word, but the inner part of an entity: `&nbsp;`, `&#160;`.
pub(super) fn is_in_escape(text: &[u8], at: usize) -> bool {
    text[..at].ends_with(b"&") || text[..at].ends_with(b"&#")
}

/// Whether what stands here is the inner part of an apostrophe within a word: `Abil&#39;din`.
pub(super) fn is_apostrophe_in_word(text: &str, inner: &Range<usize>) -> bool {
    let (before, after) = (&text[..inner.start], &text[inner.end..]);
    let ends_in_letter = |before: &str| before.ends_with(char::is_alphanumeric);
    matches!(&text[inner.clone()], "39" | "x27")
        && before.strip_suffix("&#").is_some_and(ends_in_letter)
        && after
            .strip_prefix(';')
            .is_some_and(|after| after.starts_with(char::is_alphanumeric))
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
