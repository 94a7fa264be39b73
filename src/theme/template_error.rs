//! What the template engine says of a mistake: where, why, and what was probably meant.
//!
//! Takes an error of the engine and the templates, gives its mistakes. The reasons are the plain sentences, with the
//! words of others in quotation marks, that the messages to editors know; what is none of the common ones is left as the
//! engine said it. Knows nothing of languages.

use std::collections::BTreeMap;

use tera::{ErrorKind, Tera};

use super::files::ThemeText;
use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::source::offset;

/// What the engine says (`*` is a word of others), the plain sentence for it, and which of the words it names.
const SAYINGS: [(&str, &str, &[usize]); 50] = [
    ("Unknown filter `*`", "no such filter", &[0]),
    ("Filter `*` is not registered", "no such filter", &[0]),
    ("Unknown test `*`", "no such test", &[0]),
    ("Unknown function `*`", "no such function", &[0]),
    ("Unknown component `*`", "no such component", &[0]),
    ("Component '*' not found", "no such component", &[0]),
    ("Unknown template `*`", NO_TEMPLATE, &[0]),
    ("Template '*' not found", NO_TEMPLATE, &[0]),
    (
        "Template '*' is inheriting from '*', which doesn't exist or isn't loaded.",
        NO_TEMPLATE,
        &[1],
    ),
    (
        "Block `*` is not defined in any parent template",
        "no such block in a parent",
        &[0],
    ),
    (
        "Variable `*` exists but its value is undefined",
        "nothing in the variable",
        &[0],
    ),
    (
        "Variable `*` is not defined. Available variables: *",
        "no such variable",
        &[0],
    ),
    ("Variable `*` is not defined*", "no such variable", &[0]),
    (
        "Field `*` is not defined. Available fields: *",
        "no such field",
        &[0],
    ),
    ("Field `*` is not defined*", "no such field", &[0]),
    (
        "Tried to render a variable that is undefined",
        "nothing here",
        &[],
    ),
    ("Tried to escape an undefined value", "nothing here", &[]),
    ("Cannot index into an undefined value", "nothing here", &[]),
    ("Index expression is undefined", "nothing here", &[]),
    ("Cannot slice an undefined value", "nothing here", &[]),
    ("Missing keyword argument `*`", "no argument", &[0]),
    ("Argument `*`* missing.", "no argument", &[0]),
    (
        "Unknown argument(s) `*` in component call.*",
        "no such argument",
        &[0],
    ),
    (
        "Invalid type for the value, expected `*` but got `*`",
        "a value of another type",
        &[1, 0],
    ),
    (
        "Math operations can only be done on numbers, found `*`",
        "no number",
        &[0],
    ),
    (
        "Only numbers can be used in arithmetic. This is a `*`",
        "no number",
        &[0],
    ),
    (
        "`+` requires both operands to be numbers, found `*` and `*`",
        "no two numbers",
        &[0, 1],
    ),
    ("Cannot divide by 0", "divided by zero", &[]),
    ("Iteration not possible on type `*`", "no list", &[0]),
    ("Cannot compare `*` with `*`", "cannot be compared", &[0, 1]),
    ("Found * but expected one of: *", "no value but", &[0]),
    (
        "Found * but expected *.",
        "a sign where another belongs",
        &[0, 1],
    ),
    (
        "Found * but expected *",
        "a sign where another belongs",
        &[0, 1],
    ),
    (
        "Found * but was expecting *.",
        "a sign where another belongs",
        &[0, 1],
    ),
    ("Unexpected end of input", "ended too early", &[]),
    ("Unexpected character", "no such sign", &[]),
    ("Unknown tag", "no such tag", &[]),
    (
        "String opened with `*` is missing its closing `*`",
        "unterminated string literal",
        &[],
    ),
    ("Closing comment tag `*` not found", "never closed", &[0]),
    ("Unclosed component '*'", "never closed", &[0]),
    (
        "Closing tag '*' doesn't match opening tag '*'",
        "closed by another name",
        &[0, 1],
    ),
    (
        "* was named `*` in the opening tag, found `*` as name in the end tag",
        "closed by another name",
        &[2, 1],
    ),
    (
        "Keyword argument `*` is defined more than once",
        "defined twice in this file",
        &[0],
    ),
    (
        "Template already contains a * named `*`",
        "defined twice in this file",
        &[1],
    ),
    (
        "Component `*` is defined in both `*` and `*`",
        "a component in two files",
        &[0],
    ),
    (
        "Circular * detected for template '*'*",
        "a template within itself",
        &[1],
    ),
    ("there is no message `*`", "no such message", &[0]),
    (
        "the message `*` needs the variable `$*`",
        "no variable for the message",
        &[1, 0],
    ),
    ("The expression is too complex", TOO_DEEP, &[]),
    ("The template nesting is too deep", TOO_DEEP, &[]),
];

/// The longest line of a template, in bytes: the engine repeats it with each mistake that it tells.
const LONGEST_LINE: usize = 8 * 1024;

/// The most branches in a template: the engine goes into each from the one before.
const MOST_BRANCHES: usize = 100;

const NO_TEMPLATE: &str = "no such template";

const TOO_DEEP: &str = "too much at once";

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

/// What would be too much for the engine, so that it must not be asked.
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
        let line = line.map(|at| told(text, at, "too long a line"));
        let branch = branch.map(|(at, _)| told(text, at, TOO_DEEP));
        line.into_iter().chain(branch)
    });
    each.collect()
}

/// The mistakes that keep templates from being read: a mistake of form in one hides that in no other.
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

/// The mistake that kept a page from being rendered.
pub(super) fn mistake(error: &tera::Error, templates: &BTreeMap<String, ThemeText>) -> Mistake {
    let place = |name: &str, line: usize, column: usize| {
        let text = templates.get(name)?;
        let at = offset(&text.text, line, column);
        Some(At::span(text.source, at..at))
    };
    let (at, said) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (line, column) = (report.span().start_line, report.span().start_col + 1);
            let at = place(report.filename(), line, column);
            (at, report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (place(tpl, 1, 1), error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => (place(current, 1, 1), error.to_string()),
        _ => (None, error.to_string()),
    };
    let mut said = said;
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        said.push_str(&format!(": {inner}"));
        cause = inner.source();
    }
    told(at, &said, templates)
}

/// Names that are not known are told for all templates in one text: `error: …` and `--> file:line:column` of each.
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

fn told(at: Option<At>, said: &str, templates: &BTreeMap<String, ThemeText>) -> Mistake {
    let at = at.unwrap_or(At::File("themes".to_owned()));
    let found = SAYINGS.iter().find_map(|(pattern, sentence, named)| {
        let words = words_in(said, pattern)?;
        Some((*sentence, *named, words))
    });
    let Some((sentence, named, words)) = found else {
        return Mistake {
            at,
            reason: said.to_owned(),
            nearest: Vec::new(),
        };
    };
    let named: Vec<&str> = named
        .iter()
        .filter_map(|&i| words.get(i).copied())
        .collect();
    let quoted: Vec<String> = named.iter().map(|word| format!("\"{word}\"")).collect();
    let known: Vec<&str> = match (sentence, words.get(1)) {
        (NO_TEMPLATE, _) => templates.keys().map(String::as_str).collect(),
        ("no such variable" | "no such field", Some(known)) => known.split(", ").collect(),
        _ => Vec::new(),
    };
    Mistake {
        at,
        reason: format!("{sentence}: {}", quoted.join(" ")),
        nearest: named
            .first()
            .map_or(Vec::new(), |word| nearest(word, known)),
    }
}

/// The words that stand for the `*` of a pattern, if a text is of that form.
fn words_in<'t>(text: &'t str, pattern: &str) -> Option<Vec<&'t str>> {
    let mut parts = pattern.split('*');
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut words = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let end = match (parts.peek(), part) {
            (None, "") => rest.len(),
            // What ends the text ends the last word.
            (None, _) => rest.strip_suffix(part)?.len(),
            (Some(_), _) => rest.find(part)?,
        };
        words.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    rest.is_empty().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;
    use crate::report::message::messages;
    use crate::source::SourceId;

    fn said(text: &str) -> String {
        told(None, text, &BTreeMap::new()).reason
    }

    #[test]
    fn words_of_others_are_found() {
        let words = |text, pattern| words_in(text, pattern);
        assert_eq!(words("Unknown tag", "Unknown tag"), Some(vec![]));
        assert_eq!(words("Unknown tag!", "Unknown tag"), None);
        assert_eq!(words("a `b` c", "a `*` c"), Some(vec!["b"]));
        assert_eq!(words("a `b`c` c", "a `*` c"), Some(vec!["b`c"]));
        assert_eq!(words("x is y.", "* is *."), Some(vec!["x", "y"]));
        assert_eq!(words("x is y. z", "* is *"), Some(vec!["x", "y. z"]));
    }

    #[test]
    fn common_sayings_are_plain_sentences() {
        assert_eq!(said("Unknown filter `mony`"), "no such filter: \"mony\"");
        assert_eq!(
            said("Found `}}` but expected identifier."),
            "a sign where another belongs: \"`}}`\" \"identifier\""
        );
        assert_eq!(said("Something new"), "Something new");
        let available = "Field `titel` is not defined. Available fields: id, title";
        let told = told(None, available, &BTreeMap::new());
        assert_eq!(told.nearest, ["title"]);
    }

    #[test]
    fn each_sentence_is_known_in_the_messages_to_editors() {
        let own = ("", "too long a line", &[][..]);
        for lang in Lang::ALL {
            let known = messages(lang);
            for (_, sentence, _) in SAYINGS.into_iter().chain([own]) {
                let id = format!("reason-{}", sentence.replace(' ', "-"));
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
                "no such filter: \"mony\"",
                "no such function: \"nothing\"",
                "no such template: \"A.html\""
            ]
        );
        let places: Vec<At> = found.into_iter().map(|one| one.at).collect();
        assert_eq!(places[0], At::span(SourceId(0), 10..10));
        assert!(matches!(places[2], At::Span(_)));
    }
}
