//! Inserting into YAML: items at the end of a list that stands in a text, every other byte as it was.
//!
//! Takes a text as it is on the disk, with its byte order mark and its ends of lines, and gives it with more. What this cannot do
//! safely it refuses: the new text has to be read as the old values and the new ones.

use std::ops::Range;

use crate::load::yaml::{self, Node, Spot, extent_of};
use crate::model::place::Step;

/// Inserts items at the end of the list `field` of the record at `path`, which is made if it is not there; of the whole
/// document if there is no field. None if the text is not written line by line.
pub(super) fn append(
    text: &str,
    range: Range<usize>,
    path: &[Step],
    field: Option<&str>,
    items: &[Vec<String>],
) -> Option<String> {
    let part = text.get(range.clone())?;
    let mark = part.len() - part.trim_start_matches('\u{feff}').len();
    let (mark, part) = part.split_at(mark);
    let node = yaml::parse(part).ok()?;
    let root = yaml::locate(part, &node);
    let (at, lines) = place(part, &node, &root, path, field, items)?;
    let end = if part.contains("\r\n") { "\r\n" } else { "\n" };
    let mut new = part[..at].to_owned();
    if !new.is_empty() && !new.ends_with('\n') {
        new.push_str(end);
    }
    for line in lines {
        new.push_str(&line);
        new.push_str(end);
    }
    new.push_str(&part[at..]);
    is_as_meant(&node, &new, path, field, items)
        .then(|| format!("{}{mark}{new}{}", &text[..range.start], &text[range.end..]))
}

/// The byte at which lines are inserted, and the lines.
fn place(
    text: &str,
    node: &Node,
    root: &Spot,
    path: &[Step],
    field: Option<&str>,
    items: &[Vec<String>],
) -> Option<(usize, Vec<String>)> {
    let indented = |indent: usize| -> Vec<String> {
        let space = " ".repeat(indent);
        let lines = items.iter().flatten();
        lines.map(|line| format!("{space}{line}")).collect()
    };
    let list: Vec<Step> = path.iter().cloned().chain(field.map(Step::from)).collect();
    match value_at(node, &list) {
        Some(Node::List(inner)) if !inner.is_empty() => {
            let start = extent_of(node, root, &list)?.start;
            let indent = hyphen_column(text, start)?;
            Some((line_after(text, node, root, &list)?, indented(indent)))
        }
        None => {
            let field = field?;
            let start = extent_of(node, root, path)?.start;
            // A record in one line, or one whose fields are quoted, is left alone.
            text[start..]
                .starts_with(|letter: char| letter.is_ascii_lowercase())
                .then_some(())?;
            let indent = column(text, start)?;
            let mut lines = vec![format!("{}{field}:", " ".repeat(indent))];
            lines.extend(indented(indent + 2));
            Some((line_after(text, node, root, path)?, lines))
        }
        Some(_) => None,
    }
}

/// The column of a byte, if only spaces and the hyphens of lists stand before it in its line.
pub(super) fn column(text: &str, at: usize) -> Option<usize> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &text[start..at];
    before
        .bytes()
        .all(|byte| matches!(byte, b' ' | b'-'))
        .then_some(before.len())
}

/// The column of the hyphen before the first item of a list, of which the first value begins at a byte.
fn hyphen_column(text: &str, at: usize) -> Option<usize> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let (before, after) = text[start..at].rsplit_once('-')?;
    let is_plain = before.bytes().all(|byte| matches!(byte, b' ' | b'-'))
        && after.bytes().all(|byte| matches!(byte, b' ' | b'{'));
    is_plain.then_some(before.len())
}

/// Where the line after the last one of a value begins.
pub(super) fn line_after(text: &str, node: &Node, root: &Spot, path: &[Step]) -> Option<usize> {
    let mut path = path.to_vec();
    let mut value = value_at(node, &path)?;
    loop {
        value = match value {
            Node::List(items) if !items.is_empty() => {
                path.push(Step::Item(items.len() - 1));
                items.last()?
            }
            Node::Map(fields) if !fields.is_empty() => {
                let (name, value) = fields.last()?;
                path.push(Step::from(name.as_str()));
                value
            }
            _ => break,
        };
    }
    // What is in brackets or quotation marks ends where its line does; of a block its last line is the last one that is not empty.
    let range = extent_of(node, root, &path)?;
    let end = text[..range.end.max(range.start)]
        .trim_end()
        .len()
        .max(range.start);
    let newline = text[end..].find('\n');
    Some(newline.map_or(text.len(), |newline| end + newline + 1))
}

pub(super) fn value_at<'n>(node: &'n Node, path: &[Step]) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, step| match (step, node) {
        (Step::Item(item), Node::List(items)) => items.get(*item),
        (Step::Key(name), Node::Map(fields)) => fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value),
        _ => None,
    })
}

pub(super) fn value_at_mut<'n>(node: &'n mut Node, path: &[Step]) -> Option<&'n mut Node> {
    path.iter().try_fold(node, |node, step| match (step, node) {
        (Step::Item(item), Node::List(items)) => items.get_mut(*item),
        (Step::Key(name), Node::Map(fields)) => fields
            .iter_mut()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value),
        _ => None,
    })
}

/// Whether the new text is read as the old values with the new items behind them.
fn is_as_meant(
    before: &Node,
    after: &str,
    path: &[Step],
    field: Option<&str>,
    items: &[Vec<String>],
) -> bool {
    let lines: Vec<String> = items.iter().flatten().cloned().collect();
    let (Ok(Node::List(added)), Ok(after)) = (
        yaml::parse(&format!("{}\n", lines.join("\n"))),
        yaml::parse(after),
    ) else {
        return false;
    };
    let mut meant = before.clone();
    let Some(record) = value_at_mut(&mut meant, path) else {
        return false;
    };
    let list = match (record, field) {
        (Node::Map(fields), Some(field)) => {
            let at = fields.iter().position(|(key, _)| key == field);
            let at = at.unwrap_or_else(|| {
                fields.push((field.to_owned(), Node::List(Vec::new())));
                fields.len() - 1
            });
            &mut fields[at].1
        }
        (record, None) => record,
        (_, Some(_)) => return false,
    };
    let Node::List(list) = list else { return false };
    list.extend(added);
    meant == after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn appended(text: &str, path: &[Step], field: Option<&str>) -> Option<String> {
        let item = vec!["- date: 2024".to_owned(), "  amount: 5".to_owned()];
        append(text, 0..text.len(), path, field, &[item])
    }

    #[test]
    fn items_stand_behind_those_that_are_there() {
        let gifts = Some("contributions");
        for (before, after) in [
            (
                "# who\n- id: a\n  contributions: # gifts\n    - date: 2020 # one\n      purpose:\n        kk: \"б\" # two\n  # end of a\n- id: b\n",
                "# who\n- id: a\n  contributions: # gifts\n    - date: 2020 # one\n      purpose:\n        kk: \"б\" # two\n    - date: 2024\n      amount: 5\n  # end of a\n- id: b\n",
            ),
            (
                "- id: a\n  contributions:\n  - {date: 2020}\n- id: b",
                "- id: a\n  contributions:\n  - {date: 2020}\n  - date: 2024\n    amount: 5\n- id: b",
            ),
            (
                "- id: a\n  name: {kk: А}\n\n- id: b\n",
                "- id: a\n  name: {kk: А}\n  contributions:\n    - date: 2024\n      amount: 5\n\n- id: b\n",
            ),
            (
                "\u{feff}- id: a\r\n",
                "\u{feff}- id: a\r\n  contributions:\r\n    - date: 2024\r\n      amount: 5\r\n",
            ),
            (
                "- id: a\n  contributions:\n    - note:\n        kk: |\n          б\n          в\n\n\n- id: b\n",
                "- id: a\n  contributions:\n    - note:\n        kk: |\n          б\n          в\n    - date: 2024\n      amount: 5\n\n\n- id: b\n",
            ),
        ] {
            let path = [Step::Item(0)];
            assert_eq!(appended(before, &path, gifts).as_deref(), Some(after));
        }
        let single = "id: a\nsince: 2020";
        assert_eq!(
            appended(single, &[], gifts).as_deref(),
            Some("id: a\nsince: 2020\ncontributions:\n  - date: 2024\n    amount: 5\n")
        );
    }

    #[test]
    fn a_list_of_records_is_gone_on_with() {
        let before = "# patrons\n- id: a\n\n- id: b\n\n# the end\n";
        let after = "# patrons\n- id: a\n\n- id: b\n- date: 2024\n  amount: 5\n\n# the end\n";
        assert_eq!(appended(before, &[], None).as_deref(), Some(after));
        assert_eq!(appended("id: a\n", &[], None), None);
    }

    #[test]
    fn what_is_not_in_lines_of_its_own_is_left_alone() {
        let gifts = Some("contributions");
        for text in [
            "- {id: a}\n",
            "- id: a\n  contributions: [{date: 2020}]\n",
            "- id: a\n  contributions: []\n",
            "- id: a\n  contributions: &x\n    - date: 2020\n- id: b\n  contributions: *x\n",
        ] {
            assert_eq!(appended(text, &[Step::Item(0)], gifts), None, "{text}");
        }
    }
}
