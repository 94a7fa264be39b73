//! Addresses in Latin letters.
//!
//! Takes a title or name in any of the portal's languages and gives what can stand in an address: `a-z`, `0-9` and single
//! hyphens between words. Must not know which addresses are taken.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The 42 letters of the Kazakh alphabet, which hold all Russian ones, as campaigns and news sites of the country write
/// them in addresses: the column `slug_proposed` of the project's `transliteration.csv`, after BGN/PCGN 1979 and without
/// its diacritics. The hard and the soft sign vanish.
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

/// A text as a slug: «Туған жерге тағзым» → `tugan-zherge-tagzym`. Whatever is neither a letter of the table nor an ASCII
/// letter or digit parts two words. The slug is empty if nothing is left.
pub fn transliterate(text: &str) -> String {
    // Some systems give й and ё as two characters each.
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let mut slug = String::with_capacity(text.len());
    let mut word_ended = false;
    for letter in text.chars().flat_map(char::to_lowercase) {
        let mut ascii = [0; 4];
        let latin = match LETTERS.iter().find(|(cyrillic, _)| *cyrillic == letter) {
            Some((_, latin)) => latin,
            None if letter.is_ascii_alphanumeric() => &*letter.encode_utf8(&mut ascii),
            None => {
                word_ended = true;
                continue;
            }
        };
        if latin.is_empty() {
            continue;
        }
        if word_ended && !slug.is_empty() {
            slug.push('-');
        }
        word_ended = false;
        slug.push_str(latin);
    }
    slug
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
            ("дом ъ", "dom"),
            ("  --  ", ""),
            ("", ""),
        ] {
            assert_eq!(transliterate(title), slug, "{title}");
        }
    }
}
