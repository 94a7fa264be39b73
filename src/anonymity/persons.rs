//! Persons in a text: surname beside given name is a person named; the surname alone, or with initials, may be.
//!
//! Takes the tokens of a text and the parts of names that each may be, gives who is named where. Knows nothing of companies.

use super::endings::{father, is_patronymic_ending, is_surname_like};
use super::lists::{is_common, is_given_name, is_place, is_title};
use super::stems::{Part, Role, Stems};
use super::tokens::{Between, Token, between};
use super::words::Tags;
use crate::locale::legal_forms::is_short_form;

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
    pub subject: u32,
    pub said: Said,
    pub from: usize,
    pub to: usize,
    /// The patronymic stands there, too, and is the person's own.
    pub has_patronymic: bool,
}

/// The search for persons in one text.
pub(super) struct Persons<'a> {
    pub text: &'a str,
    pub tags: Tags,
    pub tokens: &'a [Token],
    /// What each token may be.
    pub parts: &'a [smallvec::SmallVec<[Part; 4]>],
    pub stems: &'a Stems,
    /// First sounds of the given names of each subject.
    pub initials: &'a dyn Fn(u32, &str) -> bool,
    /// Whether the surname of a subject is also a common word.
    pub is_plain_surname: &'a dyn Fn(u32) -> bool,
}

/// A surname of so few sounds with its ending may be any word, if it is not in a capital letter.
const SHORT: usize = 5;

/// Whether a word is «and».
fn is_and(word: &str) -> bool {
    matches!(word, "i" | "men" | "ben" | "pen" | "jane" | "and")
}

/// Whether a word by itself says that somebody else is meant.
fn is_other_given(stems: &Stems, token: &Token) -> bool {
    stems.is_given_name(&token.skeleton) && token.is_capital
}

impl Persons<'_> {
    fn is(&self, at: usize, subject: u32, role: Role) -> bool {
        let parts = self.parts.get(at);
        parts.is_some_and(|parts| parts.contains(&Part { subject, role }))
    }

    fn gap(&self, at: usize) -> Between {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(one), Some(other)) => between(self.text, one, other, self.tags),
            _ => Between::Far,
        }
    }

    fn before(&self, at: usize) -> Between {
        at.checked_sub(1)
            .map_or(Between::Far, |before| self.gap(before))
    }

    /// Adds everybody who is named with this token as the surname, or as a patronymic.
    pub(super) fn at(&self, at: usize, found: &mut Vec<Found>) {
        for part in &self.parts[at] {
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
    fn beside_given(&self, at: usize, subject: u32, found: &mut Vec<Found>) -> bool {
        let mut any = false;
        for to in at + 1..=at + 4 {
            any |= self.pair(at, to, subject, false, found);
        }
        for from in at.saturating_sub(4)..at {
            any |= self.pair(from, at, subject, true, found);
        }
        any
    }

    /// A surname and a given name at two places, one before the other.
    fn pair(
        &self,
        from: usize,
        to: usize,
        subject: u32,
        given_first: bool,
        found: &mut Vec<Found>,
    ) -> bool {
        let given = if given_first { from } else { to };
        if to >= self.tokens.len() || !self.is(given, subject, Role::Given) {
            return false;
        }
        // A full stop ends a sentence, but behind an initial.
        let surname = if given_first { to } else { from };
        let (last, first) = (&self.tokens[surname], &self.tokens[given]);
        // «Кімге» is no Ким, and Ли Ли no Сергей.
        let is_other_word = last.skeleton.len() <= SHORT && first.is_capital && !last.is_capital;
        if is_other_word || last.skeleton == first.skeleton {
            return false;
        }
        let gap = |at: usize| match self.gap(at) {
            Between::Point if self.tokens[at].skeleton.len() == 1 => Between::Space,
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
                .any(|role| self.is(at, subject, *role))
        };
        let inner = from + 1..to;
        // Серик и Ляззат Оспановы.
        let is_couple = given_first
            && inner.len() == 2
            && is_and(&self.tokens[from + 1].skeleton)
            && self.stems.is_given_name(&self.tokens[from + 2].skeleton);
        let fits = is_couple
            || inner.len() <= 2
                && inner.clone().all(|at| {
                    let token = &self.tokens[at];
                    is_own(at)
                        || is_patronymic_ending(&token.skeleton)
                        || token.skeleton.len() == 1 && !is_and(&token.skeleton)
                        || father(&token.skeleton).is_some()
                        || is_title(&token.skeleton)
                        || widest(Between::Cell) && inner.len() == 1
                });
        if !fits {
            return false;
        }
        // Another father's name says that another is meant.
        let around = from.saturating_sub(1)..(to + 2).min(self.tokens.len());
        let touches = |at: usize| {
            (from..=to).contains(&at)
                || at + 1 == from && self.gap(at) == Between::Space
                || at == to + 1 && self.gap(to) == Between::Space
        };
        let is_father = |at: &usize| {
            touches(*at)
                && father(&self.tokens[*at].skeleton).is_some()
                && !self.is(*at, subject, Role::Surname)
                && !self.is(*at, subject, Role::Given)
        };
        let own_father = |at: &usize| self.is(*at, subject, Role::Patronymic);
        let fathers: Vec<usize> = around.clone().filter(is_father).collect();
        let has_patronymic = fathers.iter().any(own_father);
        let has_own = self.stems_have_patronymic(subject);
        if has_own && !fathers.is_empty() && !has_patronymic {
            return false;
        }
        // Two people who stand one after the other: Асан Оспанов, Серік Асанов.
        let others = |at: Option<usize>, gap: Between| {
            at.and_then(|at| self.tokens.get(at)).is_some_and(|token| {
                gap == Between::Space
                    && (is_other_given(self.stems, token)
                        || is_surname_like(&token.skeleton) && token.is_capital)
            })
        };
        let other_before = others(from.checked_sub(1), self.before(from))
            && !from.checked_sub(1).is_some_and(is_own);
        let other_after = others(Some(to + 1), self.gap(to)) && !is_own(to + 1);
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

    fn stems_have_patronymic(&self, subject: u32) -> bool {
        self.stems.has_patronymic(subject)
    }

    /// The given name with the patronymic, without any surname.
    fn with_patronymic(&self, at: usize, subject: u32, found: &mut Vec<Found>) {
        let Some(before) = at
            .checked_sub(1)
            .filter(|&before| self.is(before, subject, Role::Given))
        else {
            return;
        };
        let gap = self.gap(before);
        if gap != Between::Space && gap != Between::Tight && gap != Between::Line {
            return;
        }
        // Виктор Сергеевич Пак is another than Виктор Сергеевич Ким: what follows is a surname, what stands before may be the
        // first word of a sentence.
        let is_other = |at: Option<usize>, gap: Between, is_sure: bool| {
            at.and_then(|at| Some((at, self.tokens.get(at)?)))
                .is_some_and(|(at, token)| {
                    gap == Between::Space
                        && token.is_capital
                        && (is_sure || is_surname_like(&token.skeleton))
                        && !self.is(at, subject, Role::Surname)
                })
        };
        if is_other(before.checked_sub(1), self.before(before), false)
            || is_other(Some(at + 1), self.gap(at), true)
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
    fn alone(&self, at: usize, subject: u32, found: &mut Vec<Found>) {
        let token = &self.tokens[at];
        let mut push = |from: usize, to: usize| {
            found.push(Found {
                subject,
                said: Said::Some,
                from,
                to,
                has_patronymic: false,
            });
        };
        let near = |at: Option<usize>, gap: Between| {
            at.and_then(|at| self.tokens.get(at)).filter(|_| {
                matches!(
                    gap,
                    Between::Space | Between::Tight | Between::Comma | Between::Point
                )
            })
        };
        let before = near(at.checked_sub(1), self.before(at));
        let after = near(Some(at + 1), self.gap(at));
        // С.М. Оспанов: the first of two initials is that of the given name.
        let initial = |token: &Token| {
            token.skeleton.len() == 1
                && token.word.text.chars().count() <= 2
                && token.word.text.chars().all(char::is_alphabetic)
                && (token.is_capital || self.is_address(token))
        };
        let is_pointed = |token: &Token| {
            let rest = self.text.get(token.word.raw.end..);
            token.is_capital && rest.is_some_and(|rest| rest.starts_with('.'))
        };
        if let Some(one) = before.filter(|one| initial(one)) {
            let second = near(at.checked_sub(2), self.before(at - 1)).filter(|two| initial(two));
            let mut all = [Some(one), second].into_iter().flatten();
            if all.any(|one| (self.initials)(subject, &one.skeleton)) {
                push(at - 1 - usize::from(second.is_some()), at);
                return;
            }
            // «О Оспанове писали»: a letter without a point is a word.
            if is_pointed(one) {
                return;
            }
        }
        if let Some(one) = after.filter(|one| initial(one) && self.gap(at) != Between::Comma)
            && !self.is(at + 2, subject, Role::Surname)
        {
            if (self.initials)(subject, &one.skeleton) {
                push(at, at + 1);
                return;
            }
            if is_pointed(one) && self.gap(at) == Between::Space {
                return;
            }
        }
        let spaced =
            |token: Option<&'_ Token>, gap: Between| token.is_some() && gap == Between::Space;
        let has_before = spaced(before, self.before(at));
        let has_after = spaced(after, self.gap(at));
        let titled = [(before, has_before), (after, has_after)]
            .into_iter()
            .any(|(token, near)| near && token.is_some_and(|token| is_title(&token.skeleton)));
        let is_own = |at: usize| {
            self.is(at, subject, Role::Patronymic) || self.is(at, subject, Role::Surname)
        };
        let is_other = |token: Option<&Token>, near: bool, is_own: bool| {
            near && !is_own
                && token.is_some_and(|token| {
                    let is_name = self.stems.is_given_name(&token.skeleton)
                        && (token.is_capital || !self.tokens[at].is_capital);
                    is_place(&token.skeleton)
                        || is_name
                        || father(&token.skeleton).is_some() && token.is_capital
                })
        };
        if is_other(before, has_before, at > 0 && is_own(at - 1))
            || is_other(after, has_after, is_own(at + 1))
        {
            return;
        }
        let beside_father = at > 0 && self.is(at - 1, subject, Role::Patronymic) && has_before
            || self.is(at + 1, subject, Role::Patronymic) && has_after;
        let is_word = (self.is_plain_surname)(subject) || token.skeleton.len() < 4;
        let is_marked = token.is_capital || self.is_address(token) && token.skeleton.len() > 4;
        let is_sure = is_surname_like(&token.skeleton)
            || is_marked && !is_common(&token.skeleton) && !is_given_name(&token.skeleton);
        if (titled || beside_father) && token.is_capital || is_sure && !is_word {
            push(at, at);
        }
    }

    /// Whether a word stands in an address, where there are no capital letters.
    fn is_address(&self, token: &Token) -> bool {
        let rest = self.text.get(token.word.raw.end..).unwrap_or("");
        let before = self.text.get(..token.word.raw.start).unwrap_or("");
        rest.starts_with(['.', '-', '_', '@']) || before.ends_with(['.', '-', '_', '/'])
    }

    /// A whole name as one word: ospanovserik, #СерикОспанов.
    fn glued(&self, at: usize, found: &mut Vec<Found>) {
        const SHORTEST: usize = 6;
        let token = &self.tokens[at];
        if token.skeleton.len() < SHORTEST {
            return;
        }
        let mut push = |subject: u32, said: Said| {
            found.push(Found {
                subject,
                said,
                from: at,
                to: at,
                has_patronymic: false,
            });
        };
        glued(self.stems, &token.skeleton, &mut push);
        // s.ospanov without its point.
        let initial = |initial: &str, rest: &str, push: &mut dyn FnMut(u32, Said)| {
            for part in self.stems.parts(rest) {
                if part.role == Role::Surname
                    && rest.len() >= SHORTEST
                    && (self.initials)(part.subject, initial)
                {
                    push(part.subject, Said::Some);
                }
            }
        };
        let whole = token.skeleton.as_str();
        if self.parts[at].is_empty() {
            initial(&whole[..1], &whole[1..], &mut push);
            initial(
                &whole[whole.len() - 1..],
                &whole[..whole.len() - 1],
                &mut push,
            );
        }
    }
}

/// Takes every subject whose surname and given name make a word, in either order.
pub(super) fn glued(stems: &Stems, word: &str, push: &mut dyn FnMut(u32, Said)) {
    // ИПОспановаАлия.
    for end in 2..=3 {
        if let Some((form, rest)) = word.split_at_checked(end)
            && is_short_form(form)
        {
            glued_name(stems, rest, push);
        }
    }
    glued_name(stems, word, push);
}

fn glued_name(stems: &Stems, word: &str, push: &mut dyn FnMut(u32, Said)) {
    stems.beginning(word, |part, stem, rest| {
        let wanted = match part.role {
            Role::Surname => Role::Given,
            Role::Given => Role::Surname,
            Role::SurnameBase | Role::Patronymic | Role::Core { .. } | Role::Glued { .. } => return,
        };
        let other = Part {
            role: wanted,
            ..part
        };
        let doubled = stem.chars().next_back().map(|last| format!("{last}{rest}"));
        for rest in [Some(rest.to_owned()), doubled].into_iter().flatten() {
            if rest.len() < 2 {
                continue;
            }
            if stems.parts(&rest).contains(&other) {
                push(part.subject, Said::Whole);
            }
            // With the patronymic, or a second surname, between or behind them.
            stems.beginning(&rest, |middle, _, last| {
                if middle.subject == part.subject {
                    let is_last = stems.parts(last).iter().any(|end| {
                        end.subject == part.subject
                            && [middle.role, end.role].contains(&wanted)
                            && end.role != Role::SurnameBase
                    });
                    if is_last {
                        push(part.subject, Said::Whole);
                    }
                }
            });
        }
    });
}
