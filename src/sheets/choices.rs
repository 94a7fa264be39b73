//! Choices of cells: a status, a consent, a kind of patron, by the words that people use for them.

use super::words::{best, choices, is_negated, is_whole, offered};
use crate::model::contribution::ContributionStatus;
use crate::model::lang::Lang;
use crate::model::patron::{Consent, PatronKind};

/// A choice that a cell states, by its word in records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Status,
    Consent,
    Kind,
}

impl Choice {
    /// Its name in the table of words.
    fn name(self) -> &'static str {
        match self {
            Choice::Status => "status",
            Choice::Consent => "consent",
            Choice::Kind => "kind",
        }
    }

    /// The words in records, in the order in which they are offered.
    pub(super) fn words(self) -> Vec<&'static str> {
        match self {
            Choice::Status => ContributionStatus::WRITTEN
                .map(ContributionStatus::word)
                .to_vec(),
            Choice::Consent => Consent::ALL.map(Consent::word).to_vec(),
            Choice::Kind => PatronKind::ALL.map(PatronKind::word).to_vec(),
        }
    }

    /// The word in records that a cell means.
    pub(super) fn of(self, text: &str) -> Option<&'static str> {
        let is_said = |(word, phrases): &(&str, &[String])| {
            *word == text || phrases.iter().any(|phrase| is_whole(phrase, text))
        };
        let said = choices(self.name()).find(is_said).map(|(word, _)| word);
        match self {
            // «Не публично» has «публично» in it.
            Choice::Status | Choice::Consent => said,
            Choice::Kind => said.or_else(|| described_kind(text)),
        }
    }

    /// The word in records that is called just so in any language.
    pub(super) fn called(self, text: &str) -> Option<&'static str> {
        let is_called = |word: &&str| {
            *word == text
                || Lang::ALL
                    .iter()
                    .any(|lang| self.offered_for(word, *lang) == text)
        };
        self.words().into_iter().find(is_called)
    }

    /// What its words are offered by in a language.
    pub(super) fn offered(self, lang: Lang) -> Vec<&'static str> {
        let words = self.words().into_iter();
        words.map(|word| self.offered_for(word, lang)).collect()
    }

    /// What one of its words is offered by.
    pub(super) fn offered_for(self, word: &str, lang: Lang) -> &'static str {
        offered(self.name(), word, lang)
    }
}

/// Whether a cell says yes or no, and perhaps more: «нет, не называть». What could be a number or stands for nothing is neither.
pub(super) fn is_yes_or_no(text: &str) -> bool {
    let has_letters = text.contains(char::is_alphabetic);
    let first = text.split(|letter: char| !letter.is_alphanumeric()).next();
    let is_said = |text: &str| Choice::Consent.of(text).is_some();
    matches!(text.trim(), "+" | "✓" | "✔")
        || has_letters
            && (is_said(text) || first.is_some_and(|word| !word.is_empty() && is_said(word)))
}

/// The kind that a cell describes in words of its own. Organisations are named unless somebody says no: what could be a person as well
/// is none of them.
fn described_kind(text: &str) -> Option<&'static str> {
    let scored = choices("kind").filter_map(|(word, phrases)| Some((best(phrases, text)?, word)));
    let scored: Vec<(usize, &str)> = scored.collect();
    let person = PatronKind::Person.word();
    let is_person = |(_, word): &(usize, &str)| *word == person;
    let is_either = scored.iter().any(is_person) && !scored.iter().all(is_person);
    let best = scored.into_iter().max_by_key(|(score, _)| *score);
    best.map(|(_, word)| word)
        .filter(|_| !is_either && !is_negated(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_known_by_their_words() {
        for (choice, text, word) in [
            (Choice::Status, "Передано", Some("delivered")),
            (Choice::Status, "не передано", Some("pledged")),
            (Choice::Status, "орындалған жоқ", Some("pledged")),
            (Choice::Status, "pledged", Some("pledged")),
            (Choice::Status, "кто знает", None),
            (Choice::Status, "передано не полностью", None),
            (Choice::Status, "будет передано", None),
            (Choice::Consent, "не публично", Some("anonymous")),
            (Choice::Consent, "публично, но без фото", None),
            (Choice::Consent, "пока не да", None),
            (Choice::Consent, "не хочет, чтобы было открыто", None),
            (Choice::Consent, "Публично.", Some("public")),
            (Choice::Consent, "да", Some("public")),
            (Choice::Consent, "Не согласен", Some("anonymous")),
            (Choice::Consent, "Согласен", Some("public")),
            (Choice::Consent, "-", Some("anonymous")),
            (Choice::Kind, "физ. лицо", Some("person")),
            (Choice::Kind, "Юридическое лицо", Some("company")),
            (Choice::Kind, "қор", Some("fund")),
            (Choice::Kind, "не юр. лицо", None),
            (Choice::Kind, "заңды тұлға емес", None),
            (Choice::Kind, "физ. лицо (ИП)", None),
        ] {
            assert_eq!(choice.of(text), word, "{text}");
        }
        for choice in [Choice::Status, Choice::Consent, Choice::Kind] {
            for word in choice.words() {
                for text in Lang::ALL.map(|lang| choice.offered_for(word, lang)) {
                    assert_eq!(choice.of(text), Some(word), "{text}");
                }
            }
        }
    }
}
