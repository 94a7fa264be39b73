//! Masking of broken pieces: spaces in their place, so that the rest of a text can be read and keeps its places.
//!
//! Takes a text and the pieces that cannot be read, gives a text of the same length; and marks in the tree of that text
//! where something was lost.

use std::ops::Range;

use crate::load::yaml::node::Node;
use crate::load::yaml::places::Spot;

/// The text with its broken pieces blanked: of each the key is left, if it has one. Says as well whether a key was lost.
pub(super) fn masked(text: &str, broken: &[(Range<usize>, bool)]) -> (String, bool) {
    let mut bytes = text.as_bytes().to_vec();
    let mut is_lossy = false;
    for (range, is_whole) in broken {
        let piece = &text[range.clone()];
        let kept = match is_whole {
            true => only_hyphens(piece),
            false => kept(piece),
        };
        is_lossy |= !kept.has_key;
        for (place, byte) in bytes[range.clone()].iter_mut().enumerate() {
            let stays = place < kept.length && (*byte == b'-' || place >= kept.key);
            if *byte != b'\n' && !stays {
                *byte = b' ';
            }
        }
        if kept.has_key && kept.colon {
            bytes[range.start + kept.length] = b':';
        }
    }
    (String::from_utf8(bytes).unwrap_or_default(), is_lossy)
}

/// What is kept of a broken piece.
struct Kept {
    /// Where its key begins; before it only hyphens stay.
    key: usize,
    length: usize,
    /// The colon is to be put behind it.
    colon: bool,
    has_key: bool,
}

/// Of a piece of several fields only the hyphen before it can stay.
fn only_hyphens(piece: &str) -> Kept {
    let is_lead = |letter: char| letter == '-' || letter.is_whitespace();
    let lead = piece.len() - piece.trim_start_matches(is_lead).len();
    let hyphens = piece[..lead].rfind("- ").map_or(0, |at| at + 1);
    Kept {
        key: hyphens,
        length: hyphens,
        colon: false,
        has_key: hyphens > 0,
    }
}

fn kept(piece: &str) -> Kept {
    let is_lead = |letter: char| letter == '-' || letter.is_whitespace();
    let content = piece.trim_start_matches(is_lead);
    let lead = piece.len() - content.len();
    let line = content.lines().next().unwrap_or("");
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    let word = line.find(|letter| !is_word(letter)).unwrap_or(line.len());
    let behind = &line[word..];
    let has_key = word > 0 && behind.starts_with([':', '：']);
    let hyphens = piece[..lead].rfind("- ").map_or(0, |at| at + 1);
    // A value of a list has no key, and its hyphen stays.
    let is_value = hyphens > 0 && (!line.contains(':') || line.starts_with(['{', '[', '"', '\'']));
    Kept {
        key: if has_key { lead } else { hyphens },
        length: if has_key { lead + word } else { hyphens },
        colon: has_key,
        has_key: has_key || is_value,
    }
}

/// Puts [`Node::Broken`] where a broken piece left nothing.
pub(in crate::load::yaml) fn mark(node: &mut Node, spot: &Spot, broken: &[Range<usize>]) {
    let at = spot.key.unwrap_or(spot.value);
    match node {
        Node::Null => {
            let nearest = broken.partition_point(|range| range.start <= at);
            let around = nearest.checked_sub(1).map(|place| &broken[place]);
            if around.is_some_and(|range| at <= range.end) {
                *node = Node::Broken;
            }
        }
        Node::List(items) => {
            let inside = items.iter_mut().zip(&*spot.inside);
            inside.for_each(|(node, spot)| mark(node, spot, broken));
        }
        Node::Map(fields) => {
            let inside = fields.iter_mut().zip(&*spot.inside);
            inside.for_each(|((_, node), spot)| mark(node, spot, broken));
        }
        Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Text(_) | Node::Broken => {}
    }
}
