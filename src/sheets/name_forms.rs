//! Names of organisations in other languages: ТОО «Дала» is «Дала» ЖШС in Kazakh.
//!
//! Takes a name as a sheet has it, gives it in the languages in which its legal form is known.

use crate::model::lang::Lang;

/// Legal forms in Kazakh, Russian and English.
const FORMS: [[&str; 3]; 6] = [
    ["ЖШС", "ТОО", "LLP"],
    ["АҚ", "АО", "JSC"],
    ["ЖК", "ИП", "IE"],
    ["ШҚ", "КХ", ""],
    ["ҚҚ", "ОФ", ""],
    ["ҚБ", "ОО", ""],
];

/// Names in their languages: a legal form tells its own, whatever column it stands in, and what is required besides is made of it.
pub(super) fn in_their_languages(
    names: Vec<(Lang, String)>,
    required: &[Lang],
) -> Vec<(Lang, String)> {
    let mut found: Vec<(Lang, String)> = Vec::new();
    let mut made = Vec::new();
    for (lang, name) in names {
        let formed = by_form(&name);
        let own = formed.as_ref().map_or(lang, |(own, _)| *own);
        if !found.iter().any(|(of, _)| *of == own) {
            found.push((own, with_marks(&name, own)));
        }
        made.extend(formed.into_iter().flat_map(|(_, all)| all));
    }
    for (lang, name) in made {
        if required.contains(&lang) && !found.iter().any(|(of, _)| *of == lang) {
            found.push((lang, name));
        }
    }
    found
}

/// The language of a name by its legal form, and the name in that and in the others in which the form is known; none where there is no such
/// form at its beginning or its end, or something stands behind what is called so.
pub(super) fn by_form(name: &str) -> Option<(Lang, Vec<(Lang, String)>)> {
    let name = name.trim();
    let first = name.split_whitespace().next()?;
    let last = name.split_whitespace().next_back()?;
    let found = |word: &str| {
        FORMS.iter().find_map(|forms| {
            let at = forms
                .iter()
                .position(|form| !form.is_empty() && *form == word)?;
            Some((forms, Lang::ALL[at]))
        })
    };
    let (forms, lang, rest) = match (found(first), found(last)) {
        (Some((forms, lang)), None) => (forms, lang, name.strip_prefix(first)?),
        (None, Some((forms, lang))) => (forms, lang, name.strip_suffix(last)?),
        (Some(_), Some(_)) | (None, None) => return None,
    };
    let (bare, is_quoted) = bare(rest.trim())?;
    let is_latin = !bare.contains(crate::source::text::confusables::is_cyrillic);
    let all = Lang::ALL.into_iter().zip(forms).filter_map(|(of, form)| {
        let marked = if is_quoted {
            format!("«{bare}»")
        } else {
            bare.to_owned()
        };
        match of {
            _ if form.is_empty() => None,
            Lang::Kk => Some((of, format!("{marked} {form}"))),
            Lang::Ru => Some((of, format!("{form} {marked}"))),
            Lang::En => is_latin.then(|| (of, format!("{bare} {form}"))),
        }
    });
    Some((lang, all.collect()))
}

/// What somebody is called, without the quotation marks around it; none if there are others inside.
fn bare(rest: &str) -> Option<(&str, bool)> {
    let is_mark = |letter: char| "«»\"“”„".contains(letter);
    let inner = rest.strip_prefix(is_mark);
    let inner = inner.and_then(|inner| inner.strip_suffix(is_mark));
    let bare = inner.unwrap_or(rest).trim();
    (!bare.is_empty() && !bare.contains(is_mark)).then_some((bare, inner.is_some()))
}

/// A name with the quotation marks of Kazakh and Russian in the place of straight ones.
pub(super) fn with_marks(name: &str, lang: Lang) -> String {
    let are_pairs = name.matches('"').count().is_multiple_of(2);
    if lang == Lang::En || !are_pairs {
        return name.to_owned();
    }
    let mut is_open = false;
    let letters = name.chars().map(|letter| match letter {
        '"' => {
            is_open = !is_open;
            if is_open { '«' } else { '»' }
        }
        letter => letter,
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legal_form_is_written_as_each_language_has_it() {
        let of = |name: &str| {
            by_form(name).map(|(lang, all)| {
                let all = all.into_iter().map(|(_, name)| name);
                (lang, all.collect::<Vec<_>>().join(" | "))
            })
        };
        for (name, expected) in [
            (
                "АО «Қызылжар Сүт»",
                Some((Lang::Ru, "«Қызылжар Сүт» АҚ | АО «Қызылжар Сүт»")),
            ),
            (
                "\"Жер-Су\" ЖШС",
                Some((Lang::Kk, "«Жер-Су» ЖШС | ТОО «Жер-Су»")),
            ),
            ("ТОО Жер-Су", Some((Lang::Ru, "Жер-Су ЖШС | ТОО Жер-Су"))),
            (
                "Zhersu LLP",
                Some((Lang::En, "Zhersu ЖШС | ТОО Zhersu | Zhersu LLP")),
            ),
            (
                "ТОО «SevStroy»",
                Some((Lang::Ru, "«SevStroy» ЖШС | ТОО «SevStroy» | SevStroy LLP")),
            ),
            ("КХ «Береке»", Some((Lang::Ru, "«Береке» ШҚ | КХ «Береке»"))),
            ("ТОО «Дала», директор Ахметов А.", None),
            ("Общественный фонд «Дала»", None),
            ("Ахметов Асан", None),
        ] {
            let expected = expected.map(|(lang, all)| (lang, all.to_owned()));
            assert_eq!(of(name), expected, "{name}");
        }
    }

    #[test]
    fn straight_quotation_marks_are_put_right() {
        assert_eq!(with_marks("\"Нұр\" қоры", Lang::Kk), "«Нұр» қоры");
        assert_eq!(with_marks("Dala \"A\"", Lang::En), "Dala \"A\"");
        assert_eq!(with_marks("19\" дүкені", Lang::Kk), "19\" дүкені");
    }
}
