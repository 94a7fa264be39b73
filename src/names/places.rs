//! Words for places: what a place is, the endings by which Russian makes an adjective of its name, and the initials of a region.
//!
//! Takes words as they are typed. Knows no place.

use super::mended::mended;

/// What a place is, by the words for it in three languages.
const PLACES: [&[&str]; 4] = [
    &[
        "облысы",
        "облысында",
        "область",
        "области",
        "обл",
        "region",
        "oblast",
        "province",
    ],
    &[
        "қаласы",
        "қаласында",
        "қ",
        "город",
        "города",
        "городе",
        "г",
        "гор",
        "city",
        "town",
    ],
    &[
        "ауданы",
        "ауданында",
        "аудан",
        "ауд",
        "район",
        "района",
        "районе",
        "р",
        "н",
        "рн",
        "district",
    ],
    &[
        "ауылы",
        "ауыл",
        "а",
        "село",
        "с",
        "поселок",
        "посёлок",
        "п",
        "кенті",
        "village",
    ],
];

/// Small words around a place.
const AROUND: [&str; 6] = ["в", "во", "по", "in", "the", "of"];

/// What place a word says that a name is of.
pub(super) fn place_word(word: &str) -> Option<usize> {
    let lower = word.to_lowercase();
    PLACES.iter().position(|words| words.contains(&&*lower))
}

pub(super) fn is_around_place(word: &str) -> bool {
    AROUND.contains(&&*word.to_lowercase())
}

/// «Абайская» is what belongs to Абай: the name without the ending, where enough of it is left.
pub(super) fn without_adjective_ending(word: &str) -> &str {
    const ENDINGS: [&str; 8] = [
        "ская",
        "ской",
        "скую",
        "ский",
        "ского",
        "скому",
        "ском",
        "ское",
    ];
    const SHORTEST: usize = 4;
    let name = ENDINGS.iter().find_map(|ending| {
        let at = word.len().checked_sub(ending.len())?;
        let (name, rest) = word.split_at_checked(at)?;
        (rest.to_lowercase() == **ending).then_some(name)
    });
    name.filter(|name| name.chars().count() >= SHORTEST)
        .unwrap_or(word)
}

/// The initials by which people name a region of two words: «ЗКО» for «Западно-Казахстанская область».
pub(super) fn initials(name: &str) -> Option<String> {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(mended).collect();
    let [_, _, last] = words.as_slice() else {
        return None;
    };
    place_word(last)?;
    let firsts = words.iter().filter_map(|word| word.chars().next());
    Some(firsts.flat_map(char::to_uppercase).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_have_initials() {
        for (name, expected) in [
            ("Западно-Казахстанская область", Some("ЗКО")),
            ("Солтүстік Қазақстан облысы", Some("СҚО")),
            ("West Kazakhstan Region", Some("WKR")),
            ("Акмолинская область", None),
            ("район Биржан сал", None),
        ] {
            assert_eq!(initials(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn adjectives_are_cut_to_names() {
        for (word, name) in [
            ("Абайская", "Абай"),
            ("Улытауской", "Улытау"),
            ("УЛЫТАУСКАЯ", "УЛЫТАУ"),
            ("Омская", "Омская"),
            ("Абай", "Абай"),
        ] {
            assert_eq!(without_adjective_ending(word), name);
        }
    }
}
