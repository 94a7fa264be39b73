//! Notes as letters and Word have them: `… салынды [1].` and, in a line of its own, `[1] Есеп бойынша`. They are not joined.
//!
//! Takes a text, gives the marks that begin such lines and stand elsewhere, too. Must not know Markdown: who asks
//! sees whether they are shown.

use std::collections::HashSet;
use std::ops::Range;

/// The longest number of a note.
const LONGEST: usize = 3;

/// The marks at the beginnings of lines that other lines call.
pub(super) fn find(markdown: &str) -> Vec<Range<usize>> {
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
        ] {
            let found = find(markdown).into_iter().map(|of| &markdown[of]);
            assert_eq!(found.collect::<Vec<_>>(), marks, "{markdown}");
        }
    }
}
