//! Rows of sums among gifts: the last line of a sheet, `Барлығы` or `Итого`, entered as one more gift.
//!
//! Takes the linked portal, gives a warning for each gift that is called so and is the sum of those above it in its record.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::{Contribution, Givers};
use crate::model::portal::Portal;
use crate::source::text::plain_words::plain_words;

/// What such a row is called, in plain words.
const NAMES: [&str; 14] = [
    "барлығы",
    "барлыгы",
    "жиыны",
    "жиынтығы",
    "қорытынды",
    "жалпы сома",
    "итого",
    "всего",
    "итог",
    "общая сумма",
    "total",
    "in total",
    "grand total",
    "sum",
];

/// So many gifts above it make a sum.
const FEWEST: usize = 2;

/// A warning for each gift that is the sum of those above it, in the record of a patron or the list of a project.
pub(super) fn total_rows(portal: &Portal) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for patron in portal.patrons.rows() {
        let gifts = patron
            .contributions
            .iter()
            .map(|id| &portal.contributions[*id]);
        let own = gifts.filter(|gift| gift.project.is_none());
        of_list(portal, own.collect(), &mut found);
    }
    for project in portal.projects.rows() {
        let gifts = project
            .contributions
            .iter()
            .map(|id| &portal.contributions[*id]);
        of_list(portal, gifts.collect(), &mut found);
    }
    found
}

/// What was added up so far.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    amount: u128,
    gifts: usize,
}

fn of_list(portal: &Portal, mut list: Vec<&Contribution>, found: &mut Vec<Diagnostic>) {
    list.sort_by_key(|gift| gift.item);
    let mut all = Sum::default();
    let mut by_givers: HashMap<&Givers, Sum> = HashMap::new();
    for gift in list {
        let amount = gift.amount.map_or(0, |amount| amount.0);
        let own = by_givers.entry(&gift.patrons).or_default();
        let fits = |sum: &Sum| sum.gifts >= FEWEST && amount > 0 && sum.amount == amount;
        if let Some(sum) = [all, *own]
            .into_iter()
            .find(fits)
            .filter(|_| is_named_so(gift))
        {
            let at = portal.place_of(gift);
            let told = Diagnostic::new(Code::SameGift, at).with("givers", "total");
            found.push(told.with("sum", amount).with("gifts", sum.gifts));
            // A next group begins.
            all = Sum::default();
            by_givers.clear();
            continue;
        }
        for sum in [&mut all, own] {
            sum.amount += amount;
            sum.gifts += 1;
        }
    }
}

fn is_named_so(gift: &Contribution) -> bool {
    let note = gift.annotation.as_ref().and_then(|of| of.note.as_ref());
    let texts = gift.purpose.iter().chain(&gift.in_kind);
    let texts = texts.map(|text| &**text).chain(note);
    let mut texts = texts.flat_map(|text| text.iter());
    texts.any(|(_, text)| is_total(&plain_words(text)))
}

/// Whether words begin or end as the name of such a row: `Итого за 2019 год`, `аудан бойынша барлығы`.
fn is_total(words: &str) -> bool {
    NAMES.iter().any(|name| {
        let rest = words.strip_prefix(name).map(|rest| rest.starts_with(' '));
        let before = words.strip_suffix(name).map(|rest| rest.ends_with(' '));
        words == *name || rest == Some(true) || before == Some(true)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn total_rows_are_known_by_their_first_or_last_words() {
        for words in [
            "Итого за 2019 год",
            "2019 жылы барлығы",
            "Итого (2)",
            "ВСЕГО: по району",
        ] {
            assert!(is_total(&plain_words(words)), "{words}");
        }
        for words in [
            "Мектеп",
            "Итоговая аттестация",
            "Оқушыларға барлығына көмек",
        ] {
            assert!(!is_total(&plain_words(words)), "{words}");
        }
    }
}
