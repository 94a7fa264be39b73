//! Surnames that were seen in a line: whether each is somebody else's, who has another given name beside it.
//!
//! Patrons share their surnames, and a page is full of those of public ones. Takes the words of a line one after the other, says of a
//! surname that it has to be read closely: where no given name or patronymic stands right beside it, or an initial may.

use std::ops::Range;

use super::hashed_words::WordHash;

/// The surnames that were seen, each beside somebody else's given name.
#[derive(Default)]
pub(super) struct SurnamesSeen {
    /// The words before, of the text and of a tag.
    last: [Option<Word>; 2],
    /// Surnames behind which another word has to follow, and whether the name of others stood before them.
    waiting: [Option<(Word, bool)>; 2],
    any: bool,
    /// A hyphen may join one, or the name beside it, to yet another word.
    is_loose: bool,
    /// The one that was found last to have the given name of others beside it.
    settled: Option<Range<usize>>,
}

/// Whose name stands beside a surname.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// The given name of somebody else.
    OthersGiven,
    /// The patronymic of somebody else.
    OthersPatronymic,
    /// That of one who must not be named, or none.
    Own,
}

/// A word of a line.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub raw: Range<usize>,
    pub hash: WordHash,
}

impl SurnamesSeen {
    /// Whether a surname waits for the word behind it.
    #[inline]
    pub(super) fn is_waiting(&self) -> bool {
        self.any && self.waiting.iter().any(Option::is_some)
    }

    /// Goes on to a word that is no surname, where none waits for it: it has not to be read closely.
    #[inline]
    pub(super) fn pass(&mut self, is_in_tag: bool, word: Word) -> bool {
        self.last[usize::from(is_in_tag)] = Some(word);
        false
    }

    /// Goes on to the next word of the text or of a tag. Whether there is a surname that has to be read closely; `beside` says
    /// of one and the word beside it whose name that is.
    pub(super) fn is_close(
        &mut self,
        (line, is_in_tag): (&str, bool),
        (word, is_surname): (Word, bool),
        mut beside: impl FnMut(&Word, &Word) -> Beside,
    ) -> bool {
        let mut settled = None;
        let mut is_others = |surname: &Word, other: &Word| {
            let beside = beside(surname, other);
            if beside == Beside::OthersGiven {
                settled = Some(surname.raw.clone());
            }
            beside != Beside::Own
        };
        let stream = usize::from(is_in_tag);
        let last = self.last[stream].replace(word.clone());
        if let Some((surname, is_known)) = self.waiting[stream].take() {
            let is_known = match is_known {
                true => !is_short(line, &word),
                false => {
                    self.is_loose |= is_hyphenated(line, &surname.raw, &word.raw);
                    is_beside(line, &surname, &word) && is_others(&surname, &word)
                }
            };
            if !is_known {
                return true;
            }
        }
        if is_surname {
            let is_after = |last: &Word| is_beside(line, last, &word) && is_others(&word, last);
            let is_known = last.as_ref().is_some_and(is_after);
            if let Some(last) = last.as_ref().filter(|_| is_known) {
                self.is_loose |= is_hyphenated(line, &last.raw, &word.raw);
            }
            let may_be_initial = |last: Word| {
                is_short(line, &last) && !is_apart(&line[last.raw.end..word.raw.start])
            };
            if !is_known && last.is_some_and(may_be_initial) {
                return true;
            }
            self.any = true;
            self.waiting[stream] = Some((word, is_known));
        }
        self.settled = settled;
        false
    }

    /// The surname that was found by the last step to be somebody else's, whose given name stands beside it.
    pub(super) fn settled(&mut self) -> Option<Range<usize>> {
        self.settled.take()
    }

    /// The same at the end of the line.
    pub(super) fn is_close_at_end(&self) -> bool {
        let mut waiting = self.waiting.iter().flatten();
        waiting.any(|(_, is_known)| !is_known)
    }

    /// Whether a hyphen may join one, or the name beside it, to yet another word.
    pub(super) fn is_loose(&self) -> bool {
        self.is_loose
    }
}

/// Whether a word may be an initial.
fn is_short(line: &str, word: &Word) -> bool {
    let text = &line[word.raw.clone()];
    text.chars().nth(2).is_none() && text.chars().all(char::is_alphabetic)
}

/// Whether what parts two words says that no initial is before it: `"name_kk":"Оспанов`.
fn is_apart(gap: &str) -> bool {
    gap.contains(':') && !gap.contains(['<', '&', '%', '\\'])
}

/// Whether a hyphen may join two words to the one before or behind them. Behind a hyphen a number is a word of its own.
fn is_hyphenated(line: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    let after = line[other.end..].strip_prefix('-');
    let is_joined =
        after.is_some_and(|after| !after.starts_with(|sign: char| sign.is_ascii_digit()));
    is_joined || line[..one.start].trim_end().ends_with('-')
}

/// Whether two words that are no initials stand side by side, and neither goes on behind an apostrophe.
fn is_beside(line: &str, one: &Word, other: &Word) -> bool {
    /// The signs with which those begin and end that may be an apostrophe.
    const JOINTS: [char; 8] = ['\'', '’', 'ʹ', 'ʼ', '`', '&', ';', '‐'];
    matches!(&line[one.raw.end..other.raw.start], " " | "-")
        && ![one, other].iter().any(|word| is_short(line, word))
        && !line[..one.raw.start].ends_with(JOINTS)
        && !line[other.raw.end..].starts_with(JOINTS)
}
