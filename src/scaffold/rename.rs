//! Another id for a record: every place that names it, edited so that each other byte stays, and the old address kept.
//!
//! Takes the text of a file as it is and gives it with the new id; what cannot be edited safely is refused with its place.
//! Touches no file.

mod aliases;
mod edit;
mod mentions;

use std::ops::Range;

use self::aliases::add_alias;
use self::edit::Edit;
pub(crate) use self::edit::{Rename, Unsafe};
use self::mentions::{in_prose, in_records, in_shapes};
use crate::load::front_matter::split;
use crate::load::yaml::{Node, Spot, locate, parse};
use crate::model::place::Step;
use crate::records::schema::is_write_up;

/// The text of a file with the new id, and how often it is named there; none if it is not.
///
/// # Errors
/// It is named in a way that cannot be changed without touching more.
pub(crate) fn renamed(
    path: &str,
    text: &str,
    rename: &Rename<'_>,
) -> Result<Option<(String, usize)>, Unsafe> {
    if !text.contains(rename.old) && rename.keep_in != Some(path) {
        return Ok(None);
    }
    let mut edits = Vec::new();
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    if path.ends_with(".md") {
        if let Ok(parts) = split(&text[start..]) {
            let at = |range: Range<usize>| range.start + start..range.end + start;
            let body = at(parts.body);
            edits.extend(in_prose(&text[body.clone()], body.start, rename));
            if let Some(front) = parts.front_matter.map(at) {
                let yaml = Yaml::new(&text[front.clone()], front.start);
                edits.extend(yaml.edits(path, rename)?);
            }
        }
    } else if path.ends_with(".geojson") {
        edits.extend(in_shapes(text, rename));
    } else if path == "site.toml" {
        edits.extend(mentions::in_settings(text, rename));
    } else {
        edits.extend(Yaml::new(&text[start..], start).edits(path, rename)?);
    }
    let named = edits.len();
    Ok((named > 0).then(|| (apply(text, edits), named)))
}

/// The path of a file after the record has its new id: what is named by it, its texts or the file that it stands in, and all in its
/// folder.
pub(crate) fn moved(path: &str, rename: &Rename<'_>) -> Option<String> {
    let named = |folder: &str| {
        format!(
            "{}{}",
            &folder[..folder.len() - rename.old.len()],
            rename.new
        )
    };
    if let Some(own) = rename.folder {
        let rest = path.strip_prefix(own).filter(|rest| rest.starts_with('/'));
        if let Some(rest) = rest {
            return Some(format!("{}{rest}", named(own)));
        }
    }
    let inside = path.strip_prefix(&format!("content/{}/", rename.kind.folder()))?;
    let name = inside.rsplit('/').next().unwrap_or(inside);
    let (stem, ending) = name.split_once('.')?;
    let is_its_own = ending.ends_with("md") || rename.file == Some(path);
    let before = &path[..path.len() - name.len()];
    (stem == rename.old && is_its_own).then(|| format!("{before}{}.{ending}", rename.new))
}

/// Makes edits, which do not overlap.
fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in edits {
        made.push_str(&text[at..range.start]);
        made.push_str(&new);
        at = range.end;
    }
    made + &text[at..]
}

/// A piece of YAML in a file.
struct Yaml<'t> {
    text: &'t str,
    /// Where it begins in the file.
    start: usize,
    tree: Option<(Node, Spot)>,
}

impl<'t> Yaml<'t> {
    fn new(text: &'t str, start: usize) -> Yaml<'t> {
        let tree = parse(text).ok().map(|node| {
            let spots = locate(text, &node);
            (node, spots)
        });
        Yaml { text, start, tree }
    }

    fn edits(&self, path: &str, rename: &Rename<'_>) -> Result<Vec<Edit>, Unsafe> {
        let Some((node, spots)) = &self.tree else {
            return Ok(Vec::new());
        };
        let of_kind = path.starts_with(&format!("content/{}/", rename.kind.folder()));
        let own = of_kind && !path.ends_with(".md");
        let mut edits = in_records(self.text, node, spots, rename, own)
            .map_err(|Unsafe(range)| Unsafe(self.in_file(range)))?;
        if rename.keep_in == Some(path) {
            let record = own_record(node, rename);
            let keeps = record.map(|steps| add_alias(self.text, node, spots, &steps, rename.old));
            edits.extend(keeps.flatten());
        }
        let edits = edits.into_iter();
        Ok(edits
            .map(|(range, new)| (self.in_file(range), new))
            .collect())
    }

    fn in_file(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.start..range.end + self.start
    }
}

/// Where the record itself stands in its file: as a whole, as an item of a list, or as the front matter.
fn own_record(node: &Node, rename: &Rename<'_>) -> Option<Vec<Step>> {
    let is_it = |node: &Node| match node {
        Node::Map(fields) => fields
            .iter()
            .any(|(key, value)| key == "id" && matches!(value, Node::Text(id) if id == rename.old)),
        _ => false,
    };
    match node {
        Node::List(items) => {
            let item = items.iter().position(is_it)?;
            Some(vec![Step::Item(item)])
        }
        _ if is_write_up(rename.kind) || is_it(node) => Some(Vec::new()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
