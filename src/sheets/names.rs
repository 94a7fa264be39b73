//! Names and their match: which known record a name means, in whatever language, spelling and legal form it stands.
//!
//! Takes names of records, gives those that bear a name, or those near it. Knows nothing of what kind the records are.

use std::collections::HashMap;

use super::mended::mended;
use super::places::{is_around_place, place_word, without_adjective_ending};
use crate::locale::legal_forms::is_legal_form;
use crate::locale::skeleton::skeleton;

/// So many near ones are proposed.
const PROPOSED: usize = 3;

/// Names that records are found by.
#[derive(Debug)]
pub(super) struct Names<T> {
    /// How a name is taken apart.
    of: NameKind,
    ids: HashMap<String, T>,
    keys: HashMap<String, Vec<(T, Option<usize>)>>,
    /// Those that may be proposed.
    shown: Vec<(String, T)>,
    /// The keys of the others.
    unshown: Vec<String>,
}

/// Whose names they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameKind {
    Place,
    Patron,
    Other,
}

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found<T> {
    One(T),
    Several(Vec<T>),
    Near(Vec<T>),
    None,
}

impl<T: Copy + PartialEq> Names<T> {
    pub(super) fn new(of: NameKind) -> Names<T> {
        Names {
            of,
            ids: HashMap::new(),
            keys: HashMap::new(),
            shown: Vec::new(),
            unshown: Vec::new(),
        }
    }

    /// Adds a code by which a record is known for certain.
    pub(super) fn add_id(&mut self, id: &str, record: T) {
        self.ids.insert(id.to_lowercase(), record);
    }

    /// Adds a name of a record; `is_shown`: whether it may be proposed to who wrote a name like it.
    pub(super) fn add(&mut self, name: &str, record: T, is_shown: bool) {
        let (key, place) = self.key(name);
        if key.is_empty() {
            return;
        }
        match is_shown {
            true => self.shown.push((key.clone(), record)),
            false => self.unshown.push(key.clone()),
        }
        let bearers = self.keys.entry(key).or_default();
        if !bearers.contains(&(record, place)) {
            bearers.push((record, place));
        }
    }

    /// The record that has this id.
    pub(super) fn by_id(&self, id: &str) -> Option<T> {
        self.ids.get(&id.to_lowercase()).copied()
    }

    /// The record whose id a text states: `Name [id]`, or the id.
    pub(super) fn stated(&self, text: &str) -> Option<T> {
        let in_brackets = id_of(text).and_then(|id| self.by_id(id));
        in_brackets.or_else(|| self.by_id(text))
    }

    /// The records that have this id or name, however it is spelled.
    pub(super) fn bearers(&self, name: &str) -> impl Iterator<Item = T> {
        let (key, _) = self.key(name_of(name));
        let bearers = self.keys.get(&key).into_iter().flatten();
        let bearers = bearers.map(|(record, _)| *record);
        self.stated(name).into_iter().chain(bearers)
    }

    /// Whether a record has this name, however it is spelled.
    pub(super) fn has(&self, name: &str) -> bool {
        self.bearers(name).next().is_some()
    }

    /// The record that a cell means: `Name [id]` as templates have it, an id, or a name.
    pub(super) fn find(&self, text: &str) -> Found<T> {
        if let Some(record) = self.stated(text) {
            return Found::One(record);
        }
        let (key, place) = self.key(text);
        let Some(bearers) = self.keys.get(&key) else {
            return self.near(&key);
        };
        // What a place is, is said by both or not compared.
        let fits = |other: &Option<usize>| other.is_none() || place.is_none() || *other == place;
        let fitting = distinct(
            bearers
                .iter()
                .filter(|(_, of)| fits(of))
                .map(|(record, _)| *record),
        );
        let same = distinct(
            bearers
                .iter()
                .filter(|(_, of)| place.is_some() && *of == place)
                .map(|(record, _)| *record),
        );
        match (fitting.as_slice(), same.as_slice()) {
            ([one], _) | (_, [one]) => Found::One(*one),
            ([], _) => Found::Near(distinct(bearers.iter().map(|(record, _)| *record))),
            _ => Found::Several(fitting),
        }
    }

    /// Whether a name is, or is nearly, that of a record which is proposed to nobody.
    pub(super) fn is_near_unshown(&self, text: &str) -> bool {
        let (key, _) = self.key(name_of(text));
        let mut keys = self.unshown.iter();
        keys.any(|other| *other == key || distance(&key, other).is_some())
    }

    fn near(&self, key: &str) -> Found<T> {
        let mut near: Vec<(usize, T)> = Vec::new();
        for (other, record) in &self.shown {
            let Some(distance) = distance(key, other) else {
                continue;
            };
            match near.iter_mut().find(|(_, known)| known == record) {
                Some(known) => known.0 = known.0.min(distance),
                None => near.push((distance, *record)),
            }
        }
        near.sort_by_key(|(distance, _)| *distance);
        let near: Vec<T> = near
            .into_iter()
            .take(PROPOSED)
            .map(|(_, record)| record)
            .collect();
        match near.is_empty() {
            true => Found::None,
            false => Found::Near(near),
        }
    }

    /// What is compared of a name: its telling words, sorted, and what place it is.
    fn key(&self, name: &str) -> (String, Option<usize>) {
        let typed = name.split(|letter: char| !letter.is_alphanumeric());
        let typed: Vec<String> = typed.filter(|word| !word.is_empty()).map(mended).collect();
        let place = match self.of {
            NameKind::Place => typed.iter().find_map(|word| place_word(word)),
            NameKind::Patron | NameKind::Other => None,
        };
        let telling = typed.iter().filter(|word| match self.of {
            NameKind::Place => place_word(word).is_none() && !is_around_place(word),
            NameKind::Patron => !is_legal_form(&word.to_uppercase()),
            NameKind::Other => !is_around_place(word),
        });
        let sounds = |word: &String| match self.of {
            NameKind::Place => sounds(without_adjective_ending(word)),
            NameKind::Patron | NameKind::Other => sounds(word),
        };
        let mut words: Vec<String> = telling.map(sounds).collect();
        words.retain(|word| !word.is_empty());
        if words.is_empty() {
            words = typed.iter().map(sounds).collect();
        }
        words.retain(|word| !word.is_empty());
        words.sort();
        (words.join(" "), place)
    }
}

/// The skeleton of a word; of a number, its digits.
fn sounds(word: &str) -> String {
    match word.bytes().all(|byte| byte.is_ascii_digit()) {
        true => word.to_owned(),
        false => skeleton(word),
    }
}

fn distinct<T: Copy + PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// The id in `Name [id]`.
pub(super) fn id_of(text: &str) -> Option<&str> {
    let (_, id) = text.trim().strip_suffix(']')?.rsplit_once('[')?;
    Some(id)
}

/// The name in `Name [id]`.
pub(super) fn name_of(text: &str) -> &str {
    match id_of(text) {
        Some(id) => text.trim()[..text.trim().len() - id.len() - 2].trim_end(),
        None => text,
    }
}

/// How far two keys are apart, if they may be meant for each other: a slip of letters, or one has the other's words.
fn distance(a: &str, b: &str) -> Option<usize> {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() < 4 {
        return None;
    }
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let most = 1 + short.len() / 8;
    if long.len() - short.len() <= most && digits(a) == digits(b) {
        let slips = strsim::osa_distance(short, long);
        if slips <= most {
            return Some(slips);
        }
    }
    let words: Vec<&str> = long.split(' ').collect();
    let is_in = |word: &str| {
        let mut words = words.iter();
        let alike = |other: &&str| {
            let common = word
                .bytes()
                .zip(other.bytes())
                .take_while(|(a, b)| a == b)
                .count();
            common >= 4 && common * 10 >= word.len().min(other.len()) * 7
                || word.len() == 1 && other.starts_with(word)
        };
        words.any(|other| *other == word || alike(other))
    };
    let has_long_word = short.split(' ').any(|word| word.len() >= 4);
    (has_long_word && short.split(' ').all(is_in))
        .then(|| 10 + long.len() - short.len().min(long.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patrons() -> Names<u8> {
        let mut names = Names::new(NameKind::Patron);
        for (at, name) in ["«Жер-Су» ЖШС", "Асан Ахметов", "Құпия Адам", "Дала қоры"]
            .iter()
            .enumerate()
        {
            names.add(name, at as u8, at != 2);
        }
        names.add_id("jer-su", 0);
        names
    }

    #[test]
    fn a_patron_is_one_under_all_spellings() {
        let names = patrons();
        for (text, record) in [
            ("ТОО «Жер-Су»", Found::One(0)),
            ("ТОО  \"Жер Су\"", Found::One(0)),
            ("тоо жер-су", Found::One(0)),
            ("Zher-Su LLP", Found::One(0)),
            // The letters е and р are Latin ones.
            ("ТОО «Жep-Су»", Found::One(0)),
            ("Жер-Су [jer-su]", Found::One(0)),
            ("jer-su", Found::One(0)),
            ("Ахметов Асан", Found::One(1)),
            ("АХМЕТОВ АСАН", Found::One(1)),
            ("Asan Akhmetov", Found::One(1)),
            ("Ахметов А.", Found::Near(vec![1])),
            ("Ахметов Асан Серікұлы", Found::Near(vec![1])),
            ("Фонд «Дала»", Found::One(3)),
            ("Құпия Адам", Found::One(2)),
            // Who must not be named is proposed to nobody.
            ("Құпия Адамов", Found::None),
            ("ТОО «Орман»", Found::None),
        ] {
            assert_eq!(names.find(text), record, "{text}");
        }
        for (text, is_near) in [
            ("Құпия Адамов", true),
            ("Құпиа Адам", true),
            ("Асан Ахметов", false),
        ] {
            assert_eq!(names.is_near_unshown(text), is_near, "{text}");
        }
    }

    #[test]
    fn places_are_told_apart_by_what_they_are() {
        let mut names = Names::new(NameKind::Place);
        for (name, record) in [
            ("Алматы қаласы", 0),
            ("Город Алматы", 0),
            ("Almaty", 0),
            ("Алматы облысы", 1),
            ("Алматинская область", 1),
            ("Область Абай", 3),
            ("Абай облысы", 3),
            ("Жетісу облысы", 4),
            ("Область Жетысу", 4),
            ("Акмолинская область", 2),
            ("в Акмолинской области", 2),
        ] {
            names.add(name, record, true);
        }
        for (text, record) in [
            ("г. Алматы", Found::One(0)),
            ("Алматы обл.", Found::One(1)),
            ("Алматинская обл", Found::One(1)),
            ("алматинская", Found::One(1)),
            ("Абайская обл.", Found::One(3)),
            ("в Абайской области", Found::One(3)),
            ("Жетысуская область", Found::One(4)),
            ("Жетісу обл.", Found::One(4)),
            ("Абайский район", Found::Near(vec![3])),
            ("Алматы", Found::Several(vec![0, 1])),
            ("Акмолинской области", Found::One(2)),
            ("Акмолинска область", Found::Near(vec![2])),
            ("Марс", Found::None),
        ] {
            assert_eq!(names.find(text), record, "{text}");
        }
    }

    #[test]
    fn the_id_behind_a_name_is_cut_off() {
        assert_eq!(name_of("Дала [dala]"), "Дала");
        assert_eq!(id_of("Дала [dala]"), Some("dala"));
        assert_eq!(name_of("Дала"), "Дала");
    }
}
