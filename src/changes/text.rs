//! Changes as a text for people.

use super::change::{Change, Pair};
use super::compare::Changes;
use super::files::{FileChanges, FileCounts};
use super::moves::ProjectMove;
use super::rank::worst_first;
use super::told::{Told, called, counted, headed, money, say, told};
use crate::locale::{Arg, Language};
use crate::model::axis::Axis;

/// The changes, a line each, under the heading of what they are of; what changes most money first. `files`: of two
/// published states.
pub(crate) fn text(changes: &Changes, files: Option<&FileChanges>, words: &Language) -> String {
    let mut text = String::new();
    let mut line = |line: String| {
        text.push_str(&line);
        text.push('\n');
    };
    if changes.is_empty() {
        line(say(words, "diff-nothing", &[]));
    }
    for value in told(words, &changes.delivered, &changes.pledged) {
        line(whole(words, &value));
    }
    for (what, pair) in all_counts(changes) {
        if pair.is_changed() {
            line(whole(words, &counted(words, what, pair)));
        }
    }
    for note in notes(changes, words) {
        line(note);
    }
    for (axis, rows) in &changes.axes {
        line(heading(words, axis.word()));
        lines(words, Some(*axis), rows)
            .into_iter()
            .for_each(&mut line);
    }
    for (of, rows) in [
        ("patrons", &changes.patrons),
        ("projects", &changes.projects),
    ] {
        if !rows.is_empty() {
            line(heading(words, of));
            lines(words, None, rows).into_iter().for_each(&mut line);
        }
    }
    let moved = moved(changes, words);
    if !moved.is_empty() {
        line(heading(words, "moves"));
        moved
            .into_iter()
            .for_each(|moved| line(format!("  {moved}")));
    }
    if let Some(files) = files.and_then(|of| files_line(of, words)) {
        line(files);
    }
    text
}

fn heading(words: &Language, of: &str) -> String {
    say(words, "diff-heading", &[("of", Arg::Text(of))])
}

/// What is counted in the whole site; where patrons are not named any more, it is told how many.
pub(super) fn all_counts(changes: &Changes) -> Vec<(&'static str, &Pair<usize>)> {
    let mut counts = vec![("all-projects", &changes.projects_count)];
    if changes.patrons_less == 0 {
        counts.push(("named-patrons", &changes.patrons_count));
    }
    counts
}

/// A value of the whole site: “Delivered in all: ₸5 → ₸6 (+₸1)”.
pub(super) fn whole(words: &Language, value: &Told) -> String {
    let what = say(words, "diff-whole", &[("what", Arg::Text(value.what))]);
    format!("{what}: {}", before_and_after(words, value))
}

fn before_and_after(words: &Language, value: &Told) -> String {
    let args = [
        ("was", Arg::Text(value.was.as_str())),
        ("now", Arg::Text(&value.now)),
        ("by", Arg::Text(&value.by)),
    ];
    let id = match value.by.is_empty() {
        true => "diff-from-to",
        false => "diff-from-to-by",
    };
    say(words, id, &args)
}

fn lines(words: &Language, axis: Option<Axis>, rows: &[Change]) -> Vec<String> {
    let rows = worst_first(rows).into_iter();
    rows.map(|of| {
        let values = told(words, &of.delivered, &of.pledged);
        let values: Vec<String> = values
            .iter()
            .map(|value| {
                let what = what(words, value);
                format!("{what} {}", before_and_after(words, value))
            })
            .collect();
        let name = headed(words, axis, of);
        match values.is_empty() {
            true => format!("  {name}"),
            false => format!("  {name}: {}", values.join("; ")),
        }
    })
    .collect()
}

/// What a value of a row is: “delivered”.
pub(super) fn what(words: &Language, value: &Told) -> String {
    say(words, "diff-what", &[("what", Arg::Text(value.what))])
}

/// What is counted and not named.
pub(super) fn notes(changes: &Changes, words: &Language) -> Vec<String> {
    let counts = [
        ("diff-patrons-less", changes.patrons_less),
        ("diff-unnamed-patrons", changes.unnamed_patrons),
        ("diff-unnamed-rows", changes.unnamed_rows),
        ("diff-unnamed-projects", changes.unnamed_projects),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    counts
        .map(|(id, count)| say(words, id, &[("count", Arg::Number(count as u64))]))
        .collect()
}

/// What moved, a sentence each.
pub(super) fn moved(changes: &Changes, words: &Language) -> Vec<String> {
    let moves = &changes.moves;
    let project = |of: &ProjectMove| {
        let [project, from, to] =
            [&of.project, &of.from, &of.to].map(|of| called(words, None, &of.id, &of.name));
        let args = [
            ("project", Arg::Text(project.as_str())),
            ("from", Arg::Text(&from)),
            ("to", Arg::Text(&to)),
        ];
        say(words, "diff-moved-project", &args)
    };
    let projects = moves.regions.iter().chain(&moves.directions).map(project);
    let gifts = moves.gifts.iter().map(|of| {
        let [project, from, to] =
            [&of.project, &of.from, &of.to].map(|of| called(words, None, &of.id, &of.name));
        let amount = money(words, of.amount);
        let args = [
            ("project", Arg::Text(project.as_str())),
            ("from", Arg::Text(&from)),
            ("to", Arg::Text(&to)),
            ("amount", Arg::Text(&amount)),
            (
                "status",
                Arg::Text(if of.is_pledged {
                    "pledged"
                } else {
                    "delivered"
                }),
            ),
        ];
        say(words, "diff-moved-gift", &args)
    });
    projects.chain(gifts).collect()
}

/// How many files differ; nothing if none does.
pub(crate) fn files_line(files: &FileChanges, words: &Language) -> Option<String> {
    let counts = |of: FileCounts| of.new + of.changed + of.gone;
    if counts(files.pages) + counts(files.others) == 0 {
        return None;
    }
    let args = [
        ("new", Arg::Number(files.pages.new as u64)),
        ("changed", Arg::Number(files.pages.changed as u64)),
        ("gone", Arg::Number(files.pages.gone as u64)),
        ("others", Arg::Number(counts(files.others) as u64)),
    ];
    Some(say(words, "diff-files", &args))
}
