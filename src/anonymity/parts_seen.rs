//! Parts of names that were seen in a line, and which of the words before one of them it may make a name with.
//!
//! The words of a name stand side by side, with few others between them: in what readers see, or in one tag. So words are counted, those
//! of the text and those of tags, and of the parts only those are kept that a name may reach to.

use std::ops::Range;

use smallvec::SmallVec;

use super::hashed_words::WordHash;
use super::word_memo::PartOf;
use super::words::{begins_tag, runs_outside_tags};

/// The parts that were seen in a line, none of which make a name together.
#[derive(Default)]
pub(super) struct PartsSeen {
    /// How many words there were, in the text and in tags, and whether this is a tag.
    counted: [usize; 2],
    is_in_tag: bool,
    near: SmallVec<[PartSeen; 8]>,
    /// The parts whose names may go on in the lines beside this one, over how many words before and behind each, and whether only as
    /// surnames.
    may_go_on: SmallVec<[(Range<usize>, Reach, bool); 4]>,
}

/// Over how many words a name goes on before a part of it and behind it, if it does.
type Reach = [Option<u8>; 2];

/// A word that may be a part of a name.
pub(super) struct PartSeen {
    pub word: Range<usize>,
    pub hash: WordHash,
    /// The most words between it and another of the name.
    reach: u8,
    is_in_tag: bool,
    nth: usize,
}

impl PartsSeen {
    /// Goes over what parts a word from the one before, where that may be tags.
    pub(super) fn pass(&mut self, line: &[u8], gap: Range<usize>) {
        for at in gap {
            match line[at] {
                b'>' => self.is_in_tag = false,
                b'<' if begins_tag(line, at) => self.is_in_tag = true,
                _ => {}
            }
        }
    }

    /// Whether the word that was passed last stands in a tag.
    pub(super) fn is_in_tag(&self) -> bool {
        self.is_in_tag
    }

    /// Counts a word that nothing joins to the one before.
    pub(super) fn count(&mut self) {
        self.counted[usize::from(self.is_in_tag)] += 1;
    }

    /// The parts that stand near enough to be of a name with the word that was counted last, which may be so many words away, each with
    /// how many there are between.
    pub(super) fn near(&self, reach: Option<u8>) -> impl Iterator<Item = (&PartSeen, usize)> {
        let here = self.counted[usize::from(self.is_in_tag)];
        let beside = self
            .near
            .iter()
            .filter(|part| part.is_in_tag == self.is_in_tag);
        let apart = beside.map(move |part| (part, (here - part.nth).saturating_sub(1)));
        apart.filter(move |(part, between)| {
            reach.is_some_and(|reach| *between <= usize::from(reach.min(part.reach)))
        })
    }

    /// Whether none of the parts that were seen can be of a name with a word that comes now.
    #[inline]
    pub(super) fn are_far(&mut self) -> bool {
        if !self.near.is_empty() {
            let counted = self.counted;
            self.near.retain(|part| is_near(part, counted));
        }
        self.near.is_empty()
    }

    /// Adds the word that was counted last, or what is joined to it.
    pub(super) fn add(&mut self, (word, hash): (Range<usize>, WordHash), of: PartOf) {
        if of.may_go_on != [None; 2] {
            let may_go_on = (word.clone(), of.may_go_on, of.goes_on_as_surname);
            self.may_go_on.push(may_go_on);
        }
        let Some(reach) = of.reach else {
            return;
        };
        let counted = self.counted;
        self.near.retain(|part| is_near(part, counted));
        self.near.push(PartSeen {
            word,
            hash,
            reach,
            is_in_tag: self.is_in_tag,
            nth: counted[usize::from(self.is_in_tag)],
        });
    }

    /// Takes a surname for that of somebody else, whose given name stands beside it: with it none goes on.
    pub(super) fn settle(&mut self, surname: &Range<usize>) {
        let is_of_others =
            |(word, _, is_surname): &mut (Range<usize>, _, bool)| *is_surname && word == surname;
        self.may_go_on.retain(|part| !is_of_others(part));
    }

    /// Whether a name may have its other words in the line before or after this one. Numbers may be some of them, which are not
    /// looked at.
    pub(super) fn goes_on(&self, line: &str) -> bool {
        let is_near = |part: &str, others: Option<u8>| {
            others.map(usize::from).is_some_and(|others| {
                runs_outside_tags(part, char::is_alphabetic, others + 1) <= others
            })
        };
        let mut may_go_on = self.may_go_on.iter();
        may_go_on.any(|(word, [before, after], _)| {
            is_near(&line[..word.start], *before) || is_near(&line[word.end..], *after)
        })
    }
}

/// Whether a part may be of a name with the word that was counted last, or with the one behind that.
fn is_near(part: &PartSeen, counted: [usize; 2]) -> bool {
    counted[usize::from(part.is_in_tag)] <= part.nth + usize::from(part.reach) + 1
}
