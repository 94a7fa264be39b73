//! YAML events with their marks: libyaml in Rust, asked for what serde_yaml, which has the same parser behind it, keeps to
//! itself.

use std::io::{Chain, Read};
use std::ops::Range;

use ahash::HashSet;
use libyaml_safer::{Encoding, EventData, Parser, ScalarStyle};

/// The events of a text; none where this parser, unlike libyaml, would panic: at a tag before a comma.
///
/// A line feed is put after it: without one, a block scalar or an escape at the end is no better.
pub(super) fn events(text: &str) -> Option<Parser<Input<'_>>> {
    if has_tag_before_comma(text) {
        return None;
    }
    let mut events = Parser::new();
    events.set_encoding(Encoding::Utf8);
    let end: &[u8] = if text.ends_with('\n') { b"" } else { b"\n" };
    events.set_input(text.as_bytes().chain(end));
    Some(events)
}

pub(super) type Input<'t> = Chain<&'t [u8], &'static [u8]>;

/// Whether there is what may be a tag, such as `!x`, and a comma after it.
fn has_tag_before_comma(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'!', bytes).any(|at| {
        let is_first = |&before: &u8| !before.is_ascii_alphanumeric() && before.is_ascii();
        let begins = at
            .checked_sub(1)
            .is_none_or(|before| is_first(&bytes[before]));
        let is_tag = |byte: &&u8| byte.is_ascii_graphic() && !matches!(byte, b',' | b'[' | b']');
        let length = bytes[at..].iter().take_while(is_tag).count();
        begins && bytes.get(at + length) == Some(&b',')
    })
}

/// The bytes of all plain scalars of a text, in their order: of those without quotation marks, and of keys.
pub(super) fn plain_scalars(text: &str) -> Vec<Range<usize>> {
    let events = events(text).into_iter().flatten().map_while(Result::ok);
    let plain = events.filter_map(|event| match event.data {
        EventData::Scalar {
            style: ScalarStyle::Plain,
            ..
        } => Some(event.start_mark.index as usize..event.end_mark.index as usize),
        _ => None,
    });
    plain.collect()
}

/// The scalars that have a name by which no alias asks for them: an `&` that was meant as a letter.
pub(super) fn idle_anchors(text: &str) -> Vec<Range<usize>> {
    let mut anchors: Vec<(String, Range<usize>)> = Vec::new();
    let mut asked: HashSet<String> = HashSet::default();
    for event in events(text).into_iter().flatten().map_while(Result::ok) {
        let at = event.start_mark.index as usize..event.end_mark.index as usize;
        match event.data {
            EventData::Scalar {
                anchor: Some(anchor),
                ..
            } => anchors.push((anchor, at)),
            EventData::Alias { anchor } => drop(asked.insert(anchor)),
            _ => {}
        }
    }
    anchors.retain(|(anchor, _)| !asked.contains(anchor));
    anchors.into_iter().map(|(_, at)| at).collect()
}

/// The byte at which begins what libyaml was reading when it found a mistake, as a quotation that does not end.
pub(super) fn begin_of_mistake(text: &str) -> Option<usize> {
    let wrong = events(text)?.find_map(Result::err)?;
    Some(wrong.context_mark()?.index as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_that_does_not_end_is_found_where_it_begins() {
        assert_eq!(begin_of_mistake("a: \"b\\"), Some(3));
    }
}
