//! Ids by names: where a name stands and an id belongs, the ids of the records that have such a name.
//!
//! Takes what was said of bad ids and the portal; gives the same with the ids of records of that name, in any language.
//! Patrons who must not be named are never proposed.

use super::dangling::FIELDS;
use crate::diagnostic::{At, Code, Diagnostic, Replacement};
use crate::link::folder_of;
use crate::model::kind::RecordKind;
use crate::model::lang::Localised;
use crate::model::place::Step;
use crate::model::portal::Portal;
use crate::model::write_up::ProjectStatus;

/// So many ids are told where any of them could be meant.
const FEW: usize = 12;

/// So many ids are offered.
const OFFERED: usize = 3;

/// Words that the names of many places share, and short forms of them.
const COMMON: [&str; 30] = [
    "ауданы",
    "аудан",
    "район",
    "района",
    "облысы",
    "облыс",
    "область",
    "области",
    "обл",
    "ауыл",
    "ауылы",
    "село",
    "с",
    "город",
    "г",
    "қаласы",
    "қала",
    "district",
    "region",
    "city",
    "village",
    "тоо",
    "жшс",
    "ао",
    "ақ",
    "llp",
    "фонд",
    "қоры",
    "school",
    "the",
];

/// Names the ids that were meant by the names that stand in their places, and those that a missing field can have.
pub(crate) fn propose_ids(found: &mut [Diagnostic], portal: &Portal) {
    for wrong in found {
        if wrong.code == Code::MissingField {
            name_known(wrong, portal);
        }
        if wrong.code != Code::BadId {
            continue;
        }
        let At::Place(place) = &wrong.at else {
            continue;
        };
        let key = place.path.iter().rev().find_map(|step| match step {
            Step::Key(name) | Step::Repeated(name, _) => Some(name.as_str()),
            Step::Item(_) => None,
        });
        let Some(key) = key else { continue };
        let value = wrong.args.iter().find(|(name, _)| *name == "value");
        let Some((_, value)) = value else { continue };
        let words = words(value);
        if words.is_empty() || !value.contains(|letter: char| letter.is_alphabetic()) {
            continue;
        }
        let Some(names) = names(key, portal) else {
            continue;
        };
        let is_word = !value.contains(|letter: char| letter.is_ascii_alphabetic());
        let is_an_id = |by: &Replacement| names.iter().any(|(id, _)| *id == by.0);
        // A word of other letters may be a name of which each letter looks like a Latin one.
        if is_word && !wrong.replacement.as_deref().is_some_and(is_an_id) {
            wrong.replacement = None;
        }
        let mut near: Vec<(usize, String)> = names
            .into_iter()
            .filter_map(|(id, name)| Some((score(&words, name)?, id)))
            .collect();
        near.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let best = near.first().map_or(0, |(score, _)| *score);
        let mut ids: Vec<String> = Vec::new();
        for (score, id) in near {
            if score == best && !ids.contains(&id) && ids.len() < OFFERED {
                ids.push(id);
            }
        }
        // A name is no id in other letters: no record has its transliteration for an id.
        if !ids.is_empty() || !value.is_ascii() && wrong.replacement.is_none() {
            wrong.nearest = ids;
        }
    }
}

/// Says of a missing field what it can be: the words of a status, the ids of records, if they are few, and their folder.
fn name_known(wrong: &mut Diagnostic, portal: &Portal) {
    let arg = |name: &str| {
        let mut args = wrong.args.iter();
        args.find(|(given, _)| *given == name)
            .map(|(_, value)| value.clone())
    };
    let (Some(field), None) = (arg("field"), arg("known")) else {
        return;
    };
    let words = |words: &[&str]| ("known", words.join(", "));
    if field == "status" && arg("record").as_deref() == Some(RecordKind::Project.word()) {
        return wrong
            .args
            .push(words(&ProjectStatus::ALL.map(ProjectStatus::word)));
    }
    let Some((_, kind)) = FIELDS.iter().find(|(name, _)| *name == field) else {
        return;
    };
    wrong.args.push(("folder", folder_of(*kind)));
    let ids: Vec<String> = match kind {
        RecordKind::Patron => Vec::new(),
        _ => names(&field, portal)
            .into_iter()
            .flatten()
            .map(|(id, _)| id)
            .collect(),
    };
    if (1..=FEW).contains(&ids.len()) {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        wrong.args.push(words(&ids));
    }
}

/// The ids and names of the records that a field can name.
fn names<'a>(field: &str, portal: &'a Portal) -> Option<Vec<(String, &'a Localised)>> {
    if field == "district" {
        let districts = portal.regions.rows().iter();
        let districts = districts.flat_map(|region| &region.record.districts);
        return Some(
            districts
                .map(|district| (district.id.to_string(), &district.name))
                .collect(),
        );
    }
    let (_, kind) = FIELDS.iter().find(|(name, _)| *name == field)?;
    let named = match kind {
        RecordKind::Region => portal
            .regions
            .rows()
            .iter()
            .map(|of| (of.record.id.to_string(), &of.record.name))
            .collect(),
        RecordKind::Direction => portal
            .directions
            .rows()
            .iter()
            .map(|of| (of.id.to_string(), &of.name))
            .collect(),
        RecordKind::Object => portal
            .objects
            .rows()
            .iter()
            .map(|of| (of.record.id.to_string(), &of.record.name))
            .collect(),
        RecordKind::Patron => portal
            .patrons
            .rows()
            .iter()
            .filter(|of| !of.is_anonymous())
            .map(|of| (of.record.id.to_string(), &of.record.name))
            .collect(),
        _ => return None,
    };
    Some(named)
}

/// The words of a name, in small letters and without those that say nothing.
fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let all = lower.split(|letter: char| !letter.is_alphanumeric());
    let all: Vec<&str> = all.filter(|word| !word.is_empty()).collect();
    let telling: Vec<String> = all
        .iter()
        .filter(|word| !COMMON.contains(word))
        .map(|word| (*word).to_owned())
        .collect();
    match telling.is_empty() {
        true => all.into_iter().map(str::to_owned).collect(),
        false => telling,
    }
}

/// How much of a name in any language the words say; none if a word is not in it.
fn score(typed: &[String], name: &Localised) -> Option<usize> {
    let of = |name: &str| {
        let own = words(name);
        let mut sum = 0;
        for word in typed {
            sum += own.iter().filter_map(|own| alike(word, own)).max()?;
        }
        // Of two names that have them all, the one with fewer others.
        Some((sum * 100).saturating_sub(own.len().saturating_sub(typed.len())))
    };
    name.iter().filter_map(|(_, name)| of(name)).max()
}

/// The letters that two words begin with alike, if only their endings differ.
fn alike(a: &str, b: &str) -> Option<usize> {
    if a == b {
        return Some(a.chars().count() + 1);
    }
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    (common >= 4 && common * 10 >= shorter * 7).then_some(common)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;

    #[test]
    fn a_name_is_known_by_its_telling_words() {
        let name = |ru: &str| Localised::new([(Lang::Ru, ru.to_owned())]);
        let is_of = |typed: &str, full: &str| score(&words(typed), &name(full)).is_some();
        assert!(is_of("с.Зеренда", "Зерендинский район"));
        assert!(is_of("Спонсорство", "Спонсорство и партнёрство"));
        assert!(is_of("ТОО «Жер-Су»", "Жер-Су"));
        assert!(!is_of("Аккольский район", "Зерендинский район"));
        assert!(
            score(&words("Спонсорство"), &name("Спонсорство"))
                > score(&words("Спонсорство"), &name("Спонсорство и партнёрство"))
        );
    }
}
