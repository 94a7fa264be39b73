//! Warnings of what `tagzym import` would write, said of the rows of the sheet that they are of.

use std::collections::HashMap;

use super::report::message;
use crate::diagnostic::{At, Diagnostic, Severity};
use crate::load::front_matter::split;
use crate::load::yaml::{Node, parse};
use crate::locale::Language;
use crate::pipeline::Preparation;
use crate::report::message::describe;
use crate::sheets::{Import, row_of_patron, warned};
use crate::source::SourceId;

/// What is wrong with rows of the sheet, each said of its row: the file in which it would stand does not exist yet, and new ids are others
/// the next time. And all else that is wrong.
pub(super) fn by_row(
    after: &Preparation,
    import: &Import,
    words: &Language,
) -> (Vec<String>, Vec<Diagnostic>) {
    let mut of_rows = Vec::new();
    let mut others = Vec::new();
    let mut read: HashMap<SourceId, Option<Node>> = HashMap::new();
    for found in &after.diagnostics {
        // What says who somebody is that must not be named is told where no message quotes it.
        let is_secret = found.code.names_anonymous() || found.names_somebody;
        let warned = match &found.at {
            At::Place(place) if !is_secret => {
                let node = read.entry(place.source).or_insert_with(|| {
                    let text = after.sources.text(place.source)?;
                    let yaml = split(text).ok().and_then(|of| of.front_matter);
                    let yaml = yaml.map_or(text, |range| &text[range]);
                    parse(yaml.trim_start_matches('\u{feff}')).ok()
                });
                node.as_ref()
                    .and_then(|node| warned(import, node, &place.path, words))
            }
            At::Place(_) | At::Span(_) | At::File(_) => None,
        };
        let Some(warned) = warned else {
            others.push(found.clone());
            continue;
        };
        let mut found = found.clone();
        let mut of_row = None;
        for (_, value) in &mut found.args {
            if let Some([row, patron]) = row_of_patron(import, value, words) {
                *value = row;
                of_row = Some(patron);
            }
        }
        found.args.extend(of_row.map(|patron| ("row", patron)));
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
        of_rows.push((warned.row, line));
    }
    of_rows.sort_by_key(|(row, _)| *row);
    let of_rows = of_rows.into_iter().map(|(_, line)| line).collect();
    (of_rows, others)
}
