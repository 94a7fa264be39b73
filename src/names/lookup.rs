//! Lookup of names: the records that bear a name, or those near it.
//!
//! A name is compared by how its telling words sound, in any order; of a place, also by what place it says that it is.

use std::collections::HashMap;

use super::key::{NameKind, first_word, key, letters, shortened};
use super::mended::mended;
use super::near::Compared;
use super::places::{codes, place_word};

/// So many near ones are proposed.
const PROPOSED: usize = 3;

/// Names that records are found by.
#[derive(Debug)]
pub(crate) struct Names<T> {
    /// How a name is taken apart.
    of: NameKind,
    ids: HashMap<String, T>,
    /// The codes of regions, in capitals.
    codes: HashMap<String, Vec<T>>,
    keys: HashMap<String, Vec<(T, Option<usize>)>>,
    /// By the letters of names.
    letters: HashMap<String, Vec<T>>,
    /// By how the first words of names sound.
    firsts: HashMap<String, Vec<T>>,
    /// Those that may be proposed.
    shown: Vec<(Compared, T)>,
    /// The others.
    unshown: Vec<(Compared, T)>,
}

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found<T> {
    One(T),
    Several(Vec<T>),
    Near(Vec<T>),
    None,
}

impl<T> Found<T> {
    pub(crate) fn one(self) -> Option<T> {
        match self {
            Found::One(one) => Some(one),
            Found::Several(_) | Found::Near(_) | Found::None => None,
        }
    }

    pub(crate) fn map<U>(self, of: impl Fn(T) -> U) -> Found<U> {
        match self {
            Found::One(one) => Found::One(of(one)),
            Found::Several(all) => Found::Several(all.into_iter().map(of).collect()),
            Found::Near(all) => Found::Near(all.into_iter().map(of).collect()),
            Found::None => Found::None,
        }
    }
}

impl<T: Copy + PartialEq> Names<T> {
    pub(crate) fn new(of: NameKind) -> Names<T> {
        Names {
            of,
            ids: HashMap::new(),
            codes: HashMap::new(),
            keys: HashMap::new(),
            letters: HashMap::new(),
            firsts: HashMap::new(),
            shown: Vec::new(),
            unshown: Vec::new(),
        }
    }

    /// Adds a code by which a record is known for certain.
    pub(crate) fn add_id(&mut self, id: &str, record: T) {
        self.ids.insert(id.to_lowercase(), record);
    }

    /// Adds a name of a record; `is_shown`: whether it may be proposed to who wrote a name like it.
    pub(crate) fn add(&mut self, name: &str, record: T, is_shown: bool) {
        let (key, place) = key(self.of, name);
        if key.is_empty() {
            return;
        }
        let spelled = self.letters.entry(letters(name)).or_default();
        if !spelled.contains(&record) {
            spelled.push(record);
        }
        // The names of one record mostly come one after another.
        let begin_so = self.firsts.entry(first_word(self.of, name)).or_default();
        if begin_so.last() != Some(&record) {
            begin_so.push(record);
        }
        let compared = Compared::new(key.clone());
        let bearers = self.keys.entry(key).or_default();
        if bearers.contains(&(record, place)) {
            return;
        }
        bearers.push((record, place));
        match is_shown {
            true => self.shown.push((compared, record)),
            false => self.unshown.push((compared, record)),
        }
    }

    /// Adds a region by its codes and its names; by the initials of those, too.
    pub(crate) fn add_region<'n>(
        &mut self,
        record: T,
        codes: impl IntoIterator<Item = &'n str>,
        names: impl IntoIterator<Item = &'n str>,
    ) {
        for code in codes {
            self.add_id(code, record);
        }
        for name in names {
            self.add(name, record, true);
            self.add_codes(name, record);
        }
    }

    /// Adds the codes by which people know a region of this name: ЗКО.
    pub(crate) fn add_codes(&mut self, name: &str, record: T) {
        for code in codes(name) {
            let bearers = self.codes.entry(code).or_default();
            if !bearers.contains(&record) {
                bearers.push(record);
            }
        }
    }

    /// The regions of a code.
    fn coded(&self, text: &str) -> &[T] {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let mut words = words.filter(|word| !word.is_empty() && place_word(word).is_none());
        let code = words.next().filter(|_| words.next().is_none());
        let of = code.and_then(|code| self.codes.get(&mended(&code.to_uppercase())));
        of.map_or(&[], Vec::as_slice)
    }

    /// The regions of which a name is made of beginnings of the words: «Сев.-Каз. обл.»; and whether enough is left of each word.
    fn in_short(&self, text: &str) -> (Vec<T>, bool) {
        if self.codes.is_empty() {
            return (Vec::new(), false);
        }
        let (typed, is_telling) = shortened(text);
        let is_of = |name: &str| {
            let mut words: Vec<&str> = name.split(' ').collect();
            let mut fit = |typed: &String| {
                let at = words
                    .iter()
                    .position(|word| word.starts_with(typed.as_str()));
                at.map(|at| words.remove(at)).is_some()
            };
            typed.len() > 1 && typed.iter().all(&mut fit) && words.is_empty()
        };
        let fitting = self.shown.iter().filter(|(name, _)| is_of(&name.text));
        (distinct(fitting.map(|(_, record)| *record)), is_telling)
    }

    /// Whether a record is meant by a code or by the beginnings of its words, and not by a name.
    pub(crate) fn is_in_short(&self, text: &str, record: T) -> bool {
        self.stated(text).is_none() && !self.bearers(text).any(|of| of == record)
    }

    /// The record that has this id.
    fn by_id(&self, id: &str) -> Option<T> {
        self.ids.get(&id.to_lowercase()).copied()
    }

    /// The record whose id a text states: `Name [id]`, or the id.
    pub(crate) fn stated(&self, text: &str) -> Option<T> {
        let in_brackets = id_of(text).and_then(|id| self.by_id(id));
        in_brackets.or_else(|| self.by_id(text))
    }

    /// The records that have this id or name, however it is spelled.
    pub(crate) fn bearers(&self, name: &str) -> impl Iterator<Item = T> {
        let (key, place) = key(self.of, name_of(name));
        let bearers = self.keys.get(&key).into_iter().flatten();
        let bearers = bearers.filter(move |(_, of)| fits(*of, place));
        let bearers = bearers.map(|(record, _)| *record);
        self.stated(name).into_iter().chain(bearers)
    }

    /// Whether a record has this name, however it is spelled.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.bearers(name).next().is_some()
    }

    /// The record that a cell means: `Name [id]` as templates have it, an id, or a name.
    pub(crate) fn find(&self, text: &str) -> Found<T> {
        if let Some(record) = self.stated(text) {
            return Found::One(record);
        }
        match self.coded(text) {
            [] => {}
            [one] => return Found::One(*one),
            several => return Found::Several(several.to_vec()),
        }
        let (key, place) = key(self.of, text);
        let Some(bearers) = self.keys.get(&key) else {
            return match self.in_short(text) {
                (none, _) if none.is_empty() => self.near(key, text),
                (one, true) if one.len() == 1 => Found::One(one[0]),
                (several, true) => Found::Several(several),
                (near, false) => Found::Near(near),
            };
        };
        let fitting = distinct(
            bearers
                .iter()
                .filter(|(_, of)| fits(*of, place))
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

    /// The same; but who is called just so goes before those whose names say besides what place they are.
    pub(crate) fn find_called(&self, text: &str) -> Found<T> {
        let (key, place) = key(self.of, text);
        let bearers = self.keys.get(&key).into_iter().flatten();
        let called = bearers.filter(|(_, of)| *of == place);
        match distinct(called.map(|(record, _)| *record)).as_slice() {
            [one] if self.stated(text).is_none() => Found::One(*one),
            _ => self.find(text),
        }
    }

    /// Whether a record has a name in just these letters, or a cell states its id.
    pub(crate) fn is_spelled(&self, text: &str, record: T) -> bool {
        let spelled = self.letters.get(&letters(name_of(text)));
        self.stated(text) == Some(record) || spelled.is_some_and(|of| of.contains(&record))
    }

    /// The records whose names are told to nobody, of which a name is, or is nearly, that of one.
    pub(crate) fn near_unshown(&self, text: &str) -> Vec<T> {
        let compared = Compared::new(key(self.of, name_of(text)).0);
        let others = self.unshown.iter();
        let near = others.filter(|(other, _)| {
            other.text == compared.text || other.distance(&compared).is_some()
        });
        distinct(near.map(|(_, record)| *record))
    }

    fn near(&self, key: String, text: &str) -> Found<T> {
        const SLIPS: usize = 10;
        let begin_so = self.firsts.get(&first_word(self.of, text));
        let compared = Compared::new(key);
        let mut near: Vec<(usize, T)> = Vec::new();
        for (other, record) in &self.shown {
            let Some(distance) = compared.distance(other) else {
                continue;
            };
            match near.iter_mut().find(|(_, known)| known == record) {
                Some(known) => known.0 = known.0.min(distance),
                None => near.push((distance, *record)),
            }
        }
        // Of those that have its words and more, first who begins with them: «Культура» is rather «Культура и искусство» than «Дом культуры».
        near.sort_by_cached_key(|(distance, record)| {
            let begins_so = begin_so.is_some_and(|of| of.contains(record));
            (*distance >= SLIPS && !begins_so, *distance)
        });
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
}

/// What a place is, or which legal form, is said by both or not compared.
fn fits(one: Option<usize>, other: Option<usize>) -> bool {
    one.is_none() || other.is_none() || one == other
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
pub(crate) fn id_of(text: &str) -> Option<&str> {
    let (_, id) = text.trim().strip_suffix(']')?.rsplit_once('[')?;
    Some(id)
}

/// The name in `Name [id]`.
pub(crate) fn name_of(text: &str) -> &str {
    match id_of(text) {
        Some(id) => text.trim()[..text.trim().len() - id.len() - 2].trim_end(),
        None => text,
    }
}

/// Whether two names have the same letters, whatever their legal forms and the order of their words.
pub(crate) fn are_letters_of(one: &str, other: &str) -> bool {
    letters(name_of(one)) == letters(name_of(other))
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
            (
                "Товарищество с ограниченной ответственностью «Жер-Су»",
                Found::One(0),
            ),
            (
                "«Жер-Су» жауапкершілігі шектеулі серіктестігі",
                Found::One(0),
            ),
            ("Акционерное общество «Жер-Су»", Found::Near(vec![0])),
            ("ТОО «ЖерСу»", Found::Near(vec![0])),
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
            assert_eq!(!names.near_unshown(text).is_empty(), is_near, "{text}");
        }
    }

    #[test]
    fn companies_of_one_name_are_told_apart_by_their_legal_forms() {
        let mut names = Names::new(NameKind::Patron);
        names.add("Nurzhol LLP", 0, true);
        names.add("«Нұржол» ЖШС", 0, true);
        for (text, record) in [
            ("ТОО Нуржол", Found::One(0)),
            ("Nurzhol", Found::One(0)),
            ("Nurzhol JSC", Found::Near(vec![0])),
            ("АО «Нуржол»", Found::Near(vec![0])),
            ("Nurzhol Foundation", Found::Near(vec![0])),
        ] {
            assert_eq!(names.find(text), record, "{text}");
        }
        assert!(names.has("«Нұржол» ЖШС") && !names.has("Nurzhol JSC"));
        names.add("Friends of Kentau LLP", 1, true);
        assert_eq!(names.find("ТОО «Friends of Kentau»"), Found::One(1));
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
    fn who_is_called_just_so_goes_first() {
        let mut names = Names::new(NameKind::Place);
        for (at, (id, forms)) in [
            ("almaty", ["Алматы қаласы", "Город Алматы", "Almaty"]),
            (
                "almaty-region",
                ["Алматы облысы", "Алматинская область", "Almaty Region"],
            ),
            (
                "akmola",
                ["Ақмола облысы", "Акмолинская область", "Akmola Region"],
            ),
            ("astana", ["Астана қаласы", "Город Астана", "Astana"]),
            (
                "north",
                [
                    "Солтүстік Қазақстан облысы",
                    "Северо-Казахстанская область",
                    "North Kazakhstan Region",
                ],
            ),
        ]
        .into_iter()
        .enumerate()
        {
            names.add_region(at, [id], forms);
        }
        for (text, found) in [
            ("AKMOLA", Found::One(2)),
            ("Акмола", Found::One(2)),
            ("Ақмола облысы", Found::One(2)),
            ("Акмола облысы", Found::One(2)),
            ("Акмолинская", Found::One(2)),
            ("Astana", Found::One(3)),
            ("г. Астана", Found::One(3)),
            ("Алматы", Found::One(0)),
            ("Almaty city", Found::One(0)),
            ("Алматы облысы", Found::One(1)),
            ("Алматы обл.", Found::One(1)),
            ("Almaty obl.", Found::One(1)),
            ("Алматинская обл.", Found::One(1)),
            ("СКО", Found::One(4)),
            ("СҚО", Found::One(4)),
            ("NKO", Found::One(4)),
            ("SKO", Found::One(4)),
            ("Сев.-Каз. обл.", Found::One(4)),
            ("North Kaz.", Found::One(4)),
            ("North KZ", Found::One(4)),
            ("Солт. Қаз.", Found::One(4)),
            ("N. Kazakhstan", Found::Near(vec![4])),
            ("Северный Казахстан", Found::Near(vec![4])),
            ("akmela", Found::Near(vec![2])),
            ("…", Found::None),
        ] {
            assert_eq!(names.find_called(text), found, "{text}");
        }
    }

    #[test]
    fn what_two_regions_have_in_common_is_asked_about() {
        let mut names = Names::new(NameKind::Place);
        for (at, forms) in [
            [
                "Батыс Қазақстан облысы",
                "Западно-Казахстанская область",
                "West Kazakhstan Region",
            ],
            [
                "Шығыс Қазақстан облысы",
                "Восточно-Казахстанская область",
                "East Kazakhstan Region",
            ],
            [
                "Солтүстік Қазақстан облысы",
                "Северо-Казахстанская область",
                "North Kazakhstan Region",
            ],
            [
                "Оңтүстік Қазақстан облысы",
                "Южно-Казахстанская область",
                "South Kazakhstan Region",
            ],
        ]
        .into_iter()
        .enumerate()
        {
            names.add_region(at, [], forms);
        }
        for (text, found) in [
            ("WKO", Found::One(0)),
            ("wkr", Found::One(0)),
            ("ZKO", Found::One(0)),
            ("West Kaz.", Found::One(0)),
            ("West KZ", Found::One(0)),
            ("EKO", Found::One(1)),
            ("EKR", Found::One(1)),
            ("VKO", Found::One(1)),
            ("ВКО обл.", Found::One(1)),
            ("Шығыс Қаз.", Found::One(1)),
            ("NKO", Found::One(2)),
            ("NKR", Found::One(2)),
            ("SKO", Found::Several(vec![2, 3])),
            ("BKO", Found::Several(vec![0, 1])),
            ("ЮКО", Found::One(3)),
        ] {
            assert_eq!(names.find(text), found, "{text}");
        }
        assert!(names.is_in_short("WKO", 0) && !names.is_in_short("West Kazakhstan", 0));
    }

    #[test]
    fn who_begins_so_is_proposed_first() {
        let mut names = Names::new(NameKind::Other);
        names.add("Дом культуры", 0, true);
        names.add("Культура и искусство", 1, true);
        assert_eq!(names.find("Культура"), Found::Near(vec![1, 0]));
    }

    #[test]
    fn a_legal_form_is_no_beginning_of_a_name() {
        let mut names = Names::new(NameKind::Patron);
        for name in [
            "ТОО «Дом культуры»",
            "«Дом культуры» ЖШС",
            "ТОО Дом-культуры",
        ] {
            names.add(name, 0, true);
        }
        names.add("ТОО «Культура и искусство»", 1, true);
        for text in ["Культура", "ТОО «Культура»"] {
            assert_eq!(names.find(text), Found::Near(vec![1, 0]), "{text}");
        }
        let mut begin_so: Vec<&Vec<u8>> = names.firsts.values().collect();
        begin_so.sort();
        assert_eq!(begin_so, [&vec![0], &vec![1]]);
    }

    #[test]
    fn the_id_behind_a_name_is_cut_off() {
        assert_eq!(name_of("Дала [dala]"), "Дала");
        assert_eq!(id_of("Дала [dala]"), Some("dala"));
        assert_eq!(name_of("Дала"), "Дала");
    }
}
