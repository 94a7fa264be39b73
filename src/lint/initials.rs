//! Persons entered twice, once with initials: `Үлгіұлы М.` beside `Мысал Үлгіұлы`, with one gift in both records.
//!
//! Takes the linked portal, gives pairs of patrons. The name alone tells nothing, since many share a surname and an
//! initial: a gift of the same day, amount, place and kind has to be there, too.

use ahash::HashMap;

use crate::model::contribution::Contribution;
use crate::model::date::Date;
use crate::model::index::TableIndex;
use crate::model::kind::PatronId;
use crate::model::patron::{Patron, PatronKind};
use crate::model::portal::Portal;

/// So many patrons with the same gift are compared, so that the time stays linear.
const LOOKED_AT: usize = 16;

/// Persons with the same gift and a name that has an initial for a word of the other one's; the later one first. `plain` takes
/// habits of spelling out of a word.
pub(super) fn with_initials(
    portal: &Portal,
    plain: fn(&str) -> String,
) -> Vec<(PatronId, PatronId)> {
    let mut givers: HashMap<_, Vec<PatronId>> = HashMap::default();
    let patrons = portal.patrons.rows().iter().enumerate();
    for (number, patron) in patrons.filter(|(_, of)| of.record.kind == PatronKind::Person) {
        let gifts = patron.contributions.iter();
        for key in gifts.filter_map(|&gift| same_gift(&portal.contributions[gift])) {
            let of = givers.entry(key).or_default();
            let id = PatronId::new(number);
            if of.len() < LOOKED_AT && of.last() != Some(&id) {
                of.push(id);
            }
        }
    }
    let mut found = Vec::new();
    for of in givers.values() {
        for (nth, &first) in of.iter().enumerate() {
            let later = of[nth + 1..].iter().copied();
            let alike = later
                .filter(|&later| may_be_one(&portal.patrons[later], &portal.patrons[first], plain));
            found.extend(alike.map(|later| (later, first)));
        }
    }
    found
}

/// What two entries of one gift have in common, if it says enough.
fn same_gift(gift: &Contribution) -> Option<impl Eq + std::hash::Hash + use<>> {
    let Date::Day(day) = gift.date else {
        return None;
    };
    let amount = gift.amount?.0;
    (gift.patrons.len() == 1 && gift.is_counted()).then_some((
        amount,
        day,
        gift.region,
        gift.district,
        gift.object,
    ))
}

fn may_be_one(a: &Patron, b: &Patron, plain: fn(&str) -> String) -> bool {
    let names =
        |of: &Patron| -> Vec<Words> { of.record.names().map(|(_, of)| words(of, plain)).collect() };
    let (a, b) = (names(a), names(b));
    let mut pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
    pairs.any(|(a, b)| is_short_for(a, b) || is_short_for(b, a))
}

/// The words of a name, each as it was written and without habits of spelling.
type Words = Vec<(String, String)>;

fn words(name: &str, plain: fn(&str) -> String) -> Words {
    let words = name.split(|of: char| !of.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words
        .map(|word| (word.to_lowercase(), plain(word)))
        .collect()
}

/// Whether a name is another one with initials for some of its words.
fn is_short_for(short: &Words, whole: &Words) -> bool {
    let is_initial = |(word, _): &&(String, String)| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    let mut left: Vec<&(String, String)> = whole.iter().collect();
    let mut take = |fits: &dyn Fn(&(String, String)) -> bool| {
        let place = left.iter().position(|of| fits(of));
        place.map(|at| left.remove(at)).is_some()
    };
    let full = short.iter().filter(|word| !is_initial(word));
    let (mut count, mut all) = (0, true);
    for (_, word) in full {
        count += 1;
        all &= take(&|(_, of)| of == word);
    }
    let mut initials = short.iter().filter(is_initial).peekable();
    count > 0
        && all
        && initials.peek().is_some()
        && initials.all(|(initial, _)| take(&|(of, _)| of.starts_with(initial.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_stands_for_a_word_of_the_name() {
        let fits = |short, whole| {
            is_short_for(
                &words(short, str::to_lowercase),
                &words(whole, str::to_lowercase),
            )
        };
        assert!(fits("Үлгіұлы М.", "Мысал Үлгіұлы"));
        assert!(fits("М. Улгиулы", "Улгиулы Мысал Асанович"));
        assert!(fits("Улгиулы М.А.", "Мысал Асанович Улгиулы"));
        for (short, whole) in [
            ("Үлгіұлы Қ.", "Мысал Үлгіұлы"),
            ("Мысал Үлгіұлы", "Үлгіұлы Мысал"),
            ("М. А.", "Мысал Асанов"),
            ("Асанов М.", "Мысал Үлгіұлы"),
            ("Үлгіұлы М.М.", "Мысал Үлгіұлы"),
            ("Выпускники школы № 1", "Выпускники школы № 12"),
        ] {
            assert!(!fits(short, whole), "{short} {whole}");
        }
    }
}
