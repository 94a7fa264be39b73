//! Notes as letters and Word have them: `… салынды [1].` and, in a line of its own, `[1] Есеп бойынша`; or as paper has
//! them, with stars. They are not joined.
//!
//! Takes a text, gives the marks that begin such lines and stand elsewhere, too. Must not know Markdown: who asks
//! sees whether they are shown.

use std::collections::HashSet;
use std::ops::Range;

/// The longest number of a note.
const LONGEST: usize = 3;

/// The marks at the beginnings of lines that other lines call, in their order.
pub(super) fn find(markdown: &str) -> Vec<Range<usize>> {
    let mut found = numbered(markdown);
    found.extend(starred(markdown));
    found.sort_by_key(|of| of.start);
    found
}

/// Lines that begin with one to three stars, as notes on paper do: of one star, which makes an item of a list, a lone one
/// whose star stands behind a word elsewhere.
fn starred(markdown: &str) -> Vec<Range<usize>> {
    let mut begins = Vec::new();
    let mut is_called = false;
    if memchr::memchr(b'*', markdown.as_bytes()).is_none() {
        return begins;
    }
    let mut start = 0;
    for line in markdown.split_inclusive('\n') {
        let first = line.len() - line.trim_start().len();
        let content = line.trim();
        let stars = content.bytes().take_while(|byte| *byte == b'*').count();
        let rest = &content[stars..];
        let is_rule = rest.bytes().all(|byte| matches!(byte, b'*' | b' '));
        let is_note = (1..=LONGEST).contains(&stars) && rest.starts_with(' ') && !is_rule;
        if is_note && !rest.contains("**") {
            begins.push(start + first..start + first + stars);
        }
        is_called |= calls(if is_note { rest } else { content });
        start += line.len();
    }
    let lone = begins.iter().filter(|of| of.len() == 1).count();
    begins.retain(|of| of.len() > 1 || is_called && lone == 1);
    begins
}

/// Whether a single star stands behind a word, and none before one, which would make words emphasised.
fn calls(line: &str) -> bool {
    let mut pieces = line.split('*');
    let (Some(before), Some(behind), None) = (pieces.next(), pieces.next(), pieces.next()) else {
        return false;
    };
    let ends_word =
        before.ends_with(|last: char| last.is_alphanumeric() || ")»”\"%₸".contains(last));
    ends_word && !behind.starts_with(char::is_alphanumeric)
}

fn numbered(markdown: &str) -> Vec<Range<usize>> {
    let mut begins = Vec::new();
    let mut called = HashSet::new();
    if memchr::memchr(b'[', markdown.as_bytes()).is_none() {
        return begins;
    }
    let mut start = 0;
    for line in markdown.split_inclusive('\n') {
        let first = line.len() - line.trim_start().len();
        for (at, _) in line.match_indices('[') {
            let Some(label) = label(&line[at..]) else {
                continue;
            };
            let rest = &line[at + label.len()..];
            // A link to what is named so is no note.
            if at > first && !rest.starts_with(['(', '[']) {
                called.insert(label);
            } else if at == first && rest.trim_start_matches(':').starts_with([' ', '\t']) {
                begins.push(start + at..start + at + label.len());
            }
        }
        start += line.len();
    }
    begins.retain(|of| called.contains(&markdown[of.clone()]));
    begins
}

/// A number in brackets that a text begins with.
fn label(text: &str) -> Option<&str> {
    let digits = text[1..].bytes().take_while(u8::is_ascii_digit).count();
    let is_label = (1..=LONGEST).contains(&digits) && text[1 + digits..].starts_with(']');
    is_label.then(|| &text[..digits + "[]".len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_told_from_other_numbers_in_brackets() {
        for (markdown, marks) in [
            (
                "Мәтін [1], [2].\n\n[1] Бірінші\n[2]: Екінші",
                &["[1]", "[2]"] as &[_],
            ),
            ("[1] Бірінші\n\nЕкінші [2].", &[]),
            ("Сілтеме [1](https://egov.kz)\n\n[1] Бірінші", &[]),
            ("Мәтін [2020].\n\n[2020] жыл", &[]),
            ("519 млн теңге* кетті.\n\n* Бағалар", &["*"]),
            ("Мәтін**.\n\n** Бірінші\n*** Екінші", &["**", "***"]),
            ("Мәтін*.\n\n* Бірінші\n* Екінші", &[]),
            ("*Мәтін*.\n\n* Бірінші", &[]),
            ("** Бірінші **", &[]),
            ("5 * 3\n\n* Бірінші", &[]),
        ] {
            let found = find(markdown).into_iter().map(|of| &markdown[of]);
            assert_eq!(found.collect::<Vec<_>>(), marks, "{markdown}");
        }
    }
}
