//! The old address of a record that has another id now: one more alias, in the way in which the file is written.

use super::edit::Edit;
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
    let at = |more: &[Step]| extent_of(node, spots, &[record, more].concat());
    let key = Step::from("aliases");
    if let Some(list) = at(&[key.clone()]).filter(|list| !list.is_empty()) {
        let written = &text[list.clone()];
        if written.starts_with('[') {
            let end = list.start + written.rfind(']')?;
            let is_empty = written[1..].trim_start().starts_with(']');
            let new = if is_empty {
                alias.to_owned()
            } else {
                format!(", {alias}")
            };
            return Some((end..end, new));
        }
        let first = at(&[key, Step::Item(0)])?;
        let line = text[..first.start].rfind('\n').map_or(0, |end| end + 1);
        return Some((
            line..line,
            format!("{}{alias}{}", &text[line..first.start], line_end(text)),
        ));
    }
    let whole = at(&[])?;
    if text[whole.clone()].starts_with('{') {
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
