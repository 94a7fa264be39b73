//! Mistakes of a part that only its neighbours show: a line that goes on from above, a record without its hyphen, an item
//! among fields.

use std::ops::Range;

use ahash::HashSet;

use super::noted::Search;
use super::pieces::{content_at, dashed, is_field, is_item, is_sound};
use crate::load::yaml::error_class::{Mistake, Trouble, YamlError, odd_lead};
use crate::load::yaml::node::Node;
use crate::load::yaml::parse::parse;
use crate::load::yaml::slip::{Line, Slip, other_item, slip};
use crate::source::text::confusables::is_odd_space;

/// Parts that belong to one mistake.
#[derive(Default)]
pub(super) struct Run {
    /// Where the last of them ends.
    pub(super) end: usize,
    /// They are lines of a text.
    is_text: bool,
    /// They begin with unusual spaces.
    is_odd: bool,
    /// The fields that they have, with those of the item above.
    names: HashSet<String>,
    /// They are items below a first one that has no hyphen, and sound by themselves.
    is_below_first: bool,
}

/// The parts of one piece.
pub(super) struct Siblings<'p> {
    pub(super) piece: &'p str,
    /// Where the piece begins in the whole text.
    pub(super) start: usize,
    pub(super) parts: Vec<Range<usize>>,
    /// They are items of a list.
    pub(super) is_list: bool,
    /// The first of them that is an item.
    pub(super) first_item: Option<usize>,
}

/// An item whose hyphen is another sign, or lacks its space, and that has no other mistake.
pub(super) fn nearly_item(text: &str) -> Option<Slip> {
    let at = content_at(text);
    let begin = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[begin..].lines().next()?;
    let begins = text[at..].starts_with('-') || other_item(&text[at..]).is_some();
    let rest = &text[begin + line.len()..];
    let mut found = begins.then(|| {
        slip(Line {
            text: line,
            rest,
            continues: false,
        })
    })??;
    found.at += begin;
    let is_mark = matches!(
        found.why,
        Trouble::DashSpace | Trouble::LongDash | Trouble::Bullet | Trouble::OddSpace
    );
    let is_meant = |line: &str| {
        let mended = format!("{}{line}{rest}", &text[..begin]);
        is_sound(&mended, Some(true))
    };
    // The other fields may stand below the first one, behind a number.
    let line = found.line.take()?;
    let sign = match text[at..].starts_with(|first: char| first.is_ascii_digit()) {
        true => text[at..].find([' ', '\t'])?,
        false => 1,
    };
    let wide = line.replacen('-', &format!("{:<sign$}", '-'), 1);
    let mut meant = [line, wide].into_iter();
    found.line = meant.find(|line| is_mark && is_meant(line));
    found.line.is_some().then_some(found)
}

/// Whether a piece is nothing but words.
fn is_text(piece: &str) -> bool {
    let line = piece[content_at(piece)..].lines().next().unwrap_or("");
    let first = line.trim_end();
    let is_slip = || {
        let line = Line {
            text: first,
            rest: "",
            continues: false,
        };
        slip(line).is_some()
    };
    !first.is_empty() && !is_field(first) && !is_slip() && matches!(parse(piece), Ok(Node::Text(_)))
}

/// Whether an item or a field and a piece at this byte are one, whose text goes on in the first line of the piece.
fn is_cut(whole: &str, at: usize, in_list: bool) -> bool {
    let (above, below) = whole.split_at(at);
    let first = below.lines().next().unwrap_or("");
    let is_words = first.starts_with(char::is_alphanumeric) && !is_field(first);
    let joined = || format!("{} {below}", above.trim_end());
    is_words && !is_sound(below, None) && is_sound(&joined(), Some(in_list))
}

/// The fields of a record, or of a list of one.
fn names_of(piece: &str) -> Option<HashSet<String>> {
    let names = |fields: Vec<(String, Node)>| fields.into_iter().map(|(name, _)| name).collect();
    let with_hyphen = || parse(&format!("- {}", &piece[content_at(piece)..]));
    let read = parse(piece)
        .or_else(|_| with_hyphen())
        .or_else(|_| parse(&dashed(piece)));
    match read.ok()? {
        Node::Map(fields) => Some(names(fields)),
        Node::List(mut items) => match items.pop()? {
            Node::Map(fields) => Some(names(fields)),
            _ => None,
        },
        _ => None,
    }
}

impl Search {
    /// Whether the fields above an item are an item themselves, but for its hyphen, which is told then: both have the same
    /// ones.
    fn first_without_hyphen(&mut self, among: &Siblings<'_>, nth: usize) -> bool {
        if among.first_item != Some(nth) {
            return false;
        }
        let above = among.parts[0].start..among.parts[nth].start;
        let text = &among.piece[above.clone()];
        let item = &among.piece[among.parts[nth].clone()];
        let (Some(above_names), Some(names)) = (names_of(text), names_of(item)) else {
            return false;
        };
        let is_item = !above_names.is_disjoint(&names);
        if is_item {
            self.without_hyphen(text, among.start + above.start);
        }
        is_item
    }

    /// Tells what is wrong with a part because of what its neighbours are; not if the mistake is inside it.
    pub(super) fn with_neighbours(
        &mut self,
        among: &Siblings<'_>,
        nth: usize,
        run: &mut Run,
    ) -> bool {
        let part = among.parts[nth].clone();
        let text = &among.piece[part.clone()];
        let here = among.start + part.start..among.start + part.end;
        let before = nth.checked_sub(1).map(|before| among.parts[before].clone());
        let follows = run.end == part.start && part.start > 0;
        if let Some(slip) = nearly_item(text) {
            self.tell(slip, here.start);
            self.broken.push((here, true));
            return true;
        }
        if let Some(odd) = odd_lead(text.lines().next().unwrap_or(""))
            && is_sound(&text.replace(is_odd_space, " "), Some(among.is_list))
        {
            // Of lines that were indented alike one is told.
            if !(follows && run.is_odd) {
                let line = text.trim_start().lines().next().unwrap_or("");
                // The first line of an item with its hyphen, which stands before the piece.
                let hyphen = match self.is_behind_dash(here.start + content_at(text)) {
                    true => "- ",
                    false => "",
                };
                let line = line.trim_end().replace(is_odd_space, " ");
                self.mistakes.push(Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::OddSpace,
                        at: here.start + odd,
                    },
                    line: Some(format!("{hyphen}{line}")),
                    spaces: None,
                });
            }
            self.broken.push((here, true));
            *run = Run {
                end: part.end,
                is_odd: true,
                ..Run::default()
            };
            return true;
        }
        let before_is_sound =
            |before: &Range<usize>| is_sound(&among.piece[before.clone()], Some(among.is_list));
        if follows && run.is_text && is_text(text) {
            self.broken.push((here, true));
            run.end = part.end;
            return true;
        }
        // What stands below the second half of a text belongs to the item above, as it does once the two are joined.
        let is_cut_item = |before: &Range<usize>| {
            let whole = &among.piece[before.start..here.end - among.start];
            is_cut(whole, before.len(), among.is_list)
        };
        if let Some(before) = before.clone().filter(|_| !follows)
            && (is_text(text) && before_is_sound(&before) || is_cut_item(&before))
        {
            self.syntax(Trouble::GoesOn, here.start + content_at(text));
            self.broken
                .push((among.start + before.start..here.end, false));
            *run = Run {
                end: part.end,
                is_text: true,
                ..Run::default()
            };
            return true;
        }
        let is_item = is_item(text);
        if among.is_list && !is_item {
            if let Some(names) = names_of(text) {
                let above = match follows {
                    true => Some(std::mem::take(&mut run.names)),
                    false => before.and_then(|part| names_of(&among.piece[part])),
                };
                let under = above.filter(|above| above.is_disjoint(&names));
                match &under {
                    Some(_) => {
                        if !follows {
                            self.syntax(Trouble::Under, here.start + content_at(text));
                        }
                        self.broken.push((here, true));
                    }
                    None => self.without_hyphen(text, here.start),
                }
                let mut all = under.unwrap_or_default();
                all.extend(names);
                *run = Run {
                    end: part.end,
                    names: all,
                    ..Run::default()
                };
                return true;
            }
            let with_hyphen = || format!("- {}", &text[content_at(text)..]);
            if is_sound(text, Some(false)) || is_sound(&with_hyphen(), Some(true)) {
                self.without_hyphen(text, here.start);
                return true;
            }
        }
        if !among.is_list && is_item && is_sound(text, Some(true)) {
            let is_below_first = match follows {
                true => run.is_below_first,
                false => self.first_without_hyphen(among, nth),
            };
            match follows {
                _ if is_below_first => {}
                true => self.broken.push((here, true)),
                false => self.misplaced(text, here.start),
            }
            *run = Run {
                end: part.end,
                is_below_first,
                ..Run::default()
            };
            return true;
        }
        false
    }
}
