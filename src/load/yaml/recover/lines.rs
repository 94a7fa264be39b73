//! Lines that are no YAML wherever they stand: those with a tab before them, marks of pieces of code, notes as other
//! formats have them.
//!
//! Takes a text that the parser refuses; gives it with spaces in place of such lines, and what is wrong with each.

use super::pieces::begins_block;
use crate::load::yaml::error_class::{Mistake, Trouble};
use crate::load::yaml::known::known_key;
use crate::load::yaml::parse::parse;
use crate::load::yaml::quote::closing;

/// The signs that notes of other formats begin with, and what ends them.
const NOTES: [(&str, &str); 5] = [
    ("//", ""),
    (";", ""),
    ("<!--", "-->"),
    ("/*", "*/"),
    ("-- ", ""),
];

/// A line that is a note in another format: how it is written here.
fn note(content: &str) -> Option<String> {
    let (sign, end) = NOTES.iter().find(|(sign, _)| content.starts_with(sign))?;
    let words = content[sign.len()..].trim();
    // A hyphen typed twice before an item.
    if *sign == "-- " && (known_key(words).is_some() || words.starts_with('{')) {
        return None;
    }
    Some(format!(
        "# {}",
        words.strip_suffix(end).unwrap_or(words).trim()
    ))
}

/// Whether a line is a known field or an item.
fn is_line_of_yaml(line: &str) -> bool {
    let content = line.trim_start_matches([' ', '-']);
    known_key(content).is_some() || line.trim_start().starts_with("- ")
}

/// The text without the lines that mark a piece of code or are notes, with what is wrong; none if there are no such.
pub(super) fn without_foreign(text: &str) -> Option<(Vec<Mistake>, String)> {
    let mut mistakes = Vec::new();
    let mut made = String::with_capacity(text.len());
    let mut has_fence = false;
    let mut block = None;
    // Where the line above begins, and whether something is expected below it.
    let mut above = (0, true);
    for line in text.split_inclusive('\n') {
        let end = line.trim_end_matches('\n').len();
        let content = line[..end].trim_start_matches([' ', '-']);
        let is_dashed = line.trim_start().starts_with("- ");
        let indent = end - content.len();
        let content = content.trim_end();
        let is_fence = line.starts_with("```");
        // A text may go on with such a sign, deeper than its field.
        let may_be_note = !is_dashed || content.is_empty();
        let (may_be_note, content) = match line.trim_start().starts_with("-- ") {
            true => (true, line.trim()),
            false => (may_be_note, content),
        };
        let depth = line.len() - line.trim_start_matches(' ').len();
        let is_inside = block.is_some_and(|of| depth > of);
        let written = (may_be_note && !is_inside && (depth <= above.0 || above.1))
            .then(|| note(content))
            .flatten();
        // A line as messages quote it: `> region: dala`.
        if let Some(quoted) = line.strip_prefix("> ").filter(|_| !is_inside)
            && is_line_of_yaml(quoted)
        {
            let meant = quoted.trim().to_owned();
            mistakes.push(Mistake::syntax(
                Trouble::SignBefore,
                made.len(),
                Some(meant),
            ));
            made.push_str(quoted.trim_end_matches('\n'));
            made.push_str("  ");
            made.push_str(&line[end..]);
            continue;
        }
        if is_fence && !has_fence {
            mistakes.push(Mistake::syntax(Trouble::CodeFence, made.len(), None));
        }
        has_fence |= is_fence;
        let is_note = written.is_some();
        if let Some(written) = written {
            mistakes.push(Mistake::syntax(
                Trouble::Note,
                made.len() + depth,
                Some(written),
            ));
        }
        if is_fence || is_note {
            made.extend(std::iter::repeat_n(' ', end));
            made.push_str(&line[end..]);
            continue;
        }
        made.push_str(line);
        if !content.is_empty() && !is_inside {
            above = (indent, content.ends_with(':'));
            block = begins_block(line.trim_end()).then_some(depth);
        }
    }
    (!mistakes.is_empty()).then_some((mistakes, made))
}

/// So many lines a text in quotation marks may go on for.
const MOST_LINES: usize = 20;

/// The text with each text in quotation marks that goes on in lines which are not indented in one line, of the same length: YAML
/// takes it so, but parted by its lines it would be none. None if there are no such.
pub(super) fn joined_quotes(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut made = text.as_bytes().to_vec();
    let mut is_joined = false;
    let mut end = 0;
    for (nth, line) in lines.iter().enumerate() {
        end += line.len();
        let content = line.trim_start_matches([' ', '-']).trim_end();
        let value = content
            .split_once(": ")
            .map_or("", |(_, value)| value.trim());
        let is_open = value.starts_with(['"', '\'']) && closing(value).is_none();
        if !is_open || known_key(content).is_none() {
            continue;
        }
        let below = lines.iter().skip(nth + 1).take(MOST_LINES);
        let goes_on = |line: &&&str| !line.trim().is_empty() && !is_line_of_yaml(line);
        let below: Vec<&&str> = below.take_while(goes_on).collect();
        let ends = |line: &&str| line.trim_end().ends_with(&value[..1]);
        let Some(last) = below.iter().position(|line| ends(line)) else {
            continue;
        };
        let mut line_end = end;
        for below in &below[..=last] {
            made[line_end - 1] = b' ';
            line_end += below.len();
        }
        is_joined = true;
    }
    String::from_utf8(made).ok().filter(|_| is_joined)
}

/// The mistakes of a text whose lines begin with tabs, if those are what is wrong with it. Where spaces in their place mend
/// it, it is told how many.
pub(super) fn tabbed(text: &str, stumbled: usize) -> Option<Vec<Mistake>> {
    let lines = || text.split_inclusive('\n');
    if !lines().any(|line| line[..lead(line)].contains('\t') && !line.trim().is_empty()) {
        return None;
    }
    let width = [2, 4, 8, 6].into_iter().find(|width| {
        let mended: String = lines().map(|line| untabbed(line, *width)).collect();
        parse(&mended).is_ok()
    });
    let mut tabs = Vec::new();
    let mut is_there = width.is_some();
    let mut end = 0;
    for line in lines() {
        let begin = end;
        end += line.len();
        let (before, content) = line.split_at(lead(line));
        if content.trim().is_empty() {
            continue;
        }
        let item = behind_hyphen(content).map(|item| format!("- {}", item.trim_end()));
        let Some(tab) = before.find('\t') else {
            let tab = content.find('\t').unwrap_or(0);
            let at = begin + before.len() + tab;
            tabs.extend(item.map(|item| Mistake::syntax(Trouble::TabBehind, at, Some(item))));
            continue;
        };
        is_there |= (begin..=end).contains(&stumbled);
        let why = match width {
            Some(_) => Trouble::TabLead,
            None => Trouble::Tab,
        };
        tabs.push(Mistake {
            spaces: width.map(|width| lead(&untabbed(line, width))),
            ..Mistake::syntax(why, begin + tab, item)
        });
    }
    is_there.then_some(tabs)
}

/// How many spaces and tabs stand before a line.
fn lead(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// A line with so many spaces for each tab before it, and one for those behind its hyphen.
fn untabbed(line: &str, width: usize) -> String {
    let (before, content) = line.split_at(lead(line));
    let before = before.replace('\t', &" ".repeat(width));
    match behind_hyphen(content) {
        Some(item) => format!("{before}- {item}"),
        None => before + content,
    }
}

/// What stands behind a hyphen and a tab.
fn behind_hyphen(content: &str) -> Option<&str> {
    let rest = content.strip_prefix('-')?;
    let (spaces, item) = rest.split_at(lead(rest));
    spaces.contains('\t').then_some(item)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_of_other_formats_are_told_and_texts_are_not() {
        for (text, told) in [
            ("a: b\n// c\nd: e: f\n", &["# c"][..]),
            ("a: b\n; c\n<!-- d -->\n/* e */\n", &["# c", "# d", "# e"]),
            ("a:\n  // b\n  - c\n", &["# b"]),
            ("- a: b\n  // c\n  d: e\n", &["# c"]),
            ("-- a\nb: c\n", &["# a"]),
            ("a: b\n  // c\n", &[]),
            ("a: |\n  b\n  // c\n", &[]),
            ("- // c\n", &[]),
        ] {
            let found = without_foreign(text).map_or(Vec::new(), |(found, made)| {
                assert_eq!(made.len(), text.len());
                found
            });
            let lines: Vec<String> = found.into_iter().filter_map(|of| of.line).collect();
            assert_eq!(lines, told, "{text}");
        }
    }

    #[test]
    fn a_text_in_quotation_marks_goes_on_in_lines_that_are_not_indented() {
        let text = "title: \"a\nb\nc\"\nstatus: planned\n";
        let made = joined_quotes(text).unwrap();
        assert_eq!(made, "title: \"a b c\"\nstatus: planned\n");
        for text in [
            "title: \"a\nstatus: \"planned\"\n",
            "title: \"a\n\nb\"\n",
            "title: \"a\"\nb\"\n",
        ] {
            assert_eq!(joined_quotes(text), None, "{text}");
        }
    }

    #[test]
    fn tabs_are_told_alone() {
        let text = "- a: b\n\tc: d\n\te: f\n- g: h\n";
        let found = tabbed(text, 0).unwrap_or_default();
        let places: Vec<usize> = found.iter().map(|of| of.error.at()).collect();
        assert_eq!(places, [7, 13]);
        assert!(tabbed("a: b: c\n\n", 0).is_none());
    }
}
