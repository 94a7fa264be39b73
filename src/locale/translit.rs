//! Transliteration: a title or name to a slug in Latin letters.
//!
//! Takes a title or name in any of the portal's languages and gives what can stand in an address: `a-z`, `0-9` and
//! single hyphens between words. Must not know which addresses are taken.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The 42 letters of the Kazakh alphabet, which hold all Russian ones, as campaigns and news sites of the country write
/// them in addresses: the column `slug_proposed` of the project's `transliteration.csv`, after BGN/PCGN 1979 and
/// without its diacritics. The hard and the soft sign vanish.
const LETTERS: [(char, &str); 42] = [
    ('а', "a"),
    ('ә', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ғ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "yo"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('қ', "q"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "n"),
    ('о', "o"),
    ('ө', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ұ', "u"),
    ('ү', "u"),
    ('ф', "f"),
    ('х', "h"),
    ('һ', "h"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('і', "i"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
];

/// Latin letters that are more than a letter with a mark.
const LATIN: [(char, &str); 8] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('ı', "i"),
];

/// A text as a slug: «Туған жерге тағзым» → `tugan-zherge-tagzym`. A letter with a mark that is not in the table is
/// written as the letter: É as e. What no table has, above all signs and spaces, parts two words. The slug is empty if
/// nothing is left.
pub(crate) fn transliterate(text: &str) -> String {
    // Some systems give й and ё as two characters each.
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let mut slug = String::with_capacity(text.len());
    let mut word_ended = false;
    for letter in text.chars().flat_map(char::to_lowercase) {
        if is_mark(letter) {
            continue;
        }
        let known = |letter: &char| letter.is_ascii_alphanumeric() || latin(*letter).is_some();
        let letter = Some(letter)
            .filter(known)
            .or_else(|| base(letter).filter(known));
        let Some(letter) = letter else {
            word_ended = true;
            continue;
        };
        let latin = latin(letter);
        if latin == Some("") {
            continue;
        }
        if word_ended && !slug.is_empty() {
            slug.push('-');
        }
        word_ended = false;
        match latin {
            Some(latin) => slug.push_str(latin),
            None => slug.push(letter),
        }
    }
    slug
}

/// What is written for a letter that the tables have.
fn latin(letter: char) -> Option<&'static str> {
    // They have no plain letter and no plain sign.
    if letter.is_ascii() {
        return None;
    }
    let mut known = LETTERS.iter().chain(&LATIN);
    known
        .find(|(known, _)| *known == letter)
        .map(|(_, latin)| *latin)
}

/// The letter without its marks.
fn base(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return None;
    }
    DecomposingNormalizerBorrowed::new_nfd()
        .normalize_iter(std::iter::once(letter))
        .next()
        .filter(|&base| base != letter)
}

/// An accent that stands alone, since no letter has it: it is no gap between two words.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_addresses() {
        for (title, slug) in [
            ("Туған жерге тағзым", "tugan-zherge-tagzym"),
            ("«Жомарт жүрек» – 2018", "zhomart-zhurek-2018"),
            ("Қазақстан халқы", "qazaqstan-halqy"),
            ("Объект, съезд и пьеса", "obekt-sezd-i-pesa"),
            ("ЩЕДРЫЙ ЁЖ", "shchedryi-yozh"),
            ("Жетісу – Zhetisu_1", "zhetisu-zhetisu-1"),
            ("Иыі\u{0306} и\u{0306}", "iyi-i"),
            ("Évian, Łódź, Straße", "evian-lodz-strasse"),
            ("Київ", "kiiv"),
            ("Қ\u{301}ала", "qala"),
            ("дом ъ", "dom"),
            ("  --  ", ""),
            ("", ""),
        ] {
            assert_eq!(transliterate(title), slug, "{title}");
        }
    }
}
