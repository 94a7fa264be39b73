//! PDF: the texts of all its objects, also of those that an edit left behind and no reader shows any more.
//!
//! Objects are found by their marks, not by the table of where they stand: what a leak scanner must not miss is just what
//! that table leaves out. A document with a password cannot be looked through.

use std::borrow::Cow;
use std::collections::HashMap;

use super::cmap::CMap;
use super::content_stream::{self, Fonts};
use super::encoding;
use super::pdf_filters::unpacked;
use super::pdf_strings::{self, Token, Tokens, value};
use super::sink::{Member, Sink};
use super::{runs, xml};

/// An object: its number, its dictionary or other value, its stream.
struct Object<'a> {
    id: u32,
    value: Cow<'a, [u8]>,
    stream: Option<Cow<'a, [u8]>>,
}

pub(super) fn read(bytes: &[u8], member: Member, sink: &mut Sink<'_>) {
    if value(bytes, b"/Encrypt").is_some() {
        return sink.cannot();
    }
    let objects = objects(bytes, sink);
    if objects.is_empty() {
        sink.cannot();
    }
    let streams: HashMap<u32, &[u8]> = objects
        .iter()
        .filter_map(|object| Some((object.id, object.stream.as_deref()?)))
        .collect();
    let tables: HashMap<u32, CMap> = objects
        .iter()
        .filter_map(|object| {
            let table = reference(value(&object.value, b"/ToUnicode")?)?;
            Some((object.id, CMap::new(streams.get(&table)?)))
        })
        .collect();
    let fonts = fonts(&objects, &tables);
    for object in &objects {
        let is = |key: &[u8], name: &[u8]| {
            value(&object.value, key)
                .is_some_and(|of| Tokens::new(of).next() == Some(Token::Word(name)))
        };
        if is(b"/Subtype", b"/Type0") && value(&object.value, b"/ToUnicode").is_none() {
            sink.cannot();
        }
        strings(&object.value, sink);
        let Some(stream) = &object.stream else {
            continue;
        };
        if is(b"/Type", b"/EmbeddedFile") {
            member("", stream, false, sink);
        } else if is(b"/Type", b"/Metadata") || stream.starts_with(b"<") {
            for text in encoding::likely(stream) {
                sink.texts(xml::readings(&text));
            }
        } else if memchr::memmem::find(stream, b"BT").is_some() && !is(b"/Subtype", b"/Image") {
            for text in content_stream::readings(stream, &fonts) {
                sink.text(&text);
            }
        } else {
            runs::give(stream, sink);
        }
    }
}

/// Gives all strings of a dictionary, as one text with gaps.
fn strings(dictionary: &[u8], sink: &mut Sink<'_>) {
    let mut texts = String::new();
    for token in Tokens::new(dictionary) {
        if let Token::Text(text) = token {
            for reading in pdf_strings::readings(&text) {
                texts.push_str(&reading);
                texts.push_str("\n.\n");
            }
        }
    }
    sink.text(&texts);
}

/// All objects, those in object streams as well.
fn objects<'a>(bytes: &'a [u8], sink: &mut Sink<'_>) -> Vec<Object<'a>> {
    let (mut all, mut inner) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(start) = memchr::memmem::find(&bytes[at..], b" obj") {
        let head = at + start;
        at = head + b" obj".len();
        let Some(id) = number_before(&bytes[..head]) else {
            continue;
        };
        let rest = &bytes[at..];
        let end = memchr::memmem::find(rest, b"endobj").unwrap_or(rest.len());
        let stream = memchr::memmem::find(&rest[..end], b"stream");
        let (value, data) = match stream {
            Some(start) => (&rest[..start], Some(data(&rest[..start], &rest[start..]))),
            None => (&rest[..end], None),
        };
        at += match data {
            Some((data, length)) if !data.is_empty() => value.len() + length,
            _ => end,
        };
        let stream = data.and_then(|(data, _)| unpacked(value, data, sink));
        if let Some(stream) = stream.as_deref()
            && pdf_strings::value(value, b"/ObjStm").is_some()
        {
            packed_objects(value, stream, &mut inner, sink);
        }
        all.push(Object {
            id,
            value: value.into(),
            stream,
        });
    }
    all.extend(inner);
    all
}

/// The bytes of a stream, and where it ends after the word that begins it.
fn data<'a>(dictionary: &[u8], rest: &'a [u8]) -> (&'a [u8], usize) {
    let mut start = b"stream".len();
    start += usize::from(rest.get(start) == Some(&b'\r'));
    start += usize::from(rest.get(start) == Some(&b'\n'));
    let body = &rest[start.min(rest.len())..];
    let ends = |at: usize| {
        let after = body.get(at..).unwrap_or_default();
        memchr::memmem::find(&after[..after.len().min(20)], b"endstream").is_some()
    };
    let stated = value(dictionary, b"/Length").and_then(number);
    let length = match stated.filter(|length| ends(*length)) {
        Some(length) => length,
        None => memchr::memmem::find(body, b"endstream").unwrap_or(body.len()),
    };
    (&body[..length], start + length)
}

/// The objects in an object stream: first numbers and places, then the values.
fn packed_objects<'a>(
    dictionary: &[u8],
    stream: &[u8],
    into: &mut Vec<Object<'a>>,
    sink: &mut Sink<'_>,
) {
    let count = value(dictionary, b"/N").and_then(number);
    let first = value(dictionary, b"/First").and_then(number);
    let (Some(count), Some(first), None) = (count, first, value(dictionary, b"/Predictor")) else {
        return sink.cannot();
    };
    let words = Tokens::new(&stream[..first.min(stream.len())]).filter_map(|token| match token {
        Token::Word(word) => number(word),
        Token::Text(_) => None,
    });
    let numbers: Vec<usize> = words.take(count.saturating_mul(2)).collect();
    let pairs: Vec<(usize, usize)> = numbers
        .chunks_exact(2)
        .map(|pair| (pair[0], first.saturating_add(pair[1])))
        .collect();
    for (nth, &(id, start)) in pairs.iter().enumerate() {
        let end = pairs.get(nth + 1).map_or(stream.len(), |(_, next)| *next);
        let value = stream.get(start..end.min(stream.len())).unwrap_or_default();
        into.push(Object {
            id: id as u32,
            value: value.to_vec().into(),
            stream: None,
        });
    }
}

/// The tables of the fonts, by the names in `/Font << /F1 5 0 R >>`, wherever that stands.
fn fonts<'a>(objects: &[Object<'_>], tables: &'a HashMap<u32, CMap>) -> Fonts<'a> {
    let by_id: HashMap<u32, &[u8]> = objects
        .iter()
        .map(|object| (object.id, &*object.value))
        .collect();
    let mut fonts = Fonts::new();
    for object in objects {
        let Some(rest) = value(&object.value, b"/Font") else {
            continue;
        };
        let list = match reference(rest) {
            Some(id) => by_id.get(&id).copied().unwrap_or_default(),
            None => rest,
        };
        let mut name = None;
        let mut tokens = Tokens::new(list);
        if tokens.next() != Some(Token::Word(b"<<")) {
            continue;
        }
        for token in tokens {
            match token {
                Token::Word(b">>") => break,
                Token::Word(word) if word.starts_with(b"/") => name = Some(word[1..].to_vec()),
                Token::Word(word) => {
                    if let (Some(name), Some(id)) = (name.take(), number(word))
                        && let Some(table) = tables.get(&(id as u32))
                    {
                        let of_name = fonts.entry(name).or_default();
                        if !of_name.iter().any(|known| std::ptr::eq(*known, table)) {
                            of_name.push(table);
                        }
                    }
                }
                Token::Text(_) => {}
            }
        }
    }
    fonts
}

/// The number of the object that is referred to here: `5 0 R`.
fn reference(bytes: &[u8]) -> Option<u32> {
    let mut words = Tokens::new(bytes);
    let (Token::Word(id), Token::Word(_), Token::Word(b"R")) =
        (words.next()?, words.next()?, words.next()?)
    else {
        return None;
    };
    Some(number(id)? as u32)
}

/// The number that begins here; none if it refers to another object.
fn number(bytes: &[u8]) -> Option<usize> {
    let Some(Token::Word(word)) = Tokens::new(bytes).next() else {
        return None;
    };
    if reference(bytes).is_some() {
        return None;
    }
    std::str::from_utf8(word).ok()?.parse().ok()
}

/// The number of an object, which stands before its generation: `5 0`.
fn number_before(bytes: &[u8]) -> Option<u32> {
    let tail = &bytes[bytes.len().saturating_sub(24)..];
    let mut words = tail
        .rsplit(|byte| !byte.is_ascii_digit())
        .filter(|word| !word.is_empty());
    let (_, id) = (words.next()?, words.next()?);
    std::str::from_utf8(id).ok()?.parse().ok()
}
