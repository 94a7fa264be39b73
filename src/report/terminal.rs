//! The diagnostics renderer for a terminal: the source line as a snippet, what is wrong with it, and the fix-it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::message::render_message;
use super::order::{Counts, Shown, choose, count, sorted};
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::locate::{Location, Locator};
use crate::locale::{Arg, Language};
use crate::source::text::invisible::visible;
use crate::source::{Sources, boundary};

/// Of a longer line only the part around the place is given to the renderer, in bytes before and after it.
const AROUND: usize = 2000;

/// How diagnostics are shown.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub colour: bool,
    /// Whether the line that is wrong is shown, or only its place.
    pub lines: bool,
    /// At most so many are shown; the others are counted.
    pub limit: usize,
}

/// All diagnostics as a text, sorted by file and place, errors and warnings alike; the same warning many times is shown
/// once, with a count. Ends with how many there are and how many of them are not shown.
pub fn render(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    words: &Language,
    style: Style,
) -> String {
    let (mut text, hidden) = draw_all(diagnostics, sources, words, style);
    text.push_str(&summary(count(diagnostics), hidden, words));
    text.push('\n');
    text
}

/// The same without the closing line, and how many are not shown.
pub(crate) fn draw_all(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    words: &Language,
    style: Style,
) -> (String, u64) {
    let mut locator = Locator::new(sources);
    let mut all = sorted(diagnostics, &mut locator);
    if !style.lines {
        let locations = all.iter_mut().flat_map(|one| {
            let others = one.others.iter_mut();
            others.chain([&mut one.location])
        });
        locations.for_each(|location| location.secret = true);
    }
    let (shown, hidden) = choose(all, style.limit);
    let mut text = String::new();
    for one in &shown {
        text.push_str(&draw(one, &mut locator, words, style));
        text.push_str("\n\n");
    }
    (text, hidden)
}

/// So many places in other files are told.
const FEW_FILES: usize = 5;

fn draw(shown: &Shown<'_>, locator: &mut Locator<'_>, words: &Language, style: Style) -> String {
    let Shown {
        placed,
        repeats,
        places,
    } = shown;
    let diagnostic = &*placed.diagnostic;
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR.with_name(word(words, "severity-error")),
        Severity::Warning => Level::WARNING.with_name(word(words, "severity-warning")),
    };
    let told = render_message(diagnostic, words, &mut Vec::new());
    let title = level
        .primary_title(told.message.as_str())
        .id(diagnostic.code.number());
    let (group, cut) = place(
        Group::with_title(title),
        &placed.location,
        locator,
        AnnotationKind::Primary,
        None,
    );
    let mut group = group;
    let mut cuts: Vec<Cut> = cut.into_iter().collect();
    for location in &placed.others {
        let label = told.other.clone();
        let (more, cut) = place(group, location, locator, AnnotationKind::Context, label);
        group = more;
        cuts.extend(cut);
    }
    for help in told.helps() {
        group = group.element(Level::HELP.no_name().message(help.to_owned()));
    }
    if *repeats > 0 {
        let is_here = places
            .iter()
            .all(|place| place.path == placed.location.path);
        let shown = if is_here { places.len() } else { FEW_FILES };
        let told: Vec<String> = places
            .iter()
            .take(shown)
            .filter_map(|place| {
                let path = visible(&place.path);
                Some(match locator.lines_and_columns(place) {
                    Some(((line, column), _)) if is_here => format!("{line}:{column}"),
                    Some(((line, column), _)) => format!("{path}:{line}:{column}"),
                    None if is_here => return None,
                    None => path.into_owned(),
                })
            })
            .collect();
        let shown = told.len();
        let mut told = told.join(", ");
        if !told.is_empty() && *repeats > shown as u64 {
            told.push_str(", …");
        }
        let (id, places) = match told.is_empty() {
            true => ("repeated", Arg::Text("")),
            false if is_here => ("repeated-at", Arg::Text(&told)),
            false => ("repeated-in-files", Arg::Text(&told)),
        };
        let text = words
            .messages
            .format(id, &[("times", Arg::Number(*repeats)), ("places", places)])
            .unwrap_or_default();
        group = group.element(Level::NOTE.no_name().message(text));
    }
    let renderer = if style.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let text = renderer.render(&[group]);
    cuts.into_iter()
        .fold(text, |text, cut| text.replacen(&cut.drawn, &cut.meant, 1))
}

/// A span in a line of which only a part is drawn: the renderer counts the column in that part.
struct Cut {
    drawn: String,
    meant: String,
}

/// Adds the line of a location; only its place, where the line must not be shown, and only its file, where there is no
/// line.
fn place<'a, 't: 'a>(
    group: Group<'a>,
    location: &Location,
    locator: &mut Locator<'t>,
    kind: AnnotationKind,
    label: Option<String>,
) -> (Group<'a>, Option<Cut>) {
    let path = visible(&location.path).into_owned();
    let text = location.text.as_ref();
    let text = text.and_then(|(source, range)| Some((range, locator.line_index(*source)?)));
    let Some((range, (text, line_index))) = text else {
        return (group.element(Origin::path(path)), None);
    };
    if location.secret {
        let (line, column) = line_index.line_column(text, range.start);
        let origin = Origin::path(path).line(line).char_column(column);
        return (group.element(origin), None);
    }
    let whole = line_index.line_around(text, range.start);
    let (start, line_end) = (whole.start, whole.end);
    let end = range.end.clamp(range.start, line_end);
    // A large file is not drawn as a whole, nor is a line that is as large as one.
    let from = boundary(text, range.start.saturating_sub(AROUND)).max(start);
    let to = boundary(text, (range.start + AROUND).min(line_end));
    let (line, column) = line_index.line_column(text, range.start);
    let cut = (from > start).then(|| {
        let drawn = text[from..range.start].chars().count() + 1;
        Cut {
            drawn: format!("{path}:{line}:{drawn}"),
            meant: format!("{path}:{line}:{column}"),
        }
    });
    let annotation = kind
        .span(range.start - from..end.min(to) - from)
        .label(label);
    let snippet = Snippet::source(&text[from..to])
        .line_start(line)
        .path(path)
        .annotation(annotation);
    (group.element(snippet), cut)
}

fn word(words: &Language, id: &str) -> String {
    let text = words.messages.format(id, &[]);
    text.unwrap_or_else(|_| id.to_owned())
}

/// How many errors and warnings there are, and how many of them were not shown.
pub(crate) fn summary(counts: Counts, hidden: u64, words: &Language) -> String {
    let parts = [
        ("summary-errors", "errors", counts.errors),
        ("summary-warnings", "warnings", counts.warnings),
        ("summary-hidden", "hidden", hidden),
    ];
    let texts: Vec<String> = parts
        .into_iter()
        .filter(|(_, _, number)| *number > 0)
        .filter_map(|(id, name, number)| {
            let text = words.messages.format(id, &[(name, Arg::Number(number))]);
            text.ok()
        })
        .collect();
    texts.join(", ")
}
