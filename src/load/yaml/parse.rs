//! Parsing: one YAML document to a tree, by serde_yaml.
//!
//! Takes a text, gives its values or the first mistake. The tree keeps repeated keys, so that both can be shown.

use std::cell::Cell;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, Visitor};

use super::bounds::{too_deep, too_many};
use super::error_class::{ODD_KEY, TAG, TOO_OFTEN, YamlError, is_empty, understand};
use super::node::Node;
use super::places::{Spot, locate};
use super::range::scalar_length;
use crate::source::text::confusables::is_odd_space;

/// Reads one YAML document.
///
/// # Errors
/// The text is no YAML, holds several documents or a tag, or is nested too deeply.
pub(crate) fn parse(text: &str) -> Result<Node, YamlError> {
    if let Some(at) = too_deep(text) {
        return Err(YamlError::TooDeep { at });
    }
    if let Some(at) = too_many(text) {
        return Err(YamlError::TooMany { at });
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

/// YAML reads `0x1F` and `+5` as plain numbers; here they are no amounts and no dates. It reads `03.2020` as 3.202: a
/// message has to show what was typed.
fn has_odd_numbers(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_odd = |pair: &[u8]| match pair {
        [b'+', digit] => digit.is_ascii_digit(),
        [b'0', b'x' | b'o' | b'b'] => true,
        _ => false,
    };
    bytes.windows(2).any(is_odd)
        || memchr::memchr_iter(b'.', bytes).any(|at| {
            let token = bytes.get(at.saturating_sub(2)..at + 5).unwrap_or_default();
            is_month(token.trim_ascii_start())
        })
}

/// A month as others write it: `03.2020`.
fn is_month(text: &[u8]) -> bool {
    let Some(dot) = text.iter().position(|&byte| byte == b'.') else {
        return false;
    };
    let (month, year) = (&text[..dot], &text[dot + 1..]);
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    digits(month)
        && digits(year)
        && matches!(month, [b'1'..=b'9'] | [b'0' | b'1', _])
        && matches!(year, [b'1', b'9', _, _] | [b'2', b'0', _, _])
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
            Node::Float(_) => {
                let end = spot.value + scalar_length(&text[spot.value..]);
                let typed = &text[spot.value..end];
                if is_month(typed.as_bytes()) {
                    *node = Node::Text(typed.to_owned());
                }
            }
            Node::List(items) => items
                .iter_mut()
                .zip(&*spot.inside)
                .for_each(|(item, spot)| spell(text, item, spot)),
            Node::Map(fields) => {
                fields
                    .iter_mut()
                    .zip(&*spot.inside)
                    .for_each(|((_, value), spot)| spell(text, value, spot));
            }
            _ => {}
        }
    }
    let spots = locate(text, &node);
    spell(text, &mut node, &spots);
    node
}

/// The limit of alias bombs: the values that aliases may add to those of the text itself, each of which takes a byte at
/// least. The parser has a limit too, but one that grows with the text a hundredfold.
const MAX_REPEATED: usize = 10_000;

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
            // It would be a field that nobody knows, and the item above would lack it.
            if key.starts_with(is_odd_space) {
                return Err(de::Error::custom(ODD_KEY));
            }
            map.push((key, entries.next_value_seed(self)?));
        }
        Ok(Node::Map(map))
    }
    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(de::Error::custom(TAG))
    }
}

#[cfg(test)]
mod tests {
    use super::super::bounds::MAX_VALUES;
    use super::super::error_class::Trouble;
    use super::*;

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
        for (text, at) in [("a: \u{ffff}b", 3), ("\"a", 0), ("a: 'b\n", 3)] {
            let why = parse(text);
            assert!(
                matches!(why, Err(YamlError::Syntax { at: found, .. }) if found == at),
                "{text:?}: {why:?}"
            );
        }
    }

    #[test]
    fn a_text_of_too_many_values_is_refused_before_it_is_parsed() {
        for (unit, at) in [
            ("a,", MAX_VALUES * 2),
            ("{},", MAX_VALUES / 2 * 3),
            ("- -\n", MAX_VALUES * 2),
            ("k: 1\n", MAX_VALUES / 2 * 5 + 1),
        ] {
            let text = unit.repeat(8 << 20 >> 2);
            let text = if unit.contains('\n') {
                text
            } else {
                format!("[{text}a]")
            };
            assert_eq!(parse(&text), Err(YamlError::TooMany { at }), "{unit:?}");
        }
        // A long text of words is no such.
        let prose = "Ұзақ мәтін, бірақ рұқсат етілген: «осындай» - ұзындықта\n  ".repeat(20_000);
        assert!(parse(&format!("text: |\n  {prose}")).is_ok());
    }
}
