//! Notes as letters and Word have them: `… салынды [1].` and, in a line of its own, `[1] Есеп бойынша`; or as paper has
//! them, with stars. They are not joined. Comments of Google Docs come out alike: `сөз[a]` and `[a]Айгүл: тексеру керек`.
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
    before.ends_with(ends_word) && !behind.starts_with(char::is_alphanumeric)
}

fn ends_word(last: char) -> bool {
    last.is_alphanumeric() || ")»”\"%₸".contains(last)
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
            let is_letter = !label[1..].starts_with(|of: char| of.is_ascii_digit());
            // A link to what is named so is no note.
            let is_begun = match is_letter {
                true => rest.starts_with(char::is_alphabetic) && rest.contains(':'),
                false => rest.trim_start_matches(':').starts_with([' ', '\t']),
            };
            let is_called = !is_letter || line[..at].ends_with(ends_word);
            if at > first && is_called && !rest.starts_with(['(', '[']) {
                called.insert(label);
            } else if at == first && is_begun {
                begins.push(start + at..start + at + label.len());
            }
        }
        start += line.len();
    }
    begins.retain(|of| called.contains(&markdown[of.clone()]));
    begins
}

/// A number in brackets that a text begins with, or a letter, as Google Docs has it at comments.
fn label(text: &str) -> Option<&str> {
    let count = |fits: fn(&u8) -> bool| text[1..].bytes().take_while(fits).count();
    let digits = count(u8::is_ascii_digit);
    let letters = count(u8::is_ascii_lowercase);
    if (1..LONGEST).contains(&letters) && text[1 + letters..].starts_with(']') {
        return Some(&text[..letters + "[]".len()]);
    }
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
            (
                "Бұл сөз[a], тағы[b].\n\n[a]Айгүл: тексер\n\n[b]Дәурен: иә",
                &["[a]", "[b]"],
            ),
            ("Бұл сөз [a].\n\n[a]Айгүл: тексер", &[]),
            ("Бұл сөз[a].\n\n[a] Айгүл", &[]),
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
