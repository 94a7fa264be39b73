//! Search for the mistakes of a text: its pieces, and the pieces of those, down to the smallest that cannot be read.
//!
//! Takes a piece that the parser refuses, notes what is wrong in it and which bytes are lost by that.

use std::ops::Range;

use ahash::HashSet;

use super::pieces::{
    Inner, begins_block, content_at, inner_of, is_field, is_item, is_sound, parts, second_line,
};
use crate::load::yaml::error_class::{Mistake, Trouble, YamlError, odd_lead};
use crate::load::yaml::known::lists_records;
use crate::load::yaml::node::Node;
use crate::load::yaml::parse::parse;
use crate::load::yaml::slip::{Line, Slip, slip};
use crate::source::text::confusables::is_odd_space;

/// So many mistakes are looked for: a text with more is no YAML at all.
const MAX_MISTAKES: usize = 1000;

/// What was found so far.
pub(super) struct Search {
    pub(super) mistakes: Vec<Mistake>,
    /// The pieces that cannot be read, and whether nothing of one can be kept.
    pub(super) broken: Vec<(Range<usize>, bool)>,
    /// The hyphen of the item whose inside is looked through, with the spaces behind it.
    pub(super) dash: Option<Range<usize>>,
    /// The inside of a field that holds a list of records.
    pub(super) list_inside: Option<usize>,
}

/// Parts that belong to one mistake.
#[derive(Default)]
struct Run {
    /// Where the last of them ends.
    end: usize,
    /// They are lines of a text.
    is_text: bool,
    /// They begin with unusual spaces.
    is_odd: bool,
    /// The fields that they have, with those of the item above.
    names: HashSet<String>,
}

/// The parts of one piece.
struct Siblings<'p> {
    piece: &'p str,
    /// Where the piece begins in the whole text.
    start: usize,
    parts: Vec<Range<usize>>,
    /// They are items of a list.
    is_list: bool,
}

/// An item whose hyphen is another sign, or lacks its space, and that has no other mistake.
fn nearly_item(text: &str) -> Option<Slip> {
    let at = content_at(text);
    let begin = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[begin..].lines().next()?;
    let begins = text[at..].starts_with(|letter: char| "-–—*•·●◦▪‣∙".contains(letter));
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
    let mended = format!("{}{}{rest}", &text[..begin], found.line.as_ref()?);
    (is_mark && is_sound(&mended, Some(true))).then_some(found)
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

/// A record with the hyphen that it lacks, where its fields stand below the first one already.
fn dashed(piece: &str) -> String {
    let at = content_at(piece);
    let begin = piece[..at].rfind('\n').map_or(0, |newline| newline + 1);
    format!("{}- {}", &piece[begin..at], &piece[at..])
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
    /// Looks for the mistakes in a piece that cannot be read alone; `start`: where it begins in the whole text.
    pub(super) fn part(&mut self, piece: &str, start: usize, depth: usize) {
        if self.mistakes.len() >= MAX_MISTAKES {
            return;
        }
        let parts = parts(piece);
        if depth == 0 {
            return self.whole(piece, start);
        }
        if let [only] = parts.as_slice() {
            let text = &piece[only.clone()];
            let inner = match inner_of(text) {
                Inner::Item(inner) => {
                    let dash = start + only.start + content_at(text);
                    self.dash = Some(dash..start + only.start + content_at(&inner));
                    Some((inner, only.start))
                }
                Inner::Field(at) => {
                    let key = text[content_at(text)..].split(':').next();
                    let is_list = key.is_some_and(lists_records);
                    self.list_inside = is_list.then_some(start + only.start + at);
                    Some((text[at..].to_owned(), only.start + at))
                }
                Inner::Nothing => None,
            };
            match inner {
                Some((inner, at)) if !is_sound(&inner, None) => {
                    self.part(&inner, start + at, depth - 1);
                }
                _ => self.leaf(text, start + only.start),
            }
            return;
        }
        let is_list = parts.first().is_some_and(|part| {
            let text = &piece[part.clone()];
            is_item(text) || nearly_item(text).is_some()
        });
        let is_bad = |part: &usize| !is_sound(&piece[parts[*part].clone()], Some(is_list));
        let bad: Vec<usize> = (0..parts.len()).filter(is_bad).collect();
        if bad.is_empty() {
            return self.whole(piece, start);
        }
        let siblings = Siblings {
            piece,
            start,
            parts,
            is_list,
        };
        let mut run = Run::default();
        for nth in bad {
            if !self.with_neighbours(&siblings, nth, &mut run) {
                let part = siblings.parts[nth].clone();
                self.part(&piece[part.clone()], start + part.start, depth - 1);
            }
        }
    }

    /// Tells what is wrong with a part because of what its neighbours are; not if the mistake is inside it.
    fn with_neighbours(&mut self, among: &Siblings<'_>, nth: usize, run: &mut Run) -> bool {
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
                self.mistakes.push(Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::OddSpace,
                        at: here.start + odd,
                    },
                    line: Some(line.trim_end().replace(is_odd_space, " ")),
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
        if let Some(before) = before.clone().filter(|_| !follows)
            && is_text(text)
            && before_is_sound(&before)
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
            match follows {
                true => self.broken.push((here, true)),
                false => self.misplaced(text, here.start),
            }
            *run = Run {
                end: part.end,
                ..Run::default()
            };
            return true;
        }
        false
    }

    /// A record among others that has no hyphen.
    fn without_hyphen(&mut self, text: &str, start: usize) {
        let at = content_at(text);
        let line = text[at..].lines().next().unwrap_or("");
        self.mistakes.push(Mistake {
            error: YamlError::Syntax {
                why: Trouble::Hyphen,
                at: start + at,
            },
            line: Some(format!("- {}", line.trim_end())),
            spaces: None,
        });
        self.broken.push((start..start + text.len(), true));
    }

    /// A piece that begins at a wrong place.
    fn misplaced(&mut self, text: &str, start: usize) {
        let at = start + content_at(text);
        let content = text[content_at(text)..].trim_end();
        let behind = content.trim_start_matches(['-', ' ']);
        let (why, line) = match is_field(behind) && !content.contains('\n') {
            true => (Trouble::HyphenTooMany, Some(behind.to_owned())),
            false => (Trouble::ValueAndList, None),
        };
        let error = YamlError::Syntax { why, at };
        self.mistakes.push(Mistake {
            error,
            line,
            spaces: None,
        });
        self.broken.push((start..start + text.len(), true));
    }

    fn syntax(&mut self, why: Trouble, at: usize) {
        self.error(YamlError::Syntax { why, at });
    }

    fn error(&mut self, error: YamlError) {
        self.mistakes.push(Mistake {
            error,
            line: None,
            spaces: None,
        });
    }

    /// Tells a slip of a line whose mended form can be read.
    fn tell(&mut self, slip: Slip, start: usize) {
        self.mistakes.push(Mistake {
            error: YamlError::Syntax {
                why: slip.why,
                at: start + slip.at,
            },
            line: slip.line.map(|line| line.trim().to_owned()),
            spaces: None,
        });
    }

    /// Whether the content at this byte is the first of the item that is looked through.
    fn is_behind_dash(&self, content: usize) -> bool {
        self.dash.as_ref().is_some_and(|dash| dash.end == content)
    }

    /// A piece whose parts can be read, but not together: one of them begins at a wrong place, or what the parser says.
    fn whole(&mut self, piece: &str, start: usize) {
        let indent = |part: &Range<usize>| {
            let at = part.start + content_at(&piece[part.clone()]);
            (
                at - piece[..at].rfind('\n').map_or(0, |newline| newline + 1),
                at,
            )
        };
        let places: Vec<(usize, usize)> = parts(piece).iter().map(indent).collect();
        let odd = places.iter().find(|(indent, _)| *indent != places[0].0);
        // The first alone begins deeper than all others.
        if let [first, second, rest @ ..] = places.as_slice()
            && first.0 > second.0
            && rest.iter().all(|place| place.0 == second.0)
        {
            let line = piece[first.1..].lines().next().unwrap_or("").trim();
            let dash = self.dash.clone();
            let mistake = match dash.filter(|dash| dash.end == start + first.1) {
                // Behind a hyphen, the lines below are wrong; but not if that alone stands too far from its item.
                Some(dash) if dash.len() > 2 && first.0 == second.0 + dash.len() - 2 => Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::Indent,
                        at: dash.start,
                    },
                    line: Some(format!("- {line}")),
                    spaces: None,
                },
                Some(_) => Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::Below,
                        at: start + second.1,
                    },
                    line: None,
                    spaces: Some(first.0),
                },
                None => Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::Indent,
                        at: start + first.1,
                    },
                    line: Some(line.to_owned()),
                    spaces: None,
                },
            };
            self.mistakes.push(mistake);
            self.broken
                .push((start..start + piece.len(), places.len() > 1));
            return;
        }
        if let Some((indent, at)) = odd
            && let Some(space) = piece[at - indent..*at].find(is_odd_space)
        {
            let line = piece[*at..]
                .lines()
                .next()
                .map(|line| line.trim().to_owned());
            let at = start + at - indent + space;
            let why = Trouble::OddSpace;
            let error = YamlError::Syntax { why, at };
            self.mistakes.push(Mistake {
                error,
                line,
                spaces: None,
            });
            self.broken.push((start..start + piece.len(), true));
            return;
        }
        let error = match (odd, parse(piece)) {
            (None, Err(error)) => error.moved(start),
            (odd, _) => YamlError::Syntax {
                why: Trouble::Indent,
                at: start + odd.map_or(content_at(piece), |(_, at)| *at),
            },
        };
        let spaces = match (odd, places.first()) {
            (Some(_), Some((indent, at))) if self.is_behind_dash(start + at) => Some(*indent),
            _ => None,
        };
        let error = match (error, spaces) {
            (YamlError::Syntax { at, .. }, Some(_)) => YamlError::Syntax {
                why: Trouble::Below,
                at,
            },
            (error, _) => error,
        };
        self.mistakes.push(Mistake {
            error,
            line: None,
            spaces,
        });
        self.broken
            .push((start..start + piece.len(), places.len() > 1));
    }

    /// The smallest piece that cannot be read: a field with its value, or a value of a list.
    fn leaf(&mut self, piece: &str, start: usize) {
        self.broken.push((start..start + piece.len(), false));
        let mut slips = Vec::new();
        let mut mended = String::with_capacity(piece.len());
        let mut at = 0;
        let mut is_block = false;
        for line in piece.split_inclusive('\n') {
            let text = line.trim_end_matches('\n');
            let content = text.trim_start();
            let is_told = !is_block && !content.is_empty() && !content.starts_with('#');
            let found = is_told.then(|| {
                slip(Line {
                    text,
                    rest: &piece[at + line.len()..],
                    continues: at > 0,
                })
            });
            match found.flatten() {
                Some(slip) => {
                    mended.push_str(slip.line.as_deref().unwrap_or(text));
                    mended.push_str(&line[text.len()..]);
                    slips.push((at, slip));
                }
                None => mended.push_str(line),
            }
            is_block |= begins_block(text);
            at += line.len();
        }
        if slips.is_empty() {
            let content = content_at(piece);
            let second = second_line(piece);
            let is_list = self
                .list_inside
                .is_some_and(|at| at <= start && piece[..content].trim().is_empty());
            if is_list
                && matches!(second, Some((Trouble::Indent, _)))
                && is_sound(&dashed(piece), Some(true))
            {
                self.broken.pop();
                return self.without_hyphen(piece, start);
            }
            if let Some((Trouble::Indent, at)) = second
                && self.is_behind_dash(start + content)
            {
                let line = piece[..content]
                    .rfind('\n')
                    .map_or(0, |newline| newline + 1);
                self.mistakes.push(Mistake {
                    error: YamlError::Syntax {
                        why: Trouble::Below,
                        at: start + at,
                    },
                    line: None,
                    spaces: Some(piece[line..content].chars().count()),
                });
                return;
            }
            let error = match second {
                Some((why, at)) => YamlError::Syntax {
                    why,
                    at: start + at,
                },
                None => match parse(piece) {
                    Err(error) => error.moved(start),
                    Ok(_) => YamlError::Syntax {
                        why: Trouble::Other,
                        at: start + content_at(piece),
                    },
                },
            };
            self.error(error);
            return;
        }
        let is_mended = is_sound(&mended, None);
        for (line, slip) in slips {
            let at = start + line + slip.at;
            let is_in_first = !piece[content_at(piece).min(line)..line].contains('\n');
            let is_tag = slip.why == Trouble::Begin && piece[line + slip.at..].starts_with('!');
            let error = match is_tag {
                true => YamlError::Tag { at },
                false => YamlError::Syntax { why: slip.why, at },
            };
            let in_item = is_in_first && self.is_behind_dash(start + content_at(piece));
            let is_meant = is_mended && (slip.why != Trouble::Tabs || in_item);
            let line = slip.line.filter(|_| is_meant);
            let line = line.map(|line| line.trim().to_owned());
            // The first line of an item with its hyphen, which stands before the piece.
            let line = line.map(|line| match in_item {
                true => format!("- {line}"),
                false => line,
            });
            self.mistakes.push(Mistake {
                error,
                line,
                spaces: None,
            });
        }
    }
}
