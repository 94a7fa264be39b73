//! Anonymity guard: finds anonymous patrons in a text, by name in every way of writing it, and by id.
//!
//! Takes patrons' records, gives a [`Guard`]. Lines that name nobody are remembered by their hash: pages have most of their
//! lines in common, so that each is looked through once. Knows nothing of pages.

use std::collections::HashMap;
use std::ops::Range;

use ahash::HashSet;
use percent_encoding::percent_decode_str;
use smallvec::SmallVec;

use super::clean_lines::{CleanLines, hash, lines};
use super::companies::{Companies, Company, Form as CompanyForm};
use super::endings::is_surname_like;
use super::hidden_letters::hides_letters;
use super::lists::{is_common, is_given_name};
use super::name_parts::{are_common, called, person};
use super::persons::{Persons, Said, glued};
use super::stems::{Part, Role, Stems};
use super::tokens::{Token, has_hyphens, plain_script, tokens};
use super::unescape::{Gap, unescape};
use super::words::{Tags, Word, plain, tag_end, words};
use crate::locale::skeleton::{joined, skeleton, spellings};
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::patron::{Consent, PatronKind, PatronRecord};
use crate::model::place::Origin;

/// Levels of double escaping: so often may an escape be escaped itself.
const LEVELS: usize = 3;
/// How often percent-encoding may be encoded itself before a line is read letter by letter.
const MOST_ENCODED: usize = 4;
/// Lines before and after one that is not clean, which a name may go on over.
const AROUND: usize = 2;
/// So near to the end of a line a part of a name may have the rest of it in the next.
const NEAR: usize = 3;

/// Someone who must not be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    pub id: Id,
    pub origin: Origin,
}

/// What a line says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Clean,
    /// A name may begin or end here that goes on in the next line, or came from the one before.
    Edge,
    Named,
}

/// Tell apart what the memo of clean lines keeps besides them.
const AROUND_KEY: u64 = 1;
const EDGE_KEY: u64 = 3;
/// A word of what a company is called, among the words.
const CORE_KEY: u64 = 2;

/// What a word may be by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordKind {
    Other,
    /// One of several words of what a company, a fund or a group is called.
    Core,
    /// Anything by which a name is looked for.
    Anchor,
}

/// What of a subject is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    /// The name, in whatever way it is written.
    Name,
    Id,
    /// The surname alone or with initials, or given name and patronymic.
    Part,
    /// A name that a public patron has as well.
    Namesake,
}

/// An id as words, each with what may part it from the one before at most.
#[derive(Debug)]
struct IdPattern {
    words: Vec<(String, Gap)>,
    subject: usize,
    /// It counts in an address or a value only: `patron/fund`, not "patron fund".
    tight: bool,
}

/// A name that was found, and the bytes that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// An index of [`Guard::subjects`].
    pub subject: usize,
    pub form: Form,
    /// None if it stands there escaped more than once.
    pub raw: Option<Range<usize>>,
}

/// What else is known of a subject.
#[derive(Debug, Default)]
struct Traits {
    /// First sounds of the given names.
    initials: HashSet<String>,
    /// The surname is a common word or a given name as well.
    has_plain_surname: bool,
    forms: Vec<CompanyForm>,
    /// A public patron has the same name; whether with the same patronymic.
    namesake: Option<bool>,
}

/// Finds the names of anonymous patrons.
pub(crate) struct Guard {
    pub subjects: Vec<Subject>,
    traits: Vec<Traits>,
    stems: Stems,
    ids: Vec<IdPattern>,
    ids_by_first: HashMap<String, Vec<usize>>,
    /// The rarest word of each id.
    id_anchors: HashSet<String>,
    clean: CleanLines,
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
            ids: Vec::new(),
            ids_by_first: HashMap::new(),
            id_anchors: HashSet::default(),
            clean: CleanLines::default(),
        };
        for patron in &subjects {
            guard.add(patron);
        }
        let public = patrons.filter(|patron| patron.consent == Consent::Public);
        let people = public
            .clone()
            .filter(|patron| patron.kind == PatronKind::Person);
        for (lang, name) in people.flat_map(|patron| patron.name.iter()) {
            let parts = person(name, lang).into_iter();
            let given = parts.filter(|(role, _)| *role == Role::Given);
            given.for_each(|(_, word)| guard.stems.add_known_name(&skeleton(&word)));
        }
        let names = public.flat_map(|patron| patron.name.iter().map(|(_, name)| name));
        let mut namesakes: Vec<(usize, bool)> = Vec::new();
        for name in names {
            for (hit, has_patronymic) in
                guard.named(name, Tags::None, &words(name, Tags::None), false)
            {
                if hit.form == Form::Name {
                    namesakes.push((hit.subject, has_patronymic));
                }
            }
        }
        for (subject, has_patronymic) in namesakes {
            let known = &mut guard.traits[subject].namesake;
            *known = Some(known.unwrap_or(false) || has_patronymic);
        }
        Some(guard)
    }

    fn add(&mut self, patron: &PatronRecord) {
        let subject = self.subjects.len();
        self.subjects.push(Subject {
            id: patron.id.clone(),
            origin: patron.origin,
        });
        let mut traits = Traits::default();
        for (lang, name) in patron.name.iter() {
            let called = called(name);
            let is_person = patron.kind == PatronKind::Person;
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
        let parts = person(name, lang);
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
                    traits.has_plain_surname |= is_plain && !is_surname_like(&sounds);
                }
                Role::Patronymic | Role::SurnameBase | Role::Core { .. } | Role::Glued { .. } => {}
            }
        }
    }

    fn add_company(&mut self, subject: usize, called: &[String], traits: &mut Traits) {
        let number = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
        let form = number(traits.forms.len());
        let glued = called
            .iter()
            .fold(String::new(), |whole, word| joined(&whole, &skeleton(word)));
        traits.forms.push(CompanyForm {
            length: called.len(),
            is_common: are_common(called),
            glued: glued.clone(),
        });
        if called.len() > 1 {
            for (nth, word) in called.iter().enumerate() {
                let nth = number(nth);
                self.stems.add(subject, Role::Core { form, nth }, word);
            }
        } else if let [word] = called {
            self.stems.add(subject, Role::Glued { form }, word);
        }
        let part = Part {
            subject: u32::try_from(subject).expect("fewer patrons than that"),
            role: Role::Glued { form },
        };
        self.stems.add_form(part, &glued);
        if let [one, two, three] = called {
            for order in [
                [one, three, two],
                [two, one, three],
                [two, three, one],
                [three, one, two],
                [three, two, one],
            ] {
                let glued = order
                    .iter()
                    .fold(String::new(), |whole, word| joined(&whole, &skeleton(word)));
                self.stems.add_form(part, &glued);
            }
        }
    }

    fn add_id(&mut self, subject: usize, id: &str) {
        let patterns: Vec<(Vec<(String, Gap)>, bool)> = match is_plain_word(id) {
            true => ["patron", "patrons", "id"]
                .map(|before| {
                    (
                        [before, id]
                            .map(|word| (word.to_owned(), Gap::Stop))
                            .to_vec(),
                        true,
                    )
                })
                .to_vec(),
            false => vec![(plain(id), false)],
        };
        for (words, tight) in patterns {
            let Some((first, _)) = words.first() else {
                continue;
            };
            let rarest = words
                .iter()
                .map(|(word, _)| word)
                .filter(|word| !tight || *word != first)
                // Numbers are rarer than words.
                .max_by_key(|word| (word.contains(|c: char| c.is_ascii_digit()), word.len()));
            self.id_anchors.extend(rarest.cloned());
            self.ids_by_first
                .entry(first.clone())
                .or_default()
                .push(self.ids.len());
            self.ids.push(IdPattern {
                words,
                subject,
                tight,
            });
        }
    }

    /// The names in a text; `markup` says whether it has tags.
    pub(crate) fn find(&self, text: &str, markup: bool) -> Vec<Hit> {
        let lines: Vec<Range<usize>> = lines(text, markup).collect();
        let mut found = Vec::new();
        for (nth, line) in lines.iter().enumerate() {
            let key = hash(&text[line.clone()], markup);
            if self.clean.has(key) {
                continue;
            }
            let around = match self.verdict(key, &text[line.clone()], markup) {
                Verdict::Clean => continue,
                Verdict::Edge => 1,
                Verdict::Named => AROUND,
            };
            let from = lines[nth.saturating_sub(around)].start;
            let to = lines[(nth + around).min(lines.len() - 1)].end;
            let around = &text[from..to];
            let key = hash(around, markup) ^ AROUND_KEY;
            if self.clean.has(key) {
                continue;
            }
            let hits = self.everywhere(around, markup);
            if hits.is_empty() {
                self.clean.learn(key);
            }
            found.extend(hits.into_iter().map(|hit| Hit {
                raw: hit.raw.map(|raw| raw.start + from..raw.end + from),
                ..hit
            }));
        }
        tidy(found)
    }

    /// Whether a line names nobody, and has nothing of which the rest may stand in the line before or after.
    fn verdict(&self, key: u64, line: &str, markup: bool) -> Verdict {
        let edge = key ^ EDGE_KEY;
        if self.clean.has(edge) {
            return Verdict::Edge;
        }
        let verdict = self.look(line, markup);
        match verdict {
            Verdict::Clean => self.clean.learn(key),
            Verdict::Edge => self.clean.learn(edge),
            Verdict::Named => {}
        }
        verdict
    }

    fn look(&self, line: &str, markup: bool) -> Verdict {
        if self.is_plainly_clean(line, markup) {
            return Verdict::Clean;
        }
        let mut verdict = Verdict::Clean;
        self.readings(line, markup, |text, tags, words, joined, _| {
            let tokens = tokens(text, words, joined);
            let parts = self.parts(&tokens);
            if !self.named_in(text, tags, &tokens, &parts).is_empty()
                || !self.ids_in(text, words).is_empty()
            {
                verdict = Verdict::Named;
            } else if verdict == Verdict::Clean && self.goes_on(&tokens, &parts) {
                verdict = Verdict::Edge;
            }
        });
        verdict
    }

    /// Whether a line in which no letter is hidden, but for what percent-encoding hides, has no word that may be a part of a
    /// name. Every page that can be shared has addresses with its title: to read each letter by letter takes most of a build.
    fn is_plainly_clean(&self, line: &str, markup: bool) -> bool {
        if !hides_letters(line, markup) {
            return !self.has_anchor(line);
        }
        let mut decoded = percent_decode_str(line).decode_utf8_lossy();
        for _ in 0..MOST_ENCODED {
            match percent_decode_str(&decoded).decode_utf8_lossy() {
                again if again == decoded => {
                    return !hides_letters(&decoded, markup)
                        && !self.has_anchor(&decoded)
                        && !self.has_anchor(line);
                }
                again => decoded = again.into_owned().into(),
            }
        }
        false
    }

    /// Whether a word of a text in which no letter is hidden may be a part of a name, also one that a hyphen parts. One word of
    /// what a company is called is none, but where the others may stand in another line.
    fn has_anchor(&self, text: &str) -> bool {
        let (mut single, mut last, mut whole) = (0, 0, 0);
        let mut core: Option<Range<usize>> = None;
        // The last words, and how many of them ago there was one of what a company is called.
        let mut lately: [&str; 3] = [""; 3];
        let mut since = lately.len();
        for word in raw_words(text) {
            lately.rotate_left(1);
            lately[2] = &text[word.clone()];
            since += 1;
            let is_joined = is_hyphen(&text[last..word.start]) && last > 0;
            if !is_joined {
                whole = word.start;
            }
            last = word.end;
            if text[word.clone()].chars().nth(1).is_none() {
                single += 1;
                if single > NEAR {
                    return true;
                }
            } else {
                single = 0;
            }
            let joined = is_joined.then_some(whole..word.end);
            for word in [Some(word), joined].into_iter().flatten() {
                match self.word_kind(&text[word.clone()]) {
                    WordKind::Other => {}
                    WordKind::Anchor => return true,
                    WordKind::Core if core.is_some() => return true,
                    WordKind::Core => (core, since) = (Some(word), 0),
                }
            }
            if since < lately.len() && self.is_spaced(lately) {
                return true;
            }
        }
        core.is_some_and(|core| {
            is_without_words(&text[..core.start]) || is_without_words(&text[core.end..])
        })
    }

    /// Whether the last of three words, with one or two before it, make as one word what a company is called.
    fn is_spaced(&self, [first, second, third]: [&str; 3]) -> bool {
        let two = joined(&skeleton(second), &skeleton(third));
        let is_glued = |word: &str| {
            let mut parts = self.stems.parts(word).into_iter();
            parts.any(|part| matches!(part.role, Role::Glued { .. }))
        };
        is_glued(&two) || is_glued(&joined(&skeleton(first), &two))
    }

    /// Whether what a hyphen parts may as one word be a part of a name.
    fn has_joined_anchor(&self, text: &str) -> bool {
        let (mut last, mut whole) = (0, 0);
        raw_words(text).any(|word| {
            let is_joined = is_hyphen(&text[last..word.start]) && last > 0;
            if !is_joined {
                whole = word.start;
            }
            last = word.end;
            is_joined && self.word_kind(&text[whole..word.end]) != WordKind::Other
        })
    }

    fn word_kind(&self, word: &str) -> WordKind {
        if word.len() < 2 {
            return WordKind::Other;
        }
        let key = hash(word, false);
        if self.clean.has_word(key) {
            return WordKind::Other;
        }
        if self.clean.has_word(key ^ CORE_KEY) {
            return WordKind::Core;
        }
        let kind = self.look_at_word(word);
        match kind {
            WordKind::Other => self.clean.learn_word(key),
            WordKind::Core => self.clean.learn_word(key ^ CORE_KEY),
            WordKind::Anchor => {}
        }
        kind
    }

    fn look_at_word(&self, word: &str) -> WordKind {
        // Ids are ASCII.
        if word.is_ascii() && self.id_anchors.contains(word.to_ascii_lowercase().as_str()) {
            return WordKind::Anchor;
        }
        let sounds = skeleton(&plain_script(word));
        let mut kind = WordKind::Other;
        for part in self.stems.parts(&sounds) {
            match part.role {
                Role::Given => {}
                Role::Core { .. } => kind = WordKind::Core,
                Role::Surname | Role::SurnameBase | Role::Patronymic | Role::Glued { .. } => {
                    return WordKind::Anchor;
                }
            }
        }
        let mut is_glued = false;
        glued(&self.stems, &sounds, &mut |_, _| is_glued = true);
        let is_surname = |part: &Part| part.role == Role::Surname;
        let with_initial = || {
            let inner = [&sounds[1..], &sounds[..sounds.len() - 1]];
            inner
                .iter()
                .any(|inner| self.stems.parts(inner).iter().any(is_surname))
        };
        match is_glued || sounds.len() > 6 && with_initial() {
            true => WordKind::Anchor,
            false => kind,
        }
    }

    /// Whether a name that begins in a line may end in the next one, or one that ends there may begin in the line before.
    fn goes_on(&self, tokens: &[Token], parts: &[SmallVec<[Part; 4]>]) -> bool {
        let length = tokens
            .iter()
            .take_while(|token| !token.word.text.is_empty())
            .count();
        let is_near = |at: usize, reach: usize| at < reach || at + reach >= length;
        let is_given = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at))
                .is_some_and(|token| self.stems.is_given_name(&token.skeleton))
        };
        (0..length).any(|at| {
            parts[at].iter().any(|part| match part.role {
                Role::Surname => {
                    let is_other = is_given(at.checked_sub(1)) || is_given(Some(at + 1));
                    is_near(at, NEAR) && !is_other
                }
                Role::Patronymic => is_near(at, 1),
                Role::Core { form: number, nth } => {
                    let form = &self.traits[part.subject as usize].forms[usize::from(number)];
                    let (before, after) = (usize::from(nth), form.length - 1 - usize::from(nth));
                    // As much of the name as there is room for in the line has to be there.
                    let is = |at: usize, nth: usize| {
                        let role = Role::Core {
                            form: number,
                            nth: u16::try_from(nth).unwrap_or(u16::MAX),
                        };
                        parts[at].contains(&Part { role, ..*part })
                    };
                    let begins_before =
                        at < before && (1..=at).all(|back| is(at - back, before - back));
                    let ends_after =
                        at + after >= length && (1..length - at).all(|on| is(at + on, before + on));
                    begins_before && at == 0
                        || ends_after && at + 1 == length
                        || begins_before && ends_after
                }
                Role::Given | Role::SurnameBase | Role::Glued { .. } => false,
            })
        })
    }

    /// Every name in a text, however its letters are escaped.
    fn everywhere(&self, text: &str, markup: bool) -> Vec<Hit> {
        let mut found: Vec<Hit> = Vec::new();
        self.readings(text, markup, |text, tags, words, joined, level| {
            let hits = self
                .named(text, tags, words, joined)
                .into_iter()
                .map(|(hit, _)| hit);
            for hit in hits.chain(self.ids_in(text, words)) {
                let known = |other: &Hit| other.subject == hit.subject && other.form == hit.form;
                match level {
                    0 => found.push(hit),
                    _ if found.iter().any(known) => {}
                    _ => found.push(Hit { raw: None, ..hit }),
                }
            }
        });
        tidy(found)
    }

    /// Every way in which a text can be read, with its words and how many levels of escapes were taken away.
    /// Then also with what hyphens part as one word.
    fn readings(
        &self,
        text: &str,
        markup: bool,
        mut take: impl FnMut(&str, Tags, &[Word], bool, usize),
    ) {
        let is_hidden = hides_letters(text, markup);
        let mut read = |text: &str, markup: bool, level: usize| {
            // Where no tag stands in a word, it is the same whether tags join or part.
            let readings: &[Tags] = match (markup, is_hidden) {
                (true, true) => &[Tags::Part, Tags::Join],
                (true, false) => &[Tags::Part],
                (false, _) => &[Tags::None],
            };
            let is_hyphenated = match is_hidden {
                true => has_hyphens(text),
                false => self.has_joined_anchor(text),
            };
            for &tags in readings {
                let words = words(text, tags);
                take(text, tags, &words, false, level);
                if is_hyphenated {
                    take(text, tags, &words, true, level);
                }
            }
        };
        read(text, markup, 0);
        if !is_hidden {
            return;
        }
        let mut plain = text.to_owned();
        for level in 1..LEVELS {
            let inner = unescape(&plain);
            if inner == plain {
                break;
            }
            plain = inner;
            read(&plain, true, level);
        }
    }

    fn parts(&self, tokens: &[Token]) -> Vec<SmallVec<[Part; 4]>> {
        tokens
            .iter()
            .map(|token| self.stems.parts(&token.skeleton))
            .collect()
    }

    /// The names among the words of a text, each with whether its own patronymic stands there.
    fn named(&self, text: &str, tags: Tags, words: &[Word], joined: bool) -> Vec<(Hit, bool)> {
        let tokens = tokens(text, words, joined);
        let parts = self.parts(&tokens);
        self.named_in(text, tags, &tokens, &parts)
    }

    fn named_in(
        &self,
        text: &str,
        tags: Tags,
        tokens: &[Token],
        parts: &[SmallVec<[Part; 4]>],
    ) -> Vec<(Hit, bool)> {
        let initials =
            |subject: u32, sound: &str| self.traits[subject as usize].initials.contains(sound);
        let is_plain_surname = |subject: u32| self.traits[subject as usize].has_plain_surname;
        let persons = Persons {
            text,
            tags,
            tokens,
            parts,
            stems: &self.stems,
            initials: &initials,
            is_plain_surname: &is_plain_surname,
        };
        let form =
            |subject: u32, form: u16| &self.traits[subject as usize].forms[usize::from(form)];
        let companies = Companies {
            text,
            tags,
            tokens,
            parts,
            form: &form,
        };
        let mut found = Vec::new();
        let (mut people, mut called): (Vec<_>, Vec<Company>) = (Vec::new(), Vec::new());
        for at in 0..tokens.len() {
            persons.at(at, &mut people);
            companies.at(at, &mut called);
        }
        let raw =
            |from: usize, to: usize| Some(tokens[from].word.raw.start..tokens[to].word.raw.end);
        for person in people {
            let subject = person.subject as usize;
            let form = match (person.said, self.traits[subject].namesake) {
                (Said::Some, _) => Form::Part,
                (Said::Whole, Some(with_patronymic))
                    if with_patronymic || !person.has_patronymic =>
                {
                    Form::Namesake
                }
                (Said::Whole, _) => Form::Name,
            };
            let raw = raw(person.from, person.to);
            found.push((Hit { subject, form, raw }, person.has_patronymic));
        }
        for company in called {
            let subject = company.subject as usize;
            let form = match self.traits[subject].namesake {
                Some(_) => Form::Namesake,
                None => Form::Name,
            };
            let raw = raw(company.from, company.to);
            found.push((Hit { subject, form, raw }, false));
        }
        // Who is named as a whole is not named in part at the same place.
        let whole: Vec<(usize, Option<Range<usize>>)> = found
            .iter()
            .filter(|(hit, _)| hit.form != Form::Part)
            .map(|(hit, _)| (hit.subject, hit.raw.clone()))
            .collect();
        let holds =
            |outer: &Option<Range<usize>>, inner: &Option<Range<usize>>| match (outer, inner) {
                (Some(outer), Some(inner)) => inner.start < outer.end && outer.start < inner.end,
                _ => false,
            };
        found.retain(|(hit, _)| {
            hit.form != Form::Part
                || !whole
                    .iter()
                    .any(|(subject, raw)| *subject == hit.subject && holds(raw, &hit.raw))
        });
        found
    }

    /// The ids among the words of a text.
    fn ids_in(&self, text: &str, words: &[Word]) -> Vec<Hit> {
        let mut found = Vec::new();
        for place in 0..words.len() {
            let words = &words[place..];
            let first = words
                .first()
                .and_then(|word| self.ids_by_first.get(&word.text));
            for &id in first.into_iter().flatten() {
                let id = &self.ids[id];
                let Some(named) = words.get(..id.words.len()) else {
                    continue;
                };
                if id.agrees(named) && (!id.tight || is_tight(text, named)) {
                    let raw = named[0].raw.start..named[named.len() - 1].raw.end;
                    found.push(Hit {
                        subject: id.subject,
                        form: Form::Id,
                        raw: Some(raw),
                    });
                }
            }
        }
        found
    }
}

impl IdPattern {
    /// Whether the words are those of the pattern.
    fn agrees(&self, words: &[Word]) -> bool {
        let pairs = words.iter().zip(&self.words).enumerate();
        let mut pairs = pairs
            .map(|(nth, (word, (text, gap)))| word.text == *text && (nth == 0 || word.gap <= *gap));
        pairs.all(|agrees| agrees)
    }
}

/// The runs of letters and digits of a text.
fn raw_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let is_letter = move |at: usize| match bytes[at] {
        byte if byte.is_ascii() => byte.is_ascii_alphanumeric().then_some(1),
        // Cyrillic and marked Latin letters; all others are asked for.
        0xc4..=0xc9 | 0xd0..=0xd4 => Some(2),
        _ => {
            let letter = text[at..].chars().next()?;
            letter.is_alphanumeric().then_some(letter.len_utf8())
        }
    };
    std::iter::from_fn(move || {
        while at < bytes.len() && is_letter(at).is_none() {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
        let start = at;
        while at < bytes.len() {
            match is_letter(at) {
                Some(length) => at += length,
                None => break,
            }
        }
        (start < at).then_some(start..at)
    })
}

/// Whether a part of a line has no words but those in tags.
fn is_without_words(part: &str) -> bool {
    let mut at = 0;
    while at < part.len() {
        match tag_end(part, at) {
            Some(end) => at = end,
            None => {
                let Some(letter) = part[at..].chars().next() else {
                    break;
                };
                if letter.is_alphanumeric() {
                    return false;
                }
                at += letter.len_utf8();
            }
        }
    }
    true
}

/// Whether what stands between two words is a hyphen, also at the end of a line.
fn is_hyphen(between: &str) -> bool {
    matches!(between.trim_end(), "-" | "\u{2010}")
}

/// Whether an id is one word of letters alone, which a text may hold by chance.
pub(super) fn is_plain_word(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Nothing but the signs of an address or a value stands between the words.
fn is_tight(text: &str, words: &[Word]) -> bool {
    words.windows(2).all(|pair| {
        let between = text.get(pair[0].raw.end..pair[1].raw.start).unwrap_or(" ");
        let between = between.replace("&quot;", "\"");
        !between.is_empty()
            && between.contains(['/', '=', ':', '"', '%', '&'])
            && between.len() <= 4
            && !between.contains(['<', '>', '\n', '.', ','])
            && between.trim() == between
    })
}

/// Sorted, each once.
fn tidy(mut found: Vec<Hit>) -> Vec<Hit> {
    found.sort_by_key(|hit| {
        let raw = hit.raw.clone().unwrap_or(0..0);
        (raw.start, raw.end, hit.subject, hit.form)
    });
    found.dedup();
    found
}
