//! Texts that YAML cuts: what can be read, but surely not as it was meant.
//!
//! Takes a text and its tree, gives the places where a `#`, a comma or a colon in brackets ended a text, or where the
//! quotation marks of a word processor became part of it. A text that is cut by a comma or colon is put together again in
//! the tree, so that nobody stumbles over its pieces.

use std::collections::HashSet;
use std::ops::Range;

use super::known::{is_known, is_language, is_list};
use super::node::Node;
use super::places::{Spot, locate, plain_ends};
use super::quote::quoted;
use super::recover::mark;

/// What happened to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// A `#` behind a space: the rest is a note.
    Hash,
    /// The same where nothing is left of the value.
    OnlyNote,
    /// A comma inside brackets.
    Comma,
    /// No space behind a colon inside brackets.
    ColonSpace,
    /// No colon between a field and its value, inside brackets.
    NoColon,
    /// Items of a list without the brackets around them, inside others.
    BareList,
    /// The value stands in the quotation marks “ ”.
    WordQuotes,
    /// The value ends in a quotation mark that nothing opens.
    StrayQuote,
}

/// A text that was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CutText {
    pub why: Cut,
    /// The byte at which it was cut.
    pub at: usize,
    /// The line, or the value in brackets, as it should be written.
    pub line: String,
}

/// Fields that hold words: what stands behind them is never a note.
const WORDS: [&str; 13] = [
    "title", "summary", "kk", "ru", "en", "alt", "caption", "label", "note", "in_kind", "place",
    "purpose", "why",
];

/// Fields that hold an id, a date or one of a few words: with quotation marks they are none, which their reader tells.
const CHOSEN: [&str; 15] = [
    "id",
    "kind",
    "status",
    "consent",
    "region",
    "district",
    "direction",
    "object",
    "patron",
    "parent",
    "date",
    "started",
    "completed",
    "menu",
    "slug",
];

/// Finds the texts that were cut, in the order of their places.
pub(crate) fn cuts(text: &str, node: &mut Node) -> Vec<CutText> {
    let mut found = hashes(text);
    found.extend(word_quotes(text));
    found.extend(stray_quotes(text));
    if has_pieces(node) {
        let spots = locate(text, node);
        let lost = found.iter().filter(|cut| cut.why == Cut::OnlyNote);
        let lost: Vec<Range<usize>> = lost.map(|cut| line_at(text, cut.at).0..cut.at).collect();
        mark(node, &spots, &lost);
        join(text, node, &spots, &mut found);
    }
    found.sort_by_key(|cut| cut.at);
    found
}

/// The line around a byte, and where it begins.
fn line_at(text: &str, at: usize) -> (usize, &str) {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..]
        .find('\n')
        .map_or(text.len(), |length| at + length);
    (start, &text[start..end])
}

/// Plain texts that end at a `#`.
fn hashes(text: &str) -> Vec<CutText> {
    let bytes = text.as_bytes();
    let candidates: Vec<usize> = memchr::memchr_iter(b'#', bytes)
        .filter(|&at| {
            let (start, _) = line_at(text, at);
            let before = &text[start..at];
            at > 0 && matches!(bytes[at - 1], b' ' | b'\t') && !before.trim().is_empty()
        })
        .collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let ends = plain_ends(text);
    let mut found: Vec<CutText> = Vec::new();
    for at in candidates {
        let (start, line) = line_at(text, at);
        // One line is told once.
        if found.last().is_some_and(|last| last.at >= start) {
            continue;
        }
        let before = text[..at].trim_end_matches([' ', '\t']);
        let value = match ends.iter().find(|range| range.end == before.len()) {
            Some(range) if range.start >= start => &text[range.clone()],
            // A value that would begin with the sign.
            None if before.ends_with(':') && is_word_of_text(&text[at..]) => "",
            _ => continue,
        };
        let lead = &text[start..before.len() - value.len()];
        let key = lead.trim_end().trim_end_matches(':');
        let key = key.rsplit([' ', '{', ',']).next().unwrap_or("");
        let note = line[at - start..].trim_end();
        let is_close = !note[1..].starts_with([' ', '#']);
        let has_words = value.contains(' ') || !value.is_ascii();
        let has_letters = value.contains(char::is_alphabetic);
        let is_text = WORDS.contains(&key) || has_words && has_letters || is_close && has_letters;
        if !value.is_empty() && !is_text || value.is_empty() && !WORDS.contains(&key) && !is_close {
            continue;
        }
        let whole = &text[before.len() - value.len()..start + line.len()];
        found.push(CutText {
            why: if value.is_empty() {
                Cut::OnlyNote
            } else {
                Cut::Hash
            },
            at,
            line: format!(
                "{}{}",
                lead.trim_start().trim_end().to_owned() + " ",
                quoted(whole.trim())
            ),
        });
    }
    found
}

/// Whether a note begins like a word: `#5`, `#tag`.
fn is_word_of_text(note: &str) -> bool {
    note[1..].trim_start().starts_with(char::is_alphanumeric)
}

/// Values in the quotation marks of a word processor.
fn word_quotes(text: &str) -> Vec<CutText> {
    let mut found = Vec::new();
    for mark in ["“", "„", "‘"] {
        for at in memchr::memmem::find_iter(text.as_bytes(), mark) {
            let (start, line) = line_at(text, at);
            let before = &text[start..at];
            if !before.trim_end().ends_with([':', '-']) || !before.ends_with(' ') {
                continue;
            }
            let key = before.trim_end().trim_end_matches(':');
            if CHOSEN.contains(&key.trim_start_matches([' ', '-'])) {
                continue;
            }
            let value = text[at..start + line.len()].trim_end();
            let inner = &value[mark.len()..];
            let Some(inner) = inner.strip_suffix(['”', '“', '’', '‘', '"']) else {
                continue;
            };
            // Two quoted words: each has its own marks.
            if inner.contains(['“', '”', '„']) {
                continue;
            }
            found.push(CutText {
                why: Cut::WordQuotes,
                at,
                line: format!("{}{}", before.trim_start(), quoted(inner)),
            });
        }
    }
    found
}

/// Plain texts in a line of their own that end in a quotation mark which nothing opens. Behind a digit it means inches.
fn stray_quotes(text: &str) -> Vec<CutText> {
    let candidates: Vec<(usize, &str)> = memchr::memmem::find_iter(text.as_bytes(), "\"\n")
        .filter_map(|at| {
            let (start, line) = line_at(text, at);
            let (lead, value) = text[start..at].split_once(": ")?;
            let key = lead.trim_start_matches([' ', '-']);
            let is_odd = !value.contains('"') && value.ends_with(char::is_alphabetic);
            (WORDS.contains(&key) && is_odd).then_some((at, line))
        })
        .collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let ends: HashSet<usize> = plain_ends(text).iter().map(|range| range.end).collect();
    let stray = candidates
        .into_iter()
        .filter(|(at, _)| ends.contains(&(at + 1)));
    stray
        .map(|(at, line)| CutText {
            why: Cut::StrayQuote,
            at,
            line: line.trim().trim_end_matches('"').to_owned(),
        })
        .collect()
}

/// Whether a mapping has a field without a value.
fn has_pieces(node: &Node) -> bool {
    match node {
        Node::List(items) => items.iter().any(has_pieces),
        Node::Map(fields) => fields
            .iter()
            .any(|(_, node)| *node == Node::Null || has_pieces(node)),
        _ => false,
    }
}

/// Puts texts together that were cut by a comma or a colon inside brackets.
fn join(text: &str, node: &mut Node, spot: &Spot, found: &mut Vec<CutText>) {
    match node {
        Node::List(items) => {
            let inside = items.iter_mut().zip(&*spot.inside);
            inside.for_each(|(node, spot)| join(text, node, spot, found));
        }
        Node::Map(fields) => {
            let inside = fields.iter_mut().zip(&*spot.inside);
            inside.for_each(|((_, node), spot)| join(text, node, spot, found));
            let spots: Vec<&Spot> = spot.inside.iter().collect();
            join_fields(text, fields, &spots, found);
        }
        _ => {}
    }
}

/// Fields with “=” where a colon belongs: told once for all in the same brackets.
fn join_equals(
    spots: &[&Spot],
    fields: &mut [(String, Node)],
    pieces: &[usize],
    found: &mut Vec<CutText>,
) {
    let mut lines = Vec::new();
    let mut first = None;
    for &nth in pieces {
        let name = fields[nth].0.clone();
        let parts = name.split_once('=');
        let parts = parts.map(|(word, value)| (word.trim(), value.trim()));
        let Some((word, value)) = parts.filter(|(word, _)| is_known(word)) else {
            continue;
        };
        first.get_or_insert(spots[nth].key.unwrap_or(spots[nth].value) + word.len());
        lines.push(format!("{word}: {value}"));
        fields[nth] = (word.to_owned(), Node::Broken);
    }
    let Some(at) = first else { return };
    let line = lines.join(", ");
    found.push(CutText {
        why: Cut::NoColon,
        at,
        line: match lines.len() == fields.len() {
            true => format!("{{{line}}}"),
            false => line,
        },
    });
}

fn join_fields(
    text: &str,
    fields: &mut Vec<(String, Node)>,
    spots: &[&Spot],
    found: &mut Vec<CutText>,
) {
    let pieces: Vec<usize> = (0..fields.len().min(spots.len()))
        .filter(|&nth| fields[nth].1 == Node::Null && is_piece(text, spots[nth], &fields[nth].0))
        .collect();
    join_equals(spots, fields, &pieces, found);
    for &nth in &pieces {
        let key = spots[nth].key.unwrap_or(spots[nth].value);
        let name = fields[nth].0.clone();
        if let Some((word, value)) = name.split_once(':')
            && is_plain_word(word)
        {
            fields[nth] = (word.to_owned(), Node::Broken);
            found.push(CutText {
                why: Cut::ColonSpace,
                at: key + word.len() + 1,
                line: format!("{word}: {}", value.trim()),
            });
        } else if let Some((word, value)) = name.split_once(' ')
            && is_known(word)
            && fields.iter().all(|(other, _)| other != word)
            && (nth == 0 || !is_language(&fields[nth - 1].0) || is_language(word))
        {
            fields[nth] = (word.to_owned(), Node::Broken);
            found.push(CutText {
                why: Cut::NoColon,
                at: key + word.len(),
                line: format!("{word}: {}", value.trim()),
            });
        }
    }
    // The rests of a text behind its commas, from the first on.
    let mut nth = 0;
    let mut gone = vec![false; fields.len()];
    while nth < pieces.len() {
        let first = pieces[nth];
        let mut count = 1;
        while pieces.get(nth + count) == Some(&(first + count)) {
            count += 1;
        }
        nth += count;
        if first == 0 || fields[first].1 == Node::Broken {
            continue;
        }
        let (name, value) = &fields[first - 1];
        let from = spots[first - 1].value;
        let last = spots[first + count - 1];
        let last = last.key.unwrap_or(last.value) + fields[first + count - 1].0.len();
        let Some(whole) = text.get(from..last) else {
            continue;
        };
        if whole.contains('\n')
            || matches!(
                value,
                Node::Null | Node::List(_) | Node::Map(_) | Node::Broken
            )
        {
            continue;
        }
        let is_number = !whole.contains(char::is_alphabetic) || name == "amount";
        let is_list = is_list(name);
        let line = match is_list {
            true => format!("{name}: [{whole}]"),
            false => format!("{name}: {}", quoted(whole)),
        };
        fields[first - 1].1 = match is_number {
            true => Node::Text(whole.to_owned()),
            false => Node::Broken,
        };
        gone[first..first + count].fill(true);
        if !is_number {
            found.push(CutText {
                why: if is_list { Cut::BareList } else { Cut::Comma },
                at: spots[first].key.unwrap_or(spots[first].value),
                line,
            });
        }
    }
    if gone.contains(&true) {
        // Their places stay: a path leads to a field by its name.
        let mut gone = gone.into_iter();
        fields.retain(|_| !gone.next().unwrap_or(false));
    }
}

/// A key without a colon: it stands in brackets, and a comma or the bracket follows.
fn is_piece(text: &str, spot: &Spot, name: &str) -> bool {
    let Some(at) = spot.key else { return false };
    let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix(name)) else {
        return false;
    };
    rest.trim_start().starts_with([',', '}'])
}

fn is_plain_word(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn of(text: &str) -> Vec<(Cut, &str, String)> {
        let mut node = parse(text).unwrap();
        let found = cuts(text, &mut node).into_iter();
        found
            .map(|cut| {
                (
                    cut.why,
                    text[cut.at..].lines().next().unwrap_or(""),
                    cut.line,
                )
            })
            .collect()
    }

    #[test]
    fn what_was_cut_is_found_at_its_place() {
        use Cut::*;
        for (text, why, from, line) in [
            (
                "title: Мектеп #5 жаңа\n",
                Hash,
                "#5 жаңа",
                "title: \"Мектеп #5 жаңа\"",
            ),
            (
                "title: #хэштег\n",
                OnlyNote,
                "#хэштег",
                "title: \"#хэштег\"",
            ),
            (
                "name:\n  en: School # 5\n",
                Hash,
                "# 5",
                "en: \"School # 5\"",
            ),
            (
                "a: {kk: Киім, азық-түлік}\n",
                Comma,
                "азық-түлік}",
                "kk: \"Киім, азық-түлік\"",
            ),
            (
                "a: {kk:Мектеп, ru: Школа}\n",
                ColonSpace,
                "Мектеп, ru: Школа}",
                "kk: Мектеп",
            ),
            (
                "title: “Жылы қыс”\n",
                WordQuotes,
                "“Жылы қыс”",
                "title: \"Жылы қыс\"",
            ),
        ] {
            assert_eq!(of(text), [(why, from, line.to_owned())], "{text}");
        }
    }

    #[test]
    fn notes_and_quotations_are_left_alone() {
        for text in [
            "- id: b # second\n",
            "amount: 5000000 # by hand\n",
            "# a note #1\ntitle: A\n",
            "title: \"Мектеп #5\"\n",
            "title: |\n  Мектеп #5\n",
            "title: “Жылы қыс” және “Жаз”\n",
            "регион:\nkk: a\n",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn digits_behind_commas_are_one_amount() {
        let text = "{amount: 5,000,000, date: 2020}";
        let mut node = parse(text).unwrap();
        assert_eq!(cuts(text, &mut node), []);
        let Node::Map(fields) = node else {
            panic!("fields")
        };
        assert_eq!(fields[0], ("amount".into(), Node::Text("5,000,000".into())));
        assert_eq!(fields.len(), 2);
    }
}
