//! The words of sheets: which field a heading means, and which choice a cell.
//!
//! The table is `words.toml`. Phrases are compared by the beginnings of their words, so that no case or ending matters.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use serde::Deserialize;
use strum::VariantArray;

use super::field::Field;
use super::unit::Unit;
use crate::model::lang::Lang;
use crate::names::mended;

impl Field {
    /// The heading in a language.
    pub(crate) fn heading(self, lang: Lang) -> &'static str {
        words()
            .field(self)
            .map_or("", |words| in_language(&words.heading, lang))
    }

    /// What an editor is told of it.
    pub(crate) fn help(self, lang: Lang) -> &'static str {
        words()
            .field(self)
            .map_or("", |words| in_language(&words.help, lang))
    }

    /// The heading of a template, in all languages; of a text in one, with its code.
    pub(crate) fn full_heading(self, lang: Option<Lang>) -> String {
        let mut names: Vec<&str> = Lang::ALL.map(|lang| self.heading(lang)).to_vec();
        names.dedup();
        let names = names.join(" / ");
        match lang {
            Some(lang) => format!("{names} ({lang})"),
            None => names,
        }
    }
}

/// Whether a name is one of people without a legal form.
pub(super) fn is_group(name: &str) -> bool {
    has_phrase(words().names.get("group"), name)
}

/// The words by which names say of what kind their bearers are.
pub(super) fn forms(of: &str) -> &'static [String] {
    words().names.get(of).map_or(&[], Vec::as_slice)
}

/// Whether a text says that something is still to come.
pub(super) fn is_promise(text: &str) -> bool {
    has_phrase(words().remarks.get("promise"), text)
}

/// Whether a text is what an office keeps for itself: a telephone number, an act, a contract, details of a bank.
pub(super) fn is_for_office(text: &str) -> bool {
    const TELEPHONE: RangeInclusive<usize> = 10..=12;
    let signs = |letter: char| letter.is_ascii_digit() || " +-()".contains(letter);
    let mut numbers = text.split(|letter| !signs(letter)).map(str::trim);
    let has_number = numbers.any(|number| {
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        // Amounts are grouped in threes, and have no hyphen, plus or bracket.
        TELEPHONE.contains(&digits)
            && number.starts_with(['+', '(', '8', '7'])
            && (number.contains(['+', '(', '-']) || !number.contains(' '))
    });
    let whole = words().remarks.get("office_words");
    let is_word = |typed: &String| whole.is_some_and(|words| words.contains(typed));
    has_number || split(text).iter().any(is_word) || has_phrase(words().remarks.get("office"), text)
}

pub(super) fn has_phrase(phrases: Option<&Vec<String>>, text: &str) -> bool {
    phrases.is_some_and(|phrases| best(phrases, text).is_some())
}

/// Whether a yes under a heading says that somebody stays unnamed; none if it could say either.
pub(super) fn is_denying(heading: &str) -> Option<bool> {
    let mut rest = split(heading);
    let length = rest.len();
    for phrase in words().headings.get("denying").into_iter().flatten() {
        let phrase = split(phrase);
        let begins = |of: &[String]| {
            of.iter()
                .zip(&phrase)
                .all(|(typed, word)| is_beginning(typed, word))
        };
        while let Some(at) = rest.windows(phrase.len()).position(begins) {
            rest.drain(at..at + phrase.len());
        }
    }
    let is_denying = rest.len() < length;
    let rest = rest.join(" ");
    let asks = |of| has_phrase(words().headings.get(of), &rest);
    let is_either = is_denying && (asks("consenting") || asks("affirming"));
    (!is_either && !asks("unclear")).then_some(is_denying)
}

/// Whether a column of consents is one of remarks as well: «Примечание (согласие)».
pub(super) fn is_of_remarks(heading: &str) -> bool {
    let note = words().field(Field::Note).map(|of| &of.known);
    has_phrase(note, heading)
}

/// Whether a text speaks of naming somebody at all, or denies anything.
pub(super) fn speaks_of_naming(text: &str) -> bool {
    let mut all = words().headings.values();
    all.any(|phrases| has_phrase(Some(phrases), text))
}

/// Whether a yes says itself that a name may be shown, whatever its heading asks.
pub(super) fn is_affirming(yes: &str) -> bool {
    has_phrase(words().headings.get("affirming"), yes)
}

/// The words by which rows are known that hold no gift.
pub(super) fn rows(of: &str) -> Option<&'static Vec<String>> {
    words().rows.get(of)
}

/// What a heading says of a column: its field, its language, and how surely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    pub field: Field,
    pub lang: Option<Lang>,
    /// The letters that were recognised.
    pub score: usize,
}

/// What a heading means, if it is one.
pub(super) fn heading(text: &str) -> Option<Heading> {
    const WHOLE: usize = 1000;
    let lang = language(text);
    for &field in Field::VARIANTS {
        let own = |lang| text == field.full_heading(lang);
        let in_any = Lang::ALL.into_iter().find(|&lang| own(Some(lang)));
        let is_plain = Lang::ALL
            .iter()
            .any(|&lang| text.eq_ignore_ascii_case(field.heading(lang)));
        if in_any.is_some() || own(None) || is_plain {
            return Some(Heading {
                field,
                lang: in_any,
                score: WHOLE,
            });
        }
    }
    if matches!(text, "№" | "#" | "N") || text.starts_with("№ ") {
        return Some(Heading {
            field: Field::Number,
            lang: None,
            score: WHOLE,
        });
    }
    // A heading is no sentence.
    if split(text).len() > 12 {
        return None;
    }
    let mut found: Option<Heading> = None;
    for &field in Field::VARIANTS {
        let Some(words) = words().field(field) else {
            continue;
        };
        if let Some(score) = best(&words.known, text)
            && found.is_none_or(|found| score > found.score)
        {
            let lang = lang.filter(|_| field.is_text());
            found = Some(Heading { field, lang, score });
        }
    }
    found
}

/// The language that a heading names.
fn language(text: &str) -> Option<Lang> {
    let words = words();
    Lang::ALL.into_iter().find(|lang| {
        let of = words.languages.get(lang.code());
        of.is_some_and(|of| {
            split(text)
                .iter()
                .any(|word| of.iter().any(|known| word == known))
        })
    })
}

/// In what a column counts, by its heading and by what an editor said of all sheets. What a heading says goes before: it is of this sheet.
pub(super) fn unit(heading: &str, said: Option<u32>) -> Unit {
    let typed = split(heading);
    let is_named = |of: &Vec<String>| typed.iter().any(|word| of.contains(word));
    let named = words().units.iter().filter(|(_, of)| is_named(of));
    let times = named.clone().find_map(|(times, _)| times.parse().ok());
    match (times, said) {
        (Some(times), Some(said)) if times == said => Unit::Said(times),
        (Some(times), _) => Unit::Seems(times),
        (None, Some(said)) if named.count() == 0 && !heading.contains('₸') => Unit::Said(said),
        (None, _) => Unit::Tenge,
    }
}

/// The letters of the longest phrase whose words all begin words of a text.
pub(super) fn best(phrases: &[String], text: &str) -> Option<usize> {
    let typed = split(text);
    let signs = text.trim();
    let fits = |phrase: &&String| {
        phrase.as_str() == signs
            || phrase.contains(char::is_alphabetic)
                && split(phrase)
                    .iter()
                    .all(|word| typed.iter().any(|typed| is_beginning(typed, word)))
    };
    let found = phrases.iter().filter(fits);
    found.map(|phrase| phrase.chars().count()).max()
}

/// Whether a word begins with one of a phrase; with a short one, that it is that.
pub(super) fn is_beginning(typed: &str, word: &str) -> bool {
    let is_short = word.chars().nth(3).is_none();
    typed == word || !is_short && typed.starts_with(word)
}

/// The words of a text in small letters.
pub(super) fn split(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(mended).collect()
}

#[derive(Debug, Deserialize)]
struct Words {
    fields: BTreeMap<String, FieldWords>,
    values: BTreeMap<String, BTreeMap<String, ChoiceWords>>,
    headings: BTreeMap<String, Vec<String>>,
    names: BTreeMap<String, Vec<String>>,
    rows: BTreeMap<String, Vec<String>>,
    remarks: BTreeMap<String, Vec<String>>,
    units: BTreeMap<String, Vec<String>>,
    languages: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
struct FieldWords {
    heading: BTreeMap<String, String>,
    help: BTreeMap<String, String>,
    known: Vec<String>,
}

/// The words for a fixed choice.
#[derive(Debug, Deserialize)]
struct ChoiceWords {
    offered: BTreeMap<String, String>,
    known: Vec<String>,
}

impl Words {
    fn field(&self, field: Field) -> Option<&FieldWords> {
        self.fields.get(field.word())
    }
}

fn in_language(texts: &'static BTreeMap<String, String>, lang: Lang) -> &'static str {
    texts.get(lang.code()).map_or("", String::as_str)
}

fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        toml::from_str(include_str!("words.toml")).expect("the table is the program's own")
    });
    &WORDS
}

/// The words in records for a choice, each with the phrases that mean it.
pub(super) fn choices(of: &str) -> impl Iterator<Item = (&'static str, &'static [String])> {
    let words = words().values.get(of).into_iter().flatten();
    words.map(|(word, of)| (word.as_str(), of.known.as_slice()))
}

/// What a choice is offered by in a language.
pub(super) fn offered(of: &str, word: &str, lang: Lang) -> &'static str {
    let of = words().values.get(of).and_then(|all| all.get(word));
    of.map_or("", |of| in_language(&of.offered, lang))
}

/// Whether a phrase is all that a text says, but for case and signs.
pub(super) fn is_whole(phrase: &str, text: &str) -> bool {
    let typed = split(text);
    phrase == text.trim() || !typed.is_empty() && typed == split(phrase)
}

/// Whether a text says that something is not so.
pub(super) fn is_negated(text: &str) -> bool {
    let is_no = |word: &String| matches!(&**word, "не" | "емес" | "not" | "non");
    split(text).iter().any(is_no)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_heading_and_help_in_every_language() {
        for &field in Field::VARIANTS {
            for lang in Lang::ALL {
                assert!(!field.heading(lang).is_empty(), "{field:?} {lang}");
                assert!(!field.help(lang).is_empty(), "{field:?} {lang}");
            }
            let own = heading(&field.full_heading(None)).unwrap();
            assert_eq!(own.field, field);
        }
        assert_eq!(words().fields.len(), Field::VARIANTS.len());
    }

    #[test]
    fn headings_are_known_as_people_write_them() {
        for (text, field) in [
            ("Сумма, тенге", Some(Field::Amount)),
            ("Сумма оказанной помощи (тг.)", Some(Field::Amount)),
            ("Сомасы (теңге)", Some(Field::Amount)),
            ("Amount KZT", Some(Field::Amount)),
            ("Наименование мецената", Some(Field::Patron)),
            (
                "Ф.И.О. мецената / название организации",
                Some(Field::Patron),
            ),
            ("ФИО", Some(Field::Patron)),
            // The first letter is a Latin one.
            ("Cумма", Some(Field::Amount)),
            ("Демеушінің аты", Some(Field::Patron)),
            ("Регион мецената", Some(Field::Home)),
            ("Регион", Some(Field::Region)),
            ("Область", Some(Field::Region)),
            ("Облысы", Some(Field::Region)),
            ("Город/район", Some(Field::District)),
            ("Дата перечисления", Some(Field::Date)),
            ("Берілген күні", Some(Field::Date)),
            ("Год", Some(Field::Date)),
            ("Направление помощи", Some(Field::Direction)),
            ("Вид объекта", Some(Field::Object)),
            ("На что направлена помощь", Some(Field::Purpose)),
            ("Мақсаты", Some(Field::Purpose)),
            ("Согласие на публикацию", Some(Field::Consent)),
            ("Скрыть имя", Some(Field::Consent)),
            ("Закрыть данные", Some(Field::Consent)),
            ("Can be named?", Some(Field::Consent)),
            ("May be named(?)", Some(Field::Consent)),
            ("Name may be published", Some(Field::Consent)),
            ("Publish name?", Some(Field::Consent)),
            ("Agrees to be named", Some(Field::Consent)),
            // Of what they are a yes or no is asked.
            ("Named", None),
            ("Permission", None),
            ("Building permit", None),
            ("Разрешение на строительство", None),
            ("Рұқсаты бар ма", None),
            ("Разрешение назвать имя", Some(Field::Consent)),
            ("Атауға рұқсат", Some(Field::Consent)),
            ("Confidential", Some(Field::Consent)),
            ("Можно называть?", Some(Field::Consent)),
            ("Публиковать имя", Some(Field::Consent)),
            ("Называть (да/нет)", Some(Field::Consent)),
            ("Разрешил назвать", Some(Field::Consent)),
            ("Конфиденциально", Some(Field::Consent)),
            ("Атын жариялауға бола ма", Some(Field::Consent)),
            ("Атауға бола ма?", Some(Field::Consent)),
            ("Name of giver", Some(Field::Patron)),
            ("Названия предприятий", None),
            ("Құпия", Some(Field::Consent)),
            ("Дата закрытия", Some(Field::Date)),
            ("№ п/п", Some(Field::Number)),
            ("№", Some(Field::Number)),
            ("Примечания", Some(Field::Note)),
            ("Ответственный", None),
            ("Телефон", None),
            ("ТОО «Дала»", None),
        ] {
            assert_eq!(heading(text).map(|found| found.field), field, "{text}");
        }
        assert_eq!(heading("Назначение (каз.)").unwrap().lang, Some(Lang::Kk));
        assert_eq!(heading("Сумма, рус").unwrap().lang, None);
    }

    #[test]
    fn units_of_headings_are_seen() {
        for (heading, said, expected) in [
            ("Сумма, тыс. тенге", None, Unit::Seems(1000)),
            ("Сумма, тыс. тенге", Some(1000), Unit::Said(1000)),
            ("Сомасы, млн тг", None, Unit::Seems(1_000_000)),
            ("Сомасы, млн тг", Some(1000), Unit::Seems(1_000_000)),
            ("Сумма, тенге", Some(1000), Unit::Tenge),
            ("Сумма (₸)", Some(1000), Unit::Tenge),
            ("Сумма", Some(1000), Unit::Said(1000)),
            ("Сумма", None, Unit::Tenge),
        ] {
            assert_eq!(unit(heading, said), expected, "{heading} {said:?}");
        }
    }

    #[test]
    fn a_yes_says_what_its_heading_asks() {
        for (heading, denies) in [
            ("Согласие на публикацию", Some(false)),
            ("Анонимно", Some(true)),
            ("Не публиковать", Some(true)),
            ("Жарияламау", Some(true)),
            ("Скрыть имя", Some(true)),
            ("Инкогнито", Some(true)),
            ("Can be named?", Some(false)),
            ("Publish name?", Some(false)),
            ("Wants to be named", Some(false)),
            ("Конфиденциально", Some(true)),
            ("Confidential", Some(true)),
            ("Құпия", Some(true)),
            ("Закрыть данные", Some(true)),
            ("Тайно", Some(true)),
            ("Имя не публиковать", Some(true)),
            ("Анонимно (да/нет)", Some(true)),
            ("Можно назвать имя", Some(false)),
            ("Атын жариялау", Some(false)),
            ("Согласие на анонимность", None),
            ("Не против публикации", None),
            ("Публиковать или не публиковать", None),
            ("Публично / анонимно", None),
            ("Публикация (пусто - не решено)", None),
            ("Не желает публикации", None),
            ("Отказ от публикации", None),
            ("Жариялауға болмайды", None),
            ("Не анонимно", None),
            ("Атын жариялауға қарсы емес", None),
        ] {
            assert_eq!(is_denying(heading), denies, "{heading}");
        }
    }

    #[test]
    fn groups_are_known() {
        assert!(is_group("Выпускники 1998 года") && is_group("Ауыл тұрғындары"));
    }

    #[test]
    fn promises_and_notes_of_the_office_are_seen() {
        for text in [
            "обещано, передача до конца года",
            "Планируется в декабре",
            "planned",
            "will be paid in December",
            "уәде етілді",
            "жоспарда",
            "жыл соңына дейін беріледі",
        ] {
            assert!(is_promise(text), "{text}");
        }
        for text in [
            "Передано по акту",
            "Планировка двора",
            "Берілді",
            "Books for a library",
        ] {
            assert!(!is_promise(text), "{text}");
        }
        for text in [
            "тел. 8 701 123 45 67",
            "+7 (701) 123-45-67",
            "87011234567",
            "Акт № 14 от 05.03.2024",
            "Договор 12/3",
            "БИН 123456789012",
            "invoice 15",
            "Келісімшарт № 5",
        ] {
            assert!(is_for_office(text), "{text}");
        }
        for text in [
            "Контактная линза",
            "Для 1 250 000 000 жителей",
            "Активный отдых",
            "Актуальная помощь",
            "счётчики тепла",
            "по договорённости с аулом",
            "work of a contractor",
            "2019-2020 2021-2022",
            "1250000000",
            "For the school",
        ] {
            assert!(!is_for_office(text), "{text}");
        }
    }
}
