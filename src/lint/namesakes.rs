//! Duplicate detection (fuzzy matching): patrons entered twice, under names that differ by a slip or in spelling.
//!
//! Names are compared by their skeletons: transliterated, without legal forms, with sorted words, and with what is
//! often confused made one. Skeletons at an edit distance of one are found by the hashes of what is left when a letter
//! is deleted, so that ten thousand names need no hundred million comparisons. Names that only look the same, in the letters
//! of two scripts, are compared by their look.

use std::collections::{BTreeMap, BTreeSet};

use super::initials::with_initials;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::legal_forms::without_written_form;
use crate::locale::transliterate;
use crate::model::kind::PatronId;
use crate::model::lang::Localised;
use crate::model::patron::Patron;
use crate::model::portal::Portal;
use crate::source::text::confusables::latin_of;

/// In a shorter name, one letter may well make it another's.
const LONG: usize = 12;
/// In a name of this length, even another letter in the place of one is more likely a slip.
const VERY_LONG: usize = 20;

/// A warning for each patron whose name, of today or before, is nearly that of another.
pub(super) fn namesakes(portal: &Portal) -> Vec<Diagnostic> {
    let by_skeleton = bearers(portal, skeleton);
    let by_look = bearers(portal, look);
    let by_letters = bearers(portal, glued);
    let mut pairs: BTreeSet<(PatronId, PatronId)> = BTreeSet::new();
    let same = by_skeleton.values().chain(by_look.values());
    for bearers in same.chain(by_letters.values()) {
        pairs.extend(bearers[1..].iter().map(|&later| (later, bearers[0])));
    }
    let skeletons: Vec<(&str, PatronId)> = by_skeleton
        .iter()
        .map(|(skeleton, bearers)| (skeleton.as_str(), bearers[0]))
        .collect();
    for (a, b) in near(&skeletons) {
        let (a, b) = (skeletons[a].1, skeletons[b].1);
        if a != b {
            pairs.insert((a.max(b), a.min(b)));
        }
    }
    pairs.extend(with_initials(portal, skeleton));
    // One warning for a patron is enough to look at the record.
    let mut told = BTreeSet::new();
    pairs.retain(|(later, _)| told.insert(*later));
    pairs
        .into_iter()
        .map(|(later, first)| {
            let [later, first] = [later, first].map(|patron| &portal.patrons[patron]);
            let told = |of: &Patron| {
                let record = &of.record;
                Diagnostic::new(Code::SamePatron, record.origin.field("name"))
                    .with("id", &record.id)
            };
            if !later.is_anonymous()
                && !first.is_anonymous()
                && let Some(former) = by_former_name([later, first])
            {
                return former;
            }
            match (later.is_anonymous(), first.is_anonymous()) {
                // Both ids in one message would say who the anonymous one is.
                (true, false) => told(later),
                (false, true) => told(first),
                (true, true) | (false, false) => told(later)
                    .with("other", &first.record.id)
                    .also(first.record.origin.field("name")),
            }
        })
        .collect()
}

/// That one of two patrons bears a name which the other bore before, where their names of today are not alike.
fn by_former_name(pair: [&Patron; 2]) -> Option<Diagnostic> {
    let alike = |a: &Localised, b: &Localised| {
        let mut pairs = a
            .iter()
            .flat_map(|(_, a)| b.iter().map(move |(_, b)| (a, b)));
        pairs.any(|(a, b)| are_alike(a, b))
    };
    let [later, first] = pair.map(|patron| &patron.record);
    if alike(&later.name, &first.name) {
        return None;
    }
    [(later, first), (first, later)]
        .into_iter()
        .find_map(|(of, other)| {
            let mut former = of.former_names.iter();
            let item = former.position(|former| alike(&former.name, &other.name))?;
            let at = of.origin.field("former_names").at(item).at("name");
            let told = Diagnostic::new(Code::SamePatron, at).with("what", "former");
            let told = told.with("id", &of.id).with("other", &other.id);
            Some(told.also(other.origin.field("name")))
        })
}

/// Whether two names are nearly the same.
fn are_alike(a: &str, b: &str) -> bool {
    let skeletons = [skeleton(a), skeleton(b)];
    let is_long = skeletons.iter().all(|of| of.len() >= LONG);
    let is_same = skeletons[0] == skeletons[1] || look(a) == look(b) || glued(a) == glued(b);
    is_same || is_long && is_slip(&skeletons[0], &skeletons[1])
}

/// Who bears each name, by what is left of it.
fn bearers(portal: &Portal, left_of: fn(&str) -> String) -> BTreeMap<String, Vec<PatronId>> {
    let mut by_name: BTreeMap<String, Vec<PatronId>> = BTreeMap::new();
    for (index, patron) in portal.patrons.iter() {
        for (_, name) in patron.record.names() {
            let bearers = by_name.entry(left_of(name)).or_default();
            if bearers.last() != Some(&index) {
                bearers.push(index);
            }
        }
    }
    by_name.remove("");
    by_name
}

/// A name as it looks in capitals, whatever script each letter is of: АСЕМ in Cyrillic letters and ACEM in Latin ones.
fn look(name: &str) -> String {
    let is_form = |word: &&str| LEGAL_FORMS.contains(&transliterate(word).as_str());
    let words = words_of(name).into_iter().filter(|word| !is_form(word));
    let mut words: Vec<String> = words
        .map(|word| {
            let letters = word.chars().map(|letter| {
                let capital = letter.to_uppercase().next().unwrap_or(letter);
                latin_of(capital).or(latin_of(letter)).unwrap_or(capital)
            });
            letters.flat_map(char::to_uppercase).collect()
        })
        .collect();
    words.sort();
    words.join(" ")
}

/// As they are transliterated.
const LEGAL_FORMS: [&str; 18] = [
    "too", "zhshs", "llp", "ao", "aq", "jsc", "ooo", "llc", "ltd", "inc", "ip", "zhk", "kh", "shq",
    "oo", "qb", "of", "qq",
];

/// What is left of a name when all that differs by habit is taken away.
fn skeleton(name: &str) -> String {
    let mut words = plain_words(name);
    words.sort();
    words.join(" ")
}

/// The same as one word: «ЖерСу» is «Жер-Су». Numbers are told apart by their spaces.
fn glued(name: &str) -> String {
    let words = plain_words(name);
    match name.contains(|letter: char| letter.is_ascii_digit()) {
        true => skeleton(name),
        false => plain_spelling(&words.concat()),
    }
}

/// The words of a name in plain spelling, in their order, without those of a legal form.
fn plain_words(name: &str) -> Vec<String> {
    let slug = match words_of(name) {
        words if words.len() < words_in(name).count() => transliterate(&words.join(" ")),
        _ => transliterate(name),
    };
    let words = slug.split('-').filter(|word| !LEGAL_FORMS.contains(word));
    words.map(plain_spelling).collect()
}

/// The words of a name as they are written, without a legal form that is written out.
fn words_of(name: &str) -> Vec<&str> {
    without_written_form(words_in(name).collect())
}

fn words_in(name: &str) -> impl Iterator<Item = &str> {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// A word with what is often confused made one: и, й, ы and і; к and қ; kh and h; a doubled letter.
fn plain_spelling(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    let word = word
        .replace("kh", "h")
        .replace("ye", "e")
        .replace("yo", "e");
    for letter in word.chars() {
        let letter = match letter {
            'y' | 'j' => 'i',
            'q' => 'k',
            'w' => 'v',
            letter => letter,
        };
        if letter.is_ascii_digit() || !plain.ends_with(letter) {
            plain.push(letter);
        }
    }
    plain
}

/// Pairs of indices of skeletons that differ by one slip.
fn near(skeletons: &[(&str, PatronId)]) -> Vec<(usize, usize)> {
    let mut shortened: Vec<(u64, usize)> = Vec::new();
    for (place, (skeleton, _)) in skeletons.iter().enumerate() {
        if skeleton.len() < LONG {
            continue;
        }
        shortened.push((hash(skeleton.bytes()), place));
        for left_out in 0..skeleton.len() {
            let bytes = skeleton.bytes().enumerate();
            let rest = bytes
                .filter(|(at, _)| *at != left_out)
                .map(|(_, byte)| byte);
            shortened.push((hash(rest), place));
        }
    }
    shortened.sort_unstable();
    let mut found = BTreeSet::new();
    for group in shortened.chunk_by(|a, b| a.0 == b.0) {
        for (nth, (_, a)) in group.iter().enumerate() {
            for (_, b) in &group[nth + 1..] {
                if a != b && is_slip(skeletons[*a].0, skeletons[*b].0) {
                    found.insert((*a.min(b), *a.max(b)));
                }
            }
        }
    }
    found.into_iter().collect()
}

/// FNV-1a: the same on every machine and in every run.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Whether two skeletons differ by a slip of the fingers, and not as two names do.
fn is_slip(a: &str, b: &str) -> bool {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    if digits(a) != digits(b) || strsim::osa_distance(a, b) > 1 {
        return false;
    }
    if a.len() == b.len() {
        let mut one: Vec<u8> = a.bytes().collect();
        let mut other: Vec<u8> = b.bytes().collect();
        one.sort_unstable();
        other.sort_unstable();
        return one == other || a.len() >= VERY_LONG;
    }
    // Ахметов and Ахметова are two people.
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let at = short
        .bytes()
        .zip(long.bytes())
        .take_while(|(x, y)| x == y)
        .count();
    let ends_word = matches!(long.as_bytes().get(at + 1), None | Some(b' '));
    !(ends_word && long.as_bytes().get(at) == Some(&b'a'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::index::TableIndex;

    fn alike(a: &str, b: &str) -> bool {
        let skeletons = (skeleton(a), skeleton(b));
        let both = [
            (skeletons.0.as_str(), PatronId::new(0)),
            (skeletons.1.as_str(), PatronId::new(1)),
        ];
        let is_same = skeletons.0 == skeletons.1 || glued(a) == glued(b);
        let found = is_same || !near(&both).is_empty();
        assert!(!found || are_alike(a, b));
        found
    }

    #[test]
    fn names_of_two_scripts_that_look_the_same_are_alike() {
        for (a, b) in [
            ("АСЕМ ВОСТОК", "ACEM BOCTOK"),
            ("ТОО «ОРКЕН»", "LLP OPKEH"),
            ("Мəди", "Мәди"),
        ] {
            assert_eq!(look(a), look(b));
        }
        assert_ne!(look("ОРКЕН"), look("ӨРКЕН"));
        assert_ne!(look("Нур"), look("Nur"));
    }

    #[test]
    fn slips_are_alike_and_names_are_not() {
        for (a, b) in [
            ("«Дала» ЖШС", "ТОО «Дала»"),
            ("«Жер-Су» ЖШС", "«ЖерСу» ЖШС"),
            (
                "«Жер-Су» ЖШС",
                "«Жер-Су» жауапкершілігі шектеулі серіктестігі",
            ),
            (
                "ТОО «Жер-Су»",
                "Товарищество с ограниченной ответственностью «Жер-Су»",
            ),
            ("Жеке кәсіпкер Ахметов Асан", "ИП Ахметов Асан"),
            ("Ахметов Асан", "Асан Ахметов"),
            ("Асан Қайратұлы Ахметов", "Асан Кайратулы Ахметов"),
            ("Дмитрий Васильев", "Дмитрии Васильев"),
            ("Нурлан Ибрагимов", "Нурлан Ибргимов"),
            ("Нурлан Ибрагимов", "Нурлан Ибраигмов"),
            (
                "Бекмуханбет Ибрагимович Сулейменов",
                "Бекмуханбет Ибрагимович Сулеименав",
            ),
            ("Aidos LLP", "Aydos"),
        ] {
            assert!(alike(a, b), "{a} / {b}");
        }
        for (a, b) in [
            ("Марат Ибрагимов", "Мурат Ибрагимов"),
            ("Нурлан Ибрагимов", "Нурлана Ибрагимова"),
            (
                "Выпускники школы № 12 1998 года",
                "Выпускники школы № 12 1999 года",
            ),
            ("Дала", "Бала"),
            ("Школа № 1 2", "Школа № 12"),
            ("Корнеев Иван", "Кореев Иван"),
            ("«Дала» ЖШС", "«Бала» жауапкершілігі шектеулі серіктестігі"),
            ("Ахметов Жанат", "Ахметова Жанат"),
        ] {
            assert!(!alike(a, b), "{a} / {b}");
        }
    }
}
