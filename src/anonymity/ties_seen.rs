//! Parts of names that were seen in a line: whether two of them make a name, and whether one goes on in the line beside it.

use std::ops::Range;

use smallvec::SmallVec;

use super::word_memo::{CoreWord, NameTies};
use super::words::is_without_words;

/// The parts that were seen in a line, none of which make a name together.
#[derive(Default)]
pub(super) struct TiesSeen {
    given: SmallVec<[usize; 8]>,
    /// Those that name somebody beside the given name: patronymics, and what surnames are made of.
    beside_given: SmallVec<[usize; 8]>,
    cores: SmallVec<[CoreWord; 8]>,
    /// Where the words stand that tell of a name by themselves: patronymics, and those by which companies are looked for.
    telling: SmallVec<[Range<usize>; 4]>,
}

impl TiesSeen {
    /// Whether a word may make a name with those that were seen before; it is one of them from now on.
    pub(super) fn make_name_with(&mut self, word: Range<usize>, of: &NameTies) -> bool {
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
        if !of.fathers.is_empty() || of.cores.iter().any(|one| one.is_anchor) {
            self.telling.push(word);
        }
        false
    }

    /// Whether a name may have its other words in the line before or after this one.
    pub(super) fn goes_on(&self, line: &str) -> bool {
        let is_tellingmost = |word: &Range<usize>| {
            is_without_words(&line[..word.start]) || is_without_words(&line[word.end..])
        };
        let mut telling = self.telling.iter();
        telling.any(is_tellingmost)
    }
}
