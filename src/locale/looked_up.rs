//! What a name is looked up by: without the words that hundreds of names begin with or end in.
//!
//! Nobody looks for «ТОО «Береке»» under Т, nor for «Город Астана» under Г. Takes a name as it is written and gives the part
//! of it that lists are in order by; names are shown whole. Must not know records.

use super::legal_forms::{is_joint, is_legal_form};
use super::names::QUOTES;

/// What a place is, in the form that stands before or behind its own name.
const PLACES: [&str; 20] = [
    "облысы",
    "қаласы",
    "ауданы",
    "ауылы",
    "кенті",
    "область",
    "город",
    "район",
    "село",
    "поселок",
    "посёлок",
    "г",
    "обл",
    "region",
    "city",
    "district",
    "village",
    "oblast",
    "province",
    "town",
];

/// The name of a company, a fund or an association without its legal form: «Береке» of «ТОО «Береке»».
pub(crate) fn without_legal_form(name: &str) -> &str {
    bare(name, is_legal_form)
}

/// The name of a region or a district without the word that says which it is: «Астана» of «Город Астана».
pub(crate) fn without_kind_of_place(name: &str) -> &str {
    bare(name, |word| is_kind_of_place(&word.to_lowercase()))
}

/// Whether a word in small letters says what a place is.
pub(crate) fn is_kind_of_place(word: &str) -> bool {
    PLACES.contains(&word)
}

/// A name without the words at both ends that are of a kind; the whole of it if it has no others.
fn bare(name: &str, is_of_kind: impl Fn(&str) -> bool) -> &str {
    let mut rest = name.trim();
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        let next = after.split_whitespace().next().unwrap_or_default();
        let goes_on = rest.len() < name.trim().len() && is_joint(word);
        let goes_on = goes_on && is_plain(next) && is_of_kind(letters(next));
        if !goes_on && (!is_plain(word) || !is_of_kind(letters(word))) {
            break;
        }
        rest = after.trim_start();
    }
    while let Some((before, word)) = rest.rsplit_once(char::is_whitespace) {
        if !is_plain(word) || !is_of_kind(letters(word)) {
            break;
        }
        rest = before.trim_end();
    }
    match is_plain(rest) && is_of_kind(letters(rest)) {
        true => name,
        false => rest,
    }
}

/// Whether no quotation mark stands at a word: what is within them is the name itself.
fn is_plain(word: &str) -> bool {
    !word.contains(QUOTES)
}

/// A word without the full stop or comma at it.
fn letters(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legal_form_stands_before_or_behind() {
        for (name, expected) in [
            ("ТОО «Мысал Транс»", "«Мысал Транс»"),
            ("«Алтын Дән» ЖШС", "«Алтын Дән»"),
            ("Общественный фонд «Үміт»", "«Үміт»"),
            ("«Үміт» қоғамдық қоры", "«Үміт»"),
            (
                "Товарищество с ограниченной ответственностью «Дала»",
                "«Дала»",
            ),
            ("«Дала» жауапкершілігі шектеулі серіктестігі", "«Дала»"),
            ("С Дала", "С Дала"),
            ("Tulpar Trade LLP", "Tulpar Trade"),
            ("JSC Tulpar", "Tulpar"),
            ("«Холдинг»", "«Холдинг»"),
            ("«Сынақ Холдинг»", "«Сынақ Холдинг»"),
            ("Қор", "Қор"),
            ("Общественный фонд", "Общественный фонд"),
            ("Дала", "Дала"),
            ("", ""),
        ] {
            assert_eq!(without_legal_form(name), expected, "{name}");
        }
    }

    #[test]
    fn a_place_is_found_by_its_own_name() {
        for (name, expected) in [
            ("Город Астана", "Астана"),
            ("город Семей", "Семей"),
            ("г. Семей", "Семей"),
            ("Область Абай", "Абай"),
            ("Абайский район", "Абайский"),
            ("район Биржан сал", "Биржан сал"),
            ("Астана қаласы", "Астана"),
            ("Almaty Region", "Almaty"),
            ("Семей", "Семей"),
            ("Город", "Город"),
        ] {
            assert_eq!(without_kind_of_place(name), expected, "{name}");
        }
    }
}
