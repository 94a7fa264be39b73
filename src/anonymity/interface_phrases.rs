//! Interface phrases: what the theme itself says on every page, whoever is named beside it.
//!
//! A word of it may be a given name, «Бірінші әрпі бойынша», which makes nobody's name with a surname in the element before it.
//! Takes message files, gives their phrases, and says of a hit whether it is made with one.

use std::ops::Range;

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

/// Whether a hit has some of its words in an element that is this phrase, and the others outside of it.
pub(super) fn is_made_with(phrase: &str, text: &str, hit: &Range<usize>) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let own = at..at + phrase.len();
        let begins = || text[..own.start].trim_end().ends_with(['>', '"']);
        let ends = || text[own.end..].trim_start().starts_with(['<', '"']);
        let touches = own.start < hit.end && hit.start < own.end;
        let (from_before, goes_on) = (hit.start < own.start, own.end < hit.end);
        touches && (from_before || goes_on) && (!from_before || begins()) && (!goes_on || ends())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
