//! The first line of a field that has others inside it: without its colon, or with something behind it.
//!
//! The parser stumbles at the lines below, which are innocent.

use super::noted::Search;
use super::pieces::{content_at, is_field, is_item, is_sound};
use crate::load::yaml::error_class::{Mistake, Trouble, YamlError};
use crate::load::yaml::known::{is_known, is_language, known_key, lists_records};

/// What a head has wrong.
pub(super) struct Head {
    why: Trouble,
    /// The byte at which it stands.
    at: usize,
    line: Option<String>,
    /// Where the lines below begin.
    below: usize,
}

/// What stands for the colon, or for nothing, behind the name of a field.
const NO_COLON: [&str; 11] = ["", "=", ";", "；", ".", ",", "-", "–", "—", "^", "Ж"];

/// What is wrong with the first line of a piece, if fields or items stand below it.
pub(super) fn head(piece: &str) -> Option<Head> {
    let start = content_at(piece);
    let line = piece[start..].lines().next()?;
    let below = start + line.len() + 1;
    let rest = piece.get(below..)?;
    let next = &rest[content_at(rest)..];
    let next = next.lines().next()?.trim_end();
    if next.is_empty() || !is_field(next) && !is_item(next) {
        return None;
    }
    let end = line.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_');
    let (word, behind) = line.split_at(end.unwrap_or(line.len()));
    if !is_known(word) {
        return None;
    }
    let made = format!("{word}:");
    if NO_COLON.contains(&behind.trim()) {
        return Some(Head {
            why: Trouble::HeadColon,
            at: start + word.len(),
            line: Some(made),
            below,
        });
    }
    let value = behind.strip_prefix(':')?.trim();
    let at = start + line.len() - behind.trim_start_matches([':', ' ', '\t']).len();
    if lists_records(word) && value.strip_prefix("- ").is_some_and(is_field) {
        return Some(Head {
            why: Trouble::ItemInLine,
            at,
            line: None,
            below,
        });
    }
    let is_plain = value.starts_with(char::is_alphanumeric);
    let mended = || format!("{}{made}\n{rest}", &piece[..start]);
    let is_language = known_key(next).is_some_and(is_language);
    let is_group = lists_records(word) && is_item(next) || is_language;
    let is_value = is_plain && is_group && is_sound(&mended(), Some(false));
    is_value.then_some(Head {
        why: Trouble::ValueAbove,
        at,
        line: Some(made),
        below,
    })
}

impl Search {
    /// Tells what is wrong with a head, and looks through what is below it.
    pub(super) fn head(&mut self, head: Head, piece: &str, start: usize, depth: usize) {
        self.mistakes.push(Mistake {
            error: YamlError::Syntax {
                why: head.why,
                at: start + head.at,
            },
            line: head.line,
            spaces: None,
        });
        self.broken.push((start..start + piece.len(), false));
        let below = &piece[head.below..];
        if head.why != Trouble::ItemInLine && !is_sound(below, None) {
            self.part(below, start + head.below, depth - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_without_a_colon_are_told_from_texts() {
        let of = |piece: &str| head(piece).map(|head| (head.why.word(), head.at));
        for (piece, told) in [
            ("contributions\n  - patron: a\n", Some(("head-colon", 13))),
            ("  name =\n    kk: a\n", Some(("head-colon", 6))),
            (
                "contributions: жоқ\n  - patron: a\n",
                Some(("value-above", 15)),
            ),
            (
                "contributions: - patron: a\n  - patron: b\n",
                Some(("item-in-line", 15)),
            ),
            ("summary: a\n  b\n", None),
            ("summary: a\n  Құны: 5 млн\n", None),
            ("patron: a\n  amount: 1\n", None),
            ("aliases: old\n  - older\n", None),
            ("name: {kk: a\n  ru: b}\n", None),
            ("word\n  kk: a\n", None),
        ] {
            assert_eq!(of(piece), told, "{piece}");
        }
    }
}
