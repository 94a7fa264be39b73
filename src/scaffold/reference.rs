//! The reference of fields: what each is for, what it takes, whether it has to be there, and an example.
//!
//! All of it comes from the readers, by their schemas, and from the examples of `docs/content.md`.

use serde_json::Value as Json;

use super::examples::example;
use super::flow::{flow, toml};
use super::subject::Subject;
use crate::diagnostic::nearest;
use crate::locale::{Arg, Language};
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::report::fields::{FieldTexts, field_texts};

/// A field of a record, or of something inside of one.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub name: String,
    /// What it is for.
    pub help: String,
    pub schema: Json,
    pub needed: Needed,
}

/// A field and its path in a record: `contributions`, `amount`.
pub(crate) type FieldAt = (Vec<String>, Field);

impl Field {
    /// What the records inside of it are called, if it holds any: `contribution`.
    pub(super) fn part(&self) -> Option<&str> {
        inner(&self.schema)?["title"].as_str()
    }

    /// Whether a word means it: its name, or what it holds.
    pub(super) fn is_called(&self, word: &str) -> bool {
        self.name == word || self.part() == Some(word)
    }
}

/// Whether a field has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needed {
    Always,
    /// Of a patron who is a person, whose consent nobody can take for granted.
    OfPersons,
    Never,
}

/// Facts that some language of a write-up has to state, or some records have to; a schema, which is of one file, cannot say so.
const MUST_BE_STATED: [(RecordKind, &str, Needed); 5] = [
    (RecordKind::Project, "region", Needed::Always),
    (RecordKind::Project, "direction", Needed::Always),
    (RecordKind::Project, "status", Needed::Always),
    (RecordKind::News, "date", Needed::Always),
    (RecordKind::Patron, "consent", Needed::OfPersons),
];

/// In which order a person fills them in; what is not named comes behind, by its name.
const ORDER: [&str; 35] = [
    "id",
    "title",
    "name",
    "summary",
    "kind",
    "consent",
    "patron",
    "patrons",
    "amount",
    "date",
    "year",
    "region",
    "district",
    "direction",
    "object",
    "status",
    "started",
    "completed",
    "cancelled",
    "reason",
    "purpose",
    "in_kind",
    "contributions",
    "recipients",
    "source",
    "period",
    "measure",
    "precision",
    "note",
    "beneficiaries",
    "location",
    "image",
    "since",
    "site",
    "former_names",
];

impl Subject {
    /// Its fields in the order in which a person fills them in, the required ones first.
    pub(crate) fn fields(self, lang: Lang) -> Vec<Field> {
        self.fields_inside(&self.schema(), &field_texts(lang), true)
    }

    /// The fields of what a field holds: itself, or each item of it.
    pub(crate) fn inner_fields(self, field: &Field, lang: Lang) -> Vec<Field> {
        let inner = inner(&field.schema);
        inner.map_or_else(Vec::new, |inner| {
            self.fields_inside(inner, &field_texts(lang), false)
        })
    }

    fn fields_inside(self, record: &Json, texts: &FieldTexts, is_top: bool) -> Vec<Field> {
        let title = match record["title"].as_str() {
            Some(title) => title,
            None => return Vec::new(),
        };
        let required = record["required"].as_array().into_iter().flatten();
        let required: Vec<&str> = required.filter_map(Json::as_str).collect();
        let needed = |name: &str| {
            if required.contains(&name) {
                return Needed::Always;
            }
            let mut stated = MUST_BE_STATED.iter();
            let stated = stated.find(|(kind, of, _)| Subject::Kind(*kind) == self && *of == name);
            stated
                .filter(|_| is_top)
                .map_or(Needed::Never, |(.., needed)| *needed)
        };
        let fields = record["properties"].as_object().into_iter().flatten();
        let mut fields: Vec<Field> = fields
            .map(|(name, schema)| {
                let english = schema["description"].as_str().unwrap_or_default();
                Field {
                    name: name.clone(),
                    help: texts.help(title, name, english),
                    schema: schema.clone(),
                    needed: needed(name),
                }
            })
            .collect();
        let place = |name: &str| {
            let place = ORDER.iter().position(|of| *of == name);
            place.unwrap_or(ORDER.len())
        };
        // Stable: the others stay in the order of their names.
        fields.sort_by_key(|field| (field.needed == Needed::Never, place(&field.name)));
        fields
    }

    /// An example of the value at a path of fields.
    pub(crate) fn example(self, path: &[&str], lang: Lang) -> Option<String> {
        let example = example(self, path, lang)?;
        Some(match self {
            Subject::Site => toml(&example),
            Subject::Kind(_) => flow(&example),
        })
    }

    /// The field at the end of a path, `contributions.amount`, with its path as files have it.
    ///
    /// # Errors
    /// There is none: the nearest names where the path ends to lead on.
    pub(crate) fn field_at(self, path: &[&str], lang: Lang) -> Result<FieldAt, Vec<String>> {
        self.field_among(&self.fields(lang), path, lang)
    }

    /// The same among some fields of it.
    pub(super) fn field_among(
        self,
        fields: &[Field],
        path: &[&str],
        lang: Lang,
    ) -> Result<FieldAt, Vec<String>> {
        let Some((name, rest)) = path.split_first() else {
            return Err(Vec::new());
        };
        let Some(field) = fields.iter().find(|field| field.is_called(name)) else {
            return Err(nearest(name, fields.iter().map(|field| &*field.name)));
        };
        let own = field.name.clone();
        if rest.is_empty() {
            return Ok((vec![own], field.clone()));
        }
        let (mut path, found) = self.field_among(&self.inner_fields(field, lang), rest, lang)?;
        path.insert(0, own);
        Ok((path, found))
    }
}

/// The record inside of a field, or of each item of it.
fn inner(field: &Json) -> Option<&Json> {
    match field["type"].as_str() {
        Some("object") => Some(field),
        Some("array") => inner(field.get("items")?),
        _ => None,
    }
}

/// What a field takes, in words.
pub(crate) fn type_in_words(field: &Json, words: &Language) -> String {
    let say = |id: &str, args: &[(&str, Arg<'_>)]| {
        let id = format!("field-{id}");
        words.messages.format(&id, args).unwrap_or(id)
    };
    if let Some(forms) = field["anyOf"].as_array() {
        let forms: Vec<String> = forms
            .iter()
            .map(|form| type_in_words(form, words))
            .collect();
        let or = words.messages.format("list-or", &[]).unwrap_or_default();
        return forms.join(&format!(" {or} "));
    }
    if let Some(choices) = field["enum"].as_array() {
        let choices: Vec<&str> = choices.iter().filter_map(Json::as_str).collect();
        // A list of all codes is no help.
        return match choices.len() {
            0..12 => choices.join(", "),
            _ => say("code-of-warning", &[]),
        };
    }
    if let Some(2) = field["minItems"].as_u64() {
        return say("two-numbers", &[]);
    }
    let pattern = field["pattern"].as_str().unwrap_or_default();
    let most = field["maximum"].as_u64();
    let id = match (field["type"].as_str(), most) {
        (Some("boolean"), _) => "yes-or-no",
        (Some("object"), _) => "fields",
        (Some("array"), _) => {
            let of = type_in_words(&field["items"], words);
            return say("list", &[("of", Arg::Text(&of))]);
        }
        _ if field.get("$ref").is_some() => "localised",
        (_, Some(1_000_000_000_000_000 | 1_000_000_000_000_000_000)) => "amount",
        (_, Some(1_000_000_000_000)) => "count",
        (_, Some(9999)) if pattern.contains("\\.\\.") => "period",
        (_, Some(9999)) if pattern.contains("-02-29") => "date",
        (_, Some(9999)) => "year",
        _ if field.get("maxLength").is_some() => "id",
        _ if pattern.starts_with("^[Hh][Tt][Tt][Pp]") => "url",
        _ if pattern.contains("content/static") || pattern.contains("[jJ]") => "file",
        _ => "text",
    };
    say(id, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_an_example_and_a_help() {
        for word in Subject::words() {
            let subject = Subject::of_word(word).unwrap();
            let fields = subject.fields(Lang::Ru).into_iter();
            // It is told once for all records, and its example stands in no record.
            for field in fields.filter(|field| field.name != "accept") {
                assert!(!field.help.is_empty(), "{word}.{}", field.name);
                let example = subject.example(&[&field.name], Lang::Ru);
                assert!(example.is_some(), "{word}.{}", field.name);
            }
        }
    }

    #[test]
    fn an_example_of_a_picture_has_its_file_in_every_language() {
        let project = Subject::of_word("project").unwrap();
        for (lang, alt) in [(Lang::Kk, "Екі"), (Lang::Ru, "Двухэтажная")] {
            let image = project.example(&["image"], lang).unwrap();
            assert!(image.contains("{file: ") && image.contains(alt), "{image}");
        }
    }

    #[test]
    fn a_field_is_found_by_its_path() {
        let project = Subject::of_word("project").unwrap();
        let at = |path: &str, lang| {
            let path: Vec<&str> = path.split('.').collect();
            project.field_at(&path, lang).map(|(_, field)| field.help)
        };
        let amount = at("contributions.amount", Lang::En).unwrap();
        assert!(amount.starts_with("Whole tenge"), "{amount}");
        assert!(
            at("contributions.amount", Lang::Kk)
                .unwrap()
                .starts_with("Бүтін теңге")
        );
        assert_eq!(
            at("contributions.amont", Lang::En),
            Err(vec!["amount".to_owned()])
        );
        assert!(
            at("stats", Lang::En)
                .unwrap_err()
                .contains(&"status".to_owned())
        );
        let names: Vec<String> = project
            .fields(Lang::En)
            .into_iter()
            .map(|of| of.name)
            .collect();
        assert_eq!(names[..4], ["title", "region", "direction", "status"]);
    }
}
