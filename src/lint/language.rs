//! Lint by language detection: texts that are not in the language of their file.
//!
//! Such a text is a translation that was never made, or one saved under another's name. Counts letters and words, no
//! more: Kazakh has nine Cyrillic letters that Russian lacks, in more than half of its words (in names, a Russian text
//! has them too, but in few).

use rayon::prelude::*;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::load::front_matter::split;
use crate::markdown;
use crate::model::lang::Lang;
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::source::text::confusables::{is_cyrillic, is_kazakh};
use crate::source::{SourceId, Sources};

/// Fewer words tell nothing.
const LEAST: usize = 12;

/// A warning for each text that is clearly in another language.
pub(super) fn wrong_languages(portal: &Portal, sources: &Sources) -> Vec<Diagnostic> {
    let texts = portal.texts().map(|(lang, origin, _)| (lang, origin));
    let texts: Vec<(Lang, Origin)> = texts.collect();
    texts
        .into_par_iter()
        .filter_map(|(lang, origin)| {
            wrong_language(lang, origin.source, sources.text(origin.source)?)
        })
        .collect()
}

fn wrong_language(lang: Lang, source: SourceId, text: &str) -> Option<Diagnostic> {
    let body = split(text).ok()?.body;
    let running = markdown::running_text(text, body);
    let mut count = Count::default();
    for range in &running {
        count.add(&text[range.clone()]);
    }
    let seems = count.seems(lang)?;
    let first = running
        .into_iter()
        .find(|range| !text[range.clone()].trim().is_empty())?;
    Some(
        Diagnostic::new(Code::WrongLanguage, At::span(source, first))
            .with("lang", lang)
            .with("seems", seems),
    )
}

/// Words by what they are made of.
#[derive(Default)]
struct Count {
    latin: usize,
    cyrillic: usize,
    /// Of the Cyrillic ones, those with a letter that only Kazakh has.
    kazakh: usize,
}

impl Count {
    fn add(&mut self, text: &str) {
        // The letters of an address are of no language.
        let typed = text.split_whitespace();
        let typed = typed.filter(|word| !word.contains("://") && !word.contains("www."));
        let words = typed.flat_map(|word| word.split(|letter: char| !letter.is_alphabetic()));
        for word in words {
            // Short words and abbreviations are the same in many languages.
            if word.chars().nth(2).is_none() {
                continue;
            }
            if word.chars().all(|letter| letter.is_ascii_alphabetic()) {
                self.latin += 1;
            } else if word.contains(is_cyrillic) {
                self.cyrillic += 1;
                self.kazakh += usize::from(word.contains(is_kazakh));
            }
        }
    }

    /// The language that the text seems to be in instead.
    fn seems(&self, lang: Lang) -> Option<&'static str> {
        let all = self.latin + self.cyrillic;
        if all < LEAST {
            return None;
        }
        let mostly = |part: usize, whole: usize, percent: usize| part * 100 > whole * percent;
        let cyrillic = match (self.kazakh, self.cyrillic) {
            (kazakh, whole) if mostly(kazakh, whole, 35) => "kk",
            (kazakh, whole) if !mostly(kazakh, whole, 12) => "ru",
            _ => "cyrillic",
        };
        match lang {
            Lang::En => mostly(self.cyrillic, all, 60).then_some(cyrillic),
            _ if mostly(self.latin, all, 75) => Some("en"),
            Lang::Ru => (self.cyrillic >= LEAST && cyrillic == "kk").then_some("kk"),
            Lang::Kk => (self.cyrillic >= LEAST && cyrillic == "ru").then_some("ru"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KAZAKH: &str = "Аудан орталығында жаңа мектеп салынды, оған кәсіпкерлер мен ауыл тұрғындары көмектесті. Қазір онда жүзден астам бала оқиды.";
    const RUSSIAN: &str = "В районном центре построили новую школу, помогли предприниматели и жители села Ұлытау. Сейчас в ней учится больше ста детей.";
    const ENGLISH: &str = "A new school was built in the centre of the district with the help of local businesses and the people of the village.";

    fn seems(lang: Lang, text: &str) -> Option<String> {
        let found = wrong_language(lang, SourceId(0), text)?;
        Some(found.args[1].1.clone())
    }

    #[test]
    fn a_text_in_another_language_is_seen() {
        for (lang, text, expected) in [
            (Lang::Kk, KAZAKH, None),
            (Lang::Ru, RUSSIAN, None),
            (Lang::En, ENGLISH, None),
            (Lang::Kk, RUSSIAN, Some("ru")),
            (Lang::Kk, ENGLISH, Some("en")),
            (Lang::Ru, KAZAKH, Some("kk")),
            (Lang::Ru, ENGLISH, Some("en")),
            (Lang::En, KAZAKH, Some("kk")),
            (Lang::En, RUSSIAN, Some("ru")),
            (Lang::En, "Алматы.", None),
            (Lang::Kk, "# Школа\n\n`a b c d e`", None),
        ] {
            assert_eq!(seems(lang, text).as_deref(), expected, "{lang}: {text}");
        }
    }
}
