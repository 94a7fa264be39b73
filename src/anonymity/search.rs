//! Search for anonymous patrons in a text, by name in every way of writing it, and by id.
//!
//! Lines that name nobody are remembered by their hash: pages have most of their lines in common, so that each is looked
//! through once. Takes a text, gives hits with the bytes that they stand in.

use std::ops::Range;

use smallvec::SmallVec;

use super::clean_lines::{hash, lines};
use super::companies::{Companies, Company};
use super::hidden_letters::hides_letters;
use super::line_scan::{is_without_words, raw_words};
use super::names::{Form, Guard, Hit};
use super::persons::{Persons, Said};
use super::stems::{Part, Role};
use super::tokens::{Token, has_hyphens, sounds, tokens};
use super::unescape::unescape;
use super::words::{Tags, Word, words};

/// Levels of double escaping: so often may an escape be escaped itself.
const LEVELS: usize = 3;
/// Lines before and after one that is not clean, which a name may go on over.
const AROUND: usize = 2;
/// So far a line with words may stand from the one before it.
const NEAREST: usize = 8;
/// So near to the end of a line a part of a name may have the rest of it in the next.
const NEAR: usize = 3;
/// Tell apart what the memo of clean lines keeps besides them.
const AROUND_KEY: u64 = 1;
const EDGE_KEY: u64 = 3;
const PART_KEY: u64 = 8;

/// What a line says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Clean,
    /// A name may begin or end here that goes on in the next line, or came from the one before.
    Edge,
    Named,
}

impl Guard {
    /// The names in a text; `markup` says whether it has tags.
    pub(crate) fn find(&self, text: &str, markup: bool) -> Vec<Hit> {
        let lines: Vec<Range<usize>> = lines(text, markup).collect();
        let mut found = Vec::new();
        for (nth, line) in lines.iter().enumerate() {
            let key = hash(&text[line.clone()], markup);
            if self.clean.has(key) {
                continue;
            }
            let (first, last) = match self.verdict(key, &text[line.clone()], markup) {
                Verdict::Clean => continue,
                Verdict::Edge => {
                    // The nearest lines with words, of which there have to be parts of a name.
                    let has_words = |at: &usize| !is_without_words(&text[lines[*at].clone()]);
                    let before = (nth.saturating_sub(NEAREST)..nth).rev().find(has_words);
                    let mut after = nth + 1..(nth + 1 + NEAREST).min(lines.len());
                    let after = after.find(has_words);
                    let mut beside = [before, after].into_iter().flatten();
                    if !beside.any(|at| self.has_part(&text[lines[at].clone()], markup)) {
                        continue;
                    }
                    (before.unwrap_or(nth), after.unwrap_or(nth))
                }
                Verdict::Named => (
                    nth.saturating_sub(AROUND),
                    (nth + AROUND).min(lines.len() - 1),
                ),
            };
            let (from, to) = (lines[first].start, lines[last].end);
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

    /// Whether a line may have any part of a name, with which one in the line beside it makes more.
    fn has_part(&self, line: &str, markup: bool) -> bool {
        let key = hash(line, markup) ^ PART_KEY;
        if self.clean.has(key) {
            return false;
        }
        let is_part = |word: Range<usize>| !self.stems.parts(&sounds(&line[word])).is_empty();
        let found = hides_letters(line, markup) || raw_words(line).any(is_part);
        if !found {
            self.clean.learn(key);
        }
        found
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
    pub(super) fn named(
        &self,
        text: &str,
        tags: Tags,
        words: &[Word],
        joined: bool,
    ) -> Vec<(Hit, bool)> {
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
                        form: match (id.form, self.traits[id.subject].namesake) {
                            (Form::Name, Some(_)) => Form::Namesake,
                            (form, _) => form,
                        },
                        raw: Some(raw),
                    });
                }
            }
        }
        found
    }
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
