//! Traits of an anonymous patron: what the search asks of somebody besides the parts of the name.

use std::collections::HashMap;

use ahash::HashSet;

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
#[derive(Debug)]
pub(super) struct NameVariant {
    /// The word by which it is looked for, and whether that is the only one: the others are numbers or single letters.
    pub anchor: usize,
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

    /// How many other words may stand between its own.
    pub(super) fn others(&self) -> usize {
        if self.is_in_any_order() { 2 } else { 0 }
    }
}
