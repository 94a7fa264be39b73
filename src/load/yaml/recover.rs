//! Error recovery of YAML: every mistake of a text at once, and a tree of all that can be read in spite of them.
//!
//! Takes a text that the parser refuses, parts it by its indentation until the smallest piece that cannot be read stands
//! alone, and says what is wrong in each. The tree has [`Node::Broken`] in their place: whoever reads it knows that
//! something stands there, and misses nothing.

use std::ops::Range;

use super::error_class::{Trouble, YamlError, is_empty};
use super::known::is_known;
use super::node::Node;
use super::parse::parse;
use super::places::{Spot, locate};
use super::slip::{Line, Slip, slip};
use crate::source::text::confusables::is_odd_space;

/// What is wrong at one place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mistake {
    pub error: YamlError,
    /// The line as it should be written, if that is known.
    pub line: Option<String>,
}

/// What could be read of a text with mistakes.
#[derive(Debug, Clone)]
pub(crate) struct Recovered {
    /// The text without its broken pieces, of the same length.
    pub masked: String,
    /// The values that are left; none if what is left is no YAML either.
    pub node: Option<Node>,
    pub mistakes: Vec<Mistake>,
    /// The pieces that could not be read.
    pub broken: Vec<Range<usize>>,
    /// A piece went whose field is not known: what seems to be missing may stand in it.
    pub is_lossy: bool,
}

/// A longer text is not parted: each part of it is parsed again.
const MAX_PARTED: usize = 4 << 20;

/// So many times pieces are parted again.
const MAX_DEPTH: usize = 12;

/// So many mistakes are looked for: a text with more is no YAML at all.
const MAX_MISTAKES: usize = 1000;

/// A text of one line that is one known field, but for its colon.
pub(crate) fn lone_field(text: &str, node: &Node) -> Option<Mistake> {
    let Node::Text(_) = node else { return None };
    let start = content_at(text);
    let line = text[start..].trim_end();
    let word = line.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_')?;
    if line.contains('\n') || !is_known(&line[..word]) {
        return None;
    }
    let found = slip(Line {
        text: line,
        rest: "",
        continues: false,
    })?;
    let is_colon = matches!(
        found.why,
        Trouble::NoColon | Trouble::ColonSpace | Trouble::WideColon | Trouble::OddSpace
    );
    is_colon.then(|| Mistake {
        error: YamlError::Syntax {
            why: found.why,
            at: start + found.at,
        },
        line: found.line,
    })
}

/// The text without the lines that mark a piece of code, and where the first of them begins.
fn without_code_fences(text: &str) -> Option<(usize, String)> {
    let mut first = None;
    let mut made = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let end = line.trim_end_matches('\n').len();
        if line.starts_with("```") {
            first.get_or_insert(made.len());
            made.extend(std::iter::repeat_n(' ', end));
            made.push_str(&line[end..]);
        } else {
            made.push_str(line);
        }
    }
    first.map(|at| (at, made))
}

/// Reads what can be read of a text that [`parse`] refused with this error.
pub(crate) fn recover(text: &str, error: &YamlError) -> Recovered {
    if let Some((at, text)) = without_code_fences(text) {
        let mut recovered = match parse(&text) {
            Ok(node) => Recovered {
                masked: text,
                node: Some(node),
                mistakes: Vec::new(),
                broken: Vec::new(),
                is_lossy: false,
            },
            Err(error) => recover(&text, &error),
        };
        let why = Trouble::CodeFence;
        let error = YamlError::Syntax { why, at };
        recovered.mistakes.insert(0, Mistake { error, line: None });
        return recovered;
    }
    let mut search = Search {
        mistakes: Vec::new(),
        broken: Vec::new(),
    };
    let is_local = match error {
        YamlError::TooDeep { .. } | YamlError::TooMany { .. } => false,
        YamlError::Tag { .. } => true,
        YamlError::Syntax { why, .. } => !matches!(
            why,
            Trouble::Repetition
                | Trouble::Documents
                | Trouble::Letter
                | Trouble::Depth
                | Trouble::Key
        ),
    };
    // A directive is nothing that an editor writes.
    let is_local = is_local && !text.starts_with('%');
    if is_local && text.len() <= MAX_PARTED {
        search.part(text, 0, MAX_DEPTH);
    }
    if search.mistakes.is_empty() {
        let mistake = Mistake {
            error: error.clone(),
            line: None,
        };
        return Recovered {
            masked: String::new(),
            node: None,
            mistakes: vec![mistake],
            broken: std::iter::once(0..text.len()).collect(),
            is_lossy: true,
        };
    }
    search.mistakes.sort_by_key(|mistake| mistake.error.at());
    search.broken.sort_by_key(|(range, _)| range.start);
    let (masked, is_lossy) = masked(text, &search.broken);
    let broken: Vec<Range<usize>> = search.broken.into_iter().map(|(range, _)| range).collect();
    let mut node = parse(&masked).ok();
    if let Some(node) = &mut node {
        let spots = locate(&masked, node);
        mark(node, &spots, &broken);
    }
    let broken = match node {
        Some(_) => broken,
        None => std::iter::once(0..text.len()).collect(),
    };
    Recovered {
        masked,
        node,
        mistakes: search.mistakes,
        broken,
        is_lossy,
    }
}

/// What was found so far.
struct Search {
    mistakes: Vec<Mistake>,
    /// The pieces that cannot be read, and whether nothing of one can be kept.
    broken: Vec<(Range<usize>, bool)>,
}

/// Parts that belong to one mistake.
#[derive(Default)]
struct Run {
    /// Where the last of them ends.
    end: usize,
    /// They are lines of a text.
    is_text: bool,
    /// The fields that they have, with those of the item above.
    names: Vec<String>,
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
        Trouble::DashSpace | Trouble::LongDash | Trouble::Bullet
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

/// The fields of a record, or of a list of one.
fn names_of(piece: &str) -> Option<Vec<String>> {
    let names = |fields: Vec<(String, Node)>| fields.into_iter().map(|(name, _)| name).collect();
    let with_hyphen = || parse(&format!("- {}", &piece[content_at(piece)..]));
    match parse(piece).or_else(|_| with_hyphen()).ok()? {
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
    fn part(&mut self, piece: &str, start: usize, depth: usize) {
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
                Inner::Item(inner) => Some((inner, only.start)),
                Inner::Field(at) => Some((text[at..].to_owned(), only.start + at)),
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
        let bad: Vec<&Range<usize>> = parts
            .iter()
            .filter(|part| !is_sound(&piece[(*part).clone()], Some(is_list)))
            .collect();
        if bad.is_empty() {
            return self.whole(piece, start);
        }
        let mut run = Run::default();
        for part in bad {
            let text = &piece[part.clone()];
            let nth = parts.partition_point(|other| other.start < part.start);
            let before = nth.checked_sub(1).map(|nth| parts[nth].clone());
            let follows = run.end == part.start && part.start > 0;
            if let Some(slip) = nearly_item(text) {
                self.tell(slip, start + part.start);
                self.broken
                    .push((start + part.start..start + part.end, true));
                continue;
            }
            if is_text(text) && (follows && run.is_text || !follows && before.is_some()) {
                if let Some(before) = before.clone().filter(|_| !follows)
                    && is_sound(&piece[before.clone()], Some(is_list))
                {
                    self.syntax(Trouble::GoesOn, start + part.start + content_at(text));
                    self.broken
                        .push((start + before.start..start + part.end, false));
                    run = Run {
                        end: part.end,
                        is_text: true,
                        names: Vec::new(),
                    };
                    continue;
                }
                if follows {
                    self.broken
                        .push((start + part.start..start + part.end, true));
                    run.end = part.end;
                    continue;
                }
            }
            if is_list
                && !is_item(text)
                && let Some(names) = names_of(text)
            {
                let at = start + part.start + content_at(text);
                let above = match follows {
                    true => Some(std::mem::take(&mut run.names)),
                    false => before.and_then(|part| names_of(&piece[part])),
                };
                let is_new = |above: &Vec<String>| names.iter().all(|name| !above.contains(name));
                let is_under = above.as_ref().is_some_and(is_new);
                match is_under {
                    true if follows => self
                        .broken
                        .push((start + part.start..start + part.end, true)),
                    true => {
                        self.syntax(Trouble::Under, at);
                        self.broken
                            .push((start + part.start..start + part.end, true));
                    }
                    false => self.without_hyphen(text, start + part.start),
                }
                let above = above.filter(|_| is_under).unwrap_or_default();
                run = Run {
                    end: part.end,
                    is_text: false,
                    names: above.into_iter().chain(names).collect(),
                };
                continue;
            }
            let with_hyphen = || format!("- {}", &text[content_at(text)..]);
            if is_list
                && !is_item(text)
                && (is_sound(text, Some(false)) || is_sound(&with_hyphen(), Some(true)))
            {
                self.without_hyphen(text, start + part.start);
            } else if !is_list && is_item(text) && is_sound(text, Some(true)) {
                match follows {
                    true => self
                        .broken
                        .push((start + part.start..start + part.end, true)),
                    false => self.misplaced(text, start + part.start),
                }
                run = Run {
                    end: part.end,
                    is_text: false,
                    names: Vec::new(),
                };
            } else {
                self.part(text, start + part.start, depth - 1);
            }
        }
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
        self.mistakes.push(Mistake { error, line });
        self.broken.push((start..start + text.len(), true));
    }

    fn syntax(&mut self, why: Trouble, at: usize) {
        let error = YamlError::Syntax { why, at };
        self.mistakes.push(Mistake { error, line: None });
    }

    /// Tells a slip of a line whose mended form can be read.
    fn tell(&mut self, slip: Slip, start: usize) {
        self.mistakes.push(Mistake {
            error: YamlError::Syntax {
                why: slip.why,
                at: start + slip.at,
            },
            line: slip.line.map(|line| line.trim().to_owned()),
        });
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
            let line = piece[first.1..].lines().next().unwrap_or("");
            self.mistakes.push(Mistake {
                error: YamlError::Syntax {
                    why: Trouble::Indent,
                    at: start + first.1,
                },
                line: Some(line.trim().to_owned()),
            });
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
            self.mistakes.push(Mistake { error, line });
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
        self.mistakes.push(Mistake { error, line: None });
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
            let error = match second_line(piece) {
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
            self.mistakes.push(Mistake { error, line: None });
            return;
        }
        let is_mended = is_sound(&mended, None);
        for (line, slip) in slips {
            let at = start + line + slip.at;
            let is_tag = slip.why == Trouble::Begin && piece[line + slip.at..].starts_with('!');
            let error = match is_tag {
                true => YamlError::Tag { at },
                false => YamlError::Syntax { why: slip.why, at },
            };
            let line = slip.line.filter(|_| is_mended);
            let line = line.map(|line| line.trim().to_owned());
            self.mistakes.push(Mistake { error, line });
        }
    }
}

/// The first byte of a piece that is neither space nor note.
fn content_at(piece: &str) -> usize {
    let mut at = 0;
    for line in piece.split_inclusive('\n') {
        let content = line.trim_start();
        if !content.is_empty() && !content.starts_with('#') {
            return at + line.len() - content.len();
        }
        at += line.len();
    }
    0
}

/// Where a field goes on with what looks like another one, indented deeper: one of the two lines is at a wrong place.
fn second_line(piece: &str) -> Option<(Trouble, usize)> {
    let mut lines = piece.split_inclusive('\n');
    let first = lines.next()?;
    let (_, value) = first.split_once(':')?;
    if value.trim().is_empty()
        || value
            .trim_start()
            .starts_with(['{', '[', '|', '>', '"', '\''])
    {
        return None;
    }
    let mut at = first.len();
    for line in lines {
        let content = line.trim_start();
        let is_field = content
            .split_once(':')
            .is_some_and(|(key, _)| !key.is_empty() && !key.contains(' '));
        if is_field || content.starts_with("- ") {
            let why = match is_field {
                true => Trouble::Indent,
                false => Trouble::ValueAndList,
            };
            return Some((why, at + line.len() - content.len()));
        }
        at += line.len();
    }
    None
}

/// Whether the lines below are a text as they stand.
fn begins_block(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or("").trim_end();
    let mark = line.trim_end_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    [": |", ": >", "- |", "- >"]
        .iter()
        .any(|end| mark.ends_with(end))
}

/// What stands inside a piece that is one item or one field.
enum Inner {
    /// What is behind a hyphen, with a space in its place.
    Item(String),
    /// The byte at which the lines below a key begin.
    Field(usize),
    Nothing,
}

fn inner_of(piece: &str) -> Inner {
    let indent = piece.len() - piece.trim_start().len();
    let content = &piece[indent..];
    if is_item(piece) {
        let inner = content[1..].trim_start();
        // A value alone is no smaller piece.
        let first = inner.lines().next().unwrap_or("");
        if is_field(first) || inner.starts_with("- ") || content[1..].starts_with('\n') {
            return Inner::Item(format!("{} {}", &piece[..indent], &content[1..]));
        }
        return Inner::Nothing;
    }
    let first = content.lines().next().unwrap_or("");
    let below = indent + first.len();
    match first.trim_end().strip_suffix(':') {
        Some(key) if !key.contains([' ', '"']) && !is_empty(&piece[below..]) => {
            Inner::Field((below + 1).min(piece.len()))
        }
        _ => Inner::Nothing,
    }
}

/// A line that begins with a key, right or nearly so.
fn is_field(line: &str) -> bool {
    line.split_once([':', '：'])
        .is_some_and(|(key, _)| !key.is_empty() && !key.contains([' ', '"', '\'', '{', '[']))
}

fn is_item(piece: &str) -> bool {
    let content = piece.trim_start();
    content.starts_with("- ") || content.starts_with("-\n") || content.trim_end() == "-"
}

/// Whether a piece can be read alone, and is what its neighbours are.
fn is_sound(piece: &str, in_list: Option<bool>) -> bool {
    match parse(piece) {
        Ok(Node::List(_)) => in_list != Some(false),
        Ok(Node::Map(_)) => in_list != Some(true),
        Ok(Node::Null) => true,
        Ok(_) => in_list.is_none() && !is_field(piece.trim_start().lines().next().unwrap_or("")),
        // What it names may be in another piece.
        Err(YamlError::Syntax { why, .. }) => why == Trouble::Alias,
        Err(_) => false,
    }
}

/// The pieces of a text that begin at its smallest indentation, or before it.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut base = None;
    let mut is_list = false;
    // The line above at the smallest indentation is a key without a value.
    let mut is_open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '\u{a0}']);
        let indent = line[..line.len() - content.len()].chars().count();
        let here = at;
        at += line.len();
        let trimmed = content.trim_end();
        if trimmed.is_empty() || trimmed.starts_with('#') || starts.is_empty() && trimmed == "---" {
            continue;
        }
        let is_dashed = content.starts_with("- ") || trimmed == "-";
        match base {
            None => {
                base = Some(indent);
                is_list = is_dashed;
                is_open = trimmed.ends_with(':');
                starts.push(here);
            }
            // The items of a list may stand right below its key.
            Some(base) if indent == base && is_dashed && !is_list && is_open => {}
            Some(base) if indent <= base && !trimmed.starts_with(['}', ']']) => {
                is_open = trimmed.ends_with(':');
                starts.push(here);
            }
            Some(_) => {}
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(a, b)| a..b)
        .collect()
}

/// The text with its broken pieces blanked: of each the key is left, if it has one. Says as well whether a key was lost.
fn masked(text: &str, broken: &[(Range<usize>, bool)]) -> (String, bool) {
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
pub(super) fn mark(node: &mut Node, spot: &Spot, broken: &[Range<usize>]) {
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
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<(&'static str, usize)>, Option<Node>) {
        let error = parse(text).unwrap_err();
        let recovered = recover(text, &error);
        let told = recovered
            .mistakes
            .iter()
            .map(|mistake| match &mistake.error {
                YamlError::Syntax { why, at } => (why.word(), *at),
                other => ("other error", other.at()),
            });
        (told.collect(), recovered.node)
    }

    #[test]
    fn every_mistake_of_a_text_is_found_and_the_rest_is_read() {
        let text = "- id: a\n  name:\n    kk: \"Жер-Су\" ЖШС\n  kind: company\n- id: b\n  kind:fund\n- id: c\n  kind: fund\n";
        let (told, node) = found(text);
        let at = |word: &str| text.find(word).unwrap();
        assert_eq!(told, [("behind", at("ЖШС")), ("colon-space", at("fund"))]);
        let Some(Node::List(items)) = node else {
            panic!("a list")
        };
        assert_eq!(
            items[0],
            Node::Map(vec![
                ("id".into(), Node::Text("a".into())),
                ("name".into(), Node::Map(vec![("kk".into(), Node::Broken)])),
                ("kind".into(), Node::Text("company".into())),
            ])
        );
        assert_eq!(
            items[1],
            Node::Map(vec![
                ("id".into(), Node::Text("b".into())),
                ("kind".into(), Node::Broken),
            ])
        );
        assert_eq!(items.len(), 3);
    }

    #[test]
    fn an_item_without_a_hyphen_is_told_as_one() {
        let text = "- id: a\n  kind: fund\nid: b\nkind: fund\n- id: c\n";
        let (told, node) = found(text);
        assert_eq!(told[0], ("hyphen", text.find("id: b").unwrap()));
        let _ = node;
    }
}
