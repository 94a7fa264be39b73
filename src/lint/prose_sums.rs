//! Consistency lint of prose: totals typed into the text of a project that its records do not give, and so go stale unseen.
//!
//! Takes the portal and its sources, gives a warning for each. A total is a number of a million or more in digits, with the
//! currency behind it and a word beside it that says it is one; what a door costs, no record has to say.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rayon::prelude::*;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::load::front_matter::split;
use crate::markdown;
use crate::model::contribution::{Contribution, ContributionStatus};
use crate::model::kind::PatronId;
use crate::model::portal::Portal;
use crate::model::write_up::Project;
use crate::source::{SourceId, Sources, boundary};

/// Smaller sums are prices and wages.
const LEAST: u128 = 1_000_000;

/// How texts name the currency.
const CURRENCY: [&str; 4] = ["₸", "теңге", "тенге", "tenge"];

/// The beginnings of words that say of a sum that it is a whole.
const WHOLE: [&str; 14] = [
    "барлығы",
    "барлық",
    "жалпы",
    "жиыны",
    "жиынтығы",
    "қосынды",
    "всего",
    "итог",
    "общ",
    "сумм",
    "total",
    "altogether",
    "overall",
    "in all",
];

/// So far such a word stands from the number in its clause, in bytes.
const NEAR: usize = 80;

/// A warning for each total in the text of a project that no contribution, sum of them or reported figure gives.
/// A gift that is told to be entered twice is in no sum by half: that without it is right, too.
pub(super) fn unknown_sums(
    portal: &Portal,
    sources: &Sources,
    told: &[Diagnostic],
) -> Vec<Diagnostic> {
    let twice = told.iter().filter(|of| of.code == Code::SameGift);
    let twice: HashSet<&At> = twice.map(|of| &of.at).collect();
    let reported = reported(portal);
    let projects: Vec<&Project> = portal.projects.iter().map(|(_, project)| project).collect();
    let of_project = |project: &Project| {
        let known = known(portal, project, &twice);
        let is_unknown = |sum: u128| !known.contains(&sum) && !reported.contains(&sum);
        let mut found = Vec::new();
        // Where nothing is recorded, nothing can go stale.
        for (_, version) in project.text.iter().filter(|_| !known.is_empty()) {
            let source = version.origin.source;
            let stated = totals(sources, source).into_iter();
            let unknown = stated.filter(|(_, sum)| is_unknown(*sum));
            found.extend(unknown.map(|(at, sum)| {
                Diagnostic::new(Code::ProseSum, At::span(source, at)).with("sum", sum)
            }));
        }
        found
    };
    projects.into_par_iter().flat_map_iter(of_project).collect()
}

/// The totals that the prose of a text states.
fn totals(sources: &Sources, source: SourceId) -> Vec<(Range<usize>, u128)> {
    let Some((text, Ok(parts))) = sources.text(source).map(|text| (text, split(text))) else {
        return Vec::new();
    };
    if !may_hold_sum(&text[parts.body.clone()]) {
        return Vec::new();
    }
    let running = markdown::running_text(text, parts.body).into_iter();
    let sums = running.flat_map(|range| {
        let words = &text[range.clone()];
        let found = match may_hold_sum(words) {
            true => sums(words),
            false => Vec::new(),
        };
        let found = found.into_iter();
        found.map(move |(at, sum)| (at.start + range.start..at.end + range.start, sum))
    });
    sums.filter(|(at, _)| is_whole(text, at)).collect()
}

/// What officials reported of anything.
fn reported(portal: &Portal) -> HashSet<u128> {
    let figures = portal.figures.iter().map(|(_, figure)| &figure.record);
    let amounts = figures.flat_map(|figure| {
        let parts = figure.breakdown.iter().map(|part| part.amount);
        parts.chain([figure.amount])
    });
    amounts.flatten().map(|amount| amount.0).collect()
}

/// Of which contributions of a project a sum is: all, or those of a state, of a year, of a giver.
type SumOf = (Option<ContributionStatus>, Option<i16>, Option<PatronId>);

/// Each amount of a project, and the sums of them, with and without those that are entered twice.
fn known(portal: &Portal, project: &Project, twice: &HashSet<&At>) -> HashSet<u128> {
    let gifts = project.contributions.iter();
    let gifts: Vec<&Contribution> = gifts.map(|&gift| &portal.contributions[gift]).collect();
    let amounts = gifts.iter().filter_map(|gift| gift.amount);
    let mut known: HashSet<u128> = amounts.map(|amount| amount.0).collect();
    known.extend(sums_of(&gifts).into_values());
    let is_once = |gift: &&&Contribution| !twice.contains(&At::Place(portal.place_of(gift)));
    let once: Vec<&Contribution> = gifts.iter().filter(is_once).copied().collect();
    if once.len() < gifts.len() {
        known.extend(sums_of(&once).into_values());
    }
    known.remove(&0);
    known
}

/// The sums of gifts.
fn sums_of(gifts: &[&Contribution]) -> HashMap<SumOf, u128> {
    let mut sums: HashMap<SumOf, u128> = HashMap::new();
    for gift in gifts.iter().filter(|gift| gift.is_counted()) {
        let givers = gift.patrons.iter().copied().map(Some).chain([None]);
        for giver in givers {
            for status in [None, Some(gift.status)] {
                for year in [None, Some(gift.date.year())] {
                    *sums.entry((status, year, giver)).or_default() +=
                        gift.amount.map_or(0, |amount| amount.0);
                }
            }
        }
    }
    sums
}

/// Whether a word in the clause of a number says that it is a whole.
fn is_whole(text: &str, number: &Range<usize>) -> bool {
    let ends = |text: &str| {
        let ends = [". ", "! ", "? ", "; ", ", ", "\n"].map(|sign| text.find(sign));
        ends.into_iter().flatten().min()
    };
    let mut before = &text[boundary(text, number.start.saturating_sub(NEAR))..number.start];
    while let Some(end) = ends(before) {
        before = &before[end + 1..];
    }
    let behind = &text[number.end..boundary(text, number.end + NEAR)];
    let behind = &behind[..ends(behind).unwrap_or(behind.len())];
    let clause = [before, behind].join(" ").to_lowercase();
    WHOLE.iter().any(|word| {
        let mut found = clause.match_indices(word);
        found.any(|(at, _)| !clause[..at].ends_with(char::is_alphabetic))
    })
}

/// Whether a text has as many digits as the least sum.
fn may_hold_sum(text: &str) -> bool {
    let mut digits = text.bytes().filter(u8::is_ascii_digit);
    digits.nth(LEAST.ilog10() as usize).is_some()
}

/// The sums in a text, each with the bytes of its number.
fn sums(text: &str) -> Vec<(Range<usize>, u128)> {
    // Each letter stays where it is: one that takes more or less room in small letters is no part of a word that is sought.
    let lower: String = text.chars().map(in_small).collect();
    let named = CURRENCY.iter().flat_map(|word| lower.match_indices(word));
    let numbers = named.filter_map(|(at, _)| number_before(&text[..at]));
    let mut found: Vec<(Range<usize>, u128)> = numbers.filter(|(_, sum)| *sum >= LEAST).collect();
    found.sort_by_key(|(at, _)| at.start);
    found
}

/// A letter as a small one of the same length in bytes, if there is one.
fn in_small(letter: char) -> char {
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) if small.len_utf8() == letter.len_utf8() => small,
        _ => letter,
    }
}

/// The number that a text ends with, its digits in groups of three or not parted at all.
fn number_before(text: &str) -> Option<(Range<usize>, u128)> {
    let is_space = |sign: char| sign.is_whitespace();
    let text = text.trim_end_matches(is_space);
    let digits_before = |end: usize| {
        let digits = text[..end].bytes().rev();
        digits.take_while(u8::is_ascii_digit).count()
    };
    let end = text.len();
    let mut start = end - digits_before(end);
    let mut group = end - start;
    while group == 3
        && let Some(sign) = text[..start].chars().next_back()
        && (is_space(sign) || matches!(sign, ',' | '.' | '\'' | '’'))
    {
        let before = start - sign.len_utf8();
        group = digits_before(before);
        if group == 0 || group > 3 {
            break;
        }
        start = before - group;
    }
    let digits: String = text[start..end]
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    Some((start..end, digits.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_numbers_before_the_currency() {
        for (text, expected) in [
            ("Барлығы 519 000 000 теңге жиналды", vec![519_000_000]),
            (
                "5\u{a0}000\u{202f}000 ₸, 6000000 тенге",
                vec![5_000_000, 6_000_000],
            ),
            (
                "7,000,000 Tenge and 8.000.000 tenge",
                vec![7_000_000, 8_000_000],
            ),
            ("2020 519 000 000 теңге", vec![519_000_000]),
            // One letter is longer in small ones, the other shorter.
            ("\u{130} 519 000 000 ТЕҢГЕ \u{1e9e}", vec![519_000_000]),
            ("900 000 теңге, 12 млн теңге, 5 000 000 адам", vec![]),
            ("теңге", vec![]),
        ] {
            let found: Vec<u128> = sums(text).into_iter().map(|(_, sum)| sum).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_total_is_told_by_a_word_in_its_clause() {
        for (text, is) in [
            ("Барлығы **519 000 000** теңге", true),
            ("Собрали 519 000 000 тенге всего", true),
            ("It cost 519 000 000 tenge in total.", true),
            ("Барлығы он бала. Есік 519 000 000 теңге", false),
            ("Дверь стоит 519 000 000 тенге. Всего их две", false),
            ("Әрқайсысы 519 000 000 теңге, барлығы 9 теңге", false),
            ("A teetotal 519 000 000 tenge", false),
        ] {
            let start = text.find("519").unwrap();
            assert_eq!(is_whole(text, &(start..start + 11)), is, "{text}");
        }
    }
}
