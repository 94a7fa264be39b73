//! Persons in a text: surname beside given name is a person named; the surname alone, or with initials, may be.
//!
//! Takes the tokens of a text and the parts of names that each may be, gives who is named where. Knows nothing of companies.

use super::endings::{is_patronymic_ending, is_surname_like};
use super::glued_names::{SHORTEST, glued, inner_words};
use super::lists::{is_common, is_given_name, is_place, is_title};
use super::reading::Reading;
use super::stems::{Role, Stems};
use super::tokens::Between;
use super::traits::Traits;

/// What of a person a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    /// Surname and given name.
    Whole,
    /// The surname alone or with initials, the given name with the patronymic.
    Some,
}

/// A person who is named: the tokens from and to which, both included.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub subject: usize,
    pub said: Said,
    pub from: usize,
    pub to: usize,
    /// The patronymic stands there, too, and is the person's own.
    pub has_patronymic: bool,
}

impl Found {
    /// Who is named in part.
    fn some(subject: usize, from: usize, to: usize) -> Found {
        Found {
            subject,
            said: Said::Some,
            from,
            to,
            has_patronymic: false,
        }
    }
}

/// Whose initials stand beside a surname.
enum Initials {
    /// The subject's: the tokens from and to which, with the surname.
    Own(usize, usize),
    Other,
}

/// The search for persons in one reading of a text.
pub(super) struct Persons<'a> {
    pub reading: &'a Reading<'a>,
    pub stems: &'a Stems,
    /// Of each subject.
    pub traits: &'a [Traits],
}

/// The most words between surname and given name, or that and the patronymic.
pub(super) const MOST_BETWEEN: usize = 2;

/// A surname of so few sounds with its ending may be any word, if it is not in a capital letter.
const SHORT: usize = 5;

/// One of fewer sounds may be any word.
pub(super) const SHORTEST_SURNAME: usize = 4;

/// Whether a word is «and».
fn is_and(word: &str) -> bool {
    matches!(word, "i" | "men" | "ben" | "pen" | "jane" | "and")
}

impl Persons<'_> {
    /// Adds everybody who is named with this token as the surname, or as a patronymic.
    pub(super) fn at(&self, at: usize, found: &mut Vec<Found>) {
        for part in &self.reading.tokens[at].sense.parts {
            match part.role {
                Role::Surname => {
                    if !self.beside_given(at, part.subject, found) {
                        self.alone(at, part.subject, found);
                    }
                }
                Role::SurnameBase => {
                    self.beside_given(at, part.subject, found);
                }
                Role::Patronymic => self.with_patronymic(at, part.subject, found),
                Role::Given | Role::Core { .. } | Role::Glued { .. } => {}
            }
        }
        self.glued(at, found);
    }

    /// The given name right beside the surname, or behind one word that belongs to the name.
    fn beside_given(&self, at: usize, subject: usize, found: &mut Vec<Found>) -> bool {
        let mut any = false;
        let reach = MOST_BETWEEN + 1;
        for to in at + 1..=at + reach {
            any |= self.pair(at, to, subject, false, found);
        }
        for from in at.saturating_sub(reach)..at {
            any |= self.pair(from, at, subject, true, found);
        }
        any
    }

    /// A surname and a given name at two places, one before the other.
    fn pair(
        &self,
        from: usize,
        to: usize,
        subject: usize,
        given_first: bool,
        found: &mut Vec<Found>,
    ) -> bool {
        let given = if given_first { from } else { to };
        if to >= self.reading.tokens.len() || !self.reading.is(given, subject, Role::Given) {
            return false;
        }
        // A full stop ends a sentence, but behind an initial.
        let surname = if given_first { to } else { from };
        let (last, first) = (&self.reading.tokens[surname], &self.reading.tokens[given]);
        // «Кімге» is no Ким, and Ли Ли no Сергей.
        let is_other_word =
            last.sense.skeleton.len() <= SHORT && first.is_capital && !last.is_capital;
        if is_other_word || last.sense.skeleton == first.sense.skeleton {
            return false;
        }
        let gap = |at: usize| match self.reading.gap(at) {
            Between::Point if self.reading.tokens[at].sense.skeleton.len() == 1 => Between::Space,
            Between::Point => Between::Far,
            gap => gap,
        };
        let gaps: Vec<Between> = (from..to).map(gap).collect();
        let widest = |wanted: Between| gaps.contains(&wanted);
        if widest(Between::Far) {
            return false;
        }
        let is_own = |at: usize| {
            [Role::Surname, Role::Given, Role::Patronymic]
                .iter()
                .any(|role| self.reading.is(at, subject, *role))
        };
        let inner = from + 1..to;
        // Серик и Ляззат Оспановы.
        let is_couple = given_first
            && inner.len() == 2
            && is_and(&self.reading.tokens[from + 1].sense.skeleton)
            && self.reading.tokens[from + 2]
                .sense
                .is_given_name(self.stems);
        let fits = is_couple
            || inner.len() <= MOST_BETWEEN
                && inner.clone().all(|at| {
                    let token = &self.reading.tokens[at];
                    is_own(at)
                        || is_patronymic_ending(&token.sense.skeleton)
                        || token.sense.skeleton.len() == 1 && !is_and(&token.sense.skeleton)
                        || token.sense.is_patronymic()
                        || is_title(&token.sense.skeleton)
                        || widest(Between::Cell) && inner.len() == 1
                });
        if !fits {
            return false;
        }
        // Another father's name says that another is meant.
        let around = from.saturating_sub(1)..(to + 2).min(self.reading.tokens.len());
        let touches = |at: usize| {
            (from..=to).contains(&at)
                || at + 1 == from && self.reading.gap(at) == Between::Space
                || at == to + 1 && self.reading.gap(to) == Between::Space
        };
        let is_father = |at: &usize| {
            touches(*at)
                && self.reading.tokens[*at].sense.is_patronymic()
                && !self.reading.is(*at, subject, Role::Surname)
                && !self.reading.is(*at, subject, Role::Given)
        };
        let own_father = |at: &usize| self.reading.is(*at, subject, Role::Patronymic);
        let fathers: Vec<usize> = around.clone().filter(is_father).collect();
        let has_patronymic = fathers.iter().any(own_father);
        if self.traits[subject].has_patronymic && !fathers.is_empty() && !has_patronymic {
            return false;
        }
        // Two people who stand one after the other: Асан Оспанов, Серік Асанов.
        let is_written_small = !first.is_capital && !last.is_capital;
        let others = |at: Option<usize>, gap: Between| {
            at.and_then(|at| self.reading.tokens.get(at))
                .is_some_and(|token| {
                    // In a list of ids there are no capital letters: asan-ospanov;serik-asanov.
                    let counts = token.is_capital || is_written_small && widest(Between::Cell);
                    let is_name = || {
                        token.sense.is_given_name(self.stems)
                            || is_surname_like(&token.sense.skeleton)
                    };
                    gap == Between::Space && counts && is_name()
                })
        };
        let other_before = others(from.checked_sub(1), self.reading.gap_before(from))
            && !from.checked_sub(1).is_some_and(is_own);
        let other_after = others(Some(to + 1), self.reading.gap(to)) && !is_own(to + 1);
        let is_parted = widest(Between::Line) || widest(Between::Comma) || widest(Between::Cell);
        if is_parted && (other_before || other_after) || other_before && other_after {
            return false;
        }
        if widest(Between::Comma) && given_first {
            return false;
        }
        found.push(Found {
            subject,
            said: Said::Whole,
            from,
            to,
            has_patronymic,
        });
        true
    }

    /// The given name with the patronymic, without any surname.
    fn with_patronymic(&self, at: usize, subject: usize, found: &mut Vec<Found>) {
        let Some(before) = at
            .checked_sub(1)
            .filter(|&before| self.reading.is(before, subject, Role::Given))
        else {
            return;
        };
        let gap = self.reading.gap(before);
        if gap != Between::Space && gap != Between::Tight && gap != Between::Line {
            return;
        }
        // Виктор Сергеевич Пак is another than Виктор Сергеевич Ким: what follows is a surname, what stands before may be the
        // first word of a sentence.
        let is_other = |at: Option<usize>, gap: Between, is_sure: bool| {
            at.and_then(|at| Some((at, self.reading.tokens.get(at)?)))
                .is_some_and(|(at, token)| {
                    gap == Between::Space
                        && token.is_capital
                        && (is_sure || is_surname_like(&token.sense.skeleton))
                        && !self.reading.is(at, subject, Role::Surname)
                })
        };
        if is_other(
            before.checked_sub(1),
            self.reading.gap_before(before),
            false,
        ) || is_other(Some(at + 1), self.reading.gap(at), true)
        {
            return;
        }
        found.push(Found {
            subject,
            said: Said::Some,
            from: before,
            to: at,
            has_patronymic: true,
        });
    }

    /// The surname without the given name: with initials, with a title, or by itself.
    fn alone(&self, at: usize, subject: usize, found: &mut Vec<Found>) {
        if let Some(initials) = self.initials(at, subject) {
            if let Initials::Own(from, to) = initials {
                // «бет а» is no name, «Бет А.» is.
                let is_word = self.reading.tokens[at].sense.skeleton.len() < SHORTEST_SURNAME;
                let tokens = &self.reading.tokens[from..=to];
                if !is_word || self.is_address(at) || tokens.iter().all(|token| token.is_capital) {
                    found.push(Found::some(subject, from, to));
                }
            }
            return;
        }
        let token = &self.reading.tokens[at];
        let beside = |is_near: bool, at: usize| Some(at).filter(|_| is_near);
        let before = at.checked_sub(1);
        let before = before.and_then(|to| beside(self.reading.gap(to) == Between::Space, to));
        let after = beside(self.reading.gap(at) == Between::Space, at + 1);
        let beside = || [before, after].into_iter().flatten();
        let is_other = |at: usize| {
            let other = &self.reading.tokens[at];
            let is_own = self.reading.is(at, subject, Role::Patronymic)
                || self.reading.is(at, subject, Role::Surname);
            let is_name =
                other.sense.is_given_name(self.stems) && (other.is_capital || !token.is_capital);
            let is_father = other.is_capital && other.sense.is_patronymic();
            !is_own && (is_place(&other.sense.skeleton) || is_name || is_father)
        };
        if beside().any(is_other) {
            return;
        }
        let is_titled = beside().any(|at| is_title(&self.reading.tokens[at].sense.skeleton));
        let has_father = beside().any(|at| self.reading.is(at, subject, Role::Patronymic));
        let is_word =
            self.traits[subject].has_plain_surname || token.sense.skeleton.len() < SHORTEST_SURNAME;
        let is_marked = token.is_capital || self.is_address(at) && token.sense.skeleton.len() > 4;
        let is_sure = is_surname_like(&token.sense.skeleton)
            || is_marked
                && !is_common(&token.sense.skeleton)
                && !is_given_name(&token.sense.skeleton);
        if (is_titled || has_father) && token.is_capital || is_sure && !is_word {
            found.push(Found::some(subject, at, at));
        }
    }

    /// The initials beside a surname; none if there are none, or letters that may be words: «О Оспанове писали».
    fn initials(&self, at: usize, subject: usize) -> Option<Initials> {
        let is_near = |gap: Between| {
            matches!(
                gap,
                Between::Space | Between::Tight | Between::Comma | Between::Point
            )
        };
        let initial = |at: usize, gap: Between| is_near(gap) && self.is_initial(at);
        let is_own = |at: usize| self.has_initial(subject, &self.reading.tokens[at].sense.skeleton);
        // С.М. Оспанов: the first of two initials is that of the given name.
        let before = |at: usize| {
            at.checked_sub(1)
                .filter(|&one| initial(one, self.reading.gap(one)))
        };
        if let Some(last) = before(at) {
            let first = before(last);
            if is_own(last) || first.is_some_and(is_own) {
                return Some(Initials::Own(first.unwrap_or(last), at));
            }
            if self.is_pointed(last) {
                return Some(Initials::Other);
            }
        }
        // In a list with commas the next entry may begin with an initial, as another surname may stand behind one.
        let gap = self.reading.gap(at);
        let is_entry = gap == Between::Comma || self.reading.is(at + 2, subject, Role::Surname);
        if initial(at + 1, gap) && !is_entry {
            if is_own(at + 1) {
                return Some(Initials::Own(at, at + 1));
            }
            if gap == Between::Space && self.is_pointed(at + 1) {
                return Some(Initials::Other);
            }
        }
        None
    }

    /// Whether a given name of a subject begins with this sound.
    fn has_initial(&self, subject: usize, sound: &str) -> bool {
        self.traits[subject].initials.contains(sound)
    }

    /// Whether a word stands in an address, where there are no capital letters.
    fn is_address(&self, at: usize) -> bool {
        let (before, after) = self.reading.around(at);
        after.starts_with(['.', '-', '_', '@']) || before.ends_with(['.', '-', '_', '/'])
    }

    /// Whether a token is one letter that may stand for a given name: an initial.
    fn is_initial(&self, at: usize) -> bool {
        let token = &self.reading.tokens[at];
        token.sense.skeleton.len() == 1
            && token.word.text.chars().count() <= 2
            && token.word.text.chars().all(char::is_alphabetic)
            && (token.is_capital || self.is_address(at))
    }

    /// Whether a token is a capital letter with a point behind it: a letter without one may be a word.
    fn is_pointed(&self, at: usize) -> bool {
        self.reading.tokens[at].is_capital && self.reading.around(at).1.starts_with('.')
    }

    /// A whole name as one word: ospanovserik, #СерикОспанов.
    fn glued(&self, at: usize, found: &mut Vec<Found>) {
        let sense = &self.reading.tokens[at].sense;
        if !sense.may_be_glued {
            return;
        }
        let mut push = |subject: usize, said: Said| {
            found.push(Found {
                subject,
                said,
                from: at,
                to: at,
                has_patronymic: false,
            });
        };
        glued(self.stems, &sense.skeleton, &mut |subject| {
            push(subject, Said::Whole)
        });
        if !sense.parts.is_empty() {
            return;
        }
        for (initial, rest) in inner_words(&sense.skeleton) {
            for part in self.stems.parts(rest) {
                let is_word = self.traits[part.subject].has_plain_surname;
                if part.role == Role::Surname
                    && !is_word
                    && rest.len() >= SHORTEST
                    && self.has_initial(part.subject, initial)
                {
                    push(part.subject, Said::Some);
                }
            }
        }
    }
}
