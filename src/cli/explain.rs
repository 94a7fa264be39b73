//! `tagzym explain T0103`: the command that documents a diagnostic code, with examples, or lists all codes; `tagzym explain
//! patron.consent` does the same for a field, `tagzym explain contribution` for a part, `tagzym explain patron` for all fields of a
//! record, and `tagzym explain import.toml` for the answers to an import.

use super::exit_code::WRONG_USE;
use super::language::UiLang;
use super::report::{error, meant, print};
use crate::diagnostic::{Code, Severity, nearest};
use crate::locale::{Arg, Language};
use crate::report::explain::{explain as explanation, find, in_short, texts};
use crate::report::message::language;
use crate::scaffold::parts::{NoPart, part_at};
use crate::scaffold::reference::{Field, FieldAt, Needed, type_in_words};
use crate::scaffold::subject::Subject;
use crate::source::text::invisible::{shortened, visible};

pub(super) fn explain(code: Option<&str>, ui: UiLang) -> u8 {
    let words = language(ui.lang());
    let word = |id: &str| words.messages.format(id, &[]).unwrap_or_default();
    let texts = texts(ui.lang());
    let Some(number) = code else {
        for &code in Code::ALL {
            let text = texts.format(code.number(), &[]).unwrap_or_default();
            print(format!("{}  {}\n", code.number(), in_short(&text)));
        }
        print(format!("\n{}\n", word("explain-more")));
        return 0;
    };
    if number == "import.toml" {
        print(format!("{}\n", word("explain-import-toml")));
        return 0;
    }
    let path: Vec<&str> = number.split('.').collect();
    if let Some(subject) = Subject::of_word(path[0]) {
        return explain_fields(subject, number, &path[1..], &words);
    }
    let code = match find(number) {
        Ok(code) => code,
        Err(near) => return explain_part(number, &path, near, &words),
    };
    let severity = match code.severity() {
        Severity::Error => word("severity-error"),
        Severity::Warning => word("severity-warning"),
    };
    let Some(told) = explanation(code, &texts) else {
        return WRONG_USE;
    };
    print(format!("{} ({severity})\n{}\n", code.number(), told.text));
    for (title, example) in [("explain-wrong", told.wrong), ("explain-right", told.right)] {
        print(format!("\n{}\n", word(title)));
        for line in example.lines() {
            print(format!("    {line}\n"));
        }
    }
    0
}

/// Tells a field with what it holds, or all fields of a record.
fn explain_fields(subject: Subject, named: &str, path: &[&str], words: &Language) -> u8 {
    if path.is_empty() {
        for field in subject.fields(words.lang) {
            let path = [field.name.clone()];
            print(format!("{}\n", in_words(subject, &field, &path, words)));
        }
        return 0;
    }
    match subject.field_at(path, words.lang) {
        Ok(found) => tell(subject, &found, words),
        Err(near) => no_field(named, &near, words),
    }
}

/// Tells a field that is named without the record that it stands in. `near`: the codes that may be meant.
fn explain_part(named: &str, path: &[&str], mut near: Vec<String>, words: &Language) -> u8 {
    match part_at(path, words.lang) {
        Ok((subject, found)) => {
            print(format!("{}.", subject.word()));
            tell(subject, &found, words)
        }
        Err(NoPart::NoField(names)) => no_field(named, &names, words),
        Err(NoPart::Unknown(parts)) => {
            near.extend(nearest(path[0], Subject::words()));
            near.extend(parts);
            error(words, &unknown("explain-unknown", named, &near, words));
            WRONG_USE
        }
    }
}

/// Tells a field with those inside of it.
fn tell(subject: Subject, (path, field): &FieldAt, words: &Language) -> u8 {
    print(format!("{}\n", in_words(subject, field, path, words)));
    for inner in subject.inner_fields(field, words.lang) {
        let path = [&path[..], std::slice::from_ref(&inner.name)].concat();
        print(format!("{}\n", in_words(subject, &inner, &path, words)));
    }
    0
}

fn no_field(named: &str, near: &[String], words: &Language) -> u8 {
    let (before, _) = named.rsplit_once('.').unwrap_or((named, ""));
    let near: Vec<String> = near.iter().map(|name| format!("{before}.{name}")).collect();
    error(words, &unknown("explain-no-field", named, &near, words));
    WRONG_USE
}

/// A field as a person reads of it: its path, what it takes, what it is for, an example.
fn in_words(subject: Subject, field: &Field, path: &[String], words: &Language) -> String {
    let word = |id: &str| words.messages.format(id, &[]).unwrap_or_default();
    let mut head = format!(
        "{}: {}",
        path.join("."),
        type_in_words(&field.schema, words)
    );
    let needed = match field.needed {
        Needed::Never => None,
        Needed::Always => Some("field-required"),
        Needed::OfPersons => Some("field-required-of-persons"),
    };
    head.extend(needed.map(|id| format!("; {}", word(id))));
    let mark = if subject == Subject::Site { " =" } else { ":" };
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let example = subject.example(&path, words.lang);
    let example = example.map(|example| format!("    {}{mark} {example}\n", field.name));
    format!("{head}\n  {}\n{}", field.help, example.unwrap_or_default())
}

/// What was asked for and is not there, and what is near to it.
fn unknown(id: &str, number: &str, near: &[String], words: &Language) -> String {
    let format = |id: &str, args: &[(&str, Arg<'_>)]| {
        let text = words.messages.format(id, args);
        text.unwrap_or_default()
    };
    let number = visible(&shortened(number, 40)).into_owned();
    let quoted = format("quoted", &[("name", Arg::Text(&number))]);
    let mut text = format(id, &[("code", Arg::Text(&quoted))]);
    text.push_str(". ");
    text.push_str(&meant(near, words).unwrap_or_else(|| format("explain-more", &[])));
    text
}
