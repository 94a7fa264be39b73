//! `tagzym schema`: the command that writes the JSON Schemas of records and front matter, for editors.

use std::path::Path;

use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::language::UiLang;
use super::refusal::refusal;
use super::report::{check_root, error, message, path_text, say};
use crate::disk::{read::read, write::write};
use crate::load::site::site;
use crate::locale::Arg;
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::records::schema::{file, schema as schema_of};
use crate::report::fields::field_texts;
use crate::report::message::language;

pub(super) fn schema(out: &Path, root: &Path, ui: UiLang) -> u8 {
    let words = language(ui.lang());
    if let Err(code) = check_root(root, &words) {
        return code;
    }
    let (sources, _) = read(root);
    let text = |source| Some((source, sources.get(source)?.text));
    let settings = match sources.find("site.toml").and_then(text) {
        Some((source, text)) => match site(source, &text) {
            (Some(site), _) => Some(site),
            (None, _) => {
                error(&words, &message(&words, "cli-schema-settings", &[]));
                return CONTENT_ERRORS;
            }
        },
        None => None,
    };
    // Without a site: the contract's default.
    let required = settings.map_or_else(|| vec![Lang::Kk], |site| site.required);
    let texts = field_texts(ui.lang());
    let files: Vec<(String, String)> = RecordKind::ALL
        .iter()
        .map(|&kind| {
            let schema = texts.in_schema(schema_of(kind, &required));
            (file(kind), format!("{schema:#}\n"))
        })
        .collect();
    match write(out, &files) {
        Ok(()) => {
            let (count, path) = (files.len() as u64, path_text(out));
            let args = [("count", Arg::Number(count)), ("path", Arg::Text(&path))];
            say(message(&words, "cli-schemas", &args));
            0
        }
        Err(why) => {
            error(&words, &refusal(&why, &words));
            WRONG_USE
        }
    }
}
