//! Changes as Markdown, for a comment on a pull request: one table, short enough to be read, the worst first.

use super::change::Change;
use super::compare::Changes;
use super::files::FileChanges;
use super::rank::worst_first;
use super::text::{all_counts, files_line, moved, notes, what};
use super::told::{Told, counted, headed, say, told};
use crate::locale::{Arg, Language};
use crate::model::axis::Axis;

/// The most rows of a part: more are counted.
const ROWS: usize = 10;

/// The changes as Markdown.
pub(crate) fn markdown(changes: &Changes, files: Option<&FileChanges>, words: &Language) -> String {
    let title = say(words, "diff-title", &[]);
    let mut text = format!("### {title}\n\n");
    if changes.is_empty() {
        text.push_str(&format!("{}\n", say(words, "diff-nothing", &[])));
    } else {
        table(changes, words, &mut text);
    }
    let mut list = notes(changes, words);
    list.extend(shortened(moved(changes, words), words));
    list.extend(files.and_then(|of| files_line(of, words)));
    if !list.is_empty() {
        text.push('\n');
    }
    for item in list {
        text.push_str(&format!("- {}\n", escaped(&item)));
    }
    text
}

/// The first of many, and how many more there are.
fn shortened(mut all: Vec<String>, words: &Language) -> Vec<String> {
    let more = all.len().saturating_sub(ROWS);
    if more > 0 {
        all.truncate(ROWS);
        all.push(say(
            words,
            "diff-more",
            &[("count", Arg::Number(more as u64))],
        ));
    }
    all
}

fn table(changes: &Changes, words: &Language, text: &mut String) {
    let column = |of: &str| say(words, "diff-column", &[("of", Arg::Text(of))]);
    let [was, now, by] = ["was", "now", "by"].map(column);
    text.push_str(&format!(
        "| | | {was} | {now} | {by} |\n|---|---|--:|--:|--:|\n"
    ));
    let whole = |value: &Told| {
        let what = say(words, "diff-whole", &[("what", Arg::Text(value.what))]);
        row(&[&format!("**{}**", escaped(&what)), ""], value)
    };
    for value in told(words, &changes.delivered, &changes.pledged) {
        text.push_str(&whole(&value));
    }
    for (what, pair) in all_counts(changes) {
        if pair.is_changed() {
            text.push_str(&whole(&counted(words, what, pair)));
        }
    }
    for (axis, rows) in &changes.axes {
        part(words, (axis.word(), Some(*axis)), rows, text);
    }
    part(words, ("patrons", None), &changes.patrons, text);
    part(words, ("projects", None), &changes.projects, text);
}

/// The rows of one part under its heading.
fn part(words: &Language, (of, axis): (&str, Option<Axis>), rows: &[Change], text: &mut String) {
    if rows.is_empty() {
        return;
    }
    let heading = say(words, "diff-heading", &[("of", Arg::Text(of))]);
    text.push_str(&format!("| **{}** | | | | |\n", escaped(&heading)));
    for of in worst_first(rows).into_iter().take(ROWS) {
        let name = escaped(&headed(words, axis, of));
        let values = told(words, &of.delivered, &of.pledged);
        if values.is_empty() {
            text.push_str(&format!("| {name} | | | | |\n"));
        }
        for value in &values {
            text.push_str(&row(&[&name, &escaped(&what(words, value))], value));
        }
    }
    if rows.len() > ROWS {
        let more = (rows.len() - ROWS) as u64;
        let more = say(words, "diff-more", &[("count", Arg::Number(more))]);
        text.push_str(&format!("| {} | | | | |\n", escaped(&more)));
    }
}

fn row(head: &[&str; 2], value: &Told) -> String {
    let [name, what] = head;
    let [was, now, by] = [&value.was, &value.now, &value.by].map(|cell| escaped(cell));
    format!("| {name} | {what} | {was} | {now} | {by} |\n")
}

/// A text in which no sign is one of Markdown: a name is written by whoever opens the pull request.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => escaped.push(' '),
            // A zero-width joint keeps a host from telling somebody of that name.
            '@' => escaped.push_str("@\u{2060}"),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '!' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_markup() {
        assert_eq!(
            escaped("a|b <i> [x](y) @c"),
            "a\\|b &lt;i&gt; \\[x\\](y) @\u{2060}c"
        );
    }
}
