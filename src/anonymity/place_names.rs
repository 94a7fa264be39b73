//! Names of places: what stands in the name of a region or a district is the place's, though somebody is called so.
//!
//! «Мағжан Жұмабаев ауданы» names no Жұмабаева: the law gave it that name, and every page may say it. Takes the names and the ids of
//! places, says of a word of a text whether it stands in one of them. Elsewhere it is whose it is, and so is a name of one word,
//! which a firm or a person may have as well: «Сатпаев дал уголь».

use super::companies::{has_legal_form, is_quoted};
use super::reading::Reading;
use super::sounds::sounds;
use super::tokens::Between;
use super::words::plain;

/// The names of places that have a word of somebody's name.
#[derive(Debug, Default)]
pub(super) struct PlaceNames {
    /// The words of each, in sounds.
    names: Vec<Vec<String>>,
    ids: Vec<String>,
}

/// The most sounds that a case adds to a word: ауданы, ауданындағы.
const ENDING: usize = 7;

impl PlaceNames {
    /// `is_part`: whether a word in sounds may be a part of somebody's name.
    pub(super) fn new<'a>(
        names: impl Iterator<Item = &'a str>,
        ids: impl Iterator<Item = &'a str>,
        is_part: impl Fn(&str) -> bool,
    ) -> PlaceNames {
        let in_sounds = |name: &str| -> Vec<String> {
            let words = plain(name).into_iter().map(|(word, _)| sounds(&word));
            words.filter(|word| !word.is_empty()).collect()
        };
        let has_part = |name: &[String]| name.len() > 1 && name.iter().any(|word| is_part(word));
        let mut names: Vec<_> = names.map(in_sounds).filter(|of| has_part(of)).collect();
        names.sort_unstable();
        names.dedup();
        let ids = ids.filter(|id| has_part(&in_sounds(id)));
        PlaceNames {
            names,
            ids: ids.map(str::to_owned).collect(),
        }
    }

    /// Whether a token stands in the name of a place, or in its id.
    pub(super) fn hold(&self, reading: &Reading<'_>, at: usize) -> bool {
        let in_name = || self.names.iter().any(|name| stands_in(name, reading, at));
        let in_id = || self.ids.iter().any(|id| stands_in_id(id, reading, at));
        !is_called(reading, at) && in_name() || in_id()
    }
}

/// Whether a token stands in the whole name of a place, in whatever case.
fn stands_in(name: &[String], reading: &Reading<'_>, at: usize) -> bool {
    let is_word = |at: usize, word: &str| {
        let token = reading.tokens.get(at);
        token.is_some_and(|token| is_case(&token.sense.skeleton, word))
    };
    let near = |at: usize| {
        let gap = reading.gap(at);
        matches!(gap, Between::Space | Between::Tight | Between::Line)
    };
    (0..name.len().min(at + 1)).any(|nth| {
        let from = at - nth;
        let last = from + name.len() - 1;
        is_word(at, &name[nth])
            && name.iter().zip(from..).all(|(word, at)| is_word(at, word))
            && (from..last).all(near)
    })
}

/// Whether a word is another one in some case: области, of область.
fn is_case(text: &str, word: &str) -> bool {
    let kept = if word.len() > 3 {
        word.len() - 1
    } else {
        word.len()
    };
    text == word || text.starts_with(&word[..kept]) && text.len() <= word.len() + ENDING
}

/// Whether a token is marked as what a firm is called: in quotation marks, or beside a legal form.
fn is_called(reading: &Reading<'_>, at: usize) -> bool {
    let (before, after) = reading.around(at);
    is_quoted(before, after) || has_legal_form(reading, at, at)
}

/// Whether a token stands in an id of a place, and that stands by itself.
fn stands_in_id(id: &str, reading: &Reading<'_>, at: usize) -> bool {
    let raw = reading.tokens[at].word.raw.clone();
    let Some(word) = reading.text.get(raw).filter(|word| !word.is_empty()) else {
        return false;
    };
    let (before, after) = reading.around(at);
    id.match_indices(word).any(|(start, _)| {
        let (Some(before), Some(after)) = (
            before.strip_suffix(&id[..start]),
            after.strip_prefix(&id[start + word.len()..]),
        ) else {
            return false;
        };
        let goes_on = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
        !before.ends_with(goes_on) && !after.starts_with(goes_on)
    })
}
