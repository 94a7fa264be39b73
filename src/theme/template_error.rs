//! Template errors: the span where the template engine found a mistake, its reason, and input limits of templates.
//!
//! Takes an error of the engine and the templates, gives its mistakes. The engine's reasons are left as they are, in
//! its English; what exceeds the limits is found before the engine is asked, with reasons that the messages to editors
//! know. Knows nothing of languages.

use std::collections::BTreeMap;

use tera::{ErrorKind, Tera};

use super::budget::{TOO_LARGE_A_PAGE, TOO_LARGE_A_VALUE, TOO_MANY_STEPS, last_step};
use super::counted::{Counted, joins_too_much};
use super::files::ThemeText;
use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::source::offset;

/// The longest line of a template, in bytes: the engine repeats it with each mistake that it reports.
const LONGEST_LINE: usize = 8 * 1024;

/// The most branches in a template: the engine recurses into each from the one before.
const MOST_BRANCHES: usize = 100;

/// Our own reasons: `reason-…` in the messages to editors.
const TOO_DEEP: &str = "too much at once";
const TOO_LONG: &str = "too long a line";

/// A mistake in a template.
pub(super) struct Mistake {
    pub at: At,
    pub reason: String,
    nearest: Vec<String>,
}

impl Mistake {
    /// As a diagnostic of a code that names a reason.
    pub(super) fn report(self, code: Code) -> Diagnostic {
        let diagnostic = Diagnostic::new(code, self.at);
        let diagnostic = diagnostic.nearest(self.nearest);
        diagnostic.with("reason", self.reason)
    }
}

/// Input limits: what is beyond them is reported, and the engine is not asked.
pub(super) fn too_much(templates: &BTreeMap<String, ThemeText>) -> Vec<Mistake> {
    let told = |text: &ThemeText, at: usize, reason: &str| Mistake {
        at: At::span(text.source, at..at),
        reason: reason.to_owned(),
        nearest: Vec::new(),
    };
    let each = templates.values().flat_map(|text| {
        let whole = &*text.text;
        let mut begins = 0;
        let line = whole.split_inclusive('\n').find_map(|line| {
            let start = begins;
            begins += line.len();
            (line.len() > LONGEST_LINE).then_some(start)
        });
        let branch = whole.match_indices("elif").nth(MOST_BRANCHES);
        let joined = joins_too_much(whole).map(|at| told(text, at, TOO_DEEP));
        let line = line.map(|at| told(text, at, TOO_LONG));
        let branch = branch.map(|(at, _)| told(text, at, TOO_DEEP));
        line.into_iter().chain(branch).chain(joined)
    });
    each.collect()
}

/// The mistakes that keep templates from being parsed: a syntax error in one hides that in no other.
pub(super) fn all(error: &tera::Error, templates: &BTreeMap<String, ThemeText>) -> Vec<Mistake> {
    if !matches!(error.kind(), ErrorKind::SyntaxError(_)) {
        return reports(error, templates);
    }
    let each = templates.iter().filter_map(|(name, text)| {
        let error = Tera::new().add_raw_template(name, &text.text).err()?;
        let is_form = matches!(error.kind(), ErrorKind::SyntaxError(_));
        is_form.then(|| mistake(&error, templates))
    });
    each.collect()
}

/// The mistake that kept a page from being rendered: what the engine says is told at its place in the template as it is
/// written, and what exceeds the budget at the last counter that was passed.
pub(super) fn mistake_of_page(
    error: &tera::Error,
    templates: &BTreeMap<String, ThemeText>,
    counted: &Counted,
) -> Mistake {
    let said = whole(error);
    let reasons = [TOO_MANY_STEPS, TOO_LARGE_A_VALUE, TOO_LARGE_A_PAGE];
    if let Some(reason) = reasons.into_iter().find(|reason| said.contains(reason)) {
        let at = counted.step(last_step()).and_then(|(name, at)| {
            let text = templates.get(name)?;
            Some(At::span(text.source, at..at))
        });
        return told(at, reason, templates);
    }
    let mut mistake = mistake_by(error, templates, |name, line, column| {
        counted.column(name, line, column)
    });
    // The engine lists all variables that there are.
    for counter in ["__s, ", ", __s", "__s"] {
        mistake.reason = mistake.reason.replace(counter, "");
    }
    mistake
}

/// What the engine says, with its causes.
fn whole(error: &tera::Error) -> String {
    let mut said = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        said.push_str(&format!(": {inner}"));
        cause = inner.source();
    }
    said
}

/// The mistake that kept a template from being read.
pub(super) fn mistake(error: &tera::Error, templates: &BTreeMap<String, ThemeText>) -> Mistake {
    mistake_by(error, templates, |_, _, column| column)
}

/// `to_column` gives the column in the template as it is written.
fn mistake_by(
    error: &tera::Error,
    templates: &BTreeMap<String, ThemeText>,
    to_column: impl Fn(&str, usize, usize) -> usize,
) -> Mistake {
    let place = |name: &str, line: usize, column: usize| {
        let text = templates.get(name)?;
        let at = offset(&text.text, line, column);
        Some(At::span(text.source, at..at))
    };
    let (at, mut said) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (line, column) = (report.span().start_line, report.span().start_col + 1);
            let column = to_column(report.filename(), line, column);
            let at = place(report.filename(), line, column);
            (at, report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (place(tpl, 1, 1), error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => (place(current, 1, 1), error.to_string()),
        _ => (None, error.to_string()),
    };
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        said.push_str(&format!(": {inner}"));
        cause = inner.source();
    }
    told(at, &said, templates)
}

/// Unknown names are reported for all templates in one text: `error: …` and `--> file:line:column` of each.
fn reports(error: &tera::Error, templates: &BTreeMap<String, ThemeText>) -> Vec<Mistake> {
    let ErrorKind::Msg(text) = error.kind() else {
        return vec![mistake(error, templates)];
    };
    let mut found = Vec::new();
    let mut said = None;
    for line in text.lines() {
        if let Some(message) = line.strip_prefix("error: ") {
            said = Some(message);
        } else if let Some(place) = line.trim_start().strip_prefix("--> ")
            && let Some(message) = said.take()
        {
            let mut parts = place.rsplitn(3, ':');
            let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok());
            let (column, line) = (number().unwrap_or(1), number().unwrap_or(1));
            let at = parts
                .next()
                .and_then(|name| templates.get(name))
                .map(|text| {
                    let at = offset(&text.text, line, column);
                    At::span(text.source, at..at)
                });
            found.push(told(at, message, templates));
        }
    }
    if found.is_empty() {
        found.push(mistake(error, templates));
    }
    found
}

/// A mistake in the engine's words. If these name a template that is not there, the nearest names are suggested
/// (did-you-mean).
fn told(at: Option<At>, said: &str, templates: &BTreeMap<String, ThemeText>) -> Mistake {
    let names = || templates.keys().map(String::as_str);
    let mut quoted = said.split(['`', '\'']).skip(1).step_by(2);
    let missing = quoted.find(|name| name.ends_with(".html") && !templates.contains_key(*name));
    Mistake {
        at: at.unwrap_or(At::File("themes".to_owned())),
        reason: said.to_owned(),
        nearest: missing.map_or(Vec::new(), |name| nearest(name, names())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;
    use crate::report::message::messages;
    use crate::source::SourceId;

    #[test]
    fn our_own_reasons_are_known_in_the_messages_to_editors() {
        for lang in Lang::ALL {
            let known = messages(lang);
            for reason in [
                TOO_DEEP,
                TOO_LONG,
                TOO_MANY_STEPS,
                TOO_LARGE_A_VALUE,
                TOO_LARGE_A_PAGE,
            ] {
                let id = format!("reason-{}", reason.replace(' ', "-"));
                assert!(known.variables(&id).is_some(), "{lang}: {id}");
            }
        }
    }

    #[test]
    fn all_unknown_names_are_found_at_their_places() {
        let text = |number, text: &str| ThemeText {
            source: SourceId(number),
            text: text.into(),
        };
        let templates = BTreeMap::from([
            ("a.html".to_owned(), text(0, "ә {{ x | mony }}")),
            (
                "b.html".to_owned(),
                text(1, "{{ nothing() }}\n{% include \"A.html\" %}"),
            ),
        ]);
        let raw = || templates.iter().map(|(name, text)| (name, &*text.text));
        let error = Tera::new().add_raw_templates(raw()).err();
        let found = error
            .map(|error| all(&error, &templates))
            .unwrap_or_default();
        let reasons: Vec<&str> = found.iter().map(|one| one.reason.as_str()).collect();
        assert_eq!(
            reasons,
            [
                "Unknown filter `mony`",
                "Unknown function `nothing`",
                "Unknown template `A.html`"
            ]
        );
        assert_eq!(found[2].nearest, ["a.html"]);
        let places: Vec<At> = found.into_iter().map(|one| one.at).collect();
        assert_eq!(places[0], At::span(SourceId(0), 10..10));
        assert!(matches!(places[2], At::Span(_)));
    }
}
