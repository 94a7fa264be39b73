//! Front matter: splits a write-up at its `---` lines, so that its YAML and the body keep their places.

use std::ops::Range;

/// The two parts of a write-up, as ranges of bytes in the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Split {
    /// Between the `---` lines; none if the file does not begin with one.
    pub front_matter: Option<Range<usize>>,
    pub body: Range<usize>,
}

/// Splits a file at its `---` lines.
///
/// # Errors
/// A first `---` line that no second one ends: gives the range of the first.
pub(crate) fn split(text: &str) -> Result<Split, Range<usize>> {
    let is_fence = |line: &str| line.trim_end() == "---";
    let first_line = text.find('\n').map_or(text.len(), |newline| newline + 1);
    if !is_fence(&text[..first_line]) {
        return Ok(Split {
            front_matter: None,
            body: 0..text.len(),
        });
    }
    let mut at = first_line;
    for line in text[first_line..].split_inclusive('\n') {
        if is_fence(line) {
            return Ok(Split {
                front_matter: Some(first_line..at),
                body: at + line.len()..text.len(),
            });
        }
        at += line.len();
    }
    Err(0..3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_places() {
        let text = "---\ntitle: a\n---\n\nText\n";
        let split = split(text).unwrap();
        assert_eq!(&text[split.front_matter.unwrap()], "title: a\n");
        assert_eq!(&text[split.body], "\nText\n");
    }

    #[test]
    fn a_text_without_front_matter_is_all_body() {
        assert_eq!(
            split("Text --- more\n"),
            Ok(Split {
                front_matter: None,
                body: 0..14
            })
        );
        assert_eq!(
            split(""),
            Ok(Split {
                front_matter: None,
                body: 0..0
            })
        );
        assert_eq!(
            split("---\n---"),
            Ok(Split {
                front_matter: Some(4..4),
                body: 7..7
            })
        );
    }

    #[test]
    fn a_front_matter_that_does_not_end_is_an_error() {
        assert_eq!(split("---\ntitle: a\n"), Err(0..3));
    }
}
