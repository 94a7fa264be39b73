//! One mistake, one message: what is said twice of the same letters is said by its cause alone.
//!
//! Takes what was found, gives it without what another diagnostic at the same place tells.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::load::locate::Locator;
use crate::source::text::confusables::is_unseen;
use crate::source::{SourceId, Sources, Span};

/// Keeps of the diagnostics of the same letters the one that names the cause.
pub(super) fn keep_once(found: &mut Vec<Diagnostic>, sources: &Sources) {
    keep_unseen_once(found);
    keep_letters_once(found, sources);
    // Of a word in which a mistake of YAML stands nothing is said of its letters: `statusЖ` lacks its colon.
    keep_cause(found, Code::Yaml, Code::MixedScripts);
    // A control character is no letter that was lost, though it is read as one.
    keep_cause(found, Code::ControlCharacter, Code::LostLetters);
}

/// Where a character that nobody sees makes a link lead nowhere, that alone is said: it names the character.
fn keep_unseen_once(found: &mut Vec<Diagnostic>) {
    let has_unseen = |wrong: &Diagnostic| {
        let mut args = wrong.args.iter();
        args.any(|(_, word)| word.contains(is_unseen))
    };
    let is_link = |wrong: &Diagnostic| {
        matches!(
            wrong.code,
            Code::UnknownId | Code::DeadLink | Code::DeadAnchor | Code::BadLink | Code::BadQuery
        )
    };
    let links = found
        .iter()
        .filter(|wrong| is_link(wrong) && has_unseen(wrong));
    let links: Vec<Span> = links.filter_map(|wrong| span_of(wrong).cloned()).collect();
    found.retain(|wrong| {
        let letter = span_of(wrong).filter(|_| wrong.code == Code::UnseenCharacter);
        !letter.is_some_and(|letter| links.iter().any(|link| begins_in(letter, link)))
    });
}

/// Of a value or a name that cannot be read nothing more is said of its letters: that message names them.
fn keep_letters_once(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let is_of_letters =
        |wrong: &Diagnostic| matches!(wrong.code, Code::UnseenCharacter | Code::MixedScripts);
    let letters = found.iter().filter(|wrong| is_of_letters(wrong));
    let texts: HashSet<SourceId> = letters.filter_map(|wrong| wrong.at.source()).collect();
    if texts.is_empty() {
        return;
    }
    let mut locator = Locator::new(sources);
    let is_cause = |wrong: &&Diagnostic| {
        matches!(
            wrong.code,
            Code::Yaml
                | Code::Toml
                | Code::UnknownField
                | Code::WrongType
                | Code::BadId
                | Code::BadAmount
                | Code::BadDate
                | Code::UnknownValue
        ) && wrong.at.source().is_some_and(|of| texts.contains(&of))
    };
    let causes = found.iter().filter(is_cause);
    let causes = Causes::of(causes.filter_map(|wrong| locator.locate(&wrong.at).text));
    found.retain(|wrong| {
        let letter = span_of(wrong).filter(|_| is_of_letters(wrong));
        !letter.is_some_and(|letter| causes.touch(letter))
    });
}

/// Where causes stand, by their texts: of each where it begins, in that order, and how far it or any before it reaches.
struct Causes(HashMap<SourceId, Vec<(usize, usize)>>);

impl Causes {
    fn of(causes: impl Iterator<Item = (SourceId, Range<usize>)>) -> Causes {
        let mut of_texts: HashMap<SourceId, Vec<(usize, usize)>> = HashMap::new();
        for (source, range) in causes {
            let of_text = of_texts.entry(source).or_default();
            of_text.push((range.start, range.end));
        }
        for of_text in of_texts.values_mut() {
            of_text.sort_unstable();
            let mut reached = 0;
            for (_, end) in of_text {
                reached = reached.max(*end);
                *end = reached;
            }
        }
        Causes(of_texts)
    }

    /// Whether a cause and these letters meet.
    fn touch(&self, letters: &Span) -> bool {
        let of_text = self.0.get(&letters.source).map_or(&[][..], Vec::as_slice);
        let begun = of_text.partition_point(|(begin, _)| *begin <= letters.range.end);
        let last = begun.checked_sub(1).map(|last| of_text[last]);
        last.is_some_and(|(_, reached)| letters.range.start <= reached)
    }
}

/// Drops what one code says of words in which another one names the cause.
fn keep_cause(found: &mut Vec<Diagnostic>, cause: Code, of_word: Code) {
    let causes = found.iter().filter(|wrong| wrong.code == cause);
    let causes: Vec<Span> = causes.filter_map(|wrong| span_of(wrong).cloned()).collect();
    found.retain(|wrong| {
        let word = span_of(wrong).filter(|_| wrong.code == of_word);
        !word.is_some_and(|word| causes.iter().any(|cause| begins_in(cause, word)))
    });
}

fn span_of(wrong: &Diagnostic) -> Option<&Span> {
    match &wrong.at {
        At::Span(span) => Some(span),
        At::Place(_) | At::File(_) => None,
    }
}

fn begins_in(one: &Span, other: &Span) -> bool {
    one.source == other.source && other.range.contains(&one.range.start)
}
