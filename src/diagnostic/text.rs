//! Diagnostics as text for a terminal: the line itself, what is wrong with it, and what to write instead.

use std::collections::HashMap;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::place::{Finder, Spot};
use super::{Code, Diagnostic, Severity};
use crate::locale::{Arg, Messages};
use crate::model::lang::Lang;
use crate::source::Sources;

/// What makes two diagnostics the same thing at two places: the code and the words of the message.
type Same<'a> = (Code, &'a [(&'static str, String)]);

/// How diagnostics are shown.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub colour: bool,
    /// At most so many are shown; the others are counted.
    pub limit: usize,
}

/// The messages of the program in a language of the editors.
pub fn messages(lang: Lang) -> Messages {
    let text = match lang {
        Lang::Kk | Lang::Ru | Lang::En => include_str!("messages/en.ftl"),
    };
    Messages::new(lang, &[("messages", text)]).0
}

/// All diagnostics as a text, sorted by file and place, errors and warnings alike. The same warning many times is shown
/// once, with a count.
pub fn render(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    words: &Messages,
    style: Style,
) -> String {
    let mut finder = Finder::new(sources);
    let mut spotted: Vec<(Spot, &Diagnostic)> = diagnostics
        .iter()
        .map(|diagnostic| (finder.spot(&diagnostic.at), diagnostic))
        .collect();
    spotted.sort_by(|(a, x), (b, y)| {
        let start = |spot: &Spot| spot.text.as_ref().map_or(0, |(_, range)| range.start);
        (&a.path, start(a), x.code, &x.args).cmp(&(&b.path, start(b), y.code, &y.args))
    });
    spotted.dedup();
    let mut times: HashMap<Same<'_>, u64> = HashMap::new();
    for (_, diagnostic) in &spotted {
        *times
            .entry((diagnostic.code, &diagnostic.args))
            .or_default() += 1;
    }
    let mut shown = String::new();
    let mut left = style.limit;
    for (spot, diagnostic) in &spotted {
        let same = times.get_mut(&(diagnostic.code, &diagnostic.args));
        let repeats = match (diagnostic.severity(), same) {
            (Severity::Error, _) | (_, None) => 0,
            // Shown already, with this one counted.
            (_, Some(0)) => continue,
            (_, Some(times)) => std::mem::take(times) - 1,
        };
        if left == 0 {
            break;
        }
        left -= 1;
        shown.push_str(&one(
            diagnostic,
            spot,
            repeats,
            &mut finder,
            sources,
            words,
            style,
        ));
        shown.push_str("\n\n");
    }
    shown
}

fn one(
    diagnostic: &Diagnostic,
    spot: &Spot,
    repeats: u64,
    finder: &mut Finder<'_>,
    sources: &Sources,
    words: &Messages,
    style: Style,
) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR.with_name(word(words, "severity-error")),
        Severity::Warning => Level::WARNING.with_name(word(words, "severity-warning")),
    };
    let title =
        sentence(diagnostic, words, "").unwrap_or_else(|| diagnostic.code.message().to_owned());
    let mut group = Group::with_title(level.primary_title(title).id(diagnostic.code.number()));
    group = place(group, spot, sources, AnnotationKind::Primary, None);
    for other in &diagnostic.others {
        let spot = finder.spot(other);
        group = place(
            group,
            &spot,
            sources,
            AnnotationKind::Context,
            sentence(diagnostic, words, ".other"),
        );
    }
    if !diagnostic.nearest.is_empty() {
        let or = format!(" {} ", word(words, "list-or"));
        let names: Vec<String> = diagnostic
            .nearest
            .iter()
            .map(|name| format!("“{name}”"))
            .collect();
        let names = names.join(&or);
        let text = words
            .format("did-you-mean", &[("names", Arg::Text(&names))])
            .unwrap_or(names);
        group = group.element(Level::HELP.no_name().message(text));
    }
    if let Some(help) = sentence(diagnostic, words, ".help") {
        group = group.element(Level::HELP.no_name().message(help));
    }
    if repeats > 0 {
        let text = words
            .format("repeated", &[("times", Arg::Number(repeats))])
            .unwrap_or_default();
        group = group.element(Level::NOTE.no_name().message(text));
    }
    let renderer = if style.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group])
}

/// Adds the lines around a spot, or only its file.
fn place<'a>(
    group: Group<'a>,
    spot: &Spot,
    sources: &'a Sources,
    kind: AnnotationKind,
    label: Option<String>,
) -> Group<'a> {
    let Some((source, range)) = &spot.text else {
        return group.element(Origin::path(spot.path.clone()));
    };
    let text: &'a str = &sources.get(*source).text;
    // Only the lines that are shown: a large file is not drawn as a whole.
    let start = text[..range.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let first_line_end = text[range.start..]
        .find('\n')
        .map_or(text.len(), |newline| range.start + newline);
    let end = range.end.min(first_line_end).max(range.start);
    let annotation = kind.span(range.start - start..end - start).label(label);
    let line = text[..start].matches('\n').count() + 1;
    group.element(
        Snippet::source(&text[start..first_line_end])
            .line_start(line)
            .path(spot.path.clone())
            .annotation(annotation),
    )
}

/// The message of a code, or one of its attributes, with its words put in.
fn sentence(diagnostic: &Diagnostic, words: &Messages, attribute: &str) -> Option<String> {
    let translated: Vec<(&str, String)> = diagnostic
        .args
        .iter()
        .map(|(name, value)| match *name {
            "kind" | "record" | "expected" | "found" => (
                *name,
                words
                    .format(&format!("word-{value}"), &[])
                    .unwrap_or_else(|_| value.clone()),
            ),
            name => (name, value.clone()),
        })
        .collect();
    let args: Vec<(&str, Arg<'_>)> = translated
        .iter()
        .map(|(name, value)| (*name, Arg::Text(value)))
        .collect();
    let text = words
        .format(&format!("{}{attribute}", diagnostic.code.message()), &args)
        .ok()?;
    let mut letters = text.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

fn word(words: &Messages, id: &str) -> String {
    words.format(id, &[]).unwrap_or_else(|_| id.to_owned())
}

/// How many errors and warnings there are, and how many of them were not shown.
pub fn summary(diagnostics: &[Diagnostic], words: &Messages, limit: usize) -> String {
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() == severity)
            .count() as u64
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let hidden = (diagnostics.len() as u64).saturating_sub(limit as u64);
    let parts = [
        ("summary-errors", "errors", errors),
        ("summary-warnings", "warnings", warnings),
        ("summary-hidden", "hidden", hidden),
    ];
    let parts = parts.into_iter().filter(|(_, _, number)| *number > 0);
    let texts: Vec<String> = parts
        .filter_map(|(id, name, number)| words.format(id, &[(name, Arg::Number(number))]).ok())
        .collect();
    texts.join(", ")
}
