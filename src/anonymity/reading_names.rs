//! Names in a reading of a text: persons, companies, ids, and names just as they are stated.
//!
//! Takes a reading, gives hits with the bytes of its text that they stand in.

use std::ops::Range;

use super::companies::Companies;
use super::guard::Guard;
use super::hit::{Form, Hit};
use super::persons::{Persons, Said};
use super::reading::Reading;
use super::words::{Tags, Word, words};

impl Guard {
    /// The names in a text, each with whether the patronymic stands there, too.
    pub(super) fn named(&self, reading: &Reading<'_>) -> Vec<(Hit, bool)> {
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
        let is_of_place = |from: usize, to: usize| from == to && self.places.hold(reading, from);
        people.retain(|of| !is_of_place(of.from, of.to));
        called.retain(|of| !is_of_place(of.from, of.to));
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
    pub(super) fn stated(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let words = reading.words;
        let mut found = Vec::new();
        for (place, word) in words.iter().enumerate() {
            for &pattern in self
                .patterns_by_first
                .get(&*word.text)
                .into_iter()
                .flatten()
            {
                let pattern = &self.patterns[pattern];
                let Some(named) = words[place..].get(..pattern.words.len()) else {
                    continue;
                };
                if pattern.agrees(named) && (!pattern.tight || is_tight(reading.text, named)) {
                    let of = &self.traits[pattern.subject];
                    let is_namesake = of.namesake.is_some_and(|with| with || !of.has_patronymic);
                    found.push(Hit {
                        subject: pattern.subject,
                        form: match pattern.form {
                            Form::Name if is_namesake => Form::Namesake,
                            form => form,
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
