//! What must not be said: the names and ids of anonymous patrons in all their forms.
//!
//! Takes patrons' records, gives a [`Guard`] that finds what they are called in a text. Knows nothing of pages.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::escape::unescape;
use super::sieve::{Sieve, Suspects};
use super::words::{Tags, Word, plain, words};
use crate::locale::transliterate;
use crate::model::id::Id;
use crate::model::patron::{Consent, PatronRecord};
use crate::model::place::Origin;

/// How much before and after a suspect is read: a name may have long tags between its words.
const AROUND: usize = 2048;
/// So often may an escape be escaped itself.
const LEVELS: usize = 3;

/// Someone who must not be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub id: Id,
    pub origin: Origin,
}

/// What of a subject is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    Name,
    Id,
}

/// A form of a name: words one after the other.
#[derive(Debug)]
struct Pattern {
    words: Vec<String>,
    subject: usize,
    form: Form,
    /// It counts in an address or a value only: `patron/fund`, not "patron fund".
    tight: bool,
}

/// A name that was found, and the bytes that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// A place in [`Guard::subjects`].
    pub subject: usize,
    pub form: Form,
    /// None if it stands there escaped more than once.
    pub raw: Option<Range<usize>>,
}

/// Finds the names of anonymous patrons.
pub struct Guard {
    pub subjects: Vec<Subject>,
    patterns: Vec<Pattern>,
    by_first: HashMap<String, Vec<usize>>,
    sieve: Sieve,
}

impl Guard {
    /// A guard for the anonymous ones among the patrons; none if there are none.
    pub fn new<'a>(patrons: impl Iterator<Item = &'a PatronRecord> + Clone) -> Option<Guard> {
        let anonymous = |patron: &&PatronRecord| patron.consent == Consent::Anonymous;
        let subjects: Vec<&PatronRecord> = patrons.clone().filter(anonymous).collect();
        if subjects.is_empty() {
            return None;
        }
        let mut patterns: Vec<Pattern> = Vec::new();
        let mut known = HashSet::new();
        for (subject, patron) in subjects.iter().enumerate() {
            for (words, form, tight) in forms(patron) {
                if known.insert((words.clone(), subject)) {
                    patterns.push(Pattern {
                        words,
                        subject,
                        form,
                        tight,
                    });
                }
            }
        }
        let commonness = commonness(&patterns, patrons.filter(|patron| !anonymous(patron)));
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        let mut anchors = HashSet::new();
        for (place, pattern) in patterns.iter().enumerate() {
            let first = pattern.words[0].clone();
            by_first.entry(first).or_default().push(place);
            let anchor = pattern.words.iter().max_by_key(|word| {
                let common = commonness.get(word.as_str()).copied().unwrap_or(0);
                // A rare word is the better anchor, but only if it has four bytes at least.
                (word.len().min(4), std::cmp::Reverse(common), word.len())
            });
            anchors.extend(anchor.cloned());
        }
        drop(commonness);
        Some(Guard {
            subjects: subjects
                .iter()
                .map(|patron| Subject {
                    id: patron.id.clone(),
                    origin: patron.origin,
                })
                .collect(),
            patterns,
            by_first,
            sieve: Sieve::new(anchors),
        })
    }

    /// The names in a text; `markup` says whether it has tags.
    pub fn find(&self, text: &str, markup: bool) -> Vec<Hit> {
        match self.sieve.suspects(text, markup) {
            Suspects::At(places) => self.around(text, &places, markup),
            Suspects::Everywhere => self.everywhere(text, markup),
        }
    }

    fn around(&self, text: &str, places: &[usize], markup: bool) -> Vec<Hit> {
        let mut found: Vec<Hit> = Vec::new();
        let mut places = places.iter().peekable();
        while let Some(&first) = places.next() {
            let mut last = first;
            while let Some(&next) = places.next_if(|next| **next < last + AROUND) {
                last = next;
            }
            let start = boundary(text, first.saturating_sub(AROUND));
            let end = boundary(text, last + AROUND);
            let hits = self.read(&text[start..end], markup);
            found.extend(hits.into_iter().map(|hit| Hit {
                raw: hit.raw.map(|raw| raw.start + start..raw.end + start),
                ..hit
            }));
        }
        tidy(found)
    }

    fn everywhere(&self, text: &str, markup: bool) -> Vec<Hit> {
        let mut found = self.read(text, markup);
        let mut plain = text.to_owned();
        for _ in 1..LEVELS {
            let inner = unescape(&plain);
            if inner == plain {
                break;
            }
            plain = inner;
            for hit in self.read(&plain, true) {
                let known = |other: &Hit| other.subject == hit.subject && other.form == hit.form;
                if !found.iter().any(known) {
                    found.push(Hit { raw: None, ..hit });
                }
            }
        }
        tidy(found)
    }

    fn read(&self, text: &str, markup: bool) -> Vec<Hit> {
        let readings: &[Tags] = match markup {
            true => &[Tags::Part, Tags::Join],
            false => &[Tags::None],
        };
        readings
            .iter()
            .flat_map(|&tags| self.matches(text, &words(text, tags)))
            .collect()
    }

    fn matches(&self, text: &str, words: &[Word]) -> Vec<Hit> {
        let mut found = Vec::new();
        for (place, word) in words.iter().enumerate() {
            for &pattern in self.by_first.get(&word.text).into_iter().flatten() {
                let pattern = &self.patterns[pattern];
                let Some(named) = words.get(place..place + pattern.words.len()) else {
                    continue;
                };
                let same = named.iter().zip(&pattern.words).all(|(a, b)| a.text == *b);
                if same && (!pattern.tight || is_tight(text, named)) {
                    let end = named.last().map_or(word.raw.end, |last| last.raw.end);
                    found.push(Hit {
                        subject: pattern.subject,
                        form: pattern.form,
                        raw: Some(word.raw.start..end),
                    });
                }
            }
        }
        found
    }
}

/// What a patron may be called, as words; whether only an address or a value with it counts.
fn forms(patron: &PatronRecord) -> Vec<(Vec<String>, Form, bool)> {
    let mut forms: Vec<(Vec<String>, Form, bool)> = Vec::new();
    for (_, name) in patron.name.iter() {
        for words in [plain(name), plain(&transliterate(name))] {
            // «Surname Name» and «Name Surname»; with a father's name, the surname may stand first or last.
            if let 2..=3 = words.len() {
                let mut turned = words.clone();
                for _ in 1..words.len() {
                    turned.rotate_left(1);
                    forms.push((turned.clone(), Form::Name, false));
                }
            }
            forms.push((words, Form::Name, false));
        }
    }
    let id = patron.id.as_str();
    if is_plain_word(id) {
        for before in ["patron", "patrons", "id"] {
            forms.push((vec![before.to_owned(), id.to_owned()], Form::Id, true));
        }
    } else {
        forms.push((plain(id), Form::Id, false));
    }
    forms.retain(|(words, ..)| !words.is_empty());
    forms
}

/// Whether an id is one word of letters alone, which a text may hold by chance.
pub fn is_plain_word(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// How many of the other patrons' names hold each word of the patterns.
fn commonness<'p, 'a>(
    patterns: &'p [Pattern],
    others: impl Iterator<Item = &'a PatronRecord>,
) -> HashMap<&'p str, usize> {
    let mut times: HashMap<&str, usize> = patterns
        .iter()
        .flat_map(|pattern| &pattern.words)
        .map(|word| (word.as_str(), 0))
        .collect();
    // Words of addresses are everywhere.
    times.extend(["patron", "patrons", "id"].map(|word| (word, usize::MAX)));
    let names = others.flat_map(|patron| patron.name.iter());
    for (_, name) in names {
        for word in plain(name).into_iter().chain(plain(&transliterate(name))) {
            if let Some(times) = times.get_mut(word.as_str()) {
                *times = times.saturating_add(1);
            }
        }
    }
    times
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

/// The last boundary of characters that is not after a byte.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
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
