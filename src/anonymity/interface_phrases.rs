//! Interface phrases: what the theme and the program themselves say on every page, whoever is named beside it.
//!
//! A word of it may be a given name, «Бірінші әрпі бойынша», which makes nobody's name with a surname in the element before it; or
//! what a fund is called, as `"ай"` is among the values of a column. Takes message files, gives their phrases, and says of a hit
//! whether it is made with one.

use std::ops::Range;

use ahash::HashSet;
use aho_corasick::AhoCorasick;

use crate::source::boundary;

/// The fewest words of a phrase: one may stand in an element of content as well.
const FEWEST: usize = 2;

/// So few letters of a word make it no name by its capital.
const SHORT: usize = 3;

/// What stands in a file of messages besides keys and variables, phrase by phrase.
pub(super) fn said(messages: &str) -> impl Iterator<Item = &str> {
    let lines = messages.lines().filter(|line| !line.starts_with('#'));
    let values = lines.map(|line| match line.split_once(" = ") {
        Some((key, value)) if !key.starts_with(' ') || key.trim_start().starts_with('.') => value,
        _ => line,
    });
    let literals = values.flat_map(|value| {
        // A choice ends in a line of its own.
        let first_brace = value.find(['{', '}']);
        let ends_choice = first_brace.is_some_and(|at| value[at..].starts_with('}'));
        let parts = value.split(['{', '}']);
        parts.skip(usize::from(ends_choice)).step_by(2)
    });
    let said = literals.map(|literal| {
        let literal = literal.trim();
        let variant = literal.trim_start_matches('*').strip_prefix('[');
        match variant.and_then(|variant| variant.split_once(']')) {
            Some((_, phrase)) => phrase.trim(),
            None => literal,
        }
    });
    said.filter(|phrase| !phrase.is_empty())
}

/// The phrases of an interface, all looked for at once.
#[derive(Debug, Default)]
pub(super) struct InterfacePhrases {
    /// None where there is no phrase, or more of them than a machine can hold.
    automaton: Option<AhoCorasick>,
    /// The bytes of the longest one.
    longest: usize,
    /// Those without a capital letter, of however few words, and what is so short that a name may be written alike: «Кім».
    small: HashSet<String>,
}

impl InterfacePhrases {
    pub(super) fn new<'a>(said: impl Iterator<Item = &'a str>) -> InterfacePhrases {
        let said: Vec<&str> = said.collect();
        let is_small = |of: &&&str| !of.contains(char::is_uppercase) || of.chars().count() <= SHORT;
        let small = said.iter().filter(is_small);
        let small = small.map(|of| (*of).to_owned()).collect();
        let has_words = |phrase: &&&str| phrase.split_whitespace().count() >= FEWEST;
        let phrases: Vec<&str> = said.iter().filter(has_words).copied().collect();
        InterfacePhrases {
            small,
            longest: phrases.iter().map(|phrase| phrase.len()).max().unwrap_or(0),
            automaton: AhoCorasick::new(&phrases).ok(),
        }
    }

    /// The phrase that a hit is, if that is all of an element, letter by letter as the interface says it. A name has a capital,
    /// as few of them have.
    pub(super) fn say<'t>(&self, text: &'t str, hit: &Range<usize>) -> Option<&'t str> {
        let (begins, ends) = is_element(text, hit);
        let phrase = text.get(hit.clone()).filter(|_| begins && ends);
        phrase.filter(|of| self.small.contains(*of))
    }

    /// Whether a hit has some of its words in an element that is one of the phrases, and the others outside of it.
    pub(super) fn make(&self, text: &str, hit: &Range<usize>) -> bool {
        // Most hits stand in one element.
        if memchr::memchr3(b'<', b'>', b'"', &text.as_bytes()[hit.clone()]).is_none() {
            return false;
        }
        let from = boundary(text, hit.start.saturating_sub(self.longest));
        let to = boundary(text, hit.end + self.longest);
        let found = self.automaton.iter();
        let mut found = found.flat_map(|phrases| phrases.find_overlapping_iter(&text[from..to]));
        found.any(|found| is_made_with(from + found.start()..from + found.end(), text, hit))
    }
}

fn is_made_with(phrase: Range<usize>, text: &str, hit: &Range<usize>) -> bool {
    let touches = phrase.start < hit.end && hit.start < phrase.end;
    let (from_before, goes_on) = (hit.start < phrase.start, phrase.end < hit.end);
    touches && (from_before || goes_on) && {
        let (begins, ends) = is_element(text, &phrase);
        (!from_before || begins) && (!goes_on || ends)
    }
}

/// Whether an element, or a value in quotation marks, begins and ends with these bytes.
fn is_element(text: &str, of: &Range<usize>) -> (bool, bool) {
    let (before, after) = (&text[..of.start], &text[of.end..]);
    (
        before.trim_end().ends_with(['>', '"']),
        after.trim_start().starts_with(['<', '"']),
    )
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
    fn a_value_that_the_interface_names_is_no_name() {
        let phrases = InterfacePhrases::new(["ай", "Наурыз", "жыл бойы"].into_iter());
        let said = |text: &str, hit: &str| {
            let start = text.find(hit).expect("a hit is in its text");
            phrases.say(text, &(start..start + hit.len())).is_some()
        };
        assert!(said("\"kk\": \"ай\",", "ай"));
        assert!(said("<dd>жыл бойы</dd>", "жыл бойы"));
        for (text, hit) in [
            ("\"kk\": \"Ай\",", "Ай"),
            ("\"kk\": \"Наурыз\",", "Наурыз"),
            ("\"kk\": \"ай қоры\",", "ай"),
            ("«ай»", "ай"),
        ] {
            assert!(!said(text, hit), "{text}");
        }
    }

    #[test]
    fn phrases_are_what_messages_say_themselves() {
        let messages = "# Бір түсініктеме\nby-letter = Бірінші әрпі бойынша\none = Бірінші\nof = { $name } алғаш берген { $n ->\n    \
                        [one] бір рет\n   *[other] бірнеше рет\n}, барлығы қосқанда\n    .about = Кім екені\n";
        assert_eq!(
            said(messages).collect::<Vec<_>>(),
            [
                "Бірінші әрпі бойынша",
                "Бірінші",
                "алғаш берген",
                "бір рет",
                "бірнеше рет",
                ", барлығы қосқанда",
                "Кім екені"
            ]
        );
    }
}
