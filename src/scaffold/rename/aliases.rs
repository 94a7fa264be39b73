//! The old address of a record that has another id now: one more alias, in the way in which the file is written.

use super::edit::Edit;
use crate::load::yaml::scalar;
use crate::load::yaml::{Node, Spot, extent_of};
use crate::model::place::Step;

/// One more alias of the record at a path.
pub(super) fn add_alias(
    text: &str,
    node: &Node,
    spots: &Spot,
    record: &[Step],
    alias: &str,
) -> Option<Edit> {
    let alias = scalar(alias);
    let at = |more: &[Step]| extent_of(node, spots, &[record, more].concat());
    let key = Step::from("aliases");
    // What is in brackets stands where its first value does.
    let opens = |place: usize, bracket: char| text[..place].trim_end().ends_with(bracket);
    if let Some(list) = at(std::slice::from_ref(&key)).filter(|list| !list.is_empty()) {
        if text[list.start..].starts_with('[') {
            let inside = list.start + 1;
            return Some((inside..inside, alias));
        }
        if opens(list.start, '[') {
            let end = text[..list.end].rfind(']')?;
            return Some((end..end, format!(", {alias}")));
        }
        let first = at(&[key, Step::Item(0)])?;
        let line = text[..first.start].rfind('\n').map_or(0, |end| end + 1);
        let item = format!("{}{alias}{}", &text[line..first.start], line_end(text));
        return Some((line..line, item));
    }
    if opens(at(&[])?.start, '{') {
        let id = at(&[Step::from("id")])?;
        let end = id.start + text[id.clone()].trim_end().len();
        return Some((end..end, format!(", aliases: [{alias}]")));
    }
    match at(&[Step::from("id")]) {
        // Below the id, as far in as it is.
        Some(id) => {
            let key = text[..id.start].rfind("id")?;
            let line = text[..key].rfind('\n').map_or(0, |end| end + 1);
            let indent = " ".repeat(text[line..key].chars().count());
            let end = text[id.start..]
                .find('\n')
                .map_or(text.len(), |end| id.start + end + 1);
            Some((
                end..end,
                format!("{indent}aliases: [{alias}]{}", line_end(text)),
            ))
        }
        // The last line of a front matter.
        None => Some((
            text.len()..text.len(),
            format!("aliases: [{alias}]{}", line_end(text)),
        )),
    }
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
