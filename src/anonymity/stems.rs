//! Stem index: the parts of all anonymous names by the beginnings that they keep in every case.
//!
//! Takes parts of names in all their spellings, gives for a word of a text which parts it may be. A bit for each beginning of
//! three sounds says of most words that they are none.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Unbounded};

use ahash::{HashMap, HashSet};
use smallvec::SmallVec;

use super::endings::{
    father, is_ending, is_ending_of, is_possessive, is_surname_base, is_surname_ending,
    surname_base,
};
use super::lists::{has_name, is_given_name, is_usual_name};
use crate::locale::legal_forms::{is_long_form, is_short_form};
use crate::locale::skeleton::spellings;

/// What a part is in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    Surname,
    /// Of a surname, the father's or grandfather's name that it was made of: Оспан. It names nobody but beside the given name.
    SurnameBase,
    Given,
    Patronymic,
    /// The n-th word of a variant of what a company, a fund or a group is called.
    Core {
        variant: usize,
        nth: usize,
    },
    /// All words of such a variant, as one.
    Glued {
        variant: usize,
    },
}

/// A part of the name of an anonymous patron.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Part {
    /// An index of the subjects of the guard.
    pub subject: usize,
    pub role: Role,
}

/// What may stand behind a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Rest {
    /// The endings of nouns.
    Ending,
    /// The same, of a word whose last vowel is not in the stem: Алия, Али-ей.
    Oblique,
    /// What makes a surname of it, then the endings of nouns.
    Surname,
    /// What makes a patronymic of it.
    Patronymic,
    /// A Kazakh possessive.
    Possessive,
    /// A legal form.
    LegalForm,
    /// A few sounds, whatever they are: for words of which several have to stand side by side. The last of the word itself, filled
    /// with zeros, are no part of the stem.
    Loose([u8; 3]),
}

/// The parts of all anonymous names.
#[derive(Debug, Default)]
pub(super) struct Stems {
    by_stem: HashMap<Box<str>, SmallVec<[(Part, Rest); 2]>>,
    beginnings: Beginnings,
    /// What companies are called as one word, which may be written as several others.
    spaced: BTreeSet<String>,
    /// One of them begins with a number.
    begins_with_number: bool,
    longest: usize,
    /// A number may be a part of a name by which that is looked for.
    has_numbers: bool,
    /// Given names of public patrons.
    known_names: HashSet<String>,
}

/// What makes of a word who does it.
const DOER: &str = "wi";

/// The most that a loose ending adds.
const LOOSE: usize = 8;

impl Stems {
    /// Adds a part in all its spellings.
    pub(super) fn add(&mut self, subject: usize, role: Role, word: &str) {
        let part = Part { subject, role };
        for form in spellings(word) {
            self.add_form(part, &form);
        }
    }

    /// Adds a part by one skeleton.
    pub(super) fn add_form(&mut self, part: Part, form: &str) {
        match part.role {
            Role::Surname => {
                let masculine = form.strip_suffix('a').filter(|form| is_surname_base(form));
                self.push(masculine.unwrap_or(form), part, Rest::Ending);
                self.push(form, part, Rest::Ending);
                for adjective in ["aia", "i", "oi"] {
                    if let Some(stem) = form
                        .strip_suffix(adjective)
                        .filter(|stem| stem.ends_with("sk"))
                    {
                        self.push(stem, part, Rest::Ending);
                    }
                }
                self.push_oblique(form, part);
                if let Some(base) = surname_base(form) {
                    let role = Role::SurnameBase;
                    self.push(base, Part { role, ..part }, Rest::Surname);
                }
            }
            Role::SurnameBase => self.push(form, part, Rest::Surname),
            Role::Given => {
                self.push(form, part, Rest::Ending);
                self.push_oblique(form, part);
                for (hard, soft) in [('k', 'g'), ('p', 'b')] {
                    if let Some(stem) = form.strip_suffix(hard) {
                        self.push(&format!("{stem}{soft}"), part, Rest::Possessive);
                    }
                }
            }
            Role::Patronymic => {
                self.push(form, part, Rest::Ending);
                if let Some(father) = father(form) {
                    self.push(father, part, Rest::Patronymic);
                }
            }
            Role::Core { .. } => {
                // Тайоткельской, of Тайөткел.
                let adjective = form
                    .rfind("sk")
                    .filter(|at| *at >= 4 && form.len() - at <= 5);
                if let Some(at) = adjective {
                    self.push(&form[..at], part, Rest::Loose([0; 3]));
                }
                if form.len() <= 4 {
                    self.push(form, part, Rest::Ending);
                    return;
                }
                let kept = match form.len() {
                    5..=6 => form.len() - 1,
                    7..=8 => form.len() - 2,
                    length => length - 3,
                };
                let mut last = [0; 3];
                last.iter_mut()
                    .zip(form[kept..].bytes())
                    .for_each(|(to, sound)| *to = sound);
                self.push(&form[..kept], part, Rest::Loose(last));
            }
            Role::Glued { .. } => {
                self.push(form, part, Rest::Ending);
                self.push(form, part, Rest::LegalForm);
            }
        }
    }

    /// Adds what a word that ends in a vowel keeps in Russian.
    fn push_oblique(&mut self, form: &str, part: Part) {
        if let Some(stem) = form.strip_suffix(['a', 'i', 'e'])
            && stem.len() >= 3
        {
            self.push(stem, part, Rest::Oblique);
        }
    }

    fn push(&mut self, stem: &str, part: Part, rest: Rest) {
        if stem.len() < 2 {
            return;
        }
        self.beginnings.mark(stem.as_bytes());
        self.longest = self.longest.max(stem.len());
        // What a company is called is looked for by another word, if it has one.
        let is_number = stem.bytes().all(|sound| sound.is_ascii_digit());
        self.has_numbers |= is_number && !matches!(part.role, Role::Core { .. });
        let all = self.by_stem.entry(stem.into()).or_default();
        if !all.contains(&(part, rest)) {
            all.push((part, rest));
        }
    }

    /// Adds what a company is called as one word.
    pub(super) fn add_spaced(&mut self, whole: String) {
        self.begins_with_number |= whole.starts_with(|sound: char| sound.is_ascii_digit());
        self.spaced.insert(whole);
    }

    /// Whether what a company is called as one word begins with this one, and goes on.
    pub(super) fn begins_spaced(&self, word: &str) -> bool {
        let mut longer = self.spaced.range::<str, _>((Excluded(word), Unbounded));
        !word.is_empty() && longer.next().is_some_and(|next| next.starts_with(word))
    }

    /// Whether any of those begins with a number.
    pub(super) fn begins_with_number(&self) -> bool {
        self.begins_with_number
    }

    /// Has every number be asked whether it is a part of a name.
    pub(super) fn ask_numbers(&mut self) {
        self.has_numbers = true;
    }

    /// Whether a number may be a part of a name by which that is looked for.
    pub(super) fn has_numbers(&self) -> bool {
        self.has_numbers
    }

    /// Adds a given name that others have.
    pub(super) fn add_known_name(&mut self, name: &str) {
        self.known_names.insert(name.to_owned());
    }

    /// Whether a word is a given name, in whatever case.
    pub(super) fn is_given_name(&self, word: &str) -> bool {
        is_given_name(word) || has_name(&self.known_names, word)
    }

    /// Every part that a word is, in whatever case: sorted, each once.
    pub(super) fn parts(&self, word: &str) -> SmallVec<[Part; 4]> {
        let mut found: SmallVec<[Part; 4]> = SmallVec::new();
        self.each(word, |part, stem, rest, after| {
            // Анна is no case of Ан, nor Алия of Али.
            let is_case = rest.is_empty() || rest.starts_with("jan");
            let is_other = part.role == Role::Given && !is_case && is_usual_name(word);
            if !is_other && fits(after, stem, rest) {
                found.push(part);
            }
        });
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Every part that a word begins with, and what stands behind it: for names that are written as one word.
    pub(super) fn beginning(&self, word: &str, mut take: impl FnMut(Part, &str, &str)) {
        self.each(word, |part, stem, rest, after| {
            if after == Rest::Ending && !rest.is_empty() {
                take(part, stem, rest);
            }
        });
    }

    fn each<'w>(&self, word: &'w str, mut take: impl FnMut(Part, &'w str, &'w str, Rest)) {
        if !self.beginnings.has(word.as_bytes()) {
            return;
        }
        for end in 2..=word.len().min(self.longest) {
            let Some((stem, rest)) = word.split_at_checked(end) else {
                continue;
            };
            for &(part, after) in self.by_stem.get(stem).into_iter().flatten() {
                take(part, stem, rest, after);
            }
        }
    }
}

fn fits(after: Rest, stem: &str, rest: &str) -> bool {
    match after {
        Rest::Ending => is_ending_of(stem, rest),
        Rest::Oblique => {
            rest.starts_with(['a', 'i', 'e', 'u', 'o']) && rest.len() <= 4 && is_ending(rest)
                || rest.is_empty() && stem.ends_with('i')
                || rest.is_empty() && is_given_name(stem)
        }
        Rest::Surname => is_surname_ending(rest),
        Rest::Patronymic => {
            let whole = [stem, rest].concat();
            father(&whole) == Some(stem)
        }
        Rest::Possessive => is_possessive(rest),
        Rest::LegalForm => is_legal_form_of(stem, rest),
        Rest::Loose(last) => rest.len() <= LOOSE && !is_doer(rest, last),
    }
}

/// Whether these sounds make of a word who does it: Құрылыс, құрылысшы. That is another word, which stands in lists of professions.
fn is_doer(rest: &str, last: [u8; 3]) -> bool {
    let last = last.iter().take_while(|sound| **sound != 0);
    let mut after = rest.bytes();
    let has_last = last.clone().count() > 0 && last.copied().all(|of| after.next() == Some(of));
    let ending = rest.get(rest.len() - after.len()..);
    let ending = ending.and_then(|rest| rest.strip_prefix(DOER));
    has_last && ending.is_some_and(is_ending)
}

/// Whether a legal form stands right behind a name, in the same word: shanyrakfund, ШаңырақҚоры.
pub(super) fn is_legal_form_of(stem: &str, rest: &str) -> bool {
    let is_form = |rest: &str| is_short_form(rest) || is_long_form(rest);
    !rest.is_empty()
        && (is_form(rest)
            || stem
                .chars()
                .next_back()
                .is_some_and(|last| is_form(&format!("{last}{rest}"))))
}

/// A bit for each beginning of two or three sounds.
struct Beginnings(Box<[u64; 1024]>);

impl Default for Beginnings {
    fn default() -> Beginnings {
        Beginnings(Box::new([0; 1024]))
    }
}

impl std::fmt::Debug for Beginnings {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Beginnings")
    }
}

impl Beginnings {
    fn mark(&mut self, stem: &[u8]) {
        let code = code(stem);
        let few = stem.len() < 3;
        let last = if few { 0..32 } else { 0..1 };
        for third in last {
            let code = if few { code & !31 | third } else { code };
            self.0[usize::from(code >> 6)] |= 1 << (code & 63);
        }
    }

    fn has(&self, word: &[u8]) -> bool {
        let code = code(word);
        self.0[usize::from(code >> 6)] >> (code & 63) & 1 == 1
    }
}

/// Three sounds in five bits each; digits are all one.
fn code(word: &[u8]) -> u16 {
    let sound = |nth: usize| match word.get(nth) {
        Some(letter @ b'a'..=b'z') => u16::from(letter - b'a') + 1,
        Some(_) => 27,
        None => 0,
    };
    sound(0) << 10 | sound(1) << 5 | sound(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::skeleton::skeleton;

    fn roles(word: &str) -> Vec<Role> {
        let mut stems = Stems::default();
        stems.add(0, Role::Surname, "Оспанова");
        stems.add(0, Role::Given, "Әлия");
        stems.add(0, Role::Patronymic, "Маратқызы");
        stems.add(1, Role::Surname, "Верхоозерская");
        stems.add(1, Role::Given, "Ирина");
        let mut roles: Vec<Role> = stems
            .parts(&skeleton(word))
            .iter()
            .map(|part| part.role)
            .collect();
        roles.sort();
        roles.dedup();
        roles
    }

    #[test]
    fn parts_are_known_in_every_case_and_script() {
        for (role, words) in [
            (
                Role::Surname,
                &[
                    "Оспановой",
                    "Оспановаға",
                    "ОСПАНОВ",
                    "Оспановы",
                    "Ospanova",
                    "Верхоозерской",
                    "Верхоозерскую",
                    "Верхоозерскаяға",
                ][..],
            ),
            (
                Role::Given,
                &[
                    "Алии",
                    "Алию",
                    "Алией",
                    "Әлияға",
                    "Aliya",
                    "Ирине",
                    "Ириной",
                    "Иринаның",
                ],
            ),
            (
                Role::Patronymic,
                &[
                    "Маратовна",
                    "Маратовне",
                    "Маратқызына",
                    "Maratovna",
                    "Maratqyzy",
                ],
            ),
        ] {
            for word in words {
                assert!(roles(word).contains(&role), "{word}: {:?}", roles(word));
            }
        }
        for word in [
            "Оспанбаев",
            "Марат",
            "Мараткан",
            "Алиев",
            "Ирландия",
            "Верхний",
        ] {
            let found = roles(word);
            assert!(
                found.iter().all(|role| *role == Role::SurnameBase),
                "{word}: {found:?}"
            );
        }
    }
}
