//! Numbers of documents, `№ 94-V`, as one thing that no line parts: found in a text.

use std::ops::Range;

/// The signs before a number, in the languages of the site.
const BEFORE: [&str; 2] = ["№", "No."];

/// Longer than this what follows the hyphen is a word, which may stand in the next line: `№ 5-мектеп`.
const LONGEST: usize = 4;

/// Where the numbers with a hyphen stand in a text, in order.
pub(super) fn document_numbers(text: &str) -> Vec<Range<usize>> {
    if !text.contains('-') {
        return Vec::new();
    }
    let starts = BEFORE.iter().flat_map(|sign| text.match_indices(sign));
    let mut found: Vec<Range<usize>> = starts
        .filter_map(|(start, sign)| {
            let behind = start + sign.len();
            Some(start..behind + length(&text[behind..])?)
        })
        .collect();
    found.sort_by_key(|range| range.start);
    found
}

/// How long the number is that a text begins with, if it is one with a short part behind a hyphen.
fn length(text: &str) -> Option<usize> {
    let number = text.strip_prefix([' ', '\u{a0}']).unwrap_or(text);
    let part = number.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let part = part
        .strip_prefix('-')
        .filter(|_| part.len() < number.len())?;
    let rest = part.trim_start_matches(char::is_alphanumeric);
    let signs = part[..part.len() - rest.len()].chars().count();
    let ends = !rest.starts_with('-');
    (ends && (1..=LONGEST).contains(&signs)).then(|| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_from_a_word_with_a_number() {
        for (text, numbers) in [
            (
                "Закон от 21 мая 2013 года № 94-V, статья 6",
                &["№ 94-V"][..],
            ),
            ("№94-V Заң", &["№94-V"]),
            (
                "Law No. 94-V of 2013 and № 401-VI",
                &["No. 94-V", "№ 401-VI"],
            ),
            ("№ 5-мектеп, № 7, 94-V, № -V, № 12-а-б", &[]),
        ] {
            let found = document_numbers(text).into_iter();
            let found: Vec<&str> = found.map(|range| &text[range]).collect();
            assert_eq!(found, numbers, "{text}");
        }
    }
}
