//! The JSON reporter: diagnostics for machines, as one JSON object.
//!
//! ```json
//! {"diagnostics": [{"code": "T0103", "severity": "error", "message": "…", "help": "…", "file": "content/a.yaml",
//!   "line": 1, "column": 3, "end_line": 1, "end_column": 5, "others": [{"file": "…", "line": 1, …, "message": "…"}],
//!   "nearest": ["…"], "replacement": "…"}], "errors": 1, "warnings": 0,
//!  "accepted": [{"code": "T0219", …, "why": "…"}]}
//! ```
//!
//! Lines and columns count from 1, columns in characters; they are null for a file as a whole. `help`, `replacement`
//! and the `message` of another place are null where there is nothing to say. Files are named from the site's root. What
//! the content accepts is neither among the others nor counted.

use serde::Serialize;

use super::accepted::in_order;
use super::message::render_message;
use super::order::{Placed, count, sorted};
use crate::diagnostic::{Accepted, Diagnostic, Severity};
use crate::load::locate::{Location, Locator};
use crate::locale::Language;
use crate::source::Sources;

#[derive(Serialize)]
struct Report {
    diagnostics: Vec<One>,
    errors: u64,
    warnings: u64,
    accepted: Vec<OneAccepted>,
}

#[derive(Serialize)]
struct OneAccepted {
    #[serde(flatten)]
    one: One,
    why: String,
}

#[derive(Serialize)]
struct One {
    code: &'static str,
    severity: &'static str,
    message: String,
    help: Option<String>,
    #[serde(flatten)]
    place: Place,
    others: Vec<Other>,
    nearest: Vec<String>,
    replacement: Option<String>,
}

#[derive(Serialize)]
struct Other {
    #[serde(flatten)]
    place: Place,
    message: Option<String>,
}

#[derive(Serialize)]
struct Place {
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

/// All diagnostics, none left out, by file and place, as one line of JSON without control characters.
pub(crate) fn json(
    diagnostics: &[Diagnostic],
    accepted: &[Accepted],
    sources: &Sources,
    words: &Language,
) -> String {
    let mut locator = Locator::new(sources);
    let counts = count(diagnostics);
    let all = sorted(diagnostics, &mut locator).into_iter();
    let all = all.map(|placed| one(&placed, &mut locator, words));
    let all = all.collect();
    let accepted = in_order(accepted, &mut locator).into_iter().map(|of| {
        let placed = sorted(std::slice::from_ref(&of.diagnostic), &mut locator);
        OneAccepted {
            one: one(&placed[0], &mut locator, words),
            why: of.why.to_string(),
        }
    });
    let report = Report {
        diagnostics: all,
        errors: counts.errors,
        warnings: counts.warnings,
        accepted: accepted.collect(),
    };
    // Plain structs of texts and numbers: serde_json has nothing to refuse.
    let text = serde_json::to_string(&report).unwrap_or_default();
    escaped(&text)
}

fn one(placed: &Placed<'_>, locator: &mut Locator<'_>, words: &Language) -> One {
    let diagnostic = &*placed.diagnostic;
    let told = render_message(diagnostic, words, &mut Vec::new());
    let helps: Vec<&str> = [&told.line, &told.lookalike, &told.help]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let others = placed.others.iter().map(|other| Other {
        place: place(other, locator),
        message: told.other.clone(),
    });
    let others = others.collect();
    One {
        code: diagnostic.code.number(),
        severity: match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        help: (!helps.is_empty()).then(|| helps.join("\n")),
        message: told.message,
        place: place(&placed.location, locator),
        others,
        nearest: diagnostic.nearest.clone(),
        replacement: diagnostic.replacement.as_ref().map(|by| by.0.clone()),
    }
}

fn place(location: &Location, locator: &mut Locator<'_>) -> Place {
    let ends = locator.lines_and_columns(location);
    Place {
        file: location.path.clone(),
        line: ends.map(|(start, _)| start.0),
        column: ends.map(|(start, _)| start.1),
        end_line: ends.map(|(_, end)| end.0),
        end_column: ends.map(|(_, end)| end.1),
    }
}

/// JSON lets most control characters stand as they are; a terminal would obey some. All of ours stand in strings.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for letter in json.chars() {
        if crate::source::text::confusables::is_unseen(letter) {
            text.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            text.push(letter);
        }
    }
    text
}
