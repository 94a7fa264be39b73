//! Words for places: what a place is, the endings by which Russian makes an adjective of its name, and the initials of a region.
//!
//! Takes words as they are typed. Knows no place.

use super::mended::mended;
use crate::source::text::confusables::{is_cyrillic, latin_of};

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
        "obl",
        "oblysy",
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
        "qalasy",
        "gorod",
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
        "audany",
        "raion",
        "rayon",
    ],
    &[
        "ауылы",
        "ауыл",
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
const AROUND: [&str; 12] = [
    "а",
    "в",
    "во",
    "по",
    "in",
    "the",
    "of",
    "им",
    "имени",
    "атындағы",
    "named",
    "after",
];

/// Words for Kazakhstan that are shorter than its name.
const COUNTRY: [&str; 5] = ["kz", "rk", "рк", "қр", "кз"];

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

/// What sounds like a word of a region's name that is cut short: «Каз.», «KZ».
pub(super) fn country_in_full(word: &str) -> &str {
    match COUNTRY.contains(&&*word.to_lowercase()) {
        true => "Казахстан",
        false => word,
    }
}

/// The codes by which people know a region of two words: its initials, the same in letters of the other script by their sound or by their
/// look, and with the other word for region. What two regions have in common is the code of both.
pub(super) fn codes(name: &str) -> Vec<String> {
    let Some(initials) = initials(name) else {
        return Vec::new();
    };
    let mut codes = vec![initials.clone()];
    let plain = initials.replace('Қ', "К");
    if initials.chars().any(is_cyrillic) {
        // Each sound as Latin letters, the usual way first.
        let mut latin = vec![String::new()];
        for letter in initials.chars() {
            let ways: &[&str] = match letter {
                'Қ' => &["Q", "K"],
                'К' => &["K"],
                'Ш' => &["SH"],
                'Ю' => &["YU", "U"],
                'З' => &["Z"],
                'С' => &["S"],
                'В' => &["V"],
                'Б' => &["B"],
                'О' => &["O"],
                _ => &[],
            };
            let longer = latin
                .iter()
                .flat_map(|before| ways.iter().map(move |way| format!("{before}{way}")));
            latin = longer.collect();
        }
        let lookalike: Option<String> = plain.chars().map(latin_of).collect();
        codes.extend(latin);
        codes.extend(lookalike);
        codes.push(plain);
    } else if let Some(short) = initials.strip_suffix('R') {
        codes.push(format!("{short}O"));
    }
    codes.sort();
    codes.dedup();
    codes
}

/// The initials by which people name a region of two words: «ЗКО» for «Западно-Казахстанская область».
fn initials(name: &str) -> Option<String> {
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
    fn codes_of_regions_are_known_in_both_scripts() {
        for (name, expected) in [
            ("Западно-Казахстанская область", vec!["ZKO", "ЗКО"]),
            ("Батыс Қазақстан облысы", vec!["BKO", "BQO", "БКО", "БҚО"]),
            ("Восточно-Казахстанская область", vec!["BKO", "VKO", "ВКО"]),
            ("Северо-Казахстанская область", vec!["CKO", "SKO", "СКО"]),
            ("West Kazakhstan Region", vec!["WKO", "WKR"]),
            ("South Kazakhstan Region", vec!["SKO", "SKR"]),
            ("Акмолинская область", vec![]),
        ] {
            assert_eq!(codes(name), expected, "{name}");
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
