//! Anonymity guard: what anonymous patrons are called, made ready for the search.
//!
//! Takes patrons' records, gives a [`Guard`], by which `search` finds them in a text. Knows nothing of pages.

use ahash::HashSet;

use super::anchors::{PatternAnchors, choose_core_anchors};
use super::clean_lines::CleanLines;
use super::companies::SHORTEST_SPACED;
use super::endings::is_surname_like;
use super::hit::Form;
use super::interface_phrases::{InterfacePhrases, said};
use super::lists::{is_common, is_given_name};
use super::name_parts::{are_common, called, person};
use super::new_ids::is_drawn;
use super::pattern::{Pattern, Words};
use super::persons::SHORTEST_SURNAME;
use super::place_names::PlaceNames;
use super::sounds::sounds;
use super::stems::{Part, Role, Stems};
use super::traits::{NameVariant, Traits};
use super::unescape::Gap;
use super::words::plain;
use crate::locale::skeleton::{joined, skeleton, spellings};
use crate::locale::transliterate;
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::patron::{Consent, PatronKind, PatronRecord};
use crate::model::place::Origin;

/// Someone who must not be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    pub id: Id,
    pub origin: Origin,
    /// How many names it had before.
    pub former_names: usize,
}

impl Subject {
    /// Whether there may be a word in the id: one that was not drawn, with three letters in a row.
    pub(super) fn has_telling_id(&self) -> bool {
        let id = self.id.as_str();
        let mut runs = id.split(|letter: char| !letter.is_alphabetic());
        !is_drawn(id) && runs.any(|run| run.len() >= 3)
    }
}

/// Finds the names of anonymous patrons.
pub(crate) struct Guard {
    pub subjects: Vec<Subject>,
    pub(super) traits: Vec<Traits>,
    pub(super) stems: Stems,
    pub(super) patterns: Vec<Pattern>,
    pub(super) patterns_by_first: ahash::HashMap<String, Vec<usize>>,
    /// By what the patterns are looked for.
    pub(super) anchors: PatternAnchors,
    /// The numbers by which companies, funds and groups are looked for.
    pub(super) core_numbers: HashSet<String>,
    /// Somebody is called one word with digits in it, which may be written letter by letter.
    pub(super) has_mixed_name: bool,
    pub(super) clean: CleanLines,
    /// What the theme says that has a part of a name in it.
    pub(super) phrases: InterfacePhrases,
    /// The places that have a part of a name in theirs.
    pub(super) places: PlaceNames,
}

impl Guard {
    /// A guard for the anonymous ones among the patrons; none if there are none.
    pub(crate) fn new<'a>(
        patrons: impl Iterator<Item = &'a PatronRecord> + Clone,
    ) -> Option<Guard> {
        let anonymous = |patron: &&PatronRecord| patron.consent == Consent::Anonymous;
        let subjects: Vec<&PatronRecord> = patrons.clone().filter(anonymous).collect();
        if subjects.is_empty() {
            return None;
        }
        let mut guard = Guard {
            subjects: Vec::new(),
            traits: Vec::new(),
            stems: Stems::default(),
            patterns: Vec::new(),
            patterns_by_first: ahash::HashMap::default(),
            anchors: PatternAnchors::default(),
            core_numbers: HashSet::default(),
            has_mixed_name: false,
            clean: CleanLines::default(),
            phrases: InterfacePhrases::default(),
            places: PlaceNames::default(),
        };
        for patron in &subjects {
            guard.add(patron);
        }
        guard.anchors = PatternAnchors::new(&guard.patterns, patrons.clone());
        let none = std::iter::empty();
        guard.core_numbers = choose_core_anchors(&mut guard.traits, &mut guard.stems, none);
        let public = patrons.filter(|patron| patron.consent == Consent::Public);
        let people = public
            .clone()
            .filter(|patron| patron.kind == PatronKind::Person);
        // An id or a text names a public patron without the patronymic, by which alone two people may differ.
        let mut without_patronymic = Vec::new();
        for (lang, name) in people.flat_map(PatronRecord::names) {
            let parts = person(name, lang);
            let given = parts.iter().filter(|(role, _)| *role == Role::Given);
            given.for_each(|(_, word)| guard.stems.add_known_name(&skeleton(word)));
            let called = parts.iter().filter(|(role, _)| *role != Role::Patronymic);
            let called: Vec<&str> = called.map(|(_, word)| word.as_str()).collect();
            without_patronymic.push(called.join(" "));
        }
        let names = public.flat_map(|patron| patron.names().map(|(_, name)| name));
        let names = names.chain(without_patronymic.iter().map(String::as_str));
        let namesakes: Vec<(usize, bool)> = names.flat_map(|name| guard.bearers(name)).collect();
        for (subject, has_patronymic) in namesakes {
            let known = &mut guard.traits[subject].namesake;
            *known = Some(known.unwrap_or(false) || has_patronymic);
        }
        Some(guard)
    }

    /// The same guard, which takes no word of these message files for the rest of a name that stands beside it, nor one that is all
    /// of an element for a name.
    pub(crate) fn beside_messages<'a>(mut self, messages: impl Iterator<Item = &'a str>) -> Guard {
        let has_part = |phrase: &&str| {
            let mut words = plain(phrase).into_iter();
            words.any(|(word, _)| !self.stems.parts(&sounds(&word)).is_empty())
        };
        self.phrases = InterfacePhrases::new(messages.flat_map(said).filter(has_part));
        self
    }

    /// The same guard, which takes no word of these names and ids of places for somebody's, where they stand as a whole.
    pub(crate) fn beside_places<'a>(
        mut self,
        names: impl Iterator<Item = &'a str>,
        ids: impl Iterator<Item = &'a str>,
    ) -> Guard {
        let is_part = |word: &str| !self.stems.parts(word).is_empty();
        self.places = PlaceNames::new(names, ids, is_part);
        self
    }

    /// The same guard, which looks for companies, funds and groups by those of their words that are rarest in these texts.
    /// It finds the same, sooner.
    pub(crate) fn among<'a>(mut self, texts: impl Iterator<Item = &'a str>) -> Guard {
        self.core_numbers = choose_core_anchors(&mut self.traits, &mut self.stems, texts);
        self
    }

    fn add(&mut self, patron: &PatronRecord) {
        let subject = self.subjects.len();
        self.subjects.push(Subject {
            id: patron.id.clone(),
            origin: patron.origin,
            former_names: patron.former_names.len(),
        });
        let mut traits = Traits::default();
        for (lang, name) in patron.names() {
            traits.stated.push(name.to_owned());
            let called = called(name);
            let is_person = patron.kind == PatronKind::Person;
            // Two neighbours in a list make a person's name by chance.
            let widest = if is_person { Gap::Space } else { Gap::Line };
            self.add_stated(subject, name, widest);
            // A number or a single letter is no word by which the search goes: «Батыр-1».
            let is_short = |word: &String| {
                word.chars().nth(1).is_none() || word.contains(|sign: char| sign.is_ascii_digit())
            };
            if !is_person && called.words.iter().any(is_short) {
                self.add_stated(subject, &called.words.join(" "), widest);
            }
            if is_person || called.is_personal {
                let name = match is_person {
                    true => name.to_owned(),
                    false => called.words.join(" "),
                };
                self.add_person(subject, &name, lang, &mut traits);
            }
            if !is_person || called.words.len() == 1 {
                self.add_company(subject, &called.words, &mut traits);
            }
        }
        self.traits.push(traits);
        self.add_id(subject, patron.id.as_str());
    }

    fn add_person(&mut self, subject: usize, name: &str, lang: Lang, traits: &mut Traits) {
        let mut parts = person(name, lang);
        // Whoever writes «Li Sergei» in one language does not say that Li is the given name.
        for (role, word) in &mut parts {
            let sounds = skeleton(word);
            match traits.roles.get(&sounds) {
                Some(known) => *role = *known,
                None => drop(traits.roles.insert(sounds, *role)),
            }
        }
        let given = parts.iter().filter(|(role, _)| *role == Role::Given);
        let given: Vec<&str> = given.map(|(_, word)| word.as_str()).collect();
        if given.len() > 1 {
            self.stems.add(subject, Role::Given, &given.concat());
        }
        for (role, word) in parts {
            self.stems.add(subject, role, &word);
            let sounds = skeleton(&word);
            match role {
                Role::Given => {
                    let firsts = spellings(&word);
                    let firsts = firsts.iter().filter_map(|form| form.get(..1));
                    traits.initials.extend(firsts.map(str::to_owned));
                }
                Role::Surname => {
                    let is_plain = is_common(&sounds) || is_given_name(&sounds);
                    let is_short = sounds.len() < SHORTEST_SURNAME;
                    traits.has_plain_surname |= is_short || is_plain && !is_surname_like(&sounds);
                }
                Role::Patronymic => traits.has_patronymic = true,
                Role::SurnameBase | Role::Core { .. } | Role::Glued { .. } => {}
            }
        }
    }

    fn add_company(&mut self, subject: usize, called: &[String], traits: &mut Traits) {
        let glued = |order: &[usize]| {
            let words = order.iter().map(|&nth| skeleton(&called[nth]));
            words.fold(String::new(), |whole, word| joined(&whole, &word))
        };
        let in_order: Vec<usize> = (0..called.len()).collect();
        let of = NameVariant {
            anchors: [0; 2],
            is_alone: true,
            words: called.iter().map(|word| skeleton(word)).collect(),
            is_common: are_common(called),
            glued: glued(&in_order),
        };
        // Most names sound the same in each language.
        let variant = traits.variants.iter().position(|known| *known == of);
        let variant = variant.unwrap_or_else(|| {
            traits.variants.push(of);
            traits.variants.len() - 1
        });
        let role = Role::Glued { variant };
        if let [word] = called {
            self.stems.add(subject, role, word);
            self.has_mixed_name |= word.contains(|sign: char| sign.is_ascii_digit());
        } else {
            for (nth, word) in called.iter().enumerate() {
                self.stems.add(subject, Role::Core { variant, nth }, word);
            }
            let whole = glued(&in_order);
            if whole.len() >= SHORTEST_SPACED {
                self.stems.add_spaced(whole);
            }
        }
        let part = Part { subject, role };
        self.stems.add_form(part, &glued(&in_order));
        if called.len() == 3 {
            for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
                self.stems.add_form(part, &glued(&order));
            }
        }
    }

    fn add_id(&mut self, subject: usize, id: &str) {
        let patterns: Vec<(Words, bool)> = match is_plain_word(id) {
            true => ["patron", "patrons", "id"]
                .map(|before| {
                    let words = [before, id].map(|word| (word.to_owned(), Gap::Stop));
                    (words.to_vec(), true)
                })
                .to_vec(),
            false => vec![(plain(id), false)],
        };
        for (words, tight) in patterns {
            self.add_pattern(subject, Form::Id, words, tight);
        }
    }

    /// Adds a name just as it is stated, whatever its words are: numbers, single letters, common words; parted by no more than
    /// a gap.
    fn add_stated(&mut self, subject: usize, name: &str, widest: Gap) {
        for mut words in [plain(name), plain(&transliterate(name))] {
            if words.len() < 2 {
                continue;
            }
            words
                .iter_mut()
                .for_each(|(_, gap)| *gap = widest.max(*gap));
            self.add_pattern(subject, Form::Name, words, false);
        }
    }

    fn add_pattern(&mut self, subject: usize, form: Form, words: Words, tight: bool) {
        let Some((first, _)) = words.first() else {
            return;
        };
        let number = self.patterns.len();
        let first = first.clone();
        self.patterns_by_first
            .entry(first)
            .or_default()
            .push(number);
        self.patterns.push(Pattern {
            words,
            subject,
            tight,
            form,
        });
    }
}

/// Whether an id is one word of letters alone, which a text may hold by chance.
pub(super) fn is_plain_word(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_lowercase())
}
