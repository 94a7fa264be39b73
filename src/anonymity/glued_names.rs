//! Glued names: surname and given name as one word, with an initial, a patronymic or a legal form in it.
//!
//! Takes the skeleton of a word, gives whose name it may be made of.

use super::stems::{Part, Role, Stems};
use crate::locale::legal_forms::is_short_form;

/// A word of fewer sounds is no name that is written as one.
pub(super) const SHORTEST: usize = 6;

/// What is left of a word without an initial before or behind it, each with that initial: s.ospanov without its point.
pub(super) fn inner_words(word: &str) -> impl Iterator<Item = (&str, &str)> {
    let first = word.split_at_checked(1);
    let last = word.len().checked_sub(1);
    let last = last.and_then(|last| word.split_at_checked(last));
    let both = [first, last.map(|(rest, initial)| (initial, rest))];
    both.into_iter().flatten()
}

/// Takes every subject whose surname and given name make a word, in either order.
pub(super) fn glued(stems: &Stems, word: &str, push: &mut dyn FnMut(usize)) {
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

fn glued_name(stems: &Stems, word: &str, push: &mut dyn FnMut(usize)) {
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
                push(part.subject);
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
                        push(part.subject);
                    }
                }
            });
        }
    });
}
