//! How one change is told in words: amounts in the reader's formats, before and after, and by how much.

use super::change::{Change, Pair, State};
use crate::locale::{Arg, Language};
use crate::manifest::{Names, SumRow, best_name};
use crate::model::axis::Axis;
use crate::model::money::Tenge;
use crate::source::text::invisible::visible;

/// A message of the program; its id if it is missing, which a test forbids.
pub(super) fn say(words: &Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    let text = words.messages.format(id, args);
    text.unwrap_or_else(|_| id.to_owned())
}

/// A value before and after, as they are shown, and how far they are apart.
pub(super) struct Told {
    /// What it is: `delivered`, `pledged`, `contributions` …
    pub what: &'static str,
    pub was: String,
    pub now: String,
    /// With its sign; nothing where one of them is unknown.
    pub by: String,
}

/// What is counted in a sum: what it is called where it was delivered and where it was pledged, and how many there are.
type Counted = ([&'static str; 2], fn(&SumRow) -> usize);

const COUNTS: [Counted; 4] = [
    (["contributions", "pledged-contributions"], |sum| {
        sum.contributions
    }),
    (["without-amount", "pledged-without-amount"], |sum| {
        sum.without_amount
    }),
    (["projects", "pledged-projects"], |sum| sum.projects),
    (["patrons", "pledged-patrons"], |sum| sum.patrons),
];

/// What changed in two sums; the counts only where no amount did, since they follow it.
pub(super) fn told(
    words: &Language,
    delivered: &Pair<SumRow>,
    pledged: &Pair<SumRow>,
) -> Vec<Told> {
    let mut all = Vec::new();
    for (what, sums) in [("delivered", delivered), ("pledged", pledged)] {
        if sums.was.amount != sums.now.amount {
            all.push(Told {
                what,
                was: amount(words, &sums.was),
                now: amount(words, &sums.now),
                by: difference(words, sums),
            });
        }
    }
    if !all.is_empty() {
        return all;
    }
    for (place, sums) in [delivered, pledged].into_iter().enumerate() {
        for (whats, count) in COUNTS {
            let pair = Pair {
                was: count(&sums.was),
                now: count(&sums.now),
            };
            if pair.is_changed() {
                all.push(counted(words, whats[place], &pair));
            }
        }
    }
    all
}

/// A count before and after.
pub(super) fn counted(words: &Language, what: &'static str, pair: &Pair<usize>) -> Told {
    let number = |count: usize| words.locale.integer(count as u128);
    Told {
        what,
        was: number(pair.was),
        now: number(pair.now),
        by: signed(pair.now < pair.was, number(pair.was.abs_diff(pair.now))),
    }
}

/// An amount as it is shown: unknown is no zero.
fn amount(words: &Language, sum: &SumRow) -> String {
    match sum.tenge() {
        Some(amount) => words.locale.money(amount),
        None => say(words, "diff-not-stated", &[]),
    }
}

fn difference(words: &Language, sums: &Pair<SumRow>) -> String {
    match (sums.was.tenge(), sums.now.tenge()) {
        (Some(was), Some(now)) => signed(now < was, words.locale.money(was.abs_diff(now))),
        _ => String::new(),
    }
}

fn signed(is_less: bool, text: String) -> String {
    let sign = if is_less { '\u{2212}' } else { '+' };
    format!("{sign}{text}")
}

/// An amount that moved.
pub(super) fn money(words: &Language, amount: u128) -> String {
    words.locale.money(Tenge(amount))
}

/// How a row is called: by its name, or by what it stands for.
pub(super) fn called(words: &Language, axis: Option<Axis>, id: &str, name: &Names) -> String {
    let named = best_name(name, words.lang);
    let of = match (axis, id) {
        (Some(Axis::From), "") => "joint",
        (Some(Axis::Object), "") => "not-stated",
        (Some(Axis::District), id) if id.ends_with('/') => {
            let region = visible(named.unwrap_or(id));
            return say(words, "diff-no-district", &[("region", Arg::Text(&region))]);
        }
        _ => return visible(named.unwrap_or(id)).into_owned(),
    };
    say(words, "diff-row", &[("of", Arg::Text(of))])
}

/// What a change is called, with what became of it.
pub(super) fn headed(words: &Language, axis: Option<Axis>, of: &Change) -> String {
    let name = called(words, axis, &of.id, &of.name);
    let state = match axis {
        None | Some(Axis::Region | Axis::Year | Axis::Direction) => of.state,
        // These rows come and go with what was given; what they stand for was there before.
        Some(_) => State::Changed,
    };
    let args = [
        ("name", Arg::Text(name.as_str())),
        ("state", Arg::Text(state.word())),
    ];
    say(words, "diff-name", &args)
}
