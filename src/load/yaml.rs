//! YAML: a text to a tree of values, and the places of those values in the text.
//!
//! serde_yaml stays behind this file. The tree keeps repeated keys, so that both can be shown. Places are found by a
//! second pass, on the error path only: serde_yaml stamps a place on every error, so a pass that fails at each value
//! and goes on learns where each one stands.

use std::cell::Cell;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, Visitor};

use crate::model::place::Step;
use crate::source::offset;

/// A value of a YAML text.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Null,
    Bool(bool),
    Int(i128),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    /// In the order of the text; a key can stand in it twice.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// The kind of value: the id of its name in messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Node::Null => "nothing",
            Node::Bool(_) => "yes-or-no",
            Node::Int(_) | Node::Float(_) => "number",
            Node::Text(_) => "text",
            Node::List(_) => "list",
            Node::Map(_) => "fields",
        }
    }
}

/// Why a text is no YAML that we read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlError {
    /// The text cannot be read from this byte on.
    Syntax { why: Trouble, at: usize },
    /// A tag such as `!x`.
    Tag { at: usize },
    /// More values inside each other than a record can have.
    TooDeep { at: usize },
}

/// What the parser stumbled over, as far as its words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// A colon where no field can begin: a text that holds one and has no quotation marks.
    Colon,
    /// A line that is indented otherwise than its neighbours.
    Indent,
    /// A tab before a line, or a sign that no value begins with.
    Sign,
    /// A quotation mark that is not closed.
    Quote,
    /// A bracket that is not closed.
    Bracket,
    /// An alias to nothing.
    Alias,
    /// Aliases that would grow without end.
    Repetition,
    /// A second document in one file.
    Documents,
    /// Values nested too deeply.
    Depth,
    /// A key that is no plain text.
    Key,
    Other,
}

impl Trouble {
    /// The word for messages.
    pub fn word(self) -> &'static str {
        match self {
            Trouble::Colon => "colon",
            Trouble::Indent => "indent",
            Trouble::Sign => "sign",
            Trouble::Quote => "quote",
            Trouble::Bracket => "bracket",
            Trouble::Alias => "alias",
            Trouble::Repetition => "repetition",
            Trouble::Documents => "documents",
            Trouble::Depth => "depth",
            Trouble::Key => "key",
            Trouble::Other => "other",
        }
    }
}

/// Brackets inside each other. Deeper ones are no record, and cost the parser minutes.
const MAX_DEPTH: usize = 64;

/// Reads one YAML document.
///
/// # Errors
/// The text is no YAML, holds several documents or a tag, or is nested too deeply.
pub fn parse(text: &str) -> Result<Node, YamlError> {
    if let Some(at) = too_deep(text) {
        return Err(YamlError::TooDeep { at });
    }
    if is_empty(text) {
        return Ok(Node::Null);
    }
    let left = Cell::new(text.len() + MAX_REPEATED);
    let parsed = Tree { left: &left }.deserialize(serde_yaml::Deserializer::from_str(text));
    let node = parsed.map_err(|error| understand(&error, text))?;
    Ok(if has_odd_numbers(text) {
        spell_odd_numbers(text, node)
    } else {
        node
    })
}

/// There is nothing in the text but comments.
fn is_empty(text: &str) -> bool {
    text.lines()
        .all(|line| matches!(line.trim_start().bytes().next(), None | Some(b'#')))
}

/// What an error of serde_yaml means. It has no kinds, only libyaml's words.
fn understand(error: &serde_yaml::Error, text: &str) -> YamlError {
    let words = error.to_string();
    let place = error
        .location()
        .map(|place| offset(text, place.line(), place.column()));
    let at = place.unwrap_or(0);
    if words.contains(TAG) {
        return YamlError::Tag { at };
    }
    let known = [
        ("while scanning a quoted scalar", Trouble::Quote),
        ("mapping values are not allowed", Trouble::Colon),
        ("could not find expected ':'", Trouble::Colon),
        ("cannot start any token", Trouble::Sign),
        ("while parsing a flow", Trouble::Bracket),
        ("unknown anchor", Trouble::Alias),
        ("undefined alias", Trouble::Alias),
        ("repetition limit", Trouble::Repetition),
        ("more than one document", Trouble::Documents),
        ("recursion limit", Trouble::Depth),
        ("expected a string", Trouble::Key),
        ("did not find expected", Trouble::Indent),
        ("block sequence entries are not allowed", Trouble::Indent),
        ("block mapping", Trouble::Indent),
    ];
    let why = known
        .iter()
        .find(|(part, _)| words.contains(part))
        .map_or(Trouble::Other, |(_, why)| *why);
    let at = match why {
        // The parser says where the text ends; the editor wants to know where the quotation begins.
        Trouble::Quote => Lines::new(text).byte(&words),
        Trouble::Documents => second_document(text).unwrap_or(at),
        Trouble::Repetition => text.find('*').unwrap_or(at),
        _ => at,
    };
    YamlError::Syntax { why, at }
}

/// The `---` line that begins a second document, or the `...` line that ends the first.
fn second_document(text: &str) -> Option<usize> {
    let begins = |at: usize| {
        let is_mark = ["---", "..."]
            .iter()
            .any(|mark| text[at..].starts_with(mark));
        is_mark && !is_empty(&text[..at])
    };
    text.match_indices('\n')
        .map(|(newline, _)| newline + 1)
        .find(|&at| begins(at))
}

/// The byte of the bracket that goes too deep. Brackets in quotes count too: no text has so many that stay open.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    text.bytes().enumerate().find_map(|(at, byte)| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth > MAX_DEPTH).then_some(at)
    })
}

/// YAML reads `0x1F` and `+5` as plain numbers; here they are no amounts and no dates.
fn has_odd_numbers(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| match pair {
        [b'+', digit] => digit.is_ascii_digit(),
        [b'0', b'x' | b'o' | b'b'] => true,
        _ => false,
    })
}

/// Numbers that are spelled otherwise than in plain digits become the text that they are.
fn spell_odd_numbers(text: &str, mut node: Node) -> Node {
    fn spell(text: &str, node: &mut Node, spot: &Spot) {
        match node {
            Node::Int(number) => {
                let plain = number.to_string();
                if !text[spot.value..].starts_with(&plain) {
                    let end = spot.value + scalar_length(&text[spot.value..]);
                    *node = Node::Text(text[spot.value..end].to_owned());
                }
            }
            Node::List(items) => items
                .iter_mut()
                .zip(&spot.inside)
                .for_each(|(item, spot)| spell(text, item, spot)),
            Node::Map(fields) => {
                fields
                    .iter_mut()
                    .zip(&spot.inside)
                    .for_each(|((_, value), spot)| spell(text, value, spot));
            }
            _ => {}
        }
    }
    let spots = locate(text, &node);
    spell(text, &mut node, &spots);
    node
}

/// The values that aliases may add to those of the text itself: each of these takes a byte at least. The parser has a
/// limit too, but one that grows with the text a hundredfold.
const MAX_REPEATED: usize = 10_000;

/// The parser's own words for it.
const TOO_OFTEN: &str = "repetition limit exceeded";

/// A marker in the message of our own error, by which it is known again.
const TAG: &str = "tag-is-not-read";

/// Builds a [`Node`] from any value.
#[derive(Clone, Copy)]
struct Tree<'a> {
    /// How many values may still come.
    left: &'a Cell<usize>,
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let left = self.left.get().checked_sub(1);
        self.left
            .set(left.ok_or_else(|| de::Error::custom(TOO_OFTEN))?);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Int(value.into()))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Int(value.into()))
    }
    fn visit_i128<E>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Int(value))
    }
    fn visit_u128<E>(self, value: u128) -> Result<Node, E> {
        Ok(i128::try_from(value).map_or(Node::Text(value.to_string()), Node::Int))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Float(value))
    }
    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Node::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            map.push((key, entries.next_value_seed(self)?));
        }
        Ok(Node::Map(map))
    }
    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(de::Error::custom(TAG))
    }
}

/// Where a value stands, by bytes: its key if it has one, itself, and what is inside it, in the order of the tree.
#[derive(Debug, Clone, Default)]
pub struct Spot {
    pub key: Option<usize>,
    pub value: usize,
    pub inside: Vec<Spot>,
}

/// Finds the places of all values of a tree that `parse` made from this text.
pub fn locate(text: &str, node: &Node) -> Spot {
    let lines = Lines::new(text);
    let seed = Locate {
        node,
        lines: &lines,
    };
    let mut root = seed
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .unwrap_or_default();
    place_empty(text, node, &mut root, &mut 0);
    root
}

/// serde_yaml stamps no place on `[]` and `{}`: each is the next of its kind after the value before it. `end`: where
/// that value ends.
fn place_empty(text: &str, node: &Node, spot: &mut Spot, end: &mut usize) {
    *end = spot.key.map_or(*end, |key| key.max(*end));
    let inside = |nodes: &mut dyn Iterator<Item = &Node>, spot: &mut Spot, end: &mut usize| {
        for (node, spot) in nodes.zip(&mut spot.inside) {
            place_empty(text, node, spot, end);
        }
    };
    let bracket = match node {
        Node::List(items) if items.is_empty() => '[',
        Node::Map(fields) if fields.is_empty() => '{',
        Node::List(items) => return inside(&mut items.iter(), spot, end),
        Node::Map(fields) => {
            return inside(&mut fields.iter().map(|(_, value)| value), spot, end);
        }
        _ => {
            *end = (*end).max(spot.value + scalar_length(&text[spot.value..]));
            return;
        }
    };
    // An alias to an empty one has no bracket: its key stands for it.
    let mut at = *end;
    for line in text[*end..].split_inclusive('\n') {
        let code = line.split(" #").next().unwrap_or(line);
        if !code.starts_with('#')
            && let Some(found) = code.find(bracket)
        {
            spot.value = at + found;
            *end = spot.value + 1;
            return;
        }
        at += line.len();
    }
}

/// The bytes at which the lines of a text begin.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Lines { text, starts }
    }

    /// The byte that an error message of serde_yaml names at its end.
    fn byte(&self, message: &str) -> usize {
        let place = message
            .rsplit_once(" at line ")
            .map_or("", |(_, place)| place);
        let mut numbers = place
            .split(" column ")
            .map(|number| number.parse::<usize>().unwrap_or(1));
        let (line, column) = (numbers.next().unwrap_or(1), numbers.next().unwrap_or(1));
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(self.text.len());
        let rest = &self.text[start..];
        rest.char_indices()
            .nth(column.saturating_sub(1))
            .map_or(self.text.len(), |(at, _)| start + at)
    }
}

struct Locate<'a> {
    node: &'a Node,
    lines: &'a Lines<'a>,
}

impl<'de> DeserializeSeed<'de> for Locate<'_> {
    type Value = Spot;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Spot, D::Error> {
        match self.node {
            Node::List(_) => deserializer.deserialize_seq(self),
            Node::Map(_) => deserializer.deserialize_map(self),
            _ => {
                let value = match deserializer.deserialize_any(Fail) {
                    Err(error) => self.lines.byte(&error.to_string()),
                    Ok(()) => 0,
                };
                Ok(Spot {
                    value,
                    ..Spot::default()
                })
            }
        }
    }
}

impl<'de> Visitor<'de> for Locate<'_> {
    type Value = Spot;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the same value again")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Spot, A::Error> {
        let Node::List(nodes) = self.node else {
            return Ok(Spot::default());
        };
        let mut inside = Vec::new();
        for node in nodes {
            inside.extend(items.next_element_seed(Locate {
                node,
                lines: self.lines,
            })?);
        }
        while items.next_element::<de::IgnoredAny>()?.is_some() {}
        Ok(Spot {
            key: None,
            value: inside.first().map_or(0, |spot: &Spot| spot.value),
            inside,
        })
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Spot, A::Error> {
        let Node::Map(nodes) = self.node else {
            return Ok(Spot::default());
        };
        let mut inside = Vec::new();
        for (_, node) in nodes {
            let Some(key) = entries.next_key_seed(KeyPlace(self.lines))? else {
                break;
            };
            let spot = entries.next_value_seed(Locate {
                node,
                lines: self.lines,
            })?;
            // An empty list or mapping has no place of its own: its key stands for it.
            let value = if spot.value == 0 { key } else { spot.value };
            inside.push(Spot {
                key: Some(key),
                value,
                inside: spot.inside,
            });
        }
        let value = inside.first().and_then(|spot| spot.key).unwrap_or(0);
        Ok(Spot {
            key: None,
            value,
            inside,
        })
    }
}

struct KeyPlace<'a>(&'a Lines<'a>);

impl<'de> DeserializeSeed<'de> for KeyPlace<'_> {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        Ok(deserializer
            .deserialize_any(Fail)
            .map_or_else(|error| self.0.byte(&error.to_string()), |()| 0))
    }
}

/// Takes no value: the error says where it stands.
struct Fail;

impl Visitor<'_> for Fail {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("no value")
    }
}

/// The bytes that the value at the end of a path takes; its key if `key` is asked for. What is not there is where
/// its nearest parent begins.
///
/// `root` is what [`locate`] gave for the tree.
pub fn range_of(
    text: &str,
    node: &Node,
    root: &Spot,
    path: &[Step],
    key: bool,
) -> std::ops::Range<usize> {
    let (mut node, mut spot) = (node, root);
    let mut found = true;
    for step in path {
        let place = match (step, node) {
            (Step::Item(item), Node::List(_)) => Some(*item),
            (Step::Key(name), Node::Map(fields)) => fields.iter().position(|(key, _)| key == name),
            (Step::Repeated(name, nth), Node::Map(fields)) => fields
                .iter()
                .enumerate()
                .filter(|(_, (key, _))| key == name)
                .nth(*nth)
                .map(|(place, _)| place),
            _ => None,
        };
        let inner = place.and_then(|place| {
            let node = match node {
                Node::List(items) => items.get(place)?,
                Node::Map(fields) => &fields.get(place)?.1,
                _ => return None,
            };
            Some((node, spot.inside.get(place)?))
        });
        match inner {
            Some(inner) => (node, spot) = inner,
            None => {
                found = false;
                break;
            }
        }
    }
    let start = match spot.key {
        Some(start) if key || !found || matches!(node, Node::Null) => start,
        _ => spot.value,
    };
    start..start + scalar_length(&text[start..])
}

/// The length of the scalar that a text begins with: to the closing quote, or to the end of a plain one.
fn scalar_length(text: &str) -> usize {
    let line_end = text.find('\n').unwrap_or(text.len());
    match text.bytes().next() {
        Some(quote @ (b'"' | b'\'')) => {
            let mut escaped = false;
            let closing = text.bytes().enumerate().skip(1).find(|&(_, byte)| {
                let closes = byte == quote && !escaped;
                escaped = byte == b'\\' && quote == b'"' && !escaped;
                closes
            });
            closing.map_or(line_end, |(at, _)| at + 1)
        }
        Some(b'|' | b'>' | b'[' | b'{') => line_end,
        _ => {
            let line = &text[..line_end];
            let stops = [": ", " #", ", ", "]", "}"];
            let end = stops
                .iter()
                .filter_map(|stop| line.find(stop))
                .min()
                .unwrap_or(line.len());
            line[..end].trim_end().trim_end_matches([':', ',']).len()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, path: &[Step]) -> &'a str {
        let node = parse(text).unwrap();
        &text[range_of(text, &node, &locate(text, &node), path, false)]
    }

    #[test]
    fn every_value_is_found_again() {
        let text = "- id: a\n  name: {kk: \"Қала\", ru: Город}\n- id: b # second\n  gifts:\n    - {amount: 5, to: [x, y]}\n  none:\n";
        let at = |steps: &[&str]| -> Vec<Step> {
            steps
                .iter()
                .map(|step| step.parse().map_or_else(|_| Step::from(*step), Step::Item))
                .collect()
        };
        assert_eq!(found(text, &at(&["0", "name", "kk"])), "\"Қала\"");
        assert_eq!(found(text, &at(&["0", "name", "ru"])), "Город");
        assert_eq!(found(text, &at(&["1", "id"])), "b");
        assert_eq!(found(text, &at(&["1", "gifts", "0", "amount"])), "5");
        assert_eq!(found(text, &at(&["1", "gifts", "0", "to", "1"])), "y");
        assert_eq!(found(text, &at(&["1", "none"])), "none");
        assert_eq!(found(text, &at(&["1", "missing"])), "id");
    }

    #[test]
    fn repeated_keys_are_kept_and_told_apart() {
        let text = "a: 1\nb: 2\na: 3\n";
        assert_eq!(found(text, &[Step::Repeated("a".into(), 1)]), "3");
    }

    #[test]
    fn odd_numbers_stay_what_was_typed() {
        let Node::Map(fields) = parse("a: 0x10\nb: +5\nc: 12\nd: {e: 0o7}\n").unwrap() else {
            panic!("a mapping")
        };
        assert_eq!(fields[0].1, Node::Text("0x10".into()));
        assert_eq!(fields[1].1, Node::Text("+5".into()));
        assert_eq!(fields[2].1, Node::Int(12));
        assert_eq!(
            fields[3].1,
            Node::Map(vec![("e".into(), Node::Text("0o7".into()))])
        );
    }

    #[test]
    fn what_is_no_record_is_refused_at_its_place() {
        assert!(matches!(
            parse("a: b: c"),
            Err(YamlError::Syntax {
                why: Trouble::Colon,
                at: 4
            })
        ));
        assert!(matches!(parse("a: !x 1\n"), Err(YamlError::Tag { .. })));
        assert!(matches!(
            parse(&"{a: ".repeat(100_000)),
            Err(YamlError::TooDeep { at: 256 })
        ));
        assert!(matches!(
            parse(&"- ".repeat(10_000)),
            Err(YamlError::Syntax { .. })
        ));
        assert!(matches!(
            parse("a: 1\n---\nb: 2\n"),
            Err(YamlError::Syntax { .. })
        ));
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n";
        assert!(matches!(parse(bomb), Err(YamlError::Syntax { .. })));
    }
}
