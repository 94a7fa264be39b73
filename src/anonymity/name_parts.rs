//! Parts of a stated name: which word of it is the surname, which the given name, which the patronymic; what a company is
//! called without its legal form.
//!
//! Takes a record's name in one language. In Kazakh and Russian the surname stands first, in English last, unless its ending
//! tells otherwise.

use super::endings::{father, is_surname_like};
use super::lists::{is_common, is_usual_name};
use super::stems::Role;
use crate::locale::legal_forms::is_legal_form;
use crate::locale::skeleton::skeleton;
use crate::model::lang::Lang;

/// The words of a person's name with what each is.
pub(super) fn person(name: &str, lang: Lang) -> Vec<(Role, String)> {
    let units: Vec<&str> = name
        .split_whitespace()
        .filter(|unit| !skeleton(unit).is_empty())
        .collect();
    let sounds: Vec<String> = units.iter().map(|unit| skeleton(unit)).collect();
    // Of two words none is a patronymic, whatever its ending: Ахметұлы Ернар.
    let patronymic = (units.len() > 2)
        .then(|| sounds.iter().rposition(|unit| father(unit).is_some()))
        .flatten();
    let others: Vec<usize> = (0..units.len())
        .filter(|at| Some(*at) != patronymic)
        .collect();
    // Марина ends as a surname does, too.
    let is_surname = |at: &usize| {
        let unit = &sounds[*at];
        is_surname_like(unit) && !is_usual_name(unit) || father(unit).is_some()
    };
    let likely: Vec<usize> = others.iter().copied().filter(is_surname).collect();
    let surname = match (likely.as_slice(), lang) {
        _ if units.iter().any(|unit| unit.ends_with(',')) => others.first().copied(),
        ([one], _) => Some(*one),
        (_, Lang::En) => others.last().copied(),
        (_, Lang::Kk | Lang::Ru) => others.first().copied(),
    };
    let mut parts = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let role = match () {
            () if Some(at) == patronymic => Role::Patronymic,
            () if Some(at) == surname => Role::Surname,
            () => Role::Given,
        };
        let pieces = unit.split(['-', '\u{2010}', '\u{2011}', '\u{2013}']);
        let pieces = pieces.map(|piece| {
            piece
                .chars()
                .filter(|letter| letter.is_alphanumeric())
                .collect::<String>()
        });
        parts.extend(
            pieces
                .filter(|piece| !piece.is_empty())
                .map(|piece| (role, piece)),
        );
    }
    parts
}

/// What a company, a fund or a group is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Called {
    /// The words, without those of a legal form.
    pub words: Vec<String>,
    /// The legal form is that of one person's business, whose name it bears.
    pub is_personal: bool,
}

/// What is left of a name without its legal form: what stands in quotation marks, else all other words.
pub(super) fn called(name: &str) -> Called {
    const PERSONAL: [&str; 3] = ["jk", "ip", "ie"];
    let all = words(name);
    let is_personal = all
        .iter()
        .any(|word| PERSONAL.contains(&skeleton(word).as_str()));
    let quoted = name
        .split_once(['«', '“', '"', '„'])
        .and_then(|(_, rest)| rest.rsplit_once(['»', '”', '"', '“']))
        .map(|(inner, _)| words(inner))
        .filter(|words| !words.is_empty());
    let left = || {
        let kept = all.iter().filter(|word| !is_legal_form(word));
        kept.cloned().collect::<Vec<String>>()
    };
    let mut called = quoted.unwrap_or_else(left);
    if called.is_empty() {
        called = all;
    }
    Called {
        words: called,
        is_personal,
    }
}

/// Whether all words are common ones or numbers, which by themselves name nobody.
pub(super) fn are_common(words: &[String]) -> bool {
    let is_number = |word: &String| word.contains(|sign: char| sign.is_ascii_digit());
    words
        .iter()
        .all(|word| is_number(word) || is_common(&skeleton(word)))
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !skeleton(word).is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_of_a_name_has_its_part() {
        use Role::{Given, Patronymic, Surname};
        for (name, lang, roles) in [
            (
                "Оспанов Серік Маратұлы",
                Lang::Kk,
                &[Surname, Given, Patronymic][..],
            ),
            (
                "Серік Маратұлы Оспанов",
                Lang::Kk,
                &[Given, Patronymic, Surname],
            ),
            ("Serik Ospanov", Lang::En, &[Given, Surname]),
            ("Ospanov, Serik", Lang::En, &[Surname, Given]),
            ("Ахметұлы Ернар", Lang::Kk, &[Surname, Given]),
            (
                "Верхоозерская Ирина Львовна",
                Lang::Ru,
                &[Surname, Given, Patronymic],
            ),
            ("Irina Verkhoozerskaya", Lang::En, &[Given, Surname]),
            (
                "Тілеукенов Мұхаммед Әмір Саматұлы",
                Lang::Kk,
                &[Surname, Given, Given, Patronymic],
            ),
            (
                "Бектаева-Жүнісова Динара",
                Lang::Kk,
                &[Surname, Surname, Given],
            ),
            ("Пак Лилия", Lang::Ru, &[Surname, Given]),
        ] {
            let found: Vec<Role> = person(name, lang)
                .into_iter()
                .map(|(role, _)| role)
                .collect();
            assert_eq!(found, roles, "{name}");
        }
    }

    #[test]
    fn a_company_is_called_what_is_no_legal_form() {
        for (name, words) in [
            ("«Үлгі Құрылыс» ЖШС", &["Үлгі", "Құрылыс"][..]),
            ("Ulgi Qurylys LLP", &["Ulgi", "Qurylys"]),
            ("Благотворительный фонд «Шанырак»", &["Шанырак"]),
            (
                "Общественный фонд помощи детям «Ак Жол Болсын»",
                &["Ак", "Жол", "Болсын"],
            ),
            (
                "Тайөткел мектебінің түлектері",
                &["Тайөткел", "мектебінің", "түлектері"],
            ),
        ] {
            assert_eq!(called(name).words, words, "{name}");
        }
        assert!(called("ИП Оспанкулова Мадина").is_personal);
    }
}
