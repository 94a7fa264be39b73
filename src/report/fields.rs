//! What the fields of records are for, in the editor's language: for `tagzym explain patron.consent`, for the comments of new
//! files and for the schemas that an editor reads while typing.
//!
//! In English that is what the readers themselves say; the other languages are Fluent messages in `fields/`, named by the
//! record and the field, each below the English text that it says.

use serde_json::Value as Json;

use crate::locale::Messages;
use crate::model::lang::Lang;

/// The texts of a language; in English there are none but those of the readers.
pub(crate) struct FieldTexts(Option<Messages>);

/// The texts in a language.
pub(crate) fn field_texts(lang: Lang) -> FieldTexts {
    FieldTexts(file(lang).map(|text| Messages::new(lang, &[("fields", text)]).0))
}

fn file(lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::Kk => Some(include_str!("fields/kk.ftl")),
        Lang::Ru => Some(include_str!("fields/ru.ftl")),
        Lang::En => None,
    }
}

impl FieldTexts {
    /// What a field of a record is for. `english` is what its reader says, and stands in where nothing else does.
    pub(crate) fn help(&self, record: &str, field: &str, english: &str) -> String {
        let of = |record: &str| {
            let messages = self.0.as_ref()?;
            messages.format(&format!("{record}-{field}"), &[]).ok()
        };
        of(record)
            .or_else(|| of("any"))
            .unwrap_or_else(|| english.to_owned())
    }

    /// A schema with these texts in the place of those of the readers.
    pub(crate) fn in_schema(&self, mut schema: Json) -> Json {
        self.tell(&mut schema);
        schema
    }

    fn tell(&self, schema: &mut Json) {
        match schema {
            Json::Object(keywords) => {
                let record = keywords.get("title").and_then(Json::as_str);
                let record = record.map(str::to_owned);
                let fields = keywords.get_mut("properties").and_then(Json::as_object_mut);
                if let (Some(record), Some(fields)) = (record, fields) {
                    for (name, field) in fields {
                        if let Some(Json::String(told)) = field.get_mut("description") {
                            *told = self.help(&record, name, told);
                        }
                    }
                }
                keywords.values_mut().for_each(|inner| self.tell(inner));
            }
            Json::Array(items) => items.iter_mut().for_each(|item| self.tell(item)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::load::field_docs::COMMON;
    use crate::model::kind::RecordKind;
    use crate::records::schema::docs;

    #[test]
    fn a_schema_is_told_in_the_language_of_its_editor() {
        let patron = |lang| {
            let schema = crate::records::schema::schema(RecordKind::Patron, &[]);
            field_texts(lang).in_schema(schema).to_string()
        };
        for (lang, consent, language) in [
            (Lang::Kk, "public: атын көрсетуге болады", "Қазақша."),
            (
                Lang::Ru,
                "public: имя можно показать",
                "На казахском языке.",
            ),
            (Lang::En, "public: the name may be shown", "In Kazakh."),
        ] {
            let schema = patron(lang);
            assert!(
                schema.contains(consent) && schema.contains(language),
                "{schema}"
            );
            assert_eq!(schema.contains("The id of "), lang == Lang::En, "{schema}");
        }
    }

    #[test]
    fn every_field_is_told_in_every_language_and_by_the_text_of_its_reader() {
        let kinds = RecordKind::ALL.iter().flat_map(|&kind| docs(kind));
        let lines = kinds.copied().chain([COMMON]).flatten();
        let said: BTreeMap<String, &str> = lines
            .map(|(record, field, help)| {
                let record = if record.is_empty() { "any" } else { record };
                (format!("{record}-{field}"), *help)
            })
            .collect();
        for text in [Lang::Kk, Lang::Ru].into_iter().filter_map(file) {
            let lines: Vec<&str> = text.lines().collect();
            let told = lines.windows(2).filter_map(|pair| {
                let (id, _) = pair[1].split_once(" = ")?;
                Some((id.to_owned(), pair[0].trim_start_matches("# ")))
            });
            assert_eq!(told.collect::<BTreeMap<_, _>>(), said);
        }
    }
}
