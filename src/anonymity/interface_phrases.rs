//! Interface phrases: what the theme itself says on every page, whoever is named beside it.
//!
//! A word of it may be a given name, «Бірінші әрпі бойынша», which makes nobody's name with a surname in the element before it.
//! Takes message files, gives their phrases, and says of a hit whether it is made with one.

use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::source::boundary;

/// The fewest words of a phrase: one may stand in an element of content as well.
const FEWEST: usize = 2;

/// What stands in a file of messages besides keys and variables, phrase by phrase.
pub(super) fn phrases(messages: &str) -> impl Iterator<Item = &str> {
    let lines = messages.lines().filter(|line| !line.starts_with('#'));
    let values = lines.map(|line| match line.split_once(" = ") {
        Some((_, value)) if !line.starts_with(' ') => value,
        _ => line,
    });
    let literals = values.flat_map(|value| {
        // A choice ends in a line of its own.
        let first_brace = value.find(['{', '}']);
        let ends_choice = first_brace.is_some_and(|at| value[at..].starts_with('}'));
        let parts = value.split(['{', '}']);
        parts.skip(usize::from(ends_choice)).step_by(2)
    });
    let phrases = literals.map(|literal| {
        let literal = literal.trim();
        let variant = literal.trim_start_matches('*').strip_prefix('[');
        match variant.and_then(|variant| variant.split_once(']')) {
            Some((_, phrase)) => phrase.trim(),
            None => literal,
        }
    });
    phrases.filter(|phrase| phrase.split_whitespace().count() >= FEWEST)
}

/// The phrases of an interface, all looked for at once.
#[derive(Debug, Default)]
pub(super) struct InterfacePhrases {
    /// None where there is no phrase, or more of them than a machine can hold.
    automaton: Option<AhoCorasick>,
    /// The bytes of the longest one.
    longest: usize,
}

impl InterfacePhrases {
    pub(super) fn new<'a>(phrases: impl Iterator<Item = &'a str>) -> InterfacePhrases {
        let phrases: Vec<&str> = phrases.collect();
        InterfacePhrases {
            longest: phrases.iter().map(|phrase| phrase.len()).max().unwrap_or(0),
            automaton: AhoCorasick::new(&phrases).ok(),
        }
    }

    /// Whether a hit has some of its words in an element that is one of the phrases, and the others outside of it.
    pub(super) fn make(&self, text: &str, hit: &Range<usize>) -> bool {
        let from = boundary(text, hit.start.saturating_sub(self.longest));
        let to = boundary(text, hit.end + self.longest);
        let found = self.automaton.iter();
        let mut found = found.flat_map(|phrases| phrases.find_overlapping_iter(&text[from..to]));
        found.any(|found| is_made_with(from + found.start()..from + found.end(), text, hit))
    }
}

fn is_made_with(phrase: Range<usize>, text: &str, hit: &Range<usize>) -> bool {
    let begins = || text[..phrase.start].trim_end().ends_with(['>', '"']);
    let ends = || text[phrase.end..].trim_start().starts_with(['<', '"']);
    let touches = phrase.start < hit.end && hit.start < phrase.end;
    let (from_before, goes_on) = (hit.start < phrase.start, phrase.end < hit.end);
    touches && (from_before || goes_on) && (!from_before || begins()) && (!goes_on || ends())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_is_made_with_the_element_that_it_begins_or_ends_in() {
        let phrases = InterfacePhrases::new(["Бірінші әрпі", "әрпі бойынша"].into_iter());
        let made = |text: &str, hit: &str| {
            let start = text.find(hit).expect("a hit is in its text");
            phrases.make(text, &(start..start + hit.len()))
        };
        let across = "Ахметов</b> <i>Бірінші";
        assert!(made("<b>Ахметов</b> <i>Бірінші әрпі</i>", across));
        assert!(made(
            "<i>әрпі бойынша</i> <b>Ахметов</b>",
            "бойынша</i> <b>Ахметов"
        ));
        // The element says more than the phrase.
        assert!(!made(
            "<b>Ахметов</b> <i>Бірінші әрпі осы</i> x",
            "Ахметов</b> <i>Бірінші әрпі осы"
        ));
        // All of it stands in the phrase, or outside of it.
        assert!(!made("<i>Бірінші әрпі</i>", "Бірінші"));
        assert!(!made(
            "<i>Бірінші әрпі</i> Ахметов Бірінші",
            "Ахметов Бірінші"
        ));
        assert!(!InterfacePhrases::default().make(across, &(0..across.len())));
    }

    #[test]
    fn phrases_are_what_messages_say_themselves() {
        let messages = "# Бір түсініктеме\nby-letter = Бірінші әрпі бойынша\none = Бірінші\nof = { $name } алғаш берген { $n ->\n    \
                        [one] бір рет\n   *[other] бірнеше рет\n}, барлығы қосқанда\n";
        assert_eq!(
            phrases(messages).collect::<Vec<_>>(),
            [
                "Бірінші әрпі бойынша",
                "алғаш берген",
                "бір рет",
                "бірнеше рет",
                ", барлығы қосқанда"
            ]
        );
    }
}
