//! Search for anonymous patrons in a text, by name in every way of writing it, and by id.
//!
//! Lines that name nobody are remembered by their hash: pages have most of their lines in common, so that each is looked
//! through once. Takes a text, gives hits with the bytes that they stand in.

use std::ops::Range;
use std::sync::Arc;

use super::clean_lines::{Extent, Key, Verdict, key, lines, shape};
use super::guard::Guard;
use super::hidden_letters::{hides_letters, joins};
use super::hit::{Form, Hit};
use super::line_scan::LineKind;
use super::reading::Reading;
use super::sense::Senses;
use super::stems::{Part, Role};
use super::tokens::{Token, has_hyphens};
use super::unescape::unescape;
use super::words::{Tags, is_without_words, words};

/// Levels of double escaping: so often may an escape be escaped itself.
const LEVELS: usize = 3;
/// So many lines are asked for at once.
const AT_ONCE: usize = 32;
/// Lines before and after one that is not clean, which a name may go on over.
const AROUND: usize = 2;
/// So far a line with words may stand from the one before it.
const NEAREST: usize = 8;
/// So near to the end of a line a part of a name may have the rest of it in the next.
pub(super) const NEAR: usize = 3;

impl Guard {
    /// The names in a text; `markup` says whether it has tags.
    pub(crate) fn find(&self, text: &str, markup: bool) -> Vec<Hit> {
        let all = lines(text, markup);
        let (mut found, mut keys, mut known) = (Vec::new(), Vec::new(), Vec::new());
        for (nth, lines) in all.chunks(AT_ONCE).enumerate() {
            keys.clear();
            let of = |line: &Range<usize>| key(text[line.clone()].as_bytes(), markup, Extent::Line);
            keys.extend(lines.iter().map(of));
            self.clean.get_each(&keys, &mut known);
            for (at, ((line, &key), known)) in lines.iter().zip(&keys).zip(&known).enumerate() {
                // It may have been read for the line before it.
                let known = known.or_else(|| self.clean.get(key));
                let read = || self.read(&text[line.clone()], markup, key);
                let verdict = known.unwrap_or_else(read);
                if !matches!(verdict, Verdict::Clean | Verdict::Bare) {
                    let nth = nth * AT_ONCE + at;
                    self.find_around(text, markup, &all, (nth, verdict), &mut found);
                }
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
            Verdict::Clean | Verdict::Bare => return,
            Verdict::Edge => {}
            Verdict::Named | Verdict::Namesake => {
                let own = lines[nth].clone();
                let hits = self.remembered(&text[own.clone()], markup, || everywhere(own.clone()));
                // A public patron's name stands beside many things, in many tables.
                if hits.is_empty() || hits.iter().any(|hit| !hit.is_namesake()) {
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
                if verdict == Verdict::Namesake {
                    return;
                }
            }
        }
        // The nearest lines with words.
        let has_words = |at: &usize| !is_without_words(line(*at));
        let before = (nth.saturating_sub(NEAREST)..nth).rev().find(has_words);
        let after = nth + 1..(nth + 1 + NEAREST).min(lines.len());
        let after = after.into_iter().find(has_words);
        let beside = [before, after].into_iter().flatten();
        let is_bare = |at| self.verdict(line(at), markup) == Verdict::Bare;
        if beside.clone().all(is_bare) && !hides_letters(line(nth), markup) {
            return;
        }
        let range = whole(before.unwrap_or(nth), after.unwrap_or(nth));
        let hits = self.remembered(&text[range.clone()], markup, || {
            match self.line_kind(&text[range.clone()], markup) {
                LineKind::Close => everywhere(range.clone()),
                LineKind::Bare | LineKind::Clean | LineKind::Edge => Vec::new(),
            }
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
        self.clean
            .hits(key(around.as_bytes(), markup, Extent::Around), find)
    }

    /// What a line says by itself, which is remembered.
    fn verdict(&self, line: &str, markup: bool) -> Verdict {
        let key = key(line.as_bytes(), markup, Extent::Line);
        let known = self.clean.get(key);
        known.unwrap_or_else(|| self.read(line, markup, key))
    }

    /// Reads a line that this thread does not remember, and has it do so.
    fn read(&self, line: &str, markup: bool, own: Key) -> Verdict {
        if let Some(verdict) = self.glance(line, markup) {
            self.clean.learn(own, verdict);
            return verdict;
        }
        // Lines of a table differ in more than numbers.
        let shape = markup.then(|| shape(line, |number| self.is_plain_number(number)));
        let shape = shape
            .flatten()
            .map(|shape| key(&shape, markup, Extent::Shape));
        let known = shape.and_then(|shape| self.clean.get(shape));
        let verdict = match known {
            Some(verdict) => verdict,
            None => match self.line_kind(line, markup) {
                LineKind::Bare => Verdict::Bare,
                LineKind::Clean => Verdict::Clean,
                LineKind::Edge => Verdict::Edge,
                LineKind::Close => return self.clean.verdict(own, || self.look(line, markup)),
            },
        };
        if let Some(shape) = shape
            && known.is_none()
        {
            self.clean.learn(shape, verdict);
        }
        self.clean.learn(own, verdict);
        verdict
    }

    /// Reads a line closely.
    fn look(&self, line: &str, markup: bool) -> Verdict {
        let (mut found, mut goes_on) = (Vec::new(), false);
        self.readings(line, markup, |reading| {
            self.add_named(reading, &mut found);
            goes_on = goes_on || found.iter().all(Hit::is_namesake) && self.goes_on(reading);
        });
        let verdict = match (found.is_empty(), goes_on) {
            (true, true) => Verdict::Edge,
            (true, false) => Verdict::Clean,
            (false, false) if found.iter().all(|hit| self.is_settled(hit)) => Verdict::Namesake,
            (false, _) => Verdict::Named,
        };
        if !found.is_empty() {
            self.remembered(line, markup, || tidy(found));
        }
        verdict
    }

    /// Whether a name is a namesake's whatever stands beside it: a patronymic could tell whose it is.
    fn is_settled(&self, hit: &Hit) -> bool {
        let of = &self.traits[hit.subject];
        hit.is_namesake() && (of.namesake == Some(true) || !of.has_patronymic)
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
                let (before, after) = (nth, of.words.len() - 1 - nth);
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
            let raw = hit.raw.as_ref();
            let of_interface = |raw: &Range<usize>| {
                let label = self.phrases.say(reading.text, raw);
                // A short label in a capital is no name if nobody writes the name so.
                let is_label = label.is_some_and(|label| {
                    let mut stated = self.traits[hit.subject].stated.iter();
                    !label.contains(char::is_uppercase) || !stated.any(|name| name.contains(label))
                });
                is_label || self.phrases.make(reading.text, raw)
            };
            let is_speech =
                |raw: &Range<usize>| hit.form == Form::Name && is_speech(reading.text, raw);
            let is_no_name = |raw| of_interface(raw) || is_speech(raw);
            if hit.form != Form::Id && raw.is_some_and(is_no_name) {
                continue;
            }
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
            let tags: &[Tags] = match (markup, is_hidden && joins(text)) {
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

    pub(super) fn senses(&self) -> Senses<'_> {
        Senses {
            stems: &self.stems,
            serial: self.clean.serial(),
        }
    }
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
/// Names of so few letters are words of any sentence, unless each begins with a capital: «ли о», «Ли О.».
const SPEECH: usize = 4;

/// Whether what sounds like a short name is a part of a sentence.
fn is_speech(text: &str, of: &Range<usize>) -> bool {
    let (Some(before), Some(named)) = (text.get(..of.start), text.get(of.clone())) else {
        return false;
    };
    let letters = named.chars().filter(|letter| letter.is_alphabetic());
    let mut words = named.split(|letter: char| !letter.is_alphanumeric());
    // A tag is written small, and what stands in quotation marks may be.
    letters.count() <= SPEECH
        && !named.contains(|sign: char| sign.is_ascii_digit())
        && !before.ends_with(['#', '@', '«', '“', '„', '"'])
        && words.any(|word| word.starts_with(char::is_lowercase))
}
