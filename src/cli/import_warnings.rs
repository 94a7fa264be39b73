//! Warnings of what `tagzym import` would write, said of the rows of the sheet that they are of.

use super::report::message;
use crate::diagnostic::{At, Diagnostic, Severity};
use crate::load::front_matter::split;
use crate::locale::Language;
use crate::pipeline::Preparation;
use crate::report::message::describe;
use crate::sheets::{Import, warned};

/// What is wrong with rows of the sheet, each said of its row: the file in which it would stand does not exist yet, and new ids are others
/// the next time. And all else that is wrong.
pub(super) fn by_row(
    after: &Preparation,
    import: &Import,
    words: &Language,
) -> (Vec<String>, Vec<Diagnostic>) {
    let mut of_rows = Vec::new();
    let mut others = Vec::new();
    for found in &after.diagnostics {
        let warned = match &found.at {
            At::Place(place) => {
                let text = after.sources.text(place.source);
                text.and_then(|text| {
                    let yaml = split(text).ok().and_then(|of| of.front_matter);
                    let yaml = yaml.map_or(text, |range| &text[range]);
                    warned(import, yaml, &place.path, words)
                })
            }
            At::Span(_) | At::File(_) => None,
        };
        let Some(warned) = warned else {
            others.push(found.clone());
            continue;
        };
        let mut found = found.clone();
        for (_, value) in &mut found.args {
            if import.patrons.iter().any(|of| of.id.as_str() == value) {
                *value = warned.row.clone();
            }
        }
        let told = describe(&found, words);
        let word = match found.severity() {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
        };
        let word = message(words, word, &[]);
        let code = found.code.number();
        let mut line = format!("{}: {word}[{code}]: {}", warned.place, told.message);
        for help in told.helps() {
            line.push_str(&format!("\n  = {help}"));
        }
        of_rows.push(line);
    }
    (of_rows, others)
}
