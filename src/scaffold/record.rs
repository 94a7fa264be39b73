//! A new record: a file with every field, the required ones first and the others as comments, with what each is for and an
//! example, in the editor's language.

use super::flow::flow;
use super::reference::{Field, Needed};
use super::subject::Subject;
use super::wrapped::comment;
use crate::load::yaml::{Node, scalar};
use crate::locale::Language;
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::records::schema::is_write_up;

/// What is known of a new record.
#[derive(Debug, Clone)]
pub(crate) struct NewRecord {
    pub kind: RecordKind,
    pub id: String,
    /// What it is called, and in which language.
    pub name: (Lang, String),
    /// The languages of the site, that with the facts first.
    pub languages: Vec<Lang>,
    /// Facts that are known, each as YAML has it.
    pub facts: Vec<(&'static str, String)>,
}

/// A new file: its path, its text, and the required fields that are still empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewFile {
    pub path: String,
    pub text: String,
    pub empty: Vec<String>,
}

/// What belongs to each language of a write-up and is no fact.
const OF_A_LANGUAGE: [&str; 3] = ["title", "summary", "draft"];

/// What belongs to each language of the picture of a write-up.
const OF_A_PICTURE: [&str; 2] = ["alt", "caption"];

/// What nobody begins with: a warning is accepted when it is there, and a translation is marked by `tagzym translations`.
const LATER: [&str; 2] = ["accept", "source"];

/// The files of a new record.
pub(crate) fn files(of: &NewRecord, words: &Language) -> Vec<NewFile> {
    let subject = Subject::Kind(of.kind);
    let mut fields = subject.fields(words.lang);
    let is_text = is_write_up(of.kind);
    fields.retain(|field| !is_later(&field.name, is_text));
    let folder = of.kind.folder();
    if !is_text {
        let (text, empty) = yaml(of, &fields, None, words.lang);
        let path = format!("content/{folder}/{}.yaml", of.id);
        return vec![NewFile { path, text, empty }];
    }
    let place = match of.facts.iter().find(|(name, _)| *name == "region") {
        Some((_, region)) if of.kind == RecordKind::Project => format!("{folder}/{region}"),
        _ => folder.to_owned(),
    };
    let body = words
        .messages
        .format("scaffold-body", &[])
        .unwrap_or_default();
    let languages = of.languages.iter().enumerate();
    let files = languages.map(|(nth, &lang)| {
        let stated: Vec<Field> = fields
            .iter()
            .filter(|field| {
                let name = field.name.as_str();
                nth == 0 || OF_A_LANGUAGE.contains(&name) || name == "image"
            })
            .cloned()
            .collect();
        let (yaml, empty) = yaml(of, &stated, Some(lang), words.lang);
        // Pictures lie beside a text.
        let path = match of.kind {
            RecordKind::Page => format!("content/{place}/{}.{lang}.md", of.id),
            _ => format!("content/{place}/{}/index.{lang}.md", of.id),
        };
        let text = format!("---\n{yaml}---\n\n<!-- {body} -->\n");
        NewFile { path, text, empty }
    });
    files.collect()
}

/// Whether a field is left to a later time. The source of a figure or a gift is another one.
fn is_later(field: &str, is_text: bool) -> bool {
    LATER.contains(&field) && (is_text || field == "accept")
}

/// The fields of a file, and the names of those that are required and not known.
fn yaml(of: &NewRecord, fields: &[Field], file: Option<Lang>, ui: Lang) -> (String, Vec<String>) {
    let (mut text, mut empty) = (String::new(), Vec::new());
    for field in fields {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&comment(&field.help));
        match known(of, &field.name, file) {
            Some(value) => {
                let first = of
                    .languages
                    .first()
                    .copied()
                    .filter(|first| *first != of.name.0);
                let untold = first.filter(|_| value.starts_with('\n'));
                empty.extend(untold.map(|lang| format!("{}.{lang}", field.name)));
                let space = if value.starts_with('\n') { "" } else { " " };
                text.push_str(&format!("{}:{space}{value}\n", field.name));
            }
            None if field.needed == Needed::Always => {
                empty.push(field.name.clone());
                text.push_str(&format!("{}:\n", field.name));
            }
            None if field.name == "image" && file != of.languages.first().copied() => {
                text.push_str(&picture(of.kind, field, file, ui));
            }
            None => text.push_str(&left_out(of.kind, field, file, ui)),
        }
    }
    (text, empty)
}

/// What is known of a field, as YAML.
fn known(of: &NewRecord, field: &str, file: Option<Lang>) -> Option<String> {
    let (lang, name) = &of.name;
    match (field, file) {
        ("id", None) => Some(of.id.clone()),
        ("name", None) if of.kind != RecordKind::Figure => Some(localised(of, *lang, name)),
        ("note", None) if of.kind == RecordKind::Figure => Some(localised(of, *lang, name)),
        ("title", Some(file)) if file == *lang => Some(scalar(name)),
        _ => {
            let (_, value) = of.facts.iter().find(|(fact, _)| *fact == field)?;
            Some(value.clone())
        }
    }
}

/// A text in its language, with a line for each other; that of the first language has to be filled in.
fn localised(of: &NewRecord, lang: Lang, text: &str) -> String {
    let lines = of.languages.iter().enumerate().map(|(nth, &other)| {
        if other == lang {
            format!("\n  {other}: {}", scalar(text))
        } else if nth == 0 {
            format!("\n  {other}:")
        } else {
            format!("\n  # {other}: …")
        }
    });
    lines.collect()
}

/// A field that is left out: an example as a comment. What it holds is told as well.
fn left_out(kind: RecordKind, field: &Field, file: Option<Lang>, ui: Lang) -> String {
    let subject = Subject::Kind(kind);
    let lang = file.unwrap_or(ui);
    let name = &field.name;
    let inner = subject.inner_fields(field, ui);
    let is_list = field.schema["type"] == "array";
    if !is_list || inner.is_empty() {
        let example = subject.example(&[name], lang);
        return format!("# {name}: {}\n", example.unwrap_or_default());
    }
    let mut text = format!("# {name}:\n");
    let inner = inner.iter().filter(|of| !is_later(&of.name, false));
    for (nth, of) in inner.enumerate() {
        let example = subject.example(&[name, &of.name], lang);
        let help = comment(&of.help);
        text.extend(help.lines().map(|line| format!("#     {line}\n")));
        let dash = if nth == 0 { "-" } else { " " };
        let example = example.unwrap_or_default();
        text.push_str(&format!("#   {dash} {}: {example}\n", of.name));
    }
    text
}

/// What a translation says of a picture, of which the file is stated with the facts.
fn picture(kind: RecordKind, field: &Field, file: Option<Lang>, ui: Lang) -> String {
    let subject = Subject::Kind(kind);
    let lang = file.unwrap_or(ui);
    let inner = subject.inner_fields(field, ui).into_iter();
    let inner = inner.filter(|of| OF_A_PICTURE.contains(&of.name.as_str()));
    let lines = inner.map(|of| {
        let example = subject.example(&[&field.name, &of.name], lang);
        format!("#   {}: {}\n", of.name, example.unwrap_or_default())
    });
    format!("# {}:\n{}", field.name, lines.collect::<String>())
}

/// An id as YAML has it; a list of them on one line.
pub(crate) fn fact(value: &str) -> String {
    flow(&Node::Text(value.to_owned()))
}
