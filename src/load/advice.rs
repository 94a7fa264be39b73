//! Advice on fields: what to write where a value is missing or of another type, and which field was meant.
//!
//! Takes the schema that a field's reader writes, and whether the file is YAML or TOML; gives a line as an example and
//! the words that can be chosen. Knows nothing of records.

use serde_json::Value as Json;

/// A field as an editor has to write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Example {
    /// The line: `kind: company`.
    pub line: String,
    /// The words that it can be, if they are few.
    pub known: Option<String>,
}

/// An example of a field whose values have this schema.
pub(super) fn example(field: &str, schema: &Json, is_toml: bool) -> Example {
    let known = words(schema);
    let value = value(field, schema, is_toml);
    let mark = if is_toml { " =" } else { ":" };
    Example {
        line: format!("{field}{mark} {value}"),
        known,
    }
}

/// The words that a schema allows, of a value or of each in a list.
fn words(schema: &Json) -> Option<String> {
    let of = schema.get("items").unwrap_or(schema);
    let words = of.get("enum")?.as_array()?.iter();
    let words: Vec<&str> = words.filter_map(Json::as_str).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn value(field: &str, schema: &Json, is_toml: bool) -> String {
    let quoted = |text: &str| match is_toml {
        true => format!("\"{text}\""),
        false => text.to_owned(),
    };
    let is = |name: &str| schema.get("type").is_some_and(|of| of == name);
    let of = |field: &str| match field {
        "base_url" | "site" | "url" => Some("https://…"),
        "theme" => Some("tagzym"),
        "default_language" => Some("kk"),
        "date" | "completed" | "started" => Some("2018-06-19"),
        "year" | "since" => Some("2018"),
        _ => None,
    };
    if schema.get("$ref").is_some() || schema.get("anyOf").is_some() {
        return match is_toml {
            true => "{kk = \"…\", ru = \"…\", en = \"…\"}".to_owned(),
            false => "{kk: …, ru: …, en: …}".to_owned(),
        };
    }
    if is("array") {
        return match (words(schema), is_toml) {
            (Some(_), true) => "[\"kk\", \"ru\", \"en\"]".to_owned(),
            (Some(_), false) => "[kk, ru, en]".to_owned(),
            (None, true) => "[\"…\", \"…\"]".to_owned(),
            (None, false) => "[…, …]".to_owned(),
        };
    }
    if is("boolean") {
        return "true".to_owned();
    }
    match of(field) {
        Some("2018") => "2018".to_owned(),
        Some(text) => quoted(text),
        None if field == "amount" => "5000000".to_owned(),
        None => quoted("…"),
    }
}

/// Names of fields in the languages of the editors, and the fields that they mean.
const TRANSLATED: &[(&str, &str)] = &[
    ("атауы", "name"),
    ("аты", "name"),
    ("имя", "name"),
    ("название", "name"),
    ("наименование", "name"),
    ("атауы", "title"),
    ("аты", "title"),
    ("название", "title"),
    ("наименование", "title"),
    ("тақырып", "title"),
    ("тақырыбы", "title"),
    ("заголовок", "title"),
    ("аймақ", "region"),
    ("өңір", "region"),
    ("облыс", "region"),
    ("область", "region"),
    ("регион", "region"),
    ("аудан", "district"),
    ("район", "district"),
    ("бағыт", "direction"),
    ("бағыты", "direction"),
    ("направление", "direction"),
    ("нысан", "object"),
    ("объект", "object"),
    ("меценат", "patron"),
    ("жомарт", "patron"),
    ("меценаты", "patrons"),
    ("меценаттар", "patrons"),
    ("сома", "amount"),
    ("сомасы", "amount"),
    ("сумма", "amount"),
    ("күні", "date"),
    ("дата", "date"),
    ("жыл", "year"),
    ("жылы", "year"),
    ("год", "year"),
    ("мәртебе", "status"),
    ("мәртебесі", "status"),
    ("статус", "status"),
    ("түрі", "kind"),
    ("вид", "kind"),
    ("тип", "kind"),
    ("type", "kind"),
    ("мақсат", "purpose"),
    ("мақсаты", "purpose"),
    ("назначение", "purpose"),
    ("цель", "purpose"),
    ("келісім", "consent"),
    ("согласие", "consent"),
    ("сурет", "image"),
    ("картинка", "image"),
    ("фото", "image"),
    ("image_url", "image"),
    ("жарналар", "contributions"),
    ("көмек", "contributions"),
    ("вклады", "contributions"),
    ("взносы", "contributions"),
    ("орны", "location"),
    ("координаты", "location"),
    ("описание", "summary"),
    ("сипаттама", "summary"),
    ("description", "summary"),
    ("title", "name"),
    ("names", "name"),
    ("sum", "amount"),
    ("money", "amount"),
    ("donor", "patron"),
    ("sponsor", "patron"),
    ("gifts", "contributions"),
    ("donations", "contributions"),
    ("state", "status"),
    ("oblast", "region"),
    ("link", "url"),
    ("website", "site"),
    ("day", "date"),
    ("қазақша", "kk"),
    ("kaz", "kk"),
    ("қаз", "kk"),
    ("каз", "kk"),
    ("kz", "kk"),
    ("рус", "ru"),
    ("rus", "ru"),
    ("русский", "ru"),
    ("орысша", "ru"),
    ("eng", "en"),
    ("англ", "en"),
    ("ағылшынша", "en"),
    ("орыс", "ru"),
    ("анг", "en"),
    ("ағылшын", "en"),
    ("сайт", "site"),
    ("тіл", "lang"),
    ("язык", "lang"),
    ("файл", "file"),
    ("подпись", "caption"),
];

/// The known field that a word of another language means.
pub(super) fn translated(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let mut meant = TRANSLATED.iter().filter(|(name, _)| *name == word);
    meant.find_map(|(_, meant)| known.iter().copied().find(|name| name == meant))
}

/// Words of closed sets in the languages of the editors, and those that they mean.
const CHOICES: &[(&str, &[&str])] = &[
    (
        "planned",
        &[
            "жоспарда",
            "жоспарланған",
            "жоспарланды",
            "запланирован",
            "планируется",
            "в планах",
        ],
    ),
    (
        "under-way",
        &[
            "салынуда",
            "жүріп жатыр",
            "басталды",
            "строится",
            "идет",
            "идёт",
            "в работе",
            "начат",
            "in progress",
            "ongoing",
        ],
    ),
    (
        "completed",
        &[
            "аяқталды",
            "аяқталған",
            "бітті",
            "салынды",
            "завершен",
            "завершён",
            "завершено",
            "построен",
            "построено",
            "готово",
            "done",
            "finished",
        ],
    ),
    (
        "cancelled",
        &[
            "тоқтатылды",
            "болмады",
            "отменен",
            "отменён",
            "отменено",
            "canceled",
        ],
    ),
    (
        "delivered",
        &[
            "берілді",
            "берілген",
            "аударылды",
            "передано",
            "передан",
            "выплачено",
            "оплачено",
            "given",
            "paid",
        ],
    ),
    (
        "pledged",
        &[
            "уәде",
            "уәде етілді",
            "уәде етілген",
            "обещано",
            "обещан",
            "promised",
        ],
    ),
    (
        "person",
        &[
            "жеке тұлға",
            "адам",
            "физлицо",
            "физическое лицо",
            "человек",
        ],
    ),
    (
        "company",
        &[
            "компания",
            "кәсіпорын",
            "жшс",
            "тоо",
            "предприятие",
            "юрлицо",
            "llp",
        ],
    ),
    ("fund", &["қор", "фонд", "foundation"]),
    (
        "association",
        &["бірлестік", "қауымдастық", "объединение", "ассоциация"],
    ),
    ("group", &["топ", "группа"]),
    ("top", &["жоғары", "жоғарғы", "верх", "сверху", "header"]),
    (
        "footer",
        &["төмен", "төменгі", "низ", "внизу", "подвал", "bottom"],
    ),
];

/// The word of a closed set that one in another language certainly means.
pub(super) fn chosen<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    let (meant, _) = CHOICES.iter().find(|(_, of)| of.contains(&&*word))?;
    words.into_iter().find(|one| one == meant)
}

/// What a word for yes or no means.
pub(super) fn yes_or_no(word: &str) -> Option<bool> {
    const YES: [&str; 9] = ["yes", "y", "on", "true", "да", "иә", "ия", "иа", "1"];
    const NO: [&str; 8] = ["no", "n", "off", "false", "нет", "жоқ", "жок", "0"];
    let word = word.trim().trim_end_matches('.').to_lowercase();
    let is = |words: &[&str]| words.contains(&&*word);
    is(&YES).then_some(true).or(is(&NO).then_some(false))
}

/// The settings of a site, which stand above all tables of `site.toml`.
pub(super) const SETTINGS: [&str; 12] = [
    "base_url",
    "theme",
    "languages",
    "default_language",
    "required",
    "fallback",
    "samples",
    "scope",
    "first_year",
    "outlines",
    "contact",
    "licence",
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_example_is_in_the_language_of_its_file() {
        let localised = json!({"$ref": "#/$defs/localised"});
        let langs = json!({"type": "array", "items": {"enum": ["kk", "ru"]}});
        let text = json!({"type": "string"});
        let kinds = json!({"enum": ["person", "company"]});
        for (field, schema, is_toml, line, known) in [
            (
                "name",
                &localised,
                false,
                "name: {kk: …, ru: …, en: …}",
                None,
            ),
            (
                "title",
                &localised,
                true,
                "title = {kk = \"…\", ru = \"…\", en = \"…\"}",
                None,
            ),
            (
                "languages",
                &langs,
                true,
                "languages = [\"kk\", \"ru\", \"en\"]",
                Some("kk, ru"),
            ),
            ("base_url", &text, true, "base_url = \"https://…\"", None),
            ("kind", &kinds, false, "kind: …", Some("person, company")),
        ] {
            let example = example(field, schema, is_toml);
            assert_eq!((&*example.line, example.known.as_deref()), (line, known));
        }
    }

    #[test]
    fn the_settings_are_those_of_a_site() {
        let schema = super::super::site::schema();
        let fields = schema["properties"].as_object().unwrap();
        for name in fields.keys() {
            let is_table = ["title", "description", "accept"].contains(&&**name);
            assert!(is_table || SETTINGS.contains(&&**name), "{name}");
        }
    }
}
