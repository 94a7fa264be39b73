//! Multi-pattern search: finds the names and ids of anonymous patrons in a text, in all their forms.
//!
//! Takes patrons' records, gives a [`Guard`] that finds what they are called in a text; `prefilter` is its prefilter. Knows
//! nothing of pages.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::prefilter::{Candidates, Prefilter};
use super::unescape::{Gap, unescape};
use super::words::{Tags, Word, next_word, plain, words};
use crate::locale::transliterate;
use crate::model::id::Id;
use crate::model::patron::{Consent, PatronRecord};
use crate::model::place::Origin;

/// How much before and after a suspect is read, if a name may begin before it.
const AROUND: usize = 2048;
/// Levels of double escaping: so often may an escape be escaped itself.
const LEVELS: usize = 3;

/// Someone who must not be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    pub id: Id,
    pub origin: Origin,
}

/// What of a subject is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    Name,
    Id,
}

/// A form of a name: words one after the other, each with what may part it from the one before at most.
#[derive(Debug)]
struct Pattern {
    words: Vec<(String, Gap)>,
    subject: usize,
    form: Form,
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

/// Finds the names of anonymous patrons.
pub(crate) struct Guard {
    pub subjects: Vec<Subject>,
    patterns: Vec<Pattern>,
    by_first: HashMap<String, Vec<usize>>,
    /// Words by which names are looked for that begin with a word too short or too common for it.
    inner: HashSet<String>,
    prefilter: Prefilter,
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
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        let mut inner = HashSet::new();
        for (place, pattern) in patterns.iter().enumerate() {
            let first = &pattern.words[0].0;
            by_first.entry(first.clone()).or_default().push(place);
            if pattern.form == Form::Id || first.len() < 4 {
                let longest = pattern
                    .words
                    .iter()
                    .map(|(word, _)| word)
                    .filter(|word| !pattern.tight || *word != first)
                    // Numbers are rarer than words.
                    .max_by_key(|word| (word.contains(|c: char| c.is_ascii_digit()), word.len()));
                inner.extend(longest.cloned());
            }
        }
        let first = by_first
            .iter()
            .filter(|(_, places)| places.iter().any(|&place| !patterns[place].tight))
            .map(|(word, _)| word.clone())
            .filter(|word| word.len() >= 4);
        let prefilter = Prefilter::new(first.chain(inner.iter().cloned()));
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
            inner,
            prefilter,
        })
    }

    /// The names in a text; `markup` says whether it has tags.
    pub(crate) fn find(&self, text: &str, markup: bool) -> Vec<Hit> {
        match self.prefilter.candidates(text, markup) {
            Candidates::At(places) => self.around(text, &places, markup),
            Candidates::Everywhere => self.everywhere(text, markup),
        }
    }

    fn around(&self, text: &str, places: &[usize], markup: bool) -> Vec<Hit> {
        let tags = if markup { Tags::Part } else { Tags::None };
        let mut found: Vec<Hit> = Vec::new();
        for &place in places {
            let Some(word) = next_word(text, place, tags) else {
                continue;
            };
            if self.inner.contains(&word.text) {
                let start = boundary(text, place.saturating_sub(AROUND));
                let end = boundary(text, place + AROUND);
                let hits = self.read(&text[start..end], markup);
                found.extend(hits.into_iter().map(|hit| Hit {
                    raw: hit.raw.map(|raw| raw.start + start..raw.end + start),
                    ..hit
                }));
            }
            self.begins(text, word, tags, &mut found);
        }
        tidy(found)
    }

    /// Adds the names that begin with this word of a text.
    fn begins(&self, text: &str, first: Word, tags: Tags, found: &mut Vec<Hit>) {
        let Some(patterns) = self.by_first.get(&first.text) else {
            return;
        };
        let longest = patterns
            .iter()
            .map(|&at| self.patterns[at].words.len())
            .max();
        let mut words = vec![first];
        while let Some(last) = words.last().filter(|_| Some(words.len()) < longest) {
            match next_word(text, last.raw.end, tags) {
                Some(word) => words.push(word),
                None => break,
            }
            // Nearly always the second word ends it.
            let fits = |&at: &usize| self.patterns[at].agrees(&words);
            if !patterns.iter().any(fits) {
                break;
            }
        }
        self.matches_at(text, &words, found);
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
        for place in 0..words.len() {
            self.matches_at(text, &words[place..], &mut found);
        }
        found
    }

    /// Adds the names that the words begin with.
    fn matches_at(&self, text: &str, words: &[Word], found: &mut Vec<Hit>) {
        let first = words.first().and_then(|word| self.by_first.get(&word.text));
        for &pattern in first.into_iter().flatten() {
            let pattern = &self.patterns[pattern];
            let Some(named) = words.get(..pattern.words.len()) else {
                continue;
            };
            if pattern.agrees(named) && (!pattern.tight || is_tight(text, named)) {
                let raw = named[0].raw.start..named[named.len() - 1].raw.end;
                found.push(Hit {
                    subject: pattern.subject,
                    form: pattern.form,
                    raw: Some(raw),
                });
            }
        }
    }
}

impl Pattern {
    /// Whether the words are those of the pattern, as far as there are any.
    fn agrees(&self, words: &[Word]) -> bool {
        let pairs = words.iter().zip(&self.words).enumerate();
        let mut pairs = pairs
            .map(|(nth, (word, (text, gap)))| word.text == *text && (nth == 0 || word.gap <= *gap));
        pairs.all(|agrees| agrees)
    }
}

/// Words, each with the widest gap that may stand before it.
type Words = Vec<(String, Gap)>;

/// What a patron may be called, as words; whether only an address or a value with it counts.
fn forms(patron: &PatronRecord) -> Vec<(Words, Form, bool)> {
    let mut forms: Vec<(Words, Form, bool)> = Vec::new();
    let widen = |words: &mut Words, gap: Gap| {
        words.iter_mut().for_each(|(_, own)| *own = gap.max(*own));
    };
    for (_, name) in patron.name.iter() {
        for mut words in [plain(name), plain(&transliterate(name))] {
            // «Surname Name» and «Name Surname»; with a father's name, the surname may stand first or last. Two
            // neighbours in a list make such a name by chance, so it has to stand on one line.
            if let 2..=3 = words.len() {
                let mut turned = words.clone();
                widen(&mut turned, Gap::Space);
                for _ in 1..words.len() {
                    turned.rotate_left(1);
                    forms.push((turned.clone(), Form::Name, false));
                }
            }
            widen(&mut words, Gap::Line);
            forms.push((words, Form::Name, false));
        }
    }
    let id = patron.id.as_str();
    if is_plain_word(id) {
        for before in ["patron", "patrons", "id"] {
            let words = [before, id].map(|word| (word.to_owned(), Gap::Stop));
            forms.push((words.to_vec(), Form::Id, true));
        }
    } else {
        forms.push((plain(id), Form::Id, false));
    }
    forms.retain(|(words, ..)| !words.is_empty());
    forms
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
