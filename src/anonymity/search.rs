//! Search for anonymous patrons in a text, by name in every way of writing it, and by id.
//!
//! Lines that name nobody are remembered by their hash: pages have most of their lines in common, so that each is looked
//! through once. Takes a text, gives hits with the bytes that they stand in.

use std::ops::Range;
use std::sync::Arc;

use super::clean_lines::{Extent, Verdict, blocks, key, lines};
use super::companies::Companies;
use super::guard::Guard;
use super::hidden_letters::hides_letters;
use super::hit::{Form, Hit};
use super::line_scan::{LineKind, is_without_words};
use super::persons::{Persons, Said};
use super::reading::Reading;
use super::sense::Senses;
use super::stems::{Part, Role};
use super::tokens::{Token, has_hyphens};
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

impl Guard {
    /// The names in a text; `markup` says whether it has tags.
    pub(crate) fn find(&self, text: &str, markup: bool) -> Vec<Hit> {
        let lines = lines(text, markup);
        let mut found = Vec::new();
        for block in blocks(&lines) {
            let range = lines[block.start].start..lines[block.end - 1].end;
            let block_key = key(&text[range], markup, Extent::Line);
            if self.clean.get(block_key) == Some(Verdict::Clean) {
                continue;
            }
            let mut is_clean = true;
            for nth in block {
                let verdict = self.verdict(&text[lines[nth].clone()], markup);
                is_clean &= verdict == Verdict::Clean;
                self.find_around(text, markup, &lines, (nth, verdict), &mut found);
            }
            if is_clean {
                self.clean.learn(block_key, Verdict::Clean);
            }
        }
        tidy(found)
    }

    /// Adds the names in a line and those around it, if it has any part of one.
    fn find_around(
        &self,
        text: &str,
        markup: bool,
        lines: &[Range<usize>],
        (nth, verdict): (usize, Verdict),
        found: &mut Vec<Hit>,
    ) {
        let line = |at: usize| &text[lines[at].clone()];
        let whole = |first: usize, last: usize| lines[first].start..lines[last].end;
        let mut add = |range: Range<usize>, hits: &[Hit]| {
            found.extend(hits.iter().map(|hit| {
                Hit {
                    raw: hit
                        .raw
                        .as_ref()
                        .map(|raw| raw.start + range.start..raw.end + range.start),
                    ..*hit
                }
            }));
        };
        let everywhere = |range: Range<usize>| self.everywhere(&text[range], markup);
        match verdict {
            Verdict::Clean => return,
            Verdict::Edge => {}
            Verdict::Named => {
                let own = lines[nth].clone();
                let hits = self.remembered(&text[own.clone()], markup, || everywhere(own.clone()));
                // A public patron's name stands beside many things, in many tables.
                if hits.is_empty() || hits.iter().any(|hit| hit.form != Form::Namesake) {
                    let last = (nth + AROUND).min(lines.len() - 1);
                    let range = whole(nth.saturating_sub(AROUND), last);
                    let around = &text[range.clone()];
                    add(
                        range.clone(),
                        &self.remembered(around, markup, || everywhere(range)),
                    );
                    return;
                }
                add(own, &hits);
            }
        }
        // The nearest lines with words.
        let has_words = |at: &usize| !is_without_words(line(*at));
        let before = (nth.saturating_sub(NEAREST)..nth).rev().find(has_words);
        let after = nth + 1..(nth + 1 + NEAREST).min(lines.len());
        let after = after.into_iter().find(has_words);
        let range = whole(before.unwrap_or(nth), after.unwrap_or(nth));
        let may_share = || {
            let mut beside = [before, after].into_iter().flatten();
            beside.any(|at| self.may_share(line(nth), line(at), markup))
        };
        let hits = self.remembered(&text[range.clone()], markup, || match may_share() {
            true => everywhere(range.clone()),
            false => Vec::new(),
        });
        add(range, &hits);
    }

    /// What was found in a line and those around it before, otherwise what is found now.
    fn remembered(
        &self,
        around: &str,
        markup: bool,
        find: impl FnOnce() -> Vec<Hit>,
    ) -> Arc<[Hit]> {
        self.clean.hits(key(around, markup, Extent::Around), find)
    }

    /// What a line says by itself, which is remembered.
    fn verdict(&self, line: &str, markup: bool) -> Verdict {
        let key = key(line, markup, Extent::Line);
        if let Some(known) = self.clean.get(key) {
            return known;
        }
        let verdict = match self.line_kind(line, markup) {
            LineKind::Clean => Verdict::Clean,
            LineKind::Edge => Verdict::Edge,
            LineKind::Close => return self.clean.verdict(key, || self.look(line, markup)),
        };
        self.clean.learn(key, verdict);
        verdict
    }

    /// Reads a line closely.
    fn look(&self, line: &str, markup: bool) -> Verdict {
        let (mut found, mut goes_on) = (Vec::new(), false);
        self.readings(line, markup, |reading| {
            self.add_named(reading, &mut found);
            goes_on = goes_on || found.is_empty() && self.goes_on(reading);
        });
        match (found.is_empty(), goes_on) {
            (false, _) => {
                self.remembered(line, markup, || tidy(found));
                Verdict::Named
            }
            (true, true) => Verdict::Edge,
            (true, false) => Verdict::Clean,
        }
    }

    /// Whether a name that begins in a line may end in the next one, or one that ends there may begin in the line before.
    fn goes_on(&self, reading: &Reading<'_>) -> bool {
        let tokens = &reading.tokens;
        // What stands in tags comes behind the text, and none of it goes on.
        let is_word = |token: &&Token| !token.word.text.is_empty();
        let length = tokens.iter().take_while(is_word).count();
        let is_near = |at: usize, reach: usize| at < reach || at + reach >= length;
        let is_given = |at: usize| {
            let token = tokens.get(at);
            token.is_some_and(|token| token.sense.is_given_name(&self.stems))
        };
        let goes_on = |at: usize, part: &Part| match part.role {
            Role::Surname => {
                let is_other = at.checked_sub(1).is_some_and(is_given) || is_given(at + 1);
                is_near(at, NEAR) && !is_other
            }
            Role::Patronymic => is_near(at, 1),
            Role::Core { variant, nth } => {
                let of = &self.traits[part.subject].variants[variant];
                let (before, after) = (nth, of.length - 1 - nth);
                // As much of the name as there is room for in the line has to be there.
                let is = |at: usize, nth: usize| {
                    reading.is(at, part.subject, Role::Core { variant, nth })
                };
                let begins_before = at < before && (1..=at).all(|back| is(at - back, nth - back));
                let ends_after =
                    at + after >= length && (1..length - at).all(|on| is(at + on, nth + on));
                let (is_first, is_last) = (at == 0, at + 1 == length);
                begins_before && (is_first || ends_after) || ends_after && is_last
            }
            Role::Given | Role::SurnameBase | Role::Glued { .. } => false,
        };
        (0..length).any(|at| tokens[at].sense.parts.iter().any(|part| goes_on(at, part)))
    }

    /// Every name in a text, however its letters are escaped.
    fn everywhere(&self, text: &str, markup: bool) -> Vec<Hit> {
        let mut found: Vec<Hit> = Vec::new();
        self.readings(text, markup, |reading| self.add_named(reading, &mut found));
        tidy(found)
    }

    /// The same as [`Guard::find`] of a text of one line, without anything that spares a close reading.
    #[cfg(test)]
    pub(crate) fn find_closely(&self, text: &str, markup: bool) -> Vec<Hit> {
        self.everywhere(text, markup)
    }

    /// Adds the names in one reading of a text.
    fn add_named(&self, reading: &Reading<'_>, found: &mut Vec<Hit>) {
        let named = self.named(reading).into_iter().map(|(hit, _)| hit);
        for hit in named.chain(self.stated(reading)) {
            let known = |other: &Hit| other.subject == hit.subject && other.form == hit.form;
            match reading.level {
                0 => found.push(hit),
                _ if found.iter().any(known) => {}
                _ => found.push(Hit { raw: None, ..hit }),
            }
        }
    }

    /// Reads a text in every way: with tags that part words and that do not, with what hyphens part as one word, and with
    /// each level of escapes taken away.
    fn readings(&self, text: &str, markup: bool, mut take: impl FnMut(&Reading<'_>)) {
        let is_hidden = hides_letters(text, markup);
        let mut read = |text: &str, markup: bool, level: usize| {
            // Where no tag stands in a word, it is the same whether tags join or part.
            let tags: &[Tags] = match (markup, is_hidden) {
                (true, true) => &[Tags::Part, Tags::Join],
                (true, false) => &[Tags::Part],
                (false, _) => &[Tags::None],
            };
            let is_hyphenated = match is_hidden {
                true => has_hyphens(text),
                false => self.has_joined_anchor(text),
            };
            for &tags in tags {
                let words = words(text, tags);
                for joined in [false, true] {
                    if is_hyphenated || !joined {
                        take(&Reading::new(
                            self.senses(),
                            (text, tags),
                            &words,
                            joined,
                            level,
                        ));
                    }
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

    fn senses(&self) -> Senses<'_> {
        Senses {
            stems: &self.stems,
            serial: self.clean.serial(),
        }
    }

    /// The names in a text, each with whether the patronymic stands there, too.
    fn named(&self, reading: &Reading<'_>) -> Vec<(Hit, bool)> {
        let (stems, traits) = (&self.stems, self.traits.as_slice());
        let persons = Persons {
            reading,
            stems,
            traits,
        };
        let companies = Companies { reading, traits };
        let (mut people, mut called) = (Vec::new(), Vec::new());
        for at in 0..reading.tokens.len() {
            persons.at(at, &mut people);
            companies.at(at, &mut called);
        }
        let raw = |from: usize, to: usize| {
            let [from, to] = [from, to].map(|at| reading.tokens[at].word.raw.clone());
            from.start..to.end
        };
        let mut parts = Vec::new();
        let mut whole = Vec::new();
        for person in people {
            let found = (person.subject, raw(person.from, person.to));
            match person.said {
                Said::Some => parts.push(found),
                Said::Whole => whole.push((found, person.has_patronymic)),
            }
        }
        let called = called.into_iter();
        whole.extend(called.map(|of| ((of.subject, raw(of.from, of.to)), false)));
        // Who is named as a whole is not named in part at the same place.
        parts.retain(|(subject, part)| {
            let holds = |((of, raw), _): &((usize, Range<usize>), bool)| {
                of == subject && part.start < raw.end && raw.start < part.end
            };
            !whole.iter().any(holds)
        });
        let hit = |subject: usize, form: Form, raw: Range<usize>| Hit {
            subject,
            form,
            raw: Some(raw),
        };
        let whole = whole.into_iter().map(|((subject, raw), has_patronymic)| {
            let form = match traits[subject].namesake {
                Some(with_patronymic) if with_patronymic || !has_patronymic => Form::Namesake,
                Some(_) | None => Form::Name,
            };
            (hit(subject, form, raw), has_patronymic)
        });
        let parts = parts.into_iter();
        let parts = parts.map(|(subject, raw)| (hit(subject, Form::Part, raw), false));
        whole.chain(parts).collect()
    }

    /// The subjects that a name names, each with whether the patronymic stands there, too: for public patrons' names.
    pub(super) fn bearers(&self, name: &str) -> Vec<(usize, bool)> {
        let words = words(name, Tags::None);
        let reading = Reading::new(self.senses(), (name, Tags::None), &words, false, 0);
        let named = self.named(&reading).into_iter();
        let whole = named.filter(|(hit, _)| hit.form == Form::Name);
        whole
            .map(|(hit, has_patronymic)| (hit.subject, has_patronymic))
            .collect()
    }

    /// The ids, and the names just as they are stated, among the words of a text.
    fn stated(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let words = reading.words;
        let mut found = Vec::new();
        for (place, word) in words.iter().enumerate() {
            for &pattern in self.patterns_by_first.get(&word.text).into_iter().flatten() {
                let pattern = &self.patterns[pattern];
                let Some(named) = words[place..].get(..pattern.words.len()) else {
                    continue;
                };
                if pattern.agrees(named) && (!pattern.tight || is_tight(reading.text, named)) {
                    let namesake = self.traits[pattern.subject].namesake;
                    found.push(Hit {
                        subject: pattern.subject,
                        form: match (pattern.form, namesake) {
                            (Form::Name, Some(_)) => Form::Namesake,
                            (form, _) => form,
                        },
                        raw: Some(word.raw.start..named[named.len() - 1].raw.end),
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
