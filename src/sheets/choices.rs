//! Choices of cells: a status, a consent, a kind of patron, by the words that people use for them.

use super::words::{best, choices};
use crate::model::lang::PerLang;

/// A choice that a cell states, by its word in records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Status,
    Consent,
    Kind,
}

impl Choice {
    /// The word in records that a cell means.
    pub(super) fn of(self, text: &str) -> Option<&'static str> {
        let all = || match self {
            Choice::Status => choices("status"),
            Choice::Consent => choices("consent"),
            Choice::Kind => choices("kind"),
        };
        if let Some((word, _)) = all().find(|(word, _)| *word == text) {
            return Some(word);
        }
        let scored = all().filter_map(|(word, phrases)| Some((best(phrases, text)?, word)));
        scored.max_by_key(|(score, _)| *score).map(|(_, word)| word)
    }
}

/// The word that a choice is offered by in a template, in each language: the first of its list.
pub(super) fn offered(choice: Choice) -> Vec<(&'static str, PerLang<&'static str>)> {
    let (all, words): (&[&str], &[[&'static str; 3]]) = match choice {
        Choice::Status => (
            &["delivered", "pledged", "withdrawn"],
            &[
                ["берілді", "передано", "delivered"],
                ["уәде етілді", "обещано", "pledged"],
                ["қайтарып алынды", "отозвано", "withdrawn"],
            ],
        ),
        Choice::Consent => (
            &["public", "anonymous"],
            &[["иә", "да", "yes"], ["жоқ", "нет", "no"]],
        ),
        Choice::Kind => (
            &["person", "company", "fund", "association", "group"],
            &[
                ["адам", "человек", "person"],
                ["кәсіпорын", "компания", "company"],
                ["қор", "фонд", "fund"],
                ["бірлестік", "объединение", "association"],
                ["топ", "группа", "group"],
            ],
        ),
    };
    let all = all.iter().zip(words);
    all.map(|(word, in_languages)| {
        let in_languages = PerLang::make(|lang| in_languages[lang as usize]);
        (*word, in_languages)
    })
    .collect()
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
            (Choice::Consent, "да", Some("public")),
            (Choice::Consent, "Не согласен", Some("anonymous")),
            (Choice::Consent, "Согласен", Some("public")),
            (Choice::Consent, "-", Some("anonymous")),
            (Choice::Kind, "физ. лицо", Some("person")),
            (Choice::Kind, "Юридическое лицо", Some("company")),
            (Choice::Kind, "қор", Some("fund")),
        ] {
            assert_eq!(choice.of(text), word, "{text}");
        }
        for choice in [Choice::Status, Choice::Consent, Choice::Kind] {
            for (word, offered) in offered(choice) {
                for (_, text) in offered.iter() {
                    assert_eq!(choice.of(text), Some(word), "{text}");
                }
            }
        }
    }
}
