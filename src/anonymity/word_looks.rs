//! Looks at words: what one may be by itself, and whether two or three that stand near each other may make a name.
//!
//! Takes words of a text, says what the scan of a line asks of them; each thread remembers it by their hashes.

use super::endings::father;
use super::glued_names::glued;
use super::guard::Guard;
use super::line_scan::SPACED;
use super::persons::MOST_BETWEEN;
use super::search::NEAR;
use super::sounds::sounds;
use super::stems::{Part, Role};
use super::word_memo::{PartOf, WordKind, WordLook};
use super::words::fold;
use crate::locale::skeleton::{joined, skeleton};

impl Guard {
    /// What a word may be by itself.
    pub(super) fn look_at_word(&self, word: &str) -> WordLook {
        let sounds = sounds(word);
        WordLook {
            kind: self.kind_of(word, &sounds),
            begins: self.stems.begins_spaced(&skeleton(word)),
        }
    }

    fn kind_of(&self, word: &str, sounds: &str) -> WordKind {
        let small = folded(word);
        if self.anchors.has(&small) {
            return WordKind::Anchor;
        }
        let parts = self.stems.parts(sounds);
        let is_anchor = |part: &Part| match part.role {
            Role::Glued { .. } => true,
            Role::Core { variant, nth } => {
                let of = &self.traits[part.subject].variants[variant];
                let is_twice = |other: &Part| {
                    let is_same =
                        |role| matches!(role, Role::Core { variant: same, .. } if same == variant);
                    other.subject == part.subject && is_same(other.role) && other != part
                };
                of.anchors[0] == nth && (of.is_alone || parts.iter().any(is_twice))
            }
            Role::Surname | Role::Given | Role::Patronymic | Role::SurnameBase => false,
        };
        if parts.iter().any(is_anchor) {
            return WordKind::Anchor;
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
        if parts.is_empty() && !self.anchors.has_in_pair(&small) {
            return WordKind::Other;
        }
        let mut may_go_on = [None; 2];
        for part in &parts {
            let of_part = self.may_go_on(part);
            may_go_on
                .iter_mut()
                .zip(of_part)
                .for_each(|(all, of)| *all = (*all).max(of));
        }
        let is_core = |part: &Part| matches!(part.role, Role::Core { .. });
        let is_stated = self.anchors.has_in_pair(&small);
        let reach = parts.iter().filter_map(|part| self.reach(part)).max();
        WordKind::Part(PartOf {
            reach: reach.or(is_stated.then_some(0)),
            is_given_only: !parts.is_empty() && parts.iter().all(|part| part.role == Role::Given),
            is_core: parts.iter().any(is_core),
            is_surname: parts.iter().any(is_surname),
            is_unstated: !is_stated,
            goes_on_as_surname: {
                let goes_on = |part: &&Part| self.may_go_on(part) != [None; 2];
                parts.iter().filter(goes_on).all(is_surname)
            },
            may_go_on,
        })
    }

    /// How many words at most may stand between this part and another by which the name is looked for.
    fn reach(&self, part: &Part) -> Option<u8> {
        match part.role {
            Role::Core { variant, nth } => self.traits[part.subject].variants[variant].reach(nth),
            Role::Surname | Role::SurnameBase | Role::Given | Role::Patronymic => {
                Some(MOST_BETWEEN as u8)
            }
            Role::Glued { .. } => None,
        }
    }

    /// Over how many other words a name may go on with this part from the line before, and into the next.
    fn may_go_on(&self, part: &Part) -> [Option<u8>; 2] {
        match part.role {
            // The given name stands right before it.
            Role::Patronymic => [Some(0), None],
            Role::Core { variant, nth } => {
                self.traits[part.subject].variants[variant].may_go_on(nth)
            }
            // What stands right beside it may be no given name.
            Role::Surname => [Some(NEAR as u8 - 1); 2],
            Role::SurnameBase | Role::Given | Role::Glued { .. } => [None; 2],
        }
    }

    /// Whether a surname with another word right beside it has to be read closely: whether that is neither given name nor
    /// patronymic, or one of somebody who must not be named and is called so.
    pub(super) fn look_beside_surname(&self, [surname, other]: [&str; 2]) -> WordLook {
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        let skeleton = sounds(other);
        let parts = self.stems.parts(&skeleton);
        let is_own = |of: &Part| parts.iter().any(|part| part.subject == of.subject);
        let surnames = self.stems.parts(&sounds(surname)).into_iter();
        let mut surnames = surnames.filter(|part| part.role == Role::Surname);
        let is_name =
            (is_capital(other) || !is_capital(surname)) && self.stems.is_given_name(&skeleton);
        let is_others = is_name || is_capital(other) && father(&skeleton).is_some();
        WordLook {
            kind: match is_others && !surnames.any(|of| is_own(&of)) {
                true => WordKind::Others { is_given: is_name },
                false => WordKind::Anchor,
            },
            begins: false,
        }
    }

    /// Whether two words may make a name, the first of them before the other in a text.
    pub(super) fn look_at_pair(&self, words: [&str; 2]) -> WordLook {
        let is_stated = self.anchors.has_pair(&words.map(folded));
        let [one, other] = words.map(|word| self.stems.parts(&sounds(word)));
        let between = |one: &Part, other: &Part| match (one.role, other.role) {
            _ if one.subject != other.subject => None,
            (Role::Given, Role::Patronymic | Role::Surname | Role::SurnameBase)
            | (Role::Patronymic | Role::Surname | Role::SurnameBase, Role::Given) => {
                Some(MOST_BETWEEN as u8)
            }
            (
                Role::Core { variant, nth },
                Role::Core {
                    variant: same,
                    nth: next,
                },
            ) => {
                let of = &self.traits[one.subject].variants[variant];
                (variant == same).then(|| of.between(nth, next)).flatten()
            }
            _ => None,
        };
        let pairs = one
            .iter()
            .flat_map(|one| other.iter().map(move |other| (one, other)));
        let most = pairs.filter_map(|(one, other)| between(one, other)).max();
        let most = most.or(is_stated.then_some(0));
        WordLook {
            kind: most.map_or(WordKind::Other, WordKind::Pair),
            begins: false,
        }
    }

    /// Whether the last of three words, with one or two before it, make as one word what a company is called.
    pub(super) fn is_spaced(&self, [first, second, third]: [&str; SPACED]) -> bool {
        let two = joined(&skeleton(second), &skeleton(third));
        let is_glued = |word: &str| {
            let mut parts = self.stems.parts(word).into_iter();
            parts.any(|part| matches!(part.role, Role::Glued { .. }))
        };
        is_glued(&two) || is_glued(&joined(&skeleton(first), &two))
    }
}

/// A word as it is compared.
fn folded(word: &str) -> String {
    let mut small = String::with_capacity(word.len());
    word.chars().for_each(|letter| fold(letter, &mut small));
    small
}
