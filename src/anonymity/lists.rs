//! Word lists: given names, common words, words beside names of places, titles and honorifics, all as skeletons.
//!
//! A surname that is also a common word, or a person of the same surname with another given name, is told by them. Takes a
//! word's skeleton. The lists hold what is usual in the country's three languages; they are no dictionaries.

use std::sync::LazyLock;

use ahash::HashSet;

use super::endings::is_ending_of;
use crate::locale::skeleton::skeleton;

type List = LazyLock<HashSet<String>>;

static GIVEN_NAMES: List = LazyLock::new(|| list(include_str!("lists/given_names.txt")));
static COMMON_WORDS: List = LazyLock::new(|| list(include_str!("lists/common_words.txt")));
static PLACES: List = LazyLock::new(|| {
    list(
        "ауылы ауылында ауылының ауылдық ауылдағы көшесі көшесінде көшесінің ауданы ауданында ауданының аудандық қаласы қаласында қаласының \
         станциясы округі елді мекені өзені көлі тауы улица улице улицы ул село селе села посёлок посёлке аул ауле район районе района город \
         станция проспект проспекте переулок мкр микрорайон округ озеро река гора street st avenue village district town city lake river",
    )
});
static TITLES: List = LazyLock::new(|| {
    list(
        "мырза ханым ағай апай көке тәте ақсақал господин господину господина госпожа госпоже госпожу г гн гжа mr mrs ms dr \
         бизнесмен меценат демеуші кәсіпкер",
    )
});

/// Beginnings of words that are no cases of a name, though they seem to be: Алматы is not of Алма.
const NO_NAMES: [&str; 1] = ["almati"];

fn list(text: &str) -> HashSet<String> {
    let words = text.split_whitespace().map(skeleton);
    words.filter(|word| !word.is_empty()).collect()
}

/// Whether a word is a given name that is usual, in whatever case.
pub(crate) fn is_given_name(word: &str) -> bool {
    has_name(&GIVEN_NAMES, word)
}

/// Whether a word is a given name that is usual, as it stands in the dictionary.
pub(super) fn is_usual_name(word: &str) -> bool {
    GIVEN_NAMES.contains(word)
}

/// Whether a word is a common one.
pub(super) fn is_common(word: &str) -> bool {
    COMMON_WORDS.contains(word)
}

/// Whether a word says that the name beside it is that of a place.
pub(super) fn is_place(word: &str) -> bool {
    PLACES.contains(word)
}

/// Whether a word says that the name beside it is somebody's.
pub(super) fn is_title(word: &str) -> bool {
    has_name(&TITLES, word)
}

/// Whether a list has the word, or a name that it is a case of.
pub(super) fn has_name(list: &HashSet<String>, word: &str) -> bool {
    const SHORTEST: usize = 3;
    const LONGEST_ENDING: usize = 7;
    if list.contains(word) {
        return true;
    }
    if list.is_empty() || NO_NAMES.iter().any(|other| word.starts_with(other)) {
        return false;
    }
    let from = SHORTEST.max(word.len().saturating_sub(LONGEST_ENDING));
    let stems = (from..word.len()).filter_map(|end| word.get(..end));
    let mut stems = stems.map(|stem| (stem, &word[stem.len()..]));
    stems.any(|(stem, rest)| {
        let with_vowel = ["a", "i"].iter().any(|vowel| {
            let whole = [stem, *vowel].concat();
            list.contains(whole.as_str())
                && matches!(
                    rest,
                    "i" | "u" | "e" | "oi" | "ei" | "iei" | "em" | "ia" | "iu"
                )
        });
        with_vowel || list.contains(stem) && is_ending_of(stem, rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_are_known_in_any_case() {
        for word in [
            "Серік",
            "Серикке",
            "Айгулей",
            "Лилию",
            "Дмитрием",
            "Aigerim",
            "Сергея",
            "Ержанның",
        ] {
            assert!(is_given_name(&skeleton(word)), "{word}");
        }
        for word in ["Оспанов", "мектеп", "школа", "Павлодарда"] {
            assert!(!is_given_name(&skeleton(word)), "{word}");
        }
    }
}
