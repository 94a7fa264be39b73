//! Lines at a wrong depth: the fewest lines of a piece that have to be moved so that it can be read.
//!
//! Takes a piece that the parser refuses; moves a line, what stands inside it, or a run of fields, to where a neighbour
//! begins, and lets the parser say whether that was it. The line that was moved is the one at fault: those around it,
//! at which the parser stumbles, are innocent.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use super::pieces::{begins_block, dashed, is_field, is_item, is_sound};
use crate::load::yaml::error_class::YamlError;
use crate::load::yaml::known::{is_known, known_key, lists_records};
use crate::load::yaml::node::Node;
use crate::load::yaml::parse::parse;

/// A longer piece is parted first.
const LONGEST: usize = 8 << 10;

/// So many lines before the place at which the parser stumbles are tried, and behind it.
const BEFORE: usize = 10;
const BEHIND: usize = 2;

/// So many ways of moving lines are tried.
const TRIES: usize = 400;

/// Lines that begin at a wrong place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Displaced {
    /// The first of them, at its content.
    pub(super) at: usize,
    /// With how many spaces it should begin.
    pub(super) spaces: usize,
    /// How many more lines are moved with it.
    pub(super) more: usize,
    /// What cannot be read as it stands.
    pub(super) broken: Range<usize>,
}

/// A line with content.
struct Row {
    range: Range<usize>,
    indent: usize,
    is_item: bool,
    /// It is an item, or a field by its name: others may be lines of a text, `Құны: 5 млн`.
    is_sure: bool,
    /// It is an item that is no record.
    is_word: bool,
    /// Where its field begins, behind the hyphen if it has one.
    field: Option<usize>,
}

/// The lines of a piece that hold something; none if one of them is neither a field nor an item: moving others could
/// make it part of a text.
fn rows(piece: &str) -> Option<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    let mut block = None;
    let mut at = 0;
    for line in piece.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        let trimmed = content.trim_end();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        if block.is_some_and(|of| indent > of) {
            continue;
        }
        block = begins_block(line.trim_end()).then_some(indent);
        // Behind an unusual space stands no item.
        let is_item = content.starts_with('-') && is_item(content);
        let behind = match is_item {
            true => content[1..].trim_start_matches(' '),
            false => content,
        };
        let field = is_field(behind).then(|| indent + content.len() - behind.len());
        // What stands below a word is part of its text, or the word is a field without its colon.
        let is_below_word = rows
            .last()
            .is_some_and(|above| above.is_word && above.indent < indent);
        // A field whose colon is another mistake.
        let is_odd_field = behind.split_once([':', '：']).is_some_and(|(key, value)| {
            let is_wide = behind[key.len()..].starts_with('：');
            is_known(key) && (is_wide || !value.trim_end().is_empty() && !value.starts_with(' '))
        });
        if field.is_none() && !is_item || is_below_word || is_odd_field {
            return None;
        }
        rows.push(Row {
            range,
            indent,
            is_item,
            is_sure: is_item || known_key(behind).is_some(),
            is_word: field.is_none() && !behind.trim().is_empty() && !behind.starts_with('{'),
            field,
        });
    }
    Some(rows)
}

/// The fewest lines whose move makes a piece sound.
pub(super) fn displaced(piece: &str, in_list: Option<bool>) -> Option<Displaced> {
    if piece.len() > LONGEST {
        return None;
    }
    let Err(YamlError::Syntax { at, .. }) = parse(piece) else {
        return None;
    };
    let rows = rows(piece)?;
    // A record that lacks its hyphen is another mistake.
    if rows.first().is_none_or(|first| !first.is_item) && is_sound(&dashed(piece), Some(true)) {
        return None;
    }
    let stumbled = rows.partition_point(|row| row.range.end <= at);
    let stumbled = stumbled.min(rows.len().checked_sub(1)?);
    let tried = stumbled.saturating_sub(BEFORE)..(stumbled + BEHIND).min(rows.len());
    let mut moves = Vec::new();
    for nth in tried.clone().filter(|nth| rows[*nth].is_sure) {
        let mut ends = ends(&rows, nth).to_vec();
        ends.dedup();
        for end in ends {
            let depths = depths(&rows, &(nth..end), &tried);
            moves.extend(depths.into_iter().map(|spaces| (nth..end, spaces)));
        }
    }
    // Few lines before many, to an even depth before an odd one, near to where the parser stumbles; the deeper of two: an
    // indent is lost more often than it is made.
    moves.sort_by_key(|(block, spaces)| {
        let way = rows[block.start].indent.abs_diff(*spaces);
        let distance = stumbled.abs_diff(block.start);
        (block.len(), spaces % 2, distance, way, Reverse(*spaces))
    });
    moves.iter().take(TRIES).find_map(|(block, spaces)| {
        let first = &rows[block.start];
        let lines = first.range.start..rows[block.end - 1].range.end;
        let mended = moved(piece, lines.clone(), first.indent, *spaces)?;
        let node = parse(&mended).ok()?;
        let is_tree = matches!(node, Node::List(_) | Node::Map(_));
        if !is_tree || !is_sound(&mended, in_list) || !is_plausible(&node) {
            return None;
        }
        let inside = rows[block.end..].iter();
        let inside = inside.take_while(|row| row.indent > *spaces).last();
        let end = inside.map_or(lines.end, |row| row.range.end);
        Some(Displaced {
            at: first.range.start + first.indent,
            spaces: *spaces,
            more: block.len() - 1,
            broken: lines.start..end,
        })
    })
}

/// Where blocks end that begin with a line: it alone, it with what stands inside it, it with the fields beside it.
fn ends(rows: &[Row], nth: usize) -> [usize; 3] {
    let first = &rows[nth];
    let behind = &rows[nth + 1..];
    // The next item may be deeper than this one, but not as deep as its fields.
    let least = match first.field {
        Some(field) if first.is_item => field,
        _ => first.indent + 1,
    };
    let inside = behind.iter().take_while(|row| row.indent >= least);
    let is_beside = |row: &&Row| {
        row.indent > first.indent || row.indent == first.indent && row.is_item == first.is_item
    };
    let beside = behind.iter().take_while(is_beside);
    [nth + 1, nth + 1 + inside.count(), nth + 1 + beside.count()]
}

/// Where the neighbours of a block begin that are of its kind.
fn depths(rows: &[Row], block: &Range<usize>, tried: &Range<usize>) -> Vec<usize> {
    let first = &rows[block.start];
    let around = tried.start..(tried.end + BEHIND).min(rows.len());
    // The next item may be far below: an item is as deep as its neighbours.
    let items = (0..rows.len()).filter(|nth| first.is_item && rows[*nth].is_item);
    let others = around.chain(items).filter(|nth| !block.contains(nth));
    let of_kind = others.filter_map(|nth| match first.is_item {
        true => rows[nth].is_item.then_some(rows[nth].indent),
        false => rows[nth].field,
    });
    let mut depths: Vec<usize> = of_kind.filter(|depth| *depth != first.indent).collect();
    depths.sort_unstable();
    depths.dedup();
    depths
}

/// A piece with some of its lines moved; none if they cannot be.
fn moved(piece: &str, lines: Range<usize>, has: usize, spaces: usize) -> Option<String> {
    let mut made = piece[..lines.start].to_owned();
    for line in piece[lines.clone()].split_inclusive('\n') {
        match spaces.checked_sub(has) {
            Some(more) => {
                made.extend(std::iter::repeat_n(' ', more));
                made.push_str(line);
            }
            None if line.trim().is_empty() => made.push_str(line),
            None => {
                let less = has - spaces;
                let is_blank = line.get(..less).is_some_and(|lead| lead.trim().is_empty());
                made.push_str(is_blank.then(|| &line[less..])?);
            }
        }
    }
    made.push_str(&piece[lines.end..]);
    Some(made)
}

/// Whether nothing in a tree is there twice, nothing empty, and no record where a list of them belongs.
fn is_plausible(node: &Node) -> bool {
    match node {
        Node::Null => false,
        Node::List(items) => items.iter().all(is_plausible),
        Node::Map(fields) => {
            let mut names = HashSet::new();
            fields.iter().all(|(name, value)| {
                let is_list = !lists_records(name) || !matches!(value, Node::Map(_));
                is_list && names.insert(name) && is_plausible(value)
            })
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_at_fault_is_found_and_not_its_neighbours() {
        let gifts = "contributions:\n  - patron: a\n    amount: 1\n    date: 2016\n  - patron: b\n    amount: 2\n    date: 2017\n";
        for (from, to, fault, spaces, more) in [
            ("    amount: 1", "amount: 1", "amount: 1", 4, 0),
            ("    amount: 1", "      amount: 1", "amount: 1", 4, 0),
            ("    amount: 1", "   amount: 1", "amount: 1", 4, 0),
            ("    date: 2016", "date: 2016", "date: 2016", 4, 0),
            (
                "  - patron: b\n    amount: 2\n    date: 2017",
                "   - patron: b\n     amount: 2\n     date: 2017",
                "- patron: b",
                2,
                2,
            ),
            (
                "  - patron: a\n    amount: 1\n    date: 2016",
                " - patron: a\n   amount: 1\n   date: 2016",
                "- patron: a",
                2,
                2,
            ),
            (
                "    amount: 1\n    date: 2016",
                "  amount: 1\n  date: 2016",
                "amount: 1",
                4,
                1,
            ),
        ] {
            let text = gifts.replace(from, to);
            let found = displaced(&text, None).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.spaces, found.more), (spaces, more), "{text}");
            assert!(text[found.at..].starts_with(fault), "{text}");
        }
        let several = gifts.to_owned() + "  - patron: c\n    amount: 3\n    date: 2018\n";
        let first = "  - patron: a\n    amount: 1\n    date: 2016";
        let shallow = " - patron: a\n   amount: 1\n   date: 2016";
        let text = several.replace(first, shallow);
        let found = displaced(&text, None).unwrap();
        assert!(text[found.at..].starts_with("- patron: a"));
        let nested = "image:\nfile: a.png\n  alt: b\n";
        let found = displaced(nested, None).unwrap();
        assert!(nested[found.at..].starts_with("file"));
        for other in [
            "contributions\n  - patron: a\n",
            "id: a\n  kind: b\n",
            "a: b: c\n",
            "summary: Мектеп\n  Құны: 5 млн\nregion: north\n",
            "name\n  kk: a\n",
            "contributions:\n  patron: a\n    amount: 1\n",
            "contributions:\n  - patron a\n    amount: 1\n",
        ] {
            assert_eq!(displaced(other, None), None, "{other}");
        }
    }
}
