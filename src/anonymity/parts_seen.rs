//! Parts of names that were seen in a line: whether two of them make a name, and whether one goes on in the line beside it.

use std::ops::Range;

use smallvec::SmallVec;

use super::word_memo::{CoreWord, WordParts};
use super::words::runs_outside_tags;

/// The parts that were seen in a line, none of which make a name together.
#[derive(Default)]
pub(super) struct PartsSeen {
    given: SmallVec<[usize; 8]>,
    /// Those that name somebody beside the given name: patronymics, and what surnames are made of.
    beside_given: SmallVec<[usize; 8]>,
    cores: SmallVec<[CoreWord; 8]>,
    /// Where patronymics and words of companies stand; and so many other words may stand between one and the end of the line,
    /// where the name goes on in the next.
    may_go_on: SmallVec<[(Range<usize>, usize); 4]>,
}

impl PartsSeen {
    /// Whether a word may make a name with those that were seen before; it is one of them from now on.
    pub(super) fn make_name_with(&mut self, word: Range<usize>, of: &WordParts) -> bool {
        let of_person = || of.fathers.iter().chain(&of.bases);
        let is_person = of.given.iter().any(|one| self.beside_given.contains(one))
            || of_person().any(|one| self.given.contains(one));
        let makes = |(nth, one): (usize, &CoreWord)| {
            let mut others = self.cores.iter().chain(&of.cores[..nth]);
            others.any(|other| {
                let is_same = (one.subject, one.variant) == (other.subject, other.variant);
                is_same && (one.is_anchor || other.is_anchor)
            })
        };
        if is_person || of.cores.iter().enumerate().any(makes) {
            return true;
        }
        self.given.extend_from_slice(&of.given);
        self.beside_given.extend(of_person().copied());
        self.cores.extend_from_slice(&of.cores);
        let others = of.cores.iter().filter_map(|one| one.may_go_on).max();
        if let Some(others) = others.or((!of.fathers.is_empty()).then_some(0)) {
            self.may_go_on.push((word, others));
        }
        false
    }

    /// Whether a name may have its other words in the line before or after this one. Numbers may be some of them, which are not
    /// looked at.
    pub(super) fn goes_on(&self, line: &str) -> bool {
        let is_near = |part: &str, others: usize| {
            runs_outside_tags(part, char::is_alphabetic, others + 1) <= others
        };
        let mut may_go_on = self.may_go_on.iter();
        may_go_on.any(|(word, others)| {
            is_near(&line[..word.start], *others) || is_near(&line[word.end..], *others)
        })
    }
}
