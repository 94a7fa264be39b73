//! Anchors: the words by which names are looked for, since pages are full of those of public patrons, of schools and villages.
//!
//! Takes patterns and what companies are called, gives the two words of each that are rarest. Whoever is named by several words is looked
//! for by two that stand near each other: one alone is on many lines.

use ahash::{HashMap, HashSet};

use super::pattern::Pattern;
use super::sounds::sounds;
use super::stems::{Part, Role, Stems};
use super::traits::Traits;
use super::unescape::Gap;
use super::words::plain;
use crate::locale::transliterate;
use crate::model::patron::PatronRecord;

/// By which of their words patterns are looked for.
#[derive(Debug, Default)]
pub(super) struct PatternAnchors {
    /// One that is enough.
    alone: HashSet<String>,
    /// Two that stand side by side.
    pairs: HashSet<[String; 2]>,
    /// The words of those.
    in_pairs: HashSet<String>,
    /// All of them that are numbers.
    numbers: HashSet<String>,
}

impl PatternAnchors {
    /// The words that the fewest names of patrons have.
    pub(super) fn new<'a>(
        patterns: &[Pattern],
        patrons: impl Iterator<Item = &'a PatronRecord>,
    ) -> PatternAnchors {
        let mut times: HashMap<String, usize> = HashMap::default();
        for (_, name) in patrons.flat_map(PatronRecord::names) {
            for (word, _) in [plain(name), plain(&transliterate(name))].concat() {
                *times.entry(word).or_default() += 1;
            }
        }
        let rarity = |word: &String| {
            let is_letter = word.chars().nth(1).is_none();
            let times = times.get(word).copied().unwrap_or_default();
            (is_letter, times, usize::MAX - word.len())
        };
        let mut anchors = PatternAnchors::default();
        for Pattern { words, tight, .. } in patterns {
            // What an address has before an id tells nothing: `patron/fund`.
            let words = &words[usize::from(*tight)..];
            let rarity_of_two = |pair: &&[(String, Gap)]| {
                let [one, other] = [rarity(&pair[0].0), rarity(&pair[1].0)];
                (one.min(other), one.max(other))
            };
            // The scan of a line goes over letters that stand alone.
            let is_seen = |pair: &&[(String, Gap)]| pair.iter().all(|(word, _)| word.len() > 1);
            let pair = words.windows(2).filter(is_seen).min_by_key(rarity_of_two);
            let chosen = match pair {
                Some([(one, _), (other, _)]) => {
                    anchors.pairs.insert([one.clone(), other.clone()]);
                    vec![one, other]
                }
                _ => words
                    .iter()
                    .map(|(word, _)| word)
                    .min_by_key(|word| rarity(word))
                    .into_iter()
                    .collect(),
            };
            let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
            anchors
                .numbers
                .extend(chosen.iter().copied().filter(is_number).cloned());
            let is_alone = chosen.len() == 1;
            let kept = if is_alone {
                &mut anchors.alone
            } else {
                &mut anchors.in_pairs
            };
            kept.extend(chosen.into_iter().cloned());
        }
        anchors
    }

    /// Whether a word is enough.
    pub(super) fn has(&self, word: &str) -> bool {
        self.alone.contains(word)
    }

    /// Whether a word is one of two.
    pub(super) fn has_in_pair(&self, word: &str) -> bool {
        self.in_pairs.contains(word)
    }

    /// Whether these two words are a pair.
    pub(super) fn has_pair(&self, words: &[String; 2]) -> bool {
        self.pairs.contains(words)
    }

    /// Whether a number is one of the words.
    pub(super) fn has_number(&self, number: &str) -> bool {
        self.numbers.contains(number)
    }
}

/// Chooses the words by which each variant of what a company is called is looked for: those that are the rarest of these texts; the
/// longest of those that are as rare. Gives those of them that are numbers: «№ 17 мектептің түлектері».
pub(super) fn choose_core_anchors<'a>(
    traits: &mut [Traits],
    stems: &mut Stems,
    texts: impl Iterator<Item = &'a str>,
) -> HashSet<String> {
    let mut words: HashMap<&str, usize> = HashMap::default();
    let parts = texts.flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric()));
    for word in parts.filter(|word| word.len() > 1) {
        *words.entry(word).or_default() += 1;
    }
    let mut times: HashMap<Part, usize> = HashMap::default();
    for (word, count) in words {
        for part in stems.parts(&sounds(word)) {
            *times.entry(part).or_default() += count;
        }
    }
    let mut numbers = HashSet::default();
    for (subject, traits) in traits.iter_mut().enumerate() {
        for (variant, of) in traits.variants.iter_mut().enumerate() {
            let is_number = |word: &str| word.bytes().all(|sound| sound.is_ascii_digit());
            let is_word = |word: &str| word.len() > 1 && !is_number(word);
            let rarity = |nth: &usize| {
                let role = Role::Core { variant, nth: *nth };
                let times = times.get(&Part { subject, role }).copied();
                let word = of.words[*nth].as_str();
                (times.unwrap_or_default(), usize::MAX - word.len())
            };
            let all = 0..of.words.len();
            let first = |nth: &usize| (!is_word(&of.words[*nth]), rarity(nth));
            // It may be of signs alone: «!!!».
            let Some(anchor) = all.clone().min_by_key(first) else {
                continue;
            };
            let second = |nth: &usize| (of.words[*nth].len() < 2, rarity(nth));
            let second = all.filter(|nth| *nth != anchor).min_by_key(second);
            of.anchors = [anchor, second.unwrap_or(anchor)];
            of.is_alone = of.words.iter().filter(|word| is_word(word)).count() < 2;
            if !is_word(&of.words[anchor]) {
                stems.ask_numbers();
            }
            let [_, second] = of.anchors.map(|nth| &of.words[nth]);
            if is_number(second) {
                numbers.insert(second.clone());
            }
        }
    }
    numbers
}
