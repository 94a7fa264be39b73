//! Folding and stemming of words for the search: the one rule of the program, whose twin for the browser is
//! `themes/tagzym/static/search-fold.js`.
//!
//! Both files have the same functions of the same names and the same tables in the same order, so that a test can give
//! every word of a portal to both: in a browser `import("/assets/…/search-fold.js")` gives `words`, `fold`, `stems` and
//! `isIdle`, and what they return has to equal what these return. Whoever changes one changes the other.
//!
//! A text is cut into plain words, which the index holds as they are: small letters, without ё and apostrophes. The fold of
//! a word is what stays of it in any script and in any letters: small Latin letters that stand for sounds, by the same
//! [`skeleton`] that finds the names of patrons. Қазақстан, Казахстан, qazaqstan and Kazakhstan are all `kazakstan`. Its
//! stems are what stays of that without an ending, in each language that the word may belong to: two words are forms of one
//! if they share a stem.

use std::borrow::Cow;
use std::sync::LazyLock;

use ahash::HashSet;

use crate::locale::skeleton::skeleton;
use crate::source::text::plain_words::small_letter;

/// The longest word, in letters: the rest of a longer one distinguishes nothing.
const LONGEST: usize = 32;

/// The fewest letters that an ending leaves.
const SHORTEST_STEM: usize = 3;

/// Signs that stand inside a word and are no part of it: apostrophes, the soft hyphen, the stress.
const WITHIN: &str = "'’‘ʼʻʹ`´\u{ad}\u{301}\u{200b}";

/// Hyphens: the parts of such a word are words, and so is the whole.
const HYPHENS: &str = "-‐‑";

/// Words that say nothing of what is looked for, and legal forms, which people leave out or write otherwise.
const IDLE: &str = "и в во на с со по для из от до о об к у за не а of the in and to for on at an by with мен және үшін бен \
                    пен да де та те жшс тоо llp ао ақ ооо жк ип оф ққ қб ltd llc jsc";

/// The letters that only Kazakh has.
const KAZAKH_LETTERS: &str = "әғқңөұүһі";

/// The cases of Kazakh nouns in folded letters: after a vowel, after a voiceless consonant, after any other, and after
/// the possessive.
const CASES: [&str; 4] = [
    "dagi degi nin men dan den ni ga ge da de",
    "tagi tegi tin pen tan ten ti ka ke ta te",
    "dagi degi din nin men ben dan den nan nen di ni ga ge da de",
    "ndagi ndegi nda nde nan nen na ne n",
];

/// The plurals, by the same first three.
const PLURALS: [&str; 3] = ["lar ler", "tar ter", "dar der lar ler"];

/// The endings that begin with the letter that a word may end in.
const DOUBLED: [(&str, &str); 3] = [
    ("n", "nin nan nen"),
    ("t", "tagi tegi tin tan ten tar ter ti ta te"),
    ("k", "ka ke"),
];

/// The endings of Russian nouns and adjectives in folded letters, the longest first.
const RUSSIAN: &str = "eiami iaia iuiu iami eiam eiak ami imi ogo ego omu emu aia uiu eia eiu iei iem iam iak oi ei om em im am ak ik \
                       ov ev oe ee ie ia iu";

/// Those of nouns that end in я: Kazakh has the whole of such a word, and its own endings behind it (аллеясы).
const RUSSIAN_SOFT: &str = "iami iam iak iei iu";

/// Those of one letter, which stand behind a consonant.
const RUSSIAN_VOWELS: &str = "a e i o u";

/// The plain words of a text, in order; behind the parts of a word with hyphens stands the whole.
pub fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_word(text, |word| found.push(word.to_owned()));
    found
}

/// Gives each plain word of a text.
pub(crate) fn each_word(text: &str, mut give: impl FnMut(&str)) {
    let (mut part, mut whole, mut parts) = (String::new(), String::new(), 0);
    for letter in text.chars().chain([' ']) {
        if let Some(small) = small_letter(letter) {
            part.push(if small == 'ё' { 'е' } else { small });
        } else if letter.is_alphanumeric() {
            let small = letter
                .to_lowercase()
                .filter(|small| small.is_alphanumeric());
            part.extend(small.map(|small| if small == 'ё' { 'е' } else { small }));
        } else if !WITHIN.contains(letter) {
            if !part.is_empty() {
                cut(&mut part);
                give(&part);
                whole.push_str(&part);
                part.clear();
                parts += 1;
            }
            if !HYPHENS.contains(letter) {
                if parts > 1 {
                    cut(&mut whole);
                    give(&whole);
                }
                whole.clear();
                parts = 0;
            }
        }
    }
}

fn cut(word: &mut String) {
    if let Some((end, _)) = word.char_indices().nth(LONGEST) {
        word.truncate(end);
    }
}

/// What stays of a plain word in any script; nothing of a word in letters that are neither Cyrillic nor Latin.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    let word = apart(word);
    for sound in skeleton(&word).chars() {
        // Russian has х for қ, һ and х, and so have those who write Latin letters by it.
        let sound = if sound == 'h' { 'k' } else { sound };
        if sound.is_ascii_digit() || !folded.ends_with(sound) {
            folded.push(sound);
        }
    }
    folded
}

/// A word in which ц and ts are the two sounds that they are: so has it detskiy, and дет begins детский.
fn apart(word: &str) -> Cow<'_, str> {
    match word.contains('ц') || word.contains("ts") || word.contains("tz") {
        true => Cow::Owned(
            word.replace('ц', "тс")
                .replace("ts", "tъs")
                .replace("tz", "tъs"),
        ),
        false => Cow::Borrowed(word),
    }
}

/// Whether a plain word says nothing of what is looked for.
pub fn is_idle(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> =
        LazyLock::new(|| IDLE.split_ascii_whitespace().collect());
    WORDS.contains(word)
}

/// The stems of a plain word, each behind its language: `kk:mektep`. The word itself is one, since what looks like an ending
/// may be none.
pub fn stems(word: &str) -> Vec<String> {
    let folded = fold(word);
    if folded.is_empty() {
        return Vec::new();
    }
    let is_cyrillic = word.chars().any(|letter| ('а'..='ԯ').contains(&letter));
    let is_kazakh = word.chars().any(|letter| KAZAKH_LETTERS.contains(letter));
    let mut stems = vec![format!("kk:{}", hard(&folded))];
    let of_kazakh = kazakh(&folded);
    let of_kazakh = of_kazakh
        .iter()
        .filter(|stem| is_cyrillic || !is_stub(stem, &folded));
    stems.extend(of_kazakh.map(|stem| format!("kk:{stem}")));
    if !is_kazakh {
        let soft = without(&folded, RUSSIAN_SOFT, |_| true);
        stems.extend(soft.map(|rest| format!("kk:{rest}ia")));
        stems.extend([format!("ru:{folded}"), format!("ru:{}", russian(&folded))]);
    }
    if !is_cyrillic {
        stems.extend([
            format!("en:{folded}"),
            format!("en:{}", fold(&english(word))),
        ]);
    }
    stems.sort();
    stems.dedup();
    stems
}

/// Whether hardly more is left than was cut off: mos of mosqe. In Latin letters that is more often a mistake than Kazakh.
fn is_stub(stem: &str, word: &str) -> bool {
    stem.len() <= SHORTEST_STEM && word.len() < stem.len() + SHORTEST_STEM
}

fn is_vowel(sound: u8) -> bool {
    b"aeiou".contains(&sound)
}

/// A folded word without an ending of a table, if one of them fits and leaves enough.
fn without<'a>(word: &'a str, endings: &str, fits: impl Fn(&str) -> bool) -> Option<&'a str> {
    let rests = endings
        .split_ascii_whitespace()
        .filter_map(|ending| word.strip_suffix(ending));
    let mut rests = rests.filter(|rest| rest.len() >= SHORTEST_STEM && fits(rest));
    rests.next()
}

/// Which of the first three tables hold for what follows a word: у and й go with vowels and with consonants.
fn classes(word: &str) -> &'static [usize] {
    match word.bytes().last() {
        Some(b'i' | b'u') => &[0, 2],
        Some(b'a' | b'e' | b'o') => &[0],
        Some(b'k' | b'p' | b's' | b't' | b'w' | b'q' | b'c' | b'f') => &[1],
        _ => &[2],
    }
}

/// A folded word without the endings of a Kazakh noun: case, possessive, plural. Where the first letter of an ending may be the last
/// of the word itself, since the fold keeps one of two (мешіттер, Кегеннің), with that as well.
fn kazakh(word: &str) -> Vec<String> {
    let of_possessive = without(word, CASES[3], |rest| {
        rest.ends_with('i') && rest.len() > SHORTEST_STEM
    });
    let rests = [of_possessive, classed(word, &CASES[..3])].map(|rest| rest.unwrap_or(word));
    let least = rests.iter().map(|rest| without_number(rest));
    let least = least.min_by_key(|rest| rest.len()).unwrap_or(word);
    let mut stems = vec![hard(least), hard(rests[0]), hard(rests[1])];
    for rest in [word, rests[0], rests[1]] {
        for of in [rest, without_possessive(rest)] {
            for (letter, endings) in DOUBLED {
                stems.extend(
                    without(of, endings, ends_in_vowel).map(|rest| format!("{rest}{letter}")),
                );
            }
        }
    }
    stems
}

fn ends_in_vowel(word: &str) -> bool {
    word.bytes().last().is_some_and(is_vowel)
}

/// Without the ending of the possessive, then that of the plural.
fn without_number(word: &str) -> &str {
    let word = without_possessive(word);
    classed(word, &PLURALS).unwrap_or(word)
}

fn without_possessive(word: &str) -> &str {
    let of = without(word, "si", ends_in_vowel);
    let of = of.or_else(|| without(word, "i", |rest| !ends_in_vowel(rest)));
    of.unwrap_or(word)
}

/// Without an ending of the tables by what may stand before it: the one that leaves the least.
fn classed<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    let rests = endings.iter().enumerate().filter_map(|(class, endings)| {
        without(word, endings, |rest| classes(rest).contains(&class))
    });
    rests.min_by_key(|rest| rest.len())
}

/// With the consonant that a Kazakh word ends in where no vowel follows: мектеб-і, мектеп.
fn hard(stem: &str) -> String {
    let end = match stem.bytes().last() {
        Some(b'b') => "p",
        Some(b'g') => "k",
        _ => return stem.to_owned(),
    };
    [&stem[..stem.len() - 1], end].concat()
}

/// A folded word without the ending of a Russian noun or adjective.
fn russian(word: &str) -> &str {
    let long = without(word, RUSSIAN, |_| true);
    let short = || without(word, RUSSIAN_VOWELS, |rest| !ends_in_vowel(rest));
    long.or_else(short).unwrap_or(word)
}

/// A plain word without the ending of an English plural, nor a last e, which may belong to either.
fn english(word: &str) -> String {
    let enough = |rest: &&str| rest.chars().count() >= SHORTEST_STEM;
    if let Some(rest) = word.strip_suffix("ies").filter(enough) {
        return format!("{rest}y");
    }
    let one = word.strip_suffix('s').filter(enough);
    let one = one.filter(|rest| !["s", "u", "i"].iter().any(|end| rest.ends_with(end)));
    let one = one.unwrap_or(word);
    one.strip_suffix('e')
        .filter(enough)
        .unwrap_or(one)
        .to_owned()
}

#[cfg(test)]
mod tests;
