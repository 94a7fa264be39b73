//! Amending YAML: one field of a record gets another value, or an item of a list goes; every other byte stays as it was.
//!
//! Takes a text as it is on the disk, gives it amended. What this cannot do safely it refuses: the new text has to be read as the old
//! values with the change.

use std::ops::Range;

use super::insert::{column, line_after, value_at, value_at_mut};
use super::yaml::Lines;
use crate::load::yaml::{self, Node, Spot, extent_of, range_of};
use crate::model::place::Step;

/// A part of a text that is YAML.
struct Part<'t> {
    text: &'t str,
    node: Node,
    root: Spot,
}

/// Sets a field of the record at `path`; without a value it goes. None if the text is not written line by line.
pub(super) fn set(
    text: &str,
    range: Range<usize>,
    path: &[Step],
    field: &str,
    value: Option<&Lines>,
) -> Option<String> {
    within(text, range, |part| {
        let of: Vec<Step> = path.iter().cloned().chain([Step::from(field)]).collect();
        let mut meant = part.node.clone();
        let Node::Map(fields) = value_at_mut(&mut meant, path)? else {
            return None;
        };
        let at = fields.iter().position(|(name, _)| name == field);
        let new = match (at, value) {
            (None, None) => return Some(part.text.to_owned()),
            (Some(at), None) => {
                fields.remove(at);
                part.without(part.line_of(&of)?..part.line_after(&of)?)
            }
            (at, Some(lines)) => {
                let node = value_of(lines, field)?;
                let new = match at {
                    Some(_) => part.replaced(&of, lines)?,
                    None => part.added(path, lines)?,
                };
                match at {
                    Some(at) => fields[at].1 = node,
                    None => fields.push((field.to_owned(), node)),
                }
                new
            }
        };
        (yaml::parse(&new).ok()? == meant).then_some(new)
    })
}

/// Takes an item out of the list `field` of the record at `path`, and the list if nothing is left of it.
pub(super) fn remove(
    text: &str,
    range: Range<usize>,
    path: &[Step],
    field: &str,
    item: usize,
) -> Option<String> {
    within(text, range, |part| {
        let of: Vec<Step> = path.iter().cloned().chain([Step::from(field)]).collect();
        let mut meant = part.node.clone();
        let Node::List(items) = value_at_mut(&mut meant, &of)? else {
            return None;
        };
        (item < items.len()).then(|| items.remove(item))?;
        let new = match items.is_empty() {
            true => {
                let Node::Map(fields) = value_at_mut(&mut meant, path)? else {
                    return None;
                };
                fields.retain(|(name, _)| name != field);
                part.without(part.line_of(&of)?..part.line_after(&of)?)
            }
            false => {
                let mut of = of;
                of.push(Step::Item(item));
                let start = extent_of(&part.node, &part.root, &of)?.start;
                column(part.text, start)?;
                part.without(line_start(part.text, start)..part.line_after(&of)?)
            }
        };
        (yaml::parse(&new).ok()? == meant).then_some(new)
    })
}

/// Changes a part of a text, behind its byte order mark.
fn within(
    text: &str,
    range: Range<usize>,
    change: impl FnOnce(&Part<'_>) -> Option<String>,
) -> Option<String> {
    let part = text.get(range.clone())?;
    let start = range.start + part.len() - part.trim_start_matches('\u{feff}').len();
    let part = text.get(start..range.end)?;
    let node = yaml::parse(part).ok()?;
    let root = yaml::locate(part, &node);
    let of = Part {
        text: part,
        node,
        root,
    };
    let new = change(&of)?;
    Some(format!("{}{new}{}", &text[..start], &text[range.end..]))
}

impl Part<'_> {
    /// The text without some lines.
    fn without(&self, lines: Range<usize>) -> String {
        format!("{}{}", &self.text[..lines.start], &self.text[lines.end..])
    }

    /// Where the line of a field begins, if nothing but spaces stands before it.
    fn line_of(&self, field: &[Step]) -> Option<usize> {
        let key = range_of(self.text, &self.node, &self.root, field, true).start;
        let start = line_start(self.text, key);
        let before = &self.text[start..key];
        before.bytes().all(|byte| byte == b' ').then_some(start)
    }

    fn line_after(&self, of: &[Step]) -> Option<usize> {
        line_after(self.text, &self.node, &self.root, of)
    }

    /// The text with other lines for a field. What stands behind a value in its line stays there.
    fn replaced(&self, field: &[Step], lines: &Lines) -> Option<String> {
        let is_plain = !matches!(
            value_at(&self.node, field)?,
            Node::List(_) | Node::Map(_) | Node::Null | Node::Broken
        );
        let value = lines.only_value().filter(|_| is_plain);
        let extent = extent_of(&self.node, &self.root, field)?;
        if let Some(value) = value.filter(|_| !self.text[extent.clone()].contains('\n')) {
            let (before, after) = (&self.text[..extent.start], &self.text[extent.end..]);
            return Some(format!("{before}{value}{after}"));
        }
        let key = range_of(self.text, &self.node, &self.root, field, true).start;
        let indent = column(self.text, key)?;
        let end = self.line_after(field)?;
        let new = self.indented(lines, indent);
        let new = new.trim_start();
        Some(format!("{}{new}{}", &self.text[..key], &self.text[end..]))
    }

    /// The text with lines at the end of a record.
    fn added(&self, record: &[Step], lines: &Lines) -> Option<String> {
        let start = extent_of(&self.node, &self.root, record)?.start;
        // A record in brackets has no lines.
        let is_open = self.text[start..].starts_with(|letter: char| letter.is_ascii_lowercase());
        let indent = column(self.text, start).filter(|_| is_open)?;
        let end = self.line_after(record)?;
        let (before, after) = self.text.split_at(end);
        let gap = match before.ends_with('\n') {
            true => "",
            false => self.newline(),
        };
        Some(format!(
            "{before}{gap}{}{after}",
            self.indented(lines, indent)
        ))
    }

    fn indented(&self, lines: &Lines, indent: usize) -> String {
        let space = " ".repeat(indent);
        let lines = lines.all().iter();
        let lines = lines.map(|line| format!("{space}{line}{}", self.newline()));
        lines.collect()
    }

    fn newline(&self) -> &'static str {
        match self.text.contains("\r\n") {
            true => "\r\n",
            false => "\n",
        }
    }
}

/// What the lines of a field say.
fn value_of(lines: &Lines, field: &str) -> Option<Node> {
    match yaml::parse(&format!("{}\n", lines.all().join("\n"))).ok()? {
        Node::Map(fields) => fields.into_iter().find(|(name, _)| name == field),
        _ => None,
    }
    .map(|(_, node)| node)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::money::Tenge;

    const TEXT: &str = "# who\n- id: a\n  contributions:\n    - id: x # first\n      amount: 5 000 # tenge\n      purpose:\n        kk: \"б\"\n      date: 2024\n    # between\n    - {id: y, date: 2020}\n- id: b\n";

    fn place(item: usize) -> [Step; 3] {
        [Step::Item(0), Step::from("contributions"), Step::Item(item)]
    }

    fn amended(item: usize, field: &str, value: Option<&Lines>) -> Option<String> {
        set(TEXT, 0..TEXT.len(), &place(item), field, value)
    }

    #[test]
    fn a_field_is_set_and_the_rest_stays() {
        let mut amount = Lines::default();
        amount.amount("amount", Tenge(7_500));
        let new = amended(0, "amount", Some(&amount)).unwrap();
        assert_eq!(new, TEXT.replace("5 000", "7 500"));
        let mut id = Lines::default();
        id.id("id", "z");
        let new = amended(0, "id", Some(&id)).unwrap();
        assert_eq!(new, TEXT.replace("id: x #", "id: z #"));
        let mut status = Lines::default();
        status.word("status", "pledged");
        let new = amended(0, "status", Some(&status)).unwrap();
        assert_eq!(
            new,
            TEXT.replace("date: 2024\n", "date: 2024\n      status: pledged\n")
        );
        let mut purpose = Lines::default();
        purpose.word("purpose", "{kk: в}");
        let new = amended(0, "purpose", Some(&purpose)).unwrap();
        assert_eq!(
            new,
            TEXT.replace("purpose:\n        kk: \"б\"", "purpose: {kk: в}")
        );
        let new = amended(0, "purpose", None).unwrap();
        assert_eq!(new, TEXT.replace("      purpose:\n        kk: \"б\"\n", ""));
        assert_eq!(amended(0, "note", None).unwrap(), TEXT);
        // A record in one line takes a value, and no field more.
        let new = amended(1, "id", Some(&id)).unwrap();
        assert_eq!(new, TEXT.replace("id: y", "id: z"));
        assert_eq!(amended(1, "status", Some(&status)), None);
    }

    #[test]
    fn an_item_goes_and_the_list_with_the_last() {
        let removed = |text: &str, item| {
            let path = [Step::Item(0)];
            remove(text, 0..text.len(), &path, "contributions", item)
        };
        let first = removed(TEXT, 0).unwrap();
        let rest =
            "# who\n- id: a\n  contributions:\n    # between\n    - {id: y, date: 2020}\n- id: b\n";
        assert_eq!(first, rest);
        assert_eq!(removed(&first, 0).unwrap(), "# who\n- id: a\n- id: b\n");
        assert_eq!(removed(TEXT, 2), None);
    }
}
