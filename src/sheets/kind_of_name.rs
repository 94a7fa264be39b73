//! What a name says of its bearer: its legal form, or that it is made as names of people are.

use super::words::{forms, is_group, split};
use crate::anonymity::{is_given_name, is_surname_like};
use crate::locale::skeleton::skeleton;
use crate::model::patron::PatronKind;
use crate::names::{name_of, with_whole_abbreviations};

/// The kind of patron that a name says: by its legal form, or because it is made as names of people are.
pub(super) fn kind_of_name(text: &str) -> Option<PatronKind> {
    let name = with_whole_abbreviations(name_of(text));
    let words: Vec<&str> = name
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let has_marks = name.contains(['«', '"', '“', '„'])
        || name.contains(|letter: char| letter.is_ascii_digit());
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let looks_personal = !has_marks
        && (2..=3).contains(&words.len())
        && words.iter().all(is_capital)
        && lower
            .iter()
            .any(|word| has_personal_ending(word) || word.chars().nth(1).is_none());
    // «Банкова» is no bank, and «Земляков» no group of them.
    let is_telling = |word: &str| !looks_personal || !has_personal_ending(word);
    let has = |stems: &[String]| {
        words.iter().zip(&lower).any(|(written, word)| {
            stems.iter().any(|stem| match stem.chars().nth(3) {
                Some(_) => word == stem || word.starts_with(stem.as_str()) && is_telling(word),
                None => word == stem && !is_name_like(written),
            })
        })
    };
    let has = |kind: PatronKind| has(forms(kind.word()));
    // ТОО «Союз» is a company, whatever it is called.
    let of_form = [
        PatronKind::Fund,
        PatronKind::Association,
        PatronKind::Company,
    ];
    let has_short_form = |kind: &PatronKind| {
        words.iter().zip(&lower).any(|(written, word)| {
            let mut short = forms(kind.word())
                .iter()
                .filter(|form| form.chars().nth(3).is_none());
            short.any(|form| form == word) && !is_name_like(written)
        })
    };
    if let Some(kind) = of_form.into_iter().find(has_short_form) {
        return Some(kind);
    }
    if has(PatronKind::Fund) {
        return Some(PatronKind::Fund);
    }
    if has(PatronKind::Association) {
        return Some(PatronKind::Association);
    }
    let telling = lower.iter().filter(|word| is_telling(word));
    let telling: Vec<&str> = telling.map(String::as_str).collect();
    if is_group(&telling.join(" ")) {
        return Some(PatronKind::Group);
    }
    if has(PatronKind::Company) || names_partners(&words) {
        return Some(PatronKind::Company);
    }
    looks_personal.then_some(PatronKind::Person)
}

/// Whether a name ends with partners who are not named: «Зенченко и К».
fn names_partners(words: &[&str]) -> bool {
    let lower = words.iter().map(|word| word.to_lowercase());
    let lower: Vec<String> = lower.collect();
    let of: Vec<&str> = lower.iter().map(String::as_str).collect();
    matches!(
        of.as_slice(),
        [_, .., "и" | "және" | "мен" | "and", "к" | "ко" | "co"]
    )
}

/// Whether a word of two letters is written as a name, and not as a legal form: «Ақ Берік».
fn is_name_like(word: &str) -> bool {
    let mut letters = word.chars();
    let is_cased = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    is_cased && letters.next().is_none()
}

/// Whether a word is made as surnames and patronymics are.
fn has_personal_ending(word: &str) -> bool {
    const OTHERS: [&str; 6] = ["bek", "bai", "oviq", "eviq", "ovna", "evna"];
    let sounds = skeleton(word);
    is_surname_like(&sounds) || sounds.len() > 3 && OTHERS.iter().any(|end| sounds.ends_with(end))
}

/// Whether a name has that of a person in it: an individual entrepreneur, a farm, a family.
pub(super) fn bears_persons_name(text: &str, kind: PatronKind) -> bool {
    let typed = split(&with_whole_abbreviations(text));
    let mut of_people = forms("of_people").iter().map(|form| split(form));
    let is_in = |form: Vec<String>| typed.windows(form.len()).any(|words| words == form);
    of_people.any(is_in) || names_person(text, kind)
}

/// Whether two persons who are called nearly the same are rather two: each has a given name that is not the other's.
pub(super) fn is_other_person(name: &str, other: &str) -> bool {
    let [own, theirs] = [name, other].map(|name| {
        let words = name_of(name).split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| word.chars().nth(1).is_some());
        words.map(skeleton).collect::<Vec<String>>()
    });
    let has_own = |words: &[String], others: &[String]| {
        let mut own = words.iter().filter(|word| !others.contains(word));
        own.any(|word| is_given_name(word))
    };
    kind_of_name(name) == Some(PatronKind::Person)
        && has_own(&own, &theirs)
        && has_own(&theirs, &own)
}

/// Whether a text names several patrons: each of its parts, between commas or words for “and”, says by itself what its bearer is.
pub(super) fn names_several(text: &str) -> bool {
    const AND: [&str; 6] = [" и ", " және ", " мен ", " пен ", " бен ", " and "];
    let mut depth = 0_usize;
    let mut is_open = false;
    let parted = text.chars().map(|letter| {
        match letter {
            '“' if depth > 0 => depth -= 1,
            '«' | '“' | '„' | '(' => depth += 1,
            '»' | '”' | ')' => depth = depth.saturating_sub(1),
            '"' => is_open = !is_open,
            _ => {}
        }
        match letter {
            ',' | '+' | '&' | '\n' if depth == 0 && !is_open => ';',
            // What stands in quotation marks is one word.
            ' ' if depth > 0 || is_open => '\u{a0}',
            letter => letter,
        }
    });
    let mut parted: String = parted.collect();
    for and in AND {
        parted = parted.replace(and, ";");
    }
    let parts = parted.split(';').map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.len() > 1 && parts.iter().all(|part| kind_of_name(part).is_some())
}

/// Whether somebody is named outside quotation marks, beside what is his: «Ахметов Асан (ТОО „Дала“)». In the name of a group, and
/// where something stands in brackets, one surname or given name is enough.
fn names_person(text: &str, kind: PatronKind) -> bool {
    let mut depth = 0_usize;
    let mut is_open = false;
    let outside = text.chars().map(|letter| {
        match letter {
            // „Дала“ ends with what “Dala” begins with.
            '“' if depth > 0 => depth -= 1,
            '«' | '“' | '„' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            '"' => is_open = !is_open,
            _ => {}
        }
        if depth > 0 || is_open { ' ' } else { letter }
    });
    let outside: String = outside.collect();
    let words = outside.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if names_partners(&words) {
        words.truncate(words.len() - 2);
    }
    words.retain(|word| word.starts_with(char::is_uppercase));
    let is_surname = |word: &str| has_personal_ending(word);
    let is_initial = |word: &str| word.chars().nth(1).is_none();
    let is_given = |word: &str| !is_initial(word) && is_given_name(&skeleton(word));
    let is_enough = kind == PatronKind::Group || outside.contains('(');
    let mut pairs = words.windows(2);
    is_enough && words.iter().any(|word| is_surname(word) || is_given(word))
        || pairs.any(|pair| {
            let is_of_two = |one: &str, other: &str| {
                is_given(one) && is_given(other)
                    || is_surname(one) && (is_given(other) || is_initial(other))
            };
            is_of_two(pair[0], pair[1]) || is_of_two(pair[1], pair[0])
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_their_bearers_are() {
        use PatronKind::{Association, Company, Fund, Group, Person};
        for (name, kind) in [
            ("ТОО «Жер-Су»", Some(Company)),
            ("«Жер-Су» ЖШС", Some(Company)),
            ("ИП Ахметов", Some(Company)),
            ("АО «Народный банк»", Some(Company)),
            ("Общественный фонд «Дала»", Some(Fund)),
            ("«Дала» қайырымдылық қоры", Some(Fund)),
            ("ОО «Ветераны»", Some(Association)),
            ("Выпускники 1998 года", Some(Group)),
            ("Ауыл тұрғындары", Some(Group)),
            ("Ахметов Асан", Some(Person)),
            ("Ахметов А.", Some(Person)),
            ("Асан Ахметов Серікұлы", Some(Person)),
            ("Банкова Мария", Some(Person)),
            ("к/х \"Достык\"", Some(Company)),
            ("КТ «Зенченко и К»", Some(Company)),
            ("Зенченко и К", Some(Company)),
            ("Земляков Иван", Some(Person)),
            ("Союзова А.", Some(Person)),
            ("Жителев Иван Петрович", Some(Person)),
            ("Ақ Берік", None),
            ("Ип Ахметов", Some(Person)),
            ("Земляки", Some(Group)),
            ("Семья Ахметовых", Some(Group)),
            ("Береке", None),
            ("«Береке»", None),
            ("«Алтай Балы» шаруа қожалығы", Some(Company)),
            ("\"Тау\" фермерлік қожалығы", Some(Company)),
            ("шаруа қожалығы «Нұр»", Some(Company)),
            ("Крестьянское хозяйство «Достык»", Some(Company)),
            (
                "крестьянское (фермерское) хозяйство Ахметова",
                Some(Company),
            ),
            ("Dostyk peasant farm", Some(Company)),
            ("Ахметов фермерское хозяйство", Some(Company)),
            ("жеке кәсіпкер Әбенов С.", Some(Company)),
            ("Индивидуальный предприниматель Ахметов", Some(Company)),
            ("Местные предприниматели", Some(Group)),
            ("Бір топ азаматтар", Some(Group)),
            ("Union of Farmers of Akmola", Some(Association)),
            ("Союз фермеров", Some(Association)),
            ("Ассоциация предпринимателей", Some(Association)),
            ("Кәсіпкерлер одағы", Some(Association)),
            ("Фермерлер қауымдастығы", Some(Association)),
            ("ТОО «Союз»", Some(Company)),
            ("Union Oil LLP", Some(Company)),
            ("АО «Фонд развития»", Some(Company)),
            ("Local farmers", Some(Group)),
            ("TOO \"Sary-Arka Trade\"", Some(Company)),
            ("KH \"Dikhan\"", Some(Company)),
        ] {
            assert_eq!(kind_of_name(name), kind, "{name}");
        }
    }

    #[test]
    fn farms_and_families_bear_the_names_of_people() {
        use PatronKind::{Company, Fund, Group};
        for (name, kind, is_personal) in [
            ("КХ «Ахметов»", Company, true),
            ("Семья Ахметовых", Group, true),
            ("Ахметовтер отбасы", Group, true),
            ("ТОО «Ахметов»", Company, false),
            ("к/х \"Достык\"", Company, true),
            ("«Алтай Балы» шаруа қожалығы", Company, true),
            ("\"Тау\" фермерлік қожалығы", Company, true),
            ("Крестьянское хозяйство «Достык»", Company, true),
            ("Крестьянско-фермерское хозяйство «Достык»", Company, true),
            ("фермерское хозяйство «Достык»", Company, true),
            ("Dostyk peasant farm", Company, true),
            ("жеке кәсіпкер Әбенов С.", Company, true),
            ("ГКП «Городское хозяйство»", Company, false),
            ("«Отбасылық дәрігер» ЖШС", Company, false),
            ("Зенченко и К", Company, false),
            ("Ахметов Асан (ТОО «Дала»)", Company, true),
            ("ТОО «Дала», директор Ахметов А.", Company, true),
            ("ТОО „Дала“ Ахметов Асан", Company, true),
            ("Земляки Асана Ахметова", Group, true),
            ("Асан Серік (ТОО «Дос»)", Company, true),
            ("Ахметов (ТОО «Дос»)", Company, true),
            ("Директор ТОО «Аяз» Ержан Нурлан", Company, true),
            ("Нурлан Серик, компания", Company, true),
            (
                "Выпускники 1998 года (Ахметов, Серіков, Жунусов)",
                Group,
                true,
            ),
            ("Одноклассники Ахметова", Group, true),
            ("Коллектив школы, директор Гульнара апай", Group, true),
            ("Выпускники 1998 года", Group, false),
            ("Ауыл тұрғындары", Group, false),
            ("Общественный фонд «Асан Ахметов»", Fund, false),
            ("АО «Народный банк»", Company, false),
            ("АО «Народный банк» (Астана)", Company, false),
            ("Благотворительный Фонд «Дала»", Fund, false),
            ("\"Жер-Су\" ЖШС", Company, false),
        ] {
            assert_eq!(bears_persons_name(name, kind), is_personal, "{name}");
        }
    }

    #[test]
    fn several_patrons_in_one_cell_are_seen() {
        for (text, are_several) in [
            ("«Алтын Дән» ЖШС, «Көкше Құрылыс» ЖШС", true),
            ("ТОО «А» и ТОО «Б»", true),
            ("Ержанов Е., Қалиев Б.", true),
            ("Ахметов Асан және Серікова Гүлнар", true),
            ("Dala LLP and Orman LLP", true),
            ("ТОО «А и Б»", false),
            ("ТОО «Дала, Орман»", false),
            ("КТ «Зенченко и К»", false),
            ("Зенченко и К", false),
            ("ТОО «Дала», директор Ахметов А.", false),
            ("Ахметов Асан, Алматы", false),
            ("Ахметов Асан (ТОО «Дом»)", false),
            ("Выпускники 1998 года (Ахметов, Серіков, Жунусов)", false),
            ("«Алып» ЖШС", false),
        ] {
            assert_eq!(names_several(text), are_several, "{text}");
        }
    }

    #[test]
    fn other_given_names_are_of_other_people() {
        for (name, other, are_two) in [
            ("Садықов Ержан", "Садықов Ерлан", true),
            ("Садықов Нұржан", "Садықов Нұрлан", true),
            ("Ахметов Асхат", "Ахметов Асан", true),
            ("Қалиева Әсем", "Калиева Асем", false),
            ("Ахметов А.", "Ахметов Асан", false),
            ("Ахметов Асан Серікұлы", "Ахметов Асан", false),
            ("Ахмедов Асан", "Ахметов Асан", false),
            ("ТОО «Асан»", "ТОО «Асхат»", false),
        ] {
            assert_eq!(is_other_person(name, other), are_two, "{name} {other}");
        }
    }
}
