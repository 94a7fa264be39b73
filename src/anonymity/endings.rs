//! Case endings of Russian and Kazakh as skeletons: what may stand behind a name and leave it the same name.
//!
//! Takes what stands behind a stem, gives whether it is an ending; and finds the stems of surnames and patronymics by theirs.
//! All in the letters of [`crate::locale::skeleton`]: ы, і, и and й are `i`, қ is `k`, ң is `n`, ч is `q`, ш is `w`.

/// Of nouns, surnames and adjectives of Russian, in all cases of both numbers.
const RUSSIAN: [&str; 27] = [
    "a", "u", "iu", "ia", "om", "em", "im", "e", "i", "oi", "ei", "oiu", "eiu", "am", "iam", "ami",
    "iami", "ah", "iah", "ih", "imi", "ogo", "omu", "uiu", "aia", "ie", "iei",
];

/// Of the Kazakh cases, with what joins a noun like one.
const CASES: [&str; 39] = [
    "nin", "din", "tin", "ga", "ge", "ka", "ke", "na", "ne", "a", "e", "ni", "di", "ti", "n", "da",
    "de", "ta", "te", "nda", "nde", "dan", "den", "tan", "ten", "nan", "nen", "men", "ben", "pen",
    "menen", "dai", "dei", "tai", "tei", "wa", "we", "niki", "diki",
];

/// Of the Kazakh possessive.
const POSSESSIVES: [&str; 14] = [
    "i", "si", "im", "m", "in", "n", "imiz", "miz", "iniz", "niz", "eke", "eken", "jan", "tiki",
];

const PLURALS: [&str; 6] = ["lar", "ler", "dar", "der", "tar", "ter"];

/// Behind the base of a surname: Оспан-ов, Оспан-ова.
const SURNAMES: [&str; 3] = ["ov", "ev", "in"];

/// What makes a patronymic of a father's name, the longest first.
const PATRONYMICS: [&str; 13] = [
    "oviq", "eviq", "ovna", "evna", "iniqna", "iqna", "ovitw", "evitw", "oglu", "kizi", "gizi",
    "uli", "iq",
];

/// Whether a name stays itself with this behind it, in whatever case.
pub(super) fn is_ending(rest: &str) -> bool {
    rest.is_empty() || RUSSIAN.contains(&rest) || is_kazakh(rest) || rest == "s"
}

/// The same where a doubled letter between the stem and its ending was made one.
pub(super) fn is_ending_of(stem: &str, rest: &str) -> bool {
    is_ending(rest)
        || stem.chars().next_back().is_some_and(|last| {
            let mut whole = String::from(last);
            whole.push_str(rest);
            is_ending(&whole)
        })
}

/// Whether it is an ending that begins as the Kazakh possessive does: before it, к becomes г and п becomes б.
pub(super) fn is_possessive(rest: &str) -> bool {
    rest.starts_with('i') && is_kazakh(rest)
}

/// Whether a word is only what makes a patronymic, or a surname like one.
pub(super) fn is_patronymic_ending(word: &str) -> bool {
    matches!(word, "uli" | "kizi" | "gizi" | "oglu")
}

/// Plural, possessive and case, each or none.
fn is_kazakh(rest: &str) -> bool {
    let after = |rest: &str| rest.is_empty() || CASES.contains(&rest);
    let possessed = |rest: &str| {
        let own = POSSESSIVES.iter().filter_map(|own| rest.strip_prefix(own));
        after(rest) || own.into_iter().any(after)
    };
    let several = PLURALS.iter().filter_map(|many| rest.strip_prefix(many));
    possessed(rest) || several.into_iter().any(possessed)
}

/// Whether an ending stands behind the base of a surname: none, that of a surname in any case and gender, a Kazakh one.
pub(super) fn is_surname_ending(rest: &str) -> bool {
    let surname = SURNAMES.iter().filter_map(|own| rest.strip_prefix(own));
    rest.is_empty() || is_kazakh(rest) || surname.into_iter().any(is_ending)
}

/// A surname without what makes it one; none if it has nothing of the kind.
pub(super) fn surname_base(surname: &str) -> Option<&str> {
    let masculine = surname.strip_suffix('a').unwrap_or(surname);
    let endings = SURNAMES.into_iter().map(|ending| (masculine, ending));
    let all = endings.chain([(surname, "uli"), (surname, "kizi"), (surname, "tegi")]);
    all.into_iter()
        .find_map(|(of, ending)| of.strip_suffix(ending))
        .filter(|base| base.len() >= 3)
}

/// Whether a surname of a man ends so that a woman's has one letter more.
pub(super) fn is_surname_base(word: &str) -> bool {
    SURNAMES.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word ends as surnames do, and hardly another word does.
pub(crate) fn is_surname_like(word: &str) -> bool {
    const OTHERS: [&str; 5] = ["ski", "skaia", "enko", "skoi", "cki"];
    word.len() >= 5
        && (surname_base(word).is_some() || OTHERS.iter().any(|end| word.ends_with(end)))
}

/// The father's name in a patronymic, in whatever case it stands; none if it is no patronymic.
pub(super) fn father(word: &str) -> Option<&str> {
    PATRONYMICS.iter().find_map(|ending| {
        let stem = ending.strip_suffix('a').unwrap_or(ending);
        let at = word.rfind(stem).filter(|at| *at >= 2)?;
        let rest = &word[at + stem.len()..];
        let fits = is_ending(rest) && (stem == *ending || !rest.is_empty());
        fits.then(|| &word[..at])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::skeleton::skeleton;

    #[test]
    fn a_name_has_endings_and_other_words_have_none_of_them() {
        for (stem, all) in [
            (
                "Оспанов",
                &[
                    "а",
                    "у",
                    "ым",
                    "е",
                    "ой",
                    "ы",
                    "ых",
                    "ыми",
                    "тың",
                    "қа",
                    "ты",
                    "та",
                    "тан",
                    "пен",
                    "тар",
                    "тардың",
                ][..],
            ),
            ("Асан", &["ның", "ға", "ды", "нан", "мен", "дар", "дарға"]),
            ("Айгүл", &["дің", "ге", "ді", "ден", "дікі"]),
        ] {
            for ending in all {
                let (stem, word) = (skeleton(stem), skeleton(&format!("{stem}{ending}")));
                let rest = word
                    .strip_prefix(stem.as_str())
                    .unwrap_or_else(|| panic!("{stem} {word}"));
                assert!(is_ending_of(&stem, rest), "{stem} {rest}");
            }
        }
        for (stem, word) in [
            ("Ахмет", "Ахметжанов"),
            ("Серик", "Серикбаев"),
            ("Пак", "Пакет"),
            ("Дала", "Далабай"),
        ] {
            let (stem, word) = (skeleton(stem), skeleton(word));
            assert!(!is_ending_of(&stem, &word[stem.len()..]), "{word}");
        }
    }

    #[test]
    fn a_patronymic_holds_the_father() {
        for (patronymic, name) in [
            ("Маратұлы", "Марат"),
            ("Маратовичу", "Марат"),
            ("Қайратқызының", "Қайрат"),
            ("Болатовной", "Болат"),
            ("Maratovich", "Марат"),
        ] {
            let patronymic = skeleton(patronymic);
            assert_eq!(father(&patronymic), Some(skeleton(name).as_str()));
        }
        for other in ["Марат", "Оспанов", "Улытау"] {
            assert_eq!(father(&skeleton(other)), None, "{other}");
        }
    }
}
