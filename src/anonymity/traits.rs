//! Traits of an anonymous patron: what the search asks of somebody besides the parts of the name.

use std::collections::HashMap;

use ahash::HashSet;

use super::lists::is_common;
use super::stems::Role;

/// What else is known of somebody who must not be named.
#[derive(Debug, Default)]
pub(super) struct Traits {
    /// The names as they are stated.
    pub stated: Vec<String>,
    /// First sounds of the given names.
    pub initials: HashSet<String>,
    /// The surname is a common word or a given name as well.
    pub has_plain_surname: bool,
    /// A patronymic is stated.
    pub has_patronymic: bool,
    /// What a company, a fund or a group is called.
    pub variants: Vec<NameVariant>,
    /// What each word of the name is, as the first language says.
    pub roles: HashMap<String, Role>,
    /// A public patron has the same name; whether with the same patronymic.
    pub namesake: Option<bool>,
}

/// One of the ways in which a company, a fund or a group is called: that of a language, without legal form.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NameVariant {
    /// The words by which it is looked for, the rarest first, and whether that is the only one: the others are numbers or single
    /// letters.
    pub anchors: [usize; 2],
    pub is_alone: bool,
    /// Its words, each in sounds.
    pub words: Vec<String>,
    /// All its words are common ones.
    pub is_common: bool,
    /// Its words as one.
    pub glued: String,
}

impl NameVariant {
    /// Whether the words name it in any order, too, with few others between them.
    pub(super) fn is_in_any_order(&self) -> bool {
        self.words.len() >= 3 && !self.is_common
    }

    /// How many words at most may stand between the two by which it is looked for, if these are they, the first of them before the
    /// other in a text.
    pub(super) fn between(&self, one: usize, other: usize) -> Option<u8> {
        let are_anchors = self.anchors == [one, other] || self.anchors == [other, one];
        match self.is_in_any_order() {
            _ if !are_anchors => None,
            true => Some(self.longest_between()),
            false => other.checked_sub(one)?.checked_sub(1).map(few),
        }
    }

    /// How many words at most may stand between one of its own and the other by which it is looked for, if the one is such.
    pub(super) fn reach(&self, nth: usize) -> Option<u8> {
        let [one, other] = self.anchors;
        let is_anchor = [one, other].contains(&nth);
        is_anchor
            .then(|| self.between(one.min(other), one.max(other)))
            .flatten()
    }

    /// Over how many other words it may go on with one of its own from the line before, and into the next: where that is its end, it
    /// does not, and where it is a common word, it is looked for by another, if that is near enough.
    pub(super) fn may_go_on(&self, nth: usize) -> [Option<u8>; 2] {
        let [anchor, _] = self.anchors;
        let others = self.others();
        let is_near = |behind: usize| match anchor < behind {
            true => behind - 1 - anchor <= others,
            false => anchor - behind <= others,
        };
        let ends = [(nth == 0, nth), (nth + 1 == self.words.len(), nth + 1)];
        ends.map(|(is_end, behind)| match anchor == nth {
            _ if is_end && !self.is_in_any_order() => None,
            true => Some(few(others)),
            false => (!is_common(&self.words[nth]) || !is_near(behind)).then_some(0),
        })
    }

    /// How many words at most may stand between any two of its own.
    pub(super) fn longest_between(&self) -> u8 {
        few((self.words.len() + self.others()).saturating_sub(2))
    }

    /// How many other words may stand between its own.
    pub(super) fn others(&self) -> usize {
        if self.is_in_any_order() { 2 } else { 0 }
    }
}

/// A number of words, of which no name has many.
fn few(words: usize) -> u8 {
    u8::try_from(words).unwrap_or(u8::MAX)
}
