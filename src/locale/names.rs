//! Collation and alphabet index: the order of names, and the letter that a name stands under.
//!
//! Takes names as they are written and compares them as a reader of the language looks them up. Must not know whose
//! names they are.

use std::borrow::Cow;
use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use crate::model::lang::Lang;

use super::cldr::COMPILED_IN;

/// The Kazakh alphabet of 1940, in capitals. The 33 Russian letters stand in it in their own order.
const KAZAKH: &[char] = &[
    'А', 'Ә', 'Б', 'В', 'Г', 'Ғ', 'Д', 'Е', 'Ё', 'Ж', 'З', 'И', 'Й', 'К', 'Қ', 'Л', 'М', 'Н', 'Ң',
    'О', 'Ө', 'П', 'Р', 'С', 'Т', 'У', 'Ұ', 'Ү', 'Ф', 'Х', 'Һ', 'Ц', 'Ч', 'Ш', 'Щ', 'Ъ', 'Ы', 'І',
    'Ь', 'Э', 'Ю', 'Я',
];
/// The Russian alphabet.
const RUSSIAN: &[char] = &[
    'А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ё', 'Ж', 'З', 'И', 'Й', 'К', 'Л', 'М', 'Н', 'О', 'П', 'Р', 'С',
    'Т', 'У', 'Ф', 'Х', 'Ц', 'Ч', 'Ш', 'Щ', 'Ъ', 'Ы', 'Ь', 'Э', 'Ю', 'Я',
];
/// The letters that a name can stand under in a Russian list, in the order of the Russian collator: the Kazakh letters
/// stand beside those that they look like, and Ё counts as Е.
const RUSSIAN_LIST: &[char] = &[
    'А', 'Ә', 'Б', 'В', 'Г', 'Ғ', 'Д', 'Е', 'Ж', 'З', 'И', 'І', 'Й', 'К', 'Қ', 'Л', 'М', 'Н', 'Ң',
    'О', 'Ө', 'П', 'Р', 'С', 'Т', 'У', 'Ү', 'Ұ', 'Ф', 'Х', 'Һ', 'Ц', 'Ч', 'Ш', 'Щ', 'Ъ', 'Ы', 'Ь',
    'Э', 'Ю', 'Я',
];
const ENGLISH: &[char] = &[
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S',
    'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
];

/// Quotation marks, with the apostrophes that serve as such. Nobody looks a company up under its quotation mark.
pub(super) const QUOTES: &[char] = &[
    '«', '»', '‹', '›', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '"', '\'',
];

/// The group of an alphabetical list that a name belongs to. Groups are ordered as their names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Initial {
    Digit,
    /// A capital, and its index in the order of letters.
    Letter {
        place: u8,
        letter: char,
    },
    /// Another script, or no letter at all.
    Other,
}

impl Initial {
    /// The letter, if it is one.
    pub(crate) fn letter(self) -> Option<char> {
        match self {
            Initial::Letter { letter, .. } => Some(letter),
            Initial::Digit | Initial::Other => None,
        }
    }
}

/// The order of names in a language.
pub(super) struct Names {
    lang: Lang,
    collator: CollatorBorrowed<'static>,
    /// All letters that a name can stand under, in their order.
    letters: &'static [char],
}

impl Names {
    pub(super) fn new(lang: Lang) -> Names {
        let (tag, letters) = match lang {
            Lang::Kk => (locale!("kk"), KAZAKH),
            Lang::Ru => (locale!("ru"), RUSSIAN_LIST),
            Lang::En => (locale!("en-GB"), ENGLISH),
        };
        let mut wanted = CollatorPreferences::from(&tag);
        wanted.numeric_ordering = Some(CollationNumericOrdering::True);
        Names {
            lang,
            collator: CollatorBorrowed::try_new(wanted, CollatorOptions::default())
                .expect(COMPILED_IN),
            letters,
        }
    }

    fn letter(&self, letter: char) -> Option<Initial> {
        let capital = letter.to_uppercase().next()?;
        let place = self.letters.iter().position(|&known| known == capital)?;
        Some(Initial::Letter {
            place: u8::try_from(place).ok()?,
            letter: capital,
        })
    }
}

impl Names {
    /// Which of two names a reader looks for first. Word by word («Ким Олег» before «Кимова»), numbers by their value,
    /// quotation marks aside; only equal texts are equal.
    pub(super) fn compare(&self, left: &str, right: &str) -> Ordering {
        let order = self.collator.compare(&unquoted(left), &unquoted(right));
        order.then_with(|| left.cmp(right))
    }

    /// A key whose bytes are in the order of [`Names::compare`], for lists that are sorted more than once. Holds only
    /// within one run of the program.
    pub(super) fn sort_key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.collator.write_sort_key_to(&unquoted(name), &mut key);
        // ICU's part holds no zero, so that a shorter key stays before a longer one that begins with it.
        key.push(0);
        key.extend_from_slice(name.as_bytes());
        key
    }

    /// The group of an alphabetical list that a name stands in, by its first letter or digit.
    pub(super) fn initial(&self, name: &str) -> Initial {
        let composed = ComposingNormalizerBorrowed::new_nfc().normalize(name);
        let Some(first) = composed.chars().find(|c| c.is_alphanumeric()) else {
            return Initial::Other;
        };
        if first.is_numeric() {
            return Initial::Digit;
        }
        let without_marks = || {
            DecomposingNormalizerBorrowed::new_nfd()
                .normalize_iter(std::iter::once(first))
                .next()
        };
        self.letter(first)
            .or_else(|| self.letter(without_marks()?))
            .unwrap_or(Initial::Other)
    }

    /// The capitals of the alphabet that readers of the language know. In a Russian list a name can also stand under
    /// one of the Kazakh letters between them.
    pub(super) fn alphabet(&self) -> &'static [char] {
        match self.lang {
            Lang::Kk => KAZAKH,
            Lang::Ru => RUSSIAN,
            Lang::En => ENGLISH,
        }
    }
}

fn unquoted(name: &str) -> Cow<'_, str> {
    if name.contains(QUOTES) {
        Cow::Owned(name.replace(QUOTES, ""))
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn sorted<'a>(lang: Lang, names: &[&'a str]) -> Vec<&'a str> {
        let locale = Locale::new(lang);
        let mut names = names.to_vec();
        names.sort_by(|left, right| locale.compare(left, right));
        names
    }

    #[test]
    fn quotation_marks_do_not_count() {
        let names = [
            "«Алтын Дән» ЖШС",
            "Алтынбек",
            "ТОО «Альфа»",
            "ТОО Бета",
            "ТОО \"Гамма\"",
            "«Үміт» қоры",
            "Яна",
        ];
        for lang in [Lang::Kk, Lang::Ru] {
            assert_eq!(sorted(lang, &names), names, "{lang}");
        }
    }

    #[test]
    fn numbers_stand_in_the_order_of_their_values() {
        let names = [
            "2-мектеп",
            "№ 10 мектеп",
            "10-мектеп",
            "0100-мектеп",
            "№ 9",
            "мектеп 2",
            "мектеп 10",
        ];
        for lang in Lang::ALL {
            let locale = Locale::new(lang);
            let sorted = sorted(lang, &names);
            let place = |name| sorted.iter().position(|&one| one == name).unwrap();
            assert!(place("2-мектеп") < place("10-мектеп"), "{sorted:?}");
            assert!(place("10-мектеп") < place("0100-мектеп"), "{sorted:?}");
            assert!(place("№ 9") < place("№ 10 мектеп"), "{sorted:?}");
            assert!(place("мектеп 2") < place("мектеп 10"), "{sorted:?}");
            let mut by_key = names.to_vec();
            by_key.sort_by_cached_key(|name| locale.sort_key(name));
            assert_eq!(by_key, sorted, "{lang}");
        }
    }

    #[test]
    fn only_equal_names_are_equal() {
        let ru = Locale::new(Lang::Ru);
        assert_eq!(ru.compare("«Үміт»", "Үміт"), "«Үміт»".cmp("Үміт"));
        assert_eq!(ru.compare("Үміт", "Үміт"), Ordering::Equal);
        assert_ne!(ru.sort_key("«Үміт»"), ru.sort_key("Үміт"));
    }

    #[test]
    fn a_name_stands_under_its_first_letter() {
        let letter = |lang, name| Locale::new(lang).initial(name).letter();
        for lang in [Lang::Kk, Lang::Ru] {
            assert_eq!(letter(lang, "«әділет» қоры"), Some('Ә'));
            let yo = if lang == Lang::Kk { 'Ё' } else { 'Е' };
            assert_eq!(letter(lang, "ёлка"), Some(yo));
            assert_eq!(letter(lang, "И\u{0306}од"), Some('Й'));
            assert_eq!(letter(lang, "һәм"), Some('Һ'));
            assert_eq!(letter(lang, "Їжак"), Some('І'));
            assert_eq!(Locale::new(lang).initial("Zhersu"), Initial::Other);
            assert_eq!(Locale::new(lang).initial("№ 5 мектеп"), Initial::Digit);
            assert_eq!(Locale::new(lang).initial("«…»"), Initial::Other);
        }
        assert_eq!(letter(Lang::En, "“zhersu”"), Some('Z'));
        assert_eq!(letter(Lang::En, "Évian"), Some('E'));
        assert_eq!(Locale::new(Lang::En).initial("Әділет"), Initial::Other);
    }

    #[test]
    fn groups_are_ordered_as_their_names_are() {
        for lang in Lang::ALL {
            let locale = Locale::new(lang);
            let mut names: Vec<String> = KAZAKH
                .iter()
                .chain(ENGLISH)
                .chain(&['7'])
                .flat_map(|letter| [format!("{letter}я"), format!("{letter}а").to_lowercase()])
                .collect();
            names.sort_by_cached_key(|name| locale.sort_key(name));
            let groups: Vec<Initial> = names.iter().map(|name| locale.initial(name)).collect();
            assert!(groups.is_sorted(), "{lang}: {names:?}");
        }
    }

    #[test]
    fn alphabets_are_whole_and_in_order() {
        for (lang, length) in [(Lang::Kk, 42), (Lang::Ru, 33), (Lang::En, 26)] {
            let locale = Locale::new(lang);
            let letters: Vec<String> = locale.alphabet().iter().map(char::to_string).collect();
            assert_eq!(letters.len(), length);
            assert!(
                letters.is_sorted_by(|a, b| locale.compare(a, b).is_lt()),
                "{lang}"
            );
            let known = letters.iter().map(|letter| locale.initial(letter));
            assert!(known.into_iter().all(|group| group.letter().is_some()));
        }
        let ru = Names::new(Lang::Ru);
        assert_eq!(ru.letters.len(), KAZAKH.len() - 1);
        assert!(
            KAZAKH
                .iter()
                .all(|&letter| letter == 'Ё' || ru.letters.contains(&letter))
        );
    }
}
